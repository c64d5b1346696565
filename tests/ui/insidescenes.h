#pragma once

#include "tests/ui/scenes.h"

namespace samples {

/// Who is inside, and the end of the day.
QList<Scene> insideScenes();

} // namespace samples
