#include "ui/signin/signinpanel.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestPin = 200;
constexpr int mostDigits = 9;
constexpr int leastRows = 2;
constexpr int mostRows = 5; ///< more are scrolled to

} // namespace

SignInPanel::SignInPanel(QWidget *parent)
    : OverlayPanel({Qt::Key_Up, Qt::Key_Down, Qt::Key_F8}, parent)
    , m_title(new QLabel(this))
    , m_said(new QLabel(this))
    , m_signIn(new ActionButton(ActionButton::Look::Primary, this))
    , m_forgotten(new ActionButton(ActionButton::Look::Quiet, this))
    , m_lock(new ActionButton(ActionButton::Look::Plain, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"signInPanel"_s);
    makeAnnouncing(m_said);
    m_title->setObjectName(u"signInTitle"_s);
    m_title->setFont(textFont(tokens::headingText, true));
    m_said->setObjectName(u"signInSaid"_s);
    m_said->setFont(textFont(tokens::noteText));
    m_said->setWordWrap(true);
    m_said->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_said->setMinimumHeight(2 * QFontMetrics(m_said->font()).lineSpacing());
    m_signIn->setObjectName(u"signInConfirm"_s);
    m_signIn->setKeyHint(u"Enter"_s);
    m_forgotten->setObjectName(u"signInForgotten"_s);
    m_lock->setObjectName(u"signInLock"_s);
    m_lock->setIconName("key"_L1);
    m_lock->setKeyHint(u"Ctrl+L"_s);
    m_leave->setObjectName(u"signInLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    makeList();
    makePin();

    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_signIn);
    answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    answers->addStretch();
    auto *others = new QHBoxLayout;
    others->setSpacing(tokens::space8);
    others->addWidget(m_lock);
    others->addStretch();
    others->addWidget(m_forgotten);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_pinWord);
    column->addWidget(m_pin);
    column->addWidget(m_said);
    column->addLayout(answers);
    column->addLayout(others);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &SignInPanel::tick);
    connect(m_signIn, &QAbstractButton::clicked, this, &SignInPanel::submit);
    connect(m_leave, &QAbstractButton::clicked, this, [this] {
        if (!m_busy)
            emit left();
    });
    connect(m_lock, &QAbstractButton::clicked, this, &SignInPanel::lockWanted);
    connect(m_forgotten, &QAbstractButton::clicked, this, [this] {
        say(tr("An administrator can give you a new PIN in the settings (F10). If no administrator's PIN is "
               "known, the recovery sheet opens the desk."),
            "quiet"_L1);
        emit recoveryWanted();
    });
    hide();
    retranslate();
}

