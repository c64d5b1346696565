#pragma once

#include "core/barcode/blockmidpoint.h"
#include "core/barcode/denseregion.h"
#include "core/barcode/finderpatterns.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"

#include <QPolygonF>

#include <array>
#include <optional>
#include <vector>

namespace checkpoint {

/// What can be told of a symbol in view that was not read: where it lies, and what of it stands in the way.
struct Glimpse
{
    QPolygonF outline;         ///< its four corners, pixels of the frame; may reach beyond it
    double module = 0;         ///< length of its smallest modules, pixels
    double modulation = 1;     ///< contrast of rings one module wide as a share of that of wide areas: the
                               ///< modulation transfer at half a cycle a module; 1 is sharp
    double light = 255;        ///< brightness of its paper, 0 to 255; when light on dark, in the negative
    double dark = 0;           ///< brightness of its ink
    double glare = 0;          ///< share of its visible area in which no ink is seen for light
    double foreshortening = 1; ///< its shortest module by its longest one; 1 seen from straight ahead
    double visible = 1;        ///< share of its area that lies in the frame
    double size = 0;           ///< its longer side by the frame's height
};

/// The light of a whole frame, from a sample of its pixels.
struct FrameLight
{
    double bright = 255; ///< 98 of 100 pixels are darker; 0 to 255
    double noise = 0;    ///< standard deviation of the noise where the picture is flat
};

/// Of a picture of pixelStride 1.
FrameLight lightOf(const LuminanceView &frame);

/// Looks for symbols that the reader does not read: by their finder patterns, three of them with timing
/// patterns between, or two or one with cells of their size beside; where those are too small or too blurred,
/// by their texture; dark on light, then light on dark. Squares alone are no symbol. Keeps its buffers; owned
/// by one reader, on its thread.
class GlimpseFinder
{
public:
    /// A symbol in the frame, of pixelStride 1. Small ones are looked for by their patterns in one frame and
    /// by their texture in the next.
    std::optional<Glimpse> find(const LuminanceView &frame, const FrameLight &light);

private:
    std::optional<Glimpse> findPatterns(const LuminanceView &frame, const FrameLight &light, bool wholeToo);
    std::optional<Glimpse> findTexture(const LuminanceView &frame, const FrameLight &light, bool smallToo);
    std::optional<SymbolPlane> planeIn(const LuminanceView &picture);
    std::optional<SymbolPlane> planeInBinary();

    BlockMidpoint m_midpoint;
    FinderPatterns m_finders;
    DenseRegions m_regions;
    std::array<LuminancePlane, 4> m_smaller; ///< a half, a quarter … of the frame
    LuminancePlane m_negative;
    LuminancePlane m_binary;
    std::vector<SymbolPlane> m_planes;
    bool m_isLightOnDark = false;  ///< what planeIn() has found
    bool m_patternsAreDue = false; ///< small ones; otherwise small texture is
};

} // namespace checkpoint
