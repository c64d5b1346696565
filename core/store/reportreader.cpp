#include "core/store/reportreader.h"

#include "core/store/entryrows.h"

#include <QHash>

#include <limits>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 everBefore = std::numeric_limits<qint64>::min();
constexpr qint64 everAfter = std::numeric_limits<qint64>::max();

// Rows of a page name their places by number, and what was said later of who came along is asked for once a
// page: looking both up for each row would take a third of the time.
const QString entryColumns =
    u"SELECT e.id, e.kind, e.at_ms, e.offset_min, e.suspect, e.estimated, e.late, e.location, e.source, "
    "e.device, e.visitor, e.corrects, e.sealed_reason, x.id, e.companions, e.children FROM entry e "
    "LEFT JOIN entry x ON x.corrects = e.id AND x.kind = 'void' "_s;

const QString visitColumns =
    u"SELECT v.id, v.start_ms, v.superseded, v.visitor, i.companions, i.children, "
    "i.id, i.at_ms, i.offset_min, i.suspect, i.location, i.source, i.estimated, i.late, "
    "o.id, o.at_ms, o.offset_min, o.suspect, o.location, o.source, o.estimated, o.late FROM visit v "
    "LEFT JOIN entry i ON i.id = v.in_entry LEFT JOIN entry o ON o.id = v.out_entry "_s;

/// Texts of which a page has few: each is made once.
class RepeatedTexts
{
public:
    QString of(QByteArrayView utf8)
    {
        for (const auto &[bytes, text] : m_known) {
            if (bytes == utf8)
                return text;
        }
        QString text = QString::fromUtf8(utf8);
        if (m_known.size() < mostKept)
            m_known.emplace_back(utf8.toByteArray(), text);
        return text;
    }

private:
    static constexpr std::size_t mostKept = 16;
    std::vector<std::pair<QByteArray, QString>> m_known;
};

std::optional<QUuid> idIn(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.uuid(column));
}

/// The names of the places, by number.
QHash<RowId, QString> placesOf(Connection &connection)
{
    QHash<RowId, QString> names;
    Statement rows = connection.query(u"SELECT id, name FROM location"_s);
    while (rows.next())
        names.insert(rows.integer(0), rows.text(1));
    return names;
}

/// What a page's rows share.
struct PageWords
{
    explicit PageWords(Connection &connection) : places(placesOf(connection)) {}

    const QHash<RowId, QString> places;
    RepeatedTexts texts;
};

Party &partyOf(ReportEntry &row)
{
    return row.entry.party;
}

Party &partyOf(ReportVisit &row)
{
    return row.party;
}

/// Gives the rows of a page whose party was told again later the one that was told last. The additions begin
/// with what `keyOf` gives of a row, in the order of the rows; some may be of rows that follow the page.
template <typename Row, typename KeyIn, typename KeyOf>
void takeAdditions(QList<Row> &page, Statement additions, KeyIn keyIn, KeyOf keyOf)
{
    auto row = page.begin();
    while (additions.next()) {
        const auto key = keyIn(additions);
        while (row != page.end() && keyOf(*row) != key)
            ++row;
        if (row == page.end())
            return;
        partyOf(*row) = {int(additions.integer(1)), int(additions.integer(2))};
    }
}

/// The additions to the visits of a condition, as takeAdditions() wants them.
const QString additionsToVisits =
    u"SELECT v.id, a.companions, a.children FROM visit v CROSS JOIN entry_addition a ON a.entry = v.in_entry "
    "WHERE a.companions IS NOT NULL AND %1 ORDER BY v.start_ms, v.id, a.seq"_s;

void takeAdditions(QList<ReportVisit> &page, Statement additions)
{
    takeAdditions(
        page, std::move(additions), [](const Statement &row) { return row.integer(0); },
        [](const ReportVisit &visit) { return visit.key.number; });
}

ReportEntry readEntry(Connection &connection, const Vault &vault, const Statement &found, PageWords &words)
{
    ReportEntry row;
    Entry &entry = row.entry;
    entry.id = found.uuid(0);
    if (const auto kind = entryKindFromId(words.texts.of(found.bytes(1))))
        entry.kind = *kind;
    else
        connection.fail({ErrorCode::DatabaseDamaged, u"an entry of an unknown kind"_s});
    entry.at = {found.integer(2), int(found.integer(3)), found.flag(4)};
    entry.estimated = found.flag(5);
    entry.late = found.flag(6);
    entry.location = words.places.value(found.integer(7));
    entry.source = words.texts.of(found.bytes(8));
    entry.device = words.texts.of(found.bytes(9));
    row.person = found.integer(10);
    entry.corrects = idIn(found, 11);
    if (!found.isNull(12))
        entry.reason = EntryRows::openedReason(vault, entry.id, found.blob(12));
    row.voidedBy = idIn(found, 13);
    entry.party = {int(found.integer(14)), int(found.integer(15))};
    return row;
}

std::optional<VisitEnd> visitEnd(const Statement &row, int first, PageWords &words)
{
    if (row.isNull(first))
        return std::nullopt;
    return VisitEnd{row.uuid(first),
                    {row.integer(first + 1), int(row.integer(first + 2)), row.flag(first + 3)},
                    words.places.value(row.integer(first + 4)),
                    words.texts.of(row.bytes(first + 5)),
                    row.flag(first + 6),
                    row.flag(first + 7)};
}

ReportVisit readVisit(const Statement &row, PageWords &words)
{
    ReportVisit visit;
    visit.key = {row.integer(1), row.integer(0)};
    visit.superseded = row.flag(2);
    visit.person = row.integer(3);
    visit.in = visitEnd(row, 6, words);
    if (visit.in)
        visit.party = {int(row.integer(4)), int(row.integer(5))};
    visit.out = visitEnd(row, 14, words);
    return visit;
}

} // namespace

