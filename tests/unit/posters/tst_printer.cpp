#include "core/barcode/qrdecoder.h"
#include "core/posters/postercomposer.h"
#include "core/posters/posterprinter.h"
#include "tests/unit/posters/privatecups.h"
#include "tests/unit/posters/venues.h"

#include <QFile>
#include <QImage>
#include <QPageRanges>
#include <QPrinter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<PosterContent> contents(int count)
{
    QList<PosterContent> all;
    for (int i = 1; i <= count; ++i) {
        PosterContent content = venueFixtures().first().content;
        content.codeText = "https://example.invalid/v/VENUE-0001/" + QByteArray::number(i);
        all.append(content);
    }
    return all;
}

PosterPrinter::SheetSource source(const QList<PosterContent> &all, const PosterOptions &options = {})
{
    return [all, options](int index) {
        return composePosterSheet(postersOfSheet(all, index, options.layout), options);
    };
}

} // namespace

/// Jobs go through a printing system of the test's own.
class TestPrinter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_cups.start(), m_cups.log().constData()); }

    void aReadyPrinterIsReady()
    {
        const Result<void> ready = printerReady(u"desk"_s);
        QVERIFY2(ready.ok(), ready ? "" : qPrintable(ready.error().detail));
    }

    void aPrinterThatCannotPrintSaysWhy_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("paused") << u"paused"_s << ErrorCode::PrinterStopped;
        QTest::newRow("takes no jobs") << u"closed"_s << ErrorCode::PrinterStopped;
        QTest::newRow("unknown") << u"nobody"_s << ErrorCode::PrinterMissing;
    }

    void aPrinterThatCannotPrintSaysWhy()
    {
        QFETCH(QString, name);
        QFETCH(ErrorCode, code);
        const Result<void> ready = printerReady(name);
        QVERIFY(!ready.ok());
        QCOMPARE(ready.error().code, code);

        const qsizetype before = m_cups.documents(0).size();
        QPrinter printer;
        printer.setPrinterName(name);
        const Result<void> printed = PosterPrinter(&printer).print(1, source(contents(1)));
        // Qt goes back to the default printer for a name it does not know; then that one prints.
        if (printer.printerName() != name) {
            QVERIFY(name == "nobody"_L1);
            return;
        }
        QVERIFY(!printed.ok());
        QCOMPARE(printed.error().code, code);
        QTest::qWait(200);
        QCOMPARE(m_cups.documents(0).size(), before);
    }

    void aJobArrivesInItsTrueSize()
    {
        const PosterOptions options{PosterLayout::A4, PosterOrientation::Landscape, PosterLanguages::Both};
        const QByteArray document = print(contents(2), options, 1, {});
        QCOMPARE(pagesOf(document), 2);
        const QImage page = pageOf(document, 2);
        QVERIFY(std::abs(page.width() - 297 / 25.4 * 150) < 8);
        const DecodedCodes codes = read(page);
        QCOMPARE(codes.size(), 1U);
        QCOMPARE(codes.front().bytes, contents(2)[1].codeText);
        const QRectF outline = codes.front().outline.boundingRect();
        QVERIFY2(std::abs(outline.width() * 25.4 / 150 - 157) < 5,
                 qPrintable(QString::number(outline.width())));
        QCOMPARE(m_cups.copiesOfLastJob(), 1);
    }

    void onlyTheChosenPagesArePrintedAndAsOftenAsAsked()
    {
        const QByteArray document = print(contents(5), {}, 3, u"2,4-5"_s);
        QCOMPARE(m_cups.copiesOfLastJob(), 3);
        QCOMPARE(pagesOf(document), 3);
        QCOMPARE(read(pageOf(document, 1)).front().bytes, contents(5)[1].codeText);
        QCOMPARE(read(pageOf(document, 2)).front().bytes, contents(5)[3].codeText);
        QCOMPARE(read(pageOf(document, 3)).front().bytes, contents(5)[4].codeText);
    }

    void aStickerIsPrintedOnA4InItsTrueSize()
    {
        const PosterOptions options{PosterLayout::Sticker, {}, PosterLanguages::Vietnamese};
        const QByteArray document = print(contents(1), options, 1, {});
        const QImage page = pageOf(document, 1);
        QVERIFY(std::abs(page.width() - 210 / 25.4 * 150) < 8);
        const DecodedCodes codes = read(page);
        QCOMPARE(codes.size(), 1U);
        const double side = composePosterSheet(contents(1), options)->symbols.front().square.width();
        const double printed = codes.front().outline.boundingRect().width() * 25.4 / 150;
        QVERIFY2(std::abs(printed - side) < 2.5, qPrintable(QString::number(printed)));
    }

    void nothingIsPrintedWhenAPosterCannotBeMade()
    {
        QList<PosterContent> some = contents(3);
        some[2].venueName.clear();
        const qsizetype before = m_cups.documents(0).size();
        QPrinter printer;
        printer.setPrinterName(u"desk"_s);
        const Result<void> printed = PosterPrinter(&printer).print(3, source(some));
        QVERIFY(!printed.ok());
        QCOMPARE(printed.error().code, ErrorCode::WrongUse);
        QTest::qWait(200);
        QCOMPARE(m_cups.documents(0).size(), before);
    }

    void pagesThatDoNotExistAreRefused()
    {
        QPrinter printer;
        printer.setPrinterName(u"desk"_s);
        printer.setPrintRange(QPrinter::PageRange);
        printer.setPageRanges(QPageRanges::fromString(u"7-9"_s));
        QCOMPARE(PosterPrinter(&printer).print(2, source(contents(2))).error().code, ErrorCode::WrongUse);
    }

