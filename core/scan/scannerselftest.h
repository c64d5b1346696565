#pragma once

#include "core/scan/scannerprofile.h"
#include "core/scan/scantiming.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace checkpoint {

/// The sheet on which a scanner shows what it does to a code: one text with everything that scanners,
/// keyboard layouts and typing tools are known to damage. Pure.

/// What is wrong with a scanner, or good about it. Each has its sentence in ui/common/scannerfindingtext.cpp.
enum class ScannerFinding {
    Fine,              ///< the text came as it is on the sheet
    LayoutShifted,     ///< the scanner and the computer do not agree on the keyboard layout
    CapsLockOn,        ///< small and capital letters are exchanged
    TelexOn,           ///< a typing tool rewrites letters: "aa" came as "â"
    VniOn,             ///< a typing tool rewrites digits: "e1" came as "é"
    SuffixMissing,     ///< nothing ends a scan, so that the desk has to wait
    SuffixTab,         ///< a tab ends a scan; works, Enter is usual
    TooSlow,           ///< long pauses between the characters
    CutShort,          ///< the end of the text is missing
    DiacriticsLost,    ///< Vietnamese letters came without their marks, or not at all
    DiacriticsDamaged, ///< Vietnamese letters came as other characters
    CharactersLost,    ///< single characters are missing or wrong
};

/// The text of the code on the sheet.
QString selfTestText();

/// Whether this is a scan of the sheet, however damaged. Such a scan is never an entry.
bool isSelfTest(const QByteArray &payload);

/// What a scan of the sheet shows, the worst first; Fine alone, or with what is only slow or unusual.
struct SelfTestResult
{
    QList<ScannerFinding> findings;
    ScannerProfile profile; ///< what has become known of the scanner

    bool isUsable() const; ///< codes arrive undamaged
};
SelfTestResult diagnose(const QByteArray &received, const ScanTiming &timing);

/// A pause as long as this inside a scan makes people wait, milliseconds.
constexpr int slowGapMs = 60;

} // namespace checkpoint
