#pragma once

#include "core/store/connection.h"
#include "core/store/outbox.h"
#include "core/store/vault.h"

namespace checkpoint {

/// The rows of targets, but of those that the desk was disconnected from. Used on the thread of its
/// connection, within the caller's transaction. A name that is no target's is a failure of the connection:
/// NotFound.
class TargetRows
{
public:
    TargetRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    QList<TargetRecord> all();
    RowId find(const QString &name);
    void keep(const SyncTarget &target);
    void disconnect(const QString &name);
    /// True while there is more.
    bool fillBacklog(const QString &name);
    void note(const QString &name, const TargetCondition &condition);
    void noteVenueCode(const QString &name, const QString &venueCode);
    void noteOffer(const QString &name, SelfCheckInOffer offer);
    void noteCursor(const QString &name, const QString &cursor);
    void setPaused(const QString &name, bool paused);
    /// All is well since then.
    void noteSuccess(RowId target, qint64 nowMs);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
