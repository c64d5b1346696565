#include "core/reports/csvwriter.h"
#include "core/reports/reportcatalog.h"
#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/outbox.h"
#include "core/store/venueregister.h"
#include "tests/unit/reports/reportfixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <filesystem>

using namespace reporttest;
using namespace storetest;

/// The reports of a venue over a real record.
class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyRowHasAsManyCellsAsThereAreColumnsAndEveryColumnIsExplained();
    void maskedReportsHoldNoNumberNameOrAddress();
    void aPeriodBeginsWithItsFirstMillisecondAndEndsBeforeItsLast();
    void visitsPairEntryAndExitAndMarkWhatIsEstimatedOrMissing();
    void longReportsComeWholeInTheOrderOfTime();
    void aDayCountsPassagesThatStandAndPersonsOnce();
    void daysAddUpToWhatTheEntriesSay();
    void whatThePlatformHasAcknowledgedIsSaidByDay();
    void whoIsRevealedIsKeptByEveryReport();
    void aRevealedPeriodIsKeptOfItsEntriesAlone();
    void nobodyIsRevealedWhereItCannotBeKept();
    void aVenueWithoutScansIsNoActivePoint();
    void withoutAVenueThereIsNoDistrictReport();
    void whoIsInsideIsListedByLocationWithThoseWhoCameAlong();
    void aStoppedReportLeavesNoFile();

private:
    ReportRequest request(bool revealed = false) const;
    void setVenue();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
};

void TestCatalogue::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(quickFolder());
    m_store = std::make_unique<OpenStore>(m_folder->path());
    VERIFY_OK(m_store->unlocked);
}

ReportRequest TestCatalogue::request(bool revealed) const
{
    ReportRequest request;
    request.store = &m_store->store;
    request.now = at(60 * 12);
    request.revealed = revealed;
    return request;
}

void TestCatalogue::setVenue()
{
    Venue venue;
    venue.code = u"0012"_s;
    venue.name = u"Bệnh viện Thử"_s;
    venue.category = VenueCategory::Hospital;
    venue.province = u"Hà Nội"_s;
    venue.commune = u"Phường Mẫu"_s;
    venue.street = u"Số 1"_s;
    venue.contactName = u"Lê Thị Giả Lập"_s;
    venue.contactPhone = u"+84900000003"_s;
    VenueRegister venues(&m_store->store);
    auto saved = venues.saveVenue(venue, {QByteArray(32, 'p'), QByteArray(32, 's'), true}, at(0));
    QTRY_VERIFY(saved.isFinished());
    VERIFY_OK(saved.result());
}

void TestCatalogue::everyRowHasAsManyCellsAsThereAreColumnsAndEveryColumnIsExplained()
{
    setVenue();
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 5))));
    for (const QString &id : reportIds()) {
        for (const bool revealed : {false, true}) {
            const Table table = run(makeReport(id, request(revealed)));
            QVERIFY2(table.whole && !table.rows.isEmpty(), qPrintable(id));
            for (const CellRow &row : table.rows)
                QCOMPARE(row.size(), table.columns.size());
            QSet<QString> names;
            for (const Column &column : table.columns) {
                QVERIFY2(!column.meaningVi.isEmpty() && !column.meaningEn.isEmpty(), qPrintable(column.name));
                names.insert(column.name);
            }
            QCOMPARE(names.size(), table.columns.size());
        }
    }
}

void TestCatalogue::maskedReportsHoldNoNumberNameOrAddress()
{
    setVenue();
    VisitorData visitor = cardP01();
    visitor.phone = u"+84900000001"_s;
    VERIFY_OK(await((*m_store)->record(in(visitor, 5))));
    const QStringList secrets{visitor.idNumber, visitor.oldId,     visitor.name,       visitor.address,
                              visitor.phone,    u"+84900000003"_s, u"Lê Thị Giả Lập"_s};
    for (const QString &id : reportIds()) {
        const QString path = m_folder->filePath(id + u".csv"_s);
        ReportRun masked(makeReport(id, request()), makeTableFile(path, true));
        VERIFY_OK(await(masked.start()));
        const QString text = QString::fromUtf8(fileBytes(path));
        for (const QString &secret : secrets)
            QVERIFY2(!text.contains(secret), qPrintable(id + u' ' + secret));
        QVERIFY(QFile::exists(CsvWriter::termsPath(path)));
    }
    const Table revealed = run(makeReport(u"entries"_s, request(true)));
    QCOMPARE(revealed.text(0, u"id_number"_s), visitor.idNumber);
    QCOMPARE(revealed.text(0, u"phone"_s), visitor.phone);
    QCOMPARE(revealed.text(0, u"address"_s), visitor.address);
}

