#include "core/base/ids.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrystore.h"
#include "core/store/visitorlists.h"
#include "ui/common/choicerow.h"
#include "ui/common/soundboard.h"
#include "ui/common/visitoroffers.h"
#include "ui/common/wording.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/syncview/syncview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The window together with a true desk and a true store: what is pressed is recorded, what is recorded is
/// shown.
class TestDeskConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aScanIsShownCountedListedAndHeard();
    void aClickOnAScanLeadsToItsEntry();
    void undoTakesBackTheEntryThatWasShown();
    void f9CorrectsTheDirection();
    void whatTheCardShowsIsTurnedRoundAndCompletedThoughItIsOld();
    void aQuestionIsAnsweredWithCtrlEnter();
    void aQuestionThatTheNextScanPutAsideIsAnsweredLater();
    void anEntryIsTakenBackFromTheList();
    void anEarlierEntryIsTurnedRoundAndBackOnlyAfterAQuestion();
    void aVisitorIsNotedOnTheAttentionListFromTheirEntry();
    void whatIsTurnedInTheListIsSaidAndUndoneByAKey();
    void whatWasRecordedBeforeIsShownWhenTheRecordsOpen();
    void whatComesByNoScanIsCountedAndListed();
    void refusedScansAreCountedAsTheyAreListed();
    void ofADestroyedPersonNoNameStays();
    void aFailedWriteIsRedUntilTheNextEntry();
    void theVenueStaysInTheHeaderWhateverElseIsChanged();
    void whatIsScannedAtTheFirstStartIsTriedAndNotRecorded();
    void theFirstStartThatWasLeftDoesNotComeBack();
    void ctrlNOpensTheHandEntryFromEveryList();
    void whoIsExpectedIsWrittenDownWithoutTyping();
    void whoIsNotedWhileInsideIsSaidToBeThere();
    void rowsCopiedInASpreadsheetAreTakenOver();
    void theSampleOfExpectedVisitorsIsWritten();

private:
    void openRecords();
    void scan(const QByteArray &text);
    /// True once the store has answered what it was asked before.
    bool drained();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QString text(const QString &name) const { return m_window->findChild<QLabel *>(name)->text(); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const auto personA = "001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba;
const auto personB = "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||"_ba;

} // namespace

void TestDeskConnection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<EntryStore>();
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    DeskPreferences preferences;
    preferences.firstStartDone = true;
    preferences.location = u"Cổng A"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    m_window->connectDesk({m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDeskConnection::cleanup()
{
    m_window.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
}

void TestDeskConnection::openRecords()
{
    bool ready = false;
    m_store->open(m_folder->path(), StoreMode::ReadWrite);
    m_store->unlock(QByteArray(32, 'k'), KeyPlace::File).then(this, [&ready](const Result<void> &unlocked) {
        ready = unlocked.ok();
    });
    QTRY_VERIFY(ready);
    m_window->setDeskReady();
}

void TestDeskConnection::scan(const QByteArray &text)
{
    RawScan raw;
    raw.deviceId = u"test"_s;
    raw.source = u"test"_s;
    raw.capturedAt = m_clock.now();
    raw.steadyMs = m_clock.steadyMs();
    raw.sightings << Sighting{text, {}};
    m_desk->take(raw);
}

bool TestDeskConnection::drained()
{
    auto answer = m_store->entries({});
    return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000);
}

void TestDeskConnection::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestDeskConnection::aScanIsShownCountedListedAndHeard()
{
    openRecords();
    QSignalSpy played(m_window->soundBoard(), &SoundBoard::played);
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QCOMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    QCOMPARE(text(u"countIn"_s), u"1"_s);
    const auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s)->model();
    QCOMPARE(recent->rowCount(), 1);
    QCOMPARE(recent->index(0, 5).data().toString(), u"Cổng A"_s);
    QCOMPARE(played.count(), 1);
    QCOMPARE(played[0][0].value<Sound>(), Sound::In);
    m_window->showView(MainWindow::View::Entries);
    QTRY_COMPARE(m_window->findChild<QTableView *>(u"entryTable"_s)->model()->rowCount(), 1);
}

