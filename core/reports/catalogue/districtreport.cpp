#include "core/reports/catalogue/districtreport.h"

#include "core/reports/districtform.h"
#include "core/reports/revealnote.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int daysAtOnce = 62; // a breath for whoever stops the report, and for its progress

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
    if (auto noted = noteContact(source, *record); !noted)
        return noted;
    for (QDate day = m_first; day <= m_last; day = day.addDays(daysAtOnce)) {
        if (output.isCancelled())
            return Error{ErrorCode::Cancelled, u"the report was stopped"_s};
        auto written = writeDays(output, source, *record, day, registered);
        if (!written)
            return written;
    }
    return {};
}

/// Writes the days from one on, so many as are counted at once.
Result<void> DistrictReport::writeDays(ReportOutput &output, ReportSource &source, const VenueRecord &record,
                                       const QDate &first, const QDate &registeredOn)
{
    const QDate end = std::min(first.addDays(daysAtOnce), m_last.addDays(1));
    QList<qint64> bounds;
    for (QDate day = first; day <= end; day = day.addDays(1))
        bounds.append(day.startOfDay().toMSecsSinceEpoch());
    auto counting = source.days(bounds);
    counting.waitForFinished();
    const Result<QList<DayFigures>> days = counting.takeResult();
    if (!days)
        return days.error();
    for (qsizetype i = 0; i < days->size(); ++i) {
        auto written = output.write(placeCells(record, first.addDays(i), registeredOn, days->at(i)) +
                                    countCells(record, days->at(i)));
        if (!written)
            return written;
    }
    output.setProgress(m_first.daysTo(end), m_first.daysTo(m_last) + 1);
    return {};
}

/// The contact's name and phone are the only personal data here; they belong to the venue's row.
Result<void> DistrictReport::noteContact(ReportSource &source, const VenueRecord &record) const
{
    const bool has = !record.venue->contactName.isEmpty() || !record.venue->contactPhone.isEmpty();
    return has ? noteReveals(source, m_request, u"district"_s, {record.venueId}) : Result<void>();
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
              figures.toSync > 0 ? Cell(double(figures.synced * 1000 / figures.toSync) / 10) : Cell(),
              m_request.now};
    return cells;
}

} // namespace checkpoint
