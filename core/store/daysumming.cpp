#include "core/store/daysums.h"
#include "core/store/reportreader.h"
#include "core/store/storethreads_p.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QPromise>
#include <QTimer>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr int pieceMs = 4;              ///< what a report's page waits for at most, beside a day
constexpr auto restBetween = 15ms;      ///< so that a small machine has its cores for who comes in
constexpr qsizetype keptAtOnce = 31;    ///< sums in one commit, which a scan may have to wait for
constexpr qint64 mostDays = 20LL * 366; ///< before these only a clock was wrong

qint64 startOf(const QDate &day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

} // namespace

/// A counting of days on its way, from job to job of the reporting thread.
struct ReportSource::Summing
{
    ReportSource source;
    EntryStore::Private *d;
    Worker *thread;
    QPromise<Result<int>> promise;
    QDate next; ///< the day to look at next
    QDate end;  ///< the present one
    QList<DaySum> counted;
    int days = 0;

    void finish(const Result<int> &answer)
    {
        promise.addResult(answer);
        promise.finish();
    }

    /// From the first day of the record on.
    Result<void> begin()
    {
        const auto first = ReportReader(d->reporting.connection, d->reporting.vault).firstScan();
        if (!first)
            return first.error();
        const QDate from = *first ? QDateTime::fromMSecsSinceEpoch((*first)->utcMs).date() : end;
        next = std::max(from, end.addDays(-mostDays));
        return {};
    }

    /// One piece: looks at days until its time is over, at least at one.
    Result<void> step()
    {
        if (const Result<void> opened = d->reporting.open(); !opened)
            return opened;
        if (!next.isValid()) {
            if (const Result<void> begun = begin(); !begun)
                return begun;
        }
        DaySums sums(d->reporting.connection, *d->reporting.vault);
        for (const QDeadlineTimer over(pieceMs); next < end; next = next.addDays(1)) {
            if (over.hasExpired())
                return {};
            const auto read = sums.read({startOf(next), startOf(next.addDays(1))}, &counted);
            if (!read)
                return read.error();
        }
        return {};
    }
};

Future<Result<int>> ReportSource::sumUpDays(qint64 nowUtcMs)
{
    EntryStore::Private *const d = m_store->d.get();
    const std::shared_ptr<Summing> summing(new Summing{*this, d, d->reportingThread.get(), {}, {}, {}, {}});
    summing->end = QDateTime::fromMSecsSinceEpoch(nowUtcMs).date();
    const Future<Result<int>> future(summing->promise.future());
    summing->promise.start();
    summing->thread->run([summing] { goOn(summing); });
    return future;
}

/// Pages that were asked for meanwhile come between the pieces.
void ReportSource::goOn(const std::shared_ptr<Summing> &summing)
{
    if (summing->d->closing)
        return summing->finish(Error{ErrorCode::Cancelled, u"the folder is being closed"_s});
    if (const Result<void> gone = summing->step(); !gone)
        return summing->finish(gone.error());
    const bool isDone = summing->next >= summing->end;
    if (!summing->counted.isEmpty() && (isDone || summing->counted.size() >= keptAtOnce)) {
        summing->days += int(summing->counted.size());
        summing->source.keepSums(std::exchange(summing->counted, {}));
    }
    if (isDone)
        return summing->finish(summing->days);
    QTimer::singleShot(restBetween, [summing] { goOn(summing); });
}

} // namespace checkpoint
