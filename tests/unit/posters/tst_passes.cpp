#include "core/posters/passsheets.h"
#include "core/posters/posterproof.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

PassContent pass(int number)
{
    PassContent content;
    content.abbreviatedName = u"N. T. Nghiệm"_s;
    content.venueName = u"Bệnh viện Đa khoa Thử Nghiệm"_s;
    content.number = QString::number(number).rightJustified(4, u'0');
    content.issuedOn = QDate(2026, 11, 20);
    content.validUntil = QDate(2026, 11, 27);
    // An address with an opaque number and a signature of 64 bytes.
    content.codeText =
        "https://checkin.example.invalid/p/" + content.number.toUtf8() + "#" + QByteArray(86, 'k');
    return content;
}

QList<PassContent> passes(int count)
{
    QList<PassContent> all;
    for (int i = 1; i <= count; ++i)
        all.append(pass(i));
    return all;
}

} // namespace

class TestPasses : public QObject
{
    Q_OBJECT

private slots:
    void theCodeIsFiveCentimetresOrMoreAndReads_data()
    {
        QTest::addColumn<PassLayout>("layout");
        QTest::addColumn<PosterLanguages>("languages");
        for (const auto languages :
             {PosterLanguages::Vietnamese, PosterLanguages::English, PosterLanguages::Both}) {
            QTest::addRow("label %d", int(languages)) << PassLayout::Label << languages;
            QTest::addRow("sheet %d", int(languages)) << PassLayout::A4Eight << languages;
        }
    }

    void theCodeIsFiveCentimetresOrMoreAndReads()
    {
        QFETCH(PassLayout, layout);
        QFETCH(PosterLanguages, languages);
        const int count = passesPerSheet(layout);
        const Result<Sheet> sheet = composePassSheet(passes(count), layout, languages);
        QVERIFY2(sheet.ok(), sheet ? "" : qPrintable(sheet.error().detail));
        QCOMPARE(int(sheet->symbols.size()), count);
        for (const SheetSymbol &symbol : sheet->symbols)
            QVERIFY(symbol.square.width() >= 50);
        QVERIFY(proveSheet(*sheet, passDemands).empty());
        for (const SheetText &text : sheet->texts) {
            const QRectF box(text.baseline.x(), text.baseline.y() - 0.75 * text.size, text.width, text.size);
            QVERIFY2(QRectF(QPointF(), sheet->size).contains(box), qPrintable(text.text));
        }
    }

    void aPassSaysNameNumberAndDays()
    {
        const Result<Sheet> sheet =
            composePassSheet({pass(42)}, PassLayout::Label, PosterLanguages::Vietnamese);
        QStringList words;
        for (const SheetText &text : sheet->texts)
            words.append(text.text);
        const QString said = words.join(u' ');
        for (const QString &part :
             {u"Thẻ khách"_s, u"N. T. Nghiệm"_s, u"0042"_s, u"20/11/2026"_s, u"27/11/2026"_s})
            QVERIFY2(said.contains(part), qPrintable(part));
    }

    void aLanguageWithoutRoomBeginsOnALineOfItsOwn()
    {
        PassContent narrow = pass(1);
        narrow.codeText = QByteArray(191, '7'); // as large as those of this program
        const Result<Sheet> sheet = composePassSheet({narrow}, PassLayout::A4Eight, PosterLanguages::Both);
        QVERIFY(sheet.ok());
        QStringList lines;
        for (const SheetText &text : sheet->texts) {
            QVERIFY2(!text.text.startsWith(u'·'), qPrintable(text.text));
            lines << text.text;
        }
        QVERIFY2(lines.contains(u"Valid until 27/11/2026"_s), qPrintable(lines.join(u" / "_s)));
    }

    void eightPassesFitOnASheetAndNineDoNot()
    {
        QVERIFY(composePassSheet(passes(8), PassLayout::A4Eight, PosterLanguages::Both).ok());
        QCOMPARE(composePassSheet(passes(3), PassLayout::A4Eight, PosterLanguages::Both)->symbols.size(), 3U);
        QVERIFY(!composePassSheet(passes(9), PassLayout::A4Eight, PosterLanguages::Both).ok());
        QVERIFY(!composePassSheet({}, PassLayout::A4Eight, PosterLanguages::Both).ok());
        QVERIFY(!composePassSheet(passes(2), PassLayout::Label, PosterLanguages::Both).ok());
    }

    void longNamesAreWrappedAndNeverCut()
    {
        PassContent content = pass(1);
        content.abbreviatedName = u"N. T. P. H. Nghiêngngả"_s;
        content.venueName =
            u"Trung tâm Kiểm soát bệnh tật và Phòng khám Đa khoa Khu vực Phường Nguyễn Thượng Hiền"_s;
        for (const PassLayout layout : {PassLayout::Label, PassLayout::A4Eight}) {
            const Result<Sheet> sheet = composePassSheet({content}, layout, PosterLanguages::Both);
            QVERIFY2(sheet.ok(), sheet ? "" : qPrintable(sheet.error().detail));
            QString said;
            for (const SheetText &text : sheet->texts)
                said += text.text;
            QVERIFY(said.remove(u' ').contains(QString(content.venueName).remove(u' ')));
        }
    }

    void aFileOfPassesHoldsAllOfThemAndEveryCodeReads()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"passes.pdf"_s);
        QCOMPARE(passSheetCount(9, PassLayout::A4Eight), 2);
        QCOMPARE(passSheetCount(3, PassLayout::Label), 3);
        const PassOptions options{PassLayout::A4Eight, PosterLanguages::Both};
        const Result<void> written = writePassPdf(path, passes(9), options);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().detail));
        QProcess info;
        info.start(u"pdfinfo"_s, {path});
        QVERIFY(info.waitForFinished());
        QVERIFY(info.readAllStandardOutput().simplified().contains("Pages: 2"));
        QCOMPARE(provedPassSheet(passes(9), 1, options)->symbols.size(), 1U);
    }

    void nothingIsWrittenWhenOnePassCannotBeMade()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"passes.pdf"_s);
        QList<PassContent> some = passes(9);
        some[8].abbreviatedName.clear();
        QCOMPARE(writePassPdf(path, some, {PassLayout::A4Eight, PosterLanguages::Both}).error().code,
                 ErrorCode::WrongUse);
        QVERIFY(QDir(folder.path()).isEmpty());
        QCOMPARE(writePassPdf(path, {}, {}).error().code, ErrorCode::WrongUse);
        QCOMPARE(writePassPdf(folder.filePath(u"no/passes.pdf"_s), passes(1), {}).error().code,
                 ErrorCode::WriteFailed);
    }

    void whatIsMissingOrCannotBePrintedIsRefused()
    {
        const auto refused = [](const PassContent &content) {
            return composePassSheet({content}, PassLayout::Label, PosterLanguages::Both).error().code;
        };
        PassContent nameless = pass(1);
        nameless.abbreviatedName.clear();
        QCOMPARE(refused(nameless), ErrorCode::WrongUse);
        PassContent endless = pass(1);
        endless.venueName = QString(250, u'W');
        QCOMPARE(refused(endless), ErrorCode::DoesNotFit);
        PassContent undated = pass(1);
        undated.validUntil = {};
        QCOMPARE(refused(undated), ErrorCode::WrongUse);
        PassContent codeless = pass(1);
        codeless.codeText.clear();
        QCOMPARE(refused(codeless), ErrorCode::WrongUse);
    }
};

QTEST_MAIN(TestPasses)

#include "tst_passes.moc"
