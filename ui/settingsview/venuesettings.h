#pragma once

#include "core/domain/venue.h"
#include "ui/settingsview/settingssection.h"
#include "ui/settingsview/venuefields.h"

#include <map>

class QLineEdit;

namespace checkpoint {

class ActionButton;
class Picker;

/// The venue whose door the desk keeps, and where in it the desk stands. GUI thread; owned by the settings
/// view.
class VenueSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit VenueSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// Shows the venue as it is kept; a field that is being typed in stays as it is.
    void setVenue(const Venue &venue);
    void editLocation();

signals:
    void venueChanged(const checkpoint::Venue &venue);
    /// The page of the venue's code and file is wanted.
    void codeRequested();

protected:
    void fill() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What can be typed, in the order of the rows.
    enum class Field { Name, Street, Commune, District, Province, ContactName, ContactPhone };
    struct Input
    {
        SettingRow *row = nullptr;
        QLineEdit *edit = nullptr;
    };
    void makeName();
    void makeAddress();
    void makeField(Field field, const QString &name, const VenueFields::Meaning &meaning);
    void keepLocation();
    void retranslateFields();

    VenueFields *m_fields;
    Picker *m_category;
    SettingRow *m_categoryRow = nullptr;
    std::map<Field, Input> m_inputs;
    QLineEdit *m_location;
    QString m_keptLocation; ///< before it was typed over
    SettingRow *m_locationRow = nullptr;
    ActionButton *m_code;
    SettingRow *m_codeRow = nullptr;
};

} // namespace checkpoint
