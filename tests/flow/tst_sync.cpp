#include "tests/flow/program.h"
#include "tests/flow/standin.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// The program and a platform of its own: nothing lost, nothing twice.
class TestSync : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void withoutAPlatformItSaysSo();
    void entriesArriveOnceAsTheContractSays();
    void entriesFromBeforeTheEnrolmentArriveAsWell();
    void theVenuesCodeComesFromThePlatform();
    void whateverGoesWrongOnceNothingIsLost_data();
    void whateverGoesWrongOnceNothingIsLost();
    void whoWaitedForSixtyDaysIsErasedAndSentAsNobody();
    void aPoisonEntryStandsAloneAndTheRestGoThrough();
    void aRejectedEntryIsKeptAndCounted();
    void aPausedTargetWaitsUntilItIsResumed();
    void aBatchTooLargeIsHalved();
    void anUnknownTokenAsksForEnrolmentAndLosesNothing();
    void aLostAnswerToTheEnrolmentIsAskedForAgain();
    void aCertificateThatFailsIsToldWhichAndWhy_data();
    void aCertificateThatFailsIsToldWhichAndWhy();
    void onlyTheRightKeyIsSpokenTo();
    void plainHttpIsSpokenToThisComputerOnly();
    void aRedirectToElsewhereIsNotFollowed();
    void theSystemsProxyPassesTlsThrough();
    void aProxyThatDoesNotLeadOnIsNamedAndKeepsEntries();
    void whatNeedsNoProxyGoesStraight();
    void eachTargetHasAnOutboxOfItsOwn();
    void theTokenLiesNowhereInTheClear();
    void ownPhonesAppearOnceAmongTheEntries();
    void aClockThatIsOffIsSaidAndMarksEntries();
    void theOpenDeskSendsByItself();
    void withoutOnceItGoesOnUntilEverythingIsSettled();
    void anyCallMayFailAndTheNextRunGoesOn_data();
    void anyCallMayFailAndTheNextRunGoesOn();
    void killedAtAnyMomentWithAnyFaultEveryEntryArrivesOnce();

private:
    Run desk(const QStringList &arguments, const QByteArray &input = {}) const;
    Run deskBehind(const QString &proxy, const QStringList &arguments, const QString &notFor = {}) const;
    /// The platform as it is called in a network that only a proxy leads out of.
    QString outside() const;
    QStringList enrolmentOutside() const;
    void setVenue() const;
    void enrol(const QString &target = u"platform"_s) const;
    void record(int from, int count, const QString &location = u"Gate A"_s) const;
    QJsonObject sync(int exitCode, const QStringList &arguments = {u"--once"_s}) const;
    QJsonObject status() const;
    QSet<QString> recordedIds() const;
    QString path(const QString &name) const { return m_home->filePath(name); }

    const QTemporaryDir m_files; ///< of the platform
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<StandIn> m_platform;
};

namespace {

/// A proxy as a process of its own (tests/support/platform/proxy.py).
class Proxy
{
public:
    explicit Proxy(const QStringList &arguments = {})
    {
        m_process.start(u"python3"_s, QStringList{QStringLiteral(CHECKPOINT_SOURCE_DIR) +
                                                  u"/tests/support/platform/proxy.py"_s} +
                                          arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {
        }
        address = u"http://127.0.0.1:"_s + QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~Proxy() { asked(); }

    /// Ends it; what it was asked for.
    QList<QByteArray> asked()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        return m_process.readAllStandardOutput().split('\n');
    }

    QString address;

private:
    QProcess m_process;
};

QSet<QString> arrivedIds(StandIn &platform)
{
    QSet<QString> ids;
    const QJsonArray entries = platform.entries();
    for (const QJsonValue &entry : entries)
        ids.insert(entry[u"id"_s].toString());
    return ids;
}

QJsonObject counts(int recorded, int acknowledged, int waiting, int rejected)
{
    return {{u"recorded"_s, recorded},
            {u"acknowledged"_s, acknowledged},
            {u"waiting"_s, waiting},
            {u"rejected"_s, rejected}};
}

QJsonObject countsOf(const QJsonObject &object)
{
    QJsonObject picked;
    for (const auto &name : {u"recorded"_s, u"acknowledged"_s, u"waiting"_s, u"rejected"_s})
        picked.insert(name, object[name]);
    return picked;
}

} // namespace

void TestSync::initTestCase()
{
    QProcess version;
    version.start(u"python3"_s, {u"-c"_s, u"import jsonschema, ssl, sqlite3"_s});
    QVERIFY2(version.waitForFinished() && version.exitCode() == 0, "the stand-in needs python3-jsonschema");
    m_platform = std::make_unique<StandIn>(m_files.path());
    QVERIFY(m_platform->isReady());
}

void TestSync::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_platform->tell({{u"clear"_s, true}});
}

