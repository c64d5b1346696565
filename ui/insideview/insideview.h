#pragma once

#include "core/base/result.h"
#include "core/store/entrylists.h"
#include "ui/common/keyhint.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QFrame;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class EmptyState;
class InsideModel;
class PassageFields;
class RollCallPanel;

/// Who is inside now, and who did not leave on the days before: looked through at closing time and in the
/// morning. Sends people out by hand, those who came along on their own as well, and everybody at the end of
/// the day. Knows no store: asks by signals. GUI thread; owned by the main window.
class InsideView : public QWidget
{
    Q_OBJECT

public:
    explicit InsideView(QWidget *parent = nullptr);

    void setToday(const QDate &today);
    QList<KeyHint> keyHints() const;
    /// Who is inside, and whoever was looked for, is nobody's business any more.
    void forget();

public slots:
    /// Asks anew soon; when it is shown next, if it is hidden.
    void refresh();
    /// Everybody who is inside, the last to come first.
    void setRows(const QList<checkpoint::InsideRow> &rows);
    /// Yesterday's exits that nobody saw; told beside those who are left over.
    void setEstimatedExits(const QList<checkpoint::EntryRow> &exits);
    void showFailure(const checkpoint::Error &error);
    /// How many were sent out at once; where that can be undone it is offered until it is, or forgotten.
    void showClosed(int count, bool canBeUndone);
    /// How many of them are inside again; the others have passed since.
    void showClosingUndone(int count, int left);
    /// Not everybody could be sent out; who is still listed is inside still.
    void showClosingFailed(const checkpoint::Error &error);
    /// The list went to this printer, or why it did not.
    void showPrinted(const checkpoint::Result<QString> &answer);

signals:
    void rowsWanted();
    /// The list of those who are announced is to be seen.
    void expectedWanted();
    void sendOutRequested(const QUuid &entryId);
    void partyOutRequested(const QUuid &entryId, const checkpoint::Party &party);
    /// Everybody listed leaves now; the exits are marked as estimated.
    void closeRequested(const QList<QUuid> &entryIds);
    /// All that was recorded by the last closing is to be taken back.
    void undoClosingRequested(const QString &reason);
    /// Everybody who is inside is to be printed, whatever is searched for.
    void printRequested(const QList<checkpoint::InsideRow> &rows);
    /// The same with full names, for that reason.
    void fullPrintRequested(const QList<checkpoint::InsideRow> &rows, const QString &reason);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTopRow();
    QWidget *makeTableCard();
    QWidget *makePartyCard();
    QWidget *makeRollCallCard(QWidget *parent);
    QWidget *makeClosedRow(QWidget *parent);
    QWidget *makeBottomRow();
    void makeKeys();
    void retranslate();
    void show(const QList<InsideRow> &rows);
    std::optional<InsideRow> chosenRow() const;
    void sendOut();
    void endClosedKey();
    void beginParty();
    void takeFocus();
    void endParty();
    void beginClosing();
    void endClosing();
    void beginRollCall();
    void endRollCall();
    /// A question stands below the list: nothing outside it does anything, by no key.
    bool asks() const;
    void keepPartyQuestion();
    /// Said until the next thing is done here; the counts are said beside it.
    void tell(const QString &sentence, bool failed = false);
    void updateState();
    void sayClosed(int count);
    void tellEstimated();
    void arrangeColumns();
    void arrangeTop();
    void arrangeBottom();

    InsideModel *m_model;
    QDate m_today;
    QList<InsideRow> m_rows;
    int m_printed = 0; ///< how many of them went to the printer last
    QList<EntryRow> m_estimatedExits;
    ChoiceRow *m_which = nullptr; ///< now; since before today
    ChoiceRow *m_group = nullptr; ///< everybody, staff, visitors
    QLineEdit *m_search = nullptr;
    QWidget *m_top = nullptr;
    QHBoxLayout *m_first = nullptr;
    QWidget *m_bottom = nullptr;
    QHBoxLayout *m_prints = nullptr;
    QHBoxLayout *m_deeds = nullptr;
    QHBoxLayout *m_second = nullptr; ///< where one row has no room for all
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    QLabel *m_estimated = nullptr;
    QFrame *m_partyCard = nullptr;
    QLabel *m_partyTitle = nullptr;
    QLabel *m_partyStays = nullptr;
    PassageFields *m_partyFields = nullptr;
    ActionButton *m_partyOut = nullptr;
    ActionButton *m_partyLeave = nullptr;
    QFrame *m_closeCard = nullptr;
    QLabel *m_closeQuestion = nullptr;
    QList<QUuid> m_toClose; ///< whom the question is about
    ActionButton *m_closeConfirm = nullptr;
    ActionButton *m_closeLeave = nullptr;
    QFrame *m_rollCallCard = nullptr;
    RollCallPanel *m_rollCall = nullptr;
    int m_closed = 0; ///< how many exits the last closing wrote, while that can be undone
    QWidget *m_closedRow = nullptr;
    QLabel *m_closedSaid = nullptr;
    ActionButton *m_closedUndo = nullptr;
    QLabel *m_sums = nullptr;
    QLabel *m_told = nullptr;
    ActionButton *m_out = nullptr;
    ActionButton *m_party = nullptr;
    ActionButton *m_close = nullptr;
    ActionButton *m_expected = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_printFull = nullptr;
    std::optional<InsideRow> m_partyOf;
    std::optional<ErrorCode> m_failure;
    QTimer m_refreshSoon;
    bool m_stale = true;
    bool m_justOpened = false; ///< the rows take the keyboard as soon as they are there
    bool m_fetched = false;
};

} // namespace checkpoint
