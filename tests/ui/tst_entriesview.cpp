#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/toggle.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/entriesview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Remembers what it was asked, and answers when it is told to.
struct SlowSource
{
    QList<EntryQuery> asked;
    std::vector<QPromise<Result<QList<EntryRow>>>> waiting;

    EntrySource source()
    {
        return {[this](const EntryQuery &query) {
                    asked << query;
                    waiting.emplace_back();
                    waiting.back().start();
                    return waiting.back().future();
                },
                [](const EntryQuery &) {
                    QPromise<Result<QList<RefusedScan>>> promise;
                    auto future = promise.future();
                    promise.start();
                    promise.addResult(Result<QList<RefusedScan>>(QList<RefusedScan>()));
                    promise.finish();
                    return future;
                }};
    }

    void answer(size_t number, const Result<QList<EntryRow>> &rows)
    {
        waiting[number].addResult(rows);
        waiting[number].finish();
        samples::settle();
    }
};

} // namespace

/// The entries of a day: found, searched and taken back by keyboard.
class TestEntriesView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aVoidEntryStrikesItsRowAndIsNoneItself();
    void theReasonOfAVoidIsTheNote();
    void refusedScansStandBetweenTheEntriesByTime();
    void refusedScansOlderThanThePageWait();
    void theNextPageIsAppended();
    void theDayIsAskedFromMidnightToMidnight();
    void theSearchWaitsUntilTypingStops();
    void slashAndCtrlFReachTheSearch();
    void enterAndEscLeaveTheSearch();
    void aScanLeavesWhatIsTyped();
    void anOlderAnswerIsDropped();
    void theChosenRowStaysChosenWhenRowsCome();
    void scrollingDownFetchesTheNextPage();
    void deleteAsksForAReasonAndEnterTakesBack();
    void escLeavesTheEntry();
    void aRowTakenBackCannotBeTakenBackAgain();
    void altArrowsChangeTheDay();
    void noDayAfterToday();
    void anEmptyDaySaysSo();
    void nobodyFoundSaysSo();
    void aFailureIsSaidInItsPlace();
    void anAnnouncementFetchesAnew();
    void theRefusedToggleIsRemembered();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QTableView *table() const { return m_view->findChild<QTableView *>(u"entryTable"_s); }
    QString label(const QString &name) const { return m_view->findChild<QLabel *>(name)->text(); }

    std::unique_ptr<MainWindow> m_window;
    EntriesView *m_view = nullptr;
};

void TestEntriesView::init()
{
    m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view = m_window->entriesView();
    m_window->showView(MainWindow::View::Entries);
    samples::settle();
}

void TestEntriesView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestEntriesView::aVoidEntryStrikesItsRowAndIsNoneItself()
{
    EntriesModel model;
    model.setRows(samples::morning(12), {}, false);
    QCOMPARE(model.rowCount(), 12);
    QCOMPARE(model.index(3, EntriesModel::Passage).data().toString(), u"Đã hủy"_s);
    QCOMPARE(model.sums().voided, 2);
    QCOMPARE(model.sums().in + model.sums().out, 10);
    QVERIFY(model.entryAt(3)->voidedBy);
}

void TestEntriesView::theReasonOfAVoidIsTheNote()
{
    EntriesModel model;
    model.setRows(samples::morning(12), {}, false);
    QCOMPARE(model.index(3, EntriesModel::Note).data().toString(), u"Quét nhầm người"_s);
}

void TestEntriesView::refusedScansStandBetweenTheEntriesByTime()
{
    EntriesModel model;
    model.setRows(samples::morning(12), samples::refusedScans(), false);
    QCOMPARE(model.rowCount(), 15);
    QString last = u"99"_s;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString time = model.index(row, EntriesModel::Time).data().toString();
        QVERIFY2(time <= last, qPrintable(time));
        last = time;
    }
    QCOMPARE(model.sums().refused, 3);
    QVERIFY(!model.entryAt(3)); // 08:10:20, a payment code
    QCOMPARE(model.index(3, EntriesModel::Passage).data().toString(), u"Từ chối"_s);
}

