#include "core/reports/catalogue/districtreport.h"
#include "core/reports/catalogue/tracereport.h"
#include "core/reports/paperform.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/reports/summary/summaryfile.h"
#include "tests/unit/reports/reportfixture.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

using namespace reporttest;
using namespace storetest;

namespace {

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_C);
}

/// The words of a PDF, one blank between them.
QString words(const QString &pdf)
{
    return output(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}).simplified();
}

/// A cell that fits a column's name, of row `row`.
Cell cellFor(const QString &column, int row)
{
    if (column.endsWith("_at"_L1) || column == "at"_L1 || column.startsWith("overlap_from"_L1))
        return at(row);
    if (column == "day"_L1)
        return QDate(2024, 1, 1).addDays(row);
    if (column == "direction"_L1)
        return row % 2 == 0 ? u"in"_s : u"out"_s;
    if (column == "kind"_L1)
        return row == 0 ? u"visit"_s : u"contact"_s;
    if (column == "state"_L1)
        return u"closed"_s;
    if (column == "level"_L1)
        return u"all"_s;
    if (column == "name"_L1)
        return u"N. T. Nghiệm"_s;
    if (column == "visitor_id"_L1)
        return u"visitor-%1"_s.arg(row / 2);
    if (column == "reference"_L1)
        return u"VB 12/2026"_s;
    if (column.contains("location"_L1) && !column.startsWith("same"_L1) && !column.contains("locations"_L1))
        return row % 3 == 0 ? u"Cổng A"_s : u"Cổng B"_s;
    if (column == "active"_L1)
        return true;
    if (column == "minutes"_L1 || column == "overlap_minutes"_L1 || column == "people"_L1)
        return qint64(row);
    if (column.startsWith("entries"_L1) || column.startsWith("points"_L1) || column == "persons"_L1)
        return qint64(10);
    return {};
}

QList<Column> columnsOf(const QString &report)
{
    if (report == "trace"_L1)
        return TraceReport(TraceRequest()).columns();
    if (report == "rollup"_L1)
        return RollupReport({}, {}).columns();
    return makeReport(report, ReportRequest())->columns();
}

SheetHead head(SheetLanguage language = SheetLanguage::Vietnamese)
{
    SheetHead head;
    head.language = language;
    head.venue = u"Bệnh viện Thử"_s;
    head.address = u"Số 1, Phường Mẫu"_s;
    head.place = u"Cổng A"_s;
    head.madeBy = u"Lê Thị Giả Lập"_s;
    head.madeAt = at(0);
    head.fromUtcMs = QDate(2026, 11, 1).startOfDay().toMSecsSinceEpoch();
    head.toUtcMs = QDate(2026, 11, 21).startOfDay().toMSecsSinceEpoch();
    return head;
}

} // namespace

/// What reports add up to, on paper.
class TestSummary : public QObject
{
    Q_OBJECT

private slots:
    void everyReportHasASheetThatSaysWhoseItIsOfWhatTimeAndByWhom_data();
    void everyReportHasASheetThatSaysWhoseItIsOfWhatTimeAndByWhom();
    void thosePersonsCountOnceWhoPassedSeveralTimesAndWhatWasTakenBackDoesNot();
    void aLongListIsCutAndSaysSo();
    void daysOfALongTimeAreAddedUpByMonth();
    void whatCannotBeWrittenLeavesNoHalfFile();
    void thePaperFormHasTwentyNumberedRowsAndSaysWhatTheDataAreFor();

private:
    /// The sheet of so many rows, as words; empty when it was not written.
    QString sheet(const QString &report, int rows, const SheetHead &of,
                  const std::function<void(CellRow &, const QList<Column> &, int)> &change = {});

    QTemporaryDir m_folder;
};

QString TestSummary::sheet(const QString &report, int rows, const SheetHead &of,
                           const std::function<void(CellRow &, const QList<Column> &, int)> &change)
{
    const QString path = m_folder.filePath(report + u".pdf"_s);
    const auto file = makeReportFile(path, report, of);
    const QList<Column> columns = columnsOf(report);
    if (!file->begin(columns))
        return {};
    for (int row = 0; row < rows; ++row) {
        CellRow cells;
        for (const Column &column : columns)
            cells.append(cellFor(column.name, row));
        if (change)
            change(cells, columns, row);
        if (!file->write(cells))
            return {};
    }
    return file->finish() ? words(path) : QString();
}

void TestSummary::everyReportHasASheetThatSaysWhoseItIsOfWhatTimeAndByWhom_data()
{
    QTest::addColumn<QString>("report");
    for (const QString &report : reportIds() + QStringList{u"trace"_s, u"rollup"_s})
        QTest::newRow(report.toUtf8().constData()) << report;
}

