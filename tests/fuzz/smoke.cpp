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
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <random>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

#ifdef CHECKPOINT_SANITIZED
// What a sanitizer finds ends by a signal as well, so that it is said what was read.
extern "C" {
[[gnu::visibility("default")]] const char *__asan_default_options();
[[gnu::visibility("default")]] const char *__tsan_default_options();
[[gnu::visibility("default")]] const char *__ubsan_default_options();

const char *__asan_default_options()
{
    return "abort_on_error=1";
}

const char *__tsan_default_options()
{
    return "halt_on_error=1:abort_on_error=1";
}

const char *__ubsan_default_options()
{
    return "halt_on_error=1:abort_on_error=1:print_stacktrace=1";
}
}
#endif

namespace {

#ifdef CHECKPOINT_SANITIZED
constexpr std::array findings{SIGABRT, SIGPROF}; ///< the sanitizer reports the others itself
#else
constexpr std::array findings{SIGABRT, SIGFPE, SIGILL, SIGPROF, SIGSEGV, SIGBUS};
#endif

constexpr qsizetype longestInput = 64 * 1024;
constexpr qint64 likeOthersMs = 1000; ///< so that something is read on the fullest machine, too
constexpr int mostSeconds = 20;       ///< of the processor, for one input: more is a finding

/// What is being read, for whoever repeats it: written down before, as nothing can be asked after a crash.
char reading[160] = "nothing was read yet\n";

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

/// From a signal: says what was read and ends as the signal would have.
void sayFinding(int signal)
{
    if (::write(STDERR_FILENO, reading, std::strlen(reading)) < 0)
        ::_exit(1);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const QByteArray &bytes)
{
    const itimerval patience{{0, 0}, {mostSeconds, 0}};
    ::setitimer(ITIMER_PROF, &patience, nullptr);
    // Of its own, so that a read beyond the end meets no other bytes of a container.
    const std::vector<uint8_t> input(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(input.data(), input.size());
}

/// The same for the same seed and round, whatever was read before it.
QByteArray damagedInput(const QByteArrayList &corpus, unsigned seed, quint64 round)
{
    std::seed_seq both{seed, unsigned(round), unsigned(round >> 32)};
    std::minstd_rand random(both);
    QByteArray bytes = corpus[qsizetype(random() % std::uint32_t(corpus.size()))];
    for (auto times = random() % 4; times < 4; ++times)
        damage(bytes, corpus, random);
    return bytes;
}

unsigned seedOfThisRun()
{
    return qEnvironmentVariableIsSet("CHECKPOINT_SEED") ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                                                        : std::random_device()();
}

void runRound(const QByteArrayList &corpus, unsigned seed, quint64 round)
{
    const QByteArray bytes = damagedInput(corpus, seed, round);
    std::snprintf(reading, sizeof reading, "a finding; CHECKPOINT_SEED=%u CHECKPOINT_ROUND=%llu repeats it\n",
                  seed, static_cast<unsigned long long>(round));
    run(bytes);
}

} // namespace

/// A short run of a fuzz target without libFuzzer: every input of the corpus, then damaged ones for so many
/// milliseconds, in time that nobody else wants. No coverage guides it; it finds what breaks soon, on every
/// build. CHECKPOINT_SEED and CHECKPOINT_ROUND repeat a finding.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 milliseconds = arguments.value(1).toLongLong();
    const QByteArrayList corpus = corpusIn(arguments.mid(2));
    if (corpus.isEmpty()) {
        std::fputs("there is no corpus\n", stderr);
        return 1;
    }
    for (const int signal : findings)
        std::signal(signal, sayFinding);
    const unsigned seed = seedOfThisRun();
    if (qEnvironmentVariableIsSet("CHECKPOINT_ROUND")) {
        runRound(corpus, seed, qEnvironmentVariable("CHECKPOINT_ROUND").toULongLong());
        return 0;
    }
    for (qsizetype each = 0; each < corpus.size(); ++each) {
        std::snprintf(reading, sizeof reading,
                      "a finding in input %lld of the corpus, in the order of their names\n",
                      qlonglong(each));
        run(corpus[each]);
    }
    // Now, for whoever is killed or leaves without a word.
    std::printf("CHECKPOINT_SEED=%u repeats the damaged ones\n", seed);
    std::fflush(stdout);
    QElapsedTimer since;
    since.start();
    quint64 rounds = 0;
    for (bool givesWay = false; since.elapsed() < milliseconds; ++rounds) {
        if (!givesWay && since.elapsed() > likeOthersMs)
            givesWay = ::setpriority(PRIO_PROCESS, 0, 19) == 0;
        runRound(corpus, seed, rounds);
    }
    std::printf("%lld inputs of the corpus, %llu damaged ones\n", qlonglong(corpus.size()),
                static_cast<unsigned long long>(rounds));
    std::snprintf(reading, sizeof reading,
                  "a finding of all rounds together; CHECKPOINT_SEED=%u repeats it\n", seed);
    return 0;
}
