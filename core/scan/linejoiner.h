#pragma once

#include "core/scan/scantiming.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace checkpoint {

/// Makes payloads of the bytes a serial scanner sends. A payload ends with CR, LF, CR LF or a tab, or when
/// nothing follows for a while; empty ones are none; bytes are never interpreted. The lines of a travel
/// document's machine-readable zone (ICAO 9303: three of 30 characters, two of 36 or 44) that follow each
/// other without a pause are one payload, joined with a line feed. Pure, single-threaded; the time is handed
/// in.
class LineJoiner
{
public:
    /// A pause this long ends a payload, milliseconds.
    static constexpr qint64 silenceMs = 60;
    /// A longer payload is thrown away as it comes, so that memory stays flat.
    static constexpr qsizetype longestPayload = 64 * 1024;

    struct Payload
    {
        QByteArray bytes; ///< empty when it was too long
        bool tooLong = false;
        ScanSuffix suffix = ScanSuffix::None;

        bool operator==(const Payload &) const = default;
    };

    /// The next bytes, that came at this time; gives the payloads that are complete now. Pauses are
    /// not looked at: only expire() ends a payload for them.
    QList<Payload> feed(QByteArrayView bytes, qint64 nowMs);
    /// When expire() has to be called; nothing while nothing waits.
    std::optional<qint64> deadline() const;
    /// The payloads that a pause has ended.
    QList<Payload> expire(qint64 nowMs);
    /// Forgets what has come so far: the port was closed.
    void clear();

private:
    void endLine(ScanSuffix suffix, QList<Payload> &payloads);
    void releaseZone(QList<Payload> &payloads);

    QByteArray m_line;
    bool m_tooLong = false;
    QByteArrayList m_zone; ///< the lines of a machine-readable zone that is not complete yet
    ScanSuffix m_zoneSuffix = ScanSuffix::None;
    qint64 m_lastMs = 0;
};

} // namespace checkpoint
