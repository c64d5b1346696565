#include "core/barcode/passplanner.h"
#include "core/barcode/qrencoder.h"
#include "core/barcode/qrframereader.h"
#include "core/barcode/scenewatch.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <random>

using namespace checkpoint;

namespace {

using Duration = PassPlanner::Duration;

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

QImage codeAt(QPoint corner, const QByteArray &bytes, QImage scene = {})
{
    if (scene.isNull()) {
        scene = QImage(1280, 720, QImage::Format_Grayscale8);
        scene.fill(Qt::lightGray);
    }
    QPainter(&scene).drawImage(corner, encodeQr(bytes, QrErrorCorrection::Medium).value().toImage(4));
    return scene;
}

/// The passes given for one frame when each takes `cost`.
QList<ReadPass> passesOfAFrame(PassPlanner &planner, Duration interval, Duration cost)
{
    QList<ReadPass> given;
    planner.beginFrame(interval);
    planner.note(ReadPass::Midpoint, cost, false);
    ReadPass pass;
    while (planner.next(pass)) {
        given.append(pass);
        planner.note(pass, cost, false);
    }
    return given;
}

/// A wall with some things on it, darker by `dimmed` levels.
QImage room(int dimmed = 0)
{
    QImage scene(1280, 720, QImage::Format_Grayscale8);
    scene.fill(QColor(150 - dimmed, 150 - dimmed, 150 - dimmed));
    QPainter painter(&scene);
    const int steps[]{0, 60, 110, 200, 235};
    for (int i = 0; i < 5; ++i)
        painter.fillRect(100 + 200 * i, 150, 120, 300, QColor(steps[i], steps[i], steps[i]));
    return scene;
}

/// The same picture as a sensor shows it one time after another.
class NoisySensor
{
public:
    explicit NoisySensor(double deviation)
    {
        std::mt19937 random(20261121);
        std::normal_distribution<double> normal(0, deviation);
        for (int &one : m_noise)
            one = int(std::lround(normal(random)));
    }
    QImage expose(QImage scene)
    {
        for (int y = 0; y < scene.height(); ++y) {
            uchar *line = scene.scanLine(y);
            for (int x = 0; x < scene.width(); ++x) {
                m_at = (m_at + 1) % m_noise.size();
                line[x] = uchar(std::clamp(line[x] + m_noise[m_at], 0, 255));
            }
        }
        return scene;
    }

private:
    std::array<int, 100'003> m_noise{}; // no divisor of a picture's size
    size_t m_at = 0;
};

constexpr auto frameTime = std::chrono::milliseconds(33);

/// Shows the reader a scene until it rests; false when it never does.
bool bringToRest(QrFrameReader &reader, const QImage &scene, QrFrameReader::Clock::time_point &at)
{
    for (int i = 0; i < 3'000 && !reader.isAtRest(); ++i)
        reader.decode(viewOf(scene), at += frameTime);
    return reader.isAtRest();
}

long long otherRuns(const QrFrameReader &reader)
{
    long long runs = 0;
    for (size_t i = 1; i < size_t(readPassCount); ++i)
        runs += reader.statistics().passes[i].runs;
    return runs;
}

} // namespace

class TestFrameReader : public QObject
{
    Q_OBJECT

private slots:
    void everyPassComesRoundWithinSixFrames();
    void theFirstPassIsNeverGivenTwice();
    void slowMachinesGetFewerPassesButNotNone();
    void aSlowCameraDoesNotRaiseTheBudgetWithoutEnd();
    void aPassThatReadsComesMoreOftenAndKeepsNoOtherOut();
    void codesAreReadWhereverTheyMove();
    void outlinesFromTheLastPlaceLieInTheFrame();
    void aSecondCodeBesideTheFirstIsSeenSoon();
    void invertedCodesAreReadAfterAFewFrames();
    void framesOfAnotherSizeAreRead();
    void hundredsOfPatternsDoNotHoldUpTheFramesAfter();
    void framesWithoutACodeHaveNone();
    void statisticsTellWhatWasDone();
    void theSensorsNoiseIsNoChange_data();
    void theSensorsNoiseIsNoChange();
    void slowDriftOfTheLightIsNoChange();
    void aSmallCodeIsAChange();
    void aCodeThatFadesInSlowlyIsAChange();
    void aStillSceneIsLeftToTheFirstPass();
    void otherPassesGoOnBeforeAStillScene();
    void aCodeWakesTheOtherPassesAtOnce();
    void aCodeHeldStillStaysRead();
};

void TestFrameReader::everyPassComesRoundWithinSixFrames()
{
    PassPlanner planner;
    QSet<ReadPass> seen;
    for (int frame = 0; frame < 6; ++frame) {
        const QList<ReadPass> given = passesOfAFrame(planner, Duration(33), Duration(1));
        QCOMPARE(given.size(), PassPlanner::passesAFrame);
        seen.unite(QSet<ReadPass>(given.begin(), given.end()));
    }
    QCOMPARE(seen.size(), readPassCount - 1);
}

void TestFrameReader::theFirstPassIsNeverGivenTwice()
{
    PassPlanner planner;
    for (int frame = 0; frame < 40; ++frame)
        QVERIFY(!passesOfAFrame(planner, Duration(33), Duration(1)).contains(ReadPass::Midpoint));
}

void TestFrameReader::slowMachinesGetFewerPassesButNotNone()
{
    PassPlanner planner;
    for (int frame = 0; frame < 50; ++frame)
        passesOfAFrame(planner, Duration(33), Duration(20)); // learns that passes are dear
    int given = 0;
    for (int frame = 0; frame < 50; ++frame)
        given += int(passesOfAFrame(planner, Duration(33), Duration(20)).size());
    QVERIFY2(given >= 5 && given <= 10, qPrintable(QString::number(given)));
}

void TestFrameReader::aSlowCameraDoesNotRaiseTheBudgetWithoutEnd()
{
    PassPlanner planner;
    const Duration dear = PassPlanner::longestInterval; // more than its share of the longest interval
    for (int frame = 0; frame < 50; ++frame)
        passesOfAFrame(planner, Duration(5000), dear);
    int given = 0;
    for (int frame = 0; frame < 12; ++frame)
        given += int(passesOfAFrame(planner, Duration(5000), dear).size());
    QVERIFY(given <= 2);
}

void TestFrameReader::aPassThatReadsComesMoreOftenAndKeepsNoOtherOut()
{
    PassPlanner planner;
    for (int visitor = 0; visitor < 30; ++visitor) {
        planner.beginFrame(Duration(33));
        planner.note(ReadPass::SharpenedGently, Duration(1), true);
    }
    QMap<ReadPass, int> times;
    for (int frame = 0; frame < 40; ++frame) {
        for (const ReadPass pass : passesOfAFrame(planner, Duration(33), Duration(1)))
            ++times[pass];
    }
    QCOMPARE(times.size(), readPassCount - 1);
    for (auto it = times.cbegin(); it != times.cend(); ++it) {
        if (it.key() != ReadPass::SharpenedGently)
            QVERIFY(it.value() >= 3 && it.value() < times[ReadPass::SharpenedGently]);
    }
}

void TestFrameReader::codesAreReadWhereverTheyMove()
{
    QrFrameReader reader;
    int number = 0;
    for (const QPoint corner :
         {QPoint(10, 10), QPoint(40, 30), QPoint(900, 400), QPoint(0, 500), QPoint(1100, 0)}) {
        const QByteArray bytes = "visitor " + QByteArray::number(++number);
        const QImage frame = codeAt(corner, bytes);
        const DecodedCodes codes = reader.decode(viewOf(frame));
        QCOMPARE(codes.size(), size_t(1));
        QCOMPARE(codes.front().bytes, bytes);
    }
}

void TestFrameReader::outlinesFromTheLastPlaceLieInTheFrame()
{
    QrFrameReader reader;
    const QImage frame = codeAt({700, 300}, "outline");
    for (int i = 0; i < 6; ++i) {
        const DecodedCodes codes = reader.decode(viewOf(frame));
        QCOMPARE(codes.size(), size_t(1));
        const QRectF found = codes.front().outline.boundingRect();
        QVERIFY(qAbs(found.left() - 716) <= 4 && qAbs(found.top() - 316) <= 4); // 4 quiet modules of 4 pixels
    }
}

void TestFrameReader::aSecondCodeBesideTheFirstIsSeenSoon()
{
    QrFrameReader reader;
    const QImage one = codeAt({100, 100}, "first person");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(reader.decode(viewOf(one)).size(), size_t(1));
    const QImage two = codeAt({1000, 500}, "second person", one);
    size_t most = 0;
    for (int i = 0; i < 4; ++i)
        most = std::max(most, reader.decode(viewOf(two)).size());
    QCOMPARE(most, size_t(2));
}

void TestFrameReader::invertedCodesAreReadAfterAFewFrames()
{
    QrFrameReader reader;
    QImage frame = codeAt({400, 300}, "a phone in dark mode");
    frame.invertPixels();
    bool read = false;
    for (int i = 0; i < 100 && !read; ++i) // a slow machine gives a pass to every sixth frame
        read = !reader.decode(viewOf(frame)).empty();
    QVERIFY(read);
    QVERIFY(!reader.decode(viewOf(frame)).empty()); // what read it there is tried there first
}

void TestFrameReader::framesOfAnotherSizeAreRead()
{
    QrFrameReader reader;
    const QImage large = codeAt({1000, 500}, "size");
    QCOMPARE(reader.decode(viewOf(large)).size(), size_t(1));
    const QImage small = large.copy(900, 450, 300, 200);
    QCOMPARE(reader.decode(viewOf(small)).size(), size_t(1));
    QVERIFY(reader.decode({}).empty());
    const QImage tiny = large.copy(0, 0, 1, 1);
    QVERIFY(reader.decode(viewOf(tiny)).empty());
}

void TestFrameReader::hundredsOfPatternsDoNotHoldUpTheFramesAfter()
{
    QImage frame(1280, 720, QImage::Format_Grayscale8);
    frame.fill(Qt::white);
    QPainter painter(&frame);
    for (int y = 10; y < 690; y += 36) {
        for (int x = 10; x < 1250; x += 36) {
            painter.fillRect(x, y, 28, 28, Qt::black);
            painter.fillRect(x + 4, y + 4, 20, 20, Qt::white);
            painter.fillRect(x + 8, y + 8, 12, 12, Qt::black);
        }
    }
    painter.end();
    QrFrameReader reader;
    reader.decode(viewOf(frame)); // the library's effort is not bounded
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        reader.decode(viewOf(frame));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestFrameReader::framesWithoutACodeHaveNone()
{
    QrFrameReader reader;
    QImage blank(640, 480, QImage::Format_Grayscale8);
    blank.fill(Qt::gray);
    for (int i = 0; i < 20; ++i)
        QVERIFY(reader.decode(viewOf(blank)).empty());
}

void TestFrameReader::statisticsTellWhatWasDone()
{
    QrFrameReader reader;
    QCOMPARE(reader.statistics().frames, 0);
    QCOMPARE(reader.statistics().framesASecond, 0.0);
    QrFrameReader::Clock::time_point arrived;
    const QImage frame = codeAt({700, 300}, "statistics");
    for (int i = 0; i < 20; ++i)
        reader.decode(viewOf(frame), arrived += std::chrono::milliseconds(40));
    const ReaderStatistics seen = reader.statistics();
    QCOMPARE(seen.frames, 20);
    QCOMPARE(seen.framesRead, 20);
    QCOMPARE(seen.frameSize, QSize(1280, 720));
    QVERIFY(qAbs(seen.framesASecond - 25) < 0.01);
    QVERIFY(seen.spent.count() > 0 && seen.budget.count() > 0);
    QCOMPARE(seen.region.runs, 19); // every frame but the first
    QCOMPARE(seen.region.reads, 19);
    QVERIFY(seen.of(ReadPass::Midpoint).runs >= 4);
    QCOMPARE(seen.of(ReadPass::Midpoint).reads, seen.of(ReadPass::Midpoint).runs);
    QVERIFY(seen.lastSeen.contains(QRect(716, 316, 80, 80)));
    QCOMPARE(seen.lastReadBy, ReadPass::Midpoint);
}

void TestFrameReader::theSensorsNoiseIsNoChange_data()
{
    QTest::addColumn<double>("deviation");
    QTest::newRow("none") << 0.0;
    QTest::newRow("in the evening") << 12.0;
}

void TestFrameReader::theSensorsNoiseIsNoChange()
{
    QFETCH(double, deviation);
    NoisySensor sensor(deviation);
    SceneWatch watch;
    int changes = 0;
    for (int i = 0; i < 110; ++i) {
        const bool changed = watch.hasChanged(viewOf(sensor.expose(room())));
        changes += changed && i >= 60; // it has to learn the noise
    }
    QCOMPARE(changes, 0);
}

void TestFrameReader::slowDriftOfTheLightIsNoChange()
{
    NoisySensor sensor(2);
    SceneWatch watch;
    int changes = 0;
    for (int i = 0; i < 160; ++i) { // 20 levels in 5 s
        const bool changed = watch.hasChanged(viewOf(sensor.expose(room(i / 8))));
        changes += changed && i >= 30;
    }
    QCOMPARE(changes, 0);
}

void TestFrameReader::aSmallCodeIsAChange()
{
    NoisySensor sensor(8);
    SceneWatch watch;
    for (int i = 0; i < 60; ++i)
        watch.hasChanged(viewOf(sensor.expose(room())));
    QImage scene = room();
    const QImage code = encodeQr("1", QrErrorCorrection::Medium).value().toImage(2);
    QVERIFY(code.width() < 64);
    QPainter(&scene).drawImage(600, 500, code);
    QVERIFY(watch.hasChanged(viewOf(sensor.expose(scene))));
}

void TestFrameReader::aCodeThatFadesInSlowlyIsAChange()
{
    SceneWatch watch;
    const QImage code = encodeQr("visitor", QrErrorCorrection::Medium).value().toImage(4);
    watch.hasChanged(viewOf(room()));
    bool changed = false;
    for (int i = 0; i < 450 && !changed; ++i) { // 15 s
        QImage scene = room();
        QPainter painter(&scene);
        painter.setOpacity(i / 450.0);
        painter.drawImage(600, 500, code);
        painter.end();
        changed = watch.hasChanged(viewOf(scene));
    }
    QVERIFY(changed);
}

void TestFrameReader::aStillSceneIsLeftToTheFirstPass()
{
    QrFrameReader reader;
    QrFrameReader::Clock::time_point at;
    QVERIFY(bringToRest(reader, room(), at));
    QVERIFY(at.time_since_epoch() >= QrFrameReader::longestAwake);
    QVERIFY(reader.statistics().resting);
    for (const auto &pass : reader.statistics().passes)
        QVERIFY(pass.runs >= 3);
    const long long first = reader.statistics().of(ReadPass::Midpoint).runs;
    const long long others = otherRuns(reader);
    for (int i = 0; i < 60; ++i)
        reader.decode(viewOf(room()), at += frameTime);
    QCOMPARE(reader.statistics().of(ReadPass::Midpoint).runs - first, 60);
    QVERIFY(otherRuns(reader) - others <= 2 * PassPlanner::passesAFrame);
}

void TestFrameReader::otherPassesGoOnBeforeAStillScene()
{
    QrFrameReader reader;
    QrFrameReader::Clock::time_point at;
    QVERIFY(bringToRest(reader, room(), at));
    const long long others = otherRuns(reader);
    for (int i = 0; i < 90; ++i)
        reader.decode(viewOf(room()), at += frameTime);
    QVERIFY(otherRuns(reader) - others >= 3);
}

void TestFrameReader::aCodeWakesTheOtherPassesAtOnce()
{
    QrFrameReader reader;
    QrFrameReader::Clock::time_point at;
    QVERIFY(bringToRest(reader, room(), at));
    QImage scene = codeAt({500, 460}, "awake", room());
    scene.invertPixels();
    int frames = 0;
    while (frames < 80 && reader.decode(viewOf(scene), at += frameTime).empty()) {
        QVERIFY(!reader.isAtRest());
        ++frames;
    }
    QVERIFY2(frames < 80, "never read");
}

void TestFrameReader::aCodeHeldStillStaysRead()
{
    QrFrameReader reader;
    QrFrameReader::Clock::time_point at;
    QImage scene = codeAt({500, 460}, "still", room());
    scene.invertPixels(); // no code for the first pass
    int frames = 0;
    while (frames < 200 && reader.decode(viewOf(scene), at += frameTime).empty())
        ++frames;
    QVERIFY(frames < 200);
    int reads = 0; // how many depends on what passes a busy machine has the time for
    for (int i = 0; i < 150; ++i) {
        reads += !reader.decode(viewOf(scene), at += frameTime).empty();
        QVERIFY(!reader.isAtRest());
    }
    QVERIFY(reads > 0);
}

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_framereader.moc"
