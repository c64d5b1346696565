#include "core/access/accesscontrol.h"
#include "core/barcode/qrdecoder.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/dayheads.h"
#include "core/desk/venueoffice.h"
#include "core/scan/devices/keyboardscandevice.h"
#include "core/settings/settings.h"
#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/reportsource.h"
#include "tests/unit/store/storefixture.h"
#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/language.h"
#include "ui/common/preferencestore.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesview.h"
#include "ui/firststart/firststartview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/rights.h"
#include "ui/mainwindow/settingnotes.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/passview/passview.h"
#include "ui/persondata/persondatapage.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/reportsview/tracepage.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/recordcheckpanel.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingssection.h"
#include "ui/settingsview/settingsview.h"
#include "ui/signin/idlewatch.h"
#include "ui/signin/signinpanel.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QProcess>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto personA = "001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba;
const auto personB = "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||"_ba;

constexpr int patience = 60'000; ///< milliseconds, on a busy machine

const QString guard = u"Bình Giả"_s;
const QString chief = u"Giang Thử"_s;
const QString shiftLead = u"Lan Mẫu"_s;
const QString pin = u"2468"_s;

/// A clock that the test sets: for the delays after wrong PINs, and for the keys of a scanner.
struct TestClock final : Clock
{
    Moment now() const override { return {nowMs, 420, false}; }
    qint64 steadyMs() const override { return steady; }
    qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    qint64 steady = 1'000'000;
};

/// A hash that is quickly made.
QByteArray quickHash(const QByteArray &text)
{
    char hash[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str(hash, text.constData(), quint64(text.size()),
                                         crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN);
    return failed ? QByteArray() : QByteArray(hash);
}

} // namespace

/// Who may see and do what in the window: a true window, a true store, true keys.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutOperatorsNothingAsksWhoWorksHere();
    void aLockedDeskGoesOnScanningAndShowsNobody();
    void aLockedWindowAsksForNothingByItself_data();
    void aLockedWindowAsksForNothingByItself();
    void aQuestionWaitsForWhoSignsIn();
    void twoKeysAndThePinChangeTheOperator();
    void theSignInCardLiesAboveEveryViewAndKeepsItsKeys();
    void whoClosesTheHelpIsBackInTheList();
    void aWrongPinIsCountedDownInWords();
    void whoForgotThePinIsLedToTheRecoverySheet();
    void aScanWhileThePinIsTypedIsRecordedAndNeverInTheField();
    void aPinTypedFluentlyBehindTheDigitIsNoScan_data();
    void aPinTypedFluentlyBehindTheDigitIsNoScan();
    void aPinTypedBeforeANameIsChosenIsTriedAgainstNobody();
    void aPinTypedOnALockedPageIsNotLost();
    void whoTurnsAwayWhileThePinIsCheckedStaysUntilItIs();
    void lockingMasksAtOnce();
    void anotherOperatorSeesNothingOfTheLastOnes();
    void whatWasHalfTypedIsGoneAndCannotBeBroughtBack_data();
    void whatWasHalfTypedIsGoneAndCannotBeBroughtBack();
    void aTraceUnderWayEndsWithTheLock();
    void aPersonLookedForIsNotFoundAfterTheLock();
    void whoMayNotIsToldWhoMay();
    void aRefusalOfTheRecordIsSaidInWords();
    void nobodyAtTheDeskLocksIt();
    void aKeyAfterALongSleepOpensNothing();
    void aScannerIsNobodyAtTheDesk();
    void aNewDeskAsksWhetherPeopleSignIn();
    void aNewDeskMayWorkWithoutSignIn();
    void whoSetsUpSignInIsLedToTheRecoverySheet();
    void operatorsAreMadeAndChangedInTheSettings();
    void everybodyChangesTheirOwnPinByTheOneSoFar();
    void ownPinAsksForTheOneSoFarInTheListAsWell();
    void aKioskIsLeftByThePinOfAnAdministrator();
    void theLastAdministratorCannotBeLost();
    void signInIsTurnedOffByAnAdministrator();
    void theRecordIsCheckedAndSaysWhatIsWrong();
    void aCheckThatIsStoppedSaysWhatItHasNotSeen();
    void whatOnlyABackupHoldsIsSaidWithTheWayBack();
    void thePrintedHeadIsTheLineThatCoreSigned();
    void changedSettingsAreInTheLedgerWithoutTheirValues();
    void aPageThatIsOpenedByAButtonIsFoundOnce();

private:
    void openRecords(bool withOperators);
    void startWindow(bool asksFirst = false);
    void scan(const QByteArray &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void signIn(int digit);
    void showDetailsInFull();
    void letIdleLook();
    QString ledgerText(const QString &kind) const;
    QString refusals() const;
    QString text(const QString &name) const { return m_window->findChild<QLabel *>(name)->text(); }
    template <typename T> T *child(const QString &name = {}) const { return m_window->findChild<T *>(name); }
    void click(const QString &name) const { child<QAbstractButton>(name)->click(); }

    SystemClock m_clock;
    TestClock m_pinClock;
    const Clock *m_windowClock = &m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<AccessControl> m_access;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccess::init()
{
    m_folder = std::make_unique<QTemporaryDir>(storetest::quickFolder());
    m_store = std::make_unique<EntryStore>();
    m_access = std::make_unique<AccessControl>(m_store.get(), &m_pinClock);
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
}

void TestAccess::cleanup()
{
    m_window.reset();
    m_windowClock = &m_clock;
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_access.reset();
    m_store.reset();
}

void TestAccess::startWindow(bool asksFirst)
{
    DeskPreferences preferences;
    preferences.language = u"en"_s;
    preferences.firstStartDone = !asksFirst;
    preferences.location = u"Cổng A"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    m_window->connectDesk({m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), m_windowClock,
                           asksFirst, nullptr, m_access.get()});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// By name: Bình Giả (1) an operator, Giang Thử (2) an administrator, Lan Mẫu (3) a supervisor.
void TestAccess::openRecords(bool withOperators)
{
    QVERIFY(m_store->open(m_folder->path(), StoreMode::ReadWrite).isValid());
    auto unlocked = m_store->unlock(QByteArray(32, 'k'), KeyPlace::File);
    QTRY_VERIFY_WITH_TIMEOUT(unlocked.isFinished(), patience);
    QVERIFY(unlocked.result().ok());
    if (withOperators) {
        OperatorRegister operators(m_store.get());
        auto first = operators.add(chief, Role::Administrator, quickHash(pin.toUtf8()));
        QTRY_VERIFY_WITH_TIMEOUT(first.isFinished(), patience);
        operators.signIn(first.result()->id);
        operators.add(shiftLead, Role::Supervisor, quickHash(pin.toUtf8()));
        operators.add(guard, Role::Operator, quickHash(pin.toUtf8()));
        auto out = operators.signOut();
        QTRY_VERIFY_WITH_TIMEOUT(out.isFinished(), patience);
    }
    auto loaded = m_access->load();
    QTRY_VERIFY_WITH_TIMEOUT(loaded.isFinished(), patience);
    m_window->setDeskReady();
}

void TestAccess::scan(const QByteArray &code)
{
    RawScan raw;
    raw.deviceId = u"test"_s;
    raw.source = u"test"_s;
    raw.capturedAt = m_clock.now();
    raw.steadyMs = m_clock.steadyMs();
    raw.sightings << Sighting{code, {}};
    m_desk->take(raw);
}

void TestAccess::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestAccess::type(const QString &words)
{
    QTest::keyClicks(QApplication::focusWidget(), words);
}

void TestAccess::signIn(int digit)
{
    press(Qt::Key_F8);
    press(Qt::Key(Qt::Key_0 + digit), Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget()->objectName(), u"signInPin"_s, patience);
    type(pin);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->signInPanel()->isHidden(), patience);
    QVERIFY(!m_window->isLocked());
}