private:
    QByteArray print(const QList<PosterContent> &all, const PosterOptions &options, int copies,
                     const QString &pages)
    {
        const int before = int(m_cups.documents(0).size());
        QPrinter printer;
        printer.setPrinterName(u"desk"_s);
        printer.setCopyCount(copies);
        if (!pages.isEmpty()) {
            printer.setPrintRange(QPrinter::PageRange);
            printer.setPageRanges(QPageRanges::fromString(pages));
        }
        PosterPrinter poster(&printer);
        poster.setPaper(sheetPlan(options.layout, options.orientation).size);
        const Result<void> printed =
            poster.print(posterSheetCount(int(all.size()), options.layout), source(all, options));
        if (!printed)
            qWarning("%s", qPrintable(printed.error().detail));
        const QList<QByteArray> documents = m_cups.documents(before + 1);
        if (documents.size() != before + 1) {
            qWarning("%s", m_cups.log().constData());
            return {};
        }
        return documents.last();
    }

    QString saved(const QByteArray &document) const
    {
        QFile file(m_folder.filePath(u"job.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size())
            qFatal("the job cannot be looked at");
        return file.fileName();
    }

    int pagesOf(const QByteArray &document) const
    {
        QProcess process;
        process.start(u"pdfinfo"_s, {saved(document)});
        process.waitForFinished();
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith("Pages:"))
                return line.mid(6).trimmed().toInt();
        }
        return -1;
    }

    QImage pageOf(const QByteArray &document, int page) const
    {
        const QString number = QString::number(page);
        QProcess::execute(u"pdftoppm"_s, {u"-gray"_s, u"-r"_s, u"150"_s, u"-f"_s, number, u"-l"_s, number,
                                          u"-singlefile"_s, saved(document), m_folder.filePath(u"page"_s)});
        return QImage(m_folder.filePath(u"page.pgm"_s)).convertToFormat(QImage::Format_Grayscale8);
    }

    static DecodedCodes read(const QImage &page)
    {
        return QrDecoder().decode(
            {page.constBits(), page.width(), page.height(), int(page.bytesPerLine()), 1});
    }

    PrivateCups m_cups;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPrinter)

#include "tst_printer.moc"