void TestCatalogue::aPeriodBeginsWithItsFirstMillisecondAndEndsBeforeItsLast()
{
    for (const int minutes : {0, 10, 20})
        VERIFY_OK(await((*m_store)->record(minutes == 10 ? out(cardP01(), 10) : in(cardP01(), minutes))));
    ReportRequest period = request();
    period.fromUtcMs = at(10).utcMs;
    period.toUtcMs = at(20).utcMs;
    const Table entries = run(makeReport(u"entries"_s, period));
    QCOMPARE(entries.rows.size(), 1);
    QCOMPARE(entries.text(0, u"direction"_s), u"out"_s);
    QCOMPARE(run(makeReport(u"visits"_s, period)).rows.size(), 0); // a visit belongs to when it began
}

void TestCatalogue::visitsPairEntryAndExitAndMarkWhatIsEstimatedOrMissing()
{
    EntryDraft withParty = in(cardP01(), 0);
    withParty.entry.party = {2, 1};
    VERIFY_OK(await((*m_store)->record(withParty)));
    VERIFY_OK(await((*m_store)->record(out(cardP01(), 95)))); // closed
    VERIFY_OK(await((*m_store)->record(in(cardP02(), 1))));   // superseded by the next
    const auto again = await((*m_store)->record(in(cardP02(), 120)));
    VERIFY_OK(again);
    VERIFY_OK(await((*m_store)->record(out(cardP05(), 2))));  // nobody saw the entry
    VERIFY_OK(await((*m_store)->record(in(cardP05(), 200)))); // inside
    VERIFY_OK(await((*m_store)->recordEstimatedExits({again->entry.id}, at(300), {}, {})));
    const Table visits = run(makeReport(u"visits"_s, request()));
    QStringList states;
    for (qsizetype i = 0; i < visits.rows.size(); ++i)
        states.append(visits.text(i, u"state"_s));
    QCOMPARE(states, (QStringList{u"closed"_s, u"exit-missing"_s, u"entry-missing"_s, u"closed-estimated"_s,
                                  u"inside"_s}));
    QCOMPARE(visits.number(0, u"minutes"_s), 95);
    QCOMPARE(visits.number(0, u"companions"_s), 2);
    QCOMPARE(visits.number(0, u"children"_s), 1);
    QVERIFY(visits.isEmpty(1, u"left_at"_s) && visits.isEmpty(1, u"minutes"_s));
    QVERIFY(visits.isEmpty(2, u"entered_at"_s) && visits.isEmpty(2, u"minutes"_s));
    QCOMPARE(visits.number(3, u"minutes"_s), 180);
}

