#include "core/posters/locationlist.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

class TestLocationList : public QObject
{
    Q_OBJECT

private slots:
    void namesAreRead_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("names");
        const QStringList two{u"Cổng A"_s, u"Sảnh, tầng 2"_s};
        QTest::newRow("plain") << QByteArray("Cổng A\n\"Sảnh, tầng 2\"\n") << two;
        QTest::newRow("header") << QByteArray("name\nCổng A\n\"Sảnh, tầng 2\"") << two;
        QTest::newRow("Vietnamese header") << QByteArray("Tên\r\nCổng A\r\n\"Sảnh, tầng 2\"\r\n") << two;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFName\nCổng A\n\"Sảnh, tầng 2\"\n") << two;
        QTest::newRow("carriage returns only") << QByteArray("Cổng A\r\"Sảnh, tầng 2\"\r") << two;
        QTest::newRow("blank lines") << QByteArray("\n\nCổng A\n\n\"Sảnh, tầng 2\"\n\n\n") << two;
        QTest::newRow("one of several columns")
            << QByteArray("id,name,floor\n1,Cổng A,0\n2,\"Sảnh, tầng 2\",2\n") << two;
        QTest::newRow("quotes in quotes")
            << QByteArray("\"Phòng \"\"VIP\"\"\"\n") << QStringList{u"Phòng \"VIP\""_s};
        QTest::newRow("blanks around") << QByteArray("  Cổng A \t\n") << QStringList{u"Cổng A"_s};
    }

    void namesAreRead()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, names);
        const Result<QStringList> read = locationsFromCsv(csv);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, names);
    }

    void whatIsNoListIsRefusedWithTheLine_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << u"no names"_s;
        QTest::newRow("header only") << QByteArray("name\n") << u"no names"_s;
        QTest::newRow("other character set") << QByteArray("C\xE7ng A\n") << u"UTF-8"_s;
        QTest::newRow("open quote") << QByteArray("Cổng A\n\"Cổng B\nCổng C\n") << u"line 2"_s;
        QTest::newRow("two columns") << QByteArray("Cổng A\nCổng B,3\n") << u"line 2"_s;
        QTest::newRow("twice") << QByteArray("Cổng A\nCổng B\ncổng a\n") << u"line 3"_s;
        QTest::newRow("empty name") << QByteArray("name,floor\nCổng A,1\n,2\n") << u"line 3"_s;
        QTest::newRow("line end in a name") << QByteArray("Cổng A\n\"Cổng\nB\"\n") << u"line 2"_s;
        QTest::newRow("line after a name of two lines") << QByteArray("\"a\nb\"\n") << u"line 1"_s;
        QTest::newRow("10,000 characters") << QByteArray(10000, 'a') << u"line 1"_s;
    }

    void whatIsNoListIsRefusedWithTheLine()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, said);
        const Result<QStringList> read = locationsFromCsv(csv);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::WrongUse);
        QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
    }

    void aFileThatIsNotThereIsUnreadable()
    {
        QTemporaryDir folder;
        QCOMPARE(readLocationList(folder.filePath(u"none.csv"_s)).error().code, ErrorCode::SourceUnreadable);
        QFile file(folder.filePath(u"some.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Cổng A\n");
        file.close();
        QCOMPARE(*readLocationList(file.fileName()), QStringList{u"Cổng A"_s});
    }
};

QTEST_GUILESS_MAIN(TestLocationList)

#include "tst_locationlist.moc"
