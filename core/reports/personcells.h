#pragma once

#include "core/reports/cell.h"
#include "core/store/reportsource.h"

#include <QCache>

namespace checkpoint {

/// The columns that tell of a visitor, masked or in full. Opens each visitor's data once while a report is
/// written, and keeps no more than so many.
class PersonCells
{
public:
    explicit PersonCells(bool revealed);

    /// `visitor_id` comes first.
    QList<Column> columns() const;

    CellRow cells(const VisitorData &visitor, const QUuid &id) const;
    const CellRow &cells(const SealedVisitor &visitor);

private:
    const bool m_revealed;
    QCache<qint64, CellRow> m_known; ///< by person
};

/// A date of which only the year may be known.
Cell dateCell(const std::optional<PartialDate> &date);
/// Empty for no id.
Cell idCell(const std::optional<QUuid> &id);

} // namespace checkpoint
