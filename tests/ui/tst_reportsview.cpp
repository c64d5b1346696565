#include "core/reports/catalogue/tracereport.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/reports/summary/sheetpages.h"
#include "core/store/entrystore.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/reportsview/columnwords.h"
#include "ui/reportsview/filenotes.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/overviewpage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/reportsview/rolluppage.h"
#include "ui/reportsview/tracepage.h"

#include <QChartView>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

Traffic fridayTraffic()
{
    Traffic traffic;
    traffic.day = QDate(2026, 11, 20);
    traffic.in[8] = 12;
    traffic.out[11] = 5;
    traffic.usual[8] = 9.5;
    traffic.usualDays = 4;
    for (int back = Traffic::shownDays - 1; back >= 0; --back)
        traffic.days.append({traffic.day.addDays(-back), back, back / 2});
    traffic.locations = {{u"Cổng A"_s, 10, 5}, {QString(), 2, 0}};
    traffic.sources = {{u"citizen-card"_s, 12, 5}};
    for (int quarter = 0; quarter < 40; ++quarter)
        traffic.presence.append(
            {traffic.day.startOfDay().toMSecsSinceEpoch() + quarter * 900'000LL, quarter > 32 ? 12 : 0});
    traffic.mostInside = 12;
    return traffic;
}

} // namespace

/// The reports as the person at the desk uses them.
class TestReportsView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_view = m_window->reportsView();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QVERIFY(m_view->isVisible());
    }
    void everyPictureHasItsFiguresAsATable();
    void withoutPassagesItSaysWhatToDo();
    void theDayIsAskedForWhenItIsOpened();
    void choosingAReportShowsItsFirstRows();
    void savingTellsReportDaysAndFile();
    void ofNothingThereIsNoReport();
    void whatOnlyProgramsReadComesLast();
    void everyColumnOfEveryReportHasWords();
    void cellsAreWordsOfTheLanguageAlsoAfterItChanges();
    void aReportThatCannotBeCountedIsSaidSo();
    void whatGoesWrongIsSaidAndSavingIsOfferedAgain();
    void picturesArePrintedBlackOnWhiteWithTheirFigures();
    void theSummaryIsPrintedAndSavedFromTheKeyboard();
    void daysAreTypedAndWrongOnesAreSaid();
    void whatWasChosenIsKept();
    void whyARowOfAFileDoesNotCountIsSaidInWordsAndWhole();
    void sumsAreWrittenAsPeopleWriteNumbers();
    void whatTakesLongShowsHowFarItIsAndStopsWithEsc();

private:
    template <typename T> T *child(const QString &name) const { return m_view->findChild<T *>(name); }
    void showFiles()
    {
        QAbstractButton *files = child<ChoiceRow>(u"reportsWhich"_s)->button(1);
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Space);
        QVERIFY(m_view->files()->isVisible());
        m_view->files()->table()->setPreview({{{u"a"_s, {}, {}}}, {CellRow{u"1"_s}}, false});
    }

    std::unique_ptr<MainWindow> m_window;
    ReportsView *m_view = nullptr;
};

void TestReportsView::everyPictureHasItsFiguresAsATable()
{
    m_view->overview()->setTraffic(fridayTraffic());
    const QList<QChartView *> pictures = m_view->overview()->findChildren<QChartView *>();
    QCOMPARE(pictures.size(), 5);
    m_view->overview()->showTables(true);
    for (const auto &[name, rows] : {std::pair{u"hours"_s, 24},
                                     {u"presence"_s, 40},
                                     {u"days"_s, 30},
                                     {u"locations"_s, 2},
                                     {u"sources"_s, 1}}) {
        auto *table = child<QTableWidget>(name + u"ChartTable"_s);
        QVERIFY2(table && table->isVisible(), qPrintable(name));
        QCOMPARE(table->rowCount(), rows);
        QVERIFY(!table->accessibleName().isEmpty());
    }
    QCOMPARE(child<QTableWidget>(u"hoursChartTable"_s)->item(8, 1)->text(), u"12"_s);
    QCOMPARE(child<QTableWidget>(u"daysChartTable"_s)->item(0, 1)->text(), u"0"_s); // the newest day first
    for (const QChartView *picture : pictures)
        QVERIFY(picture->accessibleName().size() > 10);
}

