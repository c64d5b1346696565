// Draws every view in every state into pictures, for people to look at: ui_gallery FOLDER [vi|en]
// [WIDTHxHEIGHT] [light|dark|contrast] [SCENE] [100|125|150]
#include "tests/ui/papersamples.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/choicerow.h"
#include "ui/common/voidpanel.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/venuecodepanel.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTextStream>

#include <functional>

using namespace checkpoint;
using namespace samples;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Scene
{
    QString name;
    std::function<void(MainWindow &)> prepare;
};

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

/// Sheets are made on a thread of their own.
void waitForSheet()
{
    QEventLoop loop;
    QTimer::singleShot(3'000, &loop, &QEventLoop::quit);
    loop.exec();
}

std::function<void(MainWindow &)> settingsSection(const QString &name)
{
    return [name](MainWindow &window) {
        window.showView(MainWindow::View::Settings);
        window.settingsView()->showSection(name);
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
             waitForSheet();
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
             waitForSheet();
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
             for (int row = 0; row < 3; ++row)
                 table->selectionModel()->select(table->model()->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
             waitForSheet();
         }},
        {u"passes-none"_s,
         [](MainWindow &window) {
             window.setVenueRecord(venueRecord());
             window.showView(MainWindow::View::Posters);
             window.paperView()->showPasses();
             window.passView()->setPasses({}, QDate(2026, 11, 20));
         }},
        {u"palette"_s, [](MainWindow &window) { window.findChild<CommandPalette *>()->open(); }},
    };
}

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1366, 768);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr)
            << "ui_gallery FOLDER [vi|en] [WIDTHxHEIGHT] [light|dark|contrast] [SCENE] [100|125|150]\n";
        return 2;
    }
    const QString folder = arguments[1];
    QDir().mkpath(folder);
    const QString language = arguments.value(2, u"vi"_s);
    const QSize size = sizeFrom(arguments.value(3));
    const ThemeKind theme = themeFromId(arguments.value(4));
    const QString only = arguments.value(5);
    DeskPreferences preferences = morningPreferences();
    preferences.language = language;
    preferences.theme = theme;
    preferences.textSize = qMax(100, arguments.value(6).toInt());
    for (const Scene &scene : scanScenes() + otherScenes()) {
        if (!only.isEmpty() && !scene.name.startsWith(only))
            continue;
        const std::unique_ptr<MainWindow> window = makeWindow(preferences, size);
        scene.prepare(*window);
        settle();
        // The search waits a moment before it fetches.
        if (scene.name.startsWith(u"entries"_s)) {
            QEventLoop loop;
            QTimer::singleShot(EntriesView::searchDelayMs + 100, &loop, &QEventLoop::quit);
            loop.exec();
        }
        const QString file = u"%1/%2-%3-%4-%5.png"_s.arg(folder, scene.name, language,
                                                         QString::number(size.width()), themeId(theme));
        QPixmap picture = window->grab();
        if (QWidget *popup = QApplication::activePopupWidget()) {
            QPainter(&picture).drawPixmap(window->mapFromGlobal(popup->pos()), popup->grab());
            popup->close();
        }
        if (!picture.save(file))
            return 1;
    }
    return 0;
}