/// What is listed on the first page leads to all that is known of it, whatever was searched for before.
void TestDeskConnection::aClickOnAScanLeadsToItsEntry()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    scan(personB);
    QTRY_COMPARE(text(u"countInside"_s), u"2"_s);
    m_window->entriesView()->findChild<QLineEdit *>(u"entrySearch"_s)->setText(u"khong co ai"_s);
    auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s);
    const QModelIndex older = recent->model()->index(1, 2);
    QVERIFY(older.data().toString().contains(u"Nghiệm"_s));
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualRect(older).center());
    QTest::mouseDClick(recent->viewport(), Qt::LeftButton, {}, recent->visualRect(older).center());
    QVERIFY(m_window->entriesView()->isVisible());
    auto *details = m_window->entriesView()->findChild<DetailsPanel *>();
    QTRY_VERIFY(details->isVisible() && details->details());
    QTRY_COMPARE(details->details()->asked.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    // One click does as well, unless another follows.
    m_window->showView(MainWindow::View::Scan);
    const QModelIndex newer = recent->model()->index(0, 2);
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {}, recent->visualRect(newer).center());
    QTRY_VERIFY(m_window->entriesView()->isVisible());
    QTRY_VERIFY(details->details() && details->details()->asked.visitor.name.startsWith(u"Lê"_s));
}

void TestDeskConnection::undoTakesBackTheEntryThatWasShown()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"resultWord"_s), u"ĐÃ HỦY"_s);
    QTRY_COMPARE(text(u"countInside"_s), u"0"_s);
    QVERIFY(!m_desk->lastRecorded());
    // It was a mistake: the same key, and it counts again.
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    QCOMPARE(text(u"countIn"_s), u"1"_s);
    const auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s)->model();
    QTRY_COMPARE(recent->rowCount(), 1);
    QCOMPARE(recent->index(0, 1).data().toString(), u"Vào"_s);
    // And once more there and back: by now the list of the record is shown, which says the same.
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"resultWord"_s), u"ĐÃ HỦY"_s);
    m_window->lookAgain();
    QVERIFY(drained());
    QTRY_COMPARE(recent->index(0, 1).data().toString(), u"Đã hủy"_s);
    QCOMPARE(recent->rowCount(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
}

void TestDeskConnection::f9CorrectsTheDirection()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(text(u"resultWord"_s), u"RA"_s);
    QTRY_COMPARE(text(u"countOut"_s), u"1"_s);
    QCOMPARE(text(u"countIn"_s), u"0"_s);
    QCOMPARE(m_window->findChild<QTableView *>(u"recentTable"_s)->model()->rowCount(), 1);
}

void TestDeskConnection::whatTheCardShowsIsTurnedRoundAndCompletedThoughItIsOld()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    const QUuid old = m_desk->lastRecorded()->entryId.value();
    cleanup(); // the next morning
    auto folder = std::move(m_folder);
    init();
    m_folder = std::move(folder);
    openRecords();
    scan(personB);
    QTRY_COMPARE(text(u"resultName"_s), u"L. T. G. Lập"_s);
    QTRY_COMPARE(text(u"countInside"_s), u"2"_s);
    QSignalSpy played(m_window->soundBoard(), &SoundBoard::played);
    m_desk->turnRoundEntry(old, Direction::Out);
    QTRY_COMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s);
    QVERIFY(played.isEmpty()); // whoever stands at the door did not leave
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QCOMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s);
    QTRY_COMPARE(text(u"countInside"_s), u"2"_s); // the other one is where they were
    QSignalSpy completed(m_desk.get(), &CheckpointDesk::completed);
    m_desk->turnRoundEntry(*m_desk->lastRecorded()->entryId, Direction::Out);
    QTRY_COMPARE(text(u"resultWord"_s), u"RA"_s);
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE(completed.count(), 1);
    QCOMPARE(text(u"resultWord"_s), u"RA"_s);
}

