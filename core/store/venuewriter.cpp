#include "core/store/venuewriter.h"

#include "core/base/ids.h"
#include "core/store/ledgerrows.h"
#include "core/store/personindex.h"
#include "core/store/visitorrows.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Error noVenue()
{
    return {ErrorCode::NotFound, u"the venue is not set yet"_s};
}

/// What is printed on a poster, but for its serial, version and day.
QByteArray contentOf(const Venue &venue, const QString &locationName)
{
    const QStringList parts{venue.name, locationName, venue.address, venue.adoptedText};
    return QCryptographicHash::hash(parts.join(QChar(u'\n')).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

// ---- reading

Result<VenueRecord> VenueWriter::load()
{
    Transaction transaction(m_connection, Transaction::Kind::Read);
    VenueSnapshot snapshot;
    m_venue.read(snapshot);
    const VenueRecord record{snapshot.venue,       snapshot.rules,     snapshot.addresses,
                             m_venue.publicKeys(), snapshot.locations, m_register.posters(),
                             m_register.passes(),  snapshot.venueId,   m_trusted.keys()};
    if (auto read = transaction.commit(); !read)
        return read.error();
    return record;
}

Result<VenueSigner> VenueWriter::signer()
{
    Transaction transaction(m_connection, Transaction::Kind::Read);
    const std::optional<Venue> venue = m_venue.venue();
    const QList<VenueKeyPair> keys = m_venue.keys();
    if (!venue || keys.isEmpty() || !keys.first().signsHere)
        m_connection.fail(noVenue());
    if (auto read = transaction.commit(); !read)
        return read.error();
    return VenueSigner{*venue, keys.first().seed};
}

Result<QList<RegisteredPass>> VenueWriter::passes()
{
    Transaction transaction(m_connection, Transaction::Kind::Read);
    QList<RegisteredPass> passes;
    {
        Statement rows = m_connection.query(
            u"SELECT p.number, p.issued_on, p.valid_until, p.revoked_ms IS NOT NULL, c.uuid, c.sealed "
            "FROM visitor_pass p LEFT JOIN visitor v ON v.id = p.visitor LEFT JOIN visitor c ON c.id = "
            "v.canonical "
            "ORDER BY p.issued_on, p.number"_s);
        while (rows.next()) {
            RegisteredPass pass;
            pass.pass = {rows.text(0), QDate::fromString(rows.text(1), Qt::ISODate),
                         QDate::fromString(rows.text(2), Qt::ISODate), rows.flag(3)};
            if (!rows.isNull(4)) {
                pass.visitorId = rows.uuid(4);
                pass.visitor = VisitorRows::opened(*m_vault, rows.uuid(4), rows.blob(5));
            }
            passes.append(pass);
        }
    }
    if (auto read = transaction.commit(); !read)
        return read.error();
    return passes;
}

Result<VenueSnapshot> VenueWriter::snapshot()
{
    Transaction transaction(m_connection, Transaction::Kind::Read);
    VenueSnapshot snapshot;
    m_venue.read(snapshot);
    snapshot.keys = m_venue.keys();
    snapshot.posters = m_register.posters();
    snapshot.passes = m_register.passes();
    snapshot.trustedKeys = m_trusted.keys();
    if (auto read = transaction.commit(); !read)
        return read.error();
    if (!snapshot.venue)
        return noVenue();
    return snapshot;
}

// ---- the venue and its places

Result<void> VenueWriter::saveVenue(const Venue &venue, const VenueKeyPair &newKey, qint64 atUtcMs)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    const std::optional<Venue> before = m_venue.venue();
    m_venue.save(venue, newRandomId(), false, atUtcMs);
    m_venue.rememberAddress(venue.address);
    if (!m_venue.hasSigningKey())
        m_venue.saveKey({newKey.publicKey, newKey.seed, true});
    if (before && (before->address != venue.address || before->adoptedText != venue.adoptedText))
        m_register.endAllPosters(PosterState::Replaced);
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"venue"_s);
    return transaction.commit();
}

