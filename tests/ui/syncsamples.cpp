#include "tests/ui/syncsamples.h"

#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/choicerow.h"
#include "ui/scanview/scanview.h"
#include "ui/syncview/syncview.h"

#include <QAbstractButton>
#include <QTableView>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

TargetRecord target(const OutboxCounts &counts)
{
    TargetRecord record;
    record.target.name = u"platform"_s;
    record.target.kind = u"platform"_s;
    record.target.address = u"https://nentang.example"_s;
    record.target.venueCode = u"VN-4F00A1"_s;
    record.counts = counts;
    record.condition.lastSuccessMs = at(8, 11).utcMs;
    return record;
}

QList<RejectedEntry> rejectedEntries(int count)
{
    QList<RejectedEntry> entries;
    const QList<EntryRow> rows = morning(2 * count);
    for (const EntryRow &row : rows) {
        if (row.entry.kind == EntryKind::Void || entries.size() == count)
            continue;
        entries.append({row.entry, row.visitor, u"name-invalid"_s,
                        u"Họ tên không khớp với số căn cước trong cơ sở dữ liệu quốc gia về dân cư"_s});
    }
    return entries;
}

QList<BatchRecord> batches(int count)
{
    QList<BatchRecord> all;
    for (int i = 0; i < count; ++i) {
        BatchRecord batch;
        batch.id = QUuid::createUuid();
        batch.madeMs = at(8, 11).utcMs - i * 180'000;
        batch.entries = i == 2 ? 500 : 3 + i % 7;
        batch.bytes = 400 + 90 * batch.entries;
        batch.state = i == 0   ? BatchState::Open
                      : i == 2 ? BatchState::Halved
                      : i == 3 ? BatchState::Refused
                               : BatchState::Answered;
        if (batch.state == BatchState::Answered) {
            batch.rejected = i == 5 ? 1 : 0;
            batch.duplicate = i == 4 ? 1 : 0;
            batch.accepted = batch.entries - batch.rejected - batch.duplicate;
            batch.receipt = u"R-0190f3%1"_s.arg(7000 + i);
        }
        all.append(batch);
    }
    return all;
}

namespace {

SyncView *shown(MainWindow &window, const QList<TargetRecord> &targets)
{
    SyncView *view = window.syncView();
    view->setHasVenue(true);
    view->setTargets(targets);
    window.topLine()->setTargets(targets);
    window.showView(MainWindow::View::Sync);
    return view;
}

SyncView *withRejected(MainWindow &window)
{
    const TargetRecord record = target({412, 398, 12, 2});
    SyncView *view = shown(window, {record});
    view->setRejected(record.target.name, rejectedEntries(2), 100);
    view->setBatches(record.target.name, batches(30));
    view->findChild<QTableView *>(u"syncRejected"_s)->selectRow(0);
    return view;
}

ScanOutcome declared(quint64 number)
{
    ScanOutcome outcome = recordedIn();
    outcome.number = number;
    return outcome;
}

Scene declarationScene(const QString &name, DeclarationStatus status)
{
    return {name, [status](MainWindow &window) {
                window.scanView()->showOutcome(declared(7));
                window.scanView()->showDeclaration(7, status);
            }};
}

} // namespace

QList<Scene> syncScenes()
{
    return {
        {u"sync-none"_s, [](MainWindow &window) { shown(window, {}); }},
        {u"sync-rejected"_s, [](MainWindow &window) { withRejected(window); }},
        {u"sync-history"_s,
         [](MainWindow &window) {
             withRejected(window)->findChild<ChoiceRow *>(u"syncList"_s)->button(1)->click();
         }},
        {u"sync-failing"_s,
         [](MainWindow &window) {
             TargetRecord platform = target({1'204'412, 1'204'000, 412, 0});
             platform.condition.failures = 4;
             platform.condition.nextTryMs = at(8, 19).utcMs;
             platform.condition.why = u"the certificate of nentang.example, issued by CA Thử, valid from "
                                      "2025-01-01T00:00:00Z to 2026-11-01T00:00:00Z does not count: The "
                                      "certificate has expired"_s;
             platform.condition.clockOffMs = -190'000;
             TargetRecord province = target({10, 10, 0, 0});
             province.target.name = u"province"_s;
             shown(window, {platform, province});
             window.setClockOff(-190'000);
         }},
        {u"sync-no-venue"_s,
         [](MainWindow &window) {
             TargetRecord record = target({412, 0, 412, 0});
             record.target.venueCode.clear();
             record.condition = {};
             record.condition.state = TargetState::Stopped;
             record.condition.why = u"the venue has not been described yet (venue set)"_s;
             shown(window, {record})->setHasVenue(false);
         }},
        {u"sync-connect-failed"_s,
         [](MainWindow &window) {
             SyncView *view = shown(window, {});
             view->beginConnecting();
             view->showConnected(
                 Error{ErrorCode::Unreachable,
                       u"the certificate of localhost, issued by CA Thử, valid from 2025-01-01T00:00:00Z "
                       "to 2026-11-01T00:00:00Z does not count: The certificate has expired"_s});
         }},
        {u"sync-correct"_s,
         [](MainWindow &window) { withRejected(window)->showCorrection(rejectedEntries(1).first()); }},
        {u"sync-disconnect"_s,
         [](MainWindow &window) {
             withRejected(window)->findChild<QAbstractButton *>(u"syncDisconnect"_s)->click();
         }},
        declarationScene(u"scan-symptoms"_s, DeclarationStatus::Symptoms),
        declarationScene(u"scan-declaration-unknown"_s, DeclarationStatus::Unknown),
    };
}

} // namespace samples
