#include "tests/ui/paintedcontrast.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/picker.h"
#include "ui/common/soundboard.h"
#include "ui/common/synctext.h"
#include "ui/common/toggle.h"
#include "ui/common/tokens.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/railitem.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/resultwords.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The window as a whole: keys, language, look, and that nothing is cut.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void theFirstWindowHasTheRightLettersEverywhere();
    void functionKeysShowTheViews();
    void whoIsExpectedIsOneStepFromWhoIsInside();
    void whatWasSoughtLastIsTypedOver();
    void aWindowThatIsLeftAloneIsNotLaidOutAnew_data();
    void aWindowThatIsLeftAloneIsNotLaidOutAnew();
    void whatFindsEverythingStandsOnTheScreen();
    void noShortcutIsWhatScannersSend();
    void f1ListsTheKeysOfTheView();
    void escClosesTheHelpAfterTheQuestion();
    void aResultIsSeenInEveryView();
    void aResultMovesNothingThatCanBeClicked();
    void theFocusIsOnNoButtonAfterChangingTheView();
    void enterPressesTheButtonThatHasTheFocus();
    void aKioskIsLeftForThisRunOnly();
    void tabGoesThroughASettingsPageAndThenToTheRail();
    void whereverItWasLeftItBeginsWithScanning();
    void theSizeIsRemembered();
    void switchingTheLanguageChangesEveryText();
    void switchingTheThemeRepaintsEverything();
    void fromAPersonOfAnEntryThereIsAWayBack();
    void everyControlHasANameForScreenReaders();
    void everyControlIsLargeEnoughToHit();
    void nothingIsCut_data();
    void nothingIsCut();
    void photosCanBeDropped();
    void photosCanBePasted();
    void whatLiesBehindTheSignInFadesAndTakesNoMouse();
    void troubleIsSaidAtTheTop();
    void theLightOfSendingSpeaksOnlyOfTargets();
    void everySettingCountsAtOnce();
    void aCameraThatIsUnpluggedStaysChosen();
    void theKeyPlaceIsSaidPlainly();
    void theSoundsDoNotFailWithoutADevice();
    void previewsAreWantedOnlyWhileLookedAt();

private:
    static std::unique_ptr<MainWindow>
    activeWindow(const DeskPreferences &preferences = samples::morningPreferences(),
                 const QSize &size = {1366, 768});
    static void showEverything(MainWindow &window);
};

std::unique_ptr<MainWindow> TestMainWindow::activeWindow(const DeskPreferences &preferences,
                                                         const QSize &size)
{
    auto window = samples::makeWindow(preferences, size);
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get()) ? std::move(window) : nullptr;
}

/// Something in every place, so that every text is made.
void TestMainWindow::showEverything(MainWindow &window)
{
    emit window.entriesView()->refusedShownChanged(true); // as chosen there, and kept
    window.showView(MainWindow::View::Entries);
    samples::settle();
    window.showView(MainWindow::View::Scan);
    window.scanView()->showOutcome(samples::recordedIn());
    window.scanView()->showOutcome(samples::refused());
    window.scanView()->showOutcome(samples::failed());
    window.scanView()->showOutcome(samples::withWarnings());
    window.showTrouble(u"x.jpg"_s, Error{ErrorCode::SourceUnreadable, {}});
    window.showHelp(true);
    samples::settle();
}

void TestMainWindow::theFirstWindowHasTheRightLettersEverywhere()
{
    const auto window = activeWindow();
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->inherits("QLabel") && !widget->inherits("QLineEdit") && !widget->inherits("QComboBox"))
            continue;
        const QString what = widget->objectName() + u' ' + widget->font().toString();
        QVERIFY2(widget->font().pixelSize() >= tokens::noteText, qPrintable(what));
        QVERIFY2(widget->font().family() == QLatin1StringView(tokens::fontFamily), qPrintable(what));
    }
}

void TestMainWindow::functionKeysShowTheViews()
{
    const auto window = activeWindow();
    QVERIFY(window);
    QTest::keyClick(window.get(), Qt::Key_F3);
    QCOMPARE(window->view(), MainWindow::View::Entries);
    QVERIFY(window->findChild<QWidget *>(u"entriesView"_s)->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F10);
    QCOMPARE(window->view(), MainWindow::View::Settings);
    QVERIFY(window->findChild<QWidget *>(u"settingsView"_s)->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F2);
    QCOMPARE(window->view(), MainWindow::View::Scan);
    QVERIFY(window->findChild<RailItem *>(u"rail:scan"_s)->isChecked());
    QVERIFY(!window->findChild<RailItem *>(u"rail:settings"_s)->isChecked());
}

