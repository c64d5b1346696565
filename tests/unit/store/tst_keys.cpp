#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/erasure.h"
#include "core/store/folderkeys.h"
#include "core/store/keyrows.h"
#include "core/store/ledger.h"
#include "core/store/operatorregister.h"
#include "core/store/vault.h"
#include "core/store/visitorlists.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/store/storefixture.h"

using namespace storetest;

namespace {

Secret keyOf(char fill)
{
    return Secret(masterKey(fill));
}

Result<void> changed(OpenStore &store, char fill)
{
    return await(FolderKeys(&store.store).change(keyOf(fill), KeyPlace::File));
}

/// Until no digest of an older key is left; false when that does not happen.
bool settled(OpenStore &store)
{
    return QTest::qWaitFor(
        [&store] {
            const auto behind = await(FolderKeys(&store.store).behind());
            return behind && *behind == 0;
        },
        60'000);
}

QString faultsOf(OpenStore &store, const QList<LedgerHead> &heads = {})
{
    const auto proof = await(Ledger(&store.store).prove(heads, {}, {}));
    if (!proof)
        return failureOf(proof);
    QStringList faults;
    for (const RecordFault &fault : proof->faults)
        faults.append(fault.what);
    return faults.join(u"; "_s);
}

AttentionNote noteAbout(const VisitorData &who)
{
    AttentionNote note;
    note.id = newRandomId();
    note.reason = u"xin gọi bảo vệ"_s;
    note.fromUtcMs = at(0).utcMs;
    note.who = who;
    return note;
}

bool opensWith(const QString &folder, char key)
{
    OpenStore store(folder, StoreMode::ReadOnly, key);
    return store.unlocked && !allEntries(store).isEmpty();
}

} // namespace

/// Another key for the folder, while it is used: nobody and nothing is lost, and the old key opens nothing
/// new.
class TestKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPersonIsFoundWhateverFormTheDigestsHave();
    void whoIsWatchedForOrExpectedIsFoundAcrossTheChange();
    void whatIsErasedWhileDigestsAreMadeAnew();
    void theRecordProvesItselfOverSeveralChanges();
    void theOldKeyOpensNothingNew();
    void theKeyBetweenOpensNothingAtAll();
    void onlyAnAdministratorChangesTheKey();
    void aForgottenPinComesBackWithTheFoldersKeyOnly();
    void aChangeThatFailsAtAnyMomentLeavesOneKeyThatOpensAll();
    void aProgramBesideThatHasTheOldKeyWritesNothingInTheLedger();
};

void TestKeys::initTestCase()
{
    QVERIFY(faultyvfs::install());
}

void TestKeys::aPersonIsFoundWhateverFormTheDigestsHave()
{
    const QTemporaryDir folder(quickFolder());
    std::optional<QUuid> nghiem;
    std::optional<QUuid> mau;
    {
        OpenStore store(folder.path());
        VERIFY_OK(store.unlocked);
        nghiem = await(store->record(in(cardP01(), 1))).value().entry.visitorId;
        mau = await(store->record(in(cardP02(), 2))).value().entry.visitorId;
        // 700 more, so that digests are made anew in more than one piece.
        for (int i = 0; i < 700; ++i) {
            VisitorData other;
            other.idNumber = u"0010%1"_s.arg(90'000'000 + i);
            other.name = u"Người Thử"_s;
            VERIFY_OK(await(store->record(in(other, 3))));
        }
        const auto change = FolderKeys(&store.store).change(keyOf('n'), KeyPlace::File);
        // Posted with the change, so answered while most digests are still the old ones.
        const auto early = store->match(identityKeys(qrP26()));
        const auto recorded = store->record(out(qrP26(), 10));
        VERIFY_OK(await(change));
        QCOMPARE(await(early).value().visitorId, nghiem);
        QCOMPARE(await(recorded).value().entry.visitorId, nghiem);
        QVERIFY(settled(store));
        QCOMPARE(match(store, qrP26()).visitorId, nghiem);
        QCOMPARE(match(store, cardP01()).visitorId, nghiem);
        // A number that came after the change and one from before it are one person's.
        QCOMPARE(await(store->record(in(qrP27(), 11))).value().entry.visitorId, mau);
        QCOMPARE(match(store, qrP28()).visitorId, mau);
        EntryQuery byPhone;
        byPhone.search = u"0900000001"_s;
        QCOMPARE(await(store->entries(byPhone)).value().size(), 2);
        QCOMPARE(await(store->entries(byPhone)).value().first().entry.visitorId, nghiem);
    }
    OpenStore again(folder.path(), StoreMode::ReadWrite, 'n');
    VERIFY_OK(again.unlocked);
    QCOMPARE(match(again, cardP05()).visitorId, std::nullopt);
    QCOMPARE(match(again, cardP01()).visitorId, nghiem);
    QCOMPARE(allEntries(again).size(), 704);
    // No digest of the first key is left in the tables.
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(folder.path()), Connection::Access::ReadOnly));
    Statement old = connection.query(u"SELECT (SELECT count(*) FROM visitor_key WHERE key_number < 2) + "
                                     "(SELECT count(*) FROM visitor_phone WHERE key_number < 2)"_s);
    QVERIFY(old.next());
    QCOMPARE(old.integer(0), 0);
    const auto first = Vault::fromMasterKey(keyOf('k')).value();
    const QByteArray digest = first->digest("national-number", "001090999991");
    Statement row = connection.query(u"SELECT 1 FROM visitor_key WHERE digest = ?"_s, digest);
    QVERIFY(!row.next());
}

