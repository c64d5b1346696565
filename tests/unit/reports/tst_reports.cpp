#include "core/reports/catalogue/entriesreport.h"
#include "core/reports/csvwriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

class TestReports : public QObject
{
    Q_OBJECT

private slots:
    void whatASpreadsheetWouldRunIsMadeText_data();
    void whatASpreadsheetWouldRunIsMadeText();
    void aFileIsWholeOrNotThere();
    void whatLayThereStaysUntilTheNewFileIsWhole();
    void maskedLinesHoldNoNumberNameOrAddress();
    void timesCarryTheirOffset();
    void everyLineHasAsManyCellsAsTheHeader();
};

void TestReports::whatASpreadsheetWouldRunIsMadeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("formula") << u"=HYPERLINK(\"x\")"_s << u"\"'=HYPERLINK(\"\"x\"\")\""_s;
    QTest::newRow("plus") << u"+cmd"_s << u"'+cmd"_s;
    QTest::newRow("minus") << u"-2+3"_s << u"'-2+3"_s;
    QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("after a blank") << u" =1"_s << u"' =1"_s;
    QTest::newRow("after a quote") << u"\"=1"_s << u"\"'\"\"=1\""_s;
    QTest::newRow("full width") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("separator") << u"Số 1, Hà Nội"_s << u"\"Số 1, Hà Nội\""_s;
    QTest::newRow("name") << u"Nguyễn Thử Nghiệm"_s << u"Nguyễn Thử Nghiệm"_s;
    QTest::newRow("number that is a name") << u"001090999991"_s << u"001090999991"_s;
    QTest::newRow("stars") << u"********9991"_s << u"********9991"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestReports::whatASpreadsheetWouldRunIsMadeText()
{
    QFETCH(const QString, text);
    QTEST(CsvWriter::cell(text), "cell");
}

void TestReports::aFileIsWholeOrNotThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"entries.csv"_s);
    {
        CsvWriter writer(path);
        QVERIFY(writer.begin({u"a"_s, u"b"_s}).ok());
        QVERIFY(writer.write({u"1"_s, u"Đỗ"_s}).ok());
        QVERIFY(!QFile::exists(path));
        QVERIFY(writer.finish().ok());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBF"
                                        "a,b\r\n1,Đỗ\r\n"));
    CsvWriter unwritable(folder.filePath(u"missing/entries.csv"_s));
    const Result<void> begun = unwritable.begin({u"a"_s});
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::WriteFailed);
}

void TestReports::whatLayThereStaysUntilTheNewFileIsWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"entries.csv"_s);
    {
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    {
        CsvWriter writer(path);
        QVERIFY(writer.begin({u"a"_s}).ok());
        // ends without finish(), as a cancelled report does
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"entries.csv"_s});
}

void TestReports::maskedLinesHoldNoNumberNameOrAddress()
{
    EntryRow row;
    row.visitor.name = u"Nguyễn Thử Nghiệm"_s;
    row.visitor.idNumber = u"001090999991"_s;
    row.visitor.address = u"Số 1 Phố Giả Định"_s;
    row.visitor.phone = u"+84900000001"_s;
    const QString line = EntriesReport(false).line(row).join(u'|');
    for (const QString &secret :
         {row.visitor.name, row.visitor.idNumber, row.visitor.address, row.visitor.phone})
        QVERIFY2(!line.contains(secret), qPrintable(line));
    QVERIFY(line.contains(u"N. T. Nghiệm"_s));
    const QString revealed = EntriesReport(true).line(row).join(u'|');
    for (const QString &fact :
         {row.visitor.name, row.visitor.idNumber, row.visitor.address, row.visitor.phone})
        QVERIFY2(revealed.contains(fact), qPrintable(revealed));
}

void TestReports::timesCarryTheirOffset()
{
    QCOMPARE(isoTime({1'763'601'302'481, 420, false}), u"2025-11-20T08:15:02.481+07:00"_s);
}

void TestReports::everyLineHasAsManyCellsAsTheHeader()
{
    for (const bool revealed : {false, true})
        QCOMPARE(EntriesReport(revealed).line({}).size(), EntriesReport(revealed).header().size());
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
