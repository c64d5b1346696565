#include "core/store/targetrows.h"

#include "core/base/ids.h"
#include "core/base/idtable.h"
#include "core/domain/retention.h"
#include "core/store/ledgerrows.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Older entries that are put into a new outbox at a time: some ten milliseconds, for which recording waits.
constexpr int backlogPiece = 2000;

constexpr std::array states{
    std::pair{TargetState::Ready, "ready"_L1},
    std::pair{TargetState::NeedsEnrolment, "needs-enrolment"_L1},
    std::pair{TargetState::Stopped, "stopped"_L1},
};

constexpr std::array offers{
    std::pair{SelfCheckInOffer::Unknown, "unknown"_L1},
    std::pair{SelfCheckInOffer::Offered, "offered"_L1},
    std::pair{SelfCheckInOffer::NotOffered, "not-offered"_L1},
};

std::optional<qint64> integerOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

} // namespace

QString targetStateId(TargetState state)
{
    return idIn(states, state);
}

qint64 TargetRecord::daysWaited(qint64 nowMs) const
{
    return oldestWaitingMs ? (nowMs - *oldestWaitingMs) / RetentionTerms::dayMs : 0;
}

QList<TargetRecord> TargetRows::all()
{
    QList<TargetRecord> records;
    Statement rows = m_connection.query(
        u"SELECT uuid, name, kind, address, desk_id, venue_code, authority, pinned_key, sealed_token, state, "
        "why, failures, failing_since_ms, next_try_ms, last_success_ms, clock_off_ms, paused, "
        "self_check_ins, "
        "cursor, backlog_next <= backlog_end, recorded, acknowledged, waiting, rejected, "
        // The first one that is in no batch, or that is in one without an answer.
        "(SELECT e.at_ms FROM entry e WHERE waiting > 0 AND e.seq = (SELECT min(n) FROM ("
        "SELECT min(b.entry) AS n FROM outbox b WHERE b.target = target.id AND b.state = 'waiting' AND "
        "b.batch IS NULL "
        "UNION ALL SELECT min(o.first_entry) FROM batch o WHERE o.target = target.id AND o.state = 'open')))"
        ", coalesce((SELECT days FROM retention_term WHERE kind = 'waiting'), ?) FROM target WHERE NOT disconnected ORDER BY id"_s,
        RetentionTerms().days(RetentionKind::Waiting));
    while (rows.next()) {
        TargetRecord record;
        SyncTarget &target = record.target;
        target.id = rows.uuid(0);
        target.name = rows.text(1);
        target.kind = rows.text(2);
        target.address = rows.text(3);
        target.deskId = rows.text(4);
        target.venueCode = rows.text(5);
        target.authority = rows.blob(6);
        target.pinnedKey = rows.blob(7);
        const Result<QByteArray> token = m_vault.open(Vault::RowKind::TargetToken, target.id, rows.blob(8));
        if (token)
            target.token = QString::fromUtf8(*token);
        else
            m_connection.fail(token.error());
        record.condition.state = valueIn(states, rows.text(9)).value_or(TargetState::Ready);
        record.condition.why = rows.text(10);
        record.condition.failures = int(rows.integer(11));
        record.condition.failingSinceMs = integerOrNull(rows, 12);
        record.condition.nextTryMs = integerOrNull(rows, 13);
        record.condition.lastSuccessMs = integerOrNull(rows, 14);
        record.condition.clockOffMs = integerOrNull(rows, 15);
        record.paused = rows.flag(16);
        record.selfCheckIns = valueIn(offers, rows.text(17)).value_or(SelfCheckInOffer::Unknown);
        record.cursor = rows.text(18);
        record.backlogOpen = rows.flag(19);
        record.counts = {rows.integer(20), rows.integer(21), rows.integer(22), rows.integer(23)};
        record.oldestWaitingMs = integerOrNull(rows, 24);
        record.waitingTermDays = int(rows.integer(25));
        records.append(record);
    }
    return records;
}

RowId TargetRows::find(const QString &name)
{
    Statement row = m_connection.query(u"SELECT id FROM target WHERE name = ? AND NOT disconnected"_s, name);
    if (row.next())
        return row.integer(0);
    m_connection.fail({ErrorCode::NotFound, u"there is no target of that name"_s});
    return 0;
}

