#pragma once

#include "ui/entriesview/entriesmodel.h"

namespace checkpoint {

/// What a column of the table says about a line of the record, masked, in the current language.
QString lineWord(const ListRow &line, EntriesModel::Column column, bool dateShown);

/// Whether it is known who was sent away, and not destroyed by now.
bool namesSomebody(const RefusedScan &scan);

/// Whom an entry's visitor came to see, and what is odd about it, in short sentences.
QString entryNotes(const EntryRow &row);

} // namespace checkpoint
