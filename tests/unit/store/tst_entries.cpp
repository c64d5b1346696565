#include "core/domain/visit.h"
#include "core/store/connection.h"
#include "core/store/storefolder.h"
#include "tests/unit/store/storefixture.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace storetest;

/// The record of passages: what was recorded comes back, is taken back, corrected, folded, searched and
/// counted.
class EntriesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_folder->path());
        VERIFY_OK(m_store->unlocked);
    }
    void cleanup() { m_store.reset(); }

    void everythingAboutAnEntryComesBack();
    void onlyPassagesAreRecorded();
    void sameEntryIsNotRecordedTwice();
    void voidTakesAnEntryBackAndTheVisitOpensAgain();
    void voidedEntryVoidAndUnknownCannotBeVoided();
    void correctionKeepsTheTimeAndTurnsTheVisitRound();
    void correctionToTheSameDirectionIsWrongUse();
    void lateEntryFallsIntoItsPlace();
    void countersCountStandingEntriesOfThePeriod();
    void refusedScansComeBackWithoutTheText();
    void pagesFollowOneAnotherWithoutGapOrOverlap();
    void pageAfterAnUnknownEntryIsNotFound();
    void periodIncludesItsStartAndExcludesItsEnd();
    void searchForgetsDiacritics_data();
    void searchForgetsDiacritics();
    void blobThatDoesNotOpenIsAnEmptyVisitor();
    void visitsAreAlwaysWhatTheStandingEntriesFoldTo();

private:
    OpenStore &store() { return *m_store; }
    Recorded record(const EntryDraft &draft)
    {
        const auto recorded = await(store()->record(draft));
        return recorded ? *recorded : Recorded();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
};

void EntriesTest::everythingAboutAnEntryComesBack()
{
    EntryDraft full = in(cardP01(), 3);
    full.entry.at.suspect = true;
    full.entry.at.offsetMinutes = -210;
    full.entry.estimated = true;
    full.entry.warnings = {CodeWarning::IdMismatch, CodeWarning::NameRepaired};
    const Recorded first = record(full);
    EntryDraft plain = out({}, 4);
    plain.entry.location.clear();
    plain.entry.device = QString();
    plain.entry.source = u"manual"_s;
    plain.entry.corrects = first.entry.id;
    const Recorded second = record(plain);

    const auto rows = allEntries(store());
    QCOMPARE(rows.size(), 2);
    const Entry &entry = rows[0].entry;
    QCOMPARE(entry.id, full.entry.id);
    QCOMPARE(entry.kind, EntryKind::In);
    QCOMPARE(entry.at, full.entry.at);
    QCOMPARE(entry.location, full.entry.location);
    QCOMPARE(entry.source, full.entry.source);
    QCOMPARE(entry.device, full.entry.device);
    QCOMPARE(entry.visitorId, first.entry.visitorId);
    QVERIFY(entry.estimated);
    QVERIFY(!entry.corrects);
    QCOMPARE(entry.warnings, full.entry.warnings);
    QVERIFY(rows[0].visitor == cardP01());
    QVERIFY(!rows[0].voidedBy);
    QCOMPARE(rows[1].entry.location, QString());
    QCOMPARE(rows[1].entry.corrects, first.entry.id);
    QVERIFY(rows[1].visitor == VisitorData());
    QVERIFY(second.entry.visitorId.has_value());
}

void EntriesTest::onlyPassagesAreRecorded()
{
    COMPARE_CODE(await(store()->record(draft(cardP01(), EntryKind::Void, at(0)))), "wrong-use");
    QCOMPARE(allEntries(store()).size(), 0);
}

void EntriesTest::sameEntryIsNotRecordedTwice()
{
    const EntryDraft once = in(cardP01(), 0);
    VERIFY_OK(await(store()->record(once)));
    COMPARE_CODE(await(store()->record(once)), "store-failed");
    QCOMPARE(allEntries(store()).size(), 1);
    VERIFY_OK(await(store()->record(out(cardP01(), 1))));
}

