#pragma once

#include "core/domain/venue.h"
#include "core/store/connection.h"
#include "core/store/vault.h"
#include "core/store/venuesnapshot.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// The rows of the venue: the venue itself, its rules, addresses, keys and places. Used on the thread of its
/// connection, inside the caller's transaction.
class VenueRows
{
public:
    VenueRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Venue, rules, addresses and places into a snapshot; its registers and keys are left alone.
    void read(VenueSnapshot &snapshot);
    std::optional<Venue> venue();

    /// Writes the venue; `id` is taken when there is none yet, or with `takeId`.
    void save(const Venue &venue, const QUuid &id, bool takeId, qint64 changedMs);
    void saveRules(const VenueRules &rules, qint64 changedMs);

    void rememberAddress(const QString &address);

    /// The keys with their seeds, the one that signs here first.
    QList<VenueKeyPair> keys();
    /// The public halves alone.
    QList<QByteArray> publicKeys();
    bool hasSigningKey();
    /// Adds a key; one that is known keeps its seed. With `signsHere` it signs from now on.
    void saveKey(const VenueKeyPair &key);

    /// A place as the registers name it.
    struct Place
    {
        RowId row = 0;
        Location location;
    };
    QList<Place> places();
    /// The place of that name, in any case.
    std::optional<Place> place(const QString &name);
    /// Adds a place or brings a withdrawn one back. `code` is taken when it is free, else one is made.
    Place savePlace(const QString &name, const QString &code);
    void setWithdrawn(RowId place, bool withdrawn);

private:
    RowId locationRow(const QString &name);
    QUuid venueId();

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
