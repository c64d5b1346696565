#include "core/reports/cell.h"

#include <chrono>

namespace checkpoint {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;

template <int digits> char *writeNumber(char *place, qint64 number)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        place[i] = char('0' + number % 10);
    return place + digits;
}

} // namespace

// Written out, as a report has a million of them: QDateTime looks the time zone up each time.
IsoTime::IsoTime(const Moment &moment)
{
    const qint64 local = moment.utcMs + moment.offsetMinutes * minuteMs;
    const qint64 day = local >= 0 ? local / dayMs : (local + 1) / dayMs - 1;
    const qint64 ms = local - day * dayMs;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const int offset = qAbs(moment.offsetMinutes);
    char *place = writeNumber<4>(m_text.data(), int(date.year()));
    *place++ = '-';
    place = writeNumber<2>(place, unsigned(date.month()));
    *place++ = '-';
    place = writeNumber<2>(place, unsigned(date.day()));
    *place++ = 'T';
    place = writeNumber<2>(place, ms / (60 * minuteMs));
    *place++ = ':';
    place = writeNumber<2>(place, ms / minuteMs % 60);
    *place++ = ':';
    place = writeNumber<2>(place, ms / 1000 % 60);
    *place++ = '.';
    place = writeNumber<3>(place, ms % 1000);
    *place++ = moment.offsetMinutes < 0 ? '-' : '+';
    place = writeNumber<2>(place, offset / 60);
    *place++ = ':';
    writeNumber<2>(place, offset % 60);
}

QString isoTime(const Moment &moment)
{
    return QString::fromLatin1(IsoTime(moment).text());
}

} // namespace checkpoint
