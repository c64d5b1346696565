// What the QR reader reads and what it costs, beside the decoder library with its defaults, on the same
// pictures in one run. Times are of the thread's CPU, medians.
//   reader_benchmark [frames [FOLDER] | streams]     (both unless said otherwise; pictures that nobody read
//   are kept in FOLDER)

#include "tests/benchmarks/readerpeers.h"
#include "tests/support/camerashot.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Degradation
{
    QString name;
    std::function<void(CameraShot &, double pixelsPerModule)> apply;
    double degrees = 4;
    double distortion = 0.02;
};

std::vector<Degradation> degradations()
{
    const auto nothing = [](CameraShot &, double) {};
    return {
        {u"clean"_s, nothing},
        {u"turned 30"_s, nothing, 30},
        {u"turned 45, small tilt"_s, nothing, 45, 0.08},
        {u"tilt 15 %"_s, nothing, 8, 0.15},
        {u"tilt 22 %"_s, nothing, -12, 0.22},
        {u"tilt 30 %"_s, nothing, 10, 0.30},
        {u"Gaussian 0.4 module"_s, [](CameraShot &shot, double m) { shot.gaussianBlur = 0.4 * m; }},
        {u"Gaussian 0.6 module"_s, [](CameraShot &shot, double m) { shot.gaussianBlur = 0.6 * m; }},
        {u"disc 0.6 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 0.6 * m; }},
        {u"disc 0.8 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 0.8 * m; }},
        {u"disc 1.0 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 1.0 * m; }},
        {u"motion 1 module"_s,
         [](CameraShot &shot, double m) {
             shot.motion = m;
             shot.motionDegrees = 20;
         }},
        {u"motion 1.5 modules"_s,
         [](CameraShot &shot, double m) {
             shot.motion = 1.5 * m;
             shot.motionDegrees = 70;
         }},
        {u"dim"_s,
         [](CameraShot &shot, double) {
             shot.fullWell = 250;
             shot.readNoise = 8;
         }},
        {u"very dim"_s,
         [](CameraShot &shot, double) {
             shot.fullWell = 60;
             shot.readNoise = 5;
         }},
        {u"glare"_s, [](CameraShot &shot, double) { shot.glare = 0.8; }},
        {u"strong glare"_s, [](CameraShot &shot, double) { shot.glare = 2.0; }},
        {u"gradient"_s,
         [](CameraShot &shot, double) {
             shot.gradient = 0.9;
             shot.fullWell = 2000;
         }},
        {u"JPEG 30"_s, [](CameraShot &shot, double) { shot.jpegQuality = 30; }},
        {u"JPEG 15"_s, [](CameraShot &shot, double) { shot.jpegQuality = 15; }},
        {u"light on dark"_s, [](CameraShot &shot, double) { shot.lightOnDark = true; }},
        {u"light on dark, disc 0.6"_s,
         [](CameraShot &shot, double m) {
             shot.lightOnDark = true;
             shot.discBlur = 0.6 * m;
         }},
        {u"dim, disc 0.6, motion 0.7"_s,
         [](CameraShot &shot, double m) {
             shot.fullWell = 400;
             shot.discBlur = 0.6 * m;
             shot.motion = 0.7 * m;
         }},
    };
}

/// What one reader made of a set.
struct Score
{
    int read = 0;
    int wrong = 0;
    std::vector<double> times;

    bool note(const Reader &reader, const QImage &picture, const QByteArray &truth)
    {
        double best = 1e9; // the second run has warm caches and buffers
        DecodedCodes codes;
        for (int i = 0; i < 2; ++i) {
            const double start = threadMs();
            codes = reader.read(viewOf(picture));
            best = std::min(best, threadMs() - start);
        }
        times.push_back(best);
        const bool found = !truth.isEmpty() && std::ranges::any_of(codes, [&](const DecodedCode &code) {
            return code.bytes == truth;
        });
        read += found;
        wrong +=
            int(std::ranges::count_if(codes, [&](const DecodedCode &code) { return code.bytes != truth; }));
        return found;
    }
};

using Scores = std::vector<Score>; // in the order of readers()

void printScores(const char *what, int shots, const Scores &scores)
{
    std::printf("  %-28s %5d", what, shots);
    for (const Score &score : scores)
        std::printf(" %6d %7.2f", score.read, median(score.times));
    std::printf("   %5.2f %5.2f %5.2f\n", median(scores[1].times) / median(scores[0].times),
                scores[0].read ? double(scores[1].read) / scores[0].read : 0,
                scores[0].read ? double(scores[2].read) / scores[0].read : 0);
    std::fflush(stdout);
}

void printHead(const QString &title)
{
    std::printf("\n%s\n  %-28s %5s", qPrintable(title), "", "shots");
    for (const Reader &reader : readers())
        std::printf(" %6s %7s", reader.name, "ms");
    std::printf("   %s\n", "primary ms, read; all read, × library");
}

void frames(QSize size, const std::vector<double> &modules, const QString &keepIn)
{
    printHead(u"%1 × %2, modules of %3 to %4 pixels"_s.arg(size.width())
                  .arg(size.height())
                  .arg(modules.front())
                  .arg(modules.back()));
    const auto all = readers();
    Scores total(all.size());
    QMap<double, Scores> byModule;
    int shots = 0;
    int number = 0;
    for (const Degradation &degradation : degradations()) {
        Scores scores(all.size());
        for (const double module : modules) {
            CameraShot shot;
            shot.size = size;
            shot.seed = quint32(++number);
            shot.payload = cardPayload(number);
            const double room = 0.06 * (number % 5 - 2);
            shot.place({0.5 + room, 0.5 - room / 2}, module, degradation.degrees + number % 7,
                       degradation.distortion);
            degradation.apply(shot, module);
            const QImage picture = renderShot(shot);
            bool any = false;
            Scores &ofModule = byModule[module];
            ofModule.resize(all.size());
            for (size_t i = 0; i < all.size(); ++i) {
                Score one;
                any |= one.note(all[i], picture, shot.payload);
                for (Score *score : {&scores[i], &total[i], &ofModule[i]}) {
                    score->read += one.read;
                    score->wrong += one.wrong;
                    score->times.push_back(one.times.front());
                }
            }
            if (!any && !keepIn.isEmpty())
                picture.save(keepIn +
                             u"/%1 %2 %3.png"_s.arg(degradation.name).arg(module).arg(size.height()));
        }
        shots += int(modules.size());
        printScores(qPrintable(degradation.name), int(modules.size()), scores);
    }
    for (auto it = byModule.cbegin(); it != byModule.cend(); ++it)
        printScores(qPrintable(u"%1 pixels a module"_s.arg(it.key())), int(degradations().size()),
                    it.value());
    printScores("together", shots, total);
    std::printf("  wrong texts: %d %d %d\n", total[0].wrong, total[1].wrong, total[2].wrong);
}

void emptyScenes(QSize size, int count)
{
    printHead(u"%1 × %2, no code in view"_s.arg(size.width()).arg(size.height()));
    const auto all = readers();
    Scores scores(all.size());
    for (int i = 0; i < count; ++i) {
        CameraShot shot;
        shot.size = size;
        shot.seed = quint32(5000 + i);
        shot.fullWell = i % 3 ? 4000 : 150;
        shot.discBlur = i % 4;
        const QImage picture = renderShot(shot);
        for (size_t k = 0; k < all.size(); ++k)
            scores[k].note(all[k], picture, {});
    }
    printScores("rooms", count, scores);
    std::printf("  false reads: %d %d %d\n", scores[0].wrong, scores[1].wrong, scores[2].wrong);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool everything = arguments.isEmpty();
    if (everything || arguments.first() == "frames"_L1) {
        const QString keepIn = arguments.size() > 1 ? arguments.last() : QString();
        frames({1280, 720}, {1.5, 1.8, 2.2, 2.7, 3.3, 4, 5, 6.5, 8}, keepIn);
        frames({1920, 1080}, {1.8, 2.7, 4, 8}, keepIn);
        emptyScenes({1280, 720}, 40);
        emptyScenes({1920, 1080}, 10);
    }
    if (everything || arguments.first() == "streams"_L1)
        playStreams();
    return 0;
}
