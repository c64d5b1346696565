#include "core/domain/textfolding.h"
#include "core/settings/settings.h"
#include "tests/ui/paintedcontrast.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/language.h"
#include "ui/common/picker.h"
#include "ui/common/preferencestore.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/backupsettings.h"
#include "ui/settingsview/certificatesettings.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/expectedfiletext.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingssection.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/staffpanel.h"
#include "ui/settingsview/venuefields.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStackedLayout>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto camera = "camera:Webcam C270"_L1;

/// Every object of the tree that can take the focus and is seen, without a name.
void nameless(QAccessibleInterface *object, QStringList &found)
{
    const QAccessible::State state = object->state();
    const auto *widget = qobject_cast<const QWidget *>(object->object());
    const bool viewport =
        widget && widget->parentWidget() && widget->parentWidget()->inherits("QAbstractItemView");
    if (state.focusable && !state.invisible && !viewport && object->role() != QAccessible::Client &&
        object->role() != QAccessible::Pane && object->text(QAccessible::Name).isEmpty())
        found << (widget
                      ? QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                      : u"?"_s);
    for (int i = 0; i < object->childCount(); ++i)
        if (QAccessibleInterface *child = object->child(i))
            nameless(child, found);
}

/// Lets everything posted arrive: a new text needs a round for each layout around it.
void settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace

/// The settings as a page: everything is found, counts at once, and is heard by a screen reader.
class TestSettingsView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aWideScreenIsUsedInItsMiddle();
    void anEmptyListSaysWhatToDo();
    void everyRowIsFoundByItsWordsWithoutDiacritics_data();
    void everyRowIsFoundByItsWordsWithoutDiacritics();
    void whatAControlOffersFindsItsRow();
    void soundsThatCannotBeToldApartAreSaid();
    void whatIsTypedWithDiacriticsFindsNothingElse();
    void whatWasLookedForLastIsTypedOver();
    void whatIsNotThereIsSaidToBeNotThere();
    void aChangeIsSaidToBeKept();
    void aWindowForVisitorsWithoutAMonitorIsExplained();
    void theListIsWalkedWithArrowKeys();
    void everyChangeCountsAtOnceAndSurvivesARestart();
    void aSerialScannerIsAddedWithItsSpeedAndRemoved();
    void addingAScannerLeavesTheKeysWithIt();
    void withoutADeviceTheWayToOneIsShown();
    void aDeviceIsCalledAsTheDeskSays();
    void twoDevicesDoNotShareOneName();
    void escTakesBackTheNameThatWasTyped();
    void aDeviceThatIsPluggedInLaterIsChangedByWhoMayOnly();
    void aPlaceThatIsWipedComesBack();
    void aCameraIsLookedAtWhileItsPictureIsShown();
    void theVenueIsTakenAfterAPauseInTyping();
    void whetherTheHoursAreAskedAboutIsSaid();
    void whatCannotBeKeptSaysWhyAndIsNotTaken();
    void theHoursAreShownAsTheyCanBeTyped_data() { everyRowIsFoundByItsWordsWithoutDiacritics_data(); }
    void theHoursAreShownAsTheyCanBeTyped();
    void theTrustListIsShownAndAKeyRemoved();
    void aDroppedFileIsImportedIntoTheTrustList();
    void aBackupIsMadeAndStopped();
    void aBackupComesBackInTwoClicksAfterItIsShown();
    void everyRuleIsGivenOut();
    void theTimeOfTheAutomaticExitIsTypedAsPeopleDo();
    void aTimeThatIsNoneChangesNothing();
    void whatIsTypedIsKeptWhenThePageIsLeft_data();
    void whatIsTypedIsKeptWhenThePageIsLeft();
    void aTimeThatIsNoneGoesWithThePage();
    void aSwitchStandsBesideWhatItGoesByAndSaysIt();
    void aChapterKeepsWhatAnotherOneChanged();
    void whoMayNotOpensTheListsAndTurnsNoSwitch();
    void whatRequiredMeansIsSaid();
    void aNoteNeedsADocumentAndAReason();
    void numbersGoWhereTheirFormSays();
    void aNoteHoldsToTheEndOfItsLastDay();
    void aNoteHoldsUntilTheDateThatIsWritten();
    void whatWasWrittenStaysUntilTheNoteIsKept();
    void somebodyOfTheRecordIsNotedWithoutANumber();
    void whoIsToBeNotedIsScannedWhereTheNumberIsTyped();
    void aCodeWithoutANumberThatTellsWhoItIsIsSaidToBeNone();
    void theValidityOfANoteBeginsAnew();
    void nobodyIsTakenOffTheListUnasked();
    void whoIsNotedAndInsideIsSaid();
    void anExpectedVisitorNeedsANameAndAPossibleTime();
    void aFileIsLookedAtBeforeItIsTaken();
    void enterInTheLastFieldAnnounces();
    void theSampleFileIsOneThatIsTaken_data() { everyRowIsFoundByItsWordsWithoutDiacritics_data(); }
    void theSampleFileIsOneThatIsTaken();
    void aPageHasItsWayBack();
    void staffAreMarkedByWhoeverLooksForThem();
    void everyControlHasANameForScreenReaders_data();
    void everyControlHasANameForScreenReaders();
    void everyTextIsReadableAsPainted_data();
    void everyTextIsReadableAsPainted();
    void aChoiceHasRoomAroundItsWordsAtEverySize();
    void theChosenIsToldFromTheFocused();
    void whatSaysJustWhatIsTypedComesFirst();
    void aNoteStandsBesideANarrowControlWhereThereIsRoom();
    void noChapterScrollsOnAPlainScreen_data() { everyRowIsFoundByItsWordsWithoutDiacritics_data(); }
    void noChapterScrollsOnAPlainScreen();
    void noPageScrollsWhicheverWasSeenBefore_data() { everyRowIsFoundByItsWordsWithoutDiacritics_data(); }
    void noPageScrollsWhicheverWasSeenBefore();
    void noChapterIsWiderThanItsPlaceWhateverWasChanged();
    void nothingIsCutAtAnySize_data();
    void nothingIsCutAtAnySize();

private:
    void show(const QSize &size);
    template <typename T> T *child(const QString &name) const { return m_view->findChild<T *>(name); }
    void search(const QString &text) { child<QLineEdit>(u"settingsSearch"_s)->setText(text); }

    Language m_language{u"vi"_s};
    std::unique_ptr<SettingsView> m_view;
};

void TestSettingsView::init()
{
    m_language.apply(u"vi"_s);
    applyTheme(*qApp, ThemeKind::Light);
    m_view = std::make_unique<SettingsView>();
    m_view->setPreferences({});
    m_view->setCameras({{u"Webcam C270"_s, true}, {u"Integrated Camera"_s, false}});
    m_view->setSerialPorts({{u"ttyACM0"_s, u"/dev/ttyACM0"_s, u"Barcode Reader"_s, {}}});
    m_view->setDevice(
        {camera, u"Webcam C270"_s, DeviceState::Running, DirectionRule::Auto, true, true, u"Webcam C270"_s});
    m_view->dataSettings()->setDataPlace(u"/data"_s, KeyPlace::File);
    show({1261, 712});
}

void TestSettingsView::cleanup()
{
    m_view.reset();
    applyTheme(*qApp, ThemeKind::Light);
}

