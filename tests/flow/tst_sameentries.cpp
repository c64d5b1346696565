#include "tests/flow/program.h"
#include "tests/support/fakecamera.h"
#include "tests/support/samplepayloads.h"
#include "tests/support/scenerenderer.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// The sample clip, a camera, pictures and standard input lead to the same entries.
class TestSameEntries : public QObject
{
    Q_OBJECT

public:
    explicit TestSameEntries(FakeCameras *cameras) : m_cameras(cameras) {}

private slots:
    void initTestCase();
    void theSampleClip();
    void aFolderOfPictures();
    void aCamera();
    void withoutADisplayTheProgramPlaysTheSample();

private:
    static QStringList factsOf(const QString &folder);

    FakeCameras *const m_cameras;
    QStringList m_expected;
};

/// What an entry says, without ids and times.
QStringList TestSameEntries::factsOf(const QString &folder)
{
    QStringList facts;
    const Run run = runProgram({u"entries"_s, u"--data"_s, folder, u"--json"_s, u"--reveal"_s});
    for (const QJsonObject &entry : run.objects()) {
        const QJsonObject visitor = entry[u"visitor"_s].toObject();
        facts.append(QStringList{entry[u"direction"_s].toString(), entry[u"source"_s].toString(),
                                 visitor[u"name"_s].toString(), visitor[u"id_number"_s].toString(),
                                 visitor[u"health_insurance"_s].toString(),
                                 visitor[u"birth_date"_s].toString()}
                         .join(u' '));
    }
    for (const QByteArray &line :
         runProgram({u"entries"_s, u"--data"_s, folder, u"--refused"_s, u"--json"_s}).lines()) {
        if (line.contains("venue-code"))
            facts.append(u"refused venue-code"_s);
    }
    return facts;
}

void TestSameEntries::initTestCase()
{
    const QTemporaryDir data;
    const Run run = runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, samplePayloads.join('\n'));
    QCOMPARE(run.exitCode, 0);
    m_expected = factsOf(data.path());
    QCOMPARE(m_expected.size(), samplePayloads.size());
}

void TestSameEntries::theSampleClip()
{
    const QTemporaryDir data;
    const Run run = runProgram({u"scan"_s, u"--data"_s, data.path(), u"--json"_s,
                                QStringLiteral(CHECKPOINT_SOURCE_DIR) + u"/resources/sample/sample.webm"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(factsOf(data.path()), m_expected);
}

void TestSameEntries::aFolderOfPictures()
{
    const QTemporaryDir pictures;
    for (qsizetype i = 0; i < samplePayloads.size(); ++i)
        QVERIFY(renderScene({1280, 720}, samplePayloads[i], 5).save(pictures.filePath(u"%1.png"_s.arg(i))));
    const QTemporaryDir data;
    QCOMPARE(runProgram({u"scan"_s, u"--data"_s, data.path(), pictures.path()}).exitCode, 0);
    QCOMPARE(factsOf(data.path()), m_expected);
}

void TestSameEntries::aCamera()
{
    if (!FakeCameras::areSupported())
        QSKIP("this Qt shows no cameras without hardware");
    const QString name = u"Desk camera"_s;
    const QImage emptyDesk = renderScene({1280, 720}, QList<SceneCard>{});
    m_cameras->plug(name, emptyDesk);
    const QTemporaryDir data;
    QProcess program;
    program.setProcessEnvironment(plainEnvironment());
    program.start(programPath(), {u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"camera:"_s + name});
    QVERIFY(program.waitForStarted());
    for (const QByteArray &payload : samplePayloads) {
        m_cameras->show(name, renderScene({1280, 720}, payload, 5));
        QVERIFY2(program.waitForReadyRead(20'000), payload.constData());
        program.readAllStandardOutput();
        m_cameras->show(name, emptyDesk);
        QTest::qWait(200);
    }
    ::kill(pid_t(program.processId()), SIGTERM);
    QVERIFY(program.waitForFinished(20'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(factsOf(data.path()), m_expected);
}

void TestSameEntries::withoutADisplayTheProgramPlaysTheSample()
{
    const QTemporaryDir data;
    const Run run = runProgram({u"--data"_s, data.path()});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.complaints.contains("there is no display"));
    QCOMPARE(run.output.count("recorded"), m_expected.size() - 1);
    QVERIFY(run.output.contains(data.path().toUtf8() + "/entries.csv"));
    QFile csv(data.filePath(u"entries.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), m_expected.size());
    QCOMPARE(factsOf(data.path()), m_expected);
    // Invented persons never come into a record that is there already.
    QCOMPARE(runProgram({u"--data"_s, data.path()}).exitCode, 2);
    QCOMPARE(factsOf(data.path()), m_expected);
}

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    FakeCameras cameras; // before the application: it sets the environment of the multimedia plug-ins
    const QGuiApplication application(argc, argv);
    TestSameEntries test(&cameras);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sameentries.moc"
