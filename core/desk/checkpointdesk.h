#pragma once

#include "core/base/clock.h"
#include "core/desk/corrections.h"
#include "core/desk/departures.h"
#include "core/desk/handentry.h"
#include "core/desk/openquestions.h"
#include "core/desk/passage.h"
#include "core/desk/passagerules.h"
#include "core/desk/scanoutcome.h"
#include "core/desk/showings.h"
#include "core/desk/turns.h"
#include "core/scan/rawscan.h"
#include "core/scan/scandevice.h"
#include "core/signing/venuetrust.h"
#include "core/store/entrystore.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace checkpoint {

/// The desk: takes raw scans and what is written down by hand, decides, records, and announces what became of
/// each. The one place where that happens; no front end repeats it. Lives on the GUI thread; passages are
/// handled one after another in the order they came, each only after the one before is committed.
class CheckpointDesk : public QObject
{
    Q_OBJECT

public:
    /// Store and clock outlive the desk. With `operatorPresent` false nothing is asked (command line).
    CheckpointDesk(EntryStore *store, const Clock *clock, bool operatorPresent, QObject *parent = nullptr);
    /// Questions that nobody answered are kept as refused scans.
    ~CheckpointDesk() override;

    void setLocation(const QString &name) { m_location = name; }
    QString location() const { return m_location; }

    /// The venue's rules, from the next passage on. `capacity` 0: none.
    void setRules(const VenueRules &rules, int capacity, const OpeningHours &hours);

    /// What posters and passes are judged by; nothing is known of them before.
    void setVenueTrust(const VenueTrust &trust) { m_trust = trust; }

    /// While somebody checks printed posters before a camera: their codes are no refused scans then.
    void setPostersIgnored(bool ignored) { m_postersIgnored = ignored; }

    /// While devices are tried out: what they read is told by sighted() alone, and not recorded.
    void setTrying(bool trying) { m_trying = trying; }
    bool isTrying() const { return m_trying; }

    /// What a device is called that was made known; empty for any other.
    QString deviceName(const QString &deviceId) const { return m_devices.value(deviceId).name; }

    /// The next person's code is given by lookedUp() and not recorded, until that has happened or it is not
    /// wanted any more.
    void setLookingUp(bool wanted) { m_lookingUp = wanted; }

    /// What a platform said of a known person's declaration today; the venue's rule goes by it for the day.
    void setDeclaration(const QUuid &visitorId, DeclarationStatus status);

    /// Makes a device known, or changes its name or direction.
    void setDevice(const DeviceSetup &setup);

    /// Connects a device's scans to this desk.
    void attach(ScanDevice *device);

    /// What was last recorded and still stands; absent after the undo.
    std::optional<ScanOutcome> lastRecorded() const { return m_corrections.last(); }

    /// The question that stands, for an answer. A newer passage puts it aside; a code that counts for nobody,
    /// such as a scrap of one that a scanner sent in pieces, leaves it standing.
    std::optional<ScanOutcome> openQuestion() const;

    /// What the operator has still to come back to, the oldest first: the questions that were put aside, then
    /// what was recorded here without something that the venue requires.
    QList<ScanOutcome> leftOpen() const;

    /// Scans and corrections that wait for their turn. Whoever feeds many holds back while there are
    /// hundreds.
    qsizetype waiting() const { return m_turns.waiting(); }

    /// The desk's turns, for what must not cross a passage.
    Turns *turns() { return &m_turns; }

public slots:
    void take(const checkpoint::RawScan &scan);

    /// Handles somebody without a code as a scan is handled, questions included; announces what became of it.
    /// Gives what is wrong when something typed cannot be kept; nothing happens then.
    std::optional<checkpoint::HandFault> recordByHand(const checkpoint::HandEntry &entry);

    /// Settles the open question; ignored when `number` is not it any more, or the answer is not among those
    /// offered.
    void answer(quint64 number, checkpoint::Answer answer);

    /// A question that was put aside stands again, under a new number; ignored when it waits no more.
    void recallQuestion(quint64 number);

