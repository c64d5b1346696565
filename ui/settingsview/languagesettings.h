#pragma once

#include "ui/settingsview/settingssection.h"

namespace checkpoint {

class ChoiceRow;

/// The language of the window. GUI thread; owned by the settings view.
class LanguageSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit LanguageSettings(QWidget *parent = nullptr);

    QString title() const override;

protected:
    void fill() override;
    void retranslate() override;

private:
    SettingRow *m_row;
    ChoiceRow *m_language;
};

} // namespace checkpoint