void TestReportsView::withoutPassagesItSaysWhatToDo()
{
    Traffic none;
    none.day = m_view->overview()->day();
    m_view->overview()->setTraffic(none);
    QVERIFY(child<QLabel>(u"overviewEmptyTitle"_s)->isVisible());
    m_view->overview()->showFailure({ErrorCode::DatabaseDamaged, {}});
    QVERIFY(!child<QLabel>(u"overviewEmptyTitle"_s)->text().isEmpty());
}

void TestReportsView::theDayIsAskedForWhenItIsOpened()
{
    QSignalSpy asked(m_view->overview(), &OverviewPage::dayWanted);
    QTest::keyClick(m_window.get(), Qt::Key_F2);
    m_view->refresh();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(!asked.isEmpty());
    QCOMPARE(asked[0][0].toDate(), m_view->overview()->day());
}

void TestReportsView::choosingAReportShowsItsFirstRows()
{
    QSignalSpy asked(m_view->files(), &FilesPage::previewWanted);
    showFiles();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), u"entries"_s);
    child<QListWidget>(u"reportList"_s)->setFocus();
    QTest::keyClick(child<QListWidget>(u"reportList"_s), Qt::Key_Down);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].toString(), u"visits"_s);
    m_view->files()->table()->setPreview(
        {{{u"a"_s, {}, {}}, {u"b"_s, {}, {}}}, {CellRow{u"1"_s, u"2"_s}}, true});
    QCOMPARE(child<QTableWidget>(u"reportPreview"_s)->item(0, 1)->text(), u"2"_s);
    QVERIFY(child<QTableWidget>(u"reportPreview"_s)->isVisible());
}

/// In the file the columns stay where they are.
void TestReportsView::whatOnlyProgramsReadComesLast()
{
    showFiles();
    const QUuid id = QUuid::createUuid();
    m_view->files()->table()->setPreview(
        {{{u"entry_id"_s, {}, {}}, {u"device"_s, {}, {}}, {u"corrects"_s, {}, {}}},
         {CellRow{id, u"manual"_s, Cell()}, CellRow{id, u"USB 2D"_s, Cell()}},
         false});
    const auto *table = child<QTableWidget>(u"reportPreview"_s);
    QCOMPARE(table->horizontalHeader()->visualIndex(1), 0);
    QCOMPARE(table->horizontalHeader()->visualIndex(0), 2);
    QCOMPARE(table->item(0, 1)->text(), u"Nhập tay"_s);
    QCOMPARE(table->item(1, 1)->text(), u"USB 2D"_s);
    m_view->files()->table()->setPreview(
        {{{u"a"_s, {}, {}}, {u"b"_s, {}, {}}, {u"c"_s, {}, {}}}, {CellRow{u"1"_s, u"2"_s, u"3"_s}}, false});
    for (int column = 0; column < 3; ++column)
        QCOMPARE(table->horizontalHeader()->visualIndex(column), column);
    // The figures of many days are seen before what is the same in each.
    QList<CellRow> days;
    for (qint64 day = 1; day <= 10; ++day)
        days << CellRow{qint64(1), u"VENUE-0001"_s, QDate(2026, 11, int(day)), day % 3};
    m_view->files()->table()->setPreview({{{u"form_version"_s, {}, {}},
                                           {u"venue_code"_s, {}, {}},
                                           {u"day"_s, {}, {}},
                                           {u"entries_in"_s, {}, {}}},
                                          days,
                                          false});
    QCOMPARE(table->horizontalHeader()->logicalIndex(0), 2);
    QCOMPARE(table->horizontalHeader()->logicalIndex(1), 3);
    QCOMPARE(table->horizontalHeader()->logicalIndex(2), 0);
}

