#pragma once

#include "ui/mainwindow/deskparts.h"

#include <QObject>

namespace checkpoint {

class KeepingSettings;
class MainWindow;

/// The wires between the settings of keeping data and the record. GUI thread; owned by the main window, its
/// child.
class KeepingConnection : public QObject
{
    Q_OBJECT

public:
    KeepingConnection(const DeskParts &parts, MainWindow *window);

private:
    void fetch();

    const DeskParts m_parts;
    KeepingSettings *m_view;
};

} // namespace checkpoint
