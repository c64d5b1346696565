#include "core/barcode/qrdecoder.h"
#include "core/barcode/qrencoder.h"
#include "core/barcode/readpass.h"
#include "tests/benchmarks/readerpeers.h"
#include "tests/benchmarks/readersets.h"

#include <QDir>
#include <QFile>
#include <QImage>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

std::atomic_llong allocations = 0;

} // namespace

// Every allocation of the program and of the libraries it loads is counted.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace checkpoint::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize webcam(1280, 720);

/// What the readers made of a set: the library, the first pass, all passes, zbarimg.
struct Outcome
{
    int shots = 0;
    std::array<int, 4> read{};
    int wrong = 0; ///< of ours
    int readByAny = 0;
    std::array<std::vector<double>, 3> times;

    void look(const QImage &picture, const QByteArray &truth, bool isTimed = false)
    {
        static const std::vector<Reader> all = readers();
        ++shots;
        bool any = false;
        for (size_t i = 0; i < all.size(); ++i) {
            double best = 1e9;
            DecodedCodes codes;
            for (int run = 0; run < (isTimed ? 3 : 1); ++run) {
                const double start = threadMs();
                codes = all[i].read(viewOf(picture));
                best = std::min(best, threadMs() - start);
            }
            times[i].push_back(best);
            bool found = false;
            for (const DecodedCode &code : codes) {
                found |= code.bytes == truth;
                wrong += i > 0 && code.bytes != truth;
            }
            read[i] += found;
            any |= found;
        }
        if (const auto texts = truth.isEmpty() ? std::nullopt : readWithZbar(picture)) {
            read[3] += texts->contains(truth);
            any |= texts->contains(truth);
        }
        readByAny += any;
    }

    double primaryShare() const { return median(times[1]) / median(times[0]); }
};

void printRow(const char *what, const QString &ours, const QString &library, const QString &zbar,
              const QString &must, const QString &aim, bool isEnough, bool isAim)
{
    std::printf("%-46s | %-22s | %-14s | %-8s | %-12s | %-16s | %s\n", what, qPrintable(ours),
                qPrintable(library), qPrintable(zbar), qPrintable(must), qPrintable(aim),
                isAim      ? "yes, the aim"
                : isEnough ? "yes"
                           : "NO");
    std::fflush(stdout);
}

QString shareOf(int read, int shots)
{
    return u"%1 of %2"_s.arg(read).arg(shots);
}

QString times(double factor)
{
    return QString::number(factor, 'f', 2) + u" ×"_s;
}

void printCost()
{
    const auto row = [](const char *what, const Outcome &outcome) {
        const double share = outcome.primaryShare();
        printRow(what, times(share), times(1), {}, u"≤ 0.65 ×"_s, u"≤ 0.50 ×"_s, share <= 0.65, share <= 0.5);
    };
    Outcome codes;
    Outcome rooms;
    Outcome dim;
    for (int i = 0; i < 24; ++i) {
        const double module = 2 + 0.25 * i;
        codes.look(renderShot(shotOf(7000 + i, webcam, module, {u"clean"_s, [](CameraShot &, double) {}})),
                   {}, true);
        CameraShot room = roomOf(i, webcam);
        room.fullWell = 4000;
        rooms.look(renderShot(room), {}, true);
        room.fullWell = 150;
        dim.look(renderShot(room), {}, true);
    }
    row("primary pass, 720p, a code in view", codes);
    row("primary pass, 720p, none", rooms);
    row("primary pass, 720p, none, dim", dim);
}

/// Frames of one kind, turned every way; those of zbarimg are left out of times.
Outcome look(const Degradation &degradation, const std::vector<double> &modules, int number)
{
    Outcome outcome;
    for (const double module : modules) {
        Degradation turned = degradation;
        turned.degrees = 37 * number;
        const CameraShot shot = shotOf(++number, webcam, module, turned);
        outcome.look(renderShot(shot), shot.payload);
    }
    return outcome;
}

void printShare(const char *what, const Outcome &outcome, const QString &must, const QString &aim, int least,
                int best)
{
    printRow(what, shareOf(outcome.read[2], outcome.shots), shareOf(outcome.read[0], outcome.shots),
             shareOf(outcome.read[3], outcome.shots), must, aim, outcome.read[2] >= least,
             outcome.read[2] >= best);
}

int printFrames()
{
    Outcome all;
    int number = 0;
    for (const Degradation &degradation : degradations()) {
        for (const double module : {1.5, 1.8, 2.2, 2.7, 3.3, 4.0, 5.0, 6.5, 8.0}) {
            const CameraShot shot = shotOf(++number, webcam, module, degradation);
            all.look(renderShot(shot), shot.payload);
        }
    }
    const double factor = double(all.read[2]) / all.read[0];
    printRow("rendered 720p webcam frames read",
             u"%1 (%2)"_s.arg(shareOf(all.read[2], all.shots), times(factor)),
             shareOf(all.read[0], all.shots), shareOf(all.read[3], all.shots), u"≥ 1.35 ×"_s,
             u"all that any reads"_s, factor >= 1.35, all.read[2] >= all.readByAny);
    return all.wrong;
}

