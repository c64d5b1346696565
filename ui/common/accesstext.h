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

/// How a new PIN has to be, in one sentence to stand beside its field.
QString pinRule();

/// What is wrong with a new PIN, in a sentence; empty when nothing is.
QString pinFaultText(const QString &pin);

} // namespace checkpoint
