#include "core/scan/devices/imagescandevice.h"

#include "tests/support/scenerenderer.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using checkpoint::test::renderScene;

namespace {

const QByteArray firstPayload = "001099012345||Nguyễn Văn A|01011990|Nam|Hà Nội|01012021";
const QByteArray secondPayload = "001199054321||Trần Thị B|02021991|Nữ|Huế|02022021";

/// A JPEG file whose EXIF says that the camera was held turned: orientation 6 asks for a quarter turn to the
/// right.
QByteArray jpegWithOrientation(const QImage &image, char orientation)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    image.save(&buffer, "JPG", 90);
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 32);
    exif[6 + 8 + 2 + 8 + 1] = orientation;
    const auto length = quint16(exif.size() + 2);
    QByteArray segment("\xFF\xE1", 2);
    segment.append(char(length >> 8)).append(char(length & 0xFF)).append(exif);
    return jpeg.insert(2, segment);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Collects what a device says, in order.
struct Heard
{
    explicit Heard(ScanDevice &device)
    {
        QObject::connect(&device, &ScanDevice::scanned, &device, [this](const RawScan &scan) {
            scans.append(scan);
            sources.append(scan.source);
        });
        QObject::connect(&device, &ScanDevice::failed, &device,
                         [this](const QString &source, const Error &error) {
                             failures.append(source);
                             codes.append(error.code);
                             sources.append(u"!"_s + source);
                         });
        QObject::connect(&device, &ScanDevice::finished, &device, [this] { ++finished; });
    }
    QList<RawScan> scans;
    QStringList failures;
    QList<ErrorCode> codes;
    QStringList sources;
    int finished = 0;
};

} // namespace

