#include "core/settings/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As the Exec key wants a path: quoted, what is special within quotes escaped, "%" doubled.
QString quotedForExec(const QString &program)
{
    QString quoted;
    for (const QChar c : program) {
        // A backslash stands twice in a desktop entry, and once more before what it escapes.
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            quoted += u"\\\\"_s;
        if (c == u'\\')
            quoted += c;
        quoted += c == u'%' ? u"%%"_s : QString(c);
    }
    return u'"' + quoted + u'"';
}

QByteArray entryFor(const QString &program)
{
    return u"[Desktop Entry]\nType=Application\nName=Checkpoint Desk\nExec=%1\nTerminal=false\n"_s
        .arg(quotedForExec(program))
        .toUtf8();
}

} // namespace

QString autostartPath(const QString &configFolder)
{
    return configFolder + "/autostart/org.checkpointdesk.CheckpointDesk.desktop"_L1;
}

Result<void> setAutostart(bool wanted, const QString &configFolder, const QString &program)
{
    const QString path = autostartPath(configFolder);
    QFile present(path);
    if (!wanted) {
        if (present.exists() && !present.remove())
            return Error{ErrorCode::WriteFailed, u"the autostart entry cannot be removed"_s};
        return {};
    }
    const QByteArray entry = entryFor(program);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == entry)
        return {};
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(entry) != entry.size() || !file.commit())
        return Error{ErrorCode::WriteFailed, u"the autostart entry cannot be written"_s};
    return {};
}

} // namespace checkpoint
