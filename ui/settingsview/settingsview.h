#pragma once

#include "core/scan/devicecatalog.h"
#include "core/store/entrystore.h"
#include "ui/common/deskpreferences.h"
#include "ui/common/keyhint.h"
#include "ui/common/soundboard.h"
#include "ui/scanview/devicechip.h"

#include <QMap>
#include <QWidget>

#include <array>
#include <functional>
#include <vector>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSlider;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class Picker;
class Toggle;

/// What the person at the desk can choose. A change counts at once; there is no OK. GUI thread; owned by the
/// main window.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsView(QWidget *parent = nullptr);

    /// Shows these values; emits nothing.
    void setPreferences(const DeskPreferences &preferences);
    /// The cameras that are plugged in now.
    void setCameras(const std::vector<CameraInfo> &cameras);
    /// Makes a device known, so that its direction can be chosen.
    void setDevice(const DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    /// Where the data lie and where their key is kept.
    void setDataPlace(const QString &folder, KeyPlace keyPlace);
    QList<KeyHint> keyHints() const;

public slots:
    void editLocation();

signals:
    void preferencesChanged(const checkpoint::DeskPreferences &preferences);
    void soundTested(checkpoint::Sound sound);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A heading, and rows of words and a control below it.
    QGridLayout *addSection(QVBoxLayout *column, QLabel *&heading);
    QLabel *addRow(QGridLayout *grid, QWidget *control);
    void makeDesk(QVBoxLayout *column);
    void makeCamera(QVBoxLayout *column);
    void makeSound(QVBoxLayout *column);
    void makeLook(QVBoxLayout *column);
    void makeData(QVBoxLayout *column);
    void retranslate();
    void fillCameras();
    void fillDirections();
    void change(const std::function<void(DeskPreferences &)> &edit);

    QBoxLayout *m_columns = nullptr;
    DeskPreferences m_preferences;
    std::vector<CameraInfo> m_cameras;
    QMap<QString, DeviceInfo> m_devices;
    QString m_folder;
    KeyPlace m_keyPlace = KeyPlace::File;

    QLabel *m_deskHeading = nullptr;
    QLabel *m_venueLabel = nullptr;
    QLineEdit *m_venue = nullptr;
    QLabel *m_locationLabel = nullptr;
    QLineEdit *m_location = nullptr;
    QLabel *m_cameraHeading = nullptr;
    QLabel *m_cameraLabel = nullptr;
    Picker *m_camera = nullptr;
    QLabel *m_mirrorLabel = nullptr;
    Toggle *m_mirrored = nullptr;
    QGridLayout *m_directionGrid = nullptr;
    struct DirectionRow
    {
        QLabel *label = nullptr;
        ChoiceRow *choice = nullptr;
    };
    QMap<QString, DirectionRow> m_directions;
    QLabel *m_soundHeading = nullptr;
    QLabel *m_volumeLabel = nullptr;
    QSlider *m_volume = nullptr;
    QLabel *m_volumeFigure = nullptr;
    QLabel *m_testLabel = nullptr;
    std::array<ActionButton *, 3> m_tests{};
    QLabel *m_lookHeading = nullptr;
    QLabel *m_languageLabel = nullptr;
    ChoiceRow *m_language = nullptr;
    QLabel *m_themeLabel = nullptr;
    ChoiceRow *m_theme = nullptr;
    QLabel *m_dataHeading = nullptr;
    QLabel *m_folderLabel = nullptr;
    QLabel *m_folderText = nullptr;
    QLabel *m_keyLabel = nullptr;
    QLabel *m_keyText = nullptr;
};

} // namespace checkpoint
