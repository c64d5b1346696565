#include "tests/ui/scenes.h"

#include "tests/ui/insidescenes.h"
#include "tests/ui/papersamples.h"
#include "tests/ui/personscenes.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "tests/ui/syncsamples.h"
#include "ui/common/choicerow.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/rights.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/paperday/photospage.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/reportsview/rolluppage.h"
#include "ui/reportsview/tracepage.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/recordcheckpanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/venuecodepanel.h"
#include "ui/signin/signinpanel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QEventLoop>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Scene> scanScenes()
{
    const auto outcome = [](const ScanOutcome &shown) {
        return [shown](MainWindow &window) { window.scanView()->showOutcome(shown); };
    };
    const auto device = [](DeviceState state) {
        return [state](MainWindow &window) { window.setDevice(webcam(state)); };
    };
    return {
        {u"scan-ready"_s, [](MainWindow &) {}},
        {u"scan-in"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.scanView()->showSighting(sighting());
         }},
        {u"scan-out"_s, outcome(samples::recordedOut())},
        {u"scan-corrected"_s, outcome(samples::correctedTwiceTheSameWay())},
        {u"scan-warnings"_s, outcome(samples::withWarnings())},
        {u"scan-repeated"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.scanView()->showOutcome(samples::repeated());
         }},
        {u"scan-refused"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.scanView()->showOutcome(samples::refused());
         }},
        {u"scan-asks-inside"_s, outcome(samples::alreadyInside())},
        {u"scan-asks-leaves"_s, outcome(samples::leavesWithoutEntry())},
        {u"scan-asks-just-left"_s, outcome(samples::justLeft())},
        {u"scan-asks-attention"_s, outcome(samples::onAttentionList())},
        {u"scan-dismissed"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             ScanOutcome dismissed = samples::justLeft();
             dismissed.kind = ScanOutcome::Kind::Dismissed;
             window.scanView()->showOutcome(dismissed);
         }},
        {u"scan-hand"_s,
         [](MainWindow &window) {
             VenueRules rules;
             rules.purpose = FieldRule::Optional;
             window.scanView()->setRules(rules, 200);
             window.scanView()->beginHandEntry();
         }},
        {u"scan-failed"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::failed(ErrorCode::StoreFailed));
             window.setDeskState(DeskState::Trouble);
         }},
        {u"scan-voided"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.scanView()->showOutcome(samples::voided());
         }},
        {u"scan-undo"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.findChild<ResultCard *>()->beginUndo();
         }},
        {u"scan-undo-next"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.findChild<ResultCard *>()->beginUndo();
             window.scanView()->showOutcome(samples::recordedOut());
         }},
        {u"scan-undo-failed"_s,
         [](MainWindow &window) {
             window.showTrouble(u"anh-the.heic"_s, Error{ErrorCode::SourceUnreadable, {}});
             window.scanView()->showOutcome(samples::recordedIn());
             window.findChild<ResultCard *>()->beginUndo();
             window.scanView()->showOutcome(samples::failed());
         }},
        {u"scan-asks-repeated"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::insideSinceJustNow());
             window.scanView()->showOutcome(samples::repeated());
         }},
        {u"scan-asks-refused"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::onAttentionList());
             window.scanView()->showOutcome(samples::refused(Reason::UnknownCode));
         }},
        {u"scan-cannot-record"_s,
         [](MainWindow &window) {
             window.setDeskTrouble(Error{ErrorCode::InUse, {}});
         }},
        {u"scan-waiting"_s,
         [](MainWindow &window) {
             window.setDevice(webcam(DeviceState::Missing));
             window.setDevice(webcam(DeviceState::Running));
         }},
        {u"scan-camera-starting"_s, device(DeviceState::Starting)},
        {u"scan-camera-missing"_s, device(DeviceState::Missing)},
        {u"scan-camera-silent"_s, device(DeviceState::Silent)},
        {u"scan-camera-failed"_s, device(DeviceState::Failed)},
        {u"scan-nothing"_s,
         [](MainWindow &window) {
             window.removeDevice(cameraId());
             window.removeDevice(scannerId());
             window.scanView()->forget();
             window.scanView()->setCounters({});
         }},
        {u"scan-help"_s,
         [](MainWindow &window) {
             window.scanView()->showOutcome(samples::recordedIn());
             window.showHelp(true);
         }},
        {u"scan-trouble"_s,
         [](MainWindow &window) {
             window.showTrouble(u"anh-the.heic"_s, Error{ErrorCode::SourceUnreadable, {}});
             window.scanView()->showOutcome(samples::recordedOut());
         }},
    };
}

