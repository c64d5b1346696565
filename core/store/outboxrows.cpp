#include "core/store/outboxrows.h"

#include "core/base/logging.h"
#include "core/store/entryrows.h"
#include "core/store/personindex.h"
#include "core/store/visitorrows.h"

#include <QCborMap>
#include <QCborValue>
#include <QHash>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto codeField = "code"_L1;
constexpr auto messageField = "message"_L1;

constexpr std::array batchStates{
    std::pair{BatchState::Open, "open"_L1},
    std::pair{BatchState::Answered, "answered"_L1},
    std::pair{BatchState::Halved, "halved"_L1},
    std::pair{BatchState::Refused, "refused"_L1},
};

BatchState batchStateFromId(const QString &id)
{
    for (const auto &[state, each] : batchStates) {
        if (each == id)
            return state;
    }
    return BatchState::Open; // the table's check allows no other
}

/// An entry with its visitor, after the rows of an outbox `b` named by `where`.
QString entryQuery(QLatin1StringView further, QLatin1StringView where)
{
    return u"SELECT "_s + EntryRows::columns() + u", c.sealed"_s + further +
           u" FROM outbox b CROSS JOIN entry e ON e.seq = b.entry CROSS JOIN location l ON l.id = e.location "
           "CROSS JOIN visitor o ON o.id = e.visitor CROSS JOIN visitor c ON c.id = o.canonical WHERE "_s +
           where;
}

} // namespace

QString batchStateId(BatchState state)
{
    for (const auto &[each, id] : batchStates) {
        if (each == state)
            return id;
    }
    Q_UNREACHABLE();
}

// ---- batches that are not answered

std::optional<StoredBatch> OutboxRows::openBatch()
{
    StoredBatch batch;
    RowId number = 0;
    {
        Statement row = m_connection.query(u"SELECT seq, id, sealed_body FROM batch WHERE target = ? AND "
                                           "state = 'open' ORDER BY first_entry LIMIT 1"_s,
                                           m_target);
        if (!row.next())
            return std::nullopt;
        number = row.integer(0);
        batch.id = row.uuid(1);
        const Result<QByteArray> body = m_vault.open(Vault::RowKind::BatchBody, batch.id, row.blob(2));
        if (body)
            batch.body = *body;
        else
            m_connection.fail(body.error());
    }
    Statement rows = m_connection.query(u"SELECT b.entry, e.id FROM outbox b JOIN entry e ON e.seq = b.entry "
                                        "WHERE b.batch = ? ORDER BY b.entry"_s,
                                        number);
    while (rows.next()) {
        batch.entries.append(rows.integer(0));
        batch.ids.append(rows.uuid(1));
    }
    return batch;
}

QList<OutboxEntry> OutboxRows::waiting(int most)
{
    QList<OutboxEntry> entries;
    Statement rows = m_connection.query(entryQuery(", b.entry"_L1,
                                                   "b.target = ? AND b.state = 'waiting' AND b.batch IS NULL "
                                                   "ORDER BY b.entry LIMIT ?"_L1),
                                        m_target, most);
    while (rows.next()) {
        OutboxEntry each;
        each.entry = EntryRows::read(m_connection, m_vault, rows).entry;
        if (!rows.isNull(EntryRows::columnCount))
            each.visitor = EntryRows::readVisitor(m_vault, rows);
        each.number = rows.integer(EntryRows::columnCount + 1);
        entries.append(each);
    }
    return entries;
}

void OutboxRows::store(const StoredBatch &batch, qint64 nowMs)
{
    Q_ASSERT(!batch.entries.isEmpty());
    m_connection.run(u"INSERT INTO batch (id, target, first_entry, entries, bytes, made_ms, state, "
                     "sealed_body) VALUES (?, ?, ?, ?, ?, ?, 'open', ?)"_s,
                     batch.id, m_target, batch.entries.first(), qint64(batch.entries.size()),
                     qint64(batch.body.size()), nowMs,
                     m_vault.seal(Vault::RowKind::BatchBody, batch.id, batch.body));
    const RowId number = m_connection.lastRow();
    for (const qint64 entry : batch.entries) {
        m_connection.run(u"UPDATE outbox SET batch = ? WHERE target = ? AND entry = ? AND state = 'waiting' "
                         "AND batch IS NULL"_s,
                         number, m_target, entry);
        if (m_connection.changedRows() != 1)
            m_connection.fail({ErrorCode::WrongUse, u"an entry of the batch does not wait for one"_s});
    }
}

