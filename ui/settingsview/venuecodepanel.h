#pragma once

#include "core/scan/rawscan.h"
#include "core/store/venueregister.h"
#include "ui/common/savingplace.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;
class SettingRow;
class Toggle;

/// The venue's code, and its file: an existing code is taken over by scanning, pasting or typing it; venue,
/// keys and registers are taken to another desk, or over from one. Takes values in by slots and gives wishes
/// out by signals. GUI thread; owned by the settings view.
class VenueCodePanel : public QWidget
{
    Q_OBJECT

public:
    explicit VenueCodePanel(QWidget *parent = nullptr);

    SavingPlace saving; ///< asks where a file goes
    std::function<QString(QWidget *parent, const QString &title, const QString &kinds)> askWhich;

public slots:
    void setRecord(const checkpoint::VenueRecord &record);
    /// What a device of the desk, or a picture, shows while the page is open.
    void takeScan(const checkpoint::RawScan &scan);
    void showAdopted(const Result<void> &adopted);
    void showExported(const Result<QString> &path);
    void showImported(const Result<checkpoint::VenueImport> &imported);

signals:
    void adoptWanted(const QString &text);
    /// Back to a code of the desk's own.
    void ownCodeWanted();
    void pictureChosen(const QString &path);
    void exportWanted(const QString &path, const QString &passphrase);
    void importWanted(const QString &path, const QString &passphrase, bool replaceVenue);
    /// The page is seen: what is scanned now is for it.
    void listening(bool listens);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeCode();
    QWidget *makeExport();
    QWidget *makeImport();
    SettingRow *addEdit(QLineEdit *&edit, const QString &name, QVBoxLayout *column, bool secret);
    void adopt();
    void exportFile();
    void importFile();
    void retranslate();
    void sayState();

    VenueRecord m_record;
    QBoxLayout *m_files = nullptr;
    QLabel *m_codeTitle = nullptr;
    QLabel *m_state = nullptr;
    QLineEdit *m_text = nullptr;
    SettingRow *m_textRow = nullptr;
    ActionButton *m_picture = nullptr;
    ActionButton *m_take = nullptr;
    ActionButton *m_own = nullptr;
    QLabel *m_codeSaid = nullptr;
    QLabel *m_exportTitle = nullptr;
    QLabel *m_exportAbout = nullptr;
    QLineEdit *m_phrase = nullptr;
    SettingRow *m_phraseRow = nullptr;
    QLineEdit *m_again = nullptr;
    SettingRow *m_againRow = nullptr;
    ActionButton *m_export = nullptr;
    QLabel *m_exportSaid = nullptr;
    QLabel *m_importTitle = nullptr;
    QLabel *m_importAbout = nullptr;
    QLineEdit *m_opens = nullptr;
    SettingRow *m_opensRow = nullptr;
    Toggle *m_replace = nullptr;
    SettingRow *m_replaceRow = nullptr;
    ActionButton *m_import = nullptr;
    QLabel *m_importSaid = nullptr;
};

} // namespace checkpoint
