#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace checkpoint {

class Connection;

/// One step of the schema. Its number is the database's version after it.
struct Migration
{
    int number = 0;
    QString script;
};

/// The steps of this program, in the order of their numbers: the files of resources/migrations.
std::vector<Migration> programMigrations();

/// What a file turned out to be.
struct SchemaState
{
    bool fresh = false; ///< an SQLite file without anything in it
    int version = 0;
};

/// Reads what a database is and changes nothing. DatabaseDamaged when it is not one of this program,
/// DatabaseNewer when it knows more steps than `migrations`.
Result<SchemaState> readSchema(Connection &connection, const std::vector<Migration> &migrations);

/// Takes the database to the last step, each step with its version in a transaction of its own. A database
/// that is not fresh is copied first, into a new file beside it whose name starts with `copyPrefix`.
Result<void> migrate(Connection &connection, const SchemaState &state,
                     const std::vector<Migration> &migrations, const QString &copyPrefix);

} // namespace checkpoint
