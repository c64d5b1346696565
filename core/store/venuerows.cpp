#include "core/store/venuerows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto contactName = "name"_L1;
constexpr auto contactPhone = "phone"_L1;

bool isSameName(const QString &one, const QString &other)
{
    return one.normalized(QString::NormalizationForm_C)
               .compare(other.normalized(QString::NormalizationForm_C), Qt::CaseInsensitive) == 0;
}

QByteArray contactCbor(const Venue &venue)
{
    return QCborMap{{contactName, venue.contactName}, {contactPhone, venue.contactPhone}}
        .toCborValue()
        .toCbor();
}

} // namespace

// ---- the venue

std::optional<Venue> VenueRows::venue()
{
    Statement row = m_connection.query(
        u"SELECT uuid, code, code_kind, address, adopted_text, name, category, province, district, commune, "
        "street, opening_hours, capacity, sealed_contact FROM venue"_s);
    if (!row.next())
        return std::nullopt;
    Venue venue;
    venue.code = row.text(1);
    const auto kind = venueCodeKindFromId(row.text(2));
    venue.address = row.text(3);
    venue.adoptedText = row.text(4);
    venue.name = row.text(5);
    venue.category = venueCategoryFromId(row.text(6));
    venue.province = row.text(7);
    venue.district = row.text(8);
    venue.commune = row.text(9);
    venue.street = row.text(10);
    const auto hours = OpeningHours::fromString(row.text(11));
    venue.capacity = int(row.integer(12));
    if (!kind || !hours)
        m_connection.fail({ErrorCode::DatabaseDamaged, u"the venue's row holds what no venue can have"_s});
    venue.codeKind = kind.value_or(VenueCodeKind::Local);
    venue.openingHours = hours.value_or(OpeningHours());
    if (!row.isNull(13)) {
        const auto contact = m_vault.open(Vault::RowKind::VenueContact, row.uuid(0), row.blob(13));
        if (!contact)
            qCWarning(lcStore, "the venue's sealed contact does not open");
        const QCborMap map = QCborValue::fromCbor(contact ? *contact : QByteArray()).toMap();
        venue.contactName = map.value(contactName).toString();
        venue.contactPhone = map.value(contactPhone).toString();
    }
    return venue;
}

QUuid VenueRows::venueId()
{
    Statement row = m_connection.query(u"SELECT uuid FROM venue"_s);
    return row.next() ? row.uuid(0) : QUuid();
}

void VenueRows::read(VenueSnapshot &snapshot)
{
    snapshot.venue = venue();
    snapshot.venueId = venueId();
    if (Statement row = m_connection.query(u"SELECT changed_ms FROM venue"_s); row.next())
        snapshot.venueChangedMs = row.integer(0);
    if (Statement row = m_connection.query(u"SELECT rules, changed_ms FROM venue_rules"_s); row.next()) {
        snapshot.rules = venueRulesFromCbor(row.blob(0)).value_or(VenueRules());
        snapshot.rulesChangedMs = row.integer(1);
    }
    {
        Statement rows = m_connection.query(u"SELECT address FROM venue_address ORDER BY address"_s);
        while (rows.next())
            snapshot.addresses.append(rows.text(0));
    }
    const QList<Place> all = places();
    for (const Place &place : all)
        snapshot.locations.append(place.location);
}

void VenueRows::save(const Venue &venue, const QUuid &id, bool takeId, qint64 changedMs)
{
    const QUuid known = venueId();
    const QUuid uuid = known.isNull() || takeId ? id : known;
    std::optional<QByteArray> contact;
    if (!venue.contactName.isEmpty() || !venue.contactPhone.isEmpty())
        contact = m_vault.seal(Vault::RowKind::VenueContact, uuid, contactCbor(venue));
    m_connection.run(
        u"INSERT OR REPLACE INTO venue (one, uuid, code, code_kind, address, adopted_text, name, "
        "category, province, district, commune, street, opening_hours, capacity, "
        "sealed_contact, changed_ms) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        uuid, venue.code, venueCodeKindId(venue.codeKind), venue.address, venue.adoptedText, venue.name,
        venue.category ? venueCategoryId(*venue.category) : QString(), venue.province, venue.district,
        venue.commune, venue.street, venue.openingHours.toString(), venue.capacity, contact, changedMs);
}

