#include "core/base/logging.h"
#include "core/store/dateleap.h"
#include "core/store/foldercard.h"
#include "core/store/folderrow.h"
#include "core/store/keyrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/storethreads_p.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Error alreadyOpen()
{
    return {ErrorCode::WrongUse, u"a folder is open already"_s};
}

Error notOpen()
{
    return {ErrorCode::WrongUse, u"no folder is open"_s};
}

Error locked()
{
    return {ErrorCode::KeyMissing, u"the folder is not unlocked"_s};
}

} // namespace

WritingSide::WritingSide() : whyNot(locked()) {}

Result<OpenedFolder> WritingSide::open(const QString &dataFolder)
{
    if (isOpen)
        return alreadyOpen();
    Result<OpenedFolder> opened = folder.open(dataFolder, programMigrations());
    isOpen = opened.ok();
    path = dataFolder;
    whyNot = isOpen ? locked() : opened.error();
    return opened;
}

Result<void> WritingSide::unlock(const std::shared_ptr<Vault> &key, KeyPlace place)
{
    if (!isOpen)
        return notOpen();
    const Result<void> adopted = adoptKey(folder.connection(), *key, place);
    if (adopted) {
        vault = key;
        writer.emplace(folder.connection(), vault);
        rememberFolder(path, folder.connection());
        lastCommit.begin(path);
        lastCommit.note(folder.connection());
    }
    return adopted;
}

void WritingSide::close()
{
    writer.reset();
    vault.reset();
    lastCommit.end();
    folder.close();
    isOpen = false;
}

Result<OpenedFolder> ReadingSide::open(const QString &path)
{
    if (isOpen)
        return alreadyOpen();
    Result<OpenedFolder> opened = openForReading(connection, path, programMigrations());
    isOpen = opened.ok();
    return opened;
}

Result<void> ReadingSide::unlock(const std::shared_ptr<Vault> &key)
{
    if (!isOpen)
        return notOpen();
    const Result<void> checked = checkKey(connection, *key);
    if (checked) {
        vault = key;
        reader.emplace(connection, vault);
        lists.emplace(connection, vault);
    }
    return checked;
}

Error ReadingSide::whyNot() const
{
    return locked();
}

void ReadingSide::close()
{
    reader.reset();
    lists.reset();
    vault.reset();
    connection.close();
    isOpen = false;
}

Result<void> BackgroundSide::open()
{
    if (!vault)
        return locked();
    if (isOpen)
        return {};
    const Result<OpenedFolder> opened = openForReading(connection, folder, programMigrations());
    isOpen = opened.ok();
    return opened ? Result<void>() : opened.error();
}

void BackgroundSide::close()
{
    vault.reset();
    connection.close();
    isOpen = false;
}

Result<void> NotingSide::open()
{
    if (!vault)
        return locked();
    if (isOpen)
        return {};
    const Result<void> opened = openForNoting(connection, folder);
    isOpen = opened.ok();
    return opened;
}

void NotingSide::close()
{
    vault.reset();
    connection.close();
    isOpen = false;
}

void EntryStore::Private::noteRefusal(Connection &connection, const Vault &vault, const QString &what)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    LedgerRows(connection, vault).note(LedgerNote::Refusal, what);
    if (auto committed = transaction.commit(); !committed)
        qCWarning(lcStore) << "a refusal cannot be noted:" << committed.error().detail;
}

void EntryStore::Private::tellOfRefusal(const QString &what)
{
    writingThread->run([this, what] {
        if (writing.writer)
            noteRefusal(writing.folder.connection(), *writing.vault, what);
        else if (noting.open())
            noteRefusal(noting.connection, *noting.vault, what);
    });
}

void EntryStore::Private::actForReading(const Acting &acting)
{
    const QMutexLocker held(&actingGuard);
    actingReader = acting;
}

Result<void> EntryStore::Private::readerMay(Connection &reader, Deed deed)
{
    {
        const QMutexLocker held(&actingGuard);
        reader.setActing(actingReader);
    }
    reader.require(deed);
    Result<void> may = reader.answer();
    if (!may && may.error().code == ErrorCode::NotAllowed)
        tellOfRefusal(may.error().detail);
    return may;
}

