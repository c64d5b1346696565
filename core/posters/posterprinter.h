#pragma once

#include "core/base/result.h"
#include "core/posters/sheet.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QPrinter;

namespace checkpoint {

/// Whether a printer of this system can take a job now. PrinterMissing when the name is not (any more) one of
/// the system's printers – such a job would silently go to another one; PrinterStopped when it is paused, in
/// trouble, or refuses jobs: CUPS would report success. Asks the printing system: up to some seconds.
Result<void> printerReady(const QString &printerName);

/// Prints sheets at their true size, centred on the printer's paper, with lines to cut along where the paper
/// is larger. Copies and the pages chosen are the printer's settings. Used on one thread, by whoever owns the
/// printer.
class PosterPrinter
{
public:
    explicit PosterPrinter(QPrinter *printer);

    /// The paper, turned as the sheet is; before a dialog asks for the rest.
    void setPaper(const QSizeF &sheetSize);

    /// Makes sheet `index` when its turn comes.
    using SheetSource = std::function<Result<Sheet>(int index)>;
    /// Prints the chosen ones of `count` sheets. The errors of printerReady() and of the source, and
    /// PrinterMissing when the printing system is not there; WrongUse when no page is chosen. Nothing is
    /// printed before all sheets are made.
    Result<void> print(int count, const SheetSource &sheet);

private:
    Result<void> paint(const std::vector<Sheet> &sheets);
    QList<int> chosenSheets(int count) const;

    QPrinter *const m_printer;
};

} // namespace checkpoint
