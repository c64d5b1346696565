#include "ui/settingsview/operatorform.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/questionkeys.h"
#include "ui/common/theme.h"
#include "ui/settingsview/besideline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 80;
constexpr int longestPin = 200;
constexpr int fieldWidth = 200; ///< the least beside others
constexpr int hintWidth = 240;

QLineEdit *makeLine(const QString &name, int longest, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setMaxLength(longest);
    return line;
}

QLineEdit *makePin(const QString &name, QWidget *parent)
{
    QLineEdit *line = makeLine(name, longestPin, parent);
    line->setEchoMode(QLineEdit::Password);
    return line;
}

QLabel *makeHint(QWidget *parent)
{
    auto *hint = new QLabel(parent);
    hint->setFont(textFont(tokens::noteText));
    hint->setWordWrap(true);
    setTone(hint, "quiet"_L1);
    return hint;
}

} // namespace

OperatorForm::OperatorForm(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_roleLine(new BesideLine(this))
    , m_name(makeLine(u"operatorName"_s, longestName, m_roleLine))
    , m_role(new Picker(m_roleLine))
    , m_roleMay(makeHint(m_roleLine))
    , m_pinLine(new BesideLine(this))
    , m_before(makePin(u"operatorPinBefore"_s, m_pinLine))
    , m_pin(makePin(u"operatorPinFirst"_s, m_pinLine))
    , m_again(makePin(u"operatorPinAgain"_s, m_pinLine))
    , m_pinRule(makeHint(m_pinLine))
    , m_confirm(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"operatorForm"_s);
    m_question->setObjectName(u"operatorQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setFont(textFont(tokens::bodyText, true));
    m_role->setObjectName(u"operatorRolePicker"_s);
    for (const Role role : {Role::Operator, Role::Supervisor, Role::Administrator})
        m_role->addItem({}, int(role));
    m_pinRule->setObjectName(u"operatorPinRule"_s);
    m_confirm->setObjectName(u"operatorConfirm"_s);
    m_confirm->setKeys(questionkeys::confirm(), this);
    m_leave->setObjectName(u"operatorLeave"_s);
    m_leave->setKey(Qt::Key_Escape, this);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_role)})
        m_roleLine->add(field, 3, fieldWidth);
    m_roleLine->add(m_roleMay, 4, hintWidth);
    for (QLineEdit *field : {m_before, m_pin, m_again})
        m_pinLine->add(field, 3, fieldWidth);
    m_pinLine->add(m_pinRule, 4, hintWidth);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_confirm);
    answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    answers->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, tokens::space4, 0, tokens::space4);
    column->setSpacing(tokens::space8);
    column->addWidget(m_question);
    column->addWidget(m_roleLine);
    column->addWidget(m_pinLine);
    column->addLayout(answers);
    hide();

    connect(m_leave, &QAbstractButton::clicked, this, [this] { open(About::Nothing); });
    connect(m_confirm, &QAbstractButton::clicked, this, &OperatorForm::confirm);
    for (QLineEdit *line : {m_name, m_before, m_pin, m_again})
        connect(line, &QLineEdit::returnPressed, this, &OperatorForm::confirm);
    connect(m_role, &QComboBox::currentIndexChanged, this,
            [this] { m_roleMay->setText(roleMay(Role(m_role->currentData().toInt()))); });
}

void OperatorForm::setOperators(const QList<DeskOperator> &operators)
{
    m_operators = operators;
}

void OperatorForm::open(About about, const std::optional<DeskOperator> &who)
{
    m_about = about;
    m_who = who ? who->name : QString();
    setBusy(false);
    for (QLineEdit *line : {m_name, m_before, m_pin, m_again})
        line->clear();
    m_role->setCurrentIndex(about == About::Add && m_operators.isEmpty() ? 2
                            : about == About::Role && who                ? int(who->role) - 1
                                                                         : 0);
    showParts();
    QWidget *const focus = about == About::Add       ? static_cast<QWidget *>(m_name)
                           : about == About::Pin     ? m_pin
                           : about == About::OwnPin  ? m_before
                           : about == About::Role    ? static_cast<QWidget *>(m_role)
                           : about == About::Nothing ? nullptr
                                                     : m_leave;
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
    emit opened(about != About::Nothing);
}

