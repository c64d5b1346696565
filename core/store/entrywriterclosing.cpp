// Letting out at once whom nobody saw leave, and that undone.

#include "core/base/ids.h"
#include "core/store/connection.h"
#include "core/store/entrywriter.h"

namespace checkpoint {

Result<QList<QUuid>> EntryWriter::recordEstimatedExits(const QList<QUuid> &openEntries, const Moment &at,
                                                       const QString &location, const QString &device)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    Entry pattern;
    pattern.kind = EntryKind::Out;
    pattern.at = at;
    pattern.location = location;
    pattern.source = manualSource;
    pattern.device = device;
    pattern.estimated = true;
    pattern.wholeParty = true;
    QList<QUuid> exits;
    for (const QUuid &open : openEntries) {
        if (const std::optional<QUuid> exit = recordEstimatedExit(open, pattern))
            exits.append(*exit);
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return exits;
}

std::optional<QUuid> EntryWriter::recordEstimatedExit(const QUuid &openEntry, const Entry &pattern)
{
    const std::optional<VisitBook::Stay> stay = m_visits.stayBy(openEntry);
    const std::optional<EntryRecord> entered = stay ? m_entries.find(openEntry) : std::nullopt;
    if (!entered)
        return std::nullopt;
    Entry exit = pattern;
    exit.at.utcMs = qMax(pattern.at.utcMs, entered->entry.at.utcMs);
    exit.id = newEntryId(exit.at.utcMs);
    exit.apart = !stay->visitorInside;
    exit.party = m_visits.partyBefore({stay->person}, exit.at.utcMs, exit.id).party;
    m_entries.insert(exit, entered->visitor);
    m_visits.add(stay->person, passageOf(exit));
    return exit.id;
}

Result<ExitsTakenBack> EntryWriter::takeBackExits(const QList<QUuid> &exits, const QString &reason,
                                                  const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    ExitsTakenBack done;
    for (const QUuid &id : exits) {
        const std::optional<EntryRecord> exit = m_entries.find(id);
        if (!exit || exit->entry.kind != EntryKind::Out || m_entries.isVoided(id))
            continue;
        if (m_visits.hasPassedSince(exit->person, exit->entry.at.utcMs, id)) {
            ++done.left;
            continue;
        }
        m_connection.require(m_entries.deedOfCorrecting(id));
        insertVoid(*exit, reason, at);
        m_visits.refold({exit->person});
        ++done.takenBack;
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return done;
}

} // namespace checkpoint
