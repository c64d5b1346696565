#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/entriesview/entriesview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/rights.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// What can be done in a view is found from every other one, and what cannot be done now says why.
class TestViewFunctions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theEvacuationListIsFoundAndPrintedFromTheScanView();
    void everyGuardedButtonOfAViewIsFound();
    void aFunctionOfSettingsIsFoundByOtherWords();
    void whoMayNotIsToldWhoMay();
    void withoutALineTheListAsksForOne();
    void whatCannotBeDoneNowIsNotDoneToWhoComesNext();
    void whatCannotBeDoneNowIsNotDoneToALineChosenLater();
    void detailsAreWaitedForAndOfNobodyElse();
    void theKeyOfAButtonThatIsOffSaysWhy();
    void aPressOnAButtonThatIsOffSaysWhy();
    void theFootSaysWhatOnlyOthersMayDo();
    void theLineAboutAKeyGoesWithTheView();
    void theLineMovesNothingUnderTheMouse();

private:
    Function found(const QString &typed) const;
    QString said() const
    {
        return m_window->findChild<QLabel *>(u"remarkHappened"_s)->text() + u'|' +
               m_window->findChild<QLabel *>(u"remarkRest"_s)->text();
    }
    bool says() const { return m_window->findChild<QWidget *>(u"remarkBar"_s)->isVisible(); }

    std::unique_ptr<MainWindow> m_window;
};

void TestViewFunctions::init()
{
    DeskPreferences preferences = samples::morningPreferences();
    preferences.language = u"en"_s;
    m_window = samples::makeWindow(preferences, {1366, 768});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showView(MainWindow::View::Scan);
}

Function TestViewFunctions::found(const QString &typed) const
{
    const QList<Function> all = m_window->functions().found(typed);
    return all.isEmpty() ? Function{} : all.first();
}

void TestViewFunctions::theEvacuationListIsFoundAndPrintedFromTheScanView()
{
    InsideRow row;
    row.in.entry.id = QUuid::createUuid();
    row.in.visitor = samples::lap();
    m_window->insideView()->setRows({row});
    QSignalSpy printed(m_window->insideView(), &InsideView::printRequested);
    const Function function = found(u"evacuation"_s);
    QCOMPARE(function.id, u"button.insidePrint"_s);
    QCOMPARE(function.place, u"Inside F4"_s);
    QCOMPARE(function.key, u"Ctrl+P"_s);
    function.run();
    QCOMPARE(m_window->view(), MainWindow::View::Inside);
    QTRY_COMPARE(printed.count(), 1);
    QVERIFY(!says());
}

/// What is guarded is what counts; questions and what stands in rows of the settings are found otherwise.
void TestViewFunctions::everyGuardedButtonOfAViewIsFound()
{
    const QStringList otherwise{
        u"restoreButton"_s,     u"detailsRestore"_s,      u"traceFind"_s,       u"traceSave"_s,
        u"tracePrint"_s,        u"heldReveal"_s,          u"heldPrint"_s,       u"heldSave"_s,
        u"heldCorrect"_s,       u"heldErase"_s,           u"requestAnswered"_s, u"requestDone"_s,
        u"requestWho"_s,        u"passIssue"_s,           u"passUndo"_s,        u"attentionScan"_s,
        u"syncConnectMore"_s,   u"syncEnrolAgain"_s,      u"trustImport"_s,     u"trustRemove"_s,
        u"venueCodeTake"_s,     u"venueCodeOwn"_s,        u"venueSettings"_s,   u"rulesSettings"_s,
        u"askingSettings"_s,    u"certificateSettings"_s, u"keepingSettings"_s, u"eraseNow"_s,
        u"noticeSave"_s,        u"backupFolder"_s,        u"backupRestore"_s,   u"keyChange"_s,
        u"recoverySheetSave"_s, u"operatorsEnd"_s,        u"insideExpected"_s,  u"windowSettings"_s};
    QStringList ids;
    for (const Function &function : m_window->functions().all())
        ids << function.id;
    for (const auto &[deed, control] : guardedControls())
        QVERIFY2(otherwise.contains(control) || ids.contains(u"button."_s + control), qPrintable(control));
}

