#pragma once

#include "ui/common/deskpreferences.h"

namespace checkpoint {

class Settings;

/// What was chosen at the desk, as the settings remember it. A value that nobody understands counts as not
/// chosen.
DeskPreferences preferencesFrom(const Settings &settings);

/// Writes what differs, and gives the names of those settings; gives back at once, the file is written on the
/// settings' own thread.
QStringList remember(const DeskPreferences &preferences, Settings &settings);

} // namespace checkpoint
