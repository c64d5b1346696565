#include "core/base/ids.h"
#include "core/sync/targets/platformtarget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(checkpoint::Verdict)

/// What is asked of the platform, and what its answers mean.
class TestPlatformTarget : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestSaysWhoAsks();
    void anEnrolmentCarriesNoToken();
    void aBatchIsSentByteForByteUnderItsId();
    void aPersonsIdStandsInTheBodyOnly();
    void aStatusMeansOneThing_data();
    void aStatusMeansOneThing();
    void noOtherStatusSettlesAnything();
    void whyNamesTheCodeAndNoPerson();
    void eachResultIsRead();
    void foreignIdsArePassedOver();
    void whatIsNotTheContractSettlesNothing_data();
    void whatIsNotTheContractSettlesNothing();
    void aPauseThatIsAskedForIsKept();
    void theClocksAreCompared();
    void ownPhonesAreRead();
    void aDeclarationIsRead();

private:
    TargetAnswer interpret(const TargetCall &call, int status, const QByteArray &body) const;

    const PlatformTarget m_platform;
    const SyncTarget m_target{u"platform"_s,
                              u"platform"_s,
                              u"https://platform.example/base/"_s,
                              u"D1"_s,
                              u"VN 1"_s,
                              u"secret"_s,
                              {},
                              {}};
    StoredBatch m_batch{QUuid::createUuid(), {1, 2}, {QUuid::createUuid(), QUuid::createUuid()}, "gzip"};
};

namespace {

QByteArray header(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[each, value] : request.headers) {
        if (each == name)
            return value;
    }
    return {};
}

QByteArray results(const QList<std::pair<QUuid, QString>> &all)
{
    QJsonArray array;
    for (const auto &[id, status] : all)
        array.append(QJsonObject{
            {u"id"_s, idText(id)}, {u"status"_s, status}, {u"code"_s, u"c"_s}, {u"message"_s, u"m"_s}});
    return QJsonDocument(QJsonObject{{u"receipt"_s, u"R1"_s}, {u"results"_s, array}}).toJson();
}

} // namespace

TargetAnswer TestPlatformTarget::interpret(const TargetCall &call, int status, const QByteArray &body) const
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return m_platform.interpret(call, reply);
}

void TestPlatformTarget::everyRequestSaysWhoAsks()
{
    const HttpRequest request = m_platform.request(m_target, CheckInsCall{u"a&b=c"_s});
    QCOMPARE(request.verb, QByteArray("GET"));
    QCOMPARE(request.url.toEncoded(),
             QByteArray("https://platform.example/base/v1/venues/VN%201/self-check-ins?after=a%26b%3Dc"));
    QCOMPARE(header(request, "Authorization"), QByteArray("Bearer secret"));
    QVERIFY(header(request, "User-Agent").startsWith("checkpoint-desk/"));
}

void TestPlatformTarget::anEnrolmentCarriesNoToken()
{
    const QUuid key = QUuid::createUuid();
    const HttpRequest request = m_platform.request(m_target, EnrolCall{u"CODE"_s, u"Desk 1"_s, key});
    QVERIFY(header(request, "Authorization").isEmpty());
    QCOMPARE(header(request, "Idempotency-Key"), idText(key).toLatin1());
    QCOMPARE(QJsonDocument::fromJson(request.body)[u"enrolment_code"_s].toString(), u"CODE"_s);
}

void TestPlatformTarget::aBatchIsSentByteForByteUnderItsId()
{
    const HttpRequest request = m_platform.request(m_target, BatchCall{m_batch});
    QCOMPARE(request.body, m_batch.body);
    QCOMPARE(header(request, "Content-Encoding"), QByteArray("gzip"));
    QCOMPARE(header(request, "Idempotency-Key"), idText(m_batch.id).toLatin1());
}

