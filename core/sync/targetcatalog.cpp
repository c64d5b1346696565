#include "core/sync/targetcatalog.h"

#include "core/sync/targets/platformtarget.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

const Target *targetOfKind(const QString &kind)
{
    static const PlatformTarget platform;
    if (kind == "platform"_L1)
        return &platform;
    return nullptr;
}

QString usualTargetKind()
{
    return u"platform"_s;
}

} // namespace checkpoint