void TestEntriesView::refusedScansOlderThanThePageWait()
{
    EntriesModel model;
    const QList<EntryRow> all = samples::morning(12);
    model.setRows(all.first(5), samples::refusedScans(), true); // down to 08:10:33
    QCOMPARE(model.sums().refused, 0);
    model.append(all.sliced(5), false);
    QCOMPARE(model.sums().refused, 3);
    QCOMPARE(model.rowCount(), 15);
}

void TestEntriesView::theNextPageIsAppended()
{
    EntriesModel model;
    const QList<EntryRow> all = samples::morning(20);
    model.setRows(all.first(10), {}, true);
    const int before = model.rowCount();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.append(all.sliced(10), false);
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), before);
    QCOMPARE(reset.count(), 0);
    QVERIFY(!model.hasMore());
}

void TestEntriesView::theDayIsAskedFromMidnightToMidnight()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    QCOMPARE(*slow.asked[0].fromUtcMs, QDate(2026, 11, 20).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(*slow.asked[0].toUtcMs, QDate(2026, 11, 21).startOfDay().toMSecsSinceEpoch());
    QVERIFY(slow.asked[0].newestFirst);
    QCOMPARE(slow.asked[0].limit, EntriesView::pageSize);
}

void TestEntriesView::theSearchWaitsUntilTypingStops()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"nghiem"_s);
    QCOMPARE(slow.asked.size(), 1);
    QTRY_COMPARE(slow.asked.size(), 2);
    QCOMPARE(slow.asked[1].search, u"nghiem"_s);
}

void TestEntriesView::slashAndCtrlFReachTheSearch()
{
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    table()->setFocus();
    press(Qt::Key_Slash);
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), QString());
    table()->setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    press(Qt::Key_Down);
    QVERIFY(table()->hasFocus());
}

void TestEntriesView::enterAndEscLeaveTheSearch()
{
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, u"mau"_s);
    press(Qt::Key_Return);
    QVERIFY(table()->hasFocus());
    QCOMPARE(search->text(), u"mau"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QVERIFY(search->hasFocus());
    QCOMPARE(search->text(), QString());
    press(Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
}

void TestEntriesView::aScanLeavesWhatIsTyped()
{
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, u"ngh"_s);
    m_window->showOutcome(samples::alreadyInside());
    m_view->refresh();
    QTest::qWait(EntriesView::searchDelayMs + 300);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"iem"_s);
    QCOMPARE(search->text(), u"nghiem"_s);
    QCOMPARE(search->selectedText(), QString());
}

void TestEntriesView::anOlderAnswerIsDropped()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    m_view->refresh();
    QTRY_COMPARE(slow.asked.size(), 2);
    slow.answer(1, samples::morning(5));
    QCOMPARE(table()->model()->rowCount(), 5);
    slow.answer(0, samples::morning(9));
    QCOMPARE(table()->model()->rowCount(), 5);
}

void TestEntriesView::theChosenRowStaysChosenWhenRowsCome()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    const QList<EntryRow> rows = samples::morning(3);
    slow.answer(0, rows.sliced(1));
    table()->setCurrentIndex(table()->model()->index(1, 0));
    m_view->refresh();
    QTRY_COMPARE(slow.asked.size(), 2);
    slow.answer(1, rows);
    QCOMPARE(table()->currentIndex().row(), 2);
}

void TestEntriesView::scrollingDownFetchesTheNextPage()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    const QList<EntryRow> rows = samples::morning(EntriesView::pageSize).first(EntriesView::pageSize);
    slow.answer(0, rows);
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QCOMPARE(slow.asked.size(), 2);
    QCOMPARE(slow.asked[1].after, std::optional(rows.last().entry.id));
    slow.answer(1, QList<EntryRow>{});
    table()->verticalScrollBar()->setValue(0);
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QCOMPARE(slow.asked.size(), 2);
}

void TestEntriesView::deleteAsksForAReasonAndEnterTakesBack()
{
    QSignalSpy voided(m_view, &EntriesView::voidRequested);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    QVERIFY(label(u"voidQuestion"_s).contains(u"L. T. G. Lập"_s));
    press(Qt::Key_2);
    press(Qt::Key_Return);
    QCOMPARE(voided.count(), 1);
    const auto *model = static_cast<const EntriesModel *>(table()->model());
    QCOMPARE(voided[0][0].toUuid(), model->entryAt(1)->entry.id);
    QCOMPARE(voided[0][1].toString(), u"Quét ngoài ý muốn"_s);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    QVERIFY(table()->hasFocus());
}