void EntriesTest::voidTakesAnEntryBackAndTheVisitOpensAgain()
{
    const Recorded entered = record(in(cardP01(), 0));
    const Recorded left = record(out(cardP01(), 10));
    QCOMPARE(wholeCounters(store()).inside, 0);
    const auto taken = await(store()->voidEntry(left.entry.id, u"quét nhầm"_s, at(11)));
    VERIFY_OK(taken);
    QCOMPARE(taken->kind, EntryKind::Void);
    QCOMPARE(taken->corrects, left.entry.id);
    QCOMPARE(taken->reason, u"quét nhầm"_s);
    QCOMPARE(taken->at, at(11));
    QCOMPARE(taken->visitorId, entered.entry.visitorId);
    QCOMPARE(wholeCounters(store()).inside, 1);
    QCOMPARE(match(store(), cardP01()).openVisitEntry->id, entered.entry.id);
    QCOMPARE(match(store(), cardP01()).lastEntry->id, entered.entry.id);

    const auto rows = allEntries(store());
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[1].voidedBy, taken->id);
    QCOMPARE(rows[1].voidReason, u"quét nhầm"_s);
    QCOMPARE(rows[0].voidReason, QString());
    QCOMPARE(rows[2].entry.reason, u"quét nhầm"_s);
    QVERIFY(rows[2].visitor == cardP01());
    QVERIFY(!rows[0].voidedBy && !rows[2].voidedBy);
}

void EntriesTest::voidedEntryVoidAndUnknownCannotBeVoided()
{
    const Recorded entered = record(in(cardP01(), 0));
    const auto taken = await(store()->voidEntry(entered.entry.id, {}, at(1)));
    VERIFY_OK(taken);
    COMPARE_CODE(await(store()->voidEntry(entered.entry.id, {}, at(2))), "not-found");
    COMPARE_CODE(await(store()->voidEntry(taken->id, {}, at(2))), "not-found");
    COMPARE_CODE(await(store()->voidEntry(newRandomId(), {}, at(2))), "not-found");
    COMPARE_CODE(await(store()->correctDirection(entered.entry.id, Direction::Out, at(2))), "not-found");
    COMPARE_CODE(await(store()->correctDirection(taken->id, Direction::Out, at(2))), "not-found");
    QCOMPARE(allEntries(store()).size(), 2);
    QVERIFY(!match(store(), cardP01()).lastEntry);
}

void EntriesTest::correctionKeepsTheTimeAndTurnsTheVisitRound()
{
    EntryDraft wrong = out(cardP01(), 0);
    wrong.entry.warnings = {CodeWarning::IdMismatch, CodeWarning::LeavesWithoutEntry};
    const Recorded left = record(wrong);
    const auto corrected = await(store()->correctDirection(left.entry.id, Direction::In, at(5)));
    VERIFY_OK(corrected);
    QCOMPARE(corrected->entry.kind, EntryKind::In);
    QCOMPARE(corrected->entry.at, at(0));
    QCOMPARE(corrected->entry.corrects, left.entry.id);
    QCOMPARE(corrected->entry.device, wrong.entry.device);
    QCOMPARE(corrected->entry.warnings,
             QList{CodeWarning::IdMismatch}); // came in, so did not leave without an entry
    QVERIFY(corrected->visitor == cardP01());
    QCOMPARE(match(store(), cardP01()).openVisitEntry->id, corrected->entry.id);

    const auto rows = allEntries(store());
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].entry.id, left.entry.id);
    QCOMPARE(rows[1].entry.id, corrected->entry.id);
    QCOMPARE(rows[2].entry.kind, EntryKind::Void);
    QCOMPARE(rows[2].entry.corrects, left.entry.id);
    QCOMPARE(rows[0].voidedBy, rows[2].entry.id);
    QVERIFY(!rows[1].voidedBy);
    // And back again.
    VERIFY_OK(await(store()->correctDirection(corrected->entry.id, Direction::Out, at(6))));
    QCOMPARE(wholeCounters(store()).inside, 0);
}

void EntriesTest::correctionToTheSameDirectionIsWrongUse()
{
    const Recorded entered = record(in(cardP01(), 0));
    COMPARE_CODE(await(store()->correctDirection(entered.entry.id, Direction::In, at(5))), "wrong-use");
    QCOMPARE(allEntries(store()).size(), 1);
}

