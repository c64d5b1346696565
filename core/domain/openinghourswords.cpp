#include "core/domain/openinghours.h"
#include "core/domain/openinghourswords_p.h"
#include "core/domain/textfolding.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using Kind = HoursWord::Kind;

constexpr int minutesOfHour = 60;

/// Letters, digits or a sign, as they stand in the text.
struct Piece
{
    QString text;       ///< in lower case
    QString folded;     ///< without diacritics
    bool apart = false; ///< a blank stands in front of it
    bool named = false; ///< begins with a capital letter and ends in a small one

    bool isNumber() const { return text.front().isDigit(); }
    bool isWord() const { return text.front().isLetter(); }
    /// Typed without diacritics, as every word of English is.
    bool isPlain() const { return text == folded; }
};

using Pieces = std::vector<Piece>;

Pieces piecesOf(const QString &text)
{
    static const QRegularExpression piece(u"[0-9]+|\\p{L}[\\p{L}\\p{M}]*|\\S"_s);
    Pieces pieces;
    qsizetype end = 0;
    for (auto each = piece.globalMatch(text.normalized(QString::NormalizationForm_C)); each.hasNext();) {
        const auto match = each.next();
        const QString word = match.captured().toLower();
        const QStringView typed = match.capturedView();
        const bool named = typed.front() != word.front() && typed.back() == word.back();
        pieces.push_back({word, foldedText(word), match.capturedStart() > end, named});
        end = match.capturedEnd();
    }
    return pieces;
}

struct Phrase
{
    Phrase(QLatin1StringView text, const HoursWord &meaning) : words(QString(text).split(u' ')), word(meaning)
    {
    }

    QStringList words; ///< folded
    HoursWord word;
};

HoursWord said(Kind kind, int value = 0)
{
    HoursWord word;
    word.kind = kind;
    word.value = value;
    word.vietnamese = true;
    return word;
}

HoursWord saidPart(DayPart part)
{
    HoursWord word = said(Kind::Part);
    word.part = part;
    return word;
}

/// What is said in Vietnamese; longer ones in front of what they begin with.
const std::vector<Phrase> &vietnamesePhrases()
{
    static const std::vector<Phrase> phrases{
        {"tat ca cac ngay trong tuan"_L1, said(Kind::Days, everyDay)},
        {"tat ca cac ngay"_L1, said(Kind::Days, everyDay)},
        {"hang ngay"_L1, said(Kind::Days, everyDay)},
        {"moi ngay"_L1, said(Kind::Days, everyDay)},
        {"ca tuan"_L1, said(Kind::Days, everyDay)},
        {"cuoi tuan"_L1, said(Kind::Days, 0x60)},
        {"chu nhat"_L1, said(Kind::Day, 7)},
        {"chua nhat"_L1, said(Kind::Day, 7)},
        {"cn"_L1, said(Kind::Day, 7)},
        {"khong lam viec"_L1, said(Kind::Closed)},
        {"khong mo cua"_L1, said(Kind::Closed)},
        {"dong cua ca ngay"_L1, said(Kind::Closed)},
        {"dong cua"_L1, said(Kind::Closed)},
        {"nghi ca ngay"_L1, said(Kind::Closed)},
        {"nghi"_L1, said(Kind::Closed)},
        {"ngoai tru"_L1, said(Kind::Except)},
        {"tru"_L1, said(Kind::Except)},
        {"ca ngay lan dem"_L1, said(Kind::AllDay)},
        {"ca ngay va dem"_L1, said(Kind::AllDay)},
        {"ca ngay"_L1, said(Kind::AllDay)},
        {"suot ngay lan dem"_L1, said(Kind::AllDay)},
        {"suot ngay va dem"_L1, said(Kind::AllDay)},
        {"suot ngay"_L1, said(Kind::AllDay)},
        {"buoi sang"_L1, saidPart(DayPart::Morning)},
        {"buoi trua"_L1, saidPart(DayPart::Noon)},
        {"buoi chieu"_L1, saidPart(DayPart::Afternoon)},
        {"buoi toi"_L1, saidPart(DayPart::Evening)},
        {"sang"_L1, saidPart(DayPart::Morning)},
        {"trua"_L1, saidPart(DayPart::Noon)},
        {"chieu"_L1, saidPart(DayPart::Afternoon)},
        {"dem"_L1, saidPart(DayPart::Night)},
        {"khuya"_L1, saidPart(DayPart::Night)},
        {"den"_L1, said(Kind::To)},
        {"va"_L1, said(Kind::And)},
        {"hai"_L1, said(Kind::DayName, 1)},
        {"ba"_L1, said(Kind::DayName, 2)},
        {"nam"_L1, said(Kind::DayName, 4)},
        {"bay"_L1, said(Kind::DayName, 6)},
        // What adds nothing.
        {"gio mo cua"_L1, said(Kind::Filler)},
        {"gio lam viec"_L1, said(Kind::Filler)},
        {"mo cua"_L1, said(Kind::Filler)},
        {"lam viec"_L1, said(Kind::Filler)},
        {"cac ngay"_L1, said(Kind::Filler)},
        {"ngay"_L1, said(Kind::Filler)},
    };
    return phrases;
}

