#include "core/store/personregister.h"

#include "core/base/ids.h"
#include "core/store/attentionrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/personindex.h"
#include "core/store/personreader.h"
#include "core/store/storethreads_p.h"
#include "core/store/visitorrows.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

Result<void> corrected(Connection &connection, const Vault &vault, const QUuid &visitorId,
                       const VisitorCorrection &correction)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Reveal);
    VisitorRows visitors(connection, vault);
    PersonIndex persons(connection, vault, visitors);
    const std::optional<RowId> row = visitors.find(visitorId);
    if (!row)
        connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
    const RowId person = persons.canonical(row.value_or(0));
    const VisitorData data = putRight(visitors.data(person), correction);
    visitors.save(person, data);
    if (correction.phone) {
        // A wrong phone must not find them any more.
        connection.run(
            u"DELETE FROM visitor_phone WHERE visitor IN (SELECT id FROM visitor WHERE canonical = ?)"_s,
            person);
        persons.rememberPhone(person, data.phone);
    }
    return transaction.commit();
}

Result<PersonRequest> added(Connection &connection, const Vault &vault, PersonRequest request)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Reveal);
    request.id = newRandomId();
    std::optional<QByteArray> sealed;
    if (!request.note.isEmpty())
        sealed = vault.seal(Vault::RowKind::Reason, request.id, request.note.toUtf8());
    connection.run(u"INSERT INTO person_request (id, kind, visitor, at_ms, offset_min, suspect, sealed_note) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   request.id, requestKindId(request.kind), request.visitorId, request.receivedAt.utcMs,
                   request.receivedAt.offsetMinutes, request.receivedAt.suspect, sealed);
    LedgerRows(connection, vault)
        .note(LedgerNote::Setting, u"a person's request to %1 came in"_s.arg(requestKindId(request.kind)));
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return request;
}

/// Sets a moment of an open request.
Result<void> stamped(Connection &connection, const Vault &vault, const QUuid &id, const QString &set,
                     qint64 nowMs, const QString &what)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Reveal);
    connection.run(u"UPDATE person_request SET "_s + set + u" WHERE id = ? AND done_ms IS NULL"_s, nowMs, id);
    if (!connection.failed() && connection.changedRows() == 0)
        connection.fail({ErrorCode::NotFound, u"there is no such open request"_s});
    LedgerRows(connection, vault).note(LedgerNote::Setting, u"a person's request was "_s + what);
    return transaction.commit();
}

PersonRequest readRequest(const Statement &row)
{
    PersonRequest request;
    request.id = row.uuid(0);
    request.kind = requestKindFromId(row.text(1)).value_or(RequestKind::View);
    if (!row.isNull(2))
        request.visitorId = row.uuid(2);
    request.receivedAt = {row.integer(3), int(row.integer(4)), row.flag(5)};
    if (!row.isNull(6))
        request.answeredUtcMs = row.integer(6);
    if (!row.isNull(7))
        request.doneUtcMs = row.integer(7);
    return request;
}

/// It tells of somebody: whoever looks is in the ledger.
Result<QString> noteOf(Connection &connection, const Vault &vault, const QUuid &id)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Reveal);
    QString note;
    {
        Statement row = connection.query(u"SELECT sealed_note FROM person_request WHERE id = ?"_s, id);
        if (!row.next())
            connection.fail({ErrorCode::NotFound, u"there is no such request"_s});
        else if (!row.isNull(0)) {
            const Result<QByteArray> opened = vault.open(Vault::RowKind::Reason, id, row.blob(0));
            if (opened)
                note = QString::fromUtf8(*opened);
            else
                connection.fail(opened.error());
        }
    }
    LedgerRows(connection, vault).note(LedgerNote::Export, u"who made a person's request was shown"_s);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return note;
}

} // namespace

