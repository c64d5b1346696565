#include "ui/scanview/resultwords.h"

#include "core/desk/handentry.h"
#include "core/desk/openquestions.h"
#include "ui/common/certificatetext.h"
#include "ui/common/errortext.h"
#include "ui/common/meaning.h"
#include "ui/common/reasontext.h"
#include "ui/common/wording.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QCoreApplication>
#include <QDateTime>

#include <utility>

namespace checkpoint {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

bool knowsSomebody(const VisitorData &visitor)
{
    return !visitor.name.isEmpty() || visitor.sex || visitor.birthDate || !visitor.idNumber.isEmpty() ||
           !visitor.qid.isEmpty() || !visitor.healthInsurance.isEmpty();
}

QString insideSince(const ScanOutcome &outcome)
{
    const Moment since{*outcome.insideSinceUtcMs, outcome.at.offsetMinutes, false};
    const QDate today = outcome.at.toDateTime().date();
    return since.toDateTime().date() == today ? shortClockText(since) : pastText(since, today);
}

QString lastTime(const ScanOutcome &outcome)
{
    const Entry &last = *outcome.lastEntry;
    const QString when = pastText(last.at, outcome.at.toDateTime().date());
    return CardWords::tr("Last time: %1 %2")
        .arg(last.kind == EntryKind::Out ? directionWord(Direction::Out) : directionWord(Direction::In),
             when);
}

/// Below 0 when there is none, or the clock was set back since.
qint64 secondsSinceLast(const ScanOutcome &outcome)
{
    return outcome.lastEntry ? (outcome.at.utcMs - outcome.lastEntry->at.utcMs) / 1'000 : -1;
}

QString shout(const ScanOutcome &outcome)
{
    switch (outcome.kind) {
    case ScanOutcome::Kind::Recorded:
        return directionShout(outcome.direction.value_or(Direction::In));
    case ScanOutcome::Kind::Repeated:
        return CardWords::tr("AGAIN");
    case ScanOutcome::Kind::Refused:
        return CardWords::tr("REFUSED");
    case ScanOutcome::Kind::Asks:
        return meaningOf(outcome) == Meaning::Attention ? CardWords::tr("ATTENTION")
                                                        : CardWords::tr("CONFIRM");
    case ScanOutcome::Kind::Dismissed:
        return meaningOf(outcome) == Meaning::Refused ? CardWords::tr("REFUSED") : CardWords::tr("SKIPPED");
    case ScanOutcome::Kind::Failed:
        if (outcome.restores)
            return CardWords::tr("NOT RESTORED");
        return outcome.error && outcome.error->code == ErrorCode::NotAllowed ? CardWords::tr("NOT ALLOWED")
                                                                             : CardWords::tr("NOT RECORDED");
    case ScanOutcome::Kind::Voided:
        return CardWords::tr("VOIDED");
    }
    Q_UNREACHABLE();
}

/// As many as may be inside are, or more.
QString fullHouse(const ScanOutcome &outcome)
{
    return CardWords::tr("Full house: %1 inside, %2 may be").arg(outcome.insideNow).arg(outcome.capacity);
}

void sayCompany(ResultWords &words, const ScanOutcome &outcome)
{
    QStringList why;
    if (outcome.expected)
        why << announcedText(*outcome.expected);
    else if (!outcome.details.host.isEmpty())
        why << CardWords::tr("Visits %1").arg(outcome.details.host);
    if (!outcome.details.purpose.isEmpty())
        why << CardWords::tr("Purpose: %1").arg(outcome.details.purpose);
    if (!why.isEmpty())
        words.notes << why.join(QStringLiteral(" · "));
    if (!outcome.party.isEmpty())
        words.notes << CardWords::tr("Together with: %1").arg(partyText(outcome.party));
    if (outcome.direction == Direction::Out && !outcome.partyInside.isEmpty())
        words.notes << CardWords::tr("Still inside of the group: %1").arg(partyText(outcome.partyInside));
}

/// Those who came along went without the visitor, who must not be taken for gone.
void sayApart(ResultWords &words, const ScanOutcome &outcome)
{
    words.name = partyText(outcome.party);
    words.traits = CardWords::tr("Came with %1").arg(personName(outcome.visitor));
    words.headline = outcome.insideSinceUtcMs
                         ? CardWords::tr("%1 is still inside.").arg(personName(outcome.visitor))
                         : CardWords::tr("%1 left before.").arg(personName(outcome.visitor));
    if (!outcome.partyInside.isEmpty())
        words.notes << CardWords::tr("Still inside of the group: %1").arg(partyText(outcome.partyInside));
}

/// "5 h 30 min".
QString spanText(int seconds)
{
    const int minutes = seconds / 60;
    return minutes % 60 == 0 ? CardWords::tr("%1 h").arg(minutes / 60)
                             : CardWords::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

/// Of somebody who comes in for the first time, at another hour than they were announced for.
QString appointmentNote(const ScanOutcome &outcome)
{
    constexpr int punctualSeconds = 3600;
    const bool comes =
        (outcome.kind == ScanOutcome::Kind::Recorded || outcome.kind == ScanOutcome::Kind::Asks) &&
        outcome.direction == Direction::In;
    if (!comes || !outcome.expected || !outcome.expected->at || outcome.expected->arrivedEntry)
        return {};
    const QTime due = *outcome.expected->at;
    const int late = due.secsTo(outcome.at.toDateTime().time());
    if (late > punctualSeconds)
        return CardWords::tr("The appointment was at %1: %2 late")
            .arg(due.toString(u"HH:mm"), spanText(late));
    if (late < -punctualSeconds)
        return CardWords::tr("The appointment is at %1: %2 early")
            .arg(due.toString(u"HH:mm"), spanText(-late));
    return {};
}

void sayRecorded(ResultWords &words, const ScanOutcome &outcome)
{
    if (outcome.apart) {
        sayApart(words, outcome);
        return;
    }
    if (outcome.capacity > 0)
        words.headline = fullHouse(outcome);
    sayCompany(words, outcome);
    if (outcome.restores)
        words.headline = CardWords::tr("The voided entry counts again, with its old time.");
    else if (outcome.corrects)
        words.notes
            << CardWords::tr("Changed to: %1").arg(directionWord(outcome.direction.value_or(Direction::In)));
    if (outcome.sameWay) {
        words.headline = sameWayText(*outcome.sameWay);
        words.notes.prepend(sameWayAdvice());
    }
    if (outcome.direction == Direction::Out && outcome.insideSinceUtcMs)
        words.notes << CardWords::tr("Was inside since %1").arg(insideSince(outcome));
    else if (outcome.lastEntry)
        words.notes << lastTime(outcome);
    else if (!outcome.corrects)
        words.notes << CardWords::tr("First time here");
}

/// Why what was taken back stays so, where that is no failure of the desk.
void sayNotRestored(ResultWords &words, const ScanOutcome &outcome)
{
    if (outcome.error && outcome.error->code == ErrorCode::WrongUse) {
        words.headline =
            CardWords::tr("This person has come or left since, so the voided entry no longer fits.");
        words.notes = {
            CardWords::tr("It stays voided; what was recorded since counts."),
            CardWords::tr("If a passage is missing, write it down with its time (F5, paper day).")};
    } else if (outcome.error && outcome.error->code == ErrorCode::NotFound) {
        words.headline = CardWords::tr("This entry counts already, or another one stands in its place.");
        words.notes = {CardWords::tr("Nothing was changed.")};
    }
}

void sayReason(ResultWords &words, const ScanOutcome &outcome)
{
    const Reason reason = outcome.reason.value_or(Reason::UnknownCode);
    const ReasonText text = reasonText(reason);
    words.headline = text.what;
    if (reason == Reason::AlreadyInside && outcome.insideSinceUtcMs)
        words.headline = CardWords::tr("Already inside since %1").arg(insideSince(outcome));
    else if (const qint64 ago = secondsSinceLast(outcome); reason == Reason::JustLeft && ago >= 0)
        words.headline = CardWords::tr("Left %1 s ago").arg(ago);
    if (reason == Reason::JustLeft && outcome.direction == Direction::Out)
        words.notes << CardWords::tr(
            "The exit is recorded. If the person came in again meanwhile, record it.");
    else
        words.notes << text.todo;
    if (outcome.kind == ScanOutcome::Kind::Asks && outcome.expected)
        words.notes.prepend(announcedText(*outcome.expected));
    // The operator's own words about the person, shown nowhere else: they are what is to be read first.
    if (outcome.attention && !outcome.attention->reason.isEmpty())
        words.notes.prepend(
            std::exchange(words.headline, CardWords::tr("Noted: %1").arg(outcome.attention->reason)));
}

} // namespace

/// What was scanned is scanned again; by hand, or from a list, there is nothing to scan.
void sayFailed(ResultWords &words, const ScanOutcome &outcome)
{
    const ErrorCode code = outcome.error ? outcome.error->code : ErrorCode::StoreFailed;
    ErrorText text = errorText(code);
    const bool scanned = !outcome.deviceId.isEmpty() && outcome.format != manualSource;
    if (scanned && code == ErrorCode::DiskFull)
        text.todo = CardWords::tr("Free some space on the disk, then scan again.");
    else if (scanned && code == ErrorCode::StoreFailed)
        text.todo =
            CardWords::tr("Scan again. If it fails again, restart the program and write visitors down on "
                          "paper meanwhile.");
    words.headline = text.happened;
    words.notes << text.kept << text.todo;
}

ResultWords resultWords(const ScanOutcome &outcome)
{
    ResultWords words;
    words.word = shout(outcome);
    words.time = clockText(outcome.at);
    if (knowsSomebody(outcome.visitor)) {
        words.name = personName(outcome.visitor);
        words.traits = personLine(outcome.visitor, outcome.format);
    }
    switch (outcome.kind) {
    case ScanOutcome::Kind::Recorded:
        sayRecorded(words, outcome);
        break;
    case ScanOutcome::Kind::Repeated:
        words.headline = CardWords::tr("This code has just been read. Nothing more was recorded.");
        if (outcome.lastEntry)
            words.notes << lastTime(outcome);
        break;
    case ScanOutcome::Kind::Refused:
    case ScanOutcome::Kind::Asks:
        sayReason(words, outcome);
        break;
    case ScanOutcome::Kind::Dismissed:
        words.headline = meaningOf(outcome) == Meaning::Refused && outcome.direction != Direction::Out
                             ? CardWords::tr("Not let in. That this person was sent away is on record.")
                             : CardWords::tr("Nothing was recorded.");
        break;
    case ScanOutcome::Kind::Failed: {
        sayFailed(words, outcome);
        if (outcome.restores)
            sayNotRestored(words, outcome);
        break;
    }
    case ScanOutcome::Kind::Voided:
        if (outcome.direction)
            words.headline = CardWords::tr("This entry does not count any more: %1")
                                 .arg(directionShout(*outcome.direction));
        words.notes << CardWords::tr("Voided by mistake? Ctrl+Z restores it.");
        break;
    }
    if (outcome.certificate) {
        const CertificateText text = certificateText(*outcome.certificate, outcome.at.utcMs);
        words.certificate = (QStringList{text.state} + text.lines).join(QChar(u'\n'));
        words.certificateGood = text.good;
    }
    if (const QString off = appointmentNote(outcome); !off.isEmpty())
        words.warnings << off;
    for (const Reason notice : outcome.notices) {
        const QString what = notice == Reason::OverCapacity ? fullHouse(outcome) : reasonText(notice).what;
        if (words.headline != what)
            words.warnings << what;
    }
    for (const CodeWarning warning : outcome.warnings)
        words.warnings << warningText(warning);
    return words;
}

ResultWords lockedWords(const ScanOutcome &outcome)
{
    ResultWords words;
    words.word = shout(outcome);
    words.time = clockText(outcome.at);
    if (outcome.kind == ScanOutcome::Kind::Failed) { // what the environment does concerns nobody's data
        sayFailed(words, outcome);
    } else if (const auto told = visitorWords(outcome)) {
        words.word = told->word;
        words.name = told->name;
        words.headline = told->todo;
    }
    if (outcome.kind == ScanOutcome::Kind::Asks)
        words.notes << CardWords::tr("Sign in (F8) to answer the question.");
    return words;
}

QString refusedBesideText(const ScanOutcome &refused)
{
    return CardWords::tr("Refused at %1: %2. This question still waits.")
        .arg(clockText(refused.at), reasonText(refused.reason.value_or(Reason::UnknownCode)).brief);
}

QString spokenText(const ResultWords &words)
{
    QStringList all = QStringList{words.word, words.name, words.traits, words.headline} + words.notes +
                      words.certificate.split(QChar(u'\n')) + words.warnings;
    all.removeAll(QString());
    return all.join(QStringLiteral(", "));
}

QString answerLabel(Answer answer, const ScanOutcome &asked)
{
    switch (answer) {
    case Answer::RecordIn:
        return CardWords::tr("Record IN");
    case Answer::RecordOut:
        return CardWords::tr("Record OUT");
    case Answer::Dismiss:
        return refusesNobody(asked) || asked.direction == Direction::Out ? CardWords::tr("Skip")
                                                                         : CardWords::tr("Do not let in");
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
