#include "ui/settingsview/backupsettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingrow.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QString dayAndTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return dateText(local.date()) + u' ' + local.toString(u"HH:mm"_s);
}

} // namespace

QStringList backupText(const BackupContents &contents)
{
    QStringList lines{
        BackupSettings::tr("%1 entries of %2 visitors").arg(contents.entries).arg(contents.visitors)};
    if (contents.firstUtcMs && contents.lastUtcMs)
        lines << BackupSettings::tr("from %1 to %2")
                     .arg(dayAndTime(QDateTime::fromMSecsSinceEpoch(*contents.firstUtcMs)),
                          dayAndTime(QDateTime::fromMSecsSinceEpoch(*contents.lastUtcMs)));
    if (!contents.venue.isEmpty())
        lines << BackupSettings::tr("venue: %1").arg(contents.venue);
    if (!contents.desk.isEmpty())
        lines << BackupSettings::tr("desk: %1").arg(contents.desk);
    lines << BackupSettings::tr("%1, format %2")
                 .arg(QLocale().formattedDataSize(contents.bytes))
                 .arg(contents.version);
    return lines;
}

BackupSettings::BackupSettings(QWidget *parent)
    : SettingsSection(u"backupSettings"_s, "backup"_L1, parent)
    , m_choose(new ActionButton(ActionButton::Look::Plain, this))
    , m_backup(new ActionButton(ActionButton::Look::Plain, this))
    , m_restore(new ActionButton(ActionButton::Look::Plain, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
    , m_said(new QLabel(this))
{
    m_choose->setObjectName(u"backupFolder"_s);
    m_backup->setObjectName(u"backupNow"_s);
    m_restore->setObjectName(u"backupRestore"_s);
    m_leave->setObjectName(u"backupLeave"_s);
    m_said->setObjectName(u"backupSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    m_backupRow = addRow(m_backup);
    m_folderRow = addRow(m_choose);
    auto *restoring = new QWidget(this);
    auto *answers = new QHBoxLayout(restoring);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_restore);
    answers->addWidget(m_leave);
    restoring->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_restoreRow = addRow(restoring, m_restore);
    rows()->addWidget(m_said);
    connect(m_choose, &QAbstractButton::clicked, this, &BackupSettings::chooseFolder);
    connect(m_backup, &QAbstractButton::clicked, this, &BackupSettings::takeBackupClick);
    connect(m_restore, &QAbstractButton::clicked, this, &BackupSettings::takeRestoreClick);
    connect(m_leave, &QAbstractButton::clicked, this, [this] {
        m_file.clear();
        m_said->hide();
        retranslate();
    });
}

QString BackupSettings::title() const
{
    return tr("Backups");
}

void BackupSettings::setFolder(const QString &folder)
{
    m_folder = folder;
    retranslate();
}

void BackupSettings::setLast(const std::optional<QDateTime> &moment)
{
    m_last = moment;
    retranslate();
}

void BackupSettings::setProgress(std::optional<int> perMille)
{
    if (perMille && !m_perMille && m_file.isEmpty())
        m_said->hide(); // what is said next is about this one
    m_perMille = perMille;
    retranslate();
}

void BackupSettings::showDone()
{
    say(m_last ? tr("The backup of %1 was made and checked.")
                     .arg(QLocale().toString(m_last->toLocalTime().time(), u"HH:mm:ss"_s))
               : tr("The backup was made and checked."),
        "in"_L1);
}

void BackupSettings::showPreview(const QString &file, const BackupContents &contents)
{
    m_file = file;
    QStringList lines = backupText(contents);
    lines << tr("What is missing here is restored. What was recorded since stays.");
    say(lines.join(u'\n'), "quiet"_L1);
    retranslate();
}

void BackupSettings::showRestored(const MergeCounts &counts)
{
    m_file.clear();
    say(counts.entries > 0 ? tr("Entries that came back: %n", nullptr, int(counts.entries))
                           : tr("Nothing was missing: the record had everything that the backup holds."),
        "quiet"_L1);
    retranslate();
}

void BackupSettings::showFailure(const Error &error, bool isFolder)
{
    m_file.clear();
    const ErrorText text = errorText(error.code);
    say(isFolder ? tr("The folder for backups cannot be reached. It is tried again every ten minutes.")
                 : text.happened + u' ' + text.kept + u' ' + text.todo,
        "refused"_L1);
    retranslate();
}

void BackupSettings::say(const QString &sentence, QLatin1StringView tone)
{
    m_said->setText(sentence);
    setTone(m_said, tone);
    m_said->show();
}

void BackupSettings::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSettings::folderChosen);
    dialog->open();
}

void BackupSettings::chooseBackup()
{
    auto *dialog =
        new QFileDialog(this, tr("Backup to bring back"), m_folder, tr("Backups (checkpoint-*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupSettings::previewRequested);
    dialog->open();
}

void BackupSettings::takeBackupClick()
{
    if (m_perMille)
        emit cancelRequested();
    else
        emit backupRequested();
}

void BackupSettings::takeRestoreClick()
{
    if (m_file.isEmpty())
        chooseBackup();
    else
        emit restoreRequested(m_file);
}

void BackupSettings::retranslate()
{
    const QString last = m_last ? tr("Last one: %1. The next is made tomorrow.").arg(dayAndTime(*m_last))
                                : tr("There is none yet. The first is made within minutes.");
    m_backupRow->setWords(tr("Backup of each day"), m_perMille ? tr("%1 %").arg(*m_perMille / 10) : last,
                          tr("copy save safety"));
    m_backup->setLabel(m_perMille ? tr("Stop") : tr("Back up now"));
    m_folderRow->setWords(
        tr("Folder for backups"),
        (m_folder.isEmpty() ? QString() : QDir::toNativeSeparators(m_folder) + u'\n') +
            tr("Best on another disk or computer: if this disk fails, a backup on it is lost too."),
        tr("second disk share network"));
    m_choose->setLabel(tr("Choose a folder"));
    m_restoreRow->setWords(tr("Bring back a backup"),
                           tr("Shows what it holds first. Nothing that was recorded since is lost."),
                           tr("restore recover lost"));
    m_restore->setLabel(m_file.isEmpty() ? tr("Choose a backup") : tr("Bring back"));
    m_restore->setEnabled(!m_perMille);
    m_leave->setLabel(tr("Leave it"));
    m_leave->setVisible(!m_file.isEmpty() && !m_perMille);
}

} // namespace checkpoint
