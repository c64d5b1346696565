#pragma once

#include <QSize>

#include <vector>

namespace checkpoint {

/// One way in which a camera can deliver pictures.
struct CameraFormatOffer
{
    QSize size;                 ///< pixels
    double framesPerSecond = 0; ///< the most it can do this way
    bool compressed = false;    ///< as JPEG, which costs time to unpack
};

/// The place in the list of the offer that is best for reading codes: near 1280×720, else 1920×1080, at 15 to
/// 30 frames a second, uncompressed where that makes no difference; -1 for an empty list. Pure.
int bestCameraFormat(const std::vector<CameraFormatOffer> &offers);

} // namespace checkpoint
