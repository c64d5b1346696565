#include "core/codes/inflating.h"

#include <zlib.h>

namespace checkpoint {

std::optional<QByteArray> inflated(const QByteArray &stream, qsizetype limit)
{
    z_stream zlib{};
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(stream.constData())); // zlib only reads there
    zlib.avail_in = uInt(stream.size());
    if (inflateInit(&zlib) != Z_OK)
        return std::nullopt;
    QByteArray bytes(limit, Qt::Uninitialized);
    zlib.next_out = reinterpret_cast<Bytef *>(bytes.data());
    zlib.avail_out = uInt(limit);
    const int end = inflate(&zlib, Z_FINISH);
    const bool whole = end == Z_STREAM_END && zlib.avail_in == 0;
    bytes.truncate(qsizetype(zlib.total_out));
    inflateEnd(&zlib);
    return whole ? std::optional(bytes) : std::nullopt;
}

} // namespace checkpoint
