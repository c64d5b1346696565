#include "core/base/csvrows.h"
#include "core/reports/csvwriter.h"
#include "core/reports/rollup/rollupreport.h"
#include "tests/unit/reports/reportfixture.h"

#include <QDirIterator>
#include <QTest>

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

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