std::function<void(MainWindow &)> settingsSection(const QString &name)
{
    return [name](MainWindow &window) {
        window.showView(MainWindow::View::Settings);
        window.settingsView()->showSection(name);
    };
}

std::function<void(MainWindow &)> reportsPage(ReportsView::Page page)
{
    return [page](MainWindow &window) {
        window.showView(MainWindow::View::Reports);
        window.reportsView()->open(page);
    };
}

QList<Column> columnsOf(const QStringList &names)
{
    QList<Column> columns;
    for (const QString &name : names)
        columns.append({name, {}, {}});
    return columns;
}

/// Whom a person was together with.
void showTrace(TracePage &page)
{
    VisitorHit hit;
    hit.visitor.name = u"Nguyễn Thử Nghiệm"_s;
    hit.visitor.birthDate = PartialDate::fromDate(1990, 1, 15);
    hit.visitor.idNumber = u"001090999991"_s;
    hit.lastEntry = Entry();
    hit.lastEntry->at = samples::at(8, 5);
    page.setHits({hit});
    page.findChild<QLineEdit *>(u"traceReference"_s)->setText(u"12/CV-KSBT"_s);
    page.findChild<QLineEdit *>(u"traceReason"_s)->setText(u"Ca bệnh ngày 20/11"_s);
    page.findChild<QAbstractButton *>(u"traceStart"_s)->click();
    PreviewRows rows;
    rows.columns = columnsOf({u"reference"_s, u"kind"_s, u"visit_number"_s, u"overlap_minutes"_s,
                              u"overlap_from"_s, u"overlap_to"_s, u"same_location"_s});
    for (int i = 0; i < 12; ++i)
        rows.rows << CellRow{u"12/CV-KSBT"_s,   i == 0 ? u"visit"_s : u"contact"_s,
                             qint64(1),         i == 0 ? Cell() : Cell(qint64(60 - i)),
                             samples::at(8, 5), samples::at(9, 0),
                             i % 2 == 1};
    page.table()->setProgress(-1);
    page.setAnswer(rows);
}

/// What three venues' reports add up to.
void showRollup(RollupPage &page)
{
    page.addSources({u"/srv/baocao/2026-11-20"_s, u"/srv/baocao/tram-y-te.csv"_s});
    RollupAnswer answer;
    answer.day = QDate(2026, 11, 20);
    answer.columns = columnsOf(
        {u"level"_s, u"day"_s, u"province"_s, u"district"_s, u"commune"_s, u"points_active"_s, u"persons"_s});
    for (int i = 1; i <= 9; ++i)
        answer.areas[u"commune"_s] << CellRow{
            u"commune"_s,          answer.day,    u"Hà Nội"_s,    u"Quận Thử"_s,
            u"Phường %1"_s.arg(i), qint64(i * 3), qint64(i * 120)};
    answer.areaCounts[u"commune"_s] = 9;
    answer.whole = {{u"points_active"_s, qint64(135)},
                    {u"points_registered"_s, qint64(171)},
                    {u"points_active_change"_s, qint64(4)},
                    {u"points_active_against_mean"_s, -2.29},
                    {u"points_active_per_100_people"_s, 0.84},
                    {u"target_met"_s, false},
                    {u"persons"_s, qint64(5400)},
                    {u"entries_in"_s, qint64(5812)},
                    {u"entries_out"_s, qint64(5790)}};
    answer.silent = {u"Phường Lặng"_s, u"Xã Vắng"_s};
    answer.take({FileNote::Broken, u"/srv/baocao/tram-y-te.csv"_s, 3,
                 u"entries_in is no whole number from 0 on"_s,
                 u"entries_in không phải số nguyên từ 0 trở lên"_s});
    answer.take({FileNote::Replaced, u"/srv/baocao/2026-11-20/v12.csv"_s, 2,
                 u"venue V12 on 2026-11-20: v12-new.csv line 2 is newer and counts instead"_s,
                 u"địa điểm V12 ngày 2026-11-20: v12-new.csv dòng 2 mới hơn và được tính thay"_s});
    page.table()->setProgress(-1);
    page.setAnswer(answer);
}

