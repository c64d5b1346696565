// What the QR reader reads and what it costs, beside the decoder library with its defaults, on the same
// pictures in one run. Times are of the thread's CPU, medians.
//   reader_benchmark                     the table of what was asked for, with the peers beside it
//   reader_benchmark photos FOLDER       the same with a folder of photos, each NAME with its text in
//   NAME.txt reader_benchmark frames [FOLDER]     what spoils a frame, one by one; pictures nobody read go to
//   FOLDER reader_benchmark streams             streams, one by one

#include "tests/benchmarks/readerpeers.h"
#include "tests/benchmarks/readersets.h"
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
            const CameraShot shot = shotOf(++number, size, module, degradation);
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
        const QImage picture = renderShot(roomOf(i, size));
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
    const QString what = arguments.value(0);
    if (what == "frames"_L1) {
        frames({1280, 720}, {1.5, 1.8, 2.2, 2.7, 3.3, 4, 5, 6.5, 8}, arguments.value(1));
        frames({1920, 1080}, {1.8, 2.7, 4, 8}, arguments.value(1));
        emptyScenes({1280, 720}, 40);
        emptyScenes({1920, 1080}, 10);
    } else if (what == "streams"_L1) {
        printStreams();
    } else {
        printTable(what == "photos"_L1 ? arguments.value(1) : QString());
    }
    return 0;
}
