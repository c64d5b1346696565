#pragma once

// Everything in which the versions of ZXing-cpp differ that this program meets: 1.4 (Debian 12), 2.2 (options
// instead of hints), 2.3 (Version.h; Debian 13), 3.0 (Barcode instead of Result, writer replaced).

#if __has_include(<ZXing/Version.h>)
#include <ZXing/Version.h>
#else
#include <ZXing/ZXVersion.h>
#endif

#define CHECKPOINT_ZXING_VERSION (ZXING_VERSION_MAJOR * 100 + ZXING_VERSION_MINOR)

#include <ZXing/ReadBarcode.h>
#if CHECKPOINT_ZXING_VERSION >= 300
#include <ZXing/CreateBarcode.h>
#else
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#endif

#include <algorithm>
#include <string>

namespace checkpoint::zxing {

#if CHECKPOINT_ZXING_VERSION >= 202
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

/// QR codes only: with all formats on, version 1.4 aborts on ordinary pictures of other codes.
inline Options qrOptions()
{
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    return options;
}

/// Codes bright on dark are not looked for; before version 2 they never are.
inline void setNoInversion([[maybe_unused]] Options &options)
{
#if CHECKPOINT_ZXING_VERSION >= 200
    options.setTryInvert(false);
#endif
}

#if CHECKPOINT_ZXING_VERSION < 300
/// Each byte as a character of ISO 8859-1, the writer's default: naming a character set would make it add an
/// ECI. From version 2 on the writer refuses 0x80 to 0x9F there, at which ISO 8859-1 has no characters; such
/// bytes are written as binary, with ECI 899 before them, which leaves the bytes as they are.
inline ZXing::BitMatrix qrModules(const std::wstring &latin1, int errorCorrectionLevel)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setEccLevel(errorCorrectionLevel).setMargin(0);
#if CHECKPOINT_ZXING_VERSION >= 200
    if (std::any_of(latin1.begin(), latin1.end(), [](wchar_t c) { return c >= 0x80 && c <= 0x9F; }))
        writer.setEncoding(ZXing::CharacterSet::BINARY);
#endif
    return writer.encode(latin1, 0, 0);
}
#endif

} // namespace checkpoint::zxing
