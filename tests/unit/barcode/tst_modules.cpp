// Reading a symbol module by module: where they lie, what the blur mixes, and what several frames show.

#include "core/barcode/coarseplanes.h"
#include "core/barcode/finderblobs.h"
#include "core/barcode/functionpatterns.h"
#include "core/barcode/gridreader.h"
#include "core/barcode/moduleequaliser.h"
#include "core/barcode/qrencoder.h"
#include "core/barcode/resampling.h"
#include "core/barcode/symbolaccumulator.h"
#include "tests/support/camerashot.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace checkpoint;
using namespace checkpoint::test;

namespace {

using Polarity = BlockMidpoint::Polarity;

const QByteArray card = "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Phường "
                        "Mẫu, Quận Thử, Hà Nội|01052021";
const QByteArray otherCard = "001090999992|010000002|Trần Thử Nghiệm|02031985|Nữ|Số 2 Phố Giả Định, Phường "
                             "Mẫu, Quận Thử, Hà Nội|01062021";

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

ModuleGrid symbolOf(const QByteArray &bytes)
{
    return encodeQr(bytes, QrErrorCorrection::Medium).value();
}

/// Where the shot shows the symbol.
SymbolPlane planeOf(const CameraShot &shot)
{
    const double side = shot.side - 4;
    SymbolPlane plane;
    plane.modules = shot.side - 8;
    QTransform::quadToQuad({{{-4, -4}, {side, -4}, {side, side}, {-4, side}}},
                           {{shot.corners[0], shot.corners[1], shot.corners[2], shot.corners[3]}},
                           plane.toPicture);
    return plane;
}

CameraShot shotOf(const QByteArray &payload, double module, double distortion = 0.02)
{
    CameraShot shot;
    shot.size = {640, 480};
    shot.payload = payload;
    shot.place({0.5, 0.5}, module, 9, distortion);
    return shot;
}

/// What a lens that blurs by `sigma` modules makes of a symbol, with noise; paper is 0.8, ink 0.1.
ModuleSamples blurred(const ModuleGrid &symbol, double sigma, double noise, quint32 seed)
{
    constexpr int margin = ModuleSamples::margin;
    constexpr int reach = 4;
    ModuleSamples samples;
    samples.side = symbol.size() + 2 * margin;
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, noise);
    const auto light = [&](int column, int row) {
        const bool inside = column >= 0 && row >= 0 && column < symbol.size() && row < symbol.size();
        return inside && symbol.isDark(column, row) ? 0.1 : 0.8;
    };
    const auto share = [sigma](int k) { // of a module's width, k modules away
        return 0.5 * (std::erf((k + 0.5) / (sigma * std::sqrt(2.0))) -
                      std::erf((k - 0.5) / (sigma * std::sqrt(2.0))));
    };
    for (int row = -margin; row < symbol.size() + margin; ++row) {
        for (int column = -margin; column < symbol.size() + margin; ++column) {
            double sum = 0;
            for (int y = -reach; y <= reach; ++y) {
                for (int x = -reach; x <= reach; ++x)
                    sum += share(x) * share(y) * light(column + x, row + y);
            }
            samples.light.push_back(float(sum + normal(random)));
        }
    }
    samples.blind.assign(samples.light.size(), 0);
    return samples;
}

int wrongModules(const ModuleEqualiser &equaliser, const ModuleGrid &symbol)
{
    int wrong = 0;
    for (int row = 0; row < symbol.size(); ++row) {
        for (int column = 0; column < symbol.size(); ++column)
            wrong += equaliser.isDark(column, row) != symbol.isDark(column, row);
    }
    return wrong;
}

int wrongModules(const SymbolAccumulator &sum, const FunctionPatterns &known, const ModuleGrid &symbol)
{
    ModuleEqualiser equaliser;
    equaliser.begin(sum.mean(), known);
    equaliser.improve(3);
    return wrongModules(equaliser, symbol);
}

} // namespace

