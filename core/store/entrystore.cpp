#include "core/store/entrystore.h"

#include "core/base/worker.h"
#include "core/store/entryreader.h"
#include "core/store/entrywriter.h"
#include "core/store/folderrow.h"
#include "core/store/storefolder.h"

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

/// What lives on the writing thread.
struct WritingSide
{
    WritingFolder folder;
    bool isOpen = false;
    std::optional<EntryWriter> writer; ///< once unlocked
    Error whyNot = locked();           ///< without a writer: what stands in the way

    Result<OpenedFolder> open(const QString &path)
    {
        if (isOpen)
            return alreadyOpen();
        Result<OpenedFolder> opened = folder.open(path, programMigrations());
        isOpen = opened.ok();
        whyNot = isOpen ? locked() : opened.error();
        return opened;
    }

    Result<void> unlock(const std::shared_ptr<const Vault> &vault, KeyPlace place)
    {
        if (!isOpen)
            return notOpen();
        const Result<void> adopted = adoptKey(folder.connection(), *vault, place);
        if (adopted)
            writer.emplace(folder.connection(), vault);
        return adopted;
    }

    void close()
    {
        writer.reset();
        folder.close();
        isOpen = false;
    }
};

/// What lives on the reading thread.
struct ReadingSide
{
    Connection connection;
    bool isOpen = false;
    std::optional<EntryReader> reader; ///< once unlocked

    Result<OpenedFolder> open(const QString &path)
    {
        if (isOpen)
            return alreadyOpen();
        Result<OpenedFolder> opened = openForReading(connection, path, programMigrations());
        isOpen = opened.ok();
        return opened;
    }

    Result<void> unlock(const std::shared_ptr<const Vault> &vault)
    {
        if (!isOpen)
            return notOpen();
        const Result<void> checked = checkKey(connection, *vault);
        if (checked)
            reader.emplace(connection, vault);
        return checked;
    }

    void close()
    {
        reader.reset();
        connection.close();
        isOpen = false;
    }
};

} // namespace

struct EntryStore::Private
{
    StoreMode mode = StoreMode::ReadWrite; // of the last open(), on the thread of the store
    WritingSide writing;
    ReadingSide reading;
    // Unmade before the sides, each after everything posted to it.
    std::unique_ptr<Worker> writingThread = std::make_unique<Worker>(u"store"_s);
    std::unique_ptr<Worker> readingThread = std::make_unique<Worker>(u"reading"_s);

    /// Runs a call of the unlocked writer on its thread.
    template <typename Call> auto write(Call call) -> QFuture<std::invoke_result_t<Call, EntryWriter &>>
    {
        using Answer = std::invoke_result_t<Call, EntryWriter &>;
        return writingThread->run(
            [this, readOnly = mode == StoreMode::ReadOnly, call = std::move(call)]() -> Answer {
                if (readOnly)
                    return Error{ErrorCode::ReadOnly, u"the folder is open for reading only"_s};
                if (!writing.writer)
                    return writing.whyNot;
                return call(*writing.writer);
            });
    }

    /// Runs a call of the unlocked reader on its thread.
    template <typename Call> auto read(Call call) -> QFuture<std::invoke_result_t<Call, EntryReader &>>
    {
        using Answer = std::invoke_result_t<Call, EntryReader &>;
        return readingThread->run([this, call = std::move(call)]() -> Answer {
            if (!reading.reader)
                return locked();
            return call(*reading.reader);
        });
    }
};

EntryStore::EntryStore(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) {}

EntryStore::~EntryStore()
{
    // The writer closes last and so puts the log back into the database's file.
    d->readingThread->run([this] { d->reading.close(); });
    d->readingThread.reset();
    d->writingThread->run([this] { d->writing.close(); });
    d->writingThread.reset();
}

QFuture<Result<OpenedFolder>> EntryStore::open(const QString &folder, StoreMode mode)
{
    d->mode = mode;
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

QFuture<Result<void>> EntryStore::unlock(const QByteArray &masterKey, KeyPlace place)
{
    // Derived here, so that the key itself goes to no other thread.
    const Result<std::shared_ptr<const Vault>> vault = Vault::fromMasterKey(masterKey);
    if (!vault)
        return d->readingThread->run([error = vault.error()]() -> Result<void> { return error; });
    if (d->mode == StoreMode::ReadOnly)
        return d->readingThread->run([this, vault = *vault] { return d->reading.unlock(vault); });

    const auto written =
        d->writingThread->run([this, vault = *vault, place] { return d->writing.unlock(vault, place); });
    return d->readingThread->run([this, vault = *vault, written = written]() mutable {
        written.waitForFinished();
        const Result<void> unlocked = written.result();
        return unlocked ? d->reading.unlock(vault) : unlocked;
    });
}

QFuture<Result<PersonMatch>> EntryStore::match(const std::vector<IdentityKey> &keys)
{
    return d->write([keys](EntryWriter &writer) { return writer.match(keys); });
}

QFuture<Result<Recorded>> EntryStore::record(const EntryDraft &draft)
{
    return d->write([draft](EntryWriter &writer) { return writer.record(draft); });
}

QFuture<Result<void>> EntryStore::recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                                                const std::optional<VisitorCode> &code)
{
    return d->write(
        [scan, payload, code](EntryWriter &writer) { return writer.recordRefusal(scan, payload, code); });
}

QFuture<Result<Entry>> EntryStore::voidEntry(const QUuid &id, const QString &reason, const Moment &at)
{
    return d->write([id, reason, at](EntryWriter &writer) { return writer.voidEntry(id, reason, at); });
}

QFuture<Result<Recorded>> EntryStore::correctDirection(const QUuid &id, Direction direction, const Moment &at)
{
    return d->write(
        [id, direction, at](EntryWriter &writer) { return writer.correctDirection(id, direction, at); });
}

QFuture<Result<QList<EntryRow>>> EntryStore::entries(const EntryQuery &query)
{
    return d->read([query](EntryReader &reader) { return reader.entries(query); });
}

QFuture<Result<QList<RefusedScan>>> EntryStore::refusedScans(const EntryQuery &query)
{
    return d->read([query](EntryReader &reader) { return reader.refusedScans(query); });
}

QFuture<Result<Counters>> EntryStore::counters(qint64 fromUtcMs, qint64 toUtcMs)
{
    return d->read([fromUtcMs, toUtcMs](EntryReader &reader) { return reader.counters(fromUtcMs, toUtcMs); });
}

QFuture<Result<void>> EntryStore::check()
{
    return d->read([](EntryReader &reader) { return reader.check(); });
}

QString EntryStore::databasePath(const QString &folder)
{
    return databaseFile(folder);
}

} // namespace checkpoint