void VenueRows::saveRules(const VenueRules &rules, qint64 changedMs)
{
    m_connection.run(u"INSERT OR REPLACE INTO venue_rules (one, rules, changed_ms) VALUES (1, ?, ?)"_s,
                     toCbor(rules), changedMs);
}

void VenueRows::rememberAddress(const QString &address)
{
    if (!address.isEmpty())
        m_connection.run(u"INSERT INTO venue_address (address) VALUES (?) ON CONFLICT DO NOTHING"_s, address);
}

// ---- keys

QList<VenueKeyPair> VenueRows::keys()
{
    QList<VenueKeyPair> keys;
    Statement rows = m_connection.query(
        u"SELECT public_key, uuid, sealed_seed, signs_here FROM venue_key ORDER BY signs_here DESC, public_key"_s);
    while (rows.next()) {
        const auto seed = m_vault.open(Vault::RowKind::VenueKey, rows.uuid(1), rows.blob(2));
        if (seed)
            keys.append({rows.blob(0), *seed, rows.flag(3)});
        else
            m_connection.fail(seed.error());
    }
    return keys;
}

QList<QByteArray> VenueRows::publicKeys()
{
    QList<QByteArray> keys;
    Statement rows =
        m_connection.query(u"SELECT public_key FROM venue_key ORDER BY signs_here DESC, public_key"_s);
    while (rows.next())
        keys.append(rows.blob(0));
    return keys;
}

bool VenueRows::hasSigningKey()
{
    Statement row = m_connection.query(u"SELECT 1 FROM venue_key WHERE signs_here = 1"_s);
    return row.next();
}

void VenueRows::saveKey(const VenueKeyPair &key)
{
    if (key.signsHere)
        m_connection.run(u"UPDATE venue_key SET signs_here = 0 WHERE signs_here = 1"_s);
    const QUuid id = newRandomId();
    m_connection.run(u"INSERT INTO venue_key (public_key, uuid, sealed_seed, signs_here) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET signs_here = max(signs_here, excluded.signs_here)"_s,
                     key.publicKey, id, m_vault.seal(Vault::RowKind::VenueKey, id, key.seed), key.signsHere);
}

// ---- places

QList<VenueRows::Place> VenueRows::places()
{
    QList<Place> places;
    Statement rows = m_connection.query(u"SELECT l.id, v.code, l.name, v.withdrawn FROM venue_location v "
                                        "JOIN location l ON l.id = v.location ORDER BY l.id"_s);
    while (rows.next())
        places.append({rows.integer(0), {rows.text(1), rows.text(2), rows.flag(3)}});
    return places;
}

std::optional<VenueRows::Place> VenueRows::place(const QString &name)
{
    const QList<Place> all = places();
    const auto found =
        std::ranges::find_if(all, [&](const Place &each) { return isSameName(each.location.name, name); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

VenueRows::Place VenueRows::savePlace(const QString &name, const QString &code)
{
    if (auto known = place(name)) {
        known->location.withdrawn = false;
        setWithdrawn(known->row, false);
        return *known;
    }
    QStringList taken;
    const QList<Place> all = places();
    for (const Place &each : all)
        taken.append(each.location.code);
    const bool free = !code.isEmpty() && !taken.contains(code);
    const Place added{locationRow(name), {free ? code : locationCodeFor(name, taken), name, false}};
    m_connection.run(u"INSERT INTO venue_location (location, code, withdrawn) VALUES (?, ?, 0)"_s, added.row,
                     added.location.code);
    return added;
}

void VenueRows::setWithdrawn(RowId place, bool withdrawn)
{
    m_connection.run(u"UPDATE venue_location SET withdrawn = ? WHERE location = ?"_s, withdrawn, place);
}

/// The row that entries made at a place of this very name have as well.
RowId VenueRows::locationRow(const QString &name)
{
    m_connection.run(u"INSERT INTO location (name) VALUES (?) ON CONFLICT DO NOTHING"_s, name);
    Statement row = m_connection.query(u"SELECT id FROM location WHERE name = ?"_s, name);
    return row.next() ? row.integer(0) : 0;
}

} // namespace checkpoint
