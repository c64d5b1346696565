#include "core/domain/openinghours.h"

#include "core/domain/textfolding.h"

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

/// "5h chieu" is "17h": the hours that are written with their half of the day, by the clock of 24.
QString byWholeDay(QString text)
{
    static const QRegularExpression said(
        u"(?<![a-z0-9])([0-9]{1,2})([h:])([0-9]{2})?\\s*(sang|trua|chieu|toi|dem)\\b"_s);
    for (auto match = said.match(text); match.hasMatch(); match = said.match(text)) {
        const QString half = match.captured(4);
        int hour = match.captured(1).toInt();
        if (half == "sang"_L1 || half == "dem"_L1)
            hour = hour == 12                     ? (half == "dem"_L1 ? 24 : 0)
                   : half == "dem"_L1 && hour > 5 ? hour % 12 + 12
                                                  : hour;
        else if (hour < 12 && (half != "trua"_L1 || hour < 4))
            hour += 12;
        text.replace(match.capturedStart(), match.capturedLength(),
                     QString::number(hour) + match.captured(2) + match.captured(3));
    }
    return text;
}

QString replaced(QString text, const std::vector<std::pair<QRegularExpression, QString>> &words)
{
    for (const auto &[pattern, form] : words)
        text.replace(pattern, form);
    return text;
}

/// Folded words of days and signs, in those of the form: "thu hai den thu sau" is "t2-t6". "tu" is Tuesday
/// unless a Vietnamese day or time shows that it is "từ".
QString withFormDays(const QString &folded)
{
    static const std::vector<std::pair<QRegularExpression, QString>> words = [] {
        const auto word = [](const QString &pattern) { return QRegularExpression(pattern); };
        return std::vector<std::pair<QRegularExpression, QString>>{
            {word(u"\\b24h?/24h?|\\b(?:ca|suot) ngay(?: (?:lan|va) dem)?\\b"_s), u"0h-24h"_s},
            {word(u"\\b(?:hang|moi) ngay\\b|\\bca tuan\\b|\\btat ca cac ngay\\b"_s), u"t2-cn"_s},
            {word(u"\\bcuoi tuan\\b"_s), u"t7,cn"_s},
            {word(u"\\bchu[a]? nhat\\b"_s), u"cn"_s},
            {word(u"\\bthu ?hai\\b"_s), u"t2"_s},
            {word(u"\\bthu ?ba\\b"_s), u"t3"_s},
            {word(u"\\bthu ?tu\\b"_s), u"t4"_s},
            {word(u"\\bthu ?nam\\b"_s), u"t5"_s},
            {word(u"\\bthu ?sau\\b"_s), u"t6"_s},
            {word(u"\\bthu ?bay\\b"_s), u"t7"_s},
            {word(u"\\bthu ?([2-7])\\b"_s), u"t\\1"_s},
            {word(u"\\btu (?=t[2-7]\\b|cn\\b)|(?<=t[2-7] |cn )tu (?=[0-9])"_s), QString()},
            {word(u"\\btu (?=[0-9h: ]+(?:gio|den))"_s), QString()},
            {word(u"(?<=[0-9])\\s*(?:gio|[hg])(?:\\s+(?=[0-9]{2}(?![0-9hg:])))?"_s), u"h"_s},
            {word(u"h ruoi\\b"_s), u"h30"_s},
            {word(u"(?<=h[0-9]{2})\\s*phut\\b"_s), QString()},
            {word(u" den |(?<=[0-9hn]|sang|trua)\\s+toi\\s+(?=[0-9]|t[2-7]|cn)|\\s*[-–—]\\s*"_s), u"-"_s},
        };
    }();
    return replaced(folded, words);
}

/// What people write in other words, in the words of the form: "hằng ngày 7 giờ đến 17 giờ" is
/// "t2-cn 7h-17h", and a comma between a time and a day ends a rule.
QString inFormWords(const QString &typed)
{
    static const QRegularExpression from(u"\\btừ "_s, QRegularExpression::CaseInsensitiveOption |
                                                          QRegularExpression::UseUnicodePropertiesOption);
    static const std::vector<std::pair<QRegularExpression, QString>> words = [] {
        const auto word = [](const QString &pattern) { return QRegularExpression(pattern); };
        return std::vector<std::pair<QRegularExpression, QString>>{
            {word(u"\\s*[-–—]\\s*| den "_s), u"-"_s},
            {word(u"(?<![a-z])(?:buoi )?(?:sang:?\\s*(?=[0-9])|(?:trua|chieu|toi):?\\s*(?=1[2-9]|2[0-4]))"_s),
             QString()},
            {word(u" va |\\s*,\\s*"_s), u","_s},
            {word(u"\\b(t[2-7]|[a-z]{2}),(?=[0-9]{1,2}[h:])"_s), u"\\1 "_s},
            {word(u"((?<![a-z0-9])[0-9]{1,2}[h:](?:[0-9]{2})?),(?=[a-z])"_s), u"\\1;"_s},
        };
    }();
    static const QRegularExpression bareDay(u"(\\bt[2-7][,-])([2-7])(?![0-9h]|:[0-9])"_s);
    QString text = typed.normalized(QString::NormalizationForm_C).simplified();
    text = replaced(byWholeDay(withFormDays(foldedText(text.remove(from)))), words);
    for (int i = 0; i < int(dayNames.size()); ++i) // "t2,4,6"
        text.replace(bareDay, u"\\1t\\2"_s);
    return text;
}

/// "7h-17h t2-t6" with its days first.
QString daysFirst(const QString &rule)
{
    static const QRegularExpression hoursFirst(u"^([0-9][0-9h:,-]*)[ ,:]+([a-z].*)$"_s);
    return QString(rule).replace(hoursFirst, u"\\2 \\1"_s);
}

/// "cn nghi": days on which nothing is open.
bool isClosed(const QString &rule)
{
    static const QRegularExpression closed(u"^(.+?):? (?:nghi|dong cua)$"_s);
    const auto match = closed.match(rule);
    return match.hasMatch() && !daysOf(match.captured(1)).empty();
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
        if (isClosed(rule.trimmed()))
            continue;
        const auto spans = spansOfRule(daysFirst(rule.trimmed()));
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
