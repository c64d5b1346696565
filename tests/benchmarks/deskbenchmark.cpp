// What one scan costs, printed as tables: frame to committed decision, pictures of a folder beside zbarimg,
// start to ready, memory over many scans. Figures of a noisy machine: compare the ratios of one run.

#include "core/desk/checkpointdesk.h"
#include "core/scan/framedecoder.h"
#include "tests/support/pixelformats.h"
#include "tests/support/scenerenderer.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVideoFrameFormat>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <numeric>
#include <vector>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray person(int number)
{
    return "0010909" + QByteArray::number(10'000 + number) +
           "||Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà "
           "Nội|01052021";
}

/// Runs the event loop until the condition holds; half a minute at most.
bool waitUntil(const std::function<bool()> &condition)
{
    QElapsedTimer since;
    since.start();
    while (!condition()) {
        if (since.elapsed() > 30'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 1);
    }
    return true;
}

template <typename T> T awaited(QFuture<T> future)
{
    waitUntil([&future] { return future.isFinished(); });
    return future.result();
}

struct Spread
{
    double median = 0;
    double p99 = 0;
};

Spread spreadOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return {values[values.size() / 2], values[std::min(values.size() - 1, values.size() * 99 / 100)]};
}

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

qint64 residentKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

/// A desk on a database of its own, as the program has one.
struct Desk
{
    QTemporaryDir folder;
    SystemClock clock;
    EntryStore store;
    CheckpointDesk desk{&store, &clock, false};
    ScanOutcome last;
    int announced = 0;

    Desk()
    {
        if (!awaited(store.open(folder.path(), StoreMode::ReadWrite)).ok() ||
            !awaited(store.unlock(QByteArray(32, 'k'), KeyPlace::File)).ok())
            qFatal("the store does not open");
        desk.setDevice({u"camera"_s, u"Camera"_s, DirectionRule::In, RepeatPolicy::InView});
        QObject::connect(&desk, &CheckpointDesk::announced, &desk, [this](const ScanOutcome &outcome) {
            last = outcome;
            ++announced;
        });
    }

    void take(const DecodedFrame &frame)
    {
        desk.take(
            {u"camera"_s, u"camera"_s, frame.capturedAt, frame.steadyMs, frame.size, frame.sightings, {}});
    }
};

void measureFrames(QSize size)
{
    constexpr int frames = 200;
    Desk desk;
    FrameDecoder decoder(&desk.clock);
    QObject::connect(&decoder, &FrameDecoder::decoded, &desk.desk,
                     [&desk](const DecodedFrame &frame) { desk.take(frame); });
    std::vector<double> withCode;
    int read = 0;
    for (int i = 0; i < frames; ++i) {
        const QVideoFrame frame =
            test::videoFrame(test::renderScene(size, person(i), 5), QVideoFrameFormat::Format_NV12);
        const int before = desk.announced;
        QElapsedTimer since;
        since.start();
        decoder.submit(frame);
        const qint64 framesBefore = decoder.readFrames();
        waitUntil([&] {
            return desk.announced > before || (since.elapsed() > 500 && decoder.readFrames() > framesBefore);
        });
        withCode.push_back(double(since.nsecsElapsed()) / 1e6);
        read += desk.announced > before && desk.last.kind == ScanOutcome::Kind::Recorded;
    }
    const QVideoFrame empty =
        test::videoFrame(test::renderScene(size, QList<test::SceneCard>{}), QVideoFrameFormat::Format_NV12);
    std::vector<double> without;
    for (int i = 0; i < frames; ++i) {
        const qint64 before = decoder.readFrames();
        QElapsedTimer since;
        since.start();
        decoder.submit(empty);
        while (decoder.readFrames() == before) {
        }
        without.push_back(double(since.nsecsElapsed()) / 1e6);
    }
    const Spread code = spreadOf(withCode);
    const Spread none = spreadOf(without);
    std::printf("  %4d×%-4d  %4d/%d   %7.2f  %7.2f      %7.2f  %7.2f     %5.1f %%\n", size.width(),
                size.height(), read, frames, code.median, code.p99, none.median, none.p99,
                meanOf(without) * 30 / 10);
}

double secondsOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer since;
    since.start();
    process.start(program, arguments);
    process.waitForFinished(300'000);
    return double(since.nsecsElapsed()) / 1e9;
}

void measureFolder()
{
    constexpr int pictures = 60;
    const QTemporaryDir folder;
    QStringList files;
    for (int i = 0; i < pictures; ++i) {
        files.append(folder.filePath(u"%1.jpg"_s.arg(i, 3, 10, QChar(u'0'))));
        test::renderScene({1280, 720}, person(i), 4).save(files.last(), "JPG", 90);
    }
    std::printf("\nPictures of a folder, whole process (%d JPEG files, 1280×720)\n", pictures);
    const double ours =
        secondsOf(QStringLiteral(CHECKPOINT_PROGRAM), {u"read"_s, u"--json"_s, folder.path()});
    std::printf("  checkpoint-desk read   %6.1f a second\n", pictures / ours);
    const QString zbarimg = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (zbarimg.isEmpty()) {
        std::printf("  zbarimg                not on this machine\n");
        return;
    }
    const double theirs =
        secondsOf(zbarimg, QStringList{u"-q"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s} + files);
    std::printf("  zbarimg (QR only)      %6.1f a second   ratio %.2f×\n", pictures / theirs, theirs / ours);
}

void measureStart()
{
    constexpr int starts = 7;
    const QTemporaryDir folder;
    std::vector<double> desk;
    std::vector<double> command;
    for (int i = 0; i <= starts; ++i) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"checkpoint.app.info=true"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        QElapsedTimer since;
        since.start();
        process.start(QStringLiteral(CHECKPOINT_PROGRAM), {u"--data"_s, folder.path()});
        QByteArray output;
        while (!output.contains("Ready to scan") && process.waitForReadyRead(20'000))
            output += process.readAll();
        if (i > 0) // the first one makes the folder
            desk.push_back(double(since.nsecsElapsed()) / 1e6);
        process.terminate();
        process.waitForFinished();
        const double seconds =
            secondsOf(QStringLiteral(CHECKPOINT_PROGRAM), {u"entries"_s, u"--data"_s, folder.path()});
        if (i > 0)
            command.push_back(seconds * 1e3);
    }
    std::printf("\nStart (median and slowest of %d)\n", starts);
    std::printf("  desk, ready to scan    %7.0f ms  %7.0f ms   (aim: under 1,000 ms)\n",
                spreadOf(desk).median, spreadOf(desk).p99);
    std::printf("  entries, whole process %7.0f ms  %7.0f ms\n", spreadOf(command).median,
                spreadOf(command).p99);
}

/// Twenty visitors in two seconds at three devices: how long each waits for the committed decision.
void measureBurst()
{
    constexpr int scans = 20;
    constexpr int rounds = 5;
    std::printf("\nBurst of %d scans from three devices (ms to the committed decision)\n", scans);
    std::printf("  spread over    recorded   in order     median    slowest\n");
    int person = 0;
    for (const int spreadMs : {2'000, 0}) {
        Desk desk;
        desk.desk.setDevice({u"usb"_s, u"USB"_s, DirectionRule::In, RepeatPolicy::InView});
        desk.desk.setDevice({u"serial"_s, u"Serial"_s, DirectionRule::In, RepeatPolicy::InView});
        QElapsedTimer clock;
        clock.start();
        std::vector<qint64> begun;
        std::vector<double> waits;
        QList<QByteArray> shown;
        QList<QByteArray> recorded;
        QObject::connect(&desk.desk, &CheckpointDesk::announced, &desk.desk, [&](const ScanOutcome &outcome) {
            waits.push_back(double(clock.nsecsElapsed() - begun[waits.size()]) / 1e6);
            if (outcome.kind == ScanOutcome::Kind::Recorded)
                recorded.append(outcome.visitor.idNumber.toUtf8());
        });
        for (int i = 0; i < rounds * scans; ++i) {
            const QByteArray card = "0010" + QByteArray::number(20'000'000 + person++) +
                                    "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021";
            const qint64 due = spreadMs * 1'000'000LL / scans * i;
            waitUntil([&] { return clock.nsecsElapsed() >= due; });
            const QString device = QStringList{u"camera"_s, u"usb"_s, u"serial"_s}[i % 3];
            shown.append(card.left(12));
            begun.push_back(clock.nsecsElapsed());
            desk.desk.take({device, device, desk.clock.now(), desk.clock.steadyMs(), {}, {{card, {}}}, {}});
            if (spreadMs == 0 && i % scans == scans - 1)
                waitUntil([&] { return desk.desk.waiting() == 0; });
        }
        waitUntil([&] { return desk.desk.waiting() == 0; });
        const double slowest = *std::ranges::max_element(waits);
        std::printf("  %5d ms     %5lld/%d   %8s   %8.1f   %8.1f\n", spreadMs, qlonglong(recorded.size()),
                    rounds * scans, recorded == shown ? "yes" : "NO", spreadOf(waits).median, slowest);
    }
}

void measureMemory()
{
    constexpr int scans = 10'000;
    Desk desk;
    std::printf("\nMemory over %d scans of different persons (resident, MiB)\n ", scans);
    QElapsedTimer since;
    since.start();
    for (int i = 0; i < scans; ++i) {
        DecodedFrame frame;
        frame.capturedAt = desk.clock.now();
        frame.steadyMs = qint64(i) * 3'000; // a visitor every three seconds
        frame.sightings = {
            {"0010" + QByteArray::number(10'000'000 + i) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021", {}}};
        desk.take(frame);
        waitUntil([&] { return desk.desk.waiting() == 0; });
        if (i % 1'000 == 999)
            std::printf(" %6.1f", double(residentKiB()) / 1024);
    }
    std::printf("\n  %.0f scans a second through the desk, each committed before the next\n",
                scans / (double(since.nsecsElapsed()) / 1e9));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    std::printf("Frame to committed decision (ms)   aim: p99 under 60 at 1920×1080; empty scene under 25 %% "
                "of a core\n");
    std::printf("  frame      recorded     median      p99   empty median      p99   core at 30/s\n");
    measureFrames({1280, 720});
    measureFrames({1920, 1080});
    measureFolder();
    measureStart();
    measureBurst();
    measureMemory();
    return 0;
}
