#include "core/domain/openinghours.h"
#include "core/domain/venue.h"
#include "core/domain/venuerules.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The rules for what a venue, its places and its hours may say.
class TestVenue : public QObject
{
    Q_OBJECT

private slots:
    void thereAreTheSeventeenKindsOfTheLetter();
    void aWrongTextIsNamed_data();
    void aWrongTextIsNamed();
    void textsAreTidiedAndKeepTheirLetters();
    void everyEmojiAndMarkedLetterIsAllowed();
    void aVenueNeedsAName();
    void placeCodesAreShortAndTheirOwn();
    void hoursAreReadAndWrittenBack_data();
    void hoursAreReadAndWrittenBack();
    void hoursMeanWhatPeopleMean_data();
    void hoursMeanWhatPeopleMean();
    void aClosingRuleTakesItsDaysAway();
    void noWordOfHoursIsPassedOver();
    void wrongHoursAreRefused_data();
    void wrongHoursAreRefused();
    void aVenueIsOpenWithinItsHours_data();
    void aVenueIsOpenWithinItsHours();
    void rulesComeBackAsTheyWere();
    void purposesAreTypedInALine();
    void unknownRulesKeepTheirDefault();
};

void TestVenue::thereAreTheSeventeenKindsOfTheLetter()
{
    QStringList ids;
    for (const VenueCategory category : venueCategories())
        ids.append(venueCategoryId(category));
    QCOMPARE(ids.join(u' '),
             u"office factory food bar wellness gym meeting hospital apartment school transport "
             "mall market shop ceremony attraction worship"_s);
    QCOMPARE(venueCategoryFromId(u"Hospital"_s), VenueCategory::Hospital);
    QVERIFY(!venueCategoryFromId(u"hospitals"_s));
}

