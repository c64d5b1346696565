#include "core/barcode/guidance.h"
#include "core/barcode/qrframereader.h"
#include "tests/support/camerashot.h"
#include "tests/support/samplepayloads.h"
#include "tests/support/scenerenderer.h"

#include <QTest>

#include <cmath>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(checkpoint::Advice)

namespace {

using Time = Guide::Clock::time_point;

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

/// A code of a citizen's card, 45 modules, flat before the camera.
CameraShot shotOf(double pixelsPerModule, QPointF centre = {0.5, 0.5}, double degrees = 4)
{
    CameraShot shot;
    shot.payload =
        "001099012345|012345678|Nguyen Van Mau|01011990|Nam|1 Pho Mau, Phuong Mau, Ha Noi|01012021";
    shot.place(centre, pixelsPerModule, degrees, 0.02);
    return shot;
}

/// Frames as a hand makes them: never twice the same.
std::vector<QImage> framesOf(CameraShot shot, int count)
{
    std::vector<QImage> frames;
    const auto corners = shot.corners;
    for (int i = 0; i < count; ++i) {
        shot.noiseSeed = quint32(i + 1);
        for (size_t k = 0; k < 4; ++k)
            shot.corners[k] = corners[k] + QPointF(2 * std::sin(1.3 * i), 2 * std::cos(1.7 * i));
        frames.push_back(renderShot(shot));
    }
    return frames;
}

QImage dimmed(QImage grey, double gain)
{
    for (int y = 0; y < grey.height(); ++y) {
        uchar *line = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            line[x] = uchar(std::lround(gain * line[x]));
    }
    return grey;
}

/// What a camera of this rate shows: the frames, read and guided one after another.
struct Watched
{
    std::vector<Advice> advices; ///< after each frame
    std::vector<bool> read;
    Guidance last;
    std::chrono::milliseconds firstAfter{-1}; ///< from the arrival of the first frame to the first advice
};

Watched watch(const std::vector<QImage> &frames, std::chrono::microseconds interval)
{
    Watched watched;
    QrFrameReader reader;
    Guide guide;
    const Time start = Guide::Clock::now();
    Time now = start;
    for (const QImage &frame : frames) {
        const bool read = !reader.decode(viewOf(frame), now).empty();
        watched.last = guide.look(viewOf(frame), read, now);
        watched.read.push_back(read);
        watched.advices.push_back(watched.last.advice);
        if (watched.last.advice != Advice::None && watched.firstAfter.count() < 0)
            watched.firstAfter = std::chrono::duration_cast<std::chrono::milliseconds>(now - start);
        now += interval;
    }
    return watched;
}

/// A picture in which a test decides what is seen.
Advice adviceFor(Glimpse glimpse, FrameLight light = {220, 0.5})
{
    return checkpoint::adviceFor(glimpse, light);
}

Glimpse goodGlimpse()
{
    Glimpse glimpse;
    glimpse.module = 4;
    glimpse.light = 220;
    glimpse.dark = 50;
    glimpse.size = 0.3;
    return glimpse;
}

} // namespace

class GuidanceTest : public QObject
{
    Q_OBJECT

private slots:
    void whatHindersMostIsSaid()
    {
        QCOMPARE(adviceFor(goodGlimpse()), Advice::None);
        Glimpse glimpse = goodGlimpse();
        glimpse.module = 1.2;
        QCOMPARE(adviceFor(glimpse), Advice::Closer);
        glimpse = goodGlimpse();
        glimpse.size = 1.2;
        glimpse.visible = 0.8;
        QCOMPARE(adviceFor(glimpse), Advice::Further);
        glimpse = goodGlimpse();
        glimpse.modulation = 0.2;
        QCOMPARE(adviceFor(glimpse), Advice::OutOfFocus);
        glimpse.glare = 0.5;
        QCOMPARE(adviceFor(glimpse), Advice::Glare);
        glimpse = goodGlimpse();
        glimpse.foreshortening = 0.3;
        QCOMPARE(adviceFor(glimpse), Advice::Tilt);
        glimpse = goodGlimpse();
        glimpse.light = 30;
        glimpse.dark = 8;
        QCOMPARE(adviceFor(glimpse), Advice::TooDark);
        QCOMPARE(adviceFor(goodGlimpse(), {220, 60}), Advice::TooDark); // the sensor's gain is at its end
    }

