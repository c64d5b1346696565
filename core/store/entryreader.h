#pragma once

#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/vault.h"

#include <memory>

namespace checkpoint {

/// Everything that is read from an unlocked folder; what the calls give is said in EntryStore. Used on the
/// reading thread, on its own read-only connection.
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
    Result<void> check();

private:
    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
};

} // namespace checkpoint
