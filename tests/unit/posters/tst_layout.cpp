#include "core/posters/noticesheet.h"
#include "core/posters/postercomposer.h"
#include "core/posters/posterproof.h"
#include "core/posters/posterwords.h"
#include "core/posters/textfit.h"
#include "tests/unit/posters/venues.h"

#include <QTest>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where ink of a text may be: from the top of stacked marks to the lowest descender.
QRectF boxOf(const SheetText &text)
{
    return {text.baseline.x(), text.baseline.y() - 0.75 * text.size, text.width, text.size};
}

QString joinedTexts(const Sheet &sheet)
{
    QStringList words;
    for (const SheetText &text : sheet.texts)
        words.append(text.text);
    return words.join(u' ');
}

PosterContent plainContent()
{
    PosterContent content;
    content.venueName = u"Bệnh viện Đa khoa Thử Nghiệm"_s;
    content.locationName = u"Cổng A"_s;
    content.codeText = "https://example.invalid/v/VENUE-0001/L1/000001";
    content.serial = u"000123"_s;
    content.version = 2;
    content.issuedOn = QDate(2026, 11, 20);
    return content;
}

} // namespace

/// What lies where on a sheet, without any painter.
class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void everyVenueFitsEveryLayout_data()
    {
        QTest::addColumn<QString>("venue");
        for (const VenueFixture &fixture : venueFixtures())
            QTest::addRow("%s", qPrintable(fixture.name)) << fixture.name;
    }

    /// Nothing lies over anything else, at the paper's edge or in a quiet zone; names keep their least size.
    void everyVenueFitsEveryLayout()
    {
        QFETCH(QString, venue);
        PosterContent content;
        for (const VenueFixture &fixture : venueFixtures()) {
            if (fixture.name == venue)
                content = fixture.content;
        }
        for (const auto &[name, options] : allPosterOptions()) {
            const Result<Sheet> sheet = composePosterSheet({content}, options);
            QVERIFY2(sheet.ok(), qPrintable(name + u": "_s + (sheet ? QString() : sheet.error().detail)));
            checkSheet(*sheet, name);
            const SheetPlan plan = sheetPlan(options.layout, options.orientation);
            for (const SheetText &text : sheet->texts) {
                if (text.bold && text.text.startsWith(content.venueName.section(u' ', 0, 0).left(8))) {
                    QVERIFY2(text.size >= plan.cell.leastName - 1e-6, qPrintable(name));
                    QVERIFY2(text.size <= plan.cell.mostName + 1e-6, qPrintable(name));
                }
            }
            const QString printed = joinedTexts(*sheet).remove(u' ');
            QVERIFY2(printed.contains(QString(content.venueName).remove(u' ')), qPrintable(name));
            QVERIFY2(printed.contains(QString(content.locationName).remove(u' ')), qPrintable(name));
        }
    }

    void onA4TheSymbolIsAtLeast155Millimetres()
    {
        for (const VenueFixture &fixture : venueFixtures()) {
            for (const auto &[name, options] : allPosterOptions()) {
                if (options.layout != PosterLayout::A4)
                    continue;
                const Result<Sheet> sheet = composePosterSheet({fixture.content}, options);
                QVERIFY(sheet.ok());
                QVERIFY2(sheet->symbols.front().square.width() >= 155, qPrintable(fixture.name + name));
            }
        }
    }

    void aLayoutHasAsManyPlacesAsItsNameSays()
    {
        const PosterContent content = plainContent();
        const auto places = [&](PosterLayout layout, const QList<PosterContent> &contents) {
            return composePosterSheet(contents, {layout, {}, {}})->symbols.size();
        };
        QCOMPARE(places(PosterLayout::A4, {content}), 1U);
        // One poster fills the sheet; several stand in order, what is left stays empty.
        QCOMPARE(places(PosterLayout::A4Two, {content}), 2U);
        QCOMPARE(places(PosterLayout::A4Four, {content}), 4U);
        QCOMPARE(places(PosterLayout::A4Four, {content, content, content}), 3U);
        QVERIFY(!composePosterSheet({content, content}, {PosterLayout::A4, {}, {}}).ok());
        QCOMPARE(posterSheetCount(5, PosterLayout::A4Four), 2);
        QCOMPARE(
            postersOfSheet({content, content, content, content, content}, 1, PosterLayout::A4Four).size(), 1);
    }

    void thePosterSaysWhatItMust()
    {
        const Result<Sheet> vietnamese =
            composePosterSheet({plainContent()}, {PosterLayout::A4, {}, PosterLanguages::Vietnamese});
        const QString text = joinedTexts(*vietnamese);
        for (const QString &part : {u"Bệnh viện Đa khoa Thử Nghiệm"_s, u"Cổng A"_s, u"Mở ứng dụng"_s,
                                    u"Quét mã này"_s, u"Xác nhận vào hoặc ra"_s, u"Đường dây nóng 19009095"_s,
                                    u"Ngày phát hành 20/11/2026"_s, u"Số 000123"_s, u"Phiên bản 2"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(!text.contains(u"Scan"_s));
        const QString english = joinedTexts(
            *composePosterSheet({plainContent()}, {PosterLayout::A4, {}, PosterLanguages::English}));
        QVERIFY(english.contains(u"Hotline 19009095"_s));
        QVERIFY(!english.contains(u"Quét"_s));
        const QString both =
            joinedTexts(*composePosterSheet({plainContent()}, {PosterLayout::A4, {}, PosterLanguages::Both}));
        QVERIFY(both.contains(u"Quét mã này"_s) && both.contains(u"Scan this code"_s));
    }

    void aCodeThatWasTakenOverIsPrintedUnchanged()
    {
        PosterContent content = plainContent();
        content.adopted = true;
        content.serial.clear();
        content.codeText = "https://example.invalid/another?desk=1&x=%20";
        const Result<Sheet> sheet = composePosterSheet({content}, {});
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->symbols.front().bytes, content.codeText);
        QVERIFY(!joinedTexts(*sheet).contains(u"No."_s));
    }

    void aNameThatDoesNotFitIsAnErrorAndNeverCut()
    {
        PosterContent content = plainContent();
        content.venueName = QString(u"Trung tâm Thử Nghiệm "_s).repeated(11).trimmed();
        const Result<Sheet> sticker = composePosterSheet({content}, {PosterLayout::Sticker, {}, {}});
        QVERIFY(!sticker.ok());
        QCOMPARE(sticker.error().code, ErrorCode::DoesNotFit);
        QVERIFY(!sticker.error().detail.contains(u"Trung"_s));
        const Result<Sheet> door =
            composePosterSheet({content}, {PosterLayout::Door, PosterOrientation::Landscape, {}});
        if (door)
            QVERIFY(joinedTexts(*door).contains(content.venueName));
        else
            QCOMPARE(door.error().code, ErrorCode::DoesNotFit);
    }

    void badTextIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("blanks") << u"  \u00A0 "_s;
        QTest::newRow("10,000 characters") << QString(10000, u'a');
        QTest::newRow("control character") << u"Cổng\u0007A"_s;
        QTest::newRow("line end") << u"Cổng\nA"_s;
        QTest::newRow("turned writing") << u"Cổng \u202EA"_s;
        QTest::newRow("half a character") << QString(QChar(0xD800));
    }

    void badTextIsRefused()
    {
        QFETCH(QString, name);
        PosterContent content = plainContent();
        content.venueName = name;
        const Result<Sheet> sheet = composePosterSheet({content}, {});
        QVERIFY(!sheet.ok());
        QCOMPARE(sheet.error().code, ErrorCode::WrongUse);
        QVERIFY(!sheet.error().detail.isEmpty());
        if (name.trimmed().isEmpty())
            return;
        content = plainContent();
        content.locationName = name;
        QCOMPARE(composePosterSheet({content}, {}).error().code, ErrorCode::WrongUse);
    }

    void decomposedNamesArePrintedComposed()
    {
        PosterContent content = plainContent();
        content.venueName = u"  Bệnh   viện "_s.normalized(QString::NormalizationForm_D);
        QVERIFY(joinedTexts(*composePosterSheet({content}, {})).contains(u"Bệnh viện"_s));
    }

    void linesAreAboutEquallyLong()
    {
        const auto fitted = fitText(u"một hai ba bốn năm sáu bảy tám chín mười"_s, false, {40, 100, 5, 5, 9});
        QVERIFY(fitted.has_value());
        double shortest = 1e9;
        double longest = 0;
        for (const QString &line : fitted->lines) {
            shortest = std::min(shortest, textWidth(line, false) * fitted->size);
            longest = std::max(longest, textWidth(line, false) * fitted->size);
        }
        QVERIFY(longest <= 40);
        QVERIFY(shortest > 0.6 * longest);
    }

    void theLargestSizeThatFitsIsTaken()
    {
        const auto fitted = fitText(u"Ô"_s, true, {100, 100, 17, 6, 4});
        QCOMPARE(fitted->size, 17.0);
        const auto wide = fitText(QString(40, u'W'), true, {100, 100, 17, 2, 1});
        QVERIFY(wide.has_value());
        QVERIFY(textWidth(QString(40, u'W'), true) * wide->size > 93);
        QVERIFY(!fitText(QString(40, u'W'), true, {100, 100, 17, 6, 1}).has_value());
    }

