#pragma once

#include "core/domain/certificate.h"
#include "ui/settingsview/settingssection.h"

class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;

/// The trust list of health certificates: which keys, whose, until when; importing a file by choosing or
/// dropping it, and removing a key. Takes values in by slots and gives wishes out by signals. GUI thread;
/// owned by the settings view.
class CertificateSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit CertificateSettings(QWidget *parent = nullptr);

    QString title() const override;

public slots:
    /// The keys as they are kept. What was said of the last import stays.
    void setKeys(const QList<checkpoint::TrustedKey> &keys);
    /// Says that an import has brought so many new keys.
    void showImported(int added);
    /// Says that the last wish failed.
    void showFailure(const QString &sentence);

signals:
    void importRequested(const QString &path);
    void removeRequested(const QByteArray &kid);

protected:
    void fill() override;
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeList();
    void chooseFile();
    void remove();
    void say(const QString &sentence, QLatin1StringView tone);

    QList<TrustedKey> m_keys;
    SettingRow *m_importRow = nullptr;
    ActionButton *m_import = nullptr;
    QLabel *m_said = nullptr;
    SettingRow *m_listRow = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    ActionButton *m_remove = nullptr;
};

} // namespace checkpoint