void TargetRows::keep(const SyncTarget &target)
{
    m_connection.require(Deed::Settings);
    LedgerRows(m_connection, m_vault).note(LedgerNote::Setting, u"target enrolled"_s);
    QUuid id;
    {
        Statement row = m_connection.query(u"SELECT uuid FROM target WHERE name = ?"_s, target.name);
        if (row.next())
            id = row.uuid(0);
    }
    const auto sealedToken = [this, &target](const QUuid &owner) {
        return m_vault.seal(Vault::RowKind::TargetToken, owner, target.token.toUtf8());
    };
    if (!id.isNull()) {
        // A code of the venue is worth something only where it was given, and so is a cursor. Who was
        // disconnected gets what was recorded meanwhile.
        m_connection.run(
            u"UPDATE target SET kind = ?, venue_code = CASE WHEN address = ? THEN venue_code ELSE '' END, "
            "cursor = CASE WHEN address = ? THEN cursor ELSE '' END, address = ?, desk_id = ?, "
            "authority = ?, pinned_key = ?, sealed_token = ?, state = 'ready', why = '', failures = 0, "
            "failing_since_ms = NULL, next_try_ms = NULL, self_check_ins = 'unknown', "
            "backlog_end = CASE WHEN disconnected THEN (SELECT coalesce(max(seq), 0) FROM entry) "
            "ELSE backlog_end END, disconnected = 0 WHERE uuid = ?"_s,
            target.kind, target.address, target.address, target.address, target.deskId, target.authority,
            target.pinnedKey, sealedToken(id), id);
        return;
    }
    id = newRandomId();
    m_connection.run(u"INSERT INTO target (uuid, name, kind, address, desk_id, venue_code, authority, "
                     "pinned_key, sealed_token, backlog_next, backlog_end) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, (SELECT coalesce(max(seq), 0) FROM entry))"_s,
                     id, target.name, target.kind, target.address, target.deskId, target.venueCode,
                     target.authority, target.pinnedKey, sealedToken(id));
}

void TargetRows::disconnect(const QString &name)
{
    QUuid id;
    {
        Statement row = m_connection.query(u"SELECT uuid FROM target WHERE id = ?"_s, find(name));
        if (row.next())
            id = row.uuid(0);
    }
    m_connection.run(
        u"UPDATE target SET disconnected = 1, paused = 0, sealed_token = ?, backlog_next = "
        "CASE WHEN backlog_next <= backlog_end THEN backlog_next "
        "ELSE (SELECT coalesce(max(seq), 0) + 1 FROM entry) END, clock_off_ms = NULL WHERE uuid = ?"_s,
        m_vault.seal(Vault::RowKind::TargetToken, id, {}), id);
}

bool TargetRows::fillBacklog(const QString &name)
{
    const RowId target = find(name);
    qint64 next = 0;
    qint64 end = -1;
    {
        Statement row =
            m_connection.query(u"SELECT backlog_next, backlog_end FROM target WHERE id = ?"_s, target);
        if (row.next()) {
            next = row.integer(0);
            end = row.integer(1);
        }
    }
    if (next > end)
        return false;
    const qint64 last = qMin(end, next + backlogPiece - 1);
    m_connection.run(u"INSERT INTO outbox (target, entry) SELECT ?, e.seq FROM entry e "
                     "JOIN visitor o ON o.id = e.visitor JOIN visitor c ON c.id = o.canonical "
                     "WHERE e.seq BETWEEN ? AND ? AND e.source <> 'own-phone' AND c.sealed IS NOT NULL "
                     "ORDER BY e.seq ON CONFLICT (target, entry) DO NOTHING"_s,
                     target, next, last);
    m_connection.run(u"UPDATE target SET backlog_next = ? WHERE id = ?"_s, last + 1, target);
    return last < end;
}

void TargetRows::note(const QString &name, const TargetCondition &condition)
{
    m_connection.run(u"UPDATE target SET state = ?, why = ?, failures = ?, failing_since_ms = ?, "
                     "next_try_ms = ?, last_success_ms = ?, clock_off_ms = ? WHERE id = ?"_s,
                     targetStateId(condition.state), condition.why, condition.failures,
                     condition.failingSinceMs, condition.nextTryMs, condition.lastSuccessMs,
                     condition.clockOffMs, find(name));
}

void TargetRows::noteVenueCode(const QString &name, const QString &venueCode)
{
    m_connection.run(u"UPDATE target SET venue_code = ? WHERE id = ?"_s, venueCode, find(name));
}

void TargetRows::noteOffer(const QString &name, SelfCheckInOffer offer)
{
    m_connection.run(u"UPDATE target SET self_check_ins = ? WHERE id = ?"_s, idIn(offers, offer), find(name));
}

void TargetRows::noteCursor(const QString &name, const QString &cursor)
{
    m_connection.run(u"UPDATE target SET cursor = ? WHERE id = ?"_s, cursor, find(name));
}

void TargetRows::setPaused(const QString &name, bool paused)
{
    m_connection.require(Deed::Settings);
    LedgerRows(m_connection, m_vault)
        .note(LedgerNote::Setting, paused ? u"target paused"_s : u"target resumed"_s);
    m_connection.run(u"UPDATE target SET paused = ? WHERE id = ?"_s, paused, find(name));
}

void TargetRows::noteSuccess(RowId target, qint64 nowMs)
{
    m_connection.run(u"UPDATE target SET state = 'ready', why = '', failures = 0, failing_since_ms = NULL, "
                     "next_try_ms = NULL, last_success_ms = ? WHERE id = ?"_s,
                     nowMs, target);
}

} // namespace checkpoint
