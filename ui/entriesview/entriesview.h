#pragma once

#include "core/desk/scanoutcome.h"
#include "core/store/entrystore.h"
#include "ui/common/keyhint.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;

namespace checkpoint {

class ActionButton;
class DayChooser;
class EntriesModel;
class Toggle;
class VoidPanel;

/// Where the view fetches from: the store, or a test's own lists.
struct EntrySource
{
    std::function<QFuture<Result<QList<EntryRow>>>(const EntryQuery &)> entries;
    std::function<QFuture<Result<QList<RefusedScan>>>(const EntryQuery &)> refusedScans;
};

/// The entries of a day: searched without diacritics, taken back with a reason. Fetches page by page, and
/// anew when the desk announces something. GUI thread; owned by the main window.
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

    static constexpr int pageSize = 500;
    static constexpr int searchDelayMs = 250;

public slots:
    /// Fetches anew soon; at once when it is shown next.
    void refresh();

signals:
    void voidRequested(const QUuid &entryId, const QString &reason);
    void refusedShownChanged(bool shown);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTopRow();
    QWidget *makeTableCard();
    void connectControls();
    void retranslate();
    void fetch();
    void fetchMore();
    void fetchRefused(quint64 round, const QList<EntryRow> &entries, bool more);
    void showRows(const QList<EntryRow> &entries, const QList<RefusedScan> &refused, bool more);
    void showFailure(const Error &error);
    EntryQuery query() const;
    void beginVoid();
    void endVoid();
    void updateState();
    void arrangeColumns();

    EntrySource m_source;
    EntriesModel *m_model;
    DayChooser *m_days = nullptr;
    QLineEdit *m_search = nullptr;
    Toggle *m_refused = nullptr;
    ActionButton *m_void = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyHint = nullptr;
    QStackedLayout *m_pages = nullptr;
    QFrame *m_voidCard = nullptr;
    VoidPanel *m_voidPanel = nullptr;
    QLabel *m_sums = nullptr;
    QTimer m_searchTimer;
    QTimer m_refreshTimer;
    quint64 m_round = 0; ///< answers of an older question are dropped
    bool m_stale = true;
    bool m_fetchingMore = false;
    std::optional<ErrorCode> m_failure;
};

} // namespace checkpoint
