#include "core/domain/openinghours.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int minutesOfWeek = 7 * minutesOfDay;
constexpr std::array dayNames{"Mo"_L1, "Tu"_L1, "We"_L1, "Th"_L1, "Fr"_L1, "Sa"_L1, "Su"_L1};
constexpr std::array vietnameseDayNames{"T2"_L1, "T3"_L1, "T4"_L1, "T5"_L1, "T6"_L1, "T7"_L1, "CN"_L1};
constexpr auto always = "24/7"_L1;
constexpr qsizetype longestText = 400;

/// 1 to 7; 0 when the word is no day.
int dayOf(const QString &word)
{
    for (std::size_t i = 0; i < dayNames.size(); ++i) {
        if (word.compare(dayNames[i], Qt::CaseInsensitive) == 0 ||
            word.compare(vietnameseDayNames[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return 0;
}

/// "Mo-Fr", "Sa", or several of them with commas; "Sa-Mo" runs over the end of the week. Empty when wrong.
std::vector<int> daysOf(const QString &text)
{
    std::vector<int> days;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QStringList ends = part.split(u'-');
        const int first = dayOf(ends.first().trimmed());
        const int last = dayOf(ends.last().trimmed());
        if (first == 0 || last == 0 || ends.size() > 2)
            return {};
        for (int day = first;; day = day % 7 + 1) {
            days.push_back(day);
            if (day == last)
                break;
        }
    }
    return days;
}

/// Minutes of "07:00", "7:00", "7h", "7h30" or "7g30"; 24:00 counts.
std::optional<int> minutesOf(const QString &text)
{
    static const QRegularExpression time(u"^([0-9]{1,2})(?::([0-9]{2})|[hg]([0-9]{2})?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = time.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int past = (match.captured(2) + match.captured(3)).toInt();
    const int minutes = match.captured(1).toInt() * 60 + past;
    if (past > 59 || minutes > minutesOfDay)
        return std::nullopt;
    return minutes;
}

/// What people write in other words, in the words of the form: "hằng ngày 7 giờ đến 17 giờ" is
/// "T2-CN 7h-17h", and a comma between a time and a day ends a rule.
QString inFormWords(const QString &typed)
{
    static const std::array<std::pair<QRegularExpression, QString>, 9> words = [] {
        const auto word = [](const QString &pattern) {
            return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                                   QRegularExpression::UseUnicodePropertiesOption);
        };
        return std::array<std::pair<QRegularExpression, QString>, 9>{{
            {word(u"h[ằà]ng ngày|mỗi ngày|cả tuần"_s), u"T2-CN"_s},
            {word(u"\\btừ "_s), QString()},
            {word(u"chủ nhật"_s), u"CN"_s},
            {word(u"thứ ([2-7])"_s), u"T\\1"_s},
            {word(u"\\s*(?:giờ|(?<=[0-9] )h\\b)"_s), u"h"_s},
            {word(u" (?:đến|tới) |\\s*[-–—]\\s*"_s), u"-"_s},
            {word(u" và |\\s*,\\s*"_s), u","_s},
            {word(u"(?<=[0-9]h) (?=[0-9]{2}(?:\\D|$))"_s), QString()},
            {word(u"((?<![a-z0-9])[0-9]{1,2}(?:h|g|:)(?:[0-9]{2})?),(?=[a-z])"_s), u"\\1;"_s},
        }};
    }();
    QString text = typed.normalized(QString::NormalizationForm_C).simplified();
    for (const auto &[pattern, form] : words)
        text.replace(pattern, form);
    return text;
}

std::optional<std::vector<OpeningSpan>> spansOfRule(const QString &rule)
{
    static const QRegularExpression firstTime(u"(?<![a-z0-9])[0-9]{1,2}[:hg]"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const qsizetype begin = rule.indexOf(firstTime);
    if (begin < 0)
        return std::nullopt;
    QString dayWords = rule.left(begin).trimmed();
    if (dayWords.endsWith(u':'))
        dayWords.chop(1);
    const std::vector<int> days = daysOf(dayWords.isEmpty() ? u"Mo-Su"_s : dayWords);
    std::vector<OpeningSpan> spans;
    const QStringList times = rule.mid(begin).split(u',');
    for (const QString &time : times) {
        const QStringList ends = time.split(u'-');
        const auto from = minutesOf(ends.first().trimmed());
        auto to = minutesOf(ends.last().trimmed());
        if (ends.size() != 2 || !from || !to || *from == minutesOfDay)
            return std::nullopt;
        if (*to <= *from)
            *to += minutesOfDay;
        for (const int day : days)
            spans.push_back({day, *from, *to});
    }
    if (spans.empty())
        return std::nullopt;
    return spans;
}

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
    if (text.size() > longestText)
        return std::nullopt;
    const QString plain = inFormWords(text);
    OpeningHours hours;
    if (plain.isEmpty())
        return hours;
    if (plain == always) {
        for (int day = 1; day <= 7; ++day)
            hours.m_spans.push_back({day, 0, minutesOfDay});
        return hours;
    }
    const QStringList rules = plain.split(u';', Qt::SkipEmptyParts);
    for (const QString &rule : rules) {
        const auto spans = spansOfRule(rule.trimmed());
        if (!spans)
            return std::nullopt;
        hours.m_spans.insert(hours.m_spans.end(), spans->begin(), spans->end());
    }
    std::ranges::sort(hours.m_spans);
    if (hours.m_spans.empty() || overlap(hours.m_spans))
        return std::nullopt;
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
