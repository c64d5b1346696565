#pragma once

#include "core/barcode/guidance.h"
#include "core/desk/handentry.h"
#include "core/desk/scanoutcome.h"
#include "core/scan/rawscan.h"
#include "core/store/entrylists.h"
#include "ui/common/deskstate.h"
#include "ui/common/keyhint.h"
#include "ui/scanview/devicechip.h"

#include <QList>
#include <QMap>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace checkpoint {

class ActionButton;
class CompletionPanel;
class CounterRow;
class HandEntryPanel;
class LaneArea;
class RecentList;
class ResultCard;

/// The day's view: what the camera sees, who came last, how many are inside, the last scans. Takes values in
/// by slots and gives the operator's wishes out by signals; knows no device, no desk and no store. GUI
/// thread; owned by the main window.
class ScanView : public QWidget
{
    Q_OBJECT

public:
    explicit ScanView(QWidget *parent = nullptr);

    /// How much of the view what the cameras see takes, in pixels from the left.
    int lanesWidth() const { return m_left->width(); }
    QList<KeyHint> keyHints() const;
    CounterRow *counterRow() const { return m_counters; }
    /// The cameras whose pictures are shown.
    QStringList shownDevices() const;
    /// Nobody is signed in: what is said of persons is forgotten, and of who comes no more is shown than on
    /// the visitors' window; scanning goes on.
    void setLocked(bool locked);
    /// Somebody else works here now: nothing stays of what the last one looked at.
    void forget();

public slots:
    void showOutcome(const checkpoint::ScanOutcome &outcome);
    void setDeskState(checkpoint::DeskState state);
    /// The records are not open: nothing can be tried, by hand neither.
    void setRecordsClosed(bool closed);
    void setCounters(const checkpoint::Counters &counters);
    /// What waits to be gone on with, the first to be gone on with first.
    void setLeftOpen(const QList<checkpoint::ScanOutcome> &leftOpen);
    /// The last entries of the store since a moment, newest first; what was before is listed no more.
    void setRecent(const QList<checkpoint::EntryRow> &rows, const QList<checkpoint::RefusedScan> &refused,
                   qint64 fromUtcMs);
    /// Makes a device known or changes how it is doing.
    void setDevice(const checkpoint::DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    void showSighting(const checkpoint::RawScan &scan);
    void showGuidance(const QString &deviceId, const checkpoint::Guidance &guidance);
    void setMirrored(bool mirrored);
    /// An outcome that was shown before is known in full now.
    void showCompleted(const checkpoint::ScanOutcome &outcome);
    /// What is held on somebody was put right or destroyed.
    void changePerson(const QUuid &visitorId, const checkpoint::VisitorData &now);
    /// What a platform says of the declaration of whoever that outcome is about.
    void showDeclaration(quint64 number, checkpoint::DeclarationStatus status);
    /// What the venue asks visitors for, and how many people it may hold (0: nobody said).
    void setRules(const checkpoint::VenueRules &rules, int capacity = 0);
    /// Purposes and hosts written down lately, for completing while typing.
    void setOffers(const QList<checkpoint::EntryDetails> &details);
    /// Known persons that fit what is typed in the entry by hand.
    void setHits(const QString &typed, const QList<checkpoint::VisitorHit> &hits);
    /// Opens the entry by hand over the preview.
    void beginHandEntry();
    /// Adds to the last entry: companions, and what the venue asks for.
    void beginCompletion();
    /// Goes on with the first of what was left open.
    void resumeLeftOpen();

signals:
    void undoRequested(const QUuid &entryId, const QString &reason);
    void restoreRequested(const QUuid &entryId);
    void turnRoundRequested(const QUuid &entryId, checkpoint::Direction direction);
    void answerRequested(quint64 number, checkpoint::Answer answer);
    /// A question that was put aside is to stand again.
    void recallRequested(quint64 number);
    /// Other cameras' pictures are to be shown.
    void shownDevicesChanged(const QStringList &deviceIds);
    /// More is wanted of a device than its chip says.
    void deviceSettingsWanted(const QString &deviceId);
    /// More is to be known of an entry, or done to it.
    void entryWanted(const checkpoint::PageKey &line);
    /// Somebody types a name.
    void visitorsWanted(const QString &typed);
    void handEntryRequested(const checkpoint::HandEntry &entry);
    void completionRequested(quint64 number, const checkpoint::EntryCompletion &completion);

protected:
    /// Into what is typed, or the question that stands: its keys are its own.
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void arrange();
    void tellBestDevice();
    void chooseDevice(const QString &deviceId);
    void makePanels();
    void placePanels();
    void endPanels();
    void offerWords();
    void offerCompletion(const ScanOutcome &outcome);
    void completeOutcome(const ScanOutcome &outcome);
    bool isCompleting() const;
    void tellPanels();
    void resume(quint64 number);

    LaneArea *m_lanes;
    QWidget *m_left;
    QHBoxLayout *m_chipRow;
    QMap<QString, DeviceChip *> m_chips;
    QLabel *m_noDevice;
    ResultCard *m_card;
    CounterRow *m_counters;
    RecentList *m_recent;
    ActionButton *m_byHand;
    HandEntryPanel *m_hand;
    CompletionPanel *m_completion;
    VenueRules m_rules;
    bool m_locked = false;
    std::optional<ScanOutcome> m_lastRecorded; ///< what can be completed
    QList<ScanOutcome> m_leftOpen;
    QList<EntryDetails> m_lately; ///< purposes and hosts written down before
};

} // namespace checkpoint
