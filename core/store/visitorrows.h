#pragma once

#include "core/domain/visitor.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <QUuid>

#include <optional>

namespace checkpoint {

/// The rows of visitors with their sealed data. Used on the thread of its connection.
class VisitorRows
{
public:
    VisitorRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// A visitor with a new random id and no data, joined to nobody.
    RowId create(qint64 createdUtcMs);

    QUuid uuid(RowId visitor);
    /// The row of an id.
    std::optional<RowId> find(const QUuid &visitor);

    /// What is known of a visitor; empty when the data were destroyed or do not open (then a warning is
    /// logged).
    VisitorData data(RowId visitor);

    /// Seals the data anew.
    void save(RowId visitor, const VisitorData &data);

    /// What a blob of a visitor says, as data().
    static VisitorData opened(const Vault &vault, const QUuid &visitor, const QByteArray &sealed);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