class TestModules : public QObject
{
    Q_OBJECT

private slots:
    void alignmentPatternsLieWhereTheStandardHasThem_data();
    void alignmentPatternsLieWhereTheStandardHasThem();
    void functionPatternsAreThoseOfEverySymbolOfTheSize();
    void blurOfMostOfAModuleIsUndone_data();
    void blurOfMostOfAModuleIsUndone();
    void whatIsNoSymbolIsToldByItsFinderPatterns();
    void patternsAreFoundInStrongBlurAndNoise_data();
    void patternsAreFoundInStrongBlurAndNoise();
    void surfaceFindsTheFarCornerOfATiltedSymbol();
    void framesThatFailAloneAreReadTogether();
    void anotherSymbolIsNeverMixedIn_data();
    void anotherSymbolIsNeverMixedIn();
    void aSymbolThatKeepsComingTakesThePlace();
    void reflectionsThatWanderHideNothing();
};

void TestModules::alignmentPatternsLieWhereTheStandardHasThem_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QList<int>>("positions"); // ISO/IEC 18004:2015, annex E
    const auto row = [](int version, const QList<int> &positions) {
        QTest::addRow("version %d", version) << version << positions;
    };
    row(1, {});
    row(2, {6, 18});
    row(6, {6, 34});
    row(7, {6, 22, 38});
    row(14, {6, 26, 46, 66});
    row(20, {6, 34, 62, 90});
    row(22, {6, 26, 50, 74, 98});
    row(32, {6, 34, 60, 86, 112, 138});
    row(36, {6, 24, 50, 76, 102, 128, 154});
    row(40, {6, 30, 58, 86, 114, 142, 170});
}

void TestModules::alignmentPatternsLieWhereTheStandardHasThem()
{
    QFETCH(const int, version);
    QFETCH(const QList<int>, positions);
    std::set<std::pair<int, int>> expected;
    for (const int x : positions) {
        for (const int y : positions)
            expected.insert({x, y});
    }
    if (!positions.isEmpty()) {
        expected.erase({6, 6});
        expected.erase({positions.last(), 6});
        expected.erase({6, positions.last()});
    }
    FunctionPatterns known;
    known.layOut(17 + 4 * version);
    std::set<std::pair<int, int>> found;
    for (const QPoint &centre : known.alignmentCentres())
        found.insert({centre.x(), centre.y()});
    QCOMPARE(found, expected);
}

void TestModules::functionPatternsAreThoseOfEverySymbolOfTheSize()
{
    FunctionPatterns known;
    std::set<int> sizes;
    for (int length = 5; length < 2300; length += 97) {
        const ModuleGrid symbol = symbolOf(QByteArray(length, 'f'));
        sizes.insert(symbol.size());
        known.layOut(symbol.size());
        for (int row = 0; row < symbol.size(); ++row) {
            for (int column = 0; column < symbol.size(); ++column) {
                const auto module = known.at(column, row);
                if (module != FunctionPatterns::Data)
                    QCOMPARE(symbol.isDark(column, row), module == FunctionPatterns::Dark);
            }
        }
    }
    QVERIFY(sizes.size() > 15);
}

void TestModules::blurOfMostOfAModuleIsUndone_data()
{
    QTest::addColumn<double>("sigma");
    QTest::addColumn<double>("noise");
    QTest::addColumn<int>("most"); // modules of 2025 that may be wrong
    QTest::newRow("sharp") << 0.1 << 0.0 << 0;
    QTest::newRow("sharp, noise") << 0.1 << 0.1 << 4;
    QTest::newRow("0.4 module") << 0.4 << 0.01 << 0;
    QTest::newRow("0.6 module") << 0.6 << 0.005 << 4;
    QTest::newRow("0.8 module") << 0.8 << 0.002 << 40;
}

