#include "core/base/secret.h"
#include "core/settings/recoverycode.h"
#include "core/store/connection.h"
#include "tests/flow/program.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sodium.h>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where in a process's memory some bytes lie.
struct Found
{
    int locked = 0;
    int open = 0;
    int mappings = 0;
    QByteArrayList where;
};

#ifdef Q_OS_LINUX
Found search(qint64 process, const QByteArrayList &wanted)
{
    Found found;
    QFile memory(u"/proc/%1/mem"_s.arg(process));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return found;
    static const QRegularExpression head(u"^([0-9a-f]+)-([0-9a-f]+) r"_s);
    quint64 from = 0;
    quint64 to = 0;
    QByteArray name;
    for (const QByteArray &line : bytesOf(u"/proc/%1/smaps"_s.arg(process)).split('\n')) {
        const auto match = head.match(QString::fromLatin1(line));
        if (match.hasMatch()) {
            from = match.captured(1).toULongLong(nullptr, 16);
            to = match.captured(2).toULongLong(nullptr, 16);
            name = line;
        }
        if (!line.startsWith("VmFlags:") || to == from)
            continue;
        QByteArray bytes(qsizetype(to - from), '\0');
        if (::pread(memory.handle(), bytes.data(), std::size_t(bytes.size()), off_t(from)) > 0) {
            ++found.mappings;
            const bool isLocked = line.contains(" lo");
            for (const QByteArray &each : wanted) {
                if (const qsizetype count = bytes.count(each); count > 0) {
                    (isLocked ? found.locked : found.open) += int(count);
                    found.where.append(name + line);
                }
            }
        }
        from = to;
    }
    return found;
}
#endif

/// The words on a sheet, as somebody would copy them.
QByteArray wordsOn(const QString &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    reader.waitForFinished();
    const QByteArray text = reader.readAllStandardOutput();
    const qsizetype title = text.indexOf("Recovery words");
    return title < 0 ? QByteArray() : text.mid(text.indexOf('\n', title));
}

QString pictureOf(const QString &pdf)
{
    const QString base = pdf.chopped(4);
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"120"_s, u"-singlefile"_s, u"-png"_s, pdf, base});
    return base + ".png"_L1;
}

} // namespace

/// The key is lost, or another one is wanted; nobody but the program sees it.
class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void theSheetSaysWhatItIsAndNothingOfAnybody();
    void aCopiedFolderOpensWithTheSheet_data();
    void aCopiedFolderOpensWithTheSheet();
    void aWrongSheetIsNamedAndChangesNothing();
    void aBackupAndTheSheetAreEnoughForAnotherComputer();
    void aWrongKeyFileIsKeptBesideTheRightOne();
    void aForgottenPinTakesTheSheet();
    void theSheetOfTheFormerKeySaysSo();
    void aChangeOfTheKeyThatIsKilledGoesOnWhereItWas();
    void digestsThatAreMadeAnewGoOnAfterAnyKill();
    void aKeyThatWasNotPutInItsPlaceYetIsFoundBesideTheOldOne();
    void noCoreFileAndNobodyElseReadsTheMemory();
    void theKeyLiesInLockedMemoryAlone();

private:
    QString folder(const QString &name, bool withKey) const;
    static Run desk(const QString &folder, const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(QStringList{u"--data"_s, folder} + arguments, input);
    }

    const QTemporaryDir m_home;
    QString m_record; ///< a folder with two visitors
    QString m_sheet;  ///< of its key
};

void TestRecovery::initTestCase()
{
    m_record = m_home.filePath(u"record"_s);
    m_sheet = m_home.filePath(u"sheet.pdf"_s);
    QCOMPARE(desk(m_record, {u"scan"_s, u"-"_s}, cardOfNghiem + '\n' + cardOfMau + '\n').exitCode, 0);
    QCOMPARE(desk(m_record, u"venue set --name Mau --category office --province A --commune B --street C "
                            "--contact D --phone 0900000001"_s.split(u' '))
                 .exitCode,
             0);
    const Run sheet = desk(m_record, {u"recovery"_s, u"sheet"_s, u"-o"_s, m_sheet});
    QVERIFY2(sheet.exitCode == 0, sheet.complaints.constData());
}

