#include "core/store/entrystore.h"

#include "core/base/giveway.h"
#include "core/store/storethreads_p.h"

namespace checkpoint {

EntryStore::EntryStore(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    d->reportingThread->run(giveWayToOthers);
    d->copyingThread->run(giveWayToOthers);
}

EntryStore::~EntryStore()
{
    d->closing = true;
    // First those that post to others; the reading and the indexing thread post to each other, and the
    // writing one to the reading one. What the readers of lists still want of the indexing thread is posted
    // before it goes, and so is what the writer wants of the reading one. The writer closes last and so puts
    // the log back into the database's file.
    d->readingThread->run([] {}).waitForFinished();
    d->indexingThread->run([this] { d->indexing.close(); });
    d->indexingThread.reset();
    d->reportingThread->run([this] { d->reporting.close(); });
    d->reportingThread.reset();
    d->copyingThread->run([this] { d->copying.close(); });
    d->copyingThread.reset();
    d->checkingThread->run([this] { d->checking.close(); });
    d->checkingThread.reset();
    d->writingThread->run([] {}).waitForFinished();
    d->readingThread->run([this] { d->reading.close(); });
    d->readingThread.reset();
    d->writingThread->run([this] {
        d->writing.close();
        d->noting.close();
    });
    d->writingThread.reset();
}

Future<Result<OpenedFolder>> EntryStore::open(const QString &folder, StoreMode mode)
{
    d->mode = mode;
    d->folder = folder;
    if (mode == StoreMode::ReadOnly)
        return d->readingThread->run([this, folder] { return d->reading.open(folder); });

    // The reading thread waits for the writing one here and in unlock(), never the other way round.
    const auto written = d->writingThread->run([this, folder] { return d->writing.open(folder); });
    return d->readingThread->run([this, folder, written = written]() mutable {
        written.waitForFinished();
        if (Result<OpenedFolder> opened = written.result(); !opened)
            return opened;
        Result<OpenedFolder> opened = d->reading.open(folder);
        if (!opened)
            d->writingThread->run([this] { d->writing.close(); }).waitForFinished();
        return opened;
    });
}

Future<Result<void>> EntryStore::unlock(const Secret &masterKey, KeyPlace place)
{
    // Derived here, so that the key itself goes to no other thread.
    const Result<std::shared_ptr<Vault>> vault = Vault::fromMasterKey(masterKey);
    if (!vault)
        return d->readingThread->run([error = vault.error()]() -> Result<void> { return error; });
    // The others wait for it, as they are of no use before. A state of their own: the future given back is
    // the caller's alone.
    std::promise<bool> outcome;
    const std::shared_future<bool> isUnlocked = outcome.get_future().share();
    d->ownVault = *vault;
    Future<Result<void>> unlocked = d->unlock(*vault, place, std::move(outcome));
    for (const auto &[thread, side] :
         {std::pair(d->indexingThread.get(), &d->indexing),
          std::pair(d->reportingThread.get(), &d->reporting),
          std::pair(d->checkingThread.get(), &d->checking), std::pair(d->copyingThread.get(), &d->copying)}) {
        thread->run([side = side, folder = d->folder, vault = *vault, isUnlocked] {
            if (!isUnlocked.get())
                return;
            side->folder = folder;
            side->vault = vault;
        });
    }
    d->writingThread->run([d = d.get(), folder = d->folder, vault = *vault, isUnlocked,
                           readOnly = d->mode == StoreMode::ReadOnly, thread = d->writingThread.get()] {
        if (!isUnlocked.get())
            return;
        if (readOnly) {
            d->noting.folder = folder;
            d->noting.vault = vault;
        } else {
            d->adoptOlderRows(thread);
            d->liftOlderDigests(thread);
        }
    });
    return unlocked;
}

Future<Result<PersonMatch>> EntryStore::match(const std::vector<IdentityKey> &keys)
{
    PersonQuery query;
    query.keys = keys;
    return match(query);
}

Future<Result<PersonMatch>> EntryStore::match(const PersonQuery &query)
{
    return d->look([query](EntryWriter &writer) { return writer.match(query); });
}

Future<Result<Recorded>> EntryStore::record(const EntryDraft &draft)
{
    return d->write([draft](EntryWriter &writer) { return writer.record(draft); });
}

Future<Result<void>> EntryStore::recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                                               const std::optional<VisitorCode> &code)
{
    return d->write(
        [scan, payload, code](EntryWriter &writer) { return writer.recordRefusal(scan, payload, code); });
}