void SignInPanel::makeList()
{
    m_model = new QStandardItemModel(0, 3, this);
    m_list = new QTableView(this);
    m_list->setObjectName(u"signInList"_s);
    m_list->setModel(m_model);
    RowDelegate::setUp(m_list);
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys are the PIN's
    connect(m_list, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
}

void SignInPanel::makePin()
{
    m_pinWord = new QLabel(this);
    m_pinWord->setObjectName(u"signInPinWord"_s);
    m_pinWord->setFont(textFont(tokens::bodyText));
    m_pin = new QLineEdit(this);
    m_pin->setObjectName(u"signInPin"_s);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(longestPin);
    m_pin->setFont(textFont(tokens::bodyText));
    m_pinWord->setBuddy(m_pin);
    m_pin->installEventFilter(this);
    connect(m_pin, &QLineEdit::textEdited, this, [this] {
        if (m_wait == 0)
            say({}, {});
    });
}

void SignInPanel::setOperators(const QList<DeskOperator> &operators)
{
    if (operators == m_all)
        return;
    m_all = operators;
    fill();
}

void SignInPanel::setCurrent(const std::optional<DeskOperator> &current)
{
    m_current = current;
    m_lock->setVisible(m_current && !m_leavesKiosk);
    m_leave->setVisible(true);
}

void SignInPanel::fill()
{
    m_operators = m_all;
    if (m_leavesKiosk)
        m_operators.removeIf([](const DeskOperator &each) { return !mayDo(each.role, Deed::Settings); });
    m_model->setRowCount(0);
    for (int i = 0; i < int(m_operators.size()); ++i) {
        auto *digit = new QStandardItem(i < mostDigits ? u"Alt+%1"_s.arg(i + 1) : QString());
        digit->setData(true, QuietRole);
        digit->setData(u"%1 %2, %3"_s.arg(digit->text(), m_operators[i].name, roleWord(m_operators[i].role)),
                       Qt::AccessibleTextRole);
        auto *name = new QStandardItem(m_operators[i].name);
        name->setData(true, StrongRole);
        auto *role = new QStandardItem(roleWord(m_operators[i].role));
        role->setData(true, QuietRole);
        m_model->appendRow({digit, name, role});
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(2);
    const int shown = std::clamp(int(m_operators.size()), leastRows, mostRows);
    m_list->setFixedHeight(shown * textScaled(tokens::rowHeight) + 2);
}

// ---- choosing, and the PIN

void SignInPanel::begin(const QString &name)
{
    open(false, name);
    if (m_current && m_operators.size() == 2) // who is signed in already does not sign in
        choose(m_operators[0].name == m_current->name ? 1 : 0);
}

void SignInPanel::typePin(const QString &text)
{
    if (!m_busy && m_wait == 0)
        m_pin->insert(text);
}

void SignInPanel::beginLeavingKiosk()
{
    open(true, {});
}

void SignInPanel::open(bool leavesKiosk, const QString &name)
{
    m_leavesKiosk = leavesKiosk;
    m_lock->setVisible(m_current && !m_leavesKiosk);
    retranslate();
    show();
    raise();
    const auto last = std::ranges::find(m_operators, name, &DeskOperator::name);
    m_first = last == m_operators.end() ? 0 : int(last - m_operators.begin());
    chooseNobody();
    if (m_operators.size() == 1)
        choose(0);
}

void SignInPanel::end()
{
    m_name.clear();
    m_pin->clear();
    m_second.stop();
    m_wait = 0;
    m_signIn->setEnabled(true);
    setBusy(false);
    hide();
}

void SignInPanel::chooseNobody()
{
    m_name.clear();
    m_pin->clear();
    m_second.stop();
    m_wait = 0;
    m_signIn->setEnabled(true);
    setBusy(false);
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    tellWhose();
    say(tr("Choose your name with the arrow keys, or with Alt and its number."), "quiet"_L1);
    m_pin->setFocus(Qt::OtherFocusReason);
}

void SignInPanel::tellWhose()
{
    m_pinWord->setText(m_name.isEmpty() ? tr("PIN") : tr("PIN of %1").arg(m_name));
    m_pin->setAccessibleName(m_pinWord->text());
}

void SignInPanel::choose(int row)
{
    if (row < 0 || row >= m_operators.size() || m_busy)
        return;
    m_list->selectRow(row);
    m_name = m_operators[row].name;
    m_second.stop();
    m_wait = 0;
    m_signIn->setEnabled(true);
    tellWhose();
    say({}, {});
    announce(m_pinWord, m_pinWord->text());
    m_pin->setFocus(Qt::OtherFocusReason);
    emit chosen(m_name);
}

void SignInPanel::step(int by)
{
    const int rows = int(m_operators.size());
    if (rows > 0)
        choose(m_name.isEmpty() ? m_first : (m_list->currentIndex().row() + by + rows) % rows);
}

void SignInPanel::submit()
{
    if (m_busy || m_wait > 0)
        return;
    if (m_name.isEmpty()) {
        if (m_pin->text().isEmpty())
            step(0);
        else
            say(tr("Whose PIN is this? Choose your name with the arrow keys, or with Alt and its number."),
                "ask"_L1);
        return;
    }
    const QString pin = m_pin->text();
    m_pin->clear();
    if (pin.isEmpty()) {
        m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    setBusy(true);
    say(tr("Checking the PIN …"), "quiet"_L1);
    emit signInWanted(m_name, pin);
}

void SignInPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_pin->setReadOnly(busy);
}

void SignInPanel::showFailure(const Error &error)
{
    setBusy(false);
    if (isHidden())
        return;
    const ErrorText text = errorText(error.code);
    say(error.code == ErrorCode::PinWrong ? tr("This is not the PIN of %1.").arg(m_name)
                                          : text.happened + u' ' + text.todo,
        "refused"_L1);
    m_pin->setFocus(Qt::OtherFocusReason);
}

void SignInPanel::setWait(const QString &name, int seconds)
{
    if (name != m_name || seconds <= 0 || m_busy)
        return;
    m_wait = seconds + 1;
    m_signIn->setEnabled(false);
    m_second.start();
    tick();
}

void SignInPanel::tick()
{
    --m_wait;
    if (m_wait <= 0) {
        m_second.stop();
        m_wait = 0;
        m_signIn->setEnabled(true);
        say(tr("Type the PIN again."), "quiet"_L1);
        return;
    }
    const QString left =
        m_wait < 60 ? tr("%1 seconds").arg(m_wait) : tr("%1 min %2 s").arg(m_wait / 60).arg(m_wait % 60);
    m_said->setText(tr("Wrong PIN. You can try again in %1.").arg(left));
    setTone(m_said, "refused"_L1);
}

void SignInPanel::say(const QString &words, QLatin1StringView tone)
{
    m_said->setText(words);
    setTone(m_said, tone);
    if (!words.isEmpty())
        announce(m_said, words);
}

// ---- keys

void SignInPanel::takeKey(int key)
{
    if (m_busy) // the answer comes in a moment, and counts
        return;
    switch (key) {
    case Qt::Key_Return:
        return submit();
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Down:
    case Qt::Key_F8:
        return step(1);
    default:
        emit left();
    }
}

bool SignInPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pin && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int digit = key->key() - Qt::Key_0;
        if (digit >= 1 && digit <= mostDigits &&
            (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier) {
            choose(digit - 1);
            return true;
        }
    }
    return OverlayPanel::eventFilter(watched, event);
}

void SignInPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInPanel::retranslate()
{
    setAccessibleName(m_leavesKiosk ? tr("Leave the kiosk") : tr("Sign in"));
    m_title->setText(m_leavesKiosk ? tr("Leave the kiosk: an administrator's PIN")
                                   : tr("Who is on duty now?"));
    m_list->setAccessibleName(tr("Operators"));
    m_pin->setPlaceholderText(tr("PIN or password"));
    tellWhose();
    m_signIn->setLabel(accessibleName());
    m_forgotten->setLabel(tr("Forgotten PIN?"));
    m_lock->setLabel(tr("Lock the desk"));
    m_leave->setLabel(tr("Cancel"));
    fill();
}

} // namespace checkpoint
