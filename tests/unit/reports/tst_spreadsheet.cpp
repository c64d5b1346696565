#include "core/reports/csvwriter.h"
#include "core/reports/tablefile.h"
#include "tests/unit/store/storefixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QXmlStreamReader>

using namespace checkpoint;
using namespace storetest;

namespace {

/// A cell as the spreadsheet has it: its kind, and its value (of text: what it reads).
struct Shown
{
    QString kind;
    QString value;
    bool operator==(const Shown &) const = default;
};

QList<Shown> rowOf(QXmlStreamReader &xml)
{
    QList<Shown> cells;
    while (xml.readNextStartElement()) {
        const QXmlStreamAttributes attributes = xml.attributes();
        const auto value = [&attributes](const QString &name) { return attributes.value(name).toString(); };
        Shown cell{value(u"office:value-type"_s), {}};
        const int times = qMax(1, value(u"table:number-columns-repeated"_s).toInt());
        QStringList paragraphs;
        while (xml.readNextStartElement())
            paragraphs.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        cell.value = paragraphs.join(u'\n');
        if (cell.kind == "float"_L1)
            cell.value = value(u"office:value"_s);
        else if (cell.kind == "date"_L1)
            cell.value = value(u"office:date-value"_s);
        for (int i = 0; i < times && i < 100; ++i)
            cells.append(cell);
    }
    while (!cells.isEmpty() && cells.last().kind.isEmpty())
        cells.removeLast();
    return cells;
}

/// The sheets' rows of a flat document, as far as something stands in them.
QList<QList<QList<Shown>>> sheetsOf(const QString &path)
{
    QFile file(path);
    QList<QList<QList<Shown>>> sheets;
    if (!file.open(QIODevice::ReadOnly))
        return sheets;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.qualifiedName() == u"table:table"_s)
            sheets.append(QList<QList<Shown>>());
        else if (xml.qualifiedName() == u"table:table-row"_s && !sheets.isEmpty()) {
            const QList<Shown> row = rowOf(xml);
            if (!row.isEmpty())
                sheets.last().append(row);
        }
    }
    return sheets;
}

const QStringList &nastyTexts()
{
    static const QStringList texts{u"Nguyễn Thử Nghiệm"_s,
                                   u"001090999991"_s,
                                   u"0900000001"_s,
                                   u"+84900000001"_s,
                                   u"123456789012345678"_s,
                                   u"=HYPERLINK(\"http://example.invalid\";\"x\")"_s,
                                   u"-2+3"_s,
                                   u"@SUM(1)"_s,
                                   u"\t=1+1"_s,
                                   u"\"=1+1"_s,
                                   u";=1+1"_s,
                                   u"1E5"_s,
                                   u"1/2"_s,
                                   u"12:30"_s,
                                   u"2026-11-20"_s,
                                   u"50%"_s,
                                   u"1.000.000"_s,
                                   u"Số 1, \"Phố\"; Mẫu"_s,
                                   u"hai\ndòng"_s,
                                   u"********9991"_s,
                                   u"1990-**-**"_s};
    return texts;
}

} // namespace

/// Reports as LibreOffice opens them, with its default options, cell by cell.
class TestSpreadsheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void csvComesThroughWithEveryZeroAndWithoutAFormula();
    void theWorkbookHasTypedCellsAndTheTermsOnItsSecondSheet();

private:
    QString converted(const QString &name);
    Result<void> write(const QString &name);

    QTemporaryDir m_folder;
};

void TestSpreadsheet::initTestCase()
{
    if (QStandardPaths::findExecutable(u"soffice"_s).isEmpty())
        QFAIL("libreoffice-calc-nogui of packaging/dependencies is not installed");
}

