#pragma once

#include "core/domain/access.h"
#include "core/domain/entry.h"
#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/vault.h"

#include <optional>

namespace checkpoint {

/// An entry as it lies in the database.
struct EntryRecord
{
    Entry entry;               ///< with the canonical visitor's id, and its party as added to last
    RowId visitor = 0;         ///< the row that it was recorded for
    RowId person = 0;          ///< that row's canonical one
    EntryDetails details = {}; ///< as added to last
};

/// The rows of entries and refused scans. Used on the thread of its connection.
class EntryRows
{
public:
    EntryRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Writes an entry for a visitor row; its `visitorId` is not looked at.
    void insert(const Entry &entry, RowId visitor, const EntryDetails &details = {});

    /// Writes a refusal of a visitor row, or of nobody's; its `visitorId` is not looked at.
    void insert(const RefusedScan &scan, const std::optional<RowId> &visitor, const QByteArray &digest);

    std::optional<EntryRecord> find(const QUuid &id);

    /// What was said of an entry after it was committed, the first first.
    QList<EntryAddition> additions(const QUuid &entry);
    void insert(const EntryAddition &addition);

    /// True when a Void entry points at it.
    bool isVoided(const QUuid &id);
    /// True when another passage came in its place: turned round, or restored.
    bool isReplaced(const QUuid &id);

    /// What taking the entry back, turning it round or restoring it is of whoever acts on the connection.
    Deed deedOfCorrecting(const QUuid &id);

    /// The columns that read() takes, of `entry e`, `location l` and the canonical `visitor c`.
    static QString columns();
    static constexpr int columnCount = 22;
    static constexpr int personUuidColumn = 10;
    static constexpr int personColumn = 14;

    /// The entry of a row that starts with columns(). What cannot be right is a failure of the connection.
    static EntryRecord read(Connection &connection, const Vault &vault, const Statement &row);

    /// A query of rows for showing, of which `e` is the entry and `c` the visitor; `rest` is what follows the
    /// tables. Its loops go in this order, so that rows come along an index of entries without sorting.
    static QString rowQuery(const QString &rest);
    static VisitorData readVisitor(const Vault &vault, const Statement &row);
    static EntryRow readRow(Connection &connection, const Vault &vault, const Statement &row,
                            const VisitorData &visitor);

    /// The operator's words in an entry; empty when they were destroyed or do not open.
    static QString openedReason(const Vault &vault, const QUuid &entry, const QByteArray &sealed);

    /// A query of refused scans `r` for readRefused(); `rest` is what follows the tables.
    static QString refusedQuery(const QString &rest);
    static RefusedScan readRefused(Connection &connection, const Vault &vault, const Statement &row);

private:
    RowId location(const QString &name);

    Connection &m_connection;
    const Vault &m_vault;
};

/// What is kept of why somebody looked. That names stayed masked is marked by the program alone, whatever
/// words people type.
QString keptWords(const QString &reason, bool masked);

/// The look of which these words were kept.
Reveal revealOf(const Moment &at, const QString &kept);

} // namespace checkpoint