void TestKeys::whoIsWatchedForOrExpectedIsFoundAcrossTheChange()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    VERIFY_OK(store.unlocked);
    VERIFY_OK(await(store->record(in(qrP26(), 1)))); // knows the old and the new numbers of one person
    VisitorLists lists(&store.store);
    VERIFY_OK(await(lists.addAttention(noteAbout(cardP01()))));
    ExpectedVisitor guest;
    guest.id = newRandomId();
    guest.day = at(0).toDateTime().date();
    guest.name = u"Trần Thị Mẫu"_s;
    guest.idNumber = u"079300999992"_s;
    QCOMPARE(await(lists.addExpected({guest})).value(), 1);
    for (const char key : {'n', 'o'}) {
        VERIFY_OK(changed(store, key));
        // Only by the health-insurance number: the note is about another number of the same person.
        VisitorData insured;
        insured.healthInsurance = u"HS4019999999991"_s;
        QVERIFY(await(store->match(personQuery(insured, at(5)))).value().attention.has_value());
        QVERIFY(await(store->match(personQuery(cardP02(), at(5)))).value().expected.has_value());
        ExpectedVisitor same = guest;
        same.id = newRandomId();
        QCOMPARE(await(lists.addExpected({same})).value(), 0); // in the very same words: known
        QVERIFY(settled(store));
        QVERIFY(await(store->match(personQuery(insured, at(5)))).value().attention.has_value());
    }
}

/// What is watched for has the newest form already, the person's numbers have the old one. And what was
/// destroyed of a refused scan stays nothing.
void TestKeys::whatIsErasedWhileDigestsAreMadeAnew()
{
    const QTemporaryDir folder(quickFolder());
    QUuid person;
    {
        OpenStore store(folder.path());
        person = *await(store->record(in(qrP26(), 1))).value().entry.visitorId;
        AttentionNote note = noteAbout(cardP01());
        note.visitorId = person;
        VERIFY_OK(await(VisitorLists(&store.store).addAttention(note)));
        VERIFY_OK(await(store->recordRefusal({newRandomId(), at(4), {}, {}, {}, Reason::UnknownCode}, "x")));
    }
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(folder.path()), Connection::Access::ReadWrite));
    connection.run(u"UPDATE refused_scan SET digest = zeroblob(16)"_s);
    {
        const auto vault = Vault::fromMasterKey(keyOf('k')).value();
        VERIFY_OK(changeMasterKey(connection, *vault, keyOf('n'), KeyPlace::File));
        VERIFY_OK(Erasure(connection, *vault).eraseVisitors({person}, ErasureCause::Term, at(5).utcMs));
    }
    OpenStore store(folder.path(), StoreMode::ReadWrite, 'n');
    VERIFY_OK(store.unlocked);
    QVERIFY(settled(store));
    VisitorData insured; // the note is about another number of the same person
    insured.healthInsurance = u"HS4019999999991"_s;
    QVERIFY(await(store->match(personQuery(insured, at(5)))).value().attention.has_value());
    Statement row = connection.query(u"SELECT digest = zeroblob(16) FROM refused_scan"_s);
    QVERIFY(row.next() && row.flag(0));
}

