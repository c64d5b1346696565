#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/domain/venue.h"
#include "core/store/venueregister.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// A poster with the text of its code, ready to be laid out.
struct SignedPoster
{
    IssuedPoster issued;
    QString venueName;
    bool adopted = false; ///< the code was taken over: printed unchanged, not signed
    QByteArray codeText;
};

/// A pass with the text of its code, ready to be laid out.
struct SignedPass
{
    RegisteredPass issued;
    QString venueName;
    QByteArray codeText;
};

/// Looks after the venue for every front end: judges what people typed, gives the venue its code and key, and
/// issues signed posters and passes. Lives on the GUI thread; store and clock outlive it. An error's detail
/// says in English which text is wrong; WrongUse is always somebody's typing.
class VenueOffice : public QObject
{
    Q_OBJECT

public:
    VenueOffice(EntryStore *store, const Clock *clock, QObject *parent = nullptr);

    /// The registers themselves, for what needs no judging or signing.
    VenueRegister *venueRegister() { return &m_register; }

    /// Loads everything and emits loaded(). From then on that happens after each change as well.
    Future<Result<VenueRecord>> load();

    /// Keeps the venue, its texts tidied. A venue without a code gets a local one. WrongUse when a text is
    /// wrong.
    Future<Result<void>> keepVenue(const Venue &venue);

    /// Takes over the code of the venue's existing QR. WrongUse when the text is a person's or a payment
    /// code, a poster that a desk signed, or cannot be printed again.
    Future<Result<void>> adopt(const QString &text);

    /// Takes over the code that a platform has given the venue, and where its posters lead from then on. An
    /// adopted code stays, and so does that of another platform.
    Future<Result<void>> takePlatformCode(const QString &code, const QString &address);

    Future<Result<Location>> addLocation(const QString &name);

    /// As VenueRegister::issuePosters(), each with its code.
    Future<Result<QList<SignedPoster>>> issuePosters(const QStringList &locationCodes, bool renew);

    /// Issues a pass that counts from today for so many days. WrongUse when the name is wrong or the days are
    /// not 1 to `mostPassDays`.
    Future<Result<SignedPass>> issuePass(const PassDraft &draft, int days);

    /// The passes of these numbers once more, each with its code, in the order of the numbers: for printing
    /// again. NotFound when there is no such pass, or it does not count any more; NotAllowed to those who
    /// print none.
    Future<Result<QList<SignedPass>>> signedPasses(const QStringList &numbers);

    static constexpr int mostPassDays = 366;

    /// What is wrong with a text, in English and without the text; empty when nothing is.
    static QString complaint(const std::optional<VenueFault> &fault);

signals:
    void loaded(const checkpoint::VenueRecord &record);

private:
    QDate today() const;
    Future<Result<void>> keep(const Venue &venue);

    VenueRegister m_register;
    const Clock *const m_clock;
    bool m_loading = false; ///< loads by itself after changes
};

} // namespace checkpoint
