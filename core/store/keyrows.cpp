#include "core/store/keyrows.h"

#include "core/store/connection.h"
#include "core/store/folderrow.h"
#include "core/store/ledgerrows.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 rowsAPiece = 500;
constexpr auto visitorLift = "visitor"_L1;
constexpr auto refusalLift = "refused"_L1;

struct DigestRow
{
    QByteArray digest;
    RowId owner = 0;
    int number = 1;
};

QList<DigestRow> rowsOf(Statement rows)
{
    QList<DigestRow> all;
    while (rows.next())
        all.append({rows.blob(0), rows.integer(1), int(rows.integer(2))});
    return all;
}

qint64 numberOf(Connection &connection, const QString &sql)
{
    Statement row = connection.query(sql);
    return row.next() ? row.integer(0) : 0;
}

/// What is planned and watched for is little: it is brought forward with the change itself, and so always
/// compared in the newest form.
void liftLists(Connection &connection, const std::function<QByteArray(const QByteArray &)> &lifted)
{
    for (const DigestRow &row :
         rowsOf(connection.query(u"SELECT digest, attention, 0 FROM attention_key"_s))) {
        connection.run(u"UPDATE attention_key SET digest = ? WHERE digest = ? AND attention = ?"_s,
                       lifted(row.digest), row.digest, row.owner);
    }
    for (const DigestRow &row :
         rowsOf(connection.query(u"SELECT DISTINCT digest, day, 0 FROM expected_key"_s))) {
        connection.run(u"UPDATE expected_key SET digest = ? WHERE digest = ? AND day = ?"_s,
                       lifted(row.digest), row.digest, row.owner);
    }
    for (const DigestRow &row : rowsOf(connection.query(u"SELECT digest, seq, 0 FROM expected"_s)))
        connection.run(u"UPDATE expected SET digest = ? WHERE seq = ?"_s, lifted(row.digest), row.owner);
}

/// Of visitors from `first` to `last`, whatever form each digest has.
void liftVisitors(Connection &connection, const Vault &vault, RowId first, RowId last)
{
    const int newest = vault.newest();
    for (const QString &table : {u"visitor_key"_s, u"visitor_phone"_s}) {
        const QList<DigestRow> rows = rowsOf(
            connection.query(u"SELECT digest, visitor, key_number FROM %1 WHERE visitor BETWEEN ? AND ? "
                             "AND key_number < ?"_s.arg(table),
                             first, last, newest));
        for (const DigestRow &row : rows) {
            // A phone may have been said again since, and be there in both forms.
            connection.run(u"UPDATE OR REPLACE %1 SET digest = ?, key_number = ? WHERE digest = ? AND "
                           "visitor = ?"_s.arg(table),
                           vault.lifted(row.digest, row.number), newest, row.digest, row.owner);
        }
    }
}

void liftRefusals(Connection &connection, const Vault &vault, RowId first, RowId last, int number)
{
    const QList<DigestRow> rows = rowsOf(connection.query(
        u"SELECT digest, seq, ? FROM refused_scan WHERE seq BETWEEN ? AND ? AND digest <> zeroblob(16)"_s,
        number, first, last));
    for (const DigestRow &row : rows) {
        connection.run(u"UPDATE refused_scan SET digest = ? WHERE seq = ?"_s,
                       vault.lifted(row.digest, number), row.owner);
    }
}

/// All digests that there are now are behind.
void beginLift(Connection &connection, int fromNumber)
{
    for (const auto &[kind, last] :
         {std::pair(visitorLift, u"SELECT coalesce(max(id), 0) FROM visitor"_s),
          std::pair(refusalLift, u"SELECT coalesce(max(seq), 0) FROM refused_scan"_s)}) {
        connection.run(u"INSERT OR REPLACE INTO digest_lift (kind, next, last, from_number) "
                       "VALUES (?, 1, ?, ?)"_s,
                       QString(kind), numberOf(connection, last), fromNumber);
    }
}

/// What an earlier change had not come to when this state was kept.
void endLift(Connection &connection, const Vault &vault, int number)
{
    Statement row = connection.query(
        u"SELECT next, last, from_number FROM digest_lift WHERE kind = 'refused' AND next <= last"_s);
    if (!row.next())
        return;
    for (
        const DigestRow &each : rowsOf(connection.query(
            u"SELECT digest, seq, 0 FROM refused_scan WHERE seq BETWEEN ? AND ? AND digest <> zeroblob(16)"_s,
            row.integer(0), row.integer(1)))) {
        connection.run(u"UPDATE refused_scan SET digest = ? WHERE seq = ?"_s,
                       vault.lifted(each.digest, int(row.integer(2)), number), each.owner);
    }
}

} // namespace

int newestDataKey(Connection &connection)
{
    return int(numberOf(connection, u"SELECT coalesce(max(number), 1) FROM folder_key"_s));
}

