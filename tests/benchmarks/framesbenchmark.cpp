// What is done with a camera's frames beside reading them, and what the window notices of it all:
//   frames_benchmark [jpeg | guidance | stall | idle]     (all unless said otherwise)
// jpeg and guidance are of the thread's CPU, medians; stall is of the wall clock; idle is of the process's
// CPU.

#include "core/barcode/guidance.h"
#include "core/barcode/qrframereader.h"
#include "core/scan/devices/camerasession.h"
#include "core/scan/devices/camerawatch.h"
#include "core/scan/framedecoder.h"
#include "core/scan/jpegluminance.h"
#include "tests/support/camerashot.h"
#include "tests/support/fakecamera.h"
#include "tests/support/scenerenderer.h"
#include "ui/scanview/previewpane.h"

#include <QApplication>
#include <QBuffer>
#include <QCameraDevice>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray payload =
    "001099012345|012345678|Nguyen Van Mau|01011990|Nam|1 Pho Mau, Phuong Mau, Ha Noi|01012021";

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double medianMs(int runs, const std::function<void(int)> &run)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double start = threadMs();
        run(i);
        times.push_back(threadMs() - start);
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[size_t(runs / 2)];
}

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

// ---- JPEG

void measureJpeg()
{
    std::printf("\nJPEG frames to grey                  ms   by way of QImage   ratio\n");
    for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        renderScene(size, payload).save(&buffer, "JPG", 85);
        const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
        JpegLuminance jpeg;
        constexpr int runs = 60;
        const double own = medianMs(runs, [&](int) { jpeg.decode(data, size_t(bytes.size())); });
        QImage grey;
        const double qt = medianMs(runs, [&](int) {
            grey = QImage::fromData(bytes, "JPG").convertToFormat(QImage::Format_Grayscale8);
        });
        const double preview = medianMs(runs, [&](int) { jpeg.preview(data, size_t(bytes.size()), 640); });
        std::printf("%4d x %4d, %4lld KiB           %8.2f %18.2f %7.2f\n", size.width(), size.height(),
                    qlonglong(bytes.size() / 1024), own, qt, own / qt);
        std::printf("   a picture for the screen of it %7.2f\n", preview);
    }
}

// ---- guidance

CameraShot shotOf(double pixelsPerModule)
{
    CameraShot shot;
    shot.payload = payload;
    shot.place({0.5, 0.5}, pixelsPerModule, 4, 0.02);
    return shot;
}

void measureGuidance()
{
    std::printf("\nGuidance, 1280 x 720                 ms   of a frame at 30/s   advice\n");
    struct Case
    {
        const char *name;
        CameraShot shot;
    };
    std::vector<Case> cases{{"nothing in view", {}},     {"nothing, noise", {}},
                            {"too far away", shotOf(1)}, {"out of focus", shotOf(8)},
                            {"glare", shotOf(5)},        {"a code that is read", shotOf(4)}};
    cases[1].shot.fullWell = 250;
    cases[3].shot.discBlur = 13;
    cases[4].shot.glare = 3;
    constexpr std::array<const char *, size_t(adviceCount)> names{
        "none", "closer", "further", "too dark", "glare", "tilt", "out of focus"};
    for (Case &one : cases) {
        std::vector<QImage> frames;
        for (quint32 i = 1; i <= 4; ++i) {
            one.shot.noiseSeed = i;
            frames.push_back(renderShot(one.shot));
        }
        QrFrameReader reader;
        Guide guide;
        Guide::Clock::time_point now = Guide::Clock::now();
        std::vector<bool> read;
        for (const QImage &frame : frames)
            read.push_back(!reader.decode(viewOf(frame), now += 33ms).empty());
        constexpr int looks = 80;
        const double start = threadMs();
        for (int i = 0; i < looks; ++i) {
            const size_t at = size_t(i) % frames.size();
            guide.look(viewOf(frames[at]), read[at], now += 33ms);
        }
        const double ms = (threadMs() - start) / looks; // the mean: not every frame is looked at
        std::printf("%-32s %7.2f %18.1f %%   %s\n", one.name, ms, ms / 33.3 * 100,
                    names[size_t(guide.guidance().advice)]);
    }
}

// ---- the window

struct Gaps
{
    double longestMs = 0;
    double mostlyMs = 0; ///< 99 of 100 are shorter
};

/// Lets the window's event loop run and finds out how long it was ever away.
Gaps watchEventLoop(std::chrono::milliseconds duration)
{
    std::vector<double> gaps;
    QElapsedTimer sinceBeat;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    beat.setInterval(1);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        gaps.push_back(double(sinceBeat.nsecsElapsed()) / 1e6);
        sinceBeat.restart();
    });
    QEventLoop loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    sinceBeat.start();
    beat.start();
    loop.exec();
    std::ranges::sort(gaps);
    return gaps.empty() ? Gaps{} : Gaps{gaps.back(), gaps[gaps.size() * 99 / 100]};
}

