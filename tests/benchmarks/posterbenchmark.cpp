// What many posters cost: an A4 sheet each into one PDF file, in seconds and MiB of memory, with and without
// the proof that every code reads; beside qrencode and a PDF library that place nothing but the codes.
//   posterbenchmark [POSTERS]
// 500 unless said otherwise. Each way runs in a process of its own, so that its memory is its own.

#include "core/base/worker.h"
#include "core/posters/posterjob.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto peerScript = R"(
import subprocess, sys
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
count, path, picture = int(sys.argv[1]), sys.argv[2], sys.argv[3]
page = canvas.Canvas(path, pagesize=A4)
for i in range(count):
    text = "https://checkin.example.invalid/v/4HNP2WTC?l=l%d&s=%07d#" % (i, i) + "k" * 90
    name = "%s%d.png" % (picture, i)
    subprocess.run(["qrencode", "-l", "Q", "-s", "4", "-o", name, text], check=True)
    page.drawImage(name, 17 * mm, 60 * mm, 176 * mm, 176 * mm)
    page.showPage()
page.save()
)";

struct Cost
{
    double seconds = 0;
    double cpuSeconds = 0; ///< with those of its own child processes; does not depend on what else runs
    double mebibytes = 0;  ///< the most memory it had at a time
    bool done = false;
};

Cost costOf(const QStringList &command)
{
    std::vector<QByteArray> words;
    for (const QString &word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const auto secondsOf = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return {double(timer.nsecsElapsed()) / 1e9, secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime),
            double(usage.ru_maxrss) / 1024, WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

QList<PosterContent> contents(int count)
{
    QList<PosterContent> all;
    for (int i = 0; i < count; ++i) {
        const QString serial = QString::number(i).rightJustified(7, u'0');
        all.append({u"Bệnh viện Đa khoa Thử Nghiệm"_s, u"Cổng %1"_s.arg(i),
                    u"https://checkin.example.invalid/v/4HNP2WTC?l=l%1&s=%2#"_s.arg(i).arg(serial).toUtf8() +
                        QByteArray(90, 'k'),
                    serial, 1, QDate(2026, 11, 20), false});
    }
    return all;
}

/// What the child processes do.
int writePosters(int count, const QString &path, bool proved)
{
    Worker worker(u"posters"_s);
    PosterJob job(&worker);
    int exitCode = 1;
    QObject::connect(&job, &PosterJob::finished, qGuiApp, [&exitCode](const Result<PosterBatch> &batch) {
        exitCode = batch ? 0 : 1;
        QCoreApplication::exit(exitCode);
    });
    PosterTask task;
    task.contents = contents(count);
    task.path = path;
    task.proved = proved;
    job.start(task);
    return QCoreApplication::exec();
}

void print(const char *what, const Cost &cost, const Cost &peer, const QString &file)
{
    if (!cost.done) {
        std::printf("%-34s failed, or not installed\n", what);
        return;
    }
    std::printf("%-34s %8.2f s %8.2f s of CPU %8.1f MiB, file %8.1f KiB", what, cost.seconds, cost.cpuSeconds,
                cost.mebibytes, double(QFileInfo(file).size()) / 1024);
    if (peer.done)
        std::printf("  %5.2f × CPU %5.2f × memory", cost.cpuSeconds / peer.cpuSeconds,
                    cost.mebibytes / peer.mebibytes);
    std::printf("\n");
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == "--write"_L1)
        return writePosters(words.value(2).toInt(), words.value(3), words.value(4) == "proved"_L1);

    const int count = words.size() > 1 ? words[1].toInt() : 500;
    const QTemporaryDir folder;
    const QString plain = folder.filePath(u"plain.pdf"_s);
    const QString proved = folder.filePath(u"proved.pdf"_s);
    const QString codes = folder.filePath(u"codes.pdf"_s);
    const QString self = QCoreApplication::applicationFilePath();
    const QString number = QString::number(count);
    // The system's own, which knows the system's packages.
    const QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
    const Cost peer =
        costOf({python, u"-c"_s, QLatin1StringView(peerScript), number, codes, folder.filePath(u"code"_s)});
    const Cost unproved = costOf({self, u"--write"_s, number, plain, u"plain"_s});
    const Cost whole = costOf({self, u"--write"_s, number, proved, u"proved"_s});

    std::printf("%d posters into one PDF\n", count);
    print("qrencode + reportlab, codes alone", peer, peer, codes);
    print("posters", unproved, peer, plain);
    print("posters, every code read back", whole, peer, proved);
    return unproved.done && whole.done ? 0 : 1;
}
