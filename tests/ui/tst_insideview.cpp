#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/common/tokens.h"
#include "ui/insideview/insidemodel.h"
#include "ui/insideview/insideprinting.h"
#include "ui/insideview/insideview.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// Who is inside, looked through and sent out from the keyboard.
class TestInsideView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whoIsInsideIsAskedForWhenShown();
    void companionsAreCounted();
    void staffIsMarkedAndCountedApart();
    void theWordsNarrowWithoutDiacritics();
    void largeTextCutsNeitherTheSearchNorTheColumns();
    void enterSendsTheChosenOneOut();
    void theNextEnterPrintsNothing();
    void buttonsKeepTheirKeysWithLargeText();
    void partOfAGroupLeaves();
    void moreThanCameAlongCannotLeave();
    void whileAQuestionStandsNothingElseTakesEnter();
    void aQuestionAboutWhoHasLeftClosesAndSaysSo();
    void withoutAMarkNobodyIsSentOut();
    void aLonelyVisitorHasNoGroup();
    void theMorningShowsWhoIsLeftOver();
    void theMorningTellsWhoseExitIsEstimated();
    void closingAsksAndNamesTheNumber();
    void comingBackOneIsWhereOneWas();
    void theClosingIsUndoneFromItsMessage();
    void closingTakesOnlyWhatIsListed();
    void closingTakesOnlyWhomTheQuestionNamed();
    void everybodyIsPrintedWhateverIsSearchedFor();
    void theDialogSaysWhatIsPrinted();
    void theListIsPrintedAndSaidToBe();
    void theExpectedVisitorsHaveAKey();
    void nobodyInsideSaysSo();
    void aFailureIsSaid();
    void namesAreAbbreviated();
    void theChosenOneStaysChosen();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QTableView *table() const { return m_view->findChild<QTableView *>(u"insideTable"_s); }
    InsideModel *model() const { return static_cast<InsideModel *>(table()->model()); }
    QString label(const QString &name) const { return m_view->findChild<QLabel *>(name)->text(); }
    static InsideRow row(const VisitorData &visitor, const Moment &since, const Party &party = {});

    std::unique_ptr<MainWindow> m_window;
    InsideView *m_view = nullptr;
    QList<InsideRow> m_rows;
};

InsideRow TestInsideView::row(const VisitorData &visitor, const Moment &since, const Party &party)
{
    InsideRow row;
    row.in.entry.id = QUuid::createUuid();
    row.in.entry.at = since;
    row.in.entry.location = u"Cổng A"_s;
    row.in.visitor = visitor;
    row.partyInside = party;
    return row;
}

void TestInsideView::init()
{
    m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view = m_window->insideView();
    m_window->showView(MainWindow::View::Inside);
    m_rows = {row(samples::nghiem(), samples::at(8, 5)), row(samples::mau(), samples::at(7, 50), {2, 1}),
              row(samples::lap(), samples::at(16, 30, 0, 1))};
    m_view->setRows(m_rows);
    table()->setFocus();
}

void TestInsideView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestInsideView::whoIsInsideIsAskedForWhenShown()
{
    QTest::qWait(300);
    QSignalSpy wanted(m_view, &InsideView::rowsWanted);
    m_window->showView(MainWindow::View::Scan);
    m_view->refresh();
    QTest::qWait(300);
    QCOMPARE(wanted.count(), 0);
    m_window->showView(MainWindow::View::Inside);
    QTRY_COMPARE(wanted.count(), 1);
}

void TestInsideView::companionsAreCounted()
{
    QCOMPARE(label(u"insideSums"_s), u"3 khách và 3 người đi cùng"_s);
    QCOMPARE(model()->index(1, InsideModel::Party).data().toString(), u"2 người lớn, 1 trẻ em"_s);
}

void TestInsideView::staffIsMarkedAndCountedApart()
{
    InsideRow visitor;
    visitor.in.visitor.name = u"Nguyễn Thử Nghiệm"_s;
    InsideRow staff = visitor;
    staff.in.visitor.staff = true;
    InsideModel inside;
    inside.setRows({visitor, staff});
    QCOMPARE(inside.visitors(), 1);
    QCOMPARE(inside.staff(), 1);
    const auto traits = [&inside](int row) {
        return inside.index(row, InsideModel::Traits).data().toString();
    };
    QVERIFY(traits(0) != traits(1));
    inside.setGroup(EntryFilter::StaffOnly);
    QCOMPARE(inside.rowCount(), 1);
    QVERIFY(inside.rowAt(0)->in.visitor.staff);
    inside.setGroup(EntryFilter::NoStaff);
    QVERIFY(!inside.rowAt(0)->in.visitor.staff);
    QCOMPARE(inside.staff(), 1); // still counted
    const int all = table()->model()->rowCount();
    m_view->findChild<ChoiceRow *>(u"insideGroup"_s)->button(1)->click();
    QVERIFY(table()->model()->rowCount() < all); // the samples have visitors
}

