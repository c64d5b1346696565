#include "core/domain/personrequest.h"

#include "core/base/idtable.h"

#include <QDateTime>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int workingDaysToAnswer = 2;

constexpr std::array kinds{
    std::pair{RequestKind::View, "view"_L1},
    std::pair{RequestKind::Correct, "correct"_L1},
    std::pair{RequestKind::Withdraw, "withdraw"_L1},
    std::pair{RequestKind::Erase, "erase"_L1},
};

struct Holiday
{
    int month;
    int day;
};
constexpr std::array holidays{Holiday{1, 1}, Holiday{4, 30}, Holiday{5, 1}, Holiday{9, 2}};

} // namespace

QString requestKindId(RequestKind kind)
{
    return idIn(kinds, kind);
}

std::optional<RequestKind> requestKindFromId(const QString &id)
{
    return valueIn(kinds, id);
}

bool isWorkingDay(const QDate &day)
{
    if (day.dayOfWeek() > Qt::Friday)
        return false;
    for (const Holiday &holiday : holidays) {
        if (day.month() == holiday.month && day.day() == holiday.day)
            return false;
    }
    return true;
}

QDate answerDue(const QDate &received)
{
    QDate day = received;
    for (int left = workingDaysToAnswer; left > 0;) {
        day = day.addDays(1);
        left -= isWorkingDay(day);
    }
    return day;
}

QDate doneDue(const QDate &received, RequestKind kind)
{
    switch (kind) {
    case RequestKind::View:
    case RequestKind::Correct:
        return received.addDays(10);
    case RequestKind::Withdraw:
        return received.addDays(15);
    case RequestKind::Erase:
        return received.addDays(20);
    }
    Q_UNREACHABLE();
}

QDate PersonRequest::receivedOn() const
{
    return receivedAt.toDateTime().date();
}

std::optional<QDate> PersonRequest::due() const
{
    if (doneUtcMs)
        return std::nullopt;
    return answeredUtcMs ? doneDue(receivedOn(), kind) : answerDue(receivedOn());
}

bool PersonRequest::isOverdue(const QDate &today) const
{
    const std::optional<QDate> day = due();
    return day && *day < today;
}

} // namespace checkpoint
