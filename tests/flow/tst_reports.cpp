#include "tests/flow/program.h"
#include "tests/support/scenerenderer.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The part of a JPEG file that says when it was taken: a TIFF with DateTimeOriginal and the offset from UTC.
QByteArray exifSegment(const QByteArray &time, const QByteArray &offset)
{
    QByteArray tiff;
    const auto number = [&tiff](quint32 value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            tiff.append(char(value >> (8 * i)));
    };
    const auto field = [&](quint32 tag, quint32 type, quint32 count, quint32 value) {
        number(tag, 2);
        number(type, 2);
        number(count, 4);
        number(value, 4);
    };
    tiff.append("II*\0", 4);
    number(8, 4);
    number(1, 2);
    field(0x8769, 4, 1, 26); // where the camera's part begins
    number(0, 4);
    number(offset.isEmpty() ? 1 : 2, 2);
    const quint32 texts = 26 + 2 + (offset.isEmpty() ? 12 : 24) + 4;
    field(0x9003, 2, quint32(time.size()) + 1, texts);
    if (!offset.isEmpty())
        field(0x9011, 2, quint32(offset.size()) + 1, texts + quint32(time.size()) + 1);
    number(0, 4);
    tiff += time + '\0' + offset + '\0';
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = quint16(body.size() + 2);
    return QByteArray("\xFF\xE1") + char(length >> 8) + char(length & 0xFF) + body;
}

bool writePhoto(const QString &path, const QByteArray &payload, const QByteArray &time,
                const QByteArray &offset)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    renderScene(QSize(1280, 720), payload, 5).save(&buffer, "JPG", 92);
    if (!time.isEmpty())
        jpeg.insert(2, exifSegment(time, offset));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(jpeg) == jpeg.size();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Reports and imports as offices use them: from the command line.
class TestReportCommands : public QObject
{
    Q_OBJECT

private slots:
    void wrongUseIsExit2_data();
    void wrongUseIsExit2();
    void everyReportIsWrittenAsCsvAndAsAWorkbook();
    void everyReportIsSummarisedOnPaper();
    void aVenuesReportGoesIntoTheDistrictsSum();
    void aTraceFindsByCodeNumberAndNameAndNeedsAReason();
    void photosBecomeLateEntriesAtTheTimeTheyWereTakenOnce();
    void paperBecomesLateEntriesOnce();
    void whoIsInsideIsPrintedByLocationWithABoxForEverybody();
    void aReportThatCannotBeWrittenIsExit4();
};

void TestReportCommands::wrongUseIsExit2_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList trace{u"report"_s, u"trace"_s, u"--name"_s, u"x"_s, u"-o"_s, u"x.csv"_s};
    QTest::newRow("no report") << QStringList{u"report"_s};
    QTest::newRow("unknown report") << QStringList{u"report"_s, u"everything"_s, u"-o"_s, u"x.csv"_s};
    QTest::newRow("no file") << QStringList{u"report"_s, u"entries"_s};
    QTest::newRow("unknown form") << QStringList{u"report"_s, u"entries"_s, u"-o"_s, u"x.doc"_s};
    QTest::newRow("no day") << QStringList{u"report"_s, u"entries"_s, u"--from"_s,
                                           u"x"_s,      u"-o"_s,      u"x.csv"_s};
    QTest::newRow("period upside down")
        << QStringList{u"report"_s, u"entries"_s,    u"--from"_s, u"2026-11-02"_s,
                       u"--to"_s,   u"2026-11-01"_s, u"-o"_s,     u"x.csv"_s};
    QTest::newRow("trace without a reason")
        << trace + QStringList{u"--from"_s,     u"2026-11-01"_s,  u"--to"_s,
                               u"2026-11-02"_s, u"--reference"_s, u"1"_s};
    QTest::newRow("trace without a period")
        << trace + QStringList{u"--reference"_s, u"1"_s, u"--reason"_s, u"x"_s};
    QTest::newRow("rollup of nothing") << QStringList{u"report"_s, u"rollup"_s, u"-o"_s, u"x.csv"_s};
    QTest::newRow("import of nothing") << QStringList{u"import"_s};
    QTest::newRow("import of no folder") << QStringList{u"import"_s, u"photos"_s};
}

