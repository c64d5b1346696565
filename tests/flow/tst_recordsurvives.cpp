#include "tests/flow/program.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// A run of a thousand scans is killed at any moment, again and again: every entry that was shown as recorded
/// is there.
class TestRecordSurvives : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyMomentOfAThousandScans();
};

void TestRecordSurvives::killedAtAnyMomentOfAThousandScans()
{
    constexpr int scans = 1'000;
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (CHECKPOINT_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    const QTemporaryDir data;
    QSet<QString> shown;
    int kills = 0;
    int next = 0;
    while (next < scans) {
        QByteArray input;
        for (int i = next; i < scans; ++i)
            input +=
                "0010909" + QByteArray::number(10'000 + i) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021\n";
        QProcess program;
        program.setProcessEnvironment(plainEnvironment());
        program.start(programPath(), {u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"-"_s});
        program.write(input);
        program.closeWriteChannel();
        // The first rounds are killed while the folder is opened, the later ones in the middle of the scans.
        const int killAfterLines = int(random.bounded(kills < 4 ? 3 : 160));
        const int killAfterMs = killAfterLines == 0 ? int(random.bounded(150)) : 20'000;
        int lines = 0;
        QByteArray output;
        QElapsedTimer since;
        since.start();
        while (program.state() != QProcess::NotRunning && since.elapsed() < killAfterMs &&
               lines <= killAfterLines) {
            program.waitForReadyRead(5);
            output += program.readAllStandardOutput();
            lines = int(output.count('\n'));
        }
        program.kill();
        program.waitForFinished();
        ++kills;
        output += program.readAllStandardOutput();
        const qsizetype whole = output.lastIndexOf('\n') + 1; // a line that was cut was not shown
        for (const QByteArray &line : output.left(whole).split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.isEmpty())
                continue;
            // Committed but killed before it was shown: the next run finds the person inside.
            if (object[u"outcome"_s] == u"recorded"_s)
                shown.insert(object[u"entry_id"_s].toString());
            else
                QCOMPARE(object[u"reason"_s].toString(), u"already-inside"_s);
            ++next;
        }
    }
    qInfo("%d kills, %lld entries shown", kills, qlonglong(shown.size()));
    QVERIFY(kills >= 10);

    QSet<QString> kept;
    QSet<QString> persons;
    for (const QJsonObject &entry :
         runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).objects()) {
        kept.insert(entry[u"entry_id"_s].toString());
        persons.insert(entry[u"visitor_id"_s].toString());
    }
    QVERIFY2((shown - kept).isEmpty(), "an entry that was shown as recorded is lost");
    QCOMPARE(persons.size(), scans);       // each person once, no half visitor
    QCOMPARE(kept.size(), persons.size()); // and each with one entry
}

QTEST_GUILESS_MAIN(TestRecordSurvives)
#include "tst_recordsurvives.moc"
