#include "core/reports/cell.h"

namespace checkpoint {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

void appendNumber(QString &text, qint64 number, int digits)
{
    qint64 scale = 1;
    for (int i = 1; i < digits; ++i)
        scale *= 10;
    for (; scale > 0; scale /= 10)
        text.append(QChar(u'0' + char16_t(number / scale % 10)));
}

} // namespace

// Written out, as a report has a million of them: QDateTime looks the time zone up each time.
QString isoTime(const Moment &moment)
{
    const qint64 local = moment.utcMs + moment.offsetMinutes * minuteMs;
    const qint64 day = local >= 0 ? local / dayMs : (local + 1) / dayMs - 1;
    const qint64 ms = local - day * dayMs;
    const QDate date = QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + day);
    QString text;
    text.reserve(29);
    appendNumber(text, date.year(), 4);
    text.append(u'-');
    appendNumber(text, date.month(), 2);
    text.append(u'-');
    appendNumber(text, date.day(), 2);
    text.append(u'T');
    appendNumber(text, ms / (60 * minuteMs), 2);
    text.append(u':');
    appendNumber(text, ms / minuteMs % 60, 2);
    text.append(u':');
    appendNumber(text, ms / 1000 % 60, 2);
    text.append(u'.');
    appendNumber(text, ms % 1000, 3);
    const int offset = qAbs(moment.offsetMinutes);
    text.append(moment.offsetMinutes < 0 ? u'-' : u'+');
    appendNumber(text, offset / 60, 2);
    text.append(u':');
    appendNumber(text, offset % 60, 2);
    return text;
}

} // namespace checkpoint
