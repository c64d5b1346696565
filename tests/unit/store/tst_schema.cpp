#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/folderrow.h"
#include "core/store/schema.h"
#include "core/store/sqlscript.h"
#include "core/store/storefolder.h"
#include "core/store/vault.h"
#include "core/store/visitorcbor.h"
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
    void firstVersionMigratesWithItsEntriesIntact();
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
    const QStringList copies = QDir(m_folder->path()).entryList({u"checkpoint-before-version-*.db"_s});
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

/// A folder as the first version of the program left it: two people, one inside, one who left, a void.
void SchemaTest::firstVersionMigratesWithItsEntriesIntact()
{
    const auto vault = Vault::fromMasterKey(masterKey()).value();
    const QList<VisitorData> persons{cardP01(), cardP02()};
    QList<QUuid> ids;
    {
        WritingFolder folder;
        VERIFY_OK(folder.open(m_folder->path(), {programMigrations().front()}));
        Connection &connection = folder.connection();
        VERIFY_OK(adoptKey(connection, *vault, KeyPlace::File));
        connection.run(u"INSERT INTO location (id, name) VALUES (1, 'Cổng chính')"_s);
        for (int i = 0; i < persons.size(); ++i) {
            const QUuid uuid = newRandomId();
            connection.run(
                u"INSERT INTO visitor (id, uuid, canonical, sealed, created_ms) VALUES (?, ?, ?, ?, ?)"_s,
                i + 1, uuid, i + 1, vault->seal(Vault::RowKind::Visitor, uuid, toCbor(persons[i])), morning);
            connection.run(
                u"INSERT INTO visitor_key (digest, kind, visitor) VALUES (?, 'citizen-number', ?)"_s,
                vault->digest("national-number", persons[i].idNumber.toUtf8()), i + 1);
        }
        const auto insert = [&](const QString &kind, int minutes, int visitor,
                                const std::optional<QUuid> &corrects) {
            ids.append(newEntryId(at(minutes).utcMs));
            connection.run(
                u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, "
                "device, visitor, corrects, warnings) VALUES (?, ?, ?, 420, 0, 0, 1, 'citizen-card', "
                "'Camera 1', ?, ?, 'masked')"_s,
                ids.last(), kind, at(minutes).utcMs, visitor, corrects);
            return ids.last();
        };
        const QUuid first = insert(u"in"_s, 0, 1, {});
        const QUuid second = insert(u"in"_s, 5, 2, {});
        const QUuid left = insert(u"out"_s, 10, 2, {});
        const QUuid wrong = insert(u"out"_s, 12, 1, {});
        insert(u"void"_s, 13, 1, wrong);
        connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, superseded) VALUES (1, ?, ?, 0)"_s,
                       first, at(0).utcMs);
        connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, out_entry, out_ms, superseded) "
                       "VALUES (2, ?, ?, ?, ?, 0)"_s,
                       second, at(5).utcMs, left, at(10).utcMs);
        VERIFY_OK(connection.answer());
    }
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    COMPARE_CODE(reader.opened, "read-only"); // must be opened for writing once
    OpenStore store(m_folder->path());
    VERIFY_OK(store.unlocked);
    QCOMPARE(QDir(m_folder->path()).entryList({u"checkpoint-before-version-*.db"_s}).size(), 1);
    const auto rows = allEntries(store);
    QCOMPARE(rows.size(), ids.size());
    for (int i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].entry.id, ids[i]);
        QVERIFY(rows[i].entry.party.isEmpty() && !rows[i].entry.apart && !rows[i].entry.late);
        QVERIFY(rows[i].details.isEmpty());
        QCOMPARE(rows[i].entry.warnings, QList{CodeWarning::Masked});
    }
    QVERIFY(rows[0].visitor == cardP01());
    QCOMPARE(rows[3].voidedBy, ids[4]);
    QCOMPARE(wholeCounters(store).inside, 1);
    QCOMPARE(match(store, cardP01()).openVisitEntry->id, ids[0]);
    EntryLists lists(&store.store);
    QCOMPARE(await(lists.findVisitors(u"mau"_s, 5))->size(), 1);
    // And the record goes on: a party that comes late is let out by the exit of the first version.
    EntryDraft party = in(cardP02(), 6);
    party.entry.apart = true;
    party.entry.party = {2, 0};
    VERIFY_OK(await(store->record(party)));
    QCOMPARE(wholeCounters(store).partyInside, 0);
    VERIFY_OK(await(store->record(out(cardP01(), 20))));
    QCOMPARE(wholeCounters(store).inside, 0);
    VERIFY_OK(await(store->check()));
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
    const QSet<QString> blobs{u"id"_s, u"corrects"_s, u"sealed_reason"_s, u"sealed_details"_s};
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
    connection.run(u"UPDATE entry SET sealed_details = NULL"_s);
    VERIFY_OK(connection.answer());
    // The same of what is said beside the entries.
    const QUuid entry = [&connection] {
        Statement row = connection.query(u"SELECT id FROM entry"_s);
        return row.next() ? row.uuid(0) : QUuid();
    }();
    connection.run(
        u"INSERT INTO entry_addition (id, entry, at_ms, offset_min, suspect, companions, children, "
        "said_details, sealed_details) VALUES (randomblob(16), ?, 0, 0, 0, 1, 1, 1, x'00')"_s,
        entry);
    connection.run(u"INSERT INTO reveal (subject, id, at_ms, offset_min, suspect, sealed_reason) "
                   "VALUES (?, randomblob(16), 0, 0, 0, x'00')"_s,
                   entry);
    connection.run(u"INSERT INTO attention (id, from_ms, sealed) VALUES (randomblob(16), 0, x'00')"_s);
    VERIFY_OK(connection.answer());
    for (const QString &change :
         {u"DELETE FROM entry_addition"_s, u"DELETE FROM reveal"_s, u"DELETE FROM attention"_s,
          u"UPDATE entry_addition SET companions = 2"_s, u"UPDATE entry_addition SET said_details = 0"_s,
          u"UPDATE entry_addition SET sealed_details = x'01'"_s, u"UPDATE reveal SET at_ms = 1"_s,
          u"UPDATE reveal SET sealed_reason = x'01'"_s, u"UPDATE attention SET from_ms = 1"_s,
          u"UPDATE attention SET sealed = x'01'"_s, u"UPDATE attention SET withdrawn_ms = NULL"_s}) {
        connection.run(change);
        QVERIFY2(connection.failure().has_value(), qPrintable(change));
    }
    connection.run(u"UPDATE attention SET withdrawn_ms = 5"_s);
    VERIFY_OK(connection.answer());
    connection.run(u"UPDATE attention SET withdrawn_ms = 6"_s);
    QVERIFY(connection.failure().has_value());
    connection.run(u"UPDATE entry_addition SET sealed_details = NULL"_s);
    connection.run(u"UPDATE reveal SET sealed_reason = NULL"_s);
    connection.run(u"UPDATE attention SET sealed = NULL"_s);
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
