#include "core/scan/picturedecoder.h"

#include <QTransform>

#include <algorithm>

namespace checkpoint {

namespace {

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

/// `scale` is that of the picture they were read from, by the frame's.
QList<Sighting> sightingsOf(DecodedCodes codes, qreal scale = 1)
{
    const QTransform toFrame = QTransform::fromScale(1 / scale, 1 / scale);
    QList<Sighting> sightings;
    for (DecodedCode &code : codes)
        sightings.append({std::move(code.bytes), toFrame.map(code.outline)});
    return sightings;
}

} // namespace

PictureDecoder::PictureDecoder(DecodeFunction decode) : m_decode(std::move(decode)) {}

void PictureDecoder::setGuided(bool guided)
{
    if (guided != m_guided)
        m_guide = {};
    m_guided = guided;
}

QList<Sighting> PictureDecoder::decodeFrame(const FrameLayout &frame)
{
    const int width = frame.size.width();
    const int height = frame.size.height();
    const SamplePlane &first = frame.planes[0];
    if (frame.hasLuminance())
        return decodeFrame({first.data, width, height, first.rowStride, first.pixelStride});

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
    return decodeFrame({m_grey.data(), width, height, width, 1});
}

QList<Sighting> PictureDecoder::decodeFrame(const LuminanceView &frame)
{
    QList<Sighting> sightings = sightingsOf(m_decode ? m_decode(frame) : m_reader.decode(frame));
    if (m_guided)
        m_guide.look(frame, !sightings.isEmpty(), Guide::Clock::now(), isAtRest());
    // Whoever holds a code up holds it before the middle of the lens.
    const QPointF middle(frame.width / 2.0, frame.height / 2.0);
    std::ranges::stable_sort(sightings, {}, [&middle](const Sighting &sighting) {
        const QPointF away = sighting.outline.boundingRect().center() - middle;
        return QPointF::dotProduct(away, away);
    });
    return sightings;
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
    return decodeFrame({m_grey.data(), size.width(), size.height(), size.width(), 1});
}

QList<Sighting> PictureDecoder::decodeStill(const QImage &image)
{
    if (image.isNull())
        return {};
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QList<Sighting> sightings = readStill(viewOf(grey));
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
        sightings = readStill(viewOf(scaled), scale);
    }
    return sightings;
}

QList<Sighting> PictureDecoder::readStill(const LuminanceView &view, qreal scale) const
{
    return sightingsOf(m_decode ? m_decode(view) : QrDecoder().decode(view), scale);
}

} // namespace checkpoint
