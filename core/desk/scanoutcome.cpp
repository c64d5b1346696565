#include "core/desk/scanoutcome.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QList<Answer> likelyAnswers(const Admission &admission, qint64 atUtcMs,
                            std::optional<qint64> insideSinceUtcMs)
{
    if (insideSinceUtcMs && atUtcMs - *insideSinceUtcMs < shortestAutomaticStayMs)
        return {Answer::Dismiss, Answer::RecordOut}; // nobody comes in twice within a minute
    if (admission.direction == Direction::In)
        return {Answer::RecordIn, Answer::RecordOut, Answer::Dismiss};
    return {Answer::RecordOut, Answer::RecordIn, Answer::Dismiss};
}

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
    case ScanOutcome::Kind::Failed:
        return u"failed"_s;
    case ScanOutcome::Kind::Voided:
        return u"voided"_s;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
