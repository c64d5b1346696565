#pragma once

#include "core/domain/visitorcode.h"
#include "core/signing/venuetrust.h"
#include "core/store/venueregister.h"

#include <QByteArray>
#include <QDate>

namespace checkpoint {

/// What a desk knows of its venue, as signatures are judged by it.
VenueTrust venueTrustOf(const VenueRecord &record);

/// The step between reading a code and deciding: what the formats say of a text, and what the venue's keys
/// and registers say of a poster or a pass. A poster becomes refused with its own reason; a pass that does
/// not count loses its number, so that it names nobody; an expired one keeps it, for the way out. A health
/// certificate is checked with the keys of the trust list. Other codes stay as they are. Pure, thread-safe.
VisitorCode readVenuesCode(const QByteArray &payload, const VenueTrust &trust, const QDate &today);

} // namespace checkpoint
