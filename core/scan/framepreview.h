#pragma once

#include "core/scan/framelayout.h"

#include <QImage>

namespace checkpoint {

/// How wide a preview picture is at most, pixels.
constexpr int previewWidth = 640;

/// A small picture of a frame for painting, made straight from the components as they lie:
/// QImage::Format_RGB32, not wider than `maxWidth`, never enlarged. About a millisecond for a frame of a
/// webcam; not on the GUI thread.
QImage makePreview(const FrameLayout &frame, int maxWidth = previewWidth);

} // namespace checkpoint