int printBlurAndTilt()
{
    const std::vector<double> modules{2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 4, 4.5, 5, 5.7, 6.5, 7.2, 8};
    const auto count = int(modules.size());
    const auto blur = [](double sigma) {
        return Degradation{u"blur"_s, [sigma](CameraShot &shot, double m) { shot.gaussianBlur = sigma * m; }};
    };
    const Outcome some = look(blur(0.6), modules, 3000);
    printShare("Gaussian defocus of 0.6 module, ≥ 2 px a module", some, u"all"_s, {}, count, count + 1);
    const Outcome more = look(blur(0.8), modules, 3100);
    printShare("Gaussian defocus of 0.8 module, ≥ 2 px a module", more, {}, u"all"_s, 0, count);
    const Degradation tilt{u"tilt"_s, [](CameraShot &, double) {}, -12, 0.22};
    Outcome tilted = look(tilt, modules, 3200);
    for (const Outcome &others : {look(tilt, modules, 3300), look(tilt, modules, 3400)}) {
        tilted.shots += others.shots;
        tilted.wrong += others.wrong;
        for (size_t i = 0; i < tilted.read.size(); ++i)
            tilted.read[i] += others.read[i];
    }
    for (int i = 0; i < count; ++i) {
        CameraShot shot;
        shot.size = webcam;
        shot.seed = quint32(3600 + i);
        shot.payload = QByteArray(200, char('a' + i)); // version 10
        shot.place({0.5, 0.5}, modules[size_t(i)], 26 * i, 0.22);
        tilted.look(renderShot(shot), shot.payload);
    }
    printShare("distortion 22 %, versions 7 to 10", tilted, u"≥ 95 %"_s, {},
               int(std::ceil(0.95 * tilted.shots)), tilted.shots + 1);
    Outcome large;
    for (int i = 0; i < 10; ++i) {
        CameraShot shot;
        shot.size = webcam;
        shot.seed = quint32(3500 + i);
        shot.payload = QByteArray(640, char('a' + i)); // version 20
        shot.place({0.5, 0.5}, 3.5 + 0.2 * i, 9 * i, 0.22);
        large.look(renderShot(shot), shot.payload);
    }
    printShare("distortion 22 %, version 20", large, {}, u"≥ 95 %"_s, 0, 10);
    return some.wrong + more.wrong + tilted.wrong + large.wrong;
}

int printPlayed()
{
    const std::vector<StreamScore> streams = playStreams(false);
    const auto text = [](const StreamScore &score) {
        return u"%1; %2 s; %3 %"_s.arg(shareOf(score.read, score.streams))
            .arg(median(score.firstReads), 0, 'f', 2)
            .arg(100 * score.cpuShare(), 0, 'f', 0);
    };
    const StreamScore &ours = streams[2];
    const double first = median(ours.firstReads);
    printRow("streams: read; median to the first read; CPU", text(ours), text(streams[0]), {},
             u"19; 1.0 s; 36 %"_s, u"22; 0.9 s; 30 %"_s,
             ours.read >= 19 && first <= 1.01 && ours.cpuShare() <= 0.36,
             ours.read >= 22 && first <= 0.9 && ours.cpuShare() <= 0.3);
    return streams[1].wrong + ours.wrong;
}

void printPhotos(const QString &folder)
{
    if (folder.isEmpty()) {
        std::printf("%-46s | no folder of photos was given\n", "photos read");
        return;
    }
    Outcome photos;
    for (const QFileInfo &file :
         QDir(folder).entryInfoList({u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s}, QDir::Files)) {
        QFile text(file.path() + u'/' + file.completeBaseName() + u".txt"_s);
        const QImage picture(file.filePath());
        if (picture.isNull() || !text.open(QIODevice::ReadOnly))
            continue;
        photos.look(picture.convertToFormat(QImage::Format_Grayscale8), text.readAll());
    }
    const double factor = photos.read[0] ? double(photos.read[2]) / photos.read[0] : 0;
    printRow("photos read", u"%1 (%2)"_s.arg(shareOf(photos.read[2], photos.shots), times(factor)),
             shareOf(photos.read[0], photos.shots), shareOf(photos.read[3], photos.shots), u"≥ 1.10 ×"_s,
             u"the newest library"_s, factor >= 1.1, false);
}

int falseReads()
{
    int found = 0;
    for (int i = 0; i < 60; ++i)
        found += int(QrDecoder().decode(viewOf(renderShot(roomOf(100 + i, webcam)))).size());
    return found;
}

/// Of the second look at a room, when buffers have their size.
void printAllocations()
{
    const QImage room = renderShot(roomOf(3, webcam));
    long long own = 0;
    long long library = 0;
    ReadPasses passes;
    for (int i = 0; i < readPassCount; ++i) {
        const auto pass = ReadPass(i);
        for (int run = 0; run < 2; ++run) {
            passes.begin(viewOf(room));
            passes.run(pass);
        }
        passes.begin(viewOf(room));
        const long long before = allocations;
        passes.run(pass);
        const long long count = allocations - before;
        const bool isOwn = pass == ReadPass::Rectified || pass >= ReadPass::RectifiedInverted;
        (isOwn ? own : library) += count;
    }
    printRow("allocations a frame in the steady state", u"%1 own"_s.arg(own), u"%1 in it"_s.arg(library), {},
             u"0 own"_s, {}, own == 0, false);
}

} // namespace

void printTable(const QString &photos)
{
    std::printf("%-46s | %-22s | %-14s | %-8s | %-12s | %-16s | holds\n", "what", "ours", "library",
                "zbarimg", "must", "aim");
    printCost();
    int wrong = printFrames();
    wrong += printBlurAndTilt();
    printPhotos(photos);
    wrong += printPlayed();
    const int found = falseReads();
    printRow("false reads in 60 rooms; wrong texts", u"%1; %2"_s.arg(found).arg(wrong), {}, {}, u"0; 0"_s,
             u"0; 0"_s, found + wrong == 0, found + wrong == 0);
    printAllocations();
}

} // namespace checkpoint::test