void TestSummary::everyReportHasASheetThatSaysWhoseItIsOfWhatTimeAndByWhom()
{
    QFETCH(const QString, report);
    const QString vietnamese = sheet(report, 12, head());
    for (const QString &said : {u"BỆNH VIỆN THỬ"_s, u"Số 1, Phường Mẫu"_s, u"BÁO CÁO"_s,
                                u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, u"tại Cổng A"_s, u"Lê Thị Giả Lập"_s,
                                u"I. Số liệu chung"_s, u"Giải thích"_s, u"NGƯỜI LẬP BIỂU"_s, u"Trang 1"_s})
        QVERIFY2(vietnamese.contains(said), qPrintable(said + u" in "_s + vietnamese));
    const bool ofAPeriod = report != "inside"_L1 && report != "rollup"_L1;
    QCOMPARE(vietnamese.contains(u"Từ ngày 01/11/2026 đến ngày 20/11/2026"_s), ofAPeriod);
    const bool namesPersons = report != "district"_L1 && report != "rollup"_L1;
    QCOMPARE(vietnamese.contains(u"đã được che"_s), namesPersons);
    // Text stays text, and every font comes along.
    const QStringList fonts =
        output(u"pdffonts"_s, {m_folder.filePath(report + u".pdf"_s)}).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(fonts.size() > 2);
    for (const QString &font : fonts.mid(2))
        QVERIFY2(font.contains(QRegularExpression(u"yes +(yes|no) +(yes|no)"_s)), qPrintable(font));

    const QString english = sheet(report, 12, head(SheetLanguage::English));
    for (const QString &said : {u"REPORT"_s, u"I. Totals"_s, u"Terms"_s, u"MADE BY"_s, u"Page 1"_s})
        QVERIFY2(english.contains(said), qPrintable(said + u" in "_s + english));
    QVERIFY(!english.contains(u"Số liệu"_s) && !english.contains(u"Giải thích"_s));
}

void TestSummary::thosePersonsCountOnceWhoPassedSeveralTimesAndWhatWasTakenBackDoesNot()
{
    const auto change = [](CellRow &cells, const QList<Column> &columns, int row) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (row == 9 && columns[i].name == "voided_by"_L1)
                cells[i] = u"another"_s;
            if (columns[i].name == "visitor_id"_L1)
                cells[i] = u"visitor-%1"_s.arg(row % 3);
        }
    };
    const QString said = sheet(u"entries"_s, 10, head(), change);
    QVERIFY2(said.contains(u"Tổng số lượt vào và ra 9 "_s), qPrintable(said));
    QVERIFY(said.contains(u"Lượt vào 5 "_s) && said.contains(u"Lượt ra 4 "_s));
    QVERIFY(said.contains(u"Số khách khác nhau 3 "_s));
}

void TestSummary::aLongListIsCutAndSaysSo()
{
    const QString many = sheet(u"entries"_s, 500, head());
    QVERIFY2(many.contains(u"Chỉ in 30 dòng đầu trong tổng số 500 dòng"_s), qPrintable(many));
    QCOMPARE(many.count(u"N. T. Nghiệm"_s), 30);
    QVERIFY(!sheet(u"entries"_s, 20, head()).contains(u"Chỉ in"_s));
}

void TestSummary::daysOfALongTimeAreAddedUpByMonth()
{
    const QString year = sheet(u"district"_s, 366, head()); // 2024 has that many days
    QVERIFY2(year.contains(u"01/2024 31/31 310 310"_s), qPrintable(year));
    QVERIFY(year.contains(u"02/2024 29/29 290 290"_s));
    QVERIFY(year.contains(u"Lượt vào 3.660"_s));
}

void TestSummary::whatCannotBeWrittenLeavesNoHalfFile()
{
    const QString folder = m_folder.filePath(u"is-a-folder.pdf"_s);
    QVERIFY(QDir().mkpath(folder));
    for (const QString &path : {folder, u"/nonexistent/x.pdf"_s, u"/dev/full"_s}) {
        const SummarySheet empty(head(), Summary{u"Thử"_s, {}, {}, {}});
        const Result<void> written = empty.writePdf(path);
        QVERIFY2(!written && written.error().code == ErrorCode::WriteFailed, qPrintable(path));
    }
    QVERIFY(QFileInfo(folder).isDir());
}

void TestSummary::thePaperFormHasTwentyNumberedRowsAndSaysWhatTheDataAreFor()
{
    const QString path = m_folder.filePath(u"form.pdf"_s);
    VERIFY_OK(PaperForm(head()).writePdf(path));
    const QString form = words(path);
    for (const QString &said : {u"Bệnh viện Thử"_s, u"PHIẾU GHI KHÁCH VÀO RA KHI MẤT ĐIỆN"_s,
                                u"Vị trí: Cổng A"_s, u"Họ và tên"_s, u"Năm sinh"_s, u"Điện thoại"_s, u"Giờ"_s,
                                u"Vào / Ra"_s, u"Mục đích, gặp ai"_s, u"không để người khác xem"_s})
        QVERIFY2(form.contains(said), qPrintable(said + u" in "_s + form));
    for (int row = 1; row <= PaperForm::rowsOfSheet; ++row)
        QVERIFY2(form.contains(u" %1 V R"_s.arg(row)), qPrintable(form));
    QVERIFY(output(u"pdfinfo"_s, {path}).contains(QRegularExpression(u"Pages: +1\n"_s)));
    VERIFY_OK(PaperForm(head(SheetLanguage::English), 2).writePdf(path));
    QVERIFY(words(path).contains(u"VISITORS' SHEET"_s));
    QVERIFY(words(path).contains(u" 40 "_s)); // the second sheet goes on counting
}

QTEST_MAIN(TestSummary)
#include "tst_summary.moc"
