#include "core/domain/openinghoursreader_p.h"
#include "core/domain/openinghourstimes_p.h"
#include "core/domain/openinghourswords_p.h"

#include <algorithm>
#include <set>
#include <utility>

namespace checkpoint {

namespace {

using Kind = HoursWord::Kind;
using Words = std::vector<HoursWord>;

constexpr std::size_t mostItems = 60;
constexpr int mostTries = 5000;

/// What a rule is put together from.
struct Item
{
    enum class Kind { Days, Times, Closed, Except, End };

    Kind kind = Kind::Days;
    int days = 0;
    std::vector<TimeSpan> spans;
    bool apart = false; ///< a comma stands in front of it, or nothing
};

/// "T2-T6 7h-17h" is open, "CN nghỉ" takes away.
struct WeekRule
{
    enum class Form { DaysFirst, HoursFirst, HoursOnly, Closed };

    Form form = Form::Closed;
    int days = 0;
    std::vector<TimeSpan> spans = {};
};

using WeekRules = std::vector<WeekRule>;

int dayBit(int day)
{
    return 1 << (day - 1);
}

/// From one day to another, over the end of the week where it must.
int daysBetween(int first, int last)
{
    int days = dayBit(first);
    for (int day = first; day != last;) {
        day = day % 7 + 1;
        days |= dayBit(day);
    }
    return days;
}

/// Puts the words of a rule together to items.
class ItemReader
{
public:
    explicit ItemReader(const Words &words) : m_words(words) {}

    std::optional<std::vector<Item>> items()
    {
        while (m_at < m_words.size()) {
            Item item;
            item.apart = skipBetween() || m_items.empty() || m_items.back().kind == Item::Kind::End;
            if (m_at >= m_words.size())
                break;
            if (!(isDay() ? readDays(item) : readSign(item) || readTimes(item)))
                return std::nullopt;
            m_items.push_back(std::move(item));
            if (m_items.size() > mostItems)
                return std::nullopt;
        }
        return m_items;
    }

private:
    const HoursWord &word(std::size_t ahead = 0) const
    {
        static const HoursWord end;
        return m_at + ahead < m_words.size() ? m_words[m_at + ahead] : end;
    }
    bool is(Kind kind, std::size_t ahead = 0) const { return word(ahead).kind == kind; }
    bool isDay() const { return is(Kind::Day) || is(Kind::Days); }
    bool isShortDay(std::size_t ahead) const
    {
        return is(Kind::DayName, ahead) ||
               (is(Kind::Number, ahead) && word(ahead).value >= 2 && word(ahead).value <= 7);
    }

    /// Whether a comma was among it.
    bool skipBetween()
    {
        bool comma = false;
        m_afterFrom = false;
        for (; is(Kind::Comma) || is(Kind::Colon) || is(Kind::From) || is(Kind::Filler); ++m_at) {
            comma = comma || is(Kind::Comma);
            m_afterFrom = is(Kind::From);
        }
        return comma;
    }

    bool readSign(Item &item)
    {
        if (is(Kind::Closed))
            item.kind = Item::Kind::Closed;
        else if (is(Kind::Except))
            item.kind = Item::Kind::Except;
        else if (is(Kind::End))
            item.kind = Item::Kind::End;
        else
            return false;
        ++m_at;
        return true;
    }

    /// A day, a range of them, or several with "và"; in "thứ 2, 4 và 6" the later ones are short.
    bool readDays(Item &item)
    {
        m_shortDays = false;
        for (;;) {
            const std::size_t begin = m_at;
            const int days = readDayRange();
            const bool endless = std::exchange(m_afterFrom, false) && m_at == begin + 1; // "từ T2 7h-17h"
            if (days == 0 || endless || (item.days & days) != 0)
                return false;
            item.days |= days;
            if (is(Kind::And) && (is(Kind::Day, 1) || is(Kind::Days, 1) || beginsShortDay(1)))
                ++m_at;
            else if (is(Kind::Comma) && beginsShortDay(1))
                ++m_at;
            else
                return true;
        }
    }

    /// Not the hour of "7-17h".
    bool beginsShortDay(std::size_t ahead) const
    {
        const bool isHour = is(Kind::Number, ahead) && is(Kind::To, ahead + 1) && is(Kind::Time, ahead + 2);
        return m_shortDays && isShortDay(ahead) && !isHour;
    }

    int readDayRange()
    {
        if (is(Kind::Days))
            return is(Kind::To, 1) ? 0 : m_words[m_at++].value;
        const int first = readDay();
        if (first == 0 || !is(Kind::To))
            return first == 0 ? 0 : dayBit(first);
        ++m_at;
        const int last = readDay();
        return last == 0 || is(Kind::To) ? 0 : daysBetween(first, last);
    }

