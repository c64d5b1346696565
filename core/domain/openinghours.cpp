#include "core/domain/openinghours.h"

#include "core/domain/openinghoursreader_p.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int minutesOfWeek = 7 * minutesOfDay;
constexpr std::array dayNames{"Mo"_L1, "Tu"_L1, "We"_L1, "Th"_L1, "Fr"_L1, "Sa"_L1, "Su"_L1};
constexpr auto always = "24/7"_L1;
constexpr qsizetype longestHours = 400;

int startInWeek(const OpeningSpan &span)
{
    return (span.day - 1) * minutesOfDay + span.from;
}

bool overlap(const std::vector<OpeningSpan> &sorted)
{
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const bool isLast = i + 1 == sorted.size();
        const int next = isLast ? startInWeek(sorted.front()) + minutesOfWeek : startInWeek(sorted[i + 1]);
        if (startInWeek(sorted[i]) + sorted[i].to - sorted[i].from > next)
            return true;
    }
    return false;
}

QString timeText(int minutes)
{
    const int shown = minutes > minutesOfDay ? minutes - minutesOfDay : minutes;
    return u"%1:%2"_s.arg(shown / 60, 2, 10, QChar(u'0')).arg(shown % 60, 2, 10, QChar(u'0'));
}

} // namespace

std::optional<OpeningHours> OpeningHours::fromString(const QString &text)
{
    if (text.size() > longestHours)
        return std::nullopt;
    OpeningHours hours;
    const QString plain = text.simplified();
    if (plain.isEmpty())
        return hours;
    if (plain == always) {
        for (int day = 1; day <= 7; ++day)
            hours.m_spans.push_back({day, 0, minutesOfDay});
        return hours;
    }
    const auto spans = openingSpansOf(plain);
    if (!spans || spans->empty() || overlap(*spans))
        return std::nullopt;
    hours.m_spans = *spans;
    return hours;
}

QString OpeningHours::toString() const
{
    std::array<QString, 7> times;
    for (const OpeningSpan &span : m_spans) {
        QString &day = times[std::size_t(span.day - 1)];
        if (!day.isEmpty())
            day += u',';
        day += timeText(span.from) + u'-' + timeText(span.to);
    }
    if (std::ranges::all_of(times, [](const QString &day) { return day == "00:00-24:00"_L1; }))
        return always;
    QStringList rules;
    for (std::size_t first = 0; first < times.size();) {
        std::size_t last = first;
        while (last + 1 < times.size() && times[last + 1] == times[first])
            ++last;
        if (!times[first].isEmpty()) {
            QString days = dayNames[first];
            if (last > first)
                days += u'-' + QString(dayNames[last]);
            rules.append(days + u' ' + times[first]);
        }
        first = last + 1;
    }
    return rules.join("; "_L1);
}

bool OpeningHours::isOpenAt(const QDateTime &moment) const
{
    if (m_spans.empty())
        return true;
    const int minute =
        (moment.date().dayOfWeek() - 1) * minutesOfDay + moment.time().hour() * 60 + moment.time().minute();
    return std::ranges::any_of(m_spans, [minute](const OpeningSpan &span) {
        const int from = startInWeek(span);
        const int to = from + span.to - span.from;
        return (minute >= from && minute < to) || minute + minutesOfWeek < to;
    });
}

} // namespace checkpoint
