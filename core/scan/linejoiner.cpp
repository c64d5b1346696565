#include "core/scan/linejoiner.h"

#include <algorithm>
#include <utility>

namespace checkpoint {

namespace {

/// How many lines of this length a machine-readable zone has; 0: none has such lines.
qsizetype zoneLines(qsizetype length)
{
    if (length == 30)
        return 3;
    return length == 36 || length == 44 ? 2 : 0;
}

bool isZoneLine(const QByteArray &line)
{
    return zoneLines(line.size()) > 0 && std::ranges::all_of(line, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
           });
}

/// The first letter of a document's first line says what kind it is.
bool beginsZone(const QByteArray &line)
{
    return isZoneLine(line) && QByteArrayView("PIACV").contains(line.front());
}

} // namespace

QList<LineJoiner::Payload> LineJoiner::feed(QByteArrayView bytes, qint64 nowMs)
{
    QList<Payload> payloads;
    if (!bytes.isEmpty())
        m_lastMs = nowMs;
    while (!bytes.isEmpty()) {
        const auto *const end =
            std::ranges::find_if(bytes, [](char c) { return c == '\r' || c == '\n' || c == '\t'; });
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length > longestPayload) {
            m_tooLong = true;
            m_line.clear();
        }
        if (!m_tooLong)
            m_line.append(bytes.first(length));
        if (length == bytes.size())
            break;
        endLine(*end == '\t' ? ScanSuffix::Tab : ScanSuffix::Enter, payloads);
        bytes = bytes.sliced(length + 1);
    }
    return payloads;
}

std::optional<qint64> LineJoiner::deadline() const
{
    if (m_line.isEmpty() && !m_tooLong && m_zone.isEmpty())
        return std::nullopt;
    return m_lastMs + silenceMs;
}

QList<LineJoiner::Payload> LineJoiner::expire(qint64 nowMs)
{
    QList<Payload> payloads;
    const std::optional<qint64> due = deadline();
    if (!due || nowMs < *due)
        return payloads;
    endLine(ScanSuffix::None, payloads);
    releaseZone(payloads);
    return payloads;
}

void LineJoiner::clear()
{
    m_line.clear();
    m_zone.clear();
    m_tooLong = false;
}

void LineJoiner::endLine(ScanSuffix suffix, QList<Payload> &payloads)
{
    const bool tooLong = std::exchange(m_tooLong, false);
    const QByteArray line = std::exchange(m_line, {});
    if (line.isEmpty() && !tooLong)
        return;
    const bool continues = !m_zone.isEmpty() && line.size() == m_zone.front().size() && isZoneLine(line);
    if (!continues)
        releaseZone(payloads);
    if (continues || beginsZone(line)) {
        m_zone.append(line);
        m_zoneSuffix = suffix;
        if (m_zone.size() == zoneLines(line.size()))
            releaseZone(payloads);
        return;
    }
    payloads.append({line, tooLong, suffix});
}

void LineJoiner::releaseZone(QList<Payload> &payloads)
{
    if (!m_zone.isEmpty())
        payloads.append({std::exchange(m_zone, {}).join('\n'), false, m_zoneSuffix});
}

} // namespace checkpoint
