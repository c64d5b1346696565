#pragma once

#include "ui/scanview/devicechip.h"

#include <QWidget>

namespace checkpoint {

class ChoiceRow;
class PreviewPane;
class SignLabel;
class Toggle;

/// What can be done with one device: how it is doing, which way it counts and, of a camera, what it sees now.
class DeviceRow : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceRow(const QString &deviceId, QWidget *parent = nullptr);

    void setDevice(const DeviceInfo &device);
    const DeviceInfo &device() const { return m_device; }
    void setDirection(DirectionRule rule);
    void setMirrored(bool mirrored);
    void setPreview(const QImage &picture, const QSize &frameSize);
    bool previewWanted() const;
    QWidget *directionChoice() const;

signals:
    void directionChosen(checkpoint::DirectionRule rule);
    void previewWantedChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    DeviceInfo m_device;
    SignLabel *m_light;
    ChoiceRow *m_direction;
    Toggle *m_look;
    PreviewPane *m_preview;
};

} // namespace checkpoint