void TestSettingsView::show(const QSize &size)
{
    m_view->resize(size);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

/// At 1920×1080, without rail and top.
void TestSettingsView::aWideScreenIsUsedInItsMiddle()
{
    show({1816, 1024});
    const auto gaps = [](const QWidget *part, const QWidget *room) {
        const int left = part->mapTo(room, QPoint()).x();
        return std::pair(left, room->width() - left - part->width());
    };
    settle();
    const auto *scroll = child<QScrollArea>(u"settingsScroll"_s);
    const auto *section = child<QWidget>(u"devicesSettings"_s);
    const auto [left, right] = gaps(section, scroll->viewport());
    QVERIFY2(qAbs(left - right) <= 2 * tokens::space16, qPrintable(u"%1 %2"_s.arg(left).arg(right)));
    QVERIFY(section->width() > 1000);
    m_view->showExpected();
    settle();
    const auto [before, after] = gaps(child<QWidget>(u"expectedPanel"_s), m_view.get());
    QVERIFY2(qAbs(before - after) <= 2 * tokens::space16, qPrintable(u"%1 %2"_s.arg(before).arg(after)));
    const auto *back = child<QWidget>(u"settingsBack"_s);
    QCOMPARE(back->mapTo(m_view.get(), QPoint()).x(), before);
    show({1261, 712});
}

void TestSettingsView::anEmptyListSaysWhatToDo()
{
    for (const auto &[button, words] : {std::pair(u"attentionAdd"_s, u"attentionEmpty"_s),
                                        std::pair(u"expectedAdd"_s, u"expectedEmpty"_s)}) {
        button == u"attentionAdd"_s ? m_view->showAttention() : m_view->showExpected();
        settle();
        const auto *empty = child<QLabel>(words);
        QVERIFY2(empty->isVisible(), qPrintable(words));
        QVERIFY2(empty->text().contains(child<ActionButton>(button)->keyHint()), qPrintable(empty->text()));
    }
}

void TestSettingsView::everyRowIsFoundByItsWordsWithoutDiacritics_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << u"vi"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestSettingsView::everyRowIsFoundByItsWordsWithoutDiacritics()
{
    QFETCH(QString, language);
    m_language.apply(language);
    settle();
    const QList<SettingRow *> rows = m_view->findChildren<SettingRow *>();
    int found = 0;
    for (SettingRow *row : rows) {
        if (!qobject_cast<SettingsSection *>(row->parentWidget()))
            continue; // a row of a page of its own
        search(foldedText(row->label()).toUpper());
        QVERIFY2(row->isVisible(), qPrintable(row->label()));
        ++found;
    }
    QVERIFY(found >= 35);
}

void TestSettingsView::whatAControlOffersFindsItsRow()
{
    search(u"tuong phan"_s);
    QVERIFY(child<ChoiceRow>(u"themeChoice"_s)->isVisible());
    QVERIFY(!child<QSlider>(u"volumeSlider"_s)->isVisible());
    search(u"tieng chuong"_s);
    QVERIFY(child<Picker>(u"shape:in"_s)->isVisible());
    search(u"telex"_s);
    QVERIFY(child<QWidget>(u"selfTestButton"_s)->isVisible());
    search(u"english"_s); // for whoever does not read the language that is on
    QVERIFY(child<QWidget>(u"languageChoice"_s)->isVisible());
    // The heading of a chapter shows all of it.
    search(u"am thanh"_s);
    QVERIFY(child<QSlider>(u"volumeSlider"_s)->isVisible());
    QVERIFY(child<QWidget>(u"mutedToggle"_s)->isVisible());
}

/// Results are told apart without looking; silence is a choice of its own.
void TestSettingsView::soundsThatCannotBeToldApartAreSaid()
{
    search(u"tieng chuong"_s);
    const auto row = [this](const QString &name) {
        QWidget *each = child<QWidget>(name);
        while (each && !qobject_cast<SettingRow *>(each))
            each = each->parentWidget();
        return qobject_cast<SettingRow *>(each);
    };
    const auto choose = [this](const QString &name, const QString &shape) {
        auto *picker = child<Picker>(name);
        picker->setCurrentIndex(picker->findData(shape));
        emit picker->activated(picker->currentIndex());
    };
    QVERIFY(!row(u"shape:in"_s)->hasFault());
    choose(u"shape:refused"_s, u"buzz"_s); // as "not recorded" has it
    QVERIFY(row(u"shape:refused"_s)->hasFault());
    QVERIFY(row(u"shape:not-recorded"_s)->hasFault());
    QVERIFY(!row(u"shape:in"_s)->hasFault());
    choose(u"shape:refused"_s, u"knock"_s);
    QVERIFY(!row(u"shape:not-recorded"_s)->hasFault());
    choose(u"shape:in"_s, u"none"_s);
    choose(u"shape:out"_s, u"none"_s);
    QVERIFY(!row(u"shape:in"_s)->hasFault());
}

void TestSettingsView::whatIsTypedWithDiacriticsFindsNothingElse()
{
    search(u"cam"_s);
    QVERIFY(child<QWidget>(u"cameraPicker"_s)->isVisible());
    for (const QString &word :
         {u"cấm"_s, u"câm"_s, u"CẤM"_s, u"cấm"_s.normalized(QString::NormalizationForm_D)}) {
        search(word);
        QVERIFY2(!child<QWidget>(u"cameraPicker"_s)->isVisible(), qPrintable(word));
    }
    // One that is being typed, and one whose tone others put on the other letter.
    for (const QString &typed : {u"am lượng"_s, u"âm"_s, u"ÂM LƯ"_s, u"am luong"_s}) {
        search(typed);
        QVERIFY2(child<QSlider>(u"volumeSlider"_s)->isVisible(), qPrintable(typed));
    }
    search(u"dịa diểm"_s); // the bar may be missing
    QVERIFY(child<QWidget>(u"locationEdit"_s)->isVisible());
    search(u"ám lượng"_s);
    QVERIFY(!child<QSlider>(u"volumeSlider"_s)->isVisible());
}

void TestSettingsView::whatWasLookedForLastIsTypedOver()
{
    show({1366, 768});
    auto *edit = child<QLineEdit>(u"settingsSearch"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"camera"_s);
    m_view->closePage(); // as F10 does
    m_view->setFocus(Qt::OtherFocusReason);
    QTest::keyClicks(edit, u"am"_s);
    QCOMPARE(edit->text(), u"am"_s);
    m_view->hide();
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus(Qt::OtherFocusReason);
    QTest::keyClicks(edit, u"b"_s);
    QCOMPARE(edit->text(), u"b"_s);
}

void TestSettingsView::aChangeIsSaidToBeKept()
{
    show({1366, 768});
    auto *said = child<QLabel>(u"settingsKept"_s);
    const QString before = said->text();
    QVERIFY(said->isVisible() && !before.isEmpty());
    child<Toggle>(u"mutedToggle"_s)->click();
    QVERIFY(said->text() != before);
    QTRY_COMPARE(said->text(), before);
    child<Toggle>(u"rule:attention"_s)->click();
    QVERIFY(said->text() != before);
}

void TestSettingsView::aWindowForVisitorsWithoutAMonitorIsExplained()
{
    QCOMPARE(QGuiApplication::screens().size(), 1);
    m_view->showSection(u"windowSettings"_s);
    auto *said = child<QLabel>(u"visitorsSaid"_s);
    QVERIFY(!said->isVisible());
    child<Toggle>(u"visitorsToggle"_s)->click();
    QVERIFY(said->isVisible() && !said->text().isEmpty());
    QCOMPARE(said->property("tone").toString(), u"ask"_s);
    child<Toggle>(u"visitorsToggle"_s)->click();
    QVERIFY(!said->isVisible());
}

void TestSettingsView::whatIsNotThereIsSaidToBeNotThere()
{
    search(u"qqqq"_s);
    QVERIFY(child<QLabel>(u"settingsNothing"_s)->isVisible());
    search({});
    QVERIFY(!child<QLabel>(u"settingsNothing"_s)->isVisible());
    QVERIFY(child<QWidget>(u"devicesSettings"_s)->isVisible());
    // Nor does one that is as wide as it can be touch the edge.
    auto *wide = new QWidget;
    m_view->showPage(wide);
    settle();
    QVERIFY(wide->width() > 0);
    QVERIFY(wide->mapTo(m_view.get(), QPoint(wide->width(), 0)).x() <= m_view->width() - tokens::space16);
}

void TestSettingsView::theListIsWalkedWithArrowKeys()
{
    auto *first = child<QAbstractButton>(u"section:devicesSettings"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(child<QWidget>(u"connectionSettings"_s)->isVisible());
    QVERIFY(!child<QWidget>(u"devicesSettings"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"section:connectionSettings"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(child<QWidget>(u"devicesSettings"_s)->isVisible());
}

void TestSettingsView::everyChangeCountsAtOnceAndSurvivesARestart()
{
    const QTemporaryDir folder;
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    const auto choose = [this](const QString &name, int index) {
        auto *picker = child<Picker>(name);
        picker->setCurrentIndex(index);
        emit picker->activated(index);
    };
    int changes = 0;
    const auto onceMore = [&](const char *what) { QVERIFY2(changed.count() == ++changes, what); };
    {
        Settings settings(folder.path());
        connect(m_view.get(), &SettingsView::preferencesChanged, m_view.get(),
                [&settings](const DeskPreferences &preferences) { remember(preferences, settings); });
        child<QSlider>(u"volumeSlider"_s)->setValue(30);
        onceMore("volume");
        child<Toggle>(u"mutedToggle"_s)->click();
        onceMore("mute");
        choose(u"shape:in"_s, 4);
        onceMore("sound");
        child<ChoiceRow>(u"themeChoice"_s)->button(2)->click();
        onceMore("theme");
        child<ChoiceRow>(u"textSizeChoice"_s)->button(1)->click();
        onceMore("text");
        child<ChoiceRow>(u"languageChoice"_s)->button(1)->click();
        onceMore("language");
        child<ChoiceRow>(u"windowChoice"_s)->button(2)->click();
        onceMore("window");
        child<Toggle>(u"visitorsToggle"_s)->click();
        onceMore("visitors");
        child<Toggle>(u"autostartToggle"_s)->click();
        onceMore("autostart");
        choose(u"cameraPicker"_s, 2);
        onceMore("camera");
        choose(u"secondCameraPicker"_s, 1);
        onceMore("second camera");
        child<Toggle>(u"mirrorToggle"_s)->click();
        onceMore("mirror");
        child<Toggle>(u"keyboardScannerToggle"_s)->click();
        onceMore("keyboard");
        child<ActionButton>(u"addSerialPort"_s)->click();
        onceMore("serial");
        child<ChoiceRow>(u"direction:"_s + camera)->button(2)->click();
        onceMore("direction");
        auto *name = child<QLineEdit>(u"deviceName:"_s + camera);
        QTest::keyClicks(name, u" Cong  chinh, 1"_s);
        QTest::keyClick(name, Qt::Key_Return);
        onceMore("name of a device");
        auto *location = child<QLineEdit>(u"locationEdit"_s);
        location->setText({});
        QTest::keyClicks(location, u"B"_s);
        onceMore("location");
    }
    const DeskPreferences again = preferencesFrom(Settings(folder.path()));
    QCOMPARE(again, changed.last()[0].value<DeskPreferences>());
    QCOMPARE(again.volume, 30);
    QVERIFY(again.muted);
    QCOMPARE(again.sounds.value(Sound::In), u"bell"_s);
    QCOMPARE(again.theme, ThemeKind::Contrast);
    QCOMPARE(again.textSize, 125);
    QCOMPARE(again.language, u"en"_s);
    QCOMPARE(again.windowMode, WindowMode::Kiosk);
    QVERIFY(again.autostart);
    QCOMPARE(again.camera, u"Integrated Camera"_s);
    QCOMPARE(again.secondCamera, u"Webcam C270"_s);
    QVERIFY(!again.mirrored);
    QVERIFY(!again.keyboardScanner);
    QCOMPARE(again.serialScanners, QStringList{u"ttyACM0"_s});
    QCOMPARE(again.direction(camera), DirectionRule::Out);
    QCOMPARE(again.deviceName(camera, u"Webcam C270"_s), u"Cong chinh, 1"_s);
    QCOMPARE(again.location, u"B"_s);
}

void TestSettingsView::aSerialScannerIsAddedWithItsSpeedAndRemoved()
{
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    const auto ports = [&changed] { return changed.last()[0].value<DeskPreferences>().serialScanners; };
    child<ActionButton>(u"addSerialPort"_s)->click();
    QCOMPARE(ports(), QStringList{u"ttyACM0"_s});
    QVERIFY(!child<ActionButton>(u"addSerialPort"_s)->isEnabled()); // there is no other port
    auto *speed = child<Picker>(u"speed:ttyACM0"_s);
    QCOMPARE(speed->currentText(), u"9600"_s);
    const int fast = speed->findData(115200);
    speed->setCurrentIndex(fast);
    emit speed->activated(fast);
    QCOMPARE(ports(), QStringList{u"ttyACM0@115200"_s});
    child<ActionButton>(u"remove:ttyACM0@115200"_s)->click();
    QCOMPARE(ports(), QStringList());
    QVERIFY(child<ActionButton>(u"addSerialPort"_s)->isEnabled());
}

void TestSettingsView::addingAScannerLeavesTheKeysWithIt()
{
    auto *add = child<ActionButton>(u"addSerialPort"_s);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    QVERIFY(child<Picker>(u"speed:ttyACM0"_s)->hasFocus());
    auto *remove = child<ActionButton>(u"remove:ttyACM0"_s);
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QVERIFY(child<Picker>(u"serialPortPicker"_s)->hasFocus());
}

void TestSettingsView::withoutADeviceTheWayToOneIsShown()
{
    auto *connect = child<ActionButton>(u"deviceConnect"_s);
    m_view->showSection(u"devicesSettings"_s);
    QVERIFY(!connect->isVisible());
    m_view->removeDevice(camera);
    settle();
    QVERIFY(child<QLabel>(u"noDevice"_s)->isVisible());
    QTest::mouseClick(connect, Qt::LeftButton);
    QVERIFY(child<QWidget>(u"connectionSettings"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"cameraPicker"_s));
}

void TestSettingsView::aDeviceIsCalledAsTheDeskSays()
{
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    const auto names = [&changed] { return changed.last()[0].value<DeskPreferences>().deviceNames; };
    m_view->showSection(u"devicesSettings"_s);
    auto *name = child<QLineEdit>(u"deviceName:"_s + camera);
    QCOMPARE(name->text(), QString());
    QCOMPARE(name->placeholderText(), u"Webcam C270"_s);
    name->setFocus();
    QTest::keyClicks(name, u"  Cong   chinh"_s);
    m_view->setDeviceHealth(camera, u"Read a code"_s); // comes while somebody types
    QCOMPARE(name->text(), u"  Cong   chinh"_s);
    QVERIFY(changed.isEmpty());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(names().value(camera), u"Cong chinh"_s);
    QCOMPARE(name->text(), u"Cong chinh"_s);
    // Leaving the field is as good as Enter; a name has 40 letters at the most.
    name->selectAll();
    QTest::keyClicks(name, QString(50, u'x'));
    child<QWidget>(u"direction:"_s + camera)->setFocus();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(names().value(camera), QString(40, u'x'));
    // Its row says the name, and still which device that is.
    m_view->setDevice(
        {camera, u"Làn ra"_s, DeviceState::Running, DirectionRule::Auto, true, true, u"Webcam C270"_s});
    const auto *row = qobject_cast<SettingRow *>(name->parentWidget()->parentWidget()->parentWidget());
    QVERIFY(row);
    QCOMPARE(row->label(), u"Làn ra"_s);
    QVERIFY(row->matches({u"c270"_s}));
    // Emptied, it is called by its own name again.
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(changed.count(), 3);
    QVERIFY(names().isEmpty());
    // So it is when its own name is typed.
    QTest::keyClicks(name, u"Webcam C270"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(name->text(), QString());
    m_language.apply(u"en"_s);
    settle();
    search(u"name device"_s);
    QVERIFY(name->isVisible());
}

void TestSettingsView::twoDevicesDoNotShareOneName()
{
    const QString scanner = u"serial:ttyACM0"_s;
    const QString unplugged = u"serial:ttyUSB7"_s;
    DeskPreferences preferences;
    preferences.deviceNames = {{camera, u"Cong chinh"_s}, {unplugged, u"Kho"_s}};
    m_view->setPreferences(preferences);
    m_view->setDevice(
        {camera, u"Cong chinh"_s, DeviceState::Running, DirectionRule::Auto, true, true, u"Webcam C270"_s});
    m_view->setDevice(
        {scanner, u"ttyACM0"_s, DeviceState::Running, DirectionRule::Auto, false, true, u"ttyACM0"_s});
    m_view->showSection(u"devicesSettings"_s);
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    auto *name = child<QLineEdit>(u"deviceName:"_s + scanner);
    auto *other = child<QLineEdit>(u"deviceName:"_s + camera);
    for (const QString &taken : {u"cong CHINH"_s, u"Webcam C270"_s, u"Kho"_s}) {
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, taken);
        QVERIFY(name->accessibleDescription().isEmpty());
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY2(name->accessibleDescription().contains(taken), qPrintable(taken));
        other->setFocus();
        m_view->setDeviceHealth(scanner, u"Read "_s + taken);
        QCOMPARE(name->text(), taken);
        QVERIFY(name->accessibleDescription().contains(taken));
    }
    QVERIFY(changed.isEmpty());
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Cong phu"_s);
    other->setFocus();
    QCOMPARE(changed.count(), 1);
    const auto names = changed.last()[0].value<DeskPreferences>().deviceNames;
    QCOMPARE(names.value(scanner), u"Cong phu"_s);
    QCOMPARE(names.value(camera), u"Cong chinh"_s);
    QVERIFY(name->accessibleDescription().isEmpty());
}

void TestSettingsView::escTakesBackTheNameThatWasTyped()
{
    DeskPreferences preferences;
    preferences.deviceNames = {{camera, u"Cong chinh"_s}};
    m_view->setPreferences(preferences);
    m_view->showSection(u"devicesSettings"_s);
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    auto *name = child<QLineEdit>(u"deviceName:"_s + camera);
    name->setFocus();
    QCOMPARE(name->text(), u"Cong chinh"_s);
    QTest::keyClicks(name, u" cu"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(name->text(), u"Cong chinh"_s);
    child<QWidget>(u"direction:"_s + camera)->setFocus();
    QVERIFY(changed.isEmpty());
}

void TestSettingsView::aDeviceThatIsPluggedInLaterIsChangedByWhoMayOnly()
{
    const QString scanner = u"serial:ttyACM0"_s;
    auto *section = child<SettingsSection>(u"devicesSettings"_s);
    section->setWhoMay(u"Administrators may."_s);
    m_view->setDevice(
        {scanner, u"ttyACM0"_s, DeviceState::Running, DirectionRule::Auto, false, true, u"ttyACM0"_s});
    for (const QString &name : {u"deviceName:"_s + scanner, u"deviceName:"_s + camera})
        QVERIFY2(!child<QLineEdit>(name)->isEnabled(), qPrintable(name));
    section->setWhoMay({});
    QVERIFY(child<QLineEdit>(u"deviceName:"_s + scanner)->isEnabled());
}

void TestSettingsView::aPlaceThatIsWipedComesBack()
{
    DeskPreferences preferences;
    preferences.location = u"Cổng A"_s;
    m_view->setPreferences(preferences);
    QSignalSpy changed(m_view.get(), &SettingsView::preferencesChanged);
    const auto place = [&changed] { return changed.last()[0].value<DeskPreferences>().location; };
    m_view->showSection(u"venueSettings"_s);
    auto *location = child<QLineEdit>(u"locationEdit"_s);
    location->setFocus();
    location->selectAll();
    QTest::keyClick(location, Qt::Key_Delete);
    child<QLineEdit>(u"venueEdit"_s)->setFocus();
    QCOMPARE(location->text(), u"Cổng A"_s);
    QCOMPARE(place(), u"Cổng A"_s);
    location->setFocus();
    location->selectAll();
    QTest::keyClicks(location, u"B"_s);
    child<QLineEdit>(u"venueEdit"_s)->setFocus();
    QCOMPARE(place(), u"B"_s);
}

void TestSettingsView::aCameraIsLookedAtWhileItsPictureIsShown()
{
    QSignalSpy wanted(m_view.get(), &SettingsView::wantedPreviewsChanged);
    QCOMPARE(m_view->wantedPreviews(), QStringList());
    child<Toggle>(u"preview:"_s + camera)->click();
    QCOMPARE(m_view->wantedPreviews(), QStringList{camera});
    QVERIFY(!wanted.isEmpty());
    m_view->showSection(u"soundSettings"_s);
    QCOMPARE(m_view->wantedPreviews(), QStringList());
    m_view->showSection(u"devicesSettings"_s);
    m_view->hide();
    QCOMPARE(m_view->wantedPreviews(), QStringList());
}

void TestSettingsView::theVenueIsTakenAfterAPauseInTyping()
{
    QSignalSpy changed(m_view.get(), &SettingsView::venueChanged);
    m_view->showSection(u"venueSettings"_s);
    auto *name = child<QLineEdit>(u"venueEdit"_s);
    name->setFocus();
    QTest::keyClicks(name, u"Benh  vien Thu "_s);
    QVERIFY(changed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, VenueFields::typingPauseMs + 2000);
    QCOMPARE(changed[0][0].value<Venue>().name, u"Benh vien Thu"_s);
    // Leaving the field takes what was typed at once.
    m_view->showSection(u"rulesSettings"_s);
    auto *capacity = child<QLineEdit>(u"capacityEdit"_s);
    capacity->setFocus();
    QTest::keyClicks(capacity, u"400"_s);
    child<QLineEdit>(u"hoursEdit"_s)->setFocus();
    QCOMPARE(changed.last()[0].value<Venue>().capacity, 400);
    QCOMPARE(changed.last()[0].value<Venue>().name, u"Benh vien Thu"_s);
}

/// Hours alone ask nobody: beside the switch stands in words what becomes of them.
void TestSettingsView::whetherTheHoursAreAskedAboutIsSaid()
{
    m_view->showSection(u"rulesSettings"_s);
    auto *hours = child<QLineEdit>(u"hoursEdit"_s);
    auto *asks = child<Toggle>(u"rule:outsideHours"_s);
    const QString nobody = hours->accessibleDescription();
    QVERIFY(!asks->isChecked());
    hours->setFocus();
    QTest::keyClicks(hours, u"T2-T6 7h-17h"_s);
    QTest::keyClick(hours, Qt::Key_Return);
    QVERIFY(!asks->isChecked());
    QVERIFY2(hours->accessibleDescription().contains(u"tên"_s), qPrintable(hours->accessibleDescription()));
    Venue named;
    named.name = u"Bệnh viện Thử"_s;
    named.openingHours = *OpeningHours::fromString(u"T2-T6 7h-17h"_s);
    m_view->setVenue(named);
    const QString off = hours->accessibleDescription();
    QVERIFY2(off != nobody && off.contains(u"tắt"_s), qPrintable(off));
    asks->click();
    QVERIFY2(hours->accessibleDescription().contains(u"hỏi"_s) && hours->accessibleDescription() != off,
             qPrintable(hours->accessibleDescription()));
}

void TestSettingsView::whatCannotBeKeptSaysWhyAndIsNotTaken()
{
    QSignalSpy changed(m_view.get(), &SettingsView::venueChanged);
    m_view->showSection(u"rulesSettings"_s);
    auto *hours = child<QLineEdit>(u"hoursEdit"_s);
    hours->setFocus();
    QTest::keyClicks(hours, u"from seven"_s);
    QTest::keyClick(hours, Qt::Key_Return);
    QVERIFY(changed.isEmpty());
    QVERIFY(!hours->accessibleDescription().isEmpty());
    // While another field is kept, the refused text and its reason go on standing there.
    const QString why = hours->accessibleDescription();
    auto *capacity = child<QLineEdit>(u"capacityEdit"_s);
    capacity->setFocus();
    QTest::keyClicks(capacity, u"40"_s);
    QTest::keyClick(capacity, Qt::Key_Return);
    QCOMPARE(changed.last()[0].value<Venue>().capacity, 40);
    QVERIFY(changed.last()[0].value<Venue>().openingHours.isEmpty());
    m_view->setVenue(changed.last()[0].value<Venue>());
    QCOMPARE(hours->text(), u"from seven"_s);
    QCOMPARE(hours->accessibleDescription(), why);
    hours->setFocus();
    hours->clear();
    QTest::keyClicks(hours, u"T2-T6 07:00-17:00"_s);
    QTest::keyClick(hours, Qt::Key_Return);
    QCOMPARE(changed.last()[0].value<Venue>().openingHours.toString(), u"Mo-Fr 07:00-17:00"_s);
    m_view->showSection(u"venueSettings"_s);
    auto *phone = child<QLineEdit>(u"contactPhoneEdit"_s);
    phone->setFocus();
    QTest::keyClicks(phone, u"0900 000 001"_s);
    QTest::keyClick(phone, Qt::Key_Return);
    QCOMPARE(changed.last()[0].value<Venue>().contactPhone, u"+84900000001"_s);
}

void TestSettingsView::theHoursAreShownAsTheyCanBeTyped()
{
    QFETCH(QString, language);
    m_language.apply(language);
    settle();
    const QString shown = child<QLineEdit>(u"hoursEdit"_s)->placeholderText();
    QVERIFY2(shown.contains(u" 7h-17h; "_s) && shown.endsWith(u" 7h-11h30"_s), qPrintable(shown));
    const std::optional<OpeningHours> hours = OpeningHours::fromString(shown);
    QVERIFY2(hours, qPrintable(shown));
    QCOMPARE(hours->toString(), u"Mo-Fr 07:00-17:00; Sa 07:00-11:30"_s);
}

void TestSettingsView::theTrustListIsShownAndAKeyRemoved()
{
    m_view->showSection(u"certificateSettings"_s);
    CertificateSettings *trust = m_view->certificateSettings();
    auto *table = child<QTableView>(u"trustTable"_s);
    auto *remove = child<QAbstractButton>(u"trustRemove"_s);
    QVERIFY2(!table->isVisible() && !remove->isVisible(), "there is no key yet");
    const TrustedKey expired{"\x01\x02\x03\x04\x05\x06\x07\x08", "x", u"VN, Bộ Y tế Giả Lập"_s,
                             QDate(2022, 3, 1)};
    const TrustedKey nameless{"another", "y", {}, {}};
    trust->setKeys({expired, nameless});
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), expired.issuer);
    QVERIFY(table->model()->index(0, 1).data().toString().contains(u"01/03/2022"_s));
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"0102030405060708"_s);
    QVERIFY(!remove->isEnabled());
    QSignalSpy removed(trust, &CertificateSettings::removeRequested);
    table->selectRow(1);
    remove->click();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toByteArray(), nameless.kid);
}

void TestSettingsView::aBackupIsMadeAndStopped()
{
    m_view->showSection(u"backupSettings"_s);
    BackupSettings *backups = m_view->backupSettings();
    auto *now = child<QAbstractButton>(u"backupNow"_s);
    QSignalSpy wanted(backups, &BackupSettings::backupRequested);
    QSignalSpy stopped(backups, &BackupSettings::cancelRequested);
    now->click();
    QCOMPARE(wanted.size(), 1);
    backups->setProgress(420); // the same button stops it
    now->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(stopped.size(), 1);
    backups->setProgress({});
    auto *said = child<QLabel>(u"backupSaid"_s);
    backups->showFailure({ErrorCode::WriteFailed, {}}, true);
    QVERIFY(said->isVisible());
    const QString unreachable = said->text();
    backups->showFailure({ErrorCode::OtherFolder, {}}, false);
    QVERIFY(said->text() != unreachable);
    QVERIFY(said->text().contains(errorText(ErrorCode::OtherFolder).happened));
}

void TestSettingsView::aBackupComesBackInTwoClicksAfterItIsShown()
{
    m_view->showSection(u"backupSettings"_s);
    BackupSettings *backups = m_view->backupSettings();
    auto *restore = child<QAbstractButton>(u"backupRestore"_s);
    auto *said = child<QLabel>(u"backupSaid"_s);
    QSignalSpy wanted(backups, &BackupSettings::restoreRequested);
    BackupContents contents;
    contents.entries = 1234;
    contents.visitors = 567;
    contents.firstUtcMs = QDateTime(QDate(2026, 3, 1), QTime(8, 5)).toMSecsSinceEpoch();
    contents.lastUtcMs = QDateTime(QDate(2026, 3, 9), QTime(17, 45)).toMSecsSinceEpoch();
    contents.venue = u"Bệnh viện Mẫu"_s;
    contents.desk = u"DESK-7"_s;
    contents.version = 9;
    backups->showPreview(u"/backups/checkpoint-20260309T174500Z.db"_s, contents);
    for (const QString &word :
         {u"1234"_s, u"567"_s, u"01/03/2026 08:05"_s, u"09/03/2026 17:45"_s, u"Bệnh viện Mẫu"_s, u"DESK-7"_s})
        QVERIFY2(said->text().contains(word), qPrintable(word));
    QCOMPARE(wanted.size(), 0);
    child<QAbstractButton>(u"backupLeave"_s)->click(); // thought better of it
    QVERIFY(!said->isVisible() && !child<QAbstractButton>(u"backupLeave"_s)->isVisible());
    backups->showPreview(u"/backups/checkpoint-20260309T174500Z.db"_s, contents);
    restore->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first()[0].toString(), u"/backups/checkpoint-20260309T174500Z.db"_s);
    backups->setProgress(10);
    QVERIFY(!restore->isEnabled());
    backups->setProgress({});
    backups->showRestored({});
    QVERIFY(!said->text().contains(u"1234"_s));
}

