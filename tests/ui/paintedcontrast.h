#pragma once

#include "ui/common/theme.h"

#include <QHash>
#include <QImage>

#include <algorithm>

/// The contrast of what is written with its ground, as they are painted: the ground is what there is most of,
/// the ink what differs most from it.
inline double paintedContrast(const QImage &picture)
{
    QHash<QRgb, int> counts;
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *const line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        for (int x = 0, end = 0; x < pixels.width(); x = end) { // most pixels are like the one before
            for (end = x; end < pixels.width() && line[end] == line[x];)
                ++end;
            counts[line[x]] += end - x;
        }
    }
    QRgb ground = 0;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        ground = counts.value(ground) < *each ? each.key() : ground;
    double best = 1;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        best = std::max(best, checkpoint::contrastRatio(each.key(), ground));
    return best;
}
