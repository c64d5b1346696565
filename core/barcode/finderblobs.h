#pragma once

#include "core/barcode/areasums.h"
#include "core/barcode/blockmidpoint.h"
#include "core/barcode/luminance.h"

#include <QPointF>

#include <array>
#include <vector>

namespace checkpoint {

/// A place that looks like a finder pattern from afar.
struct FinderBlob
{
    QPointF centre;
    double module = 0; ///< pixels
    double score = 0;  ///< correlation coefficient, 0 to 1
};

/// The correlation coefficient of a picture and a blurred finder pattern with its surroundings, dark on
/// light, at a place; `right` and `down` are a module's extent. Looks at every `step`th module.
double squaresCorrelation(const LuminanceView &picture, QPointF centre, QPointF right, QPointF down,
                          int step = 1);

/// Finds finder patterns that are too blurred, too small or too noisy to follow their edges: by normalised
/// cross-correlation of the grey picture with nested squares, as blur leaves them, upright and standing on a
/// corner, at several sizes: whichever way a card is turned, one of both is off by 22.5° at most. What looks
/// most like a pattern is looked at turned by less as well. Owned by one reader, on its thread.
class FinderBlobs
{
public:
    /// Of modules of `smallest` pixels, 1.5 or more, to twice that. The best come first.
    const std::vector<FinderBlob> &find(const LuminanceView &picture, double smallest,
                                        BlockMidpoint::Polarity polarity);

    const std::vector<FinderBlob> &found() const { return m_found; }

    static constexpr size_t mostBlobs = 40;
    static constexpr int sizesAnOctave = 4;
    static constexpr int sizes = sizesAnOctave + 1; ///< the last is the next octave's first

private:
    void scanSize(double module, bool isTurned, float sign);
    void keepBest(size_t most);

    AreaSums m_sums;
    std::vector<float> m_scores;     ///< of a row
    std::vector<FinderBlob> m_cells; ///< the best of each cell of a row of cells
    std::vector<FinderBlob> m_found;
};

} // namespace checkpoint