void TestDeskConnection::aQuestionIsAnsweredWithCtrlEnter()
{
    openRecords();
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::Out, RepeatPolicy::InView});
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"resultWord"_s), u"RA"_s);
}

void TestDeskConnection::aQuestionThatTheNextScanPutAsideIsAnsweredLater()
{
    openRecords();
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::Out, RepeatPolicy::InView});
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::In, RepeatPolicy::InView});
    scan(personB);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    const auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s)->model();
    QTRY_COMPARE(recent->rowCount(), 2); // the question, and who came in
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
    QCOMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s);
    QTRY_COMPARE(recent->rowCount(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"resultWord"_s), u"RA"_s);
    QTRY_COMPARE(text(u"countOut"_s), u"1"_s);
    QCOMPARE(text(u"countRefused"_s), u"0"_s);
}

void TestDeskConnection::anEntryIsTakenBackFromTheList()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    scan(personB);
    QTRY_COMPARE(text(u"resultName"_s), u"L. T. G. Lập"_s);
    press(Qt::Key_F3);
    auto *table = m_window->findChild<QTableView *>(u"entryTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(table->model()->index(1, 1).data().toString(), u"Vào"_s);
    table->setCurrentIndex(table->model()->index(1, 0)); // the earlier one
    table->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(1, 1).data().toString(), u"Đã hủy"_s);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Vào"_s);
    // The result of the last scan still stands.
    QCOMPARE(text(u"resultName"_s), u"L. T. G. Lập"_s);
    QCOMPARE(text(u"resultWord"_s), u"VÀO"_s);
    // The row is still chosen, and by the key of every undo its entry counts again, and is chosen.
    EntriesView *view = m_window->entriesView();
    const std::optional<QUuid> taken = view->chosenEntry();
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"entryRestore"_s)->isVisible());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_VERIFY(view->chosenEntry() && view->chosenEntry() != taken);
    QCOMPARE(table->currentIndex().siblingAtColumn(1).data().toString(), u"Vào"_s);
    QVERIFY(m_window->findChild<QWidget *>(u"voidButton"_s)->isVisible());
    // What stands in another's place is not restored again.
    for (int row = 0; row < 3; ++row) {
        if (table->model()->index(row, 1).data().toString() == u"Đã hủy"_s)
            table->selectRow(row);
    }
    QCOMPARE(view->chosenEntry(), taken);
    QVERIFY(!m_window->findChild<QWidget *>(u"entryRestore"_s)->isVisible());
}

void TestDeskConnection::anEarlierEntryIsTurnedRoundAndBackOnlyAfterAQuestion()
{
    const auto turnedInto = [](Direction direction) {
        return DetailsPanel::tr("Changed: this entry is %1 now. F9 changes it back.")
            .arg(directionShout(direction));
    };
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    scan(personB);
    QTRY_COMPARE(text(u"countInside"_s), u"2"_s);
    press(Qt::Key_F3);
    auto *table = m_window->findChild<QTableView *>(u"entryTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(table->model()->index(1, 1).data().toString(), u"Vào"_s); // its page has come
    table->selectRow(1);
    table->setFocus();
    press(Qt::Key_Return);
    const auto *details = m_window->findChild<DetailsPanel *>();
    QTRY_VERIFY(details->details() &&
                details->details()->asked.entry.id == m_window->entriesView()->chosenEntry());
    press(Qt::Key_F9);
    QVERIFY(drained());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(text(u"countInside"_s), u"2"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"detailsSaid"_s), turnedInto(Direction::Out));
    QCOMPARE(details->details()->asked.entry.kind, EntryKind::Out);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    press(Qt::Key_F9);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"detailsSaid"_s), turnedInto(Direction::In));
    QTRY_COMPARE(text(u"countInside"_s), u"2"_s);
    // It is said of that entry alone.
    table->selectRow(table->currentIndex().row() == 0 ? 1 : 0);
    QTRY_VERIFY(!m_window->findChild<QLabel *>(u"detailsSaid"_s)->isVisible());
}

