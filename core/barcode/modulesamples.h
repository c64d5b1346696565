#pragma once

#include "core/barcode/luminance.h"
#include "core/barcode/symbolsurface.h"

#include <vector>

namespace checkpoint {

/// The light of each module of a symbol and of `margin` modules around it, row by row: linear, 1 is the
/// brightest a picture can show.
struct ModuleSamples
{
    static constexpr int margin = 4;

    int side = 0; ///< modules, margins included
    std::vector<float> light;
    std::vector<uchar> blind; ///< 1 where the picture is so bright all around that it shows no modules
};

/// Takes the mean light of the inner part of each module. Camera pictures are in the tone curve of sRGB; it
/// is undone, for a lens blurs light and not tones. Of symbols light on dark it is the negative.
void sampleModules(const LuminanceView &picture, const SymbolSurface &surface,
                   BlockMidpoint::Polarity polarity, ModuleSamples &result);

} // namespace checkpoint