void TestViewFunctions::aFunctionOfSettingsIsFoundByOtherWords()
{
    const Function function = found(u"do not let in"_s);
    QCOMPARE(function.place, u"Settings F10"_s);
    function.run();
    QCOMPARE(m_window->view(), MainWindow::View::Settings);
    QVERIFY(m_window->findChild<QWidget *>(u"attentionPanel"_s)->isVisible());
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
}

void TestViewFunctions::whoMayNotIsToldWhoMay()
{
    applyRights(*m_window, Role::Operator);
    const Function function = found(u"end of the day"_s);
    QCOMPARE(function.id, u"button.insideClose"_s);
    QCOMPARE(function.whyNot, whoMay(Deed::VoidOthers));
    function.run();
    QCOMPARE(m_window->view(), MainWindow::View::Inside);
    QVERIFY(says());
    QVERIFY2(said().contains(whoMay(Deed::VoidOthers)), qPrintable(said()));
}

void TestViewFunctions::withoutALineTheListAsksForOne()
{
    m_window->entriesView()->setSource(samples::sampleSource(60));
    found(u"void the chosen entry"_s).run();
    QCOMPARE(m_window->view(), MainWindow::View::Entries);
    QVERIFY(says());
    QVERIFY2(said().contains(u"Choose a line"_s), qPrintable(said()));
    QTRY_VERIFY(m_window->findChild<QTableView *>(u"entryTable"_s)->hasFocus());
    QVERIFY(!m_window->findChild<QWidget *>(u"voidPanel"_s) ||
            !m_window->findChild<QWidget *>(u"voidPanel"_s)->isVisible());
    // Where a line is chosen it is done.
    QTRY_VERIFY(m_window->findChild<ActionButton *>(u"voidButton"_s)->isEnabled());
    found(u"change the direction of the chosen entry"_s).run();
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"turnQuestion"_s)->isVisible());
}

void TestViewFunctions::whatCannotBeDoneNowIsNotDoneToWhoComesNext()
{
    ScanView *scan = m_window->scanView();
    QSignalSpy turned(scan, &ScanView::turnRoundRequested);
    QSignalSpy undone(scan, &ScanView::undoRequested);
    scan->showOutcome(samples::refused());
    for (const QString &words : {u"change the direction of the last entry"_s, u"void the last entry"_s}) {
        for (const auto view : {MainWindow::View::Scan, MainWindow::View::Inside}) {
            m_window->showView(view);
            found(words).run();
            QVERIFY(says());
        }
    }
    scan->showOutcome(samples::recordedIn());
    QTest::qWait(400);
    QCOMPARE(turned.count() + undone.count(), 0);
    found(u"change the direction of the last entry"_s).run();
    QCOMPARE(turned.count(), 1);
}

void TestViewFunctions::whatCannotBeDoneNowIsNotDoneToALineChosenLater()
{
    InsideRow row;
    row.in.entry.id = QUuid::createUuid();
    row.in.visitor = samples::lap();
    m_window->insideView()->setRows({row});
    m_window->showView(MainWindow::View::Inside);
    QSignalSpy left(m_window->insideView(), &InsideView::sendOutRequested);
    const Function leaves = found(u"chosen visitor leaves"_s);
    leaves.run();
    QVERIFY2(said().contains(u"Choose a line"_s), qPrintable(said()));
    QTest::qWait(100);
    m_window->findChild<QTableView *>(u"insideTable"_s)->selectRow(0);
    QTest::qWait(400);
    QCOMPARE(left.count(), 0);
    leaves.run();
    QCOMPARE(left.count(), 1);
}

