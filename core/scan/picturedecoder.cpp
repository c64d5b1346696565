#include "core/scan/picturedecoder.h"

#include <QTransform>

#include <algorithm>

namespace checkpoint {

namespace {

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

} // namespace

DecodeFunction qrDecodeFunction()
{
    return [reader = QrFrameReader()](const LuminanceView &view) mutable { return reader.decode(view); };
}

PictureDecoder::PictureDecoder()
    : m_decodeFrame(qrDecodeFunction())
    , m_decodeStill([](const LuminanceView &view) { return QrDecoder().decode(view); })
{
}

PictureDecoder::PictureDecoder(const DecodeFunction &decode) : m_decodeFrame(decode), m_decodeStill(decode) {}

QList<Sighting> PictureDecoder::decodeFrame(const FrameLayout &frame)
{
    const int width = frame.size.width();
    const int height = frame.size.height();
    const SamplePlane &first = frame.planes[0];
    if (frame.hasLuminance())
        return decode(m_decodeFrame, {first.data, width, height, first.rowStride, first.pixelStride});

    m_grey.resize(size_t(width) * size_t(height));
    uchar *grey = m_grey.data();
    for (int y = 0; y < height; ++y) {
        std::array<const uchar *, 3> rgb;
        for (size_t i = 0; i < 3; ++i)
            rgb[i] = frame.planes[i].data + qsizetype(y) * frame.planes[i].rowStride;
        for (qsizetype x = 0; x < width; ++x) {
            const qsizetype at = x * first.pixelStride;
            *grey++ = uchar((77 * rgb[0][at] + 150 * rgb[1][at] + 29 * rgb[2][at]) >> 8); // luma of BT.601
        }
    }
    return decode(m_decodeFrame, {m_grey.data(), width, height, width, 1});
}

QList<Sighting> PictureDecoder::decodeTenBit(const SamplePlane &luminance, QSize size)
{
    m_grey.resize(size_t(size.width()) * size_t(size.height()));
    uchar *grey = m_grey.data();
    for (int y = 0; y < size.height(); ++y) {
        const uchar *line = luminance.data + qsizetype(y) * luminance.rowStride;
        for (qsizetype x = 0; x < size.width(); ++x)
            *grey++ = uchar(std::min(255, (line[2 * x] | line[2 * x + 1] << 8) >> 2));
    }
    return decode(m_decodeFrame, {m_grey.data(), size.width(), size.height(), size.width(), 1});
}

QList<Sighting> PictureDecoder::decodeStill(const QImage &image)
{
    if (image.isNull())
        return {};
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QList<Sighting> sightings = decode(m_decodeStill, viewOf(grey));
    const int side = std::max(image.width(), image.height());
    std::vector<qreal> scales{0.5};
    if (side <= smallStillSide)
        scales.push_back(2);
    for (const qreal scale : scales) {
        if (!sightings.isEmpty())
            break;
        const QSize size = (QSizeF(image.size()) * scale).toSize();
        if (size.isEmpty())
            continue;
        const QImage scaled = grey.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                  .convertToFormat(QImage::Format_Grayscale8);
        sightings = decode(m_decodeStill, viewOf(scaled), scale);
    }
    return sightings;
}

QList<Sighting> PictureDecoder::decode(const DecodeFunction &read, const LuminanceView &view, qreal scale)
{
    const QTransform toFrame = QTransform::fromScale(1 / scale, 1 / scale);
    QList<Sighting> sightings;
    for (DecodedCode &code : read(view))
        sightings.append({std::move(code.bytes), toFrame.map(code.outline)});
    return sightings;
}

} // namespace checkpoint