void TestPlatformTarget::aPersonsIdStandsInTheBodyOnly()
{
    const HttpRequest request =
        m_platform.request(m_target, DeclarationCall{u"162999999999999991"_s, QUuid::createUuid()});
    QVERIFY(!request.url.toString().contains(u"162999"_s));
    QVERIFY(request.body.contains("162999999999999991"));
}

void TestPlatformTarget::aStatusMeansOneThing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Verdict>("verdict");
    for (const int status : {400, 409, 413, 422})
        QTest::addRow("%d", status) << status << Verdict::Halve;
    QTest::newRow("401") << 401 << Verdict::NeedsEnrolment;
    for (const int status : {403, 404, 405, 410})
        QTest::addRow("%d", status) << status << Verdict::Stopped;
    for (const int status : {408, 425, 429, 500, 502, 503, 504, 599, 302, 204})
        QTest::addRow("%d", status) << status << Verdict::Later;
}

void TestPlatformTarget::aStatusMeansOneThing()
{
    QFETCH(int, status);
    QFETCH(Verdict, verdict);
    const TargetAnswer answer = interpret(BatchCall{m_batch}, status, "{}");
    QCOMPARE(answer.verdict, verdict);
    QVERIFY(std::holds_alternative<std::monostate>(answer.said));
    QVERIFY(answer.why.contains(QString::number(status)));
}

void TestPlatformTarget::noOtherStatusSettlesAnything()
{
    const QByteArray good = results({{m_batch.ids[0], u"accepted"_s}});
    for (int status = 100; status < 1000; ++status) {
        const TargetAnswer answer = interpret(BatchCall{m_batch}, status, good);
        QCOMPARE(answer.verdict == Verdict::Accepted, status == 200);
        QCOMPARE(std::holds_alternative<std::monostate>(answer.said), status != 200);
    }
}

void TestPlatformTarget::whyNamesTheCodeAndNoPerson()
{
    const QByteArray said = R"({"code":"not-yours","message":"Trần Thị Mẫu"})";
    for (const int status : {403, 422}) {
        const TargetAnswer answer = interpret(BatchCall{m_batch}, status, said);
        QVERIFY(answer.why.endsWith(u"not-yours"_s));
        QVERIFY(!answer.why.contains(u"Mẫu"_s));
        QCOMPARE(answer.message, u"Trần Thị Mẫu"_s); // for whoever keeps it sealed
        const QByteArray sentence = QByteArray(said).replace("not-yours", "Trần Thị Mẫu");
        QVERIFY(!interpret(BatchCall{m_batch}, status, sentence).why.contains(u"Mẫu"_s));
    }
}

void TestPlatformTarget::eachResultIsRead()
{
    const TargetAnswer answer =
        interpret(BatchCall{m_batch}, 200,
                  results({{m_batch.ids[0], u"duplicate"_s}, {m_batch.ids[1], u"rejected"_s}}));
    QCOMPARE(answer.verdict, Verdict::Accepted);
    const auto *const read = std::get_if<BatchAnswered>(&answer.said);
    QVERIFY(read);
    QCOMPARE(read->receipt, u"R1"_s);
    const QList<EntryResult> expected{{m_batch.ids[0], EntryFate::Duplicate, {}, {}},
                                      {m_batch.ids[1], EntryFate::Rejected, u"c"_s, u"m"_s}};
    QCOMPARE(read->results, expected);
}

void TestPlatformTarget::foreignIdsArePassedOver()
{
    const TargetAnswer answer =
        interpret(BatchCall{m_batch}, 200,
                  results({{QUuid::createUuid(), u"accepted"_s}, {m_batch.ids[1], u"accepted"_s}}));
    const auto *const read = std::get_if<BatchAnswered>(&answer.said);
    QVERIFY(read);
    QCOMPARE(read->results.size(), 1);
    QCOMPARE(read->results[0].entry, m_batch.ids[1]);
}

