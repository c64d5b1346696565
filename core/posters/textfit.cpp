#include "core/posters/textfit.h"

#include <QFontMetricsF>
#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double sizeStep = 0.97;
/// Kerning between words and rounding of glyphs; a line may be this much wider than the sum of its words.
constexpr double widthAllowance = 1.005;

struct Word
{
    QString text;
    double width = 0; ///< ems
};

std::vector<Word> measuredWords(const QString &text, bool bold)
{
    std::vector<Word> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.push_back({word, textWidth(word, bold)});
    return words;
}

/// The words, those wider than `width` ems in pieces that are not.
std::vector<Word> brokenWords(const std::vector<Word> &words, double width, bool bold)
{
    std::vector<Word> pieces;
    for (const Word &word : words) {
        if (word.width <= width) {
            pieces.push_back(word);
            continue;
        }
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word.text);
        qsizetype start = 0;
        qsizetype end = 0;
        for (qsizetype next = finder.toNextBoundary(); next != -1; next = finder.toNextBoundary()) {
            if (end > start && textWidth(word.text.mid(start, next - start), bold) > width) {
                const QString piece = word.text.mid(start, end - start);
                pieces.push_back({piece, textWidth(piece, bold)});
                start = end;
            }
            end = next;
        }
        const QString rest = word.text.mid(start);
        pieces.push_back({rest, textWidth(rest, bold)});
    }
    return pieces;
}

/// Lines of at most `width` ems, each as full as it can be.
QStringList filledLines(const std::vector<Word> &words, double width, double blank)
{
    QStringList lines;
    double used = 0;
    for (const Word &word : words) {
        if (!lines.isEmpty() && used + blank + word.width <= width) {
            lines.last() += u' ' + word.text;
            used += blank + word.width;
        } else {
            lines.append(word.text);
            used = word.width;
        }
    }
    return lines;
}

/// As many lines, but about equally long.
QStringList balancedLines(const std::vector<Word> &words, double width, double blank)
{
    const QStringList full = filledLines(words, width, blank);
    double low = 0;
    for (const Word &word : words)
        low = std::max(low, word.width);
    double high = width;
    while (high - low > 0.05) {
        const double middle = (low + high) / 2;
        (filledLines(words, middle, blank).size() > full.size() ? low : high) = middle;
    }
    return filledLines(words, high, blank);
}

} // namespace

QFont posterFont(bool bold)
{
    QFont font(QStringList{u"Noto Sans"_s, u"DejaVu Sans"_s, u"Segoe UI"_s, u"Arial"_s});
    font.setPixelSize(posterFontPixels);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Spaced text has no ligatures: “Office” is found in the PDF as it was typed.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

double textWidth(const QString &text, bool bold)
{
    // Finding a size asks for the same words many times; a batch of posters for the same wording.
    constexpr qsizetype mostRemembered = 5000;
    thread_local QHash<QString, double> remembered[2];
    QHash<QString, double> &widths = remembered[bold ? 1 : 0];
    if (const auto known = widths.constFind(text); known != widths.cend())
        return *known;
    if (widths.size() >= mostRemembered)
        widths.clear();
    const double width = QFontMetricsF(posterFont(bold)).horizontalAdvance(text) / posterFontPixels;
    widths.insert(text, width);
    return width;
}

std::optional<FittedText> fitText(const QString &text, bool bold, const TextRoom &room)
{
    const std::vector<Word> words = measuredWords(text, bold);
    if (words.empty())
        return FittedText{{}, room.largest};
    const double blank = textWidth(u" "_s, bold);
    double widest = 0;
    for (const Word &word : words)
        widest = std::max(widest, word.width);
    // A word is broken only when it would have to be at the least size as well.
    const double widthAtLeast = room.width / (room.least * widthAllowance);
    const bool mustBreak = widest > widthAtLeast;
    for (double size = room.largest;; size = std::max(size * sizeStep, room.least)) {
        const double width = room.width / (size * widthAllowance);
        const std::vector<Word> pieces = mustBreak ? brokenWords(words, width, bold) : words;
        if (mustBreak || widest <= width) {
            const QStringList lines = filledLines(pieces, width, blank);
            if (lines.size() <= room.mostLines && double(lines.size()) * size * lineHeight <= room.height)
                return FittedText{balancedLines(pieces, width, blank), size};
        }
        if (size <= room.least)
            return std::nullopt;
    }
}

} // namespace checkpoint