    int readDay()
    {
        const HoursWord &day = word();
        if (day.kind == Kind::Day) {
            m_shortDays = day.vietnamese && day.value < 7;
            ++m_at;
            return day.value;
        }
        if (!m_shortDays || !isShortDay(0))
            return 0;
        ++m_at;
        return day.kind == Kind::Number ? day.value - 1 : day.value;
    }

    /// "sáng 7h-11h, chiều 1h-5h", "cả ngày".
    bool readTimes(Item &item)
    {
        item.kind = Item::Kind::Times;
        if (is(Kind::AllDay)) {
            ++m_at;
            item.spans.push_back({0, minutesOfDay, true});
            return true;
        }
        for (;;) {
            const auto span = readSpan();
            if (!span)
                return false;
            // "7h-11h, 1h-5h" does not go back to the night.
            if (!span->certain && !item.spans.empty() && span->from < item.spans.back().from)
                return false;
            item.spans.push_back(*span);
            const std::size_t ahead = is(Kind::Comma) || is(Kind::And) ? 1 : 0;
            if (!beginsTimes(ahead))
                return true;
            m_at += ahead;
        }
    }

    bool beginsTimes(std::size_t ahead) const
    {
        while (is(Kind::From, ahead) || is(Kind::Filler, ahead) || is(Kind::Part, ahead) ||
               is(Kind::Colon, ahead))
            ++ahead;
        return is(Kind::Time, ahead) || is(Kind::Number, ahead);
    }

    void skipFrom()
    {
        while (is(Kind::From) || is(Kind::Filler))
            ++m_at;
    }

    std::optional<DayPart> readPart()
    {
        if (!is(Kind::Part))
            return std::nullopt;
        return m_words[m_at++].part;
    }

    /// "sáng từ 7h đến 11h", "7h sáng - 5h chiều", "7-17h".
    std::optional<TimeSpan> readSpan()
    {
        skipFrom();
        const auto both = readPart();
        if (both && is(Kind::Colon))
            ++m_at;
        skipFrom();
        auto from = readTime(true);
        if (!from)
            return std::nullopt;
        from->part = readPart();
        if (!is(Kind::To))
            return std::nullopt;
        ++m_at;
        const auto endPart = readPart();
        auto to = readTime(false);
        if (!to)
            return std::nullopt;
        to->part = endPart;
        if (is(Kind::Part)) {
            // "sáng 7h-11h chiều 1h-5h": the half belongs to what follows.
            const bool opensNext = beginsTimes(1);
            if (opensNext ? !both : endPart.has_value())
                return std::nullopt;
            if (!opensNext)
                to->part = readPart();
        }
        return is(Kind::To) ? std::nullopt : spanOfTimes(*from, *to, both);
    }

    std::optional<SaidTime> readTime(bool mayBeBare)
    {
        const HoursWord said = word();
        const bool bare = mayBeBare && said.kind == Kind::Number && said.value <= 24;
        if (!bare && said.kind != Kind::Time)
            return std::nullopt;
        ++m_at;
        return SaidTime{bare ? said.value * 60 : said.value, said.exact, {}};
    }

    const Words &m_words;
    std::size_t m_at = 0;
    std::vector<Item> m_items;
    bool m_afterFrom = false; ///< "từ" was said in front
    bool m_shortDays = false; ///< "thứ" or "T" was said, so that a number may be a day
};

/// Finds every way to divide items into rules.
class RuleFinder
{
public:
    explicit RuleFinder(const std::vector<Item> &items) : m_items(items) {}

    /// Nothing when there are too many.
    std::optional<std::vector<WeekRules>> all()
    {
        tryFrom(0, {});
        if (m_tries > mostTries)
            return std::nullopt;
        return m_found;
    }

private:
    using ItemKind = Item::Kind;

    bool is(std::size_t at, ItemKind kind) const { return at < m_items.size() && m_items[at].kind == kind; }
    bool isApart(std::size_t at) const
    {
        return at >= m_items.size() || m_items[at].apart || is(at, ItemKind::End);
    }
    /// "nghỉ 11h-13h" takes away hours, which is not known here.
    bool takesHours(std::size_t at) const { return is(at, ItemKind::Times) && !isApart(at); }

    /// Days up to an end that was chosen; 0 when there is none, one is said twice, or no comma is between
    /// them.
    int daysIn(std::size_t begin, std::size_t end) const
    {
        int days = 0;
        for (std::size_t at = begin; at < end; ++at) {
            if (!is(at, ItemKind::Days) || (days & m_items[at].days) != 0 ||
                (at > begin && !m_items[at].apart))
                return 0;
            days |= m_items[at].days;
        }
        return days;
    }

    void goOn(std::size_t at, WeekRules rules, WeekRule rule)
    {
        rules.push_back(std::move(rule));
        tryFrom(at, std::move(rules));
    }

