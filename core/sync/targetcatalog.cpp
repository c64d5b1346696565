#include "core/sync/targetcatalog.h"

#include "core/store/outbox.h"
#include "core/sync/targets/platformtarget.h"

namespace checkpoint {

const Target *targetOfKind(const QString &kind)
{
    static const PlatformTarget platform;
    if (kind == nationalTargetKind)
        return &platform;
    return nullptr;
}

QString usualTargetKind()
{
    return nationalTargetKind;
}

} // namespace checkpoint
