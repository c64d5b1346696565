#pragma once

#include "core/domain/personrequest.h"

#include <QDate>
#include <QString>

namespace checkpoint {

/// What is asked for, in two or three words of the current language.
QString requestKindWord(RequestKind kind);

/// Whom it is about, by their abbreviated name; or that it is nobody any more, or never was.
QString requestAboutWords(const PersonRequest &request);

/// The request told from all others: "Erase, received on 27/10/2026 (T. T. Mẫu)".
QString requestText(const PersonRequest &request);

/// How far a request is and by when what has to be done, in words that say so when it is late:
/// "Answer by 24/11/2026", "Overdue by 2 days".
QString requestStateText(const PersonRequest &request, const QDate &today);

/// All clocks of a request in one sentence.
QString requestClocksText(const PersonRequest &request);

} // namespace checkpoint
