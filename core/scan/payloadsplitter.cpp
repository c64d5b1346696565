#include "core/scan/payloadsplitter.h"

#include <utility>

namespace checkpoint {

bool PayloadSplitter::feed(QByteArrayView bytes, const Taker &take)
{
    const char separator = m_separator == Separator::Nul ? '\0' : '\n';
    // A carriage return before the line feed does not count against the limit.
    const qsizetype limit = longestPayload + (m_separator == Separator::LineEnd ? 1 : 0);
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf(separator);
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        if (m_payload.size() + piece.size() > limit) {
            m_tooLong = true;
            m_payload.clear();
        }
        if (!m_tooLong)
            m_payload.append(piece);
        if (end < 0)
            return true;
        if (!endPayload(take))
            return false;
        bytes = bytes.sliced(end + 1);
    }
    return true;
}

bool PayloadSplitter::finish(const Taker &take)
{
    return endPayload(take);
}

bool PayloadSplitter::endPayload(const Taker &take)
{
    QByteArray payload = std::exchange(m_payload, {});
    if (m_separator == Separator::LineEnd && payload.endsWith('\r'))
        payload.chop(1);
    const bool tooLong = std::exchange(m_tooLong, false) || payload.size() > longestPayload;
    if (tooLong)
        return take({}, true);
    return payload.isEmpty() || take(std::move(payload), false);
}

} // namespace checkpoint
