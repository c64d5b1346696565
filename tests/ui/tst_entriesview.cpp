#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/passingcopy.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/tokens.h"
#include "ui/common/wording.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/detaillines.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/entriesview.h"
#include "ui/entriesview/filterbar.h"
#include "ui/entriesview/linewords.h"
#include "ui/mainwindow/rights.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/persondatapage.h"
#include "ui/reportsview/reportsview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPromise>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A record whose answers come when the test says so, and which remembers what it was asked.
class SlowSource
{
public:
    QList<ListRow> lines; ///< newest first
    quint64 revision = 1;
    bool holds = false; ///< pages wait for release()
    std::optional<Error> failure;
    QList<EntryFilter> outlines;
    int pagesAsked = 0;

    EntrySource source()
    {
        EntrySource source = samples::sampleSource(60);
        source.outline = [this](const EntryFilter &filter, int stride) {
            outlines << filter;
            return answered<Outline>(failure ? Result<Outline>(*failure)
                                             : samples::outlineOf(lines, stride, revision));
        };
        source.page = [this](const EntryFilter &, const std::optional<PageKey> &after, int limit) {
            ++pagesAsked;
            if (!holds)
                return answered<QList<ListRow>>(samples::pageOf(lines, after, limit));
            m_held.emplace_back();
            m_held.back().promise.start();
            m_held.back().rows = samples::pageOf(lines, after, limit);
            return m_held.back().promise.future();
        };
        return source;
    }

    void release()
    {
        holds = false;
        for (Held &each : m_held) {
            each.promise.addResult(Result<QList<ListRow>>(each.rows));
            each.promise.finish();
        }
        m_held.clear();
        samples::settle();
    }

    template <typename T> static QFuture<Result<T>> answered(const Result<T> &answer)
    {
        QPromise<Result<T>> promise;
        QFuture<Result<T>> future = promise.future();
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return future;
    }

private:
    struct Held
    {
        QPromise<Result<QList<ListRow>>> promise;
        QList<ListRow> rows;
    };

    std::vector<Held> m_held;
};

/// `count` lines, one a second, the newest first; the name tells which.
QList<ListRow> manyLines(int count, qint64 newestUtcMs = samples::at(8, 0).utcMs)
{
    QList<ListRow> lines;
    for (int i = 0; i < count; ++i) {
        EntryRow row;
        row.entry.id = QUuid::createUuid();
        row.entry.at = samples::at(8, 0);
        row.entry.at.utcMs = newestUtcMs - qint64(i) * 1000;
        row.visitor.name = u"Khách %1"_s.arg(count - i);
        lines << ListRow{row, {}};
    }
    return lines;
}

} // namespace

/// The record as the person at the desk looks through it: found by object name, driven by keys.
class TestEntriesView : public QObject
{
    Q_OBJECT

private slots:
    void whatWasCopiedGoesAgainUnlessSomethingElseWasCopied();
    void init();
    /// Before an answer arrives for a source that ended with its test.
    void cleanup() { m_window.reset(); }
    void aMillionLinesAreFetchedOnlyWhereOneLooks();
    void everyLineIsShownOnceAndInOrder();
    void whoScrollsOnDoesNotWaitForWhatWasPassed();
    void newLinesKeepWhatIsLookedAtInPlace();
    void theChosenEntryStaysChosenWhenALateOneMovesIt();
    void whileTheNextPageComesTheOldOneStays();
    void nothingIsFetchedWhenNothingChanged();
    void refusedScansStandBetweenTheEntriesByTime();
    void theDayIsAskedFromMidnightToMidnight();
    void thirtyDaysEndWithTheChosenDay();
    void theWholeRecordHasNoBounds();
    void theTimeIsNeverCut();
    void thoseWhoLeftApartAreNotTakenForTheVisitor();
    void homeAndEndChooseTheFirstLineAndTheLast();
    void theFiltersNarrow();
    void theSearchWaitsUntilTypingStops();
    void theFirstSightGivesTheRowsTheKeyboardAndTheNamesTheirRoom();
    void slashAndCtrlFReachTheSearch();
    void enterAndEscLeaveTheSearch();
    void aScanLeavesWhatIsTyped();
    void enterShowsTheDetailsAndEscClosesThem();
    void detailsAreMasked();
    void revealingAsksForAReasonAndIsNotedFirst();
    void whatIsOutOfSightIsMasked();
    void aNameThatIsShownInFullIsCarriedIntoTheForm();
    void whoCameAlongAndWhoIsNotedStandsInTheLine();
    void untilWhenANoteHeldIsSaid();
    void aRevealThatCannotBeNotedShowsNothing();
    void anotherEntryIsMaskedAgain();
    void sendingOutIsAskedFor();
    void turningRoundAsksFirstAndCtrlEnterDoesIt();
    void onlyCtrlEnterTurnsAnEntryRound();
    void theQuestionGoesWithTheEntryItIsAbout();
    void whoMayNotListSomebodyIsToldWhoMay();
    void copiedLinesAreMasked();
    void deleteAsksForAReasonAndEnterTakesBack();
    void reasonsAreReadInFullBesideTheList();
    void detailsAreOnlyReadWhileAReasonIsAsked();
    void tenLinesAreReadAndTheRestIsInTheMenu();
    void aLineThatWasTakenBackSaysSoAndIsRestoredFirst();
    void refusedOnesHaveNoDirectionAndItIsSaid();
    void afterShowAllTheKeysAreInTheList();
    void theKeyOfTheViewTypesOverTheSearch();
    void aVisitorsDataArePutRightFromTheirEntry();
    void correctingIsFoundInTheMenuAndByItsKey();
    void escLeavesTheEntry();
    void enterInTheSearchTakesNothingBack();
    void aRowTakenBackCannotBeTakenBackAgain();
    void whatIsAnothersIsNotOffered();
    void whoWasPutRightStaysInSight();
    void altArrowsChangeTheDay();
    void noDayAfterToday();
    void anEmptyDaySaysSo();
    void nobodyFoundSaysSo();
    void aFailureIsSaidInItsPlace();
    void whatFailedIsNotSaidWhileItIsTriedAgain();
    void anAnnouncementFetchesAnew();
    void theRefusedScansAreRemembered();
    void whoWasSentAwayIsNamedAndLookedAt();
    void whatWasTakenBackIsNoEntryOfTheSum();
    void whatIsSearchedForCanBeClearedAndTheChosenStays();
    void whatWasTurnedIsSaidAndUndoneByAKey();
    void whatIsRestoredIsSaidToCountAgain();
    void turningIsFoundInTheMenu();
    void whoIsListedCanBeTakenOffTheList();
    void whoIsSentOutIsWhoWasChosenThen();
    void whoIsChosenIsSentOutWithoutOpeningTheDetails();
    void whoIsMadeStaffIsSaid();
    void theNoteSaysWhomTheyVisit();
    void onASmallScreenNothingOfTheFiltersIsCut();

private:
    QMenu *openMenu();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// From here on the view shows what this source gives.
    void lookAt(SlowSource &slow);
    QTableView *table() const { return m_view->findChild<QTableView *>(u"entryTable"_s); }
    EntriesModel *model() const { return static_cast<EntriesModel *>(table()->model()); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    QString label(const QString &name) const { return m_view->findChild<QLabel *>(name)->text(); }
    DetailsPanel *details() const { return m_view->findChild<DetailsPanel *>(); }
    QString detailsText() const;
    QWidget *turnPanel() const { return m_view->findChild<QWidget *>(u"turnPanel"_s); }
    /// The details of that row, and F9 in them.
    void beginTurn(int row);
    void choose(Picker *picker, int index);

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
    QTRY_VERIFY(model()->entryAt(0));
}

void TestEntriesView::lookAt(SlowSource &slow)
{
    m_view->setSource(slow.source());
    QTRY_VERIFY(!slow.outlines.isEmpty());
    samples::settle();
}

void TestEntriesView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

QString TestEntriesView::detailsText() const
{
    QStringList texts;
    for (const QLabel *each : details()->findChildren<QLabel *>())
        texts << each->text();
    return texts.join(u'\n');
}

void TestEntriesView::choose(Picker *picker, int index)
{
    picker->setCurrentIndex(index);
    emit picker->activated(index);
}

// ---- a long record

void TestEntriesView::aMillionLinesAreFetchedOnlyWhereOneLooks()
{
    SlowSource slow;
    slow.lines = manyLines(1);
    EntrySource source = slow.source();
    constexpr int total = 1'000'000;
    int asked = 0;
    source.outline = [](const EntryFilter &, int stride) {
        Outline outline;
        outline.total = total;
        outline.everyStride.resize(size_t(total / stride));
        for (size_t i = 0; i < outline.everyStride.size(); ++i)
            outline.everyStride[i] = {qint64(total - i * size_t(stride)), QUuid()};
        QPromise<Result<Outline>> promise;
        auto future = promise.future();
        promise.start();
        promise.addResult(Result<Outline>(outline));
        promise.finish();
        return future;
    };
    source.page = [&asked](const EntryFilter &, const std::optional<PageKey> &after, int limit) {
        ++asked;
        QList<ListRow> rows;
        for (int i = 0; i < limit; ++i) {
            EntryRow row;
            row.entry.id = QUuid::createUuid();
            row.entry.at.utcMs = after->atUtcMs - i;
            row.visitor.name = QString::number(after->atUtcMs - i);
            rows << ListRow{row, {}};
        }
        QPromise<Result<QList<ListRow>>> promise;
        auto future = promise.future();
        promise.start();
        promise.addResult(Result<QList<ListRow>>(rows));
        promise.finish();
        return future;
    };
    m_view->setSource(source);
    QTRY_COMPARE(model()->rowCount(), total);
    QTRY_VERIFY(model()->entryAt(0));
    table()->scrollToBottom();
    QTRY_VERIFY(model()->entryAt(total - 1));
    QCOMPARE(model()->entryAt(total - 1)->visitor.name, u"1"_s);
    QVERIFY2(asked <= 6, qPrintable(QString::number(asked)));
}

void TestEntriesView::everyLineIsShownOnceAndInOrder()
{
    SlowSource slow;
    slow.lines = manyLines(250);
    // Equal times: only the ids tell what comes first.
    for (ListRow &line : slow.lines)
        line.entry->entry.at.utcMs = samples::at(8, 0).utcMs;
    std::ranges::sort(slow.lines, std::greater(),
                      [](const ListRow &line) { return line.entry->entry.id.toRfc4122(); });
    lookAt(slow);
    QTRY_COMPARE(model()->rowCount(), 250);
    for (int row = 0; row < 250; ++row) {
        QTRY_VERIFY(model()->entryAt(row));
        QCOMPARE(model()->entryAt(row)->entry.id, slow.lines[row].entry->entry.id);
    }
}

void TestEntriesView::whoScrollsOnDoesNotWaitForWhatWasPassed()
{
    SlowSource slow;
    slow.lines = manyLines(5000);
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    slow.holds = true;
    const int before = slow.pagesAsked;
    for (int row = 500; row < 5000; row += 100) {
        table()->scrollTo(model()->index(row, 0));
        samples::settle();
    }
    QVERIFY(slow.pagesAsked - before <= EntriesModel::mostAsked);
    slow.release();
    QTRY_VERIFY(model()->entryAt(4900));
    QVERIFY2(slow.pagesAsked - before < 12, qPrintable(QString::number(slow.pagesAsked - before)));
}

void TestEntriesView::newLinesKeepWhatIsLookedAtInPlace()
{
    SlowSource slow;
    slow.lines = manyLines(1000);
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    table()->selectRow(400);
    table()->scrollTo(model()->index(400, 0), QAbstractItemView::PositionAtCenter);
    QTRY_VERIFY(model()->entryAt(400));
    const QUuid chosen = model()->entryAt(400)->entry.id;
    const int firstShown = table()->rowAt(0);
    const QString firstText = cell(firstShown, EntriesModel::Person);

    slow.lines = manyLines(3, samples::at(9, 0).utcMs) + slow.lines;
    ++slow.revision;
    m_view->refresh();
    QTRY_COMPARE(model()->rowCount(), 1003);
    QTRY_VERIFY(model()->entryAt(403));
    QCOMPARE(table()->currentIndex().row(), 403);
    QCOMPARE(model()->entryAt(403)->entry.id, chosen);
    QCOMPARE(cell(table()->rowAt(0), EntriesModel::Person), firstText);
}

void TestEntriesView::theChosenEntryStaysChosenWhenALateOneMovesIt()
{
    SlowSource slow;
    slow.lines = manyLines(50);
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(10));
    table()->selectRow(10);
    const QUuid chosen = slow.lines[10].entry->entry.id;
    // Written down later: it comes in below the chosen one, so all rows above stay where they are.
    ListRow late = manyLines(1).first();
    late.entry->entry.at.utcMs = slow.lines[30].entry->entry.at.utcMs - 1;
    slow.lines.insert(31, late);
    ++slow.revision;
    m_view->refresh();
    QTRY_COMPARE(model()->rowCount(), 51);
    QTRY_COMPARE(table()->currentIndex().row(), 10);
    QTRY_COMPARE(model()->entryAt(10)->entry.id, chosen);
}

