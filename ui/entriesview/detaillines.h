#pragma once

#include "core/store/entrylists.h"

#include <QList>
#include <QString>

namespace checkpoint {

/// One thing that is known: what it is, and what it says.
struct DetailLine
{
    QString what;
    QString says;

    bool operator==(const DetailLine &) const = default;
};

/// What became of an entry that was taken back, in sentences: when, by whom, why, and what counts instead.
QString takenBackText(const VisitDetails &details);

/// Everything known of a visit, in the order in which it is asked for. Masked, unless `revealed`.
QList<DetailLine> detailLines(const VisitDetails &details, bool revealed);

} // namespace checkpoint
