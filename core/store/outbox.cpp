#include "core/store/outbox.h"

#include "core/store/outboxrows.h"
#include "core/store/storethreads_p.h"
#include "core/store/targetrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

VisitorData putRight(const VisitorData &known, const VisitorCorrection &correction)
{
    VisitorData right = known;
    right.name = correction.name.value_or(known.name);
    right.birthDate = correction.birthDate.value_or(known.birthDate);
    right.phone = correction.phone.value_or(known.phone);
    right.address = correction.address.value_or(known.address);
    right.putRight.name |= correction.name.has_value();
    right.putRight.birthDate |= correction.birthDate.has_value();
    right.putRight.address |= correction.address.has_value();
    return right;
}

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

/// Runs a call on the rows of a target, read as one state.
template <typename Call>
auto readRows(Connection &connection, const VaultPointer &vault, const QString &target, Call call)
    -> Result<std::invoke_result_t<Call, OutboxRows &>>
{
    Transaction transaction(connection, Transaction::Kind::Read);
    OutboxRows rows(connection, *vault, TargetRows(connection, *vault).find(target));
    auto answer = call(rows);
    if (auto read = transaction.commit(); !read)
        return read.error();
    return answer;
}

/// An id that is the same for the same check-in, and sorts by time as those made here do.
QUuid checkInId(const Vault &vault, const QString &target, const SelfCheckIn &checkIn)
{
    QByteArray bytes = vault.lastingDigest("self-check-in", (target + u'\n' + checkIn.id).toUtf8());
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(checkIn.at.utcMs >> (8 * (5 - i)));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

EntryDraft draftOf(const SelfCheckIn &checkIn, const QUuid &id)
{
    EntryDraft draft;
    draft.visitor.name = checkIn.name;
    draft.visitor.platformPerson = checkIn.personRef;
    draft.entry.id = id;
    draft.entry.kind = entryKind(checkIn.direction);
    draft.entry.at = checkIn.at;
    draft.entry.location = checkIn.location;
    draft.entry.source = formatid::ownPhone;
    return draft;
}

bool hasEntry(Connection &connection, const QUuid &id)
{
    Statement row = connection.query(u"SELECT 1 FROM entry WHERE id = ?"_s, id);
    return row.next();
}

} // namespace

Outbox::Outbox(EntryStore *store, QObject *parent) : QObject(parent), m_store(store) {}

/// Runs a call on the target rows in one transaction. The record itself stays as it is, so that no view has
/// to look again.
template <typename Call> auto Outbox::write(Call call)
{
    return m_store->d->lookInto(
        [call = std::move(call)](Connection &connection, const VaultPointer &vault) -> Result<void> {
            Transaction transaction(connection, Transaction::Kind::Write);
            TargetRows targets(connection, *vault);
            call(targets, connection, *vault);
            return transaction.commit();
        });
}

// ---- targets

Future<Result<QList<TargetRecord>>> Outbox::targets()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &vault) {
        return connection.answer(TargetRows(connection, *vault).all());
    });
}

Future<Result<QUuid>> Outbox::enrolmentKey(const QString &address, const QString &code)
{
    return m_store->d->readFrom([address, code](Connection &, const VaultPointer &vault) -> Result<QUuid> {
        return QUuid::fromRfc4122(vault->lastingDigest("enrolment", (address + u'\n' + code).toUtf8()));
    });
}

Future<Result<void>> Outbox::keepTarget(const SyncTarget &target)
{
    return write([target](TargetRows &targets, Connection &, const Vault &) { targets.keep(target); });
}

Future<Result<void>> Outbox::disconnectTarget(const QString &target)
{
    return write([target](TargetRows &targets, Connection &, const Vault &) { targets.disconnect(target); });
}

Future<Result<bool>> Outbox::fillBacklog(const QString &target)
{
    return m_store->d->lookInto([target](Connection &connection, const VaultPointer &vault) -> Result<bool> {
        Transaction transaction(connection, Transaction::Kind::Write);
        const bool more = TargetRows(connection, *vault).fillBacklog(target);
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
        return more;
    });
}

Future<Result<void>> Outbox::noteCondition(const QString &target, const TargetCondition &condition)
{
    return write([target, condition](TargetRows &targets, Connection &, const Vault &) {
        targets.note(target, condition);
    });
}

Future<Result<void>> Outbox::noteVenueCode(const QString &target, const QString &venueCode)
{
    return write([target, venueCode](TargetRows &targets, Connection &, const Vault &) {
        targets.noteVenueCode(target, venueCode);
    });
}

Future<Result<void>> Outbox::setPaused(const QString &target, bool paused)
{
    return write([target, paused](TargetRows &targets, Connection &, const Vault &) {
        targets.setPaused(target, paused);
    });
}

// ---- batches

Future<Result<std::optional<StoredBatch>>> Outbox::openBatch(const QString &target)
{
    return m_store->d->readFrom([target](Connection &connection, const VaultPointer &vault) {
        return readRows(connection, vault, target, [](OutboxRows &rows) { return rows.openBatch(); });
    });
}