void TestEntriesView::whileTheNextPageComesTheOldOneStays()
{
    SlowSource slow;
    slow.lines = manyLines(20);
    lookAt(slow);
    QTRY_COMPARE(cell(0, EntriesModel::Person), u"K. 20"_s);
    slow.holds = true;
    slow.lines = manyLines(1, samples::at(9, 0).utcMs) + slow.lines;
    ++slow.revision;
    m_view->refresh();
    QTRY_COMPARE(model()->rowCount(), 21);
    QCOMPARE(cell(1, EntriesModel::Person), u"K. 20"_s);
    QCOMPARE(cell(0, EntriesModel::Person), u"…"_s);
    QTRY_VERIFY(slow.pagesAsked > 1);
    slow.release();
    QTRY_COMPARE(cell(0, EntriesModel::Person), u"K. 1"_s);
}

void TestEntriesView::nothingIsFetchedWhenNothingChanged()
{
    SlowSource slow;
    slow.lines = manyLines(20);
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    const int pages = slow.pagesAsked;
    const auto outlines = slow.outlines.size();
    m_view->refresh();
    QTRY_COMPARE(slow.outlines.size(), outlines + 1);
    samples::settle();
    QCOMPARE(slow.pagesAsked, pages);
}

void TestEntriesView::refusedScansStandBetweenTheEntriesByTime()
{
    m_view->setRefusedShown(true);
    m_view->findChild<FilterBar *>()->changed();
    QTRY_COMPARE(model()->filter().refused, EntryFilter::With);
    QTRY_VERIFY(model()->rowAt(0));
    samples::settle();
    QString last = u"99"_s;
    int refused = 0;
    for (int row = 0; row < model()->rowCount(); ++row) {
        QTRY_VERIFY(model()->rowAt(row));
        QVERIFY2(cell(row, EntriesModel::Time) <= last, qPrintable(last));
        last = cell(row, EntriesModel::Time);
        if (!model()->entryAt(row)) {
            ++refused;
            QCOMPARE(cell(row, EntriesModel::Passage), u"Từ chối"_s);
        }
    }
    QCOMPARE(refused, 3);
}

// ---- what is asked for

