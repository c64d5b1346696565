#include "core/posters/passcomposer.h"

#include "core/barcode/qrencoder.h"
#include "core/posters/posterwords.h"
#include "core/posters/stepdrawings.h"
#include "core/posters/textblocks_p.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double leastSymbol = 50; ///< millimetres
constexpr double labelMargin = 3;
constexpr double cellMargin = 6;
constexpr double leastText = 2.1;
const QString betweenLanguages = QStringLiteral(" · ");

/// The same word in the languages wanted.
QString word(QString PosterWords::*member, PosterLanguages languages)
{
    QStringList words;
    if (languages != PosterLanguages::English)
        words.append(posterWords(PosterLanguage::Vietnamese).*member);
    if (languages != PosterLanguages::Vietnamese)
        words.append(posterWords(PosterLanguage::English).*member);
    return words.join(betweenLanguages);
}

Result<PassContent> checkedPass(const PassContent &pass)
{
    PassContent checked = pass;
    const std::pair<QString PassContent::*, QString> texts[] = {
        {&PassContent::abbreviatedName, u"the visitor's name"_s},
        {&PassContent::venueName, u"the venue's name"_s},
        {&PassContent::number, u"the pass's number"_s}};
    for (const auto &[member, what] : texts) {
        const Result<QString> text = printableText(pass.*member, what);
        if (!text)
            return text.error();
        if (text->isEmpty())
            return Error{ErrorCode::WrongUse, what + u" is missing"_s};
        checked.*member = *text;
    }
    if (!pass.issuedOn.isValid() || !pass.validUntil.isValid())
        return Error{ErrorCode::WrongUse, u"the pass has no dates"_s};
    return checked;
}

/// One thing that a pass says.
struct Line
{
    QString label; ///< the same size as the value, before it
    QString value;
    bool bold = false;
    Ink ink = Ink::Black;
    double largest = 0;
    int mostLines = 1;
    double gapAbove = 0;
};

std::vector<Line> linesOf(const PassContent &pass, PosterLanguages languages)
{
    const auto date = [](const QDate &day) { return day.toString(u"dd/MM/yyyy"_s); };
    return {
        {word(&PosterWords::passTitle, languages), {}, true, Ink::Accent, 3.6, 2, 0},
        {{}, pass.venueName, true, Ink::Black, 3.4, 5, 0.6},
        {{}, pass.abbreviatedName, true, Ink::Black, 6.2, 2, 2},
        {word(&PosterWords::passNumber, languages), pass.number, true, Ink::Black, 3.6, 2, 0.6},
        {word(&PosterWords::passIssued, languages), date(pass.issuedOn), false, Ink::Black, 2.9, 2, 1.6},
        {word(&PosterWords::validUntil, languages), date(pass.validUntil), true, Ink::Black, 2.9, 2, 0.2},
    };
}

