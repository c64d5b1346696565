#pragma once

#include "core/domain/certificate.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <QList>

namespace checkpoint {

/// The rows of the trust list. Each is sealed, so that no key counts which nobody with the master key put
/// there. Used on the thread of its connection, inside the caller's transaction.
class TrustedKeyRows
{
public:
    TrustedKeyRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// By kid. A row that does not open, or says another kid than its own, is left out.
    QList<TrustedKey> keys();

    /// Adds the keys that are not there yet and gives how many; the connection fails with WrongUse when
    /// another key has the same kid: it must be removed knowingly first.
    int add(const QList<TrustedKey> &keys);

    /// The connection fails with NotFound when there is no such key.
    void remove(const QByteArray &kid);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
