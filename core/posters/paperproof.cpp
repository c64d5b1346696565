#include "core/posters/paperproof.h"

#include "core/posters/sheetedges.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

namespace {

/// Width and height may differ by this share; if they do by more, what was found is not the sheet.
constexpr double shapeTolerance = 0.12;

/// The scale of the print if the paper is `paper`; nothing when the edges found do not fit its shape.
std::optional<double> scaleOn(const QSizeF &paper, const QRectF &symbol, const SheetEdges &edges)
{
    std::vector<double> scales;
    if (const auto width = edges.shareOfWidth())
        scales.push_back(*width / (symbol.width() / paper.width()));
    if (const auto height = edges.shareOfHeight())
        scales.push_back(*height / (symbol.height() / paper.height()));
    if (scales.empty())
        return std::nullopt;
    if (scales.size() == 1)
        return scales.front();
    if (std::abs(std::log(scales[0] / scales[1])) > shapeTolerance)
        return std::nullopt;
    return (scales[0] + scales[1]) / 2;
}

std::optional<PaperFinding> sizeFinding(const ExpectedPaper &expected, const SheetEdges &edges)
{
    // A sheet of several posters may be held up whole or cut. Printers shrink; enlarged, a sheet would lose
    // its margins: so the largest size that is not too large is meant.
    std::optional<double> scale;
    for (const QSizeF &paper : {expected.sheet, expected.cell.size()}) {
        const auto candidate = scaleOn(paper, expected.symbol, edges);
        if (!candidate)
            continue;
        const bool isLarge = *candidate > 1 + paperSizeTolerance;
        const bool wasLarge = scale && *scale > 1 + paperSizeTolerance;
        if (!scale || (isLarge == wasLarge ? (*candidate > *scale) != isLarge : wasLarge))
            scale = candidate;
    }
    if (!scale)
        return PaperFinding{PaperKind::SizeUnknown, 0, -1};
    if (*scale < 1 - paperSizeTolerance)
        return PaperFinding{PaperKind::PrintedSmall, *scale, -1};
    if (*scale > 1 + paperSizeTolerance)
        return PaperFinding{PaperKind::PrintedLarge, *scale, -1};
    return std::nullopt;
}

} // namespace

ExpectedPaper expectedPaper(const Sheet &sheet, int symbol, const QList<QByteArray> &known)
{
    const SheetSymbol &wanted = sheet.symbols.at(size_t(symbol));
    return {wanted.bytes, known, sheet.size, wanted.square, wanted.cell};
}

std::vector<PaperFinding> judgePaper(const ExpectedPaper &expected, const DecodedCodes &codes,
                                     const LuminanceView &frame)
{
    if (codes.empty())
        return {{PaperKind::NotReadable, 0, -1}};
    const auto right = std::find_if(codes.begin(), codes.end(), [&expected](const DecodedCode &code) {
        return code.bytes == expected.bytes;
    });
    if (right == codes.end()) {
        for (const DecodedCode &code : codes) {
            if (const qsizetype other = expected.known.indexOf(code.bytes); other >= 0)
                return {{PaperKind::OtherPoster, 0, int(other)}};
        }
        return {{PaperKind::UnknownCode, 0, -1}};
    }
    if (const auto size = sizeFinding(expected, findSheetEdges(frame, right->outline)))
        return {*size};
    return {};
}

} // namespace checkpoint
