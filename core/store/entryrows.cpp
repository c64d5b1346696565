#include "core/store/entryrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/store/ledgerrows.h"
#include "core/store/visitorrows.h"

#include <QCborMap>
#include <QCborValue>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString warningIds(const QList<CodeWarning> &warnings)
{
    QStringList ids;
    for (const CodeWarning warning : warnings)
        ids.append(warningId(warning));
    return ids.join(u' ');
}

QList<CodeWarning> warningsFromIds(const QString &ids)
{
    QList<CodeWarning> warnings;
    const QStringList words = ids.split(u' ', Qt::SkipEmptyParts);
    for (const QString &id : words) {
        if (const auto warning = warningFromId(id))
            warnings.append(*warning);
    }
    return warnings;
}

/// How the words kept of a look begin at which names stayed masked.
constexpr auto maskedMark = "masked "_L1;

const QString tables = u"FROM entry e CROSS JOIN location l ON l.id = e.location "
                       "CROSS JOIN visitor o ON o.id = e.visitor CROSS JOIN visitor c ON c.id = o.canonical "
                       "LEFT JOIN entry x ON x.corrects = e.id AND x.kind = 'void' "_s;

constexpr auto purposeField = "purpose"_L1;
constexpr auto hostField = "host"_L1;

std::optional<QByteArray> sealedDetails(const Vault &vault, const QUuid &id, const EntryDetails &details)
{
    if (details.isEmpty())
        return std::nullopt;
    const QCborMap map{{purposeField, details.purpose}, {hostField, details.host}};
    return vault.seal(Vault::RowKind::Details, id, map.toCborValue().toCbor());
}

EntryDetails openedDetails(const Vault &vault, const QUuid &id, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    const Result<QByteArray> cbor = vault.open(Vault::RowKind::Details, id, sealed);
    if (!cbor) {
        qCWarning(lcStore) << "the sealed details of entry" << idText(id) << "do not open";
        return {};
    }
    const QCborMap map = QCborValue::fromCbor(*cbor).toMap();
    return {map.value(purposeField).toString(), map.value(hostField).toString()};
}

QList<EntryAddition> readAdditions(Connection &connection, const Vault &vault, const QUuid &entry)
{
    QList<EntryAddition> additions;
    Statement rows = connection.query(
        u"SELECT id, at_ms, offset_min, suspect, companions, children, sealed_details, said_details "
        "FROM entry_addition WHERE entry = ? ORDER BY seq"_s,
        entry);
    while (rows.next()) {
        EntryAddition addition;
        addition.entryId = entry;
        addition.at = {rows.integer(1), int(rows.integer(2)), rows.flag(3)};
        if (!rows.isNull(4))
            addition.party = Party{int(rows.integer(4)), int(rows.integer(5))};
        if (rows.flag(7))
            addition.details = openedDetails(vault, rows.uuid(0), rows.blob(6));
        additions.append(addition);
    }
    return additions;
}

} // namespace

void EntryRows::insert(const Entry &entry, RowId visitor, const EntryDetails &details)
{
    std::optional<QByteArray> sealedReason;
    if (!entry.reason.isEmpty())
        sealedReason = m_vault.seal(Vault::RowKind::Reason, entry.id, entry.reason.toUtf8());
    const RowId place = location(entry.location);
    m_connection.run(
        u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
        "visitor, corrects, warnings, sealed_reason, companions, children, whole_party, apart, late, "
        "sealed_details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        entry.id, entryKindId(entry.kind), entry.at.utcMs, entry.at.offsetMinutes, entry.at.suspect,
        entry.estimated, place, entry.source, entry.device, visitor, entry.corrects,
        warningIds(entry.warnings), sealedReason, entry.party.companions, entry.party.children,
        entry.wholeParty, entry.apart, entry.late, sealedDetails(m_vault, entry.id, details));
    LedgerRows(m_connection, m_vault).tell(LedgerSource::Entry, m_connection.lastRow());
}

void EntryRows::insert(const RefusedScan &scan, const std::optional<RowId> &visitor, const QByteArray &digest)
{
    const RowId place = location(scan.location);
    m_connection.run(u"INSERT INTO refused_scan (id, at_ms, offset_min, suspect, location, source, device, "
                     u"reason, digest, visitor) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                     scan.id, scan.at.utcMs, scan.at.offsetMinutes, scan.at.suspect, place, scan.source,
                     scan.device, reasonId(scan.reason), digest, visitor);
}