void TestPlatformTarget::whatIsNotTheContractSettlesNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = results({{m_batch.ids[0], u"accepted"_s}});
    QTest::newRow("a sign-in page") << QByteArray("<html>Wi-Fi</html>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << good.chopped(5);
    QTest::newRow("no receipt") << QByteArray(good).replace("receipt", "receipd");
    QTest::newRow("no results") << QByteArray(R"({"receipt":"R1"})");
    QTest::newRow("results that are none") << QByteArray(R"({"receipt":"R1","results":"ok"})");
    QTest::newRow("a status that is none") << QByteArray(good).replace("accepted", "stored");
    QTest::newRow("ids that are none")
        << QByteArray(R"({"receipt":"R","results":[{"id":"1","status":"accepted"}]})");
    QTest::newRow("of another batch") << results({{QUuid::createUuid(), u"accepted"_s}});
    QTest::newRow("a list") << QByteArray("[1]");
}

void TestPlatformTarget::whatIsNotTheContractSettlesNothing()
{
    QFETCH(QByteArray, body);
    const TargetAnswer answer = interpret(BatchCall{m_batch}, 200, body);
    QCOMPARE(answer.verdict, Verdict::Later);
    QVERIFY(std::holds_alternative<std::monostate>(answer.said));
    QVERIFY(!answer.why.isEmpty());
}

void TestPlatformTarget::aPauseThatIsAskedForIsKept()
{
    HttpReply reply;
    reply.status = 429;
    reply.headers.insert("retry-after", "17");
    QCOMPARE(m_platform.interpret(BatchCall{m_batch}, reply).askedFor,
             std::chrono::milliseconds(std::chrono::seconds(17)));
}

void TestPlatformTarget::theClocksAreCompared()
{
    HttpReply reply;
    reply.status = 503;
    reply.headers.insert("date", "Fri, 20 Nov 2026 12:00:00 GMT");
    reply.sentMs = 1'795'176'000'000 + 300'000; // noon and five minutes
    reply.receivedMs = reply.sentMs + 1'000;
    QCOMPARE(m_platform.interpret(BatchCall{m_batch}, reply).clockOffMs, std::optional<qint64>(300'000));
    reply.headers.insert("date", "yesterday");
    QVERIFY(!m_platform.interpret(BatchCall{m_batch}, reply).clockOffMs);
}

void TestPlatformTarget::ownPhonesAreRead()
{
    const QByteArray body =
        R"({"cursor":"7","items":[{"id":"c1","direction":"out","at":"2026-11-20T12:00:00.000Z",
        "location":"Gate A","name_short":"T. T. Mẫu","person_ref":"P1"}]})";
    const TargetAnswer answer = interpret(CheckInsCall{}, 200, body);
    const auto *const told = std::get_if<CheckInsTold>(&answer.said);
    QVERIFY(told);
    QCOMPARE(told->cursor, u"7"_s);
    QCOMPARE(told->checkIns.size(), 1);
    QCOMPARE(told->checkIns[0].direction, Direction::Out);
    QCOMPARE(told->checkIns[0].at.utcMs, 1'795'176'000'000);
    QCOMPARE(interpret(CheckInsCall{}, 200, QByteArray(body).replace("P1", "")).verdict, Verdict::Later);
}

void TestPlatformTarget::aDeclarationIsRead()
{
    const auto read = [this](const char *status) {
        const TargetAnswer answer =
            interpret(DeclarationCall{}, 200, QByteArray(R"({"status":"%"})").replace("%", status));
        const auto *const said = std::get_if<DeclarationStatus>(&answer.said);
        return said ? *said : DeclarationStatus::Unknown;
    };
    QCOMPARE(read("declared"), DeclarationStatus::Declared);
    QCOMPARE(read("symptoms"), DeclarationStatus::Symptoms);
    QCOMPARE(read("none"), DeclarationStatus::None);
    QCOMPARE(read("perhaps"), DeclarationStatus::Unknown);
}

QTEST_APPLESS_MAIN(TestPlatformTarget)
#include "tst_platformtarget.moc"