PersonRecord maskedRecord(const PersonRecord &record)
{
    PersonRecord shown = record;
    shown.data = masked(record.data);
    for (EntryRow &row : shown.entries) {
        row.visitor = masked(row.visitor);
        row.details = {};
        row.entry.reason.clear();
    }
    const auto maskReasons = [](QList<Reveal> &looks) {
        for (Reveal &look : looks)
            look.reason = look.reason.isEmpty() ? QString() : maskedReason;
    };
    maskReasons(shown.reveals);
    maskReasons(shown.traces);
    for (RefusedScan &refusal : shown.refusals)
        refusal.visitor = masked(refusal.visitor);
    for (AttentionNote &note : shown.attention) {
        note.who = masked(note.who);
        note.reason.clear();
    }
    for (ExpectedVisitor &expected : shown.expected) {
        const QDate day = expected.day;
        expected = {};
        expected.day = day;
    }
    for (PersonRecord::Pass &pass : shown.passes)
        pass.number.clear();
    return shown;
}

Future<Result<PersonRecord>> PersonRegister::look(const QUuid &visitorId)
{
    return m_store->d->readIfMay(
        Deed::See, [visitorId](Connection &connection, const VaultPointer &vault) -> Result<PersonRecord> {
            const Result<PersonRecord> record = PersonReader(connection, *vault).held(visitorId);
            return record ? Result<PersonRecord>(maskedRecord(*record)) : record;
        });
}

Future<Result<PersonRecord>> PersonRegister::held(const QUuid &visitorId)
{
    return m_store->d->readIfMay(Deed::Reveal,
                                 [visitorId](Connection &connection, const VaultPointer &vault) {
                                     return PersonReader(connection, *vault).held(visitorId);
                                 });
}

Future<Result<void>> PersonRegister::correct(const QUuid &visitorId, const VisitorCorrection &correction)
{
    return m_store->d->writeTo([visitorId, correction](Connection &connection, const VaultPointer &vault) {
        return corrected(connection, *vault, visitorId, correction);
    });
}

Future<Result<PersonRequest>> PersonRegister::addRequest(const PersonRequest &request)
{
    return m_store->d->writeTo([request](Connection &connection, const VaultPointer &vault) {
        return added(connection, *vault, request);
    });
}

Future<Result<void>> PersonRegister::answerRequest(const QUuid &id, qint64 nowMs)
{
    return m_store->d->writeTo([id, nowMs](Connection &connection, const VaultPointer &vault) {
        return stamped(connection, *vault, id, u"answered_ms = ?"_s, nowMs, u"answered"_s);
    });
}

Future<Result<void>> PersonRegister::closeRequest(const QUuid &id, qint64 nowMs)
{
    return m_store->d->writeTo([id, nowMs](Connection &connection, const VaultPointer &vault) {
        return stamped(connection, *vault, id,
                       u"sealed_note = NULL, answered_ms = coalesce(answered_ms, ?1), done_ms = ?1"_s, nowMs,
                       u"done"_s);
    });
}

Future<Result<QList<PersonRequest>>> PersonRegister::requests(bool withDone)
{
    return m_store->d->readIfMay(Deed::See, [withDone](Connection &connection, const VaultPointer &vault) {
        QList<PersonRequest> requests;
        {
            Statement rows = connection.query(
                u"SELECT id, kind, visitor, at_ms, offset_min, suspect, answered_ms, done_ms "
                "FROM person_request WHERE ? OR done_ms IS NULL ORDER BY at_ms, seq"_s,
                withDone);
            while (rows.next())
                requests.append(readRequest(rows));
        }
        VisitorRows visitors(connection, *vault);
        PersonIndex persons(connection, *vault, visitors);
        for (PersonRequest &request : requests) {
            const auto row = request.visitorId ? visitors.find(*request.visitorId) : std::nullopt;
            if (!row)
                continue;
            const RowId person = persons.canonical(*row);
            request.visitorId = visitors.uuid(person);
            const VisitorData known = masked(visitors.data(person));
            request.about = known.name.isEmpty() ? known.idNumber : known.name;
        }
        return connection.answer(requests);
    });
}

Future<Result<QString>> PersonRegister::requestNote(const QUuid &id)
{
    // The connection that writes knows who is signed in.
    return m_store->d->lookInto(
        [id](Connection &connection, const VaultPointer &vault) { return noteOf(connection, *vault, id); });
}

} // namespace checkpoint
