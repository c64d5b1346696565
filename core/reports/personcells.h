#pragma once

#include "core/base/future.h"
#include "core/reports/cell.h"
#include "core/store/reportsource.h"

#include <optional>
#include <vector>

namespace checkpoint {

class ReportOutput;

/// The columns that tell of a visitor, masked or in full. Asks for and opens each visitor's data once while a
/// report is written, as long as what is kept of them stays small.
class PersonCells
{
public:
    explicit PersonCells(bool revealed);

    /// `visitor_id` comes first.
    QList<Column> columns() const;

    CellRow cells(const VisitorData &visitor, const QUuid &id) const;

    /// Asks for those of a page's persons that are not known; the next write() waits for them.
    template <typename Row> void ask(ReportSource &source, const QList<Row> &page)
    {
        QList<qint64> persons;
        persons.reserve(page.size());
        for (const Row &row : page)
            persons.append(row.person);
        askFor(source, persons);
    }

    /// Writes a row: these cells, then those of a person who was asked for. All rows go into one output.
    Result<void> write(ReportOutput &output, const CellRow &cells, qint64 person);

private:
    void askFor(ReportSource &source, const QList<qint64> &persons);
    Result<void> receive(const ReportOutput &output);
    QByteArray &known(qint64 person);

    const bool m_revealed;
    std::optional<Future<Result<QList<SealedVisitor>>>> m_coming;
    std::vector<QByteArray> m_known; ///< cells ready for the file, by person: their numbers are dense
    qsizetype m_knownBytes = 0;
};

/// A date of which only the year may be known.
Cell dateCell(const std::optional<PartialDate> &date);
/// Empty for no id.
Cell idCell(const std::optional<QUuid> &id);

} // namespace checkpoint