QList<DeskOperator> sampleOperators()
{
    return {{QUuid(u"{00000000-0000-4000-8000-000000000001}"_s), u"Giang Thử"_s, Role::Administrator},
            {QUuid(u"{00000000-0000-4000-8000-000000000002}"_s), u"Lan Mẫu"_s, Role::Supervisor},
            {QUuid(u"{00000000-0000-4000-8000-000000000003}"_s), u"Bình Giả"_s, Role::Operator}};
}

void lock(MainWindow &window)
{
    window.signInPanel()->setOperators(sampleOperators());
    window.setOperator({}, true);
    window.setLocked(true);
    applyRights(window, Role::Nobody);
}

void signInAs(MainWindow &window, int which)
{
    const DeskOperator who = sampleOperators()[which];
    window.signInPanel()->setOperators(sampleOperators());
    window.setOperator(who, true);
    window.settingsView()->operatorSettings()->setOperators(sampleOperators(), who);
    applyRights(window, who.role);
}

QList<Scene> accessScenes()
{
    return {
        {u"signin"_s,
         [](MainWindow &window) {
             lock(window);
             window.beginSignIn();
         }},
        {u"settings-operators"_s,
         [](MainWindow &window) {
             signInAs(window, 0);
             settingsSection(u"operatorSettings"_s)(window);
             window.findChild<QAbstractButton *>(u"operatorAdd"_s)->click();
         }},
        {u"first-start"_s,
         [](MainWindow &window) {
             window.beginFirstStart();
             window.findChild<ChoiceRow *>(u"firstStartAccess"_s)->button(1)->click();
         }},
    };
}

/// Like others in what they are made of: for people to look at only.
QList<Scene> moreAccessScenes()
{
    return {
        {u"locked-scan"_s,
         [](MainWindow &window) {
             lock(window);
             window.showOutcome(samples::recordedIn());
         }},
        {u"locked-entries"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             lock(window);
             window.showOutcome(samples::recordedOut());
         }},
        {u"settings-signin"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             signInAs(window, 1);
             window.beginSignIn();
             window.signInPanel()->findChild<QTableView *>()->setFocus();
             emit window.signInPanel()->findChild<QTableView *>()->clicked(
                 window.signInPanel()->findChild<QTableView *>()->model()->index(2, 0));
             window.signInPanel()->setWait(u"Bình Giả"_s, 65);
         }},
        {u"settings-who-may"_s,
         [](MainWindow &window) {
             signInAs(window, 2);
             settingsSection(u"rulesSettings"_s)(window);
         }},
        {u"settings-data"_s, settingsSection(u"dataSettings"_s)},
        {u"settings-backups"_s, settingsSection(u"backupSettings"_s)},
        {u"settings-own-pin"_s,
         [](MainWindow &window) {
             signInAs(window, 2);
             settingsSection(u"operatorSettings"_s)(window);
             window.findChild<QAbstractButton *>(u"operatorOwnPin"_s)->click();
             window.settingsView()->operatorSettings()->showFailure({ErrorCode::PinTooSoon, {}});
         }},
        {u"settings-who-may-venue"_s,
         [](MainWindow &window) {
             signInAs(window, 2);
             settingsSection(u"venueSettings"_s)(window);
         }},
        {u"settings-who-may-asking"_s,
         [](MainWindow &window) {
             signInAs(window, 2);
             settingsSection(u"askingSettings"_s)(window);
         }},
        {u"settings-check"_s,
         [](MainWindow &window) {
             settingsSection(u"dataSettings"_s)(window);
             window.findChild<QAbstractButton *>(u"recordCheckButton"_s)->click();
             RecordCheckPanel *panel = window.settingsView()->dataSettings()->recordCheckPanel();
             RecordProof proof;
             proof.faults << RecordFault{RecordFault::Kind::Changed, {}, at(7, 30).utcMs};
             panel->showProof(proof);
             panel->setHead(at(8, 0).toDateTime().date(),
                            "checkpoint-head-1 2026-11-20 412 " + QByteArray(64, 'a') + ' ' +
                                QByteArray(43, 'B') + ' ' + QByteArray(86, 'c'));
         }},
    };
}

