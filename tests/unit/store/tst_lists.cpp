#include "core/domain/textfolding.h"
#include "core/store/entrylists.h"
#include "core/store/operatorregister.h"
#include "core/store/retention.h"
#include "core/store/visitorlists.h"
#include "tests/unit/store/storefixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace storetest;

/// The lists that views show: always what the record holds, in the order of time, whatever was committed
/// since they were read.
class ListsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(quickFolder());
        open();
    }
    void cleanup()
    {
        m_lists.reset();
        m_store.reset();
    }

    void emptyRecordIsAnEmptyList();
    void refusedScansStandAmongTheEntriesByTime();
    void whatWasTakenBackIsCountedByItself();
    void outlineLeadsToEveryPage();
    void filtersKeepWhatTheySay();
    void staffAreListedApartAsTheyAreKnownNow();
    void searchFindsNamesNumbersAndPhones_data();
    void searchFindsNamesNumbersAndPhones();
    void takenBackEntriesSayByWhich();
    void onlyOpenVisitsWhenWanted();
    void listsAreAlwaysWhatTheRecordHolds();
    void anotherProgramsCommitsAreSeen();
    void visitorIsFoundWhileTyping();
    void whoWasHereLastComesFirst();
    void visitorHitFillsInTheLastVisit();
    void whoIsExpectedIsFoundBeforeWhoWasHere();
    void whoIsExpectedIsFoundByWhatIsSearchedFor_data();
    void whoIsExpectedIsFoundByWhatIsSearchedFor();
    void whoIsExpectedAndKnownStandsOnce_data();
    void whoIsExpectedAndKnownStandsOnce();
    void anAnnouncedNumberIsNotGivenToANamesake();
    void namesakesAreNotTakenForWhoIsExpected();
    void whoHasArrivedIsExpectedNoMore();
    void joinedVisitorsAreFoundOnce();
    void forgottenNamesAreReadAgainForTheNextSearch();
    void insideListsVisitorsAndPartiesLeftBehind();
    void visitDetailsTellTheWholeStory();
    void noteOfTheVisitsTimeIsNotTakenForOneThatHolds();
    void linesOfWhoWasOnTheAttentionListThenAreMarked();
    void refusalOverItsTermIsNotFoundByName();
    void visitDetailsOfATakenBackEntryLeadToWhatReplacedIt();
    void visitDetailsNameWhoTookAnEntryBack();
    void detailsOfAnUnknownEntryAreNotFound();
    void morningListsOpenVisitsAndEstimatedExits();
    void choicesForFilters();
    void purposesAndHostsOfLateAreOffered();
    void listsNeedAnUnlockedFolder();
    void pagesGoOnWhileTheDatabaseIsChecked();
    void closingBesideAListThatIsAskedForEndsBoth();

private:
    void open(StoreMode mode = StoreMode::ReadWrite)
    {
        m_lists.reset();
        m_store.reset();
        m_store = std::make_unique<OpenStore>(m_folder->path(), mode);
        VERIFY_OK(m_store->unlocked);
        m_lists = std::make_unique<EntryLists>(&m_store->store);
    }
    OpenStore &store() { return *m_store; }
    Recorded record(const EntryDraft &draft)
    {
        const auto recorded = await(store()->record(draft));
        return recorded ? *recorded : Recorded();
    }
    void refuse(qint64 minutes, const QString &location = u"Cổng chính"_s)
    {
        const RefusedScan scan{newEntryId(at(minutes).utcMs),
                               at(minutes),
                               location,
                               u"unknown"_s,
                               u"Camera 1"_s,
                               Reason::UnknownCode};
        VERIFY_OK(await(store()->recordRefusal(scan, "x")));
    }
    QList<ListRow> rows(const EntryFilter &filter, const std::optional<PageKey> &after = {}, int limit = 1000)
    {
        const auto page = await(m_lists->page(filter, after, limit));
        return page ? *page : QList<ListRow>();
    }
    QStringList names(const QString &typed, int limit = 10)
    {
        QStringList found;
        const auto hits = await(m_lists->findVisitors(typed, limit));
        for (const VisitorHit &hit : hits ? *hits : QList<VisitorHit>())
            found.append(hit.visitor.name);
        return found;
    }

    ExpectedVisitor expect(const QString &name, const QTime &time = {8, 0})
    {
        ExpectedVisitor visitor;
        visitor.name = name;
        visitor.day = today;
        visitor.at = time;
        visitor.host = u"Phòng 3"_s;
        return visitor;
    }
    void announce(const QList<ExpectedVisitor> &visitors)
    {
        VERIFY_OK(await(VisitorLists(&m_store->store).addExpected(visitors)));
    }
    QList<VisitorHit> arriving(const QString &typed, int mostExpected = 3, int mostKnown = 4)
    {
        const auto hits = await(m_lists->findArriving(typed, today, mostExpected, mostKnown));
        return hits ? *hits : QList<VisitorHit>();
    }
    static inline const QDate today{2024, 1, 1};

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<EntryLists> m_lists;
};

namespace {

PageKey keyOf(const ListRow &row)
{
    return row.entry ? PageKey{row.entry->entry.at.utcMs, row.entry->entry.id}
                     : PageKey{row.refused->at.utcMs, row.refused->id};
}

QList<QUuid> idsOf(const QList<ListRow> &rows)
{
    QList<QUuid> ids;
    for (const ListRow &row : rows)
        ids.append(keyOf(row).id);
    return ids;
}

} // namespace

void ListsTest::emptyRecordIsAnEmptyList()
{
    const auto outline = await(m_lists->outline({}, 10));
    VERIFY_OK(outline);
    QCOMPARE(outline->total, 0);
    QVERIFY(outline->everyStride.empty());
    VERIFY_OK(await(m_lists->page({}, {}, 10)));
    QCOMPARE(names(u"n"_s), QStringList());
    VERIFY_OK(await(m_lists->inside()));
    QCOMPARE(await(m_lists->inside())->size(), 0);
}

