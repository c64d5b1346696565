#pragma once

#include "core/store/outbox.h"
#include "ui/common/keyhint.h"
#include "ui/syncview/connectpanel.h"

#include <QDate>
#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class BatchModel;
class ChoiceRow;
class CorrectionPanel;
class ElidedLabel;
class EmptyState;
class Picker;
class QuestionPanel;
class RejectedModel;
class SignLabel;

/// How it stands with each target: that recorded = acknowledged + waiting + rejected, when it is tried next
/// and why, what was rejected, what was sent. Connects to a platform, pauses, corrects. Values come in by
/// slots, wishes go out by signals; rows are asked for while it is seen. GUI thread; owned by the main
/// window.
class SyncView : public QWidget
{
    Q_OBJECT

public:
    explicit SyncView(QWidget *parent = nullptr);

    void setToday(const QDate &today) { m_today = today; }
    QList<KeyHint> keyHints() const;
    /// The target that is shown; empty without one.
    QString target() const;
    ConnectPanel *connectPanel() const { return m_connectPanel; }

public slots:
    void setTargets(const QList<checkpoint::TargetRecord> &targets);
    void setHasVenue(bool has);

    void beginConnecting();
    /// Instead of beginConnecting(): the target that is shown, with a new code.
    void beginEnrollingAgain();
    void showConnected(const Result<checkpoint::SyncTarget> &target);

    void setRejected(const QString &target, const QList<checkpoint::RejectedEntry> &first, int asked);
    void appendRejected(const QString &target, const QList<checkpoint::RejectedEntry> &more);
    void setBatches(const QString &target, const QList<checkpoint::BatchRecord> &newest);
    void appendBatches(const QString &target, const QList<checkpoint::BatchRecord> &more);

    /// It is noted that the data of this entry are looked at.
    void showCorrection(const checkpoint::RejectedEntry &rejected);
    /// How many entries wait again.
    void showSentAgain(const Result<int> &count);
    void showFailure(const checkpoint::Error &error);
    /// Somebody else works here now, or nobody: nothing stays of what was looked at.
    void forget();

signals:
    void connectWanted(const checkpoint::ConnectWish &wish);
    void stopConnectingWanted();
    void disconnectWanted(const QString &target);
    void sendNowWanted(const QString &target);
    void pauseWanted(const QString &target, bool paused);
    void sendAgainWanted(const QString &target, const QList<QUuid> &entries); ///< none: all
    void correctionOpened(const checkpoint::RejectedEntry &rejected);
    void correctionWanted(const QString &target, const QUuid &entry,
                          const checkpoint::VisitorCorrection &correction);
    void rejectedWanted(const QString &target, int most);
    void moreRejectedWanted(const QString &target, const QUuid &after);
    void batchesWanted(const QString &target);
    void moreBatchesWanted(const QString &target, const QUuid &before);
    /// The venue has to be described first.
    void venueWanted();
    /// Another page is shown.
    void turned();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Page { Nowhere, Targets, Connecting, Correcting, Disconnecting };
    enum List { Rejected, History };

    QWidget *makeEmpty();
    QWidget *makeTargets();
    QWidget *makeHead(QWidget *parent);
    QWidget *makeFigures(QWidget *parent);
    QWidget *makeLists(QWidget *parent);
    QWidget *makeDisconnect();
    void connectParts();
    bool isNarrow() const;

    const TargetRecord *shown() const;
    std::optional<RejectedEntry> chosenRejected() const;
    void chooseTarget(int index);
    void showTarget();
    void arrangeHead();
    void showPage(Page page);
    void goBack();
    void askRows();
    void askDisconnect();
    void wordDisconnect();
    void openCorrection();
    void sendChosenAgain();
    void updateLists();
    void say(const QString &words, QLatin1StringView tone);
    void retranslate();

    QList<TargetRecord> m_targets;
    int m_index = 0;
    QDate m_today = QDate::currentDate();
    bool m_hasVenue = false;
    QStackedLayout *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    ActionButton *m_connectFirst = nullptr;
    Picker *m_which = nullptr;
    ElidedLabel *m_address = nullptr;
    ActionButton *m_sendNow = nullptr;
    ActionButton *m_pause = nullptr;
    ActionButton *m_connectMore = nullptr;
    ActionButton *m_disconnect = nullptr;
    std::array<QLabel *, 4> m_figures{};
    std::array<QLabel *, 4> m_figureNames{};
    QWidget *m_sum = nullptr;
    SignLabel *m_sign = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_lastSuccess = nullptr;
    QLabel *m_next = nullptr;
    QBoxLayout *m_card = nullptr;
    QBoxLayout *m_head = nullptr;
    ActionButton *m_enrolAgain = nullptr;
    ActionButton *m_describe = nullptr;
    ChoiceRow *m_list = nullptr;
    QLabel *m_said = nullptr;
    QStackedLayout *m_lists = nullptr;
    QTableView *m_rejectedTable = nullptr;
    QTableView *m_batchTable = nullptr;
    EmptyState *m_noRows = nullptr;
    ActionButton *m_correct = nullptr;
    ActionButton *m_sendAgain = nullptr;
    ActionButton *m_sendAllAgain = nullptr;
    RejectedModel *m_rejected = nullptr;
    BatchModel *m_batches = nullptr;
    ConnectPanel *m_connectPanel = nullptr;
    CorrectionPanel *m_correctionPanel = nullptr;
    QuestionPanel *m_disconnectQuestion = nullptr;
};

} // namespace checkpoint
