#include "ui/common/deskpreferences.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QString windowModeId(WindowMode mode)
{
    constexpr QLatin1StringView ids[] = {"normal"_L1, "full-screen"_L1, "kiosk"_L1};
    return ids[size_t(mode)];
}

WindowMode windowModeFromId(const QString &id)
{
    for (const WindowMode mode : {WindowMode::FullScreen, WindowMode::Kiosk})
        if (id == windowModeId(mode))
            return mode;
    return WindowMode::Normal;
}

} // namespace checkpoint
