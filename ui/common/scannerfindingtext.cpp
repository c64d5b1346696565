#include "ui/common/scannerfindingtext.h"

#include <QCoreApplication>

namespace checkpoint {

namespace {

struct ScannerWords
{
    Q_DECLARE_TR_FUNCTIONS(ScannerWords)
};

} // namespace

ScannerFindingText scannerFindingText(ScannerFinding finding)
{
    switch (finding) {
    case ScannerFinding::Fine:
        return {ScannerWords::tr("Every character arrived as it should."), {}};
    case ScannerFinding::LayoutShifted:
        return {ScannerWords::tr("The scanner and the computer use different keyboard layouts."),
                ScannerWords::tr(
                    "Set the computer's keyboard to “English (US)”, or the scanner to the computer's "
                    "layout with a code in its manual.")};
    case ScannerFinding::CapsLockOn:
        return {ScannerWords::tr("Small and capital letters are exchanged: Caps Lock is on."),
                ScannerWords::tr("Press Caps Lock once, then scan the sheet again.")};
    case ScannerFinding::TelexOn:
        return {
            ScannerWords::tr("A typing tool rewrites the scan in the Telex way."),
            ScannerWords::tr("Switch the typing tool to English while scanning, or set the scanner to “USB "
                             "serial” with a code in its manual.")};
    case ScannerFinding::VniOn:
        return {
            ScannerWords::tr("A typing tool rewrites the scan in the VNI way."),
            ScannerWords::tr("Switch the typing tool to English while scanning, or set the scanner to “USB "
                             "serial” with a code in its manual.")};
    case ScannerFinding::SuffixMissing:
        return {
            ScannerWords::tr("The scanner sends nothing behind a code, so the desk has to wait a moment."),
            ScannerWords::tr("Set the scanner to send Enter after each code.")};
    case ScannerFinding::SuffixTab:
        return {ScannerWords::tr("The scanner sends a tab behind a code. The desk understands that."), {}};
    case ScannerFinding::TooSlow:
        return {ScannerWords::tr("The scanner types slowly."),
                ScannerWords::tr("Set its delay between characters to none, or set it to “USB serial”.")};
    case ScannerFinding::CutShort:
        return {ScannerWords::tr("The end of the text is missing."),
                ScannerWords::tr(
                    "Hold the scanner still and scan again; if it stays so, allow longer codes with a "
                    "code in its manual.")};
    case ScannerFinding::DiacriticsLost:
        return {ScannerWords::tr("Vietnamese letters arrive without their marks."),
                ScannerWords::tr("Set the scanner to “USB serial”, or to UTF-8. Names cannot be trusted till "
                                 "then; numbers can.")};
    case ScannerFinding::DiacriticsDamaged:
        return {ScannerWords::tr("Vietnamese letters arrive damaged."),
                ScannerWords::tr("Set the scanner to “USB serial”, or to UTF-8. Names cannot be trusted till "
                                 "then; numbers can.")};
    case ScannerFinding::CharactersLost:
        return {ScannerWords::tr("Single characters were lost or are wrong."),
                ScannerWords::tr(
                    "Scan again; if it stays so, give the scanner a longer delay between characters, "
                    "or set it to “USB serial”.")};
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