void TestInsideView::theWordsNarrowWithoutDiacritics()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"nghiem"_s);
    QCOMPARE(model()->rowCount(), 1);
    QCOMPARE(model()->rowAt(0)->in.visitor.name, samples::nghiem().name);
    const QString counted = label(u"insideSums"_s); // one of three
    QVERIFY2(counted.startsWith(u"1 "_s) && counted.contains(u"3"_s), qPrintable(counted));
    press(Qt::Key_Escape);
    QCOMPARE(model()->rowCount(), 3);
}

void TestInsideView::largeTextCutsNeitherTheSearchNorTheColumns()
{
    DeskPreferences large = samples::morningPreferences();
    large.textSize = 150;
    m_window = samples::makeWindow(large, {1366, 768});
    m_view = m_window->insideView();
    m_window->showView(MainWindow::View::Inside);
    m_rows = {row(samples::nghiem(), samples::at(8, 5))};
    m_rows[0].in.details.host = u"Phòng Kế toán"_s;
    m_rows[0].in.entry.location = u"Cổng chính"_s;
    m_view->setRows(m_rows);
    samples::settle();
    const auto *search = m_view->findChild<QLineEdit *>(u"insideSearch"_s);
    QVERIFY(search->width() >
            QFontMetrics(textFont(tokens::bodyText)).horizontalAdvance(search->placeholderText()));
    QVERIFY(search->geometry().right() <= search->parentWidget()->width());
    for (const int column :
         {InsideModel::Person, InsideModel::Traits, InsideModel::Host, InsideModel::Place}) {
        const QString text = model()->index(0, column).data().toString();
        const int needed =
            QFontMetrics(textFont(tokens::bodyText, column == InsideModel::Person)).horizontalAdvance(text);
        QVERIFY2(table()->columnWidth(column) >= needed + 2 * tokens::space12, qPrintable(text));
    }
    applyTheme(*qApp, samples::morningPreferences().theme, 100);
}

void TestInsideView::enterSendsTheChosenOneOut()
{
    QSignalSpy out(m_view, &InsideView::sendOutRequested);
    table()->selectRow(1);
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 1);
    QCOMPARE(out[0][0].toUuid(), m_rows[1].in.entry.id);
}

/// The button that is switched off would leave the next Enter to the one beside it, which prints.
void TestInsideView::theNextEnterPrintsNothing()
{
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"insideSearch"_s), u"nghiem"_s);
    QTRY_COMPARE(model()->rowCount(), 1);
    table()->selectRow(0);
    auto *leaves = m_view->findChild<ActionButton *>(u"insideOut"_s);
    leaves->setFocus();
    leaves->click();
    QList<InsideRow> left = m_rows;
    left.removeIf([](const InsideRow &row) { return row.in.visitor.name == samples::nghiem().name; });
    m_view->setRows(left);
    QCOMPARE(model()->rowCount(), 0);
    QVERIFY(m_view->findChild<QLineEdit *>(u"insideSearch"_s)->hasFocus());
}

/// Printing moves into a row of its own where the text is large.
void TestInsideView::buttonsKeepTheirKeysWithLargeText()
{
    applyTheme(*qApp, ThemeKind::Light, 150);
    table()->selectRow(1);
    for (const auto &name :
         {u"insidePrint"_s, u"insidePrintFull"_s, u"insideClose"_s, u"insideParty"_s, u"insideOut"_s})
        QTRY_VERIFY2(m_view->findChild<ActionButton *>(name)->showsKey(), qPrintable(name));
    applyTheme(*qApp, ThemeKind::Light, 100);
    QTRY_COMPARE(m_view->findChild<ActionButton *>(u"insidePrint"_s)->y(),
                 m_view->findChild<ActionButton *>(u"insideParty"_s)->y());
}

void TestInsideView::partOfAGroupLeaves()
{
    QSignalSpy out(m_view, &InsideView::partyOutRequested);
    table()->selectRow(1);
    press(Qt::Key_G, Qt::ControlModifier);
    auto *companions = m_view->findChild<QLineEdit *>(u"passageCompanions"_s);
    QTRY_VERIFY(companions->hasFocus());
    QVERIFY(m_view->findChild<QLabel *>(u"partyStays"_s)->isVisible());
    QVERIFY(label(u"partyStays"_s).startsWith(u"T. T. Mẫu"_s)); // who stays is said
    QTest::keyClicks(companions, u"1"_s);
    m_view->findChild<QLineEdit *>(u"passageChildren"_s)->setText(u"0"_s);
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 1);
    QCOMPARE(out[0][0].toUuid(), m_rows[1].in.entry.id);
    QCOMPARE(out[0][1].value<Party>(), (Party{1, 0}));
}

