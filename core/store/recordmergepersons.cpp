// What RecordMerge brings of persons: who they are, their data, the digests by which they are found.

#include "core/store/personindex.h"
#include "core/store/recordmerge.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Rows at a time: some tens of milliseconds, for which recording waits.
constexpr int personPiece = 300;
constexpr int digestPiece = 2000;

} // namespace

/// Whose numbers the record knows already, as somebody with another id: scanned anew since.
bool RecordMerge::mergeClaims()
{
    const auto rows =
        digestPieces(u"visitor_key"_s, u"digest"_s, u"digest, visitor, "_s + keyNumber(u"visitor_key"_s))
            .next(digestPiece);
    for (const StoredRow &row : rows) {
        const RowId there = numberOf(row[1]);
        if (m_visitors.contains(there))
            continue;
        Statement known = m_record.query(u"SELECT visitor FROM visitor_key WHERE digest = ?"_s,
                                         m_vault.lifted(bytesOf(row[0]), int(numberOf(row[2]))));
        if (known.next())
            m_visitors.insert(there, known.integer(0));
    }
    return rows.empty();
}

bool RecordMerge::isErased(const QByteArray &visitor)
{
    Statement list = m_record.query(u"SELECT 1 FROM erased_visitor WHERE uuid = ?"_s, visitor);
    return list.next();
}

bool RecordMerge::mergeVisitors()
{
    const auto rows = pieces(u"visitor"_s, u"id"_s, u"uuid, sealed, created_ms"_s).next(personPiece);
    for (const StoredRow &row : rows) {
        const RowId number = numberOf(row[0]);
        const auto same = m_visitorRows.find(QUuid::fromRfc4122(bytesOf(row[1])));
        const bool erased = isErased(bytesOf(row[1]));
        if (erased) {
            m_erased.insert(number);
            m_settled.insert(number);
            m_visitors.remove(number); // somebody with the same numbers is somebody new
        }
        if (same) {
            m_visitors.insert(number, *same);
            if (!m_otherIsNewer)
                m_settled.insert(number);
        }
        if (!same && !m_visitors.contains(number))
            addVisitor(number, row, erased);
        else if (!erased)
            completeVisitor(number, row);
    }
    return rows.empty();
}

void RecordMerge::addVisitor(RowId number, const StoredRow &row, bool erased)
{
    const QByteArray sealed = bytesOf(row[2]);
    const bool opens =
        !sealed.isEmpty() &&
        m_vault.open(Vault::RowKind::Visitor, QUuid::fromRfc4122(bytesOf(row[1])), sealed).ok();
    m_counts.skipped = m_counts.skipped || (!sealed.isEmpty() && !opens);
    RowId id = 1;
    {
        Statement newest = m_record.query(u"SELECT max(id) FROM visitor"_s);
        if (newest.next())
            id = newest.integer(0) + 1;
    }
    const bool isKnown = opens && !erased;
    if (!insert(u"visitor"_s, {u"id"_s, u"uuid"_s, u"canonical"_s, u"sealed"_s, u"created_ms"_s},
                {id, row[1], id, isKnown ? row[2] : StoredValue(), row[3]}))
        return;
    m_visitors.insert(number, id);
    ++m_counts.visitors;
    if (isKnown)
        LedgerRows(m_record, m_vault).tell(LedgerSource::Person, id);
}

/// Somebody known. What the newer of the two says of them counts, and what it has destroyed is destroyed;
/// but what was said since the record began anew is added.
void RecordMerge::completeVisitor(RowId number, const StoredRow &row)
{
    if (m_settled.contains(number))
        return;
    const RowId here = m_visitors.value(number);
    const QUuid there = QUuid::fromRfc4122(bytesOf(row[1]));
    const bool isSame = m_visitorRows.uuid(here) == there;
    QByteArray sealed;
    bool isSeenSince = false;
    {
        Statement mine = m_record.query(
            u"SELECT sealed, EXISTS (SELECT 1 FROM entry e WHERE e.visitor = v.id AND e.seq > ?) "
            "FROM visitor v WHERE id = ?"_s,
            m_knownUpTo, here);
        if (mine.next()) {
            sealed = mine.blob(0);
            isSeenSince = mine.flag(1);
        }
    }
    if (isNothing(row[2])) {
        if (isSame && !sealed.isEmpty())
            m_destroyed.append(there);
        return;
    }
    if (sealed == bytesOf(row[2]) || (sealed.isEmpty() && !m_otherIsNewer))
        return;
    if (!m_vault.open(Vault::RowKind::Visitor, there, bytesOf(row[2]))) {
        m_counts.skipped = true;
        return;
    }
    const VisitorData said = VisitorRows::opened(m_vault, there, bytesOf(row[2]));
    const VisitorData known = m_visitorRows.data(here);
    const bool replaces = m_otherIsNewer && isSame && !isSeenSince;
    const VisitorData all = replaces         ? said
                            : m_otherIsNewer ? merged(known, said, true)
                                             : merged(said, known, true);
    if (all == known)
        return;
    m_visitorRows.save(here, all);
    if (replaces && said.phone != known.phone) {
        // A wrong phone must not find them any more.
        m_record.run(u"DELETE FROM visitor_phone WHERE visitor = ?"_s, here);
        PersonIndex(m_record, m_vault, m_visitorRows).rememberPhone(here, said.phone);
    }
}

/// The visitor of an entry. Where nothing of them can be read they are the record's own, or somebody unknown.
RowId RecordMerge::visitorOf(const StoredValue &visitor, const StoredValue &atUtcMs)
{
    if (const auto place = placeOf(visitor))
        return *place;
    const RowId number = numberOf(visitor);
    RowId here = 0;
    if (number > 0 && number <= m_sharedVisitors) {
        Statement row = m_record.query(u"SELECT id FROM visitor WHERE id = ?"_s, number);
        here = row.next() ? row.integer(0) : 0;
    }
    if (here == 0)
        here = m_visitorRows.create(numberOf(atUtcMs));
    m_visitors.insert(number, here);
    return here;
}

/// Which data key made a digest, where the table says so.
QString RecordMerge::keyNumber(const QString &table)
{
    return sharedColumns(table).contains(u"key_number"_s) ? u"key_number"_s : u"1"_s;
}

bool RecordMerge::mergeKeys()
{
    const auto rows = digestPieces(u"visitor_key"_s, u"digest"_s,
                                   u"digest, kind, visitor, "_s + keyNumber(u"visitor_key"_s))
                          .next(digestPiece);
    for (const StoredRow &row : rows) {
        const auto visitor = placeOf(row[2]);
        if (visitor && !m_settled.contains(numberOf(row[2])))
            insert(
                u"visitor_key"_s, {u"digest"_s, u"kind"_s, u"visitor"_s, u"key_number"_s},
                {m_vault.lifted(bytesOf(row[0]), int(numberOf(row[3]))), row[1], *visitor, m_vault.newest()});
    }
    return rows.empty();
}

bool RecordMerge::mergePhones()
{
    const auto rows = digestPieces(u"visitor_phone"_s, u"digest, visitor"_s,
                                   u"digest, visitor, "_s + keyNumber(u"visitor_phone"_s))
                          .next(digestPiece);
    for (const StoredRow &row : rows) {
        const auto visitor = placeOf(row[1]);
        if (visitor && !m_settled.contains(numberOf(row[1])))
            insert(u"visitor_phone"_s, {u"digest"_s, u"visitor"_s, u"key_number"_s},
                   {m_vault.lifted(bytesOf(row[0]), int(numberOf(row[2]))), *visitor, m_vault.newest()});
    }
    return rows.empty();
}

} // namespace checkpoint