void TestEntriesView::theDayIsAskedFromMidnightToMidnight()
{
    SlowSource slow;
    lookAt(slow);
    QTRY_VERIFY(!slow.outlines.isEmpty());
    QCOMPARE(*slow.outlines.last().fromUtcMs, QDate(2026, 11, 20).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(*slow.outlines.last().toUtcMs, QDate(2026, 11, 21).startOfDay().toMSecsSinceEpoch());
}

void TestEntriesView::thirtyDaysEndWithTheChosenDay()
{
    SlowSource slow;
    lookAt(slow);
    m_view->findChild<ChoiceRow *>(u"entryPeriod"_s)->button(2)->click();
    QTRY_COMPARE(*slow.outlines.last().fromUtcMs, QDate(2026, 10, 22).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(*slow.outlines.last().toUtcMs, QDate(2026, 11, 21).startOfDay().toMSecsSinceEpoch());
}

void TestEntriesView::theWholeRecordHasNoBounds()
{
    m_view->findChild<ChoiceRow *>(u"entryPeriod"_s)->button(3)->click();
    QTRY_VERIFY(!model()->filter().fromUtcMs && !model()->filter().toUtcMs);
    // Over several days the time alone would not say when.
    QTRY_VERIFY(cell(0, EntriesModel::Time).startsWith(u"20/11/2026"_s));
}

void TestEntriesView::theTimeIsNeverCut()
{
    for (const int period : {0, 1, 2, 3, 0}) {
        m_view->findChild<ChoiceRow *>(u"entryPeriod"_s)->button(period)->click();
        QTRY_VERIFY(model()->entryAt(0));
        samples::settle();
        const QString time = model()->index(0, 0).data().toString();
        QCOMPARE(time.contains(u'/'), period != 0);
        const int needed = table()->fontMetrics().horizontalAdvance(time) + 2 * tokens::space12;
        QVERIFY2(table()->columnWidth(0) >= needed, qPrintable(time));
    }
}

void TestEntriesView::thoseWhoLeftApartAreNotTakenForTheVisitor()
{
    EntryRow row;
    row.visitor.name = u"T. T. Mẫu"_s;
    row.entry.kind = EntryKind::Out;
    row.entry.apart = true;
    row.entry.party = {0, 2};
    const QString who = lineWord({row, {}}, EntriesModel::Person, false);
    QVERIFY2(who.startsWith(u"2 trẻ em"_s) && who.endsWith(u"T. T. Mẫu"_s), qPrintable(who));
    row.entry.apart = false;
    QCOMPARE(lineWord({row, {}}, EntriesModel::Person, false), u"T. T. Mẫu +2"_s);
}

void TestEntriesView::homeAndEndChooseTheFirstLineAndTheLast()
{
    const auto chosen = [this] {
        QList<int> rows;
        for (const QModelIndex &index : table()->selectionModel()->selectedRows())
            rows << index.row();
        return rows;
    };
    const int last = model()->rowCount() - 1;
    QVERIFY(last > 1);
    table()->setFocus();
    for (const auto modifiers : {Qt::NoModifier, Qt::ControlModifier}) {
        press(Qt::Key_End, modifiers);
        QCOMPARE(chosen(), QList{last});
        press(Qt::Key_Home, modifiers);
        QCOMPARE(chosen(), QList{0});
    }
}

void TestEntriesView::theFiltersNarrow()
{
    QTRY_COMPARE(m_view->findChild<Picker *>(u"filterLocation"_s)->count(), 3);
    choose(m_view->findChild<Picker *>(u"filterDirection"_s), 2);
    QTRY_COMPARE(model()->filter().direction, std::optional(Direction::Out));
    choose(m_view->findChild<Picker *>(u"filterLocation"_s), 2);
    QTRY_COMPARE(model()->filter().locations, QStringList{u"Cổng B"_s});
    choose(m_view->findChild<Picker *>(u"filterSource"_s), 1);
    QTRY_COMPARE(model()->filter().sources, QStringList{u"citizen-card"_s});
    choose(m_view->findChild<Picker *>(u"filterGroup"_s), 1);
    QTRY_COMPARE(model()->filter().group, EntryFilter::StaffOnly);
    choose(m_view->findChild<Picker *>(u"filterGroup"_s), 2);
    QTRY_COMPARE(model()->filter().group, EntryFilter::NoStaff);
    m_view->findChild<Toggle *>(u"filterOpen"_s)->click();
    QTRY_VERIFY(model()->filter().openOnly);
    auto *clear = m_view->findChild<ActionButton *>(u"filterClear"_s);
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_VERIFY(!model()->filter().openOnly);
    QVERIFY(!model()->filter().direction);
    QCOMPARE(model()->filter().group, EntryFilter::Everybody);
    QVERIFY(model()->filter().locations.isEmpty() && model()->filter().sources.isEmpty());
    QVERIFY(!clear->isVisible());
}

void TestEntriesView::theSearchWaitsUntilTypingStops()
{
    SlowSource slow;
    lookAt(slow);
    samples::settle();
    const auto before = slow.outlines.size();
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"nghiem"_s);
    QCOMPARE(slow.outlines.size(), before);
    QTRY_COMPARE(slow.outlines.size(), before + 1);
    QCOMPARE(slow.outlines.last().search, u"nghiem"_s);
}

void TestEntriesView::theFirstSightGivesTheRowsTheKeyboardAndTheNamesTheirRoom()
{
    QVERIFY2(table()->hasFocus(), qPrintable(QApplication::focusWidget()->objectName()));
    const int name = table()->columnWidth(EntriesModel::Person);
    QVERIFY2(name * 6 > table()->width(), qPrintable(QString::number(name)));
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

// ---- details

void TestEntriesView::enterShowsTheDetailsAndEscClosesThem()
{
    table()->setFocus();
    QVERIFY(!details()->isVisible());
    press(Qt::Key_Return);
    QVERIFY(details()->isVisible());
    QTRY_VERIFY(detailsText().contains(u"Khoa Nội"_s));
    QVERIFY(table()->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
}

void TestEntriesView::detailsAreMasked()
{
    VisitDetails visit;
    visit.asked.visitor = samples::nghiem();
    visit.asked.visitor.phone = u"+84900000001"_s;
    visit.asked.visitor.address = u"Số 1 Phố Giả Định"_s;
    visit.asked.visitor.qid = u"162999999999999991"_s;
    QString all;
    for (const DetailLine &line : detailLines(visit, false))
        all += line.says + u'\n';
    QVERIFY(!all.contains(visit.asked.visitor.idNumber));
    QVERIFY(!all.contains(visit.asked.visitor.phone));
    QVERIFY(!all.contains(visit.asked.visitor.qid));
    QVERIFY(!all.contains(u"Giả Định"_s));
    QVERIFY(all.contains(visit.asked.visitor.idNumber.right(4)));
    all.clear();
    for (const DetailLine &line : detailLines(visit, true))
        all += line.says + u'\n';
    QVERIFY(all.contains(visit.asked.visitor.idNumber) && all.contains(visit.asked.visitor.phone));
    QVERIFY(all.contains(u"Giả Định"_s));
}

void TestEntriesView::revealingAsksForAReasonAndIsNotedFirst()
{
    SlowSource slow;
    EntrySource source = samples::sampleSource(60);
    QPromise<Result<void>> noted;
    QString reason;
    source.noteReveal = [&](const QUuid &, const QString &why) {
        reason = why;
        noted.start();
        return noted.future();
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->entryAt(1));
    table()->selectRow(1);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    const QString number = details()->details()->asked.visitor.idNumber;
    QVERIFY(!number.isEmpty());
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_2);
    press(Qt::Key_Return);
    QCOMPARE(reason, u"Khách yêu cầu"_s);
    QVERIFY2(!detailsText().contains(number), "nothing is shown before it is kept that somebody looks");
    noted.addResult(Result<void>());
    noted.finish();
    QTRY_VERIFY(detailsText().contains(number));
    details()->mask(); // as after 30 seconds
    QVERIFY(!detailsText().contains(number));
}

void TestEntriesView::whatIsOutOfSightIsMasked()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    details()->reveal(details()->details()->asked.entry.id);
    QVERIFY(details()->isRevealed());
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Entries);
    QVERIFY(!details()->isRevealed());
}

void TestEntriesView::aNameThatIsShownInFullIsCarriedIntoTheForm()
{
    SlowSource slow;
    slow.lines = manyLines(3);
    for (ListRow &line : slow.lines)
        line.entry->entry.visitorId = QUuid::createUuid();
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    const EntryRow row = *model()->entryAt(0);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Return);
    VisitDetails shown;
    shown.asked = row;
    details()->setDetails(shown);
    QVERIFY(!row.visitor.name.isEmpty());
    HeldCard *held = m_window->reportsView()->personData()->held();
    HeldData data;
    data.record.visitorId = row.entry.visitorId.value();
    data.record.data = masked(row.visitor);
    const auto *name = held->findChild<QLineEdit *>(u"heldRightName"_s);
    details()->reveal(row.entry.id);
    QVERIFY(details()->isRevealed());
    press(Qt::Key_E, Qt::ControlModifier);
    held->setHeld(data);
    QCOMPARE(name->text(), row.visitor.name);
    QCOMPARE(name->selectedText(), row.visitor.name); // what is typed takes its place
    // Left alone it is masked when one comes back, and nothing is put right by that.
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Reports);
    QVERIFY(name->isVisible());
    QVERIFY(name->text().isEmpty());
    held->forget();

    m_window->showView(MainWindow::View::Entries); // masked by now
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    held->setHeld(data);
    QVERIFY(name->isVisible());
    QVERIFY(name->text().isEmpty());
    QVERIFY(name->placeholderText().contains(abbreviatedName(row.visitor.name)));
    QVERIFY(!name->placeholderText().contains(row.visitor.name));
}

void TestEntriesView::whoCameAlongAndWhoIsNotedStandsInTheLine()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    slow.lines[0].entry->entry.party = {1, 1};
    slow.lines[0].entry->noted = true;
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    const auto person = [this](int row, int role) {
        return model()->index(row, EntriesModel::Person).data(role);
    };
    QVERIFY(person(0, Qt::DisplayRole).toString().endsWith(u" +2"_s));
    QVERIFY(person(0, NotedRole).toBool() && !person(1, NotedRole).toBool());
    const QString spoken = person(0, Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(partyText({1, 1})), qPrintable(spoken));
    QVERIFY2(spoken.contains(
                 QCoreApplication::translate("EntryColumnWords", "on the attention list at that time")),
             qPrintable(spoken));
}

void TestEntriesView::untilWhenANoteHeldIsSaid()
{
    const auto says = [](const VisitDetails &visit, const QString &words) {
        const QList<DetailLine> lines = detailLines(visit, false);
        return std::ranges::any_of(lines, [&words](const DetailLine &line) { return line.says == words; });
    };
    VisitDetails visit;
    visit.asked = samples::morning(1).first();
    visit.attentionThen = AttentionNote();
    visit.attentionThen->reason = u"Gây rối"_s;
    visit.attentionThen->endedUtcMs = samples::at(0, 0, 0, 3).utcMs;
    const QString until = u"%1 23:59"_s.arg(dateText(samples::at(12, 0, 0, 4).toDateTime().date()));
    QVERIFY(says(visit,
                 QCoreApplication::translate("DetailWords", "%1 (held until %2)").arg(u"Gây rối"_s, until)));
    visit.attentionThen->endedUtcMs = QDateTime::currentMSecsSinceEpoch() + 1'000'000;
    QVERIFY(says(visit, u"Gây rối"_s));
}

void TestEntriesView::aRevealThatCannotBeNotedShowsNothing()
{
    EntrySource source = samples::sampleSource(60);
    source.noteReveal = [](const QUuid &, const QString &) {
        QPromise<Result<void>> promise;
        auto future = promise.future();
        promise.start();
        promise.addResult(Result<void>(Error{ErrorCode::DiskFull, {}}));
        promise.finish();
        return future;
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->entryAt(1));
    table()->selectRow(1);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    const QString number = details()->details()->asked.visitor.idNumber;
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return);
    samples::settle();
    QVERIFY(!details()->isRevealed());
    QVERIFY(!detailsText().contains(number));
}

