#include "ui/insideview/insideprinting.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

InsidePrinting::InsidePrinting(QObject *parent) : QObject(parent)
{
    connect(&m_printing, &SheetPrinting::printed, this,
            [this](const Result<QString> &answer) { emit printed(answer, m_note); });
}

void InsidePrinting::ask(QWidget *window, const QList<InsideRow> &rows, const Moment &now)
{
    SheetPrinting::choosePrinter(
        window,
        [this, rows, now](const std::shared_ptr<QPrinter> &printer) { print(printer, rows, now, false); },
        named(now, false));
}

SheetPrinting::Named InsidePrinting::named(const Moment &now, bool revealed)
{
    return {revealed ? tr("Print who is inside, with full names") : tr("Print who is inside, with initials"),
            tr("who-is-inside") + now.toDateTime().toString(u"-yyyy-MM-dd-HHmm"_s)};
}

void InsidePrinting::print(const std::shared_ptr<QPrinter> &printer, const QList<InsideRow> &rows,
                           const Moment &now, bool revealed)
{
    const EvacuationList list(rows, now, revealed, words());
    m_note = EvacuationList::noteOf(rows.size(), revealed);
    m_printing.print(printer, [list](QPagedPaintDevice *device) { return list.paint(device); });
}

EvacuationWords InsidePrinting::words() const
{
    return {
        tr("Who is inside"),     tr("Printed at %1"), tr("%1 people"), tr("in at %1"),  tr("only companions"),
        tr("Nobody is inside."), tr("Page %1"),       tr("staff"),     tr("visits %1"), m_venue};
}

} // namespace checkpoint
