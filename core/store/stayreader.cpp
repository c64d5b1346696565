#include "core/store/stayreader.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

/// The last two say where unknown ends are bounded: by the person's next visit and by the one before. They
/// are looked up only where an end is unknown.
const QString columns =
    u"SELECT v.visitor, v.id, v.in_ms, v.out_ms, "
    "CASE WHEN v.out_ms IS NULL THEN (SELECT min(n.start_ms) FROM visit n WHERE n.visitor = v.visitor "
    "AND (n.start_ms, n.id) > (v.start_ms, v.id)) END, "
    "CASE WHEN v.in_ms IS NULL THEN (SELECT coalesce(b.out_ms, b.in_ms) FROM visit b WHERE b.visitor = "
    "v.visitor AND (b.start_ms, b.id) < (v.start_ms, v.id) ORDER BY b.start_ms DESC, b.id DESC LIMIT 1) END "_s;

bool overlaps(const Stay &stay, qint64 fromUtcMs, qint64 toUtcMs)
{
    return stay.fromUtcMs < toUtcMs && stay.toUtcMs > fromUtcMs;
}

} // namespace

Result<QList<Stay>> StayReader::of(RowId person, qint64 fromUtcMs, qint64 toUtcMs)
{
    QList<Stay> stays;
    Transaction state(m_connection, Transaction::Kind::Read);
    {
        Statement rows = m_connection.query(columns + u"FROM visit v WHERE v.visitor = ? "
                                                      "ORDER BY v.start_ms, v.id"_s,
                                            person);
        while (rows.next()) {
            const Stay stay = readStay(rows);
            if (overlaps(stay, fromUtcMs, toUtcMs))
                stays.append(stay);
        }
    }
    locate(stays);
    return m_connection.answer(stays);
}

Result<QList<Stay>> StayReader::beside(const QList<Stay> &stays)
{
    QList<Stay> found;
    if (stays.isEmpty())
        return found;
    Transaction state(m_connection, Transaction::Kind::Read);
    QSet<qint64> seen;
    const auto take = [&](Statement rows) {
        while (rows.next()) {
            const Stay other = readStay(rows);
            const bool beside = other.person != stays.first().person &&
                                std::ranges::any_of(stays, [&other](const Stay &stay) {
                                    return overlaps(other, stay.fromUtcMs, stay.toUtcMs);
                                });
            if (beside && !seen.contains(other.visit)) {
                seen.insert(other.visit);
                found.append(other);
            }
        }
    };
    // Nearly all stays are shorter than a day: those are found by when they began. The long ones are looked
    // for once. An exit without an entry is later than the stay it ends.
    qint64 end = stays.first().fromUtcMs;
    for (const Stay &stay : stays) {
        take(m_connection.query(columns + u"FROM visit v INDEXED BY visit_by_start WHERE v.start_ms > ? AND "
                                          "v.start_ms < ?"_s,
                                stay.fromUtcMs - dayMs, stay.toUtcMs + dayMs));
        end = std::max(end, stay.toUtcMs);
    }
    take(m_connection.query(columns +
                                u"FROM visit v NOT INDEXED WHERE v.out_ms - v.in_ms >= ? AND v.in_ms < ? "
                                "AND v.out_ms > ?"_s,
                            dayMs, end, stays.first().fromUtcMs));
    std::ranges::sort(found, [](const Stay &a, const Stay &b) {
        return std::pair(a.fromUtcMs, a.visit) < std::pair(b.fromUtcMs, b.visit);
    });
    locate(found);
    return m_connection.answer(found);
}

Stay StayReader::readStay(const Statement &row)
{
    constexpr qint64 longest = ReportSource::longestAssumedStayMs;
    Stay stay;
    stay.person = row.integer(0);
    stay.visit = row.integer(1);
    stay.fromAssumed = row.isNull(2);
    stay.toAssumed = row.isNull(3);
    if (!stay.fromAssumed)
        stay.fromUtcMs = row.integer(2);
    if (!stay.toAssumed)
        stay.toUtcMs = row.integer(3);
    if (stay.toAssumed) {
        const qint64 next = row.isNull(4) ? std::max(m_nowUtcMs, stay.fromUtcMs) : row.integer(4);
        stay.toUtcMs = std::min(stay.fromUtcMs + longest, next);
    }
    if (stay.fromAssumed) {
        stay.fromUtcMs = stay.toUtcMs - longest;
        if (!row.isNull(5))
            stay.fromUtcMs = std::max(stay.fromUtcMs, row.integer(5));
    }
    return stay;
}

/// Fills in the places, which lie with the entries.
void StayReader::locate(QList<Stay> &stays)
{
    for (Stay &stay : stays) {
        Statement row = m_connection.query(u"SELECT e.location FROM visit v JOIN entry e "
                                           "ON e.id = coalesce(v.in_entry, v.out_entry) WHERE v.id = ?"_s,
                                           stay.visit);
        if (row.next())
            stay.location = row.integer(0);
    }
}

} // namespace checkpoint
