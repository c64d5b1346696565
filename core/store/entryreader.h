#pragma once

#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/vault.h"

#include <functional>
#include <memory>

namespace checkpoint {

/// Everything that is read from an unlocked folder; what the calls give is said in EntryStore and EntryLists.
/// Used on the reading thread, on its own read-only connection.
class EntryReader
{
public:
    EntryReader(Connection &connection, std::shared_ptr<const Vault> vault)
        : m_connection(connection), m_vault(std::move(vault))
    {
    }

    Result<QList<EntryRow>> entries(const EntryQuery &query);
    Result<QList<RefusedScan>> refusedScans(const EntryQuery &query);
    Result<Counters> counters(qint64 fromUtcMs, qint64 toUtcMs);
    Result<QStringList> locations();
    Result<QList<EntryDetails>> recentDetails(int limit);
    Result<std::optional<Entry>> lateEntry(const LateQuery &query);
    Result<QUuid> visitorOf(const QUuid &entryId);

private:
    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
};

/// The database's own check of itself, table by table; DatabaseDamaged with what it found. Before each table
/// `goesOn` is told how many are done of how many; Cancelled once it says false.
Result<void> checkDatabase(Connection &connection,
                           const std::function<bool(qint64 done, qint64 all)> &goesOn);

} // namespace checkpoint
