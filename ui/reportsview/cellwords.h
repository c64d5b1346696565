#pragma once

#include "core/reports/cell.h"

#include <QString>
#include <QVariant>

namespace checkpoint {

/// A cell of a report for people, in the current language: "in" is "Vào", "citizen-card" "Thẻ căn cước". The
/// file itself has the ids, which programs read; which of them a cell has follows from the column's name.
QString cellWords(const QString &column, const Cell &cell);

/// By what a cell is sorted: a number, or the text.
QVariant cellOrder(const Cell &cell, const QString &words);

} // namespace checkpoint