void EntriesTest::lateEntryFallsIntoItsPlace()
{
    record(in(cardP01(), 0));
    record(in(cardP01(), 60)); // the exit in between was forgotten
    QCOMPARE(wholeCounters(store()).inside, 1);
    const Recorded late = record(out(cardP01(), 30));
    QCOMPARE(wholeCounters(store()).inside, 1);
    QVERIFY(match(store(), cardP01()).lastEntry->id != late.entry.id);
    record(out(cardP01(), 90));
    QCOMPARE(wholeCounters(store()).inside, 0);
}

void EntriesTest::countersCountStandingEntriesOfThePeriod()
{
    record(in(cardP01(), 0));
    record(in(cardP02(), 10));
    const Recorded left = record(out(cardP02(), 20));
    record(out(cardP05(), 30));
    VERIFY_OK(await(store()->voidEntry(left.entry.id, {}, at(25))));
    RefusedScan refused{newEntryId(at(15).utcMs), at(15), {}, {}, {}, Reason::UnknownCode};
    VERIFY_OK(await(store()->recordRefusal(refused, "text")));

    const auto counted = [this](qint64 from, qint64 to) {
        const auto counters = await(store()->counters(at(from).utcMs, at(to).utcMs));
        return counters ? QList{counters->inside, counters->in, counters->out, counters->refused}
                        : QList<qint64>();
    };
    QCOMPARE(counted(0, 60), (QList<qint64>{2, 2, 1, 1}));
    QCOMPARE(counted(0, 10), (QList<qint64>{2, 1, 0, 0}));
    QCOMPARE(counted(10, 30), (QList<qint64>{2, 1, 0, 1}));
    QCOMPARE(counted(30, 31), (QList<qint64>{2, 0, 1, 0}));
    QCOMPARE(counted(100, 200), (QList<qint64>{2, 0, 0, 0}));
}

void EntriesTest::refusedScansComeBackWithoutTheText()
{
    for (int i = 0; i < 3; ++i) {
        const RefusedScan scan{newEntryId(at(i).utcMs), at(i),         u"Cổng phụ"_s,
                               u"payment-code"_s,       u"Camera 2"_s, Reason::PaymentCode};
        VERIFY_OK(await(store()->recordRefusal(scan, "00020101021138540010A000000727")));
    }
    EntryQuery query;
    query.newestFirst = true;
    query.limit = 2;
    auto page = await(store()->refusedScans(query));
    VERIFY_OK(page);
    QCOMPARE(page->size(), 2);
    QCOMPARE(page->first().at, at(2));
    QCOMPARE(page->first().reason, Reason::PaymentCode);
    QCOMPARE(page->first().source, u"payment-code"_s);
    QCOMPARE(page->first().location, u"Cổng phụ"_s);
    QCOMPARE(page->first().device, u"Camera 2"_s);
    query.after = page->last().id;
    page = await(store()->refusedScans(query));
    QCOMPARE(page->size(), 1);
    QCOMPARE(page->first().at, at(0));
    QVERIFY(!rawBytes(m_folder->path()).contains("0002010102"));
}

void EntriesTest::pagesFollowOneAnotherWithoutGapOrOverlap()
{
    for (int i = 0; i < 25; ++i) // several in one minute, so that ids decide
        record(draft(i % 2 ? cardP01() : cardP02(), EntryKind::In, at(i / 4)));
    const auto all = allEntries(store());
    QCOMPARE(all.size(), 25);
    QVERIFY(std::ranges::is_sorted(all, [](const EntryRow &a, const EntryRow &b) {
        return a.entry.at.utcMs != b.entry.at.utcMs ? a.entry.at.utcMs < b.entry.at.utcMs
                                                    : a.entry.id < b.entry.id;
    }));
    for (const bool newestFirst : {false, true}) {
        QList<QUuid> expected;
        for (const EntryRow &row : all)
            expected.append(row.entry.id);
        if (newestFirst)
            std::ranges::reverse(expected);
        QList<QUuid> paged;
        EntryQuery query;
        query.newestFirst = newestFirst;
        query.limit = 4;
        for (;;) {
            const auto page = await(store()->entries(query));
            VERIFY_OK(page);
            if (page->isEmpty())
                break;
            QVERIFY(page->size() <= 4);
            for (const EntryRow &row : *page)
                paged.append(row.entry.id);
            query.after = paged.last();
        }
        QCOMPARE(paged, expected);
    }
    EntryQuery searching;
    searching.search = u"nghiem"_s;
    searching.limit = 5;
    const auto first = await(store()->entries(searching));
    searching.after = first->last().entry.id;
    searching.limit = 0;
    QCOMPARE(first->size() + await(store()->entries(searching))->size(), 12);
}

