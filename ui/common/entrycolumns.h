#pragma once

#include <QVariant>

namespace checkpoint {

/// The columns of a list of entries, as every such list has them.
struct EntryColumns
{
    enum Column { Time, Passage, Person, Traits, Source, Place, Note };

    static Qt::Alignment alignment(int column);
    /// What a table's horizontal header says of a column, in the current language.
    static QVariant header(int column, int role);
};

} // namespace checkpoint
