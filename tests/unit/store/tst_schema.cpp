#include "core/store/connection.h"
#include "core/store/schema.h"
#include "core/store/sqlscript.h"
#include "core/store/storefolder.h"
#include "tests/unit/store/storefixture.h"

#include <QSet>
#include <QTest>

using namespace storetest;

class SchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void scriptIsSplitIntoStatements();
    void migrationsAreNumberedFromOneWithoutGaps();
    void freshDatabaseRunsAllMigrations();
    void laterMigrationKeepsTheRecordAndACopyOfItBefore();
    void migrationThatFailsLeavesTheVersionBefore();
    void creationThatWasBrokenOffStartsAgain();
    void newerDatabaseIsRefusedAndUntouched();
    void garbageIsRefusedAndUntouched();
    void anotherProgramsDatabaseIsRefusedAndUntouched();
    void emptiedDatabaseWithALogIsRefusedAndUntouched();
    void recordedFactsCannotBeChangedOrDeleted();
    void personHasAtMostOneOpenVisit();
    void pagesComeAlongTheIndexOfTime();

private:
    QString path() const { return databaseFile(m_folder->path()); }
    void refusesUntouched(const char *code);
    std::vector<Migration> withStep(const QString &script) const
    {
        std::vector<Migration> migrations = programMigrations();
        migrations.push_back({migrations.back().number + 1, script});
        return migrations;
    }
    void record()
    {
        OpenStore store(m_folder->path());
        VERIFY_OK(store.unlocked);
        VERIFY_OK(await(store->record(in(cardP01(), 0))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SchemaTest::scriptIsSplitIntoStatements()
{
    const QString script = u"-- a comment; with a semicolon\n"
                           "CREATE TABLE a (x TEXT DEFAULT 'it''s; here'); /* ; */\n"
                           "CREATE TRIGGER t BEFORE DELETE ON a BEGIN\n"
                           "  SELECT CASE WHEN 1 THEN RAISE(ABORT, 'no; begin') END; SELECT 2;\nEND;\n"
                           ";;\nINSERT INTO a VALUES (\"begin;\");\nSELECT 1 -- last\n"_s;
    const QStringList statements = sqlStatements(script);
    QCOMPARE(statements.size(), 4);
    QCOMPARE(statements[0], u"CREATE TABLE a (x TEXT DEFAULT 'it''s; here')"_s);
    QVERIFY(statements[1].startsWith(u"CREATE TRIGGER"_s) && statements[1].endsWith(u"SELECT 2;\nEND"_s));
    QCOMPARE(statements[2], u"INSERT INTO a VALUES (\"begin;\")"_s);
    QCOMPARE(statements[3], u"SELECT 1"_s);
    QVERIFY(sqlStatements(u"  -- nothing\n"_s).isEmpty());
}

void SchemaTest::migrationsAreNumberedFromOneWithoutGaps()
{
    const std::vector<Migration> migrations = programMigrations();
    QVERIFY(!migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i)
        QCOMPARE(migrations[i].number, int(i) + 1);
}

void SchemaTest::freshDatabaseRunsAllMigrations()
{
    record();
    Connection connection;
    VERIFY_OK(connection.open(path(), Connection::Access::ReadOnly));
    const auto state = readSchema(connection, programMigrations());
    VERIFY_OK(state);
    QVERIFY(!state->fresh);
    QCOMPARE(state->version, programMigrations().back().number);
    Statement strict = connection.query(
        u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite%'"_s);
    QVERIFY(strict.next());
    QCOMPARE(strict.integer(0), 0);
    // Nobody but the owner can read it.
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // Nothing was there to be copied.
    QCOMPARE(QDir(m_folder->path()).entryList({u"checkpoint-before*"_s}), QStringList());
}

void SchemaTest::laterMigrationKeepsTheRecordAndACopyOfItBefore()
{
    record();
    {
        WritingFolder folder;
        VERIFY_OK(
            folder.open(m_folder->path(),
                        withStep(u"CREATE TABLE later (x TEXT) STRICT; INSERT INTO later VALUES ('a');"_s)));
        Statement row =
            folder.connection().query(u"SELECT (SELECT count(*) FROM later), (SELECT count(*) FROM entry)"_s);
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 1);
        QCOMPARE(row.integer(1), 1);
    }
    const QStringList copies = QDir(m_folder->path()).entryList({u"checkpoint-before-version-2*.db"_s});
    QCOMPARE(copies.size(), 1);
    Connection copy;
    VERIFY_OK(copy.open(m_folder->filePath(copies.first()), Connection::Access::ReadOnly));
    const auto state = readSchema(copy, programMigrations());
    VERIFY_OK(state);
    QCOMPARE(state->version, programMigrations().back().number);
    Statement row = copy.query(u"SELECT count(*) FROM entry"_s);
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), 1);
}

void SchemaTest::migrationThatFailsLeavesTheVersionBefore()
{
    record();
    for (int attempt = 1; attempt <= 2; ++attempt) {
        WritingFolder folder;
        COMPARE_CODE(
            folder.open(m_folder->path(),
                        withStep(u"CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);"_s)),
            "store-failed");
        // No copy is overwritten by the next attempt.
        QCOMPARE(QDir(m_folder->path()).entryList({u"checkpoint-before*.db"_s}).size(), attempt);
    }
    OpenStore store(m_folder->path());
    VERIFY_OK(store.unlocked);
    QCOMPARE(allEntries(store).size(), 1);
    VERIFY_OK(await(store->check()));
}

void SchemaTest::creationThatWasBrokenOffStartsAgain()
{
    QVERIFY(writeFile(path(), {})); // a program that ended before SQLite wrote anything
    record();
    {
        // One that ended between the switch to the log and the first migration.
        QTemporaryDir other;
        Connection connection;
        VERIFY_OK(connection.open(databaseFile(other.path()), Connection::Access::ReadWrite));
        connection.run(u"PRAGMA journal_mode = WAL"_s);
        connection.close();
        OpenStore store(other.path());
        VERIFY_OK(store.unlocked);
    }
}

void SchemaTest::refusesUntouched(const char *code)
{
    const QByteArray before = fileBytes(path());
    for (const StoreMode mode : {StoreMode::ReadWrite, StoreMode::ReadOnly}) {
        EntryStore store;
        COMPARE_CODE(await(store.open(m_folder->path(), mode)), code);
        COMPARE_CODE(await(store.unlock(masterKey(), KeyPlace::File)), "wrong-use");
        COMPARE_CODE(await(store.record(in(cardP01(), 0))),
                     mode == StoreMode::ReadWrite ? code : "read-only"); // says what is really wrong
        QCOMPARE(fileBytes(path()), before);
    }
}

void SchemaTest::newerDatabaseIsRefusedAndUntouched()
{
    record();
    {
        WritingFolder folder;
        VERIFY_OK(folder.open(m_folder->path(), withStep(u"CREATE TABLE later (x TEXT) STRICT;"_s)));
    }
    refusesUntouched("database-newer");
}

void SchemaTest::garbageIsRefusedAndUntouched()
{
    QVERIFY(writeFile(path(), QByteArray(100'000, 'g')));
    refusesUntouched("database-damaged");
    QVERIFY(writeFile(path(), "short"));
    refusesUntouched("database-damaged");
    QVERIFY(writeFile(path(), QByteArray("SQLite format 3\0", 16) + QByteArray(8000, 'g')));
    refusesUntouched("database-damaged");
}

void SchemaTest::anotherProgramsDatabaseIsRefusedAndUntouched()
{
    {
        Connection connection;
        VERIFY_OK(connection.open(path(), Connection::Access::ReadWrite));
        connection.run(u"CREATE TABLE bookmarks (url TEXT)"_s);
        VERIFY_OK(connection.answer());
    }
    refusesUntouched("database-damaged");
}

void SchemaTest::emptiedDatabaseWithALogIsRefusedAndUntouched()
{
    const QString log = path() + u"-wal"_s;
    QVERIFY(writeFile(path(), {}));
    QVERIFY(writeFile(log, QByteArray(5000, 'w')));
    refusesUntouched("database-damaged");
    QCOMPARE(fileBytes(log).size(), 5000);
}

void SchemaTest::recordedFactsCannotBeChangedOrDeleted()
{
    record();
    WritingFolder folder;
    VERIFY_OK(folder.open(m_folder->path(), programMigrations()));
    Connection &connection = folder.connection();
    QStringList columns;
    {
        Statement rows = connection.query(u"SELECT name FROM pragma_table_info('entry')"_s);
        while (rows.next())
            columns.append(rows.text(0));
    }
    QVERIFY(columns.size() >= 14);
    const QSet<QString> blobs{u"id"_s, u"corrects"_s, u"sealed_reason"_s};
    for (const QString &column : columns) {
        const QString value = blobs.contains(column) ? u"zeroblob(16)"_s : u"1"_s;
        connection.run(u"UPDATE entry SET %1 = %2"_s.arg(column, value));
        const auto failure = connection.failure();
        QVERIFY2(failure && failure->detail.contains(u"append-only"_s), qPrintable(column));
    }
    connection.run(u"DELETE FROM entry"_s);
    QVERIFY(connection.failure().has_value());
    // The operator's words may be destroyed, nothing else.
    connection.run(u"UPDATE entry SET sealed_reason = NULL"_s);
    VERIFY_OK(connection.answer());
    // A folder never gets another key.
    connection.run(u"UPDATE folder SET key_id = zeroblob(16)"_s);
    QVERIFY(connection.failure().has_value());
}

void SchemaTest::personHasAtMostOneOpenVisit()
{
    record();
    WritingFolder folder;
    VERIFY_OK(folder.open(m_folder->path(), programMigrations()));
    folder.connection().run(
        u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
        "visitor, warnings) SELECT zeroblob(16), 'in', 5, 0, 0, 0, 1, '', '', 1, ''"_s);
    VERIFY_OK(folder.connection().answer());
    folder.connection().run(
        u"INSERT INTO visit (visitor, in_entry, in_ms, superseded) VALUES (1, zeroblob(16), 5, 0)"_s);
    COMPARE_CODE(folder.connection().answer(), "store-failed");
    // No visit without an entry.
    folder.connection().run(
        u"INSERT INTO visit (visitor, in_entry, in_ms, superseded) VALUES (1, zeroblob(15), 5, 1)"_s);
    COMPARE_CODE(folder.connection().answer(), "store-failed");
}

void SchemaTest::pagesComeAlongTheIndexOfTime()
{
    record();
    Connection connection;
    VERIFY_OK(connection.open(path(), Connection::Access::ReadOnly));
    const auto plan = [&connection](const QString &sql) {
        QStringList lines;
        Statement rows = connection.query(u"EXPLAIN QUERY PLAN "_s + sql);
        while (rows.next())
            lines.append(rows.text(3));
        return lines.join(u'\n');
    };
    const QString page =
        plan(u"SELECT * FROM entry e CROSS JOIN location l ON l.id = e.location "
             "WHERE e.at_ms >= 1 AND e.at_ms < 9 AND (e.at_ms, e.id) > (1, x'00') ORDER BY e.at_ms, e.id"_s);
    QVERIFY2(page.contains(u"entry_by_time"_s) && !page.contains(u"TEMP B-TREE"_s), qPrintable(page));
    const QString last =
        plan(u"SELECT id FROM visit WHERE visitor = 1 ORDER BY start_ms DESC, id DESC LIMIT 1"_s);
    QVERIFY2(last.contains(u"visit_by_visitor"_s) && !last.contains(u"TEMP B-TREE"_s), qPrintable(last));
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
