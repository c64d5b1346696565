#include "core/settings/recoverycode.h"

#include <QSet>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

using Problem = RecoveryReading::Problem;

Secret someKey(int seed)
{
    Secret key(recoveryKeyBytes);
    for (int i = 0; i < int(recoveryKeyBytes); ++i)
        key.data()[i] = static_cast<unsigned char>(seed * 131 + i * 57 + (i * i * seed) % 251);
    return key;
}

QString typed(const QStringList &words)
{
    return words.join(u' ');
}

} // namespace

/// What stands on a recovery sheet gives the key back, and whoever mistypes it is told where.
class TestRecoveryCode : public QObject
{
    Q_OBJECT

private slots:
    void theListHas2048WordsThatNoMistypedLetterTurnsIntoOneAnother();
    void theSheetsInCupboardsStayGood();
    void wordsAndCodeGiveTheKeyBack();
    void wordsAreReadHoweverTheyAreTyped();
    void aMistypedLetterIsPointedAtWithTheWordsItMayBe();
    void aWrongWordIsPointedAtByItsLine();
    void tooFewAndTooManyWordsAreCounted();
    void linesOfTwoSheetsMakeNoKey();
    void aDamagedOrForeignCodeIsNoSheet_data();
    void aDamagedOrForeignCodeIsNoSheet();
};

void TestRecoveryCode::theListHas2048WordsThatNoMistypedLetterTurnsIntoOneAnother()
{
    const QStringList words = recoveryWordList();
    const QSet<QString> all(words.begin(), words.end());
    QCOMPARE(all.size(), 2048);
    for (const QString &word : words) {
        QCOMPARE(word.size(), 5);
        for (int i = 0; i < word.size(); ++i) {
            for (char16_t letter = u'a'; letter <= u'z'; ++letter) {
                QString other = word;
                other[i] = letter;
                QVERIFY2(other == word || !all.contains(other), qPrintable(word + u' ' + other));
            }
        }
    }
}

/// The sheet of a key was printed once and for all: what it says for this key may never become another.
void TestRecoveryCode::theSheetsInCupboardsStayGood()
{
    Secret key(recoveryKeyBytes);
    for (int i = 0; i < int(recoveryKeyBytes); ++i)
        key.data()[i] = static_cast<unsigned char>(i);
    const QByteArray text = "CHECKPOINT-DESK-RECOVERY:1:000102030405060708090A0B0C0D0E0F10111213141516171819"
                            "1A1B1C1D1E1F:0F691A1B";
    const QString words =
        u"babab bibag padit bibag voten labop batan gabeh gakim xabob birap mabor katat domer "
        "tomeh bakag pikav kobir panez pomog demam tidib bemin hebel nenax talib bonap nibov zaron kerev"_s;
    QCOMPARE(recoveryText(key), text);
    QCOMPARE(typed(recoveryWords(key)), words);
    QVERIFY(readRecoveryText(text).key == key);
    QVERIFY(readRecoveryWords(words).key == key);
}

void TestRecoveryCode::wordsAndCodeGiveTheKeyBack()
{
    for (int seed = 0; seed < 200; ++seed) {
        const Secret key = someKey(seed);
        const QStringList words = recoveryWords(key);
        QCOMPARE(words.size(), 30);
        const RecoveryReading byWords = readRecovery(typed(words));
        QVERIFY(byWords.key == key);
        const RecoveryReading byCode = readRecovery(QString::fromLatin1(recoveryText(key)));
        QVERIFY(byCode.key == key);
    }
}

void TestRecoveryCode::wordsAreReadHoweverTheyAreTyped()
{
    const Secret key = someKey(7);
    QStringList words = recoveryWords(key);
    QString text;
    for (int line = 0; line < recoveryLines; ++line)
        text += u"%1. %2;\r\n"_s.arg(line + 1).arg(words.mid(line * 5, 5).join(u",  "_s).toUpper());
    QVERIFY(readRecoveryWords(text).key == key);
    QVERIFY(readRecoveryText(recoveryText(key).toLower() + "\n").key == key);
}

