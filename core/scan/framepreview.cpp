#include "core/scan/framepreview.h"

#include <algorithm>
#include <vector>

namespace checkpoint {

namespace {

/// A pixel of the preview is the mean of this many by this many samples at most: enough to keep edges from
/// flickering.
constexpr int widestBox = 3;

/// Fills one row of the preview from one component.
void sampleRow(const SamplePlane &plane, QSize frameSize, int shiftX, int shiftY, int box, int row,
               QSize previewSize, std::vector<uchar> &out)
{
    const int frameRow = int(qint64(row) * frameSize.height() / previewSize.height());
    const uchar *line = plane.data + qsizetype(frameRow >> shiftY) * plane.rowStride;
    // 16.16 steps through the frame's row
    const qint64 step = (qint64(frameSize.width()) << 16) / previewSize.width();
    qint64 position = 0;
    if (shiftX > 0 || shiftY > 0 || box == 1) {
        for (uchar &value : out) {
            value = line[(int(position >> 16) >> shiftX) * plane.pixelStride];
            position += step;
        }
        return;
    }
    const int area = box * box;
    for (uchar &value : out) {
        const uchar *corner = line + (position >> 16) * plane.pixelStride;
        int sum = 0;
        for (int y = 0; y < box; ++y) {
            for (int x = 0; x < box; ++x)
                sum += corner[qsizetype(y) * plane.rowStride + x * plane.pixelStride];
        }
        value = uchar(sum / area);
        position += step;
    }
}

/// YCbCr to RGB in 1/256, from the matrices of ITU-R BT.601 and BT.709.
struct ColourMatrix
{
    int black;
    int luma;
    int redFromV;
    int greenFromU;
    int greenFromV;
    int blueFromU;
};

ColourMatrix matrixOf(const FrameLayout &frame)
{
    if (frame.components == FrameLayout::Components::YuvFull)
        return frame.wideColours ? ColourMatrix{0, 256, 403, 48, 120, 475}
                                 : ColourMatrix{0, 256, 359, 88, 183, 454};
    return frame.wideColours ? ColourMatrix{16, 298, 459, 55, 136, 541}
                             : ColourMatrix{16, 298, 409, 100, 208, 516};
}

QRgb toRgb(const ColourMatrix &matrix, int y, int u, int v)
{
    const int scaled = (y - matrix.black) * matrix.luma + 128;
    const int blueness = u - 128;
    const int redness = v - 128;
    const int red = (scaled + matrix.redFromV * redness) >> 8;
    const int green = (scaled - matrix.greenFromU * blueness - matrix.greenFromV * redness) >> 8;
    const int blue = (scaled + matrix.blueFromU * blueness) >> 8;
    return qRgb(std::clamp(red, 0, 255), std::clamp(green, 0, 255), std::clamp(blue, 0, 255));
}

} // namespace

QImage makePreview(const FrameLayout &frame, int maxWidth)
{
    const int width = std::min(frame.size.width(), maxWidth);
    const int height = std::max(1, int(qint64(frame.size.height()) * width / frame.size.width()));
    QImage preview(width, height, QImage::Format_RGB32);
    if (preview.isNull())
        return preview;

    const QSize size(width, height);
    const int box =
        std::clamp(std::min(frame.size.width() / width, frame.size.height() / height), 1, widestBox);
    const ColourMatrix matrix = matrixOf(frame);
    const bool grey = frame.components == FrameLayout::Components::Luma;
    std::array<std::vector<uchar>, 3> rows;
    for (std::vector<uchar> &row : rows)
        row.resize(size_t(width));
    for (int y = 0; y < height; ++y) {
        sampleRow(frame.planes[0], frame.size, 0, 0, box, y, size, rows[0]);
        if (!grey) {
            for (size_t i = 1; i < 3; ++i)
                sampleRow(frame.planes[i], frame.size, frame.chromaShiftX, frame.chromaShiftY, box, y, size,
                          rows[i]);
        }
        auto *line = reinterpret_cast<QRgb *>(preview.scanLine(y));
        for (size_t x = 0; x < size_t(width); ++x) {
            if (grey)
                line[x] = qRgb(rows[0][x], rows[0][x], rows[0][x]);
            else if (frame.components == FrameLayout::Components::Rgb)
                line[x] = qRgb(rows[0][x], rows[1][x], rows[2][x]);
            else
                line[x] = toRgb(matrix, rows[0][x], rows[1][x], rows[2][x]);
        }
    }
    return preview;
}

} // namespace checkpoint