void TestAccess::showDetailsInFull()
{
    press(Qt::Key_F3);
    auto *table = child<QTableView>(u"entryTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    auto *details = child<DetailsPanel>();
    // The list may be fetched anew at any moment: whatever is there is pressed until it is shown.
    const auto shown = [&] {
        if (details->isRevealed())
            return true;
        if (details->isHidden())
            click(u"detailsButton"_s);
        else if (child<QWidget>(u"revealPanel"_s)->isVisible())
            press(Qt::Key_Return);
        else if (details->details())
            press(Qt::Key_R, Qt::ControlModifier);
        return details->isRevealed();
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), patience);
}

/// Waits until the time since the last touch was looked at.
void TestAccess::letIdleLook()
{
    auto *timer = child<IdleWatch>()->findChild<QTimer *>();
    timer->setInterval(20); // oftener than it need
    QSignalSpy looked(timer, &QTimer::timeout);
    QTRY_VERIFY_WITH_TIMEOUT(!looked.isEmpty(), patience);
}

/// Everything that the ledger tells of a kind.
QString TestAccess::ledgerText(const QString &kind) const
{
    Connection connection;
    if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
        return u"cannot be opened"_s;
    QStringList details;
    Statement rows = connection.query(u"SELECT detail FROM ledger WHERE kind = ? ORDER BY seq"_s, kind);
    while (rows.next())
        details << rows.text(0);
    return details.join(u'\n');
}

/// What the ledger tells of refusals, those that are just being written included.
QString TestAccess::refusals() const
{
    const auto wait = [](auto future) { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience); };
    wait(m_store->counters(0, 1)); // what was asked of the readers is answered before
    wait(ReportSource(m_store.get()).firstScan());
    wait(m_store->match(PersonQuery())); // what is told of refusals is written before
    return ledgerText(u"refusal"_s);
}

// ---- locked

void TestAccess::withoutOperatorsNothingAsksWhoWorksHere()
{
    startWindow();
    openRecords(false);
    QVERIFY(!m_window->isLocked());
    QVERIFY(child<QWidget>(u"operatorButton"_s)->isHidden());
    press(Qt::Key_F8);
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->signInPanel()->isHidden());
    QVERIFY(!m_window->isLocked());
}

void TestAccess::aLockedDeskGoesOnScanningAndShowsNobody()
{
    startWindow();
    openRecords(true);
    QVERIFY(m_window->isLocked());
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience); // recorded
    QCOMPARE(text(u"resultWord"_s), u"IN"_s);
    QCOMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s); // as the visitors' window says it
    for (const QLabel *label : m_window->scanView()->findChildren<QLabel *>())
        QVERIFY2(label->isHidden() || !label->text().contains(u"1990"_s), qPrintable(label->text()));
    QVERIFY(!child<QWidget>(u"undoButton"_s)->isVisible());
    QCOMPARE(child<QTableView>(u"recentTable"_s)->model()->rowCount(), 0);
    for (const Qt::Key key : {Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6, Qt::Key_F7, Qt::Key_F10}) {
        press(key);
        QVERIFY(child<QWidget>(u"lockedPage"_s)->isVisible());
    }
    QCOMPARE(child<QTableView>(u"entryTable"_s)->model()->rowCount(), 0);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!child<QWidget>(u"handEntryPanel"_s)->isVisible());
    // Data are refused to whoever asks; a locked window asks for none.
    const QString before = refusals(); // while the operators were made
    scan(personB);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"2"_s, patience);
    QTest::qWait(1200); // what the window brings up to date, it does within a second
    QCOMPARE(refusals(), before);
}

void TestAccess::aLockedWindowAsksForNothingByItself_data()
{
    using View = MainWindow::View;
    QTest::addColumn<View>("view");
    QTest::newRow("who is inside") << View::Inside;
    QTest::newRow("the day in pictures") << View::Reports;
    QTest::newRow("another view") << View::Settings;
}

/// Nobody is refused what nobody asked for: an auditor looks for those who tried.
void TestAccess::aLockedWindowAsksForNothingByItself()
{
    QFETCH(const MainWindow::View, view);
    startWindow();
    openRecords(true);
    signIn(3);
    m_window->showView(view);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    QTest::qWait(300);
    const QString before = refusals();
    m_window->insideView()->refresh(); // an entry of just now: it is brought up to date a moment later
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    const QSignalSpy asked(m_window->insideView(), &InsideView::rowsWanted);
    QTest::qWait(2500); // what the window brings up to date, it does within two seconds
    const QDateTime tomorrow = QDateTime::currentDateTime().addDays(1);
    m_window->setNow(tomorrow);
    QTest::qWait(500);
    QVERIFY(asked.isEmpty());
    QCOMPARE(refusals(), before);
    // Whoever signs in sees what was recorded meanwhile, of the new day.
    signIn(3);
    m_window->showView(MainWindow::View::Inside);
    QTRY_COMPARE_WITH_TIMEOUT(child<QTableView>(u"insideTable"_s)->model()->rowCount(), 1, patience);
    m_window->showView(MainWindow::View::Reports);
    m_window->reportsView()->open(ReportsView::Pictures);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"overviewSums"_s).contains(u"In 0"_s), patience);
}

void TestAccess::aQuestionWaitsForWhoSignsIn()
{
    startWindow();
    openRecords(true);
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::Out, RepeatPolicy::InView});
    scan(personA);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"resultWord"_s) == u"PLEASE WAIT"_s, patience);
    QVERIFY(child<QLabel>(u"resultName"_s)->isHidden());
    press(Qt::Key_Escape); // what asks who works here
    m_window->endSignIn();
    press(Qt::Key_Return);
    QCOMPARE(text(u"resultWord"_s), u"PLEASE WAIT"_s); // nobody answers for nobody
    signIn(1);
    QCOMPARE(text(u"resultWord"_s), u"CONFIRM"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"resultWord"_s), u"OUT"_s, patience);
}

// ---- signing in

void TestAccess::twoKeysAndThePinChangeTheOperator()
{
    startWindow();
    openRecords(true);
    QVERIFY(m_window->signInPanel()->isVisible()); // a desk that starts asks by itself
    signIn(1);
    QCOMPARE(m_access->current()->name, guard);
    QVERIFY(child<ActionButton>(u"operatorButton"_s)->accessibleName().contains(guard));
    signIn(3);
    QCOMPARE(m_access->current()->name, shiftLead);
    QCOMPARE(m_access->role(), Role::Supervisor);
    press(Qt::Key_F8);
    press(Qt::Key_Escape);
    QVERIFY(m_window->signInPanel()->isHidden());
    QCOMPARE(m_access->current()->name, shiftLead); // whoever leaves the question changes nothing
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked()); // at once
    QTRY_VERIFY_WITH_TIMEOUT(!m_access->current(), patience);
    QCOMPARE(ledgerText(u"sign-in"_s), u"in\nout\nin\nin\nout"_s);
}

void TestAccess::theSignInCardLiesAboveEveryViewAndKeepsItsKeys()
{
    startWindow();
    openRecords(true);
    const SignInPanel *card = m_window->signInPanel();
    QVERIFY(card->isVisible());
    press(Qt::Key_3, Qt::AltModifier);
    type(u"24"_s);
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_F3, Qt::Key_F10, Qt::Key_F2}) {
        press(key);
        for (const QWidget *part : card->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            const QPoint middle = part->mapTo(m_window.get(), part->rect().center());
            QVERIFY2(!part->isVisible() || card->isAncestorOf(m_window->childAt(middle)),
                     qPrintable(part->objectName()));
            QVERIFY(card->rect().contains(part->geometry()));
        }
        QCOMPARE(QApplication::focusWidget()->objectName(), u"signInPin"_s);
    }
    type(u"68"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    QCOMPARE(m_access->current()->name, shiftLead);
}

