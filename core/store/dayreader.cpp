#include "core/store/dayreader.h"

#include "core/store/outbox.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 hourMs = 3'600'000;

} // namespace

DayReader::DayReader(Connection &connection, const QList<qint64> &bounds)
    : m_connection(connection), m_bounds(bounds), m_days(std::max<qsizetype>(0, bounds.size() - 1))
{
}

Result<QList<DayFigures>> DayReader::read()
{
    if (m_days.isEmpty())
        return m_days;
    readTarget();
    readJoined();
    walkEntries();
    walkVisits();
    walkRefused();
    return m_connection.answer(m_days);
}

void DayReader::readTarget()
{
    Statement row = m_connection.query(
        u"SELECT id, backlog_next, backlog_end FROM target WHERE kind = ? ORDER BY id LIMIT 1"_s,
        QString(nationalTargetKind));
    if (!row.next())
        return;
    m_target = row.integer(0);
    m_backlogNext = row.integer(1);
    m_backlogEnd = row.integer(2);
}

void DayReader::readJoined()
{
    Statement rows = m_connection.query(u"SELECT v.id, v.canonical FROM visitor_link k CROSS JOIN visitor v "
                                        "ON v.id = k.visitor WHERE k.undone_ms IS NULL"_s);
    while (rows.next())
        m_joined.insert(rows.integer(0), rows.integer(1));
}

void DayReader::walkEntries()
{
    std::optional<Moment> last = lastScanBefore(m_connection, m_bounds.first());
    Tally tally;
    int day = 0;
    const auto closeDays = [&](int next) {
        for (; day < next; ++day) {
            DayFigures &figures = m_days[day];
            figures.lastScan = last;
            figures.locations = tally.locations.size();
            for (const auto &[source, count] : tally.bySource)
                figures.bySource.insert(QString::fromUtf8(source), count);
            tally = {};
        }
    };
    Statement rows = m_connection.query(
        u"SELECT e.at_ms, e.kind, e.source, e.visitor, e.location, e.estimated, e.offset_min, e.suspect, "
        "EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void'), b.state, e.seq "
        "FROM entry e LEFT JOIN outbox b ON b.target = ? AND b.entry = e.seq "
        "WHERE e.at_ms >= ? AND e.at_ms < ? ORDER BY e.at_ms, e.id"_s,
        m_target, m_bounds.first(), m_bounds.last());
    while (rows.next()) {
        const qint64 at = rows.integer(0);
        closeDays(dayOf(at, day));
        DayFigures &figures = m_days[day];
        if (m_target)
            countSynced(figures, rows);
        if (rows.bytes(1) == "void")
            continue;
        if (!rows.flag(5))
            last = Moment{at, int(rows.integer(6)), rows.flag(7)};
        if (!rows.flag(8))
            countPassage(figures, tally, rows, day);
    }
    closeDays(int(m_days.size()));
}

void DayReader::countPassage(DayFigures &figures, Tally &tally, const Statement &row, int day)
{
    (row.bytes(1) == "in" ? figures.in : figures.out) += 1;
    const QByteArrayView source = row.bytes(2);
    const auto known = std::ranges::find(tally.bySource, source, &std::pair<QByteArray, qint64>::first);
    if (known != tally.bySource.end())
        ++known->second;
    else
        tally.bySource.emplace_back(source.toByteArray(), 1);
    const auto hour = std::size_t((row.integer(0) - m_bounds[day]) / hourMs);
    ++figures.byHour[std::min(hour, figures.byHour.size() - 1)];
    const qint64 visitor = row.integer(3);
    const auto person = std::size_t(m_joined.isEmpty() ? visitor : m_joined.value(visitor, visitor));
    if (person >= m_seenOn.size())
        m_seenOn.resize(person + person / 2 + 1);
    if (std::exchange(m_seenOn[person], day + 1) != day + 1)
        ++figures.persons;
    tally.locations.insert(row.integer(4));
}

/// What the platform itself told is not told back, and has no row; nor have older entries whose data were
/// destroyed before there was a platform.
void DayReader::countSynced(DayFigures &figures, const Statement &row) const
{
    const qint64 seq = row.integer(10);
    const bool comes = seq >= m_backlogNext && seq <= m_backlogEnd && row.bytes(2) != "own-phone";
    if (!row.isNull(9) || comes)
        ++figures.toSync;
    if (row.bytes(9) == "acknowledged")
        ++figures.synced;
}

void DayReader::walkVisits()
{
    Statement rows = m_connection.query(
        u"SELECT start_ms, out_ms FROM visit INDEXED BY visit_by_start WHERE start_ms >= ? AND start_ms < ? "
        "AND in_ms IS NOT NULL ORDER BY start_ms"_s,
        m_bounds.first(), m_bounds.last());
    int day = 0;
    while (rows.next()) {
        day = dayOf(rows.integer(0), day);
        m_days[day].unclosed += rows.isNull(1) || rows.integer(1) >= m_bounds[day + 1];
    }
}

void DayReader::walkRefused()
{
    Statement rows =
        m_connection.query(u"SELECT at_ms FROM refused_scan WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms"_s,
                           m_bounds.first(), m_bounds.last());
    int day = 0;
    while (rows.next()) {
        day = dayOf(rows.integer(0), day);
        ++m_days[day].refused;
    }
}

std::optional<Moment> lastScanBefore(Connection &connection, qint64 utcMs)
{
    Statement row = connection.query(
        u"SELECT at_ms, offset_min, suspect FROM entry e WHERE at_ms < ? AND kind <> 'void' AND NOT "
        "estimated ORDER BY at_ms DESC, id DESC LIMIT 1"_s,
        utcMs);
    if (!row.next())
        return std::nullopt;
    return Moment{row.integer(0), int(row.integer(1)), row.flag(2)};
}

/// The day of a moment, which is not before the day that the walk has come to.
int DayReader::dayOf(qint64 utcMs, int from) const
{
    while (utcMs >= m_bounds[from + 1])
        ++from;
    return from;
}

} // namespace checkpoint