void TestSettingsView::aDroppedFileIsImportedIntoTheTrustList()
{
    m_view->showSection(u"certificateSettings"_s);
    CertificateSettings *trust = m_view->certificateSettings();
    QSignalSpy imported(trust, &CertificateSettings::importRequested);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/nowhere/keys.pem"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(trust, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(trust, &drop);
    QCOMPARE(imported.size(), 1);
    QCOMPARE(imported.first().first().toString(), u"/nowhere/keys.pem"_s);
    auto *said = child<QLabel>(u"trustSaid"_s);
    QVERIFY(!said->isVisible());
    trust->showFailure(u"why"_s);
    QVERIFY(said->isVisible());
    QCOMPARE(said->text(), u"why"_s);
    trust->showImported(3);
    QVERIFY(said->text().contains(u'3'));
}

void TestSettingsView::everyRuleIsGivenOut()
{
    QSignalSpy changed(m_view.get(), &SettingsView::rulesChanged);
    const auto last = [&changed] { return changed.last()[0].value<VenueRules>(); };
    child<ChoiceRow>(u"rule:purpose"_s)->button(2)->click();
    QCOMPARE(last().purpose, FieldRule::Required);
    child<ChoiceRow>(u"rule:host"_s)->button(1)->click();
    QCOMPARE(last().host, FieldRule::Optional);
    child<ChoiceRow>(u"rule:phone"_s)->button(2)->click();
    QCOMPARE(last().phone, FieldRule::Required);
    child<ChoiceRow>(u"rule:birthYear"_s)->button(1)->click();
    QCOMPARE(last().birthYear, FieldRule::Optional);
    child<ChoiceRow>(u"rule:declaration"_s)->button(2)->click();
    QCOMPARE(last().declaration, DeclarationRule::Ask);
    child<ChoiceRow>(u"rule:certificate"_s)->button(1)->click();
    QCOMPARE(last().certificate, CertificateRule::Warn);
    child<QSpinBox>(u"rule:minimumStay"_s)->setValue(5);
    QCOMPARE(last().minimumStayMinutes, 5);
    child<Toggle>(u"rule:automaticExit"_s)->click();
    QCOMPARE(last().automaticExitAt, QTime(23, 0));
    auto *purposes = child<QLineEdit>(u"rule:purposes"_s);
    QVERIFY(!purposes->text().isEmpty()); // there are some to begin with
    for (const auto &[typed, kept] :
         {std::pair(u"Giao hàng,  Họp , giao hàng,"_s, QStringList{u"Giao hàng"_s, u"Họp"_s}),
          std::pair(QString(), QStringList())}) {
        purposes->setFocus();
        purposes->selectAll();
        QTest::keyClick(purposes, Qt::Key_Delete);
        purposes->insert(typed);
        QTest::keyClick(purposes, Qt::Key_Return);
        QCOMPARE(last().purposes, std::optional(kept));
        QCOMPARE(purposes->text(), kept.join(u", "_s));
    }
    child<Toggle>(u"rule:outsideHours"_s)->click();
    QVERIFY(last().outsideHoursAsks);
    child<Toggle>(u"rule:capacity"_s)->click();
    QVERIFY(!last().capacityWarning);
    child<Toggle>(u"rule:attention"_s)->click();
    QVERIFY(!last().attentionEnabled);
    // Shown as kept, without being given out again.
    const qsizetype before = changed.count();
    m_view->setRules(VenueRules{});
    QCOMPARE(changed.count(), before);
    QCOMPARE(child<ChoiceRow>(u"rule:purpose"_s)->index(), 0);
    QVERIFY(!child<Toggle>(u"rule:automaticExit"_s)->isChecked());
}