void TestEntriesView::anotherEntryIsMaskedAgain()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    details()->reveal(details()->details()->asked.entry.id);
    press(Qt::Key_Down);
    QTRY_VERIFY(!details()->isRevealed());
}

void TestEntriesView::sendingOutIsAskedFor()
{
    QSignalSpy out(m_view, &EntriesView::sendOutRequested);
    table()->selectRow(1);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(out.count(), 1);
}

void TestEntriesView::beginTurn(int row)
{
    table()->selectRow(row);
    table()->setFocus();
    if (!details()->isVisible())
        press(Qt::Key_Return);
    QTRY_VERIFY(details()->details() && details()->details()->asked.entry.id == m_view->chosenEntry());
    press(Qt::Key_F9);
    QVERIFY(turnPanel()->isVisible());
}

void TestEntriesView::turningRoundAsksFirstAndCtrlEnterDoesIt()
{
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    const EntryRow row = *model()->entryAt(1);
    const bool in = row.entry.kind == EntryKind::In;
    beginTurn(1);
    QCOMPARE(turned.count(), 0);
    const QString question = label(u"turnQuestion"_s);
    QVERIFY2(question.contains(in ? u"RA"_s : u"VÀO"_s), qPrintable(question));
    QVERIFY2(question.contains(u"20/11/2026"_s) && question.contains(cell(1, EntriesModel::Time)),
             qPrintable(question));
    QVERIFY2(question.contains(abbreviatedName(row.visitor.name)), qPrintable(question));
    // Nothing else listens to Enter meanwhile, nor says so.
    QVERIFY(!m_view->findChild<QWidget *>(u"detailsButton"_s)->isVisible());
    press(Qt::Key_Return); // by habit: all stays as it is
    QVERIFY(!turnPanel()->isVisible());
    QCOMPARE(turned.count(), 0);
    beginTurn(1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(turned.count(), 1);
    QCOMPARE(turned[0][0].toUuid(), row.entry.id);
    QCOMPARE(turned[0][1].value<Direction>(), in ? Direction::Out : Direction::In);
    QVERIFY(!turnPanel()->isVisible());
    QVERIFY(table()->hasFocus());
    beginTurn(1);
    m_view->findChild<QAbstractButton *>(u"turnConfirm"_s)->click();
    QCOMPARE(turned.count(), 2);
}

void TestEntriesView::onlyCtrlEnterTurnsAnEntryRound()
{
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    QSignalSpy out(m_view, &EntriesView::sendOutRequested);
    beginTurn(1);
    // Whatever else is pressed does nothing: a second time the same key, another's key, a typed name.
    press(Qt::Key_F9);
    press(Qt::Key_O, Qt::ControlModifier);
    press(Qt::Key_R, Qt::ControlModifier);
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_Space, Qt::Key_1, Qt::Key_Down, Qt::Key_Delete})
        press(key);
    QVERIFY(turnPanel()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!turnPanel()->isVisible());
    QVERIFY(details()->isVisible());
    QVERIFY(table()->hasFocus());
    // With the keyboard elsewhere neither Enter is an answer: in the list it leads back to the question.
    beginTurn(1);
    table()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return);
    QVERIFY(turnPanel()->isVisible() && turnPanel()->hasFocus());
    table()->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!turnPanel()->isVisible() && details()->isVisible());
    beginTurn(1);
    m_view->findChild<QAbstractButton *>(u"turnLeave"_s)->click();
    QVERIFY(!turnPanel()->isVisible());
    QVERIFY(m_view->findChild<QWidget *>(u"detailsTurn"_s)->isVisible());
    QCOMPARE(turned.count(), 0);
    QCOMPARE(out.count(), 0);
}

void TestEntriesView::theQuestionGoesWithTheEntryItIsAbout()
{
    SlowSource slow;
    slow.lines = manyLines(3);
    EntrySource source = slow.source();
    source.details = [&slow](const QUuid &id) {
        VisitDetails found;
        for (const ListRow &line : slow.lines) {
            if (line.entry->entry.id == id)
                found.asked = *line.entry;
        }
        return SlowSource::answered<VisitDetails>(found);
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 3 && model()->entryAt(2));
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    // Another entry is chosen.
    beginTurn(1);
    table()->selectRow(2);
    QVERIFY(!turnPanel()->isVisible());
    // Somebody else comes meanwhile: it stays.
    beginTurn(1);
    ++slow.revision;
    m_view->refresh();
    QTest::qWait(300);
    samples::settle();
    QVERIFY(turnPanel()->isVisible());
    // The entry is taken back elsewhere.
    slow.lines[1].entry->voidedBy = QUuid::createUuid();
    ++slow.revision;
    m_view->refresh();
    QTRY_VERIFY(!turnPanel()->isVisible());
    QVERIFY(table()->hasFocus());
    // The view is left.
    beginTurn(2);
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Entries);
    QVERIFY(details()->isVisible() && !turnPanel()->isVisible());
    // Something else is asked about it.
    beginTurn(2);
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!turnPanel()->isVisible());
    press(Qt::Key_Escape);
    // The desk is locked: no name stays.
    beginTurn(2);
    m_window->setLocked(true);
    QVERIFY(turnPanel()->isHidden());
    QVERIFY(label(u"turnQuestion"_s).isEmpty());
    m_window->setLocked(false);
    m_view->setSource({});
    QCOMPARE(turned.count(), 0);
}

void TestEntriesView::whoMayNotListSomebodyIsToldWhoMay()
{
    SlowSource slow;
    slow.lines = manyLines(1);
    slow.lines[0].entry->entry.visitorId = QUuid::createUuid();
    QSignalSpy wanted(m_view, &EntriesView::attentionWanted);
    const auto openMenu = [this] {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(table()->viewport(), &asked);
        return m_view->findChild<QMenu *>(u"entryMenu"_s);
    };
    EntrySource source = slow.source();
    source.details = [&slow](const QUuid &) {
        VisitDetails found;
        found.asked = *slow.lines[0].entry;
        return SlowSource::answered<VisitDetails>(found);
    };
    m_view->setSource(source);
    QTRY_VERIFY(!slow.outlines.isEmpty());
    samples::settle();
    QTRY_VERIFY(model()->entryAt(0));
    applyRights(*m_window, Role::Operator);
    QMenu *menu = openMenu();
    auto *action = menu->findChild<QAction *>(u"menuAttention"_s);
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), whoMay(Deed::Watch));
    QVERIFY(menu->toolTipsVisible());
    menu->close();
    QTRY_VERIFY(!m_view->findChild<QMenu *>(u"entryMenu"_s));
    applyRights(*m_window, Role::Administrator);
    menu = openMenu();
    menu->findChild<QAction *>(u"menuAttention"_s)->trigger();
    menu->close();
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toUuid(), *slow.lines[0].entry->entry.visitorId);
    m_view->setSource({});
}

void TestEntriesView::copiedLinesAreMasked()
{
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), 1);
    QVERIFY(copied.contains(u"20/11/2026"_s));
    const VisitorData visitor = model()->entryAt(0)->visitor;
    QVERIFY(copied.contains(abbreviatedName(visitor.name)));
    QVERIFY(!copied.contains(visitor.name));
    QVERIFY(visitor.idNumber.isEmpty() || !copied.contains(visitor.idNumber));
}

// ---- taking back

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
    QCOMPARE(voided[0][0].toUuid(), model()->entryAt(1)->entry.id);
    QCOMPARE(voided[0][1].toString(), u"Quét ngoài ý muốn"_s);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    QVERIFY(table()->hasFocus());
}

void TestEntriesView::reasonsAreReadInFullBesideTheList()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    press(Qt::Key_R, Qt::ControlModifier);
    for (int i = 1; i <= 4; ++i) {
        const auto *reason = details()->findChild<ActionButton *>(u"revealReason%1"_s.arg(i));
        QTRY_VERIFY2(reason->width() >= reason->sizeHint().width(), qPrintable(reason->text()));
    }
    // What is chosen by its key is what has the focus.
    press(Qt::Key_3);
    QVERIFY(details()->findChild<ActionButton *>(u"revealReason3"_s)->hasFocus());
}

void TestEntriesView::detailsAreOnlyReadWhileAReasonIsAsked()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    auto *turn = details()->findChild<ActionButton *>(u"detailsTurn"_s);
    QVERIFY(turn->isVisible());
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(details()->isVisible());
    QVERIFY(!turn->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(turn->isVisible());
}

