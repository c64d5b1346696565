#pragma once

#include "core/desk/dayheads.h"
#include "core/store/ledger.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace checkpoint {

class MainWindow;
class BackupSettings;
class RecordCheckPanel;

/// The wires between the page that checks the record and the ledger. The check runs on the store's own thread
/// for it; it ends when the window does. GUI thread; owned by the main window, its child.
class RecordCheckConnection : public QObject
{
    Q_OBJECT

public:
    RecordCheckConnection(const DeskParts &parts, MainWindow *window);
    ~RecordCheckConnection() override;

private:
    void check();
    void fetchHead();
    void print(const QDate &day, const QByteArray &line);

    const DeskParts m_parts;
    Ledger m_ledger;
    DayHeads m_heads;
    SheetPrinting m_printing;
    RecordCheckPanel *const m_panel;
    const BackupSettings *const m_backups;
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace checkpoint
