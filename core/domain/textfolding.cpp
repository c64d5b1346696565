#include "core/domain/textfolding.h"

#include <algorithm>

namespace checkpoint {

namespace {

/// The diacritics of a word, the bar of its đ among them.
QString marksOf(const QString &word)
{
    QString marks;
    for (const QChar c : word.normalized(QString::NormalizationForm_D).toLower())
        if (c.category() == QChar::Mark_NonSpacing || c == QChar(0x0111))
            marks.append(c);
    return marks;
}

} // namespace

QString foldedText(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    const QString decomposed = text.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        folded.append(c == QChar(0x0111) ? QChar(u'd') : c); // đ has no decomposition
    }
    return folded.simplified();
}

bool saysAll(const QString &text, const QStringList &words)
{
    const QStringList said = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&said](const QString &word) {
        const QString letters = foldedText(word);
        const QString marks = marksOf(word);
        return std::ranges::any_of(said, [&](const QString &each) {
            return foldedText(each).startsWith(letters) &&
                   std::ranges::all_of(marks,
                                       [has = marksOf(each)](QChar mark) { return has.contains(mark); });
        });
    });
}

} // namespace checkpoint
