#pragma once

#include "core/desk/handentry.h"
#include "core/desk/lateentries.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>

namespace checkpoint {

/// A line of the paper form as somebody types it in.
struct PaperLine
{
    QDate day;
    QTime time;
    Direction direction = Direction::In;
    HandEntry person; ///< its direction does not count
    QString location;
};

/// The day of a paper form: "21/11/2026", "21/11", which is the last such day up to today, or 21112026.
std::optional<QDate> dayOfPaper(const QString &text, const QDate &today);

/// A time as it is typed quickly: also "815", "0815" and "8".
std::optional<QTime> timeOfPaper(const QString &text);

/// A year of birth as it is typed quickly: of two digits the latest such year up to this one, so "58" is 1958
/// and "08" 2008. Anything else stays as it is.
QString birthYearOfPaper(const QString &text, int thisYear);

/// What is wrong with a line that cannot be recorded.
enum class PaperFault {
    NotYet,     ///< the time has not come
    BeforeDesk, ///< nothing was recorded at this venue before
    Person,     ///< `person` says which field
};

struct CheckedPaperLine
{
    LateEntry entry; ///< as it is recorded
    std::optional<PaperFault> fault;
    std::optional<HandFault> person;
};

/// Brings a line into the form in which it is recorded. `deskSince` is the first day of which anything can be
/// known; invalid: not known. Pure.
CheckedPaperLine checked(const PaperLine &line, const Moment &now, const QDate &deskSince);

} // namespace checkpoint
