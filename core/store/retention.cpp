#include "core/store/retention.h"

#include "core/store/dateleap.h"
#include "core/store/erasure.h"
#include "core/store/ledgerrows.h"
#include "core/store/noticeregister.h"
#include "core/store/pagescrub.h"
#include "core/store/recordmerge.h"
#include "core/store/rescuelist.h"
#include "core/store/storethreads_p.h"

#include <QTimer>

#include <chrono>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;
using Answer = Result<ErasureCounts>;

/// What recording waits for at most, beside the commit.
constexpr int pieceMs = 1;
constexpr int shownRuns = 20;
constexpr auto waitForReaders = 2s;
constexpr int mostWaits = 300; ///< then what is left is overwritten the next time

} // namespace

/// A run on its way, from job to job of the writing thread.
class ErasingRun
{
public:
    /// Without a moment nothing is destroyed, only overwritten.
    ErasingRun(Connection &connection, const VaultPointer &vault, const QString &folder,
               const std::optional<Moment> &due, const std::function<Moment(const Moment &)> &weighed)
        : m_connection(connection)
        , m_vault(vault)
        , m_erasure(connection, *m_vault)
        , m_scrub(connection)
        , m_folder(folder)
        , m_due(due)
        , m_weighed(weighed)
    {
        m_terms = Erasure::readTerms(connection);
    }

    /// One piece; an answer when it was the last.
    std::optional<Answer> step()
    {
        // Nobody's deed, whoever is signed in meanwhile.
        const Acting acting = m_connection.acting();
        m_connection.setActing({});
        const std::optional<Answer> answer = m_due ? erase(*m_due) : clean();
        m_connection.setActing(acting);
        return answer;
    }

    /// Somebody reads an older state: the next piece is for later.
    bool waits() const { return m_waits; }

private:
    /// Who is over the term by what the record holds now may have been here yesterday by what is still to
    /// come back. Asked before each piece: it may have begun since.
    Result<void> mayGoByAge(const Moment &now)
    {
        if (m_weighed(now).suspect)
            return Error{ErrorCode::ClockInDoubt, u"the clock is in doubt"_s};
        if (!rescuesOf(m_folder).isEmpty())
            return Error{ErrorCode::RecordIncomplete, u"a rescue waits"_s};
        if (RecordMerge::isUnderWay(m_connection, now.utcMs))
            return Error{ErrorCode::RecordIncomplete, u"a merge has begun and not ended"_s};
        return m_connection.answer();
    }

    std::optional<Answer> erase(const Moment &now)
    {
        if (auto may = mayGoByAge(now); !may)
            return may.error();
        const Result<bool> more = m_erasure.eraseDue(m_terms, now.utcMs, QDeadlineTimer(pieceMs));
        if (!more)
            return more.error();
        if (!*more)
            m_due.reset();
        return std::nullopt;
    }

    std::optional<Answer> clean()
    {
        if (!m_toClean) {
            Statement row = m_connection.query(u"SELECT max(seq) FROM erasure WHERE NOT cleaned"_s);
            m_toClean = row.next() ? row.integer(0) : 0;
        }
        if (*m_toClean == 0)
            return m_erasure.counts();
        const Result<PageScrub::Step> step = m_scrub.step(QDeadlineTimer(pieceMs));
        if (!step)
            return step.error();
        m_waits = *step == PageScrub::Step::Busy && ++m_waited <= mostWaits;
        if (m_waits || *step == PageScrub::Step::More)
            return std::nullopt;
        if (*step == PageScrub::Step::Done) {
            Transaction transaction(m_connection, Transaction::Kind::Write);
            m_connection.run(u"UPDATE erasure SET cleaned = 1 WHERE NOT cleaned AND seq <= ?"_s, *m_toClean);
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
        }
        return m_erasure.counts();
    }

    Connection &m_connection;
    const VaultPointer m_vault;
    Erasure m_erasure;
    PageScrub m_scrub;
    const QString m_folder;
    std::optional<Moment> m_due; ///< until all that is due is destroyed
    const std::function<Moment(const Moment &)> m_weighed;
    RetentionTerms m_terms;
    bool m_waits = false;
    int m_waited = 0;
    std::optional<RowId> m_toClean; ///< up to this run; 0: nothing
};

ErasureCounts &ErasureCounts::operator+=(const ErasureCounts &more)
{
    visitors += more.visitors;
    seals += more.seals;
    others += more.others;
    return *this;
}

