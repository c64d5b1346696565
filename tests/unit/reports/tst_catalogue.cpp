#include "core/reports/csvwriter.h"
#include "core/reports/reportcatalog.h"
#include "core/store/venueregister.h"
#include "tests/unit/reports/reportfixture.h"

#include <QSignalSpy>
#include <QTest>

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
    for (int i = 0; i < passages; ++i)
        VERIFY_OK(await((*m_store)->record(
            draft(i % 2 ? cardP02() : cardP01(), (i / 2) % 2 ? EntryKind::Out : EntryKind::In, at(i / 40)))));
    const Table entries = run(makeReport(u"entries"_s, request()));
    QCOMPARE(entries.rows.size(), passages);
    QSet<QString> ids;
    qint64 last = 0;
    for (qsizetype i = 0; i < entries.rows.size(); ++i) {
        ids.insert(entries.text(i, u"entry_id"_s));
        const qint64 now = std::get<Moment>(entries.cell(i, u"at"_s)).utcMs;
        QVERIFY(now >= last);
        last = now;
    }
    QCOMPARE(ids.size(), passages);
    const Table visits = run(makeReport(u"visits"_s, request()));
    const auto counted = await((*m_store)->counters(0, at(60 * 24 * 365).utcMs));
    VERIFY_OK(counted);
    qint64 ins = 0;
    for (qsizetype i = 0; i < visits.rows.size(); ++i)
        ins += !visits.isEmpty(i, u"entered_at"_s);
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
    QCOMPARE(
        QDir(m_folder->path()).entryList({u"*stopped*"_s, u".report*"_s}, QDir::AllEntries | QDir::Hidden),
        QStringList());
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