void ListsTest::refusedScansStandAmongTheEntriesByTime()
{
    record(in(cardP01(), 0));
    refuse(1);
    record(in(cardP02(), 2));
    refuse(3);
    EntryFilter filter;
    filter.refused = EntryFilter::With;
    const auto all = rows(filter);
    QCOMPARE(all.size(), 4);
    QVERIFY(all[0].refused && !all[0].entry);
    QVERIFY(all[1].entry && !all[1].refused);
    QCOMPARE(all[1].entry->visitor.name, cardP02().name);
    QCOMPARE(all[2].refused->at, at(1));
    QCOMPARE(all[2].refused->reason, Reason::UnknownCode);
    QCOMPARE(all[3].entry->visitor.name, cardP01().name);
    QCOMPARE(await(m_lists->outline(filter, 10))->refused, 2);
    refuse(-1); // as an unanswered question is kept, of a moment before
    QCOMPARE(await(m_lists->outline(filter, 10))->refused, 3);
    QCOMPARE(await(store()->counters(0, at(99).utcMs))->refused, 3);
    filter.refused = EntryFilter::Only;
    QCOMPARE(rows(filter).size(), 3);
    QCOMPARE(rows({}).size(), 2);
    QCOMPARE(await(m_lists->outline({}, 10))->refused, 0);
}

void ListsTest::whatWasTakenBackIsCountedByItself()
{
    record(in(cardP01(), 0));
    const Recorded second = record(in(cardP02(), 1));
    const auto counts = [this](const EntryFilter &filter = {}) {
        const auto outline = await(m_lists->outline(filter, 10));
        return outline ? QList<qint64>{outline->total, outline->voided, outline->refused} : QList<qint64>();
    };
    QCOMPARE(counts(), (QList<qint64>{2, 0, 0}));
    VERIFY_OK(await(store()->correctDirection(second.entry.id, Direction::Out, at(5))));
    QCOMPARE(counts(), (QList<qint64>{3, 1, 0})); // as it was, and as it is
    EntryFilter filter;
    filter.direction = Direction::Out;
    QCOMPARE(counts(filter), (QList<qint64>{1, 0, 0}));
    filter = {};
    filter.toUtcMs = at(1).utcMs;
    QCOMPARE(counts(filter), (QList<qint64>{1, 0, 0}));
}

void ListsTest::outlineLeadsToEveryPage()
{
    for (int i = 0; i < 23; ++i) {
        record(draft(i % 2 ? cardP01() : cardP02(), i % 2 ? EntryKind::In : EntryKind::Out, at(i / 3)));
        if (i % 5 == 0)
            refuse(i / 3);
    }
    EntryFilter filter;
    filter.refused = EntryFilter::With;
    const auto all = rows(filter);
    QCOMPARE(all.size(), 28);
    QVERIFY(std::ranges::is_sorted(all, [](const ListRow &a, const ListRow &b) {
        const PageKey left = keyOf(a);
        const PageKey right = keyOf(b);
        return left.atUtcMs != right.atUtcMs ? left.atUtcMs > right.atUtcMs : right.id < left.id;
    }));
    for (const int stride : {1, 4, 7, 100}) {
        const auto outline = await(m_lists->outline(filter, stride));
        QCOMPARE(outline->total, all.size());
        QCOMPARE(outline->everyStride.size(), std::size_t((all.size() + stride - 1) / stride));
        for (std::size_t i = 0; i < outline->everyStride.size(); ++i) {
            const qsizetype line = qsizetype(i) * stride;
            QCOMPARE(outline->everyStride[i], keyOf(all[line]));
            QCOMPARE(idsOf(rows(filter, outline->everyStride[i], stride)), idsOf(all).mid(line + 1, stride));
        }
    }
    // A place that is no line of the list leads to the next one.
    QCOMPARE(rows(filter, PageKey{at(3).utcMs, QUuid()}, 1).first().entry.has_value(), true);
    QVERIFY(keyOf(rows(filter, PageKey{at(3).utcMs, QUuid()}, 1).first()).atUtcMs == at(2).utcMs);
}

void ListsTest::filtersKeepWhatTheySay()
{
    EntryDraft side = in(cardP01(), 0);
    side.entry.location = u"Cổng phụ"_s;
    record(side);
    EntryDraft manual = out(cardP02(), 1);
    manual.entry.source = u"manual"_s;
    record(manual);
    record(in(cardP02(), 2));
    refuse(3, u"Cổng phụ"_s);
    const auto count = [this](const EntryFilter &filter) {
        const auto outline = await(m_lists->outline(filter, 10));
        const qint64 found = rows(filter).size();
        return outline && outline->total == found ? found : -1;
    };
    EntryFilter direction;
    direction.direction = Direction::In;
    direction.refused = EntryFilter::With;
    QCOMPARE(count(direction), 2);
    EntryFilter place;
    place.locations = {u"Cổng phụ"_s};
    QCOMPARE(count(place), 1);
    place.refused = EntryFilter::With;
    QCOMPARE(count(place), 2);
    place.locations = {u"Cổng phụ"_s, u"Cổng chính"_s};
    QCOMPARE(count(place), 4);
    place.locations = {u"nowhere"_s};
    QCOMPARE(count(place), 0);
    EntryFilter source;
    source.sources = {u"manual"_s};
    QCOMPARE(count(source), 1);
    EntryFilter period;
    period.fromUtcMs = at(1).utcMs;
    period.toUtcMs = at(2).utcMs;
    QCOMPARE(count(period), 1);
    period.toUtcMs = at(99).utcMs;
    period.refused = EntryFilter::With;
    QCOMPARE(count(period), 3);
    period.search = u"mau"_s; // a refused scan has no name
    QCOMPARE(count(period), 2);
}