Result<void> TestSpreadsheet::write(const QString &name)
{
    const auto file = makeTableFile(m_folder.filePath(name), true);
    Result<void> done = file->begin({{u"text"_s, u"chữ"_s, u"text"_s},
                                     {u"number"_s, u"số"_s, u"number"_s},
                                     {u"day"_s, u"ngày"_s, u"day"_s},
                                     {u"flag"_s, u"cờ"_s, u"flag"_s},
                                     {u"end"_s, u"cuối"_s, u"end"_s}});
    qint64 number = -3;
    for (const QString &text : nastyTexts()) {
        if (done)
            done = file->write({text, number++, QDate(2026, 11, 20), true, u"end"_s});
    }
    return done ? file->finish() : done;
}

/// The file as a flat document, converted by the spreadsheet itself. Without a window it does not look at the
/// byte order mark, so it is told of UTF-8; all other options are its own.
QString TestSpreadsheet::converted(const QString &name)
{
    QProcess office;
    office.start(
        u"soffice"_s,
        {u"--headless"_s, u"-env:UserInstallation=file://%1/profile"_s.arg(m_folder.path()),
         u"--infilter=%1"_s.arg(name.endsWith(u".csv"_s) ? u"CSV:44,34,76"_s : u"Calc MS Excel 2007 XML"_s),
         u"--convert-to"_s, u"fods"_s, u"--outdir"_s, m_folder.path(), m_folder.filePath(name)});
    office.waitForFinished(100'000);
    return m_folder.filePath(QFileInfo(name).completeBaseName() + u".fods"_s);
}

void TestSpreadsheet::csvComesThroughWithEveryZeroAndWithoutAFormula()
{
    VERIFY_OK(write(u"a.csv"_s));
    const auto sheets = sheetsOf(converted(u"a.csv"_s));
    QCOMPARE(sheets.size(), 1);
    QCOMPARE(sheets[0].size(), nastyTexts().size() + 1);
    for (qsizetype i = 0; i < nastyTexts().size(); ++i) {
        const QList<Shown> &row = sheets[0][i + 1];
        QCOMPARE(row.size(), 5);
        QCOMPARE(row[0].kind, u"string"_s);
        // What the spreadsheet does with blanks of a kind is its own affair; not a letter may be lost.
        QString shown = row[0].value.simplified();
        QString text = nastyTexts()[i].simplified();
        if (shown.startsWith(u'\'') && !text.startsWith(u'\''))
            shown = shown.mid(1).simplified();
        QCOMPARE(shown, text);
        QCOMPARE(row[1], (Shown{u"float"_s, QString::number(i - 3)}));
        QCOMPARE(row[2], (Shown{u"date"_s, u"2026-11-20"_s}));
        QCOMPARE(row[3], (Shown{u"string"_s, u"yes"_s}));
        QCOMPARE(row[4], (Shown{u"string"_s, u"end"_s}));
    }
    QVERIFY(!fileBytes(m_folder.filePath(u"a.fods"_s)).contains("table:formula"));
}

void TestSpreadsheet::theWorkbookHasTypedCellsAndTheTermsOnItsSecondSheet()
{
    VERIFY_OK(write(u"b.xlsx"_s));
    const auto sheets = sheetsOf(converted(u"b.xlsx"_s));
    QCOMPARE(sheets.size(), 2);
    QCOMPARE(sheets[0].size(), nastyTexts().size() + 1);
    for (qsizetype i = 0; i < nastyTexts().size(); ++i) {
        const QList<Shown> &row = sheets[0][i + 1];
        QCOMPARE(row.size(), 5);
        QCOMPARE(row[0].kind, u"string"_s);
        QCOMPARE(row[0].value.simplified(), nastyTexts()[i].simplified());
        QCOMPARE(row[1], (Shown{u"float"_s, QString::number(i - 3)}));
        QCOMPARE(row[2], (Shown{u"date"_s, u"2026-11-20"_s}));
        QCOMPARE(row[3], (Shown{u"string"_s, u"yes"_s}));
    }
    QCOMPARE(sheets[1].size(), 6);
    QCOMPARE(sheets[1][1][1].value, u"chữ"_s);
    QVERIFY(!fileBytes(m_folder.filePath(u"b.fods"_s)).contains("table:formula"));
}

QTEST_GUILESS_MAIN(TestSpreadsheet)
#include "tst_spreadsheet.moc"