Future<Result<RetentionState>> Retention::state()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &) {
        RetentionState state;
        state.terms = Erasure::readTerms(connection);
        Statement rows =
            connection.query(u"SELECT why, began_ms, ended_ms, visitors, seals, others FROM erasure "
                             "WHERE visitors + seals + others > 0 ORDER BY seq DESC LIMIT ?"_s,
                             shownRuns);
        while (rows.next()) {
            state.runs.append({rows.text(0) == "request"_L1 ? ErasureCause::Request : ErasureCause::Term,
                               rows.integer(1),
                               rows.integer(2),
                               {rows.integer(3), rows.integer(4), rows.integer(5)}});
        }
        return connection.answer(state);
    });
}

Future<Result<void>> Retention::setTerms(const RetentionTerms &terms)
{
    return m_store->d->writeTo([terms](Connection &connection, const VaultPointer &vault) -> Result<void> {
        Transaction transaction(connection, Transaction::Kind::Write);
        connection.require(Deed::Settings);
        const RetentionTerms before = Erasure::readTerms(connection);
        for (const RetentionKind kind : retentionKinds) {
            const int days = terms.days(kind);
            if (days < RetentionTerms::leastDays || days > RetentionTerms::mostDays)
                connection.fail({ErrorCode::WrongUse, u"%1 days are no term"_s.arg(days)});
            if (days != before.days(kind)) {
                LedgerRows(connection, *vault)
                    .note(LedgerNote::Setting, u"%1 are kept %2 days"_s.arg(retentionKindId(kind)).arg(days));
            }
        }
        Erasure::writeTerms(connection, terms);
        NoticeRows(connection, *vault).follow(terms, SystemClock().now());
        return transaction.commit();
    });
}

/// A run as it goes from job to job.
struct Retention::Run
{
    EntryStore::Private *d;
    Worker *thread;
    QPromise<Answer> promise;
    std::unique_ptr<ErasingRun> work;

    void end(const Answer &answer)
    {
        if (answer && !answer->isNothing())
            d->announce();
        promise.addResult(answer);
        promise.finish();
    }
};

Future<Answer> Retention::eraseDue(const Moment &now)
{
    return begin(now, false);
}

Future<Answer> Retention::eraseDueNow(const Moment &now)
{
    return begin(now, true);
}

Future<Answer> Retention::clean()
{
    return begin({}, false);
}

Future<Answer> Retention::begin(const std::optional<Moment> &due, bool asked)
{
    EntryStore::Private *const d = m_store->d.get();
    const std::shared_ptr<Run> run(new Run{d, d->writingThread.get(), {}, {}});
    const Future<Answer> future(run->promise.future());
    run->promise.start();
    run->thread->run([run, due, asked, readOnly = d->mode == StoreMode::ReadOnly] {
        EntryStore::Private *const store = run->d;
        if (readOnly)
            return run->end(Error{ErrorCode::ReadOnly, u"the folder is open for reading only"_s});
        if (!store->writing.writer)
            return run->end(store->writing.whyNot);
        Connection &connection = store->writing.folder.connection();
        if (asked)
            connection.require(Deed::Erase);
        if (auto allowed = connection.answer(); !allowed) {
            if (allowed.error().code == ErrorCode::NotAllowed)
                EntryStore::Private::noteRefusal(connection, *store->writing.vault, allowed.error().detail);
            return run->end(allowed.error());
        }
        if (due && !due->suspect) {
            if (auto noted = noteRunning(connection, due->utcMs, store->isDateVouched.load()()); !noted)
                return run->end(noted.error());
        }
        run->work = std::make_unique<ErasingRun>(
            connection, store->writing.vault, store->writing.path, due,
            [store](const Moment &now) { return store->weighed(store->writing.folder.connection(), now); });
        goOn(run);
    });
    return future;
}

/// Scans that were posted meanwhile come between the pieces.
void Retention::goOn(const std::shared_ptr<Run> &run)
{
    if (run->d->closing || !run->d->writing.writer)
        return run->end(Error{ErrorCode::Cancelled, u"the folder is being closed"_s});
    if (const std::optional<Answer> answer = run->work->step())
        return run->end(*answer);
    if (run->work->waits())
        QTimer::singleShot(waitForReaders, [run] { goOn(run); });
    else
        run->thread->run([run] { goOn(run); });
}

Future<Answer> Retention::eraseVisitors(const QList<QUuid> &visitors, qint64 nowMs)
{
    return m_store->d->writeTo(
        [visitors, nowMs](Connection &connection, const VaultPointer &vault) -> Answer {
            connection.require(Deed::Erase);
            if (auto allowed = connection.answer(); !allowed)
                return allowed.error();
            return Erasure(connection, *vault).eraseVisitors(visitors, ErasureCause::Request, nowMs);
        });
}

} // namespace checkpoint
