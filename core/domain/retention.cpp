#include "core/domain/retention.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct Rule
{
    RetentionKind kind;
    QLatin1StringView id;
    int days;
};

constexpr std::array rules{
    Rule{RetentionKind::Visitors, "visitors"_L1, 30},
    Rule{RetentionKind::Details, "details"_L1, 30},
    Rule{RetentionKind::Reasons, "reasons"_L1, 30},
    Rule{RetentionKind::Reveals, "reveals"_L1, 365},
    Rule{RetentionKind::RefusedScans, "refused-scans"_L1, 30},
    Rule{RetentionKind::Expected, "expected"_L1, 30},
    Rule{RetentionKind::Attention, "attention"_L1, 30},
    Rule{RetentionKind::Waiting, "waiting"_L1, 60},
};
static_assert(rules.size() == retentionKinds.size());

} // namespace

QString retentionKindId(RetentionKind kind)
{
    return rules[std::size_t(kind)].id;
}

std::optional<RetentionKind> retentionKindFromId(const QString &id)
{
    for (const Rule &rule : rules) {
        if (rule.id == id)
            return rule.kind;
    }
    return std::nullopt;
}

RetentionTerms::RetentionTerms() : m_days{}
{
    for (const Rule &rule : rules)
        setDays(rule.kind, rule.days);
}

qint64 RetentionTerms::cutoff(RetentionKind kind, qint64 nowMs) const
{
    return nowMs - days(kind) * dayMs;
}

} // namespace checkpoint