void TestReportCommands::wrongUseIsExit2()
{
    QFETCH(const QStringList, arguments);
    const QTemporaryDir data;
    const Run run = runProgram(arguments + QStringList{u"--data"_s, data.path()});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.complaints.isEmpty());
}

void TestReportCommands::everyReportIsWrittenAsCsvAndAsAWorkbook()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem + '\n' + cardOfMau);
    runProgram({u"venue"_s, u"set"_s, u"--data"_s, data.path(), u"--name"_s, u"Bệnh viện Thử"_s,
                u"--category"_s, u"hospital"_s, u"--province"_s, u"Hà Nội"_s, u"--commune"_s, u"Phường Mẫu"_s,
                u"--street"_s, u"Số 1"_s, u"--contact"_s, u"Lê Thị Giả Lập"_s, u"--phone"_s,
                u"0900000003"_s});
    for (const QString &name : {u"entries"_s, u"visits"_s, u"district"_s, u"inside"_s}) {
        const QString csv = data.filePath(name + u".csv"_s);
        const QString book = data.filePath(name + u".xlsx"_s);
        QCOMPARE(runProgram({u"report"_s, name, u"--data"_s, data.path(), u"-o"_s, csv}).exitCode, 0);
        QCOMPARE(runProgram({u"report"_s, name, u"--data"_s, data.path(), u"-o"_s, book}).exitCode, 0);
        QCOMPARE(read(csv).count("\r\n"), name == "district"_L1 ? 2 : 3);
        QVERIFY(!read(csv).contains("Nguyễn Thử Nghiệm") && !read(csv).contains("001090999991"));
        QVERIFY(QFile::exists(data.filePath(name + u".terms.csv"_s)));
        QVERIFY(read(book).startsWith("PK"));
    }
    const QString revealed = data.filePath(u"revealed.csv"_s);
    QCOMPARE(
        runProgram({u"report"_s, u"entries"_s, u"--data"_s, data.path(), u"--reveal"_s, u"-o"_s, revealed})
            .exitCode,
        0);
    QVERIFY(read(revealed).contains(",'001090999991,"));
}

