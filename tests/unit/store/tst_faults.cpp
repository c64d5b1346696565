#include "core/store/visitorlists.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

#include <functional>

using namespace storetest;
using faultyvfs::Fault;

static QString partyInside(OpenStore &store)
{
    return QString::number(wholeCounters(store).partyInside);
}

/// A disk that breaks or is full at the n-th access, for every n until the work gets through: what is
/// answered as recorded is there, what is answered as failed is not, and the next scan works as soon as the
/// disk does.
class FaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void recordingIsWholeOrNothing_data() { faults(); }
    void recordingIsWholeOrNothing();
    void takingBackIsWholeOrNothing_data() { faults(); }
    void takingBackIsWholeOrNothing();
    void correctingIsWholeOrNothing_data() { faults(); }
    void correctingIsWholeOrNothing();
    void recordingAPartyIsWholeOrNothing_data() { faults(); }
    void recordingAPartyIsWholeOrNothing();
    void completingIsWholeOrNothing_data() { faults(); }
    void completingIsWholeOrNothing();
    void estimatedExitsAreAllOrNone_data() { faults(); }
    void estimatedExitsAreAllOrNone();
    void namingStaffIsWholeOrNothing_data() { faults(); }
    void namingStaffIsWholeOrNothing();
    void notingARevealIsWholeOrNothing_data() { faults(); }
    void notingARevealIsWholeOrNothing();
    void attentionIsWholeOrNothing_data() { faults(); }
    void attentionIsWholeOrNothing();
    void withdrawingAttentionIsWholeOrNothing_data() { faults(); }
    void withdrawingAttentionIsWholeOrNothing();
    void announcingIsAllOrNone_data() { faults(); }
    void announcingIsAllOrNone();
    void openingAKnownFolderLosesNothing_data() { faults(); }
    void openingAKnownFolderLosesNothing();
    void makingAFolderCanBeTriedAgain_data() { faults(); }
    void makingAFolderCanBeTriedAgain();
    void fullDiskIsSaidToBeFull();

private:
    static void faults();
    void copyTemplate(const QString &folder) const;
    /// Runs `work` with the n-th access failing, n = 1, 2, … until none fails. It answers what became of it,
    /// and leaves `added` entries behind when it succeeds.
    void failEach(const std::function<QString(OpenStore &)> &work, int added);

    QTemporaryDir m_template{quickFolder()};
    QUuid m_linking;   ///< in the template: an entry that joined two visitors
    QUuid m_withParty; ///< an entry with which somebody and their party are inside
    QUuid m_alone;     ///< one with which somebody is inside
    QUuid m_person;
    QUuid m_note;
    int m_entries = 0;
    qint64 m_inside = 0;
};

void FaultsTest::initTestCase()
{
    QVERIFY(faultyvfs::install());
    OpenStore store(m_template.path());
    VERIFY_OK(store.unlocked);
    QVERIFY2(faultyvfs::accesses() > 10, "the store uses another SQLite than this test");
    VERIFY_OK(await(store->record(in(cardP02(), 0))));
    VERIFY_OK(await(store->record(in(qrP28(), 5))));
    const auto linking = await(store->record(out(qrP27(), 10)));
    VERIFY_OK(linking);
    QCOMPARE(linking->joined.size(), 1);
    m_linking = linking->entry.id;
    EntryDraft party = in(cardP01(), 15);
    party.entry.party = {2, 1};
    const auto withParty = await(store->record(party));
    VERIFY_OK(withParty);
    m_withParty = withParty->entry.id;
    m_person = *withParty->entry.visitorId;
    VisitorData insured;
    insured.healthInsurance = u"9999999991"_s;
    const auto alone = await(store->record(in(insured, 16)));
    VERIFY_OK(alone);
    m_alone = alone->entry.id;
    AttentionNote note;
    note.who = cardP05();
    const auto written = await(VisitorLists(&store.store).addAttention(note));
    VERIFY_OK(written);
    m_note = written->id;
    m_entries = int(allEntries(store).size());
    m_inside = wholeCounters(store).inside;
}

void FaultsTest::faults()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("broken once") << int(Fault::Broken) << false;
    // What lasts is tried with a full disk; the soak run tries both.
    if (qEnvironmentVariableIsSet("CHECKPOINT_EVERY_FAULT"))
        QTest::newRow("broken from then on") << int(Fault::Broken) << true;
    QTest::newRow("full from then on") << int(Fault::Full) << true;
}