void TestRecoveryCode::aMistypedLetterIsPointedAtWithTheWordsItMayBe()
{
    const QStringList words = recoveryWords(someKey(3));
    for (int place = 0; place < words.size(); ++place) {
        QStringList wrong = words;
        wrong[place][place % 5] = wrong[place][place % 5] == u'y' ? u'w' : u'y';
        const RecoveryReading reading = readRecoveryWords(typed(wrong));
        QCOMPARE(reading.problem, Problem::Unknown);
        QCOMPARE(reading.word, place + 1);
        QCOMPARE(reading.line, place / 5 + 1);
        QCOMPARE(reading.typed, wrong[place]);
        QVERIFY(!reading.key);
        QVERIFY(!recoveryProblem(reading).contains(wrong[place]));
    }
    // The last letter checks the others: without it there is but one word.
    QStringList wrong = words;
    wrong[11][4] = u'q';
    QCOMPARE(readRecoveryWords(typed(wrong)).nearest, QStringList{words[11]});
}

void TestRecoveryCode::aWrongWordIsPointedAtByItsLine()
{
    const QStringList all = recoveryWordList();
    const QStringList words = recoveryWords(someKey(4));
    for (int place = 0; place < words.size(); ++place) {
        QStringList wrong = words;
        wrong[place] = all[(all.indexOf(wrong[place]) + 1000) % all.size()];
        const RecoveryReading reading = readRecoveryWords(typed(wrong));
        QCOMPARE(reading.problem, Problem::WrongLine);
        QCOMPARE(reading.line, place / 5 + 1);
    }
    QStringList swapped = words;
    swapped.swapItemsAt(6, 7);
    QCOMPARE(readRecoveryWords(typed(swapped)).line, 2);
    QStringList lines = words.mid(5, 5) + words.mid(0, 5) + words.mid(10);
    QCOMPARE(readRecoveryWords(typed(lines)).line, 1);
}

void TestRecoveryCode::tooFewAndTooManyWordsAreCounted()
{
    const QStringList words = recoveryWords(someKey(5));
    QCOMPARE(readRecoveryWords({}).problem, Problem::Missing);
    for (const int count : {1, 5, 29}) {
        const RecoveryReading reading = readRecoveryWords(typed(words.mid(0, count)));
        QCOMPARE(reading.problem, Problem::Missing);
        QCOMPARE(reading.word, count);
    }
    QCOMPARE(readRecoveryWords(typed(words + words.mid(0, 1))).problem, Problem::TooMany);
}

void TestRecoveryCode::linesOfTwoSheetsMakeNoKey()
{
    const QStringList one = recoveryWords(someKey(8));
    const QStringList other = recoveryWords(someKey(9));
    QCOMPARE(readRecoveryWords(typed(one.mid(0, 15) + other.mid(15))).problem, Problem::WrongKey);
}

void TestRecoveryCode::aDamagedOrForeignCodeIsNoSheet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("problem");
    const QByteArray good = recoveryText(someKey(6));
    const auto row = [](const char *name, const QByteArray &text, Problem problem = Problem::NoSheet) {
        QTest::newRow(name) << text << int(problem);
    };
    row("nothing", {});
    row("a citizen card", "001090999991|010000001|Nguyen Thu Nghiem|15011990|Nam|Ha Noi|01052021");
    row("cut", good.chopped(1));
    row("longer", good + "0");
    row("one digit of the key", QByteArray(good).replace(40, 1, good[40] == '0' ? "1" : "0"));
    row("one digit of the check",
        QByteArray(good).replace(good.size() - 1, 1, good.back() == '0' ? "1" : "0"));
    row("no digit", QByteArray(good).replace(40, 1, "G"));
    row("a newer sheet", QByteArray(good).replace(":1:", ":2:"), Problem::Newer);
}

void TestRecoveryCode::aDamagedOrForeignCodeIsNoSheet()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, problem);
    const RecoveryReading reading = readRecoveryText(text);
    QCOMPARE(int(reading.problem), problem);
    QVERIFY(!reading.key);
    QVERIFY(!recoveryProblem(reading).isEmpty());
}

QTEST_GUILESS_MAIN(TestRecoveryCode)
#include "tst_recoverycode.moc"
