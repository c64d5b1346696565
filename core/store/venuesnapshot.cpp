#include "core/store/venuesnapshot.h"

#include "core/base/ids.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int snapshotVersion = 1;

constexpr std::array venueTexts{
    std::pair{"code"_L1, &Venue::code},
    std::pair{"address"_L1, &Venue::address},
    std::pair{"adopted_text"_L1, &Venue::adoptedText},
    std::pair{"name"_L1, &Venue::name},
    std::pair{"province"_L1, &Venue::province},
    std::pair{"district"_L1, &Venue::district},
    std::pair{"commune"_L1, &Venue::commune},
    std::pair{"street"_L1, &Venue::street},
    std::pair{"contact_name"_L1, &Venue::contactName},
    std::pair{"contact_phone"_L1, &Venue::contactPhone},
};

QString dayText(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

QDate dayOf(const QCborValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QCborMap mapOf(const Venue &venue)
{
    QCborMap map;
    for (const auto &[name, field] : venueTexts)
        map.insert(name, venue.*field);
    map.insert("code_kind"_L1, venueCodeKindId(venue.codeKind));
    if (venue.category)
        map.insert("category"_L1, venueCategoryId(*venue.category));
    map.insert("opening_hours"_L1, venue.openingHours.toString());
    map.insert("capacity"_L1, venue.capacity);
    return map;
}

std::optional<Venue> venueOf(const QCborMap &map)
{
    Venue venue;
    for (const auto &[name, field] : venueTexts)
        venue.*field = map.value(name).toString();
    const auto kind = venueCodeKindFromId(map.value("code_kind"_L1).toString());
    const auto hours = OpeningHours::fromString(map.value("opening_hours"_L1).toString());
    venue.category = venueCategoryFromId(map.value("category"_L1).toString());
    const qint64 capacity = map.value("capacity"_L1).toInteger();
    if (!kind || !hours || capacity < 0 || capacity > largestCapacity)
        return std::nullopt;
    venue.codeKind = *kind;
    venue.openingHours = *hours;
    venue.capacity = int(capacity);
    // A venue whose code was taken over may not have a name yet.
    const auto fault = faultOf(venue);
    const bool onlyUnnamed = fault == VenueFault{VenueField::Name, VenueError::Empty};
    return fault && !onlyUnnamed ? std::nullopt : std::optional(venue);
}

template <typename Item, typename Convert> QCborArray arrayOf(const QList<Item> &items, Convert convert)
{
    QCborArray array;
    for (const Item &item : items)
        array.append(convert(item));
    return array;
}

/// The items of an array, each made by `convert`; false when one cannot be made.
template <typename Item, typename Convert>
bool readArray(const QCborValue &value, QList<Item> &items, Convert convert)
{
    const QCborArray array = value.toArray();
    for (const QCborValue &each : array) {
        const std::optional<Item> item = convert(each.toMap());
        if (!item)
            return false;
        items.append(*item);
    }
    return value.isArray();
}

std::optional<VenueKeyPair> keyOf(const QCborMap &map)
{
    const VenueKeyPair key{map.value("public"_L1).toByteArray(), map.value("seed"_L1).toByteArray(),
                           map.value("signs"_L1).toBool()};
    return key.publicKey.size() == 32 && key.seed.size() == 32 ? std::optional(key) : std::nullopt;
}

std::optional<Location> locationOf(const QCborMap &map)
{
    const Location location{map.value("code"_L1).toString(), map.value("name"_L1).toString(),
                            map.value("withdrawn"_L1).toBool()};
    const bool right = isLocationCode(location.code) && !wrongWith(VenueField::LocationName, location.name);
    return right ? std::optional(location) : std::nullopt;
}

std::optional<Poster> posterOf(const QCborMap &map)
{
    const auto state = posterStateFromId(map.value("state"_L1).toString());
    const Poster poster{map.value("serial"_L1).toString(), map.value("location"_L1).toString(),
                        dayOf(map.value("issued"_L1)), int(map.value("version"_L1).toInteger()),
                        state.value_or(PosterState::Withdrawn)};
    const bool right = state && isSerial(poster.serial, Poster::serialLength) && poster.issuedOn.isValid();
    return right ? std::optional(poster) : std::nullopt;
}

std::optional<VisitorPass> passOf(const QCborMap &map)
{
    const VisitorPass pass{map.value("number"_L1).toString(), dayOf(map.value("issued"_L1)),
                           dayOf(map.value("until"_L1)), map.value("revoked"_L1).toBool()};
    const bool right = isSerial(pass.number, VisitorPass::numberLength) && pass.issuedOn.isValid() &&
                       pass.validUntil.isValid();
    return right ? std::optional(pass) : std::nullopt;
}

QCborMap mapOf(const TrustedKey &key)
{
    QCborMap map{{u"kid"_s, key.kid}, {u"key"_s, key.publicKey}, {u"issuer"_s, key.issuer}};
    if (key.expires)
        map.insert("expires"_L1, dayText(*key.expires));
    return map;
}

std::optional<TrustedKey> trustedKeyOf(const QCborMap &map)
{
    TrustedKey key{map.value("kid"_L1).toByteArray(),
                   map.value("key"_L1).toByteArray(),
                   map.value("issuer"_L1).toString(),
                   {}};
    if (map.contains("expires"_L1))
        key.expires = dayOf(map.value("expires"_L1));
    const bool right = !key.kid.isEmpty() && key.kid.size() <= TrustedKey::longestKid &&
                       !key.publicKey.isEmpty() && (!key.expires || key.expires->isValid());
    return right ? std::optional(key) : std::nullopt;
}

} // namespace

QByteArray toCbor(const VenueSnapshot &snapshot)
{
    QCborMap map{{u"version"_s, snapshotVersion}, {u"venue_id"_s, snapshot.venueId.toRfc4122()}};
    if (snapshot.venue)
        map.insert("venue"_L1, mapOf(*snapshot.venue));
    map.insert("venue_changed"_L1, snapshot.venueChangedMs);
    map.insert("rules"_L1, QCborMap::fromVariantMap(toVariantMap(snapshot.rules)));
    map.insert("rules_changed"_L1, snapshot.rulesChangedMs);
    map.insert("addresses"_L1, QCborArray::fromStringList(snapshot.addresses));
    map.insert(
        "keys"_L1, arrayOf(snapshot.keys, [](const VenueKeyPair &key) {
            return QCborMap{{u"public"_s, key.publicKey}, {u"seed"_s, key.seed}, {u"signs"_s, key.signsHere}};
        }));
    map.insert("locations"_L1, arrayOf(snapshot.locations, [](const Location &location) {
                   return QCborMap{{u"code"_s, location.code},
                                   {u"name"_s, location.name},
                                   {u"withdrawn"_s, location.withdrawn}};
               }));
    map.insert("posters"_L1, arrayOf(snapshot.posters, [](const Poster &poster) {
                   return QCborMap{{u"serial"_s, poster.serial},
                                   {u"location"_s, poster.locationCode},
                                   {u"issued"_s, dayText(poster.issuedOn)},
                                   {u"version"_s, poster.version},
                                   {u"state"_s, posterStateId(poster.state)}};
               }));
    map.insert("passes"_L1, arrayOf(snapshot.passes, [](const VisitorPass &pass) {
                   return QCborMap{{u"number"_s, pass.number},
                                   {u"issued"_s, dayText(pass.issuedOn)},
                                   {u"until"_s, dayText(pass.validUntil)},
                                   {u"revoked"_s, pass.revoked}};
               }));
    map.insert("trusted"_L1, arrayOf(snapshot.trustedKeys, [](const TrustedKey &key) { return mapOf(key); }));
    return map.toCborValue().toCbor();
}

Result<VenueSnapshot> venueSnapshotFromCbor(const QByteArray &cbor)
{
    const Error damaged{ErrorCode::FileDamaged, u"the file does not hold a venue"_s};
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return damaged;
    const QCborMap map = value.toMap();
    if (map.value("version"_L1).toInteger() > snapshotVersion)
        return Error{ErrorCode::FileNewer, u"the file holds a venue in a newer form"_s};

    VenueSnapshot snapshot;
    snapshot.venueId = QUuid::fromRfc4122(map.value("venue_id"_L1).toByteArray());
    snapshot.venueChangedMs = map.value("venue_changed"_L1).toInteger();
    snapshot.rules = venueRulesFromVariantMap(map.value("rules"_L1).toMap().toVariantMap());
    snapshot.rulesChangedMs = map.value("rules_changed"_L1).toInteger();
    const QCborArray addresses = map.value("addresses"_L1).toArray();
    for (const QCborValue &address : addresses)
        snapshot.addresses.append(address.toString());
    snapshot.venue = venueOf(map.value("venue"_L1).toMap());
    const bool whole = snapshot.venue && !snapshot.venueId.isNull() &&
                       readArray(map.value("keys"_L1), snapshot.keys, keyOf) &&
                       readArray(map.value("locations"_L1), snapshot.locations, locationOf) &&
                       readArray(map.value("posters"_L1), snapshot.posters, posterOf) &&
                       readArray(map.value("passes"_L1), snapshot.passes, passOf) &&
                       (!map.contains("trusted"_L1) || // files of before have none
                        readArray(map.value("trusted"_L1), snapshot.trustedKeys, trustedKeyOf));
    const bool wrongAddress = std::ranges::any_of(snapshot.addresses, [](const QString &address) {
        return wrongWith(VenueField::Address, address).has_value();
    });
    if (!whole || wrongAddress)
        return damaged;
    return snapshot;
}

} // namespace checkpoint
