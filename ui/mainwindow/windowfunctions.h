#pragma once

#include "ui/common/deskpreferences.h"
#include "ui/common/functionlist.h"

#include <functional>

namespace checkpoint {

class MainWindow;

/// Changes what was chosen, as the settings do.
using ChangePreferences = std::function<void(const std::function<void(DeskPreferences &)> &)>;

/// Puts everything the window can do on the list: the views, their keys, what can be done in
/// each, every setting.
/// The window outlives the list.
void addWindowFunctions(FunctionList &list, MainWindow &window, const ChangePreferences &change);

} // namespace checkpoint
