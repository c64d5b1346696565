#include "core/store/schema.h"

#include "core/base/logging.h"
#include "core/store/connection.h"
#include "core/store/databasecopy.h"
#include "core/store/sqlscript.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro needs it: a static library's resources are not there by themselves.
static void initialiseMigrationFiles()
{
    Q_INIT_RESOURCE(checkpoint_migrations);
}

namespace checkpoint {

namespace {

// "ChkD": tells this program's databases from all others, for `file` as well. Never changes.
constexpr qint64 applicationId = 0x43686B44;

qint64 readNumber(Connection &connection, const QString &sql)
{
    Statement statement = connection.query(sql);
    return statement.next() ? statement.integer(0) : 0;
}

Result<void> copyTo(Connection &connection, const QString &prefix)
{
    QString path = prefix + ".db"_L1;
    for (int i = 2; QFile::exists(path); ++i)
        path = u"%1-%2.db"_s.arg(prefix).arg(i);
    const Result<BackupContents> copied = copyDatabase(connection, path, [](qint64, qint64) { return true; });
    return copied ? Result<void>() : copied.error();
}

} // namespace

std::vector<Migration> programMigrations()
{
    initialiseMigrationFiles();
    const QDir folder(u":/checkpoint/migrations"_s);
    std::vector<Migration> migrations;
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        const int number = name.section(u'_', 0, 0).toInt();
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(number > 0 && opened, "programMigrations", "migrations are called NNNN_what.sql");
        if (opened)
            migrations.push_back({number, QString::fromUtf8(file.readAll())});
    }
    std::ranges::sort(migrations, {}, &Migration::number);
    return migrations;
}

Result<SchemaState> readSchema(Connection &connection, const std::vector<Migration> &migrations)
{
    const qint64 owner = readNumber(connection, u"PRAGMA application_id"_s);
    const qint64 version = readNumber(connection, u"PRAGMA user_version"_s);
    const qint64 objects = readNumber(connection, u"SELECT count(*) FROM sqlite_schema"_s);
    if (auto error = connection.failure())
        return *error;
    if (owner == 0 && version == 0 && objects == 0)
        return SchemaState{true, 0};
    if (owner != applicationId)
        return Error{ErrorCode::DatabaseDamaged, u"the file is a database of another program"_s};
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    if (version > newest) {
        return Error{ErrorCode::DatabaseNewer,
                     u"the database has version %1, this program knows %2"_s.arg(version).arg(newest)};
    }
    return SchemaState{false, int(version)};
}

Result<void> migrate(Connection &connection, const SchemaState &state,
                     const std::vector<Migration> &migrations, const QString &copyPrefix)
{
    if (!state.fresh && !migrations.empty() && state.version < migrations.back().number) {
        if (auto copied = copyTo(connection, copyPrefix); !copied)
            return copied;
    }
    for (const Migration &migration : migrations) {
        if (migration.number <= state.version)
            continue;
        Transaction transaction(connection, Transaction::Kind::Write);
        connection.run(u"PRAGMA application_id = %1"_s.arg(applicationId));
        const QStringList statements = sqlStatements(migration.script);
        for (const QString &statement : statements)
            connection.run(statement);
        connection.run(u"PRAGMA user_version = %1"_s.arg(migration.number));
        if (auto committed = transaction.commit(); !committed)
            return committed;
        if (!state.fresh)
            qCInfo(lcStore) << "database brought to version" << migration.number;
    }
    return {};
}

} // namespace checkpoint
