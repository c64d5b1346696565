#pragma once

#include "core/base/result.h"
#include "core/domain/certificate.h"
#include "core/domain/venue.h"
#include "core/domain/venuerules.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// A key pair with which a desk of the venue signs (Ed25519).
struct VenueKeyPair
{
    QByteArray publicKey; ///< 32 bytes
    QByteArray seed;      ///< 32 bytes, secret; what the pair follows from
    bool signsHere = false;

    bool operator==(const VenueKeyPair &) const = default;
};

/// Everything of a venue that goes from desk to desk: the venue, its rules, keys, registers and trust list.
/// No visitor's data are in it.
struct VenueSnapshot
{
    QUuid venueId; ///< random, made with the venue; the same at all of its desks
    std::optional<Venue> venue;
    qint64 venueChangedMs = 0;
    VenueRules rules;
    qint64 rulesChangedMs = 0; ///< 0: nobody has set rules
    QStringList addresses;     ///< where the venue's signed posters lead or once led
    QList<VenueKeyPair> keys;
    QList<Location> locations;
    QList<Poster> posters;
    QList<VisitorPass> passes;
    QList<TrustedKey> trustedKeys; ///< that health certificates are checked with

    bool operator==(const VenueSnapshot &) const = default;
};

/// A venue as a CBOR map, contact included.
QByteArray toCbor(const VenueSnapshot &snapshot);

/// Reads what toCbor() writes. FileNewer when a newer version of the program wrote it; FileDamaged when it is
/// not whole, or holds what no venue can have.
Result<VenueSnapshot> venueSnapshotFromCbor(const QByteArray &cbor);

} // namespace checkpoint