void TestDeskConnection::aVisitorIsNotedOnTheAttentionListFromTheirEntry()
{
    const QString noted = EntriesView::tr("%1 is on the attention list now.").arg(u"N. T. Nghiệm"_s);
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    press(Qt::Key_F3);
    auto *table = m_window->findChild<QTableView *>(u"entryTable"_s);
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Vào"_s);
    const QUuid visitor = m_store->entries({}).result()->first().entry.visitorId.value();
    auto *button = m_window->findChild<QAbstractButton *>(u"detailsAttention"_s);
    auto *panel = m_window->findChild<QWidget *>(u"detailsPanel"_s);
    auto *reason = m_window->findChild<QLineEdit *>(u"attentionReason"_s);
    auto *number = m_window->findChild<QLineEdit *>(u"attentionNumber"_s);
    const auto begin = [&] {
        table->setFocus();
        if (!panel->isVisible())
            press(Qt::Key_Return);
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QVERIFY(reason->isVisible() && reason->hasFocus());
        QVERIFY(!number->isVisible());
        QVERIFY2(text(u"attentionWho"_s).startsWith(u"N. T. Nghiệm"_s), qPrintable(text(u"attentionWho"_s)));
    };
    // Esc leads back to the entries, and nothing stays.
    begin();
    QTest::keyClicks(reason, u"Hoi truong ca"_s);
    press(Qt::Key_Escape);
    QVERIFY(table->hasFocus());
    QVERIFY(reason->text().isEmpty() && !reason->isUndoAvailable());
    QVERIFY(text(u"attentionWho"_s).isEmpty());
    // So does another view.
    begin();
    press(Qt::Key_F2);
    press(Qt::Key_F10);
    QVERIFY(!m_window->findChild<QWidget *>(u"attentionPanel"_s)->isVisible());
    press(Qt::Key_F3);
    begin();
    QTest::keyClicks(reason, u"Hoi truong ca"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"entrySums"_s), noted);
    QVERIFY(table->hasFocus());
    QVERIFY(drained());
    QTest::qWait(400); // the list is fetched anew meanwhile
    QCOMPARE(text(u"entrySums"_s), noted);
    const auto notes = VisitorLists(m_store.get()).attention(m_clock.now().utcMs).result();
    QVERIFY(notes && notes->size() == 1);
    QCOMPARE(notes->first().visitorId, std::optional(visitor));
    QCOMPARE(notes->first().reason, u"Hoi truong ca"_s);
    QVERIFY(notes->first().who.idNumber.isEmpty());
    // There they come off the list again, once that is confirmed.
    if (!panel->isVisible())
        press(Qt::Key_Return);
    QTRY_COMPARE(button->text(), DetailsPanel::tr("Remove from the attention list…"));
    button->click();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text(u"entrySums"_s),
                 EntriesView::tr("%1 is no longer on the attention list.").arg(u"N. T. Nghiệm"_s));
    QVERIFY(VisitorLists(m_store.get()).attention(m_clock.now().utcMs).result()->isEmpty());
    QTRY_COMPARE(button->text(), DetailsPanel::tr("Add to the attention list…"));
}

void TestDeskConnection::whatIsTurnedInTheListIsSaidAndUndoneByAKey()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    press(Qt::Key_F3);
    auto *table = m_window->findChild<QTableView *>(u"entryTable"_s);
    const auto standing = [this] {
        QStringList kinds;
        const auto rows = m_store->entries({}).result();
        for (const EntryRow &row : *rows) {
            if (!row.voidedBy && row.entry.kind != EntryKind::Void)
                kinds << entryKindId(row.entry.kind);
        }
        return kinds;
    };
    QTRY_COMPARE(table->model()->index(0, 1).data().toString(), u"Vào"_s);
    table->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<DetailsPanel *>()->details());
    press(Qt::Key_F9);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(text(u"entrySums"_s).contains(u"RA"_s), qPrintable(text(u"entrySums"_s)));
    QTRY_COMPARE(standing(), QStringList{u"out"_s});
    table->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(standing(), QStringList{u"in"_s});
    QTRY_VERIFY2(text(u"entrySums"_s).contains(u"VÀO"_s), qPrintable(text(u"entrySums"_s)));
}

