#include "core/domain/certificate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QString healthRecordKindId(HealthRecord::Kind kind)
{
    switch (kind) {
    case HealthRecord::Kind::Vaccination:
        return u"vaccination"_s;
    case HealthRecord::Kind::Test:
        return u"test"_s;
    case HealthRecord::Kind::Recovery:
        return u"recovery"_s;
    }
    Q_UNREACHABLE();
}

QString certificateValidityId(Certificate::Validity validity)
{
    switch (validity) {
    case Certificate::Validity::Current:
        return u"current"_s;
    case Certificate::Validity::NotYetValid:
        return u"not-yet-valid"_s;
    case Certificate::Validity::Expired:
        return u"expired"_s;
    }
    Q_UNREACHABLE();
}

Certificate::Validity Certificate::validityAt(qint64 utcMs) const
{
    if (utcMs < issuedUtcMs)
        return Validity::NotYetValid;
    return utcMs < expiresUtcMs ? Validity::Current : Validity::Expired;
}

bool Certificate::countsAt(qint64 utcMs) const
{
    const auto speaksFor = [](const HealthRecord &record) {
        return record.kind != HealthRecord::Kind::Test || record.detected == false;
    };
    return verified && validityAt(utcMs) == Validity::Current && std::ranges::any_of(records, speaksFor);
}

} // namespace checkpoint
