#include "tests/ui/scenes.h"

#include "tests/ui/papersamples.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "tests/ui/syncsamples.h"
#include "ui/common/choicerow.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/paperday/photospage.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/reportsview/reportsview.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/venuecodepanel.h"

#include <QAbstractButton>
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
        {u"scan-corrected"_s, outcome(samples::corrected())},
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
             window.scanView()->setRecent({});
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

QList<Scene> otherScenes()
{
    return {
        {u"entries"_s, [](MainWindow &window) { window.showView(MainWindow::View::Entries); }},
        {u"entries-refused"_s,
         [](MainWindow &window) {
             window.entriesView()->setRefusedShown(true);
             window.showView(MainWindow::View::Entries);
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
        {u"settings-venue"_s, settingsSection(u"venueSettings"_s)},
        {u"settings-rules"_s, settingsSection(u"rulesSettings"_s)},
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
         }},
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
        {u"reports-files"_s, reportsPage(ReportsView::Files)},
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
    return scanScenes() + otherScenes() + syncScenes();
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
