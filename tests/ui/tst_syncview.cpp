#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"
#include "core/sync/declarations.h"
#include "core/sync/syncengine.h"
#include "tests/ui/loopbackplatform.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/whytext.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/scanview.h"
#include "ui/syncview/batchmodel.h"
#include "ui/syncview/syncview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

// On a busy machine everything takes its time. Qt's own QTRY_… look every 50 ms only, and wait three times as
// long for what never comes.
#define SOON_VERIFY2(condition, message)                                                                     \
    do {                                                                                                     \
        if (!QTest::qWaitFor([&] { return bool(condition); }, 30'000))                                       \
            QVERIFY2(condition, message);                                                                    \
    } while (false)
#define SOON_VERIFY(condition) SOON_VERIFY2(condition, "it did not come")
#define SOON_COMPARE(actual, expected)                                                                       \
    do {                                                                                                     \
        if (!QTest::qWaitFor([&] { return (actual) == (expected); }, 30'000))                                \
            QCOMPARE(actual, expected);                                                                      \
    } while (false)

/// The window with a true desk, a true store and a platform on this computer: what is pressed is asked, what
/// is answered is shown.
class TestSyncView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAPlatformItSaysWhatToDo();
    void enrolledByTheKeyboardEntriesAreAcknowledged();
    void theVenueIsRegisteredAsSoonAsItIsDescribed();
    void whatStandsInTheWayOfEnrollingIsSaid();
    void enrollingCanBeStopped();
    void aRejectedEntryIsCorrectedAndSentAgain();
    void aPauseHoldsOverARestartAndIsSaidByTheLight();
    void anUnknownTokenAsksForEnrolmentAndScanningGoesOn();
    void disconnectingAsksAndKeepsTheEntries();
    void aWrongClockIsSaidAndMarksEntries();
    void theHistoryIsFetchedAsItIsScrolledTo();
    void aDeclarationIsShownBesideTheEntry_data();
    void aDeclarationIsShownBesideTheEntry();
    void anAnswerThatTakesTooLongIsUnknownAndHoldsNothingUp();
    void whoDoesNotOfferDeclarationsIsNotAskedAgain();
    void whatWasDeclaredIsRememberedUntilMidnight();
    void whatIsKnownOfADeclarationDecidesTheNextTime();
    void whyIsSaidInTheLanguageOfTheWindow_data();
    void whyIsSaidInTheLanguageOfTheWindow();

private:
    void openWindow();
    void closeWindow();
    void describeVenue();
    void enrol();
    void scan(const QByteArray &text);
    int scanUntilAnswered();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    QString figure(const QString &name) const;
    QString text(const QString &name) const { return part<QLabel>(name)->text(); }
    bool isSeen(const QString &name) const { return part<QWidget>(name)->isVisible(); }
    template <typename T> T *part(const QString &name) const { return m_window->findChild<T *>(name); }
    QList<EntryRow> entries();
    TargetRecord record();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LoopbackPlatform> m_platform;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const auto personA = "001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba;
const auto personB = "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||"_ba;
const auto qrOfMau =
    "079300999992|TRAN THI MAU|2000-02-29|1|162999999999999992|162999999999999991<2<00<0900000001"_ba;

constexpr int manyPersons = 8;

/// A clock of which the day is set.
class SetClock final : public Clock
{
public:
    int days = 0;

    Moment now() const override { return {1'763'600'400'000 + days * 86'400'000LL, 420, false}; }
    qint64 steadyMs() const override { return days * 86'400'000LL; }
};

/// One more person's QR code of the platform, and the card of the same person.
QByteArray qrOf(int person)
{
    return "07930099990" + QByteArray::number(person) + "|TRAN THI MAU|2000-02-29|1|16299999999999990" +
           QByteArray::number(person) + "|162999999999999991<2<00<0900000001";
}

QByteArray cardOf(int person)
{
    return "07930099990" + QByteArray::number(person) +
           "||Trần Thị Mẫu|29022000|Nữ|Số 1 Phố Giả Định|12082021";
}

template <typename T> T awaited(QFuture<T> future)
{
    [[maybe_unused]] const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    return future.result();
}

} // namespace

void TestSyncView::init()
{
    const QByteArray test = QTest::currentTestFunction();
    if (test == "whyIsSaidInTheLanguageOfTheWindow" || test == "theHistoryIsFetchedAsItIsScrolledTo")
        return; // without a window
    const QString memory = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    m_folder = std::make_unique<QTemporaryDir>(memory + u"/checkpoint-syncview-XXXXXX"_s);
    m_platform = std::make_unique<LoopbackPlatform>();
    openWindow();
}

void TestSyncView::cleanup()
{
    closeWindow();
}

void TestSyncView::openWindow()
{
    m_store = std::make_unique<EntryStore>();
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    m_engine = std::make_unique<SyncEngine>(m_store.get(), &m_clock);
    DeskPreferences preferences;
    preferences.firstStartDone = true;
    preferences.location = u"Cổng A"_s;
    preferences.language = u"en"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    m_window->connectDesk(
        {m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock, false, m_engine.get()});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_store->open(m_folder->path(), StoreMode::ReadWrite);
    QVERIFY(awaited(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
    m_window->setDeskReady();
    const auto targets = awaited(m_engine->outbox()->targets());
    QVERIFY(targets.ok());
    m_engine->sync(*targets, true);
}

void TestSyncView::closeWindow()
{
    m_window.reset();
    m_engine.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
}

void TestSyncView::describeVenue()
{
    Venue venue;
    venue.name = u"Bệnh viện Mẫu"_s;
    QVERIFY(awaited(m_office->keepVenue(venue)).ok());
}

/// With the keyboard alone, from wherever one is.
void TestSyncView::enrol()
{
    press(Qt::Key_F7);
    press(Qt::Key_N, Qt::ControlModifier);
    type(m_platform->address());
    press(Qt::Key_Tab);
    type(m_platform->code);
    press(Qt::Key_Return);
    SOON_VERIFY(isSeen(u"syncSum"_s));
    SOON_COMPARE(m_window->syncView()->target(), u"platform"_s);
}

void TestSyncView::scan(const QByteArray &payload)
{
    RawScan raw;
    raw.deviceId = u"test"_s;
    raw.source = u"test"_s;
    raw.capturedAt = m_clock.now();
    raw.steadyMs = m_clock.steadyMs();
    raw.sightings << Sighting{payload, {}};
    m_desk->take(raw);
    SOON_COMPARE(m_desk->waiting(), 0);
}

/// Scans one person after another until an answer about one came in time, however busy the machine is; gives
/// that person's number.
int TestSyncView::scanUntilAnswered()
{
    for (int i = 0; i < manyPersons; ++i) {
        scan(qrOf(i));
        const auto *said = part<QLabel>(u"resultDeclaration"_s);
        if (QTest::qWaitFor([said] { return said->isVisible(); }, 30'000) &&
            !said->text().contains(u"unknown"_s))
            return i;
    }
    return -1;
}

void TestSyncView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestSyncView::type(const QString &words)
{
    QTest::keyClicks(QApplication::focusWidget(), words);
}

QString TestSyncView::figure(const QString &name) const
{
    return text(u"sync-"_s + name);
}

QList<EntryRow> TestSyncView::entries()
{
    return awaited(m_store->entries({})).value();
}

TargetRecord TestSyncView::record()
{
    const auto targets = awaited(m_engine->outbox()->targets());
    return targets.ok() && !targets->isEmpty() ? targets->first() : TargetRecord();
}

void TestSyncView::withoutAPlatformItSaysWhatToDo()
{
    press(Qt::Key_F7);
    QVERIFY(isSeen(u"syncEmptyTitle"_s));
    QVERIFY(!isSeen(u"syncSum"_s));
    QVERIFY(part<QAbstractButton>(u"syncConnectFirst"_s)->hasFocus());
    QVERIFY(!isSeen(u"syncLight"_s));
    press(Qt::Key_Return);
    QVERIFY(isSeen(u"connectPanel"_s));
    QVERIFY(part<QLineEdit>(u"connectAddress"_s)->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(isSeen(u"syncEmptyTitle"_s));
}

void TestSyncView::enrolledByTheKeyboardEntriesAreAcknowledged()
{
    describeVenue();
    scan(personA); // before there was a platform
    enrol();
    scan(personB);
    SOON_COMPARE(figure(u"acknowledged"_s), u"2"_s);
    QCOMPARE(figure(u"recorded"_s), u"2"_s);
    QCOMPARE(figure(u"waiting"_s), u"0"_s);
    QCOMPARE(figure(u"rejected"_s), u"0"_s);
    QCOMPARE(m_platform->entries.size(), 2);
    QVERIFY(isSeen(u"syncLight"_s));

    // The history has the receipts.
    part<ChoiceRow>(u"syncList"_s)->button(1)->click();
    auto *history = part<QTableView>(u"syncHistory"_s);
    SOON_VERIFY(history->model()->rowCount() >= 1);
    QVERIFY(history->isVisible());
    QCOMPARE(history->model()->index(0, BatchModel::Receipt).data().toString(), u"R-1"_s);

    // The light leads here from any other view.
    press(Qt::Key_F2);
    part<QAbstractButton>(u"syncLight"_s)->click();
    QCOMPARE(m_window->view(), MainWindow::View::Sync);
}

void TestSyncView::theVenueIsRegisteredAsSoonAsItIsDescribed()
{
    QSignalSpy registered(m_engine.get(), &SyncEngine::venueRegistered);
    enrol();
    SOON_VERIFY(isSeen(u"syncDescribe"_s));
    part<QAbstractButton>(u"syncDescribe"_s)->click();
    QCOMPARE(m_window->view(), MainWindow::View::Settings);
    describeVenue();
    SOON_COMPARE(registered.size(), 1);
    press(Qt::Key_F7);
    SOON_VERIFY(!isSeen(u"syncDescribe"_s));
    SOON_VERIFY(text(u"syncAddress"_s).contains(u"VN-000001"_s));
    QVERIFY(!text(u"syncAddress"_s).startsWith(u"platform"_s)); // a word of the program, not of the language
    m_window->resize(1366, 768);
    QCoreApplication::processEvents();
    for (const auto &name : {u"syncSendNow"_s, u"syncPause"_s, u"syncConnectMore"_s, u"syncDisconnect"_s})
        QVERIFY2(part<ActionButton>(name)->showsKey(), qPrintable(name));
}

void TestSyncView::whatStandsInTheWayOfEnrollingIsSaid()
{
    press(Qt::Key_F7);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return); // nothing typed yet
    QVERIFY(!part<QLineEdit>(u"connectAddress"_s)->accessibleDescription().isEmpty());
    QCOMPARE(m_platform->asked.size(), 0);

    type(u"http://platform.example"_s);
    press(Qt::Key_Tab);
    type(u"WRONG"_s);
    press(Qt::Key_Return);
    SOON_VERIFY(text(u"connectSaid"_s).contains(u"https://"_s)); // everything goes over TLS

    part<QLineEdit>(u"connectAddress"_s)->setText(m_platform->address());
    press(Qt::Key_Return);
    SOON_VERIFY(text(u"connectSaid"_s).contains(u"does not know this code"_s));
    QVERIFY(part<QAbstractButton>(u"connectConfirm"_s)->isEnabled());

    part<QLineEdit>(u"connectAddress"_s)->setText(u"http://127.0.0.1:1"_s); // nobody listens there
    press(Qt::Key_Return);
    SOON_VERIFY(text(u"connectSaid"_s).contains(u"Nobody answers at this address"_s));
    QVERIFY(record().target.name.isEmpty());
}

void TestSyncView::enrollingCanBeStopped()
{
    m_platform->silent = true;
    press(Qt::Key_F7);
    press(Qt::Key_N, Qt::ControlModifier);
    type(m_platform->address());
    press(Qt::Key_Tab);
    type(m_platform->code);
    press(Qt::Key_Return);
    SOON_COMPARE(m_platform->asked.value(u"desks"_s), 1);
    SOON_VERIFY(isSeen(u"connectProgress"_s));
    press(Qt::Key_Escape);
    SOON_VERIFY(part<QAbstractButton>(u"connectConfirm"_s)->isEnabled());
    QVERIFY(!text(u"connectSaid"_s).isEmpty());
    QVERIFY(!isSeen(u"connectProgress"_s));
    press(Qt::Key_Escape);
    QVERIFY(isSeen(u"syncEmptyTitle"_s));
}

void TestSyncView::aRejectedEntryIsCorrectedAndSentAgain()
{
    describeVenue();
    m_platform->unwantedName = u"Nguyễn Thử Nghiệm"_s;
    enrol();
    scan(personA);
    scan(personB);
    SOON_COMPARE(figure(u"rejected"_s), u"1"_s);
    QCOMPARE(figure(u"recorded"_s), u"2"_s);
    SOON_COMPARE(figure(u"acknowledged"_s), u"1"_s);
    auto *table = part<QTableView>(u"syncRejected"_s);
    SOON_COMPARE(table->model()->rowCount(), 1);
    SOON_VERIFY(table->isVisible());
    const QString row = table->model()->index(0, 3).data().toString();
    QVERIFY2(row.contains(u"Họ tên không đúng"_s), qPrintable(row));
    const QString person = table->model()->index(0, 2).data().toString();
    QCOMPARE(person, u"N. T. Nghiệm"_s); // masked

    table->setFocus(Qt::TabFocusReason);
    table->selectRow(0);
    press(Qt::Key_Return);
    SOON_VERIFY(isSeen(u"correctionPanel"_s));
    QVERIFY2(text(u"correctionTitle"_s).endsWith(u"*9991"_s), qPrintable(text(u"correctionTitle"_s)));
    auto *name = part<QLineEdit>(u"correctName"_s);
    QVERIFY(name->hasFocus());
    QCOMPARE(name->text(), u"Nguyễn Thử Nghiệm"_s);

    // What cannot be kept is said where it was typed.
    part<QLineEdit>(u"correctPhone"_s)->setText(u"12"_s);
    part<QLineEdit>(u"correctBirth"_s)->setText(u"31/2/1990"_s);
    press(Qt::Key_Return);
    QVERIFY(!part<QLineEdit>(u"correctPhone"_s)->accessibleDescription().isEmpty());
    QVERIFY(!part<QLineEdit>(u"correctBirth"_s)->accessibleDescription().isEmpty());
    QVERIFY(isSeen(u"correctionPanel"_s));

    part<QLineEdit>(u"correctPhone"_s)->setText(u"0900000001"_s);
    part<QLineEdit>(u"correctBirth"_s)->setText(u"16/1/1990"_s);
    name->setFocus(Qt::TabFocusReason);
    name->selectAll();
    type(u"Nguyen Thu Dung"_s);
    press(Qt::Key_Return);
    SOON_COMPARE(figure(u"acknowledged"_s), u"2"_s);
    QCOMPARE(figure(u"rejected"_s), u"0"_s);
    QCOMPARE(figure(u"recorded"_s), u"2"_s); // the same entry, not another one
    QVERIFY(!isSeen(u"correctionPanel"_s));
    const QList<EntryRow> rows = entries();
    QCOMPARE(rows.size(), 2);
    const QJsonObject arrived =
        m_platform->entries.value(rows.first().entry.id.toString(QUuid::WithoutBraces));
    QCOMPARE(arrived[u"visitor"_s][u"name"_s].toString(), u"Nguyen Thu Dung"_s);
    QCOMPARE(arrived[u"visitor"_s][u"birth_date"_s].toString(), u"1990-01-16"_s);
    QCOMPARE(arrived[u"visitor"_s][u"phone"_s].toString(), u"+84900000001"_s);
    QCOMPARE(arrived[u"visitor"_s][u"id_number"_s].toString(), u"001090999991"_s);
}

void TestSyncView::aPauseHoldsOverARestartAndIsSaidByTheLight()
{
    describeVenue();
    enrol();
    scan(personA);
    SOON_COMPARE(figure(u"acknowledged"_s), u"1"_s);
    const QString light = part<QAbstractButton>(u"syncLight"_s)->text();
    press(Qt::Key_T, Qt::ControlModifier);
    SOON_VERIFY(record().paused);
    SOON_VERIFY(part<QAbstractButton>(u"syncLight"_s)->text() != light);
    const int batches = m_platform->asked.value(u"entries"_s);
    scan(personB);
    SOON_COMPARE(figure(u"waiting"_s), u"1"_s);
    QTest::qWait(1'500); // longer than entries are gathered for
    QCOMPARE(m_platform->asked.value(u"entries"_s), batches);

    closeWindow();
    openWindow();
    SOON_VERIFY(isSeen(u"syncLight"_s));
    QVERIFY(part<QAbstractButton>(u"syncLight"_s)->text() != light);
    press(Qt::Key_F7);
    SOON_COMPARE(figure(u"waiting"_s), u"1"_s);
    QTest::qWait(500);
    QCOMPARE(m_platform->asked.value(u"entries"_s), batches);
    press(Qt::Key_T, Qt::ControlModifier);
    SOON_COMPARE(figure(u"acknowledged"_s), u"2"_s);
}

void TestSyncView::anUnknownTokenAsksForEnrolmentAndScanningGoesOn()
{
    describeVenue();
    enrol();
    SOON_VERIFY(!record().target.venueCode.isEmpty());
    m_platform->knowsTokens = false;
    scan(personA);
    SOON_VERIFY(isSeen(u"syncEnrolAgain"_s));
    scan(personB);
    QCOMPARE(entries().size(), 2);
    SOON_COMPARE(figure(u"waiting"_s), u"2"_s);

    m_platform->knowsTokens = true;
    m_platform->code = u"CODE-2"_s;
    part<QAbstractButton>(u"syncEnrolAgain"_s)->click();
    QVERIFY(part<QLineEdit>(u"connectCode"_s)->hasFocus());
    type(u"CODE-2"_s);
    press(Qt::Key_Return);
    SOON_COMPARE(figure(u"acknowledged"_s), u"2"_s);
    QVERIFY(!isSeen(u"syncEnrolAgain"_s));
}

void TestSyncView::disconnectingAsksAndKeepsTheEntries()
{
    describeVenue();
    enrol();
    scan(personA);
    SOON_COMPARE(figure(u"acknowledged"_s), u"1"_s);
    part<QAbstractButton>(u"syncDisconnect"_s)->click();
    QVERIFY(isSeen(u"disconnectNote"_s));
    QVERIFY2(text(u"disconnectQuestion"_s).contains(m_platform->address()),
             qPrintable(text(u"disconnectQuestion"_s)));
    for (const Qt::Key leaves : {Qt::Key_Escape, Qt::Key_Return}) { // Enter by habit does no harm
        press(leaves);
        QVERIFY(isSeen(u"syncSum"_s));
        part<QAbstractButton>(u"syncDisconnect"_s)->click();
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    SOON_VERIFY(isSeen(u"syncEmptyTitle"_s));
    const int batches = m_platform->asked.value(u"entries"_s);
    scan(personB);
    QCOMPARE(entries().size(), 2);

    // Connected again it goes on, and what was recorded meanwhile arrives as well.
    enrol();
    SOON_COMPARE(figure(u"acknowledged"_s), u"2"_s);
    QVERIFY(m_platform->asked.value(u"entries"_s) > batches);
    QCOMPARE(m_platform->entries.size(), 2);
}

void TestSyncView::aWrongClockIsSaidAndMarksEntries()
{
    connect(m_engine.get(), &SyncEngine::clockCompared, m_engine.get(),
            [this](std::optional<qint64> off) { m_clock.setContradicted(off.has_value()); });
    describeVenue();
    m_platform->clockMs = -190'000; // this computer's is fast
    enrol();
    SOON_VERIFY(isSeen(u"clockNoticeBar"_s));
    QVERIFY(text(u"clockNoticeHappened"_s).contains(u"3"_s));
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    scan(personA);
    const Entry entry = entries().first().entry;
    QVERIFY(entry.at.suspect);
    QVERIFY(entry.at.utcMs >= before - 1); // as it was scanned, not as the platform thinks
    press(Qt::Key_F3);
    auto *table = part<QTableView>(u"entryTable"_s);
    SOON_VERIFY(table->model()->rowCount() == 1);
    const auto note = [table] {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << table->model()->index(0, column).data().toString();
        return cells.join(u'|');
    };
    SOON_VERIFY2(note().contains(u"clock"_s), qPrintable(note()));

    m_platform->clockMs = 0;
    scan(personB);
    SOON_VERIFY(!isSeen(u"clockNoticeBar"_s));
}

void TestSyncView::theHistoryIsFetchedAsItIsScrolledTo()
{
    BatchModel model;
    QSignalSpy more(&model, &BatchModel::moreWanted);
    const auto made = [](int first, int count) {
        QList<BatchRecord> batches;
        for (int i = 0; i < count; ++i) {
            BatchRecord batch;
            batch.id = QUuid(uint(first - i), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            batch.entries = 1;
            batches << batch;
        }
        return batches;
    };
    const QDate day(2026, 11, 20);
    model.setNewest(made(1'000, BatchModel::page), day);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({})); // asked for once
    QCOMPARE(more.first().first().toUuid(), made(1'000 - BatchModel::page + 1, 1).first().id);
    model.append(made(1'000 - BatchModel::page, 7));
    QCOMPARE(model.rowCount(), BatchModel::page + 7);
    QVERIFY(!model.canFetchMore({})); // that was the end

    // New ones come in front; what was scrolled to stays, and is brought up to date.
    QList<BatchRecord> newest = made(1'003, BatchModel::page);
    newest[3].receipt = u"R-9"_s;
    model.setNewest(newest, day);
    QCOMPARE(model.rowCount(), BatchModel::page + 10);
    QCOMPARE(model.index(3, BatchModel::Receipt).data().toString(), u"R-9"_s);
    // So many new ones that nothing known is among them.
    model.setNewest(made(9'000, BatchModel::page), day);
    QCOMPARE(model.rowCount(), int(BatchModel::page));
}

void TestSyncView::aDeclarationIsShownBesideTheEntry_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("declared") << u"declared"_s << u": declared"_s;
    QTest::newRow("symptoms") << u"symptoms"_s << u"SYMPTOMS"_s;
    QTest::newRow("none") << u"none"_s << u"not declared"_s;
}

void TestSyncView::aDeclarationIsShownBesideTheEntry()
{
    QFETCH(QString, status);
    QFETCH(QString, said);
    describeVenue();
    m_platform->declaration = status;
    enrol();
    press(Qt::Key_F2);
    const int answered = scanUntilAnswered();
    const QString declared = text(u"resultDeclaration"_s);
    QVERIFY2(declared.contains(said), qPrintable(declared));
    QVERIFY(part<QWidget>(u"resultCard"_s)->accessibleName().contains(declared));
    QCOMPARE(m_platform->asked.value(u"declarations"_s), answered + 1);
    scan(personA); // no QID, no question, and nothing of the visitor before
    QVERIFY(!isSeen(u"resultDeclaration"_s));
    QCOMPARE(m_platform->asked.value(u"declarations"_s), answered + 1);
}

void TestSyncView::anAnswerThatTakesTooLongIsUnknownAndHoldsNothingUp()
{
    describeVenue();
    m_platform->declarationDelayMs = 60'000;
    enrol();
    press(Qt::Key_F2);
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    scan(qrOfMau);
    SOON_COMPARE(announced.size(), 1); // while nothing was answered yet
    QCOMPARE(announced.first().first().value<ScanOutcome>().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(!isSeen(u"resultDeclaration"_s));
    QCOMPARE(entries().size(), 1);
    SOON_VERIFY(isSeen(u"resultDeclaration"_s));
    QVERIFY(text(u"resultDeclaration"_s).contains(u"unknown"_s));
}

void TestSyncView::whoDoesNotOfferDeclarationsIsNotAskedAgain()
{
    describeVenue();
    m_platform->offersDeclarations = false;
    enrol();
    press(Qt::Key_F2);
    // Once it has said so in time, nobody else is asked about.
    int before = -1;
    for (int i = 0; i < manyPersons && m_platform->asked.value(u"declarations"_s) != before; ++i) {
        before = m_platform->asked.value(u"declarations"_s);
        scan(qrOf(i));
        // Nobody asks any more after a second; or time for its answer.
        if (QTest::qWaitFor([&] { return m_platform->asked.value(u"declarations"_s) != before; }, 1'000))
            QTest::qWait(400);
    }
    QCOMPARE(m_platform->asked.value(u"declarations"_s), before);
    QVERIFY(!isSeen(u"resultDeclaration"_s));
}

void TestSyncView::whatWasDeclaredIsRememberedUntilMidnight()
{
    describeVenue();
    enrol();
    SOON_VERIFY(!record().target.venueCode.isEmpty());
    SetClock clock;
    Declarations declarations(m_engine.get(), &clock);
    declarations.setTargets(awaited(m_engine->outbox()->targets()).value());
    QVERIFY(declarations.isOffered());
    const QString qid = u"162999999999999992"_s;
    for (int i = 0; i < manyPersons && declarations.remembered() == 0; ++i)
        awaited(declarations.ask(qid)); // until an answer came in time
    QCOMPARE(declarations.remembered(), 1);
    const int asked = m_platform->asked.value(u"declarations"_s);
    QCOMPARE(awaited(declarations.ask(qid)), DeclarationStatus::Declared);
    QCOMPARE(m_platform->asked.value(u"declarations"_s), asked);
    clock.days = 1;
    declarations.forgetYesterday();
    QCOMPARE(declarations.remembered(), 0);
    awaited(declarations.ask(qid));
    QCOMPARE(m_platform->asked.value(u"declarations"_s), asked + 1);
}

void TestSyncView::whatIsKnownOfADeclarationDecidesTheNextTime()
{
    VenueRules rules;
    rules.declaration = DeclarationRule::Ask;
    describeVenue();
    m_desk->setRules(rules, 0, {});
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::In, RepeatPolicy::InView});
    m_platform->declaration = u"none"_s;
    enrol();
    press(Qt::Key_F2);
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    const int person = scanUntilAnswered();
    QVERIFY(text(u"resultDeclaration"_s).contains(u"not declared"_s));
    const int asked = m_platform->asked.value(u"declarations"_s);
    m_desk->voidEntry(entries().last().entry.id, u"test"_s);
    SOON_COMPARE(m_desk->waiting(), 0);
    m_desk->setRules(rules, 0, {});
    scan(cardOf(person)); // the same person by another code
    const auto last = announced.last().first().value<ScanOutcome>();
    QCOMPARE(last.kind, ScanOutcome::Kind::Asks);
    QCOMPARE(last.reason, Reason::NotDeclared);
    QVERIFY(text(u"resultDeclaration"_s).contains(u"not declared"_s)); // known before anybody is asked
    // It may have been mended meanwhile, so it is asked again all the same.
    SOON_COMPARE(m_platform->asked.value(u"declarations"_s), asked + 1);
}

void TestSyncView::whyIsSaidInTheLanguageOfTheWindow_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("part"); // what the sentence must say
    QTest::newRow("token") << u"the platform does not know this desk's token (status 401)"_s << u"desk"_s;
    QTest::newRow("status") << u"the platform answered with status 503"_s << u"503"_s;
    QTest::newRow("message") << u"the platform answered with status 409: đã có"_s << u"đã có"_s;
    QTest::newRow("silent") << u"no byte came or went for 30 s"_s << u"30"_s;
    QTest::newRow("host") << u"Host platform.example not found"_s << u"platform.example"_s;
    QTest::newRow("expired")
        << u"the certificate of localhost, issued by CA, valid from 2025-01-01T00:00:00Z to "
           "2026-01-01T00:00:00Z does not count: The certificate has expired"_s
        << u"it has expired. Check the date"_s;
    QTest::newRow("two faults")
        << u"the certificate of a.example, issued by CA, valid from 2025-01-01T00:00:00Z to "
           "2026-01-01T00:00:00Z does not count: The host name did not match any of the valid hosts for this "
           "certificate The certificate is self-signed, and untrusted"_s
        << u"another server's, nobody whom"_s;
    QTest::newRow("pinned") << u"the certificate of a, issued by b, valid from c to d does not have the "
                               "pinned key"_s
                            << u"pinned"_s;
}

void TestSyncView::whyIsSaidInTheLanguageOfTheWindow()
{
    QFETCH(QString, why);
    QFETCH(QString, part);
    const QString said = whyText(why);
    QVERIFY2(said != why, qPrintable(said)); // a sentence of the window's own
    QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY2(!said.contains(u'%'), qPrintable(said));
}

QTEST_MAIN(TestSyncView)
#include "tst_syncview.moc"