std::optional<EntryRecord> EntryRows::find(const QUuid &id)
{
    Statement row = m_connection.query(u"SELECT "_s + columns() +
                                           u" FROM entry e JOIN location l ON l.id = e.location "
                                           "JOIN visitor o ON o.id = e.visitor "
                                           "JOIN visitor c ON c.id = o.canonical WHERE e.id = ?"_s,
                                       id);
    if (!row.next())
        return std::nullopt;
    return read(m_connection, m_vault, row);
}

QList<EntryAddition> EntryRows::additions(const QUuid &entry)
{
    return readAdditions(m_connection, m_vault, entry);
}

void EntryRows::insert(const EntryAddition &addition)
{
    const QUuid id = newEntryId(addition.at.utcMs);
    const std::optional<Party> &party = addition.party;
    m_connection.run(
        u"INSERT INTO entry_addition (id, entry, at_ms, offset_min, suspect, companions, children, "
        "said_details, sealed_details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        id, addition.entryId, addition.at.utcMs, addition.at.offsetMinutes, addition.at.suspect,
        party ? std::optional(party->companions) : std::nullopt,
        party ? std::optional(party->children) : std::nullopt, addition.details.has_value(),
        sealedDetails(m_vault, id, addition.details.value_or(EntryDetails())));
    LedgerRows(m_connection, m_vault).tell(LedgerSource::Addition, m_connection.lastRow());
}

bool EntryRows::isVoided(const QUuid &id)
{
    Statement row = m_connection.query(u"SELECT 1 FROM entry WHERE corrects = ? AND kind = 'void'"_s, id);
    return row.next();
}

bool EntryRows::isReplaced(const QUuid &id)
{
    Statement row = m_connection.query(u"SELECT 1 FROM entry WHERE corrects = ? AND kind <> 'void'"_s, id);
    return row.next();
}

/// Its own: recorded by whoever acts, and taken back by nobody else.
Deed EntryRows::deedOfCorrecting(const QUuid &id)
{
    const std::optional<RowId> actor = m_connection.acting().row;
    if (!actor)
        return Deed::VoidOthers;
    Statement row =
        m_connection.query(u"SELECT count(*), coalesce(sum(g.operator = ?), 0) FROM entry e "
                           "LEFT JOIN ledger g ON g.subject = e.seq AND g.kind IN ('entry', 'void') "
                           "AND g.subject IS NOT NULL AND g.operator IS NOT NULL "
                           "WHERE e.id = ? OR (e.corrects = ? AND e.kind = 'void')"_s,
                           *actor, id, id);
    const bool own = row.next() && row.integer(0) > 0 && row.integer(0) == row.integer(1);
    return own ? Deed::VoidOwn : Deed::VoidOthers;
}

QString EntryRows::columns()
{
    return u"e.id, e.kind, e.at_ms, e.offset_min, e.suspect, e.estimated, l.name, e.source, e.device, "
           u"e.visitor, "
           "c.uuid, e.corrects, e.warnings, e.sealed_reason, c.id, "
           "e.companions, e.children, e.whole_party, e.apart, e.late, e.sealed_details, "
           "EXISTS (SELECT 1 FROM entry_addition a WHERE a.entry = e.id)"_s;
}

EntryRecord EntryRows::read(Connection &connection, const Vault &vault, const Statement &row)
{
    EntryRecord record;
    Entry &entry = record.entry;
    entry.id = row.uuid(0);
    if (const auto kind = entryKindFromId(row.text(1)))
        entry.kind = *kind;
    else
        connection.fail({ErrorCode::DatabaseDamaged, u"an entry of an unknown kind"_s});
    entry.at = {row.integer(2), int(row.integer(3)), row.flag(4)};
    entry.estimated = row.flag(5);
    entry.location = row.text(6);
    entry.source = row.text(7);
    entry.device = row.text(8);
    record.visitor = row.integer(9);
    entry.visitorId = row.uuid(personUuidColumn);
    if (!row.isNull(11))
        entry.corrects = row.uuid(11);
    entry.warnings = warningsFromIds(row.text(12));
    entry.reason = openedReason(vault, entry.id, row.blob(13));
    record.person = row.integer(personColumn);
    entry.party = {int(row.integer(15)), int(row.integer(16))};
    entry.wholeParty = entry.kind == EntryKind::Out && row.flag(17);
    entry.apart = row.flag(18);
    entry.late = row.flag(19);
    record.details = openedDetails(vault, entry.id, row.blob(20));
    if (row.flag(21)) {
        const QList<EntryAddition> additions = readAdditions(connection, vault, entry.id);
        for (const EntryAddition &addition : additions) {
            entry.party = addition.party.value_or(entry.party);
            record.details = addition.details.value_or(record.details);
        }
    }
    return record;
}