void TestKeys::theRecordProvesItselfOverSeveralChanges()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    VERIFY_OK(store.unlocked);
    QList<LedgerHead> heads;
    const auto keepHead = [&] {
        const auto head = await(Ledger(&store.store).head(std::numeric_limits<qint64>::max())).value();
        heads.append(*head);
    };
    VERIFY_OK(await(store->record(in(cardP01(), 1))));
    VERIFY_OK(await(store->noteReveal(match(store, cardP01()).visitorId.value(), u"kiểm tra"_s, at(2))));
    keepHead();
    qint64 minute = 10;
    for (const char key : {'n', 'o', 'p'}) {
        VERIFY_OK(changed(store, key));
        QVERIFY(settled(store));
        VERIFY_OK(await(store->record(out(cardP01(), ++minute))));
        VERIFY_OK(await(store->record(in(cardP01(), ++minute)))); // its data are sealed once more
        VERIFY_OK(await(store->record(in(cardP02(), ++minute))));
        VERIFY_OK(await(store->record(out(cardP02(), ++minute))));
        keepHead();
    }
    QCOMPARE(faultsOf(store, heads), QString());
    QCOMPARE(await(Ledger(&store.store).headSeeds()).value().size(), 4);
}

void TestKeys::theOldKeyOpensNothingNew()
{
    const QTemporaryDir folder(quickFolder());
    {
        OpenStore store(folder.path());
        VERIFY_OK(await(store->record(in(cardP01(), 1))));
        VERIFY_OK(changed(store, 'n'));
        VERIFY_OK(await(store->record(in(cardP02(), 2))));
    }
    OpenStore old(folder.path());
    COMPARE_CODE(old.unlocked, "key-missing");
    QCOMPARE(old.opened->formerKeyIds, QList<QByteArray>{masterKeyId(keyOf('k'))});
    QCOMPARE(old.opened->keyRecord->keyId, masterKeyId(keyOf('n')));

    // Whoever has the old key and reads the file without this program.
    const auto stolen = Vault::fromMasterKey(keyOf('k')).value();
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(folder.path()), Connection::Access::ReadOnly));
    int opened = 0;
    int closed = 0;
    Statement rows = connection.query(u"SELECT uuid, sealed FROM visitor"_s);
    while (rows.next())
        (stolen->open(Vault::RowKind::Visitor, rows.uuid(0), rows.blob(1)) ? opened : closed)++;
    QCOMPARE(opened, 1); // what was sealed before the first change was sealed with that very key
    QCOMPARE(closed, 1);
    Statement digest = connection.query(u"SELECT 1 FROM visitor_key WHERE digest = ?"_s,
                                        stolen->digest("national-number", "079300999992"));
    QVERIFY(!digest.next());
    QList<SealedDataKey> ring;
    Statement keys = connection.query(u"SELECT number, master_id, from_line, sealed FROM folder_key"_s);
    while (keys.next())
        ring.append({int(keys.integer(0)), keys.blob(1), keys.integer(2), keys.blob(3)});
    QCOMPARE(ring.size(), 2);
    COMPARE_CODE(stolen->takeKeys(old.opened->folderId, ring), "key-missing");
}

void TestKeys::theKeyBetweenOpensNothingAtAll()
{
    const QTemporaryDir folder(quickFolder());
    {
        OpenStore store(folder.path());
        VERIFY_OK(await(store->record(in(cardP01(), 1))));
        VERIFY_OK(changed(store, 'n'));
        QVERIFY(settled(store));
        VERIFY_OK(await(store->record(in(cardP02(), 2))));
        VERIFY_OK(changed(store, 'o'));
    }
    QVERIFY(opensWith(folder.path(), 'o'));
    QVERIFY(!opensWith(folder.path(), 'n'));
    const auto stolen = Vault::fromMasterKey(keyOf('n')).value();
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(folder.path()), Connection::Access::ReadOnly));
    Statement rows = connection.query(u"SELECT uuid, sealed FROM visitor"_s);
    while (rows.next())
        QVERIFY(!stolen->open(Vault::RowKind::Visitor, rows.uuid(0), rows.blob(1)));
}

void TestKeys::onlyAnAdministratorChangesTheKey()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    OperatorRegister operators(&store.store);
    const auto who = await(operators.add(u"Quản trị"_s, Role::Administrator, "hash"));
    VERIFY_OK(who);
    VERIFY_OK(await(operators.signIn(who->id)));
    const auto supervisor = await(operators.add(u"Trực ca"_s, Role::Supervisor, "hash"));
    VERIFY_OK(supervisor);
    VERIFY_OK(await(operators.signIn(supervisor->id)));
    COMPARE_CODE(changed(store, 'n'), "not-allowed");
    COMPARE_CODE(await(FolderKeys(&store.store).noteSheet()), "not-allowed");
    VERIFY_OK(await(operators.signIn(who->id)));
    VERIFY_OK(await(FolderKeys(&store.store).noteSheet()));
    VERIFY_OK(changed(store, 'n'));
    QCOMPARE(faultsOf(store), QString());
}

