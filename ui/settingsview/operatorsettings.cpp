#include "ui/settingsview/operatorsettings.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/settingsview/besideline.h"
#include "ui/settingsview/operatorform.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"
#include "ui/settingsview/sheetreminder.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostLines = 4;                              ///< of operators; others are scrolled to
constexpr int patiences[] = {1, 2, 5, 10, 15, 30, 60, 0}; ///< minutes; 0: never

ActionButton *makeButton(const QString &name, QWidget *parent)
{
    auto *button = new ActionButton(ActionButton::Look::Plain, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

OperatorSettings::OperatorSettings(QWidget *parent)
    : SettingsSection(u"operatorSettings"_s, "operators"_L1, parent)
{
    m_listRow = addRow(makeList(), m_table);
    m_own = makeButton(u"operatorOwnPin"_s, this);
    m_ownRow = addRow(m_own);
    m_form = new OperatorForm(this);
    rows()->addWidget(m_form);
    m_said = new QLabel(this);
    m_said->setObjectName(u"operatorSaid"_s);
    m_said->setWordWrap(true);
    m_said->hide();
    rows()->addWidget(m_said);
    m_reminder = new SheetReminder(this);
    m_reminder->hide();
    rows()->addWidget(m_reminder);
    connect(m_reminder, &SheetReminder::sheetWanted, this, &OperatorSettings::sheetWanted);
    connect(m_reminder, &SheetReminder::dismissed, this, &OperatorSettings::takeSheetSaved);
    addRule();
    m_idle = new Picker(this);
    m_idle->setObjectName(u"lockAfterPicker"_s);
    for (const int minutes : patiences)
        m_idle->addItem({}, minutes);
    m_idle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_idleRow = addRow(m_idle);
    m_end = makeButton(u"operatorsEnd"_s, this);
    m_endRow = addRow(m_end);

    connect(m_idle, &QComboBox::activated, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.lockAfterMinutes = patiences[index]; });
    });
    connect(m_end, &QAbstractButton::clicked, this, [this] { m_form->open(OperatorForm::About::End); });
    connect(m_own, &QAbstractButton::clicked, this,
            [this] { m_form->open(OperatorForm::About::OwnPin, m_current); });
    connectForm();
}