void TestAccess::whoClosesTheHelpIsBackInTheList()
{
    startWindow();
    openRecords(true);
    signIn(3);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    showDetailsInFull();
    auto *table = child<QTableView>(u"entryTable"_s);
    table->setFocus();
    press(Qt::Key_F1);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"helpSearch"_s);
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table);
    // From another view too: what had the keys before is not on the screen any more.
    press(Qt::Key_F2);
    press(Qt::Key_F1);
    press(Qt::Key_F3);
    child<QWidget>(u"helpSearch"_s)->setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table);
}

void TestAccess::aWrongPinIsCountedDownInWords()
{
    startWindow();
    openRecords(true);
    press(Qt::Key_2, Qt::AltModifier);
    type(u"1357"_s);
    press(Qt::Key_Return);
    auto *said = child<QLabel>(u"signInSaid"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"1 seconds"_s), qPrintable(said->text()), patience);
    QVERIFY(m_window->isLocked());
    QVERIFY(child<QLineEdit>(u"signInPin"_s)->text().isEmpty());
    // The second wrong one costs more; whoever comes back to the name is told as well.
    auto wrong = m_access->signIn(chief, u"1357"_s);
    QTRY_VERIFY_WITH_TIMEOUT(wrong.isFinished(), patience);
    QCOMPARE(wrong.result().error().code, ErrorCode::PinTooSoon);
    m_pinClock.nowMs += 1'000;
    auto again = m_access->signIn(chief, u"1357"_s);
    QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
    QCOMPARE(again.result().error().code, ErrorCode::PinWrong);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"2 seconds"_s), qPrintable(said->text()), patience);
    type(pin);
    press(Qt::Key_Return); // too soon: not even asked
    QVERIFY(m_window->isLocked());
    QCOMPARE(child<QLineEdit>(u"signInPin"_s)->text(), pin);
    m_pinClock.nowMs += 2'000;
    QTRY_VERIFY_WITH_TIMEOUT(!said->text().contains(u"again in"_s), 30'000); // counted down
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
}

void TestAccess::whoForgotThePinIsLedToTheRecoverySheet()
{
    startWindow();
    openRecords(true);
    const QSignalSpy wanted(m_window->signInPanel(), &SignInPanel::recoveryWanted);
    child<ActionButton>(u"signInForgotten"_s)->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(m_window->isLocked());
}

