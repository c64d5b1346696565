#include "core/barcode/qrencoder.h"
#include "core/base/clock.h"
#include "tests/flow/program.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void wrongUseIsExit2_data();
    void wrongUseIsExit2();
    void readSaysWhatACodeHolds();
    void readNeedsNoDataFolder();
    void nulSeparatedPayloadsMayHoldLineEnds();
    void anUnreadableSourceIsExit3AndTheOthersAreStillRead();
    void aPictureWithoutACodeSaysSo();
    void scanRecordsAndEntriesListsTheSame();
    void theFolderIsTakenBeforeOrAfterTheCommand();
    void onlyDirectlySuccessiveEqualPayloadsRepeat();
    void nobodyCanAnswer();
    void theSamePersonIsRecognisedByAnyCode();
    void refusedScansAreKeptWithoutTheirText();
    void entriesAreMaskedUnlessRevealed();
    void aPeriodIsWholeDays();
    void csvHoldsTheEntries();
    void aSecondProgramThatWritesIsExit8AndReadingWorksBesideIt();
    void aMissingKeyIsSaidAndNeverMadeAnew();
    void aDamagedOrNewerDatabaseIsLeftAlone_data();
    void aDamagedOrNewerDatabaseIsLeftAlone();
    void aFullDiskIsNotRecorded();
    void helpIsGivenWhereverItIsAskedFor();
    void closedStandardInputIsAnUnreadableSource();
    void outputThatCannotBeWrittenIsExit4_data();
    void outputThatCannotBeWrittenIsExit4();
    void nothingFurtherIsRecordedOnceNobodySeesIt();
    void csvNeverReplacesADevice();
    void equalCodesInOnePictureAreSaidOnce();
};

namespace {

/// Runs a shell line in which "$0" is the program and "$1" the folder.
Run runInShell(const QString &line, const QString &folder, const QByteArray &input = {})
{
    QProcess shell;
    shell.setProcessEnvironment(plainEnvironment());
    shell.start(u"bash"_s, {u"-c"_s, line, programPath(), folder});
    shell.write(input);
    shell.closeWriteChannel();
    Run run;
    if (!shell.waitForFinished(30'000)) {
        shell.kill();
        shell.waitForFinished();
        return run;
    }
    run.exitCode = shell.exitCode();
    run.output = shell.readAllStandardOutput();
    run.complaints = shell.readAllStandardError();
    return run;
}

} // namespace

void TestCommandLine::wrongUseIsExit2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such command") << QStringList{u"scann"_s};
    QTest::newRow("no source") << QStringList{u"read"_s};
    QTest::newRow("no such option") << QStringList{u"read"_s, u"--frobnicate"_s, u"-"_s};
    QTest::newRow("no such direction") << QStringList{u"scan"_s, u"--direction"_s, u"up"_s, u"-"_s};
    QTest::newRow("no such day") << QStringList{u"entries"_s, u"--from"_s, u"2026-02-30"_s};
    QTest::newRow("--data without folder") << QStringList{u"entries"_s, u"--data"_s};
    QTest::newRow("entries takes no source") << QStringList{u"entries"_s, u"x.png"_s};
    // A script's variable that is not set must not lead into the default folder.
    QTest::newRow("--data with an empty name") << QStringList{u"entries"_s, u"--data"_s, QString()};
    QTest::newRow("--data= with an empty name") << QStringList{u"--data="_s, u"entries"_s};
    QTest::newRow("--csv with an empty name") << QStringList{u"entries"_s, u"--csv"_s, QString()};
    QTest::newRow("--csv to no file") << QStringList{u"entries"_s, u"--csv"_s, u"-"_s};
    QTest::newRow("an option before the command") << QStringList{u"--json"_s, u"read"_s, u"-"_s};
    QTest::newRow("no such option without a command") << QStringList{u"--frobnicate"_s};
}

void TestCommandLine::wrongUseIsExit2()
{
    QFETCH(const QStringList, arguments);
    const Run run = runProgram(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.output.isEmpty());
    QVERIFY(run.complaints.contains("checkpoint-desk: "));
}

