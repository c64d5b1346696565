#include "core/barcode/blockmidpoint.h"
#include "core/barcode/coarseplanes.h"
#include "core/barcode/finderpatterns.h"
#include "core/barcode/qrencoder.h"
#include "core/barcode/readpass.h"
#include "core/barcode/rectification.h"
#include "core/barcode/resampling.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

using namespace checkpoint;

namespace {

std::atomic_int allocations = 0;

} // namespace

// Every allocation of this executable and the libraries it loads is counted.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace {

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

/// The symbol of `bytes` with its quiet zone, stretched to these corners.
QImage tilted(const QByteArray &bytes, const QPolygonF &corners, QSize size = {900, 700})
{
    const QImage code = encodeQr(bytes, QrErrorCorrection::Medium).value().toImage(8);
    QTransform transform;
    QTransform::quadToQuad(QPolygonF(QRectF(code.rect())).first(4), corners, transform);
    QImage scene(size, QImage::Format_Grayscale8);
    scene.fill(Qt::gray);
    QPainter painter(&scene);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, code);
    return scene;
}

LuminancePlane binarised(const QImage &grey)
{
    BlockMidpoint midpoint;
    LuminancePlane result;
    midpoint.measure(viewOf(grey));
    midpoint.binarise(viewOf(grey), BlockMidpoint::Polarity::DarkOnLight, result);
    return result;
}

DecodedCodes rectifiedRead(const QImage &scene)
{
    ReadPasses passes;
    passes.begin(viewOf(scene));
    return passes.run(ReadPass::Rectified);
}

const QPolygonF strongTilt{{{150, 120}, {760, 60}, {620, 640}, {230, 520}}};

} // namespace

class TestRectification : public QObject
{
    Q_OBJECT

private slots:
    void threePatternsAreFoundWhereTheyLie();
    void nestedSquaresOfOtherProportionsAreNoPatterns();
    void planeMapsTheModulesOntoThePicture();
    void stronglyTiltedSymbolsAreReadInEveryOrientation_data();
    void stronglyTiltedSymbolsAreReadInEveryOrientation();
    void tiltedSymbolsBrightOnDarkAreRead();
    void symbolsOfManyModulesAreRead();
    void mirroredAndIncompletePatternsDoNoHarm();
    void aPictureFullOfPatternsIsGivenUpSoon();
    void laterPicturesAllocateNothing();
};

void TestRectification::threePatternsAreFoundWhereTheyLie()
{
    const QByteArray bytes(400, 'w'); // modules of 7 pixels; larger ones are looked for in a smaller picture
    const QImage scene = tilted(bytes, strongTilt);
    const int modules = encodeQr(bytes, QrErrorCorrection::Medium).value().size();
    QTransform toPicture; // from modules, the quiet zone being 4 wide
    const double side = modules + 8;
    QTransform::quadToQuad({{{0, 0}, {side, 0}, {side, side}, {0, side}}}, strongTilt, toPicture);
    FinderPatterns finder;
    const auto &patterns = finder.find(binarised(scene).view());
    QCOMPARE(patterns.size(), size_t(3));
    for (const QPointF &corner : {QPointF(4, 4), QPointF(modules - 3, 4), QPointF(4, modules - 3)}) {
        const QPointF truth = toPicture.map(corner);
        double nearest = 1e9;
        for (const FinderPattern &pattern : patterns) {
            for (const QPointF &found : pattern.corners)
                nearest = std::min(nearest, QLineF(found, truth).length());
        }
        // half a module
        QVERIFY2(nearest < 3.5, qPrintable(QString::number(nearest)));
    }
}

void TestRectification::nestedSquaresOfOtherProportionsAreNoPatterns()
{
    QImage scene(300, 300, QImage::Format_Grayscale8);
    scene.fill(Qt::white);
    QPainter painter(&scene);
    painter.fillRect(50, 50, 90, 90, Qt::black); // 3:1:1:1:3
    painter.fillRect(80, 80, 30, 30, Qt::white);
    painter.fillRect(90, 90, 10, 10, Qt::black);
    painter.end();
    FinderPatterns finder;
    QVERIFY(finder.find(binarised(scene).view()).empty());
}

void TestRectification::planeMapsTheModulesOntoThePicture()
{
    const QByteArray bytes(400, 'p');
    const QImage scene = tilted(bytes, strongTilt);
    const LuminancePlane binary = binarised(scene);
    FinderPatterns finder;
    std::vector<SymbolPlane> planes;
    findSymbolPlanes(finder.find(binary.view()), binary.view(), planes);
    QVERIFY(!planes.empty());
    const int modules = encodeQr(bytes, QrErrorCorrection::Medium).value().size();
    QCOMPARE(planes.front().modules, modules);
    QVERIFY(planes.front().timing > 0.95);
    const double side = modules + 8;
    QTransform truth;
    QTransform::quadToQuad({{{-4, -4}, {side - 4, -4}, {side - 4, side - 4}, {-4, side - 4}}}, strongTilt,
                           truth);
    // The corner without a pattern is extrapolated: within a module.
    for (const QPointF &module :
         {QPointF(0, 0), QPointF(modules, 0), QPointF(0, modules), QPointF(modules, modules)})
        QVERIFY(QLineF(planes.front().toPicture.map(module), truth.map(module)).length() < 7);
}