/// A copy of the record, as on another computer.
QString TestRecovery::folder(const QString &name, bool withKey) const
{
    const QString path = m_home.filePath(name);
    QDir().mkpath(path);
    QFile::copy(m_record + "/checkpoint.db"_L1, path + "/checkpoint.db"_L1);
    if (withKey)
        QFile::copy(m_record + "/master.key"_L1, path + "/master.key"_L1);
    return path;
}

void TestRecovery::theSheetSaysWhatItIsAndNothingOfAnybody()
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {m_sheet, u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    const QString name = QString::fromLatin1(desk(m_record, {u"key"_s, u"status"_s}).output.mid(4, 9));
    for (const QString &wanted : {u"Mau"_s, name, QDate::currentDate().toString(u"dd/MM/yyyy"_s),
                                  u"Tờ khôi phục"_s, u"tủ có khóa"_s, u"locked cupboard"_s})
        QVERIFY2(text.contains(wanted), qPrintable(wanted));
    for (const QString &forbidden : {u"Nghiệm"_s, u"001090999991"_s, u"0900000001"_s})
        QVERIFY2(!text.contains(forbidden), qPrintable(forbidden));
    const QImage page(pictureOf(m_sheet));
    QVERIFY(qAbs(page.height() / double(page.width()) - 297 / 210.0) < 0.01); // one A4 page
    QCOMPARE(int(QFile::permissions(m_sheet) & (QFile::ReadGroup | QFile::ReadOther)), 0);
    const Run told = desk(m_record, {u"verify"_s});
    QCOMPARE(told.exitCode, 0);
}

void TestRecovery::aCopiedFolderOpensWithTheSheet_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("scanned from a picture") << u"picture"_s;
    QTest::newRow("scanned by a handheld") << u"text"_s;
    QTest::newRow("words typed") << u"words"_s;
}

void TestRecovery::aCopiedFolderOpensWithTheSheet()
{
    QFETCH(const QString, how);
    const QString copy = folder(u"new-"_s + how, false);
    const Run before = desk(copy, {u"entries"_s});
    QCOMPARE(before.exitCode, 4);
    QVERIFY(before.complaints.contains("key-missing"));
    Secret key(QByteArray::fromHex(bytesOf(m_record + "/master.key"_L1).trimmed()));
    QStringList use{u"recovery"_s, u"use"_s};
    if (how != "words"_L1)
        use += {u"--qr"_s, how == "picture"_L1 ? pictureOf(m_sheet) : QString::fromLatin1(recoveryText(key))};
    const Run used = desk(copy, use, how == "words"_L1 ? wordsOn(m_sheet) : QByteArray());
    QVERIFY2(used.exitCode == 0, used.complaints.constData());
    QCOMPARE(bytesOf(copy + "/master.key"_L1), bytesOf(m_record + "/master.key"_L1));
    QCOMPARE(desk(copy, {u"entries"_s}).lines().size(), 2);
    QCOMPARE(desk(copy, {u"verify"_s}).exitCode, 0);
}

void TestRecovery::aWrongSheetIsNamedAndChangesNothing()
{
    const QString copy = folder(u"wrong"_s, false);
    const QByteArray before = bytesOf(copy + "/checkpoint.db"_L1);
    const Run other = desk(copy, {u"recovery"_s, u"use"_s, u"--qr"_s,
                                  QString::fromLatin1(recoveryText(Secret(QByteArray(32, 'x'))))});
    QCOMPARE(other.exitCode, 4);
    const QByteArray wanted = desk(m_record, {u"key"_s, u"status"_s}).output.mid(4, 9);
    static const QRegularExpression named(
        u"sheet of key ([0-9A-F]{4}-[0-9A-F]{4}), this data folder has key (\\S+);"_s);
    const auto match = named.match(QString::fromUtf8(other.complaints));
    QVERIFY2(match.hasMatch(), other.complaints.constData());
    QCOMPARE(match.captured(2).toLatin1(), wanted);
    QVERIFY(match.captured(1).toLatin1() != wanted);
    QVERIFY(!QFile::exists(copy + "/master.key"_L1));
    QCOMPARE(bytesOf(copy + "/checkpoint.db"_L1), before);

    QByteArrayList words = wordsOn(m_sheet).simplified().split(' ');
    QVERIFY(words.size() == 36); // with the numbers of the lines
    words[9] = "bobby";
    const Run typo = desk(copy, {u"recovery"_s, u"use"_s}, words.join(' '));
    QCOMPARE(typo.exitCode, 3);
    QVERIFY2(typo.complaints.contains("word 8 (line 2)"), typo.complaints.constData());
    QVERIFY(!QFile::exists(copy + "/master.key"_L1));
}

