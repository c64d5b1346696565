#pragma once

#include "core/desk/handentry.h"
#include "core/desk/typedtext.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

namespace checkpoint {

/// A line of the form that is filled in by hand while the desk has no power.
struct PaperRow
{
    int line = 0;                 ///< of the file, the first is 1
    std::optional<QDateTime> in;  ///< local
    std::optional<QDateTime> out; ///< local
    HandEntry person;             ///< checked
    QString location;             ///< empty: not said
};

struct PaperCsv
{
    QList<PaperRow> rows;
    struct Fault
    {
        int line = 0;
        QString reason; ///< English, without personal data
    };
    QList<Fault> faults; ///< rows that were left out; line 0: the whole file
};

/// Reads what was written on paper: UTF-8, a first row that names the columns in Vietnamese or English (date,
/// in, out, name, id number, phone, birth year, companions, children, host, purpose, location), one person a
/// row with the time of coming, of leaving, or both. Rows without a date are of `day`. Pure.
PaperCsv readPaperCsv(const QByteArray &bytes, const QDate &day);

} // namespace checkpoint
