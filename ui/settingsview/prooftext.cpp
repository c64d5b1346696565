#include "ui/settingsview/prooftext.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProofWords
{
    Q_DECLARE_TR_FUNCTIONS(ProofWords)
};

QString momentText(qint64 utcMs)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(utcMs);
    return dateText(moment.date()) + u' ' + moment.time().toString(u"HH:mm"_s);
}

/// A clause; of what a backup holds a whole text: only people know why the record lacks it.
QString faultText(const RecordFault &fault)
{
    switch (fault.kind) {
    case RecordFault::Kind::Database:
        return ProofWords::tr("the database file is damaged");
    case RecordFault::Kind::Chain:
        return ProofWords::tr("a line of the ledger was changed, taken out or put in");
    case RecordFault::Kind::Head:
        return ProofWords::tr("the ledger is not the one that a signed head was made of");
    case RecordFault::Kind::Changed:
        return ProofWords::tr("an entry or a visitor is not as it was written");
    case RecordFault::Kind::Missing:
        return ProofWords::tr("an entry or a visitor is gone");
    case RecordFault::Kind::Unknown:
        return ProofWords::tr("there is an entry or a visitor that the ledger does not know");
    case RecordFault::Kind::Seal:
        return ProofWords::tr("sealed data are not those that were written, or do not open");
    case RecordFault::Kind::Presence:
        return ProofWords::tr("who is inside is not what the entries come to");
    case RecordFault::Kind::DaySum:
        return ProofWords::tr("the figures kept of a day are not what the record adds up to");
    case RecordFault::Kind::Outbox:
        return ProofWords::tr("what was recorded is not what was sent, waits or was rejected");
    case RecordFault::Kind::Backup:
        return ProofWords::tr(
                   "The record lacks entries that the backup of %1 holds: %2. Restoring that backup "
                   "brings them back. If nobody knows why they are missing, the end of the record "
                   "may have been cut off.")
            .arg(momentText(fault.backupUtcMs), QLocale().toString(fault.entries));
    }
    Q_UNREACHABLE();
}

QString partText(Ledger::Step step)
{
    switch (step) {
    case Ledger::Step::Database:
        return ProofWords::tr("the database file");
    case Ledger::Step::Chain:
        return ProofWords::tr("the ledger");
    case Ledger::Step::Rows:
        return ProofWords::tr("entries and visitors");
    case Ledger::Step::Seals:
        return ProofWords::tr("the seals");
    case Ledger::Step::Presence:
        return ProofWords::tr("who is inside");
    case Ledger::Step::Outbox:
        return ProofWords::tr("what was sent");
    case Ledger::Step::Backups:
        return ProofWords::tr("the backups");
    }
    Q_UNREACHABLE();
}

/// What was looked at before the check was stopped, and what was not.
QString stoppedText(Ledger::Step stoppedIn)
{
    QStringList checked;
    QStringList left;
    for (const Ledger::Step step :
         {Ledger::Step::Database, Ledger::Step::Chain, Ledger::Step::Rows, Ledger::Step::Seals,
          Ledger::Step::Presence, Ledger::Step::Outbox, Ledger::Step::Backups})
        (step < stoppedIn ? checked : left).append(partText(step));
    if (checked.isEmpty())
        return ProofWords::tr("Stopped before anything was checked to its end.");
    return ProofWords::tr("Stopped. Checked: %1. Not checked: %2.")
        .arg(checked.join(u", "_s), left.join(u", "_s));
}

} // namespace

QString proofSentence(const RecordProof &proof)
{
    if (proof.stoppedIn) {
        RecordProof found = proof;
        found.stoppedIn.reset();
        const QString stopped = stoppedText(*proof.stoppedIn);
        if (!found.holds())
            return stopped + u' ' + proofSentence(found);
        return *proof.stoppedIn == Ledger::Step::Database
                   ? stopped
                   : stopped + u' ' + ProofWords::tr("Nothing is wrong with what was checked.");
    }
    if (proof.holds()) {
        return ProofWords::tr("The record is as it was written: %1 entries and %2 visitors, up to %3.")
            .arg(QLocale().toString(proof.entries), QLocale().toString(proof.visitors),
                 proof.head.sequence > 0 ? momentText(proof.head.atUtcMs) : ProofWords::tr("now"));
    }
    const RecordFault &first = proof.faults.first();
    const QString what = faultText(first);
    const std::optional<qint64> since = proof.sinceUtcMs();
    QString said;
    if (first.kind == RecordFault::Kind::Backup)
        said = what;
    else if (since)
        said =
            ProofWords::tr("Something is wrong with the record since %1: %2.").arg(momentText(*since), what);
    else
        said = ProofWords::tr("Something is wrong with the record: %1.").arg(what);
    if (proof.faults.size() > 1)
        said += u' ' + ProofWords::tr("Further findings: %1.").arg(proof.faults.size() - 1);
    return said + u' ' +
           ProofWords::tr("Delete nothing, tell the administrator, and compare with the last backup.");
}

QString stepText(Ledger::Step step)
{
    switch (step) {
    case Ledger::Step::Database:
        return ProofWords::tr("Reading the database");
    case Ledger::Step::Chain:
        return ProofWords::tr("Following the ledger");
    case Ledger::Step::Rows:
        return ProofWords::tr("Comparing entries and visitors");
    case Ledger::Step::Seals:
        return ProofWords::tr("Opening the seals");
    case Ledger::Step::Presence:
        return ProofWords::tr("Counting who is inside");
    case Ledger::Step::Outbox:
        return ProofWords::tr("Counting what was sent");
    case Ledger::Step::Backups:
        return ProofWords::tr("Comparing with the backups");
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
