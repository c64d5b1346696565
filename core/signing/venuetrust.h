#pragma once

#include "core/domain/reason.h"
#include "core/domain/venue.h"
#include "core/signing/signingkey.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace checkpoint {

/// What a desk knows of its venue when it judges a poster or a pass: a plain value, so that every rule can be
/// tested alone.
struct VenueTrust
{
    QList<QString> addresses;            ///< where this venue's signed posters lead, former ones included
    QByteArray adoptedText;              ///< of the venue QR that was taken over
    QList<VerifyingKey> keys;            ///< the venue's, former ones and those of its other desks included
    QHash<QString, PosterState> posters; ///< by serial
    QSet<QString> revokedPasses;         ///< numbers
    QHash<QByteArray, QByteArray> certificateKeys; ///< public keys (DER) of health certificates, by kid
};

/// What a text says as a poster; nothing when it is no signed poster and not the venue's adopted code. A
/// poster never counts as a visitor's code, so there is always a reason: PosterShown for a valid one of this
/// venue, PosterOutdated, PosterWithdrawn, PosterForged (this venue's address and key, wrong signature),
/// PosterForeign (another venue's address) or PosterUnknown (a key or a serial that this desk does not have).
std::optional<Reason> judgedPoster(const QByteArray &text, const VenueTrust &trust);

/// Why a pass does not count on a day: PassForged, PassForeign, PassRevoked or PassExpired; nothing when it
/// counts. A pass that another desk of the venue issued counts although this desk's register lacks it. A text
/// that is no pass is PassForged: it claims to be one.
std::optional<Reason> judgedPass(const QString &text, const VenueTrust &trust, const QDate &today);

} // namespace checkpoint
