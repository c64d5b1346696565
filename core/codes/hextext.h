#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace checkpoint {

/// What a field with the hexadecimal form of UTF-8 bytes says, as health-insurance cards write names and
/// addresses.
struct HexText
{
    std::optional<QString> text; ///< NFC; nothing when the digits do not make UTF-8
    bool repaired =
        false; ///< a typing tool had rewritten the digits, and just one way to undo it makes sense
    bool typingDamage = false; ///< a typing tool had rewritten the digits, and what it was cannot be told
};

HexText textOfHex(QStringView field);

} // namespace checkpoint
