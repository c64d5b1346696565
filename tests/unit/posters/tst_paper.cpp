#include "core/barcode/qrdecoder.h"
#include "core/posters/paperproof.h"
#include "core/posters/postercomposer.h"
#include "core/posters/sheetedges.h"
#include "core/posters/sheetpainter.h"
#include "tests/support/scenerenderer.h"
#include "tests/unit/posters/venues.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <random>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// How a printed sheet is held up.
struct Held
{
    double printScale = 1; ///< of what is printed, about the middle of the paper
    QPointF offset{0, 0};  ///< of the print on the paper, millimetres
    double height = 620;   ///< of the paper in the picture, pixels
    double degrees = 0;    ///< clockwise
    double tilt = 0;       ///< away from the camera at the top: the top edge is this share shorter
    double slant = 0;      ///< the same at the right
    QPointF centre{640, 360};
    QColor wall = QColor(); ///< instead of the room
    double light = 0;       ///< share of light lost towards the right
};

/// The paper with its print, 4 pixels a millimetre.
QImage printedPaper(const Sheet &sheet, const Held &held)
{
    constexpr double dots = 4;
    QImage paper((sheet.size * dots).toSize(), QImage::Format_RGB32);
    paper.fill(QColor(244, 243, 238));
    QPainter painter(&paper);
    const QPointF middle(sheet.size.width() / 2, sheet.size.height() / 2);
    painter.scale(dots, dots);
    painter.translate(middle + held.offset);
    painter.scale(held.printScale, held.printScale);
    painter.translate(-middle);
    paintSheet(painter, sheet, 1);
    return paper;
}

QImage photograph(const Sheet &sheet, const Held &held)
{
    constexpr QSize size(1280, 720);
    QImage scene =
        held.wall.isValid() ? QImage(size, QImage::Format_RGB32) : renderScene(size, QList<SceneCard>());
    if (held.wall.isValid())
        scene.fill(held.wall);
    const QImage paper = printedPaper(sheet, held);
    const double half = held.height / 2;
    const double across = half * sheet.size.width() / sheet.size.height();
    QPolygonF corners{{-across * (1 - held.tilt), -half},
                      {across * (1 - held.tilt), -half * (1 - held.slant)},
                      {across, half * (1 - held.slant)},
                      {-across, half}};
    corners = QTransform().translate(held.centre.x(), held.centre.y()).rotate(held.degrees).map(corners);
    QTransform onto;
    QTransform::quadToQuad(QPolygonF{{0, 0},
                                     {double(paper.width()), 0},
                                     {double(paper.width()), double(paper.height())},
                                     {0, double(paper.height())}},
                           corners, onto);
    QPainter painter(&scene);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(onto);
    painter.drawImage(0, 0, paper);
    painter.end();
    // A lens that is not quite sharp, uneven light, a sensor's noise.
    scene = scene.scaled(size * 0.85, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_Grayscale8);
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 3);
    for (int y = 0; y < scene.height(); ++y) {
        uchar *line = scene.scanLine(y);
        for (int x = 0; x < scene.width(); ++x)
            line[x] = uchar(std::clamp(line[x] * 0.92 * (1 - held.light * x / scene.width()) + noise(random),
                                       0.0, 255.0));
    }
    return scene;
}

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

std::vector<PaperFinding> judged(const Sheet &sheet, const Held &held, const QList<QByteArray> &known = {},
                                 const Sheet *wanted = nullptr)
{
    const QImage frame = photograph(sheet, held);
    return judgePaper(expectedPaper(wanted ? *wanted : sheet, 0, known), QrDecoder().decode(viewOf(frame)),
                      viewOf(frame));
}

Sheet posterSheet(const PosterOptions &options = {}, const QByteArray &code = {})
{
    for (const VenueFixture &fixture : venueFixtures()) {
        if (fixture.name != "hospital"_L1)
            continue;
        PosterContent content = fixture.content;
        if (!code.isEmpty())
            content.codeText = code;
        if (const Result<Sheet> sheet = composePosterSheet({content}, options))
            return *sheet;
    }
    return {};
}

QByteArray said(const std::vector<PaperFinding> &findings)
{
    QByteArray text;
    for (const PaperFinding &finding : findings)
        text += QByteArray::number(int(finding.kind)) + " at " + QByteArray::number(finding.scale) + "; ";
    return text;
}

} // namespace

/// A printed sheet is held up to the camera; what is wrong with it is found, and only that.
class TestPaper : public QObject
{
    Q_OBJECT

private slots:
    void aRightPosterIsRightHoweverItIsHeld_data()
    {
        QTest::addColumn<Held>("held");
        QTest::newRow("straight") << Held{};
        QTest::newRow("small in the picture") << Held{.height = 420};
        QTest::newRow("turned") << Held{.height = 560, .degrees = 8};
        QTest::newRow("on its side") << Held{.height = 600, .degrees = 90};
        QTest::newRow("upside down") << Held{.height = 600, .degrees = 183};
        QTest::newRow("tilted back") << Held{.tilt = 0.12};
        QTest::newRow("tilted and turned") << Held{.height = 560, .degrees = -6, .tilt = 0.08};
        QTest::newRow("slanted") << Held{.slant = 0.07};
        QTest::newRow("before a dark wall") << Held{.wall = QColor(90, 84, 80)};
        QTest::newRow("in uneven light") << Held{.light = 0.35};
        QTest::newRow("printed out of the middle") << Held{.offset = {4, -5}};
        QTest::newRow("shrunk to the printer's margins") << Held{.printScale = 0.97};
    }

