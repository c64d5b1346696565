#pragma once

#include "core/store/attentionrows.h"
#include "core/store/entryrows.h"
#include "core/store/entrystore.h"
#include "core/store/expectedrows.h"
#include "core/store/personindex.h"
#include "core/store/visitbook.h"
#include "core/store/visitorrows.h"

namespace checkpoint {

/// Everything that is written to an unlocked folder, each call one transaction; what the calls do is said in
/// EntryStore. Used on the writing thread, on the one writing connection.
class EntryWriter
{
public:
    EntryWriter(Connection &connection, std::shared_ptr<const Vault> vault);

    Result<PersonMatch> match(const PersonQuery &query);
    Result<Recorded> record(const EntryDraft &draft);
    Result<void> recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                               const std::optional<VisitorCode> &code);
    Result<Entry> voidEntry(const QUuid &id, const QString &reason, const Moment &at);
    Result<Recorded> correctDirection(const QUuid &id, Direction direction, const Moment &at);
    Result<Recorded> restoreEntry(const QUuid &id, const Moment &at);
    Result<Recorded> completeEntry(const QUuid &id, const EntryCompletion &completion);
    Result<void> setStaff(const QUuid &visitorId, bool staff);
    /// `masked`: they were looked up, and names stayed masked.
    Result<void> noteReveals(const QList<QUuid> &subjects, const QString &reason, const Moment &at,
                             bool masked = false);
    Result<void> notePeriodRevealed(const std::optional<qint64> &fromUtcMs,
                                    const std::optional<qint64> &toUtcMs, const QString &reason,
                                    const Moment &at);
    Result<QList<QUuid>> recordEstimatedExits(const QList<QUuid> &openEntries, const Moment &at,
                                              const QString &location, const QString &device);
    Result<ExitsTakenBack> takeBackExits(const QList<QUuid> &exits, const QString &reason, const Moment &at);

private:
    static constexpr QLatin1StringView manualSource{"manual"};
    static StandingPassage passageOf(const Entry &entry);

    void fillMatch(PersonMatch &match, const KeyResolution &resolution);
    Entry prepared(const EntryDraft &draft, const KeyResolution &resolution);
    void describeAfter(Recorded &recorded, RowId person);
    std::optional<QByteArray> sealedReason(const QUuid &id, const QString &reason) const;
    std::optional<QUuid> recordEstimatedExit(const QUuid &openEntry, const Entry &pattern);
    std::optional<RowId> chosenVisitor(const std::optional<QUuid> &visitorId);
    void completeKnownPerson(const VisitorCode &code);
    std::optional<RowId> personSentAway(const VisitorCode &code, qint64 atUtcMs);
    Result<EntryRecord> standingPassage(const QUuid &id);
    Entry insertVoid(const EntryRecord &target, const QString &reason, const Moment &at);
    std::optional<Entry> entryOf(const StandingPassage &passage);

    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
    VisitorRows m_visitors;
    PersonIndex m_persons;
    VisitBook m_visits;
    EntryRows m_entries;
    AttentionRows m_attention;
    ExpectedRows m_expected;
};

} // namespace checkpoint
