#pragma once

#include <QMap>
#include <QSet>
#include <QString>

namespace checkpoint::architecture {

/// The libraries and their arrows as core/README.md draws them: A may use B. "app" and "ui" are among them.
const QMap<QString, QSet<QString>> &arrows();

/// All that a library may name: what its arrows reach, over any number of steps. Without itself.
QSet<QString> reachableFrom(const QString &library);

/// Libraries of core that the program cannot be without; an empty folder of theirs means that a check looked
/// at nothing.
const QSet<QString> &requiredLibraries();

/// The library that a path from the root belongs to: "core/store/x.h" → "store", "ui/…" → "ui", "app/…" →
/// "app", anything else → empty.
QString libraryOf(const QString &path);

} // namespace checkpoint::architecture
