#pragma once

#include "core/desk/scanoutcome.h"
#include "ui/common/keyhint.h"
#include "ui/entriesview/entrysource.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class DayChooser;
class DetailsPanel;
class EmptyState;
class EntriesModel;
class FilterBar;
class VoidPanel;

/// The whole record, a day or more of it at a time: searched without diacritics and by the last digits of a
/// number, narrowed, looked at in detail, taken back with a reason, turned round, sent out by hand, copied.
/// GUI thread; owned by the main window.
class EntriesView : public QWidget
{
    Q_OBJECT

public:
    explicit EntriesView(QWidget *parent = nullptr);

    void setSource(const EntrySource &source);
    void setRefusedShown(bool shown);
    /// What counts as today.
    void setToday(const QDate &today);
    QList<KeyHint> keyHints() const;
    /// The entry that is chosen in the list; a refused scan is none.
    std::optional<QUuid> chosenEntry() const;

    static constexpr int searchDelayMs = 200;

public slots:
    /// Where words are typed to search for; what stands there is typed over.
    void beginSearch();
    /// Looks soon what has changed; at once when it is shown next.
    void refresh();
    /// Masks at once, and forgets what was shown and searched for.
    void forget();

    /// What was asked for here may have failed, as on a full disk: the same key asks for it again.
    void letTryAgain();
    /// Somebody was put right who was chosen here for that: they stay in sight, whatever was searched for.
    void followPerson(const QUuid &visitorId);
    /// Another entry came in the place of one: where that was chosen, this is now. `sameWay`: the person's
    /// passage next to it that goes the same way.
    void followEntry(const QUuid &before, const PageKey &now, Direction direction,
                     const std::optional<Entry> &sameWay = {});
    /// An entry with all that is known of it, whatever was filtered or searched for before.
    void showEntry(const PageKey &line);
    /// Says below the list that somebody of it was noted on the attention list, or is not on it any more, or
    /// belongs to the staff, or does not any more.
    void showNoted(const QString &name);
    void showUnlisted(const QString &name);
    void showStaff(bool staff);

signals:
    void voidRequested(const QUuid &entryId, const QString &reason);
    /// An entry that was taken back is to count again.
    void restoreRequested(const QUuid &entryId);
    void sendOutRequested(const QUuid &entryId);
    void turnRoundRequested(const QUuid &entryId, checkpoint::Direction direction);
    /// The visitor of an entry wants a pass.
    void passWanted(const QUuid &entryId);
    /// What is held on a visitor is to be seen, and put right; `name` where it is shown in full just now.
    void personWanted(const QUuid &visitorId, const QString &name);
    /// A person belongs to the venue's staff, or does not any more.
    void staffRequested(const QUuid &visitorId, bool staff);
    /// A person is to be noted on the attention list.
    void attentionWanted(const QUuid &visitorId, const checkpoint::VisitorData &visitor);
    /// A person is to come off the attention list, by that note of it.
    void unlistRequested(const QUuid &noteId, const QString &name);
    void refusedShownChanged(bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Period { OneDay, SevenDays, ThirtyDays, Always };

    QWidget *makeTopRow();
    QWidget *makeTableCard();
    QWidget *makeBottomRow();
    void connectControls();
    void connectModel();
    void makeKeys();
    void retranslate();
    EntryFilter filter() const;
    void showFiltered();
    void fetchChoices();
    void clearSearch();
    void keepInPlace(int grownBy);
    void followChosen();
    void select(int row);
    std::optional<QUuid> chosenSubject() const;
    void showDetails(bool shown);
    void fetchDetails();
    void noteReveal(const QUuid &entryId, const QString &reason);
    void copyLines();
    void beginVoid();
    void endVoid();
    void makeRoom();
    void restoreChosen();
    void turnRound(const QUuid &entryId, Direction direction);
    void takeBack(const QUuid &entryId, const QString &reason);
    void undoLast();
    void sayChanged(Direction now, const std::optional<Entry> &sameWay);
    void say(const QString &sentence, QLatin1StringView tone = QLatin1StringView("in"));
    void requestStaff(const QUuid &visitorId, bool staff);
    void askWhoMay();
    void correctChosen();
    void correctPerson(const QUuid &visitorId);
    void seek();
    void showMenu(const QPoint &at);
    void popUp(QMenu *menu, const QPoint &at);
    void doInDetails(void (DetailsPanel::*deed)());
    void updateState();
    void sayBelow(bool rows);
    void sayEmpty();
    void showAll();
    QStringList narrowing() const;
    void arrangeColumns();
    void list();

    EntrySource m_source;
    EntriesModel *m_model;
    DayChooser *m_days = nullptr;
    ChoiceRow *m_period = nullptr;
    QLineEdit *m_search = nullptr;
    FilterBar *m_filters = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    DetailsPanel *m_details = nullptr;
    QFrame *m_voidCard = nullptr;
    VoidPanel *m_voidPanel = nullptr;
    QLabel *m_sums = nullptr;
    ActionButton *m_showAll = nullptr; ///< in the place of the list, where a filter leaves nothing
    ActionButton *m_open = nullptr;
    ActionButton *m_copy = nullptr;
    ActionButton *m_void = nullptr;
    ActionButton *m_restore = nullptr;
    QString m_told; ///< what became of somebody last from here, for a while
    QLatin1StringView m_toldTone;
    QString m_notOwn; ///< why the chosen entry may not be taken back, when it is somebody else's
    QTimer m_searchTimer;
    QTimer m_refreshTimer;
    QTimer m_toldEnds;
    std::optional<QUuid> m_chosen; ///< the entry that the chosen row showed when it was chosen
    struct Correcting
    {
        QUuid visitorId;
        PageKey line;
    };
    std::optional<Correcting> m_correcting; ///< whose data are being put right, from which line
    /// What was done here last, and is undone by a key.
    struct Change
    {
        QUuid entry;                     ///< that undoing is about
        std::optional<Direction> before; ///< turned round; absent: taken back
        QString name;
        bool undone = false; ///< that is on its way
    };
    std::optional<Change> m_change;
    QString m_staffName;             ///< whom it was said of last that they are staff, or not
    std::optional<PageKey> m_sought; ///< the line to be chosen when the list is there
    bool m_searchYields = false;     ///< to that line, when it hides it
    bool m_choosing = false;         ///< the program chooses, not somebody
    bool m_seeking = false;          ///< the list is as it was after that
    std::optional<QUuid> m_restored; ///< what was asked to be restored last, once
    quint64 m_detailsRound = 0;
    std::optional<qint64> m_leftMs; ///< when the view was left
    bool m_stale = true;
    bool m_justOpened = false; ///< the rows take the keyboard as soon as they are there
    std::optional<ErrorCode> m_failure;
};

} // namespace checkpoint
