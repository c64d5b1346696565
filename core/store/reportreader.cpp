#include "core/store/reportreader.h"

#include "core/store/entryrows.h"

#include <limits>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 everBefore = std::numeric_limits<qint64>::min();
constexpr qint64 everAfter = std::numeric_limits<qint64>::max();

/// What was said last of who came along with an entry.
QString lastParty(const QString &entry, const QString &column)
{
    return u"coalesce((SELECT a.%2 FROM entry_addition a WHERE a.entry = %1.id AND a.%2 IS NOT NULL "
           "ORDER BY a.seq DESC LIMIT 1), %1.%2)"_s.arg(entry, column);
}

const QString entryColumns =
    u"SELECT e.id, e.kind, e.at_ms, e.offset_min, e.suspect, e.estimated, e.late, l.name, e.source, "
    "e.device, e.visitor, e.corrects, e.sealed_reason, x.id, "_s +
    lastParty(u"e"_s, u"companions"_s) + u", "_s + lastParty(u"e"_s, u"children"_s) +
    u" FROM entry e CROSS JOIN location l ON l.id = e.location "
    "LEFT JOIN entry x ON x.corrects = e.id AND x.kind = 'void' "_s;

const QString visitColumns =
    u"SELECT v.id, v.start_ms, v.superseded, v.visitor, "_s + lastParty(u"i"_s, u"companions"_s) + u", "_s +
    lastParty(u"i"_s, u"children"_s) +
    u", i.id, i.at_ms, i.offset_min, i.suspect, il.name, i.source, i.estimated, i.late, "
    "o.id, o.at_ms, o.offset_min, o.suspect, ol.name, o.source, o.estimated, o.late FROM visit v "
    "LEFT JOIN entry i ON i.id = v.in_entry LEFT JOIN location il ON il.id = i.location "
    "LEFT JOIN entry o ON o.id = v.out_entry LEFT JOIN location ol ON ol.id = o.location "_s;

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

std::optional<VisitEnd> visitEnd(const Statement &row, int first, RepeatedTexts &texts)
{
    if (row.isNull(first))
        return std::nullopt;
    return VisitEnd{row.uuid(first),
                    {row.integer(first + 1), int(row.integer(first + 2)), row.flag(first + 3)},
                    texts.of(row.bytes(first + 4)),
                    texts.of(row.bytes(first + 5)),
                    row.flag(first + 6),
                    row.flag(first + 7)};
}

ReportVisit readVisit(const Statement &row, RepeatedTexts &texts)
{
    ReportVisit visit;
    visit.key = {row.integer(1), row.integer(0)};
    visit.superseded = row.flag(2);
    visit.person = row.integer(3);
    visit.in = visitEnd(row, 6, texts);
    if (visit.in)
        visit.party = {int(row.integer(4)), int(row.integer(5))};
    visit.out = visitEnd(row, 14, texts);
    return visit;
}

} // namespace

Result<QList<ReportEntry>> ReportReader::entries(const PassageQuery &query)
{
    QList<ReportEntry> rows;
    rows.reserve(query.limit);
    RepeatedTexts texts;
    // The period's beginning is a place as well: of two lower bounds SQLite would use the first alone, and
    // read all up to the place again for every page. No row has an empty id.
    const qint64 from = query.fromUtcMs.value_or(everBefore);
    Statement found = m_connection.query(
        entryColumns + u"WHERE (e.at_ms, e.id) > (?, ?) AND e.at_ms < ? ORDER BY e.at_ms, e.id LIMIT ?"_s,
        query.after ? query.after->atUtcMs : from, query.after ? query.after->id.toRfc4122() : QByteArray(""),
        query.toUtcMs.value_or(everAfter), query.limit);
    while (found.next()) {
        ReportEntry &row = rows.emplaceBack();
        Entry &entry = row.entry;
        entry.id = found.uuid(0);
        if (const auto kind = entryKindFromId(texts.of(found.bytes(1))))
            entry.kind = *kind;
        else
            m_connection.fail({ErrorCode::DatabaseDamaged, u"an entry of an unknown kind"_s});
        entry.at = {found.integer(2), int(found.integer(3)), found.flag(4)};
        entry.estimated = found.flag(5);
        entry.late = found.flag(6);
        entry.location = texts.of(found.bytes(7));
        entry.source = texts.of(found.bytes(8));
        entry.device = texts.of(found.bytes(9));
        row.person = found.integer(10);
        entry.corrects = idIn(found, 11);
        if (!found.isNull(12))
            entry.reason = EntryRows::openedReason(*m_vault, entry.id, found.blob(12));
        row.voidedBy = idIn(found, 13);
        entry.party = {int(found.integer(14)), int(found.integer(15))};
    }
    return m_connection.answer(rows);
}

Result<QList<ReportVisit>> ReportReader::visits(const VisitQuery &query)
{
    QList<ReportVisit> visits;
    visits.reserve(query.limit);
    RepeatedTexts texts;
    const VisitKey place = query.after.value_or(VisitKey{query.fromUtcMs.value_or(everBefore), 0});
    Statement found =
        m_connection.query(visitColumns + u"WHERE (v.start_ms, v.id) > (?, ?) AND v.start_ms < ? "
                                          "ORDER BY v.start_ms, v.id LIMIT ?"_s,
                           place.startUtcMs, place.number, query.toUtcMs.value_or(everAfter), query.limit);
    while (found.next())
        visits.append(readVisit(found, texts));
    return m_connection.answer(visits);
}

Result<QList<ReportVisit>> ReportReader::visitsOf(const QList<qint64> &numbers)
{
    QList<ReportVisit> visits;
    RepeatedTexts texts;
    Transaction state(m_connection, Transaction::Kind::Read);
    for (const qint64 number : numbers) {
        Statement found = m_connection.query(visitColumns + u"WHERE v.id = ?"_s, number);
        if (found.next())
            visits.append(readVisit(found, texts));
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