void TestDeskConnection::whatWasRecordedBeforeIsShownWhenTheRecordsOpen()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    cleanup();
    auto folder = std::move(m_folder);
    init();
    QCOMPARE(text(u"countInside"_s), u"0"_s);
    m_folder = std::move(folder);
    openRecords();
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    QTRY_COMPARE(m_window->findChild<QTableView *>(u"recentTable"_s)->model()->rowCount(), 1);
    QCOMPARE(text(u"resultWord"_s), u"CHƯA QUÉT ĐƯỢC"_s); // there is no device yet
    m_window->setDevice({u"camera:A"_s, u"A"_s, DeviceState::Running, DirectionRule::Auto, true});
    QCOMPARE(text(u"resultWord"_s), u"SẴN SÀNG"_s);
}

/// As when a backup or what was rescued is brought into the record.
void TestDeskConnection::whatComesByNoScanIsCountedAndListed()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"countIn"_s), u"1"_s);
    EntryDraft draft;
    draft.visitor.name = u"Lê Thị Giả Lập"_s;
    draft.visitor.idNumber = u"031195999993"_s;
    draft.entry.at = m_clock.now();
    draft.entry.id = newEntryId(draft.entry.at.utcMs);
    draft.entry.location = u"Cổng A"_s;
    auto recorded = m_store->record(draft);
    recorded.waitForFinished();
    QVERIFY(recorded.result());
    QTRY_COMPARE(text(u"countIn"_s), u"2"_s);
    const auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s)->model();
    QTRY_COMPARE(recent->rowCount(), 2); // as the exits at the end of the day are
}

void TestDeskConnection::refusedScansAreCountedAsTheyAreListed()
{
    openRecords();
    scan(personA);
    scan("something that nobody knows"_ba);
    scan("00020101021138540010A00000072701240006970436011099999999990208QRIBFTTA5303704"_ba);
    RawScan two;
    two.deviceId = u"test"_s;
    two.capturedAt = m_clock.now();
    two.steadyMs = m_clock.steadyMs();
    two.sightings << Sighting{personB, {}}
                  << Sighting{"001090999992||Trần Văn Mẫu|01011991|Nam|Huế|01012022"_ba, {}};
    m_desk->take(two);
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::Out, RepeatPolicy::InView});
    scan("079080999994||Phạm Văn Thử|03031980|Nam|Cần Thơ|01012022"_ba);
    QTRY_COMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
    press(Qt::Key_Escape); // whoever is on the way out is refused nothing
    QTRY_COMPARE(text(u"countRefused"_s), u"3"_s);
    m_window->showView(MainWindow::View::Entries);
    const auto *lines = m_window->findChild<QTableView *>(u"entryTable"_s)->model();
    QTRY_COMPARE(lines->rowCount(), 1);
    // As it was chosen at another time.
    m_window->entriesView()->setRefusedShown(true);
    QTRY_COMPARE(lines->rowCount(), 4);
    QTRY_VERIFY2(text(u"entrySums"_s).contains(u"3"_s), qPrintable(text(u"entrySums"_s)));
    auto *filter = m_window->findChild<QComboBox *>(u"filterRefused"_s);
    filter->setCurrentIndex(int(EntryFilter::Only));
    emit filter->activated(int(EntryFilter::Only));
    QTRY_COMPARE(lines->rowCount(), 3);
}