void TestCatalogue::longReportsComeWholeInTheOrderOfTime()
{
    // More than a page of each; several at the same millisecond, so that pages end among equals.
    constexpr int passages = 4500;
    constexpr int betweenParties = 900; // what was told last of those who came along counts, on every page
    QSet<QString> withParty;
    for (int i = 0; i < passages; ++i) {
        const auto recorded = await((*m_store)->record(
            draft(i % 2 ? cardP02() : cardP01(), (i / 2) % 2 ? EntryKind::Out : EntryKind::In, at(i / 40))));
        VERIFY_OK(recorded);
        if (i % betweenParties > 0)
            continue;
        withParty.insert(idText(recorded->entry.id));
        for (const Party &told : {Party{1, 0}, Party{2, 1}}) {
            EntryCompletion completion;
            completion.party = told;
            completion.at = at(i / 40);
            VERIFY_OK(await((*m_store)->completeEntry(recorded->entry.id, completion)));
        }
    }
    const auto hasParty = [&withParty](const Table &table, qsizetype row) {
        const Party expected = withParty.contains(table.text(row, u"entry_id"_s)) ? Party{2, 1} : Party();
        return table.number(row, u"companions"_s) == expected.companions &&
               table.number(row, u"children"_s) == expected.children;
    };
    const Table entries = run(makeReport(u"entries"_s, request()));
    QCOMPARE(entries.rows.size(), passages);
    QSet<QString> ids;
    qint64 last = 0;
    for (qsizetype i = 0; i < entries.rows.size(); ++i) {
        ids.insert(entries.text(i, u"entry_id"_s));
        const qint64 now = std::get<Moment>(entries.cell(i, u"at"_s)).utcMs;
        QVERIFY(now >= last);
        last = now;
        QVERIFY(entries.text(i, u"direction"_s) == u"out" || hasParty(entries, i));
    }
    QCOMPARE(ids.size(), passages);
    const Table visits = run(makeReport(u"visits"_s, request()));
    const auto counted = await((*m_store)->counters(0, at(60 * 24 * 365).utcMs));
    VERIFY_OK(counted);
    qint64 ins = 0;
    for (qsizetype i = 0; i < visits.rows.size(); ++i) {
        ins += !visits.isEmpty(i, u"entered_at"_s);
        QVERIFY(hasParty(visits, i));
    }
    QCOMPARE(ins, counted->in);
}

void TestCatalogue::aDayCountsPassagesThatStandAndPersonsOnce()
{
    setVenue();
    const QDateTime noon(QDateTime::fromMSecsSinceEpoch(morning).date(), QTime(12, 0));
    const auto passage = [&](const VisitorData &who, EntryKind kind, int minutes, const QString &place) {
        EntryDraft one = draft(who, kind, {noon.addSecs(60 * minutes).toMSecsSinceEpoch(), 420, false});
        one.entry.location = place;
        return await((*m_store)->record(one));
    };
    VERIFY_OK(passage(cardP01(), EntryKind::In, 0, u"A"_s));
    VERIFY_OK(passage(cardP01(), EntryKind::Out, 30, u"B"_s));
    VERIFY_OK(passage(cardP01(), EntryKind::In, 65, u"A"_s));
    VERIFY_OK(passage(cardP02(), EntryKind::In, 70, u"A"_s));
    const auto mistaken = passage(cardP05(), EntryKind::In, 71, u"C"_s);
    VERIFY_OK(mistaken);
    VERIFY_OK(
        await((*m_store)->voidEntry(mistaken->entry.id, u"nhầm"_s, {noon.toMSecsSinceEpoch(), 420, false})));
    VERIFY_OK(passage(cardP02(), EntryKind::Out, 60 * 24, u"A"_s)); // the next day
    RefusedScan refused;
    refused.id = newEntryId(noon.toMSecsSinceEpoch());
    refused.at = {noon.toMSecsSinceEpoch(), 420, false};
    refused.location = u"A"_s;
    refused.source = u"unknown"_s;
    VERIFY_OK(await((*m_store)->recordRefusal(refused, "x")));

    ReportRequest twoDays = request();
    twoDays.fromUtcMs = noon.toMSecsSinceEpoch();
    twoDays.toUtcMs = noon.addDays(1).toMSecsSinceEpoch() + 1;
    twoDays.now = {noon.addDays(2).toMSecsSinceEpoch(), 420, false};
    const Table table = run(makeReport(u"district"_s, twoDays));
    QCOMPARE(table.rows.size(), 2);
    QCOMPARE(std::get<QDate>(table.cell(0, u"day"_s)), noon.date());
    QCOMPARE(table.text(0, u"venue_code"_s), u"0012"_s);
    QCOMPARE(table.number(0, u"entries_in"_s), 3);
    QCOMPARE(table.number(0, u"entries_out"_s), 1);
    QCOMPARE(table.number(0, u"open_visits"_s), 2);
    QCOMPARE(table.number(0, u"persons"_s), 2);
    QCOMPARE(table.number(0, u"scans_citizen_card"_s), 4);
    QCOMPARE(table.number(0, u"refused_scans"_s), 1);
    QCOMPARE(table.number(0, u"peak_hour"_s), 12); // two in each hour: the first
    QCOMPARE(table.number(0, u"peak_hour_scans"_s), 2);
    QCOMPARE(table.number(0, u"locations_active"_s), 2);
    QVERIFY(table.flag(0, u"active"_s));
    QCOMPARE(table.number(1, u"entries_out"_s), 1);
    QCOMPARE(table.number(1, u"persons"_s), 1);
}