void OperatorForm::takeBack()
{
    setBusy(false);
    m_before->clear();
    if (isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

void OperatorForm::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_before->setFocus(Qt::OtherFocusReason); // the keyboard stays here
    for (QLineEdit *each : {m_before, m_pin, m_again})
        each->setReadOnly(busy);
    for (ActionButton *each : {m_confirm, m_leave}) // what is under way comes to its end
        each->setEnabled(!busy);
}

bool OperatorForm::asksPins() const
{
    return m_about == About::Add || m_about == About::Pin || m_about == About::OwnPin;
}

void OperatorForm::showParts()
{
    const bool role = (m_about == About::Add && !m_operators.isEmpty()) || m_about == About::Role;
    m_name->setVisible(m_about == About::Add);
    m_role->setVisible(role);
    m_roleMay->setVisible(role);
    m_roleMay->setText(roleMay(Role(m_role->currentData().toInt())));
    m_roleLine->setVisible(role || m_about == About::Add);
    m_before->setVisible(m_about == About::OwnPin);
    m_pinLine->setVisible(asksPins());
    const QString pin = m_about == About::OwnPin ? tr("New PIN") : tr("PIN or password");
    m_pin->setPlaceholderText(pin);
    m_pin->setAccessibleName(pin);
    askQuestion();
    const bool typed = m_about == About::Add || asksPins();
    m_confirm->setKeyHint(typed ? keyText(Qt::Key_Return) : questionkeys::hint(questionkeys::confirm()));
    setVisible(m_about != About::Nothing);
}

void OperatorForm::askQuestion()
{
    const bool first = m_operators.isEmpty();
    switch (m_about) {
    case About::Nothing:
    case About::Add:
        m_question->setText(
            first ? tr("The first operator is an administrator. From then on everybody signs in "
                       "with a PIN.")
                  : tr("A new operator"));
        m_confirm->setLabel(first ? tr("Begin with sign-in") : tr("Add"));
        break;
    case About::Pin:
    case About::OwnPin:
        m_question->setText(tr("A new PIN for %1").arg(m_who));
        m_confirm->setLabel(tr("Set the PIN"));
        break;
    case About::Role:
        m_question->setText(tr("What may %1 do?").arg(m_who));
        m_confirm->setLabel(tr("Set the role"));
        break;
    case About::Remove:
        m_question->setText(tr("Remove %1? What they recorded stays.").arg(m_who));
        m_confirm->setLabel(tr("Remove"));
        break;
    case About::End:
        m_question->setText(tr("Work without sign-in? All operators and their PINs go, and everybody at this "
                               "computer may then see, change and export everything."));
        m_confirm->setLabel(tr("Work without sign-in"));
        break;
    }
}

/// What is wrong with what was typed; empty when nothing is.
QString OperatorForm::fault() const
{
    const QString name = m_name->text().simplified();
    const bool taken = std::ranges::find(m_operators, name, &DeskOperator::name) != m_operators.end();
    if (m_about == About::Add && name.isEmpty())
        return tr("The operator needs a name.");
    if (m_about == About::Add && taken)
        return tr("There is an operator of this name.");
    if (m_about == About::OwnPin && m_before->text().isEmpty())
        return tr("Type the PIN that you have now as well.");
    if (const QString wrong = asksPins() ? ofPins() : QString(); !wrong.isEmpty())
        return wrong;
    if (losesLast())
        return tr("%1 is the last administrator. Make somebody else an administrator first.").arg(m_who);
    return {};
}

QString OperatorForm::ofPins() const
{
    if (const QString wrong = pinFaultText(m_pin->text()); !wrong.isEmpty())
        return wrong;
    if (m_again->text().isEmpty())
        return tr("Type the PIN a second time, to be sure of it.");
    return m_pin->text() == m_again->text() ? QString() : tr("The two PINs differ. Type both again.");
}

bool OperatorForm::losesLast() const
{
    const auto isAdministrator = [](const DeskOperator &each) { return each.role == Role::Administrator; };
    const auto who = std::ranges::find(m_operators, m_who, &DeskOperator::name);
    const bool removes = m_about == About::Remove && m_operators.size() > 1;
    const bool lowers = m_about == About::Role && Role(m_role->currentData().toInt()) != Role::Administrator;
    return (removes || lowers) && who != m_operators.end() && isAdministrator(*who) &&
           std::ranges::count_if(m_operators, isAdministrator) == 1;
}

void OperatorForm::confirm()
{
    if (m_about == About::Nothing || m_busy)
        return;
    if (const QString wrong = fault(); !wrong.isEmpty()) {
        emit faultFound(wrong);
        return;
    }
    const About about = m_about;
    const Role role = m_operators.isEmpty() ? Role::Administrator : Role(m_role->currentData().toInt());
    const QString name = about == About::Add ? m_name->text().simplified() : m_who;
    const QString pin = m_pin->text();
    if (about == About::OwnPin) {
        setBusy(true);
        emit ownPinWanted(m_before->text(), pin);
        return;
    }
    open(About::Nothing);
    if (about == About::Add)
        emit addWanted(name, role, pin);
    else if (about == About::Pin)
        emit pinWanted(name, pin);
    else if (about == About::Role)
        emit roleWanted(name, role);
    else if (about == About::Remove)
        emit removeWanted(name);
    else
        emit endWanted();
}

void OperatorForm::retranslate()
{
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_role->setAccessibleName(tr("Role"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, roleWord(Role(m_role->itemData(i).toInt())));
    m_before->setPlaceholderText(tr("Your PIN so far"));
    m_before->setAccessibleName(tr("Your PIN so far"));
    m_pin->setAccessibleDescription(pinRule());
    m_again->setPlaceholderText(tr("The same again"));
    m_again->setAccessibleName(tr("The same again"));
    m_leave->setLabel(tr("Leave it"));
    m_pinRule->setText(pinRule());
    showParts();
}

} // namespace checkpoint
