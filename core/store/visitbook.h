#pragma once

#include "core/domain/visit.h"
#include "core/store/connection.h"

#include <QList>

#include <optional>
#include <vector>

namespace checkpoint {

/// The visits of persons and who came along with them, folded from their standing passages. A person is named
/// by the canonical visitor row and has the entries of every visitor joined to it. Used on the writing
/// thread, inside the caller's transaction.
class VisitBook
{
public:
    explicit VisitBook(Connection &connection) : m_connection(connection) {}

    /// Takes in a passage whose entry is already written: in constant time when it is the person's newest,
    /// otherwise by folding all again.
    void add(RowId person, const StandingPassage &passage);

    /// Folds the visits of persons again from the entries that stand; those between whom entries have moved
    /// go together.
    void refold(const QList<RowId> &persons);

    /// The person's last visit.
    std::optional<Visit> last(RowId person);

    /// Who came along with the person and is inside.
    PartyStay party(RowId person);

    /// The same for a moment of somebody who has the entries of all these persons; the passage of that id at
    /// that moment and later ones do not count.
    PartyStay partyBefore(const QList<RowId> &persons, qint64 atUtcMs, const QUuid &entry);

    /// Whom an entry let in that are still inside: a visitor, or only a party.
    struct Stay
    {
        RowId person = 0;
        bool visitorInside = false;
    };
    std::optional<Stay> stayBy(const QUuid &entry);

    /// All people inside, parties counted.
    qint64 insideNow();

    /// Whether what was taken back may count again (as `again`, which may be written already): not when the
    /// person has passed since, and the one next to it in time goes the same way.
    bool stillFits(RowId person, const Entry &again, const QUuid &takenBack);

    /// The person's passage right before or after one that is written already, where it goes the same way.
    std::optional<QUuid> sameWayBeside(RowId person, const Entry &passage);

    /// Whether the person has passed after that passage; what was taken back does not count.
    bool hasPassedSince(RowId person, qint64 atUtcMs, const QUuid &entry);

    /// When visits or party of a person begin to differ from what the standing passages come to; nothing when
    /// they do not. Reads only, on any connection.
    std::optional<qint64> differsSince(RowId person);

private:
    struct Row
    {
        RowId id;
        Visit visit;
    };
    std::optional<Row> lastRow(RowId person);
    static Row readRow(const Statement &row);
    std::vector<StandingPassage> standingPassages(RowId person);
    void insert(RowId person, const Visit &visit);
    void saveParty(RowId person, const PartyStay &stay);
    bool hasPassageFrom(RowId person, qint64 atUtcMs, const QUuid &entry);

    Connection &m_connection;
};

/// The later passage of a visit.
StandingPassage lastPassage(const Visit &visit);

} // namespace checkpoint
