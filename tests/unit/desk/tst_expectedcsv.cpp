#include "core/desk/expectedcsv.h"
#include "core/desk/typedtext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate monday{2026, 11, 23};

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString columnId(ExpectedColumn column)
{
    switch (column) {
    case ExpectedColumn::Name:
        return u"name"_s;
    case ExpectedColumn::Time:
        return u"time"_s;
    case ExpectedColumn::Host:
        return u"host"_s;
    case ExpectedColumn::Date:
        return u"date"_s;
    case ExpectedColumn::Phone:
        return u"phone"_s;
    case ExpectedColumn::BirthYear:
        return u"birth-year"_s;
    case ExpectedColumn::Purpose:
        return u"purpose"_s;
    case ExpectedColumn::IdNumber:
        return u"id-number"_s;
    }
    Q_UNREACHABLE();
}

QString faultId(TextFault fault)
{
    switch (fault) {
    case TextFault::Empty:
        return u"empty"_s;
    case TextFault::TooLong:
        return u"too-long"_s;
    case TextFault::ControlCharacters:
        return u"control-characters"_s;
    case TextFault::Invalid:
        return u"invalid"_s;
    }
    Q_UNREACHABLE();
}

QString fileFaultId(ExpectedFileFault fault)
{
    switch (fault) {
    case ExpectedFileFault::Empty:
        return u"empty"_s;
    case ExpectedFileFault::TooLarge:
        return u"too-large"_s;
    case ExpectedFileFault::TooManyRows:
        return u"too-many-rows"_s;
    case ExpectedFileFault::NotUtf8:
        return u"not-utf8"_s;
    case ExpectedFileFault::NoNameColumn:
        return u"no-name-column"_s;
    case ExpectedFileFault::QuoteNotClosed:
        return u"quote-not-closed"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject visitorJson(const ExpectedVisitor &visitor)
{
    QJsonObject object{{u"name"_s, visitor.name}, {u"day"_s, visitor.day.toString(Qt::ISODate)}};
    if (visitor.at)
        object[u"at"_s] = visitor.at->toString(visitor.at->second() ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (!visitor.host.isEmpty())
        object[u"host"_s] = visitor.host;
    if (!visitor.phone.isEmpty())
        object[u"phone"_s] = visitor.phone;
    if (visitor.birthYear)
        object[u"birth_year"_s] = *visitor.birthYear;
    if (!visitor.purpose.isEmpty())
        object[u"purpose"_s] = visitor.purpose;
    if (!visitor.idNumber.isEmpty())
        object[u"id_number"_s] = visitor.idNumber;
    return object;
}

QByteArray said(const ExpectedCsv &csv)
{
    QJsonObject object;
    if (csv.fileFault) {
        object[u"file"_s] = fileFaultId(*csv.fileFault);
    } else {
        QJsonArray visitors;
        for (const ExpectedVisitor &visitor : csv.visitors)
            visitors.append(visitorJson(visitor));
        QJsonArray faults;
        for (const ExpectedRowFault &fault : csv.faults)
            faults.append(QJsonObject{{u"line"_s, fault.line},
                                      {u"column"_s, columnId(fault.column)},
                                      {u"fault"_s, faultId(fault.fault)}});
        object = {{u"visitors"_s, visitors}, {u"faults"_s, faults}};
    }
    return QJsonDocument(object).toJson();
}

} // namespace

class TestExpectedCsv : public QObject
{
    Q_OBJECT

private slots:
    void everyFileSaysWhatStandsBesideIt_data();
    void everyFileSaysWhatStandsBesideIt();
    void aFileThatIsTooLargeIsNotRead();
    void aListOfTooManyIsNotRead();
    void anyBytesAreReadWithoutHarm();
    void aTimeIsReadAsPeopleWriteIt_data();
    void aTimeIsReadAsPeopleWriteIt();
};

void TestExpectedCsv::everyFileSaysWhatStandsBesideIt_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("expected");
    const QDir folder(QStringLiteral(CHECKPOINT_TEST_DATA "/expected"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        const QString base = QFileInfo(name).completeBaseName();
        QVERIFY2(name == base + u".csv"_s || name == base + u".json"_s, qPrintable(name));
        QVERIFY2(names.contains(base + u".csv"_s) && names.contains(base + u".json"_s), qPrintable(name));
        if (!name.endsWith(u".csv"_s))
            continue;
        const auto expected = QJsonDocument::fromJson(fileBytes(folder.filePath(base + u".json"_s)));
        QVERIFY2(expected.isObject(), qPrintable(base));
        QTest::newRow(qPrintable(base)) << fileBytes(folder.filePath(name)) << expected.toJson();
    }
}

void TestExpectedCsv::everyFileSaysWhatStandsBesideIt()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QString::fromUtf8(said(readExpectedCsv(csv, monday))), QString::fromUtf8(expected));
}