Run TestSync::desk(const QStringList &arguments, const QByteArray &input) const
{
    return runProgram(QStringList{u"--data"_s, path(u"desk"_s)} + arguments, input);
}

Run TestSync::deskBehind(const QString &proxy, const QStringList &arguments, const QString &notFor) const
{
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"https_proxy"_s, proxy);
    environment.insert(u"http_proxy"_s, proxy);
    environment.insert(u"no_proxy"_s, notFor);
    return runProgram(QStringList{u"--data"_s, path(u"desk"_s)} + arguments, {}, environment);
}

QString TestSync::outside() const
{
    return u"https://platform.example:"_s + m_platform->address(u"behind_proxy"_s).section(u':', -1);
}

QStringList TestSync::enrolmentOutside() const
{
    return {u"platform"_s, u"enrol"_s,   u"--address"_s, outside(),
            u"--code"_s,   u"ENROL-1"_s, u"--ca"_s,      m_platform->authority()};
}

void TestSync::setVenue() const
{
    QCOMPARE(desk({u"venue"_s, u"set"_s, u"--name"_s, u"Bệnh viện Mẫu"_s, u"--category"_s, u"hospital"_s,
                   u"--province"_s, u"Hà Nội"_s, u"--commune"_s, u"Phường Mẫu"_s, u"--street"_s, u"Số 1"_s,
                   u"--contact"_s, u"Lê Thị Giả Lập"_s, u"--phone"_s, u"0900000001"_s})
                 .exitCode,
             0);
}

void TestSync::enrol(const QString &target) const
{
    const Run run = desk({u"platform"_s, u"enrol"_s, u"--address"_s, m_platform->address(), u"--code"_s,
                          u"ENROL-"_s + target, u"--ca"_s, m_platform->authority(), u"--target"_s, target});
    QVERIFY2(run.exitCode == 0, run.complaints.constData());
}

