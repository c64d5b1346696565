#include "ui/common/sound.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QLatin1StringView soundId(Sound sound)
{
    constexpr QLatin1StringView ids[] = {"in"_L1, "out"_L1, "ask"_L1, "refused"_L1, "not-recorded"_L1};
    return ids[size_t(sound)];
}

const QList<QLatin1StringView> &soundShapes()
{
    static const QList<QLatin1StringView> shapes{"rise"_L1, "fall"_L1,  "climb"_L1,    "descend"_L1,
                                                 "bell"_L1, "knock"_L1, "question"_L1, "repeat"_L1,
                                                 "buzz"_L1, "none"_L1};
    return shapes;
}

QLatin1StringView shapeOf(const QMap<Sound, QString> &chosen, Sound sound)
{
    constexpr QLatin1StringView own[] = {"rise"_L1, "fall"_L1, "question"_L1, "repeat"_L1, "buzz"_L1};
    const QString wanted = chosen.value(sound);
    for (const QLatin1StringView shape : soundShapes())
        if (wanted == shape)
            return shape;
    return own[size_t(sound)];
}

} // namespace checkpoint
