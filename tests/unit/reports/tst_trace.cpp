#include "core/reports/catalogue/tracereport.h"
#include "core/reports/personsheet.h"
#include "core/store/entrylists.h"
#include "core/store/personregister.h"
#include "tests/unit/reports/reportfixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <tuple>

using namespace reporttest;
using namespace storetest;

namespace {

constexpr qint64 assumed = 12LL * 60 * minute;
constexpr qint64 endOfTest = 4LL * 24 * 60;

VisitorData person(int number)
{
    VisitorData data;
    data.idNumber = u"0010909999"_s + QString::number(number).rightJustified(2, u'0');
    data.name = u"Người Thử %1"_s.arg(number);
    return data;
}

/// Somebody's stay as the rule has it, reckoned from the entries alone.
struct OracleStay
{
    QString visitor;
    QString location;
    qint64 from = 0;
    qint64 to = 0;
};

/// The stays of everybody: each passage in is closed by the next out before the next in; what is not known
/// lies at most twelve hours away, and not beyond the person's neighbouring stay.
QList<OracleStay> oracleStays(const QList<EntryRow> &entries, qint64 now)
{
    QMap<QString, QList<Entry>> byPerson;
    for (const EntryRow &row : entries) {
        if (row.entry.kind != EntryKind::Void && !row.voidedBy)
            byPerson[idText(row.entry.visitorId.value())].append(row.entry);
    }
    QList<OracleStay> stays;
    for (auto one = byPerson.begin(); one != byPerson.end(); ++one) {
        QList<Entry> passages = *one;
        std::ranges::sort(passages, [](const Entry &a, const Entry &b) {
            return std::tuple(a.at.utcMs, a.id) < std::tuple(b.at.utcMs, b.id);
        });
        for (qsizetype i = 0; i < passages.size(); ++i) {
            const Entry &passage = passages[i];
            const bool hasNext = i + 1 < passages.size();
            if (passage.kind == EntryKind::In) {
                OracleStay stay{one.key(), passage.location, passage.at.utcMs, 0};
                if (hasNext && passages[i + 1].kind == EntryKind::Out)
                    stay.to = passages[i + 1].at.utcMs;
                else
                    stay.to = std::min(stay.from + assumed, hasNext ? passages[i + 1].at.utcMs : now);
                stays.append(stay);
            } else if (i == 0 || passages[i - 1].kind == EntryKind::Out) {
                OracleStay stay{one.key(), passage.location, passage.at.utcMs - assumed, passage.at.utcMs};
                if (i > 0)
                    stay.from = std::max(stay.from, passages[i - 1].at.utcMs);
                stays.append(stay);
            }
        }
    }
    return stays;
}

using Contact = std::tuple<QString, qint64, qint64, bool>; // who, from, to, at the same place

QList<Contact> oracleContacts(const QList<OracleStay> &stays, const TraceRequest &request)
{
    QList<Contact> contacts;
    const QString traced = idText(request.visitorId);
    for (const OracleStay &own : stays) {
        if (own.visitor != traced || own.from >= request.toUtcMs || own.to <= request.fromUtcMs)
            continue;
        for (const OracleStay &other : stays) {
            const qint64 from = std::max(own.from - request.rule.marginMs, other.from);
            const qint64 to = std::min(own.to + request.rule.marginMs, other.to);
            const bool samePlace = own.location == other.location;
            if (other.visitor == traced || to <= from || to - from < request.rule.leastMs ||
                (request.rule.samePlaceOnly && !samePlace))
                continue;
            contacts.append({other.visitor, from, to, samePlace});
        }
    }
    std::ranges::sort(contacts);
    return contacts;
}

QList<Contact> reportedContacts(const Table &table)
{
    QList<Contact> contacts;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        if (table.text(i, u"kind"_s) == "contact"_L1)
            contacts.append(
                {table.text(i, u"visitor_id"_s), std::get<Moment>(table.cell(i, u"overlap_from"_s)).utcMs,
                 std::get<Moment>(table.cell(i, u"overlap_to"_s)).utcMs, table.flag(i, u"same_location"_s)});
    }
    std::ranges::sort(contacts);
    return contacts;
}

} // namespace

/// Who was there together with whom.
class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void itFindsExactlyWhatLookingAtEveryPairFinds();
    void theLongestOverlapComesFirst();
    void whoAskedAndWhyIsNotedForEverybodyListed();
    void aPersonIsToldWhoCameAlongWhoLeftAloneAndWhichTimesAreGuessed();
    void withoutARecordOfTheAskingNothingIsGiven();
    void anybodyUnknownIsNotFound();
};