void TestExpectedCsv::aFileThatIsTooLargeIsNotRead()
{
    const QByteArray bytes(largestExpectedBytes + 1, 'a');
    QCOMPARE(readExpectedCsv(bytes, monday).fileFault, ExpectedFileFault::TooLarge);
}

void TestExpectedCsv::aListOfTooManyIsNotRead()
{
    QByteArray names = "Name\n";
    for (int i = 0; i < mostExpectedRows; ++i)
        names += "Nguyễn Thử\n";
    QCOMPARE(readExpectedCsv(names, monday).visitors.size(), mostExpectedRows);
    names += "Trần Thị Mẫu\n";
    QCOMPARE(readExpectedCsv(names, monday).fileFault, ExpectedFileFault::TooManyRows);
}

void TestExpectedCsv::anyBytesAreReadWithoutHarm()
{
    const QByteArray pieces[] = {"\"",   ",",    ";",         "\t",
                                 "\r",   "\n",   "Name",      "\xEF\xBB\xBF",
                                 "8h30", "\xC3", " ",         QByteArray(1, '\0'),
                                 "sep=", "Trần", "31/12/2026"};
    quint32 state = 1;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 12; ++i) {
            state = state * 1'664'525 + 1'013'904'223;
            bytes += pieces[(state >> 16) % std::size(pieces)];
        }
        const ExpectedCsv csv = readExpectedCsv(bytes, monday);
        QVERIFY(!csv.fileFault || (csv.visitors.isEmpty() && csv.faults.isEmpty()));
        for (const ExpectedVisitor &visitor : csv.visitors)
            QVERIFY(!visitor.name.isEmpty() && visitor.day.isValid());
    }
}

void TestExpectedCsv::aTimeIsReadAsPeopleWriteIt_data()
{
    QTest::addColumn<QTime>("asked"); // where nothing else can be meant
    QTest::addColumn<QTime>("found"); // among other words
    const auto both = [](const QString &text, const QTime &time) {
        QTest::newRow(qPrintable(text)) << time << time;
    };
    const QTime half(17, 30);
    for (const QString &text :
         {u"17:30"_s, u"17h30"_s, u"17 h 30"_s, u"17g30"_s, u"17.30"_s, u"17:30:00"_s, u"17 giờ 30"_s,
          u"17 giờ 30 phút"_s, u"5 giờ 30 chiều"_s, u"5 gio 30 chieu"_s, u"5h30 chiều"_s, u"5:30 pm"_s,
          u"5:30 CH"_s, u"5 giờ rưỡi chiều"_s, u"5h30 PM"_s})
        both(text, half);
    both(u"8 giờ"_s, QTime(8, 0));
    both(u"8 giờ sáng"_s, QTime(8, 0));
    both(u"12 giờ trưa"_s, QTime(12, 0));
    both(u"1 giờ trưa"_s, QTime(13, 0));
    both(u"12 giờ đêm"_s, QTime(0, 0));
    both(u"11 giờ đêm"_s, QTime(23, 0));
    both(u"9 giờ tối"_s, QTime(21, 0));
    for (const QString &text :
         {QString(), u"25:00"_s, u"17:60"_s, u"abc"_s, u"17h3"_s, u"2400"_s, u"12345"_s, u"giờ"_s, u"-5h"_s})
        both(text, {});
    QTest::newRow("1730") << half << QTime();
    QTest::newRow("730") << QTime(7, 30) << QTime();
    QTest::newRow("17") << QTime(17, 0) << QTime();
    QTest::newRow("17:") << QTime(17, 0) << QTime();
}

void TestExpectedCsv::aTimeIsReadAsPeopleWriteIt()
{
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    QTEST(timeOfAsked(text).value_or(QTime()), "asked");
    QTEST(timeOfTyped(text).value_or(QTime()), "found");
}

QTEST_APPLESS_MAIN(TestExpectedCsv)
#include "tst_expectedcsv.moc"
