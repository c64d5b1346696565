#pragma once

#include "core/posters/sheet.h"

#include <vector>

namespace checkpoint {

/// What is wrong with a symbol that is about to be printed.
enum class ProofKind {
    NotReadable,     ///< at `measured` dots per inch
    ReadsOther,      ///< something else than it should, at `measured` dots per inch
    SymbolTooSmall,  ///< `measured` mm of the `wanted` that its layout promises
    SymbolUnadvised, ///< `measured` mm, less than the 150 asked for on a venue's wall; only worth a word
    ModulesTooSmall, ///< `measured` mm; printers and telephones need `wanted`
    LowContrast,     ///< `measured` of 1; `wanted` at least
    QuietZoneInked,  ///< something is printed within four modules of it
};

struct ProofFinding
{
    int symbol = 0; ///< index on the sheet
    ProofKind kind = ProofKind::NotReadable;
    double measured = 0;
    double wanted = 0;

    bool operator==(const ProofFinding &) const = default;
};

/// True when a poster with this finding must not be printed.
bool forbidsPrinting(ProofKind kind);

/// Which sizes are asked for.
struct ProofDemands
{
    double advisedSymbol = 150; ///< millimetres: the least printed size of a venue's code
    double leastModule = 0.6;   ///< millimetres: what a telephone reads at arm's length from any printer
    double leastContrast = 0.7; ///< symbol contrast of ISO/IEC 15415, grade A
};

/// Renders the sheet as it will be printed, at 72 and 300 dots per inch, and reads every symbol back with the
/// desk's own reader; measures size, contrast and quiet zone in the picture. Empty when all is well. Takes a
/// tenth of a second or more: not for the GUI thread.
std::vector<ProofFinding> proveSheet(const Sheet &sheet, const ProofDemands &demands = {});

/// The advised least size of a visitor's code.
inline constexpr ProofDemands passDemands{50, 0.6, 0.7};

} // namespace checkpoint