    void withoutACodeOnlyDarknessIsSaid()
    {
        QCOMPARE(checkpoint::adviceFor(std::nullopt, {220, 1}), Advice::None);
        QCOMPARE(checkpoint::adviceFor(std::nullopt, {12, 1}), Advice::TooDark);
    }

    void eachConditionIsSaidWithin300Milliseconds_data()
    {
        QTest::addColumn<CameraShot>("shot");
        QTest::addColumn<double>("gain");
        QTest::addColumn<Advice>("expected");
        const auto row = [](const char *name, const CameraShot &shot, Advice expected, double gain = 1) {
            QTest::newRow(name) << shot << gain << expected;
        };
        row("too far away", shotOf(1.0), Advice::Closer);
        row("larger than the picture", shotOf(18, {0.62, 0.66}), Advice::Further);
        row("hardly any light", shotOf(4), Advice::TooDark, 0.02);
        CameraShot noisy = shotOf(4);
        noisy.fullWell = 6;
        row("light at the end of the gain", noisy, Advice::TooDark);
        CameraShot lamp = shotOf(5);
        lamp.glare = 3;
        row("a lamp in the code", lamp, Advice::Glare);
        CameraShot turned = shotOf(6, {0.5, 0.5}, 0);
        for (QPointF &corner : turned.corners)
            corner.setX(640 + (corner.x() - 640) * 0.24);
        row("turned away", turned, Advice::Tilt);
        CameraShot near = shotOf(9);
        near.discBlur = 14;
        row("too near for the lens", near, Advice::OutOfFocus);
        CameraShot defocused = shotOf(4, {0.42, 0.55}, -14);
        defocused.discBlur = 7;
        row("out of focus, turned", defocused, Advice::OutOfFocus);
        CameraShot moving = shotOf(4);
        moving.motion = 18;
        moving.motionDegrees = 15;
        row("moving", moving, Advice::OutOfFocus);
        CameraShot phone = shotOf(1.3);
        phone.lightOnDark = true;
        row("a phone in dark mode, too far away", phone, Advice::Closer);
        phone = shotOf(6);
        phone.lightOnDark = true;
        phone.discBlur = 11;
        row("a phone in dark mode, out of focus", phone, Advice::OutOfFocus);
    }
    void eachConditionIsSaidWithin300Milliseconds()
    {
        QFETCH(CameraShot, shot);
        QFETCH(double, gain);
        QFETCH(Advice, expected);
        std::vector<QImage> frames = framesOf(shot, 6);
        for (QImage &frame : frames)
            frame = gain < 1 ? dimmed(frame, gain) : frame;
        for (const auto interval : {66'667us, 33'333us}) {
            const Watched watched = watch(frames, interval);
            QVERIFY2(std::ranges::none_of(watched.read, std::identity()),
                     "this scene is read: it needs no advice and tests nothing");
            QCOMPARE(watched.advices.back(), expected);
            // From the frame that shows it first. What a frame costs is measured elsewhere.
            QVERIFY2(watched.firstAfter >= 0ms && watched.firstAfter <= 270ms,
                     qPrintable(QString::number(watched.firstAfter.count())));
            if (!watched.last.outline.isEmpty()) {
                QPointF middle;
                for (const QPointF &corner : shot.corners)
                    middle += corner / 4;
                QVERIFY(watched.last.outline.boundingRect().contains(middle));
            }
        }
    }

