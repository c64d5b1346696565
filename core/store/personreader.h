#pragma once

#include "core/store/connection.h"
#include "core/store/personregister.h"
#include "core/store/vault.h"

namespace checkpoint {

/// Gathers what is held on one person; what it gives is said in PersonRegister. Used on the reading thread,
/// on its connection.
class PersonReader
{
public:
    PersonReader(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    Result<PersonRecord> held(const QUuid &visitorId);

private:
    void readEntries(PersonRecord &record, RowId person);
    void readRefusals(PersonRecord &record, RowId person);
    void readReveals(PersonRecord &record, RowId person);
    void readLists(PersonRecord &record, RowId person);
    void readPasses(PersonRecord &record, RowId person);
    void readSent(PersonRecord &record, RowId person);

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
