#pragma once

#include "core/barcode/blockmidpoint.h"
#include "core/barcode/decodedcode.h"
#include "core/barcode/finderpatterns.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"
#include "core/barcode/wienersharpening.h"

#include <vector>

namespace checkpoint {

/// One way to look at a picture. Each reads what others do not.
enum class ReadPass {
    Midpoint,          ///< as it lies: modules of about 2 to 8 pixels
    MidpointSmaller,   ///< at a half and a quarter of its size: larger modules, noise
    LocalAverage,      ///< the library's own thresholds: gradients, glare
    Inverted,          ///< bright on dark, in two sizes: phones in dark mode
    SharpenedGently,   ///< defocus and noise, in two sizes
    Sharpened,         ///< slight defocus
    SharpenedMore,     ///< defocus
    SharpenedHalf,     ///< defocus of large modules
    SharpenedHalfMore, ///< strong defocus of large modules
    EnlargedCentre,    ///< sharpened, twice the size: modules of 1.5 to 2 pixels in the middle
    Rectified,         ///< tilted symbols, straightened; defocus, as it knows the module's size
    RectifiedInverted, ///< the same bright on dark
    RectifiedCentre,   ///< the same with small modules in the middle
};
inline constexpr int readPassCount = int(ReadPass::RectifiedCentre) + 1;

/// Runs passes over one picture after another. What one pass has prepared, others of the same picture use.
/// Keeps its buffers: a picture no larger than those before costs no allocation outside the library that
/// decodes. Owned by one reader, on its thread.
class ReadPasses
{
public:
    /// The picture that run() looks at; it stays where it is until the next begin().
    void begin(const LuminanceView &picture);

    /// The codes that this pass reads, with outlines in pixels of the picture.
    DecodedCodes run(ReadPass pass);

private:
    void binariseMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity);
    DecodedCodes readMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity);
    DecodedCodes readSharpened(const LuminanceView &picture, WienerSharpening &sharpening);
    DecodedCodes readRectifiedSizes();
    DecodedCodes readRectifiedInverted();
    DecodedCodes readRectified(const LuminanceView &picture);
    DecodedCodes readPlane(const LuminanceView &picture, const SymbolPlane &plane);
    QRect enlargeCentre();
    const LuminanceView &half();
    const LuminanceView &quarter();

    LuminanceView m_picture;
    LuminanceView m_half;    ///< empty until used
    LuminanceView m_quarter; ///< empty until used
    LuminancePlane m_dense;
    LuminancePlane m_halfPlane;
    LuminancePlane m_quarterPlane;
    LuminancePlane m_prepared;
    LuminancePlane m_enlarged;
    LuminancePlane m_inverted;
    LuminancePlane m_rectified;
    LuminancePlane m_sharpened;
    LuminancePlane m_binary;
    BlockMidpoint m_midpoint;
    const uchar *m_measured = nullptr; ///< whose statistics m_midpoint holds
    FinderPatterns m_finders;
    std::vector<SymbolPlane> m_planes;
    WienerSharpening m_pixels{0.75, 0.03}; ///< the blur of the sensor's own pixels
    WienerSharpening m_gentle{1.2, 0.03};
    WienerSharpening m_slight{1.3, 0.015};
    WienerSharpening m_strong{2.0, 0.015};
    WienerSharpening m_modules{0.58 * rectifiedModule, 0.01}; ///< of rectified pictures
};

} // namespace checkpoint