void TestSettingsView::theTimeOfTheAutomaticExitIsTypedAsPeopleDo()
{
    show({1366, 768});
    m_view->showSection(u"rulesSettings"_s);
    QSignalSpy changed(m_view.get(), &SettingsView::rulesChanged);
    child<Toggle>(u"rule:automaticExit"_s)->click();
    auto *edit = child<QLineEdit>(u"rule:automaticExitAt"_s);
    edit->setFocus();
    for (const QString &typed : {u"17:30"_s, u"17h30"_s, u"1730"_s, u"5 giờ 30 chiều"_s}) {
        m_view->setRules([] {
            VenueRules rules;
            rules.automaticExitAt = QTime(23, 0);
            return rules;
        }());
        changed.clear();
        edit->selectAll();
        edit->insert(QString()); // typed over the selection
        for (const QChar each : typed)
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(each), Qt::NoModifier);
        QVERIFY2(changed.isEmpty(), qPrintable(typed)); // on the way to it stands one o'clock
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.last()[0].value<VenueRules>().automaticExitAt, QTime(17, 30));
        QCOMPARE(edit->text(), u"17:30"_s);
    }
    QWheelEvent wheel({5, 5}, edit->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(edit, &wheel);
    QCOMPARE(edit->text(), u"17:30"_s); // the page was scrolled over it
}

void TestSettingsView::aTimeThatIsNoneChangesNothing()
{
    show({1366, 768});
    m_view->showSection(u"rulesSettings"_s);
    child<Toggle>(u"rule:automaticExit"_s)->click();
    QSignalSpy changed(m_view.get(), &SettingsView::rulesChanged);
    auto *edit = child<QLineEdit>(u"rule:automaticExitAt"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"25h"_s);
    QTRY_VERIFY2(edit->accessibleDescription().contains(u"17:30"_s), "said while it stands there");
    m_view->setFocus(); // leaves the field
    QCOMPARE(edit->text(), u"25h"_s);
    QVERIFY(changed.isEmpty());
    VenueRules kept;
    kept.automaticExitAt = QTime(23, 0);
    m_view->setRules(kept); // something else was changed
    QCOMPARE(edit->text(), u"25h"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"22"_s);
    QVERIFY(edit->accessibleDescription().isEmpty());
    m_view->setFocus();
    QCOMPARE(changed.last()[0].value<VenueRules>().automaticExitAt, QTime(22, 0));
}

void TestSettingsView::whatIsTypedIsKeptWhenThePageIsLeft_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    const auto add = [](const char *section, const QString &field, const QString &typed,
                        const QString &kept) {
        QTest::newRow(qPrintable(field)) << QString::fromLatin1(section) << field << typed << kept;
    };
    add("rulesSettings", u"rule:automaticExitAt"_s, u"17h30"_s, u"17:30"_s);
    add("askingSettings", u"rule:purposes"_s, u"Giao"_s, u"Giao"_s);
    add("rulesSettings", u"rule:minimumStay"_s, u"45"_s, u"45"_s);
    add("rulesSettings", u"hoursEdit"_s, u"T2-T6 7h-17h"_s, u"Mo-Fr 07:00-17:00"_s);
    add("rulesSettings", u"capacityEdit"_s, u"120"_s, u"120"_s);
    add("venueSettings", u"venueEdit"_s, u"Toa nha"_s, u"Toa nha"_s);
    add("venueSettings", u"locationEdit"_s, u"Cong"_s, u"Cong"_s);
    add("keepingSettings", u"keep:visitors"_s, u"90"_s, u"90"_s);
    add("devicesSettings", u"deviceName:"_s + camera, u"Cong sau"_s, u"Cong sau"_s);
}