void TestMainWindow::whatFindsEverythingStandsOnTheScreen()
{
    const auto window = activeWindow();
    QVERIFY(window);
    auto *palette = window->findChild<CommandPalette *>();
    auto *find = window->findChild<RailItem *>(u"rail:find"_s);
    for (const QSize &size : {QSize(1366, 768), QSize(910, 512), QSize(880, 480)}) {
        window->resize(size);
        QCoreApplication::processEvents();
        QVERIFY(find->isVisible());
        QVERIFY(window->rect().contains(QRect(find->mapTo(window.get(), QPoint()), find->size())));
        QVERIFY(find->height() >= tokens::iconSize);
    }
    QTest::mouseClick(find, Qt::LeftButton);
    QVERIFY(palette->isVisible());
    palette->close();
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
}

/// Line ends and tabs come as these from some of them: nothing may happen by a scan that a person decides.
void TestMainWindow::noShortcutIsWhatScannersSend()
{
    const auto window = activeWindow();
    QVERIFY(window);
    showEverything(*window);
    int looked = 0;
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        for (const QKeySequence &keys : shortcut->keys()) {
            ++looked;
            for (const QKeyCombination sent :
                 {Qt::CTRL | Qt::Key_M, Qt::CTRL | Qt::Key_I, Qt::CTRL | Qt::Key_J})
                QVERIFY2(keys != QKeySequence(sent),
                         qPrintable(shortcut->parent()->objectName() + u' ' + keys.toString()));
        }
    }
    QVERIFY(looked > 50);
    for (const QString &language : {u"en"_s, u"vi"_s}) {
        QFile help(u":/help/%1.md"_s.arg(language));
        QVERIFY(help.open(QIODevice::ReadOnly));
        QVERIFY(!QString::fromUtf8(help.readAll()).contains(QRegularExpression(u"Ctrl\\+[MIJ]\\b"_s)));
    }
}

void TestMainWindow::whoIsExpectedIsOneStepFromWhoIsInside()
{
    const auto window = activeWindow();
    QTest::keyClick(window.get(), Qt::Key_F4);
    window->findChild<ActionButton *>(u"insideExpected"_s)->click();
    QVERIFY(window->findChild<QWidget *>(u"expectedPanel"_s)->isVisible());
    QVERIFY(window->findChild<QLineEdit *>(u"expectedName"_s)->hasFocus());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(window->insideView()->isVisible());
    // From the settings it leads back there.
    QTest::keyClick(window.get(), Qt::Key_F10);
    window->settingsView()->showExpected();
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(window->settingsView()->isVisible());
}

void TestMainWindow::whatWasSoughtLastIsTypedOver()
{
    const auto window = activeWindow();
    QTest::keyClick(window.get(), Qt::Key_F10);
    QTest::keyClicks(QApplication::focusWidget(), u"hen"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QTest::keyClick(window.get(), Qt::Key_F10);
    QTest::keyClicks(QApplication::focusWidget(), u"cam"_s);
    QCOMPARE(window->findChild<QLineEdit *>(u"settingsSearch"_s)->text(), u"cam"_s);
}

void TestMainWindow::aWindowThatIsLeftAloneIsNotLaidOutAnew_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(910, 512);
    QTest::newRow("usual") << QSize(1366, 768);
}

/// A layout that asks for itself again eats the processor of a cheap computer all day.
void TestMainWindow::aWindowThatIsLeftAloneIsNotLaidOutAnew()
{
    class Counter : public QObject
    {
    public:
        QStringList laidOut;
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::LayoutRequest)
                laidOut << QLatin1StringView(watched->metaObject()->className()) + u' ' +
                               watched->objectName();
            return false;
        }
    };
    QFETCH(QSize, size);
    const auto window = activeWindow(samples::morningPreferences(), size);
    showEverything(*window);
    window->showHelp(false);
    for (const Qt::Key key :
         {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6, Qt::Key_F7, Qt::Key_F10}) {
        QTest::keyClick(window.get(), key);
        QTest::qWait(400);
        Counter counter;
        qApp->installEventFilter(&counter);
        QTest::qWait(200);
        QVERIFY2(counter.laidOut.size() < 20, qPrintable(QKeySequence(key).toString() + u": "_s +
                                                         counter.laidOut.mid(0, 3).join(u", "_s)));
    }
}

