#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace checkpoint::test {

/// The desk's window as a program of its own, under the X server of the test, and somebody at its keyboard.
class DeskProgram
{
public:
    /// `settings` are lines of the settings file, for a folder that has none yet.
    DeskProgram(const QString &dataFolder, const QByteArrayList &settings = {});
    ~DeskProgram();
    Q_DISABLE_COPY_MOVE(DeskProgram)

    /// Starts it and gives it the keyboard. False with log() when it is not ready to scan within 20 s.
    bool start();
    /// Asks it to end; false when it does not end in order.
    bool stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    quint32 windowId() const { return m_window; }

    /// Presses keys, one after another, as xdotool calls them.
    bool press(const QString &keys, int gapMs = 60);
    /// Types texts, with Enter after each.
    bool type(const QStringList &texts, int gapMs);

    /// Everything the program said on its output since it was started last.
    QByteArray log();
    /// The same over all its runs until now.
    QByteArray wholeLog() { return m_before + log(); }
    bool waitForLog(const QByteArray &text, int ms = 20'000);

    /// What the record says, by the program's own command.
    QList<QJsonObject> entries(bool revealed = false) const;

private:
    bool runTool(const QStringList &arguments);

    const QString m_folder;
    QProcess m_process;
    QByteArray m_log;
    QByteArray m_before; ///< of the runs before
    quint32 m_window = 0;
};

/// A visitor's card, one for each number below 8,000: an invented person whose short name says which. Plain
/// letters only, so that every kind of scanner can send it.
struct InventedPerson
{
    QString name;      ///< "Nguyen Thu Babibo"
    QString shortName; ///< as it is shown, "N. T. Babibo"
    QByteArray card;

    explicit InventedPerson(int number);
};

} // namespace checkpoint::test