void FaultsTest::copyTemplate(const QString &folder) const
{
    QVERIFY(QFile::copy(EntryStore::databasePath(m_template.path()), EntryStore::databasePath(folder)));
}

void FaultsTest::failEach(const std::function<QString(OpenStore &)> &work, int added)
{
    QFETCH(int, fault);
    QFETCH(bool, lasting);
    constexpr int enough = 2000;
    int failures = 0;
    int n = 1;
    for (;; ++n) {
        QVERIFY2(n < enough, "never gets through");
        QTemporaryDir folder(quickFolder());
        copyTemplate(folder.path());
        const QString where = u"access %1"_s.arg(n);
        bool done = false;
        {
            OpenStore store(folder.path());
            VERIFY_OK(store.unlocked);
            faultyvfs::failAccess(n, Fault(fault), lasting);
            const QString answer = work(store);
            const bool struck = faultyvfs::heal();
            done = answer == u"ok"_s;
            failures += !done;
            QVERIFY2(done || struck, qPrintable(where + u": "_s + answer));
            QVERIFY2(done || fault == int(Fault::Broken) || answer == u"disk-full"_s,
                     qPrintable(where + u": "_s + answer));

            QCOMPARE(allEntries(store).size(), m_entries + (done ? added : 0));
            VERIFY_OK(await(store->check()));
            if (!done) {
                QCOMPARE(wholeCounters(store).inside, m_inside);
                QCOMPARE(work(store), u"ok"_s); // as soon as the disk is well again
            }
            QCOMPARE(allEntries(store).size(), m_entries + added);
            if (!struck)
                break;
        }
        OpenStore again(folder.path());
        VERIFY_OK(again.unlocked);
        QCOMPARE(allEntries(again).size(), m_entries + added);
        VERIFY_OK(await(again->check()));
    }
    QVERIFY2(failures >= 2, qPrintable(u"only %1 of %2 accesses made it fail"_s.arg(failures).arg(n)));
    qInfo("%d accesses, %d of them fatal", n - 1, failures);
}

void FaultsTest::recordingIsWholeOrNothing()
{
    // New keys, a join, a phone, sealed data and folded visits in one.
    const EntryDraft linking = draft(qrP26(), EntryKind::Out, at(20));
    failEach([&linking](OpenStore &store) { return codeOf(await(store->record(linking))); }, 1);
}

void FaultsTest::takingBackIsWholeOrNothing()
{
    failEach(
        [this](OpenStore &store) { return codeOf(await(store->voidEntry(m_linking, u"nhầm"_s, at(30)))); },
        1);
}

void FaultsTest::correctingIsWholeOrNothing()
{
    failEach(
        [this](OpenStore &store) {
            return codeOf(await(store->correctDirection(m_linking, Direction::In, at(30))));
        },
        2);
}

void FaultsTest::recordingAPartyIsWholeOrNothing()
{
    EntryDraft leaving = out(qrP26(), 20);
    leaving.partyLeavesWhole = false;
    leaving.entry.party = {1, 0};
    leaving.details = {u"khám bệnh"_s, u"Khoa Nội"_s};
    failEach(
        [&leaving](OpenStore &store) {
            const QString before = partyInside(store);
            const QString answer = codeOf(await(store->record(leaving)));
            return answer == u"ok"_s || partyInside(store) == before ? answer : u"half"_s;
        },
        1);
}

void FaultsTest::completingIsWholeOrNothing()
{
    EntryCompletion completion;
    completion.details = EntryDetails{u"khám bệnh"_s, {}};
    completion.party = Party{5, 0};
    completion.phone = u"+84900000001"_s;
    failEach(
        [&](OpenStore &store) {
            const QString before = partyInside(store);
            const QString answer = codeOf(await(store->completeEntry(m_withParty, completion)));
            const QString after = partyInside(store);
            return after == (answer == u"ok"_s ? u"5"_s : before) ? answer : u"half"_s;
        },
        0);
}

void FaultsTest::estimatedExitsAreAllOrNone()
{
    failEach(
        [this](OpenStore &store) {
            return codeOf(await(store->recordEstimatedExits({m_withParty, m_alone}, at(60), {}, {})));
        },
        2);
}

void FaultsTest::namingStaffIsWholeOrNothing()
{
    failEach([this](OpenStore &store) { return codeOf(await(store->setStaff(m_person, true))); }, 0);
}

