#include "core/barcode/qrdecoder.h"

#include "core/barcode/zxingcompat_p.h"
#include "core/base/logging.h"

#include <exception>

namespace checkpoint {

std::vector<DecodedCode> QrDecoder::decode(const LuminanceView &picture) const
{
    std::vector<DecodedCode> codes;
    if (!picture.data || picture.width <= 0 || picture.height <= 0)
        return codes;
    const ZXing::ImageView view(picture.data, picture.width, picture.height, ZXing::ImageFormat::Lum,
                                picture.rowStride, picture.pixelStride);
    try {
        for (const auto &result : ZXing::ReadBarcodes(view, zxing::qrOptions())) {
            if (!result.isValid())
                continue;
            const auto &bytes = result.bytes();
            QPolygonF outline;
            for (const auto &corner : result.position())
                outline.append(QPointF(corner.x, corner.y));
            codes.push_back(
                {QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())),
                 std::move(outline)});
        }
    } catch (const std::exception &exception) {
        qCWarning(lcScan, "The decoder failed on a picture: %s", exception.what());
    }
    return codes;
}

} // namespace checkpoint