void TestCommandLine::readSaysWhatACodeHolds()
{
    const Run run = runProgram({u"read"_s, u"--json"_s, u"-"_s}, cardOfNghiem + "\r\n\n" + qrOfMau);
    QCOMPARE(run.exitCode, 0);
    const QList<QJsonObject> objects = run.objects();
    QCOMPARE(objects.size(), 2); // an empty line is no scan
    const QJsonObject card = objects.first();
    QCOMPARE(card[u"source"_s].toString(), u"-"_s);
    QCOMPARE(card[u"format"_s].toString(), u"citizen-card"_s);
    QCOMPARE(card[u"error"_s], QJsonValue());
    QCOMPARE(card[u"warnings"_s].toArray(), QJsonArray());
    QCOMPARE(card[u"payload_sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(cardOfNghiem, QCryptographicHash::Sha256).toHex());
    const QJsonObject expected{
        {u"id_number"_s, u"001090999991"_s},
        {u"old_id"_s, u"010000001"_s},
        {u"name"_s, u"Nguyễn Thử Nghiệm"_s},
        {u"birth_date"_s, u"1990-01-15"_s},
        {u"sex"_s, u"male"_s},
        {u"address"_s, u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s},
        {u"issued"_s, u"2021-05-01"_s},
    };
    QCOMPARE(card[u"fields"_s].toObject(), expected);
    QCOMPARE(objects.last()[u"fields"_s][u"phone"_s].toString(), u"+84900000001"_s);
}

void TestCommandLine::readNeedsNoDataFolder()
{
    const QTemporaryDir home;
    const QString folder = home.filePath(u"never-made"_s);
    QCOMPARE(runProgram({u"read"_s, u"--data"_s, folder, u"-"_s}, cardOfNghiem).exitCode, 0);
    QVERIFY(!QDir(folder).exists());
}

void TestCommandLine::nulSeparatedPayloadsMayHoldLineEnds()
{
    const QByteArray zone =
        "IDVNM0909999917001090999991<<8\n9001158M4001153VNM<<<<<<<<<<<0\nNGUYEN<<THU<NGHIEM<<<<<<<<<<<<";
    const Run run = runProgram({u"read"_s, u"--json"_s, u"--null"_s, u"-"_s}, zone + '\0' + cardOfMau + '\0');
    const QList<QJsonObject> objects = run.objects();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects.first()[u"format"_s].toString(), u"travel-document"_s);
    QCOMPARE(objects.first()[u"fields"_s][u"id_number"_s].toString(), u"001090999991"_s);
    QCOMPARE(objects.last()[u"format"_s].toString(), u"citizen-card"_s);
}

void TestCommandLine::anUnreadableSourceIsExit3AndTheOthersAreStillRead()
{
    const QTemporaryDir folder;
    const QString broken = folder.filePath(u"broken.png"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    const Run run =
        runProgram({u"read"_s, u"--json"_s, broken, folder.filePath(u"missing.png"_s), u"-"_s}, cardOfMau);
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.objects().size(), 1);
    QVERIFY(run.complaints.contains("broken.png") && run.complaints.contains("missing.png"));
}

void TestCommandLine::aPictureWithoutACodeSaysSo()
{
    const QTemporaryDir folder;
    QImage blank(320, 240, QImage::Format_RGB32);
    blank.fill(Qt::gray);
    QVERIFY(blank.save(folder.filePath(u"blank.png"_s)));
    const Run run = runProgram({u"read"_s, u"--json"_s, folder.filePath(u"blank.png"_s)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.objects().value(0)[u"error"_s].toString(), u"no-code"_s);
}

void TestCommandLine::scanRecordsAndEntriesListsTheSame()
{
    const QTemporaryDir data;
    const Run scan =
        runProgram({u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"--location"_s, u"Cổng A"_s, u"-"_s},
                   cardOfNghiem + '\n' + cardOfMau + '\n');
    QCOMPARE(scan.exitCode, 0);
    const QList<QJsonObject> outcomes = scan.objects();
    QCOMPARE(outcomes.size(), 2);
    const Run list = runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s, u"--reveal"_s});
    QCOMPARE(list.exitCode, 0);
    const QList<QJsonObject> entries = list.objects();
    QCOMPARE(entries.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(outcomes[i][u"outcome"_s].toString(), u"recorded"_s);
        for (const QString &name : {u"entry_id"_s, u"at"_s, u"direction"_s, u"location"_s})
            QCOMPARE(entries[i][name], outcomes[i][name]);
        QCOMPARE(entries[i][u"direction"_s].toString(), u"in"_s);
        QCOMPARE(entries[i][u"location"_s].toString(), u"Cổng A"_s);
    }
    QCOMPARE(entries[1][u"visitor"_s][u"name"_s].toString(), u"Trần Thị Mẫu"_s);
    QCOMPARE(outcomes[1][u"visitor"_s][u"name"_s].toString(), u"T. T. Mẫu"_s);
}

