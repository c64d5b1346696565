#include "tests/fuzz/fuzzing.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <random>
#include <vector>

namespace {

constexpr qsizetype longestInput = 64 * 1024;

QByteArrayList corpusIn(const QStringList &folders)
{
    QByteArrayList corpus;
    for (const QString &folder : folders) {
        QStringList names;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(files.next());
        names.sort(); // the same seed means the same inputs everywhere
        for (const QString &name : std::as_const(names)) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly) && file.size() <= longestInput)
                corpus.append(file.readAll());
        }
    }
    return corpus;
}

/// Damages bytes in one of the ways that find most: bits, bytes, cuts, repetitions, a piece of another input.
void damage(QByteArray &bytes, const QByteArrayList &corpus, std::minstd_rand &random)
{
    const auto below = [&random](qsizetype end) {
        return qsizetype(random() % std::uint32_t(std::max<qsizetype>(end, 1)));
    };
    const qsizetype at = below(bytes.size());
    const qsizetype length = std::min(below(16) + 1, bytes.size() - at);
    switch (below(6)) {
    case 0:
        if (!bytes.isEmpty())
            bytes[at] = char(bytes[at] ^ (1 << below(8)));
        break;
    case 1:
        if (!bytes.isEmpty())
            bytes[at] = char(random());
        break;
    case 2:
        bytes.remove(at, length);
        break;
    case 3:
        bytes.insert(at, bytes.mid(at, length));
        break;
    case 4:
        bytes.insert(at, QByteArray(1, char(random())));
        break;
    default:
        const QByteArray &other = corpus[below(corpus.size())];
        bytes.replace(at, length, other.mid(below(other.size()), below(64)));
        break;
    }
    bytes.truncate(longestInput);
}

void run(const QByteArray &bytes)
{
    // Of its own, so that a read beyond the end meets no other bytes of a container.
    const std::vector<uint8_t> input(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(input.data(), input.size());
}

} // namespace

/// A short run of a fuzz target without libFuzzer: every input of the corpus, then damaged ones for so many
/// milliseconds. No coverage guides it; it finds what breaks soon, on every build.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const qint64 milliseconds = arguments.value(1).toLongLong();
    const QByteArrayList corpus = corpusIn(arguments.mid(2));
    if (corpus.isEmpty()) {
        std::fputs("there is no corpus\n", stderr);
        return 1;
    }
    const unsigned seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                              ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                              : std::random_device()();
    std::printf("seed %u (CHECKPOINT_SEED repeats it)\n", seed);
    std::fflush(stdout);
    std::minstd_rand random(seed);
    for (const QByteArray &bytes : corpus)
        run(bytes);
    QElapsedTimer since;
    since.start();
    qint64 runs = 0;
    for (; since.elapsed() < milliseconds; ++runs) {
        QByteArray bytes = corpus[qsizetype(random() % std::uint32_t(corpus.size()))];
        for (auto times = random() % 4; times < 4; ++times)
            damage(bytes, corpus, random);
        run(bytes);
    }
    std::printf("%lld inputs of the corpus, %lld damaged ones\n", qlonglong(corpus.size()), qlonglong(runs));
    return 0;
}
