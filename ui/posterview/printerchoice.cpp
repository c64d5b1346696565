#include "ui/posterview/printerchoice.h"

#include "core/posters/posterprinter.h"

#include <QPrintDialog>
#include <QPrinter>

namespace checkpoint {

void choosePrinter(QWidget *parent, const QSizeF &sheetMm, int sheets,
                   const std::function<void(const std::shared_ptr<QPrinter> &)> &chosen)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    PosterPrinter(printer.get()).setPaper(sheetMm);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, sheets);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    // The dialog works on the printer until it is gone.
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, chosen] { chosen(printer); });
    QObject::connect(dialog, &QObject::destroyed, parent, [printer] {});
    dialog->open();
}

} // namespace checkpoint
