#pragma once

#include "core/barcode/guidance.h"
#include "core/barcode/qrdecoder.h"
#include "core/barcode/qrframereader.h"
#include "core/scan/framelayout.h"
#include "core/scan/rawscan.h"

#include <QImage>
#include <QList>

#include <functional>
#include <vector>

namespace checkpoint {

/// What finds the codes in a grey picture instead of the readers; a test hands in a slow one.
using DecodeFunction = std::function<std::vector<DecodedCode>(const LuminanceView &)>;

/// Turns frames and stills into sightings, and frames without one into guidance. Belongs to one thread and
/// keeps its buffers between frames; costs milliseconds, so never on the GUI thread.
class PictureDecoder
{
public:
    /// Reads frames with QrFrameReader and stills with QrDecoder; both with `decode` where there is one.
    explicit PictureDecoder(DecodeFunction decode = {});

    /// One look at a frame: the luminance as it lies, or one conversion to grey where there is none. The code
    /// nearest to the middle of the frame comes first.
    QList<Sighting> decodeFrame(const FrameLayout &frame);
    /// The same for brightness alone.
    QList<Sighting> decodeFrame(const LuminanceView &frame);
    /// A frame of 10-bit samples in the lower bits of two bytes (little endian), which are first narrowed
    /// to 8.
    QList<Sighting> decodeTenBit(const SamplePlane &luminance, QSize size);
    /// A photo that is looked at only once, so harder: as it lies, then at half its size, small ones also
    /// doubled.
    QList<Sighting> decodeStill(const QImage &image);

    /// Whether frames are looked at for guidance when no code is read in them.
    void setGuided(bool guided);
    /// What would help to read a code in the frames of late.
    const Guidance &guidance() const { return m_guide.guidance(); }
    /// Nothing has changed in the frames for a while, and no code is in view.
    bool isAtRest() const { return m_reader.isAtRest(); }
    /// What the frame reader has done so far.
    ReaderStatistics statistics() const { return m_reader.statistics(); }

    /// Stills with a longer side up to this many pixels are doubled as well.
    static constexpr int smallStillSide = 1000;

private:
    QList<Sighting> readStill(const LuminanceView &view, qreal scale = 1) const;

    const DecodeFunction m_decode;
    QrFrameReader m_reader;
    Guide m_guide;
    bool m_guided = false;
    std::vector<uchar> m_grey;
};

} // namespace checkpoint