void TestEntriesView::tenLinesAreReadAndTheRestIsInTheMenu()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    samples::settle();
    const auto *scroll = details()->findChild<QScrollArea *>(u"detailsScroll"_s);
    const int line = QFontMetrics(textFont(tokens::bodyText)).height() + tokens::space4;
    QVERIFY2(scroll->viewport()->height() >= 10 * line,
             qPrintable(QString::number(scroll->viewport()->height())));
    press(Qt::Key_D, Qt::ControlModifier);
    auto *menu = m_view->findChild<QMenu *>(u"detailsMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QStringList names;
    QStringList keys;
    for (const QAction *action : menu->actions()) {
        names << action->objectName();
        keys << action->shortcut().toString();
    }
    for (const QString &name :
         {u"detailsCorrect"_s, u"detailsAttention"_s, u"detailsPass"_s, u"detailsStaff"_s}) {
        QVERIFY2(names.contains(name + u"Action"_s), qPrintable(name));
        QVERIFY(!details()->findChild<QWidget *>(name)->isVisible());
    }
    QVERIFY(keys.contains(u"Ctrl+E"_s) && keys.contains(u"Ctrl+Shift+P"_s));
    QSignalSpy staff(m_view, &EntriesView::staffRequested);
    VisitDetails shown = *details()->details();
    shown.asked.entry.visitorId = QUuid::createUuid();
    menu->close();
    details()->setDetails(shown);
    press(Qt::Key_D, Qt::ControlModifier);
    m_view->findChildren<QAction *>(u"detailsStaffAction"_s).last()->trigger();
    QCOMPARE(staff.count(), 1);
}

void TestEntriesView::aLineThatWasTakenBackSaysSoAndIsRestoredFirst()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    EntryRow &back = *slow.lines[0].entry;
    back.entry.kind = EntryKind::Out;
    back.voidedBy = QUuid::createUuid();
    back.voidReason = u"Bấm nhầm"_s;
    EntrySource source = slow.source();
    source.details = [&](const QUuid &id) {
        VisitDetails found;
        found.asked = *slow.lines[id == back.entry.id ? 0 : 1].entry;
        found.in = *slow.lines[1].entry; // what counts instead, and goes on
        if (id == back.entry.id) {
            EntryRow taking;
            taking.entry.id = *back.voidedBy;
            taking.entry.kind = EntryKind::Void;
            taking.entry.at = samples::at(8, 31);
            found.history = {back, taking};
            found.takenBackBy = u"Lan Mẫu"_s;
        }
        return SlowSource::answered<VisitDetails>(found);
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 2 && model()->entryAt(1));
    table()->selectRow(1);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    const QString inside = u"Còn ở trong"_s;
    QVERIFY(detailsText().contains(inside));
    QVERIFY(details()->findChild<QWidget *>(u"detailsOut"_s)->isVisible());
    table()->selectRow(0);
    auto *said = details()->findChild<QLabel *>(u"detailsTakenBack"_s);
    QTRY_VERIFY(said->isVisible());
    QVERIFY2(said->text().contains(u"Lan Mẫu"_s) && said->text().contains(u"Bấm nhầm"_s) &&
                 said->text().contains(u"08:31"_s),
             qPrintable(said->text()));
    QVERIFY2(!detailsText().contains(inside), qPrintable(detailsText()));
    QVERIFY(!details()->findChild<ActionButton *>(u"detailsOut"_s)->isEnabled());
    QVERIFY(!details()->findChild<QWidget *>(u"detailsOut"_s)->isVisible());
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    press(Qt::Key_F9);
    QCOMPARE(turned.count(), 0);
    QVERIFY(!turnPanel()->isVisible());
    QVERIFY(!label(u"entrySums"_s).isEmpty());
    QSignalSpy restored(m_view, &EntriesView::restoreRequested);
    auto *restore = details()->findChild<ActionButton *>(u"detailsRestore"_s);
    QVERIFY(restore->isVisible());
    restore->click();
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored[0][0].toUuid(), back.entry.id);
    m_view->setSource({});
}

void TestEntriesView::refusedOnesHaveNoDirectionAndItIsSaid()
{
    auto *direction = m_view->findChild<Picker *>(u"filterDirection"_s);
    auto *refused = m_view->findChild<Picker *>(u"filterRefused"_s);
    choose(direction, 1);
    choose(refused, 2);
    QTRY_COMPARE(model()->rowCount(), 0);
    auto *all = m_view->findChild<ActionButton *>(u"entriesShowAll"_s);
    QTRY_VERIFY(all->isVisible());
    QString said;
    for (const QLabel *each : all->parentWidget()->findChildren<QLabel *>())
        said += each->text() + u'|';
    const QString why =
        EntriesView::tr("Somebody who was refused neither came in nor left: “%1” lists none of them.");
    QVERIFY2(said.contains(why.arg(direction->currentText())), qPrintable(said));
    all->click();
    QTRY_VERIFY(model()->rowCount() > 0);
    QCOMPARE(direction->currentIndex(), 0);
    QVERIFY(!all->isVisible());
}

void TestEntriesView::afterShowAllTheKeysAreInTheList()
{
    choose(m_view->findChild<Picker *>(u"filterDirection"_s), 1);
    choose(m_view->findChild<Picker *>(u"filterRefused"_s), 2);
    QTRY_COMPARE(model()->rowCount(), 0);
    auto *clear = m_view->findChild<ActionButton *>(u"filterClear"_s);
    clear->setFocus();
    QTest::keyClick(clear, Qt::Key_Return);
    QVERIFY(m_view->findChild<QLineEdit *>(u"entrySearch"_s)->hasFocus() || table()->hasFocus());
    QTRY_VERIFY(model()->rowCount() > 0);
    choose(m_view->findChild<Picker *>(u"filterDirection"_s), 1);
    QTRY_VERIFY(
        label(u"entrySums"_s).contains(m_view->findChild<Picker *>(u"filterDirection"_s)->currentText()));
    clear->setFocus();
    QTest::keyClick(clear, Qt::Key_Return);
    QVERIFY(table()->hasFocus());
}

void TestEntriesView::theKeyOfTheViewTypesOverTheSearch()
{
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    search->setText(u"hoa"_s);
    table()->setFocus();
    press(Qt::Key_F3);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"lan"_s);
    QCOMPARE(search->text(), u"lan"_s);
}

void TestEntriesView::aVisitorsDataArePutRightFromTheirEntry()
{
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    for (const QSize &screen : {QSize(910, 512), QSize(1366, 768)}) {
        m_window->resize(screen);
        samples::settle();
        for (const ActionButton *button : details()->findChildren<ActionButton *>())
            QVERIFY2(!button->isVisible() || button->height() >= tokens::controlHeight,
                     qPrintable(button->text()));
    }
    auto *correct = details()->findChild<ActionButton *>(u"detailsCorrect"_s);
    VisitDetails shown = *details()->details();
    shown.asked.entry.visitorId.reset();
    details()->setDetails(shown);
    QVERIFY(!correct->isEnabled()); // nobody is known
    const QUuid visitor = QUuid::createUuid();
    shown.asked.entry.visitorId = visitor;
    details()->setDetails(shown);
    correct->click();
    QCOMPARE(m_window->view(), MainWindow::View::Reports);
    QCOMPARE(m_window->reportsView()->personData()->held()->person(), std::optional(visitor));
}

/// Without the mouse: by the key, and by the menu that says it.
void TestEntriesView::correctingIsFoundInTheMenuAndByItsKey()
{
    SlowSource slow;
    slow.lines = manyLines(3);
    for (ListRow &line : slow.lines)
        line.entry->entry.visitorId = QUuid::createUuid();
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    table()->setFocus();
    QSignalSpy wanted(m_view, &EntriesView::personWanted);
    QSignalSpy staff(m_view, &EntriesView::staffRequested);
    const std::optional<EntryRow> row = model()->entryAt(table()->currentIndex().row());
    QVERIFY(row && row->entry.visitorId);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    // What is held is there: the form is open, and the keys go into the name.
    HeldCard *held = m_window->reportsView()->personData()->held();
    HeldData data;
    data.record.visitorId = *held->person();
    data.record.data.name = u"Nguyễn Thử Nghiem"_s;
    held->setHeld(data);
    // What stands there now is seen, as far as it is shown at all, and not typed.
    auto *nameLine = held->findChild<QLineEdit *>(u"heldRightName"_s);
    QVERIFY2(nameLine->placeholderText().contains(data.record.data.name),
             qPrintable(nameLine->placeholderText()));
    QVERIFY(nameLine->text().isEmpty());
    auto *keep = held->findChild<ActionButton *>(u"heldRightKeep"_s);
    QVERIFY(keep->isVisible());
    auto *focus = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(focus && held->isAncestorOf(focus));
    QSignalSpy kept(held, &HeldCard::correctWanted);
    focus->setText(u"Nguyễn Thử Nghiệm"_s);
    QTest::keyClick(focus, Qt::Key_Return);
    QCOMPARE(kept.size(), 1);
    m_window->showView(MainWindow::View::Entries);
    const auto openMenu = [this] {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(table()->viewport(), &asked);
        return m_view->findChild<QMenu *>(u"entryMenu"_s);
    };
    QMenu *menu = openMenu();
    QVERIFY(menu && menu->isVisible());
    auto *correct = menu->findChild<QAction *>(u"menuCorrect"_s);
    QCOMPARE(correct->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
    QVERIFY(correct->isShortcutVisibleInContextMenu());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][0].toUuid(), *row->entry.visitorId);
    m_window->showView(MainWindow::View::Entries);
    QTRY_VERIFY(!m_view->findChild<QMenu *>(u"entryMenu"_s));
    menu = openMenu();
    menu->findChild<QAction *>(u"menuStaff"_s)->trigger();
    menu->close();
    QCOMPARE(staff.size(), 1);
    QCOMPARE(staff[0][0].toUuid(), *row->entry.visitorId);
    QCOMPARE(staff[0][1].toBool(), !row->visitor.staff);
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