void TestCatalogue::daysAddUpToWhatTheEntriesSay()
{
    setVenue();
    const QDate first = QDateTime::fromMSecsSinceEpoch(morning).date();
    QRandomGenerator random(20261121);
    QList<QUuid> recorded;
    for (int i = 0; i < 300; ++i) {
        VisitorData who = random.bounded(6) ? cardP05() : qrP28(); // the latter is joined to P02 later
        if (random.bounded(2))
            who = random.bounded(2) ? cardP01() : cardP02();
        const qint64 when = first.startOfDay().toMSecsSinceEpoch() + random.bounded(5 * 24 * 60) * minute;
        EntryDraft one = draft(who, random.bounded(2) ? EntryKind::In : EntryKind::Out, {when, 420, false});
        one.entry.location = u"Cổng %1"_s.arg(random.bounded(4));
        one.entry.source = random.bounded(3) ? u"citizen-card"_s : u"own-phone"_s;
        const auto kept = await((*m_store)->record(one)); // many of them late ones
        VERIFY_OK(kept);
        recorded.append(kept->entry.id);
        if (random.bounded(8) == 0) { // may have been taken back before
            [[maybe_unused]] const auto again = await(
                (*m_store)->voidEntry(recorded[random.bounded(recorded.size())], {}, {when, 420, false}));
        }
    }
    VERIFY_OK(await((*m_store)->record(in(qrP27(), 0)))); // joins P02 and P28
    ReportRequest days = request();
    days.fromUtcMs = first.startOfDay().toMSecsSinceEpoch();
    days.toUtcMs = first.addDays(5).startOfDay().toMSecsSinceEpoch();
    const Table table = run(makeReport(u"district"_s, days));
    QCOMPARE(table.rows.size(), 5);
    const Table entries = run(makeReport(u"entries"_s, days));
    for (qsizetype day = 0; day < table.rows.size(); ++day) {
        qint64 ins = 0;
        qint64 outs = 0;
        qint64 cards = 0;
        QSet<QString> persons;
        QSet<QString> places;
        std::optional<Moment> last;
        for (qsizetype i = 0; i < entries.rows.size(); ++i) {
            const auto at = std::get<Moment>(entries.cell(i, u"at"_s));
            const QString direction = entries.text(i, u"direction"_s);
            if (QDateTime::fromMSecsSinceEpoch(at.utcMs).date() > first.addDays(day) ||
                direction == u"void"_s)
                continue;
            last = at;
            if (QDateTime::fromMSecsSinceEpoch(at.utcMs).date() != first.addDays(day) ||
                !entries.isEmpty(i, u"voided_by"_s))
                continue;
            (direction == u"in"_s ? ins : outs) += 1;
            cards += entries.text(i, u"source"_s) == u"citizen-card"_s;
            persons.insert(entries.text(i, u"visitor_id"_s));
            places.insert(entries.text(i, u"location"_s));
        }
        QCOMPARE(table.number(day, u"entries_in"_s), ins);
        QCOMPARE(table.number(day, u"entries_out"_s), outs);
        QCOMPARE(table.number(day, u"scans_citizen_card"_s), cards);
        QCOMPARE(table.number(day, u"scans_other"_s), ins + outs - cards);
        QCOMPARE(table.number(day, u"persons"_s), persons.size());
        QCOMPARE(table.number(day, u"locations_active"_s), places.size());
        QCOMPARE(std::get<Moment>(table.cell(day, u"last_scan_at"_s)).utcMs, last->utcMs);
    }
}

