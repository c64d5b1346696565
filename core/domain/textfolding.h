#pragma once

#include <QString>

namespace checkpoint {

/// The text in lower case without diacritics (đ becomes d), words separated by one blank: what searching
/// compares. "Đỗ  Văn Sai" → "do van sai".
QString foldedText(const QString &text);

} // namespace checkpoint