/// With F2 the page is hidden before the keyboard goes elsewhere.
void TestSettingsView::whatIsTypedIsKeptWhenThePageIsLeft()
{
    QFETCH(const QString, section);
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, kept);
    VenueRules rules;
    rules.automaticExitAt = QTime(23, 0);
    m_view->setRules(rules);
    QStringList told;
    QWidget window;
    auto *pages = new QStackedLayout(&window);
    pages->addWidget(m_view.get());
    pages->addWidget(new QLineEdit);
    const auto takeBack = qScopeGuard([this] { m_view->setParent(nullptr); });
    connect(m_view.get(), &SettingsView::rulesChanged, &window, [&](const VenueRules &now) {
        told << now.automaticExitAt->toString(u"HH:mm"_s) << QString::number(now.minimumStayMinutes)
             << now.purposes.value_or(QStringList());
    });
    connect(m_view.get(), &SettingsView::venueChanged, &window, [&](const Venue &now) {
        told << now.openingHours.toString() << QString::number(now.capacity) << now.name;
    });
    connect(m_view.get(), &SettingsView::preferencesChanged, &window,
            [&](const DeskPreferences &now) { told << now.location << now.deviceNames.value(camera); });
    connect(m_view->keepingSettings(), &KeepingSettings::termsChanged, &window,
            [&](const RetentionTerms &now) { told << QString::number(now.days(RetentionKind::Visitors)); });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_view->showSection(section);
    auto *edit = child<QWidget>(field);
    QVERIFY(edit);
    edit->setFocus();
    QVERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, typed);
    pages->setCurrentIndex(1);
    QVERIFY2(told.contains(kept), qPrintable(told.join(u' ')));
}

void TestSettingsView::aTimeThatIsNoneGoesWithThePage()
{
    m_view->showSection(u"rulesSettings"_s);
    child<Toggle>(u"rule:automaticExit"_s)->click();
    QSignalSpy changed(m_view.get(), &SettingsView::rulesChanged);
    auto *edit = child<QLineEdit>(u"rule:automaticExitAt"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"25h"_s);
    m_view->showSection(u"venueSettings"_s);
    QCOMPARE(edit->text(), u"23:00"_s);
    QVERIFY(edit->accessibleDescription().isEmpty());
    QVERIFY(changed.isEmpty());
}

void TestSettingsView::aSwitchStandsBesideWhatItGoesByAndSaysIt()
{
    show({1261, 712}); // 1366×768 without rail and top
    Venue venue;
    venue.openingHours = *OpeningHours::fromString(u"Mo-Fr 07:00-17:00"_s);
    m_view->setVenue(venue);
    m_view->showSection(u"rulesSettings"_s);
    const auto said = [this](const QString &toggle) {
        return child<QWidget>(toggle)->accessibleDescription();
    };
    QVERIFY2(said(u"rule:outsideHours"_s).contains(u"T2-T6 07:00-17:00"_s),
             qPrintable(said(u"rule:outsideHours"_s)));
    auto *capacity = child<QLineEdit>(u"capacityEdit"_s);
    capacity->setFocus();
    QTest::keyClicks(capacity, u"80"_s);
    QTest::keyClick(capacity, Qt::Key_Return);
    QVERIFY2(said(u"rule:capacity"_s).contains(u"80"_s), qPrintable(said(u"rule:capacity"_s)));
    const struct
    {
        QString field, toggle;
    } pairs[] = {{u"attentionButton"_s, u"rule:attention"_s},
                 {u"hoursEdit"_s, u"rule:outsideHours"_s},
                 {u"capacityEdit"_s, u"rule:capacity"_s}};
    for (const QString &language : {u"vi"_s, u"en"_s}) {
        m_language.apply(language);
        settle();
        for (const auto &[field, toggle] : pairs) {
            const auto place = [this](const QString &name) {
                auto *widget = child<QWidget>(name);
                return QRect(widget->mapTo(m_view.get(), QPoint()), widget->size());
            };
            QVERIFY2(place(field).center().y() == place(toggle).center().y() &&
                         place(field).right() < place(toggle).left(),
                     qPrintable(language + u' ' + toggle));
            child<QWidget>(field)->setFocus();
            QTest::keyClick(child<QWidget>(field), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), child<QWidget>(toggle));
        }
    }
}

/// The venue and its rules are changed in more than one chapter.
void TestSettingsView::aChapterKeepsWhatAnotherOneChanged()
{
    show({1366, 768});
    QSignalSpy venues(m_view.get(), &SettingsView::venueChanged);
    QSignalSpy rules(m_view.get(), &SettingsView::rulesChanged);
    search(u"dia diem"_s); // shows both
    auto *name = child<QLineEdit>(u"venueEdit"_s);
    auto *capacity = child<QLineEdit>(u"capacityEdit"_s);
    QVERIFY(name->isVisible() && capacity->isVisible());
    const auto last = [&venues] { return venues.last()[0].value<Venue>(); };
    name->setFocus();
    QTest::keyClicks(name, u"Benh vien"_s);
    capacity->setFocus();
    QTest::keyClicks(capacity, u"80"_s);
    name->setFocus();
    QCOMPARE(last().capacity, 80);
    QCOMPARE(last().name, u"Benh vien"_s);
    QTest::keyClicks(name, u" A"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(last().capacity, 80);
    QCOMPARE(last().name, u"Benh vien A"_s);
    search({});
    child<ChoiceRow>(u"rule:host"_s)->button(2)->click();
    child<Toggle>(u"rule:capacity"_s)->click();
    child<ChoiceRow>(u"rule:phone"_s)->button(1)->click();
    const VenueRules kept = rules.last()[0].value<VenueRules>();
    QCOMPARE(kept.host, FieldRule::Required);
    QVERIFY(!kept.capacityWarning);
    QCOMPARE(kept.phone, FieldRule::Optional);
}

/// Who may not change the rules still opens the lists.
void TestSettingsView::whoMayNotOpensTheListsAndTurnsNoSwitch()
{
    auto *section = child<SettingsSection>(u"rulesSettings"_s);
    const QStringList guarded{u"rule:attention"_s, u"hoursEdit"_s, u"rule:outsideHours"_s, u"capacityEdit"_s,
                              u"rule:capacity"_s};
    for (const bool may : {false, true}) {
        section->setWhoMay(may ? QString() : u"Administrators may."_s);
        QVERIFY(child<QWidget>(u"attentionButton"_s)->isEnabled());
        for (const QString &name : guarded)
            QVERIFY2(child<QWidget>(name)->isEnabled() == may, qPrintable(name));
    }
}

void TestSettingsView::whatRequiredMeansIsSaid()
{
    m_language.apply(u"en"_s);
    settle();
    m_view->showSection(u"askingSettings"_s);
    const QString said = child<QLabel>(u"requiredMeans"_s)->text();
    QVERIFY2(said.contains(u"Esc"_s) && said.contains(u"incomplete"_s), qPrintable(said));
    QVERIFY(child<QLabel>(u"requiredMeans"_s)->isVisibleTo(m_view.get()));
    search(u"certificate"_s); // it is about other rows
    QVERIFY(!child<QLabel>(u"requiredMeans"_s)->isVisibleTo(m_view.get()));
}

void TestSettingsView::aNoteNeedsADocumentAndAReason()
{
    QSignalSpy added(m_view->attentionPanel(), &AttentionPanel::addRequested);
    m_view->showAttention();
    auto *add = child<ActionButton>(u"attentionAdd"_s);
    add->click();
    QVERIFY(added.isEmpty());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"attentionNumber"_s));
    const QString missing = QApplication::focusWidget()->accessibleDescription();
    QTest::keyClicks(QApplication::focusWidget(), u"12"_s);
    add->click();
    QVERIFY2(QApplication::focusWidget()->accessibleDescription() != missing,
             "an empty number is no wrong one");
    child<QLineEdit>(u"attentionNumber"_s)->clear();
    QTest::keyClicks(QApplication::focusWidget(), u"001 090 999 991"_s);
    add->click();
    QVERIFY(added.isEmpty());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"attentionReason"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"bao phong tai vu"_s);
    add->click();
    QCOMPARE(added.count(), 1);
    QCOMPARE(added[0][0].value<AttentionNote>().who.idNumber, u"001090999991"_s);
    QVERIFY(added[0][0].value<AttentionNote>().untilUtcMs.has_value());
    // People of the list are masked.
    AttentionNote note = added[0][0].value<AttentionNote>();
    note.who.name = u"Nguyễn Thử Nghiệm"_s;
    m_view->attentionPanel()->setNotes({note});
    const auto *table = child<QAbstractItemView>(u"attentionTable"_s);
    const QString who = table->model()->index(0, 0).data().toString();
    QVERIFY(who.startsWith(u"N. T. Nghiệm"_s) && !who.contains(u"001090999991"_s));
}

void TestSettingsView::numbersGoWhereTheirFormSays()
{
    QCOMPARE(personByNumber(u"001090999991"_s)->idNumber, u"001090999991"_s);
    QCOMPARE(personByNumber(u"t0000000a"_s)->idNumber, u"T0000000A"_s);
    QCOMPARE(personByNumber(u"HS4019999999991"_s)->healthInsurance, u"HS4019999999991"_s);
    QCOMPARE(personByNumber(u"162999999999999991"_s)->qid, u"162999999999999991"_s);
    QVERIFY(!personByNumber(u"12345"_s));
    QVERIFY(!personByNumber(u"Nguyen"_s));
    QVERIFY(!personByNumber({}));
}

void TestSettingsView::aNoteHoldsToTheEndOfItsLastDay()
{
    const QDateTime morning(QDate(2026, 11, 20), QTime(8, 0));
    const auto endDay = [&](AttentionPanel::Validity validity) {
        return QDateTime::fromMSecsSinceEpoch(*AttentionPanel::endOf(validity, morning) - 1).date();
    };
    QCOMPARE(endDay(AttentionPanel::Validity::Today), QDate(2026, 11, 20));
    QCOMPARE(endDay(AttentionPanel::Validity::Tomorrow), QDate(2026, 11, 21));
    QCOMPARE(endDay(AttentionPanel::Validity::Week), QDate(2026, 11, 27));
    QCOMPARE(endDay(AttentionPanel::Validity::Month), QDate(2026, 12, 20));
    QCOMPARE(endDay(AttentionPanel::Validity::Year), QDate(2027, 11, 20));
    QVERIFY(!AttentionPanel::endOf(AttentionPanel::Validity::Always, morning));
}

