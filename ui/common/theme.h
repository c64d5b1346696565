#pragma once

#include "ui/common/tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace checkpoint {

enum class ThemeKind { Light, Dark };

/// "light" or "dark", as kept in the settings; anything else is light.
QString themeId(ThemeKind theme);
ThemeKind themeFromId(const QString &id);

/// Gives the whole program its look: Fusion, our palette, a small style sheet. May be called again at any
/// time; every open window follows at once.
void applyTheme(QApplication &application, ThemeKind theme);

/// The colours that belong to a widget's palette. A widget that paints itself asks anew in every paint event.
const Colours &coloursOf(const QPalette &palette);

/// The program's font in a size of the tokens, in pixels.
QFont textFont(int pixelSize, bool strong = false);

/// Puts a text colour of the style sheet on a label: "", "quiet", "in", "out", "ask", "refused", "accent",
/// "onAlarm".
void setTone(QWidget *widget, QLatin1StringView tone);

/// The contrast of two colours as WCAG 2 defines it, 1 to 21.
double contrastRatio(QRgb first, QRgb second);

} // namespace checkpoint
