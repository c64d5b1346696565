// How much of what a webcam delivers is read: floors below which a change may not push it, and no code may
// ever be read that is not there.

#include "core/barcode/qrdecoder.h"
#include "core/barcode/readpass.h"
#include "core/barcode/symbolaccumulator.h"
#include "tests/support/camerashot.h"

#include <QTest>

#include <array>
#include <cmath>
#include <functional>

using namespace checkpoint;
using namespace checkpoint::test;

namespace {

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

const QByteArray card = "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Phường "
                        "Mẫu, Quận Thử, Hà Nội|01052021";

using Spoil = std::function<void(CameraShot &, double pixelsPerModule)>;

CameraShot shotOf(quint32 seed, double module, double distortion)
{
    CameraShot shot;
    shot.size = {640, 480};
    shot.seed = seed;
    shot.payload = card;
    shot.place({0.5, 0.5}, module, 7 + 23 * seed, distortion);
    return shot;
}

} // namespace

class TestRecall : public QObject
{
    Q_OBJECT

private slots:
    void cardsAreRead_data();
    void cardsAreRead();
    void cardsInTooLittleLightForOneFrameAreRead_data();
    void cardsInTooLittleLightForOneFrameAreRead();
    void nothingIsReadWhereThereIsNoCode();
};

void TestRecall::cardsAreRead_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<double>("distortion");
    QTest::addColumn<int>("floor"); // of the six below
    const auto row = [](const char *name, int floor, double distortion, const Spoil &spoil) {
        QTest::newRow(name) << spoil << distortion << floor;
    };
    row("clean", 6, 0.02, [](CameraShot &, double) {});
    row("tilt 22 %", 6, 0.22, [](CameraShot &, double) {});
    row("defocus, disc 0.8 module", 6, 0.02, [](CameraShot &shot, double m) { shot.discBlur = 0.8 * m; });
    row("defocus, disc 1.0 module", 6, 0.02, [](CameraShot &shot, double m) { shot.discBlur = 1.0 * m; });
    row("defocus, Gaussian 0.6 module", 6, 0.02,
        [](CameraShot &shot, double m) { shot.gaussianBlur = 0.6 * m; });
    row("defocus, Gaussian 0.8 module", 4, 0.02,
        [](CameraShot &shot, double m) { shot.gaussianBlur = 0.8 * m; });
    row("motion 1.5 modules", 5, 0.02, [](CameraShot &shot, double m) { shot.motion = 1.5 * m; });
    row("motion 2 modules", 5, 0.02, [](CameraShot &shot, double m) { shot.motion = 2 * m; });
    row("dim", 5, 0.02, [](CameraShot &shot, double) { shot.fullWell = 250; });
    row("glare", 5, 0.02, [](CameraShot &shot, double) { shot.glare = 0.8; });
    row("gradient", 6, 0.02, [](CameraShot &shot, double) { shot.gradient = 0.9; });
    row("JPEG 20", 5, 0.02, [](CameraShot &shot, double) { shot.jpegQuality = 20; });
    row("light on dark", 5, 0.02, [](CameraShot &shot, double) { shot.lightOnDark = true; });
}

void TestRecall::cardsAreRead()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const double, distortion);
    QFETCH(const int, floor);
    int read = 0;
    quint32 seed = 0;
    for (const double module : {1.8, 2.2, 2.8, 3.5, 4.5, 6.0}) {
        CameraShot shot = shotOf(++seed, module, distortion);
        spoil(shot, module);
        const QImage picture = renderShot(shot);
        const DecodedCodes codes = QrDecoder().decode(viewOf(picture));
        for (const DecodedCode &code : codes)
            QCOMPARE(code.bytes, card);
        read += !codes.empty();
    }
    QVERIFY2(read >= floor, qPrintable(QString::number(read)));
}

void TestRecall::cardsInTooLittleLightForOneFrameAreRead_data()
{
    QTest::addColumn<double>("module");
    QTest::addColumn<double>("electrons"); // of white paper, beside 5 of the sensor's own noise
    QTest::newRow("small") << 2.4 << 21.0;
    QTest::newRow("middle") << 3.5 << 13.0;
    QTest::newRow("large") << 5.0 << 10.0;
}

void TestRecall::cardsInTooLittleLightForOneFrameAreRead()
{
    QFETCH(const double, module);
    QFETCH(const double, electrons);
    constexpr std::array passes{ReadPass::Rectified, ReadPass::BlurredSmaller, ReadPass::Blurred};
    ReadPasses reader;
    SymbolAccumulator across;
    bool isRead = false;
    for (quint32 frame = 1; frame <= 8 && !isRead; ++frame) {
        CameraShot shot;
        shot.size = {640, 480};
        shot.payload = card;
        shot.fullWell = electrons;
        shot.readNoise = 5;
        shot.discBlur = 0.5 * module;
        shot.noiseSeed = frame;
        // The hand that holds it trembles.
        shot.place({0.5 + 0.003 * std::sin(1.7 * frame), 0.5 + 0.004 * std::sin(2.3 * frame)}, module,
                   12 + 0.5 * std::sin(0.9 * frame), 0.02);
        const QImage picture = renderShot(shot);
        QVERIFY(QrDecoder().decode(viewOf(picture)).empty());
        reader.begin(viewOf(picture));
        for (const ReadPass pass : passes) {
            for (const DecodedCode &code : reader.run(pass, &across)) {
                QCOMPARE(code.bytes, card);
                isRead = true;
            }
        }
    }
    QVERIFY(isRead);
}

void TestRecall::nothingIsReadWhereThereIsNoCode()
{
    for (quint32 seed = 100; seed < 130; ++seed) {
        CameraShot shot;
        shot.size = {640, 480};
        shot.seed = seed;
        shot.fullWell = seed % 2 ? 5000 : 150;
        shot.discBlur = seed % 3;
        const QImage picture = renderShot(shot);
        QVERIFY(QrDecoder().decode(viewOf(picture)).empty());
    }
}

QTEST_GUILESS_MAIN(TestRecall)
#include "tst_recall.moc"