void EntryStore::Private::adoptOlderRows(Worker *thread)
{
    if (closing || !writing.writer)
        return;
    Connection &connection = writing.folder.connection();
    {
        Statement row = connection.query(u"SELECT 1 FROM ledger_adoption WHERE next <= last"_s);
        const bool any = row.next();
        if (connection.failure() || !any)
            return;
    }
    Transaction transaction(connection, Transaction::Kind::Write);
    const bool more = LedgerRows(connection, *writing.vault).adopt();
    if (auto committed = transaction.commit(); !committed)
        qCWarning(lcStore) << "the ledger cannot take in older rows now:" << committed.error().detail;
    else if (more)
        thread->run([this, thread] { adoptOlderRows(thread); });
}

void EntryStore::Private::liftOlderDigests(Worker *thread)
{
    if (closing || !writing.writer)
        return;
    Connection &connection = writing.folder.connection();
    const bool behind = digestsBehind(connection) > 0;
    if (connection.failure() || !behind)
        return;
    Transaction transaction(connection, Transaction::Kind::Write);
    liftDigests(connection, *writing.vault);
    if (auto committed = transaction.commit(); !committed)
        qCWarning(lcStore) << "digests cannot be made anew now:" << committed.error().detail;
    else
        thread->run([this, thread] { liftOlderDigests(thread); });
}

Future<Result<void>> EntryStore::Private::unlock(const std::shared_ptr<Vault> &key, KeyPlace place,
                                                 std::promise<bool> outcome)
{
    const auto tell =
        [outcome = std::make_shared<std::promise<bool>>(std::move(outcome))](const Result<void> &unlocked) {
            outcome->set_value(bool(unlocked));
            return unlocked;
        };
    if (mode == StoreMode::ReadOnly)
        return readingThread->run([this, key, tell] { return tell(reading.unlock(key)); });
    const auto written = writingThread->run([this, key, place] { return writing.unlock(key, place); });
    return readingThread->run([this, key, tell, written = written]() mutable {
        written.waitForFinished();
        const Result<void> unlocked = written.result();
        return tell(unlocked ? reading.unlock(key) : unlocked);
    });
}

Moment EntryStore::Private::weighed(Connection &record, Moment now) const
{
    now.suspect = now.suspect || (!isDateVouched.load()() && hasDateLeapt(record, now.utcMs));
    return now;
}

void EntryStore::Private::announce()
{
    if (announced.exchange(true))
        return;
    QMetaObject::invokeMethod(
        store,
        [this] {
            announced = false;
            emit store->changed();
        },
        Qt::QueuedConnection);
}

void EntryStore::Private::committed()
{
    writing.lastCommit.note(writing.folder.connection());
    announce();
}

void EntryStore::Private::forgetNames()
{
    ++nameGeneration;
    readingThread->run([this] {
        if (reading.lists)
            reading.lists->forgetNames();
    });
}

Result<void> EntryStore::Private::prepareLists(bool withNames, quint64 generation)
{
    if (auto opened = indexing.open(); !opened)
        return opened;
    Connection &connection = indexing.connection;
    if (!orderMade) {
        auto order = std::make_shared<RecordOrder>();
        {
            Transaction state(connection, Transaction::Kind::Read);
            order->load(connection);
            if (auto read = connection.answer(); !read)
                return read;
        }
        orderMade = true;
        readingThread->run([this, order] {
            if (reading.lists)
                reading.lists->setOrder(order);
            orderReady = true;
        });
    }
    if (withNames && namesMade != generation) {
        auto names = std::make_shared<NameList>();
        {
            Transaction state(connection, Transaction::Kind::Read);
            names->refresh(connection, *indexing.vault);
            if (auto read = connection.answer(); !read)
                return read;
        }
        namesMade = generation;
        readingThread->run([this, names = std::move(names), generation]() mutable {
            if (!reading.lists || nameGeneration != generation)
                return;
            reading.lists->setNames(std::move(names));
            namesReady = generation;
        });
    }
    return {};
}

} // namespace checkpoint
