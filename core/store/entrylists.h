#pragma once

#include "core/base/future.h"
#include "core/domain/attention.h"
#include "core/domain/expected.h"
#include "core/store/entrystore.h"

#include <QStringList>

namespace checkpoint {

/// Which lines of the record are wanted. Times are UTC milliseconds, `from` included, `to` excluded.
struct EntryFilter
{
    enum Refused { Without, With, Only };
    enum Group { Everybody, StaffOnly, NoStaff };

    std::optional<qint64> fromUtcMs;
    std::optional<qint64> toUtcMs;
    QString search; ///< words that must all fit: parts of the name (diacritics do not matter), the last
                    ///< digits of the number, a phone or its last digits; refused scans that name
                    ///< nobody fit no word
    std::optional<Direction> direction; ///< refused scans have none
    QStringList locations;              ///< empty: all
    QStringList sources;                ///< empty: all
    Refused refused = Without;
    bool openOnly = false;  ///< only passages by which somebody is still inside
    bool withVoids = false; ///< Void entries as lines of their own; what they took back is a line in any case
    Group group =
        Everybody; ///< of the persons as they are known now; refused scans that name nobody are no staff's

    bool operator==(const EntryFilter &) const = default;
};

/// A line of the record: exactly one of the two.
struct ListRow
{
    std::optional<EntryRow> entry;
    std::optional<RefusedScan> refused;
};

/// Where a line stands: lines are in the order of time, of equal times in that of their ids.
struct PageKey
{
    qint64 atUtcMs = 0;
    QUuid id;

    bool operator==(const PageKey &) const = default;
};

/// How long a list is, and the places of every stride-th line of it (lines 0, stride, 2 * stride …), newest
/// first, so that a view can go anywhere with one page.
struct Outline
{
    qint64 total = 0;
    qint64 refused = 0; ///< of these
    qint64 voided = 0;  ///< of these, entries that were taken back
    qint64 apart = 0;   ///< of these, passages of companions without their visitor, which no counter counts
    std::vector<PageKey> everyStride;
    quint64 revision = 0; ///< grows whenever the record has changed
};

/// A known person, or one who is expected, found while somebody types.
struct VisitorHit
{
    QUuid visitorId;                ///< null: nobody whom the record knows
    VisitorData visitor;            ///< of such a one what the announcement says
    std::optional<Entry> lastEntry; ///< the person's last standing passage
    std::optional<qint64> insideSinceUtcMs;
    EntryDetails lastDetails;                     ///< of the last passage that has any
    std::optional<ExpectedVisitor> expected = {}; ///< as whom they are announced and have not come yet
    Party partyInside = {};                       ///< who came along with the person and is inside now
};

/// What was added to an entry later.
struct EntryAddition
{
    QUuid entryId;
    Moment at;
    std::optional<EntryDetails> details;
    std::optional<Party> party;
};

/// That somebody looked at data in full, or looked somebody up.
struct Reveal
{
    Moment at;
    QString reason;      ///< in the operator's words
    bool masked = false; ///< names stayed masked, as in a masked trace
};

/// Everything that is known of a visit, or of a refusal that names somebody, for showing.
struct VisitDetails
{
    EntryRow asked; ///< the entry that was asked about; of a refusal, where and when it was and who
    std::optional<RefusedScan> refused; ///< somebody was sent away: there is no visit
    std::optional<EntryRow> in;         ///< the passages of the visit that stand
    std::optional<EntryRow> out;        ///< absent while the person is inside
    QList<EntryRow> history;            ///< entries taken back or replaced, and those that did it
    QList<EntryRow> partyPassages;      ///< standing passages of the party alone during the visit
    QList<EntryAddition> additions;     ///< to the entries of the visit
    QList<Reveal> reveals;              ///< of the entries of the visit and of the person
    Party partyInside;                  ///< who came along with the person and is inside now
    QStringList sources;  ///< kinds of code by which the person ever passed, "manual" for by hand
    int visitsBefore = 0; ///< of the same person
    std::optional<AttentionNote> attention;     ///< that holds for the person now
    std::optional<AttentionNote> attentionThen; ///< that held for the person at the time of the visit
    std::optional<ExpectedVisitor> expected;    ///< as whom the person was announced
    std::optional<EntryRow> cardSince; ///< what was written by hand: by which passage the person's card was
                                       ///< read first since, which may have put their name right here as well
    QString takenBackBy;               ///< who took the asked entry back, where somebody was signed in
    bool superseded = false;           ///< the exit is not known, but a later entry shows that there was one
};

/// Somebody who is inside, or whose party is.
struct InsideRow
{
    EntryRow in; ///< by which they came
    Party partyInside;
    bool visitorInside = true; ///< false: only the party is
};

/// An entry that was written down late.
struct LateQuery
{
    qint64 atUtcMs = 0;
    std::optional<QUuid> visitorId; ///< whose; absent: whoever has the name
    QString name;
    std::optional<Direction> direction; ///< absent: either
};

/// Who did not leave, the morning after.
struct MorningList
{
    QList<InsideRow> stillInside;   ///< oldest first
    QList<EntryRow> estimatedExits; ///< recorded without anybody having seen them, oldest first
};

/// The lists of a record for views: every call on the reading thread, NotAllowed to whoever may see nothing.
/// What they need of the whole record lies in memory: the order of its lines (no personal data), and for
/// searching the names in simple form with the numbers. Both are built once in the background, follow the
/// record from then on, and what is asked before they are there is answered as soon as they are. Lives on the
/// thread of its EntryStore, which must outlive it.
class EntryLists
{
public:
    explicit EntryLists(EntryStore *store) : m_store(store) {}