void TestModules::blurOfMostOfAModuleIsUndone()
{
    QFETCH(const double, sigma);
    QFETCH(const double, noise);
    QFETCH(const int, most);
    const ModuleGrid symbol = symbolOf(card);
    FunctionPatterns known;
    known.layOut(symbol.size());
    ModuleEqualiser equaliser;
    QVERIFY(equaliser.begin(blurred(symbol, sigma, noise, 1), known) < 0.1);
    equaliser.improve(16);
    const int wrong = wrongModules(equaliser, symbol);
    QVERIFY2(wrong <= most, qPrintable(QString::number(wrong)));
}

void TestModules::whatIsNoSymbolIsToldByItsFinderPatterns()
{
    ModuleSamples samples;
    samples.side = 45 + 2 * ModuleSamples::margin;
    std::mt19937 random(7);
    for (int i = 0; i < samples.side * samples.side; ++i)
        samples.light.push_back(float(random() % 1000) / 1000);
    samples.blind.assign(samples.light.size(), 0);
    FunctionPatterns known;
    known.layOut(45);
    ModuleEqualiser equaliser;
    QVERIFY(equaliser.begin(samples, known) > 0.5);
}

void TestModules::patternsAreFoundInStrongBlurAndNoise_data()
{
    QTest::addColumn<double>("module");
    QTest::addColumn<double>("blur"); // modules
    QTest::addColumn<double>("light");
    QTest::addColumn<bool>("inverted");
    QTest::newRow("small") << 2.0 << 0.6 << 8000.0 << false;
    QTest::newRow("strong blur") << 2.6 << 0.8 << 8000.0 << false;
    QTest::newRow("noise") << 2.6 << 0.3 << 120.0 << false;
    QTest::newRow("light on dark") << 2.6 << 0.6 << 8000.0 << true;
}

void TestModules::patternsAreFoundInStrongBlurAndNoise()
{
    QFETCH(const double, module);
    QFETCH(const double, blur);
    QFETCH(const double, light);
    QFETCH(const bool, inverted);
    CameraShot shot = shotOf(card, module);
    shot.gaussianBlur = blur * module;
    shot.fullWell = light;
    shot.lightOnDark = inverted;
    const QImage picture = renderShot(shot);
    const auto polarity = inverted ? Polarity::LightOnDark : Polarity::DarkOnLight;
    FinderBlobs blobs;
    std::vector<SymbolPlane> planes;
    findCoarsePlanes(blobs.find(viewOf(picture), 1.5, polarity), viewOf(picture), polarity, planes);
    const SymbolPlane truth = planeOf(shot);
    const bool found = std::ranges::any_of(planes, [&](const SymbolPlane &plane) {
        const double far = truth.modules - 3.5;
        return plane.modules == truth.modules &&
               std::ranges::all_of(
                   std::initializer_list<QPointF>{{3.5, 3.5}, {far, 3.5}, {3.5, far}}, [&](QPointF at) {
                       return QLineF(plane.toPicture.map(at), truth.toPicture.map(at)).length() < module;
                   });
    });
    QVERIFY(found);
}

void TestModules::surfaceFindsTheFarCornerOfATiltedSymbol()
{
    CameraShot shot = shotOf(QByteArray(640, 'v'), 3, 0.18); // version 20
    shot.size = {640, 480};
    const QImage picture = renderShot(shot);
    const SymbolPlane truth = planeOf(shot);
    SymbolPlane guess = truth; // whoever knows only three corners is off by some modules at the fourth
    QTransform bent = QTransform::fromTranslate(-3.5, -3.5);
    bent *= QTransform(1, 0, 0.00012, 0, 1, 0.00012, 0, 0, 1);
    guess.toPicture = bent * QTransform::fromTranslate(3.5, 3.5) * truth.toPicture;
    FunctionPatterns known;
    known.layOut(truth.modules);
    SymbolSurface surface;
    surface.fit(viewOf(picture), guess, known);
    const QPointF corner(truth.modules - 1, truth.modules - 1);
    const double module = surface.moduleLength();
    QVERIFY(QLineF(guess.toPicture.map(corner), truth.toPicture.map(corner)).length() > 1.5 * module);
    const double missed = QLineF(surface.toPicture(corner), truth.toPicture.map(corner)).length() / module;
    QVERIFY2(missed < 0.35, qPrintable(QString::number(missed)));
}