QWidget *OperatorSettings::makeList()
{
    auto *list = new QWidget(this);
    std::tie(m_table, m_model) = makeSettingTable(list, u"operatorTable"_s, 2, 0);
    m_add = makeButton(u"operatorAdd"_s, list);
    m_pinButton = makeButton(u"operatorPin"_s, list);
    m_roleButton = makeButton(u"operatorRole"_s, list);
    m_remove = makeButton(u"operatorRemove"_s, list);
    auto *buttons = new BesideLine(list);
    for (const auto &[one, other] : {std::pair(m_add, m_pinButton), std::pair(m_roleButton, m_remove)}) {
        auto *pair = new QWidget(buttons);
        auto *line = new QHBoxLayout(pair);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(tokens::space8);
        line->addWidget(one);
        line->addWidget(other);
        line->addStretch();
        buttons->add(pair, one == m_add ? 0 : 1);
    }
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addWidget(buttons);
    connect(m_add, &QAbstractButton::clicked, this, [this] { m_form->open(OperatorForm::About::Add); });
    connect(m_pinButton, &QAbstractButton::clicked, this, &OperatorSettings::askPin);
    connect(m_roleButton, &QAbstractButton::clicked, this,
            [this] { m_form->open(OperatorForm::About::Role, chosen()); });
    connect(m_remove, &QAbstractButton::clicked, this,
            [this] { m_form->open(OperatorForm::About::Remove, chosen()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OperatorSettings::chosenChanged);
    return list;
}

void OperatorSettings::connectForm()
{
    connect(m_form, &OperatorForm::opened, this, [this](bool isOpen) {
        if (isOpen)
            m_said->hide();
        showReminder();
    });
    connect(m_form, &OperatorForm::faultFound, this,
            [this](const QString &fault) { say(fault, "refused"_L1); });
    // A PIN is made hard to guess, which takes the computer some seconds.
    connect(m_form, &OperatorForm::addWanted, this,
            [this](const QString &name, Role role, const QString &pin) {
                m_beginsSignIn = m_operators.isEmpty();
                say(m_beginsSignIn ? tr("Setting up sign-in …") : tr("Setting the PIN …"), "quiet"_L1);
                emit addWanted(name, role, pin);
            });
    connect(m_form, &OperatorForm::pinWanted, this, [this](const QString &name, const QString &pin) {
        say(tr("Setting the PIN …"), "quiet"_L1);
        emit pinWanted(name, pin);
    });
    connect(m_form, &OperatorForm::ownPinWanted, this, [this](const QString &before, const QString &pin) {
        say(tr("Setting the PIN …"), "quiet"_L1);
        emit ownPinWanted(before, pin);
    });
    connect(m_form, &OperatorForm::roleWanted, this, &OperatorSettings::roleWanted);
    connect(m_form, &OperatorForm::removeWanted, this, &OperatorSettings::removeWanted);
    connect(m_form, &OperatorForm::endWanted, this, &OperatorSettings::endWanted);
}

QString OperatorSettings::title() const
{
    return tr("Operators");
}

void OperatorSettings::setOperators(const QList<DeskOperator> &operators,
                                    const std::optional<DeskOperator> &current)
{
    const bool same = operators == m_operators;
    m_operators = operators;
    const bool left = m_current && m_current != current;
    if (m_faultSaid && current != m_current) // of what somebody else typed, or oneself before
        m_said->hide();
    m_current = current;
    m_form->setOperators(operators);
    if (left) // what was begun was begun by somebody else
        m_form->open(OperatorForm::About::Nothing);
    if (!same)
        retranslate();
    fill();
}

std::optional<DeskOperator> OperatorSettings::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.front().row() >= m_operators.size())
        return std::nullopt;
    return m_operators[rows.front().row()];
}

void OperatorSettings::chosenChanged()
{
    const std::optional<DeskOperator> who = chosen();
    for (ActionButton *button : {m_pinButton, m_roleButton, m_remove})
        button->setEnabled(who.has_value());
    // Everybody may give themselves another PIN.
    const bool own = who && m_current && who->id == m_current->id;
    const bool may = m_operators.isEmpty() || own || (m_current && mayDo(m_current->role, Deed::Operators));
    m_pinButton->setWhoMay(may ? QString() : whoMay(Deed::Operators));
}

/// Of one's own the PIN so far is asked, wherever that was begun.
void OperatorSettings::askPin()
{
    const std::optional<DeskOperator> who = chosen();
    const bool own = who && m_current && who->id == m_current->id;
    m_form->open(own ? OperatorForm::About::OwnPin : OperatorForm::About::Pin, who);
}

void OperatorSettings::fill()
{
    const std::optional<DeskOperator> before = chosen();
    m_model->setRowCount(0);
    for (const DeskOperator &each : std::as_const(m_operators)) {
        auto *name = new QStandardItem(each.name);
        name->setData(true, StrongRole);
        m_model->appendRow({name, new QStandardItem(roleWord(each.role))});
        if (before ? before->id == each.id : m_current && m_current->id == each.id)
            m_table->selectRow(m_model->rowCount() - 1);
    }
    m_table->resizeColumnToContents(1);
    const int lines = std::clamp(int(m_operators.size()), 2, mostLines);
    m_table->setFixedHeight(m_table->horizontalHeader()->maximumHeight() +
                            lines * m_table->verticalHeader()->defaultSectionSize());
    const bool some = !m_operators.isEmpty();
    m_table->setVisible(some);
    for (ActionButton *button : {m_pinButton, m_roleButton, m_remove})
        button->setVisible(some);
    m_ownRow->setEnabled(m_current.has_value());
    showReminder();
    m_idleRow->setEnabled(leads());
    m_endRow->setEnabled(some);
    m_end->setEnabled(some);
    const auto patience = std::ranges::find(patiences, preferences().lockAfterMinutes);
    m_idle->setCurrentIndex(patience == std::end(patiences) ? 2 : int(patience - std::begin(patiences)));
    chosenChanged();
}