/// On one line if that is at all readable, else each language from a line of its own on. Nothing when it does
/// not fit.
std::vector<TextBlock> blocksOf(const Line &line, double scale, const QSizeF &room)
{
    constexpr double oneLineShare = 0.7; ///< rather this much smaller than broken
    const double size = std::max(line.largest * scale, leastText);
    const double least = std::max(size * oneLineShare, leastText);
    const auto fit = [&](const QString &text, int mostLines) {
        return fitText(text, line.bold, {room.width(), room.height(), size, least, mostLines});
    };
    const auto whole = QString(line.label + u' ' + line.value).trimmed();
    if (const auto one = fit(whole, 1))
        return {{*one, line.bold, line.ink, 0}};
    QStringList parts = line.label.split(betweenLanguages, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        parts << line.value;
    else if (!line.value.isEmpty())
        parts.last() += u' ' + line.value;
    std::vector<TextBlock> blocks;
    for (const QString &part : std::as_const(parts)) {
        const auto one = fit(part, 1);
        const auto fitted = one ? one : fit(part, line.mostLines);
        if (!fitted)
            return {};
        blocks.push_back({*fitted, line.bold, line.ink, 0});
    }
    return blocks;
}

/// The lines one below the other in the middle of the area; false when they do not fit.
bool placeLines(Sheet &sheet, const std::vector<Line> &lines, const QRectF &area, TextSide side)
{
    // All shrink together, so that what is large stays large.
    for (double scale = 1; scale > 0.5; scale *= 0.95) {
        std::vector<std::pair<double, TextBlock>> blocks; ///< each with the gap above it
        double height = 0;
        bool fits = true;
        for (const Line &line : lines) {
            double gap = line.gapAbove * scale;
            const std::vector<TextBlock> parts = blocksOf(line, scale, area.size());
            fits = fits && !parts.empty();
            for (const TextBlock &part : parts) {
                blocks.emplace_back(gap, part);
                height += gap + part.height();
                gap = 0;
            }
        }
        if (!fits || height > area.height())
            continue;
        double top = area.top() + (area.height() - height) / 2;
        for (const auto &[gap, block] : blocks) {
            top += gap;
            placeBlock(sheet, block, {area.left(), top, area.width(), block.height()}, side);
            top += block.height();
        }
        return true;
    }
    return false;
}

/// One pass in its cell. The quiet zone lies within the cell; it is what decides how large the symbol gets.
Result<void> composePass(Sheet &sheet, const PassContent &pass, const QRectF &cell, bool upright,
                         PosterLanguages languages)
{
    const Result<ModuleGrid> modules = encodeQr(pass.codeText, QrErrorCorrection::Quartile);
    if (!modules)
        return modules.error();
    const double across = upright ? cell.width() : cell.height() - 2;
    const double share = double(modules->size()) / (modules->size() + 2 * quietZoneModules);
    const double symbol = std::min(across * share, leastSymbol + 2);
    const double quiet = quietZoneModules * symbol / modules->size();
    if (symbol < leastSymbol)
        return Error{ErrorCode::DoesNotFit,
                     u"the code of %1 modules is smaller than %2 mm on this pass"_s.arg(modules->size())
                         .arg(leastSymbol)};
    QRectF square;
    QRectF texts;
    if (upright) {
        square = QRectF(cell.center().x() - symbol / 2, cell.bottom() - std::max(labelMargin, quiet) - symbol,
                        symbol, symbol);
        texts = QRectF(cell.left() + labelMargin, cell.top() + labelMargin, cell.width() - 2 * labelMargin,
                       square.top() - quiet - cell.top() - labelMargin);
    } else {
        const double left = cell.left() + std::max(cellMargin, quiet);
        square = QRectF(left, cell.center().y() - symbol / 2, symbol, symbol);
        texts = QRectF(QPointF(square.right() + quiet, cell.top() + cellMargin),
                       QPointF(cell.right() - cellMargin, cell.bottom() - cellMargin));
    }
    sheet.symbols.push_back({*modules, square, pass.codeText, cell, leastSymbol});
    if (!placeLines(sheet, linesOf(pass, languages), texts, upright ? TextSide::Centre : TextSide::Left))
        return Error{ErrorCode::DoesNotFit, u"the texts of the pass do not fit on it"_s};
    return {};
}

} // namespace

int passesPerSheet(PassLayout layout)
{
    return layout == PassLayout::Label ? 1 : 8;
}

Result<Sheet> composePassSheet(const QList<PassContent> &passes, PassLayout layout, PosterLanguages languages)
{
    if (passes.isEmpty() || passes.size() > passesPerSheet(layout))
        return Error{
            ErrorCode::WrongUse,
            u"a sheet takes 1 to %1 passes, not %2"_s.arg(passesPerSheet(layout)).arg(passes.size())};
    constexpr double columns = 2;
    constexpr double rows = 4;
    const bool upright = layout == PassLayout::Label;
    Sheet sheet;
    sheet.size = upright ? passLabelMm : QSizeF(210, 297);
    const QSizeF cell = upright ? sheet.size : QSizeF(210 / columns, 297 / rows);
    if (!upright) {
        drawCut(sheet, {cell.width(), 0}, {cell.width(), sheet.size.height()});
        for (int row = 1; row < int(rows); ++row)
            drawCut(sheet, {0, row * cell.height()}, {sheet.size.width(), row * cell.height()});
    }
    for (qsizetype i = 0; i < passes.size(); ++i) {
        const Result<PassContent> pass = checkedPass(passes[i]);
        if (!pass)
            return pass.error();
        const QPointF corner(double(i % 2) * cell.width(), double(i / 2) * cell.height());
        if (const Result<void> composed = composePass(sheet, *pass, QRectF(corner, cell), upright, languages);
            !composed)
            return composed.error();
    }
    return sheet;
}

} // namespace checkpoint