void TestVenue::aWrongTextIsNamed_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error"); // -1: right
    const auto add = [](const char *name, VenueField field, const QString &text, int error) {
        QTest::newRow(name) << int(field) << text << error;
    };
    add("empty name", VenueField::Name, QString(), int(VenueError::Empty));
    add("blanks", VenueField::Name, u" \u00A0 "_s, int(VenueError::Empty));
    add("one letter", VenueField::Name, u"Ở"_s, -1);
    add("200 characters", VenueField::Name, QString(200, u'ệ'), -1);
    add("201 characters", VenueField::Name, QString(201, u'ệ'), int(VenueError::TooLong));
    add("10,000 characters", VenueField::Name, QString(10'000, u'a'), int(VenueError::TooLong));
    add("line break", VenueField::Name, u"Cổng\nA"_s, int(VenueError::ControlCharacters));
    add("tab", VenueField::LocationName, u"Gate\tA"_s, int(VenueError::ControlCharacters));
    add("NUL", VenueField::Name, u"a"_s + QChar(0) + u'b', int(VenueError::ControlCharacters));
    add("turned round", VenueField::Name, u"a\u202Eb"_s, int(VenueError::ControlCharacters));
    add("what was not UTF-8", VenueField::Name, u"a\uFFFDb"_s, int(VenueError::ControlCharacters));
    add("half a pair", VenueField::Name, u"a"_s + QChar(0xD83C), int(VenueError::ControlCharacters));
    add("no district", VenueField::District, QString(), -1);
    add("empty adopted text", VenueField::AdoptedText, QString(), int(VenueError::Empty));
    add("code", VenueField::Code, u"HN-001_a.b"_s, -1);
    add("blank in a code", VenueField::Code, u"HN 001"_s, int(VenueError::Unusable));
    add("no web address", VenueField::Address, u"checkin.example/v"_s, int(VenueError::Unusable));
    add("web address", VenueField::Address, u"https://checkin.example/v/1"_s, -1);
}

void TestVenue::aWrongTextIsNamed()
{
    QFETCH(const int, field);
    QFETCH(const QString, text);
    QFETCH(const int, error);
    const auto wrong = wrongWith(VenueField(field), tidyText(VenueField(field), text));
    QCOMPARE(wrong ? int(*wrong) : -1, error);
}

void TestVenue::textsAreTidiedAndKeepTheirLetters()
{
    // Typed as letters and marks of their own: NFC makes one of them.
    QCOMPARE(tidyText(VenueField::Name, u"  Toa\u0300  nha\u0300\u00A0Mẫu "_s), u"Toà nhà Mẫu"_s);
    QCOMPARE(tidyText(VenueField::AdoptedText, u" a  b "_s), u" a  b "_s);
}

void TestVenue::everyEmojiAndMarkedLetterIsAllowed()
{
    QVERIFY(!wrongWith(VenueField::Name, u"Quán 🍜 Phở – “Ngon” & Rẻ (số 1), đường Ỷ Lan"_s));
}

void TestVenue::aVenueNeedsAName()
{
    Venue venue;
    venue.address = u"https://checkpoint.invalid/x"_s;
    QCOMPARE(faultOf(venue), (VenueFault{VenueField::Name, VenueError::Empty}));
    venue.name = u"Bệnh viện Mẫu"_s;
    QVERIFY(!faultOf(venue));
    venue.street = u"a\nb"_s;
    QCOMPARE(faultOf(venue), (VenueFault{VenueField::Street, VenueError::ControlCharacters}));
    venue.street.clear();
    venue.codeKind = VenueCodeKind::Adopted;
    QCOMPARE(faultOf(venue), (VenueFault{VenueField::AdoptedText, VenueError::Empty}));
}

void TestVenue::placeCodesAreShortAndTheirOwn()
{
    QCOMPARE(locationCodeFor(u"Cổng Đông"_s, {}), u"congdong"_s);
    QCOMPARE(locationCodeFor(u"Cổng Đông 2"_s, {u"congdong"_s}), u"congdon2"_s);
    QCOMPARE(locationCodeFor(u"门"_s, {}), u"p"_s);
    QCOMPARE(locationCodeFor(u"口"_s, {u"p"_s, u"p2"_s}), u"p3"_s);
    QVERIFY(isLocationCode(u"gate2"_s));
    QVERIFY(!isLocationCode(QString()));
    QVERIFY(!isLocationCode(u"ninechars"_s));
}

void TestVenue::hoursAreReadAndWrittenBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("nothing", QString());
    same("a week", u"Mo-Fr 07:00-17:00; Sa 07:00-11:30"_s);
    same("several spans", u"Mo-Su 07:00-11:30,13:00-17:00"_s);
    same("past midnight", u"Fr-Sa 18:00-02:00"_s);
    same("always", u"24/7"_s);
    same("whole days", u"Mo 00:00-24:00"_s);
    QTest::newRow("Vietnamese days") << u"T2-T6 7:00-17:00; CN 8:00-11:00"_s
                                     << u"Mo-Fr 07:00-17:00; Su 08:00-11:00"_s;
    QTest::newRow("any case, any blanks, a long dash")
        << u" mo – we,FR  07:00 – 17:00 ;"_s << u"Mo-We 07:00-17:00; Fr 07:00-17:00"_s;
    QTest::newRow("over the end of the week")
        << u"Sa-Mo 10:00-12:00"_s << u"Mo 10:00-12:00; Sa-Su 10:00-12:00"_s;
    const QString everyDay = u"Mo-Su 07:00-17:00"_s;
    for (const QString &text :
         {u"T2-CN 7h-17h"_s, u"T2-CN 7g-17g"_s, u"t2 - cn: 07h00 - 17h00"_s, u"Hằng ngày 7h–17h"_s,
          u"hàng ngày từ 7 giờ đến 17 giờ"_s, u"7h-17h"_s, u"7:00-17:00"_s, u"thứ 2 đến chủ nhật 7H-17H"_s,
          u"hang ngay 7h den 17h"_s, u"hang ngay tu 7 gio den 17 gio"_s, u"tu 7h den 17h"_s,
          u"từ 7h tới 17h"_s, u"7h sáng đến 5h chiều"_s, u"7 giờ sáng tới 5 giờ chiều hằng ngày"_s,
          u"mỗi ngày, 7h - 17h"_s, u"Tất cả các ngày 7h-17h"_s})
        QTest::newRow(qPrintable(text)) << text << everyDay;
    QTest::newRow("as it stands on a door") << u"T2-T6: 7h30-11h30, 13h-16 giờ 30; T7 và CN: 7h30 - 11h"_s
                                            << u"Mo-Fr 07:30-11:30,13:00-16:30; Sa-Su 07:30-11:00"_s;
    const QString week = u"Mo-Sa 07:00-17:00"_s;
    for (const QString &text :
         {u"thu 2 den thu 7 7h-17h"_s, u"Từ thứ 2 đến thứ 7, 7h-17h"_s,
          u"tu thu 2 den thu 7: tu 7h den 17h"_s, u"THỨ HAI ĐẾN THỨ BẢY 7 giờ - 17 giờ"_s,
          u"thứ 2 - 7: 7h-17h"_s, u"7h-17h thứ 2 đến thứ 7"_s, u"thứ hai tới thứ bảy 7h tới 17h"_s,
          u"T2-T7 7h-17h, CN nghỉ"_s, u"t2-t7 7h-17h; chủ nhật: nghỉ"_s})
        QTest::newRow(qPrintable(text)) << text << week;
    for (const QString &text : {u"cả ngày"_s, u"ca ngay"_s, u"hằng ngày cả ngày"_s, u"24/24"_s})
        QTest::newRow(qPrintable(text)) << text << u"24/7"_s;
    QTest::newRow("days in words") << u"thứ hai đến thứ sáu, 7 giờ 30 - 16 giờ"_s << u"Mo-Fr 07:30-16:00"_s;
    QTest::newRow("Wednesday in words") << u"thu tu 7h30 den 16h30"_s << u"We 07:30-16:30"_s;
    QTest::newRow("Tuesday in English") << u"Tu 07:00-17:00"_s << u"Tu 07:00-17:00"_s;
    QTest::newRow("single days") << u"thứ 2, 4, 6 7h-11h"_s
                                 << u"Mo 07:00-11:00; We 07:00-11:00; Fr 07:00-11:00"_s;
    QTest::newRow("halves of the day")
        << u"T2-T6 sáng 7h30-11h30, chiều 13h-17h rưỡi"_s << u"Mo-Fr 07:30-11:30,13:00-17:30"_s;
    QTest::newRow("evening") << u"cuối tuần 6 giờ tối đến 10 giờ đêm"_s << u"Sa-Su 18:00-22:00"_s;
    QTest::newRow("days after a comma")
        << u"T2-T6 7h-17h, T7 7h-11h30"_s << u"Mo-Fr 07:00-17:00; Sa 07:00-11:30"_s;
    QTest::newRow("Thursday is no hour") << u"Th 10:00-12:00"_s << u"Th 10:00-12:00"_s;
    QTest::newRow("all of every day") << u"Mo-Su 00:00-24:00"_s << u"24/7"_s;
}