// ---- answers

/// The open batch; a failure when it is none (any more).
OutboxRows::Open OutboxRows::open(const QUuid &batch)
{
    Open open;
    {
        Statement row = m_connection.query(
            u"SELECT seq FROM batch WHERE id = ? AND target = ? AND state = 'open'"_s, batch, m_target);
        if (!row.next()) {
            m_connection.fail({ErrorCode::WrongUse, u"there is no such open batch"_s});
            return open;
        }
        open.batch = row.integer(0);
    }
    Statement rows =
        m_connection.query(u"SELECT entry FROM outbox WHERE batch = ? ORDER BY entry"_s, open.batch);
    while (rows.next())
        open.entries.append(rows.integer(0));
    return open;
}

void OutboxRows::close(RowId batch, BatchState state, qint64 nowMs)
{
    m_connection.run(u"UPDATE batch SET state = ?, closed_ms = ?, sealed_body = NULL WHERE seq = ?"_s,
                     batchStateId(state), nowMs, batch);
    // Whatever was not settled is free for another batch.
    m_connection.run(u"UPDATE outbox SET batch = NULL WHERE batch = ? AND state = 'waiting'"_s, batch);
}

void OutboxRows::reject(qint64 entry, const QUuid &id, RowId batch, const QString &code,
                        const QString &message)
{
    const QCborMap answer{{codeField, code}, {messageField, message}};
    m_connection.run(u"UPDATE outbox SET state = 'rejected', sealed_answer = ? "
                     "WHERE target = ? AND entry = ? AND batch = ? AND state = 'waiting'"_s,
                     m_vault.seal(Vault::RowKind::TargetAnswer, id, answer.toCborValue().toCbor()), m_target,
                     entry, batch);
}

void OutboxRows::settle(const QUuid &batch, const QString &receipt, const QList<EntryResult> &results,
                        qint64 nowMs)
{
    const RowId number = open(batch).batch;
    QHash<QUuid, qint64> members;
    {
        Statement rows = m_connection.query(
            u"SELECT e.id, b.entry FROM outbox b JOIN entry e ON e.seq = b.entry WHERE b.batch = ?"_s,
            number);
        while (rows.next())
            members.insert(rows.uuid(0), rows.integer(1));
    }
    std::array<qint64, 3> fates{};
    for (const EntryResult &result : results) {
        const auto member = members.constFind(result.entry);
        if (member == members.constEnd())
            continue;
        if (result.fate == EntryFate::Rejected)
            reject(*member, result.entry, number, result.code, result.message);
        else
            m_connection.run(u"UPDATE outbox SET state = 'acknowledged' "
                             "WHERE target = ? AND entry = ? AND batch = ? AND state = 'waiting'"_s,
                             m_target, *member, number);
        members.erase(member); // of several results for one entry the first counts
        ++fates[size_t(result.fate)];
    }
    close(number, BatchState::Answered, nowMs);
    m_connection.run(
        u"UPDATE batch SET receipt = ?, accepted = ?, duplicate = ?, rejected = ? WHERE seq = ?"_s, receipt,
        fates[size_t(EntryFate::Accepted)], fates[size_t(EntryFate::Duplicate)],
        fates[size_t(EntryFate::Rejected)], number);
}

void OutboxRows::halve(const QUuid &batch, const StoredBatch &first, const StoredBatch &second, qint64 nowMs)
{
    const Open whole = open(batch);
    if (whole.entries != first.entries + second.entries)
        m_connection.fail({ErrorCode::WrongUse, u"the halves are not what the batch holds"_s});
    close(whole.batch, BatchState::Halved, nowMs);
    store(first, nowMs);
    store(second, nowMs);
}

void OutboxRows::refuse(const QUuid &batch, const QString &code, const QString &message, qint64 nowMs)
{
    const Open single = open(batch);
    if (single.entries.size() != 1) {
        m_connection.fail({ErrorCode::WrongUse, u"only a batch of one entry is refused"_s});
        return;
    }
    QUuid id;
    {
        Statement row = m_connection.query(u"SELECT id FROM entry WHERE seq = ?"_s, single.entries.first());
        if (row.next())
            id = row.uuid(0);
    }
    reject(single.entries.first(), id, single.batch, code, message);
    close(single.batch, BatchState::Refused, nowMs);
    m_connection.run(u"UPDATE batch SET rejected = 1 WHERE seq = ?"_s, single.batch);
}

