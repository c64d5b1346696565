#pragma once

#include "tests/ui/scenes.h"

namespace samples {

/// A person's own data and what people ask for; the notice.
QList<Scene> personScenes();
/// Some more for people to look at.
QList<Scene> morePersonScenes();

} // namespace samples
