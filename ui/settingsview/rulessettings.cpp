#include "ui/settingsview/rulessettings.h"

#include "core/desk/typedtext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/venuetext.h"
#include "ui/settingsview/besideline.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/venuefields.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLineEdit>
#include <QSpinBox>

#include <optional>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestTime = 40;
constexpr int typingPauseMs = 1200; ///< as long as somebody looks for the next key

QString timeText(const QTime &time)
{
    return time.toString(u"HH:mm"_s);
}

} // namespace

RulesSettings::RulesSettings(QWidget *parent)
    : RulesChapter(u"rulesSettings"_s, "rules"_L1, parent)
    , m_announce{&VenueRules::attentionEnabled}
    , m_outsideHours{&VenueRules::outsideHoursAsks}
    , m_whenFull{&VenueRules::capacityWarning}
    , m_fields(new VenueFields(this))
{
    makeLists();
    addRule();
    makeTimes();
    addRule();
    makeHours();
    makeCapacity();
    connect(m_fields, &VenueFields::venueChanged, this, [this](Venue venue) {
        if (venue.name.isEmpty()) // known to this desk alone
            venue.name = preferences().venue;
        sayVenue();
        emit venueChanged(venue);
    });
}

/// A row with the switch of what stands in it.
SettingRow *RulesSettings::addWithSwitch(QWidget *control, Switch &each)
{
    each.toggle = new Toggle;
    auto *pair = new BesideLine(this);
    const bool grows = control->sizePolicy().expandingDirections() & Qt::Horizontal;
    pair->add(control, grows ? 1 : 0);
    pair->add(each.toggle, 0);
    if (!grows)
        pair->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(each.toggle, &QAbstractButton::toggled, this, [this, rule = each.rule](bool on) {
        changeRules([rule, on](VenueRules &rules) { rules.*rule = on; });
    });
    return addRow(pair, control);
}

void RulesSettings::makeLists()
{
    m_attentionButton = new ActionButton(ActionButton::Look::Plain, this);
    m_attentionButton->setObjectName(u"attentionButton"_s);
    m_attentionRow = addWithSwitch(m_attentionButton, m_announce);
    m_announce.toggle->setObjectName(u"rule:attention"_s);
    m_expectedButton = new ActionButton(ActionButton::Look::Plain, this);
    m_expectedButton->setObjectName(u"expectedButton"_s);
    m_expectedRow = addRow(m_expectedButton);
    m_staffButton = new ActionButton(ActionButton::Look::Plain, this);
    m_staffButton->setObjectName(u"staffButton"_s);
    m_staffRow = addRow(m_staffButton);
    connect(m_staffButton, &QAbstractButton::clicked, this, &RulesSettings::staffRequested);
    connect(m_attentionButton, &QAbstractButton::clicked, this, &RulesSettings::attentionRequested);
    connect(m_expectedButton, &QAbstractButton::clicked, this, &RulesSettings::expectedRequested);
}

void RulesSettings::makeTimes()
{
    m_stay = new QSpinBox(this);
    m_stay->setObjectName(u"rule:minimumStay"_s);
    m_stay->setRange(0, VenueRules::longestMinimumStayMinutes);
    m_stay->setFont(textFont(tokens::bodyText));
    m_stay->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_stay->setMinimumWidth(textScaled(120));
    m_stayRow = addRow(m_stay);
    connect(m_stay, &QSpinBox::valueChanged, this, [this](int minutes) {
        changeRules([minutes](VenueRules &rules) { rules.minimumStayMinutes = minutes; });
    });
    makeExit();
}

/// A time counts when it is written to its end: on the way to 17:30 stands one o'clock.
void RulesSettings::makeExit()
{
    auto *pair = new QWidget(this);
    m_exit = new Toggle(pair);
    m_exit->setObjectName(u"rule:automaticExit"_s);
    m_exitAt = new QLineEdit(pair);
    m_exitAt->setObjectName(u"rule:automaticExitAt"_s);
    m_exitAt->setMaxLength(longestTime);
    m_exitAt->setFont(textFont(tokens::bodyText));
    m_exitAt->setMaximumWidth(textScaled(180));
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_exit);
    row->addWidget(m_exitAt, 1);
    row->addStretch();
    m_exitRow = addRow(pair, m_exit);
    m_exitPause.setSingleShot(true);
    m_exitPause.setInterval(typingPauseMs);
    connect(m_exit, &QAbstractButton::toggled, this, [this](bool on) {
        m_exitAt->setEnabled(on);
        changeRules([this, on](VenueRules &rules) {
            rules.automaticExitAt = on ? std::optional(m_exitTime) : std::nullopt;
        });
    });
    connect(m_exitAt, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (timeOfAsked(typed)) {
            sayExitFault({});
            m_exitPause.stop();
        } else {
            m_exitPause.start();
        }
    });
    const auto sayWrong = [this] { sayExitFault(tr("Not saved. Write for example: 17:30 or 17h30")); };
    connect(&m_exitPause, &QTimer::timeout, this, sayWrong);
    connect(m_exitAt, &QLineEdit::editingFinished, this,
            [this, sayWrong] { timeOfAsked(m_exitAt->text()) ? takeExit() : sayWrong(); });
}

