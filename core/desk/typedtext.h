#pragma once

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>

namespace checkpoint {

/// What is wrong with something that a person wrote.
enum class TextFault {
    Empty,             ///< nothing but blanks
    TooLong,           ///< more than longestTyped characters
    ControlCharacters, ///< line breaks or characters that cannot be seen
    Invalid,           ///< not what the field takes: no such number, year, time …
};

/// The most characters that a written text may have.
inline constexpr int longestTyped = 200;

/// The text as it is kept: NFC, without blanks at its ends, one blank where there were several.
QString tidyTyped(const QString &text);

/// What is wrong with a tidy text; nothing when it is right. An empty one is right.
std::optional<TextFault> faultOfTyped(const QString &tidy);

/// "8:30", "08:30:00", "8h30", "8h", "8g30", "8 giờ 30", "8 giờ rưỡi", "8.30", "8:30 am", "2:15 chiều",
/// "8:30 SA", "10 giờ đêm".
std::optional<QTime> timeOfTyped(const QString &text);

/// What is written where nothing but a time is asked for: as timeOfTyped(), and "1730", "730", "17", "17:".
std::optional<QTime> timeOfAsked(const QString &text);

/// "21/11/2026", "1-2-2026", "21.11.2026", "2026-11-21".
std::optional<QDate> dateOfTyped(const QString &text);

} // namespace checkpoint