Result<void> VenueWriter::saveRules(const VenueRules &rules, qint64 atUtcMs)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    m_venue.saveRules(rules, atUtcMs);
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"rules of the door"_s);
    return transaction.commit();
}

Result<int> VenueWriter::addTrustedKeys(const QList<TrustedKey> &keys)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    const int added = m_trusted.add(keys);
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"trust list: %1 keys added"_s.arg(added));
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return added;
}

Result<void> VenueWriter::removeTrustedKey(const QByteArray &kid)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    m_trusted.remove(kid);
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"trust list: a key removed"_s);
    return transaction.commit();
}

Result<Location> VenueWriter::addLocation(const QString &name)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    const VenueRows::Place place = m_venue.savePlace(name, {});
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"place added"_s);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return place.location;
}

Result<Location> VenueWriter::withdrawLocation(const QString &name)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Settings);
    std::optional<VenueRows::Place> place = m_venue.place(name);
    if (place) {
        m_venue.setWithdrawn(place->row, true);
        m_register.endPosters(place->row, PosterState::Withdrawn);
        place->location.withdrawn = true;
    } else {
        m_connection.fail({ErrorCode::NotFound, u"the venue has no such place"_s});
    }
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"place withdrawn"_s);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return place->location;
}

// ---- posters

Result<QList<IssuedPoster>> VenueWriter::issuePosters(const QStringList &locationCodes, const QDate &today,
                                                      bool renew)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Posters);
    const std::optional<Venue> venue = m_venue.venue();
    if (!venue || venue->name.isEmpty())
        m_connection.fail(noVenue());
    QHash<QString, VenueRows::Place> places;
    const QList<VenueRows::Place> all = m_venue.places();
    for (const VenueRows::Place &place : all)
        places.insert(place.location.code, place);

    QList<IssuedPoster> issued;
    for (const QString &code : locationCodes) {
        const auto place = places.constFind(code);
        if (!code.isEmpty() && (place == places.cend() || place->location.withdrawn))
            m_connection.fail({ErrorCode::NotFound, u"the venue has no such place, or it is withdrawn"_s});
        if (m_connection.failed())
            break;
        const auto row = code.isEmpty() ? std::nullopt : std::optional(place->row);
        const Location location = code.isEmpty() ? Location() : place->location;
        const QByteArray content = contentOf(*venue, location.name);
        const auto valid = renew ? std::nullopt : m_register.validPoster(row, content);
        issued.append({valid ? *valid : m_register.issuePoster(row, code, today, content), location, !valid});
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return issued;
}

Result<void> VenueWriter::withdrawPoster(const QString &serial)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Posters);
    if (!m_register.setState(serial, PosterState::Withdrawn))
        m_connection.fail({ErrorCode::NotFound, u"no poster has this serial"_s});
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"poster withdrawn"_s);
    return transaction.commit();
}

// ---- passes

Result<RegisteredPass> VenueWriter::issuePass(const PassDraft &draft, const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Posters);
    if (!m_venue.hasSigningKey())
        m_connection.fail(noVenue());
    VisitorRows visitors(m_connection, *m_vault);
    PersonIndex persons(m_connection, *m_vault, visitors);
    RowId visitor = 0;
    if (draft.visitorId) {
        Statement row =
            m_connection.query(u"SELECT canonical FROM visitor WHERE uuid = ?"_s, *draft.visitorId);
        if (row.next())
            visitor = row.integer(0);
        else
            m_connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
    } else if (!m_connection.failed()) {
        visitor = visitors.create(at.utcMs);
    }
    if (auto error = m_connection.failure())
        return *error;

    RegisteredPass issued;
    issued.pass = {{}, draft.issuedOn, draft.validUntil, false};
    do {
        issued.pass.number = newSerial(VisitorPass::numberLength);
    } while (m_register.hasPass(issued.pass.number));
    m_register.issuePass(issued.pass, visitor);

    VisitorData said = draft.visitor;
    said.pass = issued.pass.number;
    issued.visitor = merged(visitors.data(visitor), said, true);
    issued.visitorId = visitors.uuid(visitor);
    visitors.save(visitor, issued.visitor);
    VisitorData onlyPass;
    onlyPass.pass = issued.pass.number;
    persons.attach(visitor, persons.resolve(identityKeys(onlyPass), false));
    persons.rememberPhone(visitor, said.phone);
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"pass issued"_s);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return issued;
}