void TestDeskConnection::ofADestroyedPersonNoNameStays()
{
    const auto says = [this](const QString &name) {
        const auto *recent = m_window->findChild<QTableView *>(u"recentTable"_s)->model();
        for (int row = 0; row < recent->rowCount(); ++row) {
            for (int column = 0; column < recent->columnCount(); ++column) {
                if (recent->index(row, column).data().toString().contains(name))
                    return true;
            }
        }
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->text().contains(name) || label->accessibleName().contains(name))
                return true;
        }
        const auto kept = m_desk->lastRecorded();
        return kept && personName(kept->visitor).contains(name);
    };
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QVERIFY(says(u"Nghiệm"_s));
    m_desk->setDevice({u"test"_s, u"test"_s, DirectionRule::In, RepeatPolicy::InView});
    const ScanOutcome recorded = *m_desk->lastRecorded();
    VisitorData right = recorded.visitor;
    right.name = u"Nguyễn Thử Nghĩa"_s;
    m_desk->changePerson(*recorded.visitorId, right);
    QTRY_COMPARE(text(u"resultName"_s), u"N. T. Nghĩa"_s);
    QVERIFY(!says(u"Nghiệm"_s));
    m_desk->changePerson(*recorded.visitorId, {});
    QVERIFY(!says(u"Nghĩa"_s));
    press(Qt::Key_Z, Qt::ControlModifier); // whoever takes the entry back is told no name either
    QVERIFY(!says(u"Nghĩa"_s));
}

void TestDeskConnection::aFailedWriteIsRedUntilTheNextEntry()
{
    // The records are not open: nothing can be recorded, and that is said.
    QSignalSpy played(m_window->soundBoard(), &SoundBoard::played);
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"CHƯA GHI ĐƯỢC"_s);
    QCOMPARE(text(u"deskStateLabel"_s), u"Không ghi được"_s);
    QCOMPARE(played[0][0].value<Sound>(), Sound::NotRecorded);
    openRecords();
    scan(personB);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QCOMPARE(text(u"deskStateLabel"_s), u"Sẵn sàng ghi"_s);
}

void TestDeskConnection::theVenueStaysInTheHeaderWhateverElseIsChanged()
{
    openRecords();
    const auto *place = m_window->findChild<QAbstractButton *>(u"placeButton"_s);
    Venue venue;
    venue.name = u"Bệnh viện Thử"_s;
    m_office->keepVenue(venue);
    QTRY_COMPARE(place->accessibleName(), u"Bệnh viện Thử · Cổng A"_s);
    for (const QString &choice : {u"themeChoice"_s, u"textSizeChoice"_s}) {
        m_window->findChild<ChoiceRow *>(choice)->button(1)->click();
        QCOMPARE(place->accessibleName(), u"Bệnh viện Thử · Cổng A"_s);
    }
}

void TestDeskConnection::whatIsScannedAtTheFirstStartIsTriedAndNotRecorded()
{
    openRecords();
    QTRY_COMPARE(text(u"countInside"_s), u"0"_s);
    MainWindow fresh(DeskPreferences{});
    fresh.connectDesk({m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock});
    fresh.show();
    fresh.beginFirstStart();
    m_desk->setDevice({u"test"_s, u"USB 2D"_s, DirectionRule::Auto, RepeatPolicy::InView});
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    scan(personA);
    QTRY_COMPARE(m_desk->waiting(), 0);
    QVERIFY(fresh.findChild<QLabel *>(u"firstStartScanner"_s)->text().contains(u"USB 2D"_s));
    QVERIFY(announced.isEmpty());
    // Once the questions are left, by whatever way, who is scanned is recorded.
    fresh.showView(MainWindow::View::Entries);
    scan(personA);
    QTRY_COMPARE(announced.count(), 1);
    QCOMPARE(announced[0][0].value<ScanOutcome>().kind, ScanOutcome::Kind::Recorded);
}

