#include "core/store/entryrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"

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

QString openedReason(const Vault &vault, const QUuid &entry, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    if (const Result<QByteArray> text = vault.open(Vault::RowKind::Reason, entry, sealed))
        return QString::fromUtf8(*text);
    qCWarning(lcStore) << "the sealed reason of entry" << idText(entry) << "does not open";
    return {};
}

} // namespace

void EntryRows::insert(const Entry &entry, RowId visitor)
{
    std::optional<QByteArray> sealedReason;
    if (!entry.reason.isEmpty())
        sealedReason = m_vault.seal(Vault::RowKind::Reason, entry.id, entry.reason.toUtf8());
    const RowId place = location(entry.location);
    m_connection.run(
        u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
        "visitor, corrects, warnings, sealed_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        entry.id, entryKindId(entry.kind), entry.at.utcMs, entry.at.offsetMinutes, entry.at.suspect,
        entry.estimated, place, entry.source, entry.device, visitor, entry.corrects,
        warningIds(entry.warnings), sealedReason);
}

void EntryRows::insert(const RefusedScan &scan, const QByteArray &digest)
{
    const RowId place = location(scan.location);
    m_connection.run(u"INSERT INTO refused_scan (id, at_ms, offset_min, suspect, location, source, device, "
                     u"reason, digest) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                     scan.id, scan.at.utcMs, scan.at.offsetMinutes, scan.at.suspect, place, scan.source,
                     scan.device, reasonId(scan.reason), digest);
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

bool EntryRows::isVoided(const QUuid &id)
{
    Statement row = m_connection.query(u"SELECT 1 FROM entry WHERE corrects = ? AND kind = 'void'"_s, id);
    return row.next();
}

QString EntryRows::columns()
{
    return u"e.id, e.kind, e.at_ms, e.offset_min, e.suspect, e.estimated, l.name, e.source, e.device, "
           u"e.visitor, "
           "c.uuid, e.corrects, e.warnings, e.sealed_reason, c.id"_s;
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
    return record;
}

QString EntryRows::refusedColumns()
{
    return u"r.id, r.at_ms, r.offset_min, r.suspect, l.name, r.source, r.device, r.reason"_s;
}

RefusedScan EntryRows::readRefused(Connection &connection, const Statement &row)
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

} // namespace checkpoint