void TestSettingsView::aNoteHoldsUntilTheDateThatIsWritten()
{
    QSignalSpy added(m_view->attentionPanel(), &AttentionPanel::addRequested);
    m_view->showAttention();
    auto *day = child<QLineEdit>(u"attentionDay"_s);
    auto *add = child<ActionButton>(u"attentionAdd"_s);
    auto *validity = child<ChoiceRow>(u"attentionValidity"_s);
    child<QLineEdit>(u"attentionNumber"_s)->setText(u"001090999991"_s);
    child<QLineEdit>(u"attentionReason"_s)->setText(u"báo phòng tài vụ"_s);
    QVERIFY(!day->isVisible());
    validity->button(int(AttentionPanel::Validity::Day))->click();
    QVERIFY(day->isVisible());
    QSet<QString> faults;
    const QString past = dateText(QDate::currentDate().addDays(-1));
    for (const QString &wrong : {QString(), u"31/02/2099"_s, past}) {
        day->setText(wrong);
        add->click();
        QVERIFY(added.isEmpty());
        QVERIFY(day->hasFocus());
        QCOMPARE(day->text(), wrong);
        QCOMPARE(child<QLineEdit>(u"attentionNumber"_s)->text(), u"001090999991"_s);
        faults.insert(day->accessibleDescription());
    }
    QCOMPARE(faults.size(), 2); // what is no day, and what is over
    const auto lastDay = [&] {
        add->click();
        const QDateTime end =
            QDateTime::fromMSecsSinceEpoch(added.takeLast()[0].value<AttentionNote>().untilUtcMs.value());
        m_view->attentionPanel()->showFailure({}); // so that there is a next time
        return end == end.date().startOfDay() ? end.date().addDays(-1) : QDate();
    };
    day->setText(u"31/12/2099"_s);
    QCOMPARE(lastDay(), QDate(2099, 12, 31));
    day->setText(dateText(QDate::currentDate()));
    QCOMPARE(lastDay(), QDate::currentDate());
    // Without its year it is the next such day.
    const QDate next = QDate::currentDate().addMonths(11);
    day->setText(next.toString(u"d/M"_s));
    QCOMPARE(lastDay(), next);
    validity->button(int(AttentionPanel::Validity::Always))->click();
    QVERIFY(!day->isVisible());
    add->click();
    QVERIFY(!added.takeLast()[0].value<AttentionNote>().untilUtcMs);
}

void TestSettingsView::whatWasWrittenStaysUntilTheNoteIsKept()
{
    AttentionPanel *panel = m_view->attentionPanel();
    QSignalSpy added(panel, &AttentionPanel::addRequested);
    m_view->showAttention();
    auto *number = child<QLineEdit>(u"attentionNumber"_s);
    auto *add = child<ActionButton>(u"attentionAdd"_s);
    const auto *said = child<QLabel>(u"attentionSaid"_s);
    number->setText(u"001090999991"_s);
    child<QLineEdit>(u"attentionReason"_s)->setText(u"báo phòng tài vụ"_s);
    add->click();
    add->click(); // twice in haste is once
    QCOMPARE(added.count(), 1);
    panel->showFailure(u"Đĩa đầy."_s);
    QCOMPARE(said->text(), u"Đĩa đầy."_s);
    QCOMPARE(number->text(), u"001090999991"_s);
    add->click();
    QCOMPARE(added.count(), 2);
    const AttentionNote note = added[1][0].value<AttentionNote>();
    panel->showAdded(note);
    panel->setNotes({note});
    QVERIFY(number->text().isEmpty());
    QVERIFY(said->isVisible() && said->text() != u"Đĩa đầy."_s);
}

void TestSettingsView::somebodyOfTheRecordIsNotedWithoutANumber()
{
    AttentionPanel *panel = m_view->attentionPanel();
    QSignalSpy added(panel, &AttentionPanel::addRequested);
    QSignalSpy listed(panel, &AttentionPanel::knownAdded);
    QSignalSpy back(m_view.get(), &SettingsView::entriesWanted);
    VisitorData visitor;
    visitor.name = u"Nguyễn Thử Nghiệm"_s;
    visitor.idNumber = u"001090999991"_s;
    const QUuid id = QUuid::createUuid();
    auto *reason = child<QLineEdit>(u"attentionReason"_s);
    m_view->showAttentionOf(id, visitor);
    QVERIFY(reason->hasFocus());
    QVERIFY(!child<QLineEdit>(u"attentionNumber"_s)->isVisible());
    QVERIFY(!child<QLineEdit>(u"attentionName"_s)->isVisible());
    const QString who = child<QLabel>(u"attentionWho"_s)->text();
    QVERIFY2(who.startsWith(u"N. T. Nghiệm"_s) && !who.contains(u"001090999991"_s), qPrintable(who));
    child<ActionButton>(u"attentionAdd"_s)->click();
    QVERIFY(added.isEmpty()); // the desk has to know why
    reason->setText(u"gặp trưởng ca"_s);
    QTest::keyClick(reason, Qt::Key_Return); // what is written last
    QCOMPARE(added.count(), 1);
    const AttentionNote note = added[0][0].value<AttentionNote>();
    QCOMPARE(note.visitorId, std::optional(id));
    QVERIFY(note.who.idNumber.isEmpty());
    QCOMPARE(note.who.name, visitor.name);
    panel->showFailure(u"Đĩa đầy."_s);
    QCOMPARE(reason->text(), u"gặp trưởng ca"_s);
    child<ActionButton>(u"attentionAdd"_s)->click();
    panel->showAdded(note);
    QCOMPARE(listed.count(), 1);
    QCOMPARE(listed[0][0].toString(), u"N. T. Nghiệm"_s);
    // Whoever leaves it leaves nothing, and is back where they came from; what comes then is not theirs.
    m_view->showAttentionOf(id, visitor);
    reason->setText(u"gặp trưởng ca"_s);
    QCOMPARE(child<ActionButton>(u"settingsBack"_s)->text(), SettingsView::tr("Entries"));
    QTest::keyClick(reason, Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
    QVERIFY(reason->text().isEmpty());
    panel->showAdded(note);
    QCOMPARE(listed.count(), 1);
    m_view->showAttention();
    QVERIFY(child<QLineEdit>(u"attentionNumber"_s)->hasFocus());
    QVERIFY(!child<QLabel>(u"attentionWho"_s)->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(back.count(), 1); // from here the way back is that to the settings
    // The list itself is asked for while somebody is being noted.
    m_view->showAttentionOf(id, visitor);
    m_view->showAttention();
    QVERIFY(child<QLineEdit>(u"attentionNumber"_s)->isVisible());
    QVERIFY(child<QLabel>(u"attentionWho"_s)->text().isEmpty());
}

void TestSettingsView::whoIsToBeNotedIsScannedWhereTheNumberIsTyped()
{
    const QByteArray card = "001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021";
    AttentionPanel *panel = m_view->attentionPanel();
    QSignalSpy wanted(panel, &AttentionPanel::scanWanted);
    m_view->showAttention();
    auto *scan = child<ActionButton>(u"attentionScan"_s);
    auto *number = child<QLineEdit>(u"attentionNumber"_s);
    // With the card in the hand one scans into the field, which is where one is.
    QVERIFY(number->hasFocus());
    QCOMPARE(wanted.last()[0].toBool(), true);
    child<QLineEdit>(u"attentionReason"_s)->setFocus(); // whoever comes now is recorded
    QCOMPARE(wanted.last()[0].toBool(), false);
    panel->takeScanned(card); // somebody is looked up elsewhere
    QVERIFY(number->text().isEmpty());
    scan->click();
    QCOMPARE(wanted.last()[0].toBool(), true);
    panel->takeScanned(card);
    QCOMPARE(number->text(), u"001090999991"_s);
    QCOMPARE(child<QLineEdit>(u"attentionName"_s)->text(), u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(child<QLineEdit>(u"attentionReason"_s)->hasFocus());
    QCOMPARE(wanted.last()[0].toBool(), false); // the next one is a visitor
    number->setFocus();                         // something stands there: it is read, not asked for
    QCOMPARE(wanted.last()[0].toBool(), false);
    number->clear();
    number->clearFocus();
    number->setFocus();
    QCOMPARE(wanted.last()[0].toBool(), true);
    auto *waits = panel->findChild<QTimer *>();
    QCOMPARE(waits->interval(), AttentionPanel::waitsMs);
    waits->start(50); // and not by whoever comes much later
    QTRY_COMPARE(wanted.last()[0].toBool(), false);
    scan->click();
    QHideEvent minimised;
    QSpontaneKeyEvent::setSpontaneous(&minimised);
    QCoreApplication::instance()->notify(panel, &minimised); // whoever comes now is recorded
    QCOMPARE(wanted.last()[0].toBool(), false);
    scan->click();
    m_view->closePage();
    QCOMPARE(wanted.last()[0].toBool(), false);
}

void TestSettingsView::aCodeWithoutANumberThatTellsWhoItIsIsSaidToBeNone()
{
    AttentionPanel *panel = m_view->attentionPanel();
    m_view->showAttention();
    auto *number = child<QLineEdit>(u"attentionNumber"_s);
    number->setText(u"001090999991"_s); // of the one before
    QTest::mouseClick(child<ActionButton>(u"attentionScan"_s), Qt::LeftButton);
    panel->takeScanned("https://example.com/menu");
    QVERIFY(number->text().isEmpty());
    QVERIFY(number->hasFocus());
    QVERIFY(child<QLabel>(u"attentionSaid"_s)->text().contains(u"không có số giấy tờ"_s));
}

void TestSettingsView::theValidityOfANoteBeginsAnew()
{
    m_view->showAttention();
    auto *validity = child<ChoiceRow>(u"attentionValidity"_s);
    const int usual = validity->index();
    const QString example = child<QLineEdit>(u"attentionDay"_s)->placeholderText();
    const QDate shown = QDate::fromString(example, u"dd/MM/yyyy"_s);
    QVERIFY2(shown > QDate::currentDate(), qPrintable(example));
    QSignalSpy added(m_view->attentionPanel(), &AttentionPanel::addRequested);
    validity->button(int(AttentionPanel::Validity::Day))->click();
    child<QLineEdit>(u"attentionNumber"_s)->setText(u"001090999991"_s);
    child<QLineEdit>(u"attentionReason"_s)->setText(u"thử"_s);
    child<QLineEdit>(u"attentionDay"_s)->setText(example);
    child<ActionButton>(u"attentionAdd"_s)->click();
    QCOMPARE(added.count(), 1);
    m_view->attentionPanel()->showAdded(added.first()[0].value<AttentionNote>());
    QCOMPARE(validity->index(), usual);
    QVERIFY(!child<QWidget>(u"attentionDay"_s)->isVisible());
}

void TestSettingsView::nobodyIsTakenOffTheListUnasked()
{
    AttentionPanel *panel = m_view->attentionPanel();
    AttentionNote note;
    note.id = QUuid::createUuid();
    note.reason = u"đã gây rối"_s;
    note.who.name = u"Nguyễn Thử"_s;
    note.who.idNumber = u"001090999991"_s;
    panel->setNotes({note});
    m_view->showAttention();
    QSignalSpy withdrawn(panel, &AttentionPanel::withdrawRequested);
    auto *question = child<QLabel>(u"attentionQuestion"_s);
    const auto ask = [this] {
        child<QTableView>(u"attentionTable"_s)->selectRow(0);
        child<ActionButton>(u"attentionWithdraw"_s)->click();
    };
    ask();
    QVERIFY(withdrawn.isEmpty());
    QVERIFY(question->isVisible());
    QVERIFY2(question->text().contains(u"N. Thử"_s) && question->text().contains(note.reason),
             qPrintable(question->text()));
    QVERIFY2(!question->text().contains(note.who.idNumber), "the number is masked");
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"attentionKeep"_s)); // Enter does no harm
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(withdrawn.isEmpty() && !question->isVisible());
    ask();
    child<ActionButton>(u"attentionConfirm"_s)->click();
    QCOMPARE(withdrawn.count(), 1);
    QCOMPARE(withdrawn.first()[0].toUuid(), note.id);
    panel->showWithdrawn(withdrawn.first()[1].toString());
    panel->setNotes({});
    auto *said = child<QLabel>(u"attentionListSaid"_s);
    QVERIFY(said->isVisible() && said->text().contains(u"N. Thử"_s));
    QVERIFY(!question->isVisible());
    panel->setNotes({note});
    ask();
    m_view->closePage(); // whoever comes next is not asked what another began
    m_view->showAttention();
    QVERIFY(!question->isVisible());
}

void TestSettingsView::whoIsNotedAndInsideIsSaid()
{
    m_view->showAttention();
    AttentionNote note;
    note.who.name = u"Nguyễn Thử"_s;
    m_view->attentionPanel()->showAdded(note);
    m_view->attentionPanel()->showInside(u"Nguyễn Thử"_s, u"hôm nay 08:12"_s);
    auto *said = child<QLabel>(u"attentionSaid"_s);
    QVERIFY2(said->isVisible() && said->text().contains(u"08:12"_s) && said->text().contains(u"Nguyễn Thử"_s),
             qPrintable(said->text()));
}

void TestSettingsView::enterInTheLastFieldAnnounces()
{
    QSignalSpy added(m_view->expectedPanel(), &ExpectedPanel::addRequested);
    m_view->showExpected();
    child<QLineEdit>(u"expectedName"_s)->setText(u"Lê Thị Giả Lập"_s);
    child<QLineEdit>(u"expectedTime"_s)->setText(u"8 giờ 30"_s);
    auto *host = child<QLineEdit>(u"expectedHost"_s);
    host->setText(u"Phòng 3"_s);
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Return);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first()[0].value<QList<ExpectedVisitor>>().first().at, QTime(8, 30));
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"expectedName"_s));
}

