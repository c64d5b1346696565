#pragma once

#include "core/barcode/guidance.h"
#include "core/barcode/readerstatistics.h"

#include <QMetaType>
#include <QSize>
#include <QString>

namespace checkpoint {

/// How the frames of one camera or film are read: for a person who wants to know why a code is not. Plain
/// values.
struct FrameDiagnostics
{
    QString pixelFormat;      ///< as Qt calls it: "YUYV", "Jpeg"
    QSize frameSize;          ///< pixels
    double framesASecond = 0; ///< as they arrive; 0 before there were enough to tell
    qint64 framesReceived = 0;
    qint64 framesRead = 0;    ///< looked at, with a code or without
    qint64 framesDropped = 0; ///< a newer one came while they waited
    qint64 framesBroken = 0;  ///< could not be unpacked
    double decodeShare = 0;   ///< of one core, for all that is done with frames; 0 to 1
    Advice advice = Advice::None;
    ReaderStatistics reader;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::FrameDiagnostics)
