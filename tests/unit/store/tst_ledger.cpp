#include "core/store/connection.h"
#include "core/store/ledger.h"
#include "core/store/outbox.h"
#include "tests/unit/store/storefixture.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace storetest;

/// The record's proof of itself: what it finds, and what it must not find.
class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anUntouchedRecordHolds();
    void damageIsFoundAndNamed_data();
    void damageIsFoundAndNamed();
    void aCutTailIsFoundByTheHeadThatWasGivenOut();
    void aRewrittenLedgerIsFoundByTheHeadThatWasGivenOut();
    void erasingLeavesChainVisitsAndPersons();
    void moreGoneThanErasedIsFound();
    void whatIsOlderThanTheLedgerIsTakenIn();
    void damageToWhatIsOlderIsFound();
    void notesAreWrittenBesideAProgramThatWrites();
    void aNoteThatCannotBeKeptIsAFailure();
    void aLineOfTheLedgerCannotBeChanged();
    void aStoppedCheckTellsWhatItFoundAndWhereItWas();

private:
    RecordProof proof(const QList<LedgerHead> &heads = {});
    QString failureOfSql(const QStringList &statements);
    QByteArray rowsOf(const QString &sql);
    void makeOlder();

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr auto farFuture = std::numeric_limits<qint64>::max();
// What a hand with sqlite3 would take away first.
const QString noGuards =
    u"DROP TRIGGER IF EXISTS entry_is_never_deleted; DROP TRIGGER IF EXISTS entry_is_never_changed; "
    "DROP TRIGGER IF EXISTS entry_reason_is_only_destroyed; DROP TRIGGER IF EXISTS ledger_is_never_deleted; "
    "DROP TRIGGER IF EXISTS ledger_is_never_changed; DROP TRIGGER IF EXISTS outbox_is_never_deleted"_s;

QString kindsOf(const RecordProof &proof)
{
    static const QStringList names{u"database"_s, u"chain"_s, u"head"_s,     u"changed"_s, u"missing"_s,
                                   u"unknown"_s,  u"seal"_s,  u"presence"_s, u"day"_s,     u"outbox"_s};
    QStringList kinds;
    for (const RecordFault &fault : proof.faults) {
        const QString name = names[int(fault.kind)];
        if (!kinds.contains(name))
            kinds.append(name);
    }
    return kinds.join(u' ');
}

} // namespace

/// Eight entries of three persons, one taken back, one turned round, one completed, one looked at; a target.
void TestLedger::init()
{
    m_folder = std::make_unique<QTemporaryDir>(quickFolder());
    OpenStore store(m_folder->path());
    VERIFY_OK(store.unlocked);
    Outbox outbox(&store.store);
    VERIFY_OK(await(outbox.keepTarget(
        {u"platform"_s, u"platform"_s, u"https://localhost:1"_s, u"D1"_s, u"VN1"_s, u"token"_s, {}, {}})));
    while (*await(outbox.fillBacklog(u"platform"_s))) {
    }
    VERIFY_OK(await(store->record(in(cardP01(), 0))));
    const auto second = await(store->record(in(cardP02(), 1)));
    VERIFY_OK(second);
    const auto wrong = await(store->record(out(cardP01(), 2)));
    VERIFY_OK(wrong);
    VERIFY_OK(await(store->voidEntry(wrong->entry.id, u"nhầm người"_s, at(3))));
    EntryDraft withParty = in(cardP05(), 4);
    withParty.entry.party = {2, 0};
    withParty.details.purpose = u"khám bệnh"_s;
    VERIFY_OK(await(store->record(withParty)));
    EntryCompletion completion;
    completion.details = EntryDetails{u"thăm bệnh"_s, {}};
    completion.phone = u"+84900000001"_s;
    completion.at = at(5);
    VERIFY_OK(await(store->completeEntry(second->entry.id, completion)));
    const auto left = await(store->record(out(cardP02(), 6)));
    VERIFY_OK(left);
    VERIFY_OK(await(store->correctDirection(left->entry.id, Direction::In, at(7))));
    VERIFY_OK(await(store->noteReveal(second->entry.id, u"kiểm tra"_s, at(8))));
    VERIFY_OK(await(Ledger(&store.store).note(LedgerNote::Export, u"entries 2 rows"_s)));
}

