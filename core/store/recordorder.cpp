#include "core/store/recordorder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Line::Kind kindOf(const QString &id)
{
    if (id == directionId(Direction::In))
        return Line::Kind::In;
    return id == directionId(Direction::Out) ? Line::Kind::Out : Line::Kind::Void;
}

std::vector<quint16> numbersOf(const QHash<QString, quint16> &numbers, const QStringList &names)
{
    std::vector<quint16> found;
    for (const QString &name : names) {
        if (const auto number = numbers.find(name); number != numbers.end())
            found.push_back(*number);
    }
    return found;
}

} // namespace

bool isBefore(const PageKey &a, const PageKey &b)
{
    return a.atUtcMs != b.atUtcMs ? a.atUtcMs < b.atUtcMs : a.id < b.id;
}

void RecordOrder::load(Connection &connection)
{
    Statement count =
        connection.query(u"SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM refused_scan)"_s);
    if (count.next())
        m_lines.reserve(std::size_t(count.integer(0)) + std::size_t(count.integer(0)) / 16);
    refresh(connection);
    m_dataVersion = -1; // means nothing to another connection
}

void RecordOrder::refresh(Connection &connection)
{
    {
        Statement version = connection.query(u"PRAGMA data_version"_s);
        const qint64 found = version.next() ? version.integer(0) : -1;
        if (found == m_dataVersion && found >= 0)
            return;
        m_dataVersion = found;
    }
    readLocations(connection);
    readVisitors(connection);
    readLines(connection);
    forgetRefused(connection);
    ++m_revision;
    if (connection.failed())
        m_dataVersion = -1; // the rest the next time
}

std::size_t RecordOrder::positionOf(const PageKey &key) const
{
    const auto found = std::ranges::lower_bound(m_lines, key, isBefore, &Line::key);
    return std::size_t(found - m_lines.begin());
}

RowId RecordOrder::canonical(RowId visitor) const
{
    return std::size_t(visitor) < m_canonical.size() ? RowId(m_canonical[std::size_t(visitor)]) : visitor;
}

std::vector<qint64> RecordOrder::lastPassages() const
{
    std::vector<qint64> last(m_canonical.size(), 0);
    for (std::size_t row = 0; row < m_lastPassages.size() && row < last.size(); ++row) {
        qint64 &ofPerson = last[m_canonical[row]];
        ofPerson = std::max(ofPerson, m_lastPassages[row]);
    }
    return last;
}

std::vector<quint16> RecordOrder::locationNumbers(const QStringList &names) const
{
    return numbersOf(m_locations, names);
}

std::vector<quint16> RecordOrder::sourceNumbers(const QStringList &names) const
{
    return numbersOf(m_sources.numbers, names);
}

quint16 RecordOrder::Names::number(const QString &name)
{
    const auto known = numbers.constFind(name);
    if (known != numbers.cend())
        return *known;
    const auto number = quint16(names.size());
    names.append(name);
    numbers.insert(name, number);
    return number;
}

void RecordOrder::readLines(Connection &connection)
{
    const auto before = std::ptrdiff_t(m_lines.size());
    readEntries(connection);
    readRefused(connection);
    const auto older = [](const Line &a, const Line &b) { return isBefore(a.key(), b.key()); };
    // Entries come in the order of committing, which is that of time but for what was written down late.
    const auto added = m_lines.begin() + before;
    if (!std::is_sorted(added, m_lines.end(), older))
        std::sort(added, m_lines.end(), older);
    if (before > 0 && added != m_lines.end() && older(*added, *(added - 1))) {
        const auto from = std::upper_bound(m_lines.begin(), added, *added, older);
        std::inplace_merge(from, added, m_lines.end(), older);
        ++m_arrangement;
    }
}

