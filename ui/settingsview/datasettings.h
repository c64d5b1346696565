#pragma once

#include "core/store/entrystore.h"
#include "ui/settingsview/settingssection.h"

namespace checkpoint {

class ActionButton;

/// Where the records lie, and what can be done with their key. GUI thread; owned by the settings view.
class DataSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit DataSettings(QWidget *parent = nullptr);

    QString title() const override;
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
};

} // namespace checkpoint