void TestAccess::aScanWhileThePinIsTypedIsRecordedAndNeverInTheField()
{
    startWindow();
    openRecords(true);
    TestClock keyClock;
    KeyboardScanDevice scanner(u"Keyboard"_s, &keyClock);
    connect(&scanner, &ScanDevice::scanned, m_desk.get(), &CheckpointDesk::take);
    QWindow *window = m_window->windowHandle();
    press(Qt::Key_1, Qt::AltModifier);
    auto *field = child<QLineEdit>(u"signInPin"_s);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), field, patience);
    scanner.start();
    // As a person: two characters, long after each other.
    for (const char digit : {'2', '4'}) {
        QTest::keyClick(window, digit);
        keyClock.steady += 1'000;
        const QString typed = field->text();
        QTRY_VERIFY_WITH_TIMEOUT(field->text().size() == (digit == '2' ? 1 : 2), patience);
    }
    // As a scanner: everything at once, with Enter behind.
    for (const char each : "001090999991||NGUYEN THU NGHIEM|15011990|Nam|HN|01052021"_ba)
        QTest::keyClick(window, each);
    QTest::keyClick(window, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    QCOMPARE(field->text(), u"24"_s);
    QVERIFY(m_window->isLocked());
    keyClock.steady += 5'000;
    for (const char digit : {'6', '8'}) {
        QTest::keyClick(window, digit);
        keyClock.steady += 1'000;
        QTRY_COMPARE_WITH_TIMEOUT(field->text().size(), digit == '6' ? 3 : 4, patience);
    }
    QTest::keyClick(window, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    scanner.stop();
}

/// As fingers that know it: no pause between the choice of the name and the PIN.
void TestAccess::aPinTypedFluentlyBehindTheDigitIsNoScan_data()
{
    QTest::addColumn<int>("firstGapMs");
    QTest::newRow("evenly") << 80;
    QTest::newRow("the first two keys together") << 0;
}

void TestAccess::aPinTypedFluentlyBehindTheDigitIsNoScan()
{
    QFETCH(const int, firstGapMs);
    startWindow();
    openRecords(true);
    KeyboardScanDevice scanner(u"Keyboard"_s, &m_clock);
    const QSignalSpy scanned(&scanner, &ScanDevice::scanned);
    connect(&scanner, &ScanDevice::scanned, m_desk.get(), &CheckpointDesk::take);
    scanner.start();
    QWindow *window = m_window->windowHandle();
    QTest::keyClick(window, '3', Qt::AltModifier);
    QTest::qWait(firstGapMs);
    for (const char digit : pin.toLatin1()) {
        QTest::keyClick(window, digit);
        QTest::qWait(80);
    }
    QTest::keyClick(window, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    QCOMPARE(m_access->current()->name, shiftLead);
    QVERIFY(scanned.isEmpty());
    scanner.stop();
}

/// Nobody but its owner is charged with it, whatever its digits.
void TestAccess::aPinTypedBeforeANameIsChosenIsTriedAgainstNobody()
{
    startWindow();
    openRecords(true);
    const QSignalSpy tried(m_window->signInPanel(), &SignInPanel::signInWanted);
    type(pin); // begins with the digit of another
    press(Qt::Key_Return);
    QVERIFY(text(u"signInSaid"_s).startsWith(u"Whose PIN"_s));
    QVERIFY(tried.isEmpty());
    QCOMPARE(child<QLineEdit>(u"signInPin"_s)->text(), pin);
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    QCOMPARE(m_access->current()->name, shiftLead);
    QCOMPARE(tried.count(), 1);
}

/// Whoever comes back to a page that is locked begins with what they know by heart.
void TestAccess::aPinTypedOnALockedPageIsNotLost()
{
    startWindow();
    openRecords(true);
    press(Qt::Key_Escape);
    press(Qt::Key_F3);
    QVERIFY(child<QWidget>(u"lockedPage"_s)->isVisible());
    QVERIFY(m_window->signInPanel()->isHidden());
    type(pin);
    QVERIFY(m_window->signInPanel()->isVisible());
    QCOMPARE(child<QLineEdit>(u"signInPin"_s)->text(), pin);
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    QCOMPARE(m_access->current()->name, shiftLead);
}

void TestAccess::whoTurnsAwayWhileThePinIsCheckedStaysUntilItIs()
{
    startWindow();
    openRecords(true);
    press(Qt::Key_1, Qt::AltModifier);
    type(pin);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    click(u"signInLeave"_s);
    QVERIFY(m_window->signInPanel()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->signInPanel()->isHidden(), patience);
    QVERIFY(!m_window->isLocked());
    // Who locks the desk while another PIN is checked finds it locked.
    press(Qt::Key_F8);
    press(Qt::Key_3, Qt::AltModifier);
    type(pin);
    press(Qt::Key_Return);
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    const auto signedOut = [&] {
        const QString told = ledgerText(u"sign-in"_s);
        return told.count(u"in"_s) == 3 && told.endsWith(u"out"_s);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(signedOut(), qPrintable(ledgerText(u"sign-in"_s)), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_access->current(), patience);
    QVERIFY(m_window->isLocked());
}

// ---- masks

void TestAccess::lockingMasksAtOnce()
{
    startWindow();
    openRecords(true);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    signIn(3);
    showDetailsInFull();
    press(Qt::Key_L, Qt::ControlModifier);
    auto *details = child<DetailsPanel>();
    QVERIFY(!details->isRevealed());
    QVERIFY(!details->details()); // not even in memory
    QVERIFY(child<QWidget>(u"lockedPage"_s)->isVisible());
    QCOMPARE(child<QTableView>(u"entryTable"_s)->model()->rowCount(), 0);
    signIn(3);
    QTRY_COMPARE_WITH_TIMEOUT(child<QTableView>(u"entryTable"_s)->model()->rowCount(), 1, patience);
    QVERIFY(!details->isRevealed());
}

void TestAccess::anotherOperatorSeesNothingOfTheLastOnes()
{
    startWindow();
    openRecords(true);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    signIn(3);
    showDetailsInFull();
    child<QLineEdit>(u"entrySearch"_s)->setText(u"nghiem"_s);
    signIn(1);
    QVERIFY(!child<DetailsPanel>()->isRevealed());
    QVERIFY(!child<DetailsPanel>()->details());
    QVERIFY(child<QLineEdit>(u"entrySearch"_s)->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(child<QTableView>(u"entryTable"_s)->model()->rowCount(), 1,
                              patience); // fetched anew, masked
    QVERIFY(!child<ActionButton>(u"revealButton"_s)->isEnabled());
}

/// All parts of the window in which somebody writes of visitors.
void TestAccess::whatWasHalfTypedIsGoneAndCannotBeBroughtBack_data()
{
    QTest::addColumn<bool>("locks");
    QTest::newRow("the desk is locked") << true;
    QTest::newRow("somebody else signs in") << false;
}

void TestAccess::whatWasHalfTypedIsGoneAndCannotBeBroughtBack()
{
    QFETCH(const bool, locks);
    startWindow();
    openRecords(true);
    signIn(3);
    ReportsView *reports = m_window->reportsView();
    QList<QLineEdit *> fields{child<QLineEdit>(u"reportReason"_s)};
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_window->entriesView(), m_window->insideView(), m_window->passView(), reports->trace(),
             m_window->settingsView()->attentionPanel(), m_window->settingsView()->expectedPanel(),
             child<QWidget>(u"handEntryPanel"_s), child<QWidget>(u"completionPanel"_s),
             child<QWidget>(u"correctionPanel"_s), child<QWidget>(u"revealPanel"_s), reports->personData()})
        fields += part->findChildren<QLineEdit *>();
    for (const QString &name : {u"passageName"_s, u"passagePhone"_s, u"passagePurpose"_s})
        fields << reports->paperDay()->findChild<QLineEdit *>(name);
    fields << m_window->scanView()->findChild<QLineEdit *>(u"voidOwnWords"_s);
    const QStringList stay{u"traceFirstDay"_s, u"traceLastDay"_s, u"qt_spinbox_lineedit"_s,
                           u"revealOwnWords"_s}; // this one is empty whenever it opens
    fields.removeIf([&](const QLineEdit *each) { return stay.contains(each->objectName()); });
    QVERIFY(fields.size() > 25);
    for (QLineEdit *field : fields) {
        field->insert(u"79"_s);
        QVERIFY2(field->text().endsWith(u"79"_s), qPrintable(field->objectName()));
    }
    const QList<QAbstractButton *> wishes{child<QAbstractButton>(u"reportReveal"_s),
                                          child<QAbstractButton>(u"traceReveal"_s)};
    for (QAbstractButton *inFull : wishes)
        inFull->setChecked(true);
    ExpectedPanel *expected = m_window->settingsView()->expectedPanel();
    ExpectedVisitor visitor;
    visitor.name = u"Lê Thị Giả Lập"_s;
    visitor.day = QDate::currentDate();
    expected->showFile({u"visitors.csv"_s, {visitor}, {}, {}});
    auto *file = expected->findChild<QPlainTextEdit *>(u"expectedFaults"_s);
    QVERIFY(file->toPlainText().contains(visitor.name));
    if (locks)
        press(Qt::Key_L, Qt::ControlModifier);
    else
        signIn(1);
    QCOMPARE(file->toPlainText(), QString());
    QVERIFY(!expected->findChild<QAbstractButton *>(u"expectedTake"_s)->isEnabled());
    for (const QAbstractButton *inFull : wishes)
        QVERIFY2(!inFull->isChecked(), qPrintable(inFull->objectName()));
    QVERIFY(!reports->files()->takeRevealReason());
    for (QLineEdit *field : fields) {
        QVERIFY2(!field->text().contains(u"79"_s), qPrintable(field->objectName()));
        QVERIFY2(!field->isUndoAvailable(), qPrintable(field->objectName()));
    }
}

/// The answer comes when nobody is there any more, or somebody else.
void TestAccess::aTraceUnderWayEndsWithTheLock()
{
    startWindow();
    openRecords(true);
    scan(personA);
    scan(personB);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"2"_s, patience);
    signIn(3);
    m_window->showView(MainWindow::View::Reports);
    m_window->reportsView()->open(ReportsView::Trace);
    TracePage *trace = m_window->reportsView()->trace();
    auto *table = child<QTableWidget>(u"tracePreview"_s);
    const auto begin = [&] {
        child<QLineEdit>(u"tracePerson"_s)->setText(u"001090999991"_s);
        click(u"traceFind"_s);
        QTRY_COMPARE_WITH_TIMEOUT(child<QListWidget>(u"traceFound"_s)->count(), 1, patience);
        child<QSpinBox>(u"traceMinutes"_s)->setValue(0);
        child<QLineEdit>(u"traceReference"_s)->setText(u"12/CV"_s);
        child<QLineEdit>(u"traceReason"_s)->setText(u"case"_s);
        child<QAbstractButton>(u"traceReveal"_s)->setChecked(true);
        click(u"traceStart"_s);
    };
    begin();
    QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, patience);
    QVERIFY(child<QWidget>(u"traceSave"_s)->isEnabled());
    begin();
    QVERIFY(trace->table()->isWorking());
    QSignalSpy saved(trace, &TracePage::saveWanted);
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!child<QWidget>(u"traceSave"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!trace->table()->isWorking(), patience);
    PreviewRows late;
    late.columns = {{u"name"_s, {}, {}}};
    late.rows << CellRow{u"Lê Thị Giả Lập"_s};
    trace->setAnswer(late);
    QCOMPARE(table->rowCount(), 0);
    signIn(2);
    QCOMPARE(table->rowCount(), 0);
    QVERIFY(!child<QWidget>(u"traceSave"_s)->isEnabled());
    emit trace->table()->saveWanted();
    QVERIFY(saved.isEmpty());
}

void TestAccess::aPersonLookedForIsNotFoundAfterTheLock()
{
    startWindow();
    openRecords(true);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    signIn(3);
    m_window->showView(MainWindow::View::Reports);
    m_window->reportsView()->open(ReportsView::Trace);
    child<QLineEdit>(u"tracePerson"_s)->setText(u"001090999991"_s);
    click(u"traceFind"_s);
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_access->current(), patience);
    signIn(1); // the answer has had all the time that this takes
    QCOMPARE(child<QListWidget>(u"traceFound"_s)->count(), 0);
}

// ---- rights

