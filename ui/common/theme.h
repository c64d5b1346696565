#pragma once

#include "ui/common/tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace checkpoint {

enum class ThemeKind {
    Light,
    Dark,
    Contrast, ///< for weak eyes and bad light: white on black, edges as strong as the text
};

/// "light", "dark" or "contrast", as kept in the settings; anything else is light.
QString themeId(ThemeKind theme);
ThemeKind themeFromId(const QString &id);

/// The sizes of text that can be chosen, per cent of the tokens.
inline constexpr int textSizes[] = {100, 125, 150};

/// Gives the whole program its look: Fusion, our palette, a small style sheet, text in `textSize` per cent of
/// the tokens. May be called again at any time; every open window follows at once.
void applyTheme(QApplication &application, ThemeKind theme, int textSize = 100);

/// The size of text in use, per cent.
int textSize();
/// A measure that follows the size of text, such as the width of a column of words.
int textScaled(int pixels);

/// The colours that belong to a widget's palette. A widget that paints itself asks anew in every paint event.
const Colours &coloursOf(const QPalette &palette);

/// The program's font in a size of the tokens, in pixels, larger as the size of text in use is.
QFont textFont(int pixelSize, bool strong = false);

/// Puts a text colour of the style sheet on a label: "", "quiet", "in", "out", "ask", "refused", "accent",
/// "onAlarm".
void setTone(QWidget *widget, QLatin1StringView tone);

/// The contrast of two colours as WCAG 2 defines it, 1 to 21.
double contrastRatio(QRgb first, QRgb second);

} // namespace checkpoint
