#include "core/barcode/readpass.h"

#include "core/barcode/coarseplanes.h"
#include "core/barcode/resampling.h"
#include "core/barcode/symbolreading.h"

#include <QTransform>

#include <algorithm>

namespace checkpoint {

namespace {

/// What is held up to be read is held before the middle of the lens.
QRect centreOf(const LuminanceView &picture)
{
    const int width = std::max(1, picture.width * 6 / 10);
    const int height = std::max(1, picture.height * 7 / 10);
    return {(picture.width - width) / 2, (picture.height - height) / 2, width, height};
}

/// Squares that happen to lie like a symbol's are not followed for long.
constexpr size_t mostPlanes = 4;
/// What looks like a symbol and cannot be read is dear.
constexpr int mostNear = 2;
/// The library looks at each three of all patterns: seconds for a thousand of them, milliseconds for these.
constexpr double mostPatterns = 180;
constexpr double smallestBlurred = 1.5; // pixels a module

/// From pixels of what was read to pixels of the picture.
DecodedCodes placed(DecodedCodes codes, double scale, QPoint offset = {})
{
    const QTransform toPicture = QTransform::fromTranslate(offset.x(), offset.y()).scale(scale, scale);
    for (DecodedCode &code : codes)
        code.outline = toPicture.map(code.outline);
    return codes;
}

} // namespace

void ReadPasses::begin(const LuminanceView &picture)
{
    m_picture = picture;
    if (picture.pixelStride != 1 && !picture.isEmpty()) {
        copyDense(picture, m_dense);
        m_picture = m_dense.view();
    }
    m_half = {};
    m_quarter = {};
    m_measured = nullptr;
    m_isCrowded.reset();
}

DecodedCodes ReadPasses::run(ReadPass pass, SymbolAccumulator *across)
{
    m_across = across;
    DecodedCodes codes = run(pass);
    m_across = nullptr;
    return codes;
}

DecodedCodes ReadPasses::run(ReadPass pass)
{
    using enum BlockMidpoint::Polarity;
    if (m_picture.isEmpty())
        return {};
    switch (pass) {
    case ReadPass::Midpoint:
        return readMidpoint(m_picture, DarkOnLight);
    case ReadPass::MidpointSmaller: {
        DecodedCodes codes = placed(readMidpoint(half(), DarkOnLight), 2);
        addNewCodes(codes, placed(readMidpoint(quarter(), DarkOnLight), 4));
        return codes;
    }
    case ReadPass::LocalAverage:
        return isCrowded() ? DecodedCodes() : readSymbols(m_picture, Thresholding::LocalAverageSizes);
    case ReadPass::Inverted: {
        DecodedCodes codes = readMidpoint(m_picture, LightOnDark);
        addNewCodes(codes, placed(readMidpoint(half(), LightOnDark), 2));
        return codes;
    }
    case ReadPass::SharpenedGently: {
        if (isCrowded())
            return {};
        DecodedCodes codes = readSharpened(m_picture, m_gentle);
        if (codes.empty())
            codes = placed(readSharpened(half(), m_gentle), 2);
        return codes;
    }
    case ReadPass::EnlargedCentre: {
        if (isCrowded())
            return {};
        const QPoint corner = enlargeCentre().topLeft();
        return placed(readSymbols(m_enlarged.view(), Thresholding::LocalAverage), 0.5, corner);
    }
    case ReadPass::Rectified:
        return readRectifiedSizes();
    case ReadPass::RectifiedInverted:
        return readRectifiedInverted();
    case ReadPass::RectifiedCentre: {
        const QPoint corner = enlargeCentre().topLeft();
        return placed(readRectified(m_enlarged.view()), 0.5, corner);
    }
    case ReadPass::Blurred:
        return readBlurred(m_picture, DarkOnLight);
    case ReadPass::BlurredSmaller: {
        DecodedCodes codes = placed(readBlurred(half(), DarkOnLight), 2);
        if (codes.empty())
            codes = placed(readBlurred(quarter(), DarkOnLight), 4);
        return codes;
    }
    case ReadPass::BlurredInverted: {
        DecodedCodes codes = placed(readBlurred(half(), LightOnDark), 2);
        if (codes.empty())
            codes = placed(readBlurred(quarter(), LightOnDark), 4);
        if (codes.empty())
            codes = readBlurred(m_picture, LightOnDark);
        return codes;
    }
    }
    return {};
}

DecodedCodes ReadPasses::readRectifiedSizes()
{
    DecodedCodes codes = readRectified(m_picture);
    if (codes.empty())
        codes = placed(readRectified(half()), 2);
    if (codes.empty())
        codes = placed(readRectified(quarter()), 4);
    return codes;
}

DecodedCodes ReadPasses::readRectifiedInverted()
{
    invert(m_picture, m_inverted);
    m_measured = nullptr;
    DecodedCodes codes = readRectified(m_inverted.view());
    if (!codes.empty() || half().isEmpty())
        return codes;
    invert(half(), m_inverted);
    m_measured = nullptr;
    return placed(readRectified(m_inverted.view()), 2);
}

QRect ReadPasses::enlargeCentre()
{
    const QRect centre = centreOf(m_picture);
    m_pixels.sharpen(m_picture.cropped(centre), m_prepared);
    enlargeTwice(m_prepared.view(), m_enlarged);
    m_measured = nullptr;
    return centre;
}

DecodedCodes ReadPasses::readRectified(const LuminanceView &picture)
{
    if (picture.isEmpty())
        return {};
    binariseMidpoint(picture, BlockMidpoint::Polarity::DarkOnLight);
    findSymbolPlanes(m_finders.find(m_binary.view()), m_binary.view(), m_planes);
    m_planes.resize(std::min(m_planes.size(), mostPlanes));
    return readPlanes(picture, picture, BlockMidpoint::Polarity::DarkOnLight);
}

DecodedCodes ReadPasses::readPlanes(const LuminanceView &clear, const LuminanceView &picture,
                                    BlockMidpoint::Polarity polarity)
{
    DecodedCodes codes;
    int near = 0;
    for (size_t i = 0; i < m_planes.size() && codes.empty() && near < mostNear; ++i) {
        codes = m_grid.read(clear, picture, m_planes[i], polarity, m_across);
        near += m_grid.wasNear();
    }
    return codes;
}

DecodedCodes ReadPasses::readBlurred(const LuminanceView &picture, BlockMidpoint::Polarity polarity)
{
    if (picture.isEmpty())
        return {};
    smooth(picture, m_smooth);
    m_blobs.find(m_smooth.view(), smallestBlurred, polarity);
    findCoarsePlanes(m_blobs.found(), m_smooth.view(), polarity, m_planes);
    return readPlanes(m_smooth.view(), picture, polarity);
}

void ReadPasses::binariseMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity)
{
    if (m_measured != picture.data) {
        m_midpoint.measure(picture);
        m_measured = picture.data;
    }
    m_midpoint.binarise(picture, polarity, m_binary);
}