void TestMainWindow::f1ListsTheKeysOfTheView()
{
    const auto window = activeWindow();
    QVERIFY(window);
    auto *help = window->findChild<QWidget *>(u"helpPanel"_s);
    QVERIFY(!help->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F1);
    QVERIFY(help->isVisible());
    QVERIFY(samples::shownTexts(*help).join(u'\n').contains(u"Ctrl+Z"_s));
    // The result stays in sight.
    auto *card = window->findChild<ResultCard *>();
    QVERIFY(!help->geometry().intersects(QRect(card->mapTo(window.get(), QPoint()), card->size())));
    QTest::keyClick(window.get(), Qt::Key_F3);
    QVERIFY(samples::shownTexts(*help).join(u'\n').contains(u"Ctrl+F"_s));
    QTest::keyClick(window.get(), Qt::Key_F1);
    QVERIFY(!help->isVisible());
}

void TestMainWindow::escClosesTheHelpAfterTheQuestion()
{
    const auto window = activeWindow();
    auto *help = window->findChild<QWidget *>(u"helpPanel"_s);
    QSignalSpy answered(window->scanView(), &ScanView::answerRequested);
    window->showHelp(true);
    window->showOutcome(samples::alreadyInside());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QCOMPARE(answered.count(), 1);
    QVERIFY(help->isVisible());
    window->showOutcome(samples::recordedOut());
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    window->showTrouble(u"a.heic"_s, Error{ErrorCode::SourceUnreadable, {}});
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(!window->findChild<QWidget *>(u"noticeBar"_s)->isVisible());
    // What stands as long as the trouble does is not closed.
    window->setDeskTrouble(Error{ErrorCode::InUse, {}});
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QVERIFY(window->findChild<QWidget *>(u"noticeBar"_s)->isVisible());
}

void TestMainWindow::aResultIsSeenInEveryView()
{
    const auto window = activeWindow();
    const auto *strip =
        window->findChild<QWidget *>(u"topLine"_s)->findChild<ResultStrip *>(u"resultStrip"_s);
    for (const auto view : {MainWindow::View::Entries, MainWindow::View::Settings}) {
        window->showView(view);
        QVERIFY(!strip->isVisible());
        window->showOutcome(samples::recordedIn());
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->findChild<QLabel *>(u"stripWord"_s)->text(), u"VÀO"_s);
        window->showOutcome(samples::failed());
        QCOMPARE(strip->findChild<QLabel *>(u"stripWord"_s)->text(), u"CHƯA GHI ĐƯỢC"_s);
        QCOMPARE(strip->findChild<QLabel *>(u"stripName"_s)->text(), u"N. T. Nghiệm"_s);
        // What happened alone helps nobody: what to do is said there as well.
        QVERIFY(strip->findChild<QLabel *>(u"stripWhy"_s)
                    ->text()
                    .endsWith(resultWords(samples::failed()).notes.constLast()));
        window->showView(MainWindow::View::Scan);
        QVERIFY(!strip->isVisible());
    }
    window->showOutcome(samples::recordedIn());
    QVERIFY(!strip->isVisible());
    // What does not stand any more is not said any longer.
    window->showView(MainWindow::View::Entries);
    const ScanOutcome entry = samples::recordedIn();
    window->showOutcome(entry);
    ScanOutcome voided = samples::voided();
    voided.entryId = QUuid::createUuid();
    window->showOutcome(voided);
    QVERIFY(strip->isVisible());
    voided.entryId = entry.entryId;
    window->showOutcome(voided);
    QVERIFY(!strip->isVisible());
}

/// Somebody is about to click a row: whoever scans meanwhile must not put another one under the mouse.
void TestMainWindow::aResultMovesNothingThatCanBeClicked()
{
    const auto window = activeWindow();
    window->showView(MainWindow::View::Entries);
    const auto places = [&] {
        QCoreApplication::processEvents();
        QList<QRect> all;
        for (const QString &name :
             {u"entryTable"_s, u"entrySearch"_s, u"operatorButton"_s, u"deskStateLabel"_s}) {
            const auto *part = window->findChild<QWidget *>(name);
            if (part && part->isVisible())
                all << QRect(part->mapTo(window.get(), QPoint()), part->size());
        }
        return all;
    };
    const QList<QRect> before = places();
    QVERIFY(before.size() >= 2);
    window->showOutcome(samples::recordedIn());
    QCOMPARE(places(), before);
    window->showOutcome(samples::failed());
    QCOMPARE(places(), before);
    window->showView(MainWindow::View::Scan);
    QVERIFY(window->findChild<QWidget *>(u"placeButton"_s)->isVisible());
}

