#pragma once

#include "core/domain/entry.h"

#include <QVariant>

namespace checkpoint {

/// The columns of a list of entries, as every such list has them.
struct EntryColumns
{
    enum Column { Time, Passage, Person, Traits, Source, Place, Note };

    static Qt::Alignment alignment(int column);
    /// What a table's horizontal header says of a column, in the current language.
    static QVariant header(int column, int role);

    /// The abbreviated name, and how many came along: "N. T. Nghiệm +2".
    static QString personText(const VisitorData &visitor, const Party &party);
    /// The same in words, for who hears or points at it; `noted`: the attention list's sign stands before it.
    static QString personSpoken(const QString &person, const Party &party, bool noted);
};

} // namespace checkpoint
