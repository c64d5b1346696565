#include "core/store/listreader.h"

#include "core/domain/textfolding.h"
#include "core/store/attentionrows.h"
#include "core/store/entryrows.h"
#include "core/store/entrysearch.h"
#include "core/store/expectedrows.h"
#include "core/store/insidereader.h"
#include "core/store/personindex.h"
#include "core/store/visitbook.h"
#include "core/store/visitorrows.h"

#include <QHash>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// A view, the one beside it, and what was looked at before.
constexpr std::size_t keptFilters = 4;

/// What an announcement says of the person.
VisitorData announcedData(const ExpectedVisitor &visitor)
{
    VisitorData data;
    data.name = visitor.name;
    data.idNumber = visitor.idNumber;
    data.phone = visitor.phone;
    if (visitor.birthYear)
        data.birthDate = PartialDate::fromYear(*visitor.birthYear);
    return data;
}

} // namespace

void ListReader::forgetNames()
{
    m_names.reset();
    m_matched.remove_if([](const MatchedLines &lines) { return lines.needsNames(); });
}

Result<Outline> ListReader::outline(const EntryFilter &filter, int stride)
{
    Outline outline;
    {
        Transaction state(m_connection, Transaction::Kind::Read);
        const MatchedLines &lines = matched(filter);
        const std::vector<quint32> &positions = lines.positions();
        outline.total = qint64(positions.size());
        outline.refused = lines.refused();
        outline.voided = lines.voided(*m_order);
        outline.apart = lines.apart(*m_order);
        outline.revision = m_order->revision();
        const auto step = std::size_t(std::max(1, stride));
        outline.everyStride.reserve(positions.size() / step + 1);
        for (std::size_t i = 0; i < positions.size(); i += step)
            outline.everyStride.push_back(m_order->lines()[positions[positions.size() - 1 - i]].key());
    }
    return m_connection.answer(outline);
}

Result<QList<ListRow>> ListReader::page(const EntryFilter &filter, const std::optional<PageKey> &after,
                                        int limit)
{
    QList<ListRow> rows;
    Transaction state(m_connection, Transaction::Kind::Read);
    const std::vector<quint32> &positions = matched(filter).positions();
    auto end = positions.end();
    if (after)
        end = std::ranges::lower_bound(positions, quint32(m_order->positionOf(*after)));
    AttentionRows notes(m_connection, *m_vault);
    while (end != positions.begin() && rows.size() < limit && !m_connection.failed()) {
        const Line &line = m_order->lines()[*--end];
        ListRow row;
        if (line.kind == Line::Kind::Refused)
            row.refused = refusedScan(line.seq);
        else
            row.entry = entryRow(line.seq);
        if (row.entry)
            row.entry->noted =
                notes.findThen(m_order->canonical(line.visitor), row.entry->entry.at.utcMs).has_value();
        if (row.entry || row.refused)
            rows.append(row);
    }
    return m_connection.answer(rows);
}

Result<QList<EntryRow>> ListReader::entries(const EntryQuery &query)
{
    EntryFilter filter;
    filter.fromUtcMs = query.fromUtcMs;
    filter.toUtcMs = query.toUtcMs;
    filter.search = query.search;
    filter.withVoids = true;
    QList<EntryRow> rows;
    Transaction state(m_connection, Transaction::Kind::Read);
    const std::vector<quint32> &positions = matched(filter).positions();
    auto next = query.newestFirst ? positions.end() : positions.begin();
    if (query.after) {
        const std::optional<EntryRecord> last = EntryRows(m_connection, *m_vault).find(*query.after);
        if (!last)
            m_connection.fail({ErrorCode::NotFound, u"there is no row of that id to go on from"_s});
        const PageKey key{last ? last->entry.at.utcMs : 0, *query.after};
        const auto place = quint32(m_order->positionOf(key));
        next = query.newestFirst ? std::ranges::lower_bound(positions, place)
                                 : std::ranges::upper_bound(positions, place);
    }
    while (next != (query.newestFirst ? positions.begin() : positions.end()) && !m_connection.failed()) {
        if (query.limit > 0 && rows.size() >= query.limit)
            break;
        const quint32 position = query.newestFirst ? *--next : *next++;
        if (auto row = entryRow(m_order->lines()[position].seq))
            rows.append(*row);
    }
    return m_connection.answer(rows);
}

