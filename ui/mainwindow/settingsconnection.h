#pragma once

#include "core/base/worker.h"
#include "core/store/entrylists.h"
#include "core/store/visitorlists.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

namespace checkpoint {

class MainWindow;
class SettingsView;
struct VenueRecord;

/// The wires between the settings and what they are about: the venue, its rules, and its three lists of
/// persons. GUI thread; owned by the main window, its child.
class SettingsConnection : public QObject
{
    Q_OBJECT

public:
    SettingsConnection(const DeskParts &parts, MainWindow *window);

    /// The records have been opened: what the lists hold is counted.
    void start();

private:
    void connectAttention();
    void sayWhetherInside(const AttentionNote &note);
    void connectExpected();
    void connectStaff();
    void takeVenue(const VenueRecord &record);
    void fetchAttention();
    void fetchExpected();
    void readFile(const QString &path);
    void tellCounts();

    const DeskParts m_parts;
    VisitorLists m_lists;
    EntryLists m_entries;
    Worker m_files{QStringLiteral("lists' files")};
    MainWindow *const m_window;
    SettingsView *m_view;
    int m_attention = 0;
    int m_expectedToday = 0;
};

} // namespace checkpoint
