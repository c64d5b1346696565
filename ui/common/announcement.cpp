#include "ui/common/announcement.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace checkpoint {

namespace {

constexpr const char *property = "announcing";

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *const widget = qobject_cast<QWidget *>(object);
    return widget && widget->property(property).toBool()
               ? new QAccessibleWidget(widget, QAccessible::Notification)
               : nullptr;
}

} // namespace

void makeAnnouncing(QWidget *widget)
{
    widget->setProperty(property, true);
    QAccessible::installFactory(makeInterface); // the same one again changes nothing
}

void announce(QWidget *widget, const QString &text)
{
    widget->setAccessibleName(text);
    if (!widget->isVisible())
        return;
    // Windows listens to the first. On Linux a notification that begins to show is what is said.
    for (const QAccessible::Event kind : {QAccessible::Alert, QAccessible::ObjectShow}) {
        QAccessibleEvent event(widget, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace checkpoint
