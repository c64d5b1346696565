#pragma once

#include "core/barcode/qrdecoder.h"
#include "core/barcode/qrframereader.h"
#include "core/scan/framelayout.h"
#include "core/scan/rawscan.h"

#include <QImage>
#include <QList>

#include <functional>
#include <vector>

namespace checkpoint {

/// What finds the codes in a grey picture; a test hands in a slow one. May learn from one picture to the
/// next: each PictureDecoder has a copy of its own.
using DecodeFunction = std::function<std::vector<DecodedCode>(const LuminanceView &)>;

/// The codes QrFrameReader finds in one frame after another.
DecodeFunction qrDecodeFunction();

/// Turns frames and stills into sightings. Belongs to one thread and keeps a buffer between frames; costs
/// milliseconds, so never on the GUI thread.
class PictureDecoder
{
public:
    /// Reads frames with QrFrameReader and stills with QrDecoder.
    PictureDecoder();
    /// Reads both with this.
    explicit PictureDecoder(const DecodeFunction &decode);

    /// One look at a frame: the luminance as it lies, or one conversion to grey where there is none.
    QList<Sighting> decodeFrame(const FrameLayout &frame);
    /// A frame of 10-bit samples in the lower bits of two bytes (little endian), which are first narrowed
    /// to 8.
    QList<Sighting> decodeTenBit(const SamplePlane &luminance, QSize size);
    /// A photo that is looked at only once, so harder: as it lies, then at half its size, small ones also
    /// doubled.
    QList<Sighting> decodeStill(const QImage &image);

    /// Stills with a longer side up to this many pixels are doubled as well.
    static constexpr int smallStillSide = 1000;

private:
    static QList<Sighting> decode(const DecodeFunction &read, const LuminanceView &view, qreal scale = 1);

    const DecodeFunction m_decodeFrame;
    const DecodeFunction m_decodeStill;
    std::vector<uchar> m_grey;
};

} // namespace checkpoint
