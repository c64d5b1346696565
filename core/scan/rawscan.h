#pragma once

#include "core/base/clock.h"
#include "core/scan/scantiming.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QPolygonF>
#include <QSize>
#include <QString>

namespace checkpoint {

/// One code in view: its raw bytes, and where it was seen in the frame.
struct Sighting
{
    QByteArray bytes;
    QPolygonF outline; ///< four corners in frame pixels; empty where there is no frame
};

/// What a device delivers: all codes that were seen at one moment, so that two persons in one frame can be
/// told. Cameras deliver one for every frame with a code, again and again while it stays in view; the repeat
/// filter sorts that out.
struct RawScan
{
    QString deviceId;
    QString source; ///< what it was read from, for output: a file's name, "camera:NAME", "-"
    Moment capturedAt;
    qint64 steadyMs = 0;       ///< Clock::steadyMs() when it was captured
    QSize frameSize;           ///< pixels; empty where there is no frame
    QList<Sighting> sightings; ///< empty: the source (a still image) holds no code
    ScanTiming timing;         ///< of scanners that send characters; unknown for pictures
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::RawScan)