void EntriesTest::pageAfterAnUnknownEntryIsNotFound()
{
    EntryQuery query;
    query.after = newRandomId();
    COMPARE_CODE(await(store()->entries(query)), "not-found");
    VERIFY_OK(await(store()->entries({})));
}

void EntriesTest::periodIncludesItsStartAndExcludesItsEnd()
{
    for (int i = 0; i < 5; ++i)
        record(in(cardP01(), i));
    EntryQuery query;
    query.fromUtcMs = at(1).utcMs;
    query.toUtcMs = at(3).utcMs;
    const auto rows = await(store()->entries(query));
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().entry.at, at(1));
    QCOMPARE(rows->last().entry.at, at(2));
}

void EntriesTest::searchForgetsDiacritics_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("as written") << u"Nguyễn Thử"_s << 1;
    QTest::newRow("plain") << u"nguyen thu nghiem"_s << 1;
    QTest::newRow("d for đ") << u"dinh"_s << 1;
    QTest::newRow("part of a word") << u"ngh"_s << 1;
    QTest::newRow("other order") << u"NGHIEM nguyen"_s << 1;
    QTest::newRow("all words must fit") << u"nguyen mau"_s << 0;
    QTest::newRow("last digits") << u"9992"_s << 1;
    QTest::newRow("last digit of several") << u"99999"_s << 0;
    QTest::newRow("whole number") << u"001090999991"_s << 1;
    QTest::newRow("first digits are not enough") << u"00109099"_s << 0;
    QTest::newRow("name and digits") << u"tran 992"_s << 1;
    QTest::newRow("blanks only") << u"   "_s << 3;
    QTest::newRow("nobody") << u"khong ai"_s << 0;
}

void EntriesTest::searchForgetsDiacritics()
{
    record(in(cardP01(), 0));
    record(in(cardP02(), 1));
    record(in(cardP05(), 2));
    QFETCH(QString, search);
    EntryQuery query;
    query.search = search;
    const auto rows = await(store()->entries(query));
    VERIFY_OK(rows);
    QTEST(int(rows->size()), "found");
}

void EntriesTest::blobThatDoesNotOpenIsAnEmptyVisitor()
{
    record(in(cardP01(), 0));
    record(in(cardP02(), 1));
    m_store.reset();
    {
        WritingFolder folder;
        VERIFY_OK(folder.open(m_folder->path(), programMigrations()));
        folder.connection().run(u"UPDATE visitor SET sealed = zeroblob(100) WHERE id = 1"_s);
        VERIFY_OK(folder.connection().answer());
    }
    m_store = std::make_unique<OpenStore>(m_folder->path());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the sealed data of visitor .* do not open"_s));
    const auto rows = allEntries(store());
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[0].visitor == VisitorData());
    QVERIFY(rows[1].visitor == cardP02());
}

