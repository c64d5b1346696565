#pragma once

#include "core/domain/venue.h"

namespace checkpoint {

/// "Hospital", "Office": what a kind of venue is called, in the current language.
QString venueCategoryText(VenueCategory category);

/// What is wrong with a text that was typed, in a sentence.
QString venueErrorText(VenueError error);

/// Opening hours as people of the current language write them; OpeningHours::fromString() reads both.
QString openingHoursText(const OpeningHours &hours);

/// A Vietnamese phone number as people type it, in E.164: "0900 000 001" → "+84900000001"; also one that is
/// written with its country. Empty stays empty; nothing when it is none.
std::optional<QString> phoneFromTyped(const QString &typed);

} // namespace checkpoint
