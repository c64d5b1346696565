#include "core/store/matchedlines.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void MatchedLines::update(Connection &connection, const Vault &vault, const RecordOrder &order,
                          const NameList *names)
{
    if (m_filled && m_revision == order.revision())
        return;
    const quint64 nameArrangement = names && needsNames() ? names->arrangement() : 0;
    const bool stale = !m_filled || m_filter.openOnly || m_orderArrangement != order.arrangement() ||
                       m_nameArrangement != nameArrangement;
    if (stale) {
        m_positions.clear();
        m_refused = 0;
        m_wanted.clear();
        m_seen = 0;
        m_search.lookUpPhones(connection, vault);
    }
    m_locations = order.locationNumbers(m_filter.locations);
    m_sources = order.sourceNumbers(m_filter.sources);
    if (needsNames() && names)
        extendPersons(*names);
    if (m_filter.openOnly)
        addOpenLines(connection, order);
    else
        addLines(order, m_seen);
    m_seen = order.lines().size();
    m_filled = !connection.failed();
    m_revision = order.revision();
    m_orderArrangement = order.arrangement();
    m_nameArrangement = nameArrangement;
}

bool MatchedLines::wants(RowId person) const
{
    return !needsNames() || (std::size_t(person) < m_wanted.size() && m_wanted[std::size_t(person)]);
}

void MatchedLines::extendPersons(const NameList &names)
{
    for (auto row = RowId(m_wanted.size()); row <= names.last(); ++row) {
        const NameList::Person person = names.person(row);
        const bool inGroup = m_filter.group == EntryFilter::Everybody ||
                             person.staff == (m_filter.group == EntryFilter::StaffOnly);
        m_wanted.push_back(inGroup && (m_search.isEmpty() || m_search.matches(row, person)));
    }
}

void MatchedLines::addLines(const RecordOrder &order, std::size_t from)
{
    const std::vector<Line> &lines = order.lines();
    std::size_t end = lines.size();
    if (m_filter.fromUtcMs)
        from = std::max(from, order.positionOf({*m_filter.fromUtcMs, QUuid()}));
    if (m_filter.toUtcMs)
        end = order.positionOf({*m_filter.toUtcMs, QUuid()});
    for (std::size_t i = from; i < end; ++i) {
        if (!fits(lines[i], order))
            continue;
        m_positions.push_back(quint32(i));
        m_refused += lines[i].kind == Line::Kind::Refused ? 1 : 0;
    }
}

void MatchedLines::addOpenLines(Connection &connection, const RecordOrder &order)
{
    const std::vector<Line> &lines = order.lines();
    Statement rows = connection.query(
        u"SELECT in_ms, in_entry FROM visit INDEXED BY visit_open_by_time WHERE in_entry IS NOT NULL AND "
        u"out_entry IS NULL AND superseded = 0 "
        "UNION SELECT since_ms, entry FROM party_inside"_s);
    while (rows.next()) {
        const PageKey key{rows.integer(0), rows.uuid(1)};
        const std::size_t position = order.positionOf(key);
        const bool inPeriod = key.atUtcMs >= m_filter.fromUtcMs.value_or(key.atUtcMs) &&
                              key.atUtcMs < m_filter.toUtcMs.value_or(std::numeric_limits<qint64>::max());
        if (inPeriod && position < lines.size() && lines[position].key() == key &&
            fits(lines[position], order))
            m_positions.push_back(quint32(position));
    }
    std::ranges::sort(m_positions);
}

bool MatchedLines::fits(const Line &line, const RecordOrder &order) const
{
    const auto isOneOf = [](const std::vector<quint16> &numbers, quint16 number) {
        return std::ranges::find(numbers, number) != numbers.end();
    };
    if (line.kind == Line::Kind::Refused) {
        const bool ofSomebody = !m_search.isEmpty() || m_filter.group == EntryFilter::StaffOnly;
        if (m_filter.refused == EntryFilter::Without || m_filter.direction ||
            (line.visitor == 0 && ofSomebody))
            return false;
    } else if (m_filter.refused == EntryFilter::Only) {
        return false;
    }
    if (line.kind == Line::Kind::Void && (!m_filter.withVoids || m_filter.direction))
        return false;
    if (m_filter.direction &&
        line.kind != (*m_filter.direction == Direction::In ? Line::Kind::In : Line::Kind::Out))
        return false;
    if (!m_filter.locations.isEmpty() && !isOneOf(m_locations, line.location))
        return false;
    if (!m_filter.sources.isEmpty() && !isOneOf(m_sources, line.source))
        return false;
    return line.visitor == 0 || wants(order.canonical(line.visitor));
}

qint64 MatchedLines::voided(const RecordOrder &order) const
{
    return std::ranges::count_if(order.voided(),
                                 [this, &order](const PageKey &key) { return has(key, order); });
}

qint64 MatchedLines::apart(const RecordOrder &order) const
{
    if (order.apart().empty())
        return 0;
    QSet<QUuid> voided;
    for (const PageKey &key : order.voided())
        voided.insert(key.id);
    return std::ranges::count_if(order.apart(), [this, &order, &voided](const PageKey &key) {
        return !voided.contains(key.id) && has(key, order);
    });
}

bool MatchedLines::has(const PageKey &key, const RecordOrder &order) const
{
    return key.atUtcMs >= m_filter.fromUtcMs.value_or(key.atUtcMs) &&
           key.atUtcMs < m_filter.toUtcMs.value_or(std::numeric_limits<qint64>::max()) &&
           std::ranges::binary_search(m_positions, quint32(order.positionOf(key)));
}

} // namespace checkpoint
