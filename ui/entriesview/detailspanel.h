#pragma once

#include "core/base/error.h"
#include "core/store/entrylists.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QGridLayout;
class QLabel;
class QShortcut;
class QStackedLayout;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;
class ElidedLabel;
class QuestionPanel;
class RevealPanel;

/// Everything known of the visit of the chosen entry, or of somebody who was sent away, beside the table;
/// masked until somebody says why they want to see it, and masked again after 30 seconds. GUI thread; owned
/// by the entries view.
class DetailsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);

    static constexpr int revealedMs = 30'000;

    /// Of which entry details are on their way: until they are there nothing is done to the one before.
    void expect(const QUuid &entryId);
    QUuid expected() const { return m_expected; }
    bool isAsExpected() const { return m_details && m_details->asked.entry.id == m_expected; }
    void setDetails(const VisitDetails &details);
    void showFailure(const Error &error);
    void clear();
    std::optional<VisitDetails> details() const { return m_details; }
    /// It is kept that somebody looks: shows the data in full for a while.
    void reveal(const QUuid &entryId);
    void mask();
    bool isRevealed() const { return m_revealed; }
    /// Whoever is signed in may put data right, and say who is staff.
    bool mayCorrect() const;
    bool mayMarkStaff() const;
    /// Who may note somebody on the attention list, when it is not whoever is signed in.
    QString whoMayNote() const;
    /// It is asked whether the entry is to be turned round, or the person to come off the attention list;
    /// Enter and Esc are the question's.
    bool isAsking() const;
    /// Asks whether the entry is to be turned round as soon as its details are there.
    void askTurn();
    /// Asks whether the person is to come off the attention list.
    void askUnlist();
    /// Puts the person on the attention list, or asks whether they are to come off it, as soon as the details
    /// tell.
    void askAttention();
    /// Sends the person out as soon as the details are there; refused() when that cannot be.
    void askOut();
    /// Offers everything else as soon as the details are there.
    void askMore();
    /// The person of the entry is on the attention list.
    bool isListed() const { return isAsExpected() && m_details->attention; }
    void takeFocusOfQuestion();
    /// Leaves everything as it is; false when nothing was asked.
    bool leaveQuestion();
    /// Why the entry may not be turned round, when it is somebody else's; empty when it may.
    void setNotOwn(const QString &why);
    /// Who may put data right, when it is not whoever is signed in.
    QString whoMayCorrect() const;
    /// While something else is asked below, nothing is begun here, and the room goes to what is read.
    void setOnlyReading(bool only);

public slots:
    /// Asks for the reason.
    void beginReveal();

signals:
    void revealRequested(const QUuid &entryId, const QString &reason);
    void sendOutRequested(const QUuid &entryId);
    void passRequested(const QUuid &entryId);
    /// The entry was taken back and is to count again.
    void restoreRequested();
    /// A key was pressed of what cannot be done now; why, in a sentence.
    void refused(const QString &why);
    /// What is held on the person is to be seen, and put right.
    void personRequested(const QUuid &visitorId);
    /// The person belongs to the venue's staff, or does not any more.
    void staffRequested(const QUuid &visitorId, bool staff);
    /// The person is to be noted on the attention list.
    void attentionRequested(const QUuid &visitorId, const checkpoint::VisitorData &visitor);
    /// The person is to come off the attention list, by that note of it.
    void unlistRequested(const QUuid &noteId, const QString &name);
    void turnRoundRequested(const QUuid &entryId, checkpoint::Direction direction);
    /// A question came up, or is answered or not asked any more; `focused`: it had the focus.
    void askingChanged(bool focused);
    void left();

protected:
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePage();
    void makeButtons(QWidget *page);
    void arrangeButtons();
    void showMore();
    void beginTurn();
    /// At once, or when the details are there.
    void press(ActionButton *button);
    void ask(bool unlist);
    void confirm();
    void turn();
    void sayTurned();
    void wordQuestion();
    void fill();
    void tick();
    void retranslate();

    std::optional<VisitDetails> m_details;
    QUuid m_expected; ///< the entry that is chosen
    QString m_notOwn;
    QUuid m_turned;                        ///< the entry that was turned round last
    std::optional<Direction> m_turnedInto; ///< what the entry that came in its place says
    ActionButton *m_wanted = nullptr;      ///< is pressed once the details are there
    bool m_asksUnlist = false;             ///< what is asked, when something is
    bool m_onlyReading = false;
    bool m_revealed = false;
    int m_secondsLeft = 0;
    QTimer m_second;
    QStackedLayout *m_pages = nullptr;
    RevealPanel *m_revealPanel = nullptr;
    ElidedLabel *m_name = nullptr;
    QLabel *m_traits = nullptr;
    QLabel *m_said = nullptr;
    QWidget *m_lines = nullptr;
    QWidget *m_buttons = nullptr;
    QuestionPanel *m_question = nullptr;     ///< in the place of the buttons
    QVBoxLayout *m_rows = nullptr;           ///< of the buttons
    QList<QList<ActionButton *>> m_arranged; ///< the rows, as they stand
    QGridLayout *m_grid = nullptr;
    QWidget *m_takenBack = nullptr; ///< says that the line does not count
    QLabel *m_takenBackWords = nullptr;
    ActionButton *m_reveal = nullptr;
    ActionButton *m_out = nullptr;
    ActionButton *m_pass = nullptr;
    ActionButton *m_correct = nullptr;
    ActionButton *m_staff = nullptr;
    ActionButton *m_attention = nullptr;
    ActionButton *m_turn = nullptr;
    ActionButton *m_restore = nullptr;
    ActionButton *m_more = nullptr; ///< a menu of what has no button here
    QShortcut *m_outKey = nullptr;  ///< of those that are in the menu
    QShortcut *m_turnKey = nullptr;
    ActionButton *m_close = nullptr;
};

} // namespace checkpoint
