#include "ui/mainwindow/synclight.h"

#include "ui/common/icons.h"
#include "ui/common/synctext.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

SyncLight::SyncLight(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"syncLight"_s);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void SyncLight::setTargets(const QList<TargetRecord> &targets)
{
    m_targets = targets;
    const SyncWords words = syncWords(targets);
    m_needsSomebody = words.needsSomebody;
    setVisible(!words.brief.isEmpty());
    setText(words.brief);
    setAccessibleName(words.brief);
    setToolTip(words.details);
    setAccessibleDescription(words.details);
    updateGeometry();
    update();
}

QSize SyncLight::sizeHint() const
{
    const int word = QFontMetrics(textFont(tokens::bodyText)).horizontalAdvance(text());
    return {word + tokens::space12 + 3 * tokens::space8, tokens::controlHeight};
}

void SyncLight::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (underMouse() || hasFocus()) {
        painter.setBrush(underMouse() ? QBrush(QColor(colours.hover)) : QBrush(Qt::NoBrush));
        painter.setPen(hasFocus() ? QPen(QColor(colours.accent), tokens::focusRing) : QPen(Qt::NoPen));
        painter.drawRoundedRect(body, tokens::controlRadius, tokens::controlRadius);
    }
    const QColor ink(m_needsSomebody ? colours.ask : colours.quiet);
    const QRectF dot(tokens::space8, (height() - tokens::space12) / 2.0, tokens::space12, tokens::space12);
    paintIcon(painter, "dot"_L1, dot, ink);
    painter.setPen(ink);
    painter.setFont(textFont(tokens::bodyText));
    painter.drawText(rect().adjusted(int(dot.right()) + tokens::space8, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

void SyncLight::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTargets(QList<TargetRecord>(m_targets));
}

} // namespace checkpoint
