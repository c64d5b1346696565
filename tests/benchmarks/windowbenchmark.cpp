// The window over a large record: how soon it is ready to scan, and for how long it takes no event while
// somebody scrolls and searches. Needs a display. Prints tables; on a noisy machine compare the rows of one
// run.
//   windowbenchmark [ENTRIES] [VISITORS]
// 1,000,000 entries of 200,000 visitors unless said otherwise.

#include "tests/benchmarks/largerecord.h"
#include "tests/flow/deskprogram.h"
#include "tests/flow/processwatch.h"
#include "tests/support/typist.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace checkpoint;
using namespace checkpoint::benchmark;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int aimMs = 16;

/// Nothing in it is over its term: what a desk keeps by default.
LargeRecord recentRecord(int entries, int visitors)
{
    constexpr int days = 25;
    LargeRecord record{entries, visitors, QDateTime::currentMSecsSinceEpoch() - days * day, entries / days};
    record.begin = QDateTime::currentMSecsSinceEpoch() - record.entries * record.apart();
    return record;
}

bool point(const QStringList &arguments)
{
    QProcess tool;
    startTypist(&tool, arguments);
    return QTest::qWaitFor([&tool] { return tool.state() == QProcess::NotRunning; }, 60'000) &&
           tool.exitCode() == 0;
}

/// A wheel over the middle of the window, a notch every 15 ms.
bool turnWheel(const DeskProgram &desk, int notches, bool down)
{
    return point({u"mousemove"_s, u"--window"_s, QString::number(desk.windowId()), u"500"_s, u"500"_s,
                  u"click"_s, u"--repeat"_s, QString::number(notches), u"--delay"_s, u"15"_s,
                  down ? u"5"_s : u"4"_s});
}

/// The entries of all days; their first view is a window of 1366×768 at the left upper corner of the screen.
bool chooseAllDays(const DeskProgram &desk)
{
    return point({u"mousemove"_s, u"--window"_s, QString::number(desk.windowId()), u"728"_s, u"95"_s,
                  u"click"_s, u"1"_s});
}

/// The oldest line, as the table copies it: else it was another list that was measured.
bool showsTheOldest(DeskProgram &desk, const LargeRecord &record)
{
    const QString oldest = QDateTime::fromMSecsSinceEpoch(record.begin - day).toString(u"dd/MM/yyyy"_s);
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return desk.press(u"ctrl+End"_s) &&
           QTest::qWaitFor([&] { return desk.press(u"ctrl+c"_s, 200) && clipboard->text().contains(oldest); },
                           10'000);
}

bool starts(const QString &folder, int count)
{
    static const QRegularExpression ready(u"Ready to scan, (\\d+) ms"_s);
    std::printf("\nStart, ms until ready to scan (aim: under 1,000):");
    for (int i = 0; i < count; ++i) {
        DeskProgram desk(folder);
        if (!desk.start())
            return false;
        std::printf(" %d", ready.match(QString::fromUtf8(desk.log())).captured(1).toInt());
        if (!desk.stop())
            return false;
    }
    std::printf("\n");
    return true;
}

/// A window that does nothing but answer: what it waits for is the machine's doing.
class IdleWindow
{
public:
    IdleWindow()
    {
        m_process.start(QCoreApplication::applicationFilePath(), {u"--idle"_s});
        (void)QTest::qWaitFor(
            [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, 10'000);
        m_pulse =
            std::make_unique<WindowPulse>(m_process.readLine().trimmed().toUInt(), m_process.processId());
    }
    ~IdleWindow()
    {
        m_pulse.reset();
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(IdleWindow)

    double takeLongestWait() { return m_pulse->takeLongestWait(); }

    /// In its own process.
    static int run()
    {
        QWindow window;
        window.setGeometry(1800, 1000, 50, 50);
        window.show();
        std::printf("%u\n", quint32(window.winId()));
        std::fflush(stdout);
        return QGuiApplication::exec();
    }

private:
    QProcess m_process;
    std::unique_ptr<WindowPulse> m_pulse;
};

struct Act
{
    const char *what;
    std::function<bool(DeskProgram &)> run;
    int settleMs; ///< what follows of it is waited for
};

QList<Act> actsOver(const LargeRecord &record)
{
    const auto keys = [](const QString &names, int gapMs, int times = 1) {
        const QString all = QStringList(times, names).join(u' ');
        return [all, gapMs](DeskProgram &desk) { return desk.press(all, gapMs); };
    };
    const auto wheel = [](bool down) {
        return [down](DeskProgram &desk) { return turnWheel(desk, 400, down); };
    };
    const auto wholeList = [record](DeskProgram &desk) {
        return desk.press(u"ctrl+f Down"_s, 300) && showsTheOldest(desk, record) && desk.press(u"Home"_s);
    };
    return {
        {"nothing, while names are read in", [](DeskProgram &) { return true; }, 8'000},
        {"the entries shown for the first time", keys(u"F3"_s, 60), 2'000},
        {"all days instead of one", chooseAllDays, 2'000},
        {"to the oldest entry and back", wholeList, 1'000},
        {"wheel down, 400 notches", wheel(true), 500},
        {"wheel up, 400 notches", wheel(false), 500},
        {"Page Down held, 150 times", keys(u"Next"_s, 33, 150), 500},
        {"End and Home, ten times each", keys(u"End Home"_s, 250, 10), 500},
        {"typing a search of nine letters", keys(u"ctrl+f h u y n h space d i n"_s, 120), 2'000},
        {"wheel down in what was found", wheel(true), 500},
    };
}

/// Somebody else's work on the machine makes any gap long once; what is the program's own is there every
/// time.
bool acts(const QString &folder, const LargeRecord &record)
{
    constexpr int rounds = 3;
    const QList<Act> all = actsOver(record);
    std::vector<std::vector<double>> gaps(all.size());
    std::vector<std::vector<double>> idleGaps(all.size());
    IdleWindow idle;
    for (int round = 0; round < rounds; ++round) {
        DeskProgram desk(folder);
        if (!desk.start())
            return false;
        WindowPulse pulse(desk.windowId(), desk.processId());
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!all[i].run(desk))
                return false;
            QTest::qWait(all[i].settleMs);
            gaps[i].push_back(pulse.takeLongestWait());
            idleGaps[i].push_back(idle.takeLongestWait());
        }
        if (!desk.stop())
            return false;
    }
    std::printf("\nLongest gap in ms, %d rounds (aim: none over %d in every round)\n  %-38s %8s   %-24s %s\n",
                rounds, aimMs, "", "least", "each", "of a window that does nothing");
    for (qsizetype i = 0; i < all.size(); ++i) {
        std::printf("  %-38s %8.1f  ", all[i].what, *std::ranges::min_element(gaps[i]));
        for (const double gap : gaps[i])
            std::printf(" %7.1f", gap);
        std::printf("  ");
        for (const double gap : idleGaps[i])
            std::printf(" %7.1f", gap);
        std::printf("\n");
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--idle"_L1)
        return IdleWindow::run();
    const int entries = arguments.size() > 1 ? arguments[1].toInt() : 1'000'000;
    const int visitors = arguments.size() > 2 ? arguments[2].toInt() : 200'000;
    if (entries < 10'000 || visitors < 1000)
        return 2;
    const QTemporaryDir folder;
    std::printf("A record of %d entries of %d visitors\n", entries, visitors);
    const QString data = folder.filePath(u"desk"_s);
    if (!QDir().mkpath(data))
        return 1;
    const LargeRecord record = recentRecord(entries, visitors);
    fill(data, record);
    { // The settings of the first desk are those of all.
        const DeskProgram desk(data, {"first-start-done=true", "language=en"});
    }
    if (!starts(data, 5) || !acts(data, record)) {
        std::printf("\nThe program did not answer.\n");
        return 1;
    }
    return 0;
}