QString EntryRows::rowQuery(const QString &rest)
{
    return u"SELECT "_s + columns() +
           u", c.sealed, x.id, x.sealed_reason, EXISTS (SELECT 1 FROM visit w WHERE w.in_entry = e.id AND "
           u"+w.out_entry IS "
           u"NULL "
           "AND +w.superseded = 0), e.id = (SELECT coalesce(w.out_entry, w.in_entry) FROM visit w "
           "WHERE w.visitor = c.id ORDER BY w.start_ms DESC, w.id DESC LIMIT 1), "
           "x.id IS NOT NULL AND EXISTS (SELECT 1 FROM entry n WHERE n.corrects = e.id AND n.kind <> "
           "'void'), "
           "e.corrects IS NOT NULL AND e.kind = (SELECT n.kind FROM entry n WHERE n.id = e.corrects) "_s +
           tables + rest;
}

VisitorData EntryRows::readVisitor(const Vault &vault, const Statement &row)
{
    return VisitorRows::opened(vault, row.uuid(personUuidColumn), row.blob(columnCount));
}

EntryRow EntryRows::readRow(Connection &connection, const Vault &vault, const Statement &row,
                            const VisitorData &visitor)
{
    const EntryRecord record = read(connection, vault, row);
    EntryRow result;
    result.entry = record.entry;
    result.visitor = visitor;
    result.details = record.details;
    if (!row.isNull(columnCount + 1)) {
        result.voidedBy = row.uuid(columnCount + 1);
        result.voidReason = openedReason(vault, *result.voidedBy, row.blob(columnCount + 2));
    }
    result.opensVisit = row.flag(columnCount + 3);
    result.lastOfVisit = row.flag(columnCount + 4);
    result.replaced = row.flag(columnCount + 5);
    result.restores = row.flag(columnCount + 6);
    return result;
}

QString EntryRows::openedReason(const Vault &vault, const QUuid &entry, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    if (const Result<QByteArray> text = vault.open(Vault::RowKind::Reason, entry, sealed))
        return QString::fromUtf8(*text);
    qCWarning(lcStore) << "the sealed reason of entry" << idText(entry) << "does not open";
    return {};
}

QString EntryRows::refusedQuery(const QString &rest)
{
    return u"SELECT r.id, r.at_ms, r.offset_min, r.suspect, l.name, r.source, r.device, r.reason, c.uuid, "
           u"c.sealed FROM refused_scan r CROSS JOIN location l ON l.id = r.location "
           "LEFT JOIN visitor v ON v.id = r.visitor LEFT JOIN visitor c ON c.id = v.canonical "_s +
           rest;
}

RefusedScan EntryRows::readRefused(Connection &connection, const Vault &vault, const Statement &row)
{
    RefusedScan scan;
    scan.id = row.uuid(0);
    scan.at = {row.integer(1), int(row.integer(2)), row.flag(3)};
    scan.location = row.text(4);
    scan.source = row.text(5);
    scan.device = row.text(6);
    if (const auto reason = reasonFromId(row.text(7)))
        scan.reason = *reason;
    else
        connection.fail({ErrorCode::DatabaseDamaged, u"a refused scan with an unknown reason"_s});
    if (!row.isNull(8)) {
        scan.visitorId = row.uuid(8);
        scan.visitor = VisitorRows::opened(vault, *scan.visitorId, row.blob(9));
    }
    return scan;
}

RowId EntryRows::location(const QString &name)
{
    {
        Statement row = m_connection.query(u"SELECT id FROM location WHERE name = ?"_s, name);
        if (row.next())
            return row.integer(0);
    }
    m_connection.run(u"INSERT INTO location (name) VALUES (?)"_s, name);
    return m_connection.lastRow();
}

QString keptWords(const QString &reason, bool masked)
{
    if (masked)
        return maskedMark + reason;
    return reason.startsWith(maskedMark) ? u' ' + reason : reason;
}

Reveal revealOf(const Moment &at, const QString &kept)
{
    if (kept.startsWith(maskedMark))
        return {at, kept.mid(maskedMark.size()), true};
    const bool wasTyped = kept.startsWith(u' ') && QStringView(kept).mid(1).startsWith(maskedMark);
    return {at, wasTyped ? kept.mid(1) : kept, false};
}

} // namespace checkpoint