void putDataKeys(Connection &connection, const QList<SealedDataKey> &keys, KeyPlace place)
{
    connection.run(u"DELETE FROM folder_key"_s);
    for (const SealedDataKey &key : keys) {
        connection.run(u"INSERT INTO folder_key (number, master_id, from_line, sealed) VALUES (?, ?, ?, ?)"_s,
                       key.number, key.masterId, key.fromLine, key.sealed);
    }
    recordKey(connection, keys.last().masterId, place);
}

Result<void> takeDataKeys(Connection &connection, Vault &vault, const QUuid &folder)
{
    const QList<SealedDataKey> keys = readDataKeys(connection);
    if (keys.isEmpty()) // it was never changed, or there was nothing yet to change it
        return vault.takeKeys(folder, keys);
    const qint64 nextLine = numberOf(connection, u"SELECT coalesce(max(seq), 0) + 1 FROM ledger"_s);
    const auto begun = [nextLine](const SealedDataKey &key) { return key.fromLine <= nextLine; };
    const auto former = int(std::ranges::count_if(keys, begun));
    if (former == keys.size() || connection.failed())
        return vault.takeKeys(folder, keys);
    const Result<QList<SealedDataKey>> anew = vault.keysBegunBy(nextLine, folder, keys);
    if (!anew)
        return anew.error();
    if (auto taken = vault.takeKeys(folder, *anew); !taken)
        return taken;
    for (const SealedDataKey &key : *anew) {
        connection.run(u"UPDATE folder_key SET from_line = ?, sealed = ? WHERE number = ?"_s, key.fromLine,
                       key.sealed, key.number);
    }
    endLift(connection, vault, former);
    beginLift(connection, former);
    liftLists(connection,
              [&vault, former](const QByteArray &digest) { return vault.lifted(digest, former); });
    return {};
}

QList<SealedDataKey> readDataKeys(Connection &connection)
{
    QList<SealedDataKey> keys;
    if (numberOf(connection, u"SELECT count(*) FROM sqlite_schema WHERE name = 'folder_key'"_s) == 0)
        return keys; // of a version whose keys could not be changed
    Statement rows =
        connection.query(u"SELECT number, master_id, from_line, sealed FROM folder_key ORDER BY number"_s);
    while (rows.next())
        keys.append({int(rows.integer(0)), rows.blob(1), rows.integer(2), rows.blob(3)});
    return keys;
}

Result<void> changeMasterKey(Connection &connection, Vault &vault, const Secret &masterKey, KeyPlace place)
{
    connection.run(u"PRAGMA secure_delete = ON"_s); // what the old master key opens goes from the file
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Keys);
    if (digestsBehind(connection) > 0)
        connection.fail({ErrorCode::WrongUse, u"the digests of the last change are still being made anew"_s});
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder)
        return folder.error();
    LedgerRows(connection, vault).note(LedgerNote::Setting, u"key changed: %1"_s.arg(vault.newest() + 1));
    Secret dataKey;
    const Result<QList<SealedDataKey>> keys = vault.keysUnder(
        masterKey, folder->folderId, numberOf(connection, u"SELECT max(seq) FROM ledger"_s) + 1, dataKey);
    if (!keys)
        return keys.error();
    putDataKeys(connection, *keys, place);
    beginLift(connection, vault.newest());
    liftLists(connection,
              [&dataKey](const QByteArray &digest) { return Vault::digestedAgain(dataKey, digest); });
    Result<void> committed = transaction.commit();
    if (!committed)
        return committed;
    vault.add(keys->last(), dataKey);
    connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // somebody may be reading: then later
    connection.failure();
    return committed;
}

bool liftDigests(Connection &connection, const Vault &vault)
{
    QString kind;
    qint64 next = 0;
    qint64 end = 0;
    int number = 1;
    {
        Statement row = connection.query(u"SELECT kind, next, last, from_number FROM digest_lift "
                                         "WHERE next <= last ORDER BY kind DESC LIMIT 1"_s);
        if (!row.next())
            return false;
        kind = row.text(0);
        next = row.integer(1);
        end = row.integer(2);
        number = int(row.integer(3));
    }
    const qint64 last = qMin(end, next + rowsAPiece - 1);
    if (kind == visitorLift)
        liftVisitors(connection, vault, next, last);
    else
        liftRefusals(connection, vault, next, last, number);
    connection.run(u"UPDATE digest_lift SET next = ? WHERE kind = ?"_s, last + 1, kind);
    return true;
}

qint64 digestsBehind(Connection &connection)
{
    return numberOf(connection,
                    u"SELECT coalesce(sum(last - next + 1), 0) FROM digest_lift WHERE next <= last"_s);
}

} // namespace checkpoint
