#pragma once

#include "core/desk/passage.h"
#include "core/signing/venuetrust.h"

#include <vector>

namespace checkpoint {

/// Who is in view of a scan: a passage for each person's code, or one passage that says why there is none. A
/// poster or a payment code in the background does not disturb the person in front of it. Pure.
std::vector<Passage> passagesOf(const RawScan &scan, const DeviceSetup &setup, const VenueTrust &trust,
                                const QString &location);

/// Whether the codes that are in view together are all one person's, who may hold up two of their own: they
/// share a number with the first, or are known as the same person.
bool areOnePerson(const std::vector<Passage> &passages, const std::vector<PersonMatch> &matches);

} // namespace checkpoint
