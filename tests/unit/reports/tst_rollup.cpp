#include "core/base/csvrows.h"
#include "core/reports/csvwriter.h"
#include "core/reports/rollup/rollupreport.h"
#include "tests/unit/reports/reportfixture.h"

#include <QDirIterator>
#include <QTest>

#include <sys/stat.h>

using namespace reporttest;
using namespace storetest;

namespace {

QList<QStringList> cellsOf(const QString &path)
{
    const Result<QString> text = readTableText(path);
    QList<QStringList> rows;
    if (text) {
        const CsvRows table = csvRows(*text, 100'000);
        for (const CsvRow &row : table.rows)
            rows.append(row.cells);
    }
    return rows;
}

/// The columns of a table that another one's header names, as text.
QList<QStringList> wanted(const QList<QStringList> &table, const QStringList &header)
{
    QList<QStringList> rows;
    for (const QStringList &row : table) {
        QStringList cells;
        for (const QString &name : header)
            cells.append(row.value(table.first().indexOf(name)));
        rows.append(cells);
    }
    return rows;
}

} // namespace

/// What venues' reports add up to. Each folder of tests/data/rollup is a case: sources/, expected.csv with
/// the columns that matter, and where there are any population.csv and notes.csv.
class TestRollup : public QObject
{
    Q_OBJECT

private slots:
    void itAddsUpToWhatIsExpected_data();
    void itAddsUpToWhatIsExpected();
    void theOrderOfTheFilesDoesNotMatter();
    void nothingThatCountsIsAnError();
    void aFileOfPopulationsThatIsNoneIsAnError();
    void aHostileFileIsNotedAndTheGoodOneCounts_data();
    void aHostileFileIsNotedAndTheGoodOneCounts();
    void whatIsNoFileIsNotedAndNotWaitedFor();
    void aFileThatIsNamedTwiceCountsOnce();
};

void TestRollup::itAddsUpToWhatIsExpected_data()
{
    QTest::addColumn<QString>("folder");
    const QDir cases(QStringLiteral(CHECKPOINT_TEST_DATA "/rollup"));
    const QStringList names = cases.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << cases.filePath(name);
}

void TestRollup::itAddsUpToWhatIsExpected()
{
    QFETCH(const QString, folder);
    const QDir dir(folder);
    const QStringList known{u"expected.csv"_s, u"notes.csv"_s, u"population.csv"_s, u"sources"_s};
    const QStringList parts = dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &part : parts)
        QVERIFY2(known.contains(part), qPrintable(part));
    QVERIFY(QDir(dir.filePath(u"sources"_s)).count() > 2); // "." and ".." are two
    const QList<QStringList> expected = cellsOf(dir.filePath(u"expected.csv"_s));
    QVERIFY(expected.size() > 1);
    const bool hasPopulation = QFile::exists(dir.filePath(u"population.csv"_s));

    const QTemporaryDir out(quickFolder());
    RollupReport *report = new RollupReport({dir.filePath(u"sources"_s)},
                                            hasPopulation ? dir.filePath(u"population.csv"_s) : QString());
    QList<QStringList> notes{{u"file"_s, u"line"_s, u"kind"_s}};
    report->noted = [&notes](const FileNote &note) {
        const CellRow cells = RollupReport::noteCells(note);
        notes.append(
            {QFileInfo(note.file).fileName(), QString::number(note.line), std::get<QString>(cells[2])});
        return Result<void>();
    };
    ReportRun run(std::unique_ptr<Report>(report), makeTableFile(out.filePath(u"sum.csv"_s), true));
    VERIFY_OK(await(run.start()));
    QCOMPARE(wanted(cellsOf(out.filePath(u"sum.csv"_s)), expected.first()), expected);
    const bool hasNotes = QFile::exists(dir.filePath(u"notes.csv"_s));
    QCOMPARE(notes, hasNotes ? cellsOf(dir.filePath(u"notes.csv"_s)) : notes.first(1));
}

