#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/attention.h"
#include "core/domain/entry.h"
#include "core/domain/expected.h"
#include "core/domain/visitor.h"
#include "core/domain/visitorcode.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

namespace checkpoint {

/// Where the master key of a data folder is kept.
enum class KeyPlace {
    Keychain, ///< the desktop's keychain
    File,     ///< a file of mode 0600 in the data folder
};

/// What the folder knows about its key: never the key itself.
struct KeyRecord
{
    KeyPlace place = KeyPlace::File;
    QByteArray keyId; ///< a digest of the key; tells a wrong key from the right one
};

/// What opening a folder found, before the key is there.
struct OpenedFolder
{
    QUuid folderId; ///< random, made with the database; names the key in a keychain
    std::optional<KeyRecord>
        keyRecord;                  ///< absent in a new folder: no sealed row exists yet, a key may be made
    QList<QByteArray> formerKeyIds; ///< of the keys before, the oldest first
};

enum class StoreMode {
    ReadWrite, ///< takes the folder's lock; makes and migrates the database
    ReadOnly,  ///< works beside a program that writes; never changes anything
};

/// Of whom the store is asked: a scanned code, a person chosen from a list, or both.
struct PersonQuery
{
    std::vector<IdentityKey> keys;
    std::optional<QUuid> visitorId; ///< the person, when that is known without or beside a code
    QString name;                   ///< with what follows: for finding expected visitors
    std::optional<int> birthYear;
    QString phone;                 ///< E.164
    QDate day;                     ///< local; invalid: expected visitors are not looked for
    std::optional<QUuid> expected; ///< as whom they are announced, when the operator chose it
    std::optional<qint64> atUtcMs; ///< the moment for attention notes; absent: they are not looked for
};

/// The query for what a code or a hand says of a person at a moment.
PersonQuery personQuery(const VisitorData &said, const Moment &at,
                        const std::optional<QUuid> &visitorId = {});

/// The person a code belongs to, as far as the store knows.
struct PersonMatch
{
    std::optional<QUuid> visitorId; ///< absent: never seen before
    QList<QUuid> joins;             ///< further known visitors that this code shows to be the same person
    bool conflict = false; ///< the code's keys contradict each other or what is known; nobody is joined then,
                           ///< and visitorId is the strongest key's that nothing stronger speaks against
    VisitorData known;     ///< what is known of visitorId
    std::optional<Entry> openVisitEntry;     ///< the entry of the open visit, when the person is inside
    std::optional<Entry> lastEntry;          ///< the person's last standing entry
    Party partyInside;                       ///< who came along with the person and is still inside
    std::optional<AttentionNote> attention;  ///< the venue wants to be told
    std::optional<ExpectedVisitor> expected; ///< of the query's day; one who has not arrived goes first
    qint64 insideNow = 0;                    ///< all people inside, parties counted; with a day
};

/// A passage to be recorded, with what the code said about the person.
struct EntryDraft
{
    Entry entry; ///< id, kind, at, location, source, device, warnings … visitorId is filled by the store
    VisitorData visitor;        ///< as the code said it
    bool visitorTrusted = true; ///< VisitorCode::isTrusted()
    bool keepApart = false; ///< the operator settled a conflict: record for the strongest key's person (a new
                            ///< one when that key is nobody's), join nobody, leave numbers out that
                            ///< contradict; a conflict that nobody settled is recorded in the same way
    std::optional<QUuid> visitorId; ///< whose passage it is, when that is known without or beside a code;
                                    ///< numbers that are somebody else's are left out then. NotFound when
                                    ///< there is no such visitor
    EntryDetails details = {};
    bool partyLeavesWhole = true;  ///< on an exit: all who came along leave as well and the store fills in
                                   ///< how many; otherwise those of `entry.party` leave and the rest stay
    std::optional<QUuid> expected; ///< the announcement that this passage fulfils
};

/// What was committed.
struct Recorded
{
    Entry entry;
    VisitorData visitor; ///< all that is known now
    QList<QUuid> joined; ///< visitors that were joined to this one by this entry
    EntryDetails details = {};
    Party partyInside;                 ///< who came along with the person and is inside now
    qint64 insideNow = 0;              ///< all people inside after this, parties counted
    std::optional<Entry> sameWay = {}; ///< with a corrected direction: the passage right before or after it
                                       ///< that goes the same way, so that one of the two is wrong or one is
                                       ///< missing
};

/// What became of exits that were to be taken back together.
struct ExitsTakenBack
{
    int takenBack = 0;
    int left = 0; ///< their persons have passed since
};

/// All three count visitors, never those who came along, as the list of who is inside does: whoever was
/// inside when the period began, and `in` less `out`, are `inside`. Reports count passages ("lượt") instead,
/// those by which only a party left as well.
struct Counters
{
    qint64 inside = 0; ///< open visits now
    qint64 in = 0;     ///< visitors' standing entries of the period
    qint64 out = 0;    ///< and their exits; the party that leaves apart is none
    qint64 refused = 0;
    qint64 partyInside = 0; ///< companions and children inside now
};

/// What is written down about a passage after it was committed; what is absent stays as it was.
struct EntryCompletion
{
    std::optional<EntryDetails> details;
    std::optional<QString> phone;         ///< E.164, of the person
    std::optional<Party> party;           ///< instead of the entry's
    std::optional<PartialDate> birthDate; ///< of the person
    Moment at;                            ///< when it was written down
};

/// Which entries are wanted. Times are UTC milliseconds, `from` included, `to` excluded.
struct EntryQuery
{
    std::optional<qint64> fromUtcMs;
    std::optional<qint64> toUtcMs;
    QString search; ///< words that must all fit: parts of the name (diacritics do not matter), the last
                    ///< digits of the number, or a whole phone number; refused scans are not searched
    bool newestFirst = false;
    int limit = 0;              ///< 0: all
    std::optional<QUuid> after; ///< the last id of the page before, for the next page in the same order; one
                                ///< that does not exist gives NotFound
};

/// The record of a desk in its data folder. Lives on the GUI thread; SQL and sealing happen on threads of its
/// own: one writes, one reads (its own read-only connection), so that a long read never delays a scan; two
/// more do what takes long, so that it delays no read. Lists for views are in EntryLists and VisitorLists.
/// Every answer is a future; answers of one thread come in the order of the calls. Destroying it lets
/// everything posted finish. In a folder opened ReadOnly whatever needs the writing thread gives ReadOnly.
class EntryStore : public QObject
{
    Q_OBJECT

public:
    explicit EntryStore(QObject *parent = nullptr);
    ~EntryStore() override;

