#include "ui/common/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto textSizeProperty = "checkpointTextSize";
constexpr auto themeProperty = "checkpointTheme";

QPalette paletteFor(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.ground);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.card);
    palette.setColor(QPalette::AlternateBase, colours.card);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::Button, colours.card);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.onAlarm);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.card);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quiet);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Midlight, colours.line);
    palette.setColor(QPalette::Light, colours.hover);
    palette.setColor(QPalette::Dark, colours.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.quiet);
    return palette;
}

const Colours &coloursOf(ThemeKind theme)
{
    switch (theme) {
    case ThemeKind::Light:
        return lightColours;
    case ThemeKind::Dark:
        return darkColours;
    case ThemeKind::Contrast:
        return contrastColours;
    }
    Q_UNREACHABLE();
}

/// The fonts that widgets were given, their sizes as tokens.
QList<std::pair<QWidget *, QFont>> givenFonts(int percent)
{
    QList<std::pair<QWidget *, QFont>> fonts;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        if (QFont font = widget->font(); widget->testAttribute(Qt::WA_SetFont) && font.pixelSize() > 0) {
            font.setPixelSize(qRound(font.pixelSize() * 100.0 / percent));
            fonts.emplace_back(widget, font);
        }
    return fonts;
}

/// The texts of open windows take the size now in use. A style sheet that is set anew brings back the fonts
/// of before: what a widget was given must be known from then.
void giveBack(const QList<std::pair<QWidget *, QFont>> &given, bool resized)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        if (resized && !widget->testAttribute(Qt::WA_SetFont))
            widget->setFont(QFont());
    for (const auto &[widget, was] : given) {
        QFont font = was; // the weight as well: what the sheet brings back may be thin
        font.setPixelSize(textScaled(was.pixelSize()));
        widget->setFont(font);
    }
}

