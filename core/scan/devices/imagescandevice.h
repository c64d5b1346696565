#pragma once

#include "core/scan/deliveryqueue.h"
#include "core/scan/picturedecoder.h"
#include "core/scan/scandevice.h"

#include <QImage>

#include <atomic>
#include <memory>

class QThread;

namespace checkpoint {

/// Reads pictures: a file, the pictures of a folder (by name, without its sub-folders), or a photo that was
/// dropped or pasted. Each picture is one scan, also when it holds no code; one that cannot be read is told
/// by failed() and the next one follows. Reading and decoding happen on a thread of its own. finished()
/// always comes unless stop() was called.
class ImageScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// `path` as the user gave it: it stands before the names of the pictures in RawScan::source. The clock
    /// outlives the device.
    ImageScanDevice(const QString &path, const Clock *clock, QObject *parent = nullptr);
    /// A photo in memory; `source` is what it is called in RawScan::source.
    ImageScanDevice(const QImage &photo, const QString &source, const Clock *clock,
                    QObject *parent = nullptr);
    ~ImageScanDevice() override;

    void start() override;
    void stop() override;
    void pause() override;
    void resume() override;
    void setPreviewWanted(bool wanted) override;

    /// True when the path is a folder or a picture this device can read, by its content or the end of its
    /// name.
    static bool accepts(const QString &path);

    /// The largest picture that is read, in megabytes of pixels: a 108-megapixel photo of a phone takes 432.
    static constexpr int largestPictureMegabytes = 1024;

private:
    // On the reading thread; false when there is nothing more to read for.
    void readAll(DeliveryQueue *queue);
    bool readFile(const QString &source, PictureDecoder &decoder, DeliveryQueue *queue);
    bool deliver(const QImage &picture, const QString &source, PictureDecoder &decoder, DeliveryQueue *queue);

    const QString m_path; ///< or what the photo is called
    const QImage m_photo;
    const Clock *const m_clock;
    std::atomic_bool m_makePreviews = false;
    DeliveryQueue *m_queue = nullptr; ///< a child, from start() to stop()
    std::unique_ptr<QThread> m_thread;
};

} // namespace checkpoint
