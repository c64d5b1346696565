#include "ui/settingsview/rulessettings.h"

#include "core/desk/typedtext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/purposetext.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/venuetext.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

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
    : SettingsSection(u"rulesSettings"_s, "rules"_L1, parent)
    , m_asked{{{&VenueRules::purpose}, {&VenueRules::host}, {&VenueRules::phone}, {&VenueRules::birthYear}}}
    , m_switches{
          {{&VenueRules::outsideHoursAsks}, {&VenueRules::capacityWarning}, {&VenueRules::attentionEnabled}}}
{
    makeLists();
    addRule();
    makeAsked();
    addRule();
    makeTimes();
    makeSwitches();
}

void RulesSettings::makeAsked()
{
    m_requiredMeans = addAside(u"requiredMeans"_s);
    constexpr QLatin1StringView names[] = {"purpose"_L1, "host"_L1, "phone"_L1, "birthYear"_L1};
    for (size_t i = 0; i < m_asked.size(); ++i) {
        Asked &asked = m_asked[i];
        asked.choice = new ChoiceRow(3, this);
        asked.choice->setObjectName(u"rule:"_s + names[i]);
        asked.row = addRow(asked.choice);
        connect(asked.choice, &ChoiceRow::chosen, this, [this, rule = asked.rule](int index) {
            edit([rule, index](VenueRules &rules) { rules.*rule = FieldRule(index); });
        });
    }
    m_purposes = new QLineEdit(this);
    m_purposes->setObjectName(u"rule:purposes"_s);
    m_purposesRow = addRow(m_purposes);
    connect(m_purposes, &QLineEdit::editingFinished, this, [this] {
        const QStringList purposes = purposesFromText(m_purposes->text());
        if (purposes != offeredPurposes(m_rules))
            edit([&purposes](VenueRules &rules) { rules.purposes = purposes; });
        sayPurposes();
    });
    m_declaration = new ChoiceRow(3, this);
    m_declaration->setObjectName(u"rule:declaration"_s);
    m_declarationRow = addRow(m_declaration);
    connect(m_declaration, &ChoiceRow::chosen, this, [this](int index) {
        edit([index](VenueRules &rules) { rules.declaration = DeclarationRule(index); });
    });
    m_certificate = new ChoiceRow(3, this);
    m_certificate->setObjectName(u"rule:certificate"_s);
    m_certificateRow = addRow(m_certificate);
    connect(m_certificate, &ChoiceRow::chosen, this, [this](int index) {
        edit([index](VenueRules &rules) { rules.certificate = CertificateRule(index); });
    });
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
        edit([minutes](VenueRules &rules) { rules.minimumStayMinutes = minutes; });
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
        edit([this, on](VenueRules &rules) {
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
        edit([this](VenueRules &rules) { rules.automaticExitAt = m_exitTime; });
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
    if (event->spontaneous())
        return;
    if (m_exitAt->isModified() && timeOfAsked(m_exitAt->text()))
        return takeExit();
    m_exitPause.stop();
    sayExitFault({});
    m_exitAt->setText(timeText(m_exitTime));
}

void RulesSettings::makeSwitches()
{
    constexpr QLatin1StringView names[] = {"outsideHours"_L1, "capacity"_L1, "attention"_L1};
    for (size_t i = 0; i < m_switches.size(); ++i) {
        Switch &each = m_switches[i];
        auto *pair = new QWidget(this);
        each.toggle = new Toggle(pair);
        each.toggle->setObjectName(u"rule:"_s + names[i]);
        auto *column = new QVBoxLayout(pair);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(tokens::space4);
        column->addWidget(each.toggle);
        if (each.rule != &VenueRules::attentionEnabled) {
            each.goTo = new ActionButton(ActionButton::Look::Plain, pair);
            each.goTo->setObjectName(u"goTo:"_s + names[i]);
            column->addWidget(each.goTo, 0, Qt::AlignLeft);
        }
        each.row = addRow(pair, each.toggle);
        connect(each.toggle, &QAbstractButton::toggled, this, [this, rule = each.rule](bool on) {
            edit([rule, on](VenueRules &rules) { rules.*rule = on; });
        });
    }
    connect(m_switches[0].goTo, &QAbstractButton::clicked, this, &RulesSettings::hoursRequested);
    connect(m_switches[1].goTo, &QAbstractButton::clicked, this, &RulesSettings::capacityRequested);
}

void RulesSettings::makeLists()
{
    m_attentionButton = new ActionButton(ActionButton::Look::Plain, this);
    m_attentionButton->setObjectName(u"attentionButton"_s);
    m_attentionRow = addRow(m_attentionButton);
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

void RulesSettings::edit(const std::function<void(VenueRules &)> &edit)
{
    VenueRules rules = m_rules;
    edit(rules);
    if (rules == m_rules)
        return;
    m_rules = rules;
    emit rulesChanged(m_rules);
}

QString RulesSettings::title() const
{
    return tr("Rules");
}

void RulesSettings::setRules(const VenueRules &rules)
{
    m_rules = rules;
    fill();
}

void RulesSettings::setVenue(const Venue &venue)
{
    m_venue = venue;
    sayVenue();
}

void RulesSettings::showHoursSwitch()
{
    m_switches[0].toggle->setFocus(Qt::TabFocusReason);
}

void RulesSettings::showCapacitySwitch()
{
    m_switches[1].toggle->setFocus(Qt::TabFocusReason);
}

void RulesSettings::sayVenue()
{
    const QString hours = openingHoursText(m_venue.openingHours);
    m_switches[0].row->setWords(tr("Outside the opening hours"),
                                hours.isEmpty() ? tr("No opening hours are set yet: nobody is asked.")
                                                : tr("Open: %1").arg(hours));
    m_switches[1].row->setWords(tr("Capacity"), m_venue.capacity > 0
                                                    ? tr("%n person(s) at once", nullptr, m_venue.capacity)
                                                    : tr("No limit is set yet: nobody is warned."));
    m_switches[0].goTo->setLabel(hours.isEmpty() ? tr("Set the opening hours")
                                                 : tr("Change the opening hours"));
    m_switches[1].goTo->setLabel(m_venue.capacity > 0 ? tr("Change the capacity") : tr("Write the capacity"));
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

void RulesSettings::sayPurposes()
{
    m_purposes->setText(offeredPurposes(m_rules).join(u", "_s));
    m_purposes->setCursorPosition(0);
}

void RulesSettings::fill()
{
    const VenueRules rules = m_rules;
    for (const Asked &asked : m_asked)
        asked.choice->setIndex(int(rules.*asked.rule));
    if (!m_purposes->hasFocus())
        sayPurposes();
    m_declaration->setIndex(int(rules.declaration));
    m_certificate->setIndex(int(rules.certificate));
    const QSignalBlocker blockers[] = {QSignalBlocker(m_stay), QSignalBlocker(m_exit)};
    if (!m_stay->hasFocus())
        m_stay->setValue(rules.minimumStayMinutes);
    m_exit->setChecked(rules.automaticExitAt.has_value());
    m_exitAt->setEnabled(rules.automaticExitAt.has_value());
    if (rules.automaticExitAt)
        m_exitTime = *rules.automaticExitAt;
    if (!m_exitAt->hasFocus() && !m_exitRow->hasFault())
        m_exitAt->setText(timeText(m_exitTime));
    for (const Switch &each : m_switches) {
        const QSignalBlocker blocker(each.toggle);
        each.toggle->setChecked(rules.*each.rule);
        each.toggle->update();
    }
}

void RulesSettings::retranslate()
{
    m_staffRow->setWords(tr("Staff"), tr("They come and go at any hour and are asked nothing."),
                         tr("employees colleagues mark who belongs to the venue"));
    m_staffButton->setLabel(tr("Open the list"));
    m_staffButton->setAccessibleName(tr("Staff") + u", "_s + m_staffButton->text());
    m_attentionRow->setWords(tr("Attention list"), tr("People the desk should be alerted to."),
                             tr("warning ban watch"));
    m_expectedRow->setWords(tr("Expected visitors"), tr("Typed in, pasted from Excel, or from a CSV file."),
                            tr("guests appointment invited"));
    const QString asked[] = {tr("Purpose of the visit"), tr("Whom they visit"), tr("Phone"),
                             tr("Year of birth")};
    const QString onlyWithout = tr("Asked only where the code has none.");
    const QString notes[] = {{}, {}, onlyWithout, onlyWithout};
    m_requiredMeans->setText(tr("“Required”: if the desk skips the question with Esc, the entry is still "
                                "recorded and marked incomplete."));
    for (size_t i = 0; i < m_asked.size(); ++i) {
        m_asked[i].row->setWords(asked[i], notes[i], tr("ask field required"));
        m_asked[i].choice->button(int(FieldRule::Required))->setToolTip(m_requiredMeans->text());
        m_asked[i].choice->setLabels({tr("Not asked"), tr("May stay empty"), tr("Required")});
    }
    m_purposesRow->setWords(tr("Ready-made purposes"),
                            tr("Offered where a purpose is typed; commas between them."),
                            tr("reason of the visit list offer"));
    m_purposes->setPlaceholderText(tr("None are offered"));
    if (!m_purposes->hasFocus())
        sayPurposes();
    m_declarationRow->setWords(tr("Health declaration"), tr("Where the code says whether there is one."),
                               tr("epidemic admission"));
    m_declaration->setLabels({tr("Not checked"), tr("Tell the desk"), tr("Ask the desk")});
    m_certificateRow->setWords(tr("Health certificate"),
                               tr("When somebody comes in without a verified, valid one."),
                               tr("epidemic vaccination admission"));
    m_certificate->setLabels({tr("Not checked"), tr("Tell the desk"), tr("Ask the desk")});
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
    sayVenue();
    m_switches[2].row->setWords(tr("Attention"));
    const QString words[] = {tr("The desk is asked before somebody comes in"),
                             tr("Warn when the venue is full"), tr("Announce people on the attention list")};
    for (size_t i = 0; i < m_switches.size(); ++i) {
        m_switches[i].toggle->setLabel(words[i]);
        m_switches[i].toggle->setAccessibleName(m_switches[i].row->label() + u", "_s + words[i]);
    }
    sayCounts();
}

} // namespace checkpoint