bool OperatorSettings::leads() const
{
    return !m_operators.isEmpty() && m_current && mayDo(m_current->role, Deed::Operators);
}

/// One thing at a time.
void OperatorSettings::showReminder()
{
    m_reminder->setVisible(leads() && preferences().sheetReminder &&
                           m_form->about() == OperatorForm::About::Nothing);
}

void OperatorSettings::takeSheetSaved()
{
    remind(false);
}

void OperatorSettings::remind(bool wanted)
{
    if (preferences().sheetReminder == wanted)
        return;
    change([wanted](DeskPreferences &preferences) { preferences.sheetReminder = wanted; });
    fill();
}

/// What was answered to one person is no news to the next who opens the page.
void OperatorSettings::hideEvent(QHideEvent *event)
{
    SettingsSection::hideEvent(event);
    if (!event->spontaneous())
        m_said->hide();
}

void OperatorSettings::showDone()
{
    if (m_form->isBusy()) {
        const bool focused = m_form->isAncestorOf(QApplication::focusWidget());
        m_form->open(OperatorForm::About::Nothing);
        if (focused)
            m_own->setFocus(Qt::OtherFocusReason);
    }
    say(tr("Done."), "in"_L1);
    if (std::exchange(m_beginsSignIn, false))
        remind(true);
}

void OperatorSettings::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    if (m_form->isBusy()) {
        m_form->takeBack();
        say(error.code == ErrorCode::PinWrong ? tr("This is not your PIN so far. Nothing was changed. After "
                                                   "each wrong one the next takes longer.")
                                              : text.happened + u' ' + text.todo,
            "refused"_L1);
        return;
    }
    say(text.happened + u' ' + text.kept + u' ' + text.todo, "refused"_L1);
}

void OperatorSettings::say(const QString &words, QLatin1StringView tone)
{
    m_said->setText(words);
    setTone(m_said, tone);
    m_said->show();
    m_faultSaid = tone == "refused"_L1;
}

void OperatorSettings::retranslate()
{
    const bool some = !m_operators.isEmpty();
    m_listRow->setWords(tr("Who works here"),
                        some ? tr("F8 changes who is signed in, Ctrl+L locks the desk.")
                             : tr("Nobody signs in: everybody at this computer may see, change and export "
                                  "everything."),
                        tr("sign in login user password PIN role administrator supervisor rights"));
    m_table->setAccessibleName(tr("Operators"));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Role")});
    m_add->setLabel(some ? tr("Add an operator") : tr("Set up sign-in"));
    m_pinButton->setLabel(tr("New PIN"));
    m_roleButton->setLabel(tr("Change the role"));
    m_remove->setLabel(tr("Remove"));
    m_ownRow->setWords(tr("My PIN"), tr("Of whoever is signed in."), tr("change own PIN password"));
    m_own->setLabel(tr("Change my PIN…"));
    m_form->retranslate();
    m_reminder->retranslate();
    m_idleRow->setWords(
        tr("Lock by itself"),
        tr("When nobody has touched keys or mouse for so long. Scanning goes on, the data are "
           "hidden."),
        tr("idle timeout screen saver minutes"));
    for (int i = 0; i < m_idle->count(); ++i)
        m_idle->setItemText(i, patiences[i] == 0 ? tr("Never") : tr("After %1 min").arg(patiences[i]));
    m_endRow->setWords(tr("Without sign-in"), tr("For an office where one person works."),
                       tr("turn off sign-in single person"));
    m_end->setLabel(tr("Work without sign-in"));
}

} // namespace checkpoint
