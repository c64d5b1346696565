#pragma once

#include "core/scan/devicecatalog.h"
#include "ui/common/deskpreferences.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class Picker;
class PreviewPane;

/// The first thing that a new desk shows: which venue, which place of it, and with what to scan; whether
/// people sign in can be chosen as well. Every question can be left open; what was answered can be changed
/// in the settings at any time. GUI thread.
class FirstStartView : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartView(QWidget *parent = nullptr);

    void setPreferences(const DeskPreferences &preferences);
    /// The cameras plugged in, and the serial ports a scanner may be on.
    void setCameras(const std::vector<CameraInfo> &cameras);
    void setPicture(const QImage &picture, const QSize &frameSize);
    void begin();

    /// A code came in from any device: the last question is answered.
    void showScanned(const QString &deviceName);

signals:
    /// The camera changes at once, so that its picture can be seen.
    void cameraChosen(const QString &camera);
    /// What was answered; empty where a question was left open.
    void finished(const QString &venue, const QString &location);
    /// The recovery sheet of the new key; can be left for later.
    void sheetWanted();
    /// Another computer was the desk before; its backup is there.
    void backupOffered();
    /// People are to sign in, and this is the first administrator; after finished().
    void administratorNamed(const QString &name, const QString &pin);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Question
    {
        QLabel *number = nullptr;
        QLabel *title = nullptr;
        QLabel *hint = nullptr;
    };

    /// Without a number it is a choice that was made already.
    Question makeQuestion(const QString &number, QWidget *card);
    QWidget *makeWords();
    QWidget *makeDevices();
    void makeAccess(QWidget *card);
    void showAccess();
    QString accessFault() const;
    void finish();
    void retranslate();

    std::vector<CameraInfo> m_cameras;
    QString m_camera;
    QString m_scannedBy;
    QLabel *m_title;
    QLabel *m_intro;
    Question m_venueQuestion;
    Question m_locationQuestion;
    Question m_deviceQuestion;
    QLineEdit *m_venue = nullptr;
    QLineEdit *m_location = nullptr;
    Question m_accessQuestion;
    ChoiceRow *m_access = nullptr; ///< without sign-in; each with a PIN
    QWidget *m_administrator = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_again = nullptr;
    QLabel *m_accessSaid = nullptr;
    Picker *m_cameraPicker = nullptr;
    PreviewPane *m_preview = nullptr;
    QLabel *m_scanner = nullptr;
    ActionButton *m_start;
    ActionButton *m_skip;
    ActionButton *m_sheet;
    ActionButton *m_backup;
};

} // namespace checkpoint
