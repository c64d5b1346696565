#include "core/reports/revealnote.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Result<void> noteReveals(ReportSource &source, const ReportRequest &request, const QString &report,
                         const QList<QUuid> &subjects)
{
    if (!request.revealed || subjects.isEmpty())
        return {};
    auto noted = source.noteReveals(subjects, revealWords(request, report), request.now);
    noted.waitForFinished();
    return noted.takeResult();
}

Result<void> notePeriodRevealed(ReportSource &source, const ReportRequest &request, const QString &report)
{
    if (!request.revealed)
        return {};
    auto noted = source.notePeriodRevealed(request.fromUtcMs, request.toUtcMs, revealWords(request, report),
                                           request.now);
    noted.waitForFinished();
    return noted.takeResult();
}

QString revealWords(const ReportRequest &request, const QString &report)
{
    const QString words = u"report "_s + report;
    return request.reason.isEmpty() ? words : words + u": "_s + request.reason;
}

} // namespace checkpoint
