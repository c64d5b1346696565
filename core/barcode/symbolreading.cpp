#include "core/barcode/symbolreading.h"

#include "core/barcode/zxingcompat_p.h"
#include "core/base/logging.h"

#include <exception>

namespace checkpoint {

namespace {

zxing::Options optionsFor(Thresholding thresholding)
{
    zxing::Options options = zxing::qrOptions();
    if (thresholding == Thresholding::LocalAverageSizes)
        return options;
    options.setTryDownscale(false);
    zxing::setNoInversion(options); // there is a pass for it
    options.setIsPure(thresholding == Thresholding::Pure);
    if (thresholding == Thresholding::Done || thresholding == Thresholding::Pure)
        options.setBinarizer(ZXing::Binarizer::BoolCast);
    return options;
}

} // namespace

DecodedCodes readSymbols(const LuminanceView &picture, Thresholding thresholding)
{
    DecodedCodes codes;
    if (picture.isEmpty())
        return codes;
    const ZXing::ImageView view(picture.data, picture.width, picture.height, ZXing::ImageFormat::Lum,
                                picture.rowStride, picture.pixelStride);
    try {
        for (const auto &result : ZXing::ReadBarcodes(view, optionsFor(thresholding))) {
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

DecodedCodes readModules(int modules, const std::function<bool(int column, int row)> &isDark,
                         LuminancePlane &drawn)
{
    constexpr int pixels = 2;
    constexpr int quiet = 4; // modules
    const int side = pixels * (modules + 2 * quiet);
    drawn.resize(side, side);
    for (int y = 0; y < side; ++y) {
        uchar *line = drawn.row(y);
        const int row = y / pixels - quiet;
        for (int x = 0; x < side; ++x) {
            const int column = x / pixels - quiet;
            const bool inside = row >= 0 && column >= 0 && row < modules && column < modules;
            line[x] = inside && isDark(column, row) ? 0 : 255;
        }
    }
    return readSymbols(drawn.view(), Thresholding::Pure);
}

} // namespace checkpoint
