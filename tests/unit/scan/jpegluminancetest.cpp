#include "core/scan/jpegluminance.h"

#include "tests/support/scenerenderer.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImageWriter>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <random>

using namespace checkpoint;
using checkpoint::test::renderScene;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray jpegOf(const QImage &picture, int quality = 90, bool progressive = false)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "JPG");
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(picture) ? bytes : QByteArray();
}

const uchar *dataOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

std::optional<LuminanceView> decode(JpegLuminance &jpeg, const QByteArray &bytes)
{
    return jpeg.decode(dataOf(bytes), size_t(bytes.size()));
}

/// Soft shapes of moderate colours, which no step of a colour conversion clips.
QImage softColours(QSize size)
{
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient ground(0, 0, size.width(), size.height());
    ground.setColorAt(0, QColor(70, 110, 160));
    ground.setColorAt(0.5, QColor(170, 120, 90));
    ground.setColorAt(1, QColor(90, 150, 80));
    painter.fillRect(picture.rect(), ground);
    return picture;
}

/// The place of the height and width in the frame header.
qsizetype sizeAt(const QByteArray &bytes)
{
    for (qsizetype at = 2; at + 9 < bytes.size();) {
        const auto marker = uchar(bytes[at + 1]);
        if (marker >= 0xC0 && marker <= 0xC2)
            return at + 5;
        at += 2 + (uchar(bytes[at + 2]) << 8 | uchar(bytes[at + 3]));
    }
    return -1;
}

} // namespace

class JpegLuminanceTest : public QObject
{
    Q_OBJECT

private slots:
    void brightnessIsThatOfTheColours_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<int>("quality");
        QTest::newRow("colours") << softColours({640, 480}) << 95;
        QTest::newRow("odd size") << softColours({643, 487}) << 95;
        QTest::newRow("one pixel") << softColours({1, 1}) << 95;
        QTest::newRow("grey") << softColours({640, 480}).convertToFormat(QImage::Format_Grayscale8) << 95;
        QTest::newRow("a scene") << renderScene({640, 480}, "123").convertToFormat(QImage::Format_Grayscale8)
                                 << 80;
    }
    void brightnessIsThatOfTheColours()
    {
        QFETCH(QImage, picture);
        QFETCH(int, quality);
        const QByteArray bytes = jpegOf(picture, quality);
        JpegLuminance jpeg;
        const auto grey = decode(jpeg, bytes);
        QVERIFY(grey);
        QCOMPARE(QSize(grey->width, grey->height), picture.size());
        const QImage whole = QImage::fromData(bytes, "JPG").convertToFormat(QImage::Format_RGB32);
        double sum = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb colour = whole.pixel(x, y);
                const double expected =
                    0.299 * qRed(colour) + 0.587 * qGreen(colour) + 0.114 * qBlue(colour); // ITU-R BT.601
                const double off =
                    std::abs(grey->data[qsizetype(y) * grey->rowStride + x * grey->pixelStride] - expected);
                QVERIFY2(off < 4, qPrintable(u"%1 at %2, %3"_s.arg(off).arg(x).arg(y)));
                sum += off;
            }
        }
        QVERIFY(sum / (double(picture.width()) * picture.height()) < 1);
    }

    void frameHasTheSizeOfItsPictureNotOfTheLastOne()
    {
        JpegLuminance jpeg;
        for (const QSize size : {QSize(640, 480), QSize(320, 240), QSize(1280, 720)}) {
            const auto grey = decode(jpeg, jpegOf(softColours(size)));
            QVERIFY(grey);
            QCOMPARE(QSize(grey->width, grey->height), size);
        }
    }

    void memoryIsUsedAgainForTheNextFrame()
    {
        JpegLuminance jpeg;
        const QByteArray bytes = jpegOf(softColours({640, 480}));
        const auto first = decode(jpeg, bytes);
        QVERIFY(first);
        const uchar *place = first->data;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(decode(jpeg, bytes)->data, place);
    }

    void previewHasTheColoursAndIsNoLargerThanNeeded()
    {
        JpegLuminance jpeg;
        const QImage picture = softColours({1280, 720});
        const QByteArray bytes = jpegOf(picture);
        const QImage small = jpeg.preview(dataOf(bytes), size_t(bytes.size()), 640);
        QCOMPARE(small.size(), QSize(640, 360));
        const QColor expected = picture.pixelColor(200, 100);
        const QColor actual = small.pixelColor(100, 50);
        QVERIFY(std::abs(expected.red() - actual.red()) < 6);
        QVERIFY(std::abs(expected.green() - actual.green()) < 6);
        QVERIFY(std::abs(expected.blue() - actual.blue()) < 6);
        const QByteArray tiny = jpegOf(softColours({320, 240}));
        QCOMPARE(jpeg.preview(dataOf(tiny), size_t(tiny.size()), 640).size(), QSize(320, 240));
    }

    void frameThatIsCutOffIsNone()
    {
        JpegLuminance jpeg;
        const QByteArray bytes = jpegOf(renderScene({320, 240}, "123"));
        for (qsizetype size = 0; size < bytes.size() - 8; size += 1 + size / 40)
            QVERIFY2(!decode(jpeg, bytes.first(size)), qPrintable(QString::number(size)));
        QVERIFY(decode(jpeg, bytes)); // and the next one is read as if nothing had been
    }

    void bytesAfterTheEndDoNotMatter()
    {
        JpegLuminance jpeg;
        QVERIFY(decode(jpeg, jpegOf(softColours({320, 240})) + QByteArray(5000, '\0')));
    }

    void damagedFramesDoNoHarm()
    {
        JpegLuminance jpeg;
        std::mt19937 random(7);
        const QByteArray sound = jpegOf(renderScene({160, 120}, "123"));
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = sound;
            for (quint32 flips = 1 + random() % 6; flips > 0; --flips)
                bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
            if (const auto grey = decode(jpeg, bytes))
                QVERIFY(qint64(grey->width) * grey->height <= JpegLuminance::mostPixels);
            jpeg.preview(dataOf(bytes), size_t(bytes.size()), 80);
        }
        QVERIFY(decode(jpeg, sound));
    }

    void noiseIsNoFrame()
    {
        JpegLuminance jpeg;
        std::mt19937 random(9);
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes(400, '\0');
            for (char &byte : bytes)
                byte = char(random());
            if (i % 2)
                bytes.replace(0, 3, "\xFF\xD8\xFF");
            QVERIFY(!decode(jpeg, bytes));
        }
        QVERIFY(!jpeg.decode(nullptr, 10));
    }

    void sizesThatNoCameraHasAreRefusedAtOnce()
    {
        QByteArray bytes = jpegOf(softColours({64, 64}));
        const qsizetype at = sizeAt(bytes);
        QVERIFY(at > 0);
        for (qsizetype i = 0; i < 4; ++i)
            bytes[at + i] = char(0xFD);
        JpegLuminance jpeg;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!decode(jpeg, bytes));
        QVERIFY(jpeg.preview(dataOf(bytes), size_t(bytes.size()), 640).isNull());
        QVERIFY(timer.elapsed() < 200);
    }

    /// Motion JPEG has no more than one; hostile files have thousands.
    void pictureOfSeveralScansIsRefused()
    {
        JpegLuminance jpeg;
        const QByteArray bytes = jpegOf(softColours({320, 240}), 90, true);
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!decode(jpeg, bytes));
    }
};

QTEST_GUILESS_MAIN(JpegLuminanceTest)

#include "jpegluminancetest.moc"