void TestSettingsView::theSampleFileIsOneThatIsTaken()
{
    QFETCH(QString, language);
    m_language.apply(language);
    m_view->showExpected();
    QSignalSpy wanted(m_view->expectedPanel(), &ExpectedPanel::sampleWanted);
    m_view->expectedPanel()->savingPlace()->dialog = [](auto...) { return u"/tmp/sample.csv"_s; };
    child<ActionButton>(u"expectedSample"_s)->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first()[0].toString(), u"/tmp/sample.csv"_s);
    const QDate day = QDate::currentDate().addDays(1);
    const QByteArray sample = expectedSample(day);
    QVERIFY(sample.startsWith("\xEF\xBB\xBF"));
    const ExpectedCsv csv = readExpectedCsv(sample, QDate::currentDate());
    QVERIFY(!csv.fileFault && csv.faults.isEmpty());
    QCOMPARE(csv.visitors.size(), 2);
    for (const ExpectedVisitor &visitor : csv.visitors) {
        QCOMPARE(visitor.day, day);
        QVERIFY(visitor.at && !visitor.host.isEmpty() && !visitor.phone.isEmpty() &&
                !visitor.purpose.isEmpty());
    }
}

void TestSettingsView::anExpectedVisitorNeedsANameAndAPossibleTime()
{
    QSignalSpy added(m_view->expectedPanel(), &ExpectedPanel::addRequested);
    m_view->showExpected();
    auto *add = child<ActionButton>(u"expectedAdd"_s);
    add->click();
    QVERIFY(added.isEmpty());
    child<QLineEdit>(u"expectedName"_s)->setText(u"Le\u200bThi"_s); // pasted: it would never be recorded
    add->click();
    QVERIFY(added.isEmpty());
    QCOMPARE(child<QLineEdit>(u"expectedName"_s)->text(), u"Le\u200bThi"_s);
    child<QLineEdit>(u"expectedName"_s)->clear();
    QTest::keyClicks(child<QLineEdit>(u"expectedName"_s), u"Le Thi Gia Lap"_s);
    QTest::keyClicks(child<QLineEdit>(u"expectedTime"_s), u"25:00"_s);
    add->click();
    QVERIFY(added.isEmpty());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>(u"expectedTime"_s));
    child<QLineEdit>(u"expectedTime"_s)->clear();
    QTest::keyClicks(child<QLineEdit>(u"expectedTime"_s), u"8h30"_s);
    add->click();
    QCOMPARE(added.count(), 1);
    const ExpectedVisitor visitor = added[0][0].value<QList<ExpectedVisitor>>().first();
    QCOMPARE(visitor.name, u"Le Thi Gia Lap"_s);
    QCOMPARE(visitor.at, QTime(8, 30));
    QCOMPARE(visitor.day, QDate::currentDate());
}

void TestSettingsView::aFileIsLookedAtBeforeItIsTaken()
{
    ExpectedPanel *panel = m_view->expectedPanel();
    QSignalSpy added(panel, &ExpectedPanel::addRequested);
    ExpectedVisitor visitor;
    visitor.name = u"Lê Thị Giả Lập"_s;
    visitor.day = QDate(2026, 11, 23);
    m_view->showExpected();
    panel->showFile({u"khach.csv"_s, {visitor}, {{4, u"không có tên"_s}}, {}});
    QVERIFY(added.isEmpty());
    QVERIFY(child<QPlainTextEdit>(u"expectedFaults"_s)->toPlainText().contains(u"Dòng 4: không có tên"_s));
    child<ActionButton>(u"expectedTake"_s)->click();
    QCOMPARE(added.count(), 1);
    QCOMPARE(panel->day(), QDate(2026, 11, 23)); // where they can be seen
    panel->showFile({u"x.csv"_s, {}, {}, u"Tệp trống."_s});
    QVERIFY(!child<ActionButton>(u"expectedTake"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"expectedFileWords"_s)->text().contains(u"Tệp trống."_s));
}

void TestSettingsView::aPageHasItsWayBack()
{
    m_view->showAttention();
    QVERIFY(m_view->attentionPanel()->isVisible());
    QCOMPARE(child<QLabel>(u"settingsPageTitle"_s)->text(), u"Danh sách lưu ý"_s);
    QVERIFY(child<QLineEdit>(u"attentionNumber"_s)->hasFocus()); // what is typed goes into its first field
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_view->attentionPanel()->isVisible());
    QVERIFY(child<QWidget>(u"devicesSettings"_s)->isVisible());
}

void TestSettingsView::staffAreMarkedByWhoeverLooksForThem()
{
    // Found by what a newcomer would type.
    m_language.apply(u"en"_s);
    settle();
    child<QLineEdit>(u"settingsSearch"_s)->setText(u"colleagues"_s);
    QVERIFY(child<QAbstractButton>(u"staffButton"_s)->isVisible());
    StaffPanel *panel = m_view->staffPanel();
    QSignalSpy wanted(panel, &StaffPanel::wanted);
    QSignalSpy marked(panel, &StaffPanel::markRequested);
    child<QAbstractButton>(u"staffButton"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].toString().isEmpty()); // whoever is staff already
    panel->setHits({}, {});
    QVERIFY(!child<QAbstractButton>(u"staffMark"_s)->isEnabled());
    auto *search = child<QLineEdit>(u"staffSearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"mau"_s);
    QTRY_COMPARE(wanted.last()[0].toString(), u"mau"_s);
    VisitorHit hit;
    hit.visitorId = QUuid::createUuid();
    hit.visitor.name = u"Trần Thị Mẫu"_s;
    panel->setHits(u"an answer that comes late"_s, {});
    panel->setHits(u"mau"_s, {hit});
    auto *table = child<QAbstractItemView>(u"staffTable"_s);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"T. T. Mẫu"_s);
    // Who is meant by other words than those typed is not marked by a quick hand.
    QTest::keyClicks(search, u" an"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(marked.size(), 0);
    QTRY_COMPARE(wanted.last()[0].toString(), u"mau an"_s);
    panel->setHits(u"mau an"_s, {hit});
    QTest::keyClick(search, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][0].toUuid(), hit.visitorId);
    QCOMPARE(marked[0][1].toBool(), true);
    hit.visitor.staff = true;
    panel->setHits(u"mau an"_s, {hit});
    child<QAbstractButton>(u"staffMark"_s)->click();
    QCOMPARE(marked[1][1].toBool(), false);
    // Enter goes to who was found, and there it does what the button says.
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(table->hasFocus());
    QCOMPARE(marked.size(), 2);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(marked.size(), 3);
    // Whoever comes again looks for somebody else.
    m_view->closePage();
    QVERIFY(search->text().isEmpty());
    child<QAbstractButton>(u"staffButton"_s)->click();
    panel->setHits({}, {hit});
    QCOMPARE(table->model()->rowCount(), 1);
    panel->forget();
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(search->text().isEmpty());
}

void TestSettingsView::everyControlHasANameForScreenReaders_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << u"vi"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestSettingsView::everyControlHasANameForScreenReaders()
{
    QFETCH(QString, language);
    m_language.apply(language);
    child<ActionButton>(u"addSerialPort"_s)->click();
    settle();
    const auto walk = [this](const QString &where) {
        QStringList found;
        nameless(QAccessible::queryAccessibleInterface(m_view.get()), found);
        QVERIFY2(found.isEmpty(), qPrintable(where + u": "_s + found.join(u", "_s)));
    };
    for (const QString &section : m_view->sections()) {
        m_view->showSection(section);
        walk(section);
    }
    m_view->showAttention();
    child<ChoiceRow>(u"attentionValidity"_s)->button(int(AttentionPanel::Validity::Day))->click();
    walk(u"attention"_s);
    m_view->showStaff();
    walk(u"staff"_s);
    m_view->showExpected();
    m_view->expectedPanel()->showFile({u"khach.csv"_s, {}, {{4, u"x"_s}}, {}});
    walk(u"expected"_s);
}

void TestSettingsView::everyTextIsReadableAsPainted_data()
{
    QTest::addColumn<ThemeKind>("theme");
    QTest::newRow("light") << ThemeKind::Light;
    QTest::newRow("dark") << ThemeKind::Dark;
    QTest::newRow("contrast") << ThemeKind::Contrast;
}

void TestSettingsView::everyTextIsReadableAsPainted()
{
    QFETCH(ThemeKind, theme);
    applyTheme(*qApp, theme);
    const double wanted = theme == ThemeKind::Contrast ? 7 : 4.5;
    int measured = 0;
    for (const QString &section : m_view->sections()) {
        m_view->showSection(section);
        settle();
        const QImage picture = m_view->grab().toImage();
        const QRect viewport = picture.rect();
        for (const QWidget *widget : m_view->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const QString text = label ? label->text() : button ? button->text() : QString();
            const QRect place(widget->mapTo(m_view.get(), QPoint()), widget->size());
            if (!widget->isVisible() || text.isEmpty() || !viewport.contains(place) ||
                widget->visibleRegion().boundingRect() != widget->rect())
                continue;
            // Without the frame, which is a colour of its own.
            const QImage inside = picture.copy(button ? place.adjusted(8, 8, -8, -8) : place);
            const double contrast = paintedContrast(inside);
            QVERIFY2(contrast >= wanted, qPrintable(u"%1: %2"_s.arg(text).arg(contrast)));
            ++measured;
        }
    }
    QVERIFY(measured > 60);
}

