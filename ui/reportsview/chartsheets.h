#pragma once

#include "core/reports/summary/summary.h"
#include "ui/reportsview/charts.h"

#include <QPicture>

class QPagedPaintDevice;

namespace checkpoint {

/// A picture as it is printed: black on white, its axes named, with its figures.
struct ChartSheet
{
    QString title;
    QString spoken; ///< the picture in one sentence
    QPicture picture;
    ChartTable table;
};

/// The colours of a picture on paper, whatever the theme is: black, white, and greys that differ clearly.
const Colours &paperColours();

/// Draws a picture for paper; on the GUI thread.
ChartSheet chartSheet(const QString &title, TrafficPicture picture, const QString &across,
                      const QString &upwards);

/// Paints each picture with its figures on a page of its own; any thread. WriteFailed.
Result<void> paintChartSheets(QPagedPaintDevice *device, const SheetHead &head,
                              const QList<ChartSheet> &sheets);

} // namespace checkpoint
