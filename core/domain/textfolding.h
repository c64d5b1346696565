#pragma once

#include <QString>
#include <QStringList>

namespace checkpoint {

/// The text in lower case without diacritics (đ becomes d), words separated by one blank: what searching
/// compares. "Đỗ  Văn Sai" → "do van sai".
QString foldedText(const QString &text);

/// True when every wanted word begins a word of the text. Diacritics that are typed have to be there, those
/// that are not may: "cam" begins "cấm" and "camera", "cấm" the former alone.
bool saysAll(const QString &text, const QStringList &words);

} // namespace checkpoint
