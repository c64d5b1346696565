#include "core/barcode/blockmidpoint.h"
#include "core/barcode/decodedcode.h"
#include "core/barcode/resampling.h"
#include "core/barcode/wienersharpening.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace checkpoint;

namespace {

/// A picture whose pixel (x, y) is value(x, y).
template <typename Value> LuminancePlane painted(int width, int height, Value value)
{
    LuminancePlane plane;
    plane.resize(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            plane.row(y)[x] = uchar(value(x, y));
    }
    return plane;
}

bool isCheckered(int x, int y)
{
    return (x / 4 + y / 4) % 2 == 0;
}

LuminancePlane binarised(const LuminancePlane &picture, BlockMidpoint::Polarity polarity)
{
    BlockMidpoint midpoint;
    LuminancePlane result;
    midpoint.measure(picture.view());
    midpoint.binarise(picture.view(), polarity, result);
    return result;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void contrastThatFadesAcrossThePictureIsThresholdedEverywhere_data();
    void contrastThatFadesAcrossThePictureIsThresholdedEverywhere();
    void flatPlacesAreWhiteInBothPolarities();
    void midpointWorksOnViewsIntoLargerPictures();
    void halvingTakesTheMeanOfFour();
    void enlargingKeepsFlatPlacesAndLiesBetweenNeighbours();
    void invertingTwiceGivesThePictureBack();
    void interleavedSamplesAreCopiedAlone_data();
    void interleavedSamplesAreCopiedAlone();
    void sharpeningBringsBackWhatABlurTook();
    void sharpeningKeepsFlatPicturesOfAnySize();
    void sameBytesAtTheSamePlaceAreOneCode();
};

void TestPictures::contrastThatFadesAcrossThePictureIsThresholdedEverywhere_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("whole blocks") << 320 << 64;
    QTest::newRow("a rest of 5 and 3 pixels") << 317 << 59;
    QTest::newRow("less than a block") << 7 << 7;
}

void TestPictures::contrastThatFadesAcrossThePictureIsThresholdedEverywhere()
{
    QFETCH(const int, width);
    QFETCH(const int, height);
    // Ink of a quarter of the paper's brightness, in light that falls to a third.
    const LuminancePlane picture = painted(width, height, [](int x, int y) {
        const int paper = 240 - x / 2;
        return isCheckered(x, y) ? paper / 4 : paper;
    });
    const LuminancePlane normal = binarised(picture, BlockMidpoint::Polarity::DarkOnLight);
    const LuminancePlane inverted = binarised(picture, BlockMidpoint::Polarity::LightOnDark);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            QCOMPARE(int(normal.row(y)[x]), isCheckered(x, y) ? 0 : 255);
            QCOMPARE(int(inverted.row(y)[x]), isCheckered(x, y) ? 255 : 0);
        }
    }
}

void TestPictures::flatPlacesAreWhiteInBothPolarities()
{
    for (const int brightness : {0, 20, 230}) {
        const LuminancePlane picture =
            painted(64, 64, [&](int x, int y) { return brightness + (x * 7 + y * 3) % 20; });
        for (const auto polarity :
             {BlockMidpoint::Polarity::DarkOnLight, BlockMidpoint::Polarity::LightOnDark}) {
            const LuminancePlane result = binarised(picture, polarity);
            for (int y = 0; y < 64; ++y) {
                for (int x = 0; x < 64; ++x)
                    QCOMPARE(int(result.row(y)[x]), 255);
            }
        }
    }
}

void TestPictures::midpointWorksOnViewsIntoLargerPictures()
{
    const LuminancePlane picture =
        painted(100, 80, [](int x, int y) { return isCheckered(x, y) ? 40 : 200; });
    const LuminanceView part = picture.view().cropped({13, 9, 50, 41});
    BlockMidpoint midpoint;
    LuminancePlane result;
    midpoint.measure(picture.view()); // another size before: nothing of it may stay
    midpoint.measure(part);
    midpoint.binarise(part, BlockMidpoint::Polarity::DarkOnLight, result);
    QCOMPARE(result.width(), 50);
    QCOMPARE(result.height(), 41);
    for (int y = 0; y < 41; ++y) {
        for (int x = 0; x < 50; ++x)
            QCOMPARE(int(result.row(y)[x]), isCheckered(x + 13, y + 9) ? 0 : 255);
    }
}

void TestPictures::halvingTakesTheMeanOfFour()
{
    const LuminancePlane picture = painted(71, 35, [](int x, int y) { return (x * 37 + y * 91) % 256; });
    LuminancePlane half;
    halve(picture.view(), half);
    QCOMPARE(half.width(), 35);
    QCOMPARE(half.height(), 17);
    for (int y = 0; y < 17; ++y) {
        for (int x = 0; x < 35; ++x) {
            const int sum = picture.row(2 * y)[2 * x] + picture.row(2 * y)[2 * x + 1] +
                            picture.row(2 * y + 1)[2 * x] + picture.row(2 * y + 1)[2 * x + 1];
            QVERIFY(qAbs(4 * half.row(y)[x] - sum) <= 2);
        }
    }
}