    void tryFrom(std::size_t at, WeekRules rules)
    {
        if (++m_tries > mostTries)
            return;
        if (at == m_items.size())
            return m_found.push_back(std::move(rules));
        if (is(at, ItemKind::End))
            tryFrom(at + 1, std::move(rules));
        else if (is(at, ItemKind::Days))
            tryDays(at, rules);
        else if (is(at, ItemKind::Times))
            tryTimes(at, rules);
        else
            tryClosed(at, rules);
    }

    /// "T2-T6 7h-17h", "hằng ngày 7h-17h trừ CN", "CN nghỉ".
    void tryDays(std::size_t at, const WeekRules &rules)
    {
        for (std::size_t end = at + 1; const int days = daysIn(at, end); ++end) {
            if (is(end, ItemKind::Times)) {
                const WeekRule rule{WeekRule::Form::DaysFirst, days, m_items[end].spans};
                goOn(end + 1, rules, rule);
                tryExcept(end + 1, rules, rule);
            } else if (is(end, ItemKind::Closed) && !takesHours(end + 1)) {
                goOn(end + 1, rules, {WeekRule::Form::Closed, days});
            }
            tryDaysExcept(end, days, rules);
        }
    }

    /// "hằng ngày trừ CN 7h-17h".
    void tryDaysExcept(std::size_t at, int days, const WeekRules &rules)
    {
        if (!is(at, ItemKind::Except) && !(is(at, ItemKind::Closed) && !isApart(at + 1)))
            return;
        for (std::size_t end = at + 2; const int but = daysIn(at + 1, end); ++end)
            if (is(end, ItemKind::Times) && (days & but) == but && days != but)
                goOn(end + 1, rules, {WeekRule::Form::DaysFirst, days & ~but, m_items[end].spans});
    }

    /// "7h-17h T2-T6", "7h-17h hằng ngày trừ CN", "7h-17h".
    void tryTimes(std::size_t at, const WeekRules &rules)
    {
        const WeekRule daily{WeekRule::Form::HoursOnly, everyDay, m_items[at].spans};
        if (m_items[at].apart && isApart(at + 1))
            goOn(at + 1, rules, daily);
        tryExcept(at + 1, rules, daily);
        for (std::size_t end = at + 2; const int days = daysIn(at + 1, end); ++end) {
            const WeekRule rule{WeekRule::Form::HoursFirst, days, m_items[at].spans};
            goOn(end, rules, rule);
            tryExcept(end, rules, rule);
        }
    }

    void tryExcept(std::size_t at, const WeekRules &rules, const WeekRule &rule)
    {
        if (!is(at, ItemKind::Except))
            return;
        for (std::size_t end = at + 2; const int but = daysIn(at + 1, end); ++end)
            if ((rule.days & but) == but && rule.days != but)
                goOn(end, rules, {rule.form, rule.days & ~but, rule.spans});
    }

    /// "nghỉ CN".
    void tryClosed(std::size_t at, const WeekRules &rules)
    {
        if (!is(at, ItemKind::Closed))
            return;
        for (std::size_t end = at + 2; const int days = daysIn(at + 1, end); ++end)
            if (!takesHours(end))
                goOn(end, rules, {WeekRule::Form::Closed, days});
    }

    const std::vector<Item> &m_items;
    std::vector<WeekRules> m_found;
    int m_tries = 0;
};

/// The days of all rules, without those that are closed. Nothing when the rules contradict each other, or are
/// not of one form.
std::optional<std::vector<OpeningSpan>> spansOf(const WeekRules &rules)
{
    int closed = 0;
    std::set<WeekRule::Form> forms;
    for (const WeekRule &rule : rules) {
        if (rule.form == WeekRule::Form::Closed)
            closed |= rule.days;
        else
            forms.insert(rule.form);
    }
    if (forms.size() != 1)
        return std::nullopt;
    std::vector<OpeningSpan> spans;
    for (const WeekRule &rule : rules) {
        if (rule.form == WeekRule::Form::Closed)
            continue;
        if ((rule.days & ~closed) == 0)
            return std::nullopt;
        for (int day = 1; day <= 7; ++day)
            if ((rule.days & ~closed & dayBit(day)) != 0)
                for (const TimeSpan &span : rule.spans)
                    spans.push_back({day, span.from, span.to});
    }
    std::ranges::sort(spans);
    return spans;
}

} // namespace

std::optional<std::vector<OpeningSpan>> openingSpansOf(const QString &text)
{
    const auto words = openingHoursWords(text);
    if (!words)
        return std::nullopt;
    if (words->empty())
        return std::vector<OpeningSpan>();
    const auto items = ItemReader(*words).items();
    if (!items)
        return std::nullopt;
    const auto ways = RuleFinder(*items).all();
    if (!ways)
        return std::nullopt;
    std::set<std::vector<OpeningSpan>> meanings;
    for (const WeekRules &rules : *ways)
        if (auto spans = spansOf(rules))
            meanings.insert(std::move(*spans));
    if (meanings.size() != 1)
        return std::nullopt;
    return *meanings.begin();
}

} // namespace checkpoint