void RulesSettings::takeExit()
{
    const QTime typed = *timeOfAsked(m_exitAt->text());
    m_exitTime = QTime(typed.hour(), typed.minute());
    m_exitPause.stop();
    sayExitFault({});
    m_exitAt->setText(timeText(m_exitTime));
    if (m_exit->isChecked())
        changeRules([this](VenueRules &rules) { rules.automaticExitAt = m_exitTime; });
}

void RulesSettings::sayExitFault(const QString &fault)
{
    m_exitRow->setFault(fault);
    m_exitAt->setAccessibleDescription(fault);
}

/// The page may go before the keyboard leaves the field. What could not be read is typed anew by whoever
/// comes next.
void RulesSettings::hideEvent(QHideEvent *event)
{
    SettingsSection::hideEvent(event);
    m_fields->commit();
    if (event->spontaneous())
        return;
    if (m_exitAt->isModified() && timeOfAsked(m_exitAt->text()))
        return takeExit();
    m_exitPause.stop();
    sayExitFault({});
    m_exitAt->setText(timeText(m_exitTime));
}

void RulesSettings::makeHours()
{
    m_hours = new QLineEdit(this);
    m_hours->setObjectName(u"hoursEdit"_s);
    m_hoursRow = addWithSwitch(m_hours, m_outsideHours);
    m_outsideHours.toggle->setObjectName(u"rule:outsideHours"_s);
    connect(m_outsideHours.toggle, &QAbstractButton::toggled, this, &RulesSettings::sayHours);
    const auto take = [](const QString &typed, Venue &venue) {
        const std::optional<OpeningHours> hours = OpeningHours::fromString(typed.simplified());
        if (!hours)
            return tr("Not saved: this is not clear. Use 24-hour times, for example: Mo-Su 7h-17h, or Mo-Fr "
                      "07:00-17:00; Sa 07:00-11:30; Su closed");
        venue.openingHours = *hours;
        return QString();
    };
    const auto text = [](const Venue &venue) { return openingHoursText(venue.openingHours); };
    m_fields->add(m_hoursRow, m_hours, {take, text});
}

void RulesSettings::makeCapacity()
{
    m_capacity = new QLineEdit(this);
    m_capacity->setObjectName(u"capacityEdit"_s);
    m_capacity->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_capacityRow = addWithSwitch(m_capacity, m_whenFull);
    m_whenFull.toggle->setObjectName(u"rule:capacity"_s);
    const auto take = [](const QString &typed, Venue &venue) {
        bool isNumber = true;
        const QString digits = typed.simplified();
        const int capacity = digits.isEmpty() ? 0 : digits.toInt(&isNumber);
        if (!isNumber || capacity < 0 || capacity > largestCapacity)
            return tr("This is no number of people.");
        venue.capacity = capacity;
        return QString();
    };
    const auto text = [](const Venue &venue) {
        return venue.capacity > 0 ? QString::number(venue.capacity) : QString();
    };
    m_fields->add(m_capacityRow, m_capacity, {take, text});
}

QString RulesSettings::title() const
{
    return tr("Rules");
}

void RulesSettings::setVenue(const Venue &venue)
{
    m_fields->setVenue(venue);
    sayVenue();
}

/// Nothing is kept of a venue before it has a name.
bool RulesSettings::isUnnamed() const
{
    return m_fields->venue().name.isEmpty() && preferences().venue.isEmpty();
}

QString RulesSettings::unnamedWords()
{
    return tr("Not kept yet: give the venue a name first (Venue), then write this again.");
}

/// What becomes of the hours, in words beside their switch.
void RulesSettings::sayHours()
{
    const bool some = !m_fields->venue().openingHours.isEmpty();
    const QString note = some && isUnnamed() ? unnamedWords()
                         : !some ? tr("Mo Tu We Th Fr Sa Su, or T2 to T7 and CN. Empty: nobody is asked.")
                         : m_outsideHours.toggle->isChecked()
                             ? tr("Outside these hours the desk is asked first.")
                             : tr("Switched off: nobody is asked outside these hours.");
    m_hoursRow->setWords(tr("Opening hours"), note, tr("outside open closed day night"));
}

