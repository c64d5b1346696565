#include "ui/settingsview/operatorsettings.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"
#include "ui/settingsview/sheetreminder.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 80;
constexpr int longestPin = 200;
constexpr int patiences[] = {1, 2, 5, 10, 15, 30, 60, 0}; ///< minutes; 0: never

ActionButton *makeButton(const QString &name, QWidget *parent,
                         ActionButton::Look look = ActionButton::Look::Plain)
{
    auto *button = new ActionButton(look, parent);
    button->setObjectName(name);
    return button;
}

QLineEdit *makeLine(const QString &name, int longest, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setMaxLength(longest);
    return line;
}

} // namespace

OperatorSettings::OperatorSettings(QWidget *parent)
    : SettingsSection(u"operatorSettings"_s, "operators"_L1, parent)
{
    m_listRow = addRow(makeList(), m_table);
    rows()->addWidget(makeForm());
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
    m_idleRow = addRow(m_idle);
    m_end = makeButton(u"operatorsEnd"_s, this);
    m_endRow = addRow(m_end);

    connect(m_idle, &QComboBox::activated, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.lockAfterMinutes = patiences[index]; });
    });
    connect(m_add, &QAbstractButton::clicked, this, [this] { open(Form::Add); });
    connect(m_pinButton, &QAbstractButton::clicked, this, [this] { open(Form::Pin); });
    connect(m_roleButton, &QAbstractButton::clicked, this, [this] { open(Form::Role); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { open(Form::Remove); });
    connect(m_end, &QAbstractButton::clicked, this, [this] { open(Form::End); });
    connect(m_leave, &QAbstractButton::clicked, this, [this] { open(Form::None); });
    connect(m_confirm, &QAbstractButton::clicked, this, &OperatorSettings::confirm);
    for (QLineEdit *line : {m_name, m_pin, m_again})
        connect(line, &QLineEdit::returnPressed, this, &OperatorSettings::confirm);
    connect(m_role, &QComboBox::currentIndexChanged, this,
            [this] { m_roleMay->setText(roleMay(Role(m_role->currentData().toInt()))); });
}

QWidget *OperatorSettings::makeList()
{
    auto *list = new QWidget(this);
    std::tie(m_table, m_model) = makeSettingTable(list, u"operatorTable"_s, 2, 0);
    m_add = makeButton(u"operatorAdd"_s, list);
    m_pinButton = makeButton(u"operatorPin"_s, list);
    m_roleButton = makeButton(u"operatorRole"_s, list);
    m_remove = makeButton(u"operatorRemove"_s, list);
    auto *first = new QHBoxLayout;
    first->setSpacing(tokens::space8);
    first->addWidget(m_add);
    first->addWidget(m_pinButton);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(tokens::space8);
    second->addWidget(m_roleButton);
    second->addWidget(m_remove);
    second->addStretch();
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OperatorSettings::chosenChanged);
    return list;
}

QWidget *OperatorSettings::makeForm()
{
    m_card = new QWidget(this);
    m_card->setObjectName(u"operatorForm"_s);
    m_question = new QLabel(m_card);
    m_question->setObjectName(u"operatorQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setFont(textFont(tokens::bodyText, true));
    m_name = makeLine(u"operatorName"_s, longestName, m_card);
    m_role = new Picker(m_card);
    m_role->setObjectName(u"operatorRolePicker"_s);
    for (const Role role : {Role::Operator, Role::Supervisor, Role::Administrator})
        m_role->addItem({}, int(role));
    m_roleMay = new QLabel(m_card);
    m_roleMay->setWordWrap(true);
    setTone(m_roleMay, "quiet"_L1);
    m_pin = makeLine(u"operatorPinFirst"_s, longestPin, m_card);
    m_again = makeLine(u"operatorPinAgain"_s, longestPin, m_card);
    for (QLineEdit *pin : {m_pin, m_again})
        pin->setEchoMode(QLineEdit::Password);
    m_pinRule = new QLabel(m_card);
    m_pinRule->setObjectName(u"operatorPinRule"_s);
    m_pinRule->setWordWrap(true);
    setTone(m_pinRule, "quiet"_L1);
    m_confirm = makeButton(u"operatorConfirm"_s, m_card, ActionButton::Look::Primary);
    m_leave = makeButton(u"operatorLeave"_s, m_card);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_confirm);
    answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    answers->addStretch();
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, tokens::space8, 0, tokens::space8);
    column->setSpacing(tokens::space8);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_question, m_name, m_role, m_roleMay, m_pinRule, m_pin, m_again})
        column->addWidget(each);
    column->addLayout(answers);
    m_card->hide();
    return m_card;
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
    if (left) // what was begun was begun by somebody else
        open(Form::None);
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
    const bool some = !m_operators.isEmpty();
    m_table->setVisible(some);
    for (ActionButton *button : {m_pinButton, m_roleButton, m_remove})
        button->setVisible(some);
    const bool leads = some && m_current && mayDo(m_current->role, Deed::Operators);
    m_reminder->setVisible(leads && preferences().sheetReminder);
    m_idleRow->setEnabled(leads);
    m_endRow->setEnabled(some);
    m_end->setEnabled(some);
    const auto patience = std::ranges::find(patiences, preferences().lockAfterMinutes);
    m_idle->setCurrentIndex(patience == std::end(patiences) ? 2 : int(patience - std::begin(patiences)));
    chosenChanged();
}

// ---- what is typed or confirmed

