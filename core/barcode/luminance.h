#pragma once

#include <QRect>
#include <QtGlobal>

#include <vector>

namespace checkpoint {

/// A grey picture that somebody else owns, used as it lies: pixel (x, y) is data[y * rowStride + x *
/// pixelStride].
struct LuminanceView
{
    const uchar *data = nullptr;
    int width = 0;
    int height = 0;
    int rowStride = 0;   ///< bytes
    int pixelStride = 1; ///< bytes

    bool isEmpty() const { return !data || width <= 0 || height <= 0; }

    /// A part of it; the rectangle lies inside.
    LuminanceView cropped(const QRect &part) const
    {
        return {data + qsizetype(part.y()) * rowStride + qsizetype(part.x()) * pixelStride, part.width(),
                part.height(), rowStride, pixelStride};
    }
};

/// A grey picture of its own without gaps between the rows. Used again for the next picture it allocates
/// nothing, unless that one is larger than all before.
class LuminancePlane
{
public:
    void resize(int width, int height)
    {
        m_width = width;
        m_height = height;
        const size_t needed = size_t(width) * size_t(height);
        if (m_pixels.size() < needed)
            m_pixels.resize(needed);
    }

    int width() const { return m_width; }
    int height() const { return m_height; }
    uchar *row(int y) { return m_pixels.data() + size_t(y) * size_t(m_width); }
    const uchar *row(int y) const { return m_pixels.data() + size_t(y) * size_t(m_width); }
    LuminanceView view() const { return {m_pixels.data(), m_width, m_height, m_width, 1}; }

private:
    int m_width = 0;
    int m_height = 0;
    std::vector<uchar> m_pixels;
};

} // namespace checkpoint
