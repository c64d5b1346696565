#pragma once

#include "core/store/noticeregister.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

namespace checkpoint {

class KeepingSettings;
class MainWindow;

/// The wires between the settings of keeping data, the notice about it, and the record. GUI thread; owned by
/// the main window, its child.
class KeepingConnection : public QObject
{
    Q_OBJECT

public:
    KeepingConnection(const DeskParts &parts, MainWindow *window);

private:
    void fetch();
    void connectNotice();
    void fetchNotice();

    const DeskParts m_parts;
    MainWindow *const m_window;
    KeepingSettings *m_view;
    NoticeRegister m_notices;
};

} // namespace checkpoint