Result<void> VenueWriter::revokePass(const QString &number, qint64 atUtcMs)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Posters);
    if (!m_register.revokePass(number, atUtcMs))
        m_connection.fail({ErrorCode::NotFound, u"no pass has this number"_s});
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"pass revoked"_s);
    return transaction.commit();
}

Result<void> VenueWriter::restorePass(const QString &number)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Posters);
    if (!m_register.restorePass(number))
        m_connection.fail({ErrorCode::NotFound, u"no pass has this number"_s});
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"pass restored"_s);
    return transaction.commit();
}

// ---- from another desk

Result<VenueImport> VenueWriter::merge(const VenueSnapshot &other, bool replace, qint64 atUtcMs)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Keys);
    VenueSnapshot own;
    m_venue.read(own);
    const bool isAnother = own.venue && own.venueId != other.venueId;
    if (isAnother && !replace && !m_register.isEmpty()) {
        m_connection.fail({ErrorCode::WrongUse,
                           u"this desk has issued posters or passes for another venue; --replace takes the "
                           "file's venue in its place"_s});
    }
    if (isAnother)
        m_register.endAllPosters(PosterState::Replaced);
    if (!own.venue || isAnother || other.venueChangedMs > own.venueChangedMs)
        m_venue.save(*other.venue, other.venueId, true, other.venueChangedMs);
    if (other.rulesChangedMs > 0 && (isAnother || other.rulesChangedMs > own.rulesChangedMs))
        m_venue.saveRules(other.rules, other.rulesChangedMs);
    for (const QString &address : other.addresses)
        m_venue.rememberAddress(address);
    for (const VenueKeyPair &key : other.keys)
        m_venue.saveKey(key);
    addUnknown(other.trustedKeys);
    VenueImport result = mergeRegisters(other, atUtcMs);
    result.venueName = other.venue->name;
    LedgerRows(m_connection, *m_vault).note(LedgerNote::Setting, u"venue taken over from a file"_s);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return result;
}

/// Where the file has another key under the same name the desk's own stays: it is replaced knowingly only.
void VenueWriter::addUnknown(const QList<TrustedKey> &keys)
{
    const QList<TrustedKey> own = m_trusted.keys();
    QList<TrustedKey> unknown;
    for (const TrustedKey &key : keys) {
        const auto known = [&key](const TrustedKey &each) { return each.kid == key.kid; };
        if (std::ranges::none_of(own, known) && std::ranges::none_of(unknown, known))
            unknown.append(key);
    }
    if (m_trusted.add(unknown) > 0)
        LedgerRows(m_connection, *m_vault)
            .note(LedgerNote::Setting, u"trust list: %1 keys added"_s.arg(unknown.size()));
}

VenueImport VenueWriter::mergeRegisters(const VenueSnapshot &other, qint64 atUtcMs)
{
    VenueImport result;
    QHash<QString, RowId> rows; // by the code that the place has in the file
    for (const Location &location : other.locations) {
        const auto known = m_venue.place(location.name);
        const VenueRows::Place place = known ? *known : m_venue.savePlace(location.name, location.code);
        rows.insert(location.code, place.row);
        result.locations += !known;
        if (location.withdrawn) {
            m_venue.setWithdrawn(place.row, true);
            m_register.endPosters(place.row, PosterState::Withdrawn);
        }
    }
    for (const Poster &poster : other.posters) {
        const auto row = rows.constFind(poster.locationCode);
        const auto place = row == rows.cend() ? std::nullopt : std::optional(*row);
        result.posters += m_register.mergePoster(poster, place);
    }
    for (const VisitorPass &pass : other.passes)
        result.passes += m_register.mergePass(pass, atUtcMs);
    return result;
}

} // namespace checkpoint
