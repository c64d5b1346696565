#include "app/deskmove.h"

#include "core/desk/checkpointdesk.h"
#include "ui/firststart/firststartview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/settingsview/backupsettings.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

DeskMove::DeskMove(EntryStore *store, CheckpointDesk *desk, MainWindow *window)
    : m_backups(store), m_desk(desk), m_window(window)
{
    connect(window->firstStartView(), &FirstStartView::backupOffered, this, &DeskMove::chooseBackup);
}

void DeskMove::chooseBackup()
{
    auto *const dialog =
        new QFileDialog(m_window, tr("Backup of the former computer"), {}, tr("Backups (checkpoint-*.db)"));
    dialog->setObjectName(u"moveInFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DeskMove::look);
    dialog->open();
}

void DeskMove::look(const QString &file)
{
    m_backups.lookAnew(file).then(this, [this, file](const Result<BackupContents> &contents) {
        if (contents)
            askWhether(file, *contents);
        else
            m_window->showTrouble({}, contents.error());
    });
}

void DeskMove::askWhether(const QString &file, const BackupContents &contents)
{
    auto *const question =
        new QMessageBox(QMessageBox::Question, tr("Continue with this backup"),
                        tr("Shall this desk go on from this backup?"), QMessageBox::NoButton, m_window);
    question->setObjectName(u"moveInQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(backupText(contents).join(u'\n'));
    QPushButton *const yes = question->addButton(tr("Go on from it"), QMessageBox::AcceptRole);
    yes->setObjectName(u"moveInYes"_s);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QAbstractButton::clicked, this, [this, file, contents] { askForSheet(file, contents); });
    question->open();
}

void DeskMove::askForSheet(const QString &file, const BackupContents &contents)
{
    auto *const dialog = new RecoveryDialog(contents.keyId, {}, {}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_desk, &CheckpointDesk::sighted, dialog, &RecoveryDialog::takeScan);
    connect(dialog, &RecoveryDialog::keyGiven, this, [this, dialog, file](const Secret &key) {
        const MoveIn move{file, key}; // the dialog forgets its own
        dialog->showAnswer({});
        emit wanted(move);
    });
    dialog->open();
}

} // namespace checkpoint
