#include "ui/common/overlaypanel.h"

#include <QKeyEvent>

namespace checkpoint {

OverlayPanel::OverlayPanel(const QSet<int> &moreKeys, QWidget *parent)
    : QFrame(parent), m_keys(QSet<int>{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}.unite(moreKeys))
{
    setProperty("card", true);
    setProperty("overlay", true);
}

bool OverlayPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_keys.contains(key->key()) && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    const bool taken = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        emit roomWanted();
    return taken;
}

void OverlayPanel::keyPressEvent(QKeyEvent *event)
{
    if (!m_keys.contains(event->key()) || (event->modifiers() & ~Qt::KeypadModifier)) {
        QFrame::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        takeKey(event->key() == Qt::Key_Enter ? int(Qt::Key_Return) : event->key());
}

} // namespace checkpoint
