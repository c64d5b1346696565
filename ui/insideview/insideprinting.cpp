#include "ui/insideview/insideprinting.h"

#include "core/posters/posterprinter.h"

#include <QPrintDialog>
#include <QPrinter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

InsidePrinting::InsidePrinting(QObject *parent) : QObject(parent), m_worker(u"printing"_s) {}

void InsidePrinting::ask(QWidget *window, const QList<InsideRow> &rows, const Moment &now)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), window);
    dialog->setObjectName(u"insidePrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, rows, now] { print(printer, rows, now); });
    dialog->open();
}

void InsidePrinting::print(const std::shared_ptr<QPrinter> &printer, const QList<InsideRow> &rows,
                           const Moment &now)
{
    const EvacuationList list(rows, now, false, words());
    m_worker
        .run([printer, list]() -> Result<QString> {
            const bool intoFile = !printer->outputFileName().isEmpty();
            if (!intoFile) {
                if (const Result<void> ready = printerReady(printer->printerName()); !ready)
                    return ready.error();
            }
            printer->setFullPage(true);
            if (const Result<void> done = list.paint(printer.get()); !done)
                return done.error();
            return intoFile ? printer->outputFileName() : printer->printerName();
        })
        .then(this, [this](const Result<QString> &answer) { emit printed(answer); });
}

EvacuationWords InsidePrinting::words()
{
    return {tr("Who is inside"),       tr("Printed at %1"),     tr("%1 people"), tr("in at %1"),
            tr("only who came along"), tr("Nobody is inside."), tr("Page %1")};
}

} // namespace checkpoint
