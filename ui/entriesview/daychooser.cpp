#include "ui/entriesview/daychooser.h"

#include "ui/common/actionbutton.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shownDays = 42; ///< of a calendar's page

} // namespace

DayChooser::DayChooser(QWidget *parent)
    : QWidget(parent)
    , m_day(QDate::currentDate())
    , m_today(m_day)
    , m_before(new ActionButton(ActionButton::Look::Plain, this))
    , m_open(new ActionButton(ActionButton::Look::Plain, this))
    , m_after(new ActionButton(ActionButton::Look::Plain, this))
    , m_backToToday(new ActionButton(ActionButton::Look::Quiet, this))
{
    m_before->setObjectName(u"dayBefore"_s);
    m_before->setIconName("chevron-left"_L1);
    m_open->setObjectName(u"dayOpen"_s);
    m_open->setIconName("calendar"_L1);
    m_after->setObjectName(u"dayAfter"_s);
    m_after->setIconName("chevron-right"_L1);
    m_backToToday->setObjectName(u"dayToday"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space4);
    for (ActionButton *button : {m_before, m_open, m_after, m_backToToday})
        row->addWidget(button);

    connect(m_before, &QAbstractButton::clicked, this, [this] { setDay(m_day.addDays(-1)); });
    connect(m_after, &QAbstractButton::clicked, this, [this] { setDay(m_day.addDays(1)); });
    connect(m_backToToday, &QAbstractButton::clicked, this, [this] { setDay(m_today); });
    connect(m_open, &QAbstractButton::clicked, this, &DayChooser::openCalendar);
    retranslate();
}

void DayChooser::setDay(const QDate &day)
{
    if (day == m_day || !day.isValid() || day > m_today)
        return;
    m_day = day;
    retranslate();
    emit dayChanged(day);
}

void DayChooser::setToday(const QDate &today)
{
    const bool follows = m_day == m_today;
    m_today = today;
    if (follows)
        setDay(today);
    retranslate();
}

void DayChooser::openCalendar()
{
    if (!m_popup) {
        m_popup = new QFrame(this, Qt::Popup);
        m_popup->setProperty("card", true);
        m_calendar = new QCalendarWidget(m_popup);
        m_calendar->setObjectName(u"dayCalendar"_s);
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        m_calendar->setFirstDayOfWeek(Qt::Monday);
        m_calendar->setMinimumSize(7 * tokens::controlHeight + tokens::space16, 8 * tokens::controlHeight);
        auto *frame = new QVBoxLayout(m_popup);
        frame->setContentsMargins(tokens::space8, tokens::space8, tokens::space8, tokens::space8);
        frame->addWidget(m_calendar);
        const auto take = [this](const QDate &day) {
            m_popup->hide();
            setDay(day);
        };
        connect(m_calendar, &QCalendarWidget::clicked, this, take);
        connect(m_calendar, &QCalendarWidget::activated, this, take);
    }
    dressCalendar();
    m_calendar->setLocale(QLocale());
    m_calendar->setMaximumDate(m_today);
    m_calendar->setSelectedDate(m_day);
    m_popup->move(m_open->mapToGlobal(QPoint(0, m_open->height() + tokens::space4)));
    m_popup->show();
    m_calendar->setFocus();
}

void DayChooser::dressCalendar()
{
    const QColor ink(coloursOf(palette()).text);
    const std::pair<QLatin1StringView, QLatin1StringView> arrows[] = {
        {"qt_calendar_prevmonth"_L1, "chevron-left"_L1}, {"qt_calendar_nextmonth"_L1, "chevron-right"_L1}};
    for (const auto &[name, icon] : arrows)
        if (auto *button = m_calendar->findChild<QToolButton *>(name))
            button->setIcon(iconPixmap(icon, tokens::smallIconSize, ink, devicePixelRatioF()));
    QTextCharFormat day;
    day.setForeground(ink);
    for (const Qt::DayOfWeek weekend : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(weekend, day);
    // The days to come cannot be chosen, and look so.
    QTextCharFormat toCome;
    toCome.setForeground(QColor(coloursOf(palette()).quiet));
    m_calendar->setDateTextFormat({}, {});
    for (int i = 1; i <= shownDays; ++i)
        m_calendar->setDateTextFormat(m_today.addDays(i), toCome);
}

void DayChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DayChooser::retranslate()
{
    m_open->setLabel(weekdayText(m_day));
    m_open->setToolTip(tr("Choose another day"));
    m_before->setToolTip(tr("The day before (Alt+Left)"));
    m_before->setAccessibleName(m_before->toolTip());
    m_after->setToolTip(tr("The day after (Alt+Right)"));
    m_after->setAccessibleName(m_after->toolTip());
    m_backToToday->setLabel(tr("Today"));
    m_after->setEnabled(m_day < m_today);
    m_backToToday->setVisible(m_day != m_today);
}

} // namespace checkpoint
