#include "core/store/connection.h"
#include "tests/flow/deskprogram.h"
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
#include <QtEndian>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// The desk with its window, a camera in front of it, and a keyboard: what is pressed and shown stands in the
/// record.
class TestWindow : public QObject
{
    Q_OBJECT

public:
    explicit TestWindow(FakeCameras *cameras) : m_cameras(cameras) {}

private slots:
    void init();
    void cleanup();
    void aCodeBeforeTheCameraIsRecorded();
    void undoIsTwoKeys();
    void f9TurnsTheLastResultRound();
    void aQuestionIsSettledWithOneKey();
    void theCameraMayBeUnpluggedAndComesBack();
    void aPastedPhotoIsReadLikeACamera();
    void closingTheWindowEndsInOrder();
    void aFolderInUseIsSaidAndTakenAsSoonAsItIsFree();
    void damageFoundAtWorkIsReplacedByAnotherStartAndOnlyOnce();

private:
    void answerFirstStart();
    void startDesk(const QString &logFile = {});
    qint64 workingProgram() const;
    void damageTheKeysOfPersons() const;
    void press(const QString &keys);
    void hold(const QByteArray &payload);
    void clearView();
    QList<QJsonObject> entries() const;
    bool waitForEntries(qsizetype count) const;
    bool waitForLog(const QByteArray &text);

    FakeCameras *const m_cameras;
    const QString m_camera = u"Desk camera"_s;
    const QImage m_emptyDesk = renderScene({1280, 720}, QList<SceneCard>{});
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<QProcess> m_program;
    QByteArray m_log;
};

void TestWindow::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_cameras->unplugAll();
    m_cameras->plug(m_camera, m_emptyDesk);
    m_log.clear();
}

