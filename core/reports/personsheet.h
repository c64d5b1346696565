#pragma once

#include "core/domain/retention.h"
#include "core/reports/summary/summary.h"
#include "core/store/personregister.h"

namespace checkpoint {

/// Everything held on a person in plain words, as somebody who asks for it gets it (the right to see one's
/// own data, Law 91/2025/QH15): what is known, each entry, who looked at it and why, where it was sent, and
/// when it is destroyed. Pure; any thread.
Summary personSummary(const PersonRecord &record, const RetentionTerms &terms, SheetLanguage language);

/// The same as lines of text.
QStringList personLines(const Summary &summary);

} // namespace checkpoint