void RecordOrder::readEntries(Connection &connection)
{
    Statement rows = connection.query(
        u"SELECT e.seq, e.at_ms, e.id, e.visitor, e.location, e.source, e.kind, o.at_ms, o.id, "
        "e.apart FROM entry e "
        "LEFT JOIN entry o ON o.id = e.corrects AND e.kind = 'void' WHERE e.seq > ? ORDER BY e.seq"_s,
        m_entrySeq);
    while (rows.next()) {
        Line line;
        m_entrySeq = rows.integer(0);
        line.seq = quint32(m_entrySeq);
        line.atUtcMs = rows.integer(1);
        line.id = rows.uuid(2);
        line.visitor = quint32(rows.integer(3));
        line.location = quint16(rows.integer(4));
        line.source = m_sources.number(rows.text(5));
        line.kind = kindOf(rows.text(6));
        m_lines.push_back(line);
        if (line.visitor >= m_lastPassages.size())
            m_lastPassages.resize(line.visitor + 1, 0);
        if (line.kind != Line::Kind::Void)
            m_lastPassages[line.visitor] = std::max(m_lastPassages[line.visitor], line.atUtcMs);
        else if (!rows.isNull(8))
            m_voided.push_back({rows.integer(7), rows.uuid(8)});
        if (rows.flag(9) && line.kind != Line::Kind::Void)
            m_apart.push_back(line.key());
    }
}

void RecordOrder::readRefused(Connection &connection)
{
    Statement rows = connection.query(
        u"SELECT seq, at_ms, id, location, source, visitor FROM refused_scan WHERE seq > ? ORDER BY seq"_s,
        m_refusedSeq);
    while (rows.next()) {
        Line line;
        m_refusedSeq = rows.integer(0);
        line.seq = quint32(m_refusedSeq);
        line.atUtcMs = rows.integer(1);
        line.id = rows.uuid(2);
        line.location = quint16(rows.integer(3));
        line.source = m_sources.number(rows.text(4));
        line.visitor = rows.isNull(5) ? 0 : quint32(rows.integer(5));
        line.kind = Line::Kind::Refused;
        m_lines.push_back(line);
    }
}

/// Whom a refusal was about is destroyed before the refusal itself: the lines in memory forget it as well.
void RecordOrder::forgetRefused(Connection &connection)
{
    {
        Statement last =
            connection.query(u"SELECT seq || '/' || visitors || '/' || seals || '/' || others FROM erasure "
                             "ORDER BY seq DESC LIMIT 1"_s);
        const QString erased = last.next() ? last.text(0) : QString();
        if (erased == std::exchange(m_erased, erased))
            return;
    }
    std::unordered_set<quint32> named;
    Statement rows = connection.query(u"SELECT seq FROM refused_scan WHERE visitor IS NOT NULL"_s);
    while (rows.next())
        named.insert(quint32(rows.integer(0)));
    for (Line &line : m_lines) {
        if (line.kind != Line::Kind::Refused || line.visitor == 0 || named.contains(line.seq))
            continue;
        line.visitor = 0;
        ++m_arrangement; // found by their name before
    }
}

void RecordOrder::readVisitors(Connection &connection)
{
    Statement rows = connection.query(
        u"SELECT id, canonical, revision FROM visitor WHERE revision > ? ORDER BY revision"_s,
        m_visitorRevision);
    while (rows.next()) {
        const auto row = std::size_t(rows.integer(0));
        const auto canonicalRow = quint32(rows.integer(1));
        m_visitorRevision = rows.integer(2);
        if (row >= m_canonical.size())
            m_canonical.resize(row + 1, 0);
        if (m_canonical[row] != 0 && m_canonical[row] != canonicalRow)
            ++m_arrangement;
        m_canonical[row] = canonicalRow;
    }
}

void RecordOrder::readLocations(Connection &connection)
{
    Statement rows = connection.query(u"SELECT name, id FROM location"_s);
    while (rows.next())
        m_locations.insert(rows.text(0), quint16(rows.integer(1)));
}

} // namespace checkpoint