namespace {

QString visitText(const std::optional<QUuid> &in, const std::optional<QUuid> &out, bool superseded)
{
    return u"%1 %2 %3"_s.arg(idText(in.value_or(QUuid())), idText(out.value_or(QUuid()))).arg(superseded);
}

/// The visits of all persons, folded from the start.
QSet<QString> visitsFoldedFrom(const QList<EntryRow> &rows)
{
    QHash<QUuid, std::vector<StandingPassage>> standing;
    for (const EntryRow &row : rows) {
        if (row.entry.kind != EntryKind::Void && !row.voidedBy) {
            standing[row.entry.visitorId.value_or(QUuid())].push_back(
                {row.entry.id, row.entry.kind == EntryKind::In ? Direction::In : Direction::Out,
                 row.entry.at.utcMs});
        }
    }
    QSet<QString> visits;
    for (const std::vector<StandingPassage> &passages : std::as_const(standing)) {
        for (const Visit &visit : foldedVisits(passages)) {
            visits.insert(visitText(visit.in ? std::optional(visit.in->entryId) : std::nullopt,
                                    visit.out ? std::optional(visit.out->entryId) : std::nullopt,
                                    visit.superseded));
        }
    }
    return visits;
}

QSet<QString> visitsKeptIn(Connection &connection)
{
    QSet<QString> visits;
    Statement rows = connection.query(u"SELECT in_entry, out_entry, superseded FROM visit"_s);
    while (rows.next()) {
        visits.insert(visitText(rows.isNull(0) ? std::nullopt : std::optional(rows.uuid(0)),
                                rows.isNull(1) ? std::nullopt : std::optional(rows.uuid(1)), rows.flag(2)));
    }
    return visits;
}

} // namespace

/// Random passages, late ones, voids, corrections, joins and partings of a few persons: what is kept step by
/// step must always be what folding everything from the start gives.
void EntriesTest::visitsAreAlwaysWhatTheStandingEntriesFoldTo()
{
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : 20240101;
    QRandomGenerator random(seed);
    // A person may be known by a number, by a QID, or by a code with both, which joins those two; a void
    // parts them again.
    const auto codeOfPerson = [](int person, int form) {
        VisitorData code;
        if (form != 1)
            code.idNumber = u"00109099"_s + QString::number(person).rightJustified(4, u'0');
        if (form != 0)
            code.qid = u"16299999999999"_s + QString::number(person).rightJustified(4, u'0');
        return code;
    };
    Connection connection;
    VERIFY_OK(connection.open(databaseFile(m_folder->path()), Connection::Access::ReadOnly));
    qint64 newest = 0;
    int joins = 0;
    for (int step = 0; step < 400; ++step) {
        const VisitorData code = codeOfPerson(step / 20 + random.bounded(3), qMin(2, random.bounded(5) / 2));
        const EntryKind kind = random.bounded(2) ? EntryKind::In : EntryKind::Out;
        const auto before = allEntries(store());
        const int what = random.bounded(10);
        QString answer = u"ok"_s;
        if (what < 7 || before.isEmpty()) {
            newest += random.bounded(3); // equal times as well
            const bool late = what == 6;
            joins += !record(draft(code, kind, at(late ? random.bounded(int(newest) + 1) : newest)))
                          .joined.isEmpty();
        } else {
            // Entries that do not stand any more are refused, which must change nothing.
            const bool latest = random.bounded(2);
            const Entry &entry =
                latest ? before.last().entry : before[random.bounded(int(before.size()))].entry;
            const Direction turned = entry.kind == EntryKind::In ? Direction::Out : Direction::In;
            const bool voided = std::ranges::any_of(
                before, [&](const EntryRow &row) { return row.entry.id == entry.id && row.voidedBy; });
            answer = voided     ? codeOf(await(store()->restoreEntry(entry.id, at(newest))))
                     : what < 9 ? codeOf(await(store()->voidEntry(entry.id, {}, at(newest))))
                                : codeOf(await(store()->correctDirection(entry.id, turned, at(newest))));
        }
        const QString where = u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(answer);
        QVERIFY2((QStringList{u"ok"_s, u"not-found"_s, u"wrong-use"_s}.contains(answer)), qPrintable(where));

        QVERIFY2(visitsKeptIn(connection) == visitsFoldedFrom(allEntries(store())), qPrintable(where));
        VERIFY_OK(connection.answer());
    }
    QVERIFY2(joins >= 3, "the seed joins hardly anybody");
    VERIFY_OK(await(store()->check()));
}

QTEST_GUILESS_MAIN(EntriesTest)
#include "tst_entries.moc"
