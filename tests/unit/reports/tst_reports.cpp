#include "core/reports/csvwriter.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

static Column named(const QString &name)
{
    return {name, {}, {}};
}

class TestReports : public QObject
{
    Q_OBJECT

private slots:
    void whatASpreadsheetWouldRunIsMadeText_data();
    void whatASpreadsheetWouldRunIsMadeText();
    void everyCellIsGuardedInTheFileAsWell();
    void aFileIsWholeOrNotThere();
    void whatLayThereStaysUntilTheNewFileIsWhole();
    void numbersStayNumbers();
    void timesCarryTheirOffset();
    void theTermsLieBesideTheFile();
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
    QTest::newRow("after a separator") << u";=1"_s << u"\"';=1\""_s;
    QTest::newRow("number that is a name") << u"001090999991"_s << u"'001090999991"_s;
    QTest::newRow("phone") << u"0900000001"_s << u"'0900000001"_s;
    QTest::newRow("would be a power of ten") << u"1E5"_s << u"'1E5"_s;
    QTest::newRow("would be a day") << u"1/2"_s << u"'1/2"_s;
    QTest::newRow("number within a name") << u"Cổng 2"_s << u"Cổng 2"_s;
    QTest::newRow("stars") << u"********9991"_s << u"********9991"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestReports::whatASpreadsheetWouldRunIsMadeText()
{
    QFETCH(const QString, text);
    QTEST(CsvWriter::cell(text), "cell");
}

void TestReports::everyCellIsGuardedInTheFileAsWell()
{
    const QTemporaryDir folder;
    const QStringList letters{u"a"_s, u"Z"_s,  u"0"_s,  u"7"_s,  u"e"_s, u"="_s,      u"+"_s,
                              u"-"_s, u"@"_s,  u" "_s,  u"\""_s, u"'"_s, u","_s,      u";"_s,
                              u"|"_s, u"\t"_s, u"\r"_s, u"\n"_s, u"*"_s, u"."_s,      u"/"_s,
                              u"%"_s, u"đ"_s,  u"Ễ"_s,  u"＝"_s, u"😀"_s, u"\uFEFF"_s, QString(QChar(u'\0'))};
    QRandomGenerator random(20261121);
    CsvWriter writer(folder.filePath(u"hostile.csv"_s));
    QVERIFY(writer.begin({named(u"text"_s)}).ok());
    QByteArray expected = "\xEF\xBB\xBFtext\r\n";
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = random.bounded(9); length > 0; --length)
            text += letters[random.bounded(letters.size())];
        QVERIFY(writer.write({text}).ok());
        expected += CsvWriter::cell(text).toUtf8() + "\r\n";
    }
    QVERIFY(writer.finish().ok());
    QFile file(folder.filePath(u"hostile.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == expected);
}

void TestReports::aFileIsWholeOrNotThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"entries.csv"_s);
    {
        CsvWriter writer(path);
        QVERIFY(writer.begin({named(u"a"_s), named(u"b"_s)}).ok());
        QVERIFY(writer.write({qint64(1), u"Đỗ"_s}).ok());
        QVERIFY(!QFile::exists(path));
        QVERIFY(writer.finish().ok());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBF"
                                        "a,b\r\n1,Đỗ\r\n"));
    CsvWriter unwritable(folder.filePath(u"missing/entries.csv"_s));
    const Result<void> begun = unwritable.begin({named(u"a"_s)});
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
        QVERIFY(writer.begin({named(u"a"_s)}).ok());
        // ends without finish(), as a cancelled report does
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"entries.csv"_s});
}

void TestReports::numbersStayNumbers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"numbers.csv"_s);
    CsvWriter writer(path);
    QVERIFY(writer.begin({named(u"a"_s), named(u"b"_s), named(u"c"_s), named(u"d"_s), named(u"e"_s)}).ok());
    QVERIFY(writer.write({qint64(-5), -0.25, true, QDate(2026, 11, 20), Cell()}).ok());
    QVERIFY(writer.finish().ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBF"
                                        "a,b,c,d,e\r\n-5,-0.25,yes,2026-11-20,\r\n"));
}

void TestReports::timesCarryTheirOffset()
{
    QCOMPARE(isoTime({1'763'601'302'481, 420, false}), u"2025-11-20T08:15:02.481+07:00"_s);
    QCOMPARE(isoTime({0, -210, false}), u"1969-12-31T20:30:00.000-03:30"_s);
    QCOMPARE(isoTime({951'782'400'000, 0, false}), u"2000-02-29T00:00:00.000+00:00"_s);
}

void TestReports::theTermsLieBesideTheFile()
{
    const QTemporaryDir folder;
    CsvWriter writer(folder.filePath(u"day.csv"_s), true);
    QVERIFY(writer.begin({{u"active"_s, u"Điểm hoạt động"_s, u"Active point"_s}}).ok());
    QVERIFY(writer.write({true}).ok());
    QVERIFY(writer.finish().ok());
    QFile terms(folder.filePath(u"day.terms.csv"_s));
    QVERIFY(terms.open(QIODevice::ReadOnly));
    QVERIFY(terms.readAll().contains("active,Điểm hoạt động,Active point\r\n"));
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