RecordProof TestLedger::proof(const QList<LedgerHead> &heads)
{
    OpenStore store(m_folder->path(), StoreMode::ReadOnly);
    const auto proof = await(Ledger(&store.store).prove(heads, {}, {}));
    RecordProof failed;
    if (!proof)
        failed.faults.append({RecordFault::Kind::Database, failureOf(proof), {}});
    return proof ? *proof : failed;
}

/// Does to the database what somebody with sqlite3 would.
QString TestLedger::failureOfSql(const QStringList &statements)
{
    Connection connection;
    QString failure =
        failureOf(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadWrite));
    const QStringList guards = noGuards.split(u"; "_s);
    for (const QString &statement : guards + statements)
        connection.run(statement);
    return failure + failureOf(connection.answer());
}

/// The first column of what a query finds.
QByteArray TestLedger::rowsOf(const QString &sql)
{
    Connection connection;
    if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
        return "cannot be opened";
    QByteArrayList found;
    Statement rows = connection.query(sql);
    while (rows.next())
        found.append(rows.text(0).toUtf8());
    return found.join(' ');
}

void TestLedger::anUntouchedRecordHolds()
{
    const RecordProof whole = proof();
    QVERIFY2(whole.holds(), qPrintable(whole.faults.value(0).what));
    QCOMPARE(whole.entries, 8);
    QCOMPARE(whole.visitors, 3);
    QCOMPARE(whole.destroyed, 0);
    QCOMPARE(whole.toAdopt, 0);
    // Each thing that happened, in its order; a correction is a void and an entry.
    QCOMPARE(rowsOf(u"SELECT kind FROM ledger WHERE kind <> 'person' ORDER BY seq"_s),
             "setting entry entry entry void entry addition entry void entry reveal export"_ba);
    QVERIFY(whole.head.sequence > 11);
    OpenStore desk(m_folder->path());
    const auto besideScanning = await(Ledger(&desk.store).prove({}, {}, {}));
    VERIFY_OK(besideScanning);
    QVERIFY(besideScanning->holds());
    QCOMPARE(besideScanning->head, whole.head);
    QVERIFY(!rawBytes(m_folder->path()).contains("079300999992"));
}