void TestReportCommands::everyReportIsSummarisedOnPaper()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem + '\n' + cardOfMau);
    runProgram({u"venue"_s, u"set"_s, u"--data"_s, data.path(), u"--name"_s, u"Bệnh viện Thử"_s,
                u"--category"_s, u"hospital"_s, u"--province"_s, u"Hà Nội"_s, u"--commune"_s, u"Phường Mẫu"_s,
                u"--street"_s, u"Số 1"_s, u"--contact"_s, u"Lê Thị Giả Lập"_s, u"--phone"_s,
                u"0900000003"_s});
    const auto printed = [&data](const QStringList &report, const QString &name) {
        const QString pdf = data.filePath(name);
        const Run run = runProgram(QStringList{u"report"_s} + report + QStringList{u"-o"_s, pdf});
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        text.waitForFinished();
        return run.exitCode == 0
                   ? QString::fromUtf8(text.readAllStandardOutput()).normalized(QString::NormalizationForm_C)
                   : QString::fromUtf8(run.complaints);
    };
    const QStringList folder{u"--data"_s, data.path()};
    const QString entries =
        printed(QStringList{u"entries"_s, u"--by"_s, u"Lê Thị Giả Lập"_s} + folder, u"e.pdf"_s);
    QVERIFY2(entries.contains(u"BỆNH VIỆN THỬ"_s) && entries.contains(u"Lê Thị Giả Lập"_s),
             qPrintable(entries));
    QVERIFY(entries.contains(u"N. T. Nghiệm"_s) && !entries.contains(u"Nguyễn Thử Nghiệm"_s));
    QVERIFY(printed(QStringList{u"entries"_s, u"--reveal"_s} + folder, u"r.pdf"_s)
                .contains(u"Nguyễn Thử Nghiệm"_s));
    QVERIFY(printed(QStringList{u"visits"_s, u"--language"_s, u"en"_s} + folder, u"v.pdf"_s)
                .contains(u"REPORT OF VISITS"_s));
    QVERIFY(printed(QStringList{u"inside"_s, u"--summary"_s} + folder, u"i.pdf"_s)
                .contains(u"BÁO CÁO NGƯỜI ĐANG Ở TRONG"_s));
    QCOMPARE(runProgram(QStringList{u"report"_s, u"district"_s, u"-o"_s, data.filePath(u"v.csv"_s)} + folder)
                 .exitCode,
             0);
    const QString sum = printed({u"rollup"_s, data.filePath(u"v.csv"_s)}, u"sum.pdf"_s);
    QVERIFY2(sum.contains(u"Phường Mẫu, Hà Nội"_s), qPrintable(sum));
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString trace =
        printed(QStringList{u"trace"_s, u"--code"_s, u"001090999991"_s, u"--from"_s, today, u"--to"_s, today,
                            u"--minutes"_s, u"0"_s, u"--margin"_s, u"10"_s, u"--reference"_s, u"VB 12/2026"_s,
                            u"--reason"_s, u"xác minh"_s} +
                    folder,
                u"t.pdf"_s);
    QVERIFY2(trace.contains(u"VB 12/2026"_s) && trace.contains(u"T. T. Mẫu"_s), qPrintable(trace));
    QCOMPARE(runProgram(QStringList{u"report"_s, u"entries"_s, u"-o"_s, u"/nonexistent/x.pdf"_s} + folder)
                 .exitCode,
             4);
}

void TestReportCommands::aVenuesReportGoesIntoTheDistrictsSum()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    runProgram({u"venue"_s, u"set"_s, u"--data"_s, data.path(), u"--name"_s, u"Bệnh viện Thử"_s,
                u"--category"_s, u"hospital"_s, u"--province"_s, u"Hà Nội"_s, u"--commune"_s, u"Phường Mẫu"_s,
                u"--street"_s, u"Số 1"_s, u"--contact"_s, u"Lê Thị Giả Lập"_s, u"--phone"_s,
                u"0900000003"_s});
    const QDir folder(data.filePath(u"received"_s));
    QVERIFY(folder.mkpath(u"."_s));
    QCOMPARE(runProgram(
                 {u"report"_s, u"district"_s, u"--data"_s, data.path(), u"-o"_s, folder.filePath(u"v.csv"_s)})
                 .exitCode,
             0);
    const QString sum = data.filePath(u"sum.csv"_s);
    QCOMPARE(runProgram({u"report"_s, u"rollup"_s, folder.path(), u"-o"_s, sum}).exitCode, 0);
    QVERIFY(read(sum).contains("Hà Nội,,Phường Mẫu,1,1,1,"));
    QVERIFY(!QFile::exists(data.filePath(u"sum.notes.csv"_s)));

    QVERIFY(write(folder.filePath(u"broken.csv"_s), "a,b\r\n"));
    const Run broken = runProgram({u"report"_s, u"rollup"_s, folder.path(), u"-o"_s, sum});
    QCOMPARE(broken.exitCode, 3);
    QVERIFY(broken.complaints.contains("broken.csv:1: "));
    QVERIFY(read(data.filePath(u"sum.notes.csv"_s)).contains("broken.csv,1,broken,"));
    QVERIFY(read(sum).contains("Hà Nội,,Phường Mẫu,1,1,1,"));
}

