#include "core/barcode/qrframereader.h"
#include "tests/benchmarks/readerpeers.h"
#include "tests/benchmarks/readersets.h"
#include "tests/support/camerashot.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

namespace checkpoint::test {

namespace {

constexpr int streamFrames = 45;
constexpr double frameMs = 1000.0 / 30;
constexpr double never = 9;

/// One and a half seconds of a card before the camera.
struct Stream
{
    const char *name;
    /// `t` runs from 0 to 1; `module` is the pixels a module where the card is held.
    std::function<void(CameraShot &, double t, double module)> at;
};

/// The hand's tremor.
double tremor(double t, int of)
{
    return std::sin(t * 47 + of * 2.1) + 0.6 * std::sin(t * 83 + of);
}

void hold(CameraShot &shot, double t, double module)
{
    shot.place({0.5 + 0.004 * tremor(t, 1), 0.5 + 0.006 * tremor(t, 2)}, module, 5 + tremor(t, 3), 0.03);
}

std::vector<Stream> streams()
{
    return {
        {"approach",
         [](CameraShot &shot, double t, double module) {
             shot.place({0.62 - 0.12 * t, 0.9 - 0.4 * t}, module * (0.35 + 0.65 * t), 20 - 15 * t, 0.03);
             shot.motion = 3 * (1 - t) * module;
             shot.motionDegrees = 60;
         }},
        {"focus hunt",
         [](CameraShot &shot, double t, double module) {
             hold(shot, t, module);
             shot.discBlur = module * (0.95 + 0.35 * std::cos(2 * M_PI * t));
         }},
        {"fixed focus, too close",
         [](CameraShot &shot, double t, double module) {
             hold(shot, t, module * (0.9 + 0.2 * t));
             shot.discBlur = 0.78 * module;
         }},
        {"jitter",
         [](CameraShot &shot, double t, double module) {
             hold(shot, t, module);
             shot.motion = module * (1.4 + 0.8 * std::sin(40 * t));
             shot.motionDegrees = 170 * t;
             shot.discBlur = 0.4 * module;
         }},
        {"low light",
         [](CameraShot &shot, double t, double module) {
             hold(shot, t, module);
             shot.fullWell = 120;
             shot.discBlur = 0.55 * module;
         }},
        {"light on dark",
         [](CameraShot &shot, double t, double module) {
             hold(shot, t, module);
             shot.lightOnDark = true;
             shot.discBlur = 0.4 * module;
         }},
    };
}

/// A frame that comes while two others are unread is dropped, as in the program.
StreamScore play(const std::vector<QImage> &frames, const QByteArray &truth, const Reader &reader)
{
    StreamScore score;
    double freeAt = 0;
    double firstRead = never;
    for (int i = 0; i < streamFrames; ++i) {
        if (freeAt > (i + 1) * frameMs)
            continue;
        const double start = threadMs();
        const DecodedCodes codes = reader.read(viewOf(frames[size_t(i)]));
        const double took = threadMs() - start;
        score.cpuMs += took;
        freeAt = std::max(freeAt, i * frameMs) + took;
        for (const DecodedCode &code : codes) {
            if (code.bytes == truth)
                firstRead = std::min(firstRead, freeAt / 1000);
            else
                ++score.wrong;
        }
    }
    score.streams = 1;
    score.frameMs = streamFrames * frameMs;
    score.read = firstRead < never;
    score.firstReads = {firstRead};
    return score;
}

std::vector<QImage> render(const Stream &stream, int number, double module)
{
    std::vector<QImage> frames;
    for (int i = 0; i < streamFrames; ++i) {
        CameraShot shot;
        shot.seed = quint32(number);
        shot.noiseSeed = quint32(i);
        shot.payload = cardPayload(number);
        stream.at(shot, double(i) / (streamFrames - 1), module);
        frames.push_back(renderShot(shot));
    }
    return frames;
}

void print(const char *name, const std::vector<StreamScore> &row)
{
    std::printf("  %-28s %7d", name, row.front().streams);
    for (const StreamScore &score : row)
        std::printf(" %6d %6.2f %5.0f%%", score.read, median(score.firstReads), 100 * score.cpuShare());
    std::printf("\n");
    std::fflush(stdout);
}

Reader frameReader()
{
    return {"frames",
            [reader = std::make_shared<QrFrameReader>(), number = 0](const LuminanceView &view) mutable {
                const std::chrono::duration<double, std::milli> arrived(frameMs * number++);
                return reader->decode(
                    view, QrFrameReader::Clock::time_point(
                              std::chrono::duration_cast<QrFrameReader::Clock::duration>(arrived)));
            }};
}

} // namespace

void StreamScore::add(const StreamScore &other)
{
    streams += other.streams;
    read += other.read;
    wrong += other.wrong;
    cpuMs += other.cpuMs;
    frameMs += other.frameMs;
    firstReads.insert(firstReads.end(), other.firstReads.begin(), other.firstReads.end());
}

std::vector<StreamScore> playStreams(bool isPrinted)
{
    std::vector<StreamScore> total(3);
    int number = 900;
    for (const Stream &stream : streams()) {
        std::vector<StreamScore> scores(total.size());
        for (const double module : {1.9, 2.6, 3.6, 5.5}) {
            const std::vector<QImage> frames = render(stream, ++number, module);
            const std::vector<Reader> peers{readers().front(), readers().back(), frameReader()};
            for (size_t i = 0; i < peers.size(); ++i)
                scores[i].add(play(frames, cardPayload(number), peers[i]));
        }
        if (isPrinted)
            print(stream.name, scores);
        for (size_t i = 0; i < total.size(); ++i)
            total[i].add(scores[i]);
    }
    return total;
}

void printStreams()
{
    std::printf(
        "\nStreams of 1.5 s, 30 frames/s, 1280 × 720: read, median s to the first read (%.0f: never), CPU\n"
        "  %-28s %7s %20s %20s %20s\n",
        never, "", "streams", "library", "all, every frame", "frame reader");
    const std::vector<StreamScore> total = playStreams(true);
    print("together", total);
    std::printf("  wrong texts: %d %d %d\n", total[0].wrong, total[1].wrong, total[2].wrong);
}

} // namespace checkpoint::test
