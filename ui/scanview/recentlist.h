#pragma once

#include "core/desk/scanoutcome.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QTableView;

namespace checkpoint {

class RecentModel;

/// The last scans in a card of whole rows, for looking at: what is done to an entry is done in the entries
/// view, where a click leads. Only what was left open is gone on with from here, by a click. GUI
/// thread; owned by the scan view.
class RecentList : public QFrame
{
    Q_OBJECT

public:
    explicit RecentList(QWidget *parent = nullptr);

    /// The card's edge and its inset, above and below the rows, in pixels.
    static int edges();

    RecentModel *model() const { return m_model; }
    /// What is said while nothing is listed.
    void setHint(const QString &hint);
    /// How many rows there is room for, in a card of that width.
    void arrange(int rows, int share);
    void retranslate();

signals:
    /// Something that was left open is to be gone on with.
    void leftOpenChosen(quint64 number);
    /// More is to be known of an entry, or done to it.
    void entryChosen(const checkpoint::PageKey &line);

private:
    void choose();

    RecentModel *m_model;
    QTableView *m_table;
    QLabel *m_hint;
    std::optional<PageKey> m_chosen; ///< the entry that was clicked last
    QTimer m_chooses;
};

} // namespace checkpoint
