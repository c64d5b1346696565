#include "tests/flow/program.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// Who may do what at the command line, and the record's proof of itself.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aWholeRecordHolds();
    void oneSentenceSaysWhatIsWrongAndSinceWhen();
    void aSignedHeadFindsACutTail();
    void aHeadThatWasChangedIsRefused_data();
    void aHeadThatWasChangedIsRefused();
    void verifyingWorksBesideADesk();
    void verifyingWrongUse_data();
    void verifyingWrongUse();

private:
    Run desk(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringList{u"--data"_s, m_home->path()} + arguments, input);
    }
    QString failureOfSql(const QStringList &statements) const;
    QString path(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAccess::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QCOMPARE(desk({u"scan"_s, u"-"_s}, cardOfNghiem + '\n' + cardOfMau + '\n').exitCode, 0);
}

QString TestAccess::failureOfSql(const QStringList &statements) const
{
    QString failure;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hand"_s);
        database.setDatabaseName(path(u"checkpoint.db"_s));
        if (!database.open())
            failure = database.lastError().text();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                failure += query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(u"hand"_s);
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

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
