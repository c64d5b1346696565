#include "tests/ui/papersamples.h"
#include "tests/ui/samples.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/picker.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/posterview/posterview.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPrinter>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// Passes as the person at the desk issues, prints and withdraws them.
class TestPassView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAVenueNothingIsIssued();
    void anEmptyListSaysWhatToDo();
    void aNameAndEnterIssueAPass();
    void blanksIssueNothing();
    void enterTwiceIssuesOnePass();
    void whoWasHereBeforeIsFoundWhileTyping();
    void anotherNameIsAnotherPerson();
    void somebodyOfAnEntryNeedsNoTyping();
    void namesAreAbbreviatedAndFoundInFull();
    void thePassJustIssuedIsChosenAndReadyToPrint();
    void onlyPassesThatCountArePrinted();
    void severalPassesGoOntoOneSheet();
    void theFileIsWholeAndNamedByItself();
    void aNameThatIsNoPdfIsSaid();
    void withdrawingOffersUndo();
    void aFailureSaysWhatWasKeptAndLetsTryAgain();
    void postersAndPassesChangeByKey();

private:
    PassView &view() { return *m_paper->passes(); }
    template <typename T> T *part(const char *name)
    {
        return view().findChild<T *>(QString::fromLatin1(name));
    }
    QString said() { return part<QLabel>("passSaid")->text(); }
    void showPasses() { view().setPasses(samples::passes(), QDate(2026, 11, 20)); }
    void answerCodes()
    {
        connect(&view(), &PassView::codesWanted, &view(), [this](const QStringList &numbers) {
            view().takeCodes(numbers, samples::signedPasses(numbers));
        });
    }

    std::unique_ptr<PaperView> m_paper;
};

void TestPassView::init()
{
    m_paper = std::make_unique<PaperView>();
    m_paper->resize(1260, 712);
    m_paper->show();
    QVERIFY(QTest::qWaitForWindowActive(m_paper.get()));
    view().setHasVenue(true);
    m_paper->showPasses();
}

void TestPassView::cleanup()
{
    m_paper.reset();
}

void TestPassView::withoutAVenueNothingIsIssued()
{
    view().setHasVenue(false);
    view().setPasses({}, QDate(2026, 11, 20));
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    part<QLineEdit>("passName")->setText(u"Mẫu"_s);
    part<ActionButton>("passIssue")->click();
    QCOMPARE(wanted.count(), 0);
    QVERIFY(part<QLabel>("passEmptyTitle")->isVisible());
}

void TestPassView::anEmptyListSaysWhatToDo()
{
    view().setPasses({}, QDate(2026, 11, 20));
    QVERIFY(part<QLabel>("passEmptyTitle")->isVisible());
    QVERIFY(!part<QLabel>("passEmptyTitle")->text().isEmpty());
}

void TestPassView::aNameAndEnterIssueAPass()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    part<Picker>("passDays")->setCurrentIndex(3);
    QCOMPARE(part<QLineEdit>("passName"), QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), u"  Le Thi  Mau "_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    const auto draft = wanted[0][0].value<PassDraft>();
    QCOMPARE(draft.visitor.name, u"Le Thi Mau"_s);
    QVERIFY(!draft.visitorId);
    QCOMPARE(wanted[0][1].toInt(), 7);
}

void TestPassView::blanksIssueNothing()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    QTest::keyClicks(part<QLineEdit>("passName"), u"   "_s);
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(!part<ActionButton>("passIssue")->isEnabled());
}

void TestPassView::enterTwiceIssuesOnePass()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    QTest::keyClicks(part<QLineEdit>("passName"), u"Mau"_s);
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    part<ActionButton>("passIssue")->click();
    QCOMPARE(wanted.count(), 1);
}