    /// Opens (in ReadWrite mode makes) the database of a folder. InUse, DatabaseNewer, DatabaseDamaged,
    /// ReadOnly, DiskFull, NotFound (ReadOnly mode and no database) or StoreFailed; nothing is overwritten
    /// then, and open() can be tried again. WrongUse when a folder is open already.
    Future<Result<OpenedFolder>> open(const QString &folder, StoreMode mode);

    /// Hands over the master key (32 bytes). In a new folder its place and id are recorded now; in a known
    /// folder a key that is not the folder's gives KeyMissing, and so does ReadOnly mode in a folder without
    /// a key. Until it succeeded every other call gives KeyMissing,
    /// or why the folder could not be opened.
    Future<Result<void>> unlock(const Secret &masterKey, KeyPlace place);

    /// Who the keys belong to, and whether they are inside. Writing thread, so that it sees all that was
    /// posted before.
    Future<Result<PersonMatch>> match(const std::vector<IdentityKey> &keys);

    /// The same of somebody who may have no code at all; looks into the venue's lists as well. NotFound when
    /// the query names a visitor that does not exist.
    Future<Result<PersonMatch>> match(const PersonQuery &query);

    /// Writes the entry, the visitor (new, completed or joined) and the visits in one transaction. The future
    /// is ready after the commit.
    Future<Result<Recorded>> record(const EntryDraft &draft);

    /// Keeps that a scan was refused: kind, reason, whom it named and a keyed digest of the payload, never
    /// the text. Somebody whom the venue wanted to be told of becomes known by it. The `code` of somebody who
    /// is known but may not pass now completes what is known of them: its keys will tell the same person the
    /// next time.
    Future<Result<void>> recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                                       const std::optional<VisitorCode> &code = {});