const std::vector<Phrase> &englishPhrases()
{
    static const std::vector<Phrase> phrases = [] {
        std::vector<Phrase> all{
            {"every day"_L1, said(Kind::Days, everyDay)},
            {"everyday"_L1, said(Kind::Days, everyDay)},
            {"daily"_L1, said(Kind::Days, everyDay)},
            {"weekdays"_L1, said(Kind::Days, 0x1f)},
            {"weekends"_L1, said(Kind::Days, 0x60)},
            {"weekend"_L1, said(Kind::Days, 0x60)},
            {"closed"_L1, said(Kind::Closed)},
            {"off"_L1, said(Kind::Closed)},
            {"except"_L1, said(Kind::Except)},
            {"all day"_L1, said(Kind::AllDay)},
            {"to"_L1, said(Kind::To)},
            {"until"_L1, said(Kind::To)},
            {"till"_L1, said(Kind::To)},
            {"and"_L1, said(Kind::And)},
            {"from"_L1, said(Kind::From)},
            {"open"_L1, said(Kind::Filler)},
            {"on"_L1, said(Kind::Filler)},
            {"tu"_L1, said(Kind::FromOrTuesday, 2)},
        };
        constexpr std::pair<QLatin1StringView, int> days[] = {
            {"mo"_L1, 1},       {"mon"_L1, 1},       {"monday"_L1, 1},    {"mondays"_L1, 1},
            {"tue"_L1, 2},      {"tues"_L1, 2},      {"tuesday"_L1, 2},   {"tuesdays"_L1, 2},
            {"we"_L1, 3},       {"wed"_L1, 3},       {"wednesday"_L1, 3}, {"wednesdays"_L1, 3},
            {"th"_L1, 4},       {"thu"_L1, 4},       {"thur"_L1, 4},      {"thurs"_L1, 4},
            {"thursday"_L1, 4}, {"thursdays"_L1, 4}, {"fr"_L1, 5},        {"fri"_L1, 5},
            {"friday"_L1, 5},   {"fridays"_L1, 5},   {"sa"_L1, 6},        {"sat"_L1, 6},
            {"saturday"_L1, 6}, {"saturdays"_L1, 6}, {"su"_L1, 7},        {"sun"_L1, 7},
            {"sunday"_L1, 7},   {"sundays"_L1, 7}};
        for (const auto &[name, day] : days)
            all.push_back({name, said(Kind::Day, day)});
        for (Phrase &each : all)
            each.word.vietnamese = false;
        return all;
    }();
    return phrases;
}

/// Reads pieces one word after another.
class Reader
{
public:
    explicit Reader(Pieces pieces)
        : m_pieces(std::move(pieces))
        , m_hasMarks(std::ranges::any_of(m_pieces, [](const Piece &each) { return !each.isPlain(); }))
    {
    }

    /// Whether somebody types with diacritics.
    bool hasMarks() const { return m_hasMarks; }
    bool atEnd() const { return m_at >= m_pieces.size(); }

    std::optional<HoursWord> next()
    {
        for (const auto read :
             {&Reader::numberedDay, &Reader::time, &Reader::marked, &Reader::phrase, &Reader::sign}) {
            const std::size_t begin = m_at;
            if (const auto word = (this->*read)())
                return word;
            m_at = begin;
        }
        return std::nullopt;
    }

private:
    const Piece *piece(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_pieces.size() ? &m_pieces[m_at + ahead] : nullptr;
    }
    bool isSign(std::size_t ahead, char16_t sign) const
    {
        return piece(ahead) && !piece(ahead)->apart && piece(ahead)->text == QChar(sign);
    }
    bool isNumber(std::size_t ahead, int mostDigits) const
    {
        return piece(ahead) && piece(ahead)->isNumber() && piece(ahead)->text.size() <= mostDigits;
    }
    bool isWord(std::size_t ahead, std::initializer_list<QLatin1StringView> words) const
    {
        return piece(ahead) && piece(ahead)->isWord() &&
               std::ranges::find(words, piece(ahead)->folded) != words.end();
    }
    bool isHourSign(std::size_t ahead) const { return isWord(ahead, {"h"_L1, "g"_L1, "gio"_L1}); }
    bool isTime(std::size_t ahead) const
    {
        return isNumber(ahead, 2) &&
               (isHourSign(ahead + 1) || isWord(ahead + 1, {"am"_L1, "pm"_L1}) ||
                (isSign(ahead + 1, u':') && isNumber(ahead + 2, 2) && !piece(ahead + 2)->apart));
    }