void TestPassView::whoWasHereBeforeIsFoundWhileTyping()
{
    QSignalSpy asked(&view(), &PassView::visitorsWanted);
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    auto *name = part<QLineEdit>("passName");
    QTest::keyClicks(name, u"nghi"_s);
    QTRY_COMPARE(asked.count(), 1);
    const QUuid id = QUuid::createUuid();
    view().setHits(u"nghi"_s,
                   {{QUuid::createUuid(), samples::mau(), {}, {}, {}}, {id, samples::nghiem(), {}, {}, {}}});
    auto *hits = part<QListWidget>("passHits");
    QVERIFY(hits->isVisible());
    QVERIFY(!hits->item(1)->text().contains(samples::nghiem().name)); // abbreviated
    QTest::keyClick(name, Qt::Key_Down);
    QTest::keyClick(name, Qt::Key_Down);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!hits->isVisible());
    QCOMPARE(wanted.count(), 0); // Enter took the person
    QTest::keyClick(part<ActionButton>("passIssue"), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    const auto draft = wanted[0][0].value<PassDraft>();
    QCOMPARE(draft.visitorId, std::optional(id));
    QVERIFY(draft.visitor.name.isEmpty()); // the record's own name stays
}

void TestPassView::anotherNameIsAnotherPerson()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    view().beginFor(QUuid::createUuid(), samples::mau());
    auto *name = part<QLineEdit>("passName");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Do Van Sai"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!wanted[0][0].value<PassDraft>().visitorId);
    QCOMPARE(wanted[0][0].value<PassDraft>().visitor.name, u"Do Van Sai"_s);
}

void TestPassView::somebodyOfAnEntryNeedsNoTyping()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    const QUuid id = QUuid::createUuid();
    view().beginFor(id, samples::nghiem());
    QCOMPARE(part<ActionButton>("passIssue"), QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<PassDraft>().visitorId, std::optional(id));
    // Somebody whose name nobody knows gets the one that is typed, and stays who they are.
    view().takeIssued(Error{ErrorCode::DiskFull, {}});
    view().beginFor(id, VisitorData());
    QTest::keyClicks(QApplication::focusWidget(), u"Mau"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted[1][0].value<PassDraft>().visitorId, std::optional(id));
    QCOMPARE(wanted[1][0].value<PassDraft>().visitor.name, u"Mau"_s);
}

void TestPassView::namesAreAbbreviatedAndFoundInFull()
{
    showPasses();
    const QAbstractItemModel *model = part<QTableView>("passTable")->model();
    QCOMPARE(model->rowCount(), 5);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(!model->index(row, 1).data().toString().contains(u"Nguyễn"_s));
    QTest::keyClicks(part<QLineEdit>("passSearch"), u"nguyen"_s);
    QVERIFY(model->rowCount() > 0 && model->rowCount() < 5);
    part<QLineEdit>("passSearch")->setText(u"k2d6"_s);
    QCOMPARE(model->rowCount(), 1);
    part<QLineEdit>("passSearch")->setText(u"nobody of this name"_s);
    QVERIFY(part<QLabel>("passEmptyTitle")->isVisible());
    part<QLineEdit>("passSearch")->setFocus();
    QTest::keyClick(part<QLineEdit>("passSearch"), Qt::Key_Escape);
    QCOMPARE(model->rowCount(), 5);
}

void TestPassView::thePassJustIssuedIsChosenAndReadyToPrint()
{
    answerCodes();
    QSignalSpy fetched(&view(), &PassView::passesWanted);
    QTest::keyClicks(part<QLineEdit>("passName"), u"Mau"_s);
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    view().takeIssued(samples::signedPasses({u"NN9TXMJS2M"_s})->first());
    QCOMPARE(fetched.count(), 1);
    showPasses();
    QVERIFY(part<QLineEdit>("passName")->text().isEmpty());
    QVERIFY(part<ActionButton>("passPrint")->isEnabled());
    const auto rows = part<QTableView>("passTable")->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].data().toString(), u"NN9TXMJS2M"_s);
}

void TestPassView::onlyPassesThatCountArePrinted()
{
    answerCodes();
    showPasses();
    auto *table = part<QTableView>("passTable");
    table->selectRow(0);
    QVERIFY(part<ActionButton>("passPrint")->isEnabled());
    table->selectRow(2); // of another desk, which alone knows the name
    QVERIFY(!part<ActionButton>("passPrint")->isEnabled());
    table->selectRow(3); // withdrawn
    QVERIFY(!part<ActionButton>("passPrint")->isEnabled());
    QVERIFY(!part<ActionButton>("passRevoke")->isEnabled());
    table->selectRow(4); // expired
    QVERIFY(!part<ActionButton>("passPrint")->isEnabled());
    QVERIFY(!part<ActionButton>("passSave")->isEnabled());
}

