#pragma once

#include <QStringList>

namespace checkpoint {

struct VenueRules;

/// What is offered where a purpose is typed: the venue's own words, else those of most houses.
QStringList offeredPurposes(const VenueRules &rules);

} // namespace checkpoint
