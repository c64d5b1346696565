#include "ui/common/meaning.h"

#include "core/desk/openquestions.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

Meaning meaningOf(Direction direction)
{
    return direction == Direction::In ? Meaning::In : Meaning::Out;
}

Meaning meaningOf(const ScanOutcome &outcome)
{
    switch (outcome.kind) {
    case ScanOutcome::Kind::Recorded:
        return meaningOf(outcome.direction.value_or(Direction::In));
    case ScanOutcome::Kind::Refused:
        return Meaning::Refused;
    case ScanOutcome::Kind::Asks:
        return outcome.attention || outcome.reason == Reason::OnAttentionList ? Meaning::Attention
                                                                              : Meaning::Ask;
    case ScanOutcome::Kind::Failed:
        return Meaning::NotRecorded;
    case ScanOutcome::Kind::Dismissed:
        return outcome.reason && !refusesNobody(outcome) ? Meaning::Refused : Meaning::Skipped;
    case ScanOutcome::Kind::Repeated:
        return Meaning::Again;
    case ScanOutcome::Kind::Voided:
        return Meaning::TakenBack;
    }
    Q_UNREACHABLE();
}

Meaning publicMeaningOf(const ScanOutcome &outcome)
{
    const Meaning meaning = meaningOf(outcome);
    return meaning == Meaning::Attention ? Meaning::Ask : meaning;
}

QRgb Colours::*meaningInk(Meaning meaning)
{
    switch (meaning) {
    case Meaning::In:
    case Meaning::Done:
        return &Colours::in;
    case Meaning::Out:
        return &Colours::out;
    case Meaning::Ask:
        return &Colours::ask;
    case Meaning::Attention:
    case Meaning::Refused:
    case Meaning::NotRecorded:
        return &Colours::refused;
    case Meaning::Again:
    case Meaning::Skipped:
    case Meaning::TakenBack:
        return &Colours::quiet;
    }
    Q_UNREACHABLE();
}

QLatin1StringView meaningTone(Meaning meaning)
{
    switch (meaning) {
    case Meaning::In:
    case Meaning::Done:
        return "in"_L1;
    case Meaning::Out:
        return "out"_L1;
    case Meaning::Ask:
        return "ask"_L1;
    case Meaning::Attention:
    case Meaning::Refused:
    case Meaning::NotRecorded:
        return "refused"_L1;
    case Meaning::Again:
    case Meaning::Skipped:
    case Meaning::TakenBack:
        return "quiet"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView meaningSign(Meaning meaning)
{
    switch (meaning) {
    case Meaning::In:
        return "arrow-in"_L1;
    case Meaning::Out:
        return "arrow-out"_L1;
    case Meaning::Ask:
        return "ask"_L1;
    case Meaning::Attention:
        return "attention"_L1;
    case Meaning::Refused:
    case Meaning::NotRecorded:
        return "cross"_L1;
    case Meaning::Skipped:
        return "skip"_L1;
    case Meaning::Done:
        return "check"_L1;
    case Meaning::Again:
        return "repeat"_L1;
    case Meaning::TakenBack:
        return "void"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
