#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace checkpoint {

/// One character of UTF-8 bytes; a length of 0 means that no character begins there.
struct Utf8Character
{
    char32_t codePoint = 0;
    int length = 0; ///< in bytes
};

/// The character that begins at the position, read strictly: no overlong form, no surrogate, nothing above
/// U+10FFFF.
Utf8Character utf8CharacterAt(QByteArrayView bytes, qsizetype position);

/// The text of the bytes; each byte that belongs to no character stands as U+FFFD.
QString textOfUtf8(QByteArrayView bytes);

/// The text of the bytes, or nothing when they are not wholly UTF-8.
std::optional<QString> strictTextOfUtf8(QByteArrayView bytes);

/// The text in NFC. A text with more marks on one letter than any script uses (the 30 of Unicode's
/// stream-safe format) comes back as it is: putting such marks into order takes time that grows with their
/// square.
QString normalizedText(const QString &text);

} // namespace checkpoint