void TestMainWindow::theFocusIsOnNoButtonAfterChangingTheView()
{
    const auto window = activeWindow();
    QSignalSpy undone(window->scanView(), &ScanView::undoRequested);
    window->showOutcome(samples::recordedIn());
    for (const Qt::Key key : {Qt::Key_F3, Qt::Key_F2, Qt::Key_F10, Qt::Key_F2}) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!window->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
}

void TestMainWindow::enterPressesTheButtonThatHasTheFocus()
{
    const auto window = activeWindow();
    QSignalSpy answered(window->scanView(), &ScanView::answerRequested);
    window->showOutcome(samples::alreadyInside());
    auto *in = window->findChild<ActionButton *>(u"answer3"_s);
    in->setFocus();
    QTest::keyClick(in, Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][1].value<Answer>(), Answer::RecordIn);
}

void TestMainWindow::aKioskIsLeftForThisRunOnly()
{
    const auto window = activeWindow();
    DeskPreferences kiosk = window->preferences();
    kiosk.windowMode = WindowMode::Kiosk;
    emit window->settingsView()->preferencesChanged(kiosk);
    const auto *hint = window->findChild<QLabel *>(u"kioskHint"_s);
    QVERIFY(hint->isVisibleTo(window.get()));
    for (const QString &line : hint->text().split(u'\n'))
        QVERIFY2(hint->fontMetrics().horizontalAdvance(line) <= hint->contentsRect().width() ||
                     line.contains(u' '),
                 qPrintable(line));
    QVERIFY(hint->contentsRect().width() < hint->width());
    QSignalSpy kept(window.get(), &MainWindow::preferencesChanged);
    const auto *notice = window->findChild<QWidget *>(u"remarkBar"_s);
    QVERIFY(!window->close());
    QVERIFY(notice->isVisibleTo(window.get())); // why nothing happened
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window->windowMode(), WindowMode::Normal);
    QVERIFY(hint->isHidden());
    QVERIFY(notice->isVisibleTo(window.get()));
    QVERIFY(window->findChild<QLabel *>(u"remarkRest"_s)->text().contains(u"F10"_s));
    QCOMPARE(window->preferences().windowMode, WindowMode::Kiosk);
    QCOMPARE(kept.count(), 0);
    // Another setting does not lead back into it.
    DeskPreferences other = window->preferences();
    other.muted = !other.muted;
    emit window->settingsView()->preferencesChanged(other);
    QCOMPARE(window->windowMode(), WindowMode::Normal);
    other.windowMode = WindowMode::FullScreen;
    emit window->settingsView()->preferencesChanged(other);
    QCOMPARE(window->windowMode(), WindowMode::FullScreen);
}

