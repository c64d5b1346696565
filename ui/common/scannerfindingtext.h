#pragma once

#include "core/scan/scannerselftest.h"

#include <QString>

namespace checkpoint {

/// A finding of the self-test in the words of the person at the desk.
struct ScannerFindingText
{
    QString what; ///< a sentence
    QString todo; ///< what to do now; empty when nothing
};

ScannerFindingText scannerFindingText(ScannerFinding finding);

} // namespace checkpoint