void TestRollup::theOrderOfTheFilesDoesNotMatter()
{
    const QDir dir(
        QStringLiteral(CHECKPOINT_TEST_DATA "/rollup/the-newest-report-of-a-venue-and-day-counts/sources"));
    QStringList files;
    const QStringList names = dir.entryList(QDir::Files);
    for (const QString &name : names)
        files.prepend(dir.filePath(name));
    const Table table = run(std::make_unique<RollupReport>(files, QString()));
    QVERIFY(table.whole);
    QCOMPARE(table.number(0, u"entries_in"_s), 12);
}

void TestRollup::nothingThatCountsIsAnError()
{
    const QTemporaryDir folder(quickFolder());
    QVERIFY(writeFile(folder.filePath(u"a.csv"_s), "a,b\r\n1,2\r\n"));
    for (const QString &source : {folder.path(), folder.filePath(u"missing.csv"_s)}) {
        QString error;
        QVERIFY(!run(std::make_unique<RollupReport>(QStringList{source}, QString()), &error).whole);
        QVERIFY2(error.startsWith(u"source-unreadable"_s), qPrintable(error));
    }
}

void TestRollup::aFileOfPopulationsThatIsNoneIsAnError()
{
    const QTemporaryDir folder(quickFolder());
    QVERIFY(writeFile(folder.filePath(u"p.csv"_s), "a,b\r\n1,2\r\n"));
    const QString sources =
        QStringLiteral(CHECKPOINT_TEST_DATA "/rollup/many-scans-are-one-active-point/sources");
    QString error;
    run(std::make_unique<RollupReport>(QStringList{sources}, folder.filePath(u"p.csv"_s)), &error);
    QVERIFY2(error.startsWith(u"source-unreadable"_s), qPrintable(error));
}

namespace {

const QByteArray formHead =
    "form_version,day,province,district,commune,venue_code,venue_name,active,entries_in,entries_out,persons,"
    "refused_scans,reported_at\r\n";

/// A row of the form with a name and a count of entries.
QByteArray formRow(const QByteArray &name, const QByteArray &in)
{
    return "1,2026-11-20,Hà Nội,Quận Thử,Phường Mẫu,V9," + name + ",yes," + in +
           ",0,1,0,2026-11-20T20:00:00+07:00\r\n";
}

const QByteArray goodFile = formHead + "1,2026-11-20,Hà Nội,Quận Thử,Phường Mẫu,V1,Điểm,yes,7,0,7,0,"
                                       "2026-11-20T20:00:00+07:00\r\n";

} // namespace

void TestRollup::aHostileFileIsNotedAndTheGoodOneCounts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("counted"); // rows of the hostile file that count all the same
    const QByteArray utf8 = formHead + formRow("Điểm", "1");
    const QString text = QString::fromUtf8(utf8);
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("nothing but a byte order mark") << QByteArray("\xEF\xBB\xBF") << 0;
    QTest::newRow("a NUL") << formHead + formRow(QByteArray("a\0b", 3), "1") << 0;
    QTest::newRow("Latin-1") << text.toLatin1() << 0;
    QTest::newRow("half a letter at the end") << utf8 + "\xC4" << 1;
    QTest::newRow("UTF-16 without its mark")
        << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2) << 0;
    QTest::newRow("a lone quote within") << formHead + formRow("Đi\"ểm", "1") << 1;
    QTest::newRow("a lone quote in front") << formHead + formRow("\"Điểm", "1") << 0;
    QTest::newRow("a quote that never ends") << formHead + "\"" + formRow("Điểm", "1").repeated(50) << 0;
    QTest::newRow("a field of 10 MB") << formHead + formRow(QByteArray(10'000'000, 'x'), "1") << 1;
    QTest::newRow("a line of 10 MB") << formHead + QByteArray(10'000'000, 'x') + "\r\n" << 0;
    const QByteArray flood = QByteArray("x,").repeated(5'000'000) + "\r\n";
    QTest::newRow("5 million cells") << formHead + flood << 0;
    QTest::newRow("5 million cells first") << flood + utf8 << 0;
    QTest::newRow("10 million separators")
        << formHead + QByteArray(10'000'000, ',') + "\r\n" + formRow("Điểm", "1")
        << 1; // a row of nothing is none
    QTest::newRow("20 MB") << formHead + formRow("Điểm", "1").repeated(200'000) << 0;
    QTest::newRow("a count beyond all numbers") << formHead + formRow("Điểm", QByteArray(400, '9')) << 0;
    QTest::newRow("a negative count") << formHead + formRow("Điểm", "-1") << 0;
    QTest::newRow("a count in another script") << formHead + formRow("Điểm", "١") << 0;
    QTest::newRow("the head twice") << formHead + utf8 << 1;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << 0;
}

