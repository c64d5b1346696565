#pragma once

#include "core/store/traffic.h"
#include "ui/common/tokens.h"

#include <QChart>
#include <QStringList>

#include <memory>

namespace checkpoint {

/// The figures of a picture as a table: what the picture shows is there to be read, copied and spoken.
struct ChartTable
{
    QStringList header;
    QList<QStringList> rows;
};

/// A picture of a day and its figures. Colours are those of the theme that is in use; each series has a name
/// of its own and differs in more than its colour (place or line), so that it can be read in print.
struct TrafficPicture
{
    std::unique_ptr<QChart> chart;
    ChartTable table;
    QString spoken; ///< the picture in one sentence, for a screen reader
};

/// Passages of each hour of the day, beside what is usual on such a day of the week.
TrafficPicture hoursPicture(const Traffic &traffic, const Colours &colours);
/// People inside over the day; with a line for the capacity where there is one.
TrafficPicture presencePicture(const Traffic &traffic, int capacity, const Colours &colours);
/// Passages of the last thirty days.
TrafficPicture daysPicture(const Traffic &traffic, const Colours &colours);
/// Passages by location, or by kind of code; the most first.
TrafficPicture locationsPicture(const Traffic &traffic, const Colours &colours);
TrafficPicture sourcesPicture(const Traffic &traffic, const Colours &colours);

} // namespace checkpoint
