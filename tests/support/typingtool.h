#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <thread>
#include <vector>

namespace checkpoint::test {

/// A Vietnamese typing tool that really runs, with a session bus and a home of its own: what the keys of an X
/// display become in the programs that are told of it. For one test program; ends with it.
class TypingTool
{
public:
    enum class Kind { None, Ibus, Fcitx };

    /// Starts the bus, and puts what programs have to know into this program's environment: before the
    /// application object is made.
    explicit TypingTool(Kind kind);
    ~TypingTool();

    static Kind kindOf(const QByteArray &name);

    /// Starts the tool itself, with Telex; before the application object too. False with the reason in
    /// problem().
    bool start();
    /// Switches the tool on; it works on the window that has the keyboard.
    bool switchOn();
    /// Lets it stand still for 90 ms again and again, as on a machine that has no time for it, until the
    /// thread is stopped.
    std::jthread starve();
    QString problem() const { return m_problem; }

private:
    QProcess *run(const QString &program, const QStringList &arguments);
    bool trySwitchOn();
    bool answers(const QString &program, const QStringList &arguments, const QByteArray &expected);
    bool ask(const QString &program, const QStringList &arguments, const QByteArray &expected);

    const Kind m_kind;
    QTemporaryDir m_home;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    QString m_problem;
};

} // namespace checkpoint::test
