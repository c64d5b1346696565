#include "core/store/venueregister.h"

#include "core/store/operatorregister.h"
#include "core/store/sealedfile.h"
#include "core/store/storethreads_p.h"
#include "core/store/venuewriter.h"

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

} // namespace

VenueRegister::VenueRegister(EntryStore *store, QObject *parent) : QObject(parent), m_store(store) {}

/// Posts a call of the writer and announces what it changed.
template <typename Call> auto VenueRegister::write(Call call)
{
    auto answer =
        m_store->d->writeTo([call = std::move(call)](Connection &connection, const VaultPointer &vault) {
            VenueWriter writer(connection, vault);
            return call(writer);
        });
    return answer.then(this, [this](const std::invoke_result_t<Call, VenueWriter &> &result) {
        if (result)
            emit changed();
        return result;
    });
}

Future<Result<VenueRecord>> VenueRegister::load()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &vault) {
        return VenueWriter(connection, vault).load();
    });
}

Future<Result<void>> VenueRegister::saveVenue(const Venue &venue, const VenueKeyPair &newKey,
                                              const Moment &at)
{
    return write(
        [venue, newKey, at](VenueWriter &writer) { return writer.saveVenue(venue, newKey, at.utcMs); });
}

Future<Result<void>> VenueRegister::saveRules(const VenueRules &rules, const Moment &at)
{
    return write([rules, at](VenueWriter &writer) { return writer.saveRules(rules, at.utcMs); });
}

Future<Result<Location>> VenueRegister::addLocation(const QString &name)
{
    return write([name](VenueWriter &writer) { return writer.addLocation(name); });
}

Future<Result<Location>> VenueRegister::withdrawLocation(const QString &name)
{
    return write([name](VenueWriter &writer) { return writer.withdrawLocation(name); });
}

Future<Result<QList<IssuedPoster>>> VenueRegister::issuePosters(const QStringList &locationCodes,
                                                                const QDate &today, bool renew)
{
    return write([locationCodes, today, renew](VenueWriter &writer) {
        return writer.issuePosters(locationCodes, today, renew);
    });
}

Future<Result<void>> VenueRegister::withdrawPoster(const QString &serial)
{
    return write([serial](VenueWriter &writer) { return writer.withdrawPoster(serial); });
}

Future<Result<VenueSigner>> VenueRegister::signer()
{
    return m_store->d->readIfMay(Deed::Posters, [](Connection &connection, const VaultPointer &vault) {
        return VenueWriter(connection, vault).signer();
    });
}

Future<Result<RegisteredPass>> VenueRegister::issuePass(const PassDraft &draft, const Moment &at)
{
    return write([draft, at](VenueWriter &writer) { return writer.issuePass(draft, at); });
}

Future<Result<void>> VenueRegister::revokePass(const QString &number, const Moment &at)
{
    return write([number, at](VenueWriter &writer) { return writer.revokePass(number, at.utcMs); });
}

Future<Result<void>> VenueRegister::restorePass(const QString &number)
{
    return write([number](VenueWriter &writer) { return writer.restorePass(number); });
}

Future<Result<QList<RegisteredPass>>> VenueRegister::passes()
{
    return m_store->d->readIfMay(Deed::See, [](Connection &connection, const VaultPointer &vault) {
        return VenueWriter(connection, vault).passes();
    });
}

Future<Result<int>> VenueRegister::addTrustedKeys(const QList<TrustedKey> &keys)
{
    return write([keys](VenueWriter &writer) { return writer.addTrustedKeys(keys); });
}

Future<Result<void>> VenueRegister::removeTrustedKey(const QByteArray &kid)
{
    return write([kid](VenueWriter &writer) { return writer.removeTrustedKey(kid); });
}

Future<Result<QByteArray>> VenueRegister::exported(const QString &passphrase)
{
    const auto read = [this, passphrase] {
        return m_store->d->readFrom(
            [passphrase](Connection &connection, const VaultPointer &vault) -> Result<QByteArray> {
                const Result<VenueSnapshot> snapshot = VenueWriter(connection, vault).snapshot();
                if (!snapshot)
                    return snapshot.error();
                return sealedByPassphrase(toCbor(*snapshot), passphrase);
            });
    };
    return OperatorRegister(m_store).allow(Deed::Keys).then(this, [read](const Result<void> &allowed) {
        return allowed ? read() : readyFuture(Result<QByteArray>(allowed.error()));
    });
}

Future<Result<VenueImport>> VenueRegister::import(const QByteArray &file, const QString &passphrase,
                                                  bool replaceVenue, const Moment &at)
{
    // Opened on the reading thread: taking in a passphrase lasts a second, and recording must not wait.
    auto opened =
        m_store->d->readFrom([file, passphrase](Connection &, const VaultPointer &) -> Result<VenueSnapshot> {
            const Result<QByteArray> plain = openedByPassphrase(file, passphrase);
            return plain ? venueSnapshotFromCbor(*plain) : plain.error();
        });
    return opened.then(this, [this, replaceVenue, at](const Result<VenueSnapshot> &snapshot) {
        if (!snapshot)
            return readyFuture(Result<VenueImport>(snapshot.error()));
        return Future<Result<VenueImport>>(
            write([snapshot = *snapshot, replaceVenue, at](VenueWriter &writer) {
                return writer.merge(snapshot, replaceVenue, at.utcMs);
            }));
    });
}

} // namespace checkpoint
