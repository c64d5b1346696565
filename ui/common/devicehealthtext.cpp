#include "ui/common/devicehealthtext.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct HealthWords
{
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

QString troubleWord(DeviceState trouble)
{
    return trouble == DeviceState::Silent ? HealthWords::tr("no answer") : deviceStateWord(trouble);
}

} // namespace

QString deviceHealthLine(const DeviceHealth &health, const QDate &today)
{
    QStringList parts;
    if (health.lastReadAt)
        parts.append(HealthWords::tr("Last read %1").arg(pastText(*health.lastReadAt, today)));
    else
        parts.append(HealthWords::tr("Nothing read yet"));
    if (health.readsToday > 0)
        parts.append(HealthWords::tr("%n read(s) today", nullptr, health.readsToday));
    if (health.troubles > 0 && health.lastTrouble) {
        parts.append(HealthWords::tr("%n trouble(s) today", nullptr, health.troubles) + u", "_s +
                     HealthWords::tr("last: %1").arg(troubleWord(*health.lastTrouble)));
    }
    if (health.sendsTwice)
        parts.append(HealthWords::tr("sends twice"));
    return parts.join(u" · "_s);
}

QString deviceHealthAdvice(const DeviceHealth &health)
{
    if (!health.sendsTwice)
        return {};
    return HealthWords::tr("This scanner sends every code twice. The desk counts it once; set the scanner to "
                           "read a code only once with a code in its manual.");
}

} // namespace checkpoint
