#pragma once

#include "core/domain/reason.h"
#include "core/domain/visitorcode.h"

#include <QString>

namespace checkpoint {

/// Why a scan was refused or is asked about, in the words of the person at the desk.
struct ReasonText
{
    QString brief; ///< two or three words, for a table
    QString what;  ///< a sentence
    QString todo;  ///< what to do now
};

ReasonText reasonText(Reason reason);

/// A sentence about something odd in a code that counted.
QString warningText(CodeWarning warning);

/// What people call a kind of code, as short as a column needs it: "CCCD", "BHYT". `source` is a formatid or
/// "manual".
QString sourceName(const QString &source);

} // namespace checkpoint