void TestSettingsView::aChoiceHasRoomAroundItsWordsAtEverySize()
{
    m_view->showSection(u"languageSettings"_s);
    for (const int text : textSizes) {
        applyTheme(*qApp, ThemeKind::Light, text);
        settle();
        const QAbstractButton *button = child<ChoiceRow>(u"languageChoice"_s)->button(0);
        const int words = QFontMetrics(textFont(tokens::bodyText, true)).horizontalAdvance(button->text());
        QVERIFY2(button->width() >= words + 2 * textScaled(tokens::space12),
                 qPrintable(QString::number(text)));
    }
}

void TestSettingsView::theChosenIsToldFromTheFocused()
{
    show({1366, 768});
    m_view->showSection(u"windowSettings"_s);
    auto *choice = child<ChoiceRow>(u"windowChoice"_s);
    choice->button(1)->setFocus(Qt::TabFocusReason);
    choice->setIndex(0);
    settle();
    const auto ground = [choice](int index) {
        return choice->button(index)->grab().toImage().pixelColor(8, 6);
    };
    QCOMPARE(ground(0).rgb(), coloursOf(choice->palette()).selection);
    QVERIFY(ground(1).rgb() != ground(0).rgb());
}

/// "cam vao" is to ban somebody, not a camera.
void TestSettingsView::whatSaysJustWhatIsTypedComesFirst()
{
    auto *search = m_view->findChild<QLineEdit *>(u"settingsSearch"_s);
    const auto first = [this] {
        QWidget *highest = nullptr;
        for (SettingsSection *section : m_view->findChildren<SettingsSection *>())
            if (section->isVisible() && (!highest || section->y() < highest->y()))
                highest = section;
        return highest ? highest->objectName() : QString();
    };
    search->setText(u"cam"_s);
    QTRY_COMPARE(first(), u"devicesSettings"_s);
    search->setText(u"cam vao"_s);
    QTRY_COMPARE(first(), u"rulesSettings"_s);
    QVERIFY(m_view->findChild<QWidget *>(u"attentionButton"_s)->isVisible());
    search->clear();
    QTRY_COMPARE(first(), m_view->sections().first());
}

void TestSettingsView::aNoteStandsBesideANarrowControlWhereThereIsRoom()
{
    m_view->showSection(u"keepingSettings"_s);
    const auto *days = child<QSpinBox>(u"keep:details"_s);
    const auto *row = qobject_cast<SettingRow *>(days->parentWidget());
    const auto placed = [row](const QWidget *part) {
        return QRect(part->mapTo(row, QPoint()), part->size());
    };
    const auto note = [&] {
        for (const auto *label : row->findChildren<QLabel *>())
            if (label->isVisible() && label->text() != row->label())
                return placed(label);
        return QRect();
    };
    settle();
    QVERIFY(note().left() > placed(days).right());
    QVERIFY(note().intersects(QRect(note().left(), placed(days).top(), 1, days->height())));
    QCOMPARE(row->height(), qMax(days->height(), tokens::controlHeight) + 2 * tokens::space4);
    show({910, 712});
    settle();
    QVERIFY2(note().left() < placed(days).left(), "below the label");
    QCOMPARE(days->accessibleDescription(), QString(u"Tính từ lượt ra vào."_s));
    show({1261, 712});
    settle();
    QVERIFY(note().left() > placed(days).right());
    search(u"tinh tu luot ra vao"_s); // found by its note as before
    QVERIFY(days->isVisible());
}

/// At 1366×768 and 100 %, without rail and top, with what a desk has on a day.
void TestSettingsView::noChapterScrollsOnAPlainScreen()
{
    QFETCH(QString, language);
    m_language.apply(language);
    m_view->setDevice({u"serial:usb"_s, u"Máy quét USB"_s, DeviceState::Running, DirectionRule::Auto, false,
                       true, u"Máy quét USB"_s});
    m_view->setDeviceHealth(camera, u"Đọc lúc 07:59 · hôm nay 412 lượt"_s);
    child<ActionButton>(u"addSerialPort"_s)->click();
    const QList<DeskOperator> operators{{QUuid::createUuid(), u"Giang Thử"_s, Role::Administrator},
                                        {QUuid::createUuid(), u"Lan Mẫu"_s, Role::Supervisor},
                                        {QUuid::createUuid(), u"Bình Giả"_s, Role::Operator},
                                        {QUuid::createUuid(), u"Minh Ví Dụ"_s, Role::Operator}};
    m_view->operatorSettings()->setOperators(operators, operators[0]);
    child<Toggle>(u"preview:"_s + camera)->click(); // the highest that it gets
    const auto *bar = child<QScrollArea>(u"settingsScroll"_s)->verticalScrollBar();
    const auto fits = [&](const QString &what) {
        settle();
        QVERIFY2(bar->maximum() == 0, qPrintable(u"%1: %2 too high"_s.arg(what).arg(bar->maximum())));
    };
    for (const QString &section : m_view->sections()) {
        m_view->showSection(section);
        fits(section);
    }
    m_view->showSection(u"operatorSettings"_s);
    auto *table = child<QTableView>(u"operatorTable"_s);
    for (const auto &[chosen, button] :
         {std::pair(0, u"operatorAdd"_s), std::pair(1, u"operatorPin"_s), std::pair(0, u"operatorPin"_s),
          std::pair(2, u"operatorRole"_s), std::pair(2, u"operatorRemove"_s),
          std::pair(0, u"operatorOwnPin"_s), std::pair(0, u"operatorsEnd"_s)}) {
        table->selectRow(chosen);
        child<ActionButton>(button)->click();
        QVERIFY(child<QWidget>(u"operatorForm"_s)->isVisible());
        fits(button);
        child<ActionButton>(u"operatorConfirm"_s)->click(); // says what is missing, where anything is
        fits(button + u" said"_s);
    }
}

/// A page is as high as it is itself, not as the highest that was looked at before.
void TestSettingsView::noPageScrollsWhicheverWasSeenBefore()
{
    QFETCH(QString, language);
    m_language.apply(language);
    const auto *bar = child<QScrollArea>(u"settingsPageScroll"_s)->verticalScrollBar();
    VisitorHit hit;
    hit.visitorId = QUuid::createUuid();
    hit.visitor.name = u"Trần Thị Mẫu"_s;
    for (int round = 0; round < 2; ++round) {
        m_view->showVenueCode();
        m_view->showExpected();
        settle();
        QCOMPARE(bar->maximum(), 0);
        m_view->showAttention();
        child<ChoiceRow>(u"attentionValidity"_s)->button(int(AttentionPanel::Validity::Day))->click();
        settle();
        QCOMPARE(bar->maximum(), 0);
        m_view->showStaff();
        for (const QList<VisitorHit> &hits : {QList<VisitorHit>{}, QList<VisitorHit>{hit}}) {
            m_view->staffPanel()->setHits({}, hits);
            settle();
            QCOMPARE(bar->maximum(), 0);
        }
    }
}

void TestSettingsView::noChapterIsWiderThanItsPlaceWhateverWasChanged()
{
    m_language.apply(u"vi"_s);
    const auto *scroll = child<QScrollArea>(u"settingsScroll"_s);
    const auto allFit = [&](const QString &when) {
        for (const QString &section : m_view->sections()) {
            m_view->showSection(section);
            settle();
            QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                     qPrintable(u"%1, %2: %3 of %4"_s.arg(section, when)
                                    .arg(scroll->widget()->width())
                                    .arg(scroll->viewport()->width())));
        }
    };
    allFit(u"at first"_s);
    for (const QString &language : {u"en"_s, u"vi"_s}) {
        m_language.apply(language);
        allFit(language);
    }
    for (const int size : {150, 100}) {
        applyTheme(*qApp, ThemeKind::Light, size);
        allFit(QString::number(size));
    }
    // While they were out of sight, too.
    m_view->showSection(u"appearanceSettings"_s);
    for (const int size : {150, 100}) {
        applyTheme(*qApp, ThemeKind::Light, size);
        settle();
    }
    allFit(u"unseen"_s);
    m_view->showSection(u"languageSettings"_s);
    for (const QString &language : {u"en"_s, u"vi"_s}) {
        m_language.apply(language);
        settle();
    }
    allFit(u"back"_s);
}

void TestSettingsView::nothingIsCutAtAnySize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("text");
    QTest::addColumn<QString>("language");
    const QSize rail(105, 56);
    const auto add = [&rail](const QSize &screen, int text) {
        for (const QString &language : {u"vi"_s, u"en"_s})
            QTest::addRow("%d %d %s", screen.width(), text, qPrintable(language))
                << screen - rail << text << language;
    };
    // 1366×768 as it is and at 150 % of the system's scaling (1920×1080 at 200 % is larger than that),
    // 1920×1080 with the largest text; without rail and top.
    for (const int text : textSizes)
        add({1366, 768}, text);
    add({910, 512}, 100);
    add({1920, 1080}, *std::max_element(std::begin(textSizes), std::end(textSizes)));
}

void TestSettingsView::nothingIsCutAtAnySize()
{
    QFETCH(QSize, size);
    QFETCH(int, text);
    QFETCH(QString, language);
    m_language.apply(language);
    applyTheme(*qApp, ThemeKind::Light, text);
    show(size);
    const auto check = [this](const QString &where) {
        settle();
        for (const QWidget *widget : m_view->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (!widget->isVisible() || (!label && !widget->inherits("QAbstractButton")) ||
                widget->parentWidget()->inherits("QLineEdit"))
                continue;
            const QString words =
                label ? label->text() : static_cast<const QAbstractButton *>(widget)->text();
            const QString what = where + u": "_s + widget->objectName() + u' ' + words;
            const bool wraps = label && label->wordWrap();
            const int height = wraps ? label->heightForWidth(label->width()) : widget->sizeHint().height();
            QVERIFY2(widget->height() >= height, qPrintable(what));
            // Choices may stand closer; their words stay whole.
            const bool choice = qobject_cast<const ChoiceRow *>(widget->parentWidget());
            const QSize least = choice ? widget->minimumSizeHint() : widget->sizeHint();
            QVERIFY2(wraps || widget->width() >= least.width(), qPrintable(what));
            const QRect place(widget->mapTo(widget->parentWidget(), QPoint()), widget->size());
            QVERIFY2(widget->parentWidget()->rect().contains(place), qPrintable(what));
        }
    };
    for (const QString &section : m_view->sections()) {
        m_view->showSection(section);
        check(section);
    }
    m_view->showAttention();
    child<ChoiceRow>(u"attentionValidity"_s)->button(int(AttentionPanel::Validity::Day))->click();
    check(u"attention"_s);
    m_view->showStaff();
    check(u"staff"_s);
    m_view->showExpected();
    check(u"expected"_s);
}

QTEST_MAIN(TestSettingsView)
#include "tst_settingsview.moc"
