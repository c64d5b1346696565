#pragma once

#include "core/base/future.h"
#include "core/base/worker.h"
#include "core/store/entryreader.h"
#include "core/store/entrystore.h"
#include "core/store/entrywriter.h"
#include "core/store/lastcommit.h"
#include "core/store/listreader.h"
#include "core/store/recordmerge.h"
#include "core/store/storefolder.h"

#include <QMutex>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <type_traits>

namespace checkpoint {

/// What lives on the writing thread.
struct WritingSide
{
    WritingSide();

    WritingFolder folder;
    QString path;
    bool isOpen = false;
    std::shared_ptr<const Vault> vault; ///< once unlocked
    std::optional<EntryWriter> writer;  ///< once unlocked
    LastCommit lastCommit;              ///< once unlocked
    Error whyNot;                       ///< without a writer: what stands in the way

    Result<OpenedFolder> open(const QString &dataFolder);
    Result<void> unlock(const std::shared_ptr<Vault> &key, KeyPlace place);
    void close();
};

/// What lives on the reading thread.
struct ReadingSide
{
    Connection connection;
    bool isOpen = false;
    std::shared_ptr<const Vault> vault; ///< once unlocked
    std::optional<EntryReader> reader;  ///< once unlocked
    std::optional<ListReader> lists;    ///< once unlocked
    Error whyNot() const;               ///< without a reader: what stands in the way

    Result<OpenedFolder> open(const QString &path);
    Result<void> unlock(const std::shared_ptr<Vault> &key);
    void close();
};

/// What lives on a thread for what takes long: a reading connection of its own, opened when it is needed.
struct BackgroundSide
{
    Connection connection;
    bool isOpen = false;
    QString folder;
    std::shared_ptr<const Vault> vault; ///< once unlocked

    Result<void> open();
    void close();
};

/// What a program that has the folder open for reading writes beside the one that works there: notes in the
/// ledger, wrong PINs. SQLite's own locks keep the two apart. On the writing thread, opened when it is
/// needed.
struct NotingSide
{
    Connection connection;
    bool isOpen = false;
    QString folder;
    std::shared_ptr<const Vault> vault; ///< once unlocked

    Result<void> open();
    void close();
};

/// The threads of an open folder. EntryStore owns them; the facades beside it (EntryLists, VenueRegister …)
/// post to the same ones, so that a folder has one writing connection.
struct EntryStore::Private
{
    explicit Private(EntryStore *owner) : store(owner) {}

    EntryStore *const store;
    StoreMode mode = StoreMode::ReadWrite; // of the last open(), on the thread of the store
    QString folder;                        // the same
    std::shared_ptr<Vault> ownVault;       // of the last unlock(), the same; gains keys on the writing thread
    WritingSide writing;
    ReadingSide reading;
    BackgroundSide indexing; ///< reads the whole record for the lists
    BackgroundSide reporting;
    BackgroundSide checking;
    BackgroundSide copying; ///< backups
    NotingSide noting;      ///< in a folder opened ReadOnly
    QMutex actingGuard;
    Acting actingReader;                 ///< on whose behalf is read; held by the guard
    std::atomic<bool> announced = false; ///< changed() is on its way
    std::atomic<bool> closing = false;   ///< what takes long stops at the next good place
    std::atomic<bool (*)()> isDateVouched = +[] { return true; };

    // The lists in memory are made on the indexing thread and then live on the reading one. Names that were
    // forgotten while they were being read belong to a generation that is over.
    std::atomic<bool> orderReady = false;
    std::atomic<quint64> namesReady = 0; ///< the generation of those that are there
    std::atomic<quint64> nameGeneration = 1;
    bool orderMade = false; // the two on the indexing thread
    quint64 namesMade = 0;

    // Unmade before the sides, each after everything posted to it.
    std::unique_ptr<Worker> writingThread = std::make_unique<Worker>(QStringLiteral("store"));
    std::unique_ptr<Worker> readingThread = std::make_unique<Worker>(QStringLiteral("reading"));
    std::unique_ptr<Worker> indexingThread =
        std::make_unique<Worker>(QStringLiteral("indexing"), QThread::LowPriority);
    std::unique_ptr<Worker> reportingThread =
        std::make_unique<Worker>(QStringLiteral("reporting"), QThread::LowPriority);
    std::unique_ptr<Worker> checkingThread =
        std::make_unique<Worker>(QStringLiteral("checking"), QThread::IdlePriority);
    std::unique_ptr<Worker> copyingThread =
        std::make_unique<Worker>(QStringLiteral("copying"), QThread::LowPriority);

