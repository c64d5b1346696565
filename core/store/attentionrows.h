#pragma once

#include "core/domain/attention.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace checkpoint {

/// The rows of attention notes. Used on the thread of its connection.
class AttentionRows
{
public:
    AttentionRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Writes a note for a known visitor's row, or for whoever has one of the numbers.
    void insert(const AttentionNote &note, const std::optional<RowId> &visitor);

    /// False when there is no such note that was not withdrawn before.
    bool withdraw(const QUuid &id, qint64 atUtcMs);

    /// The newest note that holds for a person: one of the numbers is the note's, or the person (a canonical
    /// row) is.
    std::optional<AttentionNote> find(const std::vector<IdentityKey> &keys,
                                      const std::optional<RowId> &person, qint64 atUtcMs);

    /// The newest note that held for a person (a canonical row) at a moment that is past, whether or not it
    /// was withdrawn since. What was read of somebody is kept: for the lines of one list.
    std::optional<AttentionNote> findThen(RowId person, qint64 atUtcMs);

    /// Newest first.
    QList<AttentionNote> all();

private:
    bool isEmpty();
    QList<AttentionNote> about(const std::vector<IdentityKey> &keys, const std::optional<RowId> &person);
    AttentionNote read(const Statement &row);
    void collect(QList<AttentionNote> &notes, Statement rows);

    Connection &m_connection;
    const Vault &m_vault;
    std::optional<bool> m_isEmpty;
    QHash<RowId, QList<AttentionNote>> m_about;
};

} // namespace checkpoint