void TestPictures::enlargingKeepsFlatPlacesAndLiesBetweenNeighbours()
{
    const LuminancePlane ramp = painted(20, 10, [](int x, int) { return 10 * x; });
    LuminancePlane large;
    enlargeTwice(ramp.view(), large);
    QCOMPARE(large.width(), 40);
    QCOMPARE(large.height(), 20);
    for (int y = 0; y < 20; ++y) {
        for (int x = 1; x < 39; ++x) // the centre of pixel x lies at (x + 1/2) / 2 - 1/2 of the small one
            QVERIFY(qAbs(large.row(y)[x] - 10 * (x / 2.0 - 0.25)) <= 1);
    }
    const LuminancePlane one = painted(1, 1, [](int, int) { return 77; });
    enlargeTwice(one.view(), large);
    for (const int y : {0, 1})
        QVERIFY(large.row(y)[0] == 77 && large.row(y)[1] == 77);
}

void TestPictures::invertingTwiceGivesThePictureBack()
{
    const LuminancePlane picture = painted(71, 35, [](int x, int y) { return (x * 37 + y * 91) % 256; });
    LuminancePlane negative;
    LuminancePlane again;
    invert(picture.view(), negative);
    invert(negative.view(), again);
    for (int y = 0; y < 35; ++y) {
        for (int x = 0; x < 71; ++x) {
            QCOMPARE(int(negative.row(y)[x]), 255 - picture.row(y)[x]);
            QCOMPARE(again.row(y)[x], picture.row(y)[x]);
        }
    }
}

void TestPictures::interleavedSamplesAreCopiedAlone_data()
{
    QTest::addColumn<int>("pixelStride");
    for (const int stride : {1, 2, 3, 4})
        QTest::addRow("%d bytes a pixel", stride) << stride;
}

void TestPictures::interleavedSamplesAreCopiedAlone()
{
    QFETCH(const int, pixelStride);
    constexpr int width = 37;
    constexpr int height = 5;
    const int rowStride = width * pixelStride + 3;
    std::vector<uchar> bytes(size_t(rowStride * (height - 1) + (width - 1) * pixelStride + 1), 255);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            bytes[size_t(y * rowStride + x * pixelStride)] = uchar(x + 40 * y);
    }
    LuminancePlane plane;
    copyDense({bytes.data(), width, height, rowStride, pixelStride}, plane);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            QCOMPARE(int(plane.row(y)[x]), x + 40 * y);
    }
}

void TestPictures::sharpeningBringsBackWhatABlurTook()
{
    constexpr double sigma = 2;
    constexpr int reach = 8;
    const auto stripe = [](int x) { return (x / 4) % 2 ? 190.0 : 60.0; };
    const LuminancePlane blurred = painted(120, 40, [&](int x, int) {
        double sum = 0;
        double weights = 0;
        for (int k = -reach; k <= reach; ++k) {
            const double weight = std::exp(-k * k / (2 * sigma * sigma));
            sum += weight * stripe(std::clamp(x + k, 0, 119));
            weights += weight;
        }
        return std::lround(sum / weights);
    });
    const auto contrast = [](const LuminancePlane &plane) { // in the middle of two stripes
        return double(plane.row(20)[62] - plane.row(20)[58]);
    };
    LuminancePlane sharp;
    WienerSharpening(sigma, 0.01).sharpen(blurred.view(), sharp);
    QVERIFY2(qAbs(contrast(blurred)) < 60, "the blur took nothing");
    QVERIFY2(qAbs(contrast(sharp)) > 1.8 * qAbs(contrast(blurred)), "the contrast did not come back");
    QVERIFY((contrast(sharp) > 0) == (contrast(blurred) > 0));
}

void TestPictures::sharpeningKeepsFlatPicturesOfAnySize()
{
    WienerSharpening sharpening(1.3, 0.01);
    LuminancePlane result;
    for (const QSize size : {QSize(1, 1), QSize(3, 40), QSize(40, 3), QSize(64, 64), QSize(2, 2)}) {
        const LuminancePlane flat = painted(size.width(), size.height(), [](int, int) { return 123; });
        sharpening.sharpen(flat.view(), result);
        QCOMPARE(QSize(result.width(), result.height()), size);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                QVERIFY(qAbs(result.row(y)[x] - 123) <= 1);
        }
    }
}

void TestPictures::sameBytesAtTheSamePlaceAreOneCode()
{
    const QPolygonF here(QRectF(10, 10, 50, 50));
    const QPolygonF shifted(QRectF(11, 9, 51, 50));
    const QPolygonF there(QRectF(200, 10, 50, 50));
    DecodedCodes codes{{"a", here}};
    addNewCodes(codes, {{"a", shifted}, {"a", there}, {"b", here}});
    QCOMPARE(codes.size(), size_t(3));
    QVERIFY(codes[1].outline == there);
    QCOMPARE(codes[2].bytes, QByteArray("b"));
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
