#pragma once

#include "core/base/error.h"

#include <QString>

namespace checkpoint {

/// A failure in the words of the person at the desk.
struct ErrorText
{
    QString happened; ///< what went wrong
    QString kept;     ///< what is safe, or was not kept
    QString todo;     ///< what to do now
};

/// The sentences for a code in the current language. The one place where codes become sentences.
ErrorText errorText(ErrorCode code);

} // namespace checkpoint
