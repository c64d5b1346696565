#include "ui/settingsview/windowsettings.h"

#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/settingsview/settingrow.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

WindowSettings::WindowSettings(QWidget *parent)
    : SettingsSection(u"windowSettings"_s, "window"_L1, parent)
    , m_mode(new ChoiceRow(3, this))
    , m_visitors(new Toggle(this))
    , m_visitorsSaid(new QLabel(this))
    , m_autostart(new Toggle(this))
{
    m_mode->setObjectName(u"windowChoice"_s);
    m_visitors->setObjectName(u"visitorsToggle"_s);
    m_autostart->setObjectName(u"autostartToggle"_s);
    m_modeRow = addRow(m_mode);
    auto *visitors = new QWidget(this);
    m_visitorsSaid->setObjectName(u"visitorsSaid"_s);
    m_visitorsSaid->setFont(textFont(tokens::bodyText));
    m_visitorsSaid->setTextFormat(Qt::PlainText);
    m_visitorsSaid->setWordWrap(true);
    makeAnnouncing(m_visitorsSaid);
    setTone(m_visitorsSaid, "ask"_L1);
    auto *column = new QVBoxLayout(visitors);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space4);
    column->addWidget(m_visitors);
    column->addWidget(m_visitorsSaid);
    m_visitorsRow = addRow(visitors, m_visitors);
    m_autostartRow = addRow(m_autostart);
    connect(m_mode, &ChoiceRow::chosen, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.windowMode = WindowMode(index); });
    });
    connect(m_visitors, &QAbstractButton::toggled, this, [this](bool on) {
        change([on](DeskPreferences &preferences) { preferences.visitorWindow = on; });
        tellMonitors();
        if (!m_visitorsSaid->isHidden())
            announce(m_visitorsSaid, m_visitorsSaid->text());
    });
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &WindowSettings::tellMonitors);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &WindowSettings::tellMonitors);
    connect(m_autostart, &QAbstractButton::toggled, this,
            [this](bool on) { change([on](DeskPreferences &preferences) { preferences.autostart = on; }); });
}

QString WindowSettings::title() const
{
    return tr("Window");
}

void WindowSettings::fill()
{
    const QSignalBlocker visitorsBlocker(m_visitors);
    const QSignalBlocker blocker(m_autostart);
    m_mode->setIndex(int(preferences().windowMode));
    m_visitors->setChecked(preferences().visitorWindow);
    m_visitors->update();
    tellMonitors();
    m_autostart->setChecked(preferences().autostart);
    m_autostart->update();
}

void WindowSettings::retranslate()
{
    m_modeRow->setWords(
        tr("Window"),
        tr("F11 turns full screen on and off. As a kiosk the window cannot be closed or left by "
           "accident; Ctrl+Shift+F11 leaves it until the next start."),
        tr("screen monitor maximise"));
    m_mode->setLabels({tr("Window"), tr("Full screen"), tr("Kiosk")});
    tellMonitors();
    m_visitors->setLabel(tr("Show a window to the visitors"));
    m_autostartRow->setWords(tr("At the start"), tr("For this user of the computer."),
                             tr("autostart boot login"));
    m_autostart->setLabel(tr("Open the desk when somebody logs in to this computer"));
}

void WindowSettings::tellMonitors()
{
    m_visitorsRow->setWords(
        tr("For visitors"),
        tr("Fills the second monitor: a welcome, IN or OUT, and what to do. Esc closes it."),
        tr("second monitor customer display"));
    m_visitorsSaid->setText(
        tr("Not open yet: this computer has one monitor only. The window opens by itself as "
           "soon as a second one is connected."));
    m_visitorsSaid->setVisible(m_visitors->isChecked() && !screenBeside(screen()));
}

} // namespace checkpoint
