#pragma once

#include "core/barcode/guidance.h"
#include "core/scan/rawscan.h"
#include "core/scan/scandevice.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace checkpoint {

/// Where a point of the frame lies on the screen. `picture` is where the whole frame is drawn; mirrored only
/// for the eye.
QPolygonF mappedOutline(const QPolygonF &outline, const QSize &frame, const QRectF &picture, bool mirrored);

/// What the person with the code should do, in a few words; empty for Advice::None.
QString adviceWords(Advice advice);

/// The camera's picture with the outline of the code found, what would help to read one that is not, or what
/// to do where there is no picture. Paints itself.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    /// The state of the camera that is shown; nothing when there is no camera.
    void setState(std::optional<DeviceState> state);
    void setMirrored(bool mirrored);
    /// Nothing of what is held up can be recorded now: nobody is asked to.
    void setIdle(bool idle);
    /// A picture and the size of the frame it was made from.
    void setPicture(const QImage &picture, const QSize &frameSize);
    /// Draws the outlines; they fade when the code is not seen again.
    void showSighting(const RawScan &scan);
    /// Says what would help, with a frame that goes with the code; until the next one, or a sighting.
    void showGuidance(const Guidance &guidance);

    /// The sentence that is shown in words on the pane now; for screen readers and tests.
    QString caption() const;
    bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF pictureRect() const;
    int stripHeight() const;
    void paintPicture(QPainter &painter);
    void paintSightings(QPainter &painter, const QRectF &target);
    void paintGuidance(QPainter &painter, const QRectF &target);
    void paintWords(QPainter &painter);
    void paintMessage(QPainter &painter);
    void tellScreenReader();

    std::optional<DeviceState> m_state;
    bool m_mirrored = true;
    bool m_idle = false;
    QImage m_picture;
    QSize m_frameSize;
    RawScan m_sighting;
    Guidance m_guidance;
    QTimer m_fade;
};

} // namespace checkpoint