void TestAccess::whoMayNotIsToldWhoMay()
{
    startWindow();
    openRecords(false);
    for (const Role role : {Role::Nobody, Role::Operator, Role::Supervisor, Role::Administrator}) {
        applyRights(*m_window, role);
        for (const auto &[deed, name] : guardedControls()) {
            const QString sentence = mayDo(role, deed) ? QString() : whoMay(deed);
            if (auto *button = child<ActionButton>(name)) {
                button->setEnabled(true); // as far as its view knows
                QVERIFY2(button->isEnabledTo(button->parentWidget()) == sentence.isEmpty(), qPrintable(name));
                QVERIFY2(sentence.isEmpty() || button->toolTip() == sentence, qPrintable(name));
                QVERIFY2(sentence.isEmpty() || button->accessibleDescription() == sentence, qPrintable(name));
                continue;
            }
            auto *section = child<SettingsSection>(name);
            QVERIFY2(section, qPrintable(name));
            QCOMPARE(section->findChild<QLabel *>(u"whoMay"_s)->text(), sentence);
            for (const SettingRow *row : section->allRows()) {
                if (!qobject_cast<ActionButton *>(row->focusControl()))
                    QCOMPARE(row->isEnabledTo(section), sentence.isEmpty());
            }
        }
    }
}

void TestAccess::aRefusalOfTheRecordIsSaidInWords()
{
    startWindow();
    openRecords(true);
    signIn(3);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"resultWord"_s), u"IN"_s, patience);
    signIn(1); // may take back own entries: this one is another's
    press(Qt::Key_F3);
    auto *table = child<QTableView>(u"entryTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!table->model()->index(0, 1).data().toString().isEmpty(), patience);
    // Said before anything is asked; and the record itself refuses it all the same.
    const auto *button = child<QWidget>(u"voidButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!button->isEnabled() && !button->toolTip().isEmpty(), patience);
    table->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_window->entriesView()->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    m_desk->voidEntry(m_window->entriesView()->chosenEntry().value_or(QUuid()), {});
    QTRY_COMPARE_WITH_TIMEOUT(text(u"resultWord"_s), u"NOT ALLOWED"_s, patience);
    QVERIFY(text(u"resultHeadline"_s).contains(u"may not"_s));
    QCOMPARE(text(u"countInside"_s), u"1"_s);
    QCOMPARE(text(u"deskStateLabel"_s), u"Ready to record"_s); // it is no trouble of the desk
    scan(personB);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"resultWord"_s), u"IN"_s, patience);
}

// ---- nobody there

void TestAccess::nobodyAtTheDeskLocksIt()
{
    m_windowClock = &m_pinClock;
    startWindow();
    openRecords(true);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    signIn(3);
    showDetailsInFull();
    // Five minutes when nothing else is said; a key and the mouse begin them anew.
    constexpr qint64 minutes = 5 * 60'000;
    m_pinClock.steady += minutes - 1;
    letIdleLook();
    QVERIFY(!m_window->isLocked());
    QTest::keyClick(m_window.get(), Qt::Key_F3); // a shortcut is a key as well
    m_pinClock.steady += minutes - 1;
    letIdleLook();
    QVERIFY(!m_window->isLocked());
    QTest::mouseClick(m_window.get(), Qt::RightButton, {}, {1, 1});
    // A dialog that is open goes with whoever opened it; the one for a forgotten PIN is for anybody.
    QFileDialog folder(m_window.get());
    folder.open();
    RecoveryDialog sheet({}, {}, {}, m_window.get());
    sheet.open();
    const QSignalSpy chosen(&folder, &QFileDialog::fileSelected);
    m_pinClock.steady += minutes - 1;
    letIdleLook();
    QVERIFY(!m_window->isLocked());
    m_pinClock.steady += 1;
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isLocked(), patience);
    QVERIFY(!child<DetailsPanel>()->details());
    QVERIFY(child<QWidget>(u"lockedPage"_s)->isVisible());
    QVERIFY(!folder.isVisible());
    QVERIFY(chosen.isEmpty());
    QVERIFY(sheet.isVisible());
    sheet.close();
    QTRY_COMPARE_WITH_TIMEOUT(ledgerText(u"sign-in"_s).section(u'\n', -1), u"out"_s, patience);

    // What a scanner reads meanwhile is recorded, and nobody is shown.
    TestClock keyClock;
    KeyboardScanDevice scanner(u"Keyboard"_s, &keyClock);
    connect(&scanner, &ScanDevice::scanned, m_desk.get(), &CheckpointDesk::take);
    scanner.start();
    for (const char each : "******999992|TRAN THI MAU|2000-**-**|0|162999999999999992|<2<<"_ba)
        QTest::keyClick(m_window->windowHandle(), each);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"2"_s, patience);
    QVERIFY(m_window->isLocked());
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        for (const QLabel *label : top->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || !label->text().contains(u"TRAN"_s, Qt::CaseInsensitive),
                     qPrintable(label->objectName()));
    }
}

/// A laptop that slept was touched by nobody meanwhile: whoever wakes it up sees nothing.
void TestAccess::aKeyAfterALongSleepOpensNothing()
{
    m_windowClock = &m_pinClock;
    startWindow();
    openRecords(true);
    signIn(1);
    press(Qt::Key_F3);
    m_pinClock.steady += 60 * 60'000;
    QTest::keyClick(m_window.get(), Qt::Key_F4); // before anything else is looked at
    QVERIFY(m_window->isLocked());
    QVERIFY(child<QWidget>(u"lockedPage"_s)->isVisible());
    // Never is never.
    signIn(2);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    auto *after = child<QComboBox>(u"lockAfterPicker"_s);
    emit after->activated(after->findText(u"Never"_s));
    m_pinClock.steady += 60 * 60'000;
    press(Qt::Key_F4);
    QVERIFY(!m_window->isLocked());
}

/// Its keys never get to a widget.
void TestAccess::aScannerIsNobodyAtTheDesk()
{
    m_windowClock = &m_pinClock;
    startWindow();
    openRecords(true);
    signIn(1);
    TestClock keyClock;
    KeyboardScanDevice scanner(u"Keyboard"_s, &keyClock);
    QSignalSpy scanned(&scanner, &ScanDevice::scanned);
    scanner.start();
    auto *watch = child<IdleWatch>();
    watch->setPatience(0);
    watch->setPatience(5 * 60'000); // it sees each key before the scanner's own filter does
    m_pinClock.steady += 5 * 60'000 - 1;
    for (const char each : personA.left(12)) {
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Shift);
        QTest::keyClick(m_window->windowHandle(), each);
    }
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(scanned.count(), 1, patience);
    QVERIFY(!m_window->isLocked());
    m_pinClock.steady += 1;
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isLocked(), patience);
}

// ---- a new desk, and its settings

void TestAccess::aNewDeskAsksWhetherPeopleSignIn()
{
    startWindow(true);
    openRecords(false);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"firstStartView"_s)->isVisible(), patience);
    const QSignalSpy offered(child<FirstStartView>(u"firstStartView"_s), &FirstStartView::backupOffered);
    click(u"firstStartBackup"_s); // another computer was the desk before
    QCOMPARE(offered.size(), 1);
    child<ChoiceRow>(u"firstStartAccess"_s)->button(1)->click();
    child<QLineEdit>(u"firstStartVenue"_s)->setText(u"Bệnh viện Thử"_s);
    child<QLineEdit>(u"firstStartOperator"_s)->setText(chief);
    child<QLineEdit>(u"firstStartPin"_s)->setText(u"2468"_s);
    child<QLineEdit>(u"firstStartPinAgain"_s)->setText(u"2469"_s);
    click(u"firstStartBegin"_s);
    QVERIFY(child<QWidget>(u"firstStartAccessSaid"_s)->isVisible()); // the two differ: it stays
    QVERIFY(child<QWidget>(u"firstStartView"_s)->isVisible());
    child<QLineEdit>(u"firstStartPin"_s)->setText(u"2468"_s);
    child<QLineEdit>(u"firstStartPinAgain"_s)->setText(u"2468"_s);
    click(u"firstStartBegin"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_access->current().has_value(), 60'000);
    QCOMPARE(m_access->current()->name, chief);
    QCOMPARE(m_access->role(), Role::Administrator);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
}