void TestRollup::aHostileFileIsNotedAndTheGoodOneCounts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, counted);
    const QTemporaryDir folder(quickFolder());
    QVERIFY(writeFile(folder.filePath(u"good.csv"_s), goodFile));
    QVERIFY(writeFile(folder.filePath(u"hostile.csv"_s), bytes));
    auto report = std::make_unique<RollupReport>(QStringList{folder.path()}, QString());
    QList<FileNote> notes;
    report->noted = [&notes](const FileNote &note) {
        notes.append(note);
        return Result<void>();
    };
    const Table table = run(std::move(report));
    QVERIFY(table.whole);
    QCOMPARE(table.number(0, u"entries_in"_s), 7 + counted);
    for (const FileNote &note : std::as_const(notes)) {
        QVERIFY(note.file.endsWith(u"hostile.csv"_s));
        QVERIFY(note.line >= 1);
        QVERIFY(!note.reason.isEmpty() && note.reason.size() < 200);
        QVERIFY(!note.reasonVi.isEmpty());
    }
    QVERIFY(counted > 0 || !notes.isEmpty());
}

void TestRollup::whatIsNoFileIsNotedAndNotWaitedFor()
{
    const QTemporaryDir folder(quickFolder());
    QVERIFY(writeFile(folder.filePath(u"good.csv"_s), goodFile));
    const QString loop = folder.filePath(u"loop.csv"_s);
    QVERIFY(QFile::link(loop, loop));
    QVERIFY(QDir(folder.path()).mkdir(u"folder.csv"_s));
    const QString pipe = folder.filePath(u"pipe.csv"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const QString closed = folder.filePath(u"closed.csv"_s);
    QVERIFY(writeFile(closed, goodFile));
    QVERIFY(QFile::setPermissions(closed, {}));
    auto report = std::make_unique<RollupReport>(
        QStringList{folder.filePath(u"good.csv"_s), loop, pipe, folder.filePath(u"none.csv"_s), closed},
        QString());
    QStringList noted;
    report->noted = [&noted](const FileNote &note) {
        noted.append(QFileInfo(note.file).fileName());
        return Result<void>();
    };
    const Table table = run(std::move(report));
    QVERIFY(table.whole);
    QCOMPARE(table.number(0, u"entries_in"_s), 7);
    for (const QString &name : {u"loop.csv"_s, u"pipe.csv"_s, u"none.csv"_s})
        QVERIFY2(noted.contains(name), qPrintable(name));
    // Root reads what is closed to all others; the same row once more is noted then.
    QVERIFY(noted.contains(u"closed.csv"_s));
    // A folder is gone through one level deep; a pipe, a folder and a loop in it are none of its files.
    QVERIFY(run(std::make_unique<RollupReport>(QStringList{folder.path()}, QString())).whole);
}

void TestRollup::aFileThatIsNamedTwiceCountsOnce()
{
    const QTemporaryDir folder(quickFolder());
    const QString good = folder.filePath(u"good.csv"_s);
    QVERIFY(writeFile(good, goodFile));
    QVERIFY(QFile::link(good, folder.filePath(u"again.csv"_s)));
    auto report = std::make_unique<RollupReport>(QStringList{good, folder.path(), good}, QString());
    int notes = 0;
    report->noted = [&notes](const FileNote &) {
        ++notes;
        return Result<void>();
    };
    const Table table = run(std::move(report));
    QCOMPARE(table.number(0, u"entries_in"_s), 7);
    QCOMPARE(notes, 0);
}

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