private:
    void checkSheet(const Sheet &sheet, const QString &name)
    {
        const QRectF paper(QPointF(), sheet.size);
        constexpr double unprintable = 4; // millimetres at the edges of most printers
        const QRectF printable = paper.adjusted(unprintable, unprintable, -unprintable, -unprintable);
        for (const SheetText &text : sheet.texts) {
            QVERIFY2(printable.contains(boxOf(text)), qPrintable(name + u": "_s + text.text));
            for (const SheetSymbol &symbol : sheet.symbols) {
                const double quiet = quietZoneModules * symbol.moduleSize();
                QVERIFY2(!symbol.square.adjusted(-quiet, -quiet, quiet, quiet).intersects(boxOf(text)),
                         qPrintable(name + u": in the quiet zone: "_s + text.text));
            }
        }
        for (size_t i = 0; i < sheet.texts.size(); ++i) {
            for (size_t j = i + 1; j < sheet.texts.size(); ++j) {
                const QRectF both = boxOf(sheet.texts[i]) & boxOf(sheet.texts[j]);
                QVERIFY2(
                    both.width() < 0.3 || both.height() < 0.02 * sheet.texts[i].size,
                    qPrintable(name + u": "_s + sheet.texts[i].text + u" over "_s + sheet.texts[j].text));
            }
        }
        for (const SheetSymbol &symbol : sheet.symbols) {
            const double quiet = quietZoneModules * symbol.moduleSize();
            QVERIFY2(symbol.cell.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
                         .contains(symbol.square.adjusted(-quiet, -quiet, quiet, quiet)),
                     qPrintable(name));
            QVERIFY2(symbol.square.width() >= symbol.least, qPrintable(name));
        }
    }

