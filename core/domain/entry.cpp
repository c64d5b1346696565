#include "core/domain/entry.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QString directionId(Direction direction)
{
    return entryKindId(entryKind(direction));
}

QString entryKindId(EntryKind kind)
{
    switch (kind) {
    case EntryKind::In:
        return u"in"_s;
    case EntryKind::Out:
        return u"out"_s;
    case EntryKind::Void:
        return u"void"_s;
    }
    Q_UNREACHABLE();
}

std::optional<EntryKind> entryKindFromId(const QString &id)
{
    for (const EntryKind kind : {EntryKind::In, EntryKind::Out, EntryKind::Void}) {
        if (id == entryKindId(kind))
            return kind;
    }
    return std::nullopt;
}

EntryKind entryKind(Direction direction)
{
    return direction == Direction::In ? EntryKind::In : EntryKind::Out;
}

Party operator+(const Party &a, const Party &b)
{
    return {a.companions + b.companions, a.children + b.children};
}

Party operator-(const Party &a, const Party &b)
{
    return {std::max(0, a.companions - b.companions), std::max(0, a.children - b.children)};
}

Direction opposite(Direction direction)
{
    return direction == Direction::In ? Direction::Out : Direction::In;
}

} // namespace checkpoint
