#pragma once

#include "ui/mainwindow/rail.h"

#include <QLatin1StringView>

#include <span>

namespace checkpoint {

/// A view, or a page of one.
enum class Place {
    Scan,
    Entries,
    Details, ///< of the chosen entry
    Inside,
    Pictures,
    Files,
    Trace,
    Persons,
    ManyVenues,
    PaperDay,
    Posters,
    Passes,
    Sync,
    Attention,
    Expected,
    Staff,
    VenueCode,
    Operators,
};

/// What has to be there before it can be done.
enum class Needs { Nothing, Line, Words };

struct ViewFunction
{
    QLatin1StringView control; ///< by the name of the object
    Place place;
    Needs needs;
    const char *text;
    const char *also; ///< words that find it as well
};

/// All of them, in the order of the views. The texts are of the context "ViewFunctions".
std::span<const ViewFunction> viewFunctionTable();

/// The view that a page is of.
View viewOf(Place place);

} // namespace checkpoint