/// The computer has died; there is a backup on another disk, and the sheet.
void TestRecovery::aBackupAndTheSheetAreEnoughForAnotherComputer()
{
    const QString disk = m_home.filePath(u"disk"_s);
    const QString computer = m_home.filePath(u"computer"_s);
    QVERIFY(QDir().mkpath(disk));
    QCOMPARE(desk(m_record, {u"backup"_s, u"--to"_s, disk}).exitCode, 0);
    const QString backup = QDir(disk).filePath(QDir(disk).entryList(QDir::Files).value(0));
    QCOMPARE(desk(computer, {u"restore"_s, backup, u"--dry-run"_s, u"--json"_s})
                 .objects()
                 .value(0)
                 .value("entries"_L1)
                 .toInt(),
             2);
    const Run wrong = desk(computer, {u"restore"_s, backup, u"--qr"_s,
                                      QString::fromLatin1(recoveryText(Secret(QByteArray(32, 'x'))))});
    QCOMPARE(wrong.exitCode, 4);
    const QByteArray wanted = desk(m_record, {u"key"_s, u"status"_s}).output.mid(4, 9);
    QVERIFY2(wrong.complaints.contains("the backup has key " + wanted), wrong.complaints.constData());
    QVERIFY(!QFile::exists(computer + "/checkpoint.db"_L1));
    const Run moved = desk(computer, {u"restore"_s, backup, u"--qr"_s, pictureOf(m_sheet)});
    QVERIFY2(moved.exitCode == 0, moved.complaints.constData());
    QCOMPARE(desk(computer, {u"entries"_s}).lines().size(), 2);
    QCOMPARE(desk(computer, {u"verify"_s}).exitCode, 0);
    // From now on it is an ordinary record: the same backup brings nothing, and no sheet replaces it.
    QCOMPARE(desk(computer, {u"restore"_s, backup}).exitCode, 0);
    QCOMPARE(desk(computer, {u"restore"_s, backup, u"--qr"_s, pictureOf(m_sheet)}).exitCode, 4);
}

void TestRecovery::aWrongKeyFileIsKeptBesideTheRightOne()
{
    const QString copy = folder(u"otherkey"_s, false);
    const QByteArray others = QByteArray(32, 'o').toHex() + '\n';
    QFile file(copy + "/master.key"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(others) == others.size());
    file.close();
    QCOMPARE(desk(copy, {u"entries"_s}).exitCode, 4);
    QCOMPARE(desk(copy, {u"recovery"_s, u"use"_s, u"--qr"_s, pictureOf(m_sheet)}).exitCode, 0);
    QCOMPARE(bytesOf(copy + "/master.key.before-1"_L1), others);
    QCOMPARE(desk(copy, {u"entries"_s}).lines().size(), 2);
}