    /// Takes an entry back by a Void entry and folds the person's visits again. NotFound when there is no
    /// such entry or it does not stand any more, or is itself a Void. What the entry's code joined is parted
    /// again.
    Future<Result<Entry>> voidEntry(const QUuid &id, const QString &reason, const Moment &at);

    /// Corrects an entry's direction: a Void and a new entry with the old one's time, both pointing at it, in
    /// one transaction. NotFound as voidEntry(); WrongUse when the entry has that direction.
    Future<Result<Recorded>> correctDirection(const QUuid &id, Direction direction, const Moment &at);

    /// Lets an entry that was taken back count again, by a new one that says the same at the old time; the
    /// Void stays. NotFound when it was not taken back, or another entry came in its place already; WrongUse
    /// when the person has passed since in a way that it does not fit any more (came in twice, left twice).
    /// Whom its code had joined are one person again, unless their present numbers contradict each other by
    /// now or one of them was erased: then they stay apart, and it counts for the one whom the code's
    /// strongest number named. What only that code had said of joined persons comes back with their next
    /// scan, not with the entry.
    Future<Result<Recorded>> restoreEntry(const QUuid &id, const Moment &at);

    /// Adds to a passage what was asked after it was committed. What was said before stays in the record; the
    /// last stands. NotFound as voidEntry().
    Future<Result<Recorded>> completeEntry(const QUuid &entryId, const EntryCompletion &completion);

    /// Says whether a person belongs to the venue's staff. NotFound when there is no such visitor.
    Future<Result<void>> setStaff(const QUuid &visitorId, bool staff);

    /// Keeps that somebody looked at an entry's or a visitor's data in full. Beside a program that writes as
    /// well. NotAllowed as everything that the role of whoever is signed in does not allow
    /// (OperatorRegister).
    Future<Result<void>> noteReveal(const QUuid &entryOrVisitor, const QString &reason, const Moment &at);

    /// Lets out whom nobody saw leave: for each of the entries by which somebody (or somebody's party) is
    /// still inside an exit of all, marked as estimated. One transaction; entries by which nobody is inside
    /// any more are skipped, and no exit is earlier than its entry. Gives the exits.
    Future<Result<QList<QUuid>>> recordEstimatedExits(const QList<QUuid> &openEntries, const Moment &at,
                                                      const QString &location, const QString &device);

    /// Takes back those of these exits whose persons have not passed since, and tells how many were left
    /// because they have; what does not stand any more is passed over. One transaction.
    Future<Result<ExitsTakenBack>> takeBackExits(const QList<QUuid> &exits, const QString &reason,
                                                 const Moment &at);

    /// Entries in time order (Void entries as well) with their visitors; of joined visitors the one they are
    /// known as. A visitor whose data were destroyed or do not open is empty. Reading thread.
    Future<Result<QList<EntryRow>>> entries(const EntryQuery &query);

    /// Refused scans in time order. Reading thread.
    Future<Result<QList<RefusedScan>>> refusedScans(const EntryQuery &query);

    /// Counts of a period (UTC milliseconds, end excluded) and of who is inside now. Reading thread.
    Future<Result<Counters>> counters(qint64 fromUtcMs, qint64 toUtcMs);

    /// The database's own check of itself; DatabaseDamaged with what it found. May take long, on a thread of
    /// its own that gives way to all others; Cancelled when the store goes before it is done.
    Future<Result<void>> check();

    /// Whether somebody vouches for the date when it is asked: a time server, or a person. While nobody does,
    /// a date that has leapt (dateleap.h) is in doubt as a suspect one is, and nothing is destroyed by age.
    /// Asked on the store's threads; until it is set everybody vouches. Any thread.
    void setDateVouched(bool (*isVouched)());

    /// The database's file inside a data folder.
    static QString databasePath(const QString &folder);

signals:
    /// Something was committed by this program. Several commits may be one signal.
    void changed();

private:
    friend class Backups;
    friend class EntryLists;
    friend class FolderKeys;
    friend class Ledger;
    friend class NoticeRegister;
    friend class OperatorRegister;
    friend class Outbox;
    friend class PersonRegister;
    friend class ReportSource;
    friend class Retention;
    friend class TrafficSource;
    friend class VenueRegister;
    friend class VisitorLists;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace checkpoint