class ImageScanDeviceTest : public QObject
{
    Q_OBJECT

private slots:
    void codeOfAPictureIsRead()
    {
        const QString path = m_folder.filePath(u"card.png"_s);
        QVERIFY(renderScene({1280, 720}, firstPayload).save(path));
        ImageScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.scans.size(), 1);
        QCOMPARE(heard.scans.first().source, path);
        QCOMPARE(heard.scans.first().frameSize, QSize(1280, 720));
        QCOMPARE(heard.scans.first().sightings.size(), 1);
        QCOMPARE(heard.scans.first().sightings.first().bytes, firstPayload);
        QCOMPARE(device.state(), DeviceState::Finished);
    }

    void folderIsReadByNameAndABrokenFileDoesNotStopIt()
    {
        const QDir folder(m_folder.filePath(u"folder"_s));
        QVERIFY(folder.mkpath(u"sub"_s));
        QVERIFY(renderScene({640, 480}, secondPayload).save(folder.filePath(u"c.jpg"_s)));
        QVERIFY(renderScene({640, 480}, firstPayload).save(folder.filePath(u"a.png"_s)));
        QVERIFY(renderScene({640, 480}, QList<test::SceneCard>()).save(folder.filePath(u"d.png"_s)));
        QVERIFY(renderScene({640, 480}, firstPayload).save(folder.filePath(u"sub/e.png"_s)));
        writeFile(folder.filePath(u"b.png"_s), "no picture at all");
        writeFile(folder.filePath(u"notes.txt"_s), "not to be read");
        const QString given = folder.path();
        ImageScanDevice device(given, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.sources, (QStringList{given + u"/a.png"_s, u"!"_s + given + u"/b.png"_s,
                                             given + u"/c.jpg"_s, given + u"/d.png"_s}));
        QCOMPARE(heard.codes, QList<ErrorCode>{ErrorCode::SourceUnreadable});
        QCOMPARE(heard.scans.at(0).sightings.first().bytes, firstPayload);
        QCOMPARE(heard.scans.at(1).sightings.first().bytes, secondPayload);
        QVERIFY(heard.scans.at(2).sightings.isEmpty());
    }

    void missingFileFailsAndFinishes()
    {
        ImageScanDevice device(m_folder.filePath(u"none.png"_s), &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.failures.size(), 1);
        QVERIFY(heard.scans.isEmpty());
    }

    void photoIsTurnedAsItsExifSays()
    {
        const QString path = m_folder.filePath(u"turned.jpg"_s);
        writeFile(path, jpegWithOrientation(renderScene({1280, 720}, firstPayload), 6));
        ImageScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.scans.size(), 1);
        QCOMPARE(heard.scans.first().frameSize, QSize(720, 1280));
        QCOMPARE(heard.scans.first().sightings.size(), 1);
    }

    void pastedPhotoIsRead()
    {
        ImageScanDevice device(renderScene({1280, 720}, firstPayload), u"pasted"_s, &m_clock);
        device.setPreviewWanted(true);
        Heard heard(device);
        QSignalSpy previews(&device, &ScanDevice::previewed);
        device.start();
        QTRY_COMPARE(heard.finished, 1);
        QCOMPARE(heard.scans.size(), 1);
        QCOMPARE(heard.scans.first().source, u"pasted"_s);
        QCOMPARE(heard.scans.first().sightings.first().bytes, firstPayload);
        QCOMPARE(previews.size(), 1);
        QCOMPARE(previews.first().first().value<QImage>().size(), QSize(640, 360));
    }

    void tinyAndHugeCodesAreRead_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("pixelsPerModule");
        QTest::newRow("tiny") << QSize(300, 200) << 1.6;
        QTest::newRow("photo of 24 megapixels") << QSize(6000, 4000) << 50.0;
        QTest::newRow("photo of 108 megapixels") << QSize(12000, 9000) << 20.0;
    }
    void tinyAndHugeCodesAreRead()
    {
        QFETCH(QSize, size);
        QFETCH(double, pixelsPerModule);
        const QString path = m_folder.filePath(u"size.jpg"_s);
        QVERIFY(renderScene(size, "TICKET-0001", pixelsPerModule).save(path));
        ImageScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 60000);
        QCOMPARE(heard.failures, QStringList());
        QCOMPARE(heard.scans.size(), 1);
        QCOMPARE(heard.scans.first().sightings.size(), 1);
        QCOMPARE(heard.scans.first().frameSize, size);
        const QPointF centre(size.width() / 2.0, size.height() / 2.0);
        QVERIFY(heard.scans.first().sightings.first().outline.boundingRect().contains(centre));
    }

    void pauseHoldsBackAndStopEnds()
    {
        const QDir folder(m_folder.filePath(u"many"_s));
        QVERIFY(folder.mkpath(u"."_s));
        const QImage scene = renderScene({320, 240}, "TICKET-0001", 3);
        for (int i = 0; i < 150; ++i)
            QVERIFY(scene.save(folder.filePath(u"%1.png"_s.arg(i, 3, 10, QChar(u'0')))));
        ImageScanDevice device(folder.path(), &m_clock);
        Heard heard(device);
        connect(&device, &ScanDevice::scanned, &device, [&] {
            if (heard.scans.size() == 10)
                device.pause();
        });
        device.start();
        QTRY_COMPARE(heard.scans.size(), 10);
        QTest::qWait(300);
        QCOMPARE(heard.scans.size(), 10);
        connect(&device, &ScanDevice::scanned, &device, [&] {
            if (heard.scans.size() == 50)
                device.stop();
        });
        device.resume();
        QTRY_COMPARE_WITH_TIMEOUT(heard.scans.size(), 50, 5000);
        QTest::qWait(200);
        QCOMPARE(heard.scans.size(), 50);
        QCOMPARE(heard.finished, 0);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 20000);
        QCOMPARE(heard.scans.size(), 200);
    }

private:
    const SystemClock m_clock;
    QTemporaryDir m_folder;
};

QTEST_MAIN(ImageScanDeviceTest)

#include "imagescandevicetest.moc"
