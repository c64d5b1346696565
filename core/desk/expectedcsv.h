#pragma once

#include "core/desk/typedtext.h"
#include "core/domain/expected.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <optional>

namespace checkpoint {

/// What a column of a list of expected visitors holds.
enum class ExpectedColumn { Name, Time, Host, Date, Phone, BirthYear, Purpose, IdNumber };

/// A row that was left out.
struct ExpectedRowFault
{
    int line = 0; ///< the line of the file on which the row begins, the first is 1
    ExpectedColumn column = ExpectedColumn::Name;
    TextFault fault = TextFault::Invalid;

    bool operator==(const ExpectedRowFault &) const = default;
};

/// Why a file was not read at all.
enum class ExpectedFileFault {
    Empty,         ///< no row
    TooLarge,      ///< more than largestExpectedBytes
    TooManyRows,   ///< more than mostExpectedRows
    NotUtf8,       ///< saved in another character set
    NoNameColumn,  ///< the first row names columns, but none for the name
    QuoteNotClosed ///< a quoted field never ends
};

/// What a list of expected visitors says. With a fault of the file there are no visitors.
struct ExpectedCsv
{
    QList<ExpectedVisitor> visitors; ///< of the good rows, in their order; without ids
    QList<ExpectedRowFault> faults;  ///< one for each bad row
    std::optional<ExpectedFileFault> fileFault;
};

inline constexpr qsizetype largestExpectedBytes = 2 * 1024 * 1024;
inline constexpr int mostExpectedRows = 5'000;

/// Reads a list of expected visitors: UTF-8 with or without a mark at its beginning, fields between commas,
/// semicolons or tabs, quoted or not. The first row may name the columns, in Vietnamese or English, in any
/// order; else they are name, time, host, date, phone, year of birth and purpose. What has no date is for
/// `day`. With a separator only that one counts: copied in a spreadsheet, a comma belongs to its cell. Pure.
ExpectedCsv readExpectedCsv(const QByteArray &bytes, const QDate &day,
                            std::optional<QChar> separator = std::nullopt);

} // namespace checkpoint