    void aRightPosterIsRightHoweverItIsHeld()
    {
        QFETCH(Held, held);
        const std::vector<PaperFinding> findings = judged(posterSheet(), held);
        QVERIFY2(findings.empty(), said(findings).constData());
    }

    void aPrintOfAnotherSizeIsSeen_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<Held>("held");
        for (const double scale : {0.5, 0.6, 0.7, 0.8, 0.9, 1.07}) {
            const double centimes = scale * 100;
            QTest::addRow("%.0f %% straight", centimes) << scale << Held{.printScale = scale};
            QTest::addRow("%.0f %% tilted", centimes)
                << scale << Held{.printScale = scale, .height = 600, .degrees = 5, .tilt = 0.08};
        }
    }

    void aPrintOfAnotherSizeIsSeen()
    {
        QFETCH(double, scale);
        QFETCH(Held, held);
        const std::vector<PaperFinding> findings = judged(posterSheet(), held);
        QVERIFY2(findings.size() == 1, said(findings).constData());
        QCOMPARE(findings.front().kind, scale < 1 ? PaperKind::PrintedSmall : PaperKind::PrintedLarge);
        QVERIFY2(std::abs(findings.front().scale - scale) < 0.03, said(findings).constData());
    }

    void everyLayoutIsJudgedByItsOwnPaper_data()
    {
        QTest::addColumn<int>("index");
        const auto options = allPosterOptions();
        for (int i = 0; i < options.size(); ++i) {
            if (options[i].second.languages == PosterLanguages::Both)
                QTest::addRow("%s", qPrintable(options[i].first)) << i;
        }
    }

    void everyLayoutIsJudgedByItsOwnPaper()
    {
        QFETCH(int, index);
        const PosterOptions options = allPosterOptions()[index].second;
        const Sheet sheet = posterSheet(options);
        const auto heightOf = [](const Sheet &paper) {
            return std::min(660.0, 1200 * paper.size.height() / paper.size.width());
        };
        const QColor wall(120, 116, 110);
        // Whole, as it comes from the printer.
        const auto whole = judged(sheet, Held{.height = heightOf(sheet), .wall = wall});
        QVERIFY2(whole.empty(), said(whole).constData());
        // Cut, as it is hung up: its first piece, which lies at the top left.
        Sheet piece = sheet;
        piece.size = sheet.symbols.front().cell.size();
        const auto cut = judged(piece, Held{.height = heightOf(piece), .wall = wall}, {}, &sheet);
        QVERIFY2(cut.empty(), said(cut).constData());
        const auto small =
            judged(piece, Held{.printScale = 0.7, .height = heightOf(piece), .wall = wall}, {}, &sheet);
        QVERIFY2(small.size() == 1 && small.front().kind == PaperKind::PrintedSmall, said(small).constData());
        QVERIFY2(std::abs(small.front().scale - 0.7) < 0.03, said(small).constData());
    }

    void anotherPosterIsNamedAndAForeignCodeIsNot()
    {
        const Sheet wanted = posterSheet({}, "https://example.invalid/v/ONE/L1/000001");
        const Sheet other = posterSheet({}, "https://example.invalid/v/ONE/L2/000002");
        const QList<QByteArray> known{wanted.symbols.front().bytes, other.symbols.front().bytes};
        const auto findings = judged(other, {}, known, &wanted);
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().kind, PaperKind::OtherPoster);
        QCOMPARE(findings.front().other, 1);
        const auto foreign = judged(other, {}, known.mid(0, 1), &wanted);
        QCOMPARE(foreign.front().kind, PaperKind::UnknownCode);
    }

    void withoutACodeNothingIsJudged()
    {
        const QImage empty =
            renderScene(QSize(1280, 720), QList<SceneCard>()).convertToFormat(QImage::Format_Grayscale8);
        const auto findings = judgePaper(expectedPaper(posterSheet(), 0, {}), {}, viewOf(empty));
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().kind, PaperKind::NotReadable);
    }

    void whatCannotBeSeenIsNotGuessed()
    {
        // The upper and lower edge lie outside the picture; the code does not.
        const auto close = judged(posterSheet(), Held{.height = 1200});
        QCOMPARE(close.size(), 1U);
        QCOMPARE(close.front().kind, PaperKind::SizeUnknown);
        // White paper before a white wall.
        const auto white = judged(posterSheet(), Held{.wall = QColor(240, 240, 236)});
        QCOMPARE(white.size(), 1U);
        QCOMPARE(white.front().kind, PaperKind::SizeUnknown);
    }

    void anOutlineThatIsNoneIsHarmless()
    {
        const QImage frame(64, 64, QImage::Format_Grayscale8);
        for (const QPolygonF &outline : {QPolygonF(), QPolygonF{{0, 0}, {0, 0}, {0, 0}, {0, 0}},
                                         QPolygonF{{-9e9, 0}, {9e9, 1}, {9e9, 2}, {-9e9, 3}}}) {
            const SheetEdges edges = findSheetEdges(viewOf(frame), outline);
            QVERIFY(!edges.shareOfWidth() && !edges.shareOfHeight());
        }
        QVERIFY(!findSheetEdges({}, QPolygonF{{0, 0}, {1, 0}, {1, 1}, {0, 1}}).left);
    }
};

QTEST_MAIN(TestPaper)

#include "tst_paper.moc"
