#pragma once

#include "ui/scanview/devicechip.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace checkpoint {

class ChoiceRow;
class PreviewPane;
class SignLabel;
class Toggle;

/// What can be done with one device: how it is doing, which way it counts, what the desk calls it and, of a
/// camera, what it sees now. A name counts with Enter or when its field is left; Esc takes back what was
/// typed.
class DeviceRow : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceRow(const QString &deviceId, QWidget *parent = nullptr);

    void setDevice(const DeviceInfo &device);
    const DeviceInfo &device() const { return m_device; }
    void setDirection(DirectionRule rule);
    /// The name that was given; what is being typed, or was refused, stays.
    void setGivenName(const QString &name);
    /// Says why the name that was typed is not taken.
    void refuseName(const QString &reason);
    void setMirrored(bool mirrored);
    void setPreview(const QImage &picture, const QSize &frameSize);
    bool previewWanted() const;
    QWidget *directionChoice() const;

signals:
    void directionChosen(checkpoint::DirectionRule rule);
    /// Empty: the device is called by its own name again.
    void nameChosen(const QString &name);
    void previewWantedChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeNameLine(const QString &deviceId);
    void takeName();
    void restoreName();
    void sayFault(const QString &fault);
    void retranslate();

    DeviceInfo m_device;
    QString m_givenName;
    SignLabel *m_light;
    ChoiceRow *m_direction;
    QLabel *m_nameWord;
    QLineEdit *m_name;
    QLabel *m_nameFault;
    Toggle *m_look;
    QWidget *m_nameLine; ///< and whether its picture is shown
    PreviewPane *m_preview;
};

} // namespace checkpoint
