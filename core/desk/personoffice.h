#pragma once

#include "core/base/clock.h"
#include "core/desk/personfinder.h"
#include "core/store/personregister.h"
#include "core/store/retention.h"

#include <QObject>

namespace checkpoint {

/// What is held on a person, and how long it is.
struct HeldData
{
    PersonRecord record;
    RetentionTerms terms;
    bool revealed = false; ///< otherwise masked: nobody can be told by it who does not know them
};

/// What a desk does about a person's own data (Law 91/2025/QH15): finding whom it is about, showing what is
/// held, putting it right, destroying it, and the list of what was asked for. Who may do what the store
/// decides. GUI thread; store and clock outlive it.
class PersonOffice : public QObject
{
    Q_OBJECT

public:
    PersonOffice(EntryStore *store, const Clock *clock, QObject *parent = nullptr);

    /// Whom it is about.
    PersonFinder *finder() { return &m_finder; }

    /// What is held, masked. NotFound; NotAllowed where nobody is signed in.
    Future<Result<HeldData>> look(const QUuid &visitorId);

    /// The same in full; that somebody looked, and why, is kept before anything is given. NotAllowed to
    /// operators; WrongUse without a reason; NotFound.
    Future<Result<HeldData>> reveal(const QUuid &visitorId, const QString &reason);

    /// A sheet with what is held leaves the record, on paper or as a file: told by the ledger. To be called
    /// before it does.
    Future<Result<void>> noteSheet();

    /// As PersonRegister; WrongUse when nothing is put right, or something that cannot be kept.
    Future<Result<void>> correct(const QUuid &visitorId, const VisitorCorrection &correction);

    /// Destroys what is held and overwrites what is left of it in the file; answers when that is done.
    /// NotAllowed to anybody but an administrator; NotFound.
    Future<Result<ErasureCounts>> erase(const QUuid &visitorId);

    /// Somebody asks now. As PersonRegister.
    Future<Result<PersonRequest>> add(RequestKind kind, const std::optional<QUuid> &visitorId,
                                      const QString &note);
    Future<Result<void>> answered(const QUuid &requestId);
    Future<Result<void>> done(const QUuid &requestId);
    Future<Result<QList<PersonRequest>>> requests(bool withDone);
    Future<Result<QString>> requestNote(const QUuid &requestId);

    QDate today() const;

private:
    Future<Result<HeldData>> withTerms(const Result<PersonRecord> &record, bool revealed);

    EntryStore *const m_store;
    const Clock *const m_clock;
    PersonFinder m_finder;
    PersonRegister m_register;
    Retention m_retention;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::HeldData)