void TestAccess::aNewDeskMayWorkWithoutSignIn()
{
    startWindow(true);
    openRecords(false);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"firstStartView"_s)->isVisible(), patience);
    QCOMPARE(child<ChoiceRow>(u"firstStartAccess"_s)->index(), 0);
    click(u"firstStartBegin"_s);
    QVERIFY(!m_access->hasOperators());
    QVERIFY(!m_window->isLocked());
    QVERIFY(m_window->preferences().firstStartDone);
}

void TestAccess::whoSetsUpSignInIsLedToTheRecoverySheet()
{
    OperatorSettings chapter;
    chapter.retranslateAll();
    const auto part = [&chapter](const QString &name) { return chapter.findChild<QWidget *>(name); };
    const auto said = chapter.findChild<QLabel *>(u"operatorSaid"_s);
    const auto confirmWith = [&](const QString &again) {
        chapter.findChild<QAbstractButton *>(u"operatorAdd"_s)->click();
        chapter.findChild<QLineEdit *>(u"operatorName"_s)->setText(chief);
        chapter.findChild<QLineEdit *>(u"operatorPinFirst"_s)->setText(pin);
        chapter.findChild<QLineEdit *>(u"operatorPinAgain"_s)->setText(again);
        chapter.findChild<QAbstractButton *>(u"operatorConfirm"_s)->click();
    };
    const DeskOperator first{QUuid::createUuid(), chief, Role::Administrator};
    confirmWith(u"1357"_s);
    QVERIFY(said->isVisibleTo(&chapter));
    chapter.setOperators({first}, first); // signed in: it is not about them
    QVERIFY(!said->isVisibleTo(&chapter));
    chapter.setOperators({}, {});

    const QSignalSpy wanted(&chapter, &OperatorSettings::addWanted);
    const QSignalSpy sheet(&chapter, &OperatorSettings::sheetWanted);
    const QSignalSpy kept(&chapter, &OperatorSettings::preferencesChanged);
    confirmWith(pin);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(said->isVisibleTo(&chapter) && said->text().startsWith(u"Setting up"_s)); // it takes seconds
    chapter.setOperators({first}, {});
    chapter.showDone();
    chapter.setOperators({first}, first);
    QVERIFY(part(u"operatorSheet"_s)->isVisibleTo(&chapter));
    chapter.findChild<QAbstractButton *>(u"operatorSheet"_s)->click();
    QCOMPARE(sheet.count(), 1);
    chapter.setOperators({first}, {}); // locked before it was saved
    QVERIFY(!part(u"operatorSheet"_s)->isVisibleTo(&chapter));
    chapter.setOperators({first}, first);
    QVERIFY(part(u"operatorSheet"_s)->isVisibleTo(&chapter));
    QVERIFY(!kept.isEmpty() &&
            kept.last()[0].value<DeskPreferences>().sheetReminder); // after a restart as well
    OperatorSettings restarted;
    restarted.retranslateAll();
    restarted.setPreferences(kept.last()[0].value<DeskPreferences>());
    restarted.setOperators({first}, first);
    auto *const dismiss = restarted.findChild<QAbstractButton *>(u"operatorSheetDismiss"_s);
    QVERIFY(dismiss->isVisibleTo(&restarted));
    dismiss->click();
    QVERIFY(!dismiss->isVisibleTo(&restarted));
    chapter.takeSheetSaved();
    QVERIFY(!part(u"operatorSheet"_s)->isVisibleTo(&chapter));
    QVERIFY(!kept.last()[0].value<DeskPreferences>().sheetReminder);
    chapter.show();
    chapter.showDone();
    QVERIFY(said->isVisible());
    chapter.hide(); // whoever opens the page later did not ask for it
    QVERIFY(!said->isVisibleTo(&chapter));
}

/// Whoever is signed in: else the next one at the desk could leave it.
void TestAccess::aKioskIsLeftByThePinOfAnAdministrator()
{
    startWindow();
    openRecords(true);
    DeskPreferences kiosk = m_window->preferences();
    kiosk.windowMode = WindowMode::Kiosk;
    emit m_window->settingsView()->preferencesChanged(kiosk);
    QCOMPARE(m_window->windowMode(), WindowMode::Kiosk);
    const auto leave = [this] { press(Qt::Key_F11, Qt::ControlModifier | Qt::ShiftModifier); };
    for (const int operatorSignedIn : {0, 1, 2}) { // nobody, the guard, the administrator
        if (operatorSignedIn > 0)
            signIn(operatorSignedIn);
        leave();
        QVERIFY(m_window->signInPanel()->isVisible());
        QCOMPARE(m_window->windowMode(), WindowMode::Kiosk);
        const auto *names = child<QTableView>(u"signInList"_s)->model();
        QCOMPARE(names->rowCount(), 1);
        QCOMPARE(names->index(0, 1).data().toString(), chief);
        press(Qt::Key_Escape);
        QCOMPARE(m_window->windowMode(), WindowMode::Kiosk);
    }
    signIn(1);
    leave();
    type(u"1357"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"signInSaid"_s).contains(u"again in"_s), patience);
    QCOMPARE(m_window->windowMode(), WindowMode::Kiosk);
    m_pinClock.nowMs += 2'000;
    QTRY_VERIFY_WITH_TIMEOUT(!text(u"signInSaid"_s).contains(u"again in"_s), 30'000); // counted down
    type(pin);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->windowMode(), WindowMode::Normal, patience);
    // The guard works on: the PIN was for this one thing.
    QCOMPARE(m_access->current()->name, guard);
    QCOMPARE(m_access->role(), Role::Operator);
    QVERIFY(!m_window->isLocked() && !m_window->signInPanel()->isVisible());
    // For this run only: what is set stays, and the chapter that could change it is an administrator's.
    QCOMPARE(m_window->preferences().windowMode, WindowMode::Kiosk);
    press(Qt::Key_F11);
    QCOMPARE(m_window->windowMode(), WindowMode::FullScreen);
    QCOMPARE(m_window->preferences().windowMode, WindowMode::Kiosk);
    MainWindow again(m_window->preferences());
    QCOMPARE(again.windowMode(), WindowMode::Kiosk);
}