void TestVenue::hoursAreReadAndWrittenBack()
{
    QFETCH(const QString, text);
    const auto hours = OpeningHours::fromString(text);
    QVERIFY(hours.has_value());
    QTEST(hours->toString(), "written");
    QCOMPARE(OpeningHours::fromString(hours->toString()), hours);
}

void TestVenue::hoursMeanWhatPeopleMean_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written"); // empty: refused, as it may mean two things, or none
    const auto add = [](const QString &text, const QString &written) {
        QTest::newRow(qPrintable(text)) << text << written;
    };
    const auto refused = [&add](const QString &text) { add(text, {}); };
    const QString notSunday = u"Mo-Sa 07:00-17:00"_s;
    // Days that are closed.
    for (const QString &text :
         {u"Hằng ngày 7h-17h, chủ nhật nghỉ"_s, u"T2-CN 7h-17h; CN nghỉ"_s, u"7h-17h hằng ngày; CN nghỉ"_s,
          u"7h-17h hằng ngày, CN nghỉ"_s, u"7h-17h, CN nghỉ"_s, u"nghỉ CN, 7h-17h"_s,
          u"hang ngay 7h-17h, nghi chu nhat"_s, u"7h-17h hằng ngày (trừ CN)"_s,
          u"Hằng ngày trừ chủ nhật: 7h-17h"_s, u"7h-17h. Chủ nhật đóng cửa."_s,
          u"T2-T7 7h-17h, CN nghỉ cả ngày"_s, u"Mo-Su 07:00-17:00; Su off"_s,
          u"daily 7am-5pm, closed on Sunday"_s, u"7:00-17:00 every day except Sunday"_s})
        add(text, notSunday);
    add(u"7h-17h hằng ngày, T7, CN nghỉ"_s, u"Mo-Fr 07:00-17:00"_s);
    add(u"T2-CN 7h-17h; T4 và CN nghỉ"_s, u"Mo-Tu 07:00-17:00; Th-Sa 07:00-17:00"_s);
    add(u"hằng ngày trừ CN 7h-17h; CN 8h-11h"_s, u"Mo-Sa 07:00-17:00; Su 08:00-11:00"_s);
    refused(u"T2-T7 7h-17h, CN nghỉ chiều"_s);
    refused(u"T2-CN 7h-17h; CN chiều nghỉ"_s);
    refused(u"T2-CN 7h-17h; chiều CN nghỉ"_s);
    refused(u"T2-T6 7h-17h, nghỉ trưa 11h30-13h"_s);
    refused(u"CN nghỉ 7h-11h; T2-T6 7h-17h"_s);
    refused(u"7h-17h, T7, CN nghỉ"_s); // is Saturday the only day, or closed?
    refused(u"T2-T6 7h-17h; T2-T6 nghỉ"_s);
    refused(u"T2-T6 7h-17h, ngày lễ nghỉ"_s);
    // Halves of the day.
    add(u"T2-T6 1h-5h chiều"_s, u"Mo-Fr 13:00-17:00"_s);
    add(u"T2-T6 7h-5h chiều"_s, u"Mo-Fr 07:00-17:00"_s);
    add(u"T2-T6 7h-11h30 sáng, 1h30-5h chiều"_s, u"Mo-Fr 07:00-11:30,13:30-17:00"_s);
    add(u"T2-T6: sáng 7h-11h chiều 1h-5h"_s, u"Mo-Fr 07:00-11:00,13:00-17:00"_s);
    add(u"Buổi sáng: 7h-11h; buổi chiều: 13h-17h"_s, u"Mo-Su 07:00-11:00,13:00-17:00"_s);
    add(u"11h-1h trưa"_s, u"Mo-Su 11:00-13:00"_s);
    add(u"T7 tối 6h-10h"_s, u"Sa 18:00-22:00"_s);
    add(u"18h-2h sáng"_s, u"Mo-Su 18:00-02:00"_s);
    add(u"10 giờ đêm đến 6 giờ sáng"_s, u"Mo-Su 22:00-06:00"_s);
    add(u"8h tối - 12h đêm"_s, u"Mo-Su 20:00-24:00"_s);
    add(u"Mon-Fri 1-5pm"_s, u"Mo-Fr 13:00-17:00"_s);
    add(u"Mon to Fri 8am to 5pm, Sat 8am-12pm"_s, u"Mo-Fr 08:00-17:00; Sa 08:00-12:00"_s);
    refused(u"6h-10h tối"_s); // from six in the morning, or in the evening?
    refused(u"8-10pm"_s);
    refused(u"10h-2h sáng"_s);
    refused(u"T2-T6 7h-5h"_s);
    refused(u"T2-T6 7h-11h, 1h-5h"_s);
    refused(u"T2-T6 1h-5h"_s);
    refused(u"13h sáng - 17h"_s);
    refused(u"11h-5h sáng chiều"_s);
    refused(u"sáng 7h-17h"_s);
    // Days.
    add(u"Mo, Tu 7h đến 17h"_s, u"Mo-Tu 07:00-17:00"_s);
    add(u"T2, T5 8-17h"_s, u"Mo 08:00-17:00; Th 08:00-17:00"_s);
    add(u"thứ hai, tư, sáu 7h-11h"_s, u"Mo 07:00-11:00; We 07:00-11:00; Fr 07:00-11:00"_s);
    add(u"Thứ 2 - thứ 6: 7h-17h. Thứ 7: 7h-11h. CN: nghỉ."_s, u"Mo-Fr 07:00-17:00; Sa 07:00-11:00"_s);
    add(u"Mở cửa từ 7h đến 17h tất cả các ngày trong tuần"_s, u"Mo-Su 07:00-17:00"_s);
    add(u"Mở 7h-17h"_s, u"Mo-Su 07:00-17:00"_s);
    add(u"T2-T6 24/24"_s, u"Mo-Fr 00:00-24:00"_s);
    refused(u"Tu 7h đến 17h"_s); // Tuesday, or "từ"?
    refused(u"Tu 7h-17h"_s);
    refused(u"tu 7:00-17:00"_s);
    refused(u"tu 07:00-17:00"_s);
    refused(u"TU 07:00-17:00"_s);
    refused(u"thu hai, ba, tu 7h-11h"_s); // Wednesday, or "từ"?
    refused(u"thu 2, tu 7h-17h"_s);
    refused(u"thu bay, tu 7 - 1h chieu"_s);
    refused(u"T2-T6 7h-11h; 13h-17h"_s); // every day in the afternoon?
    refused(u"từ T2 7h-17h"_s);          // until when?
    refused(u"T2, sau 5h-7h chiều"_s);
    refused(u"giờ hành chính"_s);
    refused(u"ngày thường 7h-17h"_s);
}

