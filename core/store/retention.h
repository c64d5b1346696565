#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/domain/retention.h"
#include "core/store/entrystore.h"

#include <QList>
#include <QUuid>

#include <memory>
#include <optional>

namespace checkpoint {

/// Why data were destroyed.
enum class ErasureCause { Term, Request };

/// How much was destroyed.
struct ErasureCounts
{
    qint64 visitors = 0; ///< persons
    qint64 seals = 0;    ///< sealed blobs that the ledger knows of
    qint64 others = 0;   ///< announcements, attention notes, digests of refused scans, reasons of reports

    bool isNothing() const { return visitors == 0 && seals == 0 && others == 0; }
    ErasureCounts &operator+=(const ErasureCounts &more);
    bool operator==(const ErasureCounts &) const = default;
};

/// One time that something was destroyed.
struct ErasureRun
{
    ErasureCause cause = ErasureCause::Term;
    qint64 beganUtcMs = 0;
    qint64 endedUtcMs = 0;
    ErasureCounts counts;
};

struct RetentionState
{
    RetentionTerms terms;
    QList<ErasureRun> runs; ///< the last ones, newest first
};

/// How long personal data are kept, and destroying them. Works on the threads of an EntryStore, which
/// outlives it; may be used from any thread and answers in futures.
class Retention
{
public:
    explicit Retention(EntryStore *store) : m_store(store) {}

    Future<Result<RetentionState>> state();

    /// NotAllowed to anybody but an administrator; WrongUse when a term is out of range.
    Future<Result<void>> setTerms(const RetentionTerms &terms);

    /// Destroys what is over its term and overwrites what is left of it in the file, in pieces of a few
    /// milliseconds between which scans are recorded. On nobody's behalf. What is left in the file while
    /// somebody reads an older state is overwritten the next time. RecordIncomplete while something is being
    /// brought back into the record, or waits for that: who is due by what is here may have been here
    /// yesterday. ClockInDoubt when the moment is: a clock that runs ahead would take everybody.
    Future<Result<ErasureCounts>> eraseDue(const Moment &now);

    /// The same because somebody wants it now: NotAllowed to anybody but an administrator.
    Future<Result<ErasureCounts>> eraseDueNow(const Moment &now);

    /// Overwrites what is left in the file of what was destroyed, and destroys nothing. Whatever the clock
    /// says and whatever is still to come.
    Future<Result<ErasureCounts>> clean();

    /// Destroys what is held on these persons, because they asked for it. NotAllowed to anybody but an
    /// administrator.
    Future<Result<ErasureCounts>> eraseVisitors(const QList<QUuid> &visitors, qint64 nowMs);

private:
    struct Run;
    Future<Result<ErasureCounts>> begin(const std::optional<Moment> &due, bool asked);
    static void goOn(const std::shared_ptr<Run> &run);

    EntryStore *const m_store;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ErasureCounts)
