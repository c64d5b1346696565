#include "core/store/dateleap.h"

#include "core/store/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

bool hasDateLeapt(Connection &record, qint64 nowMs)
{
    constexpr qint64 far = 14 * 24 * 3'600'000LL;
    qint64 next = nowMs;
    {
        Statement row = record.query(u"SELECT min(at_ms) FROM entry WHERE at_ms > ? AND at_ms <= ?"_s,
                                     nowMs - far, nowMs);
        if (row.next() && !row.isNull(0))
            next = row.integer(0);
    }
    Statement row = record.query(u"SELECT max(at_ms) FROM entry WHERE at_ms <= ?"_s, nowMs - far);
    return row.next() && !row.isNull(0) && next - row.integer(0) > far;
}

} // namespace checkpoint
