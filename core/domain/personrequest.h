#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <array>
#include <optional>

namespace checkpoint {

/// What a person may ask for about their own data (Law 91/2025/QH15).
enum class RequestKind {
    View,     ///< to see or get what is held
    Correct,  ///< to have it put right
    Withdraw, ///< to take back consent, or to object
    Erase,    ///< to have it destroyed
};
inline constexpr std::array requestKinds{RequestKind::View, RequestKind::Correct, RequestKind::Withdraw,
                                         RequestKind::Erase};

/// "view", "correct", "withdraw", "erase": stable, they stand in the database.
QString requestKindId(RequestKind kind);
std::optional<RequestKind> requestKindFromId(const QString &id);

/// Monday to Friday, without the public holidays that have a date of their own in the solar calendar (1
/// January, 30 April, 1 May, 2 September). Tet, the day of the Hung kings and the second day of the national
/// holiday move and are not known here: a clock may then end early, never late.
bool isWorkingDay(const QDate &day);

/// By when a request has to be answered: the end of the second working day after it came (Decree 356/2025).
QDate answerDue(const QDate &received);

/// By when it has to be done, in days after it came: 10 to show or correct, 15 to stop after a withdrawal, 20
/// to erase (Decree 356/2025).
QDate doneDue(const QDate &received, RequestKind kind);

/// One person's request. The note is personal data: sealed on disk, never logged.
struct PersonRequest
{
    QUuid id;
    RequestKind kind = RequestKind::View;
    std::optional<QUuid> visitorId; ///< absent: nothing is held on them
    Moment receivedAt;
    std::optional<qint64> answeredUtcMs;
    std::optional<qint64> doneUtcMs;
    QString about; ///< the person's name, abbreviated, or number; empty when nothing is held on them
    QString note;  ///< who asks and how to reach them; destroyed when the request is done

    QDate receivedOn() const;
    /// The next day by which something has to be done: the answer first; nothing once it is done.
    std::optional<QDate> due() const;
    /// That day has passed. A request is late from the day after on.
    bool isOverdue(const QDate &today) const;
};

} // namespace checkpoint