void TestPassView::severalPassesGoOntoOneSheet()
{
    answerCodes();
    showPasses();
    auto *table = part<QTableView>("passTable");
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!part<ActionButton>("passRevoke")->isEnabled());
    QVERIFY(!part<QLabel>("passUndoWords")->text().isEmpty()); // why
    part<ChoiceRow>("passLayout")->button(1)->click();
    QSizeF paper;
    int sheets = 0;
    view().askPrinter = [&](QWidget *, const QSizeF &size, int count, const auto &) {
        paper = size;
        sheets = count;
    };
    QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(paper, QSizeF(210, 297));
    QCOMPARE(sheets, 1);
    part<ChoiceRow>("passLayout")->button(0)->click();
    QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(sheets, 2);
    QCOMPARE(paper, passLabelMm);
}

void TestPassView::theFileIsWholeAndNamedByItself()
{
    QTemporaryDir folder;
    answerCodes();
    showPasses();
    part<QTableView>("passTable")->selectRow(1);
    QString suggested;
    view().saving.dialog = [&](QWidget *, const QString &, const QString &name, const QString &) {
        suggested = name;
        return folder.filePath(u"pass"_s); // without an ending
    };
    part<ActionButton>("passSave")->click();
    QVERIFY(QFileInfo(suggested).fileName().startsWith(u"N1ZA3SX0WW"_s));
    // A dialog that is told no folder opens wherever another one was last.
    QVERIFY(QFileInfo(suggested).isAbsolute());
    QVERIFY(QFileInfo(suggested).dir().exists());
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"pass.pdf"_s), 20'000);
    QFile file(folder.filePath(u"pass.pdf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
    view().saving.dialog = [&](QWidget *, const QString &, const QString &name, const QString &) {
        suggested = name;
        return u"/dev/full/pass.pdf"_s;
    };
    part<ActionButton>("passSave")->click();
    QCOMPARE(QFileInfo(suggested).absolutePath(), folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(!said().contains(u"pass.pdf"_s), 20'000);
    QVERIFY(part<ActionButton>("passSave")->isEnabled());
}

void TestPassView::aNameThatIsNoPdfIsSaid()
{
    answerCodes();
    showPasses();
    part<QTableView>("passTable")->selectRow(0);
    view().saving.dialog = [](auto...) { return u"/tmp/pass.png"_s; };
    part<ActionButton>("passSave")->click();
    QVERIFY(said().contains(u".pdf"_s));
}

void TestPassView::withdrawingOffersUndo()
{
    showPasses();
    QSignalSpy revoked(&view(), &PassView::revokeWanted);
    QSignalSpy restored(&view(), &PassView::restoreWanted);
    auto *table = part<QTableView>("passTable");
    QVERIFY(!part<ActionButton>("passUndo")->isVisible());
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(revoked.count(), 1);
    QCOMPARE(revoked[0][0].toString(), u"NN9TXMJS2M"_s);
    QVERIFY(part<ActionButton>("passUndo")->isVisible());
    QVERIFY(part<QLabel>("passUndoWords")->text().contains(u"NN9TXMJS2M"_s));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored[0][0].toString(), u"NN9TXMJS2M"_s);
    QVERIFY(!part<ActionButton>("passUndo")->isVisible());
}

void TestPassView::aFailureSaysWhatWasKeptAndLetsTryAgain()
{
    QSignalSpy wanted(&view(), &PassView::issueWanted);
    QTest::keyClicks(part<QLineEdit>("passName"), u"Mau"_s);
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    view().takeIssued(Error{ErrorCode::DiskFull, {}});
    QVERIFY(!said().isEmpty());
    QCOMPARE(part<QLineEdit>("passName")->text(), u"Mau"_s); // what was typed is not lost
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_Return);
    QCOMPARE(wanted.count(), 2);
    view().takeIssued(Error{ErrorCode::WrongUse, {}});
    QVERIFY(said().contains(u"name"_s));
}

void TestPassView::postersAndPassesChangeByKey()
{
    QVERIFY(m_paper->showsPasses());
    QTest::keyClick(part<QLineEdit>("passName"), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!m_paper->showsPasses());
    QVERIFY(m_paper->posters()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(m_paper->showsPasses());
}

QTEST_MAIN(TestPassView)
#include "tst_passview.moc"