void TestRecovery::aForgottenPinTakesTheSheet()
{
    const QString copy = folder(u"pin"_s, true);
    QCOMPARE(
        desk(copy,
             {u"operator"_s, u"add"_s, u"Lan"_s, u"--role"_s, u"administrator"_s, u"--new-pin-fd"_s, u"0"_s},
             "2468\n")
            .exitCode,
        0);
    const auto listed = [&](const QByteArray &pin) {
        return desk(copy, {u"--operator"_s, u"Lan"_s, u"--pin-fd"_s, u"0"_s, u"operator"_s, u"list"_s},
                    pin + '\n')
            .exitCode;
    };
    const QStringList wrong{u"recovery"_s,
                            u"pin"_s,
                            u"Lan"_s,
                            u"--qr"_s,
                            QString::fromLatin1(recoveryText(Secret(QByteArray(32, 'x')))),
                            u"--new-pin-fd"_s,
                            u"0"_s};
    const Run refused = desk(copy, wrong, "1357\n");
    QCOMPARE(refused.exitCode, 4);
    QVERIFY(refused.complaints.contains("this is the sheet of key"));
    QCOMPARE(listed("2468"), 0);
    const Run set = desk(
        copy, {u"recovery"_s, u"pin"_s, u"Lan"_s, u"--qr"_s, pictureOf(m_sheet), u"--new-pin-fd"_s, u"0"_s},
        "1357\n");
    QVERIFY2(set.exitCode == 0, set.complaints.constData());
    QCOMPARE(listed("1357"), 0);
    QCOMPARE(listed("2468"), 9);
    // A sheet opens the folder's key to nobody else.
    QCOMPARE(desk(copy, {u"recovery"_s, u"sheet"_s, u"-o"_s, m_home.filePath(u"no.pdf"_s)}).exitCode, 9);
}

void TestRecovery::theSheetOfTheFormerKeySaysSo()
{
    const QString copy = folder(u"changed"_s, true);
    QCOMPARE(desk(copy, {u"key"_s, u"change"_s}).exitCode, 0);
    QCOMPARE(desk(copy, {u"entries"_s}).lines().size(), 2);
    QCOMPARE(desk(copy, {u"scan"_s, u"-"_s}, cardOfLap + '\n').exitCode, 0);
    QCOMPARE(desk(copy, {u"verify"_s}).exitCode, 0);
    QVERIFY(bytesOf(copy + "/master.key"_L1) != bytesOf(m_record + "/master.key"_L1));
    QVERIFY(QFile::remove(copy + "/master.key"_L1));
    const Run old = desk(copy, {u"recovery"_s, u"use"_s, u"--qr"_s, pictureOf(m_sheet)});
    QCOMPARE(old.exitCode, 4);
    QVERIFY2(old.complaints.contains("this sheet is out of date"), old.complaints.constData());
    QVERIFY(!QFile::exists(copy + "/master.key"_L1));
}

