#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/domain/certificate.h"
#include "core/domain/venue.h"
#include "core/domain/venuerules.h"
#include "core/domain/visitor.h"
#include "core/store/venuesnapshot.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace checkpoint {

class EntryStore;

/// What a desk works with: the venue, its rules, and what is known of everything printed for it.
struct VenueRecord
{
    std::optional<Venue> venue;
    VenueRules rules;
    QStringList addresses;        ///< where the venue's signed posters lead or once led
    QList<QByteArray> publicKeys; ///< the venue's, the one that signs here first
    QList<Location> locations;
    QList<Poster> posters;
    QList<VisitorPass> passes;
    QUuid venueId;                 ///< the same at all of its desks
    QList<TrustedKey> trustedKeys; ///< that health certificates are checked with
};

/// A poster to be printed.
struct IssuedPoster
{
    Poster poster;
    Location location;  ///< without a name: the venue as a whole
    bool fresh = false; ///< it was issued now; otherwise it is a valid one that says the same
};

/// A pass to be issued.
struct PassDraft
{
    std::optional<QUuid> visitorId; ///< somebody known; absent: a new person
    VisitorData visitor;            ///< what is known of them now
    QDate issuedOn;
    QDate validUntil;
};

struct RegisteredPass
{
    VisitorPass pass;
    std::optional<QUuid> visitorId; ///< absent when another desk issued it
    VisitorData visitor;            ///< in full; whoever shows it masks it
};

/// The venue, and the key with which this desk signs for it.
struct VenueSigner
{
    Venue venue;
    QByteArray seed; ///< secret; whoever takes it wipes it
};

/// What an import brought.
struct VenueImport
{
    QString venueName;
    int locations = 0; ///< those that were not known here; likewise below
    int posters = 0;
    int passes = 0;
};

/// The venue of a data folder: its data, rules, places and keys, and the registers of posters and passes.
/// Works on the threads of an EntryStore, which outlives it; lives on the GUI thread and answers in futures.
/// What writes is one transaction, on the store's writing thread.
class VenueRegister : public QObject
{
    Q_OBJECT

public:
    explicit VenueRegister(EntryStore *store, QObject *parent = nullptr);

    /// Everything but the secret keys. Reading thread.
    Future<Result<VenueRecord>> load();

    /// Keeps the venue as it is said to be. `newKey` becomes its signing key if it has none yet. When the
    /// venue's code changes, the posters that hang are outdated: they become replaced.
    Future<Result<void>> saveVenue(const Venue &venue, const VenueKeyPair &newKey, const Moment &at);

    Future<Result<void>> saveRules(const VenueRules &rules, const Moment &at);

    /// Adds a place, or brings a withdrawn one back. Names are the same in any case.
    Future<Result<Location>> addLocation(const QString &name);

    /// Nothing hangs there any more: the place's posters are withdrawn. NotFound when there is no such place.
    Future<Result<Location>> withdrawLocation(const QString &name);

    /// The posters for these places (an empty code: the venue as a whole), in their order. A valid poster
    /// that says the same is given again, unless `renew`; a new one replaces those of its place. NotFound
    /// when there is no venue, or no such place or it is withdrawn.
    Future<Result<QList<IssuedPoster>>> issuePosters(const QStringList &locationCodes, const QDate &today,
                                                     bool renew);

    /// NotFound when there is no such poster.
    Future<Result<void>> withdrawPoster(const QString &serial);

    /// The venue with the key that signs here. NotFound when there is none; NotAllowed to those who print no
    /// posters.
    Future<Result<VenueSigner>> signer();

    /// Writes a pass with a new number into the register; the number is the visitor's from now on. NotFound
    /// when there is no such visitor, or no venue.
    Future<Result<RegisteredPass>> issuePass(const PassDraft &draft, const Moment &at);

    /// NotFound when there is no such pass.
    Future<Result<void>> revokePass(const QString &number, const Moment &at);

    /// Takes a revocation back: the pass counts again, here. NotFound when there is no such pass.
    Future<Result<void>> restorePass(const QString &number);

    /// The register of passes with their visitors, oldest first; NotAllowed to whoever may see nothing.
    /// Reading thread.
    Future<Result<QList<RegisteredPass>>> passes();

    /// Adds keys to the trust list of health certificates and gives how many were not there. WrongUse when
    /// another key has the kid of one of them; nothing is changed then.
    Future<Result<int>> addTrustedKeys(const QList<TrustedKey> &keys);

    /// NotFound when there is no such key.
    Future<Result<void>> removeTrustedKey(const QByteArray &kid);

    /// Venue, keys and registers, sealed by a passphrase. Errors of sealedByPassphrase(); NotFound without a
    /// venue. Reading thread, takes a second.
    Future<Result<QByteArray>> exported(const QString &passphrase);

    /// Takes over what exported() gave: the newer venue and rules stand, registers are merged, the file's key
    /// signs here from now on. Errors of openedByPassphrase(); WrongUse when this folder has issued posters
    /// or passes for another venue and that is not to be replaced. Nothing is changed then. A replaced
    /// venue's posters are replaced, its passes still count.
    Future<Result<VenueImport>> import(const QByteArray &file, const QString &passphrase, bool replaceVenue,
                                       const Moment &at);

signals:
    /// Something was committed that load() would give differently now.
    void changed();

private:
    template <typename Call> auto write(Call call);

    EntryStore *const m_store;
};

} // namespace checkpoint
