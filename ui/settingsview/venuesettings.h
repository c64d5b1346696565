#pragma once

#include "core/domain/venue.h"
#include "ui/settingsview/settingssection.h"

#include <QTimer>

#include <map>

class QLineEdit;

namespace checkpoint {

class ActionButton;
class Picker;

/// The venue whose door the desk keeps, and where in it the desk stands. What is typed counts a moment after
/// the last key, at the latest when the field is left; what cannot be kept says why and is not taken. GUI
/// thread; owned by the settings view.
class VenueSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit VenueSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// Shows the venue as it is kept; a field that is being typed in stays as it is.
    void setVenue(const Venue &venue);
    void editLocation();
    void editHours();
    void editCapacity();

    static constexpr int typingPauseMs = 400;

signals:
    void venueChanged(const checkpoint::Venue &venue);
    /// The page of the venue's code and file is wanted.
    void codeRequested();
    /// The switches that go by the opening hours and by the capacity are wanted.
    void hoursSwitchRequested();
    void capacitySwitchRequested();

protected:
    void fill() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What can be typed, in the order of the rows.
    enum class Field {
        Name,
        Street,
        Commune,
        District,
        Province,
        ContactName,
        ContactPhone,
        Hours,
        Capacity
    };
    struct Input
    {
        SettingRow *row = nullptr;
        QLineEdit *edit = nullptr;
    };
    void makeField(Field field, const QString &name, QWidget *beside = nullptr);
    void typed(Field field);
    void commit();
    void keepLocation();
    /// Puts the text of a field into the venue; gives what is wrong with it.
    QString take(Field field, Venue &venue) const;
    QString textOf(Field field) const;
    void retranslateFields();
    void editField(Field field);

    Venue m_venue;
    Picker *m_category;
    SettingRow *m_categoryRow = nullptr;
    std::map<Field, Input> m_inputs;
    QLineEdit *m_location;
    QString m_keptLocation; ///< before it was typed over
    SettingRow *m_locationRow = nullptr;
    ActionButton *m_hoursSwitch;
    ActionButton *m_capacitySwitch;
    ActionButton *m_code;
    SettingRow *m_codeRow = nullptr;
    QTimer m_pause;
};

} // namespace checkpoint