void TestKeys::aForgottenPinComesBackWithTheFoldersKeyOnly()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    OperatorRegister operators(&store.store);
    const auto who = await(operators.add(u"Quản trị"_s, Role::Administrator, "old"));
    VERIFY_OK(await(operators.signIn(who->id)));
    VERIFY_OK(await(operators.add(u"Trực"_s, Role::Operator, "old")));
    VERIFY_OK(await(operators.signOut()));
    FolderKeys keys(&store.store);
    COMPARE_CODE(await(keys.setPin(keyOf('x'), u"Quản trị"_s, "new")), "key-missing");
    COMPARE_CODE(await(keys.setPin(keyOf('k'), u"Trực"_s, "new")), "not-found");
    COMPARE_CODE(await(keys.setPin(keyOf('k'), u"Ai đó"_s, "new")), "not-found");
    QCOMPARE(await(operators.beginSignIn(u"Quản trị"_s, 0)).value().pinHash, QByteArray("old"));
    VERIFY_OK(await(keys.setPin(keyOf('k'), u"Quản trị"_s, "new")));
    QCOMPARE(await(operators.beginSignIn(u"Quản trị"_s, 0)).value().pinHash, QByteArray("new"));
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(folder.path()), Connection::Access::ReadOnly));
    Statement told = connection.query(
        u"SELECT count(*) FROM ledger WHERE kind = 'operator' AND detail LIKE '%by the recovery sheet'"_s);
    QVERIFY(told.next());
    QCOMPARE(told.integer(0), 1);
}

void TestKeys::aChangeThatFailsAtAnyMomentLeavesOneKeyThatOpensAll()
{
    const QTemporaryDir base(quickFolder());
    {
        OpenStore store(base.path());
        VERIFY_OK(await(store->record(in(cardP01(), 1))));
        VERIFY_OK(await(store->record(in(qrP26(), 2))));
    }
    int failures = 0;
    bool wasStruck = true;
    for (int n = 1; wasStruck; ++n) {
        QVERIFY2(n < 2000, "never gets through");
        const QTemporaryDir folder(quickFolder());
        QVERIFY(QFile::copy(EntryStore::databasePath(base.path()), EntryStore::databasePath(folder.path())));
        bool isChanged = false;
        {
            OpenStore store(folder.path());
            VERIFY_OK(store.unlocked);
            // All from there on fails, as when the plug is pulled.
            faultyvfs::failAccess(n, faultyvfs::Fault::Broken, true);
            isChanged = changed(store, 'n').ok();
            match(store, cardP01()); // after whatever the change has left to do
            wasStruck = faultyvfs::heal();
            failures += !isChanged;
        }
        // A commit that could not be answered may still have come to the disk.
        const char key = opensWith(folder.path(), 'n') ? 'n' : 'k';
        QVERIFY2(!isChanged || key == 'n', qPrintable(QString::number(n)));
        OpenStore store(folder.path(), StoreMode::ReadWrite, key);
        VERIFY_OK(store.unlocked);
        QVERIFY(settled(store));
        QVERIFY2(match(store, cardP01()).visitorId &&
                     match(store, qrP26()).visitorId == match(store, cardP01()).visitorId,
                 qPrintable(QString::number(n)));
        QCOMPARE(faultsOf(store), QString());
    }
    QVERIFY(failures >= 5);
}

void TestKeys::aProgramBesideThatHasTheOldKeyWritesNothingInTheLedger()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore desk(folder.path());
    VERIFY_OK(await(desk->record(in(cardP01(), 1))));
    OpenStore beside(folder.path(), StoreMode::ReadOnly);
    VERIFY_OK(beside.unlocked);
    VERIFY_OK(await(Ledger(&beside.store).note(LedgerNote::Export, u"entries"_s)));
    VERIFY_OK(changed(desk, 'n'));
    COMPARE_CODE(await(Ledger(&beside.store).note(LedgerNote::Export, u"entries"_s)), "key-missing");
    QCOMPARE(faultsOf(desk), QString());
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