Result<QList<VisitorHit>> ListReader::findVisitors(const QString &typed, int limit)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    refresh(true);
    EntrySearch search(typed);
    search.lookUpPhones(m_connection, *m_vault);
    return known(search, limit);
}

Result<QList<VisitorHit>> ListReader::known(const EntrySearch &search, int limit)
{
    if (search.isEmpty())
        return m_connection.answer(QList<VisitorHit>());
    return hits(limit, [&search](RowId row, const NameList::Person &person) -> std::optional<bool> {
        return search.matches(row, person) ? std::optional(search.matchesBeginnings(person)) : std::nullopt;
    });
}

Result<QList<VisitorHit>> ListReader::findArriving(const QString &typed, const QDate &day, int mostExpected,
                                                   int mostKnown)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    refresh(true);
    EntrySearch search(typed);
    search.lookUpPhones(m_connection, *m_vault);
    QList<ExpectedVisitor> expected;
    if (!search.isEmpty())
        expected = ExpectedRows(m_connection, *m_vault).ofDay(day);
    expected.removeIf([](const ExpectedVisitor &each) { return each.arrivedEntry.has_value(); });
    QHash<QString, int> names;
    for (const ExpectedVisitor &each : std::as_const(expected))
        ++names[foldedText(each.name)];
    expected.removeIf(
        [&search](const ExpectedVisitor &each) { return !search.matches(announcedData(each)); });
    std::ranges::stable_partition(expected, [&search](const ExpectedVisitor &each) {
        return search.matchesBeginnings(announcedData(each));
    });

    QList<VisitorHit> found;
    for (const ExpectedVisitor &each : std::as_const(expected)) {
        if (found.size() == mostExpected)
            break;
        found.append(expectedHit(each, names.value(foldedText(each.name)) == 1));
    }
    const qsizetype announced = found.size();
    const Result<QList<VisitorHit>> others = known(search, mostKnown + int(announced));
    if (!others)
        return others;
    for (const VisitorHit &each : *others) {
        const bool stands = std::ranges::find(found, each.visitorId, &VisitorHit::visitorId) != found.end();
        if (!stands && found.size() < announced + mostKnown)
            found.append(each);
    }
    return m_connection.answer(found);
}

VisitorHit ListReader::expectedHit(const ExpectedVisitor &visitor, bool onlyOneOfTheName)
{
    VisitorHit found;
    if (const std::optional<RowId> person = personOf(visitor, onlyOneOfTheName))
        found = hit(*person);
    else
        found.visitor = announcedData(visitor);
    found.expected = visitor;
    return found;
}

/// Whom of the record an announcement is about, as far as that is clear: by the number that was announced,
/// or, where there is none, by the name together with the year. A name alone is not enough: the two stand
/// apart.
std::optional<RowId> ListReader::personOf(const ExpectedVisitor &visitor, bool byName)
{
    VisitorRows visitors(m_connection, *m_vault);
    const std::vector<IdentityKey> keys = identityKeys(announcedData(visitor));
    const auto person = PersonIndex(m_connection, *m_vault, visitors).resolve(keys, false).person;
    if (person || !byName || !keys.empty() || !visitor.birthYear)
        return person;
    const std::string name = foldedText(visitor.name).toStdString();
    QList<RowId> namesakes;
    for (RowId row = 1; row <= m_names->last(); ++row) {
        if (m_order->canonical(row) == row && m_names->person(row).name == name)
            namesakes.append(row);
    }
    namesakes.removeIf([&](RowId row) {
        const std::optional<PartialDate> birth = visitors.data(row).birthDate;
        return birth && birth->year() != *visitor.birthYear;
    });
    const bool isClear = namesakes.size() == 1 && visitors.data(namesakes.front()).birthDate;
    return isClear ? std::optional(namesakes.front()) : std::nullopt;
}

Result<QList<VisitorHit>> ListReader::staff(int limit)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    refresh(true);
    return hits(limit, [](RowId, const NameList::Person &person) -> std::optional<bool> {
        return person.staff ? std::optional(true) : std::nullopt;
    });
}

