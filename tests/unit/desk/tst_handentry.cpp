#include "core/desk/handentry.h"

#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

using Field = HandFault::Field;

class TestHandEntry : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsNeededUnlessThePersonIsKnown();
    void textsAreKeptTidy();
    void whatCannotBeKeptIsSaid_data();
    void whatCannotBeKeptIsSaid();
    void aPhoneIsKeptAsItIsDialled();
    void aCompletionIsHeldToTheSameRules();

private:
    static HandEntry named(const QString &name)
    {
        HandEntry entry;
        entry.typed.name = name;
        return entry;
    }
};

void TestHandEntry::aNameIsNeededUnlessThePersonIsKnown()
{
    QCOMPARE(checked(named(u"  "_s), 2026).fault, (HandFault{Field::Name, TextFault::Empty}));
    QVERIFY(!checked(named(u"Trần Thị Mẫu"_s), 2026).fault);
    HandEntry known;
    known.visitorId = QUuid::createUuid();
    QVERIFY(!checked(known, 2026).fault);
}

void TestHandEntry::textsAreKeptTidy()
{
    HandEntry entry = named(u"  Nguyê\u0303n   Thử Nghiệm "_s); // e, circumflex, and a tilde of its own
    entry.details = {u" khám  bệnh"_s, u"bác sĩ\u00a0Định "_s};
    const CheckedHandEntry result = checked(entry, 2026);
    QVERIFY(!result.fault);
    QCOMPARE(result.entry.typed.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(result.entry.details, (EntryDetails{u"khám bệnh"_s, u"bác sĩ Định"_s}));
}

void TestHandEntry::whatCannotBeKeptIsSaid_data()
{
    QTest::addColumn<HandEntry>("entry");
    QTest::addColumn<Field>("field");
    QTest::addColumn<TextFault>("fault");
    const auto row = [](const char *title, const auto &change, Field field, TextFault fault) {
        HandEntry entry = named(u"Mẫu"_s);
        change(entry);
        QTest::newRow(title) << entry << field << fault;
    };
    using E = HandEntry;
    row(
        "name of 201 letters", [](E &e) { e.typed.name = QString(201, u'a'); }, Field::Name,
        TextFault::TooLong);
    row(
        "line break in the name", [](E &e) { e.typed.name = u"Mẫu\nHai"_s; }, Field::Name,
        TextFault::ControlCharacters);
    row(
        "a mark that turns writing round", [](E &e) { e.details.host = u"a\u202eb"_s; }, Field::Host,
        TextFault::ControlCharacters);
    row(
        "purpose too long", [](E &e) { e.details.purpose = QString(201, u'a'); }, Field::Purpose,
        TextFault::TooLong);
    row(
        "born next year", [](E &e) { e.typed.birthDate = PartialDate::fromYear(2027); }, Field::BirthYear,
        TextFault::Invalid);
    row(
        "born in 1899", [](E &e) { e.typed.birthDate = PartialDate::fromYear(1899); }, Field::BirthYear,
        TextFault::Invalid);
    row(
        "no phone", [](E &e) { e.typed.phone = u"12345"_s; }, Field::Phone, TextFault::Invalid);
    row(
        "no number of a document", [](E &e) { e.typed.idNumber = u"12"_s; }, Field::IdNumber,
        TextFault::Invalid);
    row(
        "a starred number", [](E &e) { e.typed.idNumber = u"******999992"_s; }, Field::IdNumber,
        TextFault::Invalid);
    row(
        "fewer than nobody", [](E &e) { e.party.children = -1; }, Field::Party, TextFault::Invalid);
    row(
        "more than a bus", [](E &e) { e.party.companions = 100; }, Field::Party, TextFault::Invalid);
}

void TestHandEntry::whatCannotBeKeptIsSaid()
{
    QFETCH(const HandEntry, entry);
    QFETCH(const Field, field);
    QFETCH(const TextFault, fault);
    QCOMPARE(checked(entry, 2026).fault, (HandFault{field, fault}));
}

void TestHandEntry::aPhoneIsKeptAsItIsDialled()
{
    HandEntry entry = named(u"Mẫu"_s);
    entry.typed.phone = u"0900 000 001"_s;
    QCOMPARE(checked(entry, 2026).entry.typed.phone, u"+84900000001"_s);
    entry.typed.phone = u"  "_s;
    QCOMPARE(checked(entry, 2026).entry.typed.phone, QString());
}

void TestHandEntry::aCompletionIsHeldToTheSameRules()
{
    EntryCompletion completion;
    completion.phone = u"0900.000.001"_s;
    completion.details = EntryDetails{u" họp "_s, {}};
    const CheckedCompletion good = checked(completion, 2026);
    QVERIFY(!good.fault);
    QCOMPARE(good.completion.phone, u"+84900000001"_s);
    QCOMPARE(good.completion.details->purpose, u"họp"_s);
    QVERIFY(!good.completion.party);
    completion.phone = u"1"_s;
    QCOMPARE(checked(completion, 2026).fault, (HandFault{Field::Phone, TextFault::Invalid}));
}

QTEST_APPLESS_MAIN(TestHandEntry)
#include "tst_handentry.moc"