void TestLedger::damageIsFoundAndNamed_data()
{
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QString>("sql");

    QTest::newRow("a time") << u"changed presence"_s
                            << u"UPDATE entry SET at_ms = at_ms + 60000 WHERE seq = 1"_s;
    QTest::newRow("whose passage") << u"changed presence"_s
                                   << u"UPDATE entry SET visitor = 3 WHERE seq = 2"_s;
    QTest::newRow("a warning") << u"changed"_s << u"UPDATE entry SET warnings = 'masked' WHERE seq = 2"_s;
    QTest::newRow("the name of a place") << u"changed"_s << u"UPDATE location SET name = 'x'"_s;
    QTest::newRow("a random id") << u"changed seal"_s
                                 << u"UPDATE visitor SET uuid = randomblob(16) WHERE id = 1"_s;
    QTest::newRow("an addition")
        << u"changed"_s
        << u"DROP TRIGGER entry_addition_is_never_changed; UPDATE entry_addition SET companions = 4, children = 0"_s;
    QTest::newRow("an entry gone")
        << u"database missing presence outbox"_s
        << u"DELETE FROM outbox WHERE entry = 5; DELETE FROM entry WHERE seq = 5"_s;
    QTest::newRow("a reveal gone") << u"missing"_s
                                   << u"DROP TRIGGER reveal_is_never_deleted; DELETE FROM reveal"_s;
    QTest::newRow("entries swapped")
        << u"changed"_s
        << u"UPDATE entry SET device = CASE seq WHEN 1 THEN 'b' ELSE 'a' END WHERE seq IN (1, 2); "
           "UPDATE entry SET warnings = device, device = 'Camera 1' WHERE seq IN (1, 2)"_s;
    QTest::newRow("an entry put in")
        << u"unknown presence"_s
        << u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
           "visitor, warnings) SELECT randomblob(16), 'out', at_ms + 600000, offset_min, 0, 0, location, "
           "source, "
           "device, visitor, '' FROM entry WHERE seq = 1"_s;
    QTest::newRow("lines swapped")
        << u"chain"_s
        << u"UPDATE ledger SET seq = -1 WHERE seq = 3; UPDATE ledger SET seq = 3 WHERE seq = 5; "
           "UPDATE ledger SET seq = 5 WHERE seq = -1"_s;
    QTest::newRow("a line changed") << u"chain"_s
                                    << u"UPDATE ledger SET detail = 'entries 1 row' WHERE kind = 'export'"_s;
    QTest::newRow("a line gone") << u"chain unknown"_s << u"DELETE FROM ledger WHERE seq = 3"_s;
    QTest::newRow("the last lines gone")
        << u"unknown"_s
        << u"DELETE FROM ledger WHERE seq >= (SELECT max(seq) FROM ledger WHERE kind = 'entry')"_s;
    QTest::newRow("all lines gone") << u"unknown"_s << u"DELETE FROM ledger"_s;
    QTest::newRow("a bit of a seal")
        << u"seal"_s
        << u"UPDATE visitor SET sealed = CAST(substr(sealed, 1, length(sealed) - 1) || x'00' AS BLOB) WHERE id = 2"_s;
    QTest::newRow("another's seal")
        << u"seal"_s
        << u"UPDATE visitor SET sealed = (SELECT sealed FROM visitor WHERE id = 1) "
           "WHERE id = 2"_s;
    QTest::newRow("a reason") << u"seal"_s
                              << u"UPDATE entry SET sealed_reason = zeroblob(60) WHERE kind = 'void' "
                                 "AND sealed_reason IS NOT NULL"_s;
    QTest::newRow("a token") << u"seal"_s << u"UPDATE target SET sealed_token = zeroblob(60)"_s;
    QTest::newRow("data gone that nobody erased")
        << u"seal"_s << u"UPDATE visitor SET sealed = NULL WHERE id = 1"_s;
    QTest::newRow("a visit off") << u"presence"_s
                                 << u"UPDATE visit SET in_ms = in_ms + 1 WHERE visitor = 1"_s;
    QTest::newRow("a visit gone") << u"presence"_s << u"DELETE FROM visit WHERE visitor = 1"_s;
    QTest::newRow("a visit put in") << u"presence"_s
                                    << u"INSERT INTO visit (visitor, out_entry, out_ms, superseded) SELECT "
                                       u"visitor, id, at_ms, 0 FROM entry "
                                       "WHERE seq = 3"_s;
    QTest::newRow("a party off") << u"presence"_s << u"UPDATE party_inside SET companions = 1"_s;
    QTest::newRow("an outbox row gone") << u"outbox"_s << u"DELETE FROM outbox WHERE entry = 2"_s;
    QTest::newRow("an outbox row gone, the counts as well")
        << u"outbox"_s
        << u"DELETE FROM outbox WHERE entry = 2; UPDATE target SET recorded = recorded - 1, waiting = waiting - 1"_s;
    QTest::newRow("a count off") << u"outbox"_s
                                 << u"UPDATE target SET acknowledged = 1, waiting = waiting - 1"_s;
    QTest::newRow("an index that misses rows")
        << u"database"_s
        << u"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'WHERE corrects IS NOT "
           "NULL', '') WHERE name = 'entry_by_corrects'"_s;
}

void TestLedger::damageIsFoundAndNamed()
{
    QFETCH(const QString, kinds);
    QFETCH(const QString, sql);
    QCOMPARE(failureOfSql(sql.split(u"; "_s)), QString());
    const RecordProof damaged = proof();
    for (const RecordFault &fault : damaged.faults)
        qInfo("%s", qPrintable(fault.what));
    QCOMPARE(kindsOf(damaged), kinds);
    // Whose it is stands in no sentence.
    for (const RecordFault &fault : damaged.faults)
        QVERIFY(!fault.what.contains(u"Nguyễn"_s) && !fault.what.contains(u"0790"_s));
}

