#pragma once

#include "core/barcode/guidance.h"
#include "core/scan/rawscan.h"
#include "ui/scanview/devicechip.h"

#include <QMap>
#include <QWidget>

#include <array>

namespace checkpoint {

class ElidedLabel;
class PreviewPane;
class SignLabel;

/// What the cameras see: one picture, or two beside each other when two lanes have a camera each, the way in
/// at the left. Each says its camera and its direction. GUI thread; owned by the scan view.
class LaneArea : public QWidget
{
    Q_OBJECT

public:
    explicit LaneArea(QWidget *parent = nullptr);

    static constexpr int mostLanes = 2;

    void setDevice(const DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    /// Shows this camera, in the place of the last one when as many as fit are shown.
    void showDevice(const QString &deviceId);
    void setPicture(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    void showSighting(const RawScan &scan);
    void showGuidance(const QString &deviceId, const Guidance &guidance);
    void setMirrored(bool mirrored);
    void setIdle(bool idle);
    /// The cameras whose pictures are shown, from left to right.
    QStringList shownDevices() const { return m_shown; }
    /// The pane of a camera that is shown; else null.
    PreviewPane *pane(const QString &deviceId) const;

signals:
    void shownDevicesChanged(const QStringList &deviceIds);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Lane
    {
        QWidget *column = nullptr;
        QWidget *head = nullptr;
        SignLabel *sign = nullptr;
        ElidedLabel *title = nullptr;
        PreviewPane *pane = nullptr;
    };

    void choose();
    void fill();

    std::array<Lane, mostLanes> m_lanes{};
    QMap<QString, DeviceInfo> m_devices; ///< cameras only
    QStringList m_wanted;                ///< what somebody chose to see, the last one last
    QStringList m_shown;
};

} // namespace checkpoint