void OperatorSettings::open(Form form)
{
    const std::optional<DeskOperator> who = chosen();
    const bool aboutSomebody = form == Form::Pin || form == Form::Role || form == Form::Remove;
    if (aboutSomebody && !who)
        return;
    m_form = form;
    m_about = aboutSomebody ? who->name : QString();
    for (QLineEdit *line : {m_name, m_pin, m_again})
        line->clear();
    m_role->setCurrentIndex(form == Form::Add && m_operators.isEmpty() ? 2
                            : form == Form::Role                       ? int(who->role) - 1
                                                                       : 0);
    if (form != Form::None)
        m_said->hide();
    showForm();
    QWidget *const focus = form == Form::Add    ? static_cast<QWidget *>(m_name)
                           : form == Form::Pin  ? m_pin
                           : form == Form::Role ? static_cast<QWidget *>(m_role)
                           : form == Form::None ? nullptr
                                                : m_leave;
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void OperatorSettings::showForm()
{
    const bool first = m_operators.isEmpty();
    const bool pins = m_form == Form::Add || m_form == Form::Pin;
    m_card->setVisible(m_form != Form::None);
    m_name->setVisible(m_form == Form::Add);
    m_role->setVisible((m_form == Form::Add && !first) || m_form == Form::Role);
    m_roleMay->setVisible(m_role->isVisibleTo(m_card));
    m_roleMay->setText(roleMay(Role(m_role->currentData().toInt())));
    m_pinRule->setVisible(pins);
    m_pin->setVisible(pins);
    m_again->setVisible(pins);
    switch (m_form) {
    case Form::None:
    case Form::Add:
        m_question->setText(
            first ? tr("The first operator is an administrator. From then on everybody signs in "
                       "with a PIN.")
                  : tr("A new operator"));
        m_confirm->setLabel(first ? tr("Begin with sign-in") : tr("Add"));
        break;
    case Form::Pin:
        m_question->setText(tr("A new PIN for %1").arg(m_about));
        m_confirm->setLabel(tr("Set the PIN"));
        break;
    case Form::Role:
        m_question->setText(tr("What may %1 do?").arg(m_about));
        m_confirm->setLabel(tr("Set the role"));
        break;
    case Form::Remove:
        m_question->setText(tr("Remove %1? What they recorded stays.").arg(m_about));
        m_confirm->setLabel(tr("Remove"));
        break;
    case Form::End:
        m_question->setText(tr("Work without sign-in? All operators and their PINs go, and everybody at this "
                               "computer may then see, change and export everything."));
        m_confirm->setLabel(tr("Work without sign-in"));
        break;
    }
}

/// What is wrong with what was typed; empty when nothing is.
QString OperatorSettings::fault() const
{
    const QString name = m_name->text().simplified();
    const bool pins = m_form == Form::Add || m_form == Form::Pin;
    const bool taken = std::ranges::find(m_operators, name, &DeskOperator::name) != m_operators.end();
    const auto isAdministrator = [](const DeskOperator &each) { return each.role == Role::Administrator; };
    const auto about = std::ranges::find(m_operators, m_about, &DeskOperator::name);
    const bool losesLast = about != m_operators.end() && isAdministrator(*about) &&
                           std::ranges::count_if(m_operators, isAdministrator) == 1;
    if (m_form == Form::Add && name.isEmpty())
        return tr("The operator needs a name.");
    if (m_form == Form::Add && taken)
        return tr("There is an operator of this name.");
    if (const QString wrong = pins ? pinFaultText(m_pin->text()) : QString(); !wrong.isEmpty())
        return wrong;
    if (pins && m_pin->text() != m_again->text())
        return tr("The two PINs differ. Type both again.");
    const bool removes = m_form == Form::Remove && m_operators.size() > 1;
    const bool lowers = m_form == Form::Role && Role(m_role->currentData().toInt()) != Role::Administrator;
    if (losesLast && (removes || lowers))
        return tr("%1 is the last administrator. Make somebody else an administrator first.").arg(m_about);
    return {};
}

void OperatorSettings::confirm()
{
    if (m_form == Form::None)
        return;
    if (const QString wrong = fault(); !wrong.isEmpty()) {
        say(wrong, "refused"_L1);
        return;
    }
    const Form form = m_form;
    const Role role = m_operators.isEmpty() ? Role::Administrator : Role(m_role->currentData().toInt());
    const QString name = form == Form::Add ? m_name->text().simplified() : m_about;
    const QString pin = m_pin->text();
    m_beginsSignIn = form == Form::Add && m_operators.isEmpty();
    open(Form::None);
    // A PIN is made hard to guess, which takes the computer some seconds.
    if (m_beginsSignIn)
        say(tr("Setting up sign-in …"), "quiet"_L1);
    else if (form == Form::Add || form == Form::Pin)
        say(tr("Setting the PIN …"), "quiet"_L1);
    if (form == Form::Add)
        emit addWanted(name, role, pin);
    else if (form == Form::Pin)
        emit pinWanted(name, pin);
    else if (form == Form::Role)
        emit roleWanted(name, role);
    else if (form == Form::Remove)
        emit removeWanted(name);
    else
        emit endWanted();
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
    say(tr("Done."), "in"_L1);
    if (std::exchange(m_beginsSignIn, false))
        remind(true);
}

void OperatorSettings::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
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
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_role->setAccessibleName(tr("Role"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, roleWord(Role(m_role->itemData(i).toInt())));
    m_pin->setPlaceholderText(tr("PIN or password"));
    m_pin->setAccessibleName(tr("PIN or password"));
    m_pin->setAccessibleDescription(pinRule());
    m_again->setPlaceholderText(tr("The same again"));
    m_again->setAccessibleName(tr("The same again"));
    m_leave->setLabel(tr("Leave it"));
    m_reminder->retranslate();
    m_pinRule->setText(pinRule());
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
    showForm();
}

} // namespace checkpoint
