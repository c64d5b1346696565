#pragma once

#include "ui/settingsview/settingssection.h"

class QLabel;

namespace checkpoint {

class ChoiceRow;
class Toggle;

/// How the window takes its place, and whether it opens by itself. GUI thread; owned by the settings view.
class WindowSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit WindowSettings(QWidget *parent = nullptr);

    QString title() const override;

protected:
    void fill() override;
    void retranslate() override;

private:
    void tellMonitors();

    SettingRow *m_modeRow;
    ChoiceRow *m_mode;
    SettingRow *m_visitorsRow;
    Toggle *m_visitors;
    QLabel *m_visitorsSaid;
    SettingRow *m_autostartRow;
    Toggle *m_autostart;
};

} // namespace checkpoint
