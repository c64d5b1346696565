#include "tests/ui/insidescenes.h"

#include "tests/ui/samples.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QTableView>
#include <QUuid>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

InsideRow row(const VisitorData &visitor, const Moment &since, const Party &party = {})
{
    InsideRow row;
    row.in.entry.id = QUuid::createUuid();
    row.in.entry.at = since;
    row.in.entry.location = u"Cổng A"_s;
    row.in.details = {u"Khám bệnh"_s, u"Khoa Nội"_s};
    row.in.visitor = visitor;
    row.partyInside = party;
    return row;
}

void showInside(MainWindow &window, const QList<InsideRow> &rows)
{
    window.showView(MainWindow::View::Inside);
    window.insideView()->setRows(rows);
}

std::function<void(MainWindow &)> asking(const QString &button)
{
    return [button](MainWindow &window) {
        showInside(window,
                   {row(nghiem(), at(8, 5)), row(mau(), at(7, 50), {2, 1}), row(lap(), at(16, 30, 0, 1))});
        window.findChild<QTableView *>(u"insideTable"_s)->selectRow(1);
        if (!button.isEmpty())
            window.findChild<QAbstractButton *>(button)->click();
    };
}

} // namespace

QList<Scene> insideScenes()
{
    return {
        {u"inside"_s, asking({})},
        {u"inside-none"_s, [](MainWindow &window) { showInside(window, {}); }},
        {u"inside-party"_s, asking(u"insideParty"_s)},
        {u"inside-closing"_s, asking(u"insideClose"_s)},
        {u"inside-closed"_s,
         [](MainWindow &window) {
             showInside(window, {});
             window.insideView()->showClosed(3, true);
         }},
    };
}

} // namespace samples
