#pragma once

#include "core/barcode/blockmidpoint.h"
#include "core/barcode/decodedcode.h"
#include "core/barcode/functionpatterns.h"
#include "core/barcode/luminance.h"
#include "core/barcode/moduleequaliser.h"
#include "core/barcode/modulesamples.h"
#include "core/barcode/symbolaccumulator.h"
#include "core/barcode/symbolsurface.h"

namespace checkpoint {

/// Reads a symbol of which the place is known module by module: finds the surface it lies on, samples the
/// modules, undoes what the blur mixes, and hands the decoder a symbol as it was printed. Keeps its memory
/// for the next symbol. Owned by one reader, on its thread.
class GridReader
{
public:
    using Polarity = BlockMidpoint::Polarity;

    /// `clear` shows the patterns well enough to find them, `picture` is the same as the camera gave it.
    /// What `across` knows of the symbol from other frames helps, and it learns from this one.
    DecodedCodes read(const LuminanceView &clear, const LuminanceView &picture, const SymbolPlane &plane,
                      Polarity polarity = Polarity::DarkOnLight, SymbolAccumulator *across = nullptr);

    /// Whether the last read failed at what looks like a symbol all the same, and took its time over it.
    bool wasNear() const { return m_wasNear; }
    /// What the last read saw.
    const ModuleEqualiser &equaliser() const { return m_equaliser; }

private:
    DecodedCodes decode(const ModuleEqualiser &equaliser);
    DecodedCodes readAcross(SymbolAccumulator &across, double unexplained);

    FunctionPatterns m_known;
    SymbolSurface m_surface;
    ModuleSamples m_samples;
    ModuleEqualiser m_equaliser;
    ModuleEqualiser m_together; ///< for what several frames show
    LuminancePlane m_drawn;
    bool m_wasNear = false;
};

} // namespace checkpoint
