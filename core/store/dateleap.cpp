#include "core/store/dateleap.h"

#include "core/store/connection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 far = 14 * dayMs;

/// The stretches of running that had ended by a moment; a clock may be set back by some hours.
const QString stretches =
    u"SELECT seq, began_ms, ended_ms FROM erasure WHERE visitors + seals + others = 0 AND ended_ms <= ? "
    "ORDER BY ended_ms DESC"_s;

/// Since when the program was never away for long, as far as it was noted.
qint64 runningSince(Connection &record, qint64 nowMs)
{
    qint64 since = nowMs;
    Statement rows = record.query(stretches, nowMs + dayMs);
    while (rows.next() && rows.integer(2) >= since - far)
        since = std::min(since, rows.integer(1));
    return since;
}

} // namespace

bool hasDateLeapt(Connection &record, qint64 nowMs)
{
    qint64 next = nowMs;
    {
        Statement row = record.query(u"SELECT min(at_ms) FROM entry WHERE at_ms > ? AND at_ms <= ?"_s,
                                     nowMs - far, nowMs);
        if (row.next() && !row.isNull(0))
            next = row.integer(0);
    }
    Statement row = record.query(u"SELECT max(at_ms) FROM entry WHERE at_ms <= ?"_s, nowMs - far);
    if (!row.next() || row.isNull(0) || next - row.integer(0) <= far)
        return false;
    return row.integer(0) < runningSince(record, nowMs);
}

Result<void> noteRunning(Connection &record, qint64 nowMs, bool isDateVouched)
{
    RowId stretch = 0;
    qint64 began = nowMs;
    qint64 ended = nowMs - far;
    {
        Statement row = record.query(stretches, nowMs + dayMs);
        if (row.next() && row.integer(2) >= nowMs - far && row.integer(1) <= nowMs) {
            stretch = row.integer(0);
            began = row.integer(1);
            ended = row.integer(2);
        }
    }
    if (stretch != 0 && ended > nowMs - hourMs && (began == 0 || !isDateVouched))
        return record.answer();
    Transaction transaction(record, Transaction::Kind::Write);
    began = isDateVouched ? 0 : began;
    ended = std::max(ended, nowMs);
    if (stretch == 0)
        record.run(u"INSERT INTO erasure (why, began_ms, ended_ms, visitors, seals, others, cleaned) "
                   "VALUES ('term', ?, ?, 0, 0, 0, 1)"_s,
                   began, ended);
    else
        record.run(u"UPDATE erasure SET began_ms = ?, ended_ms = ? WHERE seq = ?"_s, began, ended, stretch);
    return transaction.commit();
}

} // namespace checkpoint
