#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace checkpoint {

/// Cuts a stream of bytes into payloads: one a line (ended by LF or CR LF), or each ended by NUL. The last
/// one needs no end; empty ones are none. Bytes are never interpreted. A payload longer than the limit is
/// thrown away as it comes, so memory stays flat whatever is sent. Pure, single-threaded.
class PayloadSplitter
{
public:
    enum class Separator { LineEnd, Nul };

    /// The longest payload, bytes: far more than any QR code holds (2,953).
    static constexpr qsizetype longestPayload = 64 * 1024;

    explicit PayloadSplitter(Separator separator) : m_separator(separator) {}

    /// Called for each payload; `tooLong` ones come empty. Returns false to stop.
    using Taker = std::function<bool(QByteArray payload, bool tooLong)>;

    /// The next bytes of the stream. False once the taker wants no more.
    bool feed(QByteArrayView bytes, const Taker &take);
    /// The stream is at its end.
    bool finish(const Taker &take);

private:
    bool endPayload(const Taker &take);

    const Separator m_separator;
    QByteArray m_payload;
    bool m_tooLong = false;
};

} // namespace checkpoint
