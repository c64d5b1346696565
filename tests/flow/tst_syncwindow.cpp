#include "tests/flow/deskprogram.h"
#include "tests/flow/program.h"
#include "tests/flow/standin.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;
/// Longer than entries are gathered for before they are sent.
constexpr int longerThanGathering = 2'000;

} // namespace

/// The desk's window and a platform over TLS, with the keyboard alone: the whole way from the enrolment to
/// what was corrected.
class TestSyncWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fromTheEnrolmentToWhatWasCorrected();

private:
    Run desk(const QStringList &arguments) const;
    void paste(const QString &text);
    bool waitForStatus(const QJsonObject &wanted) const;
    bool waitForArrived(int count);

    const QTemporaryDir m_files; ///< of the platform
    const QTemporaryDir m_home;
    std::unique_ptr<StandIn> m_platform;
    std::unique_ptr<DeskProgram> m_desk;
};

void TestSyncWindow::initTestCase()
{
    QProcess version;
    version.start(u"python3"_s, {u"-c"_s, u"import jsonschema, ssl, sqlite3"_s});
    QVERIFY2(version.waitForFinished() && version.exitCode() == 0, "the stand-in needs python3-jsonschema");
    m_platform = std::make_unique<StandIn>(m_files.path());
    QVERIFY(m_platform->isReady());
    const Run venue =
        desk({u"venue"_s, u"set"_s, u"--name"_s, u"Bệnh viện Mẫu"_s, u"--category"_s, u"hospital"_s,
              u"--province"_s, u"Hà Nội"_s, u"--commune"_s, u"Phường Mẫu"_s, u"--street"_s, u"Số 1"_s,
              u"--contact"_s, u"Lê Thị Giả Lập"_s, u"--phone"_s, u"0900000001"_s});
    QVERIFY2(venue.exitCode == 0, venue.complaints.constData());
    m_desk = std::make_unique<DeskProgram>(
        m_home.path(), QByteArrayList{"first-start-done=true", "location=unwanted", "language=en"});
}

Run TestSyncWindow::desk(const QStringList &arguments) const
{
    return runProgram(QStringList{u"--data"_s, m_home.path()} + arguments);
}

void TestSyncWindow::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QVERIFY(m_desk->press(u"ctrl+v"_s));
    QTest::qWait(200); // the program takes it from here
}

/// Until the desk's own command says so.
bool TestSyncWindow::waitForStatus(const QJsonObject &wanted) const
{
    return QTest::qWaitFor(
        [&] {
            const QList<QJsonObject> all = desk({u"platform"_s, u"status"_s, u"--json"_s}).objects();
            const QJsonObject status = all.isEmpty() ? QJsonObject() : all.first();
            const QStringList keys = wanted.keys();
            return std::ranges::all_of(keys, [&](const QString &key) { return status[key] == wanted[key]; });
        },
        patience);
}

bool TestSyncWindow::waitForArrived(int count)
{
    return QTest::qWaitFor([&] { return m_platform->state()[u"entries"_s].toInt() == count; }, patience);
}

