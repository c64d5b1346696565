#include "tests/flow/program.h"

#include <QJsonDocument>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

QList<QByteArray> Run::lines() const
{
    QList<QByteArray> all = output.split('\n');
    if (!all.isEmpty() && all.last().isEmpty())
        all.removeLast();
    return all;
}

QList<QJsonObject> Run::objects() const
{
    QList<QJsonObject> all;
    for (const QByteArray &line : lines())
        all.append(QJsonDocument::fromJson(line).object());
    return all;
}

QString programPath()
{
    return QStringLiteral(CHECKPOINT_PROGRAM);
}

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.endsWith(u"_proxy"_s, Qt::CaseInsensitive))
            environment.remove(name);
    }
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    return environment;
}

Run runProgram(const QStringList &arguments, const QByteArray &input, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(programPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    const bool ended = process.waitForFinished(120'000);
    run.output = process.readAllStandardOutput();
    run.complaints = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    else
        process.kill();
    return run;
}

QByteArray foundOf(const QByteArrayList &data, const QByteArray &said)
{
    constexpr qsizetype leastBytes = 6;
    for (QByteArray datum : data) {
        for (const char between : {',', ' ', '<'})
            datum.replace(between, '|');
        for (const QByteArray &part : datum.split('|')) {
            if (part.size() >= leastBytes && said.contains(part))
                return part;
        }
    }
    return {};
}

QProcessEnvironment talkative(QProcessEnvironment environment)
{
    environment.insert(u"QT_LOGGING_RULES"_s, u"checkpoint.*=true;qt.multimedia*=false"_s);
    return environment;
}

} // namespace checkpoint::test
