#include "core/store/traffic.h"

#include "core/domain/entry.h"
#include "core/store/connection.h"
#include "core/store/storethreads_p.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 quarterMs = hourMs / 4;
/// A visit without an exit is looked for as far back as somebody may have forgotten to scan out.
constexpr qint64 longestStayMs = 7 * 24 * hourMs;

qint64 startOf(const QDate &day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

/// The passages of a period that stand; takes its two ends as parameters.
const QString standing =
    u"FROM entry e LEFT JOIN location l ON l.id = e.location WHERE e.at_ms >= ? AND e.at_ms < ? "
    "AND e.kind <> 'void' AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') "_s;

void countHours(Connection &connection, Traffic &traffic)
{
    const QDate first = traffic.day.addDays(1 - qMax(Traffic::shownDays, 7 * Traffic::usualWeeks + 1));
    std::map<QDate, std::array<int, 24>> weekdays; // those that tell what is usual
    QHash<QDate, DayTraffic> days;
    Statement rows =
        connection.query(u"SELECT e.kind, (e.at_ms + e.offset_min * 60000) / 3600000, count(*) "_s +
                             standing + u"GROUP BY 1, 2"_s,
                         startOf(first), startOf(traffic.day.addDays(1)));
    while (rows.next()) {
        const bool in = rows.text(0) == directionId(Direction::In);
        const qint64 hour = rows.integer(1);
        const int count = int(rows.integer(2));
        const QDate day = QDate(1970, 1, 1).addDays(hour / 24);
        const auto ofDay = std::size_t(hour % 24);
        (in ? days[day].in : days[day].out) += count;
        if (day == traffic.day)
            (in ? traffic.in : traffic.out)[ofDay] += count;
        else if (day.daysTo(traffic.day) % 7 == 0)
            weekdays[day][ofDay] += count;
    }
    for (int back = Traffic::shownDays - 1; back >= 0; --back) {
        const QDate day = traffic.day.addDays(-back);
        traffic.days.append({day, days[day].in, days[day].out});
    }
    traffic.usualDays = int(weekdays.size());
    for (const auto &[day, hours] : weekdays)
        for (std::size_t hour = 0; hour < hours.size(); ++hour)
            traffic.usual[hour] += double(hours[hour]) / double(weekdays.size());
}

QList<NamedTraffic> countBy(Connection &connection, const QString &name, const QDate &day)
{
    QList<NamedTraffic> counts;
    Statement rows = connection.query(u"SELECT %1, sum(e.kind = 'in'), sum(e.kind = 'out') "_s.arg(name) +
                                          standing + u"GROUP BY 1 ORDER BY count(*) DESC, 1"_s,
                                      startOf(day), startOf(day.addDays(1)));
    while (rows.next())
        counts.append({rows.text(0), int(rows.integer(1)), int(rows.integer(2))});
    return counts;
}

/// From the visits that overlap the day: each came with so many and left with them.
void countPresence(Connection &connection, Traffic &traffic, qint64 nowUtcMs)
{
    const qint64 from = startOf(traffic.day);
    const qint64 to = startOf(traffic.day.addDays(1));
    std::map<qint64, int> changes; // by moment
    int people = 0;
    Statement rows = connection.query(
        u"SELECT v.in_ms, v.out_ms, 1 + "
        "coalesce((SELECT a.companions FROM entry_addition a WHERE a.entry = e.id AND a.companions IS NOT "
        "NULL ORDER BY a.seq DESC LIMIT 1), e.companions) + "
        "coalesce((SELECT a.children FROM entry_addition a WHERE a.entry = e.id AND a.children IS NOT NULL "
        "ORDER BY a.seq DESC LIMIT 1), e.children) "
        "FROM visit v JOIN entry e ON e.id = v.in_entry WHERE v.start_ms >= ? AND v.start_ms < ? "
        "AND NOT v.superseded AND (v.out_ms IS NULL OR v.out_ms > ?)"_s,
        from - longestStayMs, to, from);
    while (rows.next()) {
        const int size = int(rows.integer(2));
        const qint64 in = rows.integer(0);
        if (in <= from)
            people += size;
        else
            changes[in] += size;
        if (!rows.isNull(1) && rows.integer(1) < to)
            changes[rows.integer(1)] -= size;
    }
    traffic.mostInside = people;
    auto change = changes.cbegin();
    const qint64 end = qMin(to, nowUtcMs);
    for (qint64 at = from; at <= end; at = at < end ? qMin(at + quarterMs, end) : end + 1) {
        for (; change != changes.cend() && change->first <= at; ++change) {
            people += change->second;
            traffic.mostInside = qMax(traffic.mostInside, people);
        }
        traffic.presence.append({at, people});
    }
}

} // namespace

bool Traffic::isEmpty() const
{
    return mostInside == 0 &&
           std::ranges::none_of(days, [](const DayTraffic &each) { return each.in + each.out > 0; });
}

Future<Result<Traffic>> TrafficSource::day(const QDate &day, qint64 nowUtcMs)
{
    return m_store->d->readFrom(
        [day, nowUtcMs](Connection &connection, const std::shared_ptr<const Vault> &) {
            Traffic traffic;
            traffic.day = day;
            Transaction state(connection, Transaction::Kind::Read);
            countHours(connection, traffic);
            traffic.locations = countBy(connection, u"coalesce(l.name, '')"_s, day);
            traffic.sources = countBy(connection, u"e.source"_s, day);
            countPresence(connection, traffic, nowUtcMs);
            return connection.answer(traffic);
        });
}

} // namespace checkpoint
