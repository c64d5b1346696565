#pragma once

#include "core/store/backups.h"
#include "ui/settingsview/settingssection.h"

#include <QDateTime>

#include <optional>

class QLabel;

namespace checkpoint {

class ActionButton;

/// What a backup holds, line by line, in the desk's language.
QStringList backupText(const BackupContents &contents);

/// Backups: where they go, the last one and the next, making one now, and bringing one back in two clicks
/// after what it holds was shown. Takes values in by slots and gives wishes out by signals. GUI thread; owned
/// by the settings view.
class BackupSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit BackupSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// Where backups go.
    QString folder() const { return m_folder; }

public slots:
    void setFolder(const QString &folder);
    /// The newest backup of the folder, in UTC.
    void setLast(const std::optional<QDateTime> &moment);
    /// How far it is, in per mille; nothing when nothing is under way.
    void setProgress(std::optional<int> perMille);
    void showDone();
    void showPreview(const QString &file, const checkpoint::BackupContents &contents);
    void showRestored(const checkpoint::MergeCounts &counts);
    /// With `isFolder` it is the folder that cannot be reached.
    void showFailure(const checkpoint::Error &error, bool isFolder);

signals:
    void folderChosen(const QString &folder);
    void backupRequested();
    void cancelRequested();
    void previewRequested(const QString &file);
    void restoreRequested(const QString &file);

protected:
    void retranslate() override;

private:
    void chooseFolder();
    void chooseBackup();
    void takeBackupClick();
    void takeRestoreClick();
    void say(const QString &sentence, QLatin1StringView tone);

    QString m_folder;
    std::optional<QDateTime> m_last;
    std::optional<int> m_perMille;
    QString m_file; ///< looked at, to be brought back by the next click
    SettingRow *m_folderRow;
    ActionButton *m_choose;
    SettingRow *m_backupRow;
    ActionButton *m_backup;
    SettingRow *m_restoreRow;
    ActionButton *m_restore;
    ActionButton *m_leave;
    QLabel *m_said;
};

} // namespace checkpoint