    void sceneWithoutACodeGetsNoAdvice_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<double>("blur");
        for (quint32 seed = 201; seed <= 206; ++seed) {
            QTest::addRow("room %u", seed) << seed << 0.0;
            QTest::addRow("room %u, blurred", seed) << seed << 3.0 + seed % 4;
        }
    }
    void sceneWithoutACodeGetsNoAdvice()
    {
        QFETCH(quint32, seed);
        QFETCH(double, blur);
        CameraShot room;
        room.seed = seed;
        room.discBlur = blur;
        for (const Advice advice : watch(framesOf(room, 4), 66'667us).advices)
            QCOMPARE(advice, Advice::None);
    }

    void receptionDeskWithoutACardGetsNoAdvice()
    {
        const QImage desk =
            renderScene({1280, 720}, QList<SceneCard>()).convertToFormat(QImage::Format_Grayscale8);
        for (const Advice advice : watch({4, desk}, 66'667us).advices)
            QCOMPARE(advice, Advice::None);
    }

    void codeThatIsReadGetsNoAdvice()
    {
        const Watched watched = watch(framesOf(shotOf(4), 5), 33'333us);
        QVERIFY(std::ranges::all_of(watched.read, std::identity()));
        for (const Advice advice : watched.advices)
            QCOMPARE(advice, Advice::None);
    }

    void readingEndsAnAdviceAtOnce()
    {
        const std::vector<QImage> frames = framesOf(
            [] {
                CameraShot near = shotOf(9);
                near.discBlur = 14;
                return near;
            }(),
            4);
        Guide guide;
        Time now = Guide::Clock::now();
        for (const QImage &frame : frames)
            guide.look(viewOf(frame), false, now += 67ms);
        QCOMPARE(guide.guidance().advice, Advice::OutOfFocus);
        QCOMPARE(guide.look(viewOf(frames[0]), true, now += 67ms).advice, Advice::None);
        // On its way out of the view the card is blurred again; nobody wants to be told.
        QCOMPARE(guide.look(viewOf(frames[0]), false, now += 67ms).advice, Advice::None);
    }

    void adviceDoesNotFlashWhenALookFails()
    {
        CameraShot near = shotOf(9);
        near.discBlur = 14;
        const std::vector<QImage> frames = framesOf(near, 4);
        CameraShot empty;
        const QImage nothing = renderShot(empty);
        Guide guide;
        Time now = Guide::Clock::now();
        for (int i = 0; i < 4; ++i)
            guide.look(viewOf(frames[size_t(i)]), false, now += 67ms);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(guide.look(viewOf(i % 3 ? frames[0] : nothing), false, now += 67ms).advice,
                     Advice::OutOfFocus);
        // Once the code is gone for good, so is the advice.
        for (int i = 0; i < 16; ++i)
            guide.look(viewOf(nothing), false, now += 67ms);
        QCOMPARE(guide.guidance().advice, Advice::None);
        QVERIFY(guide.guidance().outline.isEmpty());
    }

    void adviceStaysWhileNothingMoves()
    {
        CameraShot near = shotOf(9);
        near.discBlur = 14;
        const std::vector<QImage> frames = framesOf(near, 4);
        Guide guide;
        Time now = Guide::Clock::now();
        for (const QImage &frame : frames)
            guide.look(viewOf(frame), false, now += 67ms);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(guide.look(viewOf(frames[0]), false, now += 67ms, true).advice, Advice::OutOfFocus);
    }

    void frameGoesWithTheCode()
    {
        Guide guide;
        Time now = Guide::Clock::now();
        double last = 0;
        for (int i = 0; i < 6; ++i) {
            CameraShot near = shotOf(6, {0.35 + 0.03 * i, 0.5});
            near.discBlur = 10;
            guide.look(viewOf(renderShot(near)), false, now += 67ms);
            const double x = guide.guidance().outline.boundingRect().center().x();
            if (i < 3)
                continue;
            QVERIFY(x > last);
            QVERIFY(std::abs(x - near.size.width() * (0.35 + 0.03 * i)) < 60);
            last = x;
        }
    }
};

QTEST_GUILESS_MAIN(GuidanceTest)

#include "tst_guidance.moc"