void FaultsTest::notingARevealIsWholeOrNothing()
{
    failEach(
        [this](OpenStore &store) {
            return codeOf(await(store->noteReveal(m_person, u"đối chiếu"_s, at(60))));
        },
        0);
}

void FaultsTest::attentionIsWholeOrNothing()
{
    failEach(
        [](OpenStore &store) {
            AttentionNote note;
            note.who = cardP01();
            note.reason = u"gặp bảo vệ"_s;
            VisitorLists lists(&store.store);
            const QString answer = codeOf(await(lists.addAttention(note)));
            const auto notes = await(lists.attention(0, true));
            const qsizetype expected = answer == u"ok"_s ? 2 : 1;
            return !notes || notes->size() == expected ? answer : u"half"_s;
        },
        0);
}

void FaultsTest::withdrawingAttentionIsWholeOrNothing()
{
    failEach(
        [this](OpenStore &store) {
            VisitorLists lists(&store.store);
            const QString answer = codeOf(await(lists.withdrawAttention(m_note, at(60))));
            const auto notes = await(lists.attention(0, true));
            return !notes || notes->first().withdrawn == (answer == u"ok"_s) ? answer : u"half"_s;
        },
        0);
}

void FaultsTest::announcingIsAllOrNone()
{
    QList<ExpectedVisitor> expected(3);
    for (int i = 0; i < expected.size(); ++i) {
        expected[i].name = cardP01().name;
        expected[i].day = QDate(2024, 1, 1);
        expected[i].at = QTime(8 + i, 0);
    }
    failEach(
        [&expected](OpenStore &store) {
            VisitorLists lists(&store.store);
            const QString answer = codeOf(await(lists.addExpected(expected)));
            const auto kept = await(lists.expected(QDate(2024, 1, 1)));
            const qsizetype count = answer == u"ok"_s ? 3 : 0;
            return !kept || kept->size() == count ? answer : u"half"_s;
        },
        0);
}

void FaultsTest::openingAKnownFolderLosesNothing()
{
    QFETCH(int, fault);
    QFETCH(bool, lasting);
    int failures = 0;
    for (int n = 1;; ++n) {
        QVERIFY(n < 2000);
        QTemporaryDir folder(quickFolder());
        copyTemplate(folder.path());
        faultyvfs::failAccess(n, Fault(fault), lasting);
        {
            const OpenStore store(folder.path());
            failures += !store.unlocked.ok();
        }
        const bool struck = faultyvfs::heal();
        OpenStore again(folder.path());
        VERIFY_OK(again.unlocked);
        QCOMPARE(allEntries(again).size(), m_entries);
        VERIFY_OK(await(again->check()));
        if (!struck)
            break;
    }
    QVERIFY(failures >= 2);
}

void FaultsTest::makingAFolderCanBeTriedAgain()
{
    QFETCH(int, fault);
    QFETCH(bool, lasting);
    int failures = 0;
    for (int n = 1;; ++n) {
        QVERIFY(n < 2000);
        QTemporaryDir folder(quickFolder());
        faultyvfs::failAccess(n, Fault(fault), lasting);
        EntryStore store; // the same store opens again, as the window does
        auto opened = await(store.open(folder.path(), StoreMode::ReadWrite));
        const bool struck = faultyvfs::heal();
        failures += !opened.ok();
        if (!opened)
            opened = await(store.open(folder.path(), StoreMode::ReadWrite));
        VERIFY_OK(opened);
        VERIFY_OK(await(store.unlock(masterKey(), KeyPlace::File)));
        VERIFY_OK(await(store.record(in(cardP01(), 0))));
        VERIFY_OK(await(store.check()));
        if (!struck)
            break;
    }
    QVERIFY(failures >= 5);
}

void FaultsTest::fullDiskIsSaidToBeFull()
{
    QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    VERIFY_OK(store.unlocked);
    faultyvfs::failAccess(1, Fault::Full, true);
    COMPARE_CODE(await(store->record(in(cardP01(), 0))), "disk-full");
    COMPARE_CODE(await(store->recordRefusal({newRandomId(), at(0), {}, {}, {}, Reason::UnknownCode}, "x")),
                 "disk-full");
    QCOMPARE(allEntries(store).size(), 0); // what is there can still be read
    QVERIFY(faultyvfs::heal());
    VERIFY_OK(await(store->record(in(cardP01(), 0))));
    QCOMPARE(wholeCounters(store).inside, 1);
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
