#pragma once

#include "core/domain/venuerules.h"
#include "ui/settingsview/settingssection.h"

#include <array>

class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class Toggle;

/// The venue's rules of the door, and the way to its three lists of persons. GUI thread; owned by the
/// settings view.
class RulesSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit RulesSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// Shows the rules as they are kept; emits nothing.
    void setRules(const VenueRules &rules);
    /// How many notes hold, and how many visitors are expected today.
    void setCounts(int attention, int expected);

signals:
    void rulesChanged(const checkpoint::VenueRules &rules);
    void attentionRequested();
    void expectedRequested();
    void staffRequested();

protected:
    void fill() override;
    void retranslate() override;

private:
    struct Asked
    {
        FieldRule VenueRules::*rule;
        SettingRow *row = nullptr;
        ChoiceRow *choice = nullptr;
    };
    struct Switch
    {
        bool VenueRules::*rule;
        SettingRow *row = nullptr;
        Toggle *toggle = nullptr;
    };
    void makeAsked();
    void makeTimes();
    void makeSwitches();
    void makeLists();
    void edit(const std::function<void(VenueRules &)> &edit);
    void sayCounts();
    void sayPurposes();

    VenueRules m_rules;
    int m_attention = 0;
    int m_expected = 0;
    std::array<Asked, 4> m_asked;
    SettingRow *m_stayRow = nullptr;
    QSpinBox *m_stay = nullptr;
    SettingRow *m_exitRow = nullptr;
    Toggle *m_exit = nullptr;
    SettingRow *m_purposesRow = nullptr;
    QLineEdit *m_purposes = nullptr;
    QTimeEdit *m_exitAt = nullptr;
    std::array<Switch, 3> m_switches;
    SettingRow *m_declarationRow = nullptr;
    ChoiceRow *m_declaration = nullptr;
    SettingRow *m_certificateRow = nullptr;
    ChoiceRow *m_certificate = nullptr;
    SettingRow *m_attentionRow = nullptr;
    ActionButton *m_attentionButton = nullptr;
    SettingRow *m_expectedRow = nullptr;
    ActionButton *m_expectedButton = nullptr;
    SettingRow *m_staffRow = nullptr;
    ActionButton *m_staffButton = nullptr;
};

} // namespace checkpoint
