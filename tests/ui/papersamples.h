#pragma once

#include "core/desk/venueoffice.h"

/// A synthetic venue with its places, posters and passes, for the tests of the window and the gallery.
namespace samples {

checkpoint::VenueRecord venueRecord();
/// Oldest first, as the register gives them: valid, expired, revoked, and one of another desk.
QList<checkpoint::RegisteredPass> passes();
checkpoint::Result<QList<checkpoint::SignedPass>> signedPasses(const QStringList &numbers);
checkpoint::SignedPoster signedPoster(const QString &place, const QString &code = QStringLiteral("a"));

} // namespace samples