    /// "T2", "thứ 2", "thứ hai".
    std::optional<HoursWord> numberedDay()
    {
        static constexpr std::array names{"hai"_L1, "ba"_L1, "tu"_L1, "nam"_L1, "sau"_L1, "bay"_L1};
        if (!isWord(0, {"t"_L1, "th"_L1, "thu"_L1}) || !piece(1))
            return std::nullopt;
        const Piece &number = *piece(1);
        const bool joined = !number.apart;
        int day = 0;
        if (isNumber(1, 1) && (joined || (piece()->text != "t"_L1 && !isTime(1))))
            day = number.text.toInt() - 1;
        else if (number.isWord() && piece()->folded == "thu"_L1)
            day = int(std::ranges::find(names, number.folded) - names.begin()) + 1;
        if (day < 1 || day > 6 || (joined && piece(2) && piece(2)->isWord() && !piece(2)->apart))
            return std::nullopt;
        m_at += 2;
        return said(Kind::Day, day);
    }

    /// "07:00", "7h30", "7 giờ 30 phút", "7 giờ rưỡi", "5pm"; a number by itself.
    std::optional<HoursWord> time()
    {
        if (!isNumber(0, 2))
            return std::nullopt;
        if (const auto all = wholeDay())
            return all;
        const QString hours = piece()->text;
        HoursWord word;
        word.value = hours.toInt();
        if (!isTime(0)) {
            ++m_at;
            word.kind = Kind::Number;
            return word;
        }
        word.kind = Kind::Time;
        ++m_at;
        int minutes = 0;
        if (isSign(0, u':')) {
            if (piece(1)->text.size() != 2)
                return std::nullopt;
            minutes = piece(1)->text.toInt();
            word.exact = hours.size() == 2;
            m_at += 2;
        } else if (isHourSign(0)) {
            word.vietnamese = piece()->folded == "gio"_L1;
            ++m_at;
            minutes = minutesAfterHour();
        }
        if (word.value > 24 || minutes > 59 || word.value * minutesOfHour + minutes > minutesOfDay)
            return std::nullopt;
        word.value = word.value * minutesOfHour + minutes;
        return word;
    }

    int minutesAfterHour()
    {
        int minutes = 0;
        if (isNumber(0, 2) && piece()->text.size() == 2 && !(isTime(0) || isSign(1, u'/'))) {
            minutes = piece()->text.toInt();
            ++m_at;
            if (isWord(0, {"p"_L1, "ph"_L1, "phut"_L1}))
                ++m_at;
        } else if (isWord(0, {"ruoi"_L1})) {
            minutes = minutesOfHour / 2;
            ++m_at;
        }
        return minutes;
    }

    /// "24/24", "24/24h", "24h/24h".
    std::optional<HoursWord> wholeDay()
    {
        const std::size_t slash = isHourSign(1) ? 2 : 1;
        if (piece()->text != "24"_L1 || !isSign(slash, u'/') || !isNumber(slash + 1, 2) ||
            piece(slash + 1)->text != "24"_L1)
            return std::nullopt;
        m_at += slash + 2;
        if (isHourSign(0))
            ++m_at;
        return said(Kind::AllDay);
    }

    /// Words that their diacritics tell from others.
    std::optional<HoursWord> marked()
    {
        if (isWord(0, {"am"_L1, "pm"_L1}) && piece()->isPlain()) {
            HoursWord word = saidPart(piece()->text == "am"_L1 ? DayPart::Am : DayPart::Pm);
            word.vietnamese = false;
            ++m_at;
            return word;
        }
        const QString text = piece()->text;
        std::optional<HoursWord> word;
        if (text == u"từ")
            word = said(Kind::From);
        else if (text == u"mở" && !isWord(1, {"cua"_L1}))
            word = said(Kind::Filler);
        else if (text == u"sáu" || (text == u"sau" && !m_hasMarks)) // with diacritics "sau" is "after"
            word = said(Kind::DayName, 5);
        else if (text == u"tư")
            word = said(Kind::DayName, 3);
        else if (text == u"tới")
            word = said(Kind::To);
        else if (text == u"tối")
            word = saidPart(DayPart::Evening);
        else if (text == u"toi")
            word = said(Kind::ToOrEvening);
        if (word)
            ++m_at;
        return word;
    }

