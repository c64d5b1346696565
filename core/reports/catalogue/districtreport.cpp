#include "core/reports/catalogue/districtreport.h"

#include "core/reports/districtform.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QDate localDay(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).date();
}

QString maskedPhone(const QString &phone)
{
    return phone.size() < 8 ? QString(phone.size(), u'*') : QString(phone.size() - 3, u'*') + phone.right(3);
}

/// The earlier of the first poster's day and that of the first scan.
QDate registeredOn(const VenueRecord &record, const std::optional<Moment> &firstScan)
{
    QDate first = firstScan ? firstScan->toDateTime().date() : QDate();
    for (const Poster &poster : record.posters) {
        if (!first.isValid() || poster.issuedOn < first)
            first = poster.issuedOn;
    }
    return first;
}

} // namespace

DistrictReport::DistrictReport(const ReportRequest &request)
    : m_request(request)
    , m_first(localDay(request.fromUtcMs.value_or(request.now.utcMs)))
    , m_last(request.toUtcMs ? localDay(*request.toUtcMs - 1) : localDay(request.now.utcMs))
{
}

QList<Column> DistrictReport::columns() const
{
    return districtform::columns();
}

Result<void> DistrictReport::write(ReportOutput &output)
{
    if (!m_request.store)
        return {};
    ReportSource source(m_request.store);
    auto loading = VenueRegister(m_request.store).load();
    auto scanning = source.firstScan();
    loading.waitForFinished();
    scanning.waitForFinished();
    const Result<VenueRecord> record = loading.takeResult();
    const Result<std::optional<Moment>> firstScan = scanning.takeResult();
    if (!record)
        return record.error();
    if (!firstScan)
        return firstScan.error();
    if (!record->venue)
        return Error{ErrorCode::NotFound, u"the desk has no venue yet"_s};
    const QDate registered = registeredOn(*record, *firstScan);
    for (QDate day = m_first; day <= m_last; day = day.addDays(1)) {
        if (output.isCancelled())
            return Error{ErrorCode::Cancelled, u"the report was stopped"_s};
        auto counting =
            source.day(day.startOfDay().toMSecsSinceEpoch(), day.addDays(1).startOfDay().toMSecsSinceEpoch());
        counting.waitForFinished();
        const Result<DayFigures> figures = counting.takeResult();
        if (!figures)
            return figures.error();
        auto written =
            output.write(placeCells(*record, day, registered, *figures) + countCells(*record, *figures));
        if (!written)
            return written;
        output.setProgress(m_first.daysTo(day) + 1, m_first.daysTo(m_last) + 1);
    }
    return {};
}

CellRow DistrictReport::placeCells(const VenueRecord &record, const QDate &day, const QDate &registeredOn,
                                   const DayFigures &figures) const
{
    const Venue &venue = *record.venue;
    const bool revealed = m_request.revealed;
    return {qint64(districtform::version),
            day,
            venue.province,
            venue.district,
            venue.commune,
            venue.code,
            venue.name,
            venue.category ? Cell(venueCategoryId(*venue.category)) : Cell(),
            venue.street,
            revealed ? venue.contactName : abbreviatedName(venue.contactName),
            revealed ? venue.contactPhone : maskedPhone(venue.contactPhone),
            registeredOn.isValid() ? Cell(registeredOn) : Cell(),
            figures.lastScan ? Cell(*figures.lastScan) : Cell()};
}

CellRow DistrictReport::countCells(const VenueRecord &record, const DayFigures &figures) const
{
    CellRow cells{figures.in + figures.out > 0, figures.in, figures.out, figures.unclosed, figures.persons};
    QMap<QString, qint64> others = figures.bySource;
    for (const QString &source : districtform::sources())
        cells.append(others.take(source));
    qint64 other = 0;
    for (const qint64 count : std::as_const(others))
        other += count;
    const auto peak = std::ranges::max_element(figures.byHour);
    const bool hasPeak = *peak > 0;
    const auto registered =
        std::ranges::count_if(record.locations, [](const Location &location) { return !location.withdrawn; });
    cells += {other,
              figures.refused,
              hasPeak ? Cell(qint64(peak - figures.byHour.begin())) : Cell(),
              hasPeak ? Cell(*peak) : Cell(),
              qint64(registered),
              figures.locations,
              Cell(),
              m_request.now};
    return cells;
}

} // namespace checkpoint