QString styleSheetFor(const Colours &colours)
{
    const auto name = [](QRgb colour) { return QColor(colour).name(); };
    QString sheet = uR"(
QFrame[card="true"] { background: %card; border: 1px solid %line; border-radius: %cardRadiuspx; }
QFrame[card="true"][overlay="true"] { border-color: %border; }
QFrame[rule="true"] { background: %line; border: none; }
QLabel { background: transparent; }
QLabel[tone="quiet"] { color: %quiet; }
QLabel[tone="in"] { color: %in; }
QLabel[tone="out"] { color: %out; }
QLabel[tone="ask"] { color: %ask; }
QLabel[tone="refused"] { color: %refused; }
QLabel[tone="accent"] { color: %accent; }
QLabel[tone="onAlarm"] { color: %onAlarm; }
QLineEdit { background: %card; border: 1px solid %border; border-radius: %radiuspx;
            padding: 0 11px; min-height: 38px; selection-background-color: %accent; selection-color: %onAccent; }
QLineEdit:disabled, QSpinBox:disabled, QTimeEdit:disabled, QDateEdit:disabled { color: %quiet; border-color: %line; }
QLineEdit:focus { border: %ringpx solid %accent; padding: 0 10px; min-height: 36px; }
QPlainTextEdit, QTextBrowser, QListView { background: %card; border: 1px solid %border; border-radius: %radiuspx;
            padding: 4px; selection-background-color: %accent; selection-color: %onAccent; }
QListView { outline: none; selection-background-color: %selection; selection-color: %text; }
QPlainTextEdit:focus, QTextBrowser:focus, QListView:focus { border: %ringpx solid %accent; padding: 3px; }
QListView::indicator { width: 16px; height: 16px; background: %card; border: 1px solid %quiet; border-radius: 3px; }
QListView::indicator:checked { background: %accent; border-color: %accent; image: url(:/marks/tick-%tick.svg); }
QListView#offers, QListView#offers:focus { border: 1px solid %accent; padding: 0; }
QListView#offers::item { min-height: 32px; padding: 0 8px; }
QTextBrowser[plain="true"], QListView[plain="true"] { border: %ringpx solid transparent; padding: 0; }
QTextBrowser[plain="true"]:focus { border: %ringpx solid %accent; }
QSpinBox, QTimeEdit, QDateEdit { background: %card; border: 1px solid %border; border-radius: %radiuspx;
            padding: 0 11px; min-height: 38px; selection-background-color: %accent; selection-color: %onAccent; }
QSpinBox:focus, QTimeEdit:focus, QDateEdit:focus { border: %ringpx solid %accent; padding: 0 10px; min-height: 36px; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button, QDateEdit::up-button,
QDateEdit::down-button { width: 0; height: 0; border: none; }
QSlider { min-height: 40px; background: transparent; border: %ringpx solid transparent; border-radius: %radiuspx; }
QSlider:focus { border: %ringpx solid %accent; }
QSlider::groove:horizontal { height: 4px; background: %line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %accent; border-radius: 2px; }
QSlider::handle:horizontal { background: %accent; width: 20px; height: 20px; margin: -8px 0; border-radius: 10px; }
QTableView { background: %card; border: none; outline: none; gridline-color: %line;
             selection-background-color: %selection; selection-color: %text; }
QHeaderView { background: %card; border: none; }
QHeaderView::section { background: %card; color: %quiet; font-size: %notepx; border: none;
             border-bottom: 1px solid %line; padding: 0 12px; }
QTableCornerButton::section { background: %card; border: none; }
QAbstractScrollArea::corner { background: %card; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %border; border: 3px solid %card; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QComboBox QAbstractItemView { background: %card; border: 1px solid %border; outline: none;
             selection-background-color: %selection; selection-color: %text; }
QComboBox QAbstractItemView::item { min-height: 36px; padding: 0 8px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: %card; min-height: 44px; }
QCalendarWidget QToolButton { background: transparent; color: %text; border: none; border-radius: %radiuspx;
             min-width: 40px; min-height: 40px; font-weight: 600; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: %selection; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView { selection-background-color: %accent; selection-color: %onAccent; }
QMenu { background: %card; color: %text; border: 1px solid %border; }
QMenu::item { padding: 8px 16px; }
QMenu::item:selected { background: %selection; }
QMenu::item:disabled { background: %card; color: %quiet; }
QToolTip { background: %card; color: %text; border: 1px solid %border; padding: 4px 8px; }
)"_s;
    const std::pair<QLatin1StringView, QString> values[] = {
        {"%cardRadius"_L1, QString::number(tokens::cardRadius)},
        {"%radius"_L1, QString::number(tokens::controlRadius)},
        {"%ring"_L1, QString::number(tokens::focusRing)},
        {"%note"_L1, QString::number(textScaled(tokens::noteText))},
        {"%card"_L1, name(colours.card)},
        {"%line"_L1, name(colours.line)},
        {"%border"_L1, name(colours.border)},
        {"%text"_L1, name(colours.text)},
        {"%quiet"_L1, name(colours.quiet)},
        {"%selection"_L1, name(colours.selection)},
        {"%accent"_L1, name(colours.accent)},
        {"%tick"_L1, contrastRatio(colours.accent, 0xffffffff) > contrastRatio(colours.accent, 0xff000000)
                         ? u"light"_s
                         : u"dark"_s},
        {"%onAccent"_L1, name(colours.onAccent)},
        {"%onAlarm"_L1, name(colours.onAlarm)},
        {"%in"_L1, name(colours.in)},
        {"%out"_L1, name(colours.out)},
        {"%ask"_L1, name(colours.ask)},
        {"%refused"_L1, name(colours.refused)},
    };
    for (const auto &[key, value] : values)
        sheet.replace(key, value);
    return sheet;
}

double relativeLuminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

} // namespace

QString themeId(ThemeKind theme)
{
    constexpr QLatin1StringView ids[] = {"light"_L1, "dark"_L1, "contrast"_L1};
    return ids[size_t(theme)];
}

ThemeKind themeFromId(const QString &id)
{
    for (const ThemeKind theme : {ThemeKind::Dark, ThemeKind::Contrast})
        if (id == themeId(theme))
            return theme;
    return ThemeKind::Light;
}

void applyTheme(QApplication &application, ThemeKind theme, int textSize)
{
    // All windows would be polished anew, which takes a second and more.
    const QVariant applied = application.property(themeProperty);
    if (applied == int(theme) && checkpoint::textSize() == textSize)
        return;
    application.setProperty(themeProperty, int(theme));
    const Colours &colours = coloursOf(theme);
    if (application.style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0 &&
        application.styleSheet().isEmpty())
        application.setStyle(QStyleFactory::create(u"Fusion"_s));
    const int before = checkpoint::textSize();
    const bool resized = before != textSize || textSize != textSizes[0];
    const auto given = givenFonts(before);
    application.setProperty(textSizeProperty, textSize);
    application.setFont(textFont(tokens::bodyText));
    application.setPalette(paletteFor(colours));
    application.setStyleSheet(styleSheetFor(colours));
    giveBack(given, resized);
}

int textSize()
{
    const QVariant chosen = qApp ? qApp->property(textSizeProperty) : QVariant();
    return chosen.isValid() ? chosen.toInt() : textSizes[0];
}

int textScaled(int pixels)
{
    return qRound(pixels * textSize() / 100.0);
}

const Colours &coloursOf(const QPalette &palette)
{
    // A style sheet may put a card's colour where a window's ground was.
    const QColor ground = palette.color(QPalette::Window);
    if (ground.rgb() == contrastColours.ground || ground.rgb() == contrastColours.card)
        return contrastColours;
    return ground.lightness() < 128 ? darkColours : lightColours;
}

QFont textFont(int pixelSize, bool strong)
{
    QFont font(QString::fromLatin1(tokens::fontFamily));
    font.setPixelSize(textScaled(pixelSize));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

void setTone(QWidget *widget, QLatin1StringView tone)
{
    if (widget->property("tone").toString() == tone)
        return;
    widget->setProperty("tone", QString(tone));
    const QFont font = widget->font();
    widget->style()->unpolish(widget); // also takes back the font
    widget->style()->polish(widget);
    widget->setFont(font);
}

double contrastRatio(QRgb first, QRgb second)
{
    const double a = relativeLuminance(first);
    const double b = relativeLuminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace checkpoint