void TestVenue::hoursMeanWhatPeopleMean()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    const auto hours = OpeningHours::fromString(text);
    QCOMPARE(hours ? hours->toString() : QString(), written);
}

void TestVenue::aClosingRuleTakesItsDaysAway()
{
    const QDateTime sunday(QDate(2026, 11, 22), QTime(10, 0));
    for (const QString &text : {u"Hằng ngày 7h-17h, chủ nhật nghỉ"_s, u"T2-CN 7h-17h; CN nghỉ"_s}) {
        const auto hours = OpeningHours::fromString(text);
        QVERIFY2(hours, qPrintable(text));
        QVERIFY(!hours->isOpenAt(sunday));
        QVERIFY(hours->isOpenAt(sunday.addDays(-1)));
    }
}

/// Texts put together at random: what is read is written so that it reads the same, and is not read any more
/// with a word in it that means nothing here.
void TestVenue::noWordOfHoursIsPassedOver()
{
    const QStringList days{u"T2-T6"_s,     u"CN"_s,       u"Mo"_s,        u"Tu"_s,
                           u"hằng ngày"_s, u"thứ 2, 4"_s, u"cuối tuần"_s, u"từ thứ hai đến thứ bảy"_s,
                           u"Sat-Sun"_s,   u"thu tu"_s,   u"tu T3"_s};
    const QStringList times{u"7h-17h"_s,
                            u"07:00-11:30,13:00-17:00"_s,
                            u"sáng 7h-11h, chiều 1h-5h"_s,
                            u"1h-5h chiều"_s,
                            u"6 giờ tối đến 10 giờ đêm"_s,
                            u"22h-5h"_s,
                            u"8am-5pm"_s,
                            u"cả ngày"_s,
                            u"tu 7h den 17h"_s,
                            u"7h30 toi 16h"_s,
                            u"8-17h"_s};
    const QStringList others{u"nghỉ"_s, u"trừ"_s, u"closed"_s, u","_s,     u";"_s,
                             u":"_s,    u"và"_s,  u"-"_s,      u"chiều"_s, u"7"_s};
    const QStringList strange{u"lễ"_s, u"quầy"_s, u"holidays"_s, u"8"_s,  u"sau"_s,
                              u"?"_s,  u"x"_s,    u"T8"_s,       u"12h"_s};
    QRandomGenerator random(20261122);
    const auto oneOf = [&random](const QStringList &words) {
        return words[random.bounded(int(words.size()))];
    };
    int accepted = 0;
    for (int round = 0; round < 5'000; ++round) {
        QStringList words{oneOf(days), oneOf(times)};
        for (int more = random.bounded(6); more > 0; --more)
            words.append(oneOf(more % 3 == 0 ? days : more % 3 == 1 ? times : others));
        if (random.bounded(2) == 0)
            words.swapItemsAt(0, 1);
        const QString text = words.join(u' ');
        const auto hours = OpeningHours::fromString(text);
        if (!hours)
            continue;
        ++accepted;
        QVERIFY2(!hours->isEmpty(), qPrintable(text));
        QVERIFY2(OpeningHours::fromString(hours->toString()) == hours, qPrintable(text));
        if (const auto less = OpeningHours::fromString(text + u"; CN nghỉ"_s))
            QVERIFY2(
                std::ranges::none_of(less->spans(), [](const OpeningSpan &span) { return span.day == 7; }),
                qPrintable(text));
        words.insert(random.bounded(int(words.size()) + 1), oneOf(strange));
        QVERIFY2(!OpeningHours::fromString(words.join(u' ')), qPrintable(words.join(u' ')));
    }
    QVERIFY2(accepted > 300, qPrintable(QString::number(accepted)));
}