Future<Result<Entry>> EntryStore::voidEntry(const QUuid &id, const QString &reason, const Moment &at)
{
    return d->write([id, reason, at](EntryWriter &writer) { return writer.voidEntry(id, reason, at); });
}

Future<Result<Recorded>> EntryStore::correctDirection(const QUuid &id, Direction direction, const Moment &at)
{
    return d->write(
        [id, direction, at](EntryWriter &writer) { return writer.correctDirection(id, direction, at); });
}

Future<Result<Recorded>> EntryStore::restoreEntry(const QUuid &id, const Moment &at)
{
    return d->write([id, at](EntryWriter &writer) { return writer.restoreEntry(id, at); });
}

Future<Result<Recorded>> EntryStore::completeEntry(const QUuid &entryId, const EntryCompletion &completion)
{
    return d->write(
        [entryId, completion](EntryWriter &writer) { return writer.completeEntry(entryId, completion); });
}

Future<Result<void>> EntryStore::setStaff(const QUuid &visitorId, bool staff)
{
    return d->write([visitorId, staff](EntryWriter &writer) { return writer.setStaff(visitorId, staff); });
}

Future<Result<void>> EntryStore::noteReveal(const QUuid &entryOrVisitor, const QString &reason,
                                            const Moment &at)
{
    return d->noteBeside(
        [entryOrVisitor, reason, at](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            return EntryWriter(connection, vault).noteReveals({entryOrVisitor}, reason, at);
        });
}

Future<Result<QList<QUuid>>> EntryStore::recordEstimatedExits(const QList<QUuid> &openEntries,
                                                              const Moment &at, const QString &location,
                                                              const QString &device)
{
    return d->write([openEntries, at, location, device](EntryWriter &writer) {
        return writer.recordEstimatedExits(openEntries, at, location, device);
    });
}

Future<Result<ExitsTakenBack>> EntryStore::takeBackExits(const QList<QUuid> &exits, const QString &reason,
                                                         const Moment &at)
{
    return d->write(
        [exits, reason, at](EntryWriter &writer) { return writer.takeBackExits(exits, reason, at); });
}

Future<Result<QList<EntryRow>>> EntryStore::entries(const EntryQuery &query)
{
    if (!EntrySearch(query.search).isEmpty())
        return d->list(true, [query](ListReader &lists) { return lists.entries(query); });
    return d->see([query](EntryReader &reader) { return reader.entries(query); });
}

Future<Result<QList<RefusedScan>>> EntryStore::refusedScans(const EntryQuery &query)
{
    return d->see([query](EntryReader &reader) { return reader.refusedScans(query); });
}

Future<Result<Counters>> EntryStore::counters(qint64 fromUtcMs, qint64 toUtcMs)
{
    return d->read([fromUtcMs, toUtcMs](EntryReader &reader) { return reader.counters(fromUtcMs, toUtcMs); });
}

Future<Result<void>> EntryStore::check()
{
    return d->checkingThread->run([this]() -> Result<void> {
        if (auto opened = d->checking.open(); !opened)
            return opened;
        return checkDatabase(d->checking.connection, [this](qint64, qint64) { return !d->closing; });
    });
}

void EntryStore::setDateVouched(bool (*isVouched)())
{
    d->isDateVouched = isVouched;
}

QString EntryStore::databasePath(const QString &folder)
{
    return databaseFile(folder);
}

PersonQuery personQuery(const VisitorData &said, const Moment &at, const std::optional<QUuid> &visitorId)
{
    PersonQuery query;
    query.keys = identityKeys(said);
    query.visitorId = visitorId;
    query.name = said.name;
    if (said.birthDate)
        query.birthYear = said.birthDate->year();
    query.phone = said.phone;
    query.day = at.toDateTime().date();
    query.atUtcMs = at.utcMs;
    return query;
}

} // namespace checkpoint
