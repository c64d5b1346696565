#include "core/access/accesscontrol.h"
#include "core/access/pinhash.h"
#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/ledger.h"
#include "core/store/outbox.h"
#include "core/store/personregister.h"
#include "core/store/reportsource.h"
#include "core/store/traffic.h"
#include "core/store/venueregister.h"
#include "core/store/visitorlists.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <sodium.h>

using namespace storetest;

/// Who may do what, and what a wrong PIN costs.
class TestAccessControl : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theTableOfDeeds_data();
    void theTableOfDeeds();
    void withoutOperatorsEverythingIsAllowed();
    void theFirstOperatorIsAnAdministrator();
    void theLastAdministratorGoesLast();
    void aPinIsNeverInTheClear();
    void aPinThatIsEasilyGuessedIsRefused_data();
    void aPinThatIsEasilyGuessedIsRefused();
    void theStoreRefusesWhatTheRoleDoesNotAllow_data();
    void theStoreRefusesWhatTheRoleDoesNotAllow();
    void aFolderThatIsOnlyReadObeysTheSameRoles_data();
    void aFolderThatIsOnlyReadObeysTheSameRoles();
    void nothingOfThePersonsIsReadByNobody_data();
    void nothingOfThePersonsIsReadByNobody();
    void anOperatorTakesBackOnlyOwnEntries();
    void wrongPinsTakeLongerAndLonger();
    void theDelayHoldsAfterARestartAndForOtherPrograms();
    void aClockSetBackMakesNobodyWaitLonger();
    void theLedgerTellsOfSignInsAndRefusals();
    void operatorsMadeByAnotherProgramCountAtOnce();
    void anotherRoleCountsAtOnceAndTheLastAdministratorKeepsIt();
    void withoutOperatorsAgainEverythingIsAllowed();
    void howLongToWaitIsTold();

private:
    void makeOperators(OpenStore &store);
    static QList<std::pair<const char *, QString>> readsOfViews(OpenStore &store, const QUuid &entry);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Somebody at the desk whose clock the test sets.
struct TestClock final : Clock
{
    Moment now() const override { return {ms, 420, false}; }
    qint64 steadyMs() const override { return ms; }
    qint64 ms = morning;
};

/// Waits for what needs the event loop.
template <typename T> T looped(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000); }();
    return future.result();
}

/// A hash that is quickly made; the rule of a good one is tested by itself.
QByteArray quickHash(const QByteArray &pin)
{
    char text[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str(text, pin.constData(), quint64(pin.size()),
                                         crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN);
    return failed ? QByteArray() : QByteArray(text);
}

const QString chief = u"Giang Thử"_s;
const QString shiftLead = u"Lan Mẫu"_s;
const QString guard = u"Bình Giả"_s;

QString nameOf(Role role)
{
    return role == Role::Administrator ? chief : role == Role::Supervisor ? shiftLead : guard;
}

} // namespace

void TestAccessControl::init()
{
    m_folder = std::make_unique<QTemporaryDir>(quickFolder());
}

/// An administrator, a supervisor and an operator, all with the PIN 2468; nobody is signed in.
void TestAccessControl::makeOperators(OpenStore &store)
{
    OperatorRegister operators(&store.store);
    const auto first = await(operators.add(chief, Role::Administrator, quickHash("2468")));
    VERIFY_OK(first);
    VERIFY_OK(await(operators.signIn(first->id)));
    VERIFY_OK(await(operators.add(shiftLead, Role::Supervisor, quickHash("2468"))));
    VERIFY_OK(await(operators.add(guard, Role::Operator, quickHash("2468"))));
    VERIFY_OK(await(operators.signOut()));
}

void TestAccessControl::theTableOfDeeds_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QString>("who"); // of nobody, operator, supervisor, administrator
    QTest::newRow("scan") << Deed::Scan << u"nosa"_s;
    QTest::newRow("see") << Deed::See << u"-osa"_s;
    QTest::newRow("void one's own") << Deed::VoidOwn << u"-osa"_s;
    QTest::newRow("void others'") << Deed::VoidOthers << u"--sa"_s;
    QTest::newRow("reveal") << Deed::Reveal << u"--sa"_s;
    QTest::newRow("export") << Deed::Export << u"--sa"_s;
    QTest::newRow("posters") << Deed::Posters << u"--sa"_s;
    QTest::newRow("watch") << Deed::Watch << u"--sa"_s;
    QTest::newRow("settings") << Deed::Settings << u"---a"_s;
    QTest::newRow("keys") << Deed::Keys << u"---a"_s;
    QTest::newRow("operators") << Deed::Operators << u"---a"_s;
    QTest::newRow("erase") << Deed::Erase << u"---a"_s;
}