    /// Builds in the background what searching and paging need.
    Future<Result<void>> warmUp();

    /// Wipes what searching keeps in memory of persons. What was asked before and needs it may give
    /// Cancelled; the next search builds it again.
    void forgetNames();

    /// The length and the places of a list. `stride` is at least 1.
    Future<Result<Outline>> outline(const EntryFilter &filter, int stride);

    /// The next lines of a list after a place (which need not be one of its own), newest first.
    Future<Result<QList<ListRow>>> page(const EntryFilter &filter, const std::optional<PageKey> &after,
                                        int limit);

    /// Known persons that fit every word typed, best first: who fits with the beginnings of words, then who
    /// was here last. Nothing for blanks only.
    Future<Result<QList<VisitorHit>>> findVisitors(const QString &typed, int limit);

    /// Who may be coming in: first those expected on a day who have not arrived and fit, in the order in
    /// which they are expected, then known persons as findVisitors() has them, so many of each at most. An
    /// expected one who is known stands there once: whose number it is, or the only person of that name whom
    /// neither a number nor the year of birth contradicts, where nobody else is expected by it.
    Future<Result<QList<VisitorHit>>> findArriving(const QString &typed, const QDate &day, int mostExpected,
                                                   int mostKnown);

    /// Who is known as the venue's staff, who was here last first.
    Future<Result<QList<VisitorHit>>> staff(int limit);

    /// Whether whoever is signed in may take the entry back, turn it round or restore it: their own, or as
    /// their role allows. The store asks again when it is done.
    Future<Result<bool>> mayCorrect(const QUuid &entryId);

    /// The visit of an entry, or what is known of a refused scan. NotFound when there is neither.
    Future<Result<VisitDetails>> visitDetails(const QUuid &entryOrRefused);

    /// Who is inside now, newest first; `after` a page's last line ({in.entry.at, in.entry.id}). `limit` 0:
    /// all.
    Future<Result<QList<InsideRow>>> inside(const std::optional<qint64> &enteredBeforeUtcMs = {},
                                            const QString &search = {},
                                            const std::optional<PageKey> &after = {}, int limit = 0);

    /// Who came in before `toUtcMs` and is still inside, and the estimated exits of visits that began in the
    /// day from `fromUtcMs` to `toUtcMs`.
    Future<Result<MorningList>> morningList(qint64 fromUtcMs, qint64 toUtcMs);

    /// What there is to choose from when filtering, in the order of the alphabet.
    Future<Result<QStringList>> locations();
    Future<Result<QStringList>> sources();

    /// Purposes and hosts written down lately, each once, the last first: for completing while typing.
    Future<Result<QList<EntryDetails>>> recentDetails(int limit);

    /// For the desk itself, which goes on while nobody is signed in; they tell no data of persons.
    /// By which entries somebody, or somebody's party, came in before that and is still inside.
    Future<Result<QList<PageKey>>> openEntries(qint64 enteredBeforeUtcMs);
    /// The late entry of that moment and person that stands.
    Future<Result<std::optional<Entry>>> lateEntry(const LateQuery &query);
    /// Whose entry it is: the id of that visitor. NotFound when there is no such entry.
    Future<Result<QUuid>> visitorOf(const QUuid &entryId);

private:
    EntryStore *m_store;
};

} // namespace checkpoint