void ListsTest::staffAreListedApartAsTheyAreKnownNow()
{
    const Recorded visitor = record(in(cardP01(), 0));
    const Recorded colleague = record(in(cardP02(), 1));
    record(out(cardP02(), 2));
    refuse(3);
    const auto count = [this](EntryFilter::Group group, const QString &search = {}) {
        EntryFilter filter;
        filter.group = group;
        filter.search = search;
        filter.refused = EntryFilter::With;
        return rows(filter).size();
    };
    QCOMPARE(count(EntryFilter::StaffOnly), 0);
    QCOMPARE(count(EntryFilter::NoStaff), 4); // a refused scan is no staff's
    QVERIFY(await(m_lists->staff(10))->isEmpty());
    VERIFY_OK(await(store()->setStaff(*colleague.entry.visitorId, true)));
    QCOMPARE(count(EntryFilter::StaffOnly), 2);
    QCOMPARE(count(EntryFilter::StaffOnly, u"nghiem"_s), 0);
    QCOMPARE(count(EntryFilter::NoStaff), 2);
    QCOMPARE(count(EntryFilter::Everybody), 4);
    QCOMPARE(await(m_lists->staff(10))->value(0).visitorId, *colleague.entry.visitorId);
    VERIFY_OK(await(store()->setStaff(*colleague.entry.visitorId, false)));
    VERIFY_OK(await(store()->setStaff(*visitor.entry.visitorId, true)));
    QCOMPARE(count(EntryFilter::StaffOnly), 1);
    m_lists->forgetNames(); // while the desk is locked
    QCOMPARE(count(EntryFilter::StaffOnly), 1);
    QCOMPARE(await(m_lists->staff(10))->size(), 1);
}

void ListsTest::searchFindsNamesNumbersAndPhones_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("name without diacritics") << u"nguyen nghiem"_s << 1;
    QTest::newRow("d for đ") << u"dinh"_s << 1;
    QTest::newRow("last digits") << u"9992"_s << 1;
    QTest::newRow("whole number") << u"001090999991"_s << 1;
    QTest::newRow("whole phone") << u"0900000001"_s << 1;
    QTest::newRow("phone with the country") << u"+84900000001"_s << 1;
    QTest::newRow("phone in groups") << u"0900 000 001"_s << 1;
    QTest::newRow("phone being typed") << u"090000000"_s << 2;
    QTest::newRow("end of a phone") << u"00001"_s << 1;
    QTest::newRow("former phone") << u"0900000009"_s << 1;
    QTest::newRow("nobody") << u"khong ai"_s << 0;
}

void ListsTest::searchFindsNamesNumbersAndPhones()
{
    VisitorData former = cardP02();
    former.phone = u"+84900000009"_s;
    record(in(former, 0));
    former.phone = u"+84900000003"_s;
    record(out(former, 1));
    record(in(qrP26(), 2));
    record(in(cardP05(), 3));
    QFETCH(QString, search);
    EntryFilter filter;
    filter.search = search;
    QSet<QUuid> persons;
    for (const ListRow &row : rows(filter))
        persons.insert(*row.entry->entry.visitorId);
    QTEST(int(persons.size()), "found");
    QTEST(int(names(search).size()), "found");
}

void ListsTest::takenBackEntriesSayByWhich()
{
    const Recorded entered = record(in(cardP01(), 0));
    const auto taken = await(store()->voidEntry(entered.entry.id, u"nhầm"_s, at(1)));
    const auto lines = rows({});
    QCOMPARE(lines.size(), 1); // what took it back is no line of its own
    QCOMPARE(lines.first().entry->voidedBy, taken->id);
    EntryFilter filter;
    filter.withVoids = true;
    QCOMPARE(rows(filter).size(), 2);
}

void ListsTest::onlyOpenVisitsWhenWanted()
{
    record(in(cardP01(), 0));
    record(in(cardP02(), 1));
    EntryFilter filter;
    filter.openOnly = true;
    QCOMPARE(rows(filter).size(), 2);
    QVERIFY(rows(filter).first().entry->opensVisit);
    record(out(cardP02(), 5));
    QCOMPARE(rows(filter).size(), 1);
    QCOMPARE(rows(filter).first().entry->visitor.name, cardP01().name);
    filter.search = u"mau"_s;
    QCOMPARE(rows(filter).size(), 0);
    const auto all = rows({});
    QVERIFY(all[0].entry->lastOfVisit && !all[0].entry->opensVisit);
    QVERIFY(!all[1].entry->lastOfVisit && !all[1].entry->opensVisit);
    QVERIFY(all[2].entry->lastOfVisit && all[2].entry->opensVisit);
}