void TestTrace::itFindsExactlyWhatLookingAtEveryPairFinds()
{
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QRandomGenerator random(seed);
        const QTemporaryDir folder(quickFolder());
        OpenStore store(folder.path());
        VERIFY_OK(store.unlocked);
        QList<QUuid> recorded;
        QList<QUuid> persons;
        for (int i = 0; i < 120; ++i) {
            // Not in the order of time, as late entries are.
            EntryDraft one =
                draft(person(int(random.bounded(9))), random.bounded(2) ? EntryKind::In : EntryKind::Out,
                      at(random.bounded(int(endOfTest))));
            one.entry.location = random.bounded(2) ? u"A"_s : u"B"_s;
            const auto done = await(store->record(one));
            VERIFY_OK(done);
            recorded.append(done->entry.id);
            if (!persons.contains(done->entry.visitorId.value()))
                persons.append(done->entry.visitorId.value());
            if (random.bounded(10) == 0)
                (void)await(
                    store->voidEntry(recorded[random.bounded(int(recorded.size()))], u"nhầm"_s, at(i)));
        }
        const QList<OracleStay> stays = oracleStays(allEntries(store), at(endOfTest).utcMs);
        for (int question = 0; question < 12; ++question) {
            TraceRequest request;
            request.store = &store.store;
            request.visitorId = persons[random.bounded(int(persons.size()))];
            request.fromUtcMs = at(random.bounded(int(endOfTest / 2))).utcMs;
            request.toUtcMs = request.fromUtcMs + (1 + random.bounded(int(endOfTest))) * minute;
            request.rule = {random.bounded(90) * minute, random.bounded(60) * minute, random.bounded(3) == 0};
            request.reference = u"VB-1"_s;
            request.reason = u"xác minh"_s;
            request.now = at(endOfTest);
            QString error;
            const Table table = run(std::make_unique<TraceReport>(request), &error);
            QCOMPARE(error, QString());
            const QList<Contact> expected = oracleContacts(stays, request);
            const QList<Contact> found = reportedContacts(table);
            QVERIFY2(found == expected, qPrintable(u"seed %1 question %2: %3 found, %4 expected"_s.arg(seed)
                                                       .arg(question)
                                                       .arg(found.size())
                                                       .arg(expected.size())));
        }
    }
}

void TestTrace::theLongestOverlapComesFirst()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    const auto traced = await(store->record(in(person(0), 0)));
    VERIFY_OK(traced);
    for (int i = 1; i <= 3; ++i) {
        VERIFY_OK(await(store->record(in(person(i), 10))));
        VERIFY_OK(await(store->record(out(person(i), 10 + 20 * i))));
    }
    VERIFY_OK(await(store->record(out(person(0), 100))));
    TraceRequest request{&store.store,
                         traced->entry.visitorId.value(),
                         at(0).utcMs,
                         at(100).utcMs,
                         {30 * minute, 0, false},
                         u"VB-1"_s,
                         u"xác minh"_s,
                         at(200),
                         true};
    const Table table = run(std::make_unique<TraceReport>(request));
    QCOMPARE(table.rows.size(), 3);
    QCOMPARE(table.text(0, u"kind"_s), u"visit"_s);
    QCOMPARE(table.text(1, u"name"_s), person(3).name);
    QCOMPARE(table.number(1, u"overlap_minutes"_s), 60);
    QCOMPARE(table.text(2, u"name"_s), person(2).name);
    QCOMPARE(table.text(2, u"id_number"_s), person(2).idNumber);
    QCOMPARE(table.number(2, u"overlap_minutes"_s), 40);
}

void TestTrace::whoAskedAndWhyIsNotedForEverybodyListed()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    const auto traced = await(store->record(in(person(0), 0)));
    const auto contact = await(store->record(in(person(1), 5)));
    const auto stranger = await(store->record(in(person(2), 300)));
    VERIFY_OK(await(store->record(out(person(0), 60))));
    TraceRequest request{&store.store, traced->entry.visitorId.value(), at(0).utcMs, at(100).utcMs, {},
                         u"VB-7"_s,    u"xác minh ca bệnh"_s,           at(400),     false};
    QVERIFY(run(std::make_unique<TraceReport>(request)).whole);
    EntryLists lists(&store.store);
    for (const auto &[entry, times] : {std::pair(traced, 1), std::pair(contact, 1), std::pair(stranger, 0)}) {
        const auto details = await(lists.visitDetails(entry->entry.id));
        VERIFY_OK(details);
        QCOMPARE(details->reveals.size(), times);
        if (times == 1)
            QVERIFY(details->reveals.first().reason.contains(u"VB-7"_s) &&
                    details->reveals.first().reason.contains(u"xác minh ca bệnh"_s));
    }
    // What the person is told: they were traced, which is not that they were seen in full.
    request.revealed = true;
    request.now = at(401);
    QVERIFY(run(std::make_unique<TraceReport>(request)).whole);
    VERIFY_OK(await(store->voidEntry(contact->entry.id, u"nhầm"_s, at(402))));
    const auto held = await(PersonRegister(&store.store).held(traced->entry.visitorId.value()));
    VERIFY_OK(held);
    QCOMPARE(held->traces.size(), 1);
    QCOMPARE(held->traces.first().reason, u"trace VB-7: xác minh ca bệnh"_s);
    QCOMPARE(held->reveals.size(), 1);
    QCOMPARE(maskedRecord(*held).traces.first().reason, u"***"_s); // that a reason was given is told
    const auto other = await(PersonRegister(&store.store).held(contact->entry.visitorId.value()));
    VERIFY_OK(other);
    const Summary told = personSummary(*other, {}, SheetLanguage::English);
    QVERIFY(told.totals.contains(std::pair(u"Entries and exits"_s, u"0"_s)));
    const QString lines = personLines(told).join(u'\n');
    QVERIFY(lines.indexOf(u"traced with names masked"_s) > lines.indexOf(u"looked at in full"_s));
    PersonRecord refused = *other;
    refused.refusals.append({newRandomId(), at(7), u"Cổng chính"_s, {}, {}, Reason::OnAttentionList, {}, {}});
    const QString sheet = personLines(personSummary(refused, {}, SheetLanguage::Vietnamese)).join(u'\n');
    QVERIFY(sheet.contains(u"Những lần không được vào"_s) && sheet.contains(u"Có trong danh sách lưu ý"_s));
    // Nobody files their own look as a masked one by the words that they type.
    const QUuid seen = stranger->entry.visitorId.value();
    for (const QString &words : {u"masked trace VB-8"_s, u" masked trace"_s})
        VERIFY_OK(await(store->noteReveal(seen, words, at(403))));
    const auto full = await(PersonRegister(&store.store).held(seen));
    VERIFY_OK(full);
    QCOMPARE(full->traces.size(), 0);
    QCOMPARE(full->reveals.size(), 2);
    QCOMPARE(full->reveals.first().reason, u"masked trace VB-8"_s);
    const auto details = await(lists.visitDetails(stranger->entry.id));
    VERIFY_OK(details);
    QVERIFY(std::ranges::none_of(details->reveals, &Reveal::masked));
    QVERIFY(std::ranges::any_of(await(lists.visitDetails(traced->entry.id))->reveals, &Reveal::masked));
}

