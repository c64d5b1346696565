#include "core/desk/scanoutcome.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QString outcomeKindId(ScanOutcome::Kind kind)
{
    switch (kind) {
    case ScanOutcome::Kind::Recorded:
        return u"recorded"_s;
    case ScanOutcome::Kind::Repeated:
        return u"repeated"_s;
    case ScanOutcome::Kind::Refused:
        return u"refused"_s;
    case ScanOutcome::Kind::Asks:
        return u"asks"_s;
    case ScanOutcome::Kind::Dismissed:
        return u"dismissed"_s;
    case ScanOutcome::Kind::Failed:
        return u"failed"_s;
    case ScanOutcome::Kind::Voided:
        return u"voided"_s;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