void TestCommandLine::theFolderIsTakenBeforeOrAfterTheCommand()
{
    const QTemporaryDir data;
    QCOMPARE(runProgram({u"--data"_s, data.path(), u"scan"_s, u"-"_s}, cardOfNghiem).exitCode, 0);
    const Run list = runProgram({u"entries"_s, u"--json"_s, u"--data="_s + data.path()});
    QCOMPARE(list.objects().size(), 1);
}

void TestCommandLine::onlyDirectlySuccessiveEqualPayloadsRepeat()
{
    const QTemporaryDir data;
    const Run run =
        runProgram({u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"-"_s},
                   cardOfNghiem + '\n' + cardOfNghiem + '\n' + cardOfMau + '\n' + cardOfNghiem + '\n');
    QStringList outcomes;
    for (const QJsonObject &object : run.objects())
        outcomes.append(object[u"outcome"_s].toString() + u' ' + object[u"reason"_s].toString());
    // The last one is no repeat, but somebody who came in a moment ago does not leave by the same code.
    QCOMPARE(outcomes,
             (QStringList{u"recorded "_s, u"repeated "_s, u"recorded "_s, u"refused already-inside"_s}));
    QCOMPARE(run.exitCode, 0); // refusals are no failure
}

void TestCommandLine::nobodyCanAnswer()
{
    const QTemporaryDir data;
    const auto scan = [&data](const QString &direction, const QByteArray &payload) {
        return runProgram(
                   {u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"--direction"_s, direction, u"-"_s},
                   payload)
            .objects()
            .value(0);
    };
    QJsonObject outcome = scan(u"out"_s, cardOfNghiem);
    QCOMPARE(outcome[u"outcome"_s].toString(), u"recorded"_s);
    QVERIFY(outcome[u"warnings"_s].toArray().contains(u"leaves-without-entry"_s));
    outcome = scan(u"in"_s, cardOfNghiem);
    QCOMPARE(outcome[u"outcome"_s].toString(), u"recorded"_s);
    outcome = scan(u"in"_s, cardOfNghiem);
    QCOMPARE(outcome[u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(outcome[u"reason"_s].toString(), u"already-inside"_s);
    outcome = scan(u"out"_s, cardOfNghiem);
    QCOMPARE(outcome[u"outcome"_s].toString(), u"recorded"_s);
    QCOMPARE(outcome[u"warnings"_s].toArray(), QJsonArray());
}

void TestCommandLine::theSamePersonIsRecognisedByAnyCode()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"--direction"_s, u"in"_s, u"-"_s}, qrOfMau);
    const Run out =
        runProgram({u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"--direction"_s, u"out"_s, u"-"_s},
                   starredQrOfMau);
    QCOMPARE(out.objects().value(0)[u"warnings"_s].toArray(), QJsonArray{u"masked"_s});
    const QList<QJsonObject> entries =
        runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s, u"--reveal"_s}).objects();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0][u"visitor_id"_s], entries[1][u"visitor_id"_s]);
    QCOMPARE(entries[1][u"visitor"_s][u"id_number"_s].toString(), u"079300999992"_s);
}

void TestCommandLine::refusedScansAreKeptWithoutTheirText()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s},
               "https://example.invalid/v/VENUE-0001\n" + cardOfMau + "\nsecret words\n");
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).lines().size(), 1);
    const Run refused = runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s, u"--refused"_s});
    QStringList listed; // in the order in which it happened
    for (const QJsonObject &object : refused.objects())
        listed.append(object[u"outcome"_s].toString() + object[u"direction"_s].toString() + u' ' +
                      object[u"reason"_s].toString());
    QCOMPARE(listed, (QStringList{u"refused venue-code"_s, u"in "_s, u"refused unknown-code"_s}));
    QVERIFY(!refused.output.contains("VENUE-0001") && !refused.output.contains("secret"));
}

void TestCommandLine::entriesAreMaskedUnlessRevealed()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    for (const QString &form : {u"--json"_s, QString()}) {
        QStringList arguments{u"entries"_s, u"--data"_s, data.path(), form};
        arguments.removeAll(QString());
        const QByteArray masked = runProgram(arguments).output;
        QVERIFY(masked.contains("N. T. Nghiệm"));
        QVERIFY(!masked.contains("001090999991") && !masked.contains("Nguyễn") &&
                !masked.contains("Giả Định"));
        QVERIFY(runProgram(arguments + QStringList{u"--reveal"_s}).output.contains("Nguyễn Thử Nghiệm"));
    }
}

