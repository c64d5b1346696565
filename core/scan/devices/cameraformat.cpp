#include "core/scan/devices/cameraformat.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace checkpoint {

namespace {

constexpr double enoughFramesPerSecond = 15;
constexpr double usefulFramesPerSecond = 30;
constexpr double aimedPixels = 1280 * 720;

/// Smaller is better; compared from left to right.
auto rank(const CameraFormatOffer &offer)
{
    const double pixels = std::max(1.0, double(offer.size.width()) * offer.size.height());
    // In halves of a doubling, so that 1280×720 and 1280×800 count as the same size.
    const long away = std::lround(2 * std::abs(std::log2(pixels / aimedPixels)));
    // Too small loses codes, too large only costs time.
    const long sizeRank = 2 * away + (pixels < aimedPixels && away > 0 ? 3 : 0);
    const bool tooSlow = offer.framesPerSecond + 0.5 < enoughFramesPerSecond;
    const double missing = std::max(0.0, usefulFramesPerSecond - offer.framesPerSecond);
    const double tooMany = std::max(0.0, offer.framesPerSecond - usefulFramesPerSecond);
    return std::tuple(tooSlow, sizeRank, std::lround(missing / 5), offer.compressed, std::lround(tooMany),
                      std::abs(pixels - aimedPixels));
}

} // namespace

int bestCameraFormat(const std::vector<CameraFormatOffer> &offers)
{
    const auto best = std::ranges::min_element(offers, {}, rank);
    return best == offers.end() ? -1 : int(best - offers.begin());
}

} // namespace checkpoint