/// Random scans, late ones, refusals, voids, joins and partings; lists and searches that are kept from step
/// to step against a record that is read from the start.
void ListsTest::listsAreAlwaysWhatTheRecordHolds()
{
    QRandomGenerator random(20261122);
    const QStringList given{u"Nghiệm"_s, u"Mẫu"_s, u"Định"_s};
    EntryFilter everything;
    everything.refused = EntryFilter::With;
    EntryFilter searching;
    searching.search = u"nghiem"_s;
    searching.withVoids = true;
    EntryFilter numbered;
    numbered.search = u"7"_s;
    numbered.direction = Direction::In;
    int newest = 0;
    for (int step = 0; step < 250; ++step) {
        const auto before = allEntries(store());
        const int what = random.bounded(10);
        newest += random.bounded(3);
        if (what < 7 || before.isEmpty()) {
            const int person = step / 20 + random.bounded(3);
            VisitorData code;
            const int form = random.bounded(3);
            if (form != 1)
                code.idNumber = u"00109099"_s + QString::number(person).rightJustified(4, u'0');
            if (form != 0)
                code.qid = u"16299999999999"_s + QString::number(person).rightJustified(4, u'0');
            if (random.bounded(2))
                code.name = u"Trần "_s + given[random.bounded(3)];
            record(draft(code, random.bounded(2) ? EntryKind::In : EntryKind::Out,
                         at(what == 6 ? random.bounded(newest + 1) : newest)));
        } else if (what == 7) {
            refuse(random.bounded(newest + 1));
        } else {
            const EntryRow &chosen = before[random.bounded(int(before.size()))];
            const QString answer = chosen.voidedBy
                                       ? codeOf(await(store()->restoreEntry(chosen.entry.id, at(newest))))
                                       : codeOf(await(store()->voidEntry(chosen.entry.id, {}, at(newest))));
            QVERIFY((QStringList{u"ok"_s, u"not-found"_s, u"wrong-use"_s}.contains(answer)));
        }
        if (step % 3) // several commits between two looks as well
            continue;
        QList<PageKey> wanted;
        QList<QUuid> wantedSearch;
        QList<QUuid> wantedNumber;
        const auto entries = allEntries(store());
        for (const EntryRow &row : entries) {
            if (row.entry.kind != EntryKind::Void)
                wanted.append({row.entry.at.utcMs, row.entry.id});
            if (foldedText(row.visitor.name).contains(u"nghiem"_s))
                wantedSearch.prepend(row.entry.id);
            if (row.entry.kind == EntryKind::In && row.visitor.idNumber.endsWith(u'7'))
                wantedNumber.prepend(row.entry.id);
        }
        const auto refusedScans = await(store()->refusedScans({}));
        for (const RefusedScan &scan : *refusedScans)
            wanted.append({scan.at.utcMs, scan.id});
        std::ranges::sort(wanted, [](const PageKey &a, const PageKey &b) {
            return a.atUtcMs != b.atUtcMs ? a.atUtcMs > b.atUtcMs : b.id < a.id;
        });
        QList<QUuid> wantedIds;
        for (const PageKey &key : wanted)
            wantedIds.append(key.id);
        QVERIFY2(idsOf(rows(everything)) == wantedIds, qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(idsOf(rows(searching)) == wantedSearch, qPrintable(u"step %1"_s.arg(step)));
        QVERIFY2(idsOf(rows(numbered)) == wantedNumber, qPrintable(u"step %1"_s.arg(step)));
        QCOMPARE(await(m_lists->outline(everything, 5))->total, wanted.size());
    }
}

void ListsTest::anotherProgramsCommitsAreSeen()
{
    record(in(cardP01(), 0));
    OpenStore reader(m_folder->path(), StoreMode::ReadOnly);
    VERIFY_OK(reader.unlocked);
    EntryLists lists(&reader.store);
    const auto before = await(lists.outline({}, 10));
    QCOMPARE(before->total, 1);
    QCOMPARE(await(lists.findVisitors(u"mau"_s, 5))->size(), 0);
    record(in(cardP02(), 1));
    const auto after = await(lists.outline({}, 10));
    QCOMPARE(after->total, 2);
    QVERIFY(after->revision > before->revision);
    QCOMPARE(await(lists.findVisitors(u"mau"_s, 5))->size(), 1);
    QCOMPARE(await(lists.outline({}, 10))->revision, after->revision); // nothing happened since
}

void ListsTest::visitorIsFoundWhileTyping()
{
    record(in(cardP01(), 0));
    record(in(cardP02(), 1));
    record(in(cardP05(), 2));
    QCOMPARE(names(u"tr"_s), QStringList{cardP02().name});
    QCOMPARE(names(u"Trần  thị"_s), QStringList{cardP02().name});
    QCOMPARE(names(u"  "_s), QStringList());
    QCOMPARE(names(u"n"_s).size(), 3);
    QCOMPARE(names(u"n"_s, 2).size(), 2);
    QCOMPARE(names(u"n"_s).first(), cardP01().name); // begins a word there, is inside one elsewhere
}

void ListsTest::whoWasHereLastComesFirst()
{
    VisitorData other = cardP02();
    other.idNumber = u"079300999984"_s;
    other.name = u"Trần Thị Giả"_s;
    record(in(cardP02(), 0));
    record(in(other, 1));
    QCOMPARE(names(u"tran thi"_s), (QStringList{other.name, cardP02().name}));
    record(out(cardP02(), 5));
    QCOMPARE(names(u"tran thi"_s), (QStringList{cardP02().name, other.name}));
}

void ListsTest::visitorHitFillsInTheLastVisit()
{
    EntryDraft first = in(cardP01(), 0);
    first.details = {u"khám bệnh"_s, u"Khoa Nội"_s};
    record(first);
    record(out(cardP01(), 30));
    auto hit = await(m_lists->findVisitors(u"nghiem"_s, 1))->first();
    QVERIFY(hit.visitor == cardP01());
    QVERIFY(!hit.insideSinceUtcMs);
    QCOMPARE(hit.lastEntry->kind, EntryKind::Out);
    QCOMPARE(hit.lastDetails, first.details);
    const Recorded again = record(in(cardP01(), 60));
    EntryCompletion completion;
    completion.details = EntryDetails{u"thăm bệnh"_s, {}};
    VERIFY_OK(await(store()->completeEntry(again.entry.id, completion)));
    hit = await(m_lists->findVisitors(u"nghiem"_s, 1))->first();
    QCOMPARE(hit.visitorId, *again.entry.visitorId);
    QCOMPARE(hit.insideSinceUtcMs, at(60).utcMs);
    QCOMPARE(hit.lastDetails.purpose, u"thăm bệnh"_s);
}

void ListsTest::whoIsExpectedIsFoundBeforeWhoWasHere()
{
    record(in(cardP02(), 0));
    ExpectedVisitor tomorrow = expect(u"Trần Văn Mai"_s);
    tomorrow.day = today.addDays(1);
    announce({expect(u"Trần Thị Giả"_s, {14, 0}), expect(u"Trần Văn Sớm"_s, {7, 30}), tomorrow,
              expect(u"Đỗ Ngọc-Trang"_s, {7, 0}), expect(u"Lê Khác"_s)});
    const auto hits = arriving(u"tran"_s);
    QStringList found;
    for (const VisitorHit &hit : hits)
        found << hit.visitor.name;
    // By their time, but first who fits with the beginnings of words.
    QCOMPARE(found, (QStringList{u"Trần Văn Sớm"_s, u"Trần Thị Giả"_s, u"Đỗ Ngọc-Trang"_s, cardP02().name}));
    QVERIFY(hits[0].visitorId.isNull() && hits[0].expected);
    QCOMPARE(hits[0].expected->host, u"Phòng 3"_s);
    QVERIFY(!hits[3].visitorId.isNull() && !hits[3].expected);
    QCOMPARE(arriving(u"tran"_s, 1, 1).size(), 2); // neither pushes the other out
    QCOMPARE(arriving(u"tran"_s, 1, 1)[1].visitor.name, cardP02().name);
    QVERIFY(arriving(u"  "_s).isEmpty());
}

void ListsTest::whoIsExpectedIsFoundByWhatIsSearchedFor_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    QTest::newRow("without diacritics") << u"dinh uoc"_s << true;
    QTest::newRow("within a word") << u"uyn"_s << true;
    QTest::newRow("phone as it is dialled") << u"0900 000 005"_s << true;
    QTest::newRow("end of the phone") << u"0005"_s << true;
    QTest::newRow("end of the number") << u"9995"_s << true;
    QTest::newRow("another phone") << u"0006"_s << false;
    QTest::newRow("one word does not fit") << u"dinh van"_s << false;
}