DecodedCodes ReadPasses::readMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity)
{
    if (picture.isEmpty())
        return {};
    binariseMidpoint(picture, polarity);
    const bool crowded = m_finders.estimate(m_binary.view()) > mostPatterns;
    if (picture.data == m_picture.data)
        m_isCrowded = m_isCrowded.value_or(false) || crowded;
    return crowded ? DecodedCodes() : readSymbols(m_binary.view(), Thresholding::Done);
}

bool ReadPasses::isCrowded()
{
    if (!m_isCrowded) {
        binariseMidpoint(m_picture, BlockMidpoint::Polarity::DarkOnLight);
        m_isCrowded = m_finders.estimate(m_binary.view()) > mostPatterns;
    }
    return *m_isCrowded;
}

DecodedCodes ReadPasses::readSharpened(const LuminanceView &picture, WienerSharpening &sharpening)
{
    if (picture.isEmpty())
        return {};
    sharpening.sharpen(picture, m_prepared);
    // Overshoot makes the extremes of a block useless as a measure of its paper and ink; its mean stays.
    return readSymbols(m_prepared.view(), Thresholding::LocalAverage);
}

const LuminanceView &ReadPasses::half()
{
    if (m_half.isEmpty() && m_picture.width > 1 && m_picture.height > 1) {
        halve(m_picture, m_halfPlane);
        m_half = m_halfPlane.view();
    }
    return m_half;
}

const LuminanceView &ReadPasses::quarter()
{
    if (m_quarter.isEmpty() && half().width > 1 && half().height > 1) {
        halve(half(), m_quarterPlane);
        m_quarter = m_quarterPlane.view();
    }
    return m_quarter;
}

} // namespace checkpoint
