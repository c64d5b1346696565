#include "core/posters/posterproof.h"

#include "core/barcode/qrdecoder.h"
#include "core/posters/sheetwriter.h"

#include <QImage>

#include <algorithm>

namespace checkpoint {

namespace {

constexpr double mmPerInch = 25.4;
constexpr int coarseDpi = 72;
constexpr int fineDpi = 300;
constexpr double sizeTolerance = 0.05; ///< millimetres

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

/// The part of the picture with the symbol and its quiet zone.
QRect partOf(const SheetSymbol &symbol, const QImage &picture, int dpi)
{
    const double quiet = quietZoneModules * symbol.moduleSize();
    const double dots = dpi / mmPerInch;
    const QRectF part = symbol.square.adjusted(-quiet, -quiet, quiet, quiet);
    return QRectF(part.topLeft() * dots, part.size() * dots).toAlignedRect().intersected(picture.rect());
}

/// Nothing when the part reads as it should.
std::vector<ProofFinding> readBack(const SheetSymbol &symbol, const QImage &picture, int dpi)
{
    const LuminanceView part = viewOf(picture).cropped(partOf(symbol, picture, dpi));
    const DecodedCodes codes = QrDecoder().decode(part);
    if (codes.empty())
        return {{0, ProofKind::NotReadable, double(dpi), 0}};
    if (codes.size() > 1 || codes.front().bytes != symbol.bytes)
        return {{0, ProofKind::ReadsOther, double(dpi), 0}};
    return {};
}

/// Light minus dark of the modules' middles, 1 is black on white.
double contrastOf(const SheetSymbol &symbol, const QImage &picture, int dpi)
{
    const double dots = dpi / mmPerInch;
    int darkest = 255;
    int lightest = 0;
    for (int row = 0; row < symbol.modules.size(); ++row) {
        for (int column = 0; column < symbol.modules.size(); ++column) {
            const QPointF middle =
                (symbol.square.topLeft() + QPointF(column + 0.5, row + 0.5) * symbol.moduleSize()) * dots;
            if (!picture.rect().contains(middle.toPoint()))
                return 0;
            const int value = picture.constScanLine(int(middle.y()))[int(middle.x())];
            darkest = std::min(darkest, value);
            lightest = std::max(lightest, value);
        }
    }
    return (lightest - darkest) / 255.0;
}

bool isQuietZoneClear(const SheetSymbol &symbol, const QImage &picture, int dpi)
{
    const double dots = dpi / mmPerInch;
    const QRectF square(symbol.square.topLeft() * dots, symbol.square.size() * dots);
    const QRect inner = square.toAlignedRect().adjusted(-1, -1, 1, 1);
    const double quiet = quietZoneModules * symbol.moduleSize() * dots;
    const QRectF outside = square.adjusted(-quiet, -quiet, quiet, quiet);
    if (!QRectF(picture.rect()).adjusted(-1, -1, 1, 1).contains(outside))
        return false;
    const QRect outer = outside.toRect().adjusted(1, 1, -1, -1).intersected(picture.rect());
    constexpr uchar white = 250;
    for (int y = outer.top(); y <= outer.bottom(); ++y) {
        const uchar *line = picture.constScanLine(y);
        for (int x = outer.left(); x <= outer.right(); ++x) {
            if (line[x] < white && !inner.contains(x, y))
                return false;
        }
    }
    return true;
}

std::vector<ProofFinding> measured(const SheetSymbol &symbol, const QImage &fine, const ProofDemands &demands)
{
    std::vector<ProofFinding> findings;
    const double side = symbol.square.width();
    if (side < symbol.least - sizeTolerance)
        findings.push_back({0, ProofKind::SymbolTooSmall, side, symbol.least});
    if (side < demands.advisedSymbol - sizeTolerance)
        findings.push_back({0, ProofKind::SymbolUnadvised, side, demands.advisedSymbol});
    if (symbol.moduleSize() < demands.leastModule)
        findings.push_back({0, ProofKind::ModulesTooSmall, symbol.moduleSize(), demands.leastModule});
    if (const double contrast = contrastOf(symbol, fine, fineDpi); contrast < demands.leastContrast)
        findings.push_back({0, ProofKind::LowContrast, contrast, demands.leastContrast});
    if (!isQuietZoneClear(symbol, fine, fineDpi))
        findings.push_back({0, ProofKind::QuietZoneInked, 0, 0});
    return findings;
}

} // namespace

bool forbidsPrinting(ProofKind kind)
{
    return kind != ProofKind::SymbolUnadvised;
}

std::vector<ProofFinding> proveSheet(const Sheet &sheet, const ProofDemands &demands)
{
    const QImage coarse = sheetPicture(sheet, coarseDpi, QImage::Format_Grayscale8);
    const QImage fine = sheetPicture(sheet, fineDpi, QImage::Format_Grayscale8);
    std::vector<ProofFinding> findings;
    for (size_t i = 0; i < sheet.symbols.size(); ++i) {
        const SheetSymbol &symbol = sheet.symbols[i];
        for (const auto &some : {readBack(symbol, coarse, coarseDpi), readBack(symbol, fine, fineDpi),
                                 measured(symbol, fine, demands)}) {
            for (ProofFinding finding : some) {
                finding.symbol = int(i);
                findings.push_back(finding);
            }
        }
    }
    return findings;
}

} // namespace checkpoint
