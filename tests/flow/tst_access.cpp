#include "core/store/connection.h"
#include "core/store/operatorregister.h"
#include "tests/flow/program.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString wholeVenue = u"venue set --name Mau --category office --province A --commune B --street C "
                           "--contact D --phone 0900000001"_s;

} // namespace

/// Who may do what at the command line, and the record's proof of itself.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void aWholeRecordHolds();
    void oneSentenceSaysWhatIsWrongAndSinceWhen();
    void aSignedHeadFindsACutTail();
    void aHeadThatWasChangedIsRefused_data();
    void aHeadThatWasChangedIsRefused();
    void verifyingWorksBesideADesk();
    void verifyingWrongUse_data();
    void verifyingWrongUse();
    void aBackupIsMadeShownAndBroughtBack();
    void withOperatorsEveryCommandWantsOneWhoMay_data();
    void withOperatorsEveryCommandWantsOneWhoMay();
    void readingCodesWantsNobody();
    void aWrongPinIsExit9AndTheNextTakesLonger_data();
    void aWrongPinIsExit9AndTheNextTakesLonger();
    void revealingTakesAReasonThatIsKept();
    void everythingThatIsShownInFullIsNotedWithoutOperatorsAsWell();
    void operatorsAreMadeAtTheCommandLine();
    void withoutOperatorsNobodySignsIn();
    void noLogAndNoErrorTellsOfAnybody();
    void whoAsksGetsWhatIsHeldAndIsErased();
    void whatWaitsToBeRescuedComesBeforeAnythingIsDestroyed();

private:
    Run desk(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringList{u"--data"_s, m_home->path()} + arguments, input);
    }
    /// The same as somebody who is signed in with that PIN.
    Run deskAs(const QString &name, const QStringList &arguments, const QByteArray &input = {},
               const QByteArray &pin = "2468") const
    {
        return desk(QStringList{u"--operator"_s, name, u"--pin-fd"_s, u"0"_s} + arguments,
                    pin + '\n' + input);
    }
    void makeOperators() const;
    QString failureOfSql(const QStringList &statements) const;
    QString path(const QString &name) const { return m_home->filePath(name); }

    const QTemporaryDir m_template;
    std::unique_ptr<QTemporaryDir> m_home;
};

/// A folder with two visitors, once for all tests.
void TestAccess::initTestCase()
{
    QCOMPARE(runProgram({u"--data"_s, m_template.path(), u"scan"_s, u"-"_s},
                        cardOfNghiem + '\n' + cardOfMau + '\n')
                 .exitCode,
             0);
}

void TestAccess::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const QString &name : {u"checkpoint.db"_s, u"master.key"_s})
        QVERIFY(QFile::copy(m_template.filePath(name), path(name)));
}

QString TestAccess::failureOfSql(const QStringList &statements) const
{
    Connection connection;
    if (!connection.open(path(u"checkpoint.db"_s), Connection::Access::ReadWrite))
        return u"cannot be opened"_s;
    connection.run(u"PRAGMA foreign_keys = OFF"_s); // as whoever comes with a tool of their own has it
    QString failure;
    for (const QString &statement : statements) {
        connection.run(statement);
        if (const auto error = connection.failure())
            failure += error->detail;
    }
    return failure;
}

void TestAccess::aWholeRecordHolds()
{
    const Run text = desk({u"verify"_s});
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.output.startsWith("The record holds: 2 entries and 2 visitors in 4 lines of the ledger"),
             text.output.constData());
    const Run json = desk({u"verify"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.objects().size(), 1);
    QCOMPARE(json.objects().first().value(u"holds"_s).toBool(), true);
    QCOMPARE(json.objects().first().value(u"seals"_s).toInt(), 2);
    QVERIFY(json.objects().first().value(u"faults"_s).toArray().isEmpty());
    QCOMPARE(runProgram({u"--data"_s, path(u"nowhere"_s), u"verify"_s}).exitCode, 4);
}

