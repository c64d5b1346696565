#include "core/store/traffic.h"

#include "core/domain/entry.h"
#include "core/store/connection.h"
#include "core/store/storethreads_p.h"
#include "core/store/visitbook.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 quarterMs = hourMs / 4;
/// Who is inside is walked up to from so far back. Stays that began earlier are known from the visits.
constexpr qint64 walkedMs = 7 * 24 * hourMs;

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

/// How many are inside with each person, walked through their passages as the lists of who is inside are.
class Presence
{
public:
    Presence(Connection &connection, qint64 sinceUtcMs)
        : m_connection(connection), m_visits(connection), m_sinceUtcMs(sinceUtcMs)
    {
    }

    int people() const { return m_people; }

    /// Those who came before and are inside still, whether or not they pass again.
    void beginWithOpenVisits()
    {
        beginAll(u"SELECT visitor FROM visit WHERE in_entry IS NOT NULL AND out_entry IS NULL AND "
                 "superseded = 0 AND in_ms < ? UNION SELECT visitor FROM party_inside WHERE since_ms < ?"_s,
                 m_sinceUtcMs, m_sinceUtcMs);
    }

    /// Those who came before and passed next after the passages that are walked through, which end there.
    void beginWithVisitsThatEndedLater(qint64 endUtcMs)
    {
        // By no index: nearly all visits start before, and few last so long.
        beginAll(u"SELECT v.visitor FROM visit v NOT INDEXED WHERE v.in_ms < ? AND (v.out_ms >= ? OR "
                 "(v.superseded = 1 AND v.out_ms IS NULL AND NOT EXISTS (SELECT 1 FROM visit n WHERE "
                 "n.visitor = v.visitor AND n.start_ms > v.start_ms AND n.start_ms < ?)))"_s,
                 m_sinceUtcMs, endUtcMs, endUtcMs);
    }

    /// What was with somebody before the first of their passages that is walked through.
    void begin(RowId person, bool leaves)
    {
        if (m_stays.contains(person))
            return;
        Stay stay;
        {
            Statement last = m_connection.query(
                u"SELECT in_entry IS NOT NULL AND (out_ms IS NULL OR out_ms >= ?) FROM visit "
                "WHERE visitor = ? AND start_ms < ? ORDER BY start_ms DESC, id DESC LIMIT 1"_s,
                m_sinceUtcMs, person, m_sinceUtcMs);
            stay.inside = last.next() && last.flag(0);
        }
        if ((stay.inside || leaves) && wasAccompanied(person))
            stay.party = m_visits.partyBefore({person}, m_sinceUtcMs, QUuid());
        m_people += stay.people();
        m_stays.insert(person, stay);
    }

    void pass(RowId person, const StandingPassage &passage)
    {
        Stay &stay = m_stays[person];
        m_people -= stay.people();
        stay.party = partyAfter(stay.party, stay.inside, passage);
        if (!passage.apart)
            stay.inside = passage.direction == Direction::In;
        m_people += stay.people();
    }

private:
    struct Stay
    {
        bool inside = false;
        PartyStay party = {};

        int people() const { return int(inside) + party.party.size(); }
    };

    template <typename... Values> void beginAll(const QString &which, const Values &...values)
    {
        QList<RowId> persons;
        {
            Statement rows = m_connection.query(which, values...);
            while (rows.next())
                persons.append(rows.integer(0));
        }
        for (const RowId person : std::as_const(persons))
            begin(person, true);
    }

    /// Whether somebody came with them at any time before; for most nobody ever did.
    bool wasAccompanied(RowId person)
    {
        Statement row = m_connection.query(
            u"SELECT 1 FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? AND "
            "e.at_ms < ? AND e.kind = 'in' AND (e.companions + e.children > 0 OR EXISTS (SELECT 1 FROM "
            "entry_addition a WHERE a.entry = e.id AND a.companions + a.children > 0)) LIMIT 1"_s,
            person, m_sinceUtcMs);
        return row.next();
    }

    Connection &m_connection;
    VisitBook m_visits;
    const qint64 m_sinceUtcMs;
    QHash<RowId, Stay> m_stays;
    int m_people = 0;
};

/// The standing passages of a time with whose they are, in order.
std::vector<std::pair<RowId, StandingPassage>> passagesOf(Connection &connection, qint64 from, qint64 to)
{
    std::vector<std::pair<RowId, StandingPassage>> passages;
    Statement rows = connection.query(
        u"SELECT v.canonical, e.id, e.kind, e.at_ms, coalesce(a.companions, e.companions), "
        "coalesce(a.children, e.children), e.whole_party, e.apart FROM entry e "
        "JOIN visitor v ON v.id = e.visitor LEFT JOIN entry_addition a ON a.seq = (SELECT max(b.seq) "
        "FROM entry_addition b WHERE b.entry = e.id AND b.companions IS NOT NULL) "
        "WHERE e.at_ms >= ? AND e.at_ms < ? AND e.kind <> 'void' "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') "
        "ORDER BY e.at_ms, e.id"_s,
        from, to);
    while (rows.next()) {
        const bool out = rows.text(2) == directionId(Direction::Out);
        passages.emplace_back(rows.integer(0), StandingPassage{rows.uuid(1),
                                                               out ? Direction::Out : Direction::In,
                                                               rows.integer(3),
                                                               {int(rows.integer(4)), int(rows.integer(5))},
                                                               out && rows.flag(6),
                                                               rows.flag(7)});
    }
    return passages;
}

void countPresence(Connection &connection, Traffic &traffic, qint64 nowUtcMs)
{
    const qint64 from = startOf(traffic.day);
    const qint64 to = startOf(traffic.day.addDays(1));
    const qint64 end = qMin(to, nowUtcMs);
    if (end < from)
        return;
    const auto passages = passagesOf(connection, from - walkedMs, to);
    Presence presence(connection, from - walkedMs);
    presence.beginWithOpenVisits();
    if (to <= nowUtcMs)
        presence.beginWithVisitsThatEndedLater(to);
    for (const auto &[person, passage] : passages)
        presence.begin(person, passage.direction == Direction::Out);
    auto passing = passages.cbegin();
    for (; passing != passages.cend() && passing->second.atUtcMs <= from; ++passing)
        presence.pass(passing->first, passing->second);
    traffic.mostInside = presence.people();
    for (qint64 at = from; at <= end; at = at < end ? qMin(at + quarterMs, end) : end + 1) {
        for (; passing != passages.cend() && passing->second.atUtcMs <= at; ++passing) {
            presence.pass(passing->first, passing->second);
            traffic.mostInside = qMax(traffic.mostInside, presence.people());
        }
        traffic.presence.append({at, presence.people()});
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
    return m_store->d->reportTo(
        std::make_shared<bool>(false),
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