void TestReportsView::everyColumnOfEveryReportHasWords()
{
    ReportRequest request;
    request.revealed = true; // with all columns
    QList<Column> columns = TraceReport(TraceRequest()).columns() + RollupReport({}, {}).columns();
    for (const QString &id : reportIds())
        columns += makeReport(id, request)->columns();
    for (const Column &column : std::as_const(columns)) {
        const QString words = columnWords(column.name);
        QVERIFY2(!words.contains(u'_') && words.front().isUpper(), qPrintable(column.name));
    }
}

void TestReportsView::cellsAreWordsOfTheLanguageAlsoAfterItChanges()
{
    showFiles();
    const QStringList names{u"direction"_s, u"source"_s,     u"at"_s,         u"estimated"_s,
                            u"state"_s,     u"sex"_s,        u"birth_date"_s, u"synced_percent"_s,
                            u"name"_s,      u"venue_kind"_s, u"id_number"_s};
    PreviewRows preview;
    for (const QString &name : names)
        preview.columns.append({name, {}, {}});
    preview.rows << CellRow{u"in"_s,           u"citizen-card"_s, samples::at(8, 5), true,
                            u"exit-missing"_s, u"female"_s,       qint64(1990),      97.5,
                            u"in"_s,           u"hospital"_s,     u"0010"_s}
                 << CellRow{u"void"_s,         u"manual"_s, samples::at(9, 0), false,  u"closed"_s, Cell(),
                            QDate(1990, 1, 5), 8.0,         u"true"_s,         Cell(), Cell()};
    m_view->files()->table()->setPreview(preview);
    auto *table = child<QTableWidget>(u"reportPreview"_s);
    const auto row = [table](int at) {
        QStringList cells;
        for (int column = 0; column < table->columnCount(); ++column)
            cells << table->item(at, column)->text();
        return cells;
    };
    const QStringList first = row(0);
    QCOMPARE(first[0], u"Vào"_s);
    QCOMPARE(first[1], u"CCCD"_s);
    QCOMPARE(first[2], u"20/11/2026 08:05:00"_s);
    QVERIFY(first[4] != u"exit-missing"_s);
    QCOMPARE(first[7], u"97,5"_s);
    QCOMPARE(first[8], u"in"_s); // a name is a name
    QCOMPARE(first[9], u"Bệnh viện, phòng khám"_s);
    table->setFocus();
    table->setCurrentCell(0, int(names.indexOf(u"synced_percent"_s)));
    QTest::keyClick(table, Qt::Key_Up, Qt::ControlModifier);
    m_window->findChild<ChoiceRow *>(u"languageChoice"_s)->button(1)->click();
    samples::settle();
    QCOMPARE(row(0),
             (QStringList{u"Voids another"_s, u"By hand"_s, u"20/11/2026 09:00:00"_s, u"No"_s, u"Left"_s,
                          QString(), u"05/01/1990"_s, u"8"_s, u"true"_s, QString(), QString()}));
    QCOMPARE(row(1),
             (QStringList{u"In"_s, u"Citizen card"_s, u"20/11/2026 08:05:00"_s, u"Yes"_s, u"Exit missing"_s,
                          u"Female"_s, u"1990"_s, u"97.5"_s, u"in"_s, u"Hospital or clinic"_s, u"0010"_s}));
    QCOMPARE(child<QLabel>(u"reportSaid"_s)->text(), u"2 rows"_s);
}

void TestReportsView::savingTellsReportDaysAndFile()
{
    showFiles();
    const QDate today(2026, 11, 20);
    m_view->setToday(today);
    QString suggested;
    m_view->files()->table()->saving.dialog = [&suggested](QWidget *, const QString &, const QString &offered,
                                                           const QString &) {
        suggested = offered;
        return u"/somewhere/report"_s;
    };
    QSignalSpy wanted(m_view->files(), &FilesPage::saveWanted);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    QVERIFY2(suggested.endsWith(u"/luot-vao-ra-2026-11-20.csv"_s), qPrintable(suggested));
    QCOMPARE(wanted[0][2].toString(), u"/somewhere/report.csv"_s);
    const auto days = wanted[0][1].value<ReportDays>();
    QCOMPARE(days.first, std::optional(today));
    QCOMPARE(days.last, std::optional(today));
    QVERIFY(child<QPushButton>(u"reportCancel"_s)->isVisible());
    m_view->files()->table()->setProgress(-1);
    m_view->files()->table()->showSaved(u"/somewhere/report.csv"_s, 7);
    QVERIFY(child<QLabel>(u"reportSaid"_s)->text().contains(u"/somewhere/report.csv"_s));
}