void TestRectification::stronglyTiltedSymbolsAreReadInEveryOrientation_data()
{
    QTest::addColumn<int>("turns");
    for (int turns = 0; turns < 4; ++turns)
        QTest::addRow("turned by %d", 90 * turns) << turns;
}

void TestRectification::stronglyTiltedSymbolsAreReadInEveryOrientation()
{ // with modules of 11 pixels
    QFETCH(const int, turns);
    QPolygonF corners = strongTilt;
    std::rotate(corners.begin(), corners.begin() + turns, corners.end());
    const QByteArray bytes(130, 'o');
    const DecodedCodes codes = rectifiedRead(tilted(bytes, corners));
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes.front().bytes, bytes);
    // The outline is that of the symbol in the picture, without its quiet zone.
    QVERIFY(strongTilt.boundingRect().contains(codes.front().outline.boundingRect()));
    QVERIFY(codes.front().outline.boundingRect().width() > 0.7 * strongTilt.boundingRect().width());
}

void TestRectification::tiltedSymbolsBrightOnDarkAreRead()
{
    QImage scene = tilted(QByteArray(130, 'i'), strongTilt);
    scene.invertPixels();
    ReadPasses passes;
    passes.begin(viewOf(scene));
    QCOMPARE(passes.run(ReadPass::RectifiedInverted).size(), size_t(1));
}

void TestRectification::symbolsOfManyModulesAreRead()
{
    const QByteArray bytes(650, 'v');
    QCOMPARE(encodeQr(bytes, QrErrorCorrection::Medium).value().size(), 97); // version 20
    const DecodedCodes codes = rectifiedRead(tilted(bytes, strongTilt));
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes.front().bytes, bytes);
}

void TestRectification::mirroredAndIncompletePatternsDoNoHarm()
{
    const QImage scene = tilted("x", strongTilt);
    for (int cut = 100; cut < 600; cut += 50) {
        const QImage part = scene.copy(cut, cut / 2, 400, 300);
        rectifiedRead(part);
        rectifiedRead(part.mirrored(true, false));
    }
    QVERIFY(rectifiedRead(QImage(1, 1, QImage::Format_Grayscale8)).empty());
}

void TestRectification::aPictureFullOfPatternsIsGivenUpSoon()
{
    QImage scene(1280, 720, QImage::Format_Grayscale8);
    scene.fill(Qt::white);
    QPainter painter(&scene);
    for (int y = 10; y < 680; y += 40) {
        for (int x = 10; x < 1240; x += 40) {
            painter.fillRect(x, y, 28, 28, Qt::black);
            painter.fillRect(x + 4, y + 4, 20, 20, Qt::white);
            painter.fillRect(x + 8, y + 8, 12, 12, Qt::black);
        }
    }
    painter.end();
    FinderPatterns finder;
    QVERIFY(finder.find(binarised(scene).view()).size() <= FinderPatterns::mostPatterns);
    QVERIFY(rectifiedRead(scene).empty());
}

void TestRectification::laterPicturesAllocateNothing()
{
    const QImage scene = tilted(QByteArray(400, 'a'), strongTilt);
    const LuminanceView view = viewOf(scene);
    BlockMidpoint midpoint;
    WienerSharpening sharpening(1.3, 0.01);
    FinderPatterns finder;
    FinderBlobs blobs;
    std::vector<SymbolPlane> coarse;
    FunctionPatterns known;
    SymbolSurface surface;
    ModuleSamples samples;
    ModuleEqualiser equaliser;
    SymbolAccumulator sum;
    std::vector<SymbolPlane> planes;
    LuminancePlane binary;
    LuminancePlane half;
    LuminancePlane even;
    LuminancePlane large;
    LuminancePlane sharp;
    const auto lookAtIt = [&] {
        midpoint.measure(view);
        midpoint.binarise(view, BlockMidpoint::Polarity::DarkOnLight, binary);
        halve(view, half);
        smooth(view, even);
        enlargeTwice(half.view(), large);
        sharpening.sharpen(view, sharp);
        findSymbolPlanes(finder.find(binary.view()), binary.view(), planes);
        known.layOut(planes.front().modules);
        surface.fit(view, planes.front(), known);
        sampleModules(view, surface, BlockMidpoint::Polarity::DarkOnLight, samples);
        const double unexplained = equaliser.begin(samples, known);
        equaliser.improve(2);
        sum.add(equaliser, known, unexplained);
        findCoarsePlanes(blobs.find(half.view(), 1.5, BlockMidpoint::Polarity::DarkOnLight), half.view(),
                         BlockMidpoint::Polarity::DarkOnLight, coarse);
    };
    lookAtIt();
    const int before = allocations;
    lookAtIt();
    QCOMPARE(int(allocations), before);
}

QTEST_GUILESS_MAIN(TestRectification)
#include "tst_rectification.moc"