void TestRecovery::aChangeOfTheKeyThatIsKilledGoesOnWhereItWas()
{
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (CHECKPOINT_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("CHECKPOINT_KILLS", &isSet);
    const QString copy = folder(u"killed"_s, true);
    for (int i = 0; i < (isSet ? wanted : 4); ++i) {
        QProcess program;
        program.setProcessEnvironment(plainEnvironment());
        program.start(programPath(), {u"--data"_s, copy, u"key"_s, u"change"_s});
        QVERIFY(program.waitForStarted());
        program.waitForFinished(int(random.bounded(120)));
        program.kill();
        program.waitForFinished();
        const Run entries = desk(copy, {u"entries"_s});
        QVERIFY2(entries.lines().size() == 2, entries.complaints.constData());
        QCOMPARE(desk(copy, {u"scan"_s, u"-"_s}, cardOfNghiem + '\n').output.contains("already-inside"),
                 true);
        const Run proof = desk(copy, {u"verify"_s});
        QVERIFY2(proof.exitCode == 0, proof.output.constData());
    }
}

/// The desk at work brings digests forward in the background, 500 visitors at a time, and is killed then.
void TestRecovery::digestsThatAreMadeAnewGoOnAfterAnyKill()
{
    const quint32 seed = qEnvironmentVariableIsSet("CHECKPOINT_SEED")
                             ? qEnvironmentVariable("CHECKPOINT_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (CHECKPOINT_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    bool isSet = false;
    const int wantedKills = qEnvironmentVariableIntValue("CHECKPOINT_KILLS", &isSet);
    const int kills = isSet ? wantedKills : 3;
    const int persons = isSet ? 10'000 : 1'100;
    const auto card = [](int number) {
        return "0010909" + QByteArray::number(10'000 + number) +
               "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021\n";
    };
    const QTemporaryDir quick(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/checkpoint-XXXXXX"_s : QString());
    const QString copy = quick.filePath(u"lifting"_s);
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, folder(u"lifting"_s, true), copy}), 0);
    QByteArray cards;
    for (int i = 0; i < persons; ++i)
        cards += card(i);
    QCOMPARE(desk(copy, {u"scan"_s, u"-"_s}, cards).exitCode, 0);

    // How many rows are behind, as another program sees it.
    const auto behind = [](Connection &reader) {
        Statement row = reader.query(u"SELECT coalesce(sum(last - next + 1), 0) FROM digest_lift "
                                     "WHERE next <= last"_s);
        return row.next() ? row.integer(0) : -1;
    };
    const auto nobodyIsTwo = [&](const QByteArray &shown) {
        const Run run = desk(copy, {u"scan"_s, u"--direction"_s, u"in"_s, u"-"_s}, shown);
        QVERIFY2(run.exitCode != -1, run.complaints.constData());
        QCOMPARE(run.output.count("already-inside"), shown.count('\n'));
    };
    int killed = 0;
    int within = 0;
    for (int round = 0; killed < kills || within == 0; ++round) {
        QVERIFY2(round < kills * 20, "no kill comes while digests are made anew");
        Connection reader;
        QVERIFY(reader.open(copy + "/checkpoint.db"_L1, Connection::Access::ReadOnly).ok());
        if (behind(reader) == 0)
            QCOMPARE(desk(copy, {u"key"_s, u"change"_s}).exitCode, 0);
        const qint64 left = behind(reader);
        if (left == 0) // the change was through with them before it ended
            continue;
        const qint64 until = left - 1 - random.bounded(int(left));
        QProcess program;
        program.setProcessEnvironment(plainEnvironment());
        program.start(programPath(), {u"--data"_s, copy, u"scan"_s, u"-"_s});
        QVERIFY(program.waitForStarted());
        QDeadlineTimer patience(60'000);
        while (behind(reader) > until && !patience.hasExpired())
            QThread::usleep(quint32(random.bounded(300)));
        program.kill();
        QVERIFY(program.waitForFinished());
        ++killed;
        const qint64 rest = behind(reader);
        within += rest > 0 && rest < left;
        // Both forms are looked up meanwhile; this program goes on with the work as well.
        if (round < 3 || round % 20 == 0) {
            QByteArray some;
            const int from = random.bounded(persons / 20);
            for (int i = 0; i < 20; ++i)
                some += card(from + i * (persons / 20));
            nobodyIsTwo(some);
        }
    }
    qInfo("%d kills, %d of them while digests were made anew", killed, within);
    // It finishes: everybody is found, once, and the record holds.
    QProcess program;
    program.setProcessEnvironment(plainEnvironment());
    program.start(programPath(), {u"--data"_s, copy, u"scan"_s, u"-"_s});
    const auto status = [&copy] { return desk(copy, {u"key"_s, u"status"_s}).output; };
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(" 0 rows behind"), 60'000);
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished(60'000));
    nobodyIsTwo(cards);
    const Run proof = desk(copy, {u"verify"_s, u"--json"_s});
    QCOMPARE(proof.objects().value(0)[u"holds"_s].toBool(), true);
    QCOMPARE(proof.objects().value(0)[u"visitors"_s].toInt(), persons + 2);
}

/// The program ended right after the folder had its new key, or right before.
void TestRecovery::aKeyThatWasNotPutInItsPlaceYetIsFoundBesideTheOldOne()
{
    const QString copy = folder(u"between"_s, true);
    const QString key = copy + "/master.key"_L1;
    const QString next = key + ".next"_L1;
    const auto write = [](const QString &path, const QByteArray &bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    // Before: the next key was made, the folder does not have it.
    QVERIFY(write(next, QByteArray(32, 'n').toHex() + '\n'));
    QCOMPARE(desk(copy, {u"entries"_s}).lines().size(), 2);
    const QByteArray old = bytesOf(key);
    QCOMPARE(desk(copy, {u"key"_s, u"change"_s}).exitCode, 0);
    QVERIFY(bytesOf(key) != old && !QFile::exists(next));
    // After: the folder has it, its file does not.
    const QByteArray fresh = bytesOf(key);
    QVERIFY(QFile::rename(key, next) && write(key, old));
    QCOMPARE(desk(copy, {u"entries"_s}).lines().size(), 2); // only reads: nothing is moved
    QCOMPARE(bytesOf(key), old);
    QCOMPARE(desk(copy, {u"scan"_s, u"-"_s}, cardOfLap + '\n').exitCode, 0);
    QCOMPARE(bytesOf(key), fresh);
    QVERIFY(!QFile::exists(next));
}

void TestRecovery::noCoreFileAndNobodyElseReadsTheMemory()
{
#ifdef Q_OS_LINUX
    const QString copy = folder(u"limits"_s, true);
    const bool isRoot = ::getuid() == 0;
    constexpr uid_t nobody = 65534;
    if (isRoot) {
        for (const QString &path : {copy, copy + "/checkpoint.db"_L1, copy + "/master.key"_L1})
            QCOMPARE(::chown(QFile::encodeName(path).constData(), nobody, nobody), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_home.path()).constData(), 0755), 0);
    }
    const auto asNobody = [isRoot](QProcess &process) {
        if (isRoot)
            process.setChildProcessModifier([] { (void)!::setuid(nobody); });
    };
    QProcess program;
    program.setProcessEnvironment(plainEnvironment());
    asNobody(program);
    program.start(programPath(), {u"--data"_s, copy, u"scan"_s, u"-"_s});
    program.write(cardOfLap + '\n');
    QVERIFY(program.waitForReadyRead(60'000));
    const QByteArray limits = bytesOf(u"/proc/%1/limits"_s.arg(program.processId()));
    QVERIFY2(QRegularExpression(u"Max core file size +0 +0"_s).match(QString::fromLatin1(limits)).hasMatch(),
             limits.constData());
    QProcess other;
    asNobody(other);
    other.start(u"head"_s, {u"-c1"_s, u"/proc/%1/environ"_s.arg(program.processId())});
    QVERIFY(other.waitForFinished());
    QVERIFY(other.exitCode() != 0);
    QVERIFY(other.readAllStandardError().contains("Permission denied"));
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished(60'000));
#else
    QSKIP("There is no /proc");
#endif
}

void TestRecovery::theKeyLiesInLockedMemoryAlone()
{
#ifdef Q_OS_LINUX
    if (::getuid() != 0)
        QSKIP("Only root reads the memory of the program");
    const QString copy = folder(u"memory"_s, true);
    const QByteArray hex = bytesOf(copy + "/master.key"_L1).trimmed();
    const Secret key(QByteArray::fromHex(hex));
    QByteArrayList wanted{hex, hex.toUpper(), key.view().toByteArray()};
    for (const int number : {1, 2, 4, 5}) { // the keys that follow from it
        QByteArray derived(32, '\0');
        crypto_kdf_derive_from_key(reinterpret_cast<unsigned char *>(derived.data()), 32, quint64(number),
                                   "chkpdesk", key.data());
        wanted.append(derived);
    }
    QProcess program;
    program.setProcessEnvironment(plainEnvironment());
    program.start(programPath(), {u"--data"_s, copy, u"scan"_s, u"-"_s});
    program.write(cardOfLap + '\n');
    QVERIFY(program.waitForReadyRead(60'000));
    const Found found = search(program.processId(), wanted);
    QVERIFY(found.mappings > 50);
    QVERIFY2(found.locked >= 5, "the search would not find the keys"); // master and four more
    QVERIFY2(found.open == 0, found.where.join('\n').constData());
    static const QRegularExpression lockedSize(u"VmLck:\\s+(\\d+) kB"_s);
    const auto match =
        lockedSize.match(QString::fromLatin1(bytesOf(u"/proc/%1/status"_s.arg(program.processId()))));
    QVERIFY(match.captured(1).toInt() > 0);
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished(60'000));
#else
    QSKIP("There is no /proc");
#endif
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
