#pragma once

#include "core/desk/scanoutcome.h"

#include <QObject>
#include <QTimer>

namespace checkpoint {

class CheckpointDesk;
class EntryStore;
class MainWindow;

/// The wires between the desk, its store and the views: what is announced is shown and heard, what the
/// operator wants is asked of the desk. GUI thread; owned by the main window, its child.
class DeskConnection : public QObject
{
    Q_OBJECT

public:
    DeskConnection(CheckpointDesk *desk, EntryStore *store, MainWindow *window);

    /// Fetches everything shown anew; when the records have been opened.
    void refresh();

private:
    void show(const ScanOutcome &outcome);
    void fetchCounters();
    void fetchRecent();

    EntryStore *m_store;
    MainWindow *m_window;
    QTimer m_countersSoon; ///< several outcomes in a row are counted once
    QTimer m_changedSoon;  ///< the same of other commits
    QTimer m_midnight;     ///< "today" begins anew
};

} // namespace checkpoint