private slots:
    /// Whatever an administrator may save fits on one page a language, nothing over anything else.
    void theLongestNoticeStillHasRoomOnAPage()
    {
        const auto longest = [](int letters) {
            QString text;
            while (text.size() < letters)
                text += u"Nghiêng ngả "_s; // marks above and below
            return text.left(letters - 4).trimmed() + u" hết"_s;
        };
        Notice notice = proposedNotice({}, {});
        notice.version = 12;
        notice.vietnamese = notice.english = {longest(longestNoticeText), longest(longestNoticeText)};
        notice.contact = longest(longestNoticeContact);
        QVERIFY(!faultOf(notice));
        const auto sheets =
            noticeSheets({longest(longestPrintedName), longest(200), notice}, PosterLanguages::Both);
        QVERIFY(sheets);
        QCOMPARE(sheets->size(), size_t(2));
        for (const Sheet &sheet : *sheets) {
            const QString said = joinedTexts(sheet);
            QCOMPARE(said.count(u"hết"_s), 5);
            QVERIFY(said.contains(u"12"_s));
            checkSheet(sheet, u"notice"_s);
            for (const SheetText &text : sheet.texts)
                QVERIFY2(text.size >= 2.7, qPrintable(text.text));
        }
        notice.contact = QChar(0x202E) + u"Quầy"_s; // turns the direction of writing
        QCOMPARE(faultOf(notice)->kind, NoticeFault::Kind::Unprintable);
        QVERIFY(!noticeSheets({u"Bệnh viện"_s, {}, notice}, PosterLanguages::English));
    }

    void theNoticeSaysWhatIsHeldAndWhomToAskEvenWithoutAContact()
    {
        Notice notice = proposedNotice({}, {});
        notice.contact = u" "_s;
        const QString said = noticeLines({u"Bệnh viện"_s, {}, notice}, PosterLanguages::Both).join(u'\n');
        QVERIFY2(said.contains(u"Liên hệ: Quý khách có thể hỏi"_s) &&
                     said.contains(u"Contact: You may ask"_s),
                 qPrintable(said));
        // All that VisitorData and Entry keep; whether the key is apart from the disk the wall cannot know.
        for (const QString &held :
             {u"ngày, tháng, năm sinh"_s, u"ngày cấp giấy tờ"_s, u"số giấy tờ cũ"_s, u"quốc tịch"_s,
              u"bảo hiểm y tế"_s, u"date of birth"_s, u"date of issue"_s, u"nationality"_s, u"insurance"_s})
            QVERIFY2(said.contains(held), qPrintable(held));
        QVERIFY(!said.contains(u"mã hóa"_s) && !said.contains(u"encrypted"_s));
    }
};

QTEST_MAIN(TestLayout)

#include "tst_layout.moc"