void TestInsideView::moreThanCameAlongCannotLeave()
{
    QSignalSpy out(m_view, &InsideView::partyOutRequested);
    table()->selectRow(1); // two adults and a child
    press(Qt::Key_G, Qt::ControlModifier);
    auto *children = m_view->findChild<QLineEdit *>(u"passageChildren"_s);
    children->setText(u"2"_s);
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 0);
    QVERIFY(children->hasFocus());
    QVERIFY(children->accessibleDescription().contains(u'1'));
    children->setText(u"1"_s);
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 1);
}

void TestInsideView::whileAQuestionStandsNothingElseTakesEnter()
{
    QSignalSpy left(m_view, &InsideView::sendOutRequested);
    QSignalSpy party(m_view, &InsideView::partyOutRequested);
    auto *out = m_view->findChild<ActionButton *>(u"insideOut"_s);
    table()->selectRow(1);
    QVERIFY(out->isVisible());
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(!out->isVisible());
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(left.size(), 0);
    m_view->findChild<ActionButton *>(u"partyOut"_s)->click();
    QCOMPARE(party.size(), 1);
    QVERIFY(out->isVisible());
    QVERIFY(table()->hasFocus());
    press(Qt::Key_Return); // the mother, whose children went, stays
    QCOMPARE(left.size(), 0);
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!out->isVisible());
    // Whoever looked at another view meanwhile goes on with the question, and the list can be printed.
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Inside);
    QCOMPARE(QApplication::focusWidget(), m_view->findChild<QWidget *>(u"closeLeave"_s));
    QVERIFY(m_view->findChild<QWidget *>(u"insidePrint"_s)->isVisible());
    table()->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(out->isVisible());
}

void TestInsideView::aQuestionAboutWhoHasLeftClosesAndSaysSo()
{
    table()->selectRow(1);
    press(Qt::Key_G, Qt::ControlModifier);
    auto *question = m_view->findChild<QLabel *>(u"partyTitle"_s);
    m_view->setRows(m_rows);
    QVERIFY(question->isVisible());
    m_view->setRows({m_rows[0], m_rows[2]});
    QVERIFY(!question->isVisible());
    QVERIFY(label(u"insideTold"_s).contains(u"T. T. Mẫu"_s));
}

void TestInsideView::withoutAMarkNobodyIsSentOut()
{
    QSignalSpy out(m_view, &InsideView::sendOutRequested);
    auto *button = m_view->findChild<ActionButton *>(u"insideOut"_s);
    QVERIFY(table()->hasFocus());
    QVERIFY(!button->isEnabled());
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 0);
    press(Qt::Key_Down);
    QVERIFY(button->isEnabled());
    press(Qt::Key_Return);
    QCOMPARE(out.count(), 1);
    QCOMPARE(out[0][0].toUuid(), m_rows[0].in.entry.id);
}

void TestInsideView::aLonelyVisitorHasNoGroup()
{
    table()->selectRow(0);
    QVERIFY(!m_view->findChild<ActionButton *>(u"insideParty"_s)->isEnabled());
    table()->selectRow(1);
    QVERIFY(m_view->findChild<ActionButton *>(u"insideParty"_s)->isEnabled());
}

void TestInsideView::theMorningShowsWhoIsLeftOver()
{
    m_view->findChild<ChoiceRow *>(u"insideWhich"_s)->button(1)->click();
    QCOMPARE(model()->rowCount(), 1);
    QCOMPARE(model()->rowAt(0)->in.visitor.name, samples::lap().name);
    QVERIFY(model()->index(0, InsideModel::Since).data().toString().contains(u"16:30"_s));
}

void TestInsideView::theMorningTellsWhoseExitIsEstimated()
{
    EntryRow exit;
    exit.entry.at = samples::at(17, 0, 0, 1);
    exit.entry.estimated = true;
    exit.visitor = samples::mau();
    m_view->setEstimatedExits({exit});
    const auto *const told = m_view->findChild<QLabel *>(u"insideEstimated"_s);
    QVERIFY(!told->isVisible()); // who is inside now is another matter
    m_view->findChild<ChoiceRow *>(u"insideWhich"_s)->button(1)->click();
    QVERIFY(told->isVisible());
    QVERIFY2(told->text().contains(u"T. T. Mẫu 17:00"_s), qPrintable(told->text()));
    QVERIFY(told->text().contains(u'1'));
    m_view->setEstimatedExits({});
    QVERIFY(!told->isVisible());
}

