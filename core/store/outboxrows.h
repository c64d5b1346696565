#pragma once

#include "core/store/connection.h"
#include "core/store/outbox.h"
#include "core/store/vault.h"

#include <optional>

namespace checkpoint {

/// The rows of outboxes and batches of one target. Used on the thread of its connection, within the caller's
/// transaction.
class OutboxRows
{
public:
    OutboxRows(Connection &connection, const Vault &vault, RowId target)
        : m_connection(connection), m_vault(vault), m_target(target)
    {
    }

    std::optional<StoredBatch> openBatch();
    QList<OutboxEntry> waiting(int most);
    void store(const StoredBatch &batch, qint64 nowMs);
    void settle(const QUuid &batch, const QString &receipt, const QList<EntryResult> &results, qint64 nowMs);
    void halve(const QUuid &batch, const StoredBatch &first, const StoredBatch &second, qint64 nowMs);
    void refuse(const QUuid &batch, const QString &code, const QString &message, qint64 nowMs);
    QList<RejectedEntry> rejected(int most, const std::optional<QUuid> &after);
    int sendAgain(const QList<QUuid> &entries);
    int correct(const QUuid &entry, const VisitorCorrection &correction);
    QList<BatchRecord> history(int most, const std::optional<QUuid> &before);

private:
    struct Open
    {
        RowId batch = 0;
        QList<qint64> entries;
    };
    Open open(const QUuid &batch);
    void close(RowId batch, BatchState state, qint64 nowMs);
    void reject(qint64 entry, const QUuid &id, RowId batch, const QString &code, const QString &message);

    Connection &m_connection;
    const Vault &m_vault;
    const RowId m_target;
};

} // namespace checkpoint