void TestSyncWindow::fromTheEnrolmentToWhatWasCorrected()
{
    QVERIFY2(m_desk->start(), m_desk->log().constData());

    // Enrolled, and the venue registered.
    QVERIFY(m_desk->press(u"F7 ctrl+n"_s));
    QTest::qWait(300);
    paste(m_platform->address());
    QVERIFY(m_desk->press(u"Tab"_s));
    paste(u"ENROL-1"_s);
    QVERIFY(m_desk->press(u"Tab Tab"_s));
    paste(m_platform->authority());
    QVERIFY(m_desk->press(u"Return"_s));
    QVERIFY(QTest::qWaitFor([this] { return m_platform->state()[u"venues"_s].toInt() == 1; }, patience));

    // What the platform rejects is counted and kept.
    const InventedPerson first(1);
    const InventedPerson second(2);
    QVERIFY(m_desk->type({QString::fromLatin1(first.card), QString::fromLatin1(second.card)}, 2));
    QVERIFY(waitForStatus({{u"recorded"_s, 2}, {u"rejected"_s, 2}, {u"acknowledged"_s, 0}}));
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 0);

    // Corrected in the list, it is sent again and arrives as corrected.
    m_platform->tell({{u"unwanted"_s, false}});
    QTest::qWait(1'000); // the list follows what was answered
    QVERIFY(m_desk->press(u"Tab Down Return"_s, 200));
    QTest::qWait(500);
    paste(u"Nguyễn Thử Đúng"_s);
    QVERIFY(m_desk->press(u"Return"_s));
    QVERIFY(waitForArrived(1));
    const QJsonValue corrected = m_platform->entries().first();
    QCOMPARE(corrected[u"visitor"_s][u"name"_s].toString(), u"Nguyễn Thử Đúng"_s);
    QVERIFY(waitForStatus({{u"recorded"_s, 2}, {u"rejected"_s, 1}, {u"acknowledged"_s, 1}}));
    QVERIFY(m_desk->press(u"ctrl+shift+r"_s));
    QVERIFY(waitForArrived(2));
    QVERIFY(waitForStatus({{u"recorded"_s, 2}, {u"rejected"_s, 0}, {u"acknowledged"_s, 2}}));

    // A pause holds, over a restart as well.
    QVERIFY(m_desk->press(u"ctrl+t"_s));
    QVERIFY(waitForStatus({{u"paused"_s, true}}));
    QVERIFY(m_desk->type({QString::fromLatin1(InventedPerson(3).card)}, 2));
    QVERIFY(waitForStatus({{u"recorded"_s, 3}, {u"waiting"_s, 1}}));
    QTest::qWait(longerThanGathering);
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 2);
    QVERIFY2(m_desk->stop(), m_desk->log().constData());
    QVERIFY2(m_desk->start(), m_desk->log().constData());
    QTest::qWait(longerThanGathering);
    QCOMPARE(m_platform->state()[u"entries"_s].toInt(), 2);
    QVERIFY(m_desk->press(u"F7 ctrl+t"_s, 300));
    QVERIFY(waitForArrived(3));

    // Beside an entry its person's declaration is asked for.
    m_platform->tell({{u"declare"_s, QJsonArray{u"162999999999999992"_s, u"symptoms"_s}}});
    m_platform->tell({{u"log"_s, true}});
    QVERIFY(m_desk->press(u"F2"_s));
    QVERIFY(m_desk->type({QString::fromLatin1(qrOfMau)}, 2));
    QVERIFY(waitForArrived(4));
    int asked = 0;
    const QJsonArray log = m_platform->tell({{u"log"_s, true}})[u"log"_s].toArray();
    for (const QJsonValue &each : log)
        asked += each[u"path"_s].toString().endsWith("/declarations"_L1) ? 1 : 0;
    QCOMPARE(asked, 1);

    // Who scanned the poster with an own phone appears.
    m_platform->tell({{u"check_in"_s, QJsonObject{{u"id"_s, u"c1"_s},
                                                  {u"direction"_s, u"in"_s},
                                                  {u"at"_s, u"2026-11-20T08:00:00.000Z"_s},
                                                  {u"location"_s, u"Gate A"_s},
                                                  {u"name_short"_s, u"T. T. Mẫu"_s},
                                                  {u"person_ref"_s, u"P-1"_s}}}});
    QVERIFY(m_desk->press(u"F7 ctrl+Return"_s, 300));
    QVERIFY(QTest::qWaitFor(
        [this] {
            const QList<QJsonObject> entries = m_desk->entries();
            return std::ranges::any_of(
                entries, [](const QJsonObject &entry) { return entry[u"source"_s] == u"own-phone"_s; });
        },
        patience));
    QVERIFY2(m_desk->stop(), m_desk->log().constData());
    QCOMPARE(m_platform->state()[u"violations"_s].toArray(), QJsonArray());

    // And of all that, its log tells of nobody, and gives nothing away.
    const QByteArray said = m_desk->wholeLog();
    QVERIFY(said.count("Ready to scan") == 2);
    QByteArrayList data{
        first.card,        second.card,      InventedPerson(3).card, qrOfMau,  first.shortName.toUtf8(),
        "Nguyễn Thử Đúng", "Lê Thị Giả Lập", "0900000001",           "ENROL-1"};
    const QByteArrayList tokens = m_platform->tokens();
    QCOMPARE(tokens.size(), 1);
    data += tokens;
    QCOMPARE(foundOf(data, said), QByteArray());
}

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    TestSyncWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_syncwindow.moc"
