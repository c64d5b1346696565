#include "core/domain/textfolding.h"

namespace checkpoint {

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

} // namespace checkpoint