void TestModules::framesThatFailAloneAreReadTogether()
{
    const ModuleGrid symbol = symbolOf(card);
    FunctionPatterns known;
    known.layOut(symbol.size());
    ModuleEqualiser equaliser;
    SymbolAccumulator sum;
    int least = symbol.size() * symbol.size();
    for (quint32 frame = 1; frame <= 6; ++frame) {
        const double unexplained = equaliser.begin(blurred(symbol, 0.3, 0.25, frame), known);
        equaliser.improve(3);
        least = std::min(least, wrongModules(equaliser, symbol));
        QVERIFY(sum.add(equaliser, known, unexplained));
        QCOMPARE(sum.frames(), int(frame));
    }
    QVERIFY2(3 * wrongModules(sum, known, symbol) < least,
             qPrintable(QStringLiteral("%1, alone %2").arg(wrongModules(sum, known, symbol)).arg(least)));
}

void TestModules::anotherSymbolIsNeverMixedIn_data()
{
    QTest::addColumn<double>("noise");
    QTest::newRow("little noise") << 0.03;
    QTest::newRow("noise") << 0.1;
    QTest::newRow("more noise than one frame can be read with") << 0.25;
}

void TestModules::anotherSymbolIsNeverMixedIn()
{
    QFETCH(const double, noise);
    const ModuleGrid symbol = symbolOf(card);
    const ModuleGrid other = symbolOf(otherCard);
    QCOMPARE(other.size(), symbol.size());
    FunctionPatterns known;
    known.layOut(symbol.size());
    ModuleEqualiser equaliser;
    SymbolAccumulator sum;
    for (quint32 frame = 1; frame <= 20; ++frame) {
        const bool isOther = frame % 2 == 0; // two persons hold their cards up in turn
        const double unexplained =
            equaliser.begin(blurred(isOther ? other : symbol, 0.3, noise, frame), known);
        equaliser.improve(3);
        QCOMPARE(sum.add(equaliser, known, unexplained), !isOther);
    }
    QCOMPARE(sum.frames(), 10);
    QVERIFY(wrongModules(sum, known, symbol) <= 2);
}

void TestModules::aSymbolThatKeepsComingTakesThePlace()
{
    FunctionPatterns known;
    ModuleEqualiser equaliser;
    SymbolAccumulator sum;
    const ModuleGrid symbol = symbolOf(card);
    const ModuleGrid other = symbolOf(otherCard);
    known.layOut(symbol.size());
    for (quint32 frame = 1; frame <= 12; ++frame) {
        const double unexplained =
            equaliser.begin(blurred(frame <= 6 ? symbol : other, 0.3, 0.05, frame), known);
        equaliser.improve(3);
        sum.add(equaliser, known, unexplained);
    }
    QCOMPARE(wrongModules(sum, known, other), 0);
}

void TestModules::reflectionsThatWanderHideNothing()
{
    GridReader reader;
    SymbolAccumulator across;
    DecodedCodes codes;
    int alone = 0;
    for (const QPointF &lamp :
         {QPointF(-0.9, -0.9), QPointF(0.9, -0.9), QPointF(0.9, 0.9), QPointF(-0.9, 0.9)}) {
        CameraShot shot = shotOf(card, 5);
        shot.glare = 2.5;
        shot.glareAt = lamp;
        const QImage picture = renderShot(shot);
        const LuminanceView view = viewOf(picture);
        GridReader other;
        alone += !other.read(view, view, planeOf(shot)).empty();
        codes = reader.read(view, view, planeOf(shot), Polarity::DarkOnLight, &across);
    }
    QCOMPARE(alone, 0);
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes.front().bytes, card);
}

QTEST_GUILESS_MAIN(TestModules)
#include "tst_modules.moc"
