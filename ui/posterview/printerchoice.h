#pragma once

#include <QSizeF>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace checkpoint {

/// Asks for the printer, the copies and the pages of so many sheets; `chosen` is called when somebody chose,
/// with a printer that is set to the sheets' paper. Returns at once.
void choosePrinter(QWidget *parent, const QSizeF &sheetMm, int sheets,
                   const std::function<void(const std::shared_ptr<QPrinter> &)> &chosen);

} // namespace checkpoint