void TestAccessControl::theTableOfDeeds()
{
    QFETCH(const Deed, deed);
    QFETCH(const QString, who);
    constexpr std::array roles{Role::Nobody, Role::Operator, Role::Supervisor, Role::Administrator};
    for (std::size_t i = 0; i < roles.size(); ++i)
        QCOMPARE(mayDo(roles[i], deed), who[qsizetype(i)] != u'-');
    QVERIFY(!deedId(deed).isEmpty());
}

void TestAccessControl::withoutOperatorsEverythingIsAllowed()
{
    OpenStore store(m_folder->path());
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    QVERIFY(!access.hasOperators() && !access.current());
    QCOMPARE(access.role(), Role::Administrator);
    for (const Deed deed :
         {Deed::Reveal, Deed::Export, Deed::Settings, Deed::Keys, Deed::Operators, Deed::Erase})
        VERIFY_OK(await(OperatorRegister(&store.store).allow(deed)));
}

void TestAccessControl::theFirstOperatorIsAnAdministrator()
{
    OpenStore store(m_folder->path());
    OperatorRegister operators(&store.store);
    COMPARE_CODE(await(operators.add(guard, Role::Operator, quickHash("2468"))), "wrong-use");
    VERIFY_OK(await(operators.add(chief, Role::Administrator, quickHash("2468"))));
    // From then on adding wants an administrator.
    COMPARE_CODE(await(operators.add(guard, Role::Operator, quickHash("2468"))), "not-allowed");
}

void TestAccessControl::theLastAdministratorGoesLast()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    OperatorRegister operators(&store.store);
    const QList<DeskOperator> all = await(operators.operators()).value();
    QCOMPARE(all.size(), 3);
    const auto isChief = [](const DeskOperator &each) { return each.name == chief; };
    VERIFY_OK(await(operators.signIn(std::ranges::find_if(all, isChief)->id)));
    COMPARE_CODE(await(operators.add(u"  Bình   Giả "_s, Role::Operator, quickHash("1357"))), "wrong-use");
    COMPARE_CODE(await(operators.remove(chief, morning)), "wrong-use");
    COMPARE_CODE(await(operators.remove(u"Nobody"_s, morning)), "not-found");
    VERIFY_OK(await(operators.remove(guard, morning)));
    VERIFY_OK(await(operators.remove(shiftLead, morning)));
    VERIFY_OK(await(operators.remove(chief, morning)));
    QVERIFY(await(operators.operators())->isEmpty());
    VERIFY_OK(await(operators.allow(Deed::Settings)));
}

void TestAccessControl::aPinIsNeverInTheClear()
{
    {
        OpenStore store(m_folder->path());
        TestClock clock;
        AccessControl access(&store.store, &clock);
        VERIFY_OK(looped(access.load()));
        const QSignalSpy changed(&access, &AccessControl::changed);
        VERIFY_OK(looped(access.add(chief, Role::Administrator, u"mật khẩu 7531"_s)));
        QTRY_COMPARE(access.role(), Role::Nobody);
        const auto who = looped(access.signIn(chief, u"mật khẩu 7531"_s));
        VERIFY_OK(who);
        QCOMPARE(access.current(), *who);
        QVERIFY(access.mayDo(Deed::Settings));
        VERIFY_OK(looped(access.setPin(chief, u"mật khẩu 1357"_s)));
        VERIFY_OK(looped(access.signOut()));
        QCOMPARE(access.role(), Role::Nobody);
        COMPARE_CODE(looped(access.signIn(chief, u"mật khẩu 7531"_s)), "pin-wrong");
        QVERIFY(changed.size() >= 3);
    }
    const QByteArray raw = rawBytes(m_folder->path());
    // As a whole: four digits alone stand in any hexadecimal id now and then.
    QVERIFY(!raw.contains("khẩu 7531") && !raw.contains("khẩu 1357"));
    QVERIFY(!raw.contains("argon2id")); // a stolen disk cannot be asked what PINs fit
}

