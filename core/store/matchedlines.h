#pragma once

#include "core/store/entrysearch.h"
#include "core/store/recordorder.h"

#include <list>
#include <vector>

namespace checkpoint {

/// The lines of the record that fit a filter, as their positions, kept from one page to the next. Belongs to
/// one RecordOrder.
class MatchedLines
{
public:
    explicit MatchedLines(const EntryFilter &filter) : m_filter(filter), m_search(filter.search) {}

    const EntryFilter &filter() const { return m_filter; }
    bool needsNames() const { return !m_search.isEmpty() || m_filter.group != EntryFilter::Everybody; }

    /// Brings the positions up to date with the record. `names` may be absent unless needsNames().
    void update(Connection &connection, const Vault &vault, const RecordOrder &order, const NameList *names);

    /// In the order of time, oldest first.
    const std::vector<quint32> &positions() const { return m_positions; }
    /// How many of them are refused scans.
    qint64 refused() const { return m_refused; }
    /// How many of them are entries that were taken back.
    qint64 voided(const RecordOrder &order) const;
    /// How many of them are passages of companions without their visitor that count.
    qint64 apart(const RecordOrder &order) const;

    /// Whether a person (a canonical row) fits the filter's words and group.
    bool wants(RowId person) const;

private:
    void extendPersons(const NameList &names);
    void addLines(const RecordOrder &order, std::size_t from);
    void addOpenLines(Connection &connection, const RecordOrder &order);
    bool fits(const Line &line, const RecordOrder &order) const;
    bool has(const PageKey &key, const RecordOrder &order) const;

    const EntryFilter m_filter;
    EntrySearch m_search;
    std::vector<char> m_wanted; ///< by canonical row, when names are needed
    std::vector<quint16> m_locations;
    std::vector<quint16> m_sources;
    std::vector<quint32> m_positions;
    qint64 m_refused = 0;
    std::size_t m_seen = 0; ///< how many lines have been looked at
    bool m_filled = false;
    quint64 m_revision = 0; ///< of the order, and so on
    quint64 m_orderArrangement = 0;
    quint64 m_nameArrangement = 0;
};

} // namespace checkpoint
