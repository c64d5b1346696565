#include "core/barcode/qrdecoder.h"
#include "core/posters/postercomposer.h"
#include "core/posters/sheetwriter.h"
#include "tests/unit/posters/venues.h"

#include <QColor>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double mmPerInch = 25.4;

QByteArray outputOf(const QString &program, const QStringList &arguments, int *exitCode = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000))
        qFatal("%s: %s", qPrintable(program), qPrintable(process.errorString()));
    if (exitCode)
        *exitCode = process.exitCode();
    return process.readAllStandardOutput();
}

DecodedCodes readCodes(const QImage &grey)
{
    return QrDecoder().decode({grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1});
}

/// Width and height of what is dark within the symbol and its quiet zone; millimetres.
QSizeF darkExtent(const QImage &grey, const SheetSymbol &symbol, int dpi)
{
    const double dots = dpi / mmPerInch;
    const double quiet = 2 * symbol.moduleSize();
    const QRectF part = symbol.square.adjusted(-quiet, -quiet, quiet, quiet);
    const QRect region =
        QRectF(part.topLeft() * dots, part.size() * dots).toAlignedRect().intersected(grey.rect());
    QRect dark;
    for (int y = region.top(); y <= region.bottom(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = region.left(); x <= region.right(); ++x) {
            if (line[x] < 128)
                dark |= QRect(x, y, 1, 1);
        }
    }
    return QSizeF(dark.size()) / dots;
}

} // namespace