void TestAccessControl::aPinThatIsEasilyGuessedIsRefused_data()
{
    QTest::addColumn<QString>("pin");
    QTest::newRow("none") << QString();
    QTest::newRow("three digits") << u"123"_s;
    QTest::newRow("one digit over and over") << u"0000000"_s;
    for (const QString &row :
         {u"1234"_s, u"0123456789"_s, u"987654"_s, u"4321"_s, u"7890"_s, u"10987"_s, u"abcd"_s})
        QTest::newRow(qPrintable(row)) << row;
}

void TestAccessControl::aPinThatIsEasilyGuessedIsRefused()
{
    QFETCH(const QString, pin);
    COMPARE_CODE(pinHash(pin), "wrong-use");
    for (const QString &good : {u"2468"_s, u"1235"_s, u"1243"_s, u"0001"_s, u"909090"_s, u"mật khẩu"_s})
        QVERIFY2(!faultOfPin(good), qPrintable(good));
}

/// What views are given of the record, each by its name.
QList<std::pair<const char *, QString>> TestAccessControl::readsOfViews(OpenStore &store, const QUuid &entry)
{
    EntryLists lists(&store.store);
    VisitorLists waited(&store.store);
    VenueRegister venue(&store.store);
    Outbox outbox(&store.store);
    EntryQuery search;
    search.search = u"mau"_s;
    // A source is for one report: each begins.
    const auto source = [&] { return ReportSource(&store.store); };
    return {
        {"entries", codeOf(await(store->entries({})))},
        {"search", codeOf(await(store->entries(search)))},
        {"refused scans", codeOf(await(store->refusedScans({})))},
        {"outline", codeOf(await(lists.outline({}, 10)))},
        {"page", codeOf(await(lists.page({}, {}, 10)))},
        {"find", codeOf(await(lists.findVisitors(u"mau"_s, 5)))},
        {"arriving", codeOf(await(lists.findArriving(u"mau"_s, QDate(2024, 1, 1), 5, 5)))},
        {"staff", codeOf(await(lists.staff(5)))},
        {"details", codeOf(await(lists.visitDetails(entry)))},
        {"inside", codeOf(await(lists.inside()))},
        {"inside, searched", codeOf(await(lists.inside({}, u"mau"_s)))},
        {"morning", codeOf(await(lists.morningList(0, morning)))},
        {"locations", codeOf(await(lists.locations()))},
        {"sources", codeOf(await(lists.sources()))},
        {"purposes and hosts", codeOf(await(lists.recentDetails(5)))},
        {"names in memory", codeOf(await(lists.warmUp()))},
        {"attention", codeOf(await(waited.attention(morning)))},
        {"expected", codeOf(await(waited.expected(QDate(2026, 11, 20))))},
        {"passes", codeOf(looped(venue.passes()))},
        {"rejected", codeOf(await(outbox.rejected(u"there is none"_s)))},
        {"traffic", codeOf(await(TrafficSource(&store.store).day(QDate(2026, 11, 20), morning)))},
        {"report of entries", codeOf(await(source().entries({})))},
        {"report of visits", codeOf(await(source().visits({})))},
        {"report of who is inside", codeOf(await(source().inside({}, 5)))},
        {"person of a report", codeOf(await(source().person(QUuid())))},
        {"persons of a report", codeOf(await(source().persons({1})))},
        {"stays", codeOf(await(source().stays(1, 0, morning, morning)))},
        {"stays beside", codeOf(await(source().staysBeside({}, morning)))},
        {"visits of a trace", codeOf(await(source().visitsOf({1})))},
    };
}

void TestAccessControl::nothingOfThePersonsIsReadByNobody_data()
{
    QTest::addColumn<StoreMode>("mode");
    QTest::newRow("at the desk") << StoreMode::ReadWrite;
    QTest::newRow("beside it") << StoreMode::ReadOnly;
}

