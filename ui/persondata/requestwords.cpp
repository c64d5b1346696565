#include "ui/persondata/requestwords.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDateTime>

namespace checkpoint {

namespace {

struct RequestWords
{
    Q_DECLARE_TR_FUNCTIONS(RequestWords)
};

} // namespace

QString requestKindWord(RequestKind kind)
{
    switch (kind) {
    case RequestKind::View:
        return RequestWords::tr("See the data");
    case RequestKind::Correct:
        return RequestWords::tr("Correct");
    case RequestKind::Withdraw:
        return RequestWords::tr("Withdraw consent");
    case RequestKind::Erase:
        return RequestWords::tr("Erase");
    }
    Q_UNREACHABLE();
}

QString requestAboutWords(const PersonRequest &request)
{
    if (!request.about.isEmpty())
        return request.about;
    return request.visitorId ? RequestWords::tr("erased") : RequestWords::tr("nobody in the record");
}

QString requestText(const PersonRequest &request)
{
    return RequestWords::tr("%1, received on %2 (%3)")
        .arg(requestKindWord(request.kind), dateText(request.receivedOn()), requestAboutWords(request));
}

QString requestStateText(const PersonRequest &request, const QDate &today)
{
    const std::optional<QDate> due = request.due();
    if (!due)
        return RequestWords::tr("Done on %1")
            .arg(dateText(QDateTime::fromMSecsSinceEpoch(*request.doneUtcMs).date()));
    const bool answered = request.answeredUtcMs.has_value();
    if (request.isOverdue(today)) {
        const int days = int(due->daysTo(today));
        return answered ? RequestWords::tr("Overdue by %n day(s)", nullptr, days)
                        : RequestWords::tr("Answer %n day(s) late", nullptr, days);
    }
    return (answered ? RequestWords::tr("Do by %1") : RequestWords::tr("Answer by %1")).arg(dateText(*due));
}

QString requestClocksText(const PersonRequest &request)
{
    const auto dayOf = [](qint64 utcMs) { return dateText(QDateTime::fromMSecsSinceEpoch(utcMs).date()); };
    const QString answer =
        request.answeredUtcMs
            ? RequestWords::tr("answered on %1").arg(dayOf(*request.answeredUtcMs))
            : RequestWords::tr("answer due on %1").arg(dateText(answerDue(request.receivedOn())));
    const QString done =
        request.doneUtcMs
            ? RequestWords::tr("done on %1").arg(dayOf(*request.doneUtcMs))
            : RequestWords::tr("to be done by %1").arg(dateText(doneDue(request.receivedOn(), request.kind)));
    return RequestWords::tr("Received on %1, %2, %3.").arg(dateText(request.receivedOn()), answer, done);
}

} // namespace checkpoint
