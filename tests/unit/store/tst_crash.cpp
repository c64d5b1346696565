#include "core/domain/visit.h"
#include "core/store/connection.h"
#include "core/store/ledger.h"
#include "core/store/rescuelist.h"
#include "tests/unit/store/storefixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace storetest;

/// Another program that is killed: its lock, its log and what it has said to be recorded.
class CrashTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void secondWriterIsToldInUseAndReadsBesideIt();
    void secondStoreOfTheSameProgramIsToldInUse();
    void killedWritersLockIsTakenOver();
    void killedWritersLogIsReadWithoutChangingAnything();
    void everyEntrySaidToBeRecordedSurvivesKilling();
    void everyEntrySaidToBeRecordedSurvivesThePowerFailing();

private:
    void start(QProcess &helper, const QStringList &arguments);
    bool waitForLine(QProcess &helper, const QByteArray &line);
    QString path() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CrashTest::start(QProcess &helper, const QStringList &arguments)
{
    helper.start(QStringLiteral(STORE_HELPER), arguments);
    QVERIFY(helper.waitForStarted());
}

bool CrashTest::waitForLine(QProcess &helper, const QByteArray &line)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000) {
        while (helper.canReadLine()) {
            if (helper.readLine().trimmed() == line)
                return true;
        }
        helper.waitForReadyRead(200);
    }
    return false;
}

void CrashTest::secondWriterIsToldInUseAndReadsBesideIt()
{
    QProcess writer;
    start(writer, {u"hold"_s, path()});
    QVERIFY(waitForLine(writer, "open"));
    EntryStore second;
    COMPARE_CODE(await(second.open(path(), StoreMode::ReadWrite)), "in-use");
    OpenStore reader(path(), StoreMode::ReadOnly);
    VERIFY_OK(reader.unlocked);
    VERIFY_OK(await(reader->entries({})));
    COMPARE_CODE(await(reader->record(in(cardP01(), 0))), "read-only");
    COMPARE_CODE(await(reader->match(std::vector<IdentityKey>())), "read-only");
    writer.kill();
    QVERIFY(writer.waitForFinished());
}

void CrashTest::secondStoreOfTheSameProgramIsToldInUse()
{
    OpenStore first(path());
    VERIFY_OK(first.unlocked);
    EntryStore second;
    COMPARE_CODE(await(second.open(path(), StoreMode::ReadWrite)), "in-use");
    VERIFY_OK(await(first->record(in(cardP01(), 0))));
    // A reader sees what is committed, while the writer goes on.
    OpenStore reader(path(), StoreMode::ReadOnly);
    VERIFY_OK(reader.unlocked);
    QCOMPARE(allEntries(reader).size(), 1);
    VERIFY_OK(await(first->record(out(cardP01(), 1))));
    QCOMPARE(allEntries(reader).size(), 2);
    QCOMPARE(wholeCounters(reader).inside, 0);
    VERIFY_OK(await(reader->check()));
}

void CrashTest::killedWritersLockIsTakenOver()
{
    QProcess writer;
    start(writer, {u"hold"_s, path()});
    QVERIFY(waitForLine(writer, "open"));
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    OpenStore next(path());
    VERIFY_OK(next.unlocked);
    VERIFY_OK(await(next->record(in(cardP01(), 0))));
}

