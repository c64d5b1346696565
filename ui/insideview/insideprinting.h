#pragma once

#include "core/base/result.h"
#include "core/reports/evacuationlist.h"
#include "ui/common/sheetprinting.h"

#include <QObject>

#include <memory>

namespace checkpoint {

/// Prints who is inside, as a list to call people from: asks for the printer, then prints on a thread of its
/// own. Needs neither network nor record, the people come from the view. GUI thread; owned by the main
/// window.
class InsidePrinting : public QObject
{
    Q_OBJECT

public:
    explicit InsidePrinting(QObject *parent = nullptr);

    /// Opens the dialog over a window; printed() follows when somebody goes on.
    void ask(QWidget *window, const QList<InsideRow> &rows, const Moment &now);

    /// Prints without asking.
    void print(const std::shared_ptr<QPrinter> &printer, const QList<InsideRow> &rows, const Moment &now);

signals:
    /// The printer's name, or why nothing was printed; and how many lines the list has.
    void printed(const checkpoint::Result<QString> &answer, qsizetype people);

private:
    static EvacuationWords words();

    SheetPrinting m_printing;
    qsizetype m_people = 0; ///< on the list that is printed
};

} // namespace checkpoint
