#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace checkpoint {

/// The half of the day that is said with a time: "5 giờ chiều", "5 pm".
enum class DayPart { Morning, Noon, Afternoon, Evening, Night, Am, Pm };

/// A word or sign of opening hours.
struct HoursWord
{
    enum class Kind {
        Day,
        Days, ///< several at once: "hằng ngày"
        Time,
        Number,  ///< an hour or a day, by what stands around it
        DayName, ///< "hai" … "bảy" without "thứ"
        Part,
        AllDay,
        Closed,
        Except,
        To,
        From,
        Filler, ///< "mở cửa": says nothing more
        And,
        Comma,
        Colon,
        End,           ///< of a rule
        FromOrTuesday, ///< "tu"
        ToOrEvening,   ///< "toi"
    };

    Kind kind = Kind::End;
    int value = 0;           ///< day 1 … 7, minutes, number, or a bit for each day from Monday on
    bool vietnamese = false; ///< no word of English
    bool exact = false;      ///< a time as a clock of 24 hours shows it: "07:00"; "tu" as a name: "Tu"
    DayPart part = DayPart::Am;
};

constexpr int everyDay = 0x7f;

/// The words of a text of opening hours. Nothing when one of them is not understood.
std::optional<std::vector<HoursWord>> openingHoursWords(const QString &text);

} // namespace checkpoint
