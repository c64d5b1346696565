#include "ui/common/toggle.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace checkpoint {

namespace {

constexpr QSize track(40, 22);

} // namespace

Toggle::Toggle(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Toggle::setLabel(const QString &label)
{
    setText(label);
    setAccessibleName(label);
    updateGeometry();
}

QSize Toggle::sizeHint() const
{
    const int words = QFontMetrics(textFont(tokens::bodyText)).horizontalAdvance(text());
    return {tokens::space8 * 2 + track.width() + tokens::space12 + words, tokens::controlHeight};
}

void Toggle::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(QColor(colours.accent), tokens::focusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), tokens::controlRadius,
                                tokens::controlRadius);
    }
    const QRectF body(tokens::space8 + 0.5, (height() - track.height()) / 2.0 + 0.5, track.width() - 1,
                      track.height() - 1);
    const QRgb on = isEnabled() ? colours.accent : colours.quiet;
    painter.setPen(QPen(QColor(isChecked() ? on : colours.border), 1.5));
    painter.setBrush(isChecked() ? QColor(on) : QColor(underMouse() ? colours.hover : colours.card));
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const double knob = track.height() - 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(isChecked() ? colours.onAccent : colours.border));
    painter.drawEllipse(
        QRectF(isChecked() ? body.right() - knob - 3.5 : body.left() + 3.5, body.top() + 3.5, knob, knob));
    painter.setPen(QColor(isEnabled() ? colours.text : colours.quiet));
    painter.setFont(textFont(tokens::bodyText));
    painter.drawText(rect().adjusted(tokens::space8 + track.width() + tokens::space12, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace checkpoint
