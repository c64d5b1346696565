#include "core/barcode/resampling.h"

#include <algorithm>
#include <cstring>

namespace checkpoint {

namespace {

void averageRows(const uchar *__restrict upper, const uchar *__restrict lower, uchar *__restrict out,
                 int count)
{
    for (int i = 0; i < count; ++i)
        out[i] = uchar((upper[2 * i] + upper[2 * i + 1] + lower[2 * i] + lower[2 * i + 1] + 2) >> 2);
}

void invertRow(const uchar *__restrict in, uchar *__restrict out, int count)
{
    for (int i = 0; i < count; ++i)
        out[i] = uchar(255 - in[i]);
}

void smoothRow(const uchar *__restrict above, const uchar *__restrict row, const uchar *__restrict below,
               uchar *__restrict out, int count)
{
    const auto mixed = [=](int i) { return above[i] + 2 * row[i] + below[i]; };
    out[0] = row[0];
    for (int i = 1; i + 1 < count; ++i)
        out[i] = uchar((mixed(i - 1) + 2 * mixed(i) + mixed(i + 1) + 8) >> 4);
    out[count - 1] = row[count - 1];
}

void pickEveryOther(const uchar *__restrict in, uchar *__restrict out, int count)
{
    for (int i = 0; i < count; ++i)
        out[i] = in[2 * i];
}

/// Three quarters of the near row and one of the far one, then the same along the row.
void enlargeRow(const uchar *__restrict near, const uchar *__restrict far, uchar *__restrict out, int count)
{
    const auto mixed = [near, far](int i) { return 3 * near[i] + far[i]; };
    out[0] = uchar((mixed(0) + 2) >> 2);
    for (int i = 0; i + 1 < count; ++i) {
        out[2 * i + 1] = uchar((3 * mixed(i) + mixed(i + 1) + 8) >> 4);
        out[2 * i + 2] = uchar((mixed(i) + 3 * mixed(i + 1) + 8) >> 4);
    }
    out[2 * count - 1] = uchar((mixed(count - 1) + 2) >> 2);
}

} // namespace

void copyDense(const LuminanceView &picture, LuminancePlane &result)
{
    result.resize(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y) {
        const uchar *line = picture.data + qsizetype(y) * picture.rowStride;
        uchar *out = result.row(y);
        if (picture.pixelStride == 1) {
            std::memcpy(out, line, size_t(picture.width));
        } else if (picture.pixelStride == 2) {
            pickEveryOther(line, out, picture.width - 1); // nothing is read behind the last sample
            out[picture.width - 1] = line[2 * (picture.width - 1)];
        } else {
            for (int x = 0; x < picture.width; ++x)
                out[x] = line[qsizetype(x) * picture.pixelStride];
        }
    }
}

void invert(const LuminanceView &picture, LuminancePlane &result)
{
    result.resize(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y)
        invertRow(picture.data + qsizetype(y) * picture.rowStride, result.row(y), picture.width);
}

void smooth(const LuminanceView &picture, LuminancePlane &result)
{
    result.resize(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y) {
        const uchar *row = picture.data + qsizetype(y) * picture.rowStride;
        const uchar *above = y > 0 ? row - picture.rowStride : row;
        const uchar *below = y + 1 < picture.height ? row + picture.rowStride : row;
        smoothRow(above, row, below, result.row(y), picture.width);
    }
}

void halve(const LuminanceView &picture, LuminancePlane &result)
{
    result.resize(picture.width / 2, picture.height / 2);
    for (int y = 0; y < result.height(); ++y) {
        const uchar *upper = picture.data + qsizetype(2 * y) * picture.rowStride;
        averageRows(upper, upper + picture.rowStride, result.row(y), result.width());
    }
}

void enlargeTwice(const LuminanceView &picture, LuminancePlane &result)
{
    result.resize(2 * picture.width, 2 * picture.height);
    for (int y = 0; y < picture.height; ++y) {
        const uchar *line = picture.data + qsizetype(y) * picture.rowStride;
        const uchar *above = y > 0 ? line - picture.rowStride : line;
        const uchar *below = y + 1 < picture.height ? line + picture.rowStride : line;
        enlargeRow(line, above, result.row(2 * y), picture.width);
        enlargeRow(line, below, result.row(2 * y + 1), picture.width);
    }
}

} // namespace checkpoint
