#include "ui/settingsview/venuesettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/venuetext.h"
#include "ui/settingsview/settingrow.h"

#include <QLineEdit>

#include <optional>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A text that is kept tidy.
VenueFields::Meaning tidyTextOf(VenueField kind, QString Venue::*text)
{
    const auto take = [kind, text](const QString &typed, Venue &venue) {
        const QString tidy = tidyText(kind, typed);
        if (const auto error = wrongWith(kind, tidy))
            return venueErrorText(*error);
        venue.*text = tidy;
        return QString();
    };
    return {take, [text](const Venue &venue) { return venue.*text; }};
}

} // namespace

VenueSettings::VenueSettings(QWidget *parent)
    : SettingsSection(u"venueSettings"_s, "venue"_L1, parent)
    , m_fields(new VenueFields(this))
    , m_category(new Picker(this))
    , m_location(new QLineEdit(this))
    , m_code(new ActionButton(ActionButton::Look::Plain, this))
{
    makeName();
    m_location->setObjectName(u"locationEdit"_s);
    m_location->setMaxLength(longestText(VenueField::LocationName));
    m_locationRow = addRow(m_location);
    connect(m_location, &QLineEdit::textEdited, this, [this](const QString &text) {
        change([&](DeskPreferences &preferences) { preferences.location = text.simplified(); });
    });
    connect(m_location, &QLineEdit::editingFinished, this, &VenueSettings::keepLocation);
    m_category->setObjectName(u"categoryPicker"_s);
    m_categoryRow = addRow(m_category);
    connect(m_category, &QComboBox::activated, this, [this](int index) {
        m_fields->change([this, index](Venue &venue) {
            venue.category = venueCategoryFromId(m_category->itemData(index).toString());
        });
    });
    addRule();
    makeAddress();
    addRule();
    m_code->setObjectName(u"venueCodeButton"_s);
    m_codeRow = addRow(m_code);
    connect(m_code, &QAbstractButton::clicked, this, &VenueSettings::codeRequested);
    connect(m_fields, &VenueFields::venueChanged, this, &VenueSettings::venueChanged);
}

void VenueSettings::makeName()
{
    VenueFields::Meaning meaning = tidyTextOf(VenueField::Name, &Venue::name);
    meaning.text = [this](const Venue &venue) {
        return venue.name.isEmpty() ? preferences().venue : venue.name;
    };
    makeField(Field::Name, u"venueEdit"_s, meaning);
    connect(m_inputs[Field::Name].edit, &QLineEdit::textEdited, this, [this](const QString &typed) {
        change([&](DeskPreferences &preferences) { preferences.venue = typed.simplified(); });
    });
}

void VenueSettings::makeAddress()
{
    makeField(Field::Street, u"streetEdit"_s, tidyTextOf(VenueField::Street, &Venue::street));
    makeField(Field::Commune, u"communeEdit"_s, tidyTextOf(VenueField::Commune, &Venue::commune));
    makeField(Field::District, u"districtEdit"_s, tidyTextOf(VenueField::District, &Venue::district));
    makeField(Field::Province, u"provinceEdit"_s, tidyTextOf(VenueField::Province, &Venue::province));
    makeField(Field::ContactName, u"contactNameEdit"_s,
              tidyTextOf(VenueField::ContactName, &Venue::contactName));
    const auto takePhone = [](const QString &typed, Venue &venue) {
        const std::optional<QString> phone = phoneFromTyped(typed);
        if (!phone)
            return tr("This is no phone number.");
        venue.contactPhone = *phone;
        return QString();
    };
    makeField(Field::ContactPhone, u"contactPhoneEdit"_s,
              {takePhone, [](const Venue &venue) { return venue.contactPhone; }});
}

void VenueSettings::makeField(Field field, const QString &name, const VenueFields::Meaning &meaning)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    SettingRow *row = addRow(edit);
    m_inputs[field] = {row, edit};
    m_fields->add(row, edit, meaning);
}

QString VenueSettings::title() const
{
    return tr("Venue");
}

void VenueSettings::setVenue(const Venue &venue)
{
    m_fields->setVenue(venue);
    fill();
}

/// A desk that has a place keeps one: it is not to be lost by a key that was meant for something else.
void VenueSettings::keepLocation()
{
    if (const QString typed = m_location->text().simplified(); !typed.isEmpty()) {
        m_keptLocation = typed;
    } else if (!m_keptLocation.isEmpty()) {
        m_location->setText(m_keptLocation);
        change([this](DeskPreferences &preferences) { preferences.location = m_keptLocation; });
    }
}

void VenueSettings::editLocation()
{
    QLineEdit *name = m_inputs[Field::Name].edit;
    QLineEdit *edit = name->text().isEmpty() ? name : m_location;
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void VenueSettings::fill()
{
    m_fields->fill();
    if (!m_location->hasFocus())
        m_keptLocation = preferences().location;
    if (m_location->text().simplified() != preferences().location)
        m_location->setText(preferences().location);
    const std::optional<VenueCategory> category = m_fields->venue().category;
    m_category->setCurrentIndex(category ? m_category->findData(venueCategoryId(*category)) : 0);
}

void VenueSettings::hideEvent(QHideEvent *event)
{
    SettingsSection::hideEvent(event);
    m_fields->commit();
}

void VenueSettings::retranslate()
{
    m_category->clear();
    m_category->addItem(tr("Not said"), QString());
    for (const VenueCategory category : venueCategories())
        m_category->addItem(venueCategoryText(category), venueCategoryId(category));
    m_categoryRow->setWords(tr("Kind of venue"), {}, tr("category"));
    m_locationRow->setWords(tr("Location"), tr("Appears in every entry of this desk."),
                            tr("place gate counter"));
    m_location->setPlaceholderText(tr("Gate, building or counter of this desk"));
    m_codeRow->setWords(tr("Code and file"), tr("Take over a code; move the venue between desks."),
                        tr("QR take over another desk import export passphrase"));
    m_code->setLabel(tr("Open"));
    m_code->setAccessibleName(tr("Code and file of the venue"));
    retranslateFields();
}

void VenueSettings::retranslateFields()
{
    m_inputs[Field::Name].row->setWords(tr("Name of the venue"));
    m_inputs[Field::Name].edit->setPlaceholderText(tr("Name of the office or hospital"));
    m_inputs[Field::Street].row->setWords(tr("Street and number"), {}, tr("address"));
    m_inputs[Field::Commune].row->setWords(tr("Ward or commune"), {}, tr("address"));
    m_inputs[Field::District].row->setWords(tr("District"), {}, tr("address"));
    m_inputs[Field::District].edit->setPlaceholderText(tr("Empty where there are none any more."));
    m_inputs[Field::Province].row->setWords(tr("Province or city"), {}, tr("address"));
    m_inputs[Field::ContactName].row->setWords(tr("Contact person"), {}, tr("responsible"));
    m_inputs[Field::ContactPhone].row->setWords(tr("Phone of the contact"), {}, tr("number"));
}

} // namespace checkpoint