Result<QList<ReportEntry>> ReportReader::entries(const PassageQuery &query)
{
    const Transaction state(m_connection, Transaction::Kind::Read);
    QList<ReportEntry> rows;
    rows.reserve(query.limit);
    PageWords words(m_connection);
    // The period's beginning is a place as well: of two lower bounds SQLite would use the first alone, and
    // read all up to the place again for every page. No row has an empty id.
    const qint64 from = query.after ? query.after->atUtcMs : query.fromUtcMs.value_or(everBefore);
    const QByteArray fromId = query.after ? query.after->id.toRfc4122() : QByteArray("");
    {
        Statement found = m_connection.query(
            entryColumns + u"WHERE (e.at_ms, e.id) > (?, ?) AND e.at_ms < ? ORDER BY e.at_ms, e.id LIMIT ?"_s,
            from, fromId, query.toUtcMs.value_or(everAfter), query.limit);
        while (found.next())
            rows.append(readEntry(m_connection, *m_vault, found, words));
    }
    if (!rows.isEmpty()) {
        takeAdditions(
            rows,
            m_connection.query(u"SELECT e.id, a.companions, a.children FROM entry e "
                               "CROSS JOIN entry_addition a ON a.entry = e.id "
                               "WHERE (e.at_ms, e.id) > (?, ?) AND e.at_ms <= ? "
                               "AND a.companions IS NOT NULL ORDER BY e.at_ms, e.id, a.seq"_s,
                               from, fromId, rows.last().entry.at.utcMs),
            [](const Statement &row) { return row.uuid(0); },
            [](const ReportEntry &row) { return row.entry.id; });
    }
    return m_connection.answer(rows);
}

Result<QList<ReportVisit>> ReportReader::visits(const VisitQuery &query)
{
    const Transaction state(m_connection, Transaction::Kind::Read);
    QList<ReportVisit> visits;
    visits.reserve(query.limit);
    PageWords words(m_connection);
    const VisitKey place = query.after.value_or(VisitKey{query.fromUtcMs.value_or(everBefore), 0});
    {
        Statement found = m_connection.query(
            visitColumns + u"WHERE (v.start_ms, v.id) > (?, ?) AND v.start_ms < ? "
                           "ORDER BY v.start_ms, v.id LIMIT ?"_s,
            place.startUtcMs, place.number, query.toUtcMs.value_or(everAfter), query.limit);
        while (found.next())
            visits.append(readVisit(found, words));
    }
    if (!visits.isEmpty()) {
        const QString ofPage = u"(v.start_ms, v.id) > (?, ?) AND v.start_ms <= ?"_s;
        takeAdditions(visits, m_connection.query(additionsToVisits.arg(ofPage), place.startUtcMs,
                                                 place.number, visits.last().key.startUtcMs));
    }
    return m_connection.answer(visits);
}

Result<QList<ReportVisit>> ReportReader::visitsOf(const QList<qint64> &numbers)
{
    const Transaction state(m_connection, Transaction::Kind::Read);
    QList<ReportVisit> visits;
    PageWords words(m_connection);
    for (const qint64 number : numbers) {
        QList<ReportVisit> one;
        {
            Statement found = m_connection.query(visitColumns + u"WHERE v.id = ?"_s, number);
            if (found.next())
                one.append(readVisit(found, words));
        }
        takeAdditions(one, m_connection.query(additionsToVisits.arg(u"v.id = ?"_s), number));
        visits += one;
    }
    return m_connection.answer(visits);
}

Result<qint64> ReportReader::entryCount(const std::optional<qint64> &fromUtcMs,
                                        const std::optional<qint64> &toUtcMs)
{
    Statement row = m_connection.query(u"SELECT count(*) FROM entry WHERE at_ms >= ? AND at_ms < ?"_s,
                                       fromUtcMs.value_or(everBefore), toUtcMs.value_or(everAfter));
    const qint64 count = row.next() ? row.integer(0) : 0;
    return m_connection.answer(count);
}

Result<std::optional<Moment>> ReportReader::firstScan()
{
    std::optional<Moment> first;
    Statement row = m_connection.query(
        u"SELECT at_ms, offset_min, suspect FROM entry WHERE kind <> 'void' ORDER BY at_ms, id LIMIT 1"_s);
    if (row.next())
        first = Moment{row.integer(0), int(row.integer(1)), row.flag(2)};
    return m_connection.answer(first);
}

Result<SealedVisitor> ReportReader::person(const QUuid &visitorId)
{
    Statement row = m_connection.query(
        u"SELECT c.uuid, c.sealed, c.id FROM visitor v JOIN visitor c ON c.id = v.canonical WHERE v.uuid = ?"_s,
        visitorId);
    if (!row.next()) {
        m_connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
        return m_connection.answer(SealedVisitor());
    }
    return m_connection.answer(sealed(row.integer(2), row));
}

Result<QList<SealedVisitor>> ReportReader::persons(const QList<qint64> &numbers)
{
    QList<SealedVisitor> persons;
    persons.reserve(numbers.size());
    const QString sql =
        u"SELECT c.uuid, c.sealed FROM visitor v JOIN visitor c ON c.id = v.canonical WHERE v.id = ?"_s;
    Transaction state(m_connection, Transaction::Kind::Read);
    for (const qint64 number : numbers) {
        Statement row = m_connection.query(sql, number);
        persons.append(row.next() ? sealed(number, row) : SealedVisitor());
    }
    return m_connection.answer(persons);
}

/// The visitor of a row that starts with the id and the sealed data.
SealedVisitor ReportReader::sealed(qint64 number, const Statement &row) const
{
    return {number, row.uuid(0), row.blob(1), m_vault};
}

} // namespace checkpoint
