#pragma once

#include "core/domain/admission.h"
#include "core/scan/scandevice.h"

#include <QAbstractButton>

namespace checkpoint {

/// A device as the window shows it.
struct DeviceInfo
{
    QString id;
    QString name;
    DeviceState state = DeviceState::Starting;
    DirectionRule direction = DirectionRule::Auto;
    bool hasPicture = false; ///< a camera; its picture can be shown
    bool isProven = true;    ///< a scanner that has read nothing yet may not be there at all
    QString ownName = {};    ///< as it calls itself; empty where the desk cannot call it otherwise

    bool operator==(const DeviceInfo &) const = default;
};

/// One device in the row under the preview: a dot in the colour of its state, its name, its state in words
/// and its direction. Pressing it, with Enter as well, shows its picture, or opens its settings.
class DeviceChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit DeviceChip(QWidget *parent = nullptr);

    void setDevice(const DeviceInfo &device);
    const DeviceInfo &device() const { return m_device; }

    /// Of every chip, at the size of text in use.
    static int usualHeight();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString words() const;

    DeviceInfo m_device;
};

} // namespace checkpoint
