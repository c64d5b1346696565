#include "core/sync/gzip.h"

#include <zlib.h>

namespace checkpoint {

namespace {

constexpr int gzipWindow = MAX_WBITS + 16; // zlib: with the header of a gzip file

Bytef *input(const QByteArray &bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData())); // zlib only reads it
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        qBadAlloc();
    QByteArray file(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = input(bytes);
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(file.data());
    stream.avail_out = uInt(file.size());
    const int ended = deflate(&stream, Z_FINISH);
    Q_ASSERT(ended == Z_STREAM_END);
    Q_UNUSED(ended)
    file.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return file;
}

std::optional<QByteArray> gunzipped(const QByteArray &file, qsizetype most)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        qBadAlloc();
    QByteArray bytes(most, Qt::Uninitialized);
    stream.next_in = input(file);
    stream.avail_in = uInt(file.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = uInt(bytes.size());
    const int ended = inflate(&stream, Z_FINISH);
    bytes.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    if (ended != Z_STREAM_END)
        return std::nullopt;
    return bytes;
}

} // namespace checkpoint