void TestCommandLine::aPeriodIsWholeDays()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    const auto count = [&data](const QStringList &period) {
        return runProgram(QStringList{u"entries"_s, u"--data"_s, data.path(), u"--json"_s} + period)
            .lines()
            .size();
    };
    const QDate today = QDate::currentDate();
    const auto day = [&today](int offset) { return today.addDays(offset).toString(Qt::ISODate); };
    QCOMPARE(count({u"--from"_s, day(0), u"--to"_s, day(0)}), 1);
    QCOMPARE(count({u"--from"_s, day(1)}), 0);
    QCOMPARE(count({u"--to"_s, day(-1)}), 0);
    QCOMPARE(count({u"--from"_s, QDateTime::currentDateTimeUtc().addSecs(-600).toString(Qt::ISODate)}), 1);
    QCOMPARE(count({u"--to"_s, QDateTime::currentDateTimeUtc().addSecs(-600).toString(Qt::ISODate)}), 0);
}

void TestCommandLine::csvHoldsTheEntries()
{
    const QTemporaryDir data;
    const QByteArray formulaCard = "001090999991||=HYPERLINK(\"x\")|15011990|Nam|+cmd|01052021";
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, formulaCard + '\n' + cardOfMau);
    const QString csv = data.filePath(u"out.csv"_s);
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--csv"_s, csv, u"--reveal"_s}).exitCode,
             0);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), 3);
    QVERIFY(text.contains("Trần Thị Mẫu"));
    QVERIFY(text.contains(",'+cmd,"));
    QVERIFY(!text.contains(",=") && !text.contains(",\"=") && !text.contains(",+"));
    QCOMPARE(
        runProgram({u"entries"_s, u"--data"_s, data.path(), u"--csv"_s, u"/nonexistent/x.csv"_s}).exitCode,
        4);
}

void TestCommandLine::aSecondProgramThatWritesIsExit8AndReadingWorksBesideIt()
{
    const QTemporaryDir data;
    QProcess writer;
    writer.setProcessEnvironment(plainEnvironment());
    writer.start(programPath(), {u"scan"_s, u"--data"_s, data.path(), u"-"_s});
    writer.write(cardOfNghiem + '\n');
    QVERIFY(writer.waitForReadyRead(20'000)); // it has recorded, and goes on holding the folder
    const Run second = runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfMau);
    QCOMPARE(second.exitCode, 8);
    QVERIFY(second.complaints.contains("in-use"));
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).lines().size(), 1);
    writer.kill();
    writer.waitForFinished();
    // A killed program's lock is taken over.
    QCOMPARE(runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfMau).exitCode, 0);
}

void TestCommandLine::aMissingKeyIsSaidAndNeverMadeAnew()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    const QString key = data.filePath(u"master.key"_s);
    QVERIFY(QFile::rename(key, data.filePath(u"moved"_s)));
    for (const QStringList &command : {QStringList{u"scan"_s, u"-"_s}, QStringList{u"entries"_s}}) {
        const Run run = runProgram(QStringList{u"--data"_s, data.path()} + command, cardOfMau);
        QCOMPARE(run.exitCode, 4);
        QVERIFY(run.complaints.contains("key-missing"));
        QVERIFY(!QFile::exists(key));
    }
    QVERIFY(QFile::rename(data.filePath(u"moved"_s), key));
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).lines().size(), 1);
}

void TestCommandLine::aDamagedOrNewerDatabaseIsLeftAlone_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("newer") << u"PRAGMA user_version = 9999"_s << QByteArray("database-newer");
    QTest::newRow("damaged") << QString() << QByteArray("database-damaged");
}

void TestCommandLine::aDamagedOrNewerDatabaseIsLeftAlone()
{
    QFETCH(const QString, sql);
    QFETCH(const QByteArray, code);
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    const QStringList databases = QDir(data.path()).entryList({u"*.sqlite"_s, u"*.db"_s}, QDir::Files);
    QCOMPARE(databases.size(), 1);
    QFile file(data.filePath(databases.first()));
    if (sql.isEmpty()) {
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
    } else {
        QCOMPARE(QProcess::execute(u"sqlite3"_s, {file.fileName(), sql}), 0);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    const Run run = runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfMau);
    QCOMPARE(run.exitCode, 4);
    QVERIFY2(run.complaints.contains(code), run.complaints.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == before);
}