void TestTrace::aPersonIsToldWhoCameAlongWhoLeftAloneAndWhichTimesAreGuessed()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    EntryDraft family = in(person(0), 0);
    family.entry.party = {1, 2};
    const auto came = await(store->record(family));
    VERIFY_OK(came);
    const QUuid visitor = came->entry.visitorId.value();
    EntryDraft child = out({}, 30);
    child.visitorId = visitor;
    child.entry.apart = true;
    child.entry.party = {0, 1};
    child.partyLeavesWhole = false;
    VERIFY_OK(await(store->record(child)));
    const auto closed =
        await(store->recordEstimatedExits({came->entry.id}, at(600), u"Cổng chính"_s, u"quầy"_s));
    QVERIFY(closed && closed->size() == 1);
    const auto held = await(PersonRegister(&store.store).held(visitor));
    VERIFY_OK(held);
    using Lines = QList<std::pair<QString, QString>>;
    const Lines vietnamese{{u"Vào"_s, u"cùng 1 người lớn và 2 trẻ em"_s},
                           {u"Ra (người đi cùng)"_s, u"chỉ 1 trẻ em ra"_s},
                           {u"Ra"_s, u"cùng 1 người lớn và 1 trẻ em; giờ ra ước tính"_s}};
    const Lines english{{u"In"_s, u"together with 1 adult and 2 children"_s},
                        {u"Out (came along)"_s, u"only 1 child left"_s},
                        {u"Out"_s, u"together with 1 adult and 1 child; time of leaving estimated"_s}};
    for (const PersonRecord &record : {*held, maskedRecord(*held)}) {
        for (const auto &[language, expected] :
             {std::pair(SheetLanguage::Vietnamese, vietnamese), std::pair(SheetLanguage::English, english)}) {
            const Summary told = personSummary(record, {}, language);
            Lines lines;
            for (const QStringList &row : told.parts.first().table.rows)
                lines.append({row[1], row[3]});
            QCOMPARE(lines, expected);
            QCOMPARE(told.totals.last().second, u"2"_s); // the child's exit is not theirs
        }
    }
}

void TestTrace::withoutARecordOfTheAskingNothingIsGiven()
{
    const QTemporaryDir folder(quickFolder());
    QUuid visitor;
    {
        OpenStore store(folder.path());
        const auto entered = await(store->record(in(person(0), 0)));
        VERIFY_OK(entered);
        visitor = entered->entry.visitorId.value();
    }
    OpenStore reading(folder.path(), StoreMode::ReadOnly);
    VERIFY_OK(reading.unlocked);
    TraceRequest request{&reading.store, visitor, at(0).utcMs, at(100).utcMs, {},
                         u"VB-1"_s,      u"x"_s,  at(9),       false};
    QString error;
    const Table table = run(std::make_unique<TraceReport>(request), &error);
    QVERIFY(!table.whole && table.rows.isEmpty());
    QVERIFY2(error.startsWith(u"read-only"_s), qPrintable(error));
}

void TestTrace::anybodyUnknownIsNotFound()
{
    const QTemporaryDir folder(quickFolder());
    OpenStore store(folder.path());
    TraceRequest request{&store.store, newRandomId(), at(0).utcMs, at(100).utcMs, {},
                         u"VB-1"_s,    u"x"_s,        at(9),       false};
    QString error;
    run(std::make_unique<TraceReport>(request), &error);
    QVERIFY2(error.startsWith(u"not-found"_s), qPrintable(error));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
