#pragma once

#include "core/base/clock.h"
#include "core/desk/scanoutcome.h"
#include "core/desk/showings.h"
#include "core/desk/turns.h"
#include "core/scan/rawscan.h"
#include "core/scan/scandevice.h"
#include "core/store/entrystore.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace checkpoint {

/// The desk: takes raw scans, reads them, decides, records, and announces what became of each. The one place
/// where that happens; no front end repeats it. Lives on the GUI thread; scans are handled one after another
/// in the order they came, each only after the one before is committed.
class CheckpointDesk : public QObject
{
    Q_OBJECT

public:
    /// Store and clock outlive the desk. With `operatorPresent` false nothing is asked (command line).
    CheckpointDesk(EntryStore *store, const Clock *clock, bool operatorPresent, QObject *parent = nullptr);
    ~CheckpointDesk() override;

    void setLocation(const QString &name) { m_location = name; }
    QString location() const { return m_location; }

    /// Makes a device known, or changes its name or direction.
    void setDevice(const DeviceSetup &setup);

    /// Connects a device's scans to this desk.
    void attach(ScanDevice *device);

    /// What was last recorded and can still be undone or turned round; absent after the undo.
    std::optional<ScanOutcome> lastRecorded() const { return m_lastRecorded; }

    /// The question that waits for an answer. A newer scan replaces it; it is then kept as refused.
    std::optional<ScanOutcome> openQuestion() const;

    /// Scans and corrections that wait for their turn. Whoever feeds many holds back while there are
    /// hundreds.
    qsizetype waiting() const { return m_turns.waiting(); }

public slots:
    void take(const checkpoint::RawScan &scan);

    /// Settles the open question; ignored when `number` is not it any more.
    void answer(quint64 number, checkpoint::Answer answer);

    /// Takes an entry back, with the operator's reason; announces Voided, or Failed. The person's code counts
    /// again once it has left the view for a moment.
    void voidEntry(const QUuid &id, const QString &reason);

    /// Turns the last result round: a recorded entry is corrected to the other direction, a question is
    /// answered with it.
    void turnRound();

signals:
    void announced(const checkpoint::ScanOutcome &outcome);
    /// The codes in view, for the outline; also for repeats.
    void sighted(const checkpoint::RawScan &scan);
    /// Nothing is being handled or waiting any more.
    void becameIdle();

private:
    struct Passage; ///< one scan on its way through the desk
    struct Question;

    Passage passageOf(const RawScan &scan, const VisitorCode &code, const QByteArray &payload) const;
    void takeTogether(const RawScan &scan, const QList<VisitorCode> &codes,
                      const QList<QByteArray> &payloads);
    void matchTogether(const std::vector<Passage> &passages, std::vector<PersonMatch> matches);

    // The last step of each way ends the job and lets the next scan begin.
    void handle(const Passage &passage);
    void decide(const Passage &passage, const PersonMatch &match);
    void ask(const Passage &passage, const Admission &admission);
    void record(const Passage &passage, Direction direction, bool keepApart);
    void refuse(const Passage &passage, Reason reason);
    void fail(const Passage &passage, const Error &error);
    void concludeFailed(ScanOutcome outcome, const Error &error);
    void takeBack(const QUuid &id, const QString &reason);
    void conclude(ScanOutcome outcome);
    void giveUpQuestion();

    EntryStore *const m_store;
    const Clock *const m_clock;
    const bool m_operatorPresent;
    QString m_location;
    QHash<QString, DeviceSetup> m_devices;
    Showings m_showings;
    Turns m_turns;
    quint64 m_count = 0;
    std::optional<ScanOutcome> m_lastRecorded;
    QByteArray m_lastPayload; ///< of m_lastRecorded
    std::unique_ptr<Question> m_question;
};

} // namespace checkpoint