    /// Unlocks the writing side, where there is one, then the reading one, and tells `outcome` whether both
    /// are; thread of the store.
    Future<Result<void>> unlock(const std::shared_ptr<Vault> &key, KeyPlace place,
                                std::promise<bool> outcome);

    /// Takes rows older than the ledger into it, piece by piece, so that scans come in between; writing
    /// thread.
    void adoptOlderRows(Worker *thread);
    /// The same with digests that an older key made.
    void liftOlderDigests(Worker *thread);

    /// Another database of this folder, to be merged into the record.
    struct MergeSource
    {
        QString path;
        QString name; ///< of the file that it is a copy of
        bool isNewer = false;
        qint64 entries = 0;      ///< about how many there are
        qint64 knownUpTo = 0;    ///< see RecordMerge
        qint64 lastEntry = 0;    ///< the same
        bool hasLostEnd = false; ///< the record had; the path may be empty then
        bool wasRecord = false;  ///< until now: whom it has destroyed are all destroyed
    };
    /// Merges piece by piece on the writing thread, so that scans come in between, and notes it in the
    /// ledger. `done` is called there; any thread.
    void merge(const MergeSource &source, const std::function<void(int perMille)> &progress,
               const std::function<bool()> &stopped,
               const std::function<void(const Result<MergeCounts> &)> &done);

    struct MergeJob;
    void mergePiece(Worker *thread, const std::shared_ptr<MergeJob> &job);
    Result<MergeCounts> tellOfLostEnd(const MergeSource &source);

    /// Tells the ledger that somebody wanted what they may not.
    static void noteRefusal(Connection &connection, const Vault &vault, const QString &what);

    /// A moment that is suspect as well when the record says that the date has leapt and nobody vouches for
    /// it; on the thread of that connection to the record.
    Moment weighed(Connection &record, Moment now) const;

    /// The same from another thread than the writing one, in folders opened ReadOnly as well.
    void tellOfRefusal(const QString &what);

    /// Somebody else acts from now on: whoever reads is judged by it as well. Any thread.
    void actForReading(const Acting &acting);

    /// Fails with NotAllowed when whoever acts may not do that, and the ledger is told; on the thread of that
    /// connection.
    Result<void> readerMay(Connection &reader, Deed deed);

    /// Says once that something was committed; any thread.
    void announce();
    /// The same on the writing thread, where it is noted as well.
    void committed();

    /// Wipes the names in memory; thread of the store.
    void forgetNames();

    /// Makes what the lists need and hands it to the reading thread; indexing thread.
    Result<void> prepareLists(bool withNames, quint64 generation);

    /// Runs a call on the writing thread of the unlocked folder, given its connection and vault. A change is
    /// announced when it succeeds.
    template <typename Call>
    auto writeTo(Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return lookInto([this, call = std::move(call)](Connection &connection,
                                                       const std::shared_ptr<const Vault> &vault) -> Answer {
            Answer answer = call(connection, vault);
            if (answer)
                committed();
            else if (answer.error().code == ErrorCode::NotAllowed)
                noteRefusal(connection, *vault, answer.error().detail);
            return answer;
        });
    }

    /// The same of a call that changes nothing, but sees all that was posted before.
    template <typename Call>
    auto lookInto(Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return writingThread->run(
            [this, readOnly = mode == StoreMode::ReadOnly, call = std::move(call)]() -> Answer {
                if (readOnly)
                    return Error{ErrorCode::ReadOnly, QStringLiteral("the folder is open for reading only")};
                if (!writing.writer)
                    return writing.whyNot;
                return call(writing.folder.connection(), writing.vault);
            });
    }

    /// The same of what may be written beside another program: in a folder opened ReadOnly it is as well.
    template <typename Call>
    auto noteBeside(Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        if (mode == StoreMode::ReadWrite)
            return writeTo(std::move(call));
        return writingThread->run([this, call = std::move(call)]() -> Answer {
            if (auto opened = noting.open(); !opened)
                return opened.error();
            Answer answer = call(noting.connection, noting.vault);
            if (!answer && answer.error().code == ErrorCode::NotAllowed)
                noteRefusal(noting.connection, *noting.vault, answer.error().detail);
            return answer;
        });
    }

    /// The same on the reading thread.
    template <typename Call>
    auto readFrom(Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return readingThread->run([this, call = std::move(call)]() -> Answer {
            if (!reading.reader)
                return reading.whyNot();
            return call(reading.connection, reading.vault);
        });
    }

