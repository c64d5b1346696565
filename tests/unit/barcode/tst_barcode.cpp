#include "core/barcode/qrdecoder.h"
#include "core/barcode/qrencoder.h"

#include <QPainter>
#include <QTest>

using namespace checkpoint;

namespace {

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

QImage symbol(const QByteArray &bytes, int pixelsPerModule = 4,
              QrErrorCorrection level = QrErrorCorrection::Medium)
{
    const Result<ModuleGrid> grid = encodeQr(bytes, level);
    return grid ? grid->toImage(pixelsPerModule) : QImage();
}

} // namespace

class TestBarcode : public QObject
{
    Q_OBJECT

private slots:
    void bytesComeBackExactly_data();
    void bytesComeBackExactly();
    void everyOtherByteOfAnInterleavedFrameIsRead();
    void twoCodesInOnePictureAreBothRead();
    void outlineLiesOnTheSymbol();
    void anEmptyPictureHasNoCode();
    void otherKindsOfBarcodeAreNoCodeAndDoNoHarm();
    void symbolsCarryNoCharacterSet();
    void whatDoesNotFitIsRefused();
};

void TestBarcode::bytesComeBackExactly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("citizen card in UTF-8 without ECI")
        << QByteArray("001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định|01052021");
    QTest::newRow("cp932 bytes that are no UTF-8") << QByteArray("\x83\x65\x83\x58\x83\x67|\xC4\x90", 10);
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(char(i));
    QTest::newRow("every byte, NUL included") << all;
    QTest::newRow("digits only") << QByteArray("0123456789012345678901234567890");
    QTest::newRow("blanks at the ends") << QByteArray("  x \r\n");
}

void TestBarcode::bytesComeBackExactly()
{
    QFETCH(const QByteArray, bytes);
    for (const auto level : {QrErrorCorrection::Low, QrErrorCorrection::Medium, QrErrorCorrection::Quartile,
                             QrErrorCorrection::High}) {
        const QImage image = symbol(bytes, 4, level);
        const auto codes = QrDecoder().decode(viewOf(image));
        QCOMPARE(codes.size(), size_t(1));
        QCOMPARE(codes.front().bytes, bytes);
    }
}

void TestBarcode::everyOtherByteOfAnInterleavedFrameIsRead()
{
    // The layout of YUYV: luminance in the even bytes.
    const QImage image = symbol("interleaved");
    const int rowStride = image.width() * 2 + 6;
    std::vector<uchar> yuyv(size_t(rowStride) * size_t(image.height()), 128);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            yuyv[size_t(y) * size_t(rowStride) + size_t(x) * 2] = image.constScanLine(y)[x];
    }
    const auto codes = QrDecoder().decode({yuyv.data(), image.width(), image.height(), rowStride, 2});
    QCOMPARE(codes.size(), size_t(1));
    QCOMPARE(codes.front().bytes, QByteArray("interleaved"));
}

void TestBarcode::twoCodesInOnePictureAreBothRead()
{
    const QImage left = symbol("left person");
    const QImage right = symbol("right person");
    QImage both(left.width() + right.width() + 40, qMax(left.height(), right.height()),
                QImage::Format_Grayscale8);
    both.fill(Qt::white);
    QPainter painter(&both);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width() + 40, 0, right);
    painter.end();
    QList<QByteArray> texts;
    for (const DecodedCode &code : QrDecoder().decode(viewOf(both)))
        texts.append(code.bytes);
    std::ranges::sort(texts);
    QCOMPARE(texts, (QList<QByteArray>{"left person", "right person"}));
}

void TestBarcode::outlineLiesOnTheSymbol()
{
    constexpr int pixels = 6;
    const QImage code = symbol("outline", pixels);
    QImage scene(400, 300, QImage::Format_Grayscale8);
    scene.fill(Qt::white);
    QPainter(&scene).drawImage(100, 50, code);
    const auto codes = QrDecoder().decode(viewOf(scene));
    QCOMPARE(codes.size(), size_t(1));
    const QRectF found = codes.front().outline.boundingRect();
    const QRectF truth(100 + 4 * pixels, 50 + 4 * pixels, code.width() - 8 * pixels,
                       code.height() - 8 * pixels);
    QVERIFY2(qAbs(found.left() - truth.left()) <= pixels && qAbs(found.right() - truth.right()) <= pixels &&
                 qAbs(found.top() - truth.top()) <= pixels && qAbs(found.bottom() - truth.bottom()) <= pixels,
             "the outline is off by more than a module");
}

void TestBarcode::anEmptyPictureHasNoCode()
{
    QImage blank(640, 480, QImage::Format_Grayscale8);
    blank.fill(Qt::white);
    QVERIFY(QrDecoder().decode(viewOf(blank)).empty());
    QVERIFY(QrDecoder().decode({}).empty());
}

void TestBarcode::otherKindsOfBarcodeAreNoCodeAndDoNoHarm()
{
    // EAN-13 of 4006381333931: the decoder library aborts on such pictures when asked for all formats.
    const QByteArray bars =
        "10100011010001110101111011110101000100100101010100001010000101000010111010010000101"
        "100110101";
    QImage ean(bars.size() * 3 + 60, 120, QImage::Format_Grayscale8);
    ean.fill(Qt::white);
    QPainter painter(&ean);
    for (int i = 0; i < bars.size(); ++i) {
        if (bars[i] == '1')
            painter.fillRect(30 + i * 3, 10, 3, 100, Qt::black);
    }
    painter.end();
    QVERIFY(QrDecoder().decode(viewOf(ean)).empty());
}

void TestBarcode::symbolsCarryNoCharacterSet()
{
    // Version 1-L (21 modules) holds 17 bytes only where no ECI takes up room.
    QCOMPARE(encodeQr("\xC3\xAAseventeen bytes", QrErrorCorrection::Low).value().size(), 21);
}

void TestBarcode::whatDoesNotFitIsRefused()
{
    QVERIFY(!encodeQr({}, QrErrorCorrection::Low));
    QVERIFY(!encodeQr(QByteArray(2954, 'x'), QrErrorCorrection::Low)); // version 40-L holds 2,953 bytes
    QVERIFY(encodeQr(QByteArray(2953, 'x'), QrErrorCorrection::Low).ok());
}

QTEST_GUILESS_MAIN(TestBarcode)
#include "tst_barcode.moc"