void TestLedger::aCutTailIsFoundByTheHeadThatWasGivenOut()
{
    const LedgerHead head = proof().head;
    QVERIFY(proof({head}).holds());
    // The last entry with all that hangs on it, as if it had never been.
    QCOMPARE(failureOfSql({u"DELETE FROM ledger WHERE kind IN ('export', 'reveal')"_s,
                           u"DROP TRIGGER reveal_is_never_deleted"_s, u"DELETE FROM reveal"_s}),
             QString());
    QVERIFY(proof().holds()); // nothing but the head can tell
    const RecordProof cut = proof({head});
    QCOMPARE(kindsOf(cut), u"head"_s);
    QVERIFY(cut.faults.first().sinceUtcMs.has_value());
}

void TestLedger::aRewrittenLedgerIsFoundByTheHeadThatWasGivenOut()
{
    LedgerHead head = proof().head;
    head.hash[0] = char(head.hash[0] ^ 1);
    QCOMPARE(kindsOf(proof({head})), u"head"_s);
}

void TestLedger::erasingLeavesChainVisitsAndPersons()
{
    const QByteArray visits = rowsOf(u"SELECT count(*) FROM visit"_s);
    const QByteArray persons =
        rowsOf(u"SELECT count(DISTINCT v.uuid) FROM entry e JOIN visitor v ON v.id = e.visitor"_s);
    QCOMPARE(persons, "3"_ba);
    QCOMPARE(failureOfSql({u"UPDATE visitor SET sealed = NULL"_s, u"UPDATE entry SET sealed_reason = NULL"_s,
                           u"UPDATE entry SET sealed_details = NULL"_s,
                           u"UPDATE entry_addition SET sealed_details = NULL"_s, u"DELETE FROM visitor_key"_s,
                           u"DELETE FROM visitor_phone"_s}),
             QString());
    {
        OpenStore store(m_folder->path());
        VERIFY_OK(await(Ledger(&store.store).note(LedgerNote::Erasure, u"6 sealed blobs"_s)));
    }
    const RecordProof erased = proof();
    QVERIFY2(erased.holds(), qPrintable(erased.faults.value(0).what));
    QCOMPARE(erased.destroyed, 3 + 1 + 1 + 1); // persons, reason, details, addition
    QCOMPARE(rowsOf(u"SELECT count(*) FROM visit"_s), visits);
    QCOMPARE(rowsOf(u"SELECT count(DISTINCT v.uuid) FROM entry e JOIN visitor v ON v.id = e.visitor"_s),
             persons);
}

void TestLedger::moreGoneThanErasedIsFound()
{
    QCOMPARE(failureOfSql({u"UPDATE visitor SET sealed = NULL WHERE id <= 2"_s}), QString());
    {
        OpenStore store(m_folder->path());
        VERIFY_OK(await(Ledger(&store.store).note(LedgerNote::Erasure, u"1 sealed blob"_s)));
    }
    QCOMPARE(kindsOf(proof()), u"seal"_s);
}

/// The folder as a program without a ledger would have left it.
void TestLedger::makeOlder()
{
    QCOMPARE(failureOfSql({u"DELETE FROM ledger"_s,
                           u"UPDATE ledger_adoption SET next = 1, last = CASE kind WHEN 'person' THEN 3 "
                           "WHEN 'entry' THEN 8 ELSE 1 END"_s}),
             QString());
}