void ListsTest::whoIsExpectedIsFoundByWhatIsSearchedFor()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, fits);
    ExpectedVisitor visitor = expect(u"Huỳnh Ước Định"_s);
    visitor.phone = u"+84900000005"_s;
    visitor.idNumber = u"092088999995"_s;
    announce({visitor});
    QCOMPARE(arriving(typed).size(), fits ? 1 : 0);
}

void ListsTest::whoIsExpectedAndKnownStandsOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year"); // 0: not said
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("isKnown");
    const QString name = cardP02().name;
    QTest::newRow("the full name alone") << name << 0 << QString() << false;
    QTest::newRow("name and year, without diacritics") << u"TRAN THI MAU"_s << 2000 << QString() << true;
    QTest::newRow("name and year") << name << 2000 << QString() << true;
    QTest::newRow("another year") << name << 1971 << QString() << false;
    QTest::newRow("a part of the name") << u"Thị Mẫu"_s << 2000 << QString() << false;
    QTest::newRow("the number, whatever the name") << u"Chị Mẫu"_s << 1971 << cardP02().idNumber << true;
    QTest::newRow("another number") << name << 2000 << u"079300999984"_s << false;
}

void ListsTest::whoIsExpectedAndKnownStandsOnce()
{
    QFETCH(const QString, name);
    QFETCH(const int, year);
    QFETCH(const QString, number);
    QFETCH(const bool, isKnown);
    const Recorded known = record(in(cardP02(), 0));
    ExpectedVisitor visitor = expect(name);
    visitor.idNumber = number;
    if (year > 0)
        visitor.birthYear = year;
    announce({visitor});
    const auto hits = arriving(u"mau"_s);
    QCOMPARE(hits.size(), isKnown ? 1 : 2);
    QVERIFY(hits[0].expected);
    QCOMPARE(hits[0].visitorId, isKnown ? known.entry.visitorId.value() : QUuid());
    QCOMPARE(hits[0].visitor.name, isKnown ? cardP02().name : name);
    QCOMPARE(hits[0].insideSinceUtcMs.has_value(), isKnown);
}

/// A number that was announced becomes nobody's whom only the name speaks for.
void ListsTest::anAnnouncedNumberIsNotGivenToANamesake()
{
    VisitorData noted = cardP02();
    noted.idNumber.clear();
    record(in(noted, 0));
    ExpectedVisitor visitor = expect(noted.name);
    visitor.birthYear = 2000;
    visitor.idNumber = u"079300999984"_s;
    announce({visitor});
    const auto hits = arriving(u"mau"_s);
    QCOMPARE(hits.size(), 2);
    QVERIFY(hits[0].expected);
    QVERIFY(hits[0].visitorId.isNull());
    QVERIFY(!hits[1].expected);
}

/// Where two have the name it is nobody's guess who comes.
void ListsTest::namesakesAreNotTakenForWhoIsExpected()
{
    record(in(cardP02(), 0));
    announce({expect(cardP02().name, {8, 0}), expect(cardP02().name, {9, 0})});
    QCOMPARE(arriving(u"mau"_s).size(), 3);
    QVERIFY(arriving(u"mau"_s)[0].visitorId.isNull());

    VisitorData other = cardP01();
    record(in(other, 1));
    other.idNumber = u"001090999983"_s;
    other.oldId.clear();
    record(in(other, 2));
    announce({expect(other.name)});
    QCOMPARE(arriving(u"nghiem"_s).size(), 3);
    QVERIFY(arriving(u"nghiem"_s)[0].visitorId.isNull());
}

