#pragma once

#include "core/store/entrystore.h"
#include "ui/settingsview/settingssection.h"

namespace checkpoint {

class ActionButton;
class RecordCheckPanel;

/// Where the records lie, what can be done with their key, and whether they are as they were written. GUI
/// thread; owned by the settings view.
class DataSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit DataSettings(QWidget *parent = nullptr);

    QString title() const override;
    RecordCheckPanel *recordCheckPanel() const { return m_check; }
    void setDataPlace(const QString &folder, KeyPlace keyPlace);
    /// What came of what was wanted of the key.
    void say(const QString &sentence, bool wentWell);

signals:
    void sheetWanted();
    void keyChangeWanted();

protected:
    void retranslate() override;

private:
    QString m_folder;
    KeyPlace m_keyPlace = KeyPlace::File;
    SettingRow *m_folderRow;
    QLabel *m_folderText;
    SettingRow *m_keyRow;
    QLabel *m_keyText;
    SettingRow *m_sheetRow;
    ActionButton *m_sheet;
    SettingRow *m_changeRow;
    ActionButton *m_change;
    QLabel *m_said;
    RecordCheckPanel *m_check;
    SettingRow *m_checkRow;
    ActionButton *m_checkButton;
};

} // namespace checkpoint