struct Viewed
{
    Viewed(const QString &name, const Clock *clock, const DecodeFunction &decode, bool isShown = true)
        : decoder(clock, decode)
    {
        pane.resize(560, 315);
        pane.setState(DeviceState::Running);
        pane.setVisible(isShown);
        decoder.setPreviewWanted(isShown);
        QObject::connect(&decoder, &FrameDecoder::previewed, &pane, &PreviewPane::setPicture);
        QObject::connect(&decoder, &FrameDecoder::guided, &pane, &PreviewPane::showGuidance);
        session.open(findCamera(name), &decoder);
    }

    PreviewPane pane;
    FrameDecoder decoder;
    CameraSession session;
};

Gaps watchTwoCameras(const Clock *clock, const DecodeFunction &decode, qint64 &frames)
{
    Viewed first(u"First"_s, clock, decode);
    Viewed second(u"Second"_s, clock, decode);
    watchEventLoop(2s); // they open
    const qint64 before = first.decoder.readFrames() + second.decoder.readFrames();
    const Gaps gaps = watchEventLoop(8s);
    frames = first.decoder.readFrames() + second.decoder.readFrames() - before;
    return gaps;
}

/// Puts two cameras before this scene; false where there can be none.
bool plugTwo(FakeCameras &cameras, const QImage &scene)
{
    if (!FakeCameras::areSupported()) {
        std::printf("\nNo GStreamer here: the window is not measured\n");
        return false;
    }
    cameras.plug(u"First"_s, scene);
    cameras.plug(u"Second"_s, scene);
    QElapsedTimer patience;
    patience.start();
    while ((findCamera(u"First"_s).isNull() || findCamera(u"Second"_s).isNull()) &&
           patience.elapsed() < 10'000)
        watchEventLoop(50ms);
    return true;
}

void measureStall(FakeCameras &cameras)
{
    CameraShot difficult = shotOf(3);
    difficult.discBlur = 5;
    difficult.fullWell = 400;
    if (!plugTwo(cameras, renderShot(difficult).convertToFormat(QImage::Format_RGB32)))
        return;
    const SystemClock clock;
    std::printf("\nThe window's event loop, two cameras of 1280 x 720, previews shown\n"
                "                              longest gap, ms   99 %%, ms   frames\n");
    qint64 frames = 0;
    const Gaps idle = watchTwoCameras(
        &clock, [](const LuminanceView &) { return DecodedCodes(); }, frames);
    std::printf("frames not read           %19.1f %10.1f %8lld\n", idle.longestMs, idle.mostlyMs,
                qlonglong(frames));
    const Gaps busy = watchTwoCameras(&clock, {}, frames);
    std::printf("read, a difficult scene   %19.1f %10.1f %8lld\n", busy.longestMs, busy.mostlyMs,
                qlonglong(frames));
}

// ---- nobody there

double processMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void watchIdle(const char *name, const DecodeFunction &decode, bool isShown)
{
    const SystemClock clock;
    Viewed first(u"First"_s, &clock, decode, isShown);
    Viewed second(u"Second"_s, &clock, decode, isShown);
    QEventLoop loop;
    const auto wait = [&loop](std::chrono::milliseconds duration) {
        QTimer::singleShot(duration, &loop, &QEventLoop::quit);
        loop.exec();
    };
    wait(8s); // they open, and everything was looked for
    const qint64 framesBefore = first.decoder.readFrames() + second.decoder.readFrames();
    const double before = processMs();
    QElapsedTimer time;
    time.start();
    wait(10s);
    const double seconds = double(time.elapsed()) / 1e3;
    const auto frames = double(first.decoder.readFrames() + second.decoder.readFrames() - framesBefore);
    std::printf("%-34s %8.1f %% %12.1f\n", name, (processMs() - before) / seconds / 10, frames / seconds);
    std::fflush(stdout);
}

void measureIdle(FakeCameras &cameras)
{
    if (!plugTwo(cameras, renderShot({}).convertToFormat(QImage::Format_RGB32)))
        return;
    std::printf("\nTwo cameras of 1280 x 720, nobody there   of a core   frames/s\n");
    watchIdle(
        "the cameras alone", [](const LuminanceView &) { return DecodedCodes(); }, false);
    watchIdle("and reading", {}, false);
    watchIdle("and reading, previews shown", {}, true);
}

} // namespace

int main(int argc, char **argv)
{
    FakeCameras cameras;
    QApplication application(argc, argv);
    const QString only = QCoreApplication::arguments().value(1);
    if (only.isEmpty() || only == "jpeg"_L1)
        measureJpeg();
    if (only.isEmpty() || only == "guidance"_L1)
        measureGuidance();
    if (only.isEmpty() || only == "stall"_L1)
        measureStall(cameras);
    if (only.isEmpty() || only == "idle"_L1)
        measureIdle(cameras);
    return 0;
}
