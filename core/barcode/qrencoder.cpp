#include "core/barcode/qrencoder.h"

#include "core/barcode/zxingcompat_p.h"

#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Result<ModuleGrid> encodeQr(const QByteArray &bytes, QrErrorCorrection level)
{
    if (bytes.isEmpty())
        return Error{ErrorCode::WrongUse, u"there is nothing to encode"_s};
    try {
#if CHECKPOINT_ZXING_VERSION >= 300
        constexpr const char *levels[] = {"L", "M", "Q", "H"};
        auto options = ZXing::CreatorOptions(ZXing::BarcodeFormat::QRCode).ecLevel(levels[int(level)]);
        const auto barcode = ZXing::CreateBarcodeFromBytes(bytes.constData(), int(bytes.size()), options);
        const auto &matrix = barcode.symbol();
        ModuleGrid grid(matrix.width());
        for (int row = 0; row < matrix.height(); ++row) {
            for (int column = 0; column < matrix.width(); ++column)
                grid.setDark(column, row, matrix.data(column, row)[0] == 0);
        }
#else
        // The writer takes 0 to 8; each quarter of it is one level.
        constexpr int levels[] = {1, 3, 5, 8};
        std::wstring latin1;
        for (const char byte : bytes)
            latin1.push_back(wchar_t(uchar(byte)));
        const ZXing::BitMatrix matrix = zxing::qrModules(latin1, levels[int(level)]);
        ModuleGrid grid(matrix.width());
        for (int row = 0; row < matrix.height(); ++row) {
            for (int column = 0; column < matrix.width(); ++column)
                grid.setDark(column, row, matrix.get(column, row));
        }
#endif
        return grid;
    } catch (const std::exception &exception) {
        return Error{ErrorCode::WrongUse,
                     u"no QR code holds it: %1"_s.arg(QLatin1StringView(exception.what()))};
    }
}

} // namespace checkpoint