void TestVenue::wrongHoursAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"always",
                             "Mo",
                             "Mo 07:00",
                             "Mo 7-17",
                             "T2-CN 7h60-17h",
                             "T2-CN 25h-26h",
                             "T2-CN 7h",
                             "T8 7h-17h",
                             "Mo 25:00-26:00",
                             "Mo 07:60-08:00",
                             "Xx 07:00-17:00",
                             "Mo- 07:00-17:00",
                             "Mo-Tu-We 07:00-17:00",
                             "Mo 07:00-12:00,11:00-17:00",
                             "Mo 20:00-09:00; Tu 08:00-12:00",
                             "Su 20:00-09:00; Mo 08:00-12:00",
                             "Mo 24:00-01:00",
                             "Mo 07:00-08:00-09:00",
                             "T2 nghi",
                             "thu 8 7h-17h",
                             "7h-17h nghi"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("very long") << QString(5000, u'x');
}

void TestVenue::wrongHoursAreRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!OpeningHours::fromString(text));
}

void TestVenue::aVenueIsOpenWithinItsHours_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("moment"); // 2026-11-20 is a Friday
    QTest::addColumn<bool>("open");
    const auto add = [](const char *name, const QString &hours, const QString &moment, bool open) {
        QTest::newRow(name) << hours << moment << open;
    };
    add("nothing said", QString(), u"2026-11-20T03:00"_s, true);
    add("at the first minute", u"Mo-Fr 07:00-17:00"_s, u"2026-11-20T07:00"_s, true);
    add("before it", u"Mo-Fr 07:00-17:00"_s, u"2026-11-20T06:59"_s, false);
    add("at the end", u"Mo-Fr 07:00-17:00"_s, u"2026-11-20T17:00"_s, false);
    add("on a day off", u"Mo-Fr 07:00-17:00"_s, u"2026-11-21T10:00"_s, false);
    add("after midnight", u"Fr 18:00-02:00"_s, u"2026-11-21T01:59"_s, true);
    add("after closing", u"Fr 18:00-02:00"_s, u"2026-11-21T02:00"_s, false);
    add("from Sunday into Monday", u"Su 22:00-05:00"_s, u"2026-11-23T04:00"_s, true);
    add("always", u"24/7"_s, u"2026-11-22T23:59"_s, true);
}