void TestAccess::operatorsAreMadeAndChangedInTheSettings()
{
    startWindow();
    openRecords(true);
    signIn(2);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    click(u"operatorAdd"_s);
    child<QLineEdit>(u"operatorName"_s)->setText(u"Mới Thử"_s);
    child<QLineEdit>(u"operatorPinFirst"_s)->setText(u"1111"_s);
    child<QLineEdit>(u"operatorPinAgain"_s)->setText(u"1111"_s);
    click(u"operatorConfirm"_s);
    QVERIFY(!text(u"operatorSaid"_s).isEmpty()); // one character over and over
    QVERIFY2(text(u"operatorPinRule"_s).contains(u"1234"_s), "said beside the field");
    child<QLineEdit>(u"operatorPinFirst"_s)->setText(u"1234"_s);
    child<QLineEdit>(u"operatorPinAgain"_s)->setText(u"1234"_s);
    click(u"operatorConfirm"_s);
    QVERIFY2(text(u"operatorSaid"_s).contains(u"1234"_s), qPrintable(text(u"operatorSaid"_s)));
    QCOMPARE(m_access->operators().size(), 3);
    child<QLineEdit>(u"operatorPinFirst"_s)->setText(u"9731"_s);
    child<QLineEdit>(u"operatorPinAgain"_s)->setText(u"9731"_s);
    click(u"operatorConfirm"_s);
    auto *table = child<QTableView>(u"operatorTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, 60'000);
    QCOMPARE(m_access->operators().last().name, u"Mới Thử"_s);
    QCOMPARE(m_access->operators().last().role, Role::Operator);
    table->selectRow(3);
    click(u"operatorRole"_s);
    child<QComboBox>(u"operatorRolePicker"_s)->setCurrentIndex(1);
    click(u"operatorConfirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_access->operators().last().role, Role::Supervisor, patience);
    table->selectRow(3);
    click(u"operatorRemove"_s);
    QCOMPARE(m_access->operators().size(), 4); // it asks first
    press(Qt::Key_Return);                     // out of habit
    QCOMPARE(m_access->operators().size(), 4);
    QVERIFY(!child<QWidget>(u"operatorForm"_s)->isVisible());
    click(u"operatorRemove"_s);
    QCOMPARE(child<ActionButton>(u"operatorConfirm"_s)->keyHint(), u"Ctrl+Enter"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_access->operators().size(), 3, patience);
    QVERIFY(!m_window->isLocked());
}

void TestAccess::everybodyChangesTheirOwnPinByTheOneSoFar()
{
    const QString fresh = u"9731"_s;
    startWindow();
    openRecords(true);
    signIn(1);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    QVERIFY(child<ActionButton>(u"operatorOwnPin"_s)->isEnabled());
    click(u"operatorOwnPin"_s);
    const auto *before = child<QLineEdit>(u"operatorPinBefore"_s);
    QCOMPARE(QApplication::focusWidget(), before);
    type(u"1357"_s);
    press(Qt::Key_Tab);
    type(fresh);
    press(Qt::Key_Tab);
    type(fresh);
    const auto refused = [this] { return refusals().count(u"wrong PIN"_s); };
    const auto earlier = refused();
    press(Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(text(u"operatorSaid"_s).contains(u"not your PIN"_s),
                              qPrintable(text(u"operatorSaid"_s)), patience);
    QCOMPARE(refused(), earlier + 1);
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(before->text().isEmpty());
    QCOMPARE(child<QLineEdit>(u"operatorPinFirst"_s)->text(), fresh); // what was typed stays
    type(pin);
    press(Qt::Key_Return); // the right one, but too soon: the wrong one counts as at the sign-in
    QTRY_VERIFY2_WITH_TIMEOUT(text(u"operatorSaid"_s).contains(u"not checked"_s) ||
                                  text(u"operatorSaid"_s).contains(u"Wait"_s),
                              qPrintable(text(u"operatorSaid"_s)), patience);
    m_pinClock.nowMs += 2'000;
    type(pin);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), before); // while it is checked the keyboard stays here
    press(Qt::Key_Escape);
    QVERIFY(child<QWidget>(u"operatorForm"_s)->isVisible()); // what is under way comes to its end
    QTRY_COMPARE_WITH_TIMEOUT(text(u"operatorSaid"_s), u"Done."_s, 60'000);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"operatorOwnPin"_s);
    QVERIFY(!child<QWidget>(u"operatorForm"_s)->isVisible());
    QCOMPARE(m_access->current()->name, guard); // works on
    auto old = m_access->prove(guard, pin);
    QTRY_VERIFY_WITH_TIMEOUT(old.isFinished(), patience);
    QCOMPARE(old.result().error().code, ErrorCode::PinWrong);
    m_pinClock.nowMs += 60'000;
    auto now = m_access->prove(guard, fresh);
    QTRY_VERIFY_WITH_TIMEOUT(now.isFinished(), 60'000);
    QVERIFY(now.result().ok());
}

/// An administrator gives others a PIN without the one so far, not themselves.
void TestAccess::ownPinAsksForTheOneSoFarInTheListAsWell()
{
    startWindow();
    openRecords(true);
    signIn(2);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    for (const auto &[row, asks] : {std::pair(0, false), std::pair(1, true), std::pair(2, false)}) {
        child<QTableView>(u"operatorTable"_s)->selectRow(row);
        click(u"operatorPin"_s);
        QCOMPARE(child<QLineEdit>(u"operatorPinBefore"_s)->isVisible(), asks);
    }
}

void TestAccess::theLastAdministratorCannotBeLost()
{
    startWindow();
    openRecords(true);
    signIn(2);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    child<QTableView>(u"operatorTable"_s)->selectRow(1);
    click(u"operatorRemove"_s);
    click(u"operatorConfirm"_s);
    QVERIFY2(text(u"operatorSaid"_s).contains(u"last administrator"_s), qPrintable(text(u"operatorSaid"_s)));
    click(u"operatorRole"_s);
    child<QComboBox>(u"operatorRolePicker"_s)->setCurrentIndex(0);
    click(u"operatorConfirm"_s);
    QVERIFY(text(u"operatorSaid"_s).contains(u"last administrator"_s));
    QCOMPARE(m_access->role(), Role::Administrator);
}

void TestAccess::signInIsTurnedOffByAnAdministrator()
{
    startWindow();
    openRecords(true);
    signIn(1);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"operatorSettings"_s);
    QVERIFY(!child<ActionButton>(u"operatorsEnd"_s)->isEnabled());
    signIn(2);
    QVERIFY(child<ActionButton>(u"operatorsEnd"_s)->isEnabled());
    click(u"operatorsEnd"_s);
    QVERIFY(m_access->hasOperators());
    click(u"operatorConfirm"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_access->hasOperators(), patience);
    QVERIFY(!m_window->isLocked());
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"operatorButton"_s)->isHidden(), patience);
    QCOMPARE(m_access->role(), Role::Administrator); // whoever it is
}

// ---- the record

void TestAccess::theRecordIsCheckedAndSaysWhatIsWrong()
{
    startWindow();
    openRecords(false);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"dataSettings"_s);
    click(u"recordCheckButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"recordHead"_s).startsWith(u"checkpoint-head-1"_s), patience);
    QVERIFY(child<QWidget>(u"recordHeadPrint"_s)->isEnabled());
    click(u"recordCheckBegin"_s);
    auto *said = child<QLabel>(u"recordCheckSaid"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"as it was written: 1 entries"_s),
                              qPrintable(said->text()), patience);
    {
        Connection connection;
        QVERIFY(
            connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadWrite).ok());
        connection.run(u"DROP TRIGGER entry_is_never_changed"_s);
        connection.run(u"UPDATE entry SET device = 'x'"_s);
        QVERIFY(!connection.failure());
    }
    click(u"recordCheckBegin"_s);
    const QString today = QDate::currentDate().toString(u"dd/MM/yyyy"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"wrong with the record since "_s + today),
                              qPrintable(said->text()), patience);
    QVERIFY(child<QWidget>(u"recordCheckBegin"_s)->isEnabled());
}

