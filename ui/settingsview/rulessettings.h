#pragma once

#include "core/domain/venue.h"
#include "ui/settingsview/ruleschapter.h"

#include <QTime>
#include <QTimer>

class QLineEdit;
class QSpinBox;

namespace checkpoint {

class ActionButton;
class Toggle;
class VenueFields;

/// What the desk goes by: the three lists of persons, how long people stay, when the venue is open and how
/// many it holds. GUI thread; owned by the settings view.
class RulesSettings : public RulesChapter
{
    Q_OBJECT

public:
    explicit RulesSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// Shows the venue as it is kept; a field that is being typed in stays as it is.
    void setVenue(const Venue &venue);
    /// How many notes hold, and how many visitors are expected today.
    void setCounts(int attention, int expected);

signals:
    void venueChanged(const checkpoint::Venue &venue);
    void attentionRequested();
    void expectedRequested();
    void staffRequested();

protected:
    void fill() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Switch
    {
        bool VenueRules::*rule;
        Toggle *toggle = nullptr;
    };
    SettingRow *addWithSwitch(QWidget *control, Switch &each);
    void makeLists();
    void makeTimes();
    void makeExit();
    void makeHours();
    void makeCapacity();
    void takeExit();
    void sayExitFault(const QString &fault);
    void sayCounts();
    bool isUnnamed() const;
    static QString unnamedWords();
    void sayHours();
    void sayVenue();
    void retranslateVenue();

    int m_attention = 0;
    int m_expected = 0;
    SettingRow *m_attentionRow = nullptr;
    ActionButton *m_attentionButton = nullptr;
    Switch m_announce;
    SettingRow *m_expectedRow = nullptr;
    ActionButton *m_expectedButton = nullptr;
    SettingRow *m_staffRow = nullptr;
    ActionButton *m_staffButton = nullptr;
    SettingRow *m_stayRow = nullptr;
    QSpinBox *m_stay = nullptr;
    SettingRow *m_exitRow = nullptr;
    Toggle *m_exit = nullptr;
    QLineEdit *m_exitAt = nullptr;
    QTime m_exitTime{23, 0}; ///< the last that could be read
    QTimer m_exitPause;      ///< after which what is typed is found wrong
    SettingRow *m_hoursRow = nullptr;
    QLineEdit *m_hours = nullptr;
    Switch m_outsideHours;
    SettingRow *m_capacityRow = nullptr;
    QLineEdit *m_capacity = nullptr;
    Switch m_whenFull;
    VenueFields *m_fields;
};

} // namespace checkpoint