void TestEntriesView::enterInTheSearchTakesNothingBack()
{
    QSignalSpy voided(m_view, &EntriesView::voidRequested);
    const auto *panel = m_view->findChild<QWidget *>(u"voidPanel"_s);
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    table()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"lap"_s);
    press(Qt::Key_Return);
    QCOMPARE(voided.count(), 0);
    QVERIFY(!panel->isVisible()); // other rows are shown: the question was about one of the others
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(panel->isVisible());
    table()->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void TestEntriesView::aRowTakenBackCannotBeTakenBackAgain()
{
    int row = 0;
    while (row < model()->rowCount() && !model()->entryAt(row)->voidedBy)
        ++row;
    QCOMPARE(cell(row, EntriesModel::Passage), u"Đã hủy"_s);
    QVERIFY2(cell(row, EntriesModel::Note).contains(u"Quét nhầm người"_s),
             qPrintable(cell(row, EntriesModel::Note)));
    table()->setCurrentIndex(model()->index(row, 0));
    QVERIFY(!m_view->findChild<ActionButton *>(u"voidButton"_s)->isEnabled());
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    // What undoes everywhere lets it count again; the menu says so.
    QSignalSpy restored(m_view, &EntriesView::restoreRequested);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored[0][0].toUuid(), model()->entryAt(row)->entry.id);
    press(Qt::Key_Z, Qt::ControlModifier); // in haste
    QCOMPARE(restored.count(), 1);
    m_view->letTryAgain(); // it failed: the disk was full
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(table()->viewport(), &asked);
    auto *menu = m_view->findChild<QMenu *>(u"entryMenu"_s);
    QVERIFY(menu && !menu->findChild<QAction *>(u"menuVoid"_s));
    menu->findChild<QAction *>(u"menuRestore"_s)->trigger();
    menu->close();
    QCOMPARE(restored.count(), 2);
}

/// Before a reason is typed, and in words.
void TestEntriesView::whatIsAnothersIsNotOffered()
{
    SlowSource slow;
    slow.lines = manyLines(3);
    EntrySource source = slow.source();
    source.mayCorrect = [&](const QUuid &entry) {
        return SlowSource::answered<bool>(entry != slow.lines[1].entry->entry.id);
    };
    m_view->setSource(source);
    auto *button = m_view->findChild<ActionButton *>(u"voidButton"_s);
    QTRY_COMPARE(model()->rowCount(), 3);
    QTRY_VERIFY(model()->entryAt(2) && button->isEnabled());
    table()->selectRow(1);
    QTRY_VERIFY(!button->toolTip().isEmpty());
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->accessibleDescription(), button->toolTip());
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    QCOMPARE(m_view->findChild<QLabel *>(u"entrySums"_s)->text(), button->toolTip());
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(table()->viewport(), &asked);
    auto *menu = m_view->findChild<QMenu *>(u"entryMenu"_s);
    QVERIFY(!menu->findChild<QAction *>(u"menuVoid"_s)->isEnabled());
    QCOMPARE(menu->findChild<QAction *>(u"menuVoid"_s)->toolTip(), button->toolTip());
    menu->close();
    table()->selectRow(2);
    QTRY_VERIFY(button->isEnabled());
    table()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(m_view->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
}

/// The search was for the name that was wrong: it must not hide whom it had found.
void TestEntriesView::whoWasPutRightStaysInSight()
{
    SlowSource slow;
    slow.lines = manyLines(150);
    ListRow &sought = slow.lines[120];
    const QUuid person = QUuid::createUuid();
    sought.entry->entry.visitorId = person;
    const QUuid id = sought.entry->entry.id;
    QList<ListRow> found{sought};
    const auto listed = [&](const EntryFilter &filter) {
        return filter.search.isEmpty() ? slow.lines : found;
    };
    EntrySource source = slow.source();
    source.outline = [&](const EntryFilter &filter, int stride) {
        return SlowSource::answered<Outline>(samples::outlineOf(listed(filter), stride, slow.revision));
    };
    source.page = [&](const EntryFilter &filter, const std::optional<PageKey> &after, int limit) {
        return SlowSource::answered<QList<ListRow>>(samples::pageOf(listed(filter), after, limit));
    };
    m_view->setSource(source);
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    search->setText(u"khach 30"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QTRY_COMPARE(m_view->chosenEntry(), std::optional(id));
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!m_view->isVisible());
    m_view->followPerson(QUuid::createUuid()); // somebody else
    // Another name, by which the search finds nobody.
    ++slow.revision;
    found.clear();
    m_view->refresh();
    m_view->followPerson(person);
    m_window->showView(MainWindow::View::Entries);
    QTRY_VERIFY(search->text().isEmpty());
    QTRY_COMPARE(model()->rowCount(), 150);
    QTRY_COMPARE(m_view->chosenEntry(), std::optional(id));
    QCOMPARE(table()->currentIndex().row(), 120);
    // A search that still finds them stays.
    found = {slow.lines[120]};
    search->setText(u"0991"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    QTRY_COMPARE(m_view->chosenEntry(), std::optional(id));
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    ++slow.revision;
    QSignalSpy fresh(model(), &EntriesModel::pageArrived);
    m_view->refresh();
    m_view->followPerson(person);
    m_window->showView(MainWindow::View::Entries);
    QTRY_VERIFY(!fresh.isEmpty());
    QTRY_COMPARE(m_view->chosenEntry(), std::optional(id));
    QCOMPARE(search->text(), u"0991"_s);
    m_view->setSource({});
}

// ---- days

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
    QCOMPARE(label(u"entriesEmptyTitle"_s), u"Không tìm thấy gì"_s);
}

void TestEntriesView::aFailureIsSaidInItsPlace()
{
    SlowSource slow;
    slow.failure = Error{ErrorCode::KeyMissing, {}};
    lookAt(slow);
    QTRY_COMPARE(label(u"entriesEmptyTitle"_s), u"Không mở được khóa của dữ liệu cá nhân."_s);
    // Once it works again the entries are back.
    slow.failure.reset();
    slow.lines = manyLines(4);
    ++slow.revision;
    m_view->refresh();
    QTRY_VERIFY(table()->isVisible());
}

void TestEntriesView::whatFailedIsNotSaidWhileItIsTriedAgain()
{
    const QString failed = u"Không mở được khóa của dữ liệu cá nhân."_s;
    SlowSource slow;
    slow.failure = Error{ErrorCode::KeyMissing, {}};
    EntrySource source = slow.source();
    QPromise<Result<Outline>> later;
    later.start();
    bool waits = false;
    source.outline = [&later, &waits, first = source.outline](const EntryFilter &filter, int stride) {
        return waits ? later.future() : first(filter, stride);
    };
    m_view->setSource(source);
    QTRY_COMPARE(label(u"entriesEmptyTitle"_s), failed);
    waits = true;
    m_view->refresh();
    QTRY_VERIFY(label(u"entriesEmptyTitle"_s) != failed);
    slow.lines = manyLines(4);
    later.addResult(Result<Outline>(samples::outlineOf(slow.lines, 100, 2)));
    later.finish();
    QTRY_VERIFY(table()->isVisible());
    QTRY_VERIFY(slow.pagesAsked > 0);
    samples::settle(); // nothing is asked of the source any more once it is gone
}

void TestEntriesView::anAnnouncementFetchesAnew()
{
    SlowSource slow;
    lookAt(slow);
    samples::settle();
    const auto before = slow.outlines.size();
    // Several at once are one question; none while nobody looks.
    m_view->refresh();
    m_view->refresh();
    QTRY_COMPARE(slow.outlines.size(), before + 1);
    m_window->showView(MainWindow::View::Scan);
    m_view->refresh();
    QTest::qWait(300);
    QCOMPARE(slow.outlines.size(), before + 1);
    m_window->showView(MainWindow::View::Entries);
    QTRY_COMPARE(slow.outlines.size(), before + 2);
}

void TestEntriesView::theRefusedScansAreRemembered()
{
    QSignalSpy changed(m_window.get(), &MainWindow::preferencesChanged);
    choose(m_view->findChild<Picker *>(u"filterRefused"_s), 1);
    QCOMPARE(changed.last()[0].value<DeskPreferences>().refusedShown, true);
}

QMenu *TestEntriesView::openMenu()
{
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(table()->viewport(), &asked);
    return m_view->findChild<QMenu *>(u"entryMenu"_s);
}

// ---- what a first day at the desk stumbles over