void TestReportsView::ofNothingThereIsNoReport()
{
    showFiles();
    QSignalSpy printed(m_view->files(), &FilesPage::printWanted);
    m_view->files()->table()->setPreview({{{u"a"_s, {}, {}}}, {}, false});
    for (const auto &name : {u"reportSave"_s, u"reportPrint"_s}) {
        const auto *button = child<ActionButton>(name);
        QVERIFY2(!button->isEnabled(), qPrintable(name));
        QVERIFY(button->whyOff().startsWith(child<QLabel>(u"reportEmptyTitle"_s)->text()));
    }
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(printed.size(), 0);
    QVERIFY(m_window->findChild<QWidget *>(u"remarkBar"_s)->isVisible()); // says why
    // Of a report that is still being looked at nobody knows.
    child<ChoiceRow>(u"reportForm"_s)->button(2)->click();
    QVERIFY(child<ActionButton>(u"reportPrint"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"reportEmptyTitle"_s)->text().isEmpty());
    // When it cannot be read, the rows of another one do not stand for it.
    m_view->files()->table()->showFailure({ErrorCode::StoreFailed, {}});
    QCOMPARE(child<QTableWidget>(u"reportPreview"_s)->rowCount(), 0);
    QVERIFY(!child<ActionButton>(u"reportSave"_s)->isEnabled());
    m_view->files()->table()->setPreview({{{u"a"_s, {}, {}}}, {CellRow{u"1"_s}}, false});
    QVERIFY(child<ActionButton>(u"reportSave"_s)->isEnabled());
}

/// The receiver leaves out what says no province or commune: that is said before the file is sent.
void TestReportsView::aReportThatCannotBeCountedIsSaidSo()
{
    showFiles();
    const QList<Column> columns{{u"province"_s, {}, {}}, {u"district"_s, {}, {}}, {u"commune"_s, {}, {}}};
    const auto said = [&](const QString &province, const QString &commune) {
        m_view->files()->setPreview({columns, {CellRow{province, QString(), commune}}, false});
        return child<QLabel>(u"reportSaid"_s)->text();
    };
    QVERIFY(!said(u"Tỉnh Mẫu"_s, u"Xã Mẫu"_s).contains(u"F10"_s)); // districts are no more
    for (const QString &words : {said({}, u"Xã Mẫu"_s), said(u"Tỉnh Mẫu"_s, {}), said({}, {})})
        QVERIFY2(words.contains(u"F10"_s), qPrintable(words));
    // Of a report that has no such column nothing is said.
    m_view->files()->setPreview({{{u"a"_s, {}, {}}}, {CellRow{u"1"_s}}, false});
    QVERIFY(!child<QLabel>(u"reportSaid"_s)->text().contains(u"F10"_s));
}

void TestReportsView::whatGoesWrongIsSaidAndSavingIsOfferedAgain()
{
    showFiles();
    m_view->files()->table()->setProgress(300);
    QVERIFY(!child<QPushButton>(u"reportSave"_s)->isEnabled());
    m_view->files()->table()->setProgress(-1);
    m_view->files()->table()->showFailure({ErrorCode::DiskFull, {}});
    QVERIFY(child<QPushButton>(u"reportSave"_s)->isEnabled());
    QVERIFY(!child<QLabel>(u"reportSaid"_s)->text().isEmpty());
}