void TestReportCommands::aTraceFindsByCodeNumberAndNameAndNeedsAReason()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s},
               cardOfNghiem + '\n' + qrOfMau + '\n' + cardOfLap);
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString csv = data.filePath(u"trace.csv"_s);
    const QStringList rest{
        u"--data"_s,     data.path(),   u"--from"_s,  today,         u"--to"_s, today, u"--minutes"_s,
        u"0"_s,          u"--margin"_s, u"10"_s,      u"--reveal"_s, u"-o"_s,   csv,   u"--reference"_s,
        u"VB 12/2026"_s, u"--reason"_s, u"xác minh"_s};
    const QList<std::pair<QStringList, QByteArray>> ways{
        {{u"--name"_s, u"nguyen thu nghiem"_s}, {}},
        {{u"--code"_s, u"001090999991"_s}, {}},
        {{u"--code"_s, u"-"_s}, cardOfNghiem},
        {{u"--code"_s, u"010000001"_s}, {}}, // the card before
    };
    for (const auto &[way, input] : ways) {
        QFile::remove(csv);
        const Run run = runProgram(QStringList{u"report"_s, u"trace"_s} + way + rest, input);
        QVERIFY2(run.exitCode == 0, run.complaints.constData());
        const QList<QByteArray> lines = read(csv).split('\n');
        QVERIFY(lines.value(1).contains(",visit,1,") && lines.value(1).contains("Nguyễn Thử Nghiệm"));
        QCOMPARE(read(csv).count(",contact,1,"), 2);
    }
    QCOMPARE(runProgram(QStringList{u"report"_s, u"trace"_s, u"--name"_s, u"khong ai"_s} + rest).exitCode, 4);
}

void TestReportCommands::photosBecomeLateEntriesAtTheTimeTheyWereTakenOnce()
{
    const QTemporaryDir data;
    const QTemporaryDir photos;
    QVERIFY(writePhoto(photos.filePath(u"1.jpg"_s), cardOfNghiem, "2026:03:02 08:15:00", "+07:00"));
    QVERIFY(writePhoto(photos.filePath(u"2.jpg"_s), cardOfNghiem, "2026:03:02 09:45:00", "+07:00"));
    QVERIFY(writePhoto(photos.filePath(u"0.jpg"_s), cardOfMau, "2026:03:02 08:20:00", {}));
    QVERIFY(writePhoto(photos.filePath(u"no-time.jpg"_s), cardOfLap, {}, {}));
    QVERIFY(write(photos.filePath(u"note.txt"_s), "no photo"));
    const QStringList import{u"import"_s, u"photos"_s,     photos.path(), u"--data"_s,
                             data.path(), u"--location"_s, u"Cổng A"_s};
    const Run first = runProgram(import);
    QCOMPARE(first.exitCode, 4); // two files were left out
    QVERIFY2(first.output.contains("3 late entries recorded, 0 known already, 2 left out"),
             first.output.constData());
    QVERIFY(first.complaints.contains("no-time.jpg") && first.complaints.contains("note.txt"));
    const QString csv = data.filePath(u"visits.csv"_s);
    runProgram({u"report"_s, u"visits"_s, u"--data"_s, data.path(), u"-o"_s, csv});
    const QByteArray visits = read(csv);
    QVERIFY2(visits.contains("2026-03-02T08:15:00.000+07:00,2026-03-02T09:45:00.000+07:00,90,closed,Cổng A"),
             visits.constData());
    QVERIFY(visits.contains(",yes,0,0,")); // late
    QCOMPARE(visits.count("\r\n"), 3);

    // The same folder once more, as somebody does who is not sure: nothing twice.
    const Run again = runProgram(import);
    QCOMPARE(again.exitCode, 4);
    QVERIFY2(again.output.contains("0 late entries recorded, 3 known already, 2 left out"),
             again.output.constData());
    runProgram({u"report"_s, u"visits"_s, u"--data"_s, data.path(), u"-o"_s, csv});
    QCOMPARE(read(csv).count("\r\n"), 3);
}

