#include "core/reports/overlap.h"

#include <algorithm>
#include <tuple>

namespace checkpoint {

QList<Overlap> overlapsOf(const QList<Stay> &own, const QList<Stay> &others, const OverlapRule &rule)
{
    QList<Overlap> found;
    for (qsizetype i = 0; i < own.size(); ++i) {
        const qint64 from = own[i].fromUtcMs - rule.marginMs;
        const qint64 to = own[i].toUtcMs + rule.marginMs;
        for (const Stay &other : others) {
            if (other.fromUtcMs > to)
                break; // all that follow begin later still
            if (rule.samePlaceOnly && other.location != own[i].location)
                continue;
            const Overlap overlap{i, other, std::max(from, other.fromUtcMs), std::min(to, other.toUtcMs)};
            if (overlap.lengthMs() > 0 && overlap.lengthMs() >= rule.leastMs)
                found.append(overlap);
        }
    }
    std::ranges::sort(found, {}, [](const Overlap &one) {
        return std::tuple(-one.lengthMs(), one.fromUtcMs, one.own, one.other.visit);
    });
    return found;
}

} // namespace checkpoint