void TestVenue::aVenueIsOpenWithinItsHours()
{
    QFETCH(const QString, hours);
    QFETCH(const QString, moment);
    QFETCH(const bool, open);
    QCOMPARE(OpeningHours::fromString(hours)->isOpenAt(QDateTime::fromString(moment, Qt::ISODate)), open);
}

void TestVenue::rulesComeBackAsTheyWere()
{
    VenueRules rules;
    rules.purpose = FieldRule::Required;
    rules.host = FieldRule::Optional;
    rules.minimumStayMinutes = 5;
    rules.automaticExitAt = QTime(23, 30);
    rules.outsideHoursAsks = true;
    rules.attentionEnabled = false;
    rules.capacityWarning = false;
    rules.declaration = DeclarationRule::Ask;
    rules.certificate = CertificateRule::Warn;
    rules.purposes = {u"Thăm người bệnh"_s, u"Giao hàng"_s};
    QCOMPARE(venueRulesFromVariantMap(toVariantMap(rules)), rules);
    QCOMPARE(venueRulesFromCbor(toCbor(rules)), rules);
    QCOMPARE(venueRulesFromCbor(toCbor(VenueRules())), VenueRules());
    rules.purposes = QStringList(); // said to be none, which is not nothing said
    QCOMPARE(venueRulesFromCbor(toCbor(rules)), rules);
}

void TestVenue::purposesAreTypedInALine()
{
    QCOMPARE(purposesFromText(u" Giao  hàng, Họp;Khám bệnh\nhọp,, "_s),
             (QStringList{u"Giao hàng"_s, u"Họp"_s, u"Khám bệnh"_s}));
    QCOMPARE(purposesFromText({}), QStringList());
    QString many;
    for (int i = 0; i < 100; ++i)
        many += QString::number(i) + u',';
    QCOMPARE(purposesFromText(many).size(), VenueRules::mostPurposes);
}

void TestVenue::unknownRulesKeepTheirDefault()
{
    QCOMPARE(venueRulesFromVariantMap({{u"purpose"_s, u"sometimes"_s},
                                       {u"minimum_stay_minutes"_s, 100'000},
                                       {u"automatic_exit_at"_s, u"25:00"_s},
                                       {u"from_the_future"_s, 1}}),
             VenueRules());
    QVERIFY(!venueRulesFromCbor("no map"));
}

QTEST_GUILESS_MAIN(TestVenue)
#include "tst_venue.moc"
