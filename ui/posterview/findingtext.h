#pragma once

#include "core/posters/paperproof.h"
#include "core/posters/posterproof.h"

#include <QString>

namespace checkpoint {

/// What was found when a poster was read back, and what to do.
QString proofText(const ProofFinding &finding);

/// What was seen on paper held up to the camera.
QString paperText(const PaperFinding &finding);

} // namespace checkpoint
