#include "app/deskkeys.h"

#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "core/posters/recoverysheet.h"
#include "core/settings/recoverycode.h"
#include "core/store/folderkeys.h"
#include "ui/common/errortext.h"
#include "ui/firststart/firststartview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/settingsview.h"

#include <QDate>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

DeskKeys::DeskKeys(DataFolder *folder, CheckpointDesk *desk, VenueOffice *office, MainWindow *window)
    : m_folder(folder), m_desk(desk), m_office(office), m_window(window), m_files(u"keys"_s)
{
    const DataSettings *settings = window->settingsView()->dataSettings();
    connect(settings, &DataSettings::sheetWanted, this, &DeskKeys::saveSheet);
    connect(settings, &DataSettings::keyChangeWanted, this, &DeskKeys::askForChange);
    connect(window->firstStartView(), &FirstStartView::sheetWanted, this, &DeskKeys::saveSheet);
}

// ---- taking a sheet

RecoveryDialog *DeskKeys::opened(const QStringList &administrators)
{
    const auto record = m_folder->keyRecord();
    m_dialog = new RecoveryDialog(record ? record->keyId : QByteArray(), m_folder->formerKeyIds(),
                                  administrators, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_desk, &CheckpointDesk::sighted, m_dialog, &RecoveryDialog::takeScan);
    m_dialog->open();
    return m_dialog;
}

void DeskKeys::takeTrouble(const Error &error)
{
    if (error.code != ErrorCode::KeyMissing || !m_folder->keyRecord() || m_wasOffered)
        return;
    m_wasOffered = true;
    RecoveryDialog *const dialog = opened({});
    connect(dialog, &RecoveryDialog::keyGiven, this, [this, dialog = m_dialog](const Secret &key) {
        emit recoveryBegun();
        m_folder->recover(key).then(this, [this, dialog](const Result<void> &done) {
            if (dialog)
                dialog->showAnswer(done);
            emit recoveryEnded(done.ok());
        });
    });
}

RecoveryDialog *DeskKeys::openForgottenPin()
{
    QStringList administrators;
    for (const DeskOperator &each : m_folder->access()->operators()) {
        if (each.role == Role::Administrator)
            administrators.append(each.name);
    }
    RecoveryDialog *const dialog = opened(administrators);
    connect(dialog, &RecoveryDialog::pinGiven, this,
            [this, dialog = m_dialog](const Secret &key, const QString &name, const QString &pin) {
                m_folder->access()->recover(key, name, pin).then(this, [dialog](const Result<void> &done) {
                    if (dialog)
                        dialog->showAnswer(done);
                });
            });
    return dialog;
}

void DeskKeys::takeOpened()
{
    if (m_dialog)
        m_dialog->close();
}

// ---- making one

void DeskKeys::saveSheet()
{
    auto *const dialog = new QFileDialog(m_window, tr("Save the recovery sheet"), tr("recovery-sheet.pdf"),
                                         tr("PDF files (*.pdf)"));
    dialog->setObjectName(u"recoverySheetFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &DeskKeys::write);
    dialog->open();
}

void DeskKeys::write(const QString &path)
{
    m_office->load().then(this, [this, path](const Result<VenueRecord> &record) {
        const QString venue = record && record->venue ? record->venue->name : QString();
        m_folder->keyForSheet()
            .then(this,
                  [this, path, venue](const Result<Secret> &key) {
                      if (!key)
                          return readyFuture(Result<void>(key.error()));
                      return m_files.run([path, venue, key = *key] {
                          return writeRecoveryPdf(path,
                                                  {venue, masterKeyName(masterKeyId(key)),
                                                   QDate::currentDate(), recoveryText(key),
                                                   recoveryWords(key), recoveryWordsALine},
                                                  PosterLanguages::Both);
                      });
                  })
            .then(this, [this](const Result<void> &written) {
                if (written)
                    m_window->settingsView()->operatorSettings()->takeSheetSaved();
                say(written, tr("The recovery sheet is saved. Print it, lock it away, and delete the file."));
            });
    });
}

// ---- another key

void DeskKeys::askForChange()
{
    auto *const question = new QMessageBox(QMessageBox::Question, tr("Change the key"),
                                           tr("Give the personal data another key? Recovery sheets made so "
                                              "far are out of date then; scanning goes "
                                              "on."),
                                           QMessageBox::NoButton, m_window);
    question->setObjectName(u"keyChangeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *const yes = question->addButton(tr("Change the key"), QMessageBox::AcceptRole);
    question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QAbstractButton::clicked, this, &DeskKeys::change);
    question->open();
}

void DeskKeys::change()
{
    m_folder->changeKey().then(this, [this](const Result<void> &changed) {
        say(changed, tr("The data have another key. Save a new recovery sheet now. Keep the old one locked "
                        "away as long as there are backups from before."));
    });
}

void DeskKeys::say(const Result<void> &done, const QString &sentence)
{
    m_window->settingsView()->dataSettings()->say(done ? sentence : errorText(done.error().code).happened,
                                                  done.ok());
}

} // namespace checkpoint
