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

    /// Its name stands on the list.
    void setVenue(const QString &name) { m_venue = name; }

    /// Opens the dialog over a window; printed() follows when somebody goes on.
    void ask(QWidget *window, const QList<InsideRow> &rows, const Moment &now);

    /// Prints without asking; with full names only after that was noted.
    void print(const std::shared_ptr<QPrinter> &printer, const QList<InsideRow> &rows, const Moment &now,
               bool revealed);

    /// As which it is printed.
    static SheetPrinting::Named named(const Moment &now, bool revealed);

signals:
    /// The printer's name, or why nothing was printed; and what the ledger is told of the list.
    void printed(const checkpoint::Result<QString> &answer, const QString &note);

private:
    EvacuationWords words() const;

    SheetPrinting m_printing;
    QString m_venue;
    QString m_note; ///< of the list that is printed
};

} // namespace checkpoint