void TestReportsView::picturesArePrintedBlackOnWhiteWithTheirFigures()
{
    applyTheme(*qApp, ThemeKind::Dark);
    m_view->overview()->setTraffic(fridayTraffic());
    const QList<ChartSheet> sheets = m_view->overview()->sheets();
    applyTheme(*qApp, ThemeKind::Light);
    QCOMPARE(sheets.size(), 5);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pictures.pdf"_s);
    SheetHead head;
    head.venue = u"Bệnh viện Thử"_s;
    head.madeAt = samples::at(12, 0);
    const Result<void> written = writeSheetPdf(
        path, {}, [&](QPagedPaintDevice *device) { return paintChartSheets(device, head, sheets); });
    QVERIFY(written.ok());
    QProcess text;
    text.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    QVERIFY(text.waitForFinished());
    const QStringList pages = QString::fromUtf8(text.readAllStandardOutput())
                                  .normalized(QString::NormalizationForm_C)
                                  .split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(pages.size(), 5);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QString words = pages[i].simplified();
        QVERIFY2(words.contains(sheets[i].title), qPrintable(words));
        QVERIFY2(words.contains(sheets[i].table.rows.last().join(u' ')), qPrintable(words));
    }
    // Black on white whatever the theme is: most of a page is white, and nothing on it has a colour.
    QVERIFY(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"40"_s, u"-f"_s, u"1"_s, u"-singlefile"_s, u"-png"_s,
                                              path, folder.filePath(u"page"_s)}) == 0);
    const QImage page(folder.filePath(u"page.png"_s));
    QVERIFY(!page.isNull());
    qint64 white = 0;
    qint64 drawn = 0; // in the upper part, where the picture is
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const QColor dot = page.pixelColor(x, y);
            QVERIFY(dot.saturation() < 20);
            white += dot.lightness() > 250;
            drawn += dot.lightness() < 100 && y > page.height() / 6 && y < page.height() / 3;
        }
    }
    QVERIFY(white > qint64(page.width()) * page.height() * 7 / 10);
    QVERIFY2(drawn > 200, qPrintable(QString::number(drawn)));
}

void TestReportsView::theSummaryIsPrintedAndSavedFromTheKeyboard()
{
    showFiles();
    QSignalSpy printed(m_view->files(), &FilesPage::printWanted);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(printed.size(), 1);
    QCOMPARE(printed[0][0].toString(), u"entries"_s);
    child<ChoiceRow>(u"reportForm"_s)->button(2)->click();
    m_view->files()->table()->saving.dialog = [](QWidget *, const QString &, const QString &offered,
                                                 const QString &) {
        return u"/somewhere/"_s + QFileInfo(offered).completeBaseName();
    };
    QSignalSpy wanted(m_view->files(), &FilesPage::saveWanted);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][2].toString().endsWith(u".pdf"_s));
    m_view->files()->table()->setProgress(-1);
    m_view->files()->table()->showPrinted(u"Máy in A"_s);
    QVERIFY(child<QLabel>(u"reportSaid"_s)->text().contains(u"Máy in A"_s));
}

void TestReportsView::daysAreTypedAndWrongOnesAreSaid()
{
    m_view->setToday(QDate(2026, 11, 20));
    showFiles();
    auto *period = child<QComboBox>(u"reportPeriod"_s);
    period->setFocus();
    QTest::keyClick(period, Qt::Key_End);
    auto *first = child<QLineEdit>(u"reportFirstDay"_s);
    auto *last = child<QLineEdit>(u"reportLastDay"_s);
    QVERIFY(first->isVisible() && last->isVisible());
    QSignalSpy asked(m_view->files(), &FilesPage::previewWanted);
    first->setText(u"1/11"_s);
    last->setText(u"15/11/2026"_s);
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Return);
    QVERIFY(!asked.isEmpty());
    const auto days = asked.last()[1].value<ReportDays>();
    QCOMPARE(days.first, std::optional(QDate(2026, 11, 1)));
    QCOMPARE(days.last, std::optional(QDate(2026, 11, 15)));
    asked.clear();
    last->setText(u"31/11/2026"_s);
    QTest::keyClick(last, Qt::Key_Return);
    QVERIFY(asked.isEmpty());
    QVERIFY(!child<QLabel>(u"reportSaid"_s)->text().isEmpty());
}

