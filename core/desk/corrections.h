#pragma once

#include "core/desk/passagerules.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace checkpoint {

/// What can still be done about entries that are committed: taking back and that undone, turning round,
/// completing. Remembers the latest of them for that. Each call is one job of the desk and calls `done` once,
/// with what to say of it. Lives with the desk, on its thread.
class Corrections : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const ScanOutcome &)>;

    /// Everything handed in outlives this.
    Corrections(EntryStore *store, const Clock *clock, const PassageRules *rules, Showings *showings,
                QObject *parent);

    /// A numbered outcome is recorded; `payload` was shown at the device.
    void remember(const ScanOutcome &recorded, const DeviceSetup &setup, const QByteArray &payload);

    /// What was recorded last and still stands; absent after the undo.
    std::optional<ScanOutcome> last() const;

    /// What was recorded without something that the venue requires, as far as it is remembered; oldest first.
    QList<ScanOutcome> incomplete() const;

    /// What is remembered of somebody is that from now on.
    void changePerson(const QUuid &visitorId, const VisitorData &now);

    /// Voided, with what is known of the entry and its person; or Failed.
    void takeBack(const QUuid &entryId, const QString &reason, const Done &done);
    /// Recorded as corrected, with that number; or Failed. What was not remembered is from now on.
    void correct(const QUuid &entryId, Direction direction, quint64 number, const Done &done);
    /// Recorded as restored, with that number and remembered; or Failed, as WrongUse when the person has
    /// passed since in a way that it does not fit any more.
    void restore(const QUuid &entryId, quint64 number, const Done &done);
    /// The outcome of that number as it is after the completion; or Failed.
    void complete(quint64 number, EntryCompletion completion, const Done &done);

private:
    struct Kept
    {
        ScanOutcome outcome;
        DeviceSetup setup;
        QByteArray payload;
    };

    void describe(ScanOutcome about, const std::function<void(const ScanOutcome &)> &done);
    ScanOutcome fromRecord(quint64 number, const Recorded &recorded);
    ScanOutcome turned(quint64 number, const ScanOutcome &before, const Recorded &recorded);

    EntryStore *const m_store;
    const Clock *const m_clock;
    const PassageRules *const m_rules;
    Showings *const m_showings;
    QList<Kept> m_kept; ///< oldest first
    std::optional<QUuid> m_lastEntryId;
};

/// An outcome of correcting that says what went wrong.
ScanOutcome failedCorrection(ScanOutcome about, const Error &error);

} // namespace checkpoint
