#include "tests/flow/deskprogram.h"

#include "tests/flow/program.h"
#include "tests/support/typist.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

DeskProgram::DeskProgram(const QString &dataFolder, const QByteArrayList &settings) : m_folder(dataFolder)
{
    QFile file(dataFolder + u"/settings.ini"_s);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write("[General]\n" + settings.join('\n') + '\n');
    // Where a bus is, a keychain may come with it and ask somebody for a password.
    QFile key(dataFolder + u"/master.key"_s);
    if (!key.exists() && key.open(QIODevice::WriteOnly)) {
        key.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        key.write(QByteArray(32, 'k').toHex() + '\n');
    }
}

DeskProgram::~DeskProgram()
{
    if (isRunning() && !stop())
        m_process.kill();
    m_process.waitForFinished();
}

bool DeskProgram::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_QPA_PLATFORM"_s);
    if (!environment.contains(u"DBUS_SESSION_BUS_ADDRESS"_s))
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_process.setProcessEnvironment(talkative(environment));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_before += m_log;
    m_log.clear();
    m_process.start(programPath(), {u"--data"_s, m_folder});
    if (!waitForLog("Ready to scan"))
        return false;
    QProcess search;
    search.start(u"xdotool"_s, {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--class"_s, u"checkpoint"_s});
    search.waitForFinished(20'000);
    m_window = search.readAll().trimmed().split('\n').last().toUInt();
    // There is no window manager to give the window the keyboard.
    const bool focused = runTool({u"windowfocus"_s, u"--sync"_s, QString::number(m_window)});
    QTest::qWait(300);
    return focused;
}

bool DeskProgram::stop()
{
    ::kill(pid_t(processId()), SIGTERM);
    const bool ended = QTest::qWaitFor([this] { return !isRunning(); }, 20'000);
    m_log += m_process.readAll();
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

bool DeskProgram::press(const QString &keys, int gapMs)
{
    return runTool(QStringList{u"key"_s, u"--delay"_s, QString::number(gapMs)} + keys.split(u' '));
}

bool DeskProgram::type(const QStringList &texts, int gapMs)
{
    const QString gap = QString::number(gapMs);
    QStringList arguments;
    for (const QString &text : texts)
        arguments += {u"type"_s, u"--delay"_s, gap,          u"--args"_s, u"1"_s,     u"--"_s,
                      text,      u"key"_s,     u"--delay"_s, gap,         u"Return"_s};
    return runTool(arguments);
}

/// Events go on meanwhile: the test may be listening to something.
bool DeskProgram::runTool(const QStringList &arguments)
{
    QProcess tool;
    startTypist(&tool, arguments);
    return QTest::qWaitFor([&tool] { return tool.state() == QProcess::NotRunning; }, 60'000) &&
           tool.exitCode() == 0;
}

QByteArray DeskProgram::log()
{
    m_log += m_process.readAll();
    return m_log;
}

bool DeskProgram::waitForLog(const QByteArray &text, int ms)
{
    return QTest::qWaitFor([this, &text] { return log().contains(text) || !isRunning(); }, ms) &&
           m_log.contains(text);
}

QList<QJsonObject> DeskProgram::entries(bool revealed) const
{
    QStringList arguments{u"entries"_s, u"--data"_s, m_folder, u"--json"_s};
    if (revealed)
        arguments.append(u"--reveal"_s);
    return runProgram(arguments).objects();
}

InventedPerson::InventedPerson(int number)
{
    static const QStringList syllables{u"ba"_s, u"be"_s, u"bi"_s, u"bo"_s, u"bu"_s, u"ca"_s, u"co"_s,
                                       u"da"_s, u"de"_s, u"di"_s, u"do"_s, u"du"_s, u"la"_s, u"le"_s,
                                       u"li"_s, u"lo"_s, u"lu"_s, u"ma"_s, u"me"_s, u"mi"_s};
    QString last;
    for (const int part : {number / 400 % 20, number / 20 % 20, number % 20})
        last += syllables[part];
    last[0] = last[0].toUpper();
    name = u"Nguyen Thu "_s + last;
    shortName = u"N. T. "_s + last;
    // Digits 4 to 6 say: a man born in 1990.
    card = "001090" + QByteArray::number(900'000 + number) + "||" + name.toUtf8() +
           "|15011990|Nam|So 1 Pho Gia Dinh, Ha Noi|01052021";
}

} // namespace checkpoint::test
