#pragma once

#include "ui/settingsview/settingssection.h"

namespace checkpoint {

class ChoiceRow;

/// Colours and size of text. GUI thread; owned by the settings view.
class AppearanceSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSettings(QWidget *parent = nullptr);

    QString title() const override;

protected:
    void fill() override;
    void retranslate() override;

private:
    SettingRow *m_themeRow;
    ChoiceRow *m_theme;
    SettingRow *m_sizeRow;
    ChoiceRow *m_size;
};

} // namespace checkpoint
