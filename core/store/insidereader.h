#pragma once

#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/vault.h"

#include <functional>

namespace checkpoint {

/// Who is inside: open visits, and parties whose person has left. Used on the reading thread, inside the
/// caller's transaction.
class InsideReader
{
public:
    InsideReader(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Of those whom `wants` wants (a canonical row); as EntryLists::inside().
    QList<InsideRow> newestFirst(const std::optional<qint64> &enteredBeforeUtcMs,
                                 const std::optional<PageKey> &after, int limit,
                                 const std::function<bool(RowId)> &wants);

    /// As EntryLists::openEntries().
    QList<PageKey> openEntries(qint64 enteredBeforeUtcMs);

private:
    struct Stay
    {
        PageKey key;
        RowId person = 0;
        bool visitorInside = true;
    };
    std::optional<InsideRow> row(const Stay &stay);

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