void TestCatalogue::whatThePlatformHasAcknowledgedIsSaidByDay()
{
    setVenue();
    ReportRequest days = request();
    const QDate first = QDateTime::fromMSecsSinceEpoch(morning).date();
    days.fromUtcMs = first.startOfDay().toMSecsSinceEpoch();
    days.toUtcMs = first.addDays(3).startOfDay().toMSecsSinceEpoch();
    constexpr int day = 24 * 60;
    for (const int minutes : {0, 10, 20, day})
        VERIFY_OK(await((*m_store)->record(in(cardP01(), minutes))));
    QVERIFY(run(makeReport(u"district"_s, days)).isEmpty(0, u"synced_percent"_s)); // no platform
    Outbox outbox(&m_store->store);
    VERIFY_OK(await(outbox.keepTarget(
        {u"nation"_s, u"platform"_s, u"https://localhost:1"_s, u"D1"_s, u"VN1"_s, u"token"_s, {}, {}})));
    QCOMPARE(std::get<double>(run(makeReport(u"district"_s, days)).cell(0, u"synced_percent"_s)), 0.0);
    VERIFY_OK(await(outbox.fillBacklog(u"nation"_s)));
    const auto waiting = await(outbox.waiting(u"nation"_s, 1));
    VERIFY_OK(waiting);
    const OutboxEntry sent = waiting->first();
    const StoredBatch batch{newRandomId(), {sent.number}, {sent.entry.id}, "body"};
    VERIFY_OK(await(outbox.storeBatch(u"nation"_s, batch, 1)));
    VERIFY_OK(await(
        outbox.settle(u"nation"_s, batch.id, u"R1"_s, {{sent.entry.id, EntryFate::Accepted, {}, {}}}, 2)));
    const Table table = run(makeReport(u"district"_s, days));
    QCOMPARE(std::get<double>(table.cell(0, u"synced_percent"_s)), 33.3);
    QCOMPARE(std::get<double>(table.cell(1, u"synced_percent"_s)), 0.0);
    QVERIFY(table.isEmpty(2, u"synced_percent"_s)); // nothing to be known
}

void TestCatalogue::whoIsRevealedIsKeptByEveryReport()
{
    setVenue();
    const auto recorded = await((*m_store)->record(in(cardP01(), 5)));
    VERIFY_OK(recorded);
    EntryLists lists(&m_store->store);
    for (const QString &id : reportIds()) {
        const auto before = await(lists.visitDetails(recorded->entry.id));
        VERIFY_OK(before);
        QVERIFY(run(makeReport(id, request())).whole);
        ReportRequest revealed = request(true);
        revealed.reason = u"lý do thử"_s;
        QVERIFY(run(makeReport(id, revealed)).whole);
        const auto after = await(lists.visitDetails(recorded->entry.id));
        VERIFY_OK(after);
        // The district report tells of nobody but the venue's contact.
        const bool ofVisitors = id != u"district"_s;
        QCOMPARE(after->reveals.size(), before->reveals.size() + ofVisitors);
        const auto said = [&](const Reveal &reveal) {
            return reveal.reason == u"report %1: lý do thử"_s.arg(id);
        };
        QCOMPARE(std::ranges::count_if(after->reveals, said), qsizetype(ofVisitors));
    }
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly));
    Statement contact = connection.query(
        u"SELECT count(*) FROM reveal r JOIN venue v ON v.uuid = r.subject WHERE r.sealed_reason IS NOT NULL"_s);
    QVERIFY(contact.next());
    QCOMPARE(contact.integer(0), 1);
}

void TestCatalogue::aRevealedPeriodIsKeptOfItsEntriesAlone()
{
    QList<QUuid> ids;
    for (const int minutes : {0, 10, 20}) {
        const auto recorded = await((*m_store)->record(
            minutes == 10 ? in(cardP02(), 10) : in(minutes ? cardP05() : cardP01(), minutes)));
        VERIFY_OK(recorded);
        ids.append(recorded->entry.id);
    }
    ReportRequest revealed = request(true);
    revealed.fromUtcMs = at(10).utcMs;
    revealed.toUtcMs = at(20).utcMs;
    QCOMPARE(run(makeReport(u"entries"_s, revealed)).rows.size(), 1);
    const auto late = await((*m_store)->record(in(qrP26(), 15))); // after the report was made
    VERIFY_OK(late);
    ids.append(late->entry.id);
    EntryLists lists(&m_store->store);
    QList<qsizetype> kept;
    for (const QUuid &id : ids)
        kept.append(await(lists.visitDetails(id))->reveals.size());
    QCOMPARE(kept, (QList<qsizetype>{0, 1, 0, 0}));
}

