#pragma once

#include "core/store/entryrows.h"
#include "core/store/visitbook.h"

#include <QHash>

namespace checkpoint {

/// Reads single visits with all that belongs to them; what the calls give is said in EntryLists. Used on the
/// reading thread, on its connection.
class VisitReader
{
public:
    VisitReader(Connection &connection, const Vault &vault)
        : m_connection(connection), m_vault(vault), m_entries(connection, vault)
    {
    }

    Result<VisitDetails> visitDetails(const QUuid &entryId);
    Result<MorningList> morningList(qint64 fromUtcMs, qint64 toUtcMs);

private:
    struct Place
    {
        RowId id = 0; ///< 0: the entry is in no visit
        qint64 startUtcMs = 0;
        qint64 endUtcMs = 0; ///< where the person's next visit starts
        std::optional<QUuid> in;
        std::optional<QUuid> out;
        bool superseded = false;
    };

    std::optional<VisitDetails> refusalDetails(const QUuid &id);
    void findNotes(VisitDetails &details, RowId person);
    std::optional<EntryRow> cardSince(const EntryRecord &record);
    QUuid standingFor(const Entry &asked);
    Place visitOf(const EntryRecord &record);
    std::optional<EntryRow> row(const QUuid &id);
    QList<EntryRow> rows(const QList<QUuid> &ids);
    QList<QUuid> ids(Statement rows);
    QList<QUuid> relatives(QList<QUuid> entries);
    QString operatorOf(const QUuid &voidId);
    QList<Reveal> reveals(const QList<QUuid> &subjects);
    void takeReveals(QHash<QUuid, Reveal> &found, Statement rows) const;
    QStringList sourcesOf(RowId person);

    Connection &m_connection;
    const Vault &m_vault;
    EntryRows m_entries;
};

} // namespace checkpoint
