#include "core/codes/formatcatalog.h"
#include "tests/unit/codes/codesamples.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>
#include <random>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What this thread has computed so far, in nanoseconds: other programs' work does not count.
qint64 ownCpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

/// Changes payloads as bad cables, cut scans and people with bad intentions do; the same way in every run.
class Mutator
{
public:
    explicit Mutator(const QList<QByteArray> &samples) : m_samples(samples) {}

    QByteArray next()
    {
        QByteArray payload = sample();
        for (int changes = number(1, 4); changes > 0; --changes)
            change(payload);
        return payload;
    }

private:
    int number(int from, int to) { return int(m_random() % unsigned(to - from + 1)) + from; }
    qsizetype place(const QByteArray &payload) { return number(0, int(payload.size())); }
    const QByteArray &sample() { return m_samples[number(0, int(m_samples.size()) - 1)]; }

    void change(QByteArray &payload)
    {
        switch (number(0, 7)) {
        case 0:
            payload.truncate(place(payload));
            break;
        case 1:
            payload.remove(0, place(payload) / 4);
            break;
        case 2: // flip one bit
            if (!payload.isEmpty()) {
                char &byte = payload.data()[number(0, int(payload.size()) - 1)];
                byte = char(byte ^ (1 << number(0, 7)));
            }
            break;
        case 3: // repeat a part
            payload.insert(place(payload), payload.mid(place(payload), number(1, 40)));
            break;
        case 4:
            payload.insert(place(payload), char(number(0, 255)));
            break;
        case 5:
            payload.insert(place(payload), "|<$*-\0\r\n/"[number(0, 8)]);
            break;
        case 6: // another scan at once
            payload.append(sample());
            break;
        default:
            payload.remove(place(payload), number(1, 12));
        }
    }

    const QList<QByteArray> &m_samples;
    std::mt19937 m_random{20260101}; // NOLINT: the same in every run
};

void verifySound(const VisitorCode &code, const QByteArray &payload)
{
    const QByteArray shown = payload.toPercentEncoding();
    if (code.error)
        QVERIFY2(code.visitor == VisitorData(), shown.constData());
    else if (code.format == formatid::certificate) // without a whole date of birth the name is no key
        QVERIFY2(!code.visitor.name.isEmpty() && !code.certificate->verified, shown.constData());
    else
        QVERIFY2(!identityKeys(code.visitor).empty(), shown.constData());
    QVERIFY2(std::ranges::is_sorted(code.warnings), shown.constData());
    for (const QString &text : {code.visitor.name, code.visitor.address}) {
        const bool clean = std::ranges::none_of(text, [](QChar c) {
            return c.category() == QChar::Other_Control || c == QChar(QChar::ReplacementCharacter);
        });
        QVERIFY2(clean, shown.constData());
    }
}

} // namespace

class TestCodeMutations : public QObject
{
    Q_OBJECT

private slots:
    void damagedTextsNeitherCrashNorNameNobody();
    void everyCutOfEveryTextIsSound();
    void timeGrowsWithTheTextOnly_data();
    void timeGrowsWithTheTextOnly();
};

void TestCodeMutations::damagedTextsNeitherCrashNorNameNobody()
{
    const QList<QByteArray> samples = codeSamples();
    QVERIFY(samples.size() > 60);
    Mutator mutator(samples);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray payload = mutator.next();
        verifySound(readCode(payload), payload);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCodeMutations::everyCutOfEveryTextIsSound()
{
    for (const QByteArray &sample : codeSamples()) {
        for (qsizetype length = 0; length < std::min<qsizetype>(sample.size(), 400); ++length) {
            const QByteArray payload = sample.left(length);
            verifySound(readCode(payload), payload);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestCodeMutations::timeGrowsWithTheTextOnly_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("repeated");
    const QByteArray card = "001090999991||";
    QTest::newRow("separators") << card << QByteArray("|");
    QTest::newRow("lines") << QByteArray("a\n") << QByteArray("1|\n");
    QTest::newRow("lines of nothing") << QByteArray("a\n") << QByteArray("b\n");
    QTest::newRow("NULs") << card << QByteArray(1, '\0');
    QTest::newRow("marks on one letter") << card + "e" << QByteArray("\xCC\xA3\xCC\x82");
    QTest::newRow("bytes that are no UTF-8") << card << QByteArray("\xE1\xBB");
    QTest::newRow("wrong charset") << card << QByteArray("\xC3\xA1\xC2\xBB\xC2\x85");
    QTest::newRow("half of a wrong charset") << card << QByteArray("\xC3\x83");
    QTest::newRow("kanji") << card << QByteArray("\xE9\x9B\xAA\xEF\xBD\xBA");
    QTest::newRow("half-composed letters") << card << QByteArray("a\xC3\xA2");
    QTest::newRow("hex") << QByteArray("0199999993|") << QByteArray("4c");
    QTest::newRow("hex with typed letters") << QByteArray("0199999993|") << QByteArray("c3\xC3\xA2");
    QTest::newRow("hex with ambiguous letters") << QByteArray("0199999993|") << QByteArray("\xE1\xBA\xA7");
    QTest::newRow("parts of an EXT") << QByteArray("001090999991|A|1990-01-15|0|162999999999999991|")
                                     << QByteArray("<");
    QTest::newRow("fillers") << QByteArray("P<UTO") << QByteArray("<");
    QTest::newRow("Caps Lock words") << card << QByteArray("aB ");
    QTest::newRow("base45") << QByteArray("HC1:") << QByteArray("BB8");
}

void TestCodeMutations::timeGrowsWithTheTextOnly()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, repeated);
    const auto bestOfThree = [&](qsizetype size) {
        const QByteArray payload = head + repeated.repeated(size / repeated.size());
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            const qint64 before = ownCpuTime();
            verifySound(readCode(payload), payload.left(40));
            best = std::min(best, ownCpuTime() - before);
        }
        return best;
    };
    // Ten times the text may take ten times as long; a square would take 100 times.
    const qint64 small = std::max<qint64>(bestOfThree(16'000), 1'000'000);
    const qint64 large = bestOfThree(160'000);
    QVERIFY2(large < small * 40,
             qPrintable(u"%1 ms against %2 ms"_s.arg(large / 1'000'000).arg(small / 1'000'000)));
}

QTEST_GUILESS_MAIN(TestCodeMutations)
#include "tst_codemutations.moc"
