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

/// "8:30", "08:30:00", "8h30", "8h", "8g30", "8.30", "8:30 am", "2:15 chiều", "8:30 SA".
std::optional<QTime> timeOfTyped(const QString &text);

/// "21/11/2026", "1-2-2026", "21.11.2026", "2026-11-21".
std::optional<QDate> dateOfTyped(const QString &text);

} // namespace checkpoint