/// What is written is looked at from outside: by poppler, by ZBar, and by the desk's own reader.
class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const QList<VenueFixture> venues = venueFixtures();
        // Every layout with one of the venues, in turn: which venue fits where is checked elsewhere.
        PdfSheetWriter writer(path(u"all.pdf"_s), u"Áp phích"_s);
        for (const auto &[name, options] : allPosterOptions()) {
            const VenueFixture &venue = venues[m_sheets.size() % venues.size()];
            const Result<Sheet> sheet = composePosterSheet({venue.content}, options);
            QVERIFY2(sheet.ok(), qPrintable(name));
            QVERIFY(writer.add(*sheet).ok());
            m_sheets.append(*sheet);
            m_names.append(name + u", "_s + venue.name);
        }
        const Result<void> finished = writer.finish();
        QVERIFY2(finished.ok(), finished ? "" : qPrintable(finished.error().detail));
    }

    void everyPageReadsAtEveryResolution_data()
    {
        QTest::addColumn<int>("dpi");
        QTest::newRow("72 dpi") << 72;
        QTest::newRow("150 dpi") << 150;
        QTest::newRow("300 dpi") << 300;
    }

    void everyPageReadsAtEveryResolution()
    {
        QFETCH(int, dpi);
        const QString prefix = path(u"p%1"_s.arg(dpi));
        outputOf(u"pdftoppm"_s, {u"-gray"_s, u"-r"_s, QString::number(dpi), path(u"all.pdf"_s), prefix});
        QStringList files;
        QList<QByteArray> expected;
        for (qsizetype i = 0; i < m_sheets.size(); ++i) {
            const Sheet &sheet = m_sheets[i];
            const QString file = u"%1-%2.pgm"_s.arg(prefix).arg(i + 1, 2, 10, QLatin1Char('0'));
            files.append(file);
            const QImage page = QImage(file).convertToFormat(QImage::Format_Grayscale8);
            QVERIFY2(!page.isNull(), qPrintable(file));
            const DecodedCodes codes = readCodes(page);
            QVERIFY2(!codes.empty(), qPrintable(m_names[i]));
            for (const DecodedCode &code : codes)
                QCOMPARE(code.bytes, sheet.symbols.front().bytes);
            for (const SheetSymbol &symbol : sheet.symbols) {
                expected.append(symbol.bytes);
                if (dpi == 300)
                    checkSize(page, symbol, m_names[i]);
            }
        }
        QList<QByteArray> read =
            outputOf(u"zbarimg"_s,
                     QStringList{u"--quiet"_s, u"--raw"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s} + files)
                .split('\n');
        read.removeAll(QByteArray());
        std::sort(read.begin(), read.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(read, expected);
        for (const QString &file : files)
            QFile::remove(file);
    }

    void textIsTextToTheLastMark()
    {
        const QByteArray all =
            outputOf(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path(u"all.pdf"_s), u"-"_s});
        const QList<QByteArray> pages = all.split('\f');
        for (qsizetype i = 0; i < m_sheets.size(); ++i) {
            QStringList words;
            for (const SheetText &text : m_sheets[i].texts)
                words += text.text.split(u' ');
            QStringList printed = QString::fromUtf8(pages.value(i)).simplified().split(u' ');
            // Which of two texts on one line comes first is the reader's choice; what they are is not.
            words.sort();
            printed.sort();
            QVERIFY2(printed == words, qPrintable(m_names[i] + u": "_s + printed.join(u' ')));
        }
    }

    void fontsAreEmbedded()
    {
        const QList<QByteArray> lines = outputOf(u"pdffonts"_s, {path(u"all.pdf"_s)}).split('\n');
        int fonts = 0;
        for (qsizetype i = 2; i < lines.size(); ++i) {
            if (lines[i].isEmpty())
                continue;
            ++fonts;
            QVERIFY2(lines[i].contains("NotoSans"), lines[i].constData());
            const QList<QByteArray> columns = lines[i].simplified().split(' ');
            // … emb sub uni object ID
            QCOMPARE(columns[columns.size() - 5], QByteArray("yes"));
            QCOMPARE(columns[columns.size() - 3], QByteArray("yes"));
        }
        QCOMPARE(fonts, 2);
    }

    void pagesAreAsLargeAsTheirPaper()
    {
        const QByteArray info =
            outputOf(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"99"_s, path(u"all.pdf"_s)});
        int page = 0;
        for (const QByteArray &line : info.split('\n')) {
            if (!line.contains(" size:") || !line.startsWith("Page"))
                continue;
            const QList<QByteArray> words = line.simplified().split(' '); // Page N size: W x H pts
            const QSizeF size = m_sheets[page].size * (72 / mmPerInch);
            QVERIFY2(std::abs(words[3].toDouble() - size.width()) <= 1, line.constData());
            QVERIFY2(std::abs(words[5].toDouble() - size.height()) <= 1, line.constData());
            ++page;
        }
        QCOMPARE(page, m_sheets.size());
    }

    void aPictureHasTheSizeItsResolutionSays()
    {
        const Sheet &sheet = m_sheets.first();
        QVERIFY(writePng(sheet, 150, path(u"a.png"_s)).ok());
        const QImage picture(path(u"a.png"_s));
        QCOMPARE(picture.size(), QSize(1240, 1754)); // A4
        QCOMPARE(qRound(picture.dotsPerMeterX() * mmPerInch / 1000), 150);
        const DecodedCodes codes = readCodes(picture.convertToFormat(QImage::Format_Grayscale8));
        QVERIFY(!codes.empty());
        QCOMPARE(codes.front().bytes, sheet.symbols.front().bytes);
        for (const int dpi : {0, -5, 71, 601, 100000}) {
            const Result<void> refused = writePng(sheet, dpi, path(u"b.png"_s));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::WrongUse);
            QVERIFY(!QFile::exists(path(u"b.png"_s)));
        }
    }

    void everySvgReadsAndItsTextIsText()
    {
        for (qsizetype i = 0; i < m_sheets.size(); i += 5) {
            const Sheet &sheet = m_sheets[i];
            const QString file = path(u"a.svg"_s);
            QVERIFY(writeSvg(sheet, file).ok());
            QFile svg(file);
            QVERIFY(svg.open(QIODevice::ReadOnly));
            const QByteArray bytes = svg.readAll();
            for (const SheetText &text : sheet.texts)
                QVERIFY2(bytes.contains('>' + text.text.toHtmlEscaped().toUtf8() + "</text>"),
                         qPrintable(text.text));
            QVERIFY(bytes.contains(u"width=\"%1mm\""_s.arg(sheet.size.width(), 0, 'f', 3).toUtf8()));
            QSvgRenderer renderer(bytes);
            QVERIFY(renderer.isValid());
            QImage picture((sheet.size * (150 / mmPerInch)).toSize(), QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            renderer.render(&painter);
            painter.end();
            const DecodedCodes codes = readCodes(picture.convertToFormat(QImage::Format_Grayscale8));
            QVERIFY2(!codes.empty(), qPrintable(m_names[i]));
            QCOMPARE(codes.front().bytes, sheet.symbols.front().bytes);
        }
    }

    void onlyBlackWhiteAndOneAccentArePrinted()
    {
        QSet<QRgb> colours;
        const QImage picture = sheetPicture(m_sheets.first(), 100);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                if (colour.hsvSaturation() > 200 && colour.value() > 60)
                    colours.insert(QColor::fromHsv(colour.hsvHue() / 12 * 12, 255, 255).rgb());
            }
        }
        QCOMPARE(colours.size(), 1);
    }

    void aFileThatCannotBeWrittenIsAnErrorAndNotThere()
    {
        const Sheet &sheet = m_sheets.first();
        for (const QString &name : {u"missing/folder/a"_s, u"."_s}) {
            for (const QString &suffix : {u".pdf"_s, u".png"_s, u".svg"_s}) {
                const QString file = name == "."_L1 ? m_folder.path() : path(name + suffix);
                const Result<void> written = write(sheet, file, suffix);
                QVERIFY(!written.ok());
                QCOMPARE(written.error().code, ErrorCode::WriteFailed);
                QVERIFY(!QFileInfo(file).isFile());
            }
        }
        QCOMPARE(write(sheet, u"/dev/full"_s, u".pdf"_s).error().code, ErrorCode::WriteFailed);
    }

    void anUnfinishedFileLeavesWhatWasThere()
    {
        const QString file = path(u"kept.pdf"_s);
        QFile before(file);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        {
            PdfSheetWriter writer(file, u"x"_s);
            QVERIFY(writer.add(m_sheets.first()).ok());
        }
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"kept*"_s}), QStringList{u"kept.pdf"_s});
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    static Result<void> write(const Sheet &sheet, const QString &file, const QString &suffix)
    {
        if (suffix == ".png"_L1)
            return writePng(sheet, 72, file);
        if (suffix == ".svg"_L1)
            return writeSvg(sheet, file);
        PdfSheetWriter writer(file, u"x"_s);
        const Result<void> added = writer.add(sheet);
        return added ? writer.finish() : added;
    }

    void checkSize(const QImage &page, const SheetSymbol &symbol, const QString &name)
    {
        const QSizeF size = darkExtent(page, symbol, 300);
        const QByteArray seen = u"%1: %2 × %3 mm"_s.arg(name).arg(size.width()).arg(size.height()).toUtf8();
        QVERIFY2(std::abs(size.width() - symbol.square.width()) < 0.2, seen.constData());
        QVERIFY2(std::abs(size.height() - symbol.square.height()) < 0.2, seen.constData());
        if (name.startsWith("a4 "_L1))
            QVERIFY2(size.width() > 154.9, seen.constData());
    }

    QTemporaryDir m_folder;
    QList<Sheet> m_sheets;
    QStringList m_names;
};

QTEST_MAIN(TestFiles)

#include "tst_files.moc"