    /// Takes an entry back, with the operator's reason; announces Voided, or Failed. The person's code counts
    /// again once it has left the view for a moment. An open question stays, unless it is about that person.
    void voidEntry(const QUuid &id, const QString &reason);

    /// Lets an entry that was taken back count again; announces Recorded as restoring it, or Failed. Open
    /// questions as with turnRoundEntry().
    void restoreEntry(const QUuid &id);

    /// Corrects an entry of the record to a direction; announces Recorded as corrected, or Failed. An open
    /// question is put aside, or dropped when it is about that person.
    void turnRoundEntry(const QUuid &entryId, checkpoint::Direction direction);

    /// Adds to one of the last recorded outcomes, named by its number, what was asked after it; gives
    /// completed(), or announces Failed. Gives what is wrong when something cannot be kept.
    std::optional<checkpoint::HandFault> completeLast(quint64 number,
                                                      const checkpoint::EntryCompletion &completion);

    /// What is held on somebody was put right, or destroyed when `now` says nothing: whatever is remembered
    /// here of them is that, and questions about somebody who was destroyed are dropped. Tells
    /// personChanged().
    void changePerson(const QUuid &visitorId, const checkpoint::VisitorData &now);

    /// Records that who came in by this entry leaves, with all who came along or, given a party, with those;
    /// where only the party is inside, that it leaves. Announces Recorded, or Failed.
    void sendOut(const QUuid &entryId, const std::optional<checkpoint::Party> &party = {});

    /// Records that some of those who came along leave apart from the visitor.
    void letPartyOut(const QUuid &entryId, const checkpoint::Party &party);

signals:
    void announced(const checkpoint::ScanOutcome &outcome);
    /// An outcome that was announced before is known in full now: what was completed is committed.
    void completed(const checkpoint::ScanOutcome &outcome);
    /// Whatever is shown of that person shows this from now on.
    void personChanged(const QUuid &visitorId, const checkpoint::VisitorData &now);
    /// leftOpen() has changed.
    void leftOpenChanged(const QList<checkpoint::ScanOutcome> &leftOpen);
    /// The code of a scanner's self-test was read; it is nobody's, and nothing comes of it at the desk.
    void selfTestScanned(const checkpoint::RawScan &scan);
    /// A code was read that somebody is looked up by; setLookingUp() is over.
    void lookedUp(const QByteArray &text);
    /// The codes in view, for the outline; also for repeats.
    void sighted(const checkpoint::RawScan &scan);
    /// Nothing is being handled or waiting any more.
    void becameIdle();

private:
    bool lookUp(const Passage &passage);
    void takePassage(const Passage &passage);
    void takeTogether(const std::vector<Passage> &passages);
    void matchTogether(const std::vector<Passage> &passages, std::vector<PersonMatch> matches);

    // The last step of each way ends the job and lets the next passage begin.
    void handle(const Passage &seen);
    void decide(const Passage &passage, const PersonMatch &match);
    void ask(const Passage &passage);
    void settle(Passage passage, Answer answer);
    void record(const Passage &passage, const EntryDraft &draft);
    void refuseCode(Passage passage);
    void refuse(const Passage &passage, Reason reason, ScanOutcome::Kind kind = ScanOutcome::Kind::Refused);
    void fail(const Passage &passage, const Error &error);
    void conclude(const Passage &passage);
    void concludeCorrection(const ScanOutcome &corrected);
    void dropQuestionsAbout(const QUuid &visitorId);
    void depart(const Departures::Wish &wish);
    void tell(ScanOutcome outcome);
    void putQuestionAside();
    void keepUnanswered(const Passage &passage);
    void tellLeftOpen();

    EntryStore *const m_store;
    const Clock *const m_clock;
    const bool m_operatorPresent;
    QString m_location;
    QHash<QString, DeviceSetup> m_devices;
    VenueTrust m_trust;
    bool m_postersIgnored = false;
    bool m_trying = false;
    bool m_lookingUp = false;
    Showings m_showings;
    Turns m_turns;
    PassageRules m_rules;
    Corrections m_corrections;
    Departures m_departures;
    quint64 m_count = 0;
    OpenQuestions m_questions;
    QList<quint64> m_leftOpen; ///< what was told last
};

} // namespace checkpoint
