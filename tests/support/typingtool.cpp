#include "tests/support/typingtool.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>
#include <QtCore/qtestsupport_core.h>

#include <chrono>
#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

constexpr int patienceMs = 10'000;

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!QDir().mkpath(path.section(u'/', 0, -2)) || !file.open(QIODevice::WriteOnly) ||
        file.write(content) != content.size())
        qFatal("A file for the typing tool cannot be written");
}

} // namespace

TypingTool::Kind TypingTool::kindOf(const QByteArray &name)
{
    if (name == "ibus")
        return Kind::Ibus;
    return name == "fcitx" ? Kind::Fcitx : Kind::None;
}

TypingTool::TypingTool(Kind kind) : m_kind(kind)
{
    if (kind == Kind::None)
        return;
    qputenv("HOME", m_home.path().toLocal8Bit());
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
        const QString folder = m_home.filePath(QString::fromLatin1(name).toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, folder.toLocal8Bit());
    }
    qputenv("GSETTINGS_BACKEND", "memory");
    qputenv("QT_IM_MODULE", kind == Kind::Ibus ? "ibus" : "fcitx");

    QProcess *const bus =
        run(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
    if (!bus->waitForReadyRead(patienceMs))
        qFatal("No session bus");
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus->readLine().trimmed());
}

TypingTool::~TypingTool()
{
    for (auto process = m_processes.rbegin(); process != m_processes.rend(); ++process) {
        (*process)->terminate();
        if (!(*process)->waitForFinished(3'000))
            (*process)->kill();
        (*process)->waitForFinished(3'000);
    }
}

bool TypingTool::start()
{
    if (m_kind == Kind::Ibus) {
        run(u"ibus-daemon"_s,
            {u"--panel=disable"_s, u"--emoji-extension=disable"_s, u"--cache=none"_s, u"--mem-profile"_s});
        return ask(u"ibus"_s, {u"list-engine"_s, u"--name-only"_s}, "Unikey");
    }
    if (m_kind == Kind::Fcitx) {
        write(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/fcitx5/profile"_s,
              "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=unikey\n\n"
              "[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=unikey\nLayout=\n\n"
              "[GroupOrder]\n0=Default\n");
        run(u"fcitx5"_s, {u"--keep"_s, u"--disable=notificationitem,kimpanel,classicui,waylandim"_s});
        return ask(u"fcitx5-remote"_s, {}, "1") || ask(u"fcitx5-remote"_s, {}, "0");
    }
    return true;
}

/// It hears of the window a moment after that has the keyboard, and only while the events of this program go
/// on.
bool TypingTool::switchOn()
{
    const QDeadlineTimer patience(patienceMs);
    while (!trySwitchOn()) {
        if (patience.hasExpired())
            return false;
        QTest::qWait(200);
    }
    return true;
}

std::jthread TypingTool::starve()
{
    return std::jthread([tool = pid_t(m_processes.back()->processId())](const std::stop_token &stop) {
        using namespace std::chrono_literals;
        while (!stop.stop_requested()) {
            kill(tool, SIGSTOP);
            std::this_thread::sleep_for(90ms);
            kill(tool, SIGCONT);
            std::this_thread::sleep_for(4ms);
        }
    });
}

bool TypingTool::trySwitchOn()
{
    if (m_kind == Kind::Ibus) {
        QProcess::execute(u"ibus"_s, {u"engine"_s, u"Unikey"_s});
        return answers(u"ibus"_s, {u"engine"_s}, "Unikey");
    }
    if (m_kind == Kind::Fcitx) {
        QProcess::execute(u"fcitx5-remote"_s, {u"-o"_s});
        QProcess::execute(u"fcitx5-remote"_s, {u"-s"_s, u"unikey"_s});
        return answers(u"fcitx5-remote"_s, {u"-n"_s}, "unikey");
    }
    return true;
}

QProcess *TypingTool::run(const QString &program, const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(program, arguments);
    if (!process->waitForStarted(patienceMs))
        m_problem = program + u" does not start: "_s + process->errorString();
    m_processes.push_back(std::move(process));
    return m_processes.back().get();
}

bool TypingTool::answers(const QString &program, const QStringList &arguments, const QByteArray &expected)
{
    QProcess question;
    question.setProcessChannelMode(QProcess::MergedChannels);
    question.start(program, arguments);
    question.waitForFinished(patienceMs);
    const QByteArray answer = question.readAll();
    m_problem = program + u" answers “"_s + QString::fromLocal8Bit(answer).trimmed() + u'”';
    return answer.contains(expected);
}

/// Asks again and again until the answer is as expected.
bool TypingTool::ask(const QString &program, const QStringList &arguments, const QByteArray &expected)
{
    const QDeadlineTimer patience(patienceMs);
    while (!answers(program, arguments, expected)) {
        if (patience.hasExpired())
            return false;
        QThread::msleep(200);
    }
    m_problem.clear();
    return true;
}

} // namespace checkpoint::test