/// Whatever was made last: a device that came later stands where it is seen.
void TestMainWindow::tabGoesThroughASettingsPageAndThenToTheRail()
{
    const auto window = activeWindow();
    window->showView(MainWindow::View::Settings);
    window->settingsView()->showDevice(samples::cameraId());
    auto *name = window->findChild<QLineEdit *>(u"deviceName:"_s + samples::cameraId());
    QVERIFY(name && name->isVisible());
    name->setFocus();
    const auto place = [&window] {
        QWidget *now = QApplication::focusWidget();
        return now->mapTo(window.get(), QPoint()).y();
    };
    int before = place();
    int stops = 0;
    bool later = false;
    const auto *rail = window->findChild<QWidget *>(u"rail"_s);
    while (stops < 40) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (!window->settingsView()->isAncestorOf(now))
            break;
        ++stops;
        later = later || now->objectName() == u"deviceName:"_s + samples::scannerId();
        const auto *scroll = window->findChild<QScrollArea *>(u"settingsScroll"_s);
        const int y = now->mapTo(scroll->widget(), QPoint(0, now->height() / 2)).y();
        QVERIFY2(stops == 1 || y > before - 30, qPrintable(now->objectName()));
        before = y;
    }
    QVERIFY2(stops >= 5, qPrintable(QString::number(stops)));
    QVERIFY(later);
    QVERIFY2(rail->isAncestorOf(QApplication::focusWidget()),
             qPrintable(QApplication::focusWidget()->objectName()));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() != name);
    QVERIFY(window->settingsView()->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::whereverItWasLeftItBeginsWithScanning()
{
    auto window = activeWindow();
    window->showView(MainWindow::View::Entries);
    const DeskPreferences preferences = window->preferences();
    window.reset();
    QCOMPARE(samples::makeWindow(preferences, {1366, 768})->view(), MainWindow::View::Scan);
}

void TestMainWindow::theSizeIsRemembered()
{
    auto window = activeWindow();
    window->resize(1200, 720);
    samples::settle();
    QSignalSpy changed(window.get(), &MainWindow::preferencesChanged);
    window->close();
    QCOMPARE(changed.count(), 1);
    const MainWindow next(changed[0][0].value<DeskPreferences>());
    QCOMPARE(next.size(), QSize(1200, 720));
}

void TestMainWindow::switchingTheLanguageChangesEveryText()
{
    DeskPreferences english = samples::morningPreferences();
    english.language = u"en"_s;
    QStringList expected;
    {
        const auto window = activeWindow(english);
        showEverything(*window);
        expected = samples::shownTexts(*window);
    }
    const auto window = activeWindow();
    showEverything(*window);
    const QStringList vietnamese = samples::shownTexts(*window);
    QVERIFY(vietnamese != expected);
    window->findChild<ChoiceRow *>(u"languageChoice"_s)->button(1)->click();
    samples::settle();
    const QStringList switched = samples::shownTexts(*window);
    for (qsizetype i = 0; i < qMin(switched.size(), expected.size()); ++i)
        QCOMPARE(switched[i], expected[i]);
    QCOMPARE(switched.size(), expected.size());
    // And back, without anything of the other language left behind.
    window->findChild<ChoiceRow *>(u"languageChoice"_s)->button(0)->click();
    samples::settle();
    QCOMPARE(samples::shownTexts(*window), vietnamese);
}

void TestMainWindow::switchingTheThemeRepaintsEverything()
{
    const auto window = activeWindow();
    QCOMPARE(window->grab().toImage().pixel(window->width() - 4, window->height() - 4), lightColours.ground);
    window->findChild<ChoiceRow *>(u"themeChoice"_s)->button(1)->click();
    samples::settle();
    QCOMPARE(window->grab().toImage().pixel(window->width() - 4, window->height() - 4), darkColours.ground);
    QCOMPARE(window->preferences().theme, ThemeKind::Dark);
    for (const auto view : {MainWindow::View::Scan, MainWindow::View::Entries, MainWindow::View::Settings}) {
        window->showView(view);
        samples::settle();
        const QImage picture = window->grab().toImage();
        int white = 0;
        for (int y = 0; y < picture.height(); y += 4)
            for (int x = 0; x < picture.width(); x += 4)
                white += picture.pixel(x, y) == lightColours.card;
        QVERIFY2(white < 60, qPrintable(u"%1 in view %2"_s.arg(white).arg(
                                 int(view)))); // nothing but strokes of letters and the card in the picture
    }
    window->findChild<ChoiceRow *>(u"themeChoice"_s)->button(0)->click();
    samples::settle();
}

void TestMainWindow::fromAPersonOfAnEntryThereIsAWayBack()
{
    const auto window = activeWindow();
    const auto *back = window->findChild<QAbstractButton *>(u"personDataBack"_s);
    window->showView(MainWindow::View::Entries);
    emit window->entriesView()->personWanted(QUuid::createUuid(), {});
    QCOMPARE(window->view(), MainWindow::View::Reports);
    QVERIFY(back->isVisible());
    window->findChild<QAbstractButton *>(u"personDataBack"_s)->click();
    QCOMPARE(window->view(), MainWindow::View::Entries);
    window->showView(MainWindow::View::Reports); // not on the way from an entry
    QVERIFY(!back->isVisible());
}

void TestMainWindow::everyControlHasANameForScreenReaders()
{
    const auto window = activeWindow();
    showEverything(*window);
    int controls = 0;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->inherits("QScrollBar") ||
            widget->inherits("QAbstractItemView") || widget->objectName() == u"qt_spinbox_lineedit"_s)
            continue;
        // The viewport of a table and the list of a drop-down belong to their control.
        if (!widget->inherits("QAbstractButton") && !widget->inherits("QLineEdit") &&
            !widget->inherits("QComboBox") && !widget->inherits("QSlider"))
            continue;
        ++controls;
        QVERIFY2(
            !widget->accessibleName().isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    QVERIFY(controls > 25);
}

void TestMainWindow::everyControlIsLargeEnoughToHit()
{
    const auto window = activeWindow(samples::morningPreferences(), {1024, 700});
    for (const auto view : {MainWindow::View::Scan, MainWindow::View::Entries, MainWindow::View::Settings}) {
        window->showView(view);
        window->scanView()->showOutcome(samples::alreadyInside());
        samples::settle();
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (!button->isVisible())
                continue;
            const QString name =
                QString::fromLatin1(button->metaObject()->className()) + u' ' + button->objectName();
            QVERIFY2(button->height() >= 40 && button->width() >= 40, qPrintable(name));
        }
        for (const QLineEdit *edit : window->findChildren<QLineEdit *>())
            QVERIFY(!edit->isVisible() || edit->height() >= 40);
    }
}

