#pragma once

#include <QDate>
#include <QWidget>

class QCalendarWidget;
class QFrame;

namespace checkpoint {

class ActionButton;

/// Chooses a day: the day before, the day after, today, or any from a calendar. No day after today.
class DayChooser : public QWidget
{
    Q_OBJECT

public:
    explicit DayChooser(QWidget *parent = nullptr);

    QDate day() const { return m_day; }
    void setDay(const QDate &day);
    /// What counts as today; the day follows when it was today.
    void setToday(const QDate &today);

signals:
    void dayChanged(const QDate &day);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void openCalendar();
    void dressCalendar();

    QDate m_day;
    QDate m_today;
    ActionButton *m_before;
    ActionButton *m_open;
    ActionButton *m_after;
    ActionButton *m_backToToday;
    QFrame *m_popup = nullptr;
    QCalendarWidget *m_calendar = nullptr;
};

} // namespace checkpoint
