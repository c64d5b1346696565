#include "ui/common/sheetprinting.h"

#include "core/posters/posterprinter.h"

#include <QPrintDialog>
#include <QPrinter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

SheetPrinting::SheetPrinting(QObject *parent) : QObject(parent), m_worker(u"printing"_s) {}

void SheetPrinting::choosePrinter(QWidget *window, const Chosen &chosen, const Named &named)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(named.file);
    auto *dialog = new QPrintDialog(printer.get(), window);
    dialog->setObjectName(u"sheetPrintDialog"_s);
    if (!named.title.isEmpty())
        dialog->setWindowTitle(named.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The dialog works on the printer until it is gone.
    connect(dialog, &QDialog::accepted, window, [printer, chosen] { chosen(printer); });
    connect(dialog, &QObject::destroyed, window, [printer] {});
    dialog->open();
}

void SheetPrinting::ask(QWidget *window, const Paint &paint)
{
    choosePrinter(window, [this, paint](const std::shared_ptr<QPrinter> &printer) { print(printer, paint); });
}

void SheetPrinting::print(const std::shared_ptr<QPrinter> &printer, const Paint &paint)
{
    m_worker.run([printer, paint] { return printOn(*printer, paint); })
        .then(this, [this](const Result<QString> &answer) { emit printed(answer); });
}

void SheetPrinting::save(const QString &path, const std::function<Result<void>(const QString &)> &write)
{
    m_worker
        .run([path, write]() -> Result<QString> {
            const Result<void> written = write(path);
            return written ? Result<QString>(path) : written.error();
        })
        .then(this, [this](const Result<QString> &answer) { emit printed(answer); });
}

Result<QString> SheetPrinting::printOn(QPrinter &printer, const Paint &paint)
{
    const bool intoFile = !printer.outputFileName().isEmpty();
    if (!intoFile) {
        if (const Result<void> ready = printerReady(printer.printerName()); !ready)
            return ready.error();
    }
    printer.setFullPage(true);
    if (const Result<void> done = paint(&printer); !done)
        return done.error();
    return intoFile ? printer.outputFileName() : printer.printerName();
}

} // namespace checkpoint