/// Whatever a view may ask for, not through any view.
void TestAccessControl::nothingOfThePersonsIsReadByNobody()
{
    QFETCH(const StoreMode, mode);
    QUuid first;
    {
        OpenStore store(m_folder->path());
        const auto entry = await(store->record(in(cardP02(), 0)));
        VERIFY_OK(entry);
        first = entry->entry.id;
        for (const auto &[what, code] : readsOfViews(store, first))
            QVERIFY2(code != "not-allowed"_L1, what); // no operators: nobody is asked who they are
        makeOperators(store);
    }
    OpenStore store(m_folder->path(), mode);
    OperatorRegister operators(&store.store);
    const QList<DeskOperator> all = await(operators.operators()).value();
    const auto isGuard = [](const DeskOperator &each) { return each.name == guard; };
    const auto allRefused = [&] {
        for (const auto &[what, code] : readsOfViews(store, first))
            QVERIFY2(code == "not-allowed"_L1, qPrintable(QLatin1StringView(what) + u": "_s + code));
    };
    allRefused();
    VERIFY_OK(await(operators.signIn(std::ranges::find_if(all, isGuard)->id)));
    ReportSource running(&store.store);
    VERIFY_OK(await(running.entries({})));
    for (const auto &[what, code] : readsOfViews(store, first))
        QVERIFY2(code != "not-allowed"_L1, what);
    VERIFY_OK(await(operators.signOut()));
    allRefused();
    VERIFY_OK(await(running.entries({}))); // a report under way is written to its end
    VERIFY_OK(await(store->counters(0, morning)));
    if (mode == StoreMode::ReadOnly)
        return;
    // The desk itself goes on: it recognises people, lets out who was forgotten, takes in what is late.
    QCOMPARE(await(store->match(identityKeys(cardP02())))->known, cardP02());
    QCOMPARE(await(EntryLists(&store.store).openEntries(at(9).utcMs))->value(0).id, first);
    VERIFY_OK(await(EntryLists(&store.store).lateEntry({at(0).utcMs, {}, cardP02().name, {}})));
    VERIFY_OK(await(EntryLists(&store.store).visitorOf(first)));
    VERIFY_OK(await(store->record(out(cardP02(), 2))));
}

void TestAccessControl::theStoreRefusesWhatTheRoleDoesNotAllow_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("nobody") << Role::Nobody;
    QTest::newRow("operator") << Role::Operator;
    QTest::newRow("supervisor") << Role::Supervisor;
    QTest::newRow("administrator") << Role::Administrator;
}

/// Every way into the store that a role guards, not through any front end.
void TestAccessControl::theStoreRefusesWhatTheRoleDoesNotAllow()
{
    QFETCH(const Role, role);
    OpenStore store(m_folder->path());
    const auto first = await(store->record(in(cardP01(), 0)));
    const auto second = await(store->record(in(cardP02(), 1)));
    VERIFY_OK(second);
    makeOperators(store);
    OperatorRegister operators(&store.store);
    const QList<DeskOperator> all = await(operators.operators()).value();
    for (const DeskOperator &each : all) {
        if (role != Role::Nobody && each.name == nameOf(role))
            VERIFY_OK(await(operators.signIn(each.id)));
    }
    VenueRegister venue(&store.store);
    VisitorLists lists(&store.store);
    PersonRegister persons(&store.store);
    AttentionNote note;
    note.who = cardP05();
    note.reason = u"kiểm tra"_s;
    const auto answer = [](const auto &result) {
        return result ? u"ok"_s : errorCodeId(result.error().code);
    };
    const QList<std::pair<Deed, QString>> answers{
        {Deed::Scan, answer(await(store->record(out(cardP01(), 2))))},
        {Deed::Scan, answer(await(store->recordEstimatedExits({second->entry.id}, at(9), {}, {})))},
        {Deed::VoidOthers, answer(await(store->voidEntry(first->entry.id, {}, at(3))))},
        {Deed::VoidOthers, answer(await(store->correctDirection(second->entry.id, Direction::Out, at(3))))},
        {Deed::Reveal, answer(await(store->noteReveal(first->entry.id, u"x"_s, at(4))))},
        {Deed::Export, answer(await(operators.allow(Deed::Export)))},
        {Deed::Erase, answer(await(Ledger(&store.store).note(LedgerNote::Erasure, u"0"_s)))},
        {Deed::Settings, answer(looped(venue.saveRules({}, at(5))))},
        {Deed::Settings, answer(looped(venue.addLocation(u"Cổng phụ"_s)))},
        {Deed::Settings, answer(looped(venue.addTrustedKeys({})))},
        {Deed::Watch, answer(await(lists.addAttention(note)))},
        {Deed::Watch, answer(await(store->setStaff(*first->entry.visitorId, true)))},
        {Deed::Reveal, answer(await(persons.held(*first->entry.visitorId)))},
        {Deed::See, answer(await(persons.look(*first->entry.visitorId)))},
        {Deed::See, answer(await(persons.requests()))},
        {Deed::See, answer(await(Ledger(&store.store).headSeeds()))},
        {Deed::Operators, answer(await(operators.add(u"Mới"_s, Role::Operator, quickHash("2468"))))},
        {Deed::Operators,
         answer(await(operators.setPin(role == Role::Operator ? chief : guard, quickHash("9"))))},
    };
    int refused = 0;
    for (const auto &[deed, got] : answers) {
        const QString expected = mayDo(role, deed) ? u"ok"_s : u"not-allowed"_s;
        QVERIFY2(got == expected, qPrintable(deedId(deed) + u": "_s + got));
        refused += got == "not-allowed"_L1;
    }
    QCOMPARE(codeOf(looped(venue.exported(u"a long passphrase"_s))),
             role == Role::Administrator ? u"not-found"_s : u"not-allowed"_s); // there is no venue yet
    QCOMPARE(codeOf(looped(venue.signer())),
             mayDo(role, Deed::Posters) ? u"not-found"_s : u"not-allowed"_s); // what signs a pass
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    const auto proof = await(Ledger(&reader.store).prove({}, {}, {}));
    VERIFY_OK(proof);
    QVERIFY2(proof->holds(), qPrintable(proof->faults.value(0).what));
    QVERIFY(role == Role::Administrator ? refused == 0 : refused > 0);
}

