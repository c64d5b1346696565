#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"
#include "core/posters/sheet.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace checkpoint {

/// What is to be said about a sheet of paper held up to the camera.
enum class PaperKind {
    NotReadable,  ///< no code in the picture
    OtherPoster,  ///< a poster of this desk, but not the one it should be
    UnknownCode,  ///< a code that this desk did not print
    PrintedSmall, ///< printed at `scale` of its size: the printer shrank it
    PrintedLarge, ///< printed at `scale` of its size
    SizeUnknown,  ///< the paper's edges are not in the picture, or what is behind it is as bright as paper
};

struct PaperFinding
{
    PaperKind kind = PaperKind::NotReadable;
    double scale = 0; ///< 1 is as it should be
    int other = -1;   ///< index of the poster that it is instead

    bool operator==(const PaperFinding &) const = default;
};

/// What should be on the paper.
struct ExpectedPaper
{
    QByteArray bytes;        ///< of the code
    QList<QByteArray> known; ///< of all codes of this desk, to tell which one it is instead
    QSizeF sheet;            ///< millimetres
    QRectF symbol;
    QRectF cell; ///< the sheet after it was cut
};

ExpectedPaper expectedPaper(const Sheet &sheet, int symbol, const QList<QByteArray> &known);

/// What a picture of the printed paper shows. `codes` are those read in it, with outlines in its pixels.
/// Empty when the right code is there, and its size against the sheet's is as laid out. Only the ratio is
/// seen: a poster printed whole on smaller paper looks as it should.
std::vector<PaperFinding> judgePaper(const ExpectedPaper &expected, const DecodedCodes &codes,
                                     const LuminanceView &frame);

/// Sizes within this share of the wanted one are as they should be: printers shrink a little to fit their
/// margins, and corners are seen to within a pixel.
inline constexpr double paperSizeTolerance = 0.05;

} // namespace checkpoint
