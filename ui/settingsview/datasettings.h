#pragma once

#include "core/store/entrystore.h"
#include "ui/settingsview/settingssection.h"

namespace checkpoint {

class ActionButton;
class RecordCheckPanel;

/// Where the records lie. GUI thread; owned by the settings view.
class DataSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit DataSettings(QWidget *parent = nullptr);

    QString title() const override;
    RecordCheckPanel *recordCheckPanel() const { return m_check; }
    void setDataPlace(const QString &folder, KeyPlace keyPlace);

protected:
    void retranslate() override;

private:
    QString m_folder;
    KeyPlace m_keyPlace = KeyPlace::File;
    SettingRow *m_folderRow;
    QLabel *m_folderText;
    SettingRow *m_keyRow;
    QLabel *m_keyText;
    RecordCheckPanel *m_check;
    SettingRow *m_checkRow;
    ActionButton *m_checkButton;
};

} // namespace checkpoint