void TestMainWindow::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"vi"_s, u"en"_s})
        for (const QSize &size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)})
            QTest::addRow("%s %d", qPrintable(language), size.width()) << language << size;
}

void TestMainWindow::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    DeskPreferences preferences = samples::morningPreferences();
    preferences.language = language;
    const auto window = activeWindow(preferences, size);
    const auto check = [&window](const QString &where) {
        samples::settle();
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool button = widget->inherits("QAbstractButton");
            if (!widget->isVisible() || (!label && !button) || widget->inherits("checkpoint::DeviceChip"))
                continue;
            const QString what =
                where + u": "_s + widget->objectName() + u' ' + (label ? label->text() : QString());
            const int height = label && label->wordWrap() ? label->heightForWidth(label->width())
                                                          : widget->sizeHint().height();
            QVERIFY2(widget->height() >= height, qPrintable(what));
            if (!(label && label->wordWrap()))
                QVERIFY2(
                    widget->width() + 1 >= widget->sizeHint().width(),
                    qPrintable(what + u" %1 < %2"_s.arg(widget->width()).arg(widget->sizeHint().width())));
            // Inside of what holds it, too.
            const QRect place(widget->mapTo(widget->parentWidget(), QPoint()), widget->size());
            QVERIFY2(widget->parentWidget()->rect().contains(place), qPrintable(what));
        }
    };
    int number = 0;
    for (const ScanOutcome &outcome :
         {samples::recordedIn(), samples::recordedOut(), samples::corrected(), samples::withWarnings(),
          samples::repeated(), samples::refused(), samples::alreadyInside(), samples::leavesWithoutEntry(),
          samples::voided()}) {
        window->scanView()->showOutcome(outcome);
        check(u"outcome %1"_s.arg(number++));
    }
    for (int i = 0; i <= int(ErrorCode::Cancelled); ++i) {
        window->scanView()->showOutcome(samples::failed(ErrorCode(i)));
        check(u"failure %1"_s.arg(i));
    }
    for (int i = 0; i <= int(Reason::IdentityConflict); ++i) {
        window->scanView()->showOutcome(samples::refused(Reason(i)));
        check(u"reason %1"_s.arg(i));
    }
    for (int i = 0; i <= int(CodeWarning::LeavesWithoutEntry); ++i) {
        ScanOutcome outcome = samples::withWarnings();
        outcome.warnings = {CodeWarning(i)};
        window->scanView()->showOutcome(outcome);
        check(u"warning %1"_s.arg(i));
    }
    window->scanView()->showOutcome(samples::recordedIn());
    window->findChild<ResultCard *>()->beginUndo();
    check(u"undo"_s);
    window->showView(MainWindow::View::Entries);
    check(u"entries"_s);
    window->findChild<ActionButton *>(u"voidButton"_s)->click();
    check(u"void"_s);
    window->showView(MainWindow::View::Settings);
    check(u"settings"_s);
}

