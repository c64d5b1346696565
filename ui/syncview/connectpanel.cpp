#include "ui/syncview/connectpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/synctext.h"
#include "ui/common/theme.h"
#include "ui/common/whytext.h"
#include "ui/syncview/formfield.h"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto progressAfter = 1s;

/// Who types a name alone means the safe way to it.
QString wholeAddress(const QString &typed)
{
    return typed.isEmpty() || typed.contains("://"_L1) ? typed : u"https://"_s + typed;
}

} // namespace

ConnectPanel::ConnectPanel(QWidget *parent)
    : OverlayPanel({}, parent)
    , askWhich([](QWidget *above, const QString &title, const QString &kinds) {
        return QFileDialog::getOpenFileName(above, title, {}, kinds);
    })
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_address(new FormField(u"connectAddress"_s, this))
    , m_code(new FormField(u"connectCode"_s, this))
    , m_name(new FormField(u"connectName"_s, this))
    , m_authority(new FormField(u"connectAuthority"_s, this))
    , m_pin(new FormField(u"connectPin"_s, this))
    , m_choose(new ActionButton(ActionButton::Look::Plain, this))
    , m_said(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_connect(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"connectPanel"_s);
    m_title->setObjectName(u"connectTitle"_s);
    m_title->setFont(textFont(tokens::headingText, true));
    m_said->setObjectName(u"connectSaid"_s);
    makeAnnouncing(m_said);
    setTone(m_hint, "quiet"_L1);
    setTone(m_said, "refused"_L1);
    for (QLabel *label : {m_title, m_hint, m_said}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_choose->setObjectName(u"connectChoose"_s);
    m_progress->setObjectName(u"connectProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    m_connect->setObjectName(u"connectConfirm"_s);
    m_connect->setMinimumHeight(tokens::primaryHeight);
    m_connect->setKeyHint(u"Enter"_s);
    m_leave->setObjectName(u"connectLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(progressAfter);
    arrange();
    connect(&m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_connect, &QAbstractButton::clicked, this, &ConnectPanel::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &ConnectPanel::leave);
    connect(m_choose, &QAbstractButton::clicked, this, [this] {
        const QString path = askWhich(this, tr("Certificate of the platform"),
                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        if (!path.isEmpty())
            m_authority->edit()->setText(path);
    });
    for (FormField *field : {m_address, m_code, m_name, m_authority, m_pin})
        connect(field, &FormField::edited, this, [this] { say({}); });
    retranslate();
    setBusy(false);
}

void ConnectPanel::arrange()
{
    m_authority->addBeside(m_choose);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens::space12);
    grid->setVerticalSpacing(tokens::space8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_address, 0, 0, 1, 2);
    grid->addWidget(m_code, 1, 0);
    grid->addWidget(m_name, 1, 1);
    grid->addWidget(m_authority, 2, 0);
    grid->addWidget(m_pin, 2, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space12);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    auto *form = new QWidget(this);
    form->setMaximumWidth(widestForm);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addLayout(grid);
    column->addWidget(m_said);
    column->addStretch();
    column->addLayout(buttons);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(form, 1);
    page->addStretch();
    const QList<QWidget *> order{m_address->edit(), m_code->edit(), m_name->edit(), m_authority->edit(),
                                 m_choose,          m_pin->edit(),  m_connect,      m_leave};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void ConnectPanel::begin(const std::optional<SyncTarget> &again, const QStringList &known)
{
    m_again = again;
    m_known = known;
    m_address->edit()->setText(again ? again->address : QString());
    m_name->edit()->setText(again ? again->name : QString());
    m_name->edit()->setReadOnly(again.has_value());
    m_pin->edit()->setText(again ? QString::fromLatin1(again->pinnedKey.toHex()) : QString());
    m_code->edit()->clear();
    m_authority->edit()->clear();
    for (FormField *field : {m_address, m_code, m_name, m_authority, m_pin})
        field->setFault({});
    say({});
    setBusy(false);
    retranslate();
    (again ? m_code : m_address)->edit()->setFocus(Qt::OtherFocusReason);
}

void ConnectPanel::submit()
{
    if (m_busy)
        return;
    const QString missing = tr("Please fill in");
    m_address->setFault(m_address->text().isEmpty() ? missing : QString());
    m_code->setFault(m_code->text().isEmpty() ? missing : QString());
    const QString name = m_name->text();
    const bool taken = !m_again && m_known.contains(name.isEmpty() ? u"platform"_s : name);
    m_name->setFault(taken ? tr("This name is taken") : QString());
    for (FormField *field : {m_address, m_code, m_name}) {
        if (field->edit()->accessibleDescription().isEmpty())
            continue;
        field->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    say({});
    setBusy(true);
    emit connectWanted({name, wholeAddress(m_address->text()), m_code->text(), m_authority->edit()->text(),
                        m_pin->text().remove(u' ').remove(u':')});
}

void ConnectPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->hide();
    if (busy)
        m_patience.start();
    else
        m_patience.stop();
    m_connect->setEnabled(!busy);
    m_leave->setLabel(busy ? tr("Stop") : tr("Leave it"));
}

void ConnectPanel::leave()
{
    if (m_busy)
        emit stopWanted();
    else
        emit left();
}

void ConnectPanel::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        leave();
    else
        submit();
}

void ConnectPanel::showFailure(const Error &error)
{
    setBusy(false);
    const QString why = whyText(error.detail);
    switch (error.code) {
    case ErrorCode::WrongUse:
        say(why);
        break;
    case ErrorCode::Cancelled:
        say(tr("Stopped. Nothing was changed; the code can be used again."));
        break;
    case ErrorCode::SourceUnreadable:
        say(tr("The certificate's file cannot be read."));
        break;
    case ErrorCode::Unreachable:
        // A sentence says all; something may have answered.
        say(why != error.detail ? why : errorText(error.code).happened + u' ' + why);
        break;
    case ErrorCode::PlatformRefused:
        say(errorText(error.code).happened + u' ' + why);
        break;
    default:
        say(errorText(error.code).happened + u' ' + errorText(error.code).todo);
    }
}

void ConnectPanel::say(const QString &words)
{
    m_said->setText(words);
    if (!words.isEmpty())
        announce(m_said, words);
}

void ConnectPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectPanel::retranslate()
{
    m_title->setText(m_again ? tr("Enrol again: %1").arg(targetName(m_again->name))
                             : tr("Connect to a platform"));
    setAccessibleName(m_title->text());
    m_hint->setText(tr("Whoever runs the platform tells you its address and gives you a code for this desk. "
                       "Entries recorded before are sent as well."));
    m_address->setLabel(tr("Address"));
    m_address->edit()->setPlaceholderText(u"https://"_s);
    m_code->setLabel(tr("Enrolment code"));
    m_name->setLabel(tr("Name here (when there are several)"));
    m_name->edit()->setPlaceholderText(targetName(u"platform"_s));
    m_authority->setLabel(tr("Certificate file (only if it has its own)"));
    m_pin->setLabel(tr("Pinned key, SHA-256 (only if it has one)"));
    m_choose->setLabel(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the certificate file"));
    m_progress->setAccessibleName(tr("The platform is being asked"));
    m_connect->setLabel(tr("Connect"));
    m_leave->setLabel(m_busy ? tr("Stop") : tr("Leave it"));
}

} // namespace checkpoint
