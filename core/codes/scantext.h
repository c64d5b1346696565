#pragma once

#include <QByteArray>
#include <QString>

namespace checkpoint {

/// The text of one scan, made from its raw bytes: decoded as UTF-8, without BOM, NUL, line ends, tabs and
/// blanks at its ends, in NFC. Damage that other readers did to the whole text and that can be undone for
/// certain is undone.
struct ScanText
{
    QString text;
    bool repaired = false;    ///< a wrong character set was undone
    bool undecodable = false; ///< the bytes are no UTF-8; each bad byte stands as U+FFFD
};

ScanText scanText(const QByteArray &payload);

} // namespace checkpoint