// ---- what became of them

QList<RejectedEntry> OutboxRows::rejected(int most, const std::optional<QUuid> &after)
{
    QList<RejectedEntry> entries;
    Statement rows = m_connection.query(
        entryQuery(", b.sealed_answer"_L1,
                   "b.target = ? AND b.state = 'rejected' AND "
                   "b.entry > coalesce((SELECT seq FROM entry WHERE id = ?), 0) ORDER BY b.entry LIMIT ?"_L1),
        m_target, after.value_or(QUuid()), most > 0 ? most : -1);
    while (rows.next()) {
        RejectedEntry each;
        each.entry = EntryRows::read(m_connection, m_vault, rows).entry;
        each.visitor = EntryRows::readVisitor(m_vault, rows);
        const Result<QByteArray> answer =
            m_vault.open(Vault::RowKind::TargetAnswer, each.entry.id, rows.blob(EntryRows::columnCount + 1));
        if (answer) {
            const QCborMap map = QCborValue::fromCbor(*answer).toMap();
            each.code = map.value(codeField).toString();
            each.message = map.value(messageField).toString();
        } else {
            qCWarning(lcStore) << "the answer to a rejected entry does not open";
        }
        entries.append(each);
    }
    return entries;
}

int OutboxRows::sendAgain(const QList<QUuid> &entries)
{
    const QString free = u"UPDATE outbox SET state = 'waiting', batch = NULL, sealed_answer = NULL "
                         "WHERE target = ? AND state = 'rejected'"_s;
    if (entries.isEmpty()) {
        m_connection.run(free, m_target);
        return int(m_connection.changedRows());
    }
    int count = 0;
    for (const QUuid &id : entries) {
        m_connection.run(free + u" AND entry = (SELECT seq FROM entry WHERE id = ?)"_s, m_target, id);
        count += int(m_connection.changedRows());
    }
    return count;
}

int OutboxRows::correct(const QUuid &entry, const VisitorCorrection &correction)
{
    RowId owner = 0;
    RowId person = 0;
    {
        Statement row = m_connection.query(
            u"SELECT o.id, o.canonical FROM outbox b JOIN entry e ON e.seq = b.entry JOIN visitor o ON "
            "o.id = e.visitor WHERE b.target = ? AND b.state = 'rejected' AND e.id = ?"_s,
            m_target, entry);
        if (!row.next()) {
            m_connection.fail({ErrorCode::NotFound, u"the entry is not rejected"_s});
            return 0;
        }
        owner = row.integer(0);
        person = row.integer(1);
    }
    VisitorRows visitors(m_connection, m_vault);
    const VisitorData known = visitors.data(person);
    const VisitorData right = putRight(known, correction);
    if (right != known)
        visitors.save(person, right);
    PersonIndex(m_connection, m_vault, visitors).rememberPhone(owner, right.phone);
    m_connection.run(u"UPDATE outbox SET state = 'waiting', batch = NULL, sealed_answer = NULL "
                     "WHERE target = ? AND state = 'rejected' AND entry IN (SELECT e.seq FROM entry e "
                     "JOIN visitor o ON o.id = e.visitor WHERE o.canonical = ?)"_s,
                     m_target, person);
    return int(m_connection.changedRows());
}

QList<BatchRecord> OutboxRows::history(int most, const std::optional<QUuid> &before)
{
    QList<BatchRecord> batches;
    Statement rows =
        m_connection.query(u"SELECT id, state, made_ms, closed_ms, entries, accepted, duplicate, "
                           "rejected, bytes, receipt FROM batch "
                           "WHERE target = ? AND seq < coalesce((SELECT seq FROM batch WHERE id = ?), "
                           "9223372036854775807) ORDER BY seq DESC LIMIT ?"_s,
                           m_target, before.value_or(QUuid()), most);
    while (rows.next()) {
        BatchRecord batch;
        batch.id = rows.uuid(0);
        batch.state = batchStateFromId(rows.text(1));
        batch.madeMs = rows.integer(2);
        if (!rows.isNull(3))
            batch.closedMs = rows.integer(3);
        batch.entries = int(rows.integer(4));
        batch.accepted = int(rows.integer(5));
        batch.duplicate = int(rows.integer(6));
        batch.rejected = int(rows.integer(7));
        batch.bytes = rows.integer(8);
        batch.receipt = rows.text(9);
        batches.append(batch);
    }
    return batches;
}

} // namespace checkpoint
