#include "tests/flow/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// Posters from the command line, without a display.
class TestPoster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const Run venue = desk({u"venue"_s, u"set"_s, u"--name"_s, u"Bệnh viện Đa khoa Thử Nghiệm"_s,
                                u"--category"_s, u"hospital"_s, u"--province"_s, u"Hà Nội"_s, u"--commune"_s,
                                u"Phường Mẫu"_s, u"--street"_s, u"Số 1 Phố Giả Định"_s, u"--contact"_s,
                                u"Nguyễn Thử Nghiệm"_s, u"--phone"_s, u"0900000001"_s});
        QVERIFY2(venue.exitCode == 0, venue.complaints.constData());
        QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 0);
        QCOMPARE(desk({u"location"_s, u"add"_s, u"Sảnh tầng 2"_s}).exitCode, 0);
    }

    void aPosterOfAPlaceReadsAsTheVenuesCode()
    {
        const QString file = path(u"gate.png"_s);
        const Run run = poster({u"--location"_s, u"cổng a"_s, u"--dpi"_s, u"150"_s, u"-o"_s, file});
        QVERIFY2(run.exitCode == 0, run.complaints.constData());
        QVERIFY(run.output.contains("Cổng A"));
        const Run read = runProgram({u"read"_s, u"--json"_s, file});
        QCOMPARE(read.objects().size(), 1);
        QCOMPARE(read.objects().first().value(u"format"_s).toString(), u"venue-code"_s);
    }

    void thePosterThatHangsIsPrintedAgainUnlessItIsToBeRenewed()
    {
        const QStringList arguments{u"--location"_s, u"Sảnh tầng 2"_s, u"-o"_s, path(u"again.svg"_s)};
        const QByteArray first = poster(arguments).lines().value(0);
        const QByteArray second = poster(arguments).lines().value(0);
        QCOMPARE(second.left(7), first.left(7));
        QVERIFY(second.contains("again"));
        const QByteArray renewed = poster(arguments + QStringList{u"--renew"_s}).lines().value(0);
        QVERIFY(renewed.left(7) != first.left(7));
        QVERIFY(renewed.contains("version 2"));
    }

    void allPlacesGoIntoOneFileInEveryLayout_data()
    {
        QTest::addColumn<QString>("layout");
        for (const auto &layout : {u"a4"_s, u"a5"_s, u"a4x2"_s, u"a4x4"_s, u"sticker"_s, u"door"_s})
            QTest::addRow("%s", qPrintable(layout)) << layout;
    }

    void allPlacesGoIntoOneFileInEveryLayout()
    {
        QFETCH(QString, layout);
        const QString file = path(layout + u".pdf"_s);
        const Run run = poster({u"--all"_s, u"--layout"_s, layout, u"--orientation"_s, u"landscape"_s,
                                u"--language"_s, u"vi"_s, u"-o"_s, file});
        QVERIFY2(run.exitCode == 0, run.complaints.constData());
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
        // Fifteen centimetres are advised on a wall.
        QCOMPARE(run.complaints.contains("150 mm"), layout != "a4"_L1);
    }

    void aListAddsItsPlacesAndEachGetsAFile()
    {
        QFile list(path(u"places.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("name\r\nCổng B\r\n\"Thang máy, tầng 3\"\r\nCổng A\r\n");
        list.close();
        const Run run = poster({u"--list"_s, list.fileName(), u"--each"_s, u"--layout"_s, u"a5"_s, u"-o"_s,
                                path(u"places.pdf"_s)});
        QVERIFY2(run.exitCode == 0, run.complaints.constData());
        QCOMPARE(QDir(m_folder.path()).entryList({u"places-*.pdf"_s}).size(), 3);
        QVERIFY(desk({u"location"_s, u"list"_s}).output.contains("Thang máy, tầng 3"));
    }

    void whatIsWrongIsSaidAndNoFileIsLeft_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString out = path(u"wrong.pdf"_s);
        QTest::newRow("layout") << QStringList{u"--layout"_s, u"a3"_s, u"-o"_s, out} << 2;
        QTest::newRow("language") << QStringList{u"--language"_s, u"fr"_s, u"-o"_s, out} << 2;
        QTest::newRow("resolution") << QStringList{u"--dpi"_s, u"9999"_s, u"-o"_s, out} << 2;
        QTest::newRow("no file") << QStringList{u"--all"_s} << 2;
        QTest::newRow("ending") << QStringList{u"-o"_s, path(u"wrong.docx"_s)} << 2;
        QTest::newRow("both") << QStringList{u"--all"_s, u"--location"_s, u"Cổng A"_s, u"-o"_s, out} << 2;
        QTest::newRow("place") << QStringList{u"--location"_s, u"Cổng Z"_s, u"-o"_s, out} << 4;
        QTest::newRow("list") << QStringList{u"--list"_s, path(u"none.csv"_s), u"-o"_s, out} << 3;
        QTest::newRow("folder") << QStringList{u"--all"_s, u"-o"_s, path(u"missing/wrong.pdf"_s)} << 4;
    }

    void whatIsWrongIsSaidAndNoFileIsLeft()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Run run = poster(arguments);
        QVERIFY2(run.exitCode == exitCode, run.complaints.constData());
        QVERIFY(!run.complaints.isEmpty());
        QVERIFY(QDir(m_folder.path()).entryList({u"wrong*"_s}).isEmpty());
    }

    void withoutAVenueThereIsNoPoster()
    {
        const QTemporaryDir empty;
        const Run run = runProgram({u"--data"_s, empty.path(), u"poster"_s, u"-o"_s, path(u"wrong.pdf"_s)});
        QCOMPARE(run.exitCode, 4);
        QVERIFY(run.complaints.contains("venue"));
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Run desk(const QStringList &arguments) const
    {
        return runProgram(QStringList{u"--data"_s, path(u"data"_s)} + arguments);
    }
    Run poster(const QStringList &arguments) const { return desk(QStringList{u"poster"_s} + arguments); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPoster)

#include "tst_poster.moc"