void TestLedger::whatIsOlderThanTheLedgerIsTakenIn()
{
    makeOlder();
    const RecordProof before = proof(); // a program that only reads takes nothing in
    QVERIFY2(before.holds(), qPrintable(before.faults.value(0).what));
    QCOMPARE(before.toAdopt, 3 + 8 + 1 + 1);
    {
        OpenStore store(m_folder->path());
        VERIFY_OK(store.unlocked);
        VERIFY_OK(await(store->record(out(cardP05(), 20)))); // between the pieces
        QTRY_COMPARE_WITH_TIMEOUT(proof().toAdopt, 0, 60'000);
    }
    const RecordProof after = proof();
    QVERIFY2(after.holds(), qPrintable(after.faults.value(0).what));
    QCOMPARE(after.toAdopt, 0);
    QCOMPARE(rowsOf(u"SELECT substr(detail, 1, 6) FROM ledger WHERE kind = 'adopted' ORDER BY detail"_s),
             "additi entry  person reveal"_ba);
}

void TestLedger::damageToWhatIsOlderIsFound()
{
    makeOlder();
    {
        OpenStore store(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(proof().toAdopt, 0, 60'000);
    }
    QCOMPARE(failureOfSql({u"UPDATE entry SET device = 'Camera 9' WHERE seq = 4"_s}), QString());
    QCOMPARE(kindsOf(proof()), u"changed"_s);
    QCOMPARE(failureOfSql(
                 {u"UPDATE visitor SET sealed = (SELECT sealed FROM visitor WHERE id = 1) WHERE id = 2"_s}),
             QString());
    QCOMPARE(kindsOf(proof()), u"changed seal"_s);
}

void TestLedger::notesAreWrittenBesideAProgramThatWrites()
{
    OpenStore desk(m_folder->path());
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    VERIFY_OK(reader.unlocked);
    for (int i = 0; i < 20; ++i) {
        VERIFY_OK(await(desk->record(i % 2 ? out(cardP05(), 30 + i) : in(cardP05(), 30 + i))));
        VERIFY_OK(await(Ledger(&reader.store).note(LedgerNote::Export, u"list"_s)));
    }
    COMPARE_CODE(await(reader->record(in(cardP01(), 99))), "read-only");
    const RecordProof whole = proof();
    QVERIFY2(whole.holds(), qPrintable(whole.faults.value(0).what));
    QCOMPARE(rowsOf(u"SELECT count(*) FROM ledger WHERE kind = 'export'"_s), "21"_ba);
}

void TestLedger::aNoteThatCannotBeKeptIsAFailure()
{
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly, 'x');
    COMPARE_CODE(reader.unlocked, "key-missing");
    COMPARE_CODE(await(Ledger(&reader.store).note(LedgerNote::Export, u"list"_s)), "key-missing");
}

void TestLedger::aLineOfTheLedgerCannotBeChanged()
{
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadWrite));
    connection.run(u"UPDATE ledger SET detail = 'x'"_s);
    COMPARE_CODE(connection.answer(), "store-failed");
    connection.run(u"DELETE FROM ledger WHERE seq = 1"_s);
    COMPARE_CODE(connection.answer(), "store-failed");
}

void TestLedger::aStoppedCheckTellsWhatItFoundAndWhereItWas()
{
    OpenStore store(m_folder->path(), StoreMode::ReadOnly);
    const auto stop = std::make_shared<std::atomic<bool>>(true);
    const auto atOnce = await(Ledger(&store.store).prove({}, {}, stop));
    VERIFY_OK(atOnce);
    QCOMPARE(atOnce->stoppedIn, Ledger::Step::Database);
    QVERIFY(!atOnce->holds());
    QVERIFY(atOnce->faults.isEmpty());
    // What was found stays known; of what was not looked at nothing is said.
    QCOMPARE(failureOfSql({u"UPDATE entry SET device = 'x' WHERE seq = 1"_s, u"DELETE FROM visit"_s}),
             QString());
    QCOMPARE(kindsOf(proof()), u"changed presence"_s);
    *stop = false;
    const auto later = await(Ledger(&store.store)
                                 .prove(
                                     {},
                                     [stop](Ledger::Step step, int) {
                                         if (step == Ledger::Step::Seals)
                                             *stop = true;
                                     },
                                     stop));
    VERIFY_OK(later);
    QCOMPARE(later->stoppedIn, Ledger::Step::Seals);
    QCOMPARE(kindsOf(*later), u"changed"_s);
    const auto head = await(Ledger(&store.store).head(farFuture));
    VERIFY_OK(head);
    QCOMPARE((*head)->hash.size(), 32);
    VERIFY_OK(await(Ledger(&store.store).head(0)));
    QVERIFY(!await(Ledger(&store.store).head(0))->has_value());
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
