#include "core/scan/framedecoder.h"

#include "core/scan/framepreview.h"
#include "tests/support/camerashot.h"
#include "tests/support/pixelformats.h"
#include "tests/support/scenerenderer.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QSemaphore>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using checkpoint::test::renderScene;
using checkpoint::test::videoFrame;
using Format = QVideoFrameFormat;

namespace {

const QByteArray firstPayload = "001099012345||Nguyễn Văn A|01011990|Nam|Hà Nội|01012021";
const QByteArray secondPayload = "001199054321||Trần Thị B|02021991|Nữ|Huế|02022021";

/// Red, green, blue and white quarters; a black bar along the top.
QImage colourBoard(QSize size)
{
    QImage board(size, QImage::Format_RGB32);
    QPainter painter(&board);
    const int width = size.width() / 2;
    const int height = size.height() / 2;
    painter.fillRect(0, 0, width, height, QColor(220, 30, 30));
    painter.fillRect(width, 0, width, height, QColor(30, 200, 30));
    painter.fillRect(0, height, width, height, QColor(30, 30, 220));
    painter.fillRect(width, height, width, height, QColor(240, 240, 240));
    painter.fillRect(0, 0, size.width(), size.height() / 8, Qt::black);
    return board;
}

bool isNear(QRgb actual, QRgb expected, int tolerance)
{
    return std::abs(qRed(actual) - qRed(expected)) <= tolerance &&
           std::abs(qGreen(actual) - qGreen(expected)) <= tolerance &&
           std::abs(qBlue(actual) - qBlue(expected)) <= tolerance;
}

bool hasColour(Format::PixelFormat format)
{
    return format != Format::Format_Y8 && format != Format::Format_Y16;
}

} // namespace

class FrameDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_decoded.clear(); }

    void codeIsReadFromEveryPixelFormat_data() { addFormats(); }
    void codeIsReadFromEveryPixelFormat()
    {
        QFETCH(Format::PixelFormat, format);
        FrameDecoder decoder(&m_clock);
        collect(decoder);
        decoder.submit(videoFrame(renderScene({640, 480}, firstPayload), format));
        QTRY_COMPARE(m_decoded.size(), 1);
        const DecodedFrame frame = m_decoded.first();
        QCOMPARE(frame.size, QSize(640, 480));
        QCOMPARE(frame.sightings.size(), 1);
        QCOMPARE(frame.sightings.first().bytes, firstPayload);
        QVERIFY(frame.sightings.first().outline.boundingRect().contains(QPointF(320, 240)));
        QVERIFY(std::abs(m_clock.steadyMs() - frame.steadyMs) < 5000);
    }

    void tenBitSamplesAreRead()
    {
        const QImage grey = renderScene({640, 480}, firstPayload).convertToFormat(QImage::Format_Grayscale8);
        std::vector<uchar> samples;
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const int sample = grey.constScanLine(y)[x] << 2;
                samples.push_back(uchar(sample & 0xFF));
                samples.push_back(uchar(sample >> 8));
            }
        }
        const QList<Sighting> sightings =
            PictureDecoder().decodeTenBit({samples.data(), 2 * 640, 2}, grey.size());
        QCOMPARE(sightings.size(), 1);
        QCOMPARE(sightings.first().bytes, firstPayload);
    }

    void framesThatAreShorterThanTheirFormatDoNoHarm()
    {
        FrameDecoder decoder(&m_clock);
        QSignalSpy drained(&decoder, &FrameDecoder::drained);
        decoder.submit(QVideoFrame(Format({640, 480}, Format::Format_YUV420P10)));
        decoder.drain();
        QTRY_COMPARE(drained.size(), 1);
    }

    void stillThatIsNotReadIsTriedAtOtherSizes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QList<int>>("triedWidths");
        QTest::newRow("small") << QSize(400, 300) << QList<int>{400, 200, 800};
        QTest::newRow("large") << QSize(4000, 3000) << QList<int>{4000, 2000};
    }
    void stillThatIsNotReadIsTriedAtOtherSizes()
    {
        QFETCH(QSize, size);
        QFETCH(QList<int>, triedWidths);
        QImage still(size, QImage::Format_RGB32);
        still.fill(Qt::gray);
        for (qsizetype success = 0; success <= triedWidths.size(); ++success) {
            // Reads a code in the middle of the picture, but only at the size it is tried at next.
            QList<int> widths;
            PictureDecoder decoder([&](const LuminanceView &view) {
                widths.append(view.width);
                std::vector<DecodedCode> codes;
                if (success < triedWidths.size() && view.width == triedWidths.at(success))
                    codes.push_back({"x", {QPolygonF({{view.width / 2.0, view.height / 2.0}})}});
                return codes;
            });
            const QList<Sighting> sightings = decoder.decodeStill(still);
            QCOMPARE(widths, triedWidths.first(std::min(success + 1, triedWidths.size())));
            QCOMPARE(sightings.size(), success < triedWidths.size() ? 1 : 0);
            if (!sightings.isEmpty())
                QCOMPARE(sightings.first().outline.first(), QPointF(size.width() / 2.0, size.height() / 2.0));
        }
    }

    void oddSizesAreRead()
    {
        FrameDecoder decoder(&m_clock);
        collect(decoder);
        const QImage scene = renderScene({641, 479}, firstPayload);
        decoder.submit(videoFrame(scene, Format::Format_BGRX8888));
        QTRY_COMPARE(m_decoded.size(), 1);
    }

    void previewIsRightWayRoundAndColoured_data()
    {
        // Qt 6.4 lays the chroma of YUV422P out wrongly when it makes a frame in memory; the camera's test
        // has a true one.
        addFormats({Format::Format_YUV422P});
    }
    void previewIsRightWayRoundAndColoured()
    {
        QFETCH(Format::PixelFormat, format);
        FrameDecoder decoder(&m_clock);
        decoder.setPreviewWanted(true);
        QImage preview;
        QSize frameSize;
        connect(&decoder, &FrameDecoder::previewed, this, [&](const QImage &picture, const QSize &size) {
            preview = picture;
            frameSize = size;
        });
        const QImage board = colourBoard({1280, 720});
        decoder.submit(videoFrame(board, format));
        QTRY_VERIFY(!preview.isNull());
        QCOMPARE(frameSize, board.size());
        QCOMPARE(preview.size(), QSize(640, 360));
        for (const QPoint &point : {QPoint(160, 120), QPoint(480, 120), QPoint(160, 300), QPoint(480, 300),
                                    QPoint(30, 10), QPoint(600, 10)}) {
            QRgb expected = board.pixel(point * 2);
            if (!hasColour(format)) {
                const int grey = qRound(
                    16 +
                    (65.481 * qRed(expected) + 128.553 * qGreen(expected) + 24.966 * qBlue(expected)) / 255);
                expected = qRgb(grey, grey, grey);
            }
            QVERIFY2(
                isNear(preview.pixel(point), expected, 12),
                qPrintable(u"%1,%2: %3"_s.arg(point.x()).arg(point.y()).arg(preview.pixel(point), 0, 16)));
        }
    }

    void smallFramesAreNotEnlargedForThePreview()
    {
        const QImage small = colourBoard({320, 240});
        QCOMPARE(makePreview(*frameLayout(small)).size(), QSize(320, 240));
        QCOMPARE(makePreview(*frameLayout(colourBoard({1919, 1079}))).size(), QSize(640, 359));
    }

    void bothCodesOfAFrameComeTogether()
    {
        FrameDecoder decoder(&m_clock);
        collect(decoder);
        decoder.submit(
            videoFrame(renderScene({1280, 720}, {test::SceneCard{firstPayload, 3.5, {300, 360}, 10},
                                                 test::SceneCard{secondPayload, 3.5, {950, 360}, -15}}),
                       Format::Format_NV12));
        QTRY_COMPARE(m_decoded.size(), 1);
        QSet<QByteArray> payloads;
        for (const Sighting &sighting : m_decoded.first().sightings)
            payloads.insert(sighting.bytes);
        QCOMPARE(payloads, (QSet<QByteArray>{firstPayload, secondPayload}));
    }

    void slowReadingDropsFramesInsteadOfLagging()
    {
        // Reading a frame takes 50 ms, a frame comes every 5 ms. The first pixel numbers the frames.
        FrameDecoder decoder(&m_clock, [](const LuminanceView &view) {
            QThread::msleep(50);
            return std::vector<DecodedCode>{{QByteArray::number(view.data[0]), {}}};
        });
        int newest = 0;
        int worstLag = 0;
        connect(&decoder, &FrameDecoder::decoded, this, [&](const DecodedFrame &frame) {
            worstLag = std::max(worstLag, newest - frame.sightings.first().bytes.toInt());
            m_decoded.append(frame);
        });
        for (newest = 1; newest <= 200; ++newest) {
            QImage picture(64, 64, QImage::Format_RGB32);
            picture.fill(qRgb(newest, newest, newest));
            decoder.submit(videoFrame(picture, Format::Format_BGRX8888));
            QTest::qWait(5);
        }
        QCOMPARE(decoder.submittedFrames(), 200);
        QVERIFY(decoder.readFrames() < 60);
        QVERIFY(decoder.readFrames() > 3);
        // One in work and one waiting: 100 ms, whatever came before.
        QVERIFY2(worstLag <= 40, qPrintable(QString::number(worstLag)));
        QTRY_COMPARE(m_decoded.last().sightings.first().bytes, "200");
    }

    void drainedComesAfterTheLastFrameWasDelivered()
    {
        FrameDecoder decoder(&m_clock, [](const LuminanceView &) {
            QThread::msleep(100);
            return std::vector<DecodedCode>{{"x", {}}};
        });
        collect(decoder);
        qsizetype decodedAtTheEnd = -1;
        connect(&decoder, &FrameDecoder::drained, this, [&] { decodedAtTheEnd = m_decoded.size(); });
        decoder.submit(videoFrame(colourBoard({64, 64}), Format::Format_Y8));
        QTest::qWait(30);
        decoder.submit(videoFrame(colourBoard({64, 64}), Format::Format_Y8));
        decoder.drain();
        QTRY_COMPARE(decodedAtTheEnd, 2);
    }

    void nothingComesAfterDiscard()
    {
        QSemaphore inWork;
        QSemaphore goOn;
        FrameDecoder decoder(&m_clock, [&](const LuminanceView &) {
            inWork.release();
            goOn.acquire();
            return std::vector<DecodedCode>{{"x", {}}};
        });
        collect(decoder);
        decoder.submit(videoFrame(colourBoard({64, 64}), Format::Format_Y8));
        QVERIFY(inWork.tryAcquire(1, 5000));
        decoder.submit(videoFrame(colourBoard({64, 64}), Format::Format_Y8));
        decoder.discard();
        goOn.release(2);
        QTest::qWait(200);
        QVERIFY(m_decoded.isEmpty());
        decoder.submit(videoFrame(colourBoard({64, 64}), Format::Format_Y8));
        QTRY_COMPARE(m_decoded.size(), 1);
    }

    void invalidAndBrokenFramesDoNoHarm()
    {
        FrameDecoder decoder(&m_clock);
        collect(decoder);
        decoder.setPreviewWanted(true);
        decoder.submit(QVideoFrame());
        QVideoFrame noJpeg(Format({640, 480}, Format::Format_Jpeg));
        QVERIFY(noJpeg.map(QVideoFrame::WriteOnly));
        std::fill_n(noJpeg.bits(0), noJpeg.mappedBytes(0), uchar(0x5A));
        noJpeg.unmap();
        decoder.submit(noJpeg);
        decoder.submit(QVideoFrame(Format({640, 480}, Format::Format_SamplerExternalOES)));
        QSignalSpy drained(&decoder, &FrameDecoder::drained);
        decoder.drain();
        QTRY_COMPARE(drained.size(), 1);
        QVERIFY(m_decoded.isEmpty());
    }

    void codeNearestToTheMiddleComesFirst()
    {
        for (const bool mirrored : {false, true}) {
            const QPointF near(660, 380);
            const QPointF far(mirrored ? 1060 : 220, mirrored ? 200 : 520);
            const QList<test::SceneCard> cards{{firstPayload, 4, far, 0}, {secondPayload, 4, near, 0}};
            FrameDecoder decoder(&m_clock);
            m_decoded.clear();
            collect(decoder);
            for (int i = 0; i < 6; ++i) { // where it was last seen is looked at first
                decoder.submit(videoFrame(renderScene({1280, 720}, cards), Format::Format_Y8));
                QTRY_COMPARE(m_decoded.size(), i + 1);
                const QList<Sighting> sightings = m_decoded.last().sightings;
                QCOMPARE(sightings.size(), 2);
                QCOMPARE(sightings.first().bytes, secondPayload);
                QCOMPARE(sightings.last().bytes, firstPayload);
            }
        }
    }

    void adviceComesWhileSomebodyLooksAndEndsWhenTheCodeIsRead()
    {
        test::CameraShot blurred;
        blurred.payload = firstPayload;
        blurred.place({0.5, 0.5}, 8, 3);
        blurred.discBlur = 13;
        const QVideoFrame bad = videoFrame(renderShot(blurred), Format::Format_Y8);
        blurred.discBlur = 0;
        const QVideoFrame good = videoFrame(renderShot(blurred), Format::Format_Y8);
        FrameDecoder decoder(&m_clock);
        QList<Guidance> advices;
        connect(&decoder, &FrameDecoder::guided, this,
                [&advices](const Guidance &guidance) { advices.append(guidance); });
        const auto submit = [&decoder](const QVideoFrame &frame, int times) {
            for (int i = 0; i < times; ++i) {
                const qint64 read = decoder.readFrames();
                decoder.submit(frame);
                QTRY_COMPARE(decoder.readFrames(), read + 1);
                QTest::qWait(30);
            }
        };
        submit(bad, 6);
        QVERIFY(advices.isEmpty()); // nobody looks
        decoder.setPreviewWanted(true);
        submit(bad, 6);
        QVERIFY(!advices.isEmpty());
        QCOMPARE(advices.last().advice, Advice::OutOfFocus);
        QCOMPARE(advices.last().frameSize, QSize(1280, 720));
        QVERIFY(advices.last().outline.boundingRect().contains(QPointF(640, 360)));
        submit(good, 1);
        QTRY_COMPARE(advices.last().advice, Advice::None);
    }

    void diagnosesComeOnlyWhenWantedAndCountWhatHappened()
    {
        FrameDecoder decoder(&m_clock);
        QList<FrameDiagnostics> diagnoses;
        connect(&decoder, &FrameDecoder::diagnosed, this,
                [&diagnoses](const FrameDiagnostics &one) { diagnoses.append(one); });
        const QVideoFrame frame = videoFrame(renderScene({640, 480}, firstPayload), Format::Format_YUYV);
        const auto submit = [&](const QVideoFrame &one) {
            const qint64 read = decoder.readFrames();
            decoder.submit(one);
            QTRY_COMPARE(decoder.readFrames(), read + 1);
        };
        submit(frame);
        QTest::qWait(50);
        QVERIFY(diagnoses.isEmpty());
        decoder.setDiagnosticsWanted(true);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 1600) {
            submit(frame);
            QTest::qWait(20);
        }
        QVERIFY(diagnoses.size() >= 2 && diagnoses.size() <= 4); // twice a second
        const FrameDiagnostics last = diagnoses.last();
        QCOMPARE(last.frameSize, QSize(640, 480));
        QCOMPARE(last.pixelFormat, u"YUYV"_s);
        QCOMPARE(last.framesDropped, 0);
        QVERIFY(last.framesReceived >= last.framesRead && last.framesRead > 3);
        QVERIFY(last.framesASecond > 0 && last.framesASecond < 60);
        QVERIFY(last.decodeShare > 0 && last.decodeShare < 1.1);
        QCOMPARE(last.reader.framesRead, last.reader.frames);
    }

    void makingPreviewsIsMeasured()
    {
        const QImage board = colourBoard({1920, 1080});
        for (const Format::PixelFormat format :
             {Format::Format_NV12, Format::Format_YUYV, Format::Format_BGRX8888}) {
            QVideoFrame frame = videoFrame(board, format);
            QVERIFY(frame.map(QVideoFrame::ReadOnly));
            const auto layout = frameLayout(frame);
            QVERIFY(layout);
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 20; ++i)
                makePreview(*layout);
            qInfo("a preview of a 1920x1080 frame, format %d: %.2f ms", int(format),
                  double(timer.nsecsElapsed()) / 20e6);
            frame.unmap();
        }
    }

private:
    static void addFormats(const QList<Format::PixelFormat> &without = {})
    {
        QTest::addColumn<Format::PixelFormat>("format");
        for (const Format::PixelFormat format : test::testedPixelFormats()) {
            if (!without.contains(format))
                QTest::newRow(qPrintable(Format::pixelFormatToString(format))) << format;
        }
    }

    void collect(FrameDecoder &decoder)
    {
        connect(&decoder, &FrameDecoder::decoded, this,
                [this](const DecodedFrame &frame) { m_decoded.append(frame); });
    }

    const SystemClock m_clock;
    QList<DecodedFrame> m_decoded;
};

QTEST_MAIN(FrameDecoderTest)

#include "framedecodertest.moc"
