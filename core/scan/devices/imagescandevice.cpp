#include "core/scan/devices/imagescandevice.h"

#include "core/scan/framepreview.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

bool hasPictureSuffix(const QString &fileName)
{
    static const QList<QByteArray> suffixes = QImageReader::supportedImageFormats();
    return suffixes.contains(QFileInfo(fileName).suffix().toLower().toLatin1());
}

/// The pictures of a folder by name, each as the user would write it: the folder as given, then the name.
QStringList picturesIn(const QString &folder)
{
    QStringList pictures;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        if (hasPictureSuffix(name))
            pictures.append(folder.endsWith(u'/') ? folder + name : folder + u'/' + name);
    }
    return pictures;
}

} // namespace

ImageScanDevice::ImageScanDevice(const QString &path, const Clock *clock, QObject *parent)
    : ScanDevice(path, QFileInfo(path).fileName(), RepeatPolicy::Picture, parent)
    , m_path(path)
    , m_clock(clock)
{
}

ImageScanDevice::ImageScanDevice(const QImage &photo, const QString &source, const Clock *clock,
                                 QObject *parent)
    : ScanDevice(source, source, RepeatPolicy::Picture, parent)
    , m_path(source)
    , m_photo(photo)
    , m_clock(clock)
{
}

ImageScanDevice::~ImageScanDevice()
{
    stop();
}

bool ImageScanDevice::accepts(const QString &path)
{
    const QFileInfo file(path);
    return file.isDir() || (file.isFile() && (hasPictureSuffix(path) || QImageReader(path).canRead()));
}

void ImageScanDevice::start()
{
    stop();
    setState(DeviceState::Starting);
    QImageReader::setAllocationLimit(std::max(QImageReader::allocationLimit(), largestPictureMegabytes));
    m_queue = new DeliveryQueue(this);
    m_thread.reset(QThread::create([this, queue = m_queue] { readAll(queue); }));
    m_thread->setObjectName(u"pictures"_s);
    m_thread->start();
}

void ImageScanDevice::stop()
{
    if (!m_thread)
        return;
    m_queue->close();
    m_thread->wait();
    m_thread.reset();
    m_queue->deleteLater(); // it may be delivering just now
    m_queue = nullptr;
}

void ImageScanDevice::pause()
{
    if (m_queue)
        m_queue->setPaused(true);
}

void ImageScanDevice::resume()
{
    if (m_queue)
        m_queue->setPaused(false);
}

void ImageScanDevice::setPreviewWanted(bool wanted)
{
    ScanDevice::setPreviewWanted(wanted);
    m_makePreviews = wanted;
}

void ImageScanDevice::readAll(DeliveryQueue *queue)
{
    PictureDecoder decoder;
    if (!m_photo.isNull()) {
        deliver(m_photo, m_path, decoder, queue);
    } else if (QFileInfo(m_path).isDir()) {
        for (const QString &picture : picturesIn(m_path)) {
            if (!readFile(picture, decoder, queue))
                return;
        }
    } else {
        readFile(m_path, decoder, queue);
    }
    queue->put([this] {
        setState(DeviceState::Finished);
        if (m_queue)
            emit finished();
    });
}

bool ImageScanDevice::readFile(const QString &source, PictureDecoder &decoder, DeliveryQueue *queue)
{
    if (queue->isClosed())
        return false;
    QImageReader reader(source);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QImage picture = reader.read();
    if (!picture.isNull())
        return deliver(picture, source, decoder, queue);
    const Error error{ErrorCode::SourceUnreadable, u"the picture cannot be read: "_s + reader.errorString()};
    return queue->put([this, source, error] { emit failed(source, error); });
}

bool ImageScanDevice::deliver(const QImage &picture, const QString &source, PictureDecoder &decoder,
                              DeliveryQueue *queue)
{
    RawScan scan;
    scan.deviceId = id();
    scan.source = source;
    scan.capturedAt = m_clock->now();
    scan.steadyMs = m_clock->steadyMs();
    scan.frameSize = picture.size();
    scan.sightings = decoder.decodeStill(picture);
    QImage preview;
    if (m_makePreviews) {
        const QImage opaque = picture.convertToFormat(QImage::Format_RGB32);
        if (const auto layout = frameLayout(opaque))
            preview = makePreview(*layout);
    }
    return queue->put([this, scan = std::move(scan), preview] {
        setState(DeviceState::Running);
        if (!preview.isNull())
            emit previewed(preview, scan.frameSize);
        if (m_queue)
            emit scanned(scan);
    });
}

} // namespace checkpoint
