#pragma once

#include "core/store/registerrows.h"
#include "core/store/trustedkeyrows.h"
#include "core/store/venueregister.h"
#include "core/store/venuerows.h"

#include <memory>

namespace checkpoint {

/// Everything that is written to and read of a venue, each call one transaction; what the calls do is said in
/// VenueRegister. Used on the thread of its connection.
class VenueWriter
{
public:
    VenueWriter(Connection &connection, std::shared_ptr<const Vault> vault)
        : m_connection(connection)
        , m_vault(std::move(vault))
        , m_venue(m_connection, *m_vault)
        , m_register(m_connection)
        , m_trusted(m_connection, *m_vault)
    {
    }

    Result<VenueRecord> load();
    Result<VenueSigner> signer();
    Result<QList<RegisteredPass>> passes();
    Result<VenueSnapshot> snapshot();

    Result<void> saveVenue(const Venue &venue, const VenueKeyPair &newKey, qint64 atUtcMs);
    Result<void> saveRules(const VenueRules &rules, qint64 atUtcMs);
    Result<Location> addLocation(const QString &name);
    Result<Location> withdrawLocation(const QString &name);
    Result<QList<IssuedPoster>> issuePosters(const QStringList &locationCodes, const QDate &today,
                                             bool renew);
    Result<void> withdrawPoster(const QString &serial);
    Result<RegisteredPass> issuePass(const PassDraft &draft, const Moment &at);
    Result<void> revokePass(const QString &number, qint64 atUtcMs);
    Result<void> restorePass(const QString &number);
    Result<int> addTrustedKeys(const QList<TrustedKey> &keys);
    Result<void> removeTrustedKey(const QByteArray &kid);
    Result<VenueImport> merge(const VenueSnapshot &snapshot, bool replaceVenue, qint64 atUtcMs);

private:
    void addUnknown(const QList<TrustedKey> &keys);
    VenueImport mergeRegisters(const VenueSnapshot &other, qint64 atUtcMs);

    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
    VenueRows m_venue;
    RegisterRows m_register;
    TrustedKeyRows m_trusted;
};

} // namespace checkpoint
