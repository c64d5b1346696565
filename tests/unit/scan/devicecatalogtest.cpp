#include "core/scan/devicecatalog.h"

#include "core/scan/devices/cameraformat.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;

class DeviceCatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void sourceTextsLeadToTheirDevice_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("kind");
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QVERIFY(picture.save(path(u"picture.png"_s)));
        QVERIFY(picture.save(path(u"picture without suffix"_s), "PNG"));
        QVERIFY(picture.save(path(u"-"_s), "PNG"));
        writeFile(u"broken.jpg"_s, "x");
        writeFile(u"film.mp4"_s, "x");
        writeFile(u"film without suffix"_s,
                  QByteArray::fromHex("1a45dfa3a34286810142f7810142f2810442f381084282847765626d"));
        writeFile(u"letter.txt"_s, "Dear reader");
        QTest::newRow("camera") << u"camera:Webcam C270"_s << u"camera"_s;
        QTest::newRow("camera without a name") << u"camera:"_s << QString();
        QTest::newRow("serial port") << u"serial:ttyACM0"_s << u"serial"_s;
        QTest::newRow("serial port without a name") << u"serial:"_s << QString();
        QTest::newRow("standard input") << u"-"_s << u"stdin"_s;
        QTest::newRow("picture") << path(u"picture.png"_s) << u"image"_s;
        QTest::newRow("picture by its content") << path(u"picture without suffix"_s) << u"image"_s;
        QTest::newRow("picture called -") << path(u"-"_s) << u"image"_s;
        QTest::newRow("broken picture") << path(u"broken.jpg"_s) << u"image"_s;
        QTest::newRow("folder") << m_folder.path() << u"image"_s;
        QTest::newRow("film") << path(u"film.mp4"_s) << u"video"_s;
        QTest::newRow("film by its content") << path(u"film without suffix"_s) << u"video"_s;
        QTest::newRow("text") << path(u"letter.txt"_s) << QString();
        QTest::newRow("no such file") << path(u"none.png"_s) << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void sourceTextsLeadToTheirDevice()
    {
        QFETCH(QString, source);
        QFETCH(QString, kind);
        const SystemClock clock;
        const auto device = makeDevice(source, {&clock, false});
        if (kind.isEmpty()) {
            QVERIFY(!device.ok());
            QCOMPARE(device.error().code, ErrorCode::SourceUnreadable);
            return;
        }
        QVERIFY(device.ok());
        QCOMPARE((*device)->id(), source);
        const auto found = std::ranges::find_if(deviceCatalog(),
                                                [&](const DeviceKind &each) { return each.accepts(source); });
        QCOMPARE(QString(found->id), kind);
    }

    void cameraFormatNear720pIsBest_data()
    {
        QTest::addColumn<int>("best");
        QTest::addColumn<QList<CameraFormatOffer>>("offers");
        const CameraFormatOffer vga{{640, 480}, 30, false};
        const CameraFormatOffer slowHd{{1280, 720}, 10, false};
        const CameraFormatOffer hd{{1280, 720}, 30, false};
        const CameraFormatOffer hdJpeg{{1280, 720}, 30, true};
        const CameraFormatOffer hd15{{1280, 720}, 15, false};
        const CameraFormatOffer hd60{{1280, 720}, 60, false};
        const CameraFormatOffer hd16to10{{1280, 800}, 30, false};
        const CameraFormatOffer fullHd{{1920, 1080}, 30, false};
        const CameraFormatOffer slowFullHd{{1920, 1080}, 5, false};
        const CameraFormatOffer ultraHd{{3840, 2160}, 30, true};
        const CameraFormatOffer ntsc{{1280, 720}, 29.97, false};
        using Offers = QList<CameraFormatOffer>;
        QTest::newRow("none") << -1 << Offers{};
        QTest::newRow("only one") << 0 << Offers{slowFullHd};
        QTest::newRow("usual webcam: JPEG where uncompressed is too slow")
            << 2 << Offers{vga, slowHd, hdJpeg, slowFullHd};
        QTest::newRow("uncompressed where that is as fast") << 1 << Offers{hdJpeg, hd, vga};
        QTest::newRow("full HD rather than VGA") << 1 << Offers{vga, fullHd};
        QTest::newRow("720p rather than full HD") << 1 << Offers{fullHd, hd};
        QTest::newRow("full HD rather than 4K") << 1 << Offers{ultraHd, fullHd};
        QTest::newRow("30 rather than 60 and 15") << 2 << Offers{hd60, hd15, hd};
        QTest::newRow("VGA at 30 rather than 720p at 10") << 1 << Offers{slowHd, vga};
        QTest::newRow("720p rather than 800") << 1 << Offers{hd16to10, hd};
        QTest::newRow("29.97 counts as 30") << 0 << Offers{ntsc, hd60, hdJpeg};
    }
    void cameraFormatNear720pIsBest()
    {
        QFETCH(int, best);
        QFETCH(QList<CameraFormatOffer>, offers);
        QCOMPARE(bestCameraFormat({offers.begin(), offers.end()}), best);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void writeFile(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(DeviceCatalogTest)

#include "devicecatalogtest.moc"
