#include "core/scan/jpegluminance.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio> // the library's header needs it before itself
#include <jerror.h>
#include <jpeglib.h>

namespace checkpoint {

namespace {

constexpr JDIMENSION rowsAtOnce = 16;
constexpr unsigned int fullScale = 8; // eighths

/// The library's error handler with a place to jump back to: its callbacks must not return after an error.
struct ErrorHandler
{
    jpeg_error_mgr library; // first, so that the library's pointer is ours
    std::jmp_buf jump;
    bool damaged;
};

ErrorHandler *handlerOf(j_common_ptr info)
{
    return reinterpret_cast<ErrorHandler *>(info->err);
}

[[noreturn]] void onError(j_common_ptr info)
{
    std::longjmp(handlerOf(info)->jump, 1);
}

void onMessage(j_common_ptr info, int level)
{
    // Many webcams leave some bytes over between the segments; everything else that the library puts right
    // by guessing is damage.
    if (level < 0 && info->err->msg_code != JWRN_EXTRANEOUS_DATA)
        handlerOf(info)->damaged = true;
}

/// A picture in memory of the caller's, which it gets once the size is known.
struct Target
{
    uchar *data = nullptr; ///< null: not wanted after all
    size_t rowStride = 0;  ///< bytes
};

} // namespace

/// The library's state, kept from one frame to the next. Its errors come back as jumps: no function with one
/// of them below it holds anything that needs to be destroyed.
struct JpegLuminance::Decompressor
{
    Decompressor()
    {
        info.err = jpeg_std_error(&errors.library);
        errors.library.error_exit = onError;
        errors.library.emit_message = onMessage;
        created = setjmp(errors.jump) == 0;
        if (created)
            jpeg_create_decompress(&info);
    }
    ~Decompressor() { jpeg_destroy_decompress(&info); }
    Q_DISABLE_COPY_MOVE(Decompressor)

    /// Reads the header, asks `allot(context, size)` where to put the picture and unpacks it to there. False
    /// when there is no sound picture.
    template <typename Context>
    bool decode(const uchar *bytes, size_t size, J_COLOR_SPACE colours, int leastWidth, Context *context,
                Target (*allot)(Context *context, QSize size))
    {
        if (!created || !bytes || size == 0)
            return false;
        errors.damaged = false;
        if (setjmp(errors.jump) != 0) {
            jpeg_abort_decompress(&info);
            return false;
        }
        jpeg_mem_src(&info, bytes, static_cast<unsigned long>(size));
        jpeg_read_header(&info, TRUE);
        const bool plausible = qint64(info.image_width) * qint64(info.image_height) <= mostPixels &&
                               info.data_precision == 8 && !jpeg_has_multiple_scans(&info);
        bool sound = false;
        if (plausible) {
            info.out_color_space = colours;
            info.scale_num = scaleFor(leastWidth);
            info.scale_denom = fullScale;
            info.do_fancy_upsampling = FALSE; // what is small needs no smooth colours
            jpeg_start_decompress(&info);
            const Target target = allot(context, QSize(int(info.output_width), int(info.output_height)));
            sound = target.data && readRows(target);
        }
        jpeg_abort_decompress(&info);
        return sound && !errors.damaged;
    }

private:
    unsigned int scaleFor(int leastWidth) const
    {
        if (leastWidth <= 0)
            return fullScale;
        const qint64 needed =
            (qint64(leastWidth) * fullScale + info.image_width - 1) / std::max(info.image_width, 1U);
        return static_cast<unsigned int>(std::clamp<qint64>(needed, 1, fullScale));
    }

    bool readRows(const Target &target)
    {
        std::array<JSAMPROW, rowsAtOnce> rows{};
        while (info.output_scanline < info.output_height && !errors.damaged) {
            const JDIMENSION count = std::min(rowsAtOnce, info.output_height - info.output_scanline);
            for (JDIMENSION i = 0; i < count; ++i)
                rows[i] = target.data + (info.output_scanline + i) * target.rowStride;
            jpeg_read_scanlines(&info, rows.data(), count);
        }
        return info.output_scanline == info.output_height;
    }

    jpeg_decompress_struct info{};
    ErrorHandler errors{};
    bool created = false;
};

JpegLuminance::JpegLuminance() : m_decompressor(std::make_unique<Decompressor>()) {}

JpegLuminance::~JpegLuminance() = default;

std::optional<LuminanceView> JpegLuminance::decode(const uchar *bytes, size_t size)
{
    const auto allot = [](LuminancePlane *plane, QSize picture) -> Target {
        plane->resize(picture.width(), picture.height());
        return {plane->row(0), size_t(picture.width())};
    };
    if (!m_decompressor->decode<LuminancePlane>(bytes, size, JCS_GRAYSCALE, 0, &m_plane, allot))
        return std::nullopt;
    return m_plane.view();
}

QImage JpegLuminance::preview(const uchar *bytes, size_t size, int leastWidth)
{
    QImage picture;
    const auto allot = [](QImage *image, QSize pictureSize) -> Target {
        *image = QImage(pictureSize, QImage::Format_RGB32);
        return {image->bits(), size_t(image->bytesPerLine())};
    };
    // The bytes of QRgb as they lie in memory.
    constexpr J_COLOR_SPACE colours = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
    if (!m_decompressor->decode<QImage>(bytes, size, colours, leastWidth, &picture, allot))
        return {};
    return picture;
}

} // namespace checkpoint
