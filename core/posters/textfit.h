#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// The font of everything printed, `posterFontPixels` high; painters scale it, so that a text is as wide on
/// every device.
QFont posterFont(bool bold);
inline constexpr int posterFontPixels = 100;

/// The width of a text in ems.
double textWidth(const QString &text, bool bold);

/// The height of a line in ems: what stacked Vietnamese marks need above and dots below.
inline constexpr double lineHeight = 1.25;

/// The room a text has, in millimetres.
struct TextRoom
{
    double width = 0;
    double height = 0;
    double largest = 0; ///< size of the em
    double least = 0;   ///< below it the text counts as cut
    int mostLines = 1;
};

/// A text broken into lines.
struct FittedText
{
    QStringList lines;
    double size = 0; ///< of the em, millimetres

    double height() const { return lines.size() * size * lineHeight; }
};

/// The text at the largest size at which it fits, its lines about equally long. A word that is wider than the
/// room is broken where it must be. Nothing when it does not fit at the least size: then it must not be
/// printed cut.
std::optional<FittedText> fitText(const QString &text, bool bold, const TextRoom &room);

} // namespace checkpoint