void TestInsideView::closingAsksAndNamesTheNumber()
{
    QSignalSpy closed(m_view, &InsideView::closeRequested);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(closed.count(), 0);
    QVERIFY(label(u"closeQuestion"_s).contains(u"3"_s));
    press(Qt::Key_Escape);
    QCOMPARE(closed.count(), 0);
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return); // by habit: nobody is sent out
    QVERIFY(!m_view->findChild<QWidget *>(u"closeQuestion"_s)->isVisible());
    QCOMPARE(closed.count(), 0);
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(closed[0][0].value<QList<QUuid>>().size(), 3);
}

/// Its keys answer it when one was elsewhere meanwhile, and those of the list work as before.
void TestInsideView::comingBackOneIsWhereOneWas()
{
    QSignalSpy closed(m_view, &InsideView::closeRequested);
    const auto leaveAndComeBack = [this] {
        m_window->showView(MainWindow::View::Scan);
        m_window->showView(MainWindow::View::Inside);
    };
    leaveAndComeBack();
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
    m_view->findChild<ActionButton *>(u"insideClose"_s)->click();
    leaveAndComeBack();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(closed.count(), 1);
}

void TestInsideView::theClosingIsUndoneFromItsMessage()
{
    QSignalSpy undo(m_view, &InsideView::undoClosingRequested);
    const auto *said = m_view->findChild<QLabel *>(u"closedSaid"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 0);
    m_view->showClosed(3, true);
    QVERIFY(said->isVisible() && said->text().contains(u'3'));
    m_window->showView(MainWindow::View::Scan); // it is still there when one comes back
    m_window->showView(MainWindow::View::Inside);
    QVERIFY(said->isVisible());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 1);
    press(Qt::Key_Z, Qt::ControlModifier); // the answer is not there yet
    QCOMPARE(undo.count(), 1);
    m_view->showClosingFailed({ErrorCode::DiskFull, {}});
    // Also out of the search, where the focus goes when the list is empty; what was typed there is undone
    // first.
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 2);
    QTest::keyClicks(QApplication::focusWidget(), u"mau"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 2);
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->clear();
    m_view->showClosingUndone(2, 1);
    QVERIFY(!said->isVisible());
    QVERIFY2(label(u"insideTold"_s).contains(u'2') && label(u"insideTold"_s).contains(u'1'),
             qPrintable(label(u"insideTold"_s)));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 2);
    // What was done since is not it: that one is taken back elsewhere, and all of them only by the button.
    m_view->showClosed(3, true);
    table()->selectRow(0);
    table()->setFocus();
    press(Qt::Key_Return);
    press(Qt::Key_Z, Qt::ControlModifier);
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 2);
    m_view->findChild<ActionButton *>(u"closedUndo"_s)->click();
    QCOMPARE(undo.count(), 3);
    // What was typed before the closing is no reason for its key to be another.
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"mau"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    m_view->showClosed(3, true);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 4);
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->clear();
    // Whoever presses it with the keyboard goes on in the list.
    m_view->showClosed(3, true);
    auto *button = m_view->findChild<ActionButton *>(u"closedUndo"_s);
    button->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(undo.count(), 5);
    QVERIFY(table()->hasFocus());
    m_view->showClosed(1, false); // by the clock
    QVERIFY(!said->isVisible());
    QVERIFY(label(u"insideTold"_s).contains(u'1'));
    m_view->showClosed(3, true);
    m_view->forget(); // somebody else works here now
    QVERIFY(!said->isVisible());
}

void TestInsideView::closingTakesOnlyWhatIsListed()
{
    QSignalSpy closed(m_view, &InsideView::closeRequested);
    m_view->findChild<ChoiceRow *>(u"insideWhich"_s)->button(1)->click();
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(closed[0][0].value<QList<QUuid>>(), QList<QUuid>{m_rows[2].in.entry.id});
}

