#include "tests/flow/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A signed-in desktop's keychain: GNOME's, on a session bus of its own, with its keyrings in a folder.
class Keychain
{
public:
    /// `password` opens the keyring as signing in does; without one it stays locked and nobody can be asked.
    Keychain(const QString &home, const QByteArray &password) : m_environment(plainEnvironment())
    {
        QDir().mkpath(home + "/run"_L1);
        QFile::setPermissions(home + "/run"_L1, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(u"HOME"_s, home);
        m_environment.insert(u"XDG_DATA_HOME"_s, home + "/data"_L1);
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, home + "/run"_L1);
        m_bus.setProcessEnvironment(m_environment);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            return;
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLatin1(m_bus.readLine().trimmed()));
        m_keyring.setProcessEnvironment(m_environment);
        QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
        if (!password.isEmpty())
            arguments.append(u"--unlock"_s);
        // A copy: the installed one wants a capability that containers do not give, and does not start there.
        const QString copy = home + "/gnome-keyring-daemon"_L1;
        QFile::copy(QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s), copy);
        m_keyring.start(copy, arguments);
        if (!m_keyring.waitForStarted())
            return;
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        m_isThere = hasService();
    }
    ~Keychain()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->terminate();
            if (!process->waitForFinished())
                process->kill();
        }
    }
    Q_DISABLE_COPY_MOVE(Keychain)

    bool isThere() const { return m_isThere; }
    const QProcessEnvironment &environment() const { return m_environment; }

private:
    bool hasService() const
    {
        return QTest::qWaitFor(
            [this] {
                QProcess ask;
                ask.setProcessEnvironment(m_environment);
                ask.start(u"dbus-send"_s,
                          {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                           u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
                return ask.waitForFinished() && ask.readAllStandardOutput().contains("boolean true");
            },
            30'000);
    }

    QProcessEnvironment m_environment;
    QProcess m_bus;
    QProcess m_keyring;
    bool m_isThere = false;
};

} // namespace

/// The key of the personal data lies in the desktop's keychain where there is one.
class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void theKeyIsInTheKeychainAndInNoFile();
    void aLockedKeychainIsSaidAndNothingIsMadeInstead();
    void anEmptyKeychainTakesTheKeyFromTheSheet();
    void aChangedKeyIsInTheKeychainToo();

private:
    static Run desk(const Keychain &keychain, const QString &folder, const QStringList &arguments,
                    const QByteArray &input = {})
    {
        return runProgram(QStringList{u"--data"_s, folder} + arguments, input, keychain.environment());
    }
    static QByteArray entriesOf(const Keychain &keychain, const QString &folder)
    {
        return desk(keychain, folder, {u"entries"_s}).output;
    }

    const QTemporaryDir m_home;
    const QString m_folder = m_home.filePath(u"record"_s);
    const QString m_rings = m_home.filePath(u"rings"_s);
    const QString m_sheet = m_home.filePath(u"sheet.png"_s);
};

void TestKeychain::initTestCase()
{
    const Keychain keychain(m_rings, "pass");
    QVERIFY(keychain.isThere());
    QCOMPARE(desk(keychain, m_folder, {u"scan"_s, u"-"_s}, cardOfNghiem + '\n').exitCode, 0);
    const QString pdf = m_home.filePath(u"sheet.pdf"_s);
    QCOMPARE(desk(keychain, m_folder, {u"recovery"_s, u"sheet"_s, u"-o"_s, pdf}).exitCode, 0);
    QCOMPARE(QProcess::execute(u"pdftoppm"_s,
                               {u"-r"_s, u"120"_s, u"-singlefile"_s, u"-png"_s, pdf, m_sheet.chopped(4)}),
             0);
}

void TestKeychain::theKeyIsInTheKeychainAndInNoFile()
{
    QVERIFY(!QFile::exists(m_folder + "/master.key"_L1));
    const Keychain keychain(m_rings, "pass"); // signed in again, as after a night
    QVERIFY(keychain.isThere());
    QVERIFY(entriesOf(keychain, m_folder).contains("N. T. Nghi"));
}

void TestKeychain::aLockedKeychainIsSaidAndNothingIsMadeInstead()
{
    {
        const Keychain locked(m_rings, {});
        QVERIFY(locked.isThere());
        const Run scan = desk(locked, m_folder, {u"scan"_s, u"-"_s}, cardOfMau + '\n');
        QVERIFY(scan.exitCode > 0);
        QVERIFY2(scan.complaints.contains("Unlock the keychain"), scan.complaints.constData());
        QVERIFY(!scan.output.contains("recorded"));
        QVERIFY(!QFile::exists(m_folder + "/master.key"_L1));
    }
    const Keychain keychain(m_rings, "pass");
    const QByteArray entries = entriesOf(keychain, m_folder);
    QVERIFY(entries.contains("N. T. Nghi"));
    QVERIFY(!entries.contains("T. T. M"));
}

void TestKeychain::anEmptyKeychainTakesTheKeyFromTheSheet()
{
    const Keychain another(m_home.filePath(u"other rings"_s), "other");
    QVERIFY(another.isThere());
    QVERIFY(!entriesOf(another, m_folder).contains("N. T. Nghi"));
    const Run run = desk(another, m_folder, {u"recovery"_s, u"use"_s, u"--qr"_s, m_sheet});
    QVERIFY2(run.exitCode == 0, run.complaints.constData());
    QVERIFY(!QFile::exists(m_folder + "/master.key"_L1));
    QVERIFY(entriesOf(another, m_folder).contains("N. T. Nghi"));
}

void TestKeychain::aChangedKeyIsInTheKeychainToo()
{
    {
        const Keychain keychain(m_rings, "pass");
        const Run run = desk(keychain, m_folder, {u"key"_s, u"change"_s});
        QVERIFY2(run.exitCode == 0, run.complaints.constData());
        QVERIFY(!QFile::exists(m_folder + "/master.key"_L1));
        QVERIFY(!QFile::exists(m_folder + "/master.key.next"_L1));
    }
    const Keychain keychain(m_rings, "pass");
    QVERIFY(entriesOf(keychain, m_folder).contains("N. T. Nghi"));
    // The former sheet no longer opens it.
    const Run former = desk(keychain, m_folder, {u"recovery"_s, u"use"_s, u"--qr"_s, m_sheet});
    QVERIFY(former.exitCode > 0);
    QVERIFY(entriesOf(keychain, m_folder).contains("N. T. Nghi"));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