void TestEntriesView::whoWasSentAwayIsNamedAndLookedAt()
{
    SlowSource slow;
    RefusedScan refused;
    refused.id = QUuid::createUuid();
    refused.at = samples::at(8, 30);
    refused.location = u"Cổng A"_s;
    refused.reason = Reason::OnAttentionList;
    refused.visitorId = QUuid::createUuid();
    refused.visitor = samples::nghiem();
    RefusedScan nobody = refused;
    nobody.id = QUuid::createUuid();
    nobody.at = samples::at(8, 20);
    nobody.visitorId.reset();
    nobody.visitor = {};
    slow.lines = QList<ListRow>{{{}, refused}, {{}, nobody}} + manyLines(1);
    EntrySource source = slow.source();
    source.details = [&refused](const QUuid &id) {
        VisitDetails found;
        found.refused = refused;
        found.asked.entry.id = id;
        found.asked.entry.at = refused.at;
        found.asked.entry.location = refused.location;
        found.asked.entry.visitorId = refused.visitorId;
        found.asked.visitor = refused.visitor;
        return SlowSource::answered<VisitDetails>(found);
    };
    QList<QUuid> looked;
    source.noteReveal = [&looked](const QUuid &subject, const QString &) {
        looked << subject;
        return SlowSource::answered<void>({});
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 3 && model()->rowAt(0));
    QCOMPARE(cell(0, EntriesModel::Person), abbreviatedName(refused.visitor.name));
    QCOMPARE(cell(0, EntriesModel::Passage), u"Từ chối"_s);
    QVERIFY(!cell(1, EntriesModel::Person).isEmpty());
    QVERIFY(cell(1, EntriesModel::Person) != cell(0, EntriesModel::Person));
    table()->selectRow(1);
    QVERIFY(!m_view->findChild<ActionButton *>(u"detailsButton"_s)->isEnabled());
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->isVisible() && details()->details());
    const QString masked = detailsText();
    QVERIFY2(masked.contains(u"Cổng A"_s) && masked.contains(u"08:30"_s), qPrintable(masked));
    QVERIFY(!masked.contains(refused.visitor.name));
    for (const QString &name : {u"detailsTurn"_s, u"detailsOut"_s, u"detailsPass"_s})
        QVERIFY2(!m_view->findChild<ActionButton *>(name)->isEnabled(), qPrintable(name));
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_2);
    press(Qt::Key_Return);
    QTRY_VERIFY(detailsText().contains(refused.visitor.name));
    QCOMPARE(looked, QList<QUuid>{*refused.visitorId});
    m_view->setSource({});
}

void TestEntriesView::whatWasTakenBackIsNoEntryOfTheSum()
{
    SlowSource slow;
    slow.lines = manyLines(7);
    for (const int row : {1, 4})
        slow.lines[row].entry->voidedBy = QUuid::createUuid();
    lookAt(slow);
    QTRY_COMPARE(label(u"entrySums"_s), (QStringList{EntriesView::tr("%L1 entry(ies)", nullptr, 5).arg(5),
                                                     EntriesView::tr("%L1 voided").arg(2)})
                                            .join(u", "_s));
    m_view->setSource({});
}

void TestEntriesView::whatIsSearchedForCanBeClearedAndTheChosenStays()
{
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    auto *clear = m_view->findChild<ActionButton *>(u"filterClear"_s);
    QVERIFY(!clear->isVisible());
    search->setText(u"mau"_s);
    QVERIFY(clear->isVisible());
    QTRY_COMPARE(model()->filter().search, u"mau"_s);
    QTRY_VERIFY(std::ranges::all_of(QList{0, 1, 2}, [this](int row) { // the lines of before are gone
        const auto entry = model()->entryAt(row);
        return entry && entry->visitor.name.contains(u"Mẫu"_s);
    }));
    table()->selectRow(2);
    const QUuid chosen = m_view->chosenEntry().value();
    clear->click();
    QTRY_VERIFY(model()->filter().search.isEmpty());
    QVERIFY(search->text().isEmpty() && !clear->isVisible());
    QVERIFY(table()->hasFocus());
    QTRY_VERIFY(table()->currentIndex().row() > 2);
    QTRY_COMPARE(m_view->chosenEntry(), std::optional(chosen));
    QTRY_VERIFY(table()->viewport()->rect().contains(table()->visualRect(table()->currentIndex()).center()));
}

void TestEntriesView::whatWasTurnedIsSaidAndUndoneByAKey()
{
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    table()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!label(u"entrySums"_s).isEmpty()); // why nothing is undone
    QCOMPARE(turned.count(), 0);
    choose(m_view->findChild<Picker *>(u"filterDirection"_s), 1);
    QTRY_COMPARE(model()->filter().direction, std::optional(Direction::In));
    const auto isIn = [this](int row) {
        const auto entry = model()->entryAt(row);
        return entry && entry->entry.kind == EntryKind::In;
    };
    QTRY_VERIFY(isIn(0) && isIn(1) && isIn(2) && isIn(3));
    QVERIFY(!model()->entryAt(1)->voidedBy);
    const EntryRow row = *model()->entryAt(1);
    beginTurn(1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(turned.count(), 1);
    const QUuid now = QUuid::createUuid();
    m_view->followEntry(row.entry.id, {row.entry.at.utcMs, now}, Direction::Out);
    const QString said = label(u"entrySums"_s);
    QVERIFY2(said.contains(u"RA"_s) && said.contains(abbreviatedName(row.visitor.name)), qPrintable(said));
    QVERIFY2(said.contains(EntriesView::tr("The filter hides it: “Clear filters” shows it.")),
             qPrintable(said));
    m_view->refresh();
    QTest::qWait(300);
    QCOMPARE(label(u"entrySums"_s), said);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier); // in haste
    QCOMPARE(turned.count(), 2);
    QCOMPARE(turned[1][0].toUuid(), now);
    QCOMPARE(turned[1][1].value<Direction>(), Direction::In);
    m_view->followEntry(now, {row.entry.at.utcMs, QUuid::createUuid()}, Direction::In);
    QVERIFY2(label(u"entrySums"_s).contains(u"VÀO"_s), qPrintable(label(u"entrySums"_s)));
    QVERIFY(!label(u"entrySums"_s).contains(sameWayAdvice()));
    QVERIFY(
        !label(u"entrySums"_s).contains(EntriesView::tr("The filter hides it: “Clear filters” shows it.")));

    // What is taken back now is not turned any more.
    table()->selectRow(0);
    beginTurn(0);
    press(Qt::Key_Return, Qt::ControlModifier);
    const EntryRow other = *model()->entryAt(0);
    Entry sameWay;
    sameWay.kind = EntryKind::Out;
    sameWay.at = samples::at(6, 1);
    m_view->followEntry(other.entry.id, {other.entry.at.utcMs, QUuid::createUuid()}, Direction::Out, sameWay);
    QVERIFY(label(u"entrySums"_s).contains(u"RA"_s));
    QVERIFY2(label(u"entrySums"_s).contains(sameWayText(sameWay)), qPrintable(label(u"entrySums"_s)));
    QVERIFY(label(u"entrySums"_s).contains(sameWayAdvice()));
    table()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    QVERIFY(!label(u"entrySums"_s).contains(u"RA"_s));
}

/// Deleted by mistake: the line is still chosen, and Ctrl+Z or the button brings it back.
void TestEntriesView::whatIsRestoredIsSaidToCountAgain()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    slow.lines[0].entry->entry.kind = EntryKind::In;
    m_view->setSource(slow.source());
    QTRY_VERIFY(model()->rowCount() == 2 && model()->entryAt(1));
    QSignalSpy restored(m_view, &EntriesView::restoreRequested);
    QSignalSpy turned(m_view, &EntriesView::turnRoundRequested);
    QSignalSpy voided(m_view, &EntriesView::voidRequested);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    QCOMPARE(voided.count(), 1);
    const EntryRow row = *model()->entryAt(0);
    slow.lines[0].entry->voidedBy = QUuid::createUuid();
    ++slow.revision;
    m_view->refresh();
    QTRY_VERIFY(model()->entryAt(0) && model()->entryAt(0)->voidedBy);
    table()->selectRow(0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored[0][0].toUuid(), row.entry.id);
    m_view->followEntry(row.entry.id, {row.entry.at.utcMs, QUuid::createUuid()}, Direction::In);
    QCOMPARE(label(u"entrySums"_s),
             EntriesView::tr("The entry of %1 counts again.").arg(personName(row.visitor)));
    // There is nothing left to undo, and nothing was turned round.
    slow.lines[0].entry->voidedBy.reset();
    ++slow.revision;
    m_view->refresh();
    QTRY_VERIFY(model()->entryAt(0) && !model()->entryAt(0)->voidedBy);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(restored.count(), 1);
    QCOMPARE(turned.count(), 0);
}

void TestEntriesView::turningIsFoundInTheMenu()
{
    table()->selectRow(1);
    table()->setFocus();
    QVERIFY(!details()->isVisible());
    QMenu *menu = openMenu();
    auto *turn = menu->findChild<QAction *>(u"menuTurn"_s);
    QVERIFY(turn && turn->isEnabled());
    QCOMPARE(turn->shortcut(), QKeySequence(Qt::Key_F9));
    turn->trigger();
    menu->close();
    QTRY_VERIFY(turnPanel()->isVisible());
    QTRY_COMPARE(m_window->focusWidget(), turnPanel());
    QTest::keyClick(turnPanel(), Qt::Key_Escape);
    QVERIFY(!turnPanel()->isVisible());
}