void TestInsideView::closingTakesOnlyWhomTheQuestionNamed()
{
    QSignalSpy closed(m_view, &InsideView::closeRequested);
    m_view->setRows(m_rows.mid(1));
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    m_view->setRows(m_rows); // one more came in meanwhile
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed[0][0].value<QList<QUuid>>(),
             (QList<QUuid>{m_rows[1].in.entry.id, m_rows[2].in.entry.id}));
    // Whoever looks at other rows asks anew.
    auto *question = m_view->findChild<QLabel *>(u"closeQuestion"_s);
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(question->isVisible());
    m_view->findChild<ChoiceRow *>(u"insideWhich"_s)->button(1)->click();
    QVERIFY(!question->isVisible());
    table()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    auto *search = m_view->findChild<QLineEdit *>(u"insideSearch"_s);
    search->setFocus();
    press(Qt::Key_Return); // of the search, not of the question
    QTest::keyClicks(search, u"ngh"_s);
    QVERIFY(!question->isVisible());
    QCOMPARE(closed.size(), 1);
}

void TestInsideView::everybodyIsPrintedWhateverIsSearchedFor()
{
    QSignalSpy wanted(m_view, &InsideView::printRequested);
    m_view->findChild<QLineEdit *>()->setText(u"khong ai"_s);
    table()->setFocus();
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<QList<InsideRow>>().size(), 3);
}

/// Before anything is printed it is said whether names stand on the list in full, and a file gets a name that
/// tells of when it was.
void TestInsideView::theDialogSaysWhatIsPrinted()
{
    QVERIFY(!m_view->findChild<ActionButton *>(u"insidePrint"_s)->toolTip().isEmpty());
    InsidePrinting printing;
    printing.ask(m_window.get(), m_rows, samples::at(10, 0));
    auto *dialog = m_window->findChild<QPrintDialog *>(u"sheetPrintDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), InsidePrinting::tr("Print who is inside, with initials"));
    QCOMPARE(dialog->printer()->docName(), InsidePrinting::tr("who-is-inside") + u"-2026-11-20-1000"_s);
    dialog->reject();
    QVERIFY(InsidePrinting::named(samples::at(10, 0), true).title != dialog->windowTitle());
}

void TestInsideView::theExpectedVisitorsHaveAKey()
{
    QSignalSpy wanted(m_view, &InsideView::expectedWanted);
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    m_view->findChild<QLineEdit *>(u"insideSearch"_s)->setFocus();
    m_window->showView(MainWindow::View::Inside);
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 2);
}

void TestInsideView::theListIsPrintedAndSaidToBe()
{
    const QTemporaryDir folder;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(folder.filePath(u"list.pdf"_s));
    press(Qt::Key_P, Qt::ControlModifier); // three are inside, whatever is listed
    InsidePrinting printing;
    connect(&printing, &InsidePrinting::printed, m_view, &InsideView::showPrinted);
    QSignalSpy done(&printing, &InsidePrinting::printed);
    printing.print(printer, m_rows, samples::at(10, 0), false);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(label(u"insideTold"_s).contains(u"list.pdf"_s));
    const QString all = u"Tất cả người đang ở trong, 3 dòng. "_s;
    QCOMPARE(label(u"insideTold"_s),
             all + InsideView::tr("Saved to %1.").arg(folder.filePath(u"list.pdf"_s)));
    m_view->showPrinted(u"HP-Quay-1"_s);
    QCOMPARE(label(u"insideTold"_s), all + InsideView::tr("Sent to %1.").arg(u"HP-Quay-1"_s));
    QVERIFY(QFileInfo(folder.filePath(u"list.pdf"_s)).size() > 1000);
}

void TestInsideView::nobodyInsideSaysSo()
{
    m_view->setRows({});
    QCOMPARE(label(u"insideEmptyTitle"_s), u"Không có ai ở trong"_s);
    QVERIFY(!m_view->findChild<ActionButton *>(u"insideClose"_s)->isEnabled());
}

void TestInsideView::aFailureIsSaid()
{
    m_view->showFailure({ErrorCode::KeyMissing, {}});
    QCOMPARE(label(u"insideEmptyTitle"_s), u"Không mở được khóa của dữ liệu cá nhân."_s);
    m_view->setRows(m_rows);
    QCOMPARE(model()->rowCount(), 3);
}

void TestInsideView::namesAreAbbreviated()
{
    for (int column = 0; column < InsideModel::ColumnCount; ++column) {
        const QString text = model()->index(0, column).data().toString();
        QVERIFY(!text.contains(samples::nghiem().name));
        QVERIFY(!text.contains(samples::nghiem().idNumber));
    }
}

void TestInsideView::theChosenOneStaysChosen()
{
    table()->selectRow(1);
    QList<InsideRow> more = m_rows;
    more.prepend(row(samples::guest(), samples::at(8, 11)));
    m_view->setRows(more);
    QCOMPARE(table()->currentIndex().row(), 2);
}

QTEST_MAIN(TestInsideView)
#include "tst_insideview.moc"
