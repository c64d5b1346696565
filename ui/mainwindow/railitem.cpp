#include "ui/mainwindow/railitem.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QPainter>
#include <QShortcut>

namespace checkpoint {

namespace {

/// The place of the key is of one width, so that the icons stand below each other.
int keyWidth()
{
    return QFontMetrics(textFont(tokens::noteText)).horizontalAdvance(QStringLiteral("F10"));
}

} // namespace

RailItem::RailItem(QLatin1StringView icon, const QKeySequence &key, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_key(keyText(key))
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
    setAccessibleDescription(m_key);
    auto *shortcut = new QShortcut(key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &QAbstractButton::click);
}

void RailItem::setLabel(const QString &label)
{
    setText(label);
    setAccessibleName(label);
}

void RailItem::setBrief(bool brief)
{
    m_brief = brief;
    updateGeometry();
}

QSize RailItem::sizeHint() const
{
    return {textScaled(tokens::railWidth),
            m_brief ? tokens::railItemHeight - tokens::space12 : tokens::railItemHeight};
}

/// Where the screen is low the items move together.
QSize RailItem::minimumSizeHint() const
{
    const int word = m_brief ? 0 : QFontMetrics(textFont(tokens::noteText, true)).height();
    return {textScaled(tokens::railWidth), tokens::iconSize + word + tokens::space8};
}

void RailItem::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(tokens::space4, 2, -tokens::space4, -2);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(isChecked() ? colours.selection : colours.hover));
        painter.drawRoundedRect(body, tokens::cardRadius, tokens::cardRadius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(colours.accent), tokens::focusRing));
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), tokens::cardRadius, tokens::cardRadius);
    }
    const QColor ink(isChecked() ? colours.accent : colours.text);
    const QFontMetrics word(textFont(tokens::noteText, true));
    const bool hasWord = body.height() >= tokens::iconSize + word.height();
    const double space = hasWord ? qMax(2.0, (body.height() - tokens::iconSize - word.height()) / 3)
                                 : (body.height() - tokens::iconSize) / 2;
    const double left = (width() - tokens::iconSize - tokens::space8 - keyWidth()) / 2.0;
    const QRectF icon(left, body.top() + space, tokens::iconSize, tokens::iconSize);
    paintIcon(painter, m_icon, icon, ink);
    painter.setPen(QColor(colours.quiet));
    painter.setFont(textFont(tokens::noteText));
    const double keyLeft = icon.right() + tokens::space8;
    painter.drawText(QRectF(keyLeft, icon.top(), width() - keyLeft, icon.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, m_key);
    if (!hasWord)
        return;
    painter.setPen(QColor(colours.text));
    painter.setFont(textFont(tokens::noteText, isChecked()));
    painter.drawText(body.adjusted(0, 0, 0, -space), Qt::AlignBottom | Qt::AlignHCenter, text());
}

} // namespace checkpoint
