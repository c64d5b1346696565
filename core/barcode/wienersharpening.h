#pragma once

#include "core/barcode/luminance.h"

#include <array>
#include <vector>

namespace checkpoint {

/// Wiener deconvolution of a Gaussian blur, as a separable filter: along the rows, then along the columns,
/// each with the symmetric kernel of that length whose output has the least mean squared error, given the
/// blur and the power of the noise relative to that of the signal (the finite impulse response form of
/// Wiener's filter). It undoes what the fixed focus of a webcam does to a card held too close, and amplifies
/// noise no further than pays. Flat areas keep their brightness.
///
/// Owned by one reader, on its thread.
class WienerSharpening
{
public:
    /// The blur's standard deviation in pixels, and the power of the noise to that of the signal.
    explicit WienerSharpening(double sigma, double noiseToSignal);

    /// Sharpens a picture of pixelStride 1 of at least one pixel; values beyond black and white are clipped.
    void sharpen(const LuminanceView &picture, LuminancePlane &result);

    static constexpr int radius = 8;

private:
    std::array<float, radius + 1> m_weights; ///< the centre, then to either side
    std::vector<float> m_padded;
    std::vector<float> m_rows; ///< the last 2 radius + 1 rows, filtered along the row
};

} // namespace checkpoint
