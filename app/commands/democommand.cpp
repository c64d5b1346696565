#include "app/commands/democommand.h"

#include "app/commands/arguments.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

DemoCommand::DemoCommand(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_folder(dataFolder.isEmpty() ? DataFolder::defaultPath() + "/sample/"_L1 +
                                          QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s)
                                    : dataFolder)
{
}

QString DemoCommand::clipPath()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &path :
         {program + "/sample.webm"_L1, program + "/../share/checkpoint-desk/sample.webm"_L1}) {
        if (QFileInfo::exists(path))
            return QFileInfo(path).canonicalFilePath();
    }
    return {};
}

void DemoCommand::start(const QStringList &arguments)
{
    const QString clip = clipPath();
    if (!arguments.isEmpty() || clip.isEmpty()) {
        complain(clip.isEmpty() ? u"the sample clip is missing from this installation"_s
                                : u"demo takes no arguments"_s);
        emit finished(clip.isEmpty() ? ExitSourceUnreadable : ExitWrongUse);
        return;
    }
    if (QFileInfo::exists(EntryStore::databasePath(m_folder))) {
        complain(m_folder + u" holds a record already; the sample is not played into it"_s);
        emit finished(ExitWrongUse);
        return;
    }
    if (!printLine("Playing the sample clip " + clip.toUtf8() +
                   " as if a camera saw it. Nobody in it exists.")) {
        emit finished(ExitNotRecorded);
        return;
    }
    m_scan = std::make_unique<ScanCommand>(m_folder);
    connect(m_scan.get(), &ScanCommand::finished, this, &DemoCommand::listEntries, Qt::QueuedConnection);
    m_scan->play({clip}, DirectionRule::Auto, u"Sample gate"_s, false);
}

void DemoCommand::listEntries(int scanExitCode)
{
    m_scan.reset(); // closes the store: the listing below reads what is really on the disk
    if (scanExitCode != ExitDone) {
        emit finished(scanExitCode);
        return;
    }
    const QString csv = m_folder + "/entries.csv"_L1;
    m_entries = std::make_unique<EntriesCommand>(m_folder);
    connect(m_entries.get(), &EntriesCommand::finished, this, [this, csv](int exitCode) {
        const bool printed = exitCode == ExitDone &&
                             printLine("Database: " + EntryStore::databasePath(m_folder).toUtf8()) &&
                             printLine("CSV:      " + csv.toUtf8());
        emit finished(exitCode == ExitDone && !printed ? ExitNotRecorded : exitCode);
    });
    m_entries->start({u"--csv"_s, csv});
}

} // namespace checkpoint
