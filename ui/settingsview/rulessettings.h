#pragma once

#include "core/domain/venue.h"
#include "core/domain/venuerules.h"
#include "ui/settingsview/settingssection.h"

#include <QTime>
#include <QTimer>

#include <array>

class QLineEdit;
class QSpinBox;

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
    /// What the switches of the opening hours and of the capacity go by.
    void setVenue(const Venue &venue);
    /// Goes to the switch of the opening hours, or to that of the capacity.
    void showHoursSwitch();
    void showCapacitySwitch();
    /// How many notes hold, and how many visitors are expected today.
    void setCounts(int attention, int expected);

signals:
    void rulesChanged(const checkpoint::VenueRules &rules);
    void attentionRequested();
    void expectedRequested();
    void staffRequested();
    /// The opening hours or the capacity are to be written.
    void hoursRequested();
    void capacityRequested();

protected:
    void fill() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

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
        ActionButton *goTo = nullptr; ///< where what it goes by is written
    };
    void makeAsked();
    void makeTimes();
    void makeExit();
    void takeExit();
    void sayExitFault(const QString &fault);
    void makeSwitches();
    void makeLists();
    void edit(const std::function<void(VenueRules &)> &edit);
    void sayCounts();
    void sayPurposes();
    void sayVenue();

    VenueRules m_rules;
    Venue m_venue;
    int m_attention = 0;
    int m_expected = 0;
    QLabel *m_requiredMeans = nullptr;
    std::array<Asked, 4> m_asked;
    SettingRow *m_stayRow = nullptr;
    QSpinBox *m_stay = nullptr;
    SettingRow *m_exitRow = nullptr;
    Toggle *m_exit = nullptr;
    SettingRow *m_purposesRow = nullptr;
    QLineEdit *m_purposes = nullptr;
    QLineEdit *m_exitAt = nullptr;
    QTime m_exitTime{23, 0}; ///< the last that could be read
    QTimer m_exitPause;      ///< after which what is typed is found wrong
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