/// The persons whom `fits` takes, those first for whom it says true, then who was here last.
Result<QList<VisitorHit>>
ListReader::hits(int limit, const std::function<std::optional<bool>(RowId, const NameList::Person &)> &fits)
{
    struct Found
    {
        bool first;
        qint64 lastPassage;
        RowId row;
    };
    const std::vector<qint64> lastPassages = m_order->lastPassages();
    std::vector<Found> found;
    for (RowId row = 1; row <= m_names->last(); ++row) {
        if (m_order->canonical(row) != row)
            continue;
        if (const std::optional<bool> first = fits(row, m_names->person(row)))
            found.push_back({*first, lastPassages[std::size_t(row)], row});
    }
    const auto wanted = std::min(found.size(), std::size_t(std::max(0, limit)));
    std::ranges::partial_sort(
        found, found.begin() + std::ptrdiff_t(wanted), std::ranges::greater(),
        [](const Found &one) { return std::tuple(one.first, one.lastPassage, one.row); });
    QList<VisitorHit> hits;
    for (std::size_t i = 0; i < wanted; ++i)
        hits.append(hit(found[i].row));
    return m_connection.answer(hits);
}

VisitorHit ListReader::hit(RowId person)
{
    VisitorRows visitors(m_connection, *m_vault);
    EntryRows entries(m_connection, *m_vault);
    VisitorHit hit;
    hit.visitorId = visitors.uuid(person);
    hit.visitor = visitors.data(person);
    hit.partyInside = VisitBook(m_connection).party(person).party;
    if (const std::optional<Visit> visit = VisitBook(m_connection).last(person)) {
        if (const auto record = entries.find(lastPassage(*visit).entryId))
            hit.lastEntry = record->entry;
        if (visit->isOpen())
            hit.insideSinceUtcMs = visit->in->atUtcMs;
    }
    Statement row = m_connection.query(
        u"SELECT e.id FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
        "AND e.kind <> 'void' AND (e.sealed_details IS NOT NULL OR "
        "EXISTS (SELECT 1 FROM entry_addition a WHERE a.entry = e.id AND a.said_details)) "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') "
        "ORDER BY e.at_ms DESC, e.id DESC LIMIT 1"_s,
        person);
    if (row.next()) {
        if (const auto record = entries.find(row.uuid(0)))
            hit.lastDetails = record->details;
    }
    return hit;
}

Result<QList<InsideRow>> ListReader::inside(const std::optional<qint64> &enteredBeforeUtcMs,
                                            const QString &search, const std::optional<PageKey> &after,
                                            int limit)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    EntrySearch words(search);
    if (!words.isEmpty()) {
        refresh(true);
        words.lookUpPhones(m_connection, *m_vault);
    }
    InsideReader reader(m_connection, *m_vault);
    const auto wants = [&](RowId person) {
        return words.isEmpty() || words.matches(person, m_names->person(person));
    };
    const QList<InsideRow> rows = reader.newestFirst(enteredBeforeUtcMs, after, limit, wants);
    return m_connection.answer(rows);
}

Result<QStringList> ListReader::sources()
{
    Transaction state(m_connection, Transaction::Kind::Read);
    refresh(false);
    QStringList sources = m_order->sources();
    sources.removeAll(QString());
    sources.sort();
    return m_connection.answer(sources);
}

void ListReader::refresh(bool withNames)
{
    m_order->refresh(m_connection);
    if (withNames)
        m_names->refresh(m_connection, *m_vault);
}

MatchedLines &ListReader::matched(const EntryFilter &filter)
{
    const auto known = std::ranges::find(m_matched, filter, &MatchedLines::filter);
    if (known != m_matched.end()) {
        m_matched.splice(m_matched.begin(), m_matched, known);
    } else {
        m_matched.emplace_front(filter);
        if (m_matched.size() > keptFilters)
            m_matched.pop_back();
    }
    MatchedLines &lines = m_matched.front();
    refresh(lines.needsNames());
    lines.update(m_connection, *m_vault, *m_order, m_names.get());
    return lines;
}

std::optional<EntryRow> ListReader::entryRow(quint32 seq)
{
    Statement row = m_connection.query(EntryRows::rowQuery(u"WHERE e.seq = ?"_s), qint64(seq));
    if (!row.next())
        return std::nullopt;
    return EntryRows::readRow(m_connection, *m_vault, row, EntryRows::readVisitor(*m_vault, row));
}

std::optional<RefusedScan> ListReader::refusedScan(quint32 seq)
{
    Statement row = m_connection.query(EntryRows::refusedQuery(u"WHERE r.seq = ?"_s), qint64(seq));
    return row.next() ? std::optional(EntryRows::readRefused(m_connection, *m_vault, row)) : std::nullopt;
}

} // namespace checkpoint