void TestCatalogue::nobodyIsRevealedWhereItCannotBeKept()
{
    setVenue();
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 5))));
    m_store.reset();
    m_store = std::make_unique<OpenStore>(m_folder->path(), StoreMode::ReadOnly);
    VERIFY_OK(m_store->unlocked);
    for (const QString &id : reportIds()) {
        QString error;
        const Table table = run(makeReport(id, request(true)), &error);
        QVERIFY2(error.startsWith(u"read-only"_s), qPrintable(id + u": "_s + error));
        QVERIFY(table.rows.isEmpty());
        QVERIFY(run(makeReport(id, request())).whole);
    }
}

void TestCatalogue::aVenueWithoutScansIsNoActivePoint()
{
    setVenue();
    const Table table = run(makeReport(u"district"_s, request()));
    QCOMPARE(table.rows.size(), 1);
    QVERIFY(!table.flag(0, u"active"_s));
    QVERIFY(table.isEmpty(0, u"peak_hour"_s) && table.isEmpty(0, u"last_scan_at"_s));
}

void TestCatalogue::withoutAVenueThereIsNoDistrictReport()
{
    QString error;
    const Table table = run(makeReport(u"district"_s, request()), &error);
    QVERIFY(!table.whole);
    QVERIFY2(error.startsWith(u"not-found"_s), qPrintable(error));
}

void TestCatalogue::whoIsInsideIsListedByLocationWithThoseWhoCameAlong()
{
    EntryDraft second = in(cardP01(), 10);
    second.entry.location = u"Cổng B"_s;
    second.entry.party = {1, 2};
    VERIFY_OK(await((*m_store)->record(second)));
    EntryDraft first = in(cardP02(), 20);
    first.entry.location = u"Cổng A"_s;
    VERIFY_OK(await((*m_store)->record(first)));
    VERIFY_OK(await((*m_store)->record(in(cardP05(), 30))));
    VERIFY_OK(await((*m_store)->record(out(cardP05(), 40))));
    const Table table = run(makeReport(u"inside"_s, request()));
    QCOMPARE(table.rows.size(), 2);
    QCOMPARE(table.text(0, u"location"_s), u"Cổng A"_s);
    QCOMPARE(table.text(1, u"location"_s), u"Cổng B"_s);
    QCOMPARE(table.number(1, u"people"_s), 4);
    QCOMPARE(table.number(1, u"minutes_inside"_s), 12 * 60 - 10);
}

void TestCatalogue::aStoppedReportLeavesNoFile()
{
    for (int i = 0; i < 10; ++i)
        VERIFY_OK(await((*m_store)->record(in(cardP01(), i))));
    for (const QString &ending : {u".csv"_s, u".xlsx"_s}) {
        const QString path = m_folder->filePath(u"stopped"_s + ending);
        ReportRun stopped(makeReport(u"entries"_s, request()), makeTableFile(path, true));
        stopped.cancel();
        COMPARE_CODE(await(stopped.start()), "cancelled");
        QVERIFY(!QFile::exists(path));
    }
    const QString pattern = u".checkpoint-report*"_s;
    QCOMPARE(QDir(m_folder->path()).entryList({u"*stopped*"_s, pattern}, QDir::AllEntries | QDir::Hidden),
             QStringList());
    // What a program that was killed has left goes with the next report.
    const QString left = m_folder->filePath(u".checkpoint-report-abcdef"_s);
    QVERIFY(QDir().mkpath(left));
    std::filesystem::last_write_time(left.toStdString(),
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    VERIFY_OK(await(ReportRun(makeReport(u"entries"_s, request()),
                              makeTableFile(m_folder->filePath(u"next.xlsx"_s), true))
                        .start()));
    QCOMPARE(QDir(m_folder->path()).entryList({pattern}, QDir::AllEntries | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
