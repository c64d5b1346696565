#pragma once

#include <QString>

#include <optional>

namespace checkpoint {

/// Tables of values and the stable ids they are written with: anything that holds pairs of the two. Any
/// thread.

/// The id of a value. Every value has one.
template <typename Table, typename Value> QString idIn(const Table &table, Value wanted)
{
    for (const auto &[value, id] : table) {
        if (value == wanted)
            return id;
    }
    Q_UNREACHABLE();
}

/// The value with that id; nothing when there is none.
template <typename Table>
auto valueIn(const Table &table, const QString &wanted, Qt::CaseSensitivity letters = Qt::CaseSensitive)
    -> std::optional<decltype(table.front().first)>
{
    for (const auto &[value, id] : table) {
        if (wanted.compare(id, letters) == 0)
            return value;
    }
    return std::nullopt;
}

} // namespace checkpoint