void TestReportCommands::paperBecomesLateEntriesOnce()
{
    const QTemporaryDir data;
    const QString paper = data.filePath(u"paper.csv"_s);
    QVERIFY(write(paper, "Giờ vào;Giờ ra;Họ tên;Điện thoại;Năm sinh;Người đi cùng;Trẻ em;Gặp ai\r\n"
                         "8h15;9:45;Nguyễn Thử Nghiệm;0900000001;1990;1;2;Phòng Mẫu\r\n"
                         "8:20;;Trần Thị Mẫu;;;;;\r\n"
                         "chín giờ;;Lê Thị Giả Lập;;;;;\r\n"));
    const QStringList import{u"import"_s, u"paper"_s,      paper,           u"--data"_s, data.path(),
                             u"--date"_s, u"2026-03-02"_s, u"--location"_s, u"Cổng A"_s};
    const Run first = runProgram(import);
    QCOMPARE(first.exitCode, 4);
    QVERIFY2(first.output.contains("3 late entries recorded, 0 known already, 1 left out"),
             first.output.constData());
    QVERIFY(first.complaints.contains("line 4: "));
    QVERIFY(!first.complaints.contains("Giả Lập"));
    const QString csv = data.filePath(u"visits.csv"_s);
    runProgram({u"report"_s, u"visits"_s, u"--data"_s, data.path(), u"-o"_s, csv});
    const QByteArray visits = read(csv);
    QCOMPARE(visits.count("\r\n"), 3);
    QVERIFY2(visits.contains(",90,closed,Cổng A,Cổng A,manual,manual,yes,1,2,"), visits.constData());
    const Run again = runProgram(import);
    QVERIFY2(again.output.contains("0 late entries recorded, 3 known already"), again.output.constData());
}

void TestReportCommands::whoIsInsideIsPrintedByLocationWithABoxForEverybody()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"--location"_s, u"Cổng B"_s, u"-"_s}, cardOfNghiem);
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"--location"_s, u"Cổng A"_s, u"-"_s}, cardOfMau);
    const QString pdf = data.filePath(u"list.pdf"_s);
    const auto printed = [&](const QStringList &options) {
        const Run run = runProgram(
            QStringList{u"report"_s, u"inside"_s, u"--data"_s, data.path(), u"-o"_s, pdf} + options);
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        text.waitForFinished();
        return run.exitCode == 0
                   ? QString::fromUtf8(text.readAllStandardOutput()).normalized(QString::NormalizationForm_C)
                   : QString();
    };
    const QString masked = printed({});
    QVERIFY2(masked.contains(u"2 người"_s), qPrintable(masked));
    QVERIFY(masked.indexOf(u"Cổng A"_s) < masked.indexOf(u"T. T. Mẫu"_s));
    QVERIFY(masked.indexOf(u"T. T. Mẫu"_s) < masked.indexOf(u"Cổng B"_s));
    QVERIFY(masked.indexOf(u"Cổng B"_s) < masked.indexOf(u"N. T. Nghiệm"_s));
    QVERIFY(!masked.contains(u"Nguyễn Thử Nghiệm"_s));
    QVERIFY(printed({u"--reveal"_s}).contains(u"Nguyễn Thử Nghiệm"_s));
}

void TestReportCommands::aReportThatCannotBeWrittenIsExit4()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    for (const QString &path : {u"/nonexistent/x.csv"_s, u"/nonexistent/x.xlsx"_s})
        QCOMPARE(runProgram({u"report"_s, u"entries"_s, u"--data"_s, data.path(), u"-o"_s, path}).exitCode,
                 4);
    QCOMPARE(
        runProgram({u"report"_s, u"district"_s, u"--data"_s, data.path(), u"-o"_s, data.filePath(u"d.csv"_s)})
            .exitCode,
        4); // no venue yet
    QVERIFY(!QFile::exists(data.filePath(u"d.csv"_s)) && !QFile::exists(data.filePath(u"d.terms.csv"_s)));
}

QTEST_GUILESS_MAIN(TestReportCommands)
#include "tst_reports.moc"
