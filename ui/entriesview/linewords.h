#pragma once

#include "ui/entriesview/entriesmodel.h"

namespace checkpoint {

/// What a column of the table says about a line of the record, masked, in the current language.
QString lineWord(const ListRow &line, EntriesModel::Column column, bool dateShown);

/// Whether it is known who was sent away, and not destroyed by now.
bool namesSomebody(const RefusedScan &scan);

/// Who passed, for whoever hears or points at it: with those who came along and the attention list's mark.
QString spokenPerson(const EntryRow &row);

/// Whom an entry's visitor came to see, and what is odd about it, in short sentences.
QString entryNotes(const EntryRow &row);

} // namespace checkpoint
