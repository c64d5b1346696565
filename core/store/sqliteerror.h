#pragma once

#include "core/base/error.h"

namespace checkpoint {

/// What a failure of SQLite means for the user. The detail has SQLite's own words and number, never a bound
/// value. `path` is the database's, to tell a full disk from a broken one.
Error storeError(int sqliteCode, const QString &words, const QString &path);

} // namespace checkpoint