void TestEntriesView::escLeavesTheEntry()
{
    QSignalSpy voided(m_view, &EntriesView::voidRequested);
    table()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_Escape);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    QCOMPARE(voided.count(), 0);
}

void TestEntriesView::aRowTakenBackCannotBeTakenBackAgain()
{
    table()->setCurrentIndex(table()->model()->index(3, 0));
    QVERIFY(!m_view->findChild<ActionButton *>(u"voidButton"_s)->isEnabled());
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
}

void TestEntriesView::altArrowsChangeTheDay()
{
    auto *days = m_view->findChild<DayChooser *>();
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(days->day(), QDate(2026, 11, 19));
    QCOMPARE(m_view->findChild<ActionButton *>(u"dayOpen"_s)->text(), u"Thứ Năm 19/11/2026"_s);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(days->day(), QDate(2026, 11, 20));
}

void TestEntriesView::noDayAfterToday()
{
    auto *days = m_view->findChild<DayChooser *>();
    QVERIFY(!m_view->findChild<ActionButton *>(u"dayAfter"_s)->isEnabled());
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(days->day(), QDate(2026, 11, 20));
    // Past midnight the view goes on to the new day, unless another day is looked at.
    m_view->setToday(QDate(2026, 11, 21));
    QCOMPARE(days->day(), QDate(2026, 11, 21));
    days->setDay(QDate(2026, 11, 19));
    m_view->setToday(QDate(2026, 11, 22));
    QCOMPARE(days->day(), QDate(2026, 11, 19));
}

void TestEntriesView::anEmptyDaySaysSo()
{
    m_view->setSource(samples::sampleSource(0));
    QTRY_VERIFY(m_view->findChild<QLabel *>(u"entriesEmptyTitle"_s)->isVisible());
    QCOMPARE(label(u"entriesEmptyTitle"_s), u"Ngày này chưa ghi lượt nào"_s);
}

void TestEntriesView::nobodyFoundSaysSo()
{
    m_view->findChild<QLineEdit *>(u"entrySearch"_s)->setText(u"xyz"_s);
    QTRY_VERIFY(m_view->findChild<QLabel *>(u"entriesEmptyTitle"_s)->isVisible());
    QCOMPARE(label(u"entriesEmptyTitle"_s), u"Không tìm thấy ai trong ngày này"_s);
}

void TestEntriesView::aFailureIsSaidInItsPlace()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    slow.answer(0, Error{ErrorCode::KeyMissing, {}});
    QCOMPARE(label(u"entriesEmptyTitle"_s), u"Không mở được khóa của dữ liệu cá nhân."_s);
    // Once it works again the entries are back.
    m_view->refresh();
    QTRY_COMPARE(slow.asked.size(), 2);
    slow.answer(1, samples::morning(4));
    QVERIFY(table()->isVisible());
}

void TestEntriesView::anAnnouncementFetchesAnew()
{
    SlowSource slow;
    m_view->setSource(slow.source());
    QTRY_COMPARE(slow.asked.size(), 1);
    slow.answer(0, samples::morning(4));
    // Several at once are one fetch; none while nobody looks.
    m_view->refresh();
    m_view->refresh();
    QTRY_COMPARE(slow.asked.size(), 2);
    slow.answer(1, samples::morning(4));
    m_window->showView(MainWindow::View::Scan);
    m_view->refresh();
    QTest::qWait(300);
    QCOMPARE(slow.asked.size(), 2);
    m_window->showView(MainWindow::View::Entries);
    QCOMPARE(slow.asked.size(), 3);
}

void TestEntriesView::theRefusedToggleIsRemembered()
{
    QSignalSpy changed(m_window.get(), &MainWindow::preferencesChanged);
    m_view->findChild<Toggle *>(u"refusedToggle"_s)->click();
    QCOMPARE(changed.last()[0].value<DeskPreferences>().refusedShown, true);
    samples::settle();
    QVERIFY(label(u"entrySums"_s).contains(u"Từ chối: 3"_s));
}

QTEST_MAIN(TestEntriesView)
#include "tst_entriesview.moc"
