#include "ui/settingsview/venuesettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/common/venuetext.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestHours = 200;

} // namespace

VenueSettings::VenueSettings(QWidget *parent)
    : SettingsSection(u"venueSettings"_s, "venue"_L1, parent)
    , m_category(new Picker(this))
    , m_location(new QLineEdit(this))
    , m_hoursSwitch(new ActionButton(ActionButton::Look::Plain, this))
    , m_capacitySwitch(new ActionButton(ActionButton::Look::Plain, this))
    , m_code(new ActionButton(ActionButton::Look::Plain, this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &VenueSettings::commit);
    makeField(Field::Name, u"venueEdit"_s);
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
        m_venue.category = venueCategoryFromId(m_category->itemData(index).toString());
        emit venueChanged(m_venue);
    });
    addRule();
    makeField(Field::Street, u"streetEdit"_s);
    makeField(Field::Commune, u"communeEdit"_s);
    makeField(Field::District, u"districtEdit"_s);
    makeField(Field::Province, u"provinceEdit"_s);
    makeField(Field::ContactName, u"contactNameEdit"_s);
    makeField(Field::ContactPhone, u"contactPhoneEdit"_s);
    addRule();
    m_hoursSwitch->setObjectName(u"hoursSwitch"_s);
    m_capacitySwitch->setObjectName(u"capacitySwitch"_s);
    makeField(Field::Hours, u"hoursEdit"_s, m_hoursSwitch);
    makeField(Field::Capacity, u"capacityEdit"_s, m_capacitySwitch);
    connect(m_hoursSwitch, &QAbstractButton::clicked, this, &VenueSettings::hoursSwitchRequested);
    connect(m_capacitySwitch, &QAbstractButton::clicked, this, &VenueSettings::capacitySwitchRequested);
    addRule();
    m_code->setObjectName(u"venueCodeButton"_s);
    m_codeRow = addRow(m_code);
    connect(m_code, &QAbstractButton::clicked, this, &VenueSettings::codeRequested);
}

void VenueSettings::makeField(Field field, const QString &name, QWidget *beside)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setMaxLength(longestHours);
    QWidget *control = edit;
    if (beside) {
        control = new QWidget(this);
        auto *pair = new QHBoxLayout(control);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->setSpacing(tokens::space8);
        pair->addWidget(edit, 1);
        pair->addWidget(beside);
    }
    SettingRow *row = addRow(control, edit);
    m_inputs[field] = {row, edit};
    connect(edit, &QLineEdit::textEdited, this, [this, field] { typed(field); });
    connect(edit, &QLineEdit::editingFinished, this, &VenueSettings::commit);
}

void VenueSettings::typed(Field field)
{
    Venue tried = m_venue;
    m_inputs[field].row->setFault(take(field, tried));
    m_pause.start();
    if (field == Field::Name)
        change([&](DeskPreferences &preferences) {
            preferences.venue = m_inputs[Field::Name].edit->text().simplified();
        });
}

void VenueSettings::commit()
{
    m_pause.stop();
    Venue venue = m_venue;
    for (const auto &[field, input] : m_inputs) {
        Venue tried = venue;
        if (take(field, tried).isEmpty())
            venue = tried;
    }
    if (venue == m_venue)
        return;
    m_venue = venue;
    emit venueChanged(m_venue);
}

QString VenueSettings::take(Field field, Venue &venue) const
{
    const QString typed = m_inputs.at(field).edit->text();
    const auto takeText = [&](VenueField kind, QString &into) {
        const QString tidy = tidyText(kind, typed);
        const auto error = wrongWith(kind, tidy);
        if (!error)
            into = tidy;
        return error ? venueErrorText(*error) : QString();
    };
    switch (field) {
    case Field::Name:
        return takeText(VenueField::Name, venue.name);
    case Field::Street:
        return takeText(VenueField::Street, venue.street);
    case Field::Commune:
        return takeText(VenueField::Commune, venue.commune);
    case Field::District:
        return takeText(VenueField::District, venue.district);
    case Field::Province:
        return takeText(VenueField::Province, venue.province);
    case Field::ContactName:
        return takeText(VenueField::ContactName, venue.contactName);
    case Field::ContactPhone: {
        const std::optional<QString> phone = phoneFromTyped(typed);
        if (!phone)
            return tr("This is no phone number.");
        venue.contactPhone = *phone;
        return {};
    }
    case Field::Hours: {
        const std::optional<OpeningHours> hours = OpeningHours::fromString(typed.simplified());
        if (!hours)
            return tr("Not saved: this is not clear. Use 24-hour times, for example: Mo-Su 7h-17h, or Mo-Fr "
                      "07:00-17:00; Sa 07:00-11:30; Su closed");
        venue.openingHours = *hours;
        return {};
    }
    case Field::Capacity: {
        bool isNumber = true;
        const QString digits = typed.simplified();
        const int capacity = digits.isEmpty() ? 0 : digits.toInt(&isNumber);
        if (!isNumber || capacity < 0 || capacity > largestCapacity)
            return tr("This is no number of people.");
        venue.capacity = capacity;
        return {};
    }
    }
    Q_UNREACHABLE();
}