QList<Scene> otherScenes()
{
    return {
        {u"entries"_s, [](MainWindow &window) { window.showView(MainWindow::View::Entries); }},
        {u"entries-refused"_s,
         [](MainWindow &window) {
             window.entriesView()->setRefusedShown(true);
             window.showView(MainWindow::View::Entries);
         }},
        {u"entries-sent-away"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             auto *only = window.findChild<QComboBox *>(u"filterRefused"_s);
             only->setCurrentIndex(EntryFilter::Only);
             emit only->activated(EntryFilter::Only);
             settle();
             window.findChild<QTableView *>(u"entryTable"_s)->selectRow(2);
             window.findChild<QAbstractButton *>(u"detailsButton"_s)->click();
         }},
        {u"entries-search"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             auto *search = window.findChild<QLineEdit *>(u"entrySearch"_s);
             search->setFocus();
             search->setText(u"mau"_s);
             window.entriesView()->refresh();
         }},
        {u"entries-none-found"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             window.findChild<QLineEdit *>(u"entrySearch"_s)->setText(u"xyz"_s);
         }},
        {u"entries-void"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             settle();
             window.findChild<QAbstractButton *>(u"voidButton"_s)->click();
         }},
        {u"entries-turn"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             settle();
             window.findChild<QAbstractButton *>(u"detailsButton"_s)->click();
             settle();
             window.findChild<QAbstractButton *>(u"detailsTurn"_s)->click();
         }},
        {u"entries-empty"_s,
         [](MainWindow &window) {
             window.entriesView()->setSource(sampleSource(0));
             window.showView(MainWindow::View::Entries);
         }},
        {u"entries-calendar"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             settle();
             window.findChild<QAbstractButton *>(u"dayOpen"_s)->click();
         }},
        {u"entries-help"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             window.showHelp(true);
         }},
        {u"entries-asks"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Entries);
             window.showOutcome(samples::leavesWithoutEntry());
         }},
        {u"settings-failed"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.showOutcome(samples::failed());
         }},
        {u"settings"_s, [](MainWindow &window) { window.showView(MainWindow::View::Settings); }},
        {u"settings-connections"_s, settingsSection(u"connectionSettings"_s)},
        {u"settings-venue"_s, settingsSection(u"venueSettings"_s)},
        {u"settings-rules"_s, settingsSection(u"rulesSettings"_s)},
        {u"settings-asking"_s, settingsSection(u"askingSettings"_s)},
        {u"settings-certificates"_s, settingsSection(u"certificateSettings"_s)},
        {u"settings-keeping"_s, settingsSection(u"keepingSettings"_s)},
        {u"settings-sounds"_s, settingsSection(u"soundSettings"_s)},
        {u"settings-appearance"_s, settingsSection(u"appearanceSettings"_s)},
        {u"settings-window"_s, settingsSection(u"windowSettings"_s)},
        {u"settings-search"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.findChild<QLineEdit *>(u"settingsSearch"_s)->setText(u"may"_s);
         }},
        {u"settings-attention"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.settingsView()->showAttention();
             window.findChild<ChoiceRow *>(u"attentionValidity"_s)->button(6)->click(); // a date
         }},
        {u"settings-attention-known"_s,
         [](MainWindow &window) { emit window.entriesView()->attentionWanted({}, nghiem()); }},
        {u"settings-expected"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.settingsView()->showExpected();
         }},
        {u"settings-help"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.showHelp(true);
         }},
        {u"settings-venuecode"_s,
         [](MainWindow &window) {
             window.showView(MainWindow::View::Settings);
             window.settingsView()->venueCodePanel()->setRecord(venueRecord());
             window.settingsView()->showVenueCode();
         }},
        {u"posters"_s,
         [](MainWindow &window) {
             window.setVenueRecord(venueRecord());
             window.showView(MainWindow::View::Posters);
         }},
        {u"posters-none"_s, [](MainWindow &window) { window.showView(MainWindow::View::Posters); }},
        {u"passes"_s,
         [](MainWindow &window) {
             window.setVenueRecord(venueRecord());
             window.showView(MainWindow::View::Posters);
             window.paperView()->showPasses();
             window.passView()->setPasses(passes(), QDate(2026, 11, 20));
             QObject::connect(window.passView(), &PassView::codesWanted, &window,
                              [&window](const QStringList &numbers) {
                                  window.passView()->takeCodes(numbers, signedPasses(numbers));
                              });
             window.passView()->findChild<QTableView *>(u"passTable"_s)->selectRow(0);
         }},
        {u"passes-eight"_s,
         [](MainWindow &window) {
             window.setVenueRecord(venueRecord());
             window.showView(MainWindow::View::Posters);
             window.paperView()->showPasses();
             window.passView()->setPasses(passes(), QDate(2026, 11, 20));
             QObject::connect(window.passView(), &PassView::codesWanted, &window,
                              [&window](const QStringList &numbers) {
                                  window.passView()->takeCodes(numbers, signedPasses(numbers));
                              });
             window.passView()->findChild<ChoiceRow *>(u"passLayout"_s)->button(1)->click();
             auto *table = window.passView()->findChild<QTableView *>(u"passTable"_s);
             for (int row = 0; row < 2; ++row)
                 table->selectionModel()->select(table->model()->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
         }},
        {u"passes-none"_s,
         [](MainWindow &window) {
             window.setVenueRecord(venueRecord());
             window.showView(MainWindow::View::Posters);
             window.paperView()->showPasses();
             window.passView()->setPasses({}, QDate(2026, 11, 20));
         }},
        {u"reports-files"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::Files)(window);
             window.reportsView()->files()->table()->setPreview({});
         }},
        {u"reports-trace-answer"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::Trace)(window);
             showTrace(*window.reportsView()->trace());
         }},
        {u"reports-rollup-answer"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::Rollup)(window);
             showRollup(*window.reportsView()->rollup());
         }},
        {u"reports-rollup-notes"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::Rollup)(window);
             showRollup(*window.reportsView()->rollup());
             window.findChild<ChoiceRow *>(u"rollupPart"_s)->button(2)->click();
         }},
        {u"reports-paper"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::PaperDay)(window);
             PaperDayPage *page = window.reportsView()->paperDay();
             page->now = [] { return samples::at(23, 0); };
             page->setLocations({u"Cổng A"_s, u"Cổng B"_s}, u"Cổng A"_s);
             page->findChild<QLineEdit *>(u"paperDay"_s)->setText(u"20/11/2026"_s);
             for (int line = 1; line <= 3; ++line) {
                 page->findChild<QLineEdit *>(u"paperTime"_s)->setText(u"8:15"_s);
                 page->findChild<QLineEdit *>(u"passageName"_s)->setText(u"Trần Thị Mẫu"_s);
                 page->findChild<QAbstractButton *>(u"paperRecord"_s)->click();
                 const Error failed{ErrorCode::DiskFull, {}};
                 page->showOutcome(
                     line, line < 3 ? Result<LateOutcome>(LateOutcome{LateOutcome::Recorded, {}, {}, {}, {}})
                                    : Result<LateOutcome>(failed));
             }
         }},
        {u"reports-paper-empty"_s, reportsPage(ReportsView::PaperDay)},
        {u"reports-photos"_s,
         [](MainWindow &window) {
             reportsPage(ReportsView::Photos)(window);
             PhotosPage *photos = window.reportsView()->photos();
             photos->addNote({u"IMG_0001.jpg"_s, PhotoNote::Recorded, {}});
             photos->addNote({u"IMG_0002.jpg"_s, PhotoNote::NoTime, u"x"_s});
             photos->showSum(PhotoSum{1, 0, 1, false});
         }},
        {u"palette"_s, [](MainWindow &window) { window.findChild<CommandPalette *>()->open(); }},
    };
}

} // namespace

QList<Scene> scenes()
{
    return scanScenes() + accessScenes() + otherScenes() + insideScenes() + personScenes() + syncScenes();
}

QList<Scene> scenesToLookAt()
{
    return scenes() + moreAccessScenes() + morePersonScenes();
}

void show(const Scene &scene, MainWindow &window)
{
    scene.prepare(window);
    settle();
    if (!scene.name.startsWith(u"entries"_s))
        return;
    // The search waits a moment before it fetches.
    QEventLoop loop;
    QTimer::singleShot(EntriesView::searchDelayMs + 100, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace samples