void TestAccess::aCheckThatIsStoppedSaysWhatItHasNotSeen()
{
    startWindow();
    openRecords(false);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"dataSettings"_s);
    click(u"recordCheckButton"_s);
    // Somebody else's check keeps the thread busy until this one was stopped.
    QSemaphore held;
    Ledger ledger(m_store.get());
    auto other = ledger.prove(
        {},
        [&held, first = true](Ledger::Step, int) mutable {
            std::exchange(first, false) ? held.acquire() : void();
        },
        std::make_shared<std::atomic<bool>>(false));
    auto *begin = child<QAbstractButton>(u"recordCheckBegin"_s);
    auto *stop = child<QAbstractButton>(u"recordCheckStop"_s);
    auto *said = child<QLabel>(u"recordCheckSaid"_s);
    QVERIFY(!stop->isVisible());
    QTest::mouseClick(begin, Qt::LeftButton);
    QVERIFY(child<QWidget>(u"recordCheckProgress"_s)->isVisible());
    QVERIFY(stop->isVisible() && !begin->isEnabled());
    QTest::mouseClick(stop, Qt::LeftButton);
    held.release();
    QTRY_VERIFY2_WITH_TIMEOUT(said->isVisible(), "the page says nothing", patience);
    QCOMPARE(said->text(), u"Stopped before anything was checked to its end."_s);
    QVERIFY(!stop->isVisible() && !child<QWidget>(u"recordCheckProgress"_s)->isVisible());
    QVERIFY(!child<QWidget>(u"recordCheckStep"_s)->isVisible());
    QVERIFY(other.result()->holds()); // nobody else's check is stopped by it
    // Nothing is left of it: the next one goes through.
    QTest::mouseClick(begin, Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(said->text().contains(u"as it was written: 1 entries"_s),
                              qPrintable(said->text()), patience);

    // In the middle: what was seen, what was not, and what was found until then.
    auto *panel = child<RecordCheckPanel>();
    RecordProof half;
    half.stoppedIn = Ledger::Step::Seals;
    panel->showProof(half);
    QCOMPARE(
        said->text(),
        u"Stopped. Checked: the database file, the ledger, entries and visitors. Not checked: "
        "the seals, who is inside, what was sent, the backups. Nothing is wrong with what was checked."_s);
    half.faults.append({RecordFault::Kind::Missing, {}, {}});
    panel->showProof(half);
    QVERIFY2(
        said->text().contains(u"Not checked: the seals"_s) &&
            said->text().contains(u"Something is wrong with the record: an entry or a visitor is gone."_s) &&
            said->text().endsWith(u"compare with the last backup."_s), // what to do
        qPrintable(said->text()));
}

void TestAccess::whatOnlyABackupHoldsIsSaidWithTheWayBack()
{
    const QDateTime made(QDate(2026, 11, 21), QTime(14, 45));
    RecordFault lacking{RecordFault::Kind::Backup};
    lacking.backupUtcMs = made.toMSecsSinceEpoch();
    lacking.entries = 12;
    RecordProof proof;
    proof.faults.append(lacking);
    RecordCheckPanel panel;
    panel.showProof(proof);
    const QString said = panel.findChild<QLabel *>(u"recordCheckSaid"_s)->text();
    QVERIFY2(said.startsWith(u"The record lacks entries that the backup of 21/11/2026 14:45 holds: 12. "_s) &&
                 said.contains(u"Restoring that backup brings them back."_s),
             qPrintable(said));
    QVERIFY2(!said.contains(u"Something is wrong"_s), qPrintable(said));
    // Beside damage it is one of several findings.
    proof.faults.prepend({RecordFault::Kind::Chain});
    panel.showProof(proof);
    QVERIFY(panel.findChild<QLabel *>(u"recordCheckSaid"_s)->text().contains(u"Further findings: 1."_s));
}

/// On paper it is read by people, by whoever copies the text, and by whoever scans the code.
void TestAccess::thePrintedHeadIsTheLineThatCoreSigned()
{
    startWindow();
    openRecords(false);
    scan(personA);
    QTRY_COMPARE_WITH_TIMEOUT(text(u"countInside"_s), u"1"_s, patience);
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"dataSettings"_s);
    click(u"recordCheckButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"recordHead"_s).startsWith(u"checkpoint-head-1"_s), patience);
    const QDate today = m_clock.now().toDateTime().date();
    DayHeads heads(m_store.get());
    auto signedLine = heads.lineOf(today);
    auto head = Ledger(m_store.get()).head(std::numeric_limits<qint64>::max());
    QTRY_VERIFY_WITH_TIMEOUT(signedLine.isFinished() && head.isFinished(), patience);
    const QByteArray line = *signedLine.result();
    const LedgerHead last = **head.result();

    QTest::mouseClick(child<QAbstractButton>(u"recordHeadPrint"_s), Qt::LeftButton);
    QPrintDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<QPrintDialog *>()) && dialog->isVisible(),
                             patience);
    auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
    printers->setCurrentIndex(printers->count() - 1); // into a file
    const QString pdf = m_folder->filePath(u"head.pdf"_s);
    dialog->findChild<QLineEdit *>(u"filename"_s)->setText(pdf);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"recordHeadSaid"_s)->isVisible(), patience);
    QVERIFY2(text(u"recordHeadSaid"_s).contains(u"head.pdf"_s), qPrintable(text(u"recordHeadSaid"_s)));

    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}); // else a hyphen at a line's end is lost
    QVERIFY(reader.waitForFinished());
    const QByteArray words = reader.readAllStandardOutput();
    QVERIFY2(words.contains("head of " + today.toString(u"dd/MM/yyyy"_s).toLatin1()), words.constData());
    // A line of the paper is shorter than that of the head.
    const auto unbroken = [](QByteArray text) {
        return text.replace('\n', "").replace(' ', "").replace('\f', "");
    };
    QVERIFY2(unbroken(words).contains(unbroken(line)), words.constData());
    QVERIFY(unbroken(words).contains(last.hash.toHex()));
    QVERIFY(unbroken(words).contains(line.split(' ').last())); // the signature

    const QString picture = m_folder->filePath(u"head"_s);
    QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-singlefile"_s, u"-png"_s, pdf, picture}),
             0);
    const QImage grey = QImage(picture + u".png"_s).convertToFormat(QImage::Format_Grayscale8);
    const DecodedCodes codes =
        QrDecoder().decode({grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine())});
    QCOMPARE(codes.size(), std::size_t(1));
    QCOMPARE(codes.front().bytes, line);
    // And it is the head that the record is compared with later.
    auto read = heads.headsIn(codes.front().bytes);
    QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), patience);
    QCOMPARE(read.result()->first().hash, last.hash);
    QCOMPARE(read.result()->first().sequence, last.sequence);
}

void TestAccess::changedSettingsAreInTheLedgerWithoutTheirValues()
{
    startWindow();
    openRecords(false);
    Settings settings(m_folder->path());
    SettingNotes notes(m_store.get());
    DeskPreferences preferences = preferencesFrom(settings);
    preferences.camera = u"Secret camera"_s;
    preferences.lockAfterMinutes = 10;
    preferences.refusedShown = true; // what somebody looked at is no setting
    const QStringList changed = remember(preferences, settings);
    QCOMPARE(changed, QStringList({u"camera"_s, u"refused-shown"_s, u"lock-after"_s}));
    QVERIFY(remember(preferences, settings).isEmpty());
    notes.note(changed);
    notes.writeNow();
    QTRY_COMPARE_WITH_TIMEOUT(ledgerText(u"setting"_s), u"of this desk: camera, lock-after"_s, patience);
}

void TestAccess::aPageThatIsOpenedByAButtonIsFoundOnce()
{
    startWindow();
    press(Qt::Key_F10);
    m_window->settingsView()->showSection(u"devicesSettings"_s);
    auto *palette = child<CommandPalette>();
    for (const QString &page : {u"self-test"_s, u"diagnostics"_s}) {
        palette->open();
        type(page);
        const QStringList offered = palette->offered().filter(page, Qt::CaseInsensitive);
        QVERIFY2(offered.size() == 1, qPrintable(offered.join(u", "_s)));
        palette->close();
    }
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
