#include "core/codes/scantext.h"

#include "core/codes/textdamage.h"
#include "core/codes/utf8.h"

#include <algorithm>

namespace checkpoint {

namespace {

/// What scanners and files put around a text. A no-break blank is none of it: it may be the second half of a
/// misread "à".
bool isPadding(QChar c)
{
    switch (c.unicode()) {
    case 0:
    case u'\t':
    case u'\n':
    case u'\r':
    case u' ':
    case 0xFEFF:
        return true;
    default:
        return false;
    }
}

QString withoutPadding(const QString &text)
{
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isPadding);
    const auto last = std::find_if_not(text.crbegin(), std::make_reverse_iterator(first), isPadding).base();
    return QString(first, last - first);
}

} // namespace

ScanText scanText(const QByteArray &payload)
{
    ScanText scan;
    if (std::optional<QString> text = strictTextOfUtf8(payload)) {
        scan.text = std::move(*text);
    } else {
        scan.text = textOfUtf8(payload);
        scan.undecodable = true;
    }
    scan.text = withoutPadding(scan.text);
    if (const std::optional<QString> undone = withWrongCharsetUndone(scan.text)) {
        scan.text = withoutPadding(*undone);
        scan.repaired = true;
    }
    scan.text = normalizedText(scan.text);
    return scan;
}

} // namespace checkpoint
