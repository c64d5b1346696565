#include "core/desk/personoffice.h"

#include "core/desk/handentry.h"
#include "core/store/ledger.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

PersonOffice::PersonOffice(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_finder(store), m_register(store), m_retention(store)
{
}

QDate PersonOffice::today() const
{
    return m_clock->now().toDateTime().date();
}

Future<Result<HeldData>> PersonOffice::withTerms(const Result<PersonRecord> &record, bool revealed)
{
    if (!record)
        return readyFuture(Result<HeldData>(record.error()));
    return m_retention.state().then(
        this, [record = *record, revealed](const Result<RetentionState> &state) -> Result<HeldData> {
            if (!state)
                return state.error();
            return HeldData{record, state->terms, revealed};
        });
}

Future<Result<HeldData>> PersonOffice::look(const QUuid &visitorId)
{
    return m_register.look(visitorId).then(
        this, [this](const Result<PersonRecord> &record) { return withTerms(record, false); });
}

Future<Result<HeldData>> PersonOffice::reveal(const QUuid &visitorId, const QString &reason)
{
    if (reason.simplified().isEmpty())
        return readyFuture(Result<HeldData>(
            Error{ErrorCode::WrongUse, u"a person's data are shown in full for a reason only"_s}));
    return m_store->noteReveal(visitorId, reason.simplified(), m_clock->now())
        .then(this, [this, visitorId](const Result<void> &noted) -> Future<Result<HeldData>> {
            if (!noted)
                return readyFuture(Result<HeldData>(noted.error()));
            return m_register.held(visitorId).then(
                this, [this](const Result<PersonRecord> &record) { return withTerms(record, true); });
        });
}

Future<Result<void>> PersonOffice::noteSheet()
{
    return Ledger(m_store).note(LedgerNote::Export, u"what is held on a person, as a sheet"_s);
}

Future<Result<void>> PersonOffice::correct(const QUuid &visitorId, const VisitorCorrection &correction)
{
    const CheckedCorrection right = checked(correction, today().year());
    if (right.fault || right.correction == VisitorCorrection())
        return readyFuture(Result<void>(
            Error{ErrorCode::WrongUse, u"nothing is put right, or something that cannot be kept"_s}));
    return m_register.correct(visitorId, right.correction);
}

Future<Result<ErasureCounts>> PersonOffice::erase(const QUuid &visitorId)
{
    const qint64 nowMs = m_clock->now().utcMs;
    return m_retention.eraseVisitors({visitorId}, nowMs)
        .then(this, [this, nowMs](const Result<ErasureCounts> &counts) -> Future<Result<ErasureCounts>> {
            if (counts && counts->visitors == 0)
                return readyFuture(
                    Result<ErasureCounts>(Error{ErrorCode::NotFound, u"there is no such visitor"_s}));
            if (!counts)
                return readyFuture(counts);
            // What is left in the file is overwritten before it is said that it is done.
            return m_retention.clean().then(
                this, [counts](const Result<ErasureCounts> &cleaned) { return cleaned ? counts : cleaned; });
        });
}

Future<Result<PersonRequest>> PersonOffice::add(RequestKind kind, const std::optional<QUuid> &visitorId,
                                                const QString &note)
{
    PersonRequest request;
    request.kind = kind;
    request.visitorId = visitorId;
    request.receivedAt = m_clock->now();
    request.note = note.simplified();
    return m_register.addRequest(request);
}

Future<Result<void>> PersonOffice::answered(const QUuid &requestId)
{
    return m_register.answerRequest(requestId, m_clock->now().utcMs);
}

Future<Result<void>> PersonOffice::done(const QUuid &requestId)
{
    return m_register.closeRequest(requestId, m_clock->now().utcMs);
}

Future<Result<QList<PersonRequest>>> PersonOffice::requests(bool withDone)
{
    return m_register.requests(withDone);
}

Future<Result<QString>> PersonOffice::requestNote(const QUuid &requestId)
{
    return m_register.requestNote(requestId);
}

} // namespace checkpoint
