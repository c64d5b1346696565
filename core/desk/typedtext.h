#pragma once

#include <QString>

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

} // namespace checkpoint
