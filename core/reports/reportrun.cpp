#include "core/reports/reportrun.h"

#include "core/base/giveway.h"
#include "core/store/ledger.h"
#include "core/store/operatorregister.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Result<void> ReportOutput::write(const CellRow &cells)
{
    ++m_rows;
    return m_file.write(cells);
}

Result<void> ReportOutput::writeWith(const CellRow &cells, const QByteArray &prepared)
{
    ++m_rows;
    return m_file.writeWith(cells, prepared);
}

void ReportOutput::setProgress(qint64 done, qint64 total)
{
    const int permille = total > 0 ? int(qBound(qint64(0), done * 1000 / total, qint64(1000))) : 0;
    if (permille > m_permille)
        m_progressed(m_permille = permille);
}

ReportRun::ReportRun(std::unique_ptr<Report> report, std::unique_ptr<TableFile> file, QObject *parent)
    : QObject(parent)
    , m_report(std::move(report))
    , m_file(std::move(file))
    , m_thread(u"report"_s, QThread::LowPriority)
{
}

ReportRun::~ReportRun()
{
    cancel();
}

void ReportRun::tellOf(EntryStore *store, const QString &what, bool revealed)
{
    m_revealed = revealed;
    m_store = store;
    m_what = what;
}

Future<Result<qint64>> ReportRun::start()
{
    return m_thread.run([this] { return run(); });
}

Result<qint64> ReportRun::run()
{
    giveWayToOthers();
    // Emitted on this thread; whoever listens with a context is called on its own.
    ReportOutput output(*m_file, m_cancelled, [this](int permille) { emit progressed(permille); });
    Result<void> done = allow();
    if (done)
        done = m_file->begin(m_report->columns());
    if (done)
        done = m_report->write(output);
    if (done && m_cancelled)
        done = Error{ErrorCode::Cancelled, u"the report was stopped"_s};
    if (done)
        done = tell(output.rows());
    if (done)
        done = m_file->finish();
    if (!done)
        return done.error();
    output.setProgress(1, 1);
    return output.rows();
}

Result<void> ReportRun::allow()
{
    for (const Deed deed : {Deed::Export, Deed::Reveal}) {
        if (!m_store || (deed == Deed::Reveal && !m_revealed))
            continue;
        Future<Result<void>> allowed = OperatorRegister(m_store).allow(deed);
        allowed.waitForFinished();
        if (Result<void> answer = allowed.takeResult(); !answer)
            return answer;
    }
    return {};
}

Result<void> ReportRun::tell(qint64 rows)
{
    if (!m_store)
        return {};
    Future<Result<void>> told = Ledger(m_store).note(
        LedgerNote::Export,
        u"%1%2, %3 rows"_s.arg(m_what, m_revealed ? u" in full"_s : QString(), QString::number(rows)));
    told.waitForFinished();
    return told.takeResult();
}

} // namespace checkpoint