void TestAccessControl::aFolderThatIsOnlyReadObeysTheSameRoles_data()
{
    theStoreRefusesWhatTheRoleDoesNotAllow_data();
}

/// As a command has it that only looks, beside the desk that works there.
void TestAccessControl::aFolderThatIsOnlyReadObeysTheSameRoles()
{
    QFETCH(const Role, role);
    OpenStore desk(m_folder->path());
    const auto entry = await(desk->record(in(cardP02(), 0)));
    VERIFY_OK(entry);
    makeOperators(desk);
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    OperatorRegister operators(&reader.store);
    const QList<DeskOperator> all = await(operators.operators()).value();
    for (const DeskOperator &each : all) {
        if (role != Role::Nobody && each.name == nameOf(role))
            VERIFY_OK(await(operators.signIn(each.id)));
    }
    PersonRegister persons(&reader.store);
    const auto answers = [&] {
        return std::array{std::pair(Deed::See, codeOf(await(persons.look(*entry->entry.visitorId)))),
                          std::pair(Deed::See, codeOf(await(persons.requests()))),
                          std::pair(Deed::See, codeOf(await(Ledger(&reader.store).headSeeds()))),
                          std::pair(Deed::Reveal, codeOf(await(persons.held(*entry->entry.visitorId)))),
                          std::pair(Deed::Export, codeOf(await(operators.allow(Deed::Export))))};
    };
    for (const auto &[deed, got] : answers())
        QVERIFY2((got == "not-allowed"_L1) != mayDo(role, deed), qPrintable(deedId(deed) + u": "_s + got));
    QCOMPARE(codeOf(looped(VenueRegister(&reader.store).signer())),
             mayDo(role, Deed::Posters) ? u"not-found"_s : u"not-allowed"_s);
    if (mayDo(role, Deed::See)) {
        const auto seen = await(persons.look(*entry->entry.visitorId));
        VERIFY_OK(seen);
        QCOMPARE(seen->data, masked(cardP02()));
        QCOMPARE(seen->entries.size(), 1);
    }
    // Whoever leaves may nothing any more, and the desk's own is nobody's either.
    VERIFY_OK(await(operators.signOut()));
    for (const auto &[deed, got] : answers())
        QVERIFY2(got == "not-allowed"_L1, qPrintable(deedId(deed) + u": "_s + got));
    VERIFY_OK(await(operators.signOut())); // behind what is written down of the refusals
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly));
    Statement row = connection.query(u"SELECT count(*) FROM ledger WHERE kind = 'refusal' AND detail = ?"_s,
                                     u"nobody may not see"_s);
    QVERIFY(row.next() && row.integer(0) >= 3);
}