void ListsTest::whoHasArrivedIsExpectedNoMore()
{
    announce({expect(cardP02().name)});
    const QList<VisitorHit> before = arriving(u"mau"_s);
    QCOMPARE(before.size(), 1);
    EntryDraft draft = in(cardP02(), 1);
    draft.expected = before[0].expected->id;
    const Recorded arrived = record(draft);
    QCOMPARE(arriving(u"mau"_s).size(), 1);
    QVERIFY(!arriving(u"mau"_s)[0].expected);
    VERIFY_OK(await(store()->voidEntry(arrived.entry.id, u"nhầm"_s, at(2)))); // as if they had not come
    QVERIFY(arriving(u"mau"_s)[0].expected);
}

void ListsTest::joinedVisitorsAreFoundOnce()
{
    record(in(cardP02(), 0));
    VisitorData byQid;
    byQid.qid = qrP27().qid;
    byQid.name = u"TRAN THI MAU"_s;
    record(in(byQid, 1));
    QCOMPARE(names(u"mau"_s).size(), 2);
    const Recorded joining = record(out(qrP27(), 2));
    QCOMPARE(names(u"mau"_s).size(), 1);
    EntryFilter filter;
    filter.search = u"tran thi"_s;
    QCOMPARE(rows(filter).size(), 3);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, {}, at(3))));
    QCOMPARE(names(u"mau"_s).size(), 2);
}

void ListsTest::forgottenNamesAreReadAgainForTheNextSearch()
{
    record(in(cardP01(), 0));
    VERIFY_OK(await(m_lists->warmUp()));
    QCOMPARE(names(u"nghiem"_s).size(), 1);
    m_lists->forgetNames();
    QCOMPARE(rows({}).size(), 1); // needs no names
    QCOMPARE(names(u"nghiem"_s).size(), 1);
    // Whatever was asked before and comes after: an answer, or word that it was called off.
    for (int i = 0; i < 20; ++i) {
        auto asked = m_lists->findVisitors(u"nghiem"_s, 5);
        m_lists->forgetNames();
        auto askedAfter = m_lists->findVisitors(u"nghiem"_s, 5);
        const auto first = await(asked);
        QVERIFY(first ? first->size() == 1 : first.error().code == ErrorCode::Cancelled);
        const auto second = await(askedAfter);
        VERIFY_OK(second);
        QCOMPARE(second->size(), 1);
    }
}

void ListsTest::insideListsVisitorsAndPartiesLeftBehind()
{
    EntryDraft withParty = in(cardP01(), 0);
    withParty.entry.party = {2, 0};
    const Recorded first = record(withParty);
    record(in(cardP02(), 5));
    EntryDraft leaving = out(cardP01(), 10);
    leaving.partyLeavesWhole = false;
    leaving.entry.party = {1, 0};
    record(leaving);
    auto inside = await(m_lists->inside());
    VERIFY_OK(inside);
    QCOMPARE(inside->size(), 2);
    QCOMPARE((*inside)[0].in.visitor.name, cardP02().name);
    QVERIFY((*inside)[0].visitorInside && (*inside)[0].partyInside.isEmpty());
    QCOMPARE((*inside)[1].in.entry.id, first.entry.id);
    QVERIFY(!(*inside)[1].visitorInside);
    QCOMPARE((*inside)[1].partyInside, (Party{1, 0}));
    QCOMPARE(await(m_lists->inside(at(5).utcMs))->size(), 1);
    QCOMPARE(await(m_lists->inside({}, u"mau"_s))->size(), 1);
    const Entry &newest = (*inside)[0].in.entry;
    const auto next = await(m_lists->inside({}, {}, PageKey{newest.at.utcMs, newest.id}, 1));
    QCOMPARE(next->size(), 1);
    QCOMPARE(next->first().in.entry.id, first.entry.id);
}

void ListsTest::noteOfTheVisitsTimeIsNotTakenForOneThatHolds()
{
    VisitorLists visitorLists(&store().store);
    AttentionNote note;
    note.who = cardP01();
    note.reason = u"trong ngày"_s;
    note.fromUtcMs = at(0).utcMs;
    note.untilUtcMs = at(60).utcMs;
    VERIFY_OK(await(visitorLists.addAttention(note)));
    const Recorded visit = record(in(cardP01(), 5));
    const auto ended = await(m_lists->visitDetails(visit.entry.id));
    VERIFY_OK(ended);
    QVERIFY(!ended->attention);
    QCOMPARE(ended->attentionThen->reason, u"trong ngày"_s);
    note.reason = u"hỏi trưởng ca"_s;
    note.fromUtcMs = at(120).utcMs;
    note.untilUtcMs.reset();
    VERIFY_OK(await(visitorLists.addAttention(note)));
    const auto again = await(m_lists->visitDetails(visit.entry.id));
    VERIFY_OK(again);
    QCOMPARE(again->attention->reason, u"hỏi trưởng ca"_s);
    QCOMPARE(again->attentionThen->reason, u"trong ngày"_s);
}

/// The mark of a line goes by the time of the line.
void ListsTest::linesOfWhoWasOnTheAttentionListThenAreMarked()
{
    VisitorLists visitorLists(&store().store);
    record(in(cardP01(), 2));
    AttentionNote note;
    note.who = cardP01();
    note.reason = u"báo trưởng ca"_s;
    note.fromUtcMs = at(3).utcMs;
    const auto written = await(visitorLists.addAttention(note));
    VERIFY_OK(written);
    const Recorded visit = record(out(cardP01(), 5));
    record(in(cardP02(), 6));
    VERIFY_OK(await(visitorLists.withdrawAttention(written->id, at(7))));
    record(in(cardP01(), 8));
    const auto marks = [](const auto &rows, auto entryOf) {
        QList<bool> noted;
        for (const auto &row : rows)
            noted << entryOf(row).noted;
        return noted;
    };
    const QList<bool> newestFirst{false, false, true, false};
    const auto page = await(m_lists->page({}, {}, 10));
    VERIFY_OK(page);
    QCOMPARE(marks(*page, [](const ListRow &row) { return *row.entry; }), newestFirst);
    EntryQuery query;
    query.newestFirst = true;
    QCOMPARE(marks(*await(store().store.entries(query)), [](const EntryRow &row) { return row; }),
             newestFirst);

    const auto then = await(m_lists->visitDetails(visit.entry.id));
    VERIFY_OK(then);
    QVERIFY(!then->attention);
    QVERIFY(then->attentionThen);
    QCOMPARE(then->attentionThen->endedUtcMs, at(7).utcMs);
}

