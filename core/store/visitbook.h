#pragma once

#include "core/domain/visit.h"
#include "core/store/connection.h"

#include <QList>

#include <optional>
#include <vector>

namespace checkpoint {

/// The visits of persons, folded from their standing passages. A person is named by the canonical visitor row
/// and has the entries of every visitor joined to it. Used on the writing thread, inside the caller's
/// transaction.
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

private:
    struct Row
    {
        RowId id;
        Visit visit;
    };
    std::optional<Row> lastRow(RowId person);
    std::vector<StandingPassage> standingPassages(RowId person);
    void insert(RowId person, const Visit &visit);

    Connection &m_connection;
};

/// The later passage of a visit.
StandingPassage lastPassage(const Visit &visit);

} // namespace checkpoint