/// As many persons as entries, so that nobody is asked about.
void TestSync::record(int from, int count, const QString &location) const
{
    QByteArray input;
    for (int i = from; i < from + count; ++i)
        input += "0010909" + QByteArray::number(10'000 + i) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021\n";
    QCOMPARE(desk({u"scan"_s, u"--location"_s, location, u"-"_s}, input).exitCode, 0);
}

/// The line of `sync --json`; its sum is checked every time.
QJsonObject TestSync::sync(int exitCode, const QStringList &arguments) const
{
    const Run run = desk(QStringList{u"sync"_s, u"--json"_s, u"--timeout"_s, u"2"_s} + arguments);
    const QJsonObject said = run.objects().value(0);
    if (run.exitCode != exitCode)
        QTest::qFail(qPrintable(u"exit %1 instead of %2: %3"_s.arg(run.exitCode)
                                    .arg(exitCode)
                                    .arg(QString::fromUtf8(run.complaints))),
                     __FILE__, __LINE__);
    if (said[u"recorded"_s].toInt() !=
        said[u"acknowledged"_s].toInt() + said[u"waiting"_s].toInt() + said[u"rejected"_s].toInt())
        QTest::qFail("the sum is wrong", __FILE__, __LINE__);
    return said;
}

QJsonObject TestSync::status() const
{
    return desk({u"platform"_s, u"status"_s, u"--json"_s}).objects().value(0);
}

QSet<QString> TestSync::recordedIds() const
{
    QSet<QString> ids;
    const QList<QJsonObject> entries = desk({u"entries"_s, u"--json"_s}).objects();
    for (const QJsonObject &entry : entries)
        ids.insert(entry[u"entry_id"_s].toString());
    return ids;
}

// ---- what arrives

void TestSync::withoutAPlatformItSaysSo()
{
    record(0, 2);
    QCOMPARE(countsOf(sync(7)), counts(2, 0, 2, 0));
    QVERIFY(desk({u"sync"_s}).complaints.contains("not enrolled"));
}

void TestSync::entriesArriveOnceAsTheContractSays()
{
    setVenue();
    enrol();
    record(0, 700);
    const QJsonObject said = sync(0);
    QCOMPARE(countsOf(said), counts(700, 700, 0, 0));
    QCOMPARE(said[u"batches"_s].toInt(), 2); // at most 500 entries each
    QVERIFY(said[u"bytes"_s].toInt() > 0);
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
    QCOMPARE(sync(0)[u"batches"_s].toInt(), 0);
    const QJsonObject state = m_platform->state();
    QCOMPARE(state[u"told"_s].toInt(), 700);
    QCOMPARE(state[u"violations"_s].toArray(), QJsonArray());

    // In the order of recording, and with what is known of the person.
    const QJsonObject first = m_platform->entries()[0].toObject();
    QCOMPARE(first[u"location"_s].toString(), u"Gate A"_s);
    QCOMPARE(first[u"visitor"_s][u"id_number"_s].toString(), u"001090910000"_s);
    QCOMPARE(first[u"visitor"_s][u"birth_date"_s].toString(), u"1990-01-15"_s);
    QVERIFY(first[u"visitor"_s][u"phone"_s].isNull());
}

void TestSync::entriesFromBeforeTheEnrolmentArriveAsWell()
{
    setVenue();
    record(0, 20);
    enrol();
    record(20, 5);
    QCOMPARE(countsOf(sync(0)), counts(25, 25, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
}

void TestSync::theVenuesCodeComesFromThePlatform()
{
    setVenue();
    enrol();
    const QJsonObject venue = desk({u"venue"_s, u"show"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(venue[u"code_kind"_s].toString(), u"platform"_s);
    QVERIFY(venue[u"venue_code"_s].toString().startsWith(u"VN-"_s));
    QCOMPARE(venue[u"check_in_url"_s].toString(),
             m_platform->address() + u"/c/"_s + venue[u"venue_code"_s].toString());
    QCOMPARE(m_platform->state()[u"venues"_s].toInt(), 1);
}

// ---- what goes wrong

void TestSync::whateverGoesWrongOnceNothingIsLost_data()
{
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<int>("exitCode"); // of the pass that meets it
    const auto add = [](const char *name, const QJsonObject &fault, int exitCode) {
        QTest::newRow(name) << fault << exitCode;
    };
    const auto kind = [](const QString &name, bool stored = false) {
        return QJsonObject{{u"kind"_s, name}, {u"stored"_s, stored}};
    };
    for (const int status : {408, 500, 503}) // the others: unit_sync_platformtarget
        add(qPrintable(QString::number(status)), {{u"kind"_s, u"status"_s}, {u"status"_s, status}}, 5);
    for (const int status : {403, 410})
        add(qPrintable(QString::number(status)), {{u"kind"_s, u"status"_s}, {u"status"_s, status}}, 5);
    add("429, seconds", kind(u"too-many-seconds"_s), 5);
    add("429, date", kind(u"too-many-date"_s), 5);
    add("a sign-in page", kind(u"html"_s), 5);
    add("a sign-in page after it was stored", kind(u"html"_s, true), 5);
    add("a cut body", kind(u"truncated"_s), 5);
    add("cut JSON", kind(u"cut-json"_s), 5);
    add("a slow body", kind(u"slow"_s), 0);
    add("no answer", kind(u"hang-before"_s), 5);
    add("no answer after it was stored", kind(u"hang-before"_s, true), 5);
    add("half an answer", kind(u"hang-within"_s), 5);
    add("nothing more after the answer", kind(u"hang-after"_s), 0);
    add("an answer without end", kind(u"never-ends"_s), 5);
    add("reset", kind(u"reset-before"_s), 0); // the line itself asks once more
    add("reset after it was stored", kind(u"reset-after"_s), 0);
    add("ids twice", kind(u"duplicate-ids"_s), 0);
    add("ids missing", kind(u"missing-ids"_s), 0);
    add("foreign ids too", kind(u"foreign-ids"_s), 0);
    add("every second one rejected", kind(u"half-rejected"_s), 6);
    add("foreign ids only", kind(u"only-foreign-ids"_s), 5);
    add("no result at all", kind(u"empty-results"_s), 5);
    add("wrong gzip", kind(u"wrong-gzip"_s), 5);
    add("a hundred megabytes", kind(u"huge"_s), 5);
    add("redirected here", kind(u"redirect-here"_s), 0);
    add("redirected elsewhere", kind(u"redirect-elsewhere"_s), 5);
    add("a clock a day off", kind(u"clock"_s), 0);
}

void TestSync::whateverGoesWrongOnceNothingIsLost()
{
    QFETCH(QJsonObject, fault);
    QFETCH(int, exitCode);
    setVenue();
    enrol();
    record(0, 12);
    fault.insert(u"path"_s, u"/entries"_s);
    m_platform->misbehave({fault});
    const Run first = desk({u"sync"_s, u"--once"_s, u"--timeout"_s, u"1"_s});
    if (fault[u"kind"_s].toString().startsWith(u"reset"_s))
        QVERIFY(first.exitCode == 0 || first.exitCode == 5); // as the line asks again, or not
    else
        QVERIFY2(first.exitCode == exitCode, first.complaints.constData());
    if (exitCode == 5 && !fault[u"kind"_s].toString().startsWith(u"reset"_s))
        QVERIFY(!status()[u"why"_s].toString().isEmpty());
    if (exitCode == 6)
        QCOMPARE(countsOf(status()), counts(12, 6, 0, 6));
    // One pass now, whatever the next planned try.
    QCOMPARE(countsOf(sync(0, {u"--once"_s, u"--again"_s})), counts(12, 12, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 12);
    QCOMPARE(m_platform->state()[u"violations"_s].toArray(), QJsonArray());
}

/// A platform that was out of reach for two months. What waits 60 days goes without its visitor, be it in a
/// batch that was already made; a day less and it goes in full.
void TestSync::whoWaitedForSixtyDaysIsErasedAndSentAsNobody()
{
    setVenue();
    enrol();
    QFile paper(path(u"paper.csv"_s));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    const auto line = [](int daysAgo, const QByteArray &name, const QByteArray &number) {
        return QDate::currentDate().addDays(-daysAgo).toString(u"dd/MM/yyyy"_s).toLatin1() + ",08:10," +
               name + ',' + number + '\n';
    };
    paper.write("date,in,name,id number\n" + line(61, "Trần Thị Mẫu", "079300999992") +
                line(59, "Lê Thị Giả Lập", "031195999993"));
    paper.close();
    QCOMPARE(desk({u"import"_s, u"paper"_s, paper.fileName(), u"--location"_s, u"Gate A"_s}).exitCode, 0);
    record(0, 1);
    m_platform->misbehave({{{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"path"_s, u"/entries"_s}}});
    QCOMPARE(countsOf(sync(5)), counts(3, 0, 3, 0));

    // Two days and nothing between them: the date is believed of whoever names it.
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QJsonObject kept =
        desk({u"retention"_s, u"--now"_s, u"--today"_s, today, u"--json"_s}).objects().value(0);
    QCOMPARE(kept[u"destroyed"_s][0][u"visitors"_s].toInt(), 1);
    QCOMPARE(countsOf(status()), counts(3, 0, 3, 0)); // it still waits

    QCOMPARE(countsOf(sync(0)), counts(3, 3, 0, 0));
    const QJsonObject state = m_platform->state();
    QCOMPARE(state[u"told"_s].toInt(), 3);
    QCOMPARE(state[u"violations"_s].toArray(), QJsonArray());
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
    QHash<QDate, QJsonObject> sent;
    const QJsonArray entries = m_platform->entries();
    for (const QJsonValue &entry : entries)
        sent.insert(QDate::fromString(entry[u"at"_s].toString().left(10), Qt::ISODate), entry.toObject());
    const QJsonObject old = sent.value(QDate::currentDate().addDays(-61));
    QVERIFY(old[u"visitor"_s].isNull());
    QCOMPARE(old[u"location"_s].toString(), u"Gate A"_s);
    QCOMPARE(sent.value(QDate::currentDate().addDays(-59))[u"visitor"_s][u"id_number"_s].toString(),
             u"031195999993"_s);
    QVERIFY(!sent.value(QDate::currentDate())[u"visitor"_s].isNull());
    QVERIFY(QJsonDocument(entries).toJson().indexOf("079300999992") < 0);
}

void TestSync::aPoisonEntryStandsAloneAndTheRestGoThrough()
{
    setVenue();
    enrol();
    record(0, 37);
    record(37, 1, u"poison"_s);
    record(38, 62);
    QCOMPARE(countsOf(sync(6)), counts(100, 99, 0, 1));
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 99);
    QCOMPARE(m_platform->state()[u"told"_s].toInt(), 99); // none of them twice
    QCOMPARE(m_platform->state()[u"violations"_s].toArray(), QJsonArray());
}

void TestSync::aRejectedEntryIsKeptAndCounted()
{
    setVenue();
    enrol();
    record(0, 3);
    record(3, 2, u"unwanted"_s);
    QCOMPARE(countsOf(sync(6)), counts(5, 3, 0, 2));
    QCOMPARE(countsOf(status()), counts(5, 3, 0, 2));
    QCOMPARE(countsOf(sync(6)), counts(5, 3, 0, 2));

    const QList<QJsonObject> rejected = desk({u"platform"_s, u"rejected"_s, u"--json"_s}).objects();
    QCOMPARE(rejected.size(), 2);
    QCOMPARE(rejected[0][u"code"_s].toString(), u"unwanted"_s);
    QVERIFY(rejected[0][u"message"_s].toString().startsWith(u"Mục này"_s));
    QCOMPARE(rejected[0][u"visitor"_s][u"id_number"_s].toString(), u"********0003"_s); // masked
    const QJsonObject batch = desk({u"platform"_s, u"history"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(batch[u"receipt"_s].toString(), u"R-"_s + batch[u"batch_id"_s].toString());
    QCOMPARE(batch[u"rejected"_s].toInt(), 2);

    m_platform->tell({{u"unwanted"_s, false}});
    QCOMPARE(countsOf(sync(0, {u"--once"_s, u"--again"_s})), counts(5, 5, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
}

void TestSync::aPausedTargetWaitsUntilItIsResumed()
{
    setVenue();
    enrol();
    record(0, 2);
    QCOMPARE(desk({u"platform"_s, u"pause"_s}).exitCode, 0);
    QCOMPARE(countsOf(sync(5, {})), counts(2, 0, 2, 0));
    QCOMPARE(status()[u"paused"_s].toBool(), true);
    QCOMPARE(countsOf(sync(0)), counts(2, 2, 0, 0)); // one pass now, as somebody says
    QCOMPARE(desk({u"platform"_s, u"resume"_s}).exitCode, 0);
    record(2, 1);
    QCOMPARE(countsOf(sync(0, {})), counts(3, 3, 0, 0));
}

void TestSync::aBatchTooLargeIsHalved()
{
    setVenue();
    enrol();
    record(0, 100);
    m_platform->tell({{u"largest_batch"_s, 30}});
    QCOMPARE(countsOf(sync(0)), counts(100, 100, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
}

void TestSync::anUnknownTokenAsksForEnrolmentAndLosesNothing()
{
    setVenue();
    enrol();
    record(0, 4);
    m_platform->tell({{u"forget_tokens"_s, true}});
    QCOMPARE(countsOf(sync(7)), counts(4, 0, 4, 0));
    QCOMPARE(status()[u"state"_s].toString(), u"needs-enrolment"_s);
    record(4, 2); // scanning goes on
    const Run again = desk({u"platform"_s, u"enrol"_s, u"--address"_s, m_platform->address(), u"--code"_s,
                            u"ENROL-again"_s, u"--ca"_s, m_platform->authority()});
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(countsOf(sync(0)), counts(6, 6, 0, 0));
    QCOMPARE(m_platform->state()[u"venues"_s].toInt(), 1); // the venue stays the same
}

void TestSync::aLostAnswerToTheEnrolmentIsAskedForAgain()
{
    setVenue();
    m_platform->misbehave({{{u"kind"_s, u"html"_s}, {u"stored"_s, true}, {u"path"_s, u"/v1/desks"_s}}});
    const QStringList enrolment{u"platform"_s, u"enrol"_s,   u"--address"_s, m_platform->address(),
                                u"--code"_s,   u"ENROL-1"_s, u"--ca"_s,      m_platform->authority()};
    QCOMPARE(desk(enrolment).exitCode, 4);
    QCOMPARE(desk(enrolment).exitCode, 0); // the code is used up, and yet
    QCOMPARE(m_platform->state()[u"desks"_s].toInt(), 1);
}

// ---- whom it speaks to

void TestSync::aCertificateThatFailsIsToldWhichAndWhy_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("ownAuthority");
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("expired") << u"expired"_s << true << QByteArray("the certificate of expired")
                             << QByteArray("expired");
    QTest::newRow("wrong name") << u"wrong_name"_s << true << QByteArray("the certificate of elsewhere")
                                << QByteArray("host name");
    QTest::newRow("of an authority nobody knows")
        << u"address"_s << false << QByteArray("the certificate of localhost") << QByteArray("issuer");
}

void TestSync::aCertificateThatFailsIsToldWhichAndWhy()
{
    QFETCH(QString, server);
    QFETCH(bool, ownAuthority);
    QFETCH(QByteArray, which);
    QFETCH(QByteArray, why);
    QStringList arguments{u"platform"_s, u"enrol"_s, u"--address"_s, m_platform->address(server),
                          u"--code"_s,   u"ENROL"_s};
    if (ownAuthority)
        arguments += {u"--ca"_s, m_platform->authority()};
    const Run run = desk(arguments);
    QCOMPARE(run.exitCode, 4);
    QVERIFY2(run.complaints.contains(which) && run.complaints.contains(why), run.complaints.constData());
    QCOMPARE(m_platform->state()[u"requests"_s].toInt(), 0); // nothing was said to it
}

void TestSync::onlyTheRightKeyIsSpokenTo()
{
    const QStringList enrolment{u"platform"_s, u"enrol"_s,   u"--address"_s, m_platform->address(),
                                u"--code"_s,   u"ENROL-1"_s, u"--ca"_s,      m_platform->authority(),
                                u"--pin"_s};
    const Run wrong = desk(enrolment + QStringList{QString(64, u'a')});
    QCOMPARE(wrong.exitCode, 4);
    QVERIFY(wrong.complaints.contains("pinned key"));
    QCOMPARE(m_platform->state()[u"requests"_s].toInt(), 0);

    QProcess openssl;
    openssl.start(u"sh"_s, {u"-c"_s,
                            u"openssl x509 -in \"$1\" -noout -pubkey | openssl pkey -pubin -outform DER "
                            "| sha256sum | cut -d' ' -f1"_s,
                            u"sh"_s, m_files.filePath(u"authority/localhost.pem"_s)});
    QVERIFY(openssl.waitForFinished());
    const QString pin = QString::fromLatin1(openssl.readAllStandardOutput().trimmed());
    QCOMPARE(desk(enrolment + QStringList{pin}).exitCode, 0);
}

void TestSync::plainHttpIsSpokenToThisComputerOnly()
{
    const auto enrolAt = [this](const QString &address) {
        return desk({u"platform"_s, u"enrol"_s, u"--address"_s, address, u"--code"_s, u"ENROL-1"_s}).exitCode;
    };
    QCOMPARE(enrolAt(u"http://platform.example"_s), 2);
    QCOMPARE(enrolAt(u"http://localhost.example"_s), 2);
    QCOMPARE(enrolAt(u"ftp://localhost"_s), 2);
    QCOMPARE(enrolAt(m_platform->address(u"plain"_s)), 0);
}

void TestSync::aRedirectToElsewhereIsNotFollowed()
{
    StandIn other(path(u"other"_s));
    setVenue();
    enrol();
    record(0, 1);
    m_platform->misbehave({{{u"kind"_s, u"redirect-elsewhere"_s},
                            {u"path"_s, u"/entries"_s},
                            {u"to"_s, other.address() + u"/v1/desks"_s}}});
    sync(5);
    QCOMPARE(other.state()[u"requests"_s].toInt(), 0); // the token stays here
}

void TestSync::theSystemsProxyPassesTlsThrough()
{
    setVenue();
    record(0, 3);
    Proxy proxy;
    QCOMPARE(deskBehind(proxy.address, enrolmentOutside()).exitCode, 0);
    const Run sent = deskBehind(proxy.address, {u"sync"_s, u"--once"_s, u"--json"_s});
    QCOMPARE(countsOf(sent.objects().value(0)), counts(3, 3, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
    const QList<QByteArray> asked = proxy.asked();
    QVERIFY(asked.size() >= 2);
    for (const QByteArray &line : asked) // it learns the name and nothing else
        QVERIFY2(line.isEmpty() || line == "CONNECT " + outside().mid(8).toLatin1(), line.constData());
}

void TestSync::aProxyThatDoesNotLeadOnIsNamedAndKeepsEntries()
{
    setVenue();
    record(0, 3);
    Proxy good;
    QCOMPARE(deskBehind(good.address, enrolmentOutside()).exitCode, 0);
    good.asked();
    Proxy refusing({u"--refuse"_s, u"403"_s});
    Proxy wantsPassword({u"--refuse"_s, u"407"_s});
    for (const QString &proxy : {good.address, refusing.address, wantsPassword.address}) {
        const Run run = deskBehind(proxy, {u"sync"_s, u"--once"_s, u"--json"_s, u"--timeout"_s, u"5"_s});
        QCOMPARE(run.exitCode, 5);
        QCOMPARE(countsOf(run.objects().value(0)), counts(3, 0, 3, 0));
        const QString why = status()[u"why"_s].toString();
        QVERIFY2(why.contains(u"proxy "_s + proxy.mid(7)), qPrintable(why));
    }
    Proxy again;
    QCOMPARE(deskBehind(again.address, {u"sync"_s, u"--once"_s}).exitCode, 0);
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 3);
}

void TestSync::whatNeedsNoProxyGoesStraight()
{
    setVenue();
    enrol();
    record(0, 2);
    Proxy proxy;
    QCOMPARE(deskBehind(proxy.address, {u"sync"_s, u"--once"_s}).exitCode, 0); // to this computer itself
    const Run straight = deskBehind(proxy.address, enrolmentOutside(), u"localhost,platform.example"_s);
    QCOMPARE(straight.exitCode, 4); // that name means nothing but to a proxy
    QVERIFY2(straight.complaints.contains("platform.example not found"), straight.complaints.constData());
    QCOMPARE(proxy.asked(), QList<QByteArray>{QByteArray()});
}

void TestSync::eachTargetHasAnOutboxOfItsOwn()
{
    setVenue();
    enrol(u"platform"_s);
    record(0, 5);
    QCOMPARE(countsOf(sync(0)), counts(5, 5, 0, 0));
    enrol(u"province"_s);
    QCOMPARE(countsOf(sync(0, {u"--once"_s, u"--target"_s, u"province"_s})), counts(5, 5, 0, 0));
    record(5, 2);
    QCOMPARE(countsOf(sync(0, {u"--once"_s, u"--target"_s, u"platform"_s})), counts(7, 7, 0, 0));
    const QList<QJsonObject> each = desk({u"platform"_s, u"status"_s, u"--json"_s}).objects();
    QCOMPARE(each.size(), 2);
    QCOMPARE(countsOf(each[1]), counts(7, 5, 2, 0));
    QCOMPARE(desk({u"sync"_s, u"--target"_s, u"nowhere"_s}).exitCode, 2);
    QCOMPARE(countsOf(sync(0)), counts(14, 14, 0, 0));
}

void TestSync::theTokenLiesNowhereInTheClear()
{
    setVenue();
    enrol();
    record(0, 1);
    m_platform->misbehave({{{u"kind"_s, u"status"_s}, {u"status"_s, 500}, {u"path"_s, u"/entries"_s}}});
    Run run = desk({u"sync"_s, u"--once"_s});
    run.output += desk({u"platform"_s, u"status"_s, u"--json"_s}).output + run.complaints;
    QProcess sqlite;
    sqlite.start(u"sqlite3"_s, {m_files.filePath(u"platform.db"_s), u"SELECT token FROM desk"_s});
    QVERIFY(sqlite.waitForFinished());
    const QByteArray token = sqlite.readAllStandardOutput().trimmed();
    QCOMPARE(token.size(), 32);
    QVERIFY(!run.output.contains(token));
    const QStringList files = QDir(path(u"desk"_s)).entryList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const QString &name : files) {
        QFile file(path(u"desk/"_s + name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token), qPrintable(name));
    }
}

void TestSync::ownPhonesAppearOnceAmongTheEntries()
{
    setVenue();
    enrol();
    const auto tell = [this](const QString &id, const QString &direction, const QString &at) {
        m_platform->tell({{u"check_in"_s, QJsonObject{{u"id"_s, id},
                                                      {u"direction"_s, direction},
                                                      {u"at"_s, at},
                                                      {u"location"_s, u"Gate A"_s},
                                                      {u"name_short"_s, u"T. T. Mẫu"_s},
                                                      {u"person_ref"_s, u"P-1"_s}}}});
    };
    tell(u"c1"_s, u"in"_s, u"2026-11-20T08:00:00.000Z"_s);
    QCOMPARE(countsOf(sync(0)), counts(0, 0, 0, 0)); // what the platform told is not told back
    tell(u"c2"_s, u"out"_s, u"2026-11-20T09:00:00.000Z"_s);
    sync(0);
    sync(0);
    const QList<QJsonObject> entries = desk({u"entries"_s, u"--json"_s}).objects();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0][u"source"_s].toString(), u"own-phone"_s);
    QCOMPARE(entries[0][u"visitor_id"_s], entries[1][u"visitor_id"_s]); // one person, in and out
    QCOMPARE(status()[u"self_check_ins"_s].toString(), u"offered"_s);
}

void TestSync::aClockThatIsOffIsSaidAndMarksEntries()
{
    setVenue();
    enrol();
    record(0, 1);
    m_platform->misbehave({{{u"kind"_s, u"clock"_s}, {u"path"_s, u"/entries"_s}, {u"seconds"_s, 130}},
                           {{u"kind"_s, u"clock"_s}, {u"path"_s, u"/self"_s}, {u"seconds"_s, 130}}});
    sync(0);
    const int ahead = status()[u"clock_ahead_seconds"_s].toInt();
    QVERIFY2(ahead <= -128 && ahead >= -132, qPrintable(QString::number(ahead)));

    const Run doubted = desk({u"scan"_s, u"-"_s}, cardOfMau + '\n');
    QCOMPARE(doubted.exitCode, 0);
    QVERIFY2(doubted.complaints.contains("clock is off by -1"), doubted.complaints.constData());
    sync(0);
    QVERIFY(status()[u"clock_ahead_seconds"_s].isNull());
    const Run believed = desk({u"scan"_s, u"-"_s}, cardOfLap + '\n');
    QVERIFY(!believed.complaints.contains("clock"));
    sync(0);

    // What was recorded is what arrived, the time as the clock had it and the mark with it.
    QHash<QString, QJsonObject> arrived;
    const QJsonArray entries = m_platform->entries();
    for (const QJsonValue &entry : entries)
        arrived.insert(entry[u"id"_s].toString(), entry.toObject());
    QList<bool> marks;
    const QList<QJsonObject> recorded = desk({u"entries"_s, u"--json"_s}).objects();
    for (const QJsonObject &entry : recorded) {
        const QJsonObject sent = arrived.value(entry[u"entry_id"_s].toString());
        marks.append(entry[u"clock_suspect"_s].toBool());
        QCOMPARE(sent[u"clock_suspect"_s].toBool(), marks.last());
        const auto time = [](const QJsonValue &text) {
            return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
        };
        QCOMPARE(time(sent[u"at"_s]), time(entry[u"at"_s]));
    }
    QCOMPARE(marks, (QList<bool>{false, true, false}));
}

/// The desk with its window: what is recorded goes out without anybody doing anything.
void TestSync::theOpenDeskSendsByItself()
{
    setVenue();
    enrol();
    record(0, 3);
    QProcess window;
    QProcessEnvironment environment = plainEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    window.setProcessEnvironment(environment);
    window.start(programPath(), {u"--data"_s, path(u"desk"_s)});
    QElapsedTimer since;
    since.start();
    while (m_platform->state()[u"entries"_s].toInt() < 3 && since.elapsed() < 60'000)
        QTest::qSleep(50);
    window.terminate();
    QVERIFY(window.waitForFinished(20'000));
    QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    QCOMPARE(countsOf(status()), counts(3, 3, 0, 0));
    QCOMPARE(m_platform->state()[u"violations"_s].toArray(), QJsonArray());
}

void TestSync::withoutOnceItGoesOnUntilEverythingIsSettled()
{
    setVenue();
    enrol();
    record(0, 4);
    m_platform->misbehave({{{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"path"_s, u"/entries"_s}},
                           {{u"kind"_s, u"html"_s}, {u"path"_s, u"/entries"_s}}});
    QCOMPARE(countsOf(sync(0, {})), counts(4, 4, 0, 0));
}

void TestSync::anyCallMayFailAndTheNextRunGoesOn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("stored");
    QTest::newRow("no platform") << u"html"_s << false;
    QTest::newRow("the answer is lost") << u"html"_s << true;
}

/// Enrolment, venue, batches, own phones: the n-th call fails, until all pass.
void TestSync::anyCallMayFailAndTheNextRunGoesOn()
{
    QFETCH(QString, kind);
    QFETCH(bool, stored);
    setVenue();
    record(0, 510); // two batches
    QVERIFY(QDir().rename(path(u"desk"_s), path(u"before"_s)));
    const QStringList before = QDir(path(u"before"_s)).entryList(QDir::Files);
    bool allPassed = false;
    for (int n = 1; !allPassed; ++n) {
        QVERIFY2(n < 20, "never gets through");
        m_platform->tell({{u"clear"_s, true}});
        QVERIFY(QDir(path(u"desk"_s)).removeRecursively() && QDir().mkpath(path(u"desk"_s)));
        for (const QString &name : before)
            QVERIFY(QFile::copy(path(u"before/"_s + name), path(u"desk/"_s + name)));
        QList<QJsonObject> faults(n - 1, QJsonObject{{u"kind"_s, u"none"_s}});
        faults.append({{u"kind"_s, kind}, {u"stored"_s, stored}, {u"status"_s, 500}});
        m_platform->misbehave(faults);
        const QStringList enrolment{u"platform"_s, u"enrol"_s,   u"--address"_s, m_platform->address(),
                                    u"--code"_s,   u"ENROL-1"_s, u"--ca"_s,      m_platform->authority()};
        const bool enrolled = desk(enrolment).exitCode == 0;
        if (!enrolled)
            QCOMPARE(desk(enrolment).exitCode, 0);
        const Run first = desk({u"sync"_s, u"--once"_s});
        QVERIFY(first.exitCode == 0 || first.exitCode == 5);
        if (first.exitCode == 5)
            QCOMPARE(desk({u"sync"_s, u"--once"_s}).exitCode, 0);
        QCOMPARE(countsOf(status()), counts(510, 510, 0, 0));
        const QJsonObject state = m_platform->state();
        QCOMPARE(state[u"entries"_s].toInt(), 510);
        QCOMPARE(state[u"desks"_s].toInt(), 1);
        QCOMPARE(state[u"venues"_s].toInt(), 1);
        QCOMPARE(state[u"violations"_s].toArray(), QJsonArray());
        allPassed = state[u"requests"_s].toInt() < n; // the fault was never met
    }
}

// ---- everything at once

void TestSync::killedAtAnyMomentWithAnyFaultEveryEntryArrivesOnce()
{
    const int wanted = qEnvironmentVariableIntValue("CHECKPOINT_ENTRIES");
    const int entries = wanted > 0 ? wanted : 1'500;
    const int kills = qMax(6, qEnvironmentVariableIntValue("CHECKPOINT_KILLS"));
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (CHECKPOINT_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    setVenue();
    enrol();
    m_platform->tell({{u"random"_s, qint64(seed)}, {u"share"_s, 1.0}});
    int recorded = 0;
    int killed = 0;
    int passes = 0;
    while (killed < kills) {
        if (recorded < entries) {
            const int piece = qMin(entries - recorded, entries / (kills * 2 / 3) + 1);
            record(recorded, piece);
            recorded += piece;
        }
        QProcess program;
        program.setProcessEnvironment(plainEnvironment());
        program.start(programPath(),
                      {u"--data"_s, path(u"desk"_s), u"sync"_s, u"--once"_s, u"--timeout"_s, u"1"_s});
        ++passes;
        if (!program.waitForFinished(int(random.bounded(900)))) {
            program.kill();
            program.waitForFinished();
            ++killed;
        }
    }
    if (recorded < entries)
        record(recorded, entries - recorded);
    m_platform->tell({{u"behave"_s, true}});
    const QJsonObject said = sync(0, {u"--once"_s, u"--again"_s});
    qInfo("%d entries, %d passes, %d kills, %d requests", entries, passes, killed,
          m_platform->state()[u"requests"_s].toInt());
    QCOMPARE(countsOf(said), counts(entries, entries, 0, 0));
    QCOMPARE(arrivedIds(*m_platform), recordedIds());
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), entries);
    QCOMPARE(m_platform->state()[u"violations"_s].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