/// What the switches go by, for whoever hears them.
void RulesSettings::sayVenue()
{
    sayHours();
    const QString hours = openingHoursText(m_fields->venue().openingHours);
    m_outsideHours.toggle->setAccessibleDescription(
        hours.isEmpty() ? tr("No opening hours are set yet: nobody is asked.") : tr("Open: %1").arg(hours));
    const int capacity = m_fields->venue().capacity;
    m_capacityRow->setWords(tr("Capacity"),
                            capacity > 0 && isUnnamed()
                                ? unnamedWords()
                                : tr("How many people may be inside at once. Empty: nobody is warned."),
                            tr("people limit full"));
    m_whenFull.toggle->setAccessibleDescription(capacity > 0 ? tr("%n person(s) at once", nullptr, capacity)
                                                             : tr("No limit is set yet: nobody is warned."));
}

void RulesSettings::setCounts(int attention, int expected)
{
    m_attention = attention;
    m_expected = expected;
    sayCounts();
}

void RulesSettings::sayCounts()
{
    m_attentionButton->setLabel(m_attention > 0 ? tr("Open the list (%1)").arg(m_attention)
                                                : tr("Open the list"));
    m_attentionButton->setAccessibleName(tr("Attention list") + u", "_s + m_attentionButton->text());
    m_expectedButton->setLabel(m_expected > 0 ? tr("Open the list (%1 today)").arg(m_expected)
                                              : tr("Open the list"));
    m_expectedButton->setAccessibleName(tr("Expected visitors") + u", "_s + m_expectedButton->text());
}

void RulesSettings::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_stay), QSignalBlocker(m_exit)};
    if (!m_stay->hasFocus())
        m_stay->setValue(rules().minimumStayMinutes);
    m_exit->setChecked(rules().automaticExitAt.has_value());
    m_exitAt->setEnabled(rules().automaticExitAt.has_value());
    if (rules().automaticExitAt)
        m_exitTime = *rules().automaticExitAt;
    if (!m_exitAt->hasFocus() && !m_exitRow->hasFault())
        m_exitAt->setText(timeText(m_exitTime));
    for (const Switch *each : {&m_announce, &m_outsideHours, &m_whenFull}) {
        const QSignalBlocker blocker(each->toggle);
        each->toggle->setChecked(rules().*each->rule);
        each->toggle->update();
    }
    m_fields->fill();
    sayHours();
}

void RulesSettings::retranslate()
{
    m_staffRow->setWords(tr("Staff"), tr("They come and go at any hour and are not asked about their visit."),
                         tr("employees colleagues mark who belongs to the venue"));
    m_staffButton->setLabel(tr("Open the list"));
    m_staffButton->setAccessibleName(tr("Staff") + u", "_s + m_staffButton->text());
    m_attentionRow->setWords(tr("Attention list"), tr("People the desk should be alerted to."),
                             tr("warning ban watch"));
    m_expectedRow->setWords(tr("Expected visitors"), tr("Typed in, pasted from Excel, or from a CSV file."),
                            tr("guests appointment invited"));
    m_stayRow->setWords(
        tr("Ask about a second scan within"),
        tr("Whoever came in and scans again so soon is not written out: the desk asks first."),
        tr("minutes repeat"));
    m_stay->setSuffix(tr(" min"));
    m_exitRow->setWords(tr("Automatic exit"),
                        tr("Anyone still inside then is recorded as having left, marked as estimated."),
                        tr("closing evening estimated"));
    m_exit->setLabel(tr("Every day at"));
    m_exitAt->setAccessibleName(tr("Time of the automatic exit"));
    m_exitAt->setPlaceholderText(tr("17:30 or 17h30"));
    retranslateVenue();
    sayCounts();
}

void RulesSettings::retranslateVenue()
{
    sayHours();
    sayVenue(); // rows first: their names are part of those of the switches
    m_hours->setPlaceholderText(tr("Mo-Fr 7h-17h; Sa 7h-11h30"));
    const auto name = [](const Switch &each, const SettingRow *row, const QString &words) {
        each.toggle->setLabel(words);
        each.toggle->setAccessibleName(row->label() + u", "_s + words);
    };
    name(m_announce, m_attentionRow, tr("Tell the desk when they come"));
    name(m_outsideHours, m_hoursRow, tr("When closed, ask the desk first"));
    name(m_whenFull, m_capacityRow, tr("Warn when the venue is full"));
}

} // namespace checkpoint