void TestViewFunctions::detailsAreWaitedForAndOfNobodyElse()
{
    EntrySource source = samples::sampleSource(60);
    source.details = [this, now = source.details](const QUuid &entryId) {
        auto later = std::make_shared<QPromise<Result<VisitDetails>>>();
        later->start();
        QTimer::singleShot(300, m_window.get(), [later, answer = now(entryId).result()] {
            later->addResult(answer);
            later->finish();
        });
        return Future<Result<VisitDetails>>(later->future());
    };
    m_window->entriesView()->setSource(source);
    m_window->showView(MainWindow::View::Entries);
    auto *table = m_window->findChild<QTableView *>(u"entryTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    table->selectRow(0);
    QSignalSpy left(m_window->entriesView(), &EntriesView::sendOutRequested);
    const Function leaves = found(u"person of the entry leaves"_s);
    leaves.run();
    QTRY_COMPARE(left.count(), 1);
    table->selectRow(1);
    leaves.run(); // those of the line before are still there
    QTRY_COMPARE(left.count(), 2);
    QVERIFY(left[0][0] != left[1][0]);
    // Another line is looked at while the details are on their way.
    table->selectRow(2);
    leaves.run();
    table->selectRow(0);
    QTest::qWait(1'000);
    QCOMPARE(left.count(), 2);
}

void TestViewFunctions::theKeyOfAButtonThatIsOffSaysWhy()
{
    applyRights(*m_window, Role::Operator);
    m_window->insideView()->setRows({});
    m_window->showView(MainWindow::View::Inside);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(says());
    QVERIFY2(said().startsWith(u"“Print full names…” cannot be done now.|"_s), qPrintable(said()));
    QVERIFY2(said().contains(whoMay(Deed::Reveal)), qPrintable(said()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!says());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_G, Qt::ControlModifier);
    QVERIFY2(said().contains(u"Choose a line"_s), qPrintable(said()));
}

void TestViewFunctions::aPressOnAButtonThatIsOffSaysWhy()
{
    applyRights(*m_window, Role::Operator);
    m_window->showView(MainWindow::View::Inside);
    auto *button = m_window->findChild<ActionButton *>(u"insidePrintFull"_s);
    const QPoint middle = button->mapTo(m_window.get(), button->rect().center());
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, middle);
    QVERIFY(says());
    QVERIFY2(said().contains(whoMay(Deed::Reveal)), qPrintable(said()));
}

void TestViewFunctions::theFootSaysWhatOnlyOthersMayDo()
{
    auto *foot = m_window->findChild<QLabel *>(u"rightsLine"_s);
    m_window->showView(MainWindow::View::Inside);
    QVERIFY(!foot->isVisible());
    applyRights(*m_window, Role::Operator);
    QTRY_VERIFY(foot->isVisible());
    QVERIFY2(foot->text().contains(u"Print full names…"_s) && foot->text().contains(u"End of the day"_s) &&
                 foot->text().contains(whoMay(Deed::Reveal)),
             qPrintable(foot->text()));
    m_window->showView(MainWindow::View::Scan);
    QTRY_VERIFY(!foot->isVisible());
    m_window->showView(MainWindow::View::Inside);
    QTRY_VERIFY(foot->isVisible());
    applyRights(*m_window, Role::Administrator);
    QTRY_VERIFY(!foot->isVisible());
}

/// It goes by itself: a list that moves up then has another person under a click.
void TestViewFunctions::theLineMovesNothingUnderTheMouse()
{
    m_window->showView(MainWindow::View::Inside);
    QTest::qWait(100); // until all is in its place
    const auto *table = m_window->findChild<QTableView *>(u"insideTable"_s);
    const QWidget *card = table->parentWidget();
    const QPoint before = card->mapTo(m_window.get(), QPoint());
    const QSize size = card->size();
    m_window->tellWhyNot(u"Print"_s, u"Nobody is inside."_s);
    samples::settle();
    QVERIFY(says());
    QCOMPARE(card->mapTo(m_window.get(), QPoint()), before);
    QCOMPARE(card->size(), size);
    const auto *bar = m_window->findChild<QWidget *>(u"remarkBar"_s);
    QVERIFY(bar->height() > 0 && bar->geometry().bottom() < before.y());
}

void TestViewFunctions::theLineAboutAKeyGoesWithTheView()
{
    applyRights(*m_window, Role::Operator);
    m_window->showView(MainWindow::View::Inside);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(says());
    m_window->showView(MainWindow::View::Scan);
    QVERIFY(!says());
}

QTEST_MAIN(TestViewFunctions)
#include "tst_viewfunctions.moc"
