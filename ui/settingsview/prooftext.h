#pragma once

#include "core/store/ledger.h"

#include <QString>

namespace checkpoint {

/// What a check of the record came to, in one sentence: that all is right, or what is wrong and since when.
/// Where it was stopped, what was checked and what was not comes before that.
QString proofSentence(const RecordProof &proof);

/// What a step of the check looks at.
QString stepText(Ledger::Step step);

} // namespace checkpoint