void TestCommandLine::aFullDiskIsNotRecorded()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    QByteArray many;
    for (int i = 0; i < 400; ++i)
        many += "0010909" + QByteArray::number(10'000 + i) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021\n";
    // No file of the program may grow beyond 256 KiB: what a full disk is to it.
    QProcess limited;
    limited.setProcessEnvironment(plainEnvironment());
    limited.start(u"bash"_s, {u"-c"_s, u"trap '' XFSZ; ulimit -f 256; exec \"$0\" \"$@\""_s, programPath(),
                              u"scan"_s, u"--data"_s, data.path(), u"--json"_s, u"-"_s});
    limited.write(many);
    limited.closeWriteChannel();
    QVERIFY(limited.waitForFinished(120'000));
    Run run;
    run.output = limited.readAllStandardOutput();
    QCOMPARE(limited.exitCode(), 4);
    qsizetype recorded = 0;
    qsizetype failed = 0;
    for (const QJsonObject &object : run.objects()) {
        recorded += object[u"outcome"_s] == u"recorded"_s;
        failed += object[u"outcome"_s] == u"failed"_s;
    }
    QCOMPARE(recorded + failed, 400);
    QVERIFY(failed > 0);
    // What was shown as recorded is there, nothing else, and there is room again.
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).lines().size(), recorded + 1);
    QCOMPARE(runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfMau).exitCode, 0);
}

void TestCommandLine::helpIsGivenWhereverItIsAskedFor()
{
    for (const QStringList &arguments :
         {QStringList{u"--help"_s}, QStringList{u"-h"_s}, QStringList{u"read"_s, u"--help"_s},
          QStringList{u"scan"_s, u"-h"_s}}) {
        const Run run = runProgram(arguments);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.output.startsWith("Usage:"));
    }
}

void TestCommandLine::closedStandardInputIsAnUnreadableSource()
{
    const QTemporaryDir data;
    const Run read = runInShell(u"exec \"$0\" read - <&-"_s, data.path());
    QCOMPARE(read.exitCode, 3);
    QVERIFY(read.complaints.contains("source-unreadable"));
    QCOMPARE(runInShell(u"exec \"$0\" scan --data \"$1\" - <&-"_s, data.path()).exitCode, 3);
}

void TestCommandLine::outputThatCannotBeWrittenIsExit4_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &command : {u"read -"_s, u"scan --data \"$1\" -"_s, u"entries --data \"$1\""_s}) {
        for (const QString &output : {u">/dev/full"_s, u">&-"_s, u">&- 2>&-"_s}) {
            QTest::addRow("%s %s", qPrintable(command), qPrintable(output))
                << u"exec \"$0\" %1 %2"_s.arg(command, output);
        }
    }
}

void TestCommandLine::outputThatCannotBeWrittenIsExit4()
{
    QFETCH(const QString, line);
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    QCOMPARE(runInShell(line, data.path(), cardOfMau).exitCode, 4);
}

void TestCommandLine::nothingFurtherIsRecordedOnceNobodySeesIt()
{
    const QTemporaryDir data;
    constexpr int persons = 5'000;
    QByteArray many;
    for (int i = 0; i < persons; ++i)
        many += "0010909" + QByteArray::number(10'000 + i) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021\n";
    const Run run = runInShell(u"\"$0\" scan --data \"$1\" --json - | head -n 1; exit ${PIPESTATUS[0]}"_s,
                               data.path(), many);
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.lines().size(), 1);
    QVERIFY(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--json"_s}).lines().size() < persons / 2);
}

void TestCommandLine::csvNeverReplacesADevice()
{
    const QTemporaryDir data;
    runProgram({u"scan"_s, u"--data"_s, data.path(), u"-"_s}, cardOfNghiem);
    const QString pipe = data.filePath(u"pipe"_s);
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {pipe}), 0);
    QCOMPARE(runProgram({u"entries"_s, u"--data"_s, data.path(), u"--csv"_s, pipe}).exitCode, 4);
    QVERIFY(QFile::exists(pipe) && !QFileInfo(pipe).isFile());
}

void TestCommandLine::equalCodesInOnePictureAreSaidOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"twins.png"_s);
    const checkpoint::Result<checkpoint::ModuleGrid> code =
        checkpoint::encodeQr(cardOfNghiem, checkpoint::QrErrorCorrection::Medium);
    QVERIFY(code);
    const QImage one = code->toImage(5);
    QImage twins(one.width() * 2, one.height(), QImage::Format_RGB32);
    QPainter painter(&twins);
    painter.drawImage(0, 0, one);
    painter.drawImage(one.width(), 0, one);
    painter.end();
    QVERIFY(twins.save(path));
    QCOMPARE(runProgram({u"read"_s, u"--json"_s, path}).lines().size(), 1);
}

QTEST_MAIN(TestCommandLine)
#include "tst_commandline.moc"
