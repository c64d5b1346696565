#include "ui/common/actionbutton.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolTip>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int capPadding = 6;
constexpr int tightPadding = tokens::space8; ///< where key and words have no more room

/// Enter by itself; with another key it may be somebody's shortcut.
bool isEnter(const QKeyEvent &event)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

int capWidth(const QString &key)
{
    return key.isEmpty() ? 0
                         : QFontMetrics(textFont(tokens::noteText)).horizontalAdvance(key) + 2 * capPadding;
}

} // namespace

ActionButton::ActionButton(Look look, QWidget *parent) : QPushButton(parent), m_look(look)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ActionButton::setLabel(const QString &label)
{
    setText(label);
    setAccessibleName(label);
    updateGeometry();
}

void ActionButton::setKeys(const QList<QKeySequence> &keys, QWidget *within)
{
    if (!m_shortcut) {
        m_shortcut = new QShortcut(within ? within : this);
        m_shortcut->setContext(within ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        m_shortcut->setAutoRepeat(false);
        connect(m_shortcut, &QShortcut::activated, this, &QAbstractButton::click);
    }
    QList<QKeySequence> all = keys;
    QStringList words;
    for (const QKeySequence &key : keys) {
        if (key[0].key() == Qt::Key_Return)
            all << QKeySequence(QKeyCombination(key[0].keyboardModifiers(), Qt::Key_Enter));
        words << keyText(key);
    }
    m_shortcut->setKeys(all);
    setKeyHint(words.join(u" / "_s));
}

bool ActionButton::isPressedBy(const QKeyEvent &event) const
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    if (m_shortcut)
        return m_shortcut->keys().contains(QKeySequence(pressed));
    // A key without a name is that of no button.
    return !m_keyHint.isEmpty() && QKeySequence(pressed).toString() == m_keyHint;
}

bool ActionButton::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isCheckable() &&
        isEnter(*static_cast<const QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !m_keyHint.isEmpty() && !showsKey()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_keyHint, this);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress && !isEnabled()) {
        event->ignore(); // the window says why it is off
        return false;
    }
    return QPushButton::event(event);
}

void ActionButton::keyPressEvent(QKeyEvent *event)
{
    if (isCheckable() || !isEnter(*event)) {
        QPushButton::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        click();
}

void ActionButton::setKeyHint(const QString &text)
{
    m_keyHint = text;
    setAccessibleDescription(m_whoMay.isEmpty() ? text : m_whoMay);
    updateGeometry();
    update();
}

void ActionButton::setWhoMay(const QString &sentence)
{
    if (sentence == m_whoMay)
        return;
    if (m_whoMay.isEmpty() || toolTip() == m_whoMay)
        setToolTip(sentence);
    m_whoMay = sentence;
    setAccessibleDescription(sentence.isEmpty() ? m_keyHint : sentence);
    QPushButton::setEnabled(m_wanted && m_whoMay.isEmpty());
}

void ActionButton::setEnabled(bool enabled)
{
    m_wanted = enabled;
    QPushButton::setEnabled(m_wanted && m_whoMay.isEmpty());
}

/// Whoever enables it as a widget does not know who may.
void ActionButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange && isEnabled() && !m_whoMay.isEmpty())
        QPushButton::setEnabled(false);
}

void ActionButton::setIconName(QLatin1StringView name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void ActionButton::setLook(Look look)
{
    m_look = look;
    updateGeometry();
    update();
}

QSize ActionButton::minimumSizeHint() const
{
    const int height = m_look == Look::Primary ? tokens::primaryHeight : tokens::controlHeight;
    const int padding = m_look == Look::Primary ? tokens::space16 : tokens::space12;
    int width = 2 * padding;
    if (!text().isEmpty())
        width += QFontMetrics(textFont(tokens::bodyText, true)).horizontalAdvance(text());
    if (!m_iconName.isEmpty())
        width += tokens::smallIconSize + (text().isEmpty() ? 0 : tokens::space8);
    return {qMax(width, tokens::controlHeight), height};
}

QSize ActionButton::sizeHint() const
{
    const QSize least = minimumSizeHint();
    return m_keyHint.isEmpty() ? least : least + QSize(tokens::space12 + capWidth(m_keyHint), 0);
}

bool ActionButton::showsKey() const
{
    const int padding = m_look == Look::Primary ? tokens::space16 : tokens::space12;
    const int least = minimumSizeHint().width() - 2 * (padding - tightPadding);
    return !m_keyHint.isEmpty() && width() >= least + tokens::space4 + capWidth(m_keyHint);
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool primary = m_look == Look::Primary;
    const bool quiet = m_look == Look::Quiet;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    QColor ink = primary ? colours.onAccent : colours.text;
    QColor keyInk = primary ? colours.onAccent : colours.quiet;
    QColor ground = primary ? QColor(colours.accent) : QColor(colours.card);
    if (!primary && (underMouse() || isDown()))
        ground = colours.hover;
    if (isChecked())
        ground = colours.selection;
    if (primary && isDown())
        ground = ground.darker(115);
    if (!isEnabled()) {
        ink = keyInk = colours.quiet;
        ground = primary ? colours.hover : colours.card;
    }
    const bool ringed = hasFocus() || isChecked();
    const double ring = ringed ? tokens::focusRing : 1;
    const QRectF frame = QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2);
    QPen edge(ringed ? QColor(colours.accent) : QColor(colours.border), ring);
    if (!isEnabled())
        edge.setColor(colours.line);
    if (primary || (quiet && !ringed))
        edge = QPen(Qt::NoPen);
    painter.setPen(edge);
    if (quiet && !underMouse() && !isDown())
        painter.setBrush(Qt::NoBrush);
    else
        painter.setBrush(ground);
    painter.drawRoundedRect(frame, tokens::controlRadius, tokens::controlRadius);
    if (primary && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(colours.onAccent), tokens::focusRing));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), tokens::controlRadius - 2,
                                tokens::controlRadius - 2);
    }

    const bool withKey = showsKey();
    const bool tight = withKey && this->width() < sizeHint().width();
    const int padding = tight ? tightPadding : primary ? tokens::space16 : tokens::space12;
    QRect content = rect().adjusted(padding, 0, -padding, 0);
    if (text().isEmpty() && m_keyHint.isEmpty())
        content = QRect((width() - tokens::smallIconSize) / 2, 0, tokens::smallIconSize, height());
    if (!m_iconName.isEmpty()) {
        paintIcon(painter, m_iconName,
                  QRectF(content.left(), (height() - tokens::smallIconSize) / 2.0, tokens::smallIconSize,
                         tokens::smallIconSize),
                  ink);
        content.setLeft(content.left() + tokens::smallIconSize + tokens::space8);
    }
    if (withKey) {
        const int width = capWidth(m_keyHint);
        const QRectF cap(content.right() + 1 - width, (height() - 22) / 2.0 + 0.5, width, 21);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(!isEnabled() ? QColor(colours.line)
                            : primary    ? keyInk
                                         : QColor(colours.border),
                            1));
        painter.drawRoundedRect(cap, 4, 4);
        painter.setPen(keyInk);
        painter.setFont(textFont(tokens::noteText));
        painter.drawText(cap, Qt::AlignCenter, m_keyHint);
        content.setRight(content.right() - width - (tight ? tokens::space4 : tokens::space12));
    }
    painter.setPen(ink);
    painter.setFont(textFont(tokens::bodyText, true));
    painter.drawText(content, Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace checkpoint