void TestAccess::oneSentenceSaysWhatIsWrongAndSinceWhen()
{
    QCOMPARE(failureOfSql({u"DROP TRIGGER entry_is_never_changed"_s,
                           u"UPDATE entry SET device = 'x' WHERE seq = 2"_s}),
             QString());
    const Run text = desk({u"verify"_s});
    QCOMPARE(text.exitCode, 4);
    const QByteArray today = QDate::currentDate().toString(Qt::ISODate).toLatin1();
    QVERIFY2(text.lines().first().startsWith("The record is wrong since " + today), text.output.constData());
    QVERIFY(text.lines().first().contains(
        "the entry that line 3 of the ledger tells of is not as it was written"));
    const QJsonObject json = desk({u"verify"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(json.value(u"holds"_s).toBool(true), false);
    QCOMPARE(json.value(u"faults"_s).toArray().first().toObject().value(u"kind"_s).toString(), u"changed"_s);
    QVERIFY(!json.value(u"since"_s).toString().isEmpty());
}

void TestAccess::aSignedHeadFindsACutTail()
{
    const QString file = path(u"entries.csv"_s);
    QCOMPARE(desk({u"entries"_s, u"--csv"_s, file}).exitCode, 0);
    const Run head = desk({u"verify"_s, u"--head"_s, QDate::currentDate().toString(Qt::ISODate)});
    QCOMPARE(head.exitCode, 0);
    const QByteArray kept = "# kept in the safe\n\n" + head.output;
    QCOMPARE(desk({u"verify"_s, u"--head-file"_s, u"-"_s}, kept).exitCode, 0);
    // The line about the file that went out is the last one: without it nothing looks amiss.
    QCOMPARE(failureOfSql(
                 {u"DROP TRIGGER ledger_is_never_deleted"_s, u"DELETE FROM ledger WHERE kind = 'export'"_s}),
             QString());
    QCOMPARE(desk({u"verify"_s}).exitCode, 0);
    const Run cut = desk({u"verify"_s, u"--head-file"_s, u"-"_s}, kept);
    QCOMPARE(cut.exitCode, 4);
    QVERIFY2(cut.output.contains("its end was cut off"), cut.output.constData());
}

void TestAccess::aHeadThatWasChangedIsRefused_data()
{
    QTest::addColumn<int>("word");
    QTest::addColumn<QByteArray>("instead");
    QTest::newRow("another day") << 1 << "2026-01-01"_ba;
    QTest::newRow("another line") << 2 << "3"_ba;
    QTest::newRow("another hash") << 3 << QByteArray(64, 'a');
    QTest::newRow("another key") << 4 << QByteArray(43, 'A');
    QTest::newRow("another signature") << 5 << QByteArray(86, 'A');
    QTest::newRow("no head at all") << 0 << "head"_ba;
}

void TestAccess::aHeadThatWasChangedIsRefused()
{
    QFETCH(const int, word);
    QFETCH(const QByteArray, instead);
    QByteArrayList words = desk({u"verify"_s, u"--head"_s, QDate::currentDate().toString(Qt::ISODate)})
                               .output.trimmed()
                               .split(' ');
    QCOMPARE(words.size(), 6);
    words[word] = instead;
    QCOMPARE(desk({u"verify"_s, u"--head-file"_s, u"-"_s}, words.join(' ')).exitCode, 3);
}

void TestAccess::verifyingWorksBesideADesk()
{
    QProcess other;
    other.setProcessEnvironment(plainEnvironment());
    other.start(programPath(), {u"--data"_s, m_home->path(), u"scan"_s, u"-"_s});
    other.write(cardOfLap + '\n');
    QVERIFY(other.waitForReadyRead(60'000));
    const Run text = desk({u"verify"_s});
    QVERIFY2(text.output.startsWith("The record holds: 3 entries"), text.output.constData());
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(60'000));
}

void TestAccess::verifyingWrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no day") << QStringList{u"--head"_s, u"yesterday"_s};
    QTest::newRow("a day to come") << QStringList{u"--head"_s, u"2999-01-01"_s};
    QTest::newRow("a word") << QStringList{u"everything"_s};
    QTest::newRow("both") << QStringList{u"--head"_s, u"2026-01-01"_s, u"--json"_s};
}

void TestAccess::verifyingWrongUse()
{
    QFETCH(const QStringList, arguments);
    QCOMPARE(desk(QStringList{u"verify"_s} + arguments).exitCode, 2);
}

/// “a”, “s” and “o” with the PIN 2468. Their hashes are quickly made, so that the commands are quick.
void TestAccess::makeOperators() const
{
    QFile keyFile(path(u"master.key"_s));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    EntryStore store;
    const auto waited = [](auto future) {
        future.waitForFinished();
        return future.result().ok();
    };
    QVERIFY(waited(store.open(m_home->path(), StoreMode::ReadWrite)));
    QVERIFY(waited(store.unlock(QByteArray::fromHex(keyFile.readAll().trimmed()), KeyPlace::File)));
    char hash[crypto_pwhash_STRBYTES];
    QCOMPARE(crypto_pwhash_str(hash, "2468", 4, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN), 0);
    OperatorRegister operators(&store);
    auto first = operators.add(u"a"_s, Role::Administrator, hash);
    first.waitForFinished();
    QVERIFY(first.result().ok());
    QVERIFY(waited(operators.signIn(first.result()->id)));
    QVERIFY(waited(operators.add(u"s"_s, Role::Supervisor, hash)));
    QVERIFY(waited(operators.add(u"o"_s, Role::Operator, hash)));
}

void TestAccess::aBackupIsMadeShownAndBroughtBack()
{
    QVERIFY(desk({u"backup"_s, u"list"_s}).output.isEmpty());
    const Run made = desk({u"backup"_s, u"--json"_s});
    QVERIFY2(made.exitCode == 0, made.complaints.constData());
    const QString file = made.objects().first().value(u"file"_s).toString();
    QVERIFY(file.startsWith(path(u"backups/checkpoint-"_s)));
    QVERIFY(desk({u"backup"_s, u"list"_s}).output.contains(file.toUtf8()));
    const Run shown = desk({u"restore"_s, u"--dry-run"_s, u"--json"_s, file});
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.objects().first().value(u"entries"_s).toInt(), 2);
    const Run restored = desk({u"restore"_s, u"--json"_s, file});
    QCOMPARE(restored.exitCode, 0);
    QCOMPARE(restored.objects().first().value(u"known"_s).toInt(), 2);
    QCOMPARE(desk({u"verify"_s}).exitCode, 0);
    QCOMPARE(desk({u"backup"_s, u"--to"_s, path(u"unplugged"_s)}).exitCode, 4);
    QCOMPARE(desk({u"restore"_s}).exitCode, 2);
    const QTemporaryDir elsewhere;
    QCOMPARE(runProgram({u"--data"_s, elsewhere.path(), u"scan"_s, u"-"_s}, cardOfMau + '\n').exitCode, 0);
    const Run refused = runProgram({u"--data"_s, elsewhere.path(), u"restore"_s, file});
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.complaints.contains("other-folder"), refused.complaints.constData());
}

void TestAccess::withOperatorsEveryCommandWantsOneWhoMay_data()
{
    QTest::addColumn<QString>("least"); // the least role that may
    QTest::addColumn<QString>("words"); // OUT: a file in the folder
    QTest::addColumn<int>("exitCode");  // of whoever may
    const auto add = [](const char *least, const char *words, int exitCode = 0) {
        QTest::newRow(words) << QString::fromLatin1(least) << QString::fromLatin1(words) << exitCode;
    };
    add("o", "scan -");
    add("o", "entries");
    add("s", "entries --reveal --reason x");
    add("s", "entries --csv OUT.csv");
    add("o", "venue show", 4); // it is not set yet
    QTest::newRow("venue set") << u"a"_s << wholeVenue << 0;
    add("a", "venue adopt https://example.invalid/venue");
    add("o", "location list");
    add("a", "location add Gate");
    add("s", "poster -o OUT.pdf");
    add("s", "pass --name Mau -o OUT.pdf");
    add("o", "pass list");
    add("s", "pass list --reveal --reason x");
    add("s", "pass revoke 12345678", 4);
    add("o", "platform status");
    add("a", "platform pause", 4);
    add("o", "platform rejected", 4);
    add("s", "platform rejected --reveal --reason x", 4);
    add("o", "sync --once", 7);
    add("s", "report entries -o OUT.csv");
    add("s", "report district -o OUT.csv");
    add("o", "report inside -o OUT.pdf");
    add("s", "report inside --reveal --reason x -o OUT.pdf");
    add("s", "report trace --code 079300999992 --from 2020-01-01 --to 2099-01-01 --reference r --reason x -o "
             "OUT.csv");
    add("o", "import photos FOLDER");
    add("o", "verify");
    add("o", "retention");
    add("a", "retention --set visitors=20");
    add("a", "notice set --contact x");
    add("s", "person show --code 079300999992 --reason x");
    add("a", "person erase --code 079300999992");
    add("s", "person request view --code 079300999992");
    add("o", "backup");
    add("o", "backup list");
    add("a", "restore OUT.db", 4); // there is none
    add("o", "operator list");
    add("a", "operator remove o");
    add("a", "operator add n --role operator --new-pin-fd 0");
    add("a", "operator set-pin s --new-pin-fd 0");
}

void TestAccess::withOperatorsEveryCommandWantsOneWhoMay()
{
    QFETCH(const QString, least);
    QFETCH(QString, words);
    QFETCH(const int, exitCode);
    if (words.startsWith("poster"_L1) || words.startsWith("pass --name"_L1) || words.contains("district"_L1))
        QCOMPARE(desk(wholeVenue.split(u' ')).exitCode, 0);
    makeOperators();
    words.replace(u"OUT"_s, path(u"out"_s)).replace(u"FOLDER"_s, path(u"photos"_s));
    QVERIFY(QDir(m_home->path()).mkpath(u"photos"_s));
    const QStringList arguments = words.split(u' ');
    const bool everyRole =
        qEnvironmentVariableIsSet("CHECKPOINT_EVERY_ROLE"); // otherwise only the one just below
    const QStringList roles{u"o"_s, u"s"_s, u"a"_s};
    const qsizetype place = roles.indexOf(least);
    if (place == 0 || everyRole) {
        const Run unknown = desk(arguments);
        QVERIFY2(unknown.exitCode == 9 && unknown.output.isEmpty(), unknown.output.constData());
    }
    for (qsizetype below = everyRole ? 0 : qMax(place - 1, qsizetype(0)); below < place; ++below) {
        // Changing one's own PIN is nobody else's business.
        const QString who = words.contains("set-pin"_L1) ? u"o"_s : roles[below];
        const Run refused = deskAs(who, arguments, "13579\n");
        QVERIFY2(refused.exitCode == 9, refused.complaints.constData());
        QVERIFY(!QFile::exists(path(u"out.csv"_s)) && !QFile::exists(path(u"out.pdf"_s)));
    }
    if (everyRole) {
        QCOMPARE(deskAs(least, arguments, "13579\n", "9999").exitCode, 9);
        QCOMPARE(failureOfSql({u"UPDATE operator SET next_try_ms = 0"_s}), QString());
    }
    const Run allowed = deskAs(least, arguments, "13579\n");
    QVERIFY2(allowed.exitCode == exitCode, allowed.complaints.constData());
}

void TestAccess::readingCodesWantsNobody()
{
    makeOperators();
    QCOMPARE(desk({u"read"_s, u"-"_s}, cardOfMau + '\n').exitCode, 0);
}

void TestAccess::aWrongPinIsExit9AndTheNextTakesLonger_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("entries") << QStringList{u"entries"_s};
    QTest::newRow("scan") << QStringList{u"scan"_s, u"-"_s};
    QTest::newRow("operator") << QStringList{u"operator"_s, u"list"_s};
}

void TestAccess::aWrongPinIsExit9AndTheNextTakesLonger()
{
    QFETCH(const QStringList, arguments);
    makeOperators();
    const Run wrong = deskAs(u"a"_s, arguments, {}, "9999");
    QCOMPARE(wrong.exitCode, 9);
    QVERIFY(wrong.output.isEmpty() && wrong.complaints.contains("pin-wrong"));
    QVERIFY(!wrong.complaints.contains("9999"));
    // As if many had been wrong: even the right one waits, in this program and the next.
    const QString later = QString::number(QDateTime::currentMSecsSinceEpoch() + 3'600'000);
    QCOMPARE(failureOfSql({u"UPDATE operator SET failures = 9, next_try_ms = "_s + later}), QString());
    const Run soon = deskAs(u"a"_s, arguments);
    QCOMPARE(soon.exitCode, 9);
    QVERIFY2(soon.complaints.contains("pin-too-soon"), soon.complaints.constData());
    QCOMPARE(deskAs(u"nobody"_s, arguments).exitCode, 9);
    QCOMPARE(failureOfSql({u"UPDATE operator SET next_try_ms = 0"_s}), QString());
    QCOMPARE(deskAs(u"a"_s, arguments).exitCode, 0);
}

void TestAccess::revealingTakesAReasonThatIsKept()
{
    QVERIFY(desk({u"entries"_s, u"--reveal"_s}).output.contains("Mẫu"));
    makeOperators();
    QCOMPARE(deskAs(u"s"_s, {u"entries"_s, u"--reveal"_s}).exitCode, 2);
    const Run shown = deskAs(u"s"_s, {u"entries"_s, u"--reveal"_s, u"--reason"_s, u"công văn 12"_s});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(shown.output.contains("Trần Thị Mẫu"));
    QCOMPARE(deskAs(u"a"_s, {u"verify"_s, u"--json"_s}).exitCode, 0);
    QFile file(path(u"checkpoint.db"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("công văn 12")); // sealed
}

void TestAccess::everythingThatIsShownInFullIsNotedWithoutOperatorsAsWell()
{
    const auto reveals = [this] {
        checkpoint::Connection connection;
        if (!connection.open(path(u"checkpoint.db"_s), checkpoint::Connection::Access::ReadOnly))
            return qint64(-1);
        checkpoint::Statement row = connection.query(u"SELECT count(*) FROM reveal"_s);
        return row.next() ? row.integer(0) : -1;
    };
    qint64 noted = reveals();
    QCOMPARE(desk({u"entries"_s}).exitCode, 0);
    QCOMPARE(reveals(), noted);
    for (const QStringList &command :
         {QStringList{u"entries"_s}, QStringList{u"entries"_s, u"--json"_s},
          QStringList{u"pass"_s, u"list"_s}, QStringList{u"platform"_s, u"rejected"_s}}) {
        desk(command + QStringList{u"--reveal"_s});
        QVERIFY2(reveals() == ++noted, qPrintable(command.join(u' ')));
    }
}

void TestAccess::operatorsAreMadeAtTheCommandLine()
{
    const auto add = [this](const QString &role) {
        return desk({u"operator"_s, u"add"_s, u"a"_s, u"--role"_s, role, u"--new-pin-fd"_s, u"0"_s},
                    "24680\n");
    };
    QCOMPARE(add(u"operator"_s).exitCode, 2); // the first one is an administrator
    QCOMPARE(add(u"administrator"_s).exitCode, 0);
    const Run listed = deskAs(u"a"_s, {u"operator"_s, u"list"_s, u"--json"_s}, {}, "24680");
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.objects().first().value(u"role"_s).toString(), u"administrator"_s);
    QCOMPARE(deskAs(u"a"_s, {u"operator"_s, u"remove"_s, u"a"_s}, {}, "24680").exitCode, 0);
    QCOMPARE(desk({u"entries"_s}).exitCode, 0);
}

void TestAccess::withoutOperatorsNobodySignsIn()
{
    QCOMPARE(deskAs(u"a"_s, {u"entries"_s}).exitCode, 2);
    QCOMPARE(desk({u"entries"_s, u"--operator"_s}).exitCode, 2);
    QCOMPARE(desk({u"entries"_s, u"--pin-fd"_s, u"x"_s}).exitCode, 2);
}

/// All that the program says beside its answers, over a day's work and with whatever can go wrong.
void TestAccess::noLogAndNoErrorTellsOfAnybody()
{
    QProcessEnvironment talkative = plainEnvironment();
    talkative.insert(u"QT_LOGGING_RULES"_s, u"checkpoint.*=true"_s);
    const auto run = [&](const QString &words, const QByteArray &input = {}) {
        QString line = words;
        line.replace(u"OUT"_s, path(u"out"_s));
        return runProgram(QStringList{u"--data"_s, m_home->path()} + line.split(u' '), input, talkative)
            .complaints;
    };
    QByteArray said = run(u"scan -"_s, cardOfNghiem + '\n' + qrOfMau + '\n' + cardOfNghiem.chopped(40) +
                                           "\n001090999991 Nghiệm 0900000001\n" + starredQrOfMau + '\n');
    said += run(u"entries --reveal --reason x --csv OUT.csv"_s);
    said += run(u"entries --reveal --csv /nowhere/out.csv"_s);
    said += run(u"report entries --reveal --reason x -o OUT2.csv"_s);
    said +=
        run(u"report trace --code 079300999992 --from 2020-01-01 --to 2099-01-01 --reference r --reason x "
            "--reveal -o OUT3.csv"_s);
    said += run(u"platform enrol --address https://127.0.0.1:1 --code SECRET-CODE"_s);
    said += run(u"sync --once"_s);
    QFile paper(path(u"paper.csv"_s));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    paper.write("gio,vao/ra,ho ten\n25:99,x,Nguyễn Thử Nghiệm\n");
    paper.close();
    said += run(u"import paper "_s + paper.fileName());
    said += run(u"person show --code 001090999991 --reason x"_s);
    said += run(u"person show --code 001090999991Nghiệm --reason x"_s);
    said += run(u"person correct --code 001090999991 --birth-date Nghiệm"_s);
    said += run(u"person erase --code 079300999992"_s);
    QCOMPARE(failureOfSql({u"UPDATE visitor SET sealed = zeroblob(80) WHERE sealed IS NOT NULL"_s}),
             QString());
    said += run(u"entries --reveal --reason x"_s);
    said += run(u"verify"_s);
    QVERIFY(said.contains("do not open")); // it did talk
    for (const char *secret : {"001090999991", "010000001", "079300999992", "999992", "162999999999999992",
                               "Nghi\xe1", "NGHIEM", "MAU", "Mẫu", "Giả Định", "900000001", "SECRET-CODE"})
        QVERIFY2(!said.contains(secret), secret);
}

void TestAccess::whoAsksGetsWhatIsHeldAndIsErased()
{
    const QStringList who{u"--code"_s, u"079300999992"_s};
    const Run shown = desk(QStringList{u"person"_s, u"show"_s, u"--reason"_s, u"asked"_s} + who);
    QVERIFY2(shown.exitCode == 0 && shown.output.contains("Trần Thị Mẫu"), shown.complaints.constData());
    QCOMPARE(desk(QStringList{u"person"_s, u"show"_s} + who).exitCode, 2); // not without a reason
    const Run sheet = desk(
        QStringList{u"person"_s, u"export"_s, u"--reason"_s, u"asked"_s, u"-o"_s, path(u"held.pdf"_s)} + who);
    QVERIFY2(sheet.exitCode == 0 && QFile::exists(path(u"held.pdf"_s)), sheet.complaints.constData());
    const Run asked = desk(QStringList{u"person"_s, u"request"_s, u"erase"_s, u"--note"_s, u"call"_s} + who);
    QCOMPARE(asked.exitCode, 0);
    const QJsonObject request = desk({u"person"_s, u"requests"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(request.value(u"kind"_s).toString(), u"erase"_s);
    QCOMPARE(desk(QStringList{u"person"_s, u"erase"_s} + who).exitCode, 0);
    QCOMPARE(desk({u"person"_s, u"done"_s, request.value(u"id"_s).toString()}).exitCode, 0);
    QVERIFY(desk({u"person"_s, u"requests"_s}).output.isEmpty());
    QCOMPARE(desk(QStringList{u"person"_s, u"show"_s, u"--reason"_s, u"asked"_s} + who).exitCode, 4);
    QCOMPARE(desk({u"verify"_s}).exitCode, 0);
    const QJsonObject kept = desk({u"retention"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(kept.value(u"destroyed"_s).toArray().at(0).toObject().value(u"why"_s).toString(), u"request"_s);
    // What they were told before: a version of the notice, for the wall.
    QCOMPARE(desk({u"notice"_s, u"show"_s}).exitCode, 4);
    QCOMPARE(desk({u"notice"_s, u"set"_s}).exitCode, 2); // nobody to ask
    const Run noticed = desk({u"notice"_s, u"set"_s, u"--contact"_s, u"024 0000 0000"_s});
    QVERIFY2(noticed.output.startsWith("version 1"), noticed.complaints.constData());
    const Run told = desk({u"notice"_s, u"show"_s, u"--language"_s, u"both"_s});
    QVERIFY2(told.output.contains("91/2025/QH15") && told.output.contains("024 0000 0000"),
             told.complaints.constData());
    QCOMPARE(desk({u"notice"_s, u"show"_s, u"-o"_s, path(u"notice.pdf"_s)}).exitCode, 0);
    QVERIFY(QFile::exists(path(u"notice.pdf"_s)));
}

/// Where only the command line is used nobody else looks after it.
void TestAccess::whatWaitsToBeRescuedComesBeforeAnythingIsDestroyed()
{
    const QString list = path(u"checkpoint.rescue"_s);
    QFile waiting(list);
    QVERIFY(waiting.open(QIODevice::WriteOnly));
    QVERIFY(waiting.write(R"([{"damaged":"","backup":"","known":0,"last":3,"inPlace":true}])") > 0);
    waiting.close();
    QCOMPARE(desk({u"retention"_s, u"--now"_s, u"--today"_s, u"1999-12-31"_s}).exitCode, 2); // it is not
    QVERIFY(QFile::exists(list));
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const Run destroyed = desk({u"retention"_s, u"--now"_s, u"--today"_s, today});
    QVERIFY2(destroyed.exitCode == 0, destroyed.complaints.constData());
    QVERIFY(!QFile::exists(list));
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
