#include "ui/mainwindow/topline.h"

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

TopLine::TopLine(QWidget *parent)
    : QWidget(parent)
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

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space4, 0, tokens::space24, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(m_place);
    row->addStretch();
    row->addWidget(m_day);
    row->addWidget(m_time);
    row->addSpacing(tokens::space16);
    row->addWidget(m_sync);
    row->addWidget(m_light);
    row->addSpacing(-tokens::space4);
    row->addWidget(m_stateWord);
    connect(m_place, &QAbstractButton::clicked, this, &TopLine::placeClicked);
    connect(m_sync, &QAbstractButton::clicked, this, &TopLine::syncClicked);
    retranslate();
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
    const int room = qMax(160, width() - 470 - sync);
    m_place->setLabel(QFontMetrics(textFont(tokens::bodyText, true)).elidedText(whole, Qt::ElideRight, room));
    m_place->setToolTip(tr("Change venue and location"));
    m_place->setAccessibleName(whole);
    m_place->setAccessibleDescription(m_place->toolTip());
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
    showPlace();
}

void TopLine::retranslate()
{
    setDeskState(m_state);
    setNow(QDateTime(m_now));
}

} // namespace checkpoint
