#pragma once

#include "core/domain/access.h"

#include <QString>

namespace checkpoint {

/// "Operator", "Supervisor", "Administrator".
QString roleWord(Role role);

/// What whoever has that role may do, in one sentence.
QString roleMay(Role role);

/// Who has to sign in for something, as a sentence: "Only a supervisor or an administrator may do this."
QString whoMay(Deed deed);

} // namespace checkpoint