void TestAccessControl::anOperatorTakesBackOnlyOwnEntries()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    OperatorRegister operators(&store.store);
    const QList<DeskOperator> all = await(operators.operators()).value();
    const auto signIn = [&](const QString &name) {
        for (const DeskOperator &each : all) {
            if (each.name == name)
                VERIFY_OK(await(operators.signIn(each.id)));
        }
    };
    signIn(shiftLead);
    const auto others = await(store->record(in(cardP01(), 0)));
    signIn(guard);
    const auto own = await(store->record(in(cardP02(), 1)));
    COMPARE_CODE(await(store->voidEntry(others->entry.id, {}, at(2))), "not-allowed");
    VERIFY_OK(await(store->voidEntry(own->entry.id, {}, at(2))));
    const auto again = await(store->restoreEntry(own->entry.id, at(2)));
    VERIFY_OK(again);
    // It is said before anything is asked.
    QVERIFY(!*await(EntryLists(&store.store).mayCorrect(others->entry.id)));
    QVERIFY(*await(EntryLists(&store.store).mayCorrect(again->entry.id)));
    signIn(shiftLead);
    VERIFY_OK(await(store->voidEntry(again->entry.id, {}, at(2))));
    signIn(guard); // what somebody else took back is theirs to restore
    COMPARE_CODE(await(store->restoreEntry(again->entry.id, at(3))), "not-allowed");
    QVERIFY(!*await(EntryLists(&store.store).mayCorrect(again->entry.id)));
    signIn(shiftLead);
    QVERIFY(*await(EntryLists(&store.store).mayCorrect(others->entry.id)));
    VERIFY_OK(await(store->voidEntry(others->entry.id, {}, at(3))));
}

void TestAccessControl::wrongPinsTakeLongerAndLonger()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    qint64 before = 0;
    for (int wrong = 1; wrong <= 9; ++wrong) {
        COMPARE_CODE(looped(access.signIn(guard, u"9999"_s)), "pin-wrong");
        const qint64 delay = OperatorRegister::delayMs(wrong);
        QVERIFY(delay >= before && delay >= 1000);
        before = delay;
        // Even the right one is not looked at before its time.
        clock.ms += delay - 1;
        COMPARE_CODE(looped(access.signIn(guard, u"2468"_s)), "pin-too-soon");
        clock.ms += 1;
    }
    QVERIFY(before >= 5 * 60'000);
    VERIFY_OK(looped(access.signIn(guard, u"2468"_s)));
    VERIFY_OK(looped(access.signIn(shiftLead, u"2468"_s))); // nobody else waits
    // All is forgiven by the right one.
    COMPARE_CODE(looped(access.signIn(guard, u"9999"_s)), "pin-wrong");
    clock.ms += OperatorRegister::delayMs(1);
    VERIFY_OK(looped(access.signIn(guard, u"2468"_s)));
}

void TestAccessControl::theDelayHoldsAfterARestartAndForOtherPrograms()
{
    TestClock clock;
    {
        OpenStore store(m_folder->path());
        makeOperators(store);
        // Killed before the PIN was judged: it counts as a wrong one.
        VERIFY_OK(await(OperatorRegister(&store.store).beginSignIn(guard, clock.ms)));
    }
    OpenStore store(m_folder->path());
    OpenStore other(m_folder->path(), StoreMode::ReadOnly);
    VERIFY_OK(other.unlocked);
    for (OpenStore *each : {&store, &other})
        COMPARE_CODE(await(OperatorRegister(&each->store).beginSignIn(guard, clock.ms + 999)),
                     "pin-too-soon");
    VERIFY_OK(await(OperatorRegister(&other.store).beginSignIn(guard, clock.ms + 1000)));
    COMPARE_CODE(await(OperatorRegister(&store.store).beginSignIn(guard, clock.ms + 2999)), "pin-too-soon");
    VERIFY_OK(await(OperatorRegister(&store.store).beginSignIn(guard, clock.ms + 3000)));
}

void TestAccessControl::aClockSetBackMakesNobodyWaitLonger()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    OperatorRegister operators(&store.store);
    VERIFY_OK(await(operators.beginSignIn(guard, morning)));
    const qint64 dayBefore = morning - 24 * 60 * minute;
    COMPARE_CODE(await(operators.beginSignIn(guard, dayBefore)), "pin-too-soon");
    VERIFY_OK(await(operators.beginSignIn(guard, dayBefore + OperatorRegister::delayMs(1))));
}