    /// Reads on behalf of whoever acts, in folders opened ReadOnly as well. They have to be allowed that
    /// deed: NotAllowed, and the ledger is told.
    template <typename Call>
    auto readIfMay(Deed deed, Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return readingThread->run([this, deed, call = std::move(call)]() -> Answer {
            if (!reading.reader)
                return reading.whyNot();
            if (const Result<void> allowed = readerMay(reading.connection, deed); !allowed)
                return allowed.error();
            return call(reading.connection, reading.vault);
        });
    }

    /// Runs a call on the thread that reads for reports.
    template <typename Call>
    auto reportFrom(Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return reportingThread->run([this, call = std::move(call)]() -> Answer {
            if (const Result<void> opened = reporting.open(); !opened)
                return opened.error();
            return call(reporting.connection, reporting.vault);
        });
    }

    /// The same on behalf of whoever acts. They have to be allowed to see when it begins, which `begun` keeps
    /// on that thread: a report that was asked for is written to its end when the desk is locked.
    template <typename Call>
    auto reportTo(const std::shared_ptr<bool> &begun, Call call)
        -> Future<std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>>
    {
        using Answer = std::invoke_result_t<Call, Connection &, const std::shared_ptr<const Vault> &>;
        return reportFrom([this, begun, call = std::move(call)](
                              Connection &connection, const std::shared_ptr<const Vault> &vault) -> Answer {
            if (!*begun) {
                if (const Result<void> allowed = readerMay(connection, Deed::See); !allowed)
                    return allowed.error();
                *begun = true;
            }
            return call(connection, vault);
        });
    }

    /// Runs a call of the unlocked writer on its thread.
    template <typename Call> auto write(Call call) -> Future<std::invoke_result_t<Call, EntryWriter &>>
    {
        return writeTo([this, call = std::move(call)](Connection &, const std::shared_ptr<const Vault> &) {
            return call(*writing.writer);
        });
    }

    /// The same of a call that changes nothing.
    template <typename Call> auto look(Call call) -> Future<std::invoke_result_t<Call, EntryWriter &>>
    {
        return lookInto([this, call = std::move(call)](Connection &, const std::shared_ptr<const Vault> &) {
            return call(*writing.writer);
        });
    }

    /// Runs a call of the lists on the reading thread, once what they need is in memory. Nothing is read for
    /// whoever may see nothing, nor given to whoever may not any more: NotAllowed.
    template <typename Call>
    auto list(bool withNames, Call call) -> Future<std::invoke_result_t<Call, ListReader &>>
    {
        using Answer = std::invoke_result_t<Call, ListReader &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        Future<Answer> future = promise->future();
        promise->start();
        const auto maySee = [this] {
            return reading.reader ? readerMay(reading.connection, Deed::See) : Result<void>(reading.whyNot());
        };
        const auto answer = [this, withNames, promise, call = std::move(call)](const Result<void> &prepared) {
            if (!prepared)
                promise->addResult(Answer(prepared.error()));
            else if (!reading.lists || !reading.lists->hasOrder())
                promise->addResult(Answer(reading.whyNot()));
            else if (withNames && !reading.lists->hasNames())
                promise->addResult(
                    Answer(Error{ErrorCode::Cancelled, QStringLiteral("the names were forgotten")}));
            else
                promise->addResult(call(*reading.lists));
            promise->finish();
        };
        const quint64 generation = nameGeneration;
        readingThread->run([this, withNames, generation, answer, maySee] {
            const Result<void> allowed = maySee();
            if (!allowed || (orderReady && (!withNames || namesReady == generation)))
                return answer(allowed);
            indexingThread->run([this, withNames, generation, answer, maySee] {
                const Result<void> prepared = prepareLists(withNames, generation);
                readingThread->run([answer, prepared, maySee] { answer(prepared ? maySee() : prepared); });
            });
        });
        return future;
    }

    /// Runs a call of the unlocked reader on its thread, for whoever looks at lists: NotAllowed as above.
    template <typename Call> auto see(Call call) -> Future<std::invoke_result_t<Call, EntryReader &>>
    {
        return readIfMay(Deed::See,
                         [this, call = std::move(call)](Connection &, const std::shared_ptr<const Vault> &) {
                             return call(*reading.reader);
                         });
    }

    /// The same of what tells of nobody, or is for the desk itself.
    template <typename Call> auto read(Call call) -> Future<std::invoke_result_t<Call, EntryReader &>>
    {
        return readFrom([this, call = std::move(call)](Connection &, const std::shared_ptr<const Vault> &) {
            return call(*reading.reader);
        });
    }
};

} // namespace checkpoint
