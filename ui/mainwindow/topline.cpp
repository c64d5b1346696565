#include "ui/mainwindow/topline.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/mainwindow/synclight.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 150; ///< pixels
constexpr int shortestName = 72;
constexpr int roomyFrom = 1100; ///< pixels of width for the role beside the name

} // namespace

TopLine::TopLine(QWidget *parent)
    : QWidget(parent)
    , m_who(new ActionButton(ActionButton::Look::Quiet, this))
    , m_place(new ActionButton(ActionButton::Look::Quiet, this))
    , m_day(new QLabel(this))
    , m_time(new QLabel(this))
    , m_light(new SignLabel(tokens::space12, this))
    , m_stateWord(new QLabel(this))
    , m_sync(new SyncLight(this))
{
    setObjectName(u"topLine"_s);
    setFixedHeight(tokens::topLineHeight);
    m_place->setObjectName(u"placeButton"_s);
    m_place->setIconName("location"_L1);
    m_day->setObjectName(u"dayLabel"_s);
    m_day->setFont(textFont(tokens::bodyText));
    setTone(m_day, "quiet"_L1);
    m_time->setObjectName(u"timeLabel"_s);
    m_time->setFont(textFont(tokens::headingText, true));
    m_stateWord->setObjectName(u"deskStateLabel"_s);
    m_stateWord->setFont(textFont(tokens::bodyText, true));
    m_who->setObjectName(u"operatorButton"_s);
    m_who->setIconName("key"_L1);
    m_who->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space4, 0, tokens::space24, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(m_place);
    row->addStretch();
    row->addWidget(m_day);
    row->addWidget(m_time);
    row->addSpacing(tokens::space16);
    row->addWidget(m_who);
    row->addWidget(m_sync);
    row->addWidget(m_light);
    row->addSpacing(-tokens::space4);
    row->addWidget(m_stateWord);
    connect(m_place, &QAbstractButton::clicked, this, &TopLine::placeClicked);
    connect(m_who, &QAbstractButton::clicked, this, &TopLine::operatorClicked);
    connect(m_sync, &QAbstractButton::clicked, this, &TopLine::syncClicked);
    retranslate();
}

void TopLine::setMessage(QWidget *message)
{
    auto *room = new QHBoxLayout;
    room->setContentsMargins(tokens::space12, 0, 0, 0);
    room->addWidget(message);
    static_cast<QHBoxLayout *>(layout())->insertLayout(0, room, 1);
    message->installEventFilter(this);
}

bool TopLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool comes = event->type() == QEvent::ShowToParent;
    if (comes || event->type() == QEvent::HideToParent) {
        for (QWidget *each :
             {static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_time)})
            each->setVisible(!comes);
    }
    return QWidget::eventFilter(watched, event);
}

void TopLine::setPlace(const QString &venue, const QString &location)
{
    m_venue = venue;
    m_location = location;
    showPlace();
}

void TopLine::showPlace()
{
    QStringList parts{m_venue, m_location};
    parts.removeAll(QString());
    const QString whole = parts.isEmpty() ? tr("Name this desk") : parts.join(u" · "_s);
    const int sync = m_sync->isHidden() ? 0 : m_sync->sizeHint().width() + tokens::space12;
    const int who = m_who->isHidden() ? 0 : m_who->sizeHint().width() + tokens::space12;
    const int room = qMax(160, width() - 470 - sync - who);
    m_place->setLabel(QFontMetrics(textFont(tokens::bodyText, true)).elidedText(whole, Qt::ElideRight, room));
    m_place->setToolTip(tr("Change venue and location"));
    m_place->setAccessibleName(whole);
    m_place->setAccessibleDescription(m_place->toolTip());
}

void TopLine::setOperator(const std::optional<DeskOperator> &current, bool hasOperators)
{
    m_operator = current;
    if (current)
        m_lastOperator = current->name;
    m_who->setVisible(hasOperators);
    showOperator();
    showPlace();
}

void TopLine::showOperator()
{
    const bool roomy = width() >= textScaled(roomyFrom);
    const QString whole = m_operator ? m_operator->name : QString();
    const QString name =
        QFontMetrics(textFont(tokens::bodyText, true))
            .elidedText(whole, Qt::ElideRight, textScaled(roomy ? longestName : shortestName));
    const QString role = m_operator ? roleWord(m_operator->role) : QString();
    m_who->setLabel(!m_operator ? tr("Sign in") : roomy ? name + u" · "_s + role : name);
    m_who->setToolTip(m_operator ? tr("Change the operator (F8), lock the desk (Ctrl+L)")
                                 : tr("Nobody is signed in (F8)"));
    m_who->setAccessibleName(m_operator ? tr("Operator: %1").arg(whole + u", "_s + role) : tr("Sign in"));
    m_who->setAccessibleDescription(m_who->toolTip());
}

void TopLine::setDeskState(DeskState state)
{
    m_state = state;
    switch (state) {
    case DeskState::Opening:
        m_stateWord->setText(tr("Opening"));
        break;
    case DeskState::Ready:
        m_stateWord->setText(tr("Ready to record"));
        break;
    case DeskState::Trouble:
        m_stateWord->setText(tr("Cannot record"));
        break;
    }
    const QLatin1StringView tone = state == DeskState::Ready     ? "in"_L1
                                   : state == DeskState::Trouble ? "refused"_L1
                                                                 : "quiet"_L1;
    m_light->setSign("dot"_L1, state == DeskState::Ready     ? &Colours::in
                               : state == DeskState::Trouble ? &Colours::refused
                                                             : &Colours::quiet);
    setTone(m_stateWord, tone);
    showPlace();
}

void TopLine::setTargets(const QList<TargetRecord> &targets)
{
    m_sync->setTargets(targets);
    showPlace();
}

void TopLine::setNow(const QDateTime &now)
{
    m_now = now;
    m_day->setText(now.isValid() ? weekdayText(now.date()) : QString());
    m_time->setText(now.time().toString(u"HH:mm"_s));
}

void TopLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showOperator();
    showPlace();
}

void TopLine::retranslate()
{
    showOperator();
    setDeskState(m_state);
    setNow(QDateTime(m_now));
}

} // namespace checkpoint
