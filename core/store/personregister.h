#pragma once

#include "core/base/future.h"
#include "core/domain/personrequest.h"
#include "core/store/entrylists.h"
#include "core/store/outbox.h"

#include <QDate>
#include <QList>

namespace checkpoint {

/// Everything that is held on one person, by whichever code they are known.
struct PersonRecord
{
    /// A pass that was issued to them.
    struct Pass
    {
        QString number;
        QDate issuedOn;
        QDate validUntil;
        bool revoked = false;
    };
    /// What became of their entries at a target.
    struct Sent
    {
        QString target;
        qint64 acknowledged = 0;
        qint64 waiting = 0;
        qint64 rejected = 0;
    };

    QUuid visitorId;
    VisitorData data;
    QStringList keyKinds;        ///< the kinds of numbers by which they are recognised ("citizen-number" …)
    int phones = 0;              ///< by which they are found
    QList<EntryRow> entries;     ///< by time, those taken back included
    QList<Reveal> reveals;       ///< who looked at them in full and why
    QList<Reveal> traces;        ///< when they were looked up with names that stayed masked, and why
    QList<RefusedScan> refusals; ///< when they were sent away, by time
    QList<AttentionNote> attention;
    QList<ExpectedVisitor> expected;
    QList<Pass> passes;
    QList<Sent> sent;
    bool erased = false; ///< all of it was destroyed; entries are there without a person
};

/// The masked form of a record: the person as they are shown in lists, when they were here and where their
/// data were sent; of words that somebody wrote nothing, of why they were looked at only that it was said.
/// Pure; any thread.
PersonRecord maskedRecord(const PersonRecord &record);

/// Stands in a masked record for a reason that somebody wrote down.
inline const QString maskedReason = QStringLiteral("***");

/// What persons ask for about their own data. Works on the threads of an EntryStore, which outlives it; may
/// be used from any thread and answers in futures.
class PersonRegister
{
public:
    explicit PersonRegister(EntryStore *store) : m_store(store) {}

    /// What is held on a person, masked. NotFound; NotAllowed where nobody is signed in.
    Future<Result<PersonRecord>> look(const QUuid &visitorId);

    /// Everything held on a person; NotFound when there is no such visitor, NotAllowed to operators. Whoever
    /// shows it has it noted as a reveal first (EntryStore::noteReveal()).
    Future<Result<PersonRecord>> held(const QUuid &visitorId);

    /// Puts right what is known of a person. NotAllowed to operators; NotFound.
    Future<Result<void>> correct(const QUuid &visitorId, const VisitorCorrection &correction);

    /// Keeps a request and gives it with its id; the ledger tells of it. NotAllowed to operators.
    Future<Result<PersonRequest>> addRequest(const PersonRequest &request);
    /// The person was told what will be done. NotFound when there is no such open request.
    Future<Result<void>> answerRequest(const QUuid &id, qint64 nowMs);
    /// It is done; the note goes. NotFound when there is no such open request.
    Future<Result<void>> closeRequest(const QUuid &id, qint64 nowMs);

    /// Those that are open, the oldest first; with those that are done when wanted. Whom they are about is
    /// abbreviated; without their notes.
    /// NotAllowed where nobody is signed in.
    Future<Result<QList<PersonRequest>>> requests(bool withDone = false);

    /// Who asks and how to reach them; empty once the request is done. NotAllowed to operators; NotFound.
    Future<Result<QString>> requestNote(const QUuid &id);

private:
    EntryStore *const m_store;
};

} // namespace checkpoint