void TestWindow::cleanup()
{
    if (m_program && m_program->state() != QProcess::NotRunning) {
        ::kill(pid_t(m_program->processId()), SIGTERM);
        QVERIFY(m_program->waitForFinished(20'000));
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 0);
    }
    if (m_program && m_program->isReadable())
        m_log += m_program->readAll();
    m_program.reset();
    if (const qint64 left = workingProgram()) {
        ::kill(pid_t(left), SIGTERM);
        QVERIFY(QTest::qWaitFor([this] { return workingProgram() == 0; }, 20'000));
    }
    // Whatever was done, the log tells of nobody.
    QCOMPARE(foundOf(samplePayloads, m_log), QByteArray());
}

/// A desk that has been in use: the questions of the first start are behind it.
void TestWindow::answerFirstStart()
{
    QFile settings(m_data->filePath(u"settings.ini"_s));
    if (!settings.exists() && settings.open(QIODevice::WriteOnly))
        settings.write("[General]\nfirst-start-done=true\n");
}

/// `logFile` also takes what a program says that this one starts.
void TestWindow::startDesk(const QString &logFile)
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_QPA_PLATFORM"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_program->setProcessEnvironment(talkative(environment));
    m_program->setProcessChannelMode(QProcess::MergedChannels);
    if (!logFile.isEmpty())
        m_program->setStandardOutputFile(logFile);
    answerFirstStart();
    m_program->start(programPath(), {u"--data"_s, m_data->path()});
    if (!logFile.isEmpty())
        return;
    QVERIFY2(waitForLog("Ready to scan"), m_log.constData());
    // There is no window manager to give the window the keyboard.
    QCOMPARE(QProcess::execute(u"xdotool"_s, {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--class"_s,
                                              u"checkpoint"_s, u"windowfocus"_s}),
             0);
    QTest::qWait(300);
}

bool TestWindow::waitForLog(const QByteArray &text)
{
    return QTest::qWaitFor(
        [this, &text] {
            m_program->waitForReadyRead(10);
            m_log += m_program->readAll();
            return m_log.contains(text);
        },
        20'000);
}

void TestWindow::press(const QString &keys)
{
    QCOMPARE(QProcess::execute(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, u"60"_s} + keys.split(u' ')),
             0);
    QTest::qWait(400);
}

void TestWindow::hold(const QByteArray &payload)
{
    m_cameras->show(m_camera, renderScene({1280, 720}, payload, 5));
}

void TestWindow::clearView()
{
    m_cameras->show(m_camera, m_emptyDesk);
}

QList<QJsonObject> TestWindow::entries() const
{
    return runProgram({u"entries"_s, u"--data"_s, m_data->path(), u"--json"_s}).objects();
}

bool TestWindow::waitForEntries(qsizetype count) const
{
    return QTest::qWaitFor([this, count] { return entries().size() >= count; }, 20'000);
}

void TestWindow::aCodeBeforeTheCameraIsRecorded()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    QTest::qWait(1'000); // held up on: still one entry
    QCOMPARE(entries().size(), 1);
    QCOMPARE(entries().first()[u"visitor"_s][u"name"_s].toString(), u"N. T. Nghiệm"_s);
    QCOMPARE(entries().first()[u"device"_s].toString(), m_camera);
}

void TestWindow::undoIsTwoKeys()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    clearView();
    QTest::qWait(300);
    press(u"ctrl+z"_s);
    QCOMPARE(entries().size(), 1); // nothing happens before the reason is confirmed
    press(u"Return"_s);
    QVERIFY(waitForEntries(2));
    const QList<QJsonObject> all = entries();
    QCOMPARE(all[1][u"direction"_s].toString(), u"void"_s);
    QCOMPARE(all[1][u"corrects"_s], all[0][u"entry_id"_s]);
    QVERIFY(!all[1][u"reason"_s].toString().isEmpty());
}

void TestWindow::f9TurnsTheLastResultRound()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    clearView();
    press(u"F9"_s);
    QVERIFY(waitForEntries(3));
    QStringList directions; // the correction keeps the time at which the person passed
    for (const QJsonObject &entry : entries())
        directions.append(entry[u"direction"_s].toString());
    QCOMPARE(directions, (QStringList{u"in"_s, u"out"_s, u"void"_s}));
}

void TestWindow::aQuestionIsSettledWithOneKey()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    clearView();
    QTest::qWait(4'500); // out of view long enough, but inside less than a minute
    hold(samplePayloads[0]);
    QTest::qWait(1'500);
    clearView();
    QCOMPARE(entries().size(), 1);
    press(u"ctrl+Return"_s); // the desk asks, and proposes to record nothing
    QVERIFY(waitForEntries(2));
    QCOMPARE(entries().last()[u"direction"_s].toString(), u"out"_s);
}

void TestWindow::theCameraMayBeUnpluggedAndComesBack()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    m_cameras->unplug(m_camera);
    QTest::qWait(4'000);
    m_cameras->plug(m_camera, renderScene({1280, 720}, samplePayloads[2], 5));
    QVERIFY(waitForEntries(2));
    m_cameras->setFrozen(m_camera, true);
    QTest::qWait(4'000);
    m_cameras->show(m_camera, renderScene({1280, 720}, samplePayloads[4], 5));
    m_cameras->setFrozen(m_camera, false);
    QVERIFY(waitForEntries(3));
}

void TestWindow::aPastedPhotoIsReadLikeACamera()
{
    const QString photo = m_data->filePath(u"photo.png"_s);
    QVERIFY(renderScene({1280, 720}, samplePayloads[1], 5).save(photo));
    startDesk();
    QProcess clipboard;
    clipboard.start(u"xclip"_s, {u"-selection"_s, u"clipboard"_s, u"-t"_s, u"image/png"_s, u"-i"_s, photo});
    QVERIFY(clipboard.waitForStarted());
    QTest::qWait(500);
    press(u"ctrl+v"_s);
    QVERIFY(waitForEntries(1));
    QCOMPARE(entries().first()[u"source"_s].toString(), u"personal-qr"_s);
    clipboard.kill();
    clipboard.waitForFinished();
}

void TestWindow::closingTheWindowEndsInOrder()
{
    startDesk();
    hold(samplePayloads[0]);
    QVERIFY(waitForEntries(1));
    press(u"alt+F4"_s);
    if (m_program->state() != QProcess::NotRunning) // no window manager: nobody takes Alt+F4
        ::kill(pid_t(m_program->processId()), SIGTERM);
    QVERIFY(m_program->waitForFinished(20'000));
    QCOMPARE(m_program->exitCode(), 0);
    QCOMPARE(entries().size(), 1);
}

void TestWindow::aFolderInUseIsSaidAndTakenAsSoonAsItIsFree()
{
    QProcess other;
    other.setProcessEnvironment(plainEnvironment());
    other.start(programPath(), {u"scan"_s, u"--data"_s, m_data->path(), u"-"_s});
    other.write(samplePayloads[0] + '\n');
    QVERIFY(other.waitForReadyRead(20'000));

    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_QPA_PLATFORM"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_program->setProcessEnvironment(talkative(environment));
    m_program->setProcessChannelMode(QProcess::MergedChannels);
    answerFirstStart();
    m_program->start(programPath(), {u"--data"_s, m_data->path()});
    QVERIFY2(waitForLog("cannot be opened"), m_log.constData());
    hold(samplePayloads[2]);
    QTest::qWait(2'000);
    QCOMPARE(entries().size(), 1); // not recorded
    QVERIFY2(waitForLog("Not recorded: in-use"), m_log.constData());
    clearView();
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(20'000));
    QVERIFY2(waitForLog("Ready to scan"), m_log.constData());
    hold(samplePayloads[2]);
    QVERIFY(waitForEntries(2));
}

/// The desk that works in the folder, whoever started it; 0: none.
qint64 TestWindow::workingProgram() const
{
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile words(u"/proc/%1/cmdline"_s.arg(process));
        if (process.toLongLong() > 0 && words.open(QIODevice::ReadOnly) &&
            words.readAll().contains("--data"_ba + '\0' + QFile::encodeName(m_data->path())))
            return process.toLongLong();
    }
    return 0;
}

/// As a disk does that gives other bytes back: where numbers are looked up there is nothing to be read any
/// more.
void TestWindow::damageTheKeysOfPersons() const
{
    const QString path = m_data->filePath(u"checkpoint.db"_s);
    // Whatever another program writes makes the desk read anew what it has in memory.
    QCOMPARE(runProgram({u"pass"_s, u"list"_s, u"--reveal"_s, u"--data"_s, m_data->path()}).exitCode, 0);
    qint64 page = 0;
    qint64 size = 0;
    {
        checkpoint::Connection connection;
        QVERIFY(connection.open(path, checkpoint::Connection::Access::ReadOnly).ok());
        checkpoint::Statement row =
            connection.query(u"SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema "
                             "WHERE name = 'visitor_key'"_s);
        QVERIFY(row.next());
        page = row.integer(0);
        size = row.integer(1);
    }
    const QByteArray others(size, '\xff');
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size) && file.write(others) == size);
    // Its newer forms lie in the log, each behind a head of 24 bytes that begins with the page's number.
    QFile log(path + u"-wal"_s);
    if (!log.open(QIODevice::ReadWrite))
        return;
    for (qint64 frame = 32; log.seek(frame); frame += 24 + size) {
        const QByteArray number = log.read(4);
        if (number.size() < 4)
            break;
        if (qFromBigEndian<quint32>(number.constData()) == page)
            QVERIFY(log.seek(frame + 24) && log.write(others) == size);
    }
}

/// While the desk works: who stands before the camera is told so, everybody else is rescued, and scanning
/// goes on.
void TestWindow::damageFoundAtWorkIsReplacedByAnotherStartAndOnlyOnce()
{
    if (!qEnvironmentVariableIsSet("CHECKPOINT_DAMAGE"))
        QSKIP("It runs with the long tests: CHECKPOINT_DAMAGE=1");
    constexpr int patience = 60'000;
    QByteArray cards;
    for (int i = 0; i < 100; ++i)
        cards += InventedPerson(i).card + '\n';
    QCOMPARE(runProgram({u"scan"_s, u"--data"_s, m_data->path(), u"-"_s}, cards).exitCode, 0);
    const QString logFile = m_data->filePath(u"log"_s);
    const auto whole = [&logFile] {
        QFile log(logFile);
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    };
    const auto said = [&whole](const QByteArray &text) { return whole().count(text); };
    startDesk(logFile);
    QVERIFY(QTest::qWaitFor([&] { return said("Ready to scan") == 1; }, patience));
    const qint64 first = m_program->processId();
    QCOMPARE(workingProgram(), first);
    damageTheKeysOfPersons();
    hold(samplePayloads[0]);
    QVERIFY2(QTest::qWaitFor([&] { return said("Ready to scan") == 2; }, patience), whole().constData());
    QCOMPARE(said("the program starts again"), 1);
    const qint64 second = workingProgram();
    QVERIFY(second != 0 && second != first);
    const auto rescued = [this] {
        const QList<QJsonObject> all = entries();
        return std::ranges::count_if(all, [this](const auto &each) { return each[u"device"_s] != m_camera; });
    };
    QVERIFY(QTest::qWaitFor([&] { return rescued() == 100; }, patience));
    hold(samplePayloads[2]);
    const auto isThere = [this] {
        const QList<QJsonObject> all = entries();
        return std::ranges::any_of(
            all, [](const auto &each) { return each[u"visitor"_s][u"name"_s] == u"L. T. G. Lập"_s; });
    };
    QVERIFY(QTest::qWaitFor(isThere, patience));
    QCOMPARE(rescued(), 100);

    // Soon after that it is no accident of one page: it is said, and there it stays.
    damageTheKeysOfPersons();
    hold(samplePayloads[5]);
    QVERIFY2(QTest::qWaitFor([&] { return said("it is looked at again at the next start") > 0; }, patience),
             whole().constData());
    QTest::qWait(1'000);
    QCOMPARE(workingProgram(), second);
    QCOMPARE(said("Ready to scan"), 2);
    m_log += whole();
}

int main(int argc, char *argv[])
{
    FakeCameras cameras; // before the application: it sets the environment of the multimedia plug-ins
    const QGuiApplication application(argc, argv);
    TestWindow test(&cameras);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
