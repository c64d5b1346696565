#pragma once

#include "core/barcode/blockmidpoint.h"
#include "core/barcode/decodedcode.h"
#include "core/barcode/finderblobs.h"
#include "core/barcode/finderpatterns.h"
#include "core/barcode/gridreader.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"
#include "core/barcode/wienersharpening.h"

#include <optional>
#include <vector>

namespace checkpoint {

/// One way to look at a picture. Each reads what others do not.
enum class ReadPass {
    Midpoint,          ///< as it lies: modules of about 2 to 8 pixels
    MidpointSmaller,   ///< at a half and a quarter of its size: larger modules, noise
    LocalAverage,      ///< the library's own thresholds: gradients, glare
    Inverted,          ///< bright on dark, in two sizes: phones in dark mode
    SharpenedGently,   ///< defocus and noise, in two sizes
    EnlargedCentre,    ///< sharpened, twice the size: modules of 1.5 to 2 pixels in the middle
    Rectified,         ///< tilted symbols, read module by module; defocus
    RectifiedInverted, ///< the same bright on dark
    RectifiedCentre,   ///< the same with small modules in the middle
    Blurred,           ///< strong blur, noise: found by correlation, read module by module; small modules
    BlurredSmaller,    ///< the same at a half and a quarter of the size: larger modules
    BlurredInverted,   ///< the same bright on dark, in all sizes
};
inline constexpr int readPassCount = int(ReadPass::BlurredInverted) + 1;

/// Runs passes over one picture after another. What one pass has prepared, others of the same picture use.
/// Keeps its buffers: a picture no larger than those before costs no allocation outside the library that
/// decodes. Owned by one reader, on its thread.
class ReadPasses
{
public:
    /// The picture that run() looks at; it stays where it is until the next begin().
    void begin(const LuminanceView &picture);

    /// The codes that this pass reads, with outlines in pixels of the picture. Passes that read module by
    /// module use what `across` knows from other frames.
    DecodedCodes run(ReadPass pass, SymbolAccumulator *across);
    DecodedCodes run(ReadPass pass);

private:
    bool isCrowded();
    void binariseMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity);
    DecodedCodes readMidpoint(const LuminanceView &picture, BlockMidpoint::Polarity polarity);
    DecodedCodes readSharpened(const LuminanceView &picture, WienerSharpening &sharpening);
    DecodedCodes readRectifiedSizes();
    DecodedCodes readRectifiedInverted();
    DecodedCodes readRectified(const LuminanceView &picture);
    DecodedCodes readPlanes(const LuminanceView &clear, const LuminanceView &picture,
                            BlockMidpoint::Polarity polarity);
    DecodedCodes readBlurred(const LuminanceView &picture, BlockMidpoint::Polarity polarity);
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
    LuminancePlane m_smooth;
    LuminancePlane m_binary;
    BlockMidpoint m_midpoint;
    std::optional<bool> m_isCrowded;   ///< with so many finder patterns that the library takes seconds
    const uchar *m_measured = nullptr; ///< whose statistics m_midpoint holds
    FinderPatterns m_finders;
    FinderBlobs m_blobs;
    std::vector<SymbolPlane> m_planes;
    GridReader m_grid;
    SymbolAccumulator *m_across = nullptr; ///< during run()
    WienerSharpening m_pixels{0.75, 0.03}; ///< the blur of the sensor's own pixels
    WienerSharpening m_gentle{1.2, 0.03};
};

} // namespace checkpoint
