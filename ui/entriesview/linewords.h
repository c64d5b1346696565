#pragma once

#include "ui/entriesview/entriesmodel.h"

namespace checkpoint {

/// What a column of the table says about a line of the record, masked, in the current language.
QString lineWord(const ListRow &line, EntriesModel::Column column, bool dateShown);

/// What is odd about an entry, in short sentences.
QString entryNotes(const EntryRow &row);

} // namespace checkpoint