void TestReportsView::whatWasChosenIsKept()
{
    showFiles();
    child<QListWidget>(u"reportList"_s)->setCurrentRow(2);
    child<ChoiceRow>(u"reportForm"_s)->button(2)->click();
    child<QLineEdit>(u"reportBy"_s)->setText(u"Trần Thị Mẫu"_s);
    QTest::keyClick(child<QLineEdit>(u"reportBy"_s), Qt::Key_Return);
    const DeskPreferences kept = m_window->preferences();
    const auto next = samples::makeWindow(kept, {1366, 768});
    const ReportChoices choices = next->reportsView()->files()->choices();
    QCOMPARE(choices.report, u"district"_s);
    QCOMPARE(choices.form, u"pdf"_s);
    QCOMPARE(choices.madeBy, u"Trần Thị Mẫu"_s);
}

void TestReportsView::whyARowOfAFileDoesNotCountIsSaidInWordsAndWhole()
{
    const auto text = [](const QString &reason) {
        return noteText({FileNote::Broken, {}, 1, reason, reason});
    };
    QCOMPARE(text(u"active does not fit entries_in and entries_out"_s),
             u"“%1” does not fit “%2” and “%3”"_s.arg(columnWords(u"active"_s), columnWords(u"entries_in"_s),
                                                      columnWords(u"entries_out"_s)));
    QCOMPARE(text(u"venue V1 on 2026-11-20: entries_in.csv line 2 is newer"_s),
             u"venue V1 on 20/11/2026: entries_in.csv line 2 is newer"_s);
    QCOMPARE(text(u"more persons than entries"_s), u"more persons than entries"_s);
    const QString longer = u"a long reason, "_s.repeated(20);
    FileNotes notes;
    notes.setNotes({{FileNote::Broken, u"a.csv"_s, 1, u"short"_s, u"short"_s},
                    {FileNote::Broken, u"a.csv"_s, 2, longer, longer}});
    notes.resize(400, 300);
    notes.show();
    QVERIFY(notes.rowHeight(1) > 2 * notes.rowHeight(0));
    const int narrow = notes.rowHeight(1);
    notes.resize(900, 300);
    QTRY_VERIFY(notes.rowHeight(1) < narrow);
}

void TestReportsView::sumsAreWrittenAsPeopleWriteNumbers()
{
    RollupAnswer answer;
    answer.day = QDate(2026, 11, 20);
    answer.whole = {{u"persons"_s, qint64(5400)}, {u"points_active_against_mean"_s, -2.29}};
    m_view->rollup()->setAnswer(answer);
    const QString said = child<QLabel>(u"rollupHeadline"_s)->text();
    QVERIFY2(said.contains(QLocale().toString(5400)) && said.contains(u'\u2212') && !said.contains(u'-'),
             qPrintable(said));
    QVERIFY(QLocale().toString(5400) != u"5400"_s);
}

void TestReportsView::whatTakesLongShowsHowFarItIsAndStopsWithEsc()
{
    RollupPage *rollup = m_view->rollup();
    m_view->open(ReportsView::Rollup);
    QSignalSpy wanted(rollup, &RollupPage::rollupWanted);
    QSignalSpy rollupStopped(rollup, &RollupPage::cancelWanted);
    rollup->addSources({u"/somewhere"_s});
    QCOMPARE(wanted.size(), 1);
    rollup->table()->setProgress(400);
    QCOMPARE(child<QProgressBar>(u"rollupProgress"_s)->value(), 400);
    QVERIFY(!child<QPushButton>(u"rollupSave"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(rollupStopped.size(), 1);
    rollup->table()->setProgress(-1);
    rollup->showFailure({ErrorCode::Cancelled, {}});
    QVERIFY(!child<QLabel>(u"rollupSaid"_s)->text().isEmpty());
    // Nothing was added up: there is nothing to save.
    QVERIFY(!child<QPushButton>(u"rollupSave"_s)->isEnabled());

    TracePage *trace = m_view->trace();
    m_view->open(ReportsView::Trace);
    QSignalSpy traceStopped(trace, &TracePage::cancelWanted);
    trace->table()->setProgress(100);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(traceStopped.size(), 1);
}

QTEST_MAIN(TestReportsView)
#include "tst_reportsview.moc"
