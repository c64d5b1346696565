#pragma once

#include "core/base/result.h"
#include "core/reports/cell.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace checkpoint {

/// A table that is written row by row into a file. The file appears under its name only when finish()
/// succeeded; before that, and after any failure, whatever lay there stays. Used on one thread, that of the
/// report. To add a form of file: one class, one line in makeTableFile().
class TableFile
{
public:
    virtual ~TableFile() = default;

    /// WriteFailed when the folder cannot be written, or the name is a device's.
    virtual Result<void> begin(const QList<Column> &columns) = 0;
    /// As many cells as there are columns.
    virtual Result<void> write(const CellRow &cells) = 0;
    virtual Result<void> finish() = 0;

    /// Cells that many rows end with, made ready once: bytes that only this file understands.
    virtual QByteArray prepared(const CellRow &cells) const;
    /// Writes a row of these cells, one at least, and those that were prepared behind them.
    virtual Result<void> writeWith(const CellRow &cells, const QByteArray &prepared);
};

/// A file of the form that its name says: ".xlsx", or else CSV. With `withTerms` what each column means is
/// told beside it: on a second sheet, or in a file NAME.terms.csv.
std::unique_ptr<TableFile> makeTableFile(const QString &path, bool withTerms);

/// The columns of the table that tells the terms of another, and its rows.
QList<Column> termColumns();
QList<CellRow> termRows(const QList<Column> &columns);

} // namespace checkpoint