void TestEntriesView::whoIsListedCanBeTakenOffTheList()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    AttentionNote note;
    note.id = QUuid::createUuid();
    note.reason = u"Hỏi trưởng ca"_s;
    for (ListRow &line : slow.lines)
        line.entry->entry.visitorId = QUuid::createUuid();
    EntrySource source = slow.source();
    source.details = [&](const QUuid &id) {
        VisitDetails found;
        found.asked = *slow.lines[id == slow.lines[0].entry->entry.id ? 0 : 1].entry;
        if (id == slow.lines[0].entry->entry.id)
            found.attention = note;
        return SlowSource::answered<VisitDetails>(found);
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 2 && model()->entryAt(1));
    QSignalSpy added(m_view, &EntriesView::attentionWanted);
    QSignalSpy removed(m_view, &EntriesView::unlistRequested);
    auto *button = m_view->findChild<ActionButton *>(u"detailsAttention"_s);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    const QString remove = button->text();
    button->click();
    QVERIFY(turnPanel()->isVisible());
    const QString asked = label(u"turnQuestion"_s) + label(u"turnNote"_s);
    QVERIFY2(asked.contains(abbreviatedName(slow.lines[0].entry->visitor.name)), qPrintable(asked));
    QVERIFY2(asked.contains(note.reason), qPrintable(asked));
    press(Qt::Key_Escape);
    QCOMPARE(removed.count(), 0);
    button->click();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][0].toUuid(), note.id);
    QCOMPARE(added.count(), 0);
    m_view->showUnlisted(removed[0][1].toString());
    QVERIFY(label(u"entrySums"_s).contains(removed[0][1].toString()));
    // The menu does the same where no details are open, and so do the keys of the others.
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
    QContextMenuEvent menuAsked(QContextMenuEvent::Keyboard, {1, 1}, table()->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(table()->viewport(), &menuAsked);
    auto *menu = m_view->findChild<QMenu *>(u"entryMenu"_s);
    menu->findChild<QAction *>(u"menuAttention"_s)->trigger();
    menu->close();
    QTRY_VERIFY(turnPanel()->isVisible());
    QVERIFY(label(u"turnNote"_s).contains(note.reason) || label(u"turnQuestion"_s).contains(note.reason));
    QCOMPARE(added.count(), 0);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
    press(Qt::Key_F9);
    QTRY_VERIFY(turnPanel()->isVisible());
    press(Qt::Key_Escape);
    // Who is not on the list is offered to be put there.
    table()->selectRow(1);
    QTRY_VERIFY(details()->details() && !details()->details()->attention);
    QVERIFY(button->text() != remove);
    button->click();
    QCOMPARE(added.count(), 1);
    m_view->setSource({});
}

/// What takes long to read is done to nobody else, and not at all once one has turned away.
void TestEntriesView::whoIsSentOutIsWhoWasChosenThen()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    EntrySource source = slow.source();
    std::vector<std::pair<QUuid, QPromise<Result<VisitDetails>>>> asked;
    source.details = [&asked](const QUuid &id) {
        asked.emplace_back(id, QPromise<Result<VisitDetails>>());
        asked.back().second.start();
        return asked.back().second.future();
    };
    const auto answer = [&] {
        for (auto &[id, promise] : asked) {
            VisitDetails found;
            found.asked = *slow.lines[id == slow.lines[0].entry->entry.id ? 0 : 1].entry;
            found.in = found.asked;
            promise.addResult(Result<VisitDetails>(found));
            promise.finish();
        }
        asked.clear();
        samples::settle();
        QTest::qWait(100);
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 2 && model()->entryAt(1));
    QSignalSpy left(m_view, &EntriesView::sendOutRequested);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(!asked.empty());
    press(Qt::Key_Down);
    answer();
    QTRY_COMPARE(details()->details()->asked.entry.id, slow.lines[1].entry->entry.id);
    QCOMPARE(left.count(), 0);
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
    table()->selectRow(0);
    press(Qt::Key_O, Qt::ControlModifier);
    press(Qt::Key_Escape);
    answer();
    QCOMPARE(left.count(), 0);
    table()->selectRow(1);
    press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(!asked.empty());
    m_window->showView(MainWindow::View::Scan);
    answer();
    QCOMPARE(left.count(), 0);
    // Whoever waits for it has it done.
    m_window->showView(MainWindow::View::Entries);
    table()->setFocus();
    press(Qt::Key_Escape);
    table()->selectRow(0);
    press(Qt::Key_O, Qt::ControlModifier);
    answer();
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(left[0][0].toUuid(), slow.lines[0].entry->entry.id);
    m_view->setSource({});
}

void TestEntriesView::whoIsChosenIsSentOutWithoutOpeningTheDetails()
{
    SlowSource slow;
    slow.lines = manyLines(2);
    EntrySource source = slow.source();
    source.details = [&](const QUuid &id) {
        VisitDetails found;
        found.asked = *slow.lines[id == slow.lines[0].entry->entry.id ? 0 : 1].entry;
        found.in = found.asked;
        if (id == slow.lines[1].entry->entry.id)
            found.out = found.asked; // has left already
        return SlowSource::answered<VisitDetails>(found);
    };
    m_view->setSource(source);
    QTRY_VERIFY(model()->rowCount() == 2 && model()->entryAt(1));
    QSignalSpy left(m_view, &EntriesView::sendOutRequested);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(left[0][0].toUuid(), slow.lines[0].entry->entry.id);
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
    table()->selectRow(1);
    press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(details()->isAsExpected());
    QTest::qWait(100);
    QCOMPARE(left.count(), 1);
    // Everything else is offered by its key as well.
    press(Qt::Key_Escape);
    QVERIFY(!details()->isVisible());
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
    m_view->setSource({});
}

void TestEntriesView::whoIsMadeStaffIsSaid()
{
    SlowSource slow;
    slow.lines = manyLines(1);
    slow.lines[0].entry->entry.visitorId = QUuid::createUuid();
    lookAt(slow);
    QTRY_VERIFY(model()->entryAt(0));
    QMenu *menu = openMenu();
    menu->findChild<QAction *>(u"menuStaff"_s)->trigger();
    menu->close();
    m_view->showStaff(true);
    const QString name = abbreviatedName(slow.lines[0].entry->visitor.name);
    QCOMPARE(
        label(u"entrySums"_s),
        EntriesView::tr("%1 is staff now. To undo it: “More…” in the details, “No longer staff”.").arg(name));
    // Whoever comes back has done other things since.
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Entries);
    QVERIFY(!label(u"entrySums"_s).contains(name));
    m_view->setSource({});
}

void TestEntriesView::onASmallScreenNothingOfTheFiltersIsCut()
{
    m_window->resize(911, 512);
    table()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(details()->details());
    auto *search = m_view->findChild<QLineEdit *>(u"entrySearch"_s);
    search->setText(u"mau"_s); // so that it can be cleared
    samples::settle();
    for (const Picker *picker : m_view->findChild<FilterBar *>()->findChildren<Picker *>()) {
        // Beside the words stand the edges, and the sign that there is more to choose from.
        const int words = picker->width() - 2 * tokens::space12 - tokens::space32 + tokens::space4;
        const QFontMetrics metrics(textFont(tokens::bodyText));
        QVERIFY2(metrics.horizontalAdvance(picker->currentText()) < words, qPrintable(picker->currentText()));
    }
    const auto *bar = m_view->findChild<FilterBar *>();
    for (const QString &name : {u"filterOpen"_s, u"filterClear"_s}) {
        const auto *button = m_view->findChild<QWidget *>(name);
        QVERIFY(button->isVisible() && button->width() >= button->minimumSizeHint().width());
        QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(name));
    }
    const auto *read = m_view->findChild<QWidget *>(u"detailsScroll"_s);
    QVERIFY2(read->height() >= 80, qPrintable(QString::number(read->height()))); // three lines
}

void TestEntriesView::theNoteSaysWhomTheyVisit()
{
    EntryRow row;
    row.details.host = u"Khoa Nội"_s;
    QVERIFY(lineWord({row, {}}, EntriesModel::Note, false).contains(u"Khoa Nội"_s));
    row.voidedBy = QUuid::createUuid();
    const QString before = lineWord({row, {}}, EntriesModel::Note, false);
    row.replaced = true;
    QVERIFY(lineWord({row, {}}, EntriesModel::Note, false).size() > before.size());
}

void TestEntriesView::whatWasCopiedGoesAgainUnlessSomethingElseWasCopied()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    copyForAWhile(u"N. T. Nghiệm"_s, std::chrono::milliseconds(1));
    QVERIFY(QTest::qWaitFor([clipboard] { return clipboard->text().isEmpty(); }));
    copyForAWhile(u"N. T. Nghiệm"_s, std::chrono::milliseconds(1));
    clipboard->setText(u"somebody's own"_s);
    QTest::qWait(20);
    QCOMPARE(clipboard->text(), u"somebody's own"_s);
    QCOMPARE(copyLifetime, std::chrono::seconds(60));
}

QTEST_MAIN(TestEntriesView)
#include "tst_entriesview.moc"