QString VenueSettings::textOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return m_venue.name.isEmpty() ? preferences().venue : m_venue.name;
    case Field::Street:
        return m_venue.street;
    case Field::Commune:
        return m_venue.commune;
    case Field::District:
        return m_venue.district;
    case Field::Province:
        return m_venue.province;
    case Field::ContactName:
        return m_venue.contactName;
    case Field::ContactPhone:
        return m_venue.contactPhone;
    case Field::Hours:
        return openingHoursText(m_venue.openingHours);
    case Field::Capacity:
        return m_venue.capacity > 0 ? QString::number(m_venue.capacity) : QString();
    }
    Q_UNREACHABLE();
}

QString VenueSettings::title() const
{
    return tr("Venue");
}

void VenueSettings::setVenue(const Venue &venue)
{
    m_venue = venue;
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

void VenueSettings::editHours()
{
    editField(Field::Hours);
}

void VenueSettings::editCapacity()
{
    editField(Field::Capacity);
}

void VenueSettings::editField(Field field)
{
    QLineEdit *edit = m_inputs[field].edit;
    edit->setFocus(Qt::TabFocusReason);
    edit->selectAll();
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
    for (const auto &[field, input] : m_inputs) {
        const bool beingTyped = input.edit->hasFocus() || m_pause.isActive();
        // What was refused stays, with the reason: taken away it would look as if it had been kept.
        if (beingTyped || input.row->hasFault() || input.edit->text() == textOf(field))
            continue;
        input.edit->setText(textOf(field));
        input.row->setFault({});
    }
    if (!m_location->hasFocus())
        m_keptLocation = preferences().location;
    if (m_location->text().simplified() != preferences().location)
        m_location->setText(preferences().location);
    m_category->setCurrentIndex(m_venue.category ? m_category->findData(venueCategoryId(*m_venue.category))
                                                 : 0);
}

void VenueSettings::hideEvent(QHideEvent *event)
{
    SettingsSection::hideEvent(event);
    commit();
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
    m_codeRow->setWords(tr("Code and file"),
                        tr("Take over an existing code; take the venue to another desk, or over from one."),
                        tr("QR adopt import export passphrase"));
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
    m_inputs[Field::District].row->setWords(tr("District"), tr("Empty where there are none any more."),
                                            tr("address"));
    m_inputs[Field::Province].row->setWords(tr("Province or city"), {}, tr("address"));
    m_inputs[Field::ContactName].row->setWords(tr("Contact person"), {}, tr("responsible"));
    m_inputs[Field::ContactPhone].row->setWords(tr("Phone of the contact"), {}, tr("number"));
    m_inputs[Field::Hours].row->setWords(tr("Opening hours"),
                                         tr("Mo Tu We Th Fr Sa Su, or T2 to T7 and CN. Empty: not said."),
                                         tr("open closed day night"));
    m_inputs[Field::Hours].edit->setPlaceholderText(tr("Mo-Fr 7h-17h; Sa 7h-11h30"));
    m_hoursSwitch->setLabel(tr("When closed…"));
    m_hoursSwitch->setAccessibleName(tr("What the desk does outside the opening hours"));
    m_capacitySwitch->setLabel(tr("When full…"));
    m_capacitySwitch->setAccessibleName(tr("What the desk does when the venue is full"));
    m_inputs[Field::Capacity].row->setWords(tr("Capacity"),
                                            tr("How many people may be inside at once. Empty: not said."),
                                            tr("people limit full"));
}

} // namespace checkpoint