Future<Result<QList<OutboxEntry>>> Outbox::waiting(const QString &target, int most)
{
    return m_store->d->readFrom([target, most](Connection &connection, const VaultPointer &vault) {
        return readRows(connection, vault, target, [most](OutboxRows &rows) { return rows.waiting(most); });
    });
}

Future<Result<void>> Outbox::storeBatch(const QString &target, const StoredBatch &batch, qint64 nowMs)
{
    return write([target, batch, nowMs](TargetRows &targets, Connection &connection, const Vault &vault) {
        OutboxRows(connection, vault, targets.find(target)).store(batch, nowMs);
    });
}

Future<Result<void>> Outbox::settle(const QString &target, const QUuid &batch, const QString &receipt,
                                    const QList<EntryResult> &results, qint64 nowMs)
{
    return write([target, batch, receipt, results, nowMs](TargetRows &targets, Connection &connection,
                                                          const Vault &vault) {
        const RowId row = targets.find(target);
        OutboxRows(connection, vault, row).settle(batch, receipt, results, nowMs);
        targets.noteSuccess(row, nowMs);
    });
}

Future<Result<void>> Outbox::halve(const QString &target, const QUuid &batch, const StoredBatch &first,
                                   const StoredBatch &second, qint64 nowMs)
{
    return write([target, batch, first, second, nowMs](TargetRows &targets, Connection &connection,
                                                       const Vault &vault) {
        OutboxRows(connection, vault, targets.find(target)).halve(batch, first, second, nowMs);
    });
}

Future<Result<void>> Outbox::refuse(const QString &target, const QUuid &batch, const QString &code,
                                    const QString &message, qint64 nowMs)
{
    return write([target, batch, code, message, nowMs](TargetRows &targets, Connection &connection,
                                                       const Vault &vault) {
        OutboxRows(connection, vault, targets.find(target)).refuse(batch, code, message, nowMs);
    });
}

Future<Result<QList<RejectedEntry>>> Outbox::rejected(const QString &target, int most,
                                                      const std::optional<QUuid> &after)
{
    return m_store->d->readIfMay(Deed::See, [=](Connection &connection, const VaultPointer &vault) {
        return readRows(connection, vault, target,
                        [&](OutboxRows &rows) { return rows.rejected(most, after); });
    });
}

Future<Result<int>> Outbox::correct(const QString &target, const QUuid &entry,
                                    const VisitorCorrection &correction)
{
    return m_store->d->writeTo([=](Connection &connection, const VaultPointer &vault) -> Result<int> {
        Transaction transaction(connection, Transaction::Kind::Write);
        const RowId row = TargetRows(connection, *vault).find(target);
        const int count = OutboxRows(connection, *vault, row).correct(entry, correction);
        if (auto committed = transaction.commit(); !committed)
            return committed.error();
        return count;
    });
}

Future<Result<int>> Outbox::sendAgain(const QString &target, const QList<QUuid> &entries)
{
    return m_store->d->lookInto(
        [target, entries](Connection &connection, const VaultPointer &vault) -> Result<int> {
            Transaction transaction(connection, Transaction::Kind::Write);
            const RowId row = TargetRows(connection, *vault).find(target);
            const int count = OutboxRows(connection, *vault, row).sendAgain(entries);
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
            return count;
        });
}

Future<Result<QList<BatchRecord>>> Outbox::history(const QString &target, int most,
                                                   const std::optional<QUuid> &before)
{
    return m_store->d->readFrom([=](Connection &connection, const VaultPointer &vault) {
        return readRows(connection, vault, target,
                        [&](OutboxRows &rows) { return rows.history(most, before); });
    });
}

// ---- own phones

Future<Result<int>> Outbox::takeSelfCheckIns(const QString &target, const QList<SelfCheckIn> &checkIns,
                                             const QString &cursor)
{
    // Said to have changed only when there is something new: whoever sends wakes up by that, and would ask
    // again and again.
    return m_store->d->lookInto(
        [this, target, checkIns, cursor](Connection &connection, const VaultPointer &vault) -> Result<int> {
            EntryWriter &writer = *m_store->d->writing.writer;
            int count = 0;
            for (const SelfCheckIn &checkIn : checkIns) {
                const QUuid id = checkInId(*vault, target, checkIn);
                if (hasEntry(connection, id))
                    continue;
                if (const auto recorded = writer.record(draftOf(checkIn, id)); !recorded)
                    return recorded.error();
                ++count;
            }
            Transaction transaction(connection, Transaction::Kind::Write);
            TargetRows(connection, *vault).noteCursor(target, cursor);
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
            if (count > 0)
                m_store->d->announce();
            return count;
        });
}

Future<Result<void>> Outbox::noteOffer(const QString &target, SelfCheckInOffer offer)
{
    return write([target, offer](TargetRows &targets, Connection &, const Vault &) {
        targets.noteOffer(target, offer);
    });
}

Future<Result<qint64>> Outbox::entryCount()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &) {
        Statement row = connection.query(u"SELECT count(*) FROM entry WHERE source <> 'own-phone'"_s);
        const qint64 count = row.next() ? row.integer(0) : 0;
        return connection.answer(count);
    });
}

} // namespace checkpoint
