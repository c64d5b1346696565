#include "ui/scanview/devicechip.h"

#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QKeyEvent>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dotSize = 10;
constexpr int edge = 5; ///< above the first line and below the second

int lineHeight()
{
    return textScaled(19);
}

QRgb stateColour(const Colours &colours, const DeviceInfo &device)
{
    switch (device.state) {
    case DeviceState::Running:
        return device.isProven ? colours.in : colours.quiet;
    case DeviceState::Starting:
        return colours.ask;
    case DeviceState::Finished:
        return colours.quiet;
    case DeviceState::Missing:
    case DeviceState::Silent:
    case DeviceState::Failed:
        return colours.refused;
    }
    Q_UNREACHABLE();
}

bool isEnter(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
           (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

} // namespace

DeviceChip::DeviceChip(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DeviceChip::setDevice(const DeviceInfo &device)
{
    m_device = device;
    setAccessibleName(device.name);
    setAccessibleDescription(words());
    setToolTip(device.name);
    updateGeometry();
    update();
}

QString DeviceChip::words() const
{
    return deviceStateWord(m_device.state, m_device.isProven) + u" · "_s +
           directionRuleWord(m_device.direction);
}

int DeviceChip::usualHeight()
{
    return qMax(tokens::primaryHeight, 2 * (lineHeight() + edge));
}

QSize DeviceChip::sizeHint() const
{
    const int first = QFontMetrics(textFont(tokens::noteText, true)).horizontalAdvance(m_device.name);
    const int second = QFontMetrics(textFont(tokens::noteText)).horizontalAdvance(words());
    return {qMax(first, second) + dotSize + 2 * tokens::space12 + tokens::space8 + 2, usualHeight()};
}

QSize DeviceChip::minimumSizeHint() const
{
    const int second = QFontMetrics(textFont(tokens::noteText)).horizontalAdvance(words());
    return {qMin(sizeHint().width(), second + dotSize + 2 * tokens::space12 + tokens::space8 + 2),
            usualHeight()};
}

/// Enter presses it, whatever question waits.
bool DeviceChip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isEnter(*static_cast<const QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractButton::event(event);
}

void DeviceChip::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(*event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void DeviceChip::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double ring = hasFocus() ? tokens::focusRing : 1;
    painter.setPen(QPen(QColor(hasFocus() ? colours.accent : colours.line), ring));
    painter.setBrush(QColor(underMouse() ? colours.hover : colours.card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2),
                            tokens::controlRadius, tokens::controlRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(stateColour(colours, m_device)));
    painter.drawEllipse(QRectF(tokens::space12, edge + (lineHeight() - dotSize) / 2.0, dotSize, dotSize));
    const int left = tokens::space12 + dotSize + tokens::space8;
    const int room = width() - left - tokens::space12;
    const QFont strong = textFont(tokens::noteText, true);
    painter.setFont(strong);
    painter.setPen(QColor(colours.text));
    painter.drawText(QRect(left, edge, room, lineHeight()), Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(m_device.name, Qt::ElideRight, room));
    const QFont note = textFont(tokens::noteText);
    painter.setFont(note);
    painter.setPen(QColor(colours.quiet));
    painter.drawText(QRect(left, edge + lineHeight(), room, lineHeight()), Qt::AlignVCenter,
                     QFontMetrics(note).elidedText(words(), Qt::ElideRight, room));
}

void DeviceChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setDevice(DeviceInfo(m_device));
}

} // namespace checkpoint