void CrashTest::killedWritersLogIsReadWithoutChangingAnything()
{
    QProcess writer;
    start(writer, {u"record"_s, path(), u"0"_s});
    for (int lines = 0; lines < 10;) {
        QVERIFY(writer.canReadLine() || writer.waitForReadyRead(20'000));
        while (writer.canReadLine()) {
            writer.readLine();
            ++lines;
        }
    }
    writer.kill();
    QVERIFY(writer.waitForFinished());
    const QString database = EntryStore::databasePath(path());
    const QByteArray before = fileBytes(database);
    const QByteArray log = fileBytes(database + u"-wal"_s);
    QVERIFY(!log.isEmpty());
    {
        OpenStore reader(path(), StoreMode::ReadOnly);
        VERIFY_OK(reader.unlocked);
        QVERIFY(allEntries(reader).size() >= 9);
        VERIFY_OK(await(reader->check()));
    }
    QCOMPARE(fileBytes(database), before);
    QCOMPARE(fileBytes(database + u"-wal"_s), log);
}

void CrashTest::everyEntrySaidToBeRecordedSurvivesKilling()
{
    const int kills =
        qEnvironmentVariableIsSet("CHECKPOINT_KILLS") ? qEnvironmentVariableIntValue("CHECKPOINT_KILLS") : 6;
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    QSet<QByteArray> said;
    int minutes = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QString where = u"seed %1, kill %2"_s.arg(seed).arg(kill);
        QProcess writer;
        start(writer, {u"record"_s, path(), QString::number(minutes)});
        // Some die while they make or open the folder, most while they record.
        const int patience = random.bounded(4) ? random.bounded(30, 400) : random.bounded(30);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patience)
            writer.waitForReadyRead(int(qMax<qint64>(1, patience - timer.elapsed())));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine()) { // what was cut off in the middle of a line was not said
            const QByteArray line = writer.readLine().trimmed();
            QVERIFY2(line == "open" || line.size() == 36, line.constData());
            if (line != "open")
                said.insert(line);
        }
        minutes += 1000;

        OpenStore store(path());
        VERIFY_OK(store.unlocked);
        VERIFY_OK(await(store->check()));
        const auto rows = allEntries(store);
        QSet<QByteArray> kept;
        QHash<QUuid, std::vector<StandingPassage>> standing;
        for (const EntryRow &row : rows) {
            kept.insert(idText(row.entry.id).toLatin1());
            if (row.entry.kind != EntryKind::Void && !row.voidedBy)
                standing[*row.entry.visitorId].push_back(
                    {row.entry.id, row.entry.kind == EntryKind::In ? Direction::In : Direction::Out,
                     row.entry.at.utcMs, row.entry.party, row.entry.wholeParty, row.entry.apart});
        }
        QVERIFY2(kept.contains(said), qPrintable(where));
        // At most what was committed but not said any more is there beside it, once a kill.
        QVERIFY2(kept.size() <= said.size() + kill + 1, qPrintable(where));
        qint64 inside = 0;
        qint64 partyInside = 0;
        for (const auto &passages : std::as_const(standing)) {
            inside += foldedVisits(passages).back().isOpen();
            partyInside += foldedParty(passages).party.size();
        }
        QVERIFY2(wholeCounters(store).inside == inside, qPrintable(where));
        QVERIFY2(wholeCounters(store).partyInside == partyInside, qPrintable(where));
    }
    QVERIFY(rescuesOf(path()).isEmpty()); // nothing was taken for lost
    QVERIFY2(said.size() > kills, "hardly anything was recorded");
    qInfo("%d kills, %lld entries said to be recorded, all kept", kills, qlonglong(said.size()));
}

/// Half of the programs are killed, half lose the power: what was written after the last sync is lost, kept
/// or torn. CHECKPOINT_SEED repeats a run.
void CrashTest::everyEntrySaidToBeRecordedSurvivesThePowerFailing()
{
    const int scans =
        qEnvironmentVariableIsSet("CHECKPOINT_SCANS") ? qEnvironmentVariableIntValue("CHECKPOINT_SCANS") : 20;
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    QSet<QByteArray> said;
    int ends = 0;
    int cuts = 0;
    for (; said.size() < scans || cuts < 3; ++ends) {
        const bool isCut = ends % 2 == 0;
        const QString where = u"seed %1, end %2"_s.arg(seed).arg(ends);
        QStringList arguments{isCut ? u"cut"_s : u"record"_s, path(), QString::number(ends * 1000)};
        if (isCut) {
            // Some in the middle of making or opening the folder, most while recording.
            const int access = random.bounded(5) ? random.bounded(100, 2000) : random.bounded(1, 100);
            arguments << QString::number(access) << QString::number(random.generate());
        }
        QProcess writer;
        start(writer, arguments);
        int killAfter = 1 + int(random.bounded(60));
        while (writer.state() != QProcess::NotRunning) {
            writer.waitForReadyRead(100);
            while (writer.canReadLine()) { // what was cut off in the middle of a line was not said
                const QByteArray line = writer.readLine().trimmed();
                QVERIFY2(line == "open" || line.size() == 36, line.constData());
                if (line != "open")
                    said.insert(line);
                if (--killAfter == 0 && !isCut)
                    writer.kill();
            }
        }
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        cuts += isCut;
        Connection connection;
        VERIFY_OK(connection.open(EntryStore::databasePath(path()), Connection::Access::ReadWrite));
        QSet<QByteArray> kept;
        {
            Statement sound = connection.query(u"PRAGMA quick_check"_s);
            QVERIFY2(sound.next() && sound.text(0) == "ok"_L1, qPrintable(where));
            Statement rows = connection.query(u"SELECT id FROM entry"_s);
            while (rows.next())
                kept.insert(idText(rows.uuid(0)).toLatin1());
        }
        if (ends > 0 || !said.isEmpty()) {
            connection.failure(); // there is no table yet where its making was cut off
            QVERIFY2(kept.contains(said), qPrintable(where));
            // At most what was committed but not said any more is there beside it, once an end.
            QVERIFY2(kept.size() <= said.size() + ends + 1, qPrintable(where));
        }
    }
    OpenStore store(path(), StoreMode::ReadOnly);
    VERIFY_OK(store.unlocked);
    const auto proof = await(Ledger(&store.store).prove({}, {}, {}));
    VERIFY_OK(proof);
    QVERIFY2(proof->holds(), proof->holds() ? "" : qPrintable(proof->faults.first().what));
    QVERIFY2(rescuesOf(path()).isEmpty(), "an end was taken for lost");
    qInfo("seed %u: %d programs ended, %d by the power; %lld entries said to be recorded, 0 lost, 0 damaged",
          seed, ends, cuts, qlonglong(said.size()));
}

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"