void TestMainWindow::photosCanBeDropped()
{
    const auto window = activeWindow();
    QSignalSpy dropped(window.get(), &MainWindow::photosDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/a.jpg"_s), QUrl(u"https://example.invalid/b.jpg"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped[0][0].toStringList(), QStringList{u"/tmp/a.jpg"_s});
    QMimeData text;
    text.setText(u"no photo"_s);
    QDragEnterEvent other(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestMainWindow::photosCanBePasted()
{
    const auto window = activeWindow();
    QSignalSpy pasted(window.get(), &MainWindow::photoPasted);
    QApplication::clipboard()->setImage(samples::cameraPicture());
    QTest::keyClick(window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(pasted.count(), 1);
    QCOMPARE(pasted[0][0].value<QImage>().size(), QSize(1280, 720));
}

void TestMainWindow::whatLiesBehindTheSignInFadesAndTakesNoMouse()
{
    const auto window = activeWindow();
    window->setOperator({}, true);
    window->showView(MainWindow::View::Settings);
    auto *scrim = window->findChild<QWidget *>(u"scrim"_s);
    const QWidget *list = window->findChild<QWidget *>(u"settingsSearch"_s);
    const QPoint behind = list->mapTo(window.get(), list->rect().center());
    QVERIFY(!scrim->isVisible());
    window->beginSignIn();
    QVERIFY(scrim->isVisible());
    QCOMPARE(window->childAt(behind), scrim);
    const QWidget *pin = window->findChild<QWidget *>(u"signInPin"_s);
    QCOMPARE(window->childAt(pin->mapTo(window.get(), pin->rect().center())), pin);
    QVERIFY(paintedContrast(
                window->grab(QRect(list->mapTo(window.get(), QPoint()), list->size())).toImage()) < 3);
    // The result stays in sight.
    window->showView(MainWindow::View::Scan);
    const auto *card = window->findChild<ResultCard *>();
    const auto at = [&window](const QWidget *part, const QPoint &place) {
        return window->childAt(part->mapTo(window.get(), place));
    };
    const auto isCard = [card](const QWidget *hit) { return hit == card || card->isAncestorOf(hit); };
    QVERIFY(isCard(at(card, card->rect().center())));
    const auto *byHand = window->findChild<ActionButton *>(u"byHandButton"_s);
    QCOMPARE(at(byHand, byHand->rect().center()), scrim);
    window->showTrouble(u"a.heic"_s, Error{ErrorCode::SourceUnreadable, {}}); // moves everything down
    QCoreApplication::processEvents();
    QVERIFY(isCard(at(card, QPoint(card->width() - 20, card->height() - 5))));
    QVERIFY(!isCard(at(card, QPoint(card->width() - 20, -10))));
    window->showView(MainWindow::View::Settings);
    QCOMPARE(window->childAt(behind), scrim);
    window->endSignIn();
    QVERIFY(!scrim->isVisible());
}

void TestMainWindow::troubleIsSaidAtTheTop()
{
    const auto window = activeWindow();
    auto *notice = window->findChild<QWidget *>(u"noticeBar"_s);
    QVERIFY(!notice->isVisible());
    window->setDeskTrouble(Error{ErrorCode::InUse, {}});
    QVERIFY(notice->isVisible());
    QVERIFY(!window->findChild<QWidget *>(u"noticeClose"_s)->isVisible());
    QCOMPARE(window->findChild<QLabel *>(u"deskStateLabel"_s)->text(), u"Không ghi được"_s);
    // A scan that fails meanwhile tells the same reason, not what the store says without its records.
    window->showOutcome(samples::failed(ErrorCode::KeyMissing));
    QCOMPARE(window->findChild<QLabel *>(u"resultHeadline"_s)->text(),
             window->findChild<QLabel *>(u"noticeHappened"_s)->text());
    window->setDeskReady();
    QVERIFY(!notice->isVisible());
    QCOMPARE(window->findChild<QLabel *>(u"deskStateLabel"_s)->text(), u"Sẵn sàng ghi"_s);
    window->showTrouble(u"a.heic"_s, Error{ErrorCode::SourceUnreadable, {}});
    QVERIFY(window->findChild<QLabel *>(u"noticeHappened"_s)->text().startsWith(u"a.heic: "_s));
    window->findChild<ActionButton *>(u"noticeClose"_s)->click();
    QVERIFY(!notice->isVisible());
}

void TestMainWindow::theLightOfSendingSpeaksOnlyOfTargets()
{
    const auto window = activeWindow();
    const auto *const word = window->findChild<QAbstractButton *>(u"syncLight"_s);
    QVERIFY(word && word->isHidden());

    TargetRecord target;
    target.target.name = u"platform"_s;
    target.counts = {20, 8, 12, 0};
    window->topLine()->setTargets({target});
    QVERIFY(word->isVisible());
    QVERIFY(word->text().contains(u"12"_s));
    for (const auto &part : {targetName(u"platform"_s), u"20"_s, u"8"_s, u"12"_s})
        QVERIFY2(word->toolTip().contains(part), qPrintable(part));

    // What needs somebody is said before what waits.
    TargetRecord other = target;
    other.target.name = u"province"_s;
    other.condition.state = TargetState::NeedsEnrolment;
    other.condition.why = u"status 401"_s;
    window->topLine()->setTargets({target, other});
    QVERIFY(!word->text().contains(u"12"_s));
    QVERIFY(word->toolTip().contains(u"status 401"_s));

    window->topLine()->setTargets({});
    QVERIFY(word->isHidden());
}

void TestMainWindow::everySettingCountsAtOnce()
{
    const auto window = activeWindow();
    window->showView(MainWindow::View::Settings);
    QSignalSpy changed(window.get(), &MainWindow::preferencesChanged);
    const auto last = [&changed] { return changed.last()[0].value<DeskPreferences>(); };
    window->findChild<QSlider *>(u"volumeSlider"_s)->setValue(30);
    QCOMPARE(last().volume, 30);
    QCOMPARE(window->soundBoard()->volume(), 30);
    window->findChild<Toggle *>(u"mirrorToggle"_s)->click();
    QCOMPARE(last().mirrored, false);
    window->findChild<ChoiceRow *>(u"direction:"_s + samples::cameraId())->button(2)->click();
    QCOMPARE(last().direction(samples::cameraId()), DirectionRule::Out);
    QCOMPARE(last().direction(samples::scannerId()), DirectionRule::Auto);
    auto *location = window->findChild<QLineEdit *>(u"locationEdit"_s);
    location->setFocus();
    location->selectAll();
    QTest::keyClicks(location, u"Cong B "_s);
    QCOMPARE(last().location, u"Cong B"_s);
    QCOMPARE(location->text(), u"Cong B "_s); // a blank can be typed
    QCOMPARE(window->findChild<ActionButton *>(u"placeButton"_s)->accessibleName(),
             u"Bệnh viện Thử · Cong B"_s);
    auto *camera = window->findChild<Picker *>(u"cameraPicker"_s);
    camera->setCurrentIndex(2);
    emit camera->activated(2);
    QCOMPARE(last().camera, u"Integrated Camera"_s);
    QCOMPARE(window->preferences(), last());
}

void TestMainWindow::aCameraThatIsUnpluggedStaysChosen()
{
    DeskPreferences preferences = samples::morningPreferences();
    preferences.camera = u"Webcam C270"_s;
    const auto window = activeWindow(preferences);
    const auto *camera = window->findChild<Picker *>(u"cameraPicker"_s);
    QCOMPARE(camera->currentText(), u"Webcam C270"_s);
    window->setCameras({});
    QCOMPARE(camera->currentText(), u"Webcam C270 (chưa cắm)"_s);
    QCOMPARE(window->preferences().camera, u"Webcam C270"_s);
}

void TestMainWindow::theKeyPlaceIsSaidPlainly()
{
    const auto window = activeWindow();
    const auto *words = window->findChild<QLabel *>(u"keyPlace"_s);
    QVERIFY(words->text().contains(u"Ai lấy được ổ đĩa thì đọc được dữ liệu"_s));
    window->setDataPlace(u"/data"_s, KeyPlace::Keychain);
    QVERIFY(words->text().contains(u"Không có khóa thì không đọc được"_s));
}

void TestMainWindow::theSoundsDoNotFailWithoutADevice()
{
    SoundBoard sounds;
    QSignalSpy played(&sounds, &SoundBoard::played);
    sounds.setVolume(400);
    QCOMPARE(sounds.volume(), 100);
    for (const Sound sound : allSounds) {
        sounds.play(sound);
        QTest::qWait(30);
    }
    QCOMPARE(played.count(), qsizetype(std::size(allSounds)));
    for (const QLatin1StringView shape : soundShapes())
        QVERIFY2(shape == "none"_L1 || QFile::exists(u":/sounds/%1.wav"_s.arg(shape)), shape.data());
    // No two outcomes sound alike unless somebody wants it.
    QSet<QString> own;
    for (const Sound sound : allSounds)
        own.insert(shapeOf({}, sound));
    QCOMPARE(own.size(), qsizetype(std::size(allSounds)));
}

void TestMainWindow::previewsAreWantedOnlyWhileLookedAt()
{
    const auto window = activeWindow();
    QSignalSpy wanted(window.get(), &MainWindow::previewsWantedChanged);
    window->showView(MainWindow::View::Settings);
    QCOMPARE(wanted.last()[0].toStringList(), QStringList());
    window->showView(MainWindow::View::Scan);
    QCOMPARE(wanted.last()[0].toStringList(), QStringList{samples::cameraId()});
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