void TestAccessControl::theLedgerTellsOfSignInsAndRefusals()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    COMPARE_CODE(looped(access.signIn(guard, u"9999"_s)), "pin-wrong");
    COMPARE_CODE(looped(access.signIn(u"Nobody"_s, u"2468"_s)), "pin-wrong");
    clock.ms += 60'000;
    VERIFY_OK(looped(access.signIn(guard, u"2468"_s)));
    COMPARE_CODE(await(OperatorRegister(&store.store).allow(Deed::Export)), "not-allowed");
    VERIFY_OK(looped(access.signOut()));
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly));
    QStringList told;
    Statement rows = connection.query(u"SELECT g.kind, substr(g.detail, 1, 12), coalesce(o.name, '-') FROM "
                                      u"ledger g LEFT JOIN operator o ON "
                                      "o.id = g.operator WHERE g.kind <> 'operator' ORDER BY g.seq"_s);
    while (rows.next())
        told.append(rows.text(0) + u'/' + rows.text(1) + u'/' + rows.text(2));
    QCOMPARE(told,
             (QStringList{u"sign-in/in/"_s + chief, u"sign-in/out/"_s + chief, u"refusal/wrong PIN of/-"_s,
                          u"refusal/unknown oper/-"_s, u"sign-in/in/"_s + guard,
                          u"refusal/operator may/"_s + guard, u"sign-in/out/"_s + guard}));
}

void TestAccessControl::operatorsMadeByAnotherProgramCountAtOnce()
{
    OpenStore desk(m_folder->path());
    const auto entry = await(desk->record(in(cardP01(), 0)));
    VERIFY_OK(entry);
    OpenStore other(m_folder->path(), StoreMode::ReadOnly);
    VERIFY_OK(await(OperatorRegister(&other.store).add(chief, Role::Administrator, quickHash("2468"))));
    COMPARE_CODE(await(desk->voidEntry(entry->entry.id, {}, at(1))), "not-allowed");
    VERIFY_OK(await(desk->record(out(cardP01(), 2)))); // scanning goes on
}

void TestAccessControl::anotherRoleCountsAtOnceAndTheLastAdministratorKeepsIt()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    VERIFY_OK(looped(access.signIn(chief, u"2468"_s)));
    COMPARE_CODE(looped(access.setRole(chief, Role::Supervisor)), "wrong-use");
    COMPARE_CODE(looped(access.setRole(u"Nobody"_s, Role::Supervisor)), "not-found");
    VERIFY_OK(looped(access.setRole(guard, Role::Administrator)));
    VERIFY_OK(looped(access.setRole(chief, Role::Operator)));
    QTRY_COMPARE(access.role(), Role::Operator); // still signed in, as what they are now
    QCOMPARE(access.current()->name, chief);
    COMPARE_CODE(await(OperatorRegister(&store.store).allow(Deed::Settings)), "not-allowed");
    COMPARE_CODE(looped(access.setRole(chief, Role::Administrator)), "not-allowed");
}

void TestAccessControl::withoutOperatorsAgainEverythingIsAllowed()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    VERIFY_OK(looped(access.signIn(shiftLead, u"2468"_s)));
    COMPARE_CODE(looped(access.removeAll()), "not-allowed");
    VERIFY_OK(looped(access.signIn(chief, u"2468"_s)));
    VERIFY_OK(looped(access.removeAll()));
    QTRY_VERIFY(!access.hasOperators());
    QCOMPARE(access.role(), Role::Administrator);
    VERIFY_OK(await(OperatorRegister(&store.store).allow(Deed::Erase)));
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    const auto proof = await(Ledger(&reader.store).prove({}, {}, {}));
    VERIFY_OK(proof);
    QVERIFY2(proof->holds(), qPrintable(proof->faults.value(0).what));
}

void TestAccessControl::howLongToWaitIsTold()
{
    OpenStore store(m_folder->path());
    makeOperators(store);
    TestClock clock;
    AccessControl access(&store.store, &clock);
    VERIFY_OK(looped(access.load()));
    QCOMPARE(*looped(access.secondsToWait(guard)), 0);
    for (int wrong = 1; wrong <= 3; ++wrong) {
        COMPARE_CODE(looped(access.signIn(guard, u"9999"_s)), "pin-wrong");
        QCOMPARE(*looped(access.secondsToWait(guard)), int(OperatorRegister::delayMs(wrong) / 1000));
        QCOMPARE(*looped(access.secondsToWait(chief)), 0); // of nobody else
        clock.ms += OperatorRegister::delayMs(wrong);
        QCOMPARE(*looped(access.secondsToWait(guard)), 0);
    }
}

QTEST_GUILESS_MAIN(TestAccessControl)
#include "tst_accesscontrol.moc"