/// A venue that is never described must not stop the recording every morning.
void TestDeskConnection::theFirstStartThatWasLeftDoesNotComeBack()
{
    openRecords();
    const DeskParts parts{m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock};
    QSignalSpy loaded(m_office.get(), &VenueOffice::loaded);
    const auto look = [&](MainWindow &window) {
        const qsizetype before = loaded.count();
        window.setDeskReady();
        return QTest::qWaitFor([&] { return loaded.count() > before; }, 20'000) && drained();
    };
    {
        MainWindow fresh(DeskPreferences{});
        fresh.connectDesk(parts);
        fresh.show();
        QVERIFY(look(fresh));
        QTRY_VERIFY(m_desk->isTrying());
        fresh.showView(MainWindow::View::Settings);
        QVERIFY(!m_desk->isTrying());
        QVERIFY(fresh.preferences().firstStartDone);
        QVERIFY(look(fresh));
        QVERIFY(!m_desk->isTrying());
        QCOMPARE(fresh.view(), MainWindow::View::Settings);
    }
    // Nor where somebody was recorded already, whatever became of the settings.
    scan(personA);
    QTRY_COMPARE(text(u"countInside"_s), u"1"_s);
    MainWindow again(DeskPreferences{});
    again.connectDesk(parts);
    again.show();
    QVERIFY(look(again));
    QVERIFY(!m_desk->isTrying());
}

void TestDeskConnection::whoIsNotedWhileInsideIsSaidToBeThere()
{
    openRecords();
    scan(personA);
    QTRY_COMPARE(text(u"resultWord"_s), u"VÀO"_s);
    const auto saysSince = [this] { return text(u"attentionSaid"_s).contains(u':'); }; // a time of day
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showAttention();
    const auto note = [this](const QString &number) {
        m_window->findChild<QLineEdit *>(u"attentionNumber"_s)->setText(number);
        m_window->findChild<QLineEdit *>(u"attentionReason"_s)->setText(u"thử"_s);
        m_window->findChild<QAbstractButton *>(u"attentionAdd"_s)->click();
    };
    note(QString::fromUtf8(personA.left(12)));
    QTRY_VERIFY2(saysSince(), qPrintable(text(u"attentionSaid"_s)));
    note(u"001090999999"_s); // was never here
    QTRY_VERIFY(!text(u"attentionSaid"_s).isEmpty() && !saysSince());
    QVERIFY(drained());
    QVERIFY(!saysSince());
}

/// As Excel copies them: fields between tabs.
void TestDeskConnection::rowsCopiedInASpreadsheetAreTakenOver()
{
    openRecords();
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showExpected();
    auto *paste = m_window->findChild<QAbstractButton *>(u"expectedPaste"_s);
    QGuiApplication::clipboard()->clear();
    paste->click();
    QVERIFY(!text(u"expectedSaid"_s).isEmpty());
    QGuiApplication::clipboard()->setText(
        u"Họ tên\tGiờ\tGặp ai\r\nĐỗ Văn Sai\t25:00\t\r\n"
        "Lê Thị Giả Lập\t8h30\t\"Phòng Kế toán\"\r\nTrần Thị Mẫu\t\t\r\n"_s);
    paste->click();
    auto *take = m_window->findChild<QAbstractButton *>(u"expectedTake"_s);
    QTRY_VERIFY(take->isVisible() && take->isEnabled());
    QVERIFY(m_window->findChild<QPlainTextEdit *>(u"expectedFaults"_s)->toPlainText().contains(u" 2:"_s));
    take->click();
    QTRY_VERIFY(text(u"expectedSaid"_s).contains(u'2'));
    const QDate day = m_window->settingsView()->expectedPanel()->day();
    VisitorLists lists(m_store.get());
    QTRY_COMPARE(lists.expected(day).result()->size(), 2);
    const auto expected = lists.expected(day).result();
    const auto has = [&expected](const QString &name, const QString &host) {
        return std::ranges::any_of(*expected, [&](const ExpectedVisitor &visitor) {
            return visitor.name == name && visitor.host == host;
        });
    };
    QVERIFY(has(u"Lê Thị Giả Lập"_s, u"Phòng Kế toán"_s) && has(u"Trần Thị Mẫu"_s, QString()));
    // A comma belongs to its cell.
    QGuiApplication::clipboard()->setText(u"Họ tên\nVõ Văn Thử, em\n"_s);
    paste->click();
    QTRY_VERIFY(take->isVisible() && take->isEnabled());
    take->click();
    QTRY_COMPARE(lists.expected(day).result()->size(), 3);
    QCOMPARE(std::ranges::count(*lists.expected(day).result(), u"Võ Văn Thử, em"_s, &ExpectedVisitor::name),
             1);
}

void TestDeskConnection::theSampleOfExpectedVisitorsIsWritten()
{
    openRecords();
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showExpected();
    ExpectedPanel *panel = m_window->settingsView()->expectedPanel();
    const QString path = m_folder->filePath(u"sample.csv"_s);
    panel->savingPlace()->dialog = [path](auto...) { return path; };
    m_window->findChild<QAbstractButton *>(u"expectedSample"_s)->click();
    QTRY_VERIFY(text(u"expectedSaid"_s).contains(u"sample.csv"_s));
    emit panel->fileChosen(path);
    QTRY_VERIFY(m_window->findChild<QAbstractButton *>(u"expectedTake"_s)->isEnabled());
    QCOMPARE(text(u"expectedFileWords"_s).count(u'2'), 1);
    panel->savingPlace()->dialog = [this](auto...) {
        return m_folder->filePath(u"no such folder/sample.csv"_s);
    };
    m_window->findChild<QAbstractButton *>(u"expectedSample"_s)->click();
    QTRY_VERIFY(!text(u"expectedSaid"_s).contains(u"sample.csv"_s));
    QVERIFY(!text(u"expectedSaid"_s).isEmpty());
}

/// Two letters, Down, Enter, Enter: as with a scan the desk says whom they visit, and they have come.
void TestDeskConnection::whoIsExpectedIsWrittenDownWithoutTyping()
{
    openRecords();
    ExpectedVisitor expected;
    expected.name = u"Đỗ Văn Hẹn"_s;
    expected.day = m_clock.now().toDateTime().date();
    expected.host = u"Phòng 3"_s;
    VisitorLists lists(m_store.get());
    auto added = lists.addExpected({expected});
    QTRY_VERIFY(added.isFinished());
    m_window->showView(MainWindow::View::Scan);
    const auto *offers = m_window->scanView()->findChild<VisitorOffers *>();
    press(Qt::Key_N, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"he"_s);
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->count(), 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"resultName"_s), u"Đ. V. Hẹn"_s);
    QVERIFY(text(u"resultNote1"_s).contains(u"Phòng 3"_s));
    auto list = lists.expected(expected.day);
    QTRY_VERIFY(list.isFinished());
    QVERIFY(list.result().value().first().arrivedEntry);

    press(Qt::Key_N, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"he"_s);
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->count(), 1); // inside now, and expected no more
    QVERIFY(!offers->item(0)->text().contains(u"Phòng 3"_s));
}

void TestDeskConnection::ctrlNOpensTheHandEntryFromEveryList()
{
    using View = MainWindow::View;
    auto *form = m_window->findChild<QWidget *>(u"handEntryPanel"_s);
    TargetRecord connected;
    connected.target.id = QUuid::createUuid();
    connected.target.name = u"national"_s;
    m_window->syncView()->setTargets({connected});
    for (const View view : {View::Entries, View::Inside, View::Reports, View::Posters, View::Sync,
                            View::Settings, View::Scan}) {
        m_window->showView(view);
        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_window->view(), View::Scan);
        QVERIFY(form->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!form->isVisible());
    }
    // Where something new of its own is begun by that key, it stays so.
    m_window->showView(View::Posters);
    press(Qt::Key_T, Qt::ControlModifier); // passes
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->view(), View::Posters);
    m_window->showView(View::Sync);
    m_window->syncView()->setTargets({});
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->view(), View::Sync);
    m_window->showView(View::Entries);
    m_window->setLocked(true);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->view(), View::Entries);
}

QTEST_MAIN(TestDeskConnection)
#include "tst_deskconnection.moc"
