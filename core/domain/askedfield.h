#pragma once

#include "core/domain/entry.h"
#include "core/domain/venuerules.h"
#include "core/domain/visitor.h"

#include <QList>

namespace checkpoint {

/// What a venue may want to know of somebody who comes in and what their code may lack.
enum class AskedField { Phone, BirthYear, Purpose, Host };

/// Which rule of the venue stands for a field.
FieldRule fieldRule(const VenueRules &rules, AskedField field);

/// The fields that the venue asks for and that are not known, in the order in which they are asked. Staff are
/// asked nothing.
QList<AskedField> missingFields(const VenueRules &rules, const VisitorData &visitor,
                                const EntryDetails &details);

} // namespace checkpoint