/// Its person is known on, but not that it was theirs.
void ListsTest::refusalOverItsTermIsNotFoundByName()
{
    const Recorded known = record(in(cardP01(), 0));
    record(out(cardP01(), 1));
    RefusedScan scan{newEntryId(at(2).utcMs), at(2),
                     u"Cổng chính"_s,         u"citizen-card"_s,
                     u"Camera 1"_s,           Reason::OnAttentionList,
                     known.entry.visitorId,   {}};
    VERIFY_OK(await(store()->recordRefusal(scan, "x")));
    constexpr qint64 day = 24 * 60;
    record(in(cardP01(), 29 * day));
    EntryFilter filter;
    filter.refused = EntryFilter::Only;
    filter.search = u"nghiem"_s;
    QCOMPARE(rows(filter).size(), 1);
    VERIFY_OK(await(Retention(&store().store).eraseDue(at(31 * day))));
    QVERIFY(!await(store()->refusedScans({}))->first().visitorId);
    QCOMPARE(rows(filter).size(), 0);
    filter.search.clear();
    QCOMPARE(rows(filter).size(), 1);
}

void ListsTest::visitDetailsTellTheWholeStory()
{
    VisitorLists visitorLists(&store().store);
    AttentionNote note;
    note.who = cardP01();
    note.reason = u"gặp bảo vệ"_s;
    note.fromUtcMs = at(0).utcMs;
    VERIFY_OK(await(visitorLists.addAttention(note)));
    record(in(cardP01(), 0));
    record(out(cardP01(), 5));
    EntryDraft entering = in(qrP26(), 10);
    entering.entry.source = u"personal-qr"_s;
    entering.entry.party = {1, 1};
    const Recorded wrong = record(out(cardP02(), 9));
    const Recorded entered = record(entering);
    EntryCompletion completion;
    completion.details = EntryDetails{u"khám bệnh"_s, {}};
    completion.at = at(11);
    VERIFY_OK(await(store()->completeEntry(entered.entry.id, completion)));
    EntryDraft child = out(cardP01(), 15);
    child.entry.apart = true;
    child.partyLeavesWhole = false;
    child.entry.party = {0, 1};
    const Recorded childLeft = record(child);
    // It is a line, but no visitor who left: the counters do not count it.
    EntryFilter exits;
    exits.direction = Direction::Out;
    QCOMPARE(await(m_lists->outline(exits, 10))->apart, 1);
    exits.direction = Direction::In;
    QCOMPARE(await(m_lists->outline(exits, 10))->apart, 0);
    VERIFY_OK(await(store()->noteReveal(entered.entry.id, u"đối chiếu"_s, at(16))));
    const Recorded left = record(out(cardP01(), 20));
    const auto taken = await(store()->voidEntry(left.entry.id, u"nhầm"_s, at(21)));
    const auto details = await(m_lists->visitDetails(entered.entry.id));
    VERIFY_OK(details);
    QCOMPARE(details->in->entry.id, entered.entry.id);
    QVERIFY(!details->out);
    QCOMPARE(details->in->details.purpose, u"khám bệnh"_s);
    QCOMPARE(details->additions.size(), 1);
    QCOMPARE(details->additions.first().at, at(11));
    QCOMPARE(details->partyPassages.size(), 1);
    QCOMPARE(details->partyPassages.first().entry.id, childLeft.entry.id);
    QCOMPARE(details->partyInside, (Party{1, 0}));
    QCOMPARE(details->visitsBefore, 1);
    QCOMPARE(details->sources, (QStringList{u"citizen-card"_s, u"personal-qr"_s}));
    QCOMPARE(details->attention->reason, u"gặp bảo vệ"_s);
    QCOMPARE(details->reveals.size(), 1);
    QCOMPARE(details->reveals.first().reason, u"đối chiếu"_s);
    // The exit that was taken back is part of no visit, but its own story is told.
    const auto ofVoid = await(m_lists->visitDetails(taken->id));
    VERIFY_OK(ofVoid);
    QCOMPARE(ofVoid->asked.entry.id, taken->id);
    QCOMPARE(ofVoid->history.size(), 2);
    QVERIFY(!ofVoid->in && !ofVoid->out);
    const auto ofOther = await(m_lists->visitDetails(wrong.entry.id));
    QVERIFY(!ofOther->in);
    QCOMPARE(ofOther->out->entry.id, wrong.entry.id);
    QVERIFY(!ofOther->attention);
    // Of what was written by hand it is told that the person's card was read since.
    QVERIFY(!details->cardSince);
    EntryDraft byHand = in(cardP05(), 30);
    byHand.entry.source = u"manual"_s;
    const QUuid written = record(byHand).entry.id;
    QVERIFY(!await(m_lists->visitDetails(written))->cardSince);
    const Recorded scanned = record(out(cardP05(), 40));
    QCOMPARE(await(m_lists->visitDetails(written))->cardSince->entry.id, scanned.entry.id);
    // An apart passage belongs to the visit it happened in.
    QCOMPARE(await(m_lists->visitDetails(childLeft.entry.id))->in->entry.id, entered.entry.id);
}

