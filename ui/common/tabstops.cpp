#include "ui/common/tabstops.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace checkpoint {

namespace {

bool isStop(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

void collect(QWidget *widget, QList<QWidget *> &stops);

void collect(QLayout *layout, QList<QWidget *> &stops)
{
    for (int i = 0; layout && i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), stops);
        else
            collect(item->layout(), stops);
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (!widget->isVisible())
        return;
    if (isStop(widget))
        stops << widget;
    if (auto *scroll = qobject_cast<QScrollArea *>(widget); scroll && scroll->widget())
        collect(scroll->widget(), stops);
    else
        collect(widget->layout(), stops);
}

QWidget *outside(QWidget *within, bool next)
{
    const auto step = [next](QWidget *from) {
        return next ? from->nextInFocusChain() : from->previousInFocusChain();
    };
    for (QWidget *each = step(within); each != within; each = step(each)) {
        if (!within->isAncestorOf(each) && isStop(each))
            return each;
    }
    return nullptr;
}

} // namespace

bool moveFocusAsSeen(QWidget *within, bool next)
{
    QList<QWidget *> stops;
    collect(within, stops);
    qsizetype now = -1;
    for (QWidget *each = QApplication::focusWidget(); each && now < 0; each = each->parentWidget())
        now = stops.indexOf(each);
    const qsizetype wanted = next ? now + 1 : now - 1;
    QWidget *to = now >= 0 && wanted >= 0 && wanted < stops.size() ? stops[wanted] : outside(within, next);
    if (now < 0 && next && !stops.isEmpty())
        to = stops.first();
    if (!to)
        return false;
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace checkpoint