    std::optional<HoursWord> phrase()
    {
        for (const auto *phrases : {&vietnamesePhrases(), &englishPhrases()}) {
            for (const Phrase &each : *phrases) {
                const QStringList &words = each.words;
                bool same = true;
                for (qsizetype i = 0; same && i < words.size(); ++i)
                    same = piece(std::size_t(i)) && piece(std::size_t(i))->folded == words[i] &&
                           (each.word.vietnamese || piece(std::size_t(i))->isPlain());
                if (!same)
                    continue;
                HoursWord word = each.word;
                word.exact = word.kind == Kind::FromOrTuesday && piece()->named;
                m_at += std::size_t(words.size());
                return word;
            }
        }
        return std::nullopt;
    }

    std::optional<HoursWord> sign()
    {
        static const std::vector<std::pair<QString, Kind>> signs{
            {u"-–—−~"_s, Kind::To}, {u",()"_s, Kind::Comma}, {u":"_s, Kind::Colon},
            {u";"_s, Kind::End},    {u"&"_s, Kind::And},
        };
        const QString text = piece()->text;
        const auto kind =
            std::ranges::find_if(signs, [&](const auto &each) { return each.first.contains(text); });
        const bool endsSentence = text == u'.' && (!piece(1) || piece(1)->apart);
        if (kind == signs.end() && !endsSentence)
            return std::nullopt;
        ++m_at;
        return HoursWord{.kind = endsSentence ? Kind::End : kind->second};
    }

    Pieces m_pieces;
    bool m_hasMarks;
    std::size_t m_at = 0;
};

bool is(const std::vector<HoursWord> &words, std::size_t at, std::initializer_list<Kind> kinds)
{
    return at < words.size() && std::ranges::find(kinds, words[at].kind) != kinds.end();
}

/// "toi" between two times or two days is "tới", otherwise "tối".
void tellEvenings(std::vector<HoursWord> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind != Kind::ToOrEvening)
            continue;
        const bool timeBefore = i > 0 && is(words, i - 1, {Kind::Time, Kind::Number, Kind::Part});
        const bool dayBefore = i > 0 && is(words, i - 1, {Kind::Day});
        const bool between = (timeBefore && is(words, i + 1, {Kind::Time, Kind::Number, Kind::Part})) ||
                             (dayBefore && is(words, i + 1, {Kind::Day, Kind::DayName}));
        words[i] = between ? said(Kind::To) : saidPart(DayPart::Evening);
    }
}

/// "tu" is "từ" where only Vietnamese stands around it, and Tuesday beside other English days or as "Tu
/// 07:00" writes it. False when it may be either: a day too many or too few turns people away.
bool tellTuesdays(std::vector<HoursWord> &words, bool hasMarks)
{
    const bool vietnamese = std::ranges::any_of(words, &HoursWord::vietnamese);
    const bool english = std::ranges::any_of(
        words, [](const HoursWord &word) { return word.kind == Kind::Day && !word.vietnamese; });
    const bool exact = std::ranges::all_of(
        words, [](const HoursWord &word) { return word.kind != Kind::Time || word.exact; });
    for (std::size_t i = 0; i < words.size(); ++i) {
        HoursWord &word = words[i];
        if (word.kind != Kind::FromOrTuesday)
            continue;
        std::size_t before = i;
        while (before > 0 && words[before - 1].kind == Kind::Colon)
            --before;
        const bool afterDays = before > 0 && is(words, before - 1, {Kind::Day, Kind::Days});
        const bool listed = i > 0 && is(words, i - 1, {Kind::Comma, Kind::And, Kind::To}) && i > 1 &&
                            is(words, i - 2, {Kind::Day, Kind::DayName});
        if (english || (!vietnamese && word.exact && exact))
            word.kind = Kind::Day;
        else if (!vietnamese || (listed && is(words, i + 1, {Kind::Time, Kind::Number})))
            return false;
        else if (listed && !is(words, i + 1, {Kind::Day}))
            word = said(Kind::DayName, 3);
        else if (is(words, i + 1, {Kind::Day}) || afterDays ||
                 (!hasMarks && is(words, i + 1, {Kind::Time, Kind::Number})))
            word = said(Kind::From);
        else
            return false;
    }
    return true;
}

} // namespace

std::optional<std::vector<HoursWord>> openingHoursWords(const QString &text)
{
    Reader reader(piecesOf(text));
    std::vector<HoursWord> words;
    while (!reader.atEnd()) {
        const std::optional<HoursWord> word = reader.next();
        if (!word)
            return std::nullopt;
        words.push_back(*word);
    }
    tellEvenings(words);
    if (!tellTuesdays(words, reader.hasMarks()))
        return std::nullopt;
    return words;
}

} // namespace checkpoint