void ListsTest::visitDetailsOfATakenBackEntryLeadToWhatReplacedIt()
{
    const Recorded wrong = record(out(cardP01(), 0));
    const auto right = await(store()->correctDirection(wrong.entry.id, Direction::In, at(1)));
    const auto details = await(m_lists->visitDetails(wrong.entry.id));
    VERIFY_OK(details);
    QCOMPARE(details->asked.entry.id, wrong.entry.id);
    QCOMPARE(details->in->entry.id, right->entry.id);
    QCOMPARE(details->history.size(), 2); // the wrong one and what took it back
    QCOMPARE(details->history.first().entry.id, wrong.entry.id);
    QCOMPARE(details->history.last().entry.kind, EntryKind::Void);
    QCOMPARE(details->takenBackBy, QString()); // nobody was signed in
}

void ListsTest::visitDetailsNameWhoTookAnEntryBack()
{
    OperatorRegister operators(&store().store);
    VERIFY_OK(await(operators.add(u"Lan Mẫu"_s, Role::Administrator, "hash")));
    VERIFY_OK(await(operators.signIn(await(operators.operators())->first().id)));
    const Recorded wrong = record(out(cardP01(), 0));
    const auto right = await(store()->correctDirection(wrong.entry.id, Direction::In, at(1)));
    VERIFY_OK(right);
    QCOMPARE(await(m_lists->visitDetails(wrong.entry.id))->takenBackBy, u"Lan Mẫu"_s);
    QCOMPARE(await(m_lists->visitDetails(right->entry.id))->takenBackBy, QString());
}

void ListsTest::detailsOfAnUnknownEntryAreNotFound()
{
    COMPARE_CODE(await(m_lists->visitDetails(newRandomId())), "not-found");
}

void ListsTest::morningListsOpenVisitsAndEstimatedExits()
{
    const qint64 day = 24 * 60;
    const Recorded forgotten = record(in(cardP01(), 10));
    record(in(cardP02(), 20));
    record(in(cardP05(), day + 5));
    VERIFY_OK(await(store()->recordEstimatedExits({forgotten.entry.id}, at(day - 1), {}, {})));
    const auto list = await(m_lists->morningList(at(0).utcMs, at(day).utcMs));
    VERIFY_OK(list);
    QCOMPARE(list->stillInside.size(), 1);
    QCOMPARE(list->stillInside.first().in.visitor.name, cardP02().name);
    QCOMPARE(list->estimatedExits.size(), 1);
    QCOMPARE(list->estimatedExits.first().visitor.name, cardP01().name);
    QVERIFY(list->estimatedExits.first().entry.estimated);
    QCOMPARE(await(m_lists->morningList(at(day).utcMs, at(2 * day).utcMs))->estimatedExits.size(), 0);
}

void ListsTest::choicesForFilters()
{
    EntryDraft side = in(cardP01(), 0);
    side.entry.location = u"Cổng phụ"_s;
    side.entry.source = u"manual"_s;
    record(side);
    record(in(cardP02(), 1));
    refuse(2);
    QCOMPARE(*await(m_lists->locations()), (QStringList{u"Cổng chính"_s, u"Cổng phụ"_s}));
    QCOMPARE(*await(m_lists->sources()), (QStringList{u"citizen-card"_s, u"manual"_s, u"unknown"_s}));
}

void ListsTest::purposesAndHostsOfLateAreOffered()
{
    QCOMPARE(await(m_lists->recentDetails(5))->size(), 0);
    const QList<EntryDetails> said{
        {u"khám bệnh"_s, {}}, {u"thăm bệnh"_s, u"Khoa Nội"_s}, {u"khám bệnh"_s, {}}};
    for (int i = 0; i < said.size(); ++i) {
        EntryDraft draft = in(cardP01(), i);
        draft.details = said[i];
        record(draft);
    }
    QCOMPARE(*await(m_lists->recentDetails(5)), (QList<EntryDetails>{said[2], said[1]}));
    QCOMPARE(await(m_lists->recentDetails(1))->size(), 1);
}

void ListsTest::listsNeedAnUnlockedFolder()
{
    EntryStore closed;
    EntryLists lists(&closed);
    COMPARE_CODE(await(lists.page({}, {}, 10)), "key-missing");
    COMPARE_CODE(await(lists.findVisitors(u"n"_s, 10)), "key-missing");
    COMPARE_CODE(await(lists.visitDetails(newRandomId())), "key-missing");
    COMPARE_CODE(await(closed.check()), "key-missing");
    // What is asked at once after unlocking is answered.
    record(in(cardP01(), 0));
    m_lists.reset();
    m_store.reset();
    EntryStore again;
    EntryLists first(&again);
    auto opened = again.open(m_folder->path(), StoreMode::ReadWrite);
    auto unlocked = again.unlock(masterKey(), KeyPlace::File);
    auto page = first.page({}, {}, 10);
    VERIFY_OK(await(page));
    QCOMPARE(await(page)->size(), 1);
}

void ListsTest::pagesGoOnWhileTheDatabaseIsChecked()
{
    record(in(cardP01(), 0));
    QList<QFuture<Result<void>>> checks;
    for (int i = 0; i < 200; ++i)
        checks.append(store()->check());
    QCOMPARE(rows({}).size(), 1);
    QVERIFY(!checks.last().isFinished());
    for (const auto &check : std::as_const(checks))
        VERIFY_OK(await(check));
}

/// The list wants names that another thread reads, and comes to its turn when the folder is being closed.
void ListsTest::closingBesideAListThatIsAskedForEndsBoth()
{
    record(in(cardP01(), 0));
    EntryQuery named;
    named.search = u"nghiem"_s;
    for (int page = 0; page < 500; ++page)
        store()->entries({});
    const QFuture<Result<QList<EntryRow>>> list = store()->entries(named);
    m_lists.reset();
    m_store.reset();
    QVERIFY(list.isFinished());
    QCOMPARE(list.result().value().size(), 1); // it was asked for in time
}

QTEST_GUILESS_MAIN(ListsTest)
#include "tst_lists.moc"
