#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// A row of a text of separated values.
struct CsvRow
{
    int line = 1; ///< on which it begins
    QStringList cells;
};

/// The rows of a text of separated values.
struct CsvRows
{
    QList<CsvRow> rows;     ///< rows of nothing but blanks are left out
    bool quoteOpen = false; ///< the last field was quoted and never ended
    bool tooMany = false;   ///< there are more rows than were wanted; the rest was not read
};

/// Splits a text as RFC 4180 has it, with any kind of line end; a quote inside a field that does not begin
/// with one is a letter. Unless a separator is given it is the one of tab, semicolon and comma that the first
/// row has most of; a first row "sep=;" as spreadsheets write it says which. Reads at most `mostRows`, and of
/// each the first 1,000 cells.
CsvRows csvRows(const QString &text, int mostRows, std::optional<QChar> separator = std::nullopt);

} // namespace checkpoint
