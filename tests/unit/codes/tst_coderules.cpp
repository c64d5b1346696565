#include "core/codes/formatcatalog.h"
#include "core/codes/phonenumber.h"
#include "core/codes/scantext.h"
#include "core/codes/textdamage.h"
#include "core/codes/typingdamage.h"
#include "core/codes/utf8.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto card = "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021";
constexpr auto ownQr =
    "001090999991|NGUYEN THU NGHIEM|1990-01-15|0|162999999999999991|<1<HS4019999999991<0900000001";
constexpr auto otherQr =
    "079300999992|TRAN THI MAU|2000-02-29|1|162999999999999992|162999999999999991<2<00<0900000001";
constexpr auto starredQr = "******999992|TRAN THI MAU|2000-**-**|0|162999999999999992|<2<<";

std::vector<IdentityKey> keysOf(const char *payload)
{
    return identityKeys(readCode(payload).visitor);
}

bool holds(const std::vector<IdentityKey> &keys, KeyKind kind, const QString &value)
{
    return std::ranges::find(keys, IdentityKey{kind, value}) != keys.end();
}

} // namespace

class TestCodeRules : public QObject
{
    Q_OBJECT

private slots:
    void phoneNumbersAreKeptInOneForm_data();
    void phoneNumbersAreKeptInOneForm();
    void starredCodeIsMatchedByQid();
    void cardAndPersonalQrShareTheCitizenNumber();
    void healthInsuranceIsMatchedByItsLastTenDigits();
    void everyVietnameseLetterSurvivesAWrongCharset_data();
    void everyVietnameseLetterSurvivesAWrongCharset();
    void rightTextIsNeverRepaired_data();
    void rightTextIsNeverRepaired();
    void halfComposedLettersAreFound_data();
    void halfComposedLettersAreFound();
    void capsLockIsUndoneOnlyWhenCertain_data();
    void capsLockIsUndoneOnlyWhenCertain();
    void bytesThatAreNoUtf8StandAsReplacementCharacters_data();
    void bytesThatAreNoUtf8StandAsReplacementCharacters();
    void noBreakBlankAtTheEndIsKept();
};

void TestCodeRules::phoneNumbersAreKeptInOneForm_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("kept"); // empty: no mobile number
    const auto row = [](const char *written, const char *kept) {
        QTest::newRow(*written ? written : "empty")
            << QString::fromUtf8(written) << QString::fromLatin1(kept);
    };
    row("+84 90 000 0001", "+84900000001");
    row("0084900000001", "+84900000001");
    row("090.000.0001", "+84900000001");
    row("090-000-0001", "+84900000001");
    row("84900000001", "+84900000001");
    row("+84 090 000 0001", "+84900000001");
    row("01209999991", "+84709999991");
    row("+84 120 999 9991", "+84709999991");
    row("01219999991", "+84799999991");
    row("01229999991", "+84779999991");
    row("01269999991", "+84769999991");
    row("01289999991", "+84789999991");
    row("01239999991", "+84839999991");
    row("01249999991", "+84849999991");
    row("01259999991", "+84859999991");
    row("01279999991", "+84819999991");
    row("01299999991", "+84829999991");
    row("01629999991", "+84329999991");
    row("01639999991", "+84339999991");
    row("01649999991", "+84349999991");
    row("01659999991", "+84359999991");
    row("01669999991", "+84369999991");
    row("01679999991", "+84379999991");
    row("01689999991", "+84389999991");
    row("01699999991", "+84399999991");
    row("01869999991", "+84569999991");
    row("01889999991", "+84589999991");
    row("01999999991", "+84599999991");
    row("", "");
    row("0", "");
    row("+84", "");
    row("09000000011", "");
    row("090000000", "");
    row("02439999991", "");
    row("0243999999", "");
    row("01619999991", "");
    row("01309999991", "");
    row("900000001", "");
    row("0900000001x", "");
    row("+85 900000001", "");
    row("０900000001", "");
}

void TestCodeRules::phoneNumbersAreKeptInOneForm()
{
    QFETCH(const QString, written);
    QFETCH(const QString, kept);
    QCOMPARE(mobileNumber(written).value_or(QString()), kept);
}

void TestCodeRules::starredCodeIsMatchedByQid()
{
    const IdentityKey qid{KeyKind::Qid, u"162999999999999992"_s};
    QVERIFY(holds(keysOf(otherQr), qid.kind, qid.value));
    QCOMPARE(keysOf(starredQr), std::vector{qid});
}

void TestCodeRules::cardAndPersonalQrShareTheCitizenNumber()
{
    const QString number = u"001090999991"_s;
    QVERIFY(holds(keysOf(card), KeyKind::CitizenNumber, number));
    QVERIFY(holds(keysOf(ownQr), KeyKind::CitizenNumber, number));
    QVERIFY(holds(keysOf(card), KeyKind::OldId, u"010000001"_s));
    QVERIFY(holds(
        keysOf(
            "IDVNM0909999917001090999991<<8\n9001158M4001153VNM<<<<<<<<<<<0\nNGUYEN<<THU<NGHIEM<<<<<<<<<<<<"),
        KeyKind::CitizenNumber, number));
}

void TestCodeRules::healthInsuranceIsMatchedByItsLastTenDigits()
{
    const QString digits = u"9999999991"_s;
    QVERIFY(holds(keysOf(ownQr), KeyKind::HealthInsurance, digits));
    QVERIFY(holds(keysOf("9999999991|-|-|-|-|-|-|-|-|$"), KeyKind::HealthInsurance, digits));
    QVERIFY(!holds(keysOf(otherQr), KeyKind::HealthInsurance, u"00"_s));
}

void TestCodeRules::everyVietnameseLetterSurvivesAWrongCharset_data()
{
    QTest::addColumn<QString>("charset");
    QTest::newRow("latin-1") << u"latin-1"_s;
    QTest::newRow("shift-jis, bytes that pair") << u"shift-jis"_s;
}

void TestCodeRules::everyVietnameseLetterSurvivesAWrongCharset()
{
    QFETCH(const QString, charset);
    const bool latin1 = charset == "latin-1"_L1;
    // Half-width katakana and the letters that follow from the bytes of the five words, as a Japanese reader
    // shows them.
    const QList<std::pair<QString, QString>> japanese{{u"Đặng"_s, u"ﾄ雪ｺｷng"_s},
                                                      {u"Hữu"_s, u"H盻ｯu"_s},
                                                      {u"Mẫu"_s, u"M蘯ｫu"_s},
                                                      {u"Lê"_s, u"Lﾃｪ"_s},
                                                      {u"Giả Lập"_s, u"Gi蘯｣ L蘯ｭp"_s}};
    if (!latin1) {
        for (const auto &[right, wrong] : japanese)
            QCOMPARE(withWrongCharsetUndone(wrong).value_or(QString()), right);
        return;
    }
    const QString letters =
        u"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệ"
        "ỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"_s;
    for (const QChar letter : letters) {
        const QString wrong = u"x"_s + QString::fromLatin1(QString(letter).toUtf8()) + u"y|"_s;
        QCOMPARE(withWrongCharsetUndone(wrong).value_or(QString()), u"x"_s + letter + u"y|"_s);
    }
}

void TestCodeRules::rightTextIsNeverRepaired_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Nguyen Thu Nghiem"_s;
    QTest::newRow("Vietnamese") << u"Nguyễn Thử Nghiệm, Số 1 Phố Giả Định"_s;
    QTest::newRow("all capitals") << u"XÃ À, THỊ XÃ Á, HUYỆN Ý"_s;
    QTest::newRow("old font") << u"NguyÅn Thí NghiÇm"_s;
    QTest::newRow("quotation marks") << u"“THỊ XÃ”"_s;
    QTest::newRow("Japanese") << u"東京都港区 ﾃｽﾄ"_s;
    QTest::newRow("French") << u"Hélène Çelik, 2ème étage – n° 3"_s;
}

void TestCodeRules::rightTextIsNeverRepaired()
{
    QFETCH(const QString, text);
    const ScanText scan = scanText(text.toUtf8());
    QVERIFY(!scan.repaired);
    QVERIFY(!scan.undecodable);
    QCOMPARE(scan.text, text);
}

void TestCodeRules::halfComposedLettersAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("damage");
    for (const QString &text :
         {u"DĐặng"_s, u"Đaăặng"_s, u"Hoôồng"_s, u"Haải"_s, u"Buùi"_s, u"Leê"_s, u"MẫuÂẤ"_s, u"phuư"_s})
        QTest::newRow(qPrintable(text)) << text << int(WedgeDamage::Certain);
    for (const QString &text : {u"Phoòng"_s, u"xoòng"_s, u"Voòng A Soóc"_s})
        QTest::newRow(qPrintable(text)) << text << int(WedgeDamage::Possible);
    for (const QString &text : {u"xoong"_s, u"Hoong Boong"_s, u"Aaron"_s, u"coong"_s, u"Thuở Ưu"_s,
                                u"Nguyễn Thử Nghiệm"_s, u"Á Â Ấ"_s, u"khuỷu"_s, u"ngoằn ngoèo"_s, u""_s})
        QTest::newRow(qPrintable(u"right: "_s + text)) << text << int(WedgeDamage::None);
}

void TestCodeRules::halfComposedLettersAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const int, damage);
    QCOMPARE(int(wedgeDamageIn(text)), damage);
}

void TestCodeRules::capsLockIsUndoneOnlyWhenCertain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meant");
    QTest::newRow("inverted") << u"nGUYỄN tHỬ"_s << u"Nguyễn Thử"_s;
    QTest::newRow("ASCII inverted") << u"nGUYễN tHử"_s << u"Nguyễn Thử"_s;
    QTest::newRow("initial alone") << u"h'hEN y"_s << u"H'Hen Y"_s;
    for (const QString &name : {u"NGUYỄN THỬ"_s, u"Nguyễn Thử"_s, u"nguyễn thử"_s, u"ĐINH"_s, u"nGUYỄN Thử"_s,
                                u"McDonald"_s, u"Nguyễn thị A"_s, u""_s})
        QTest::newRow(qPrintable(u"stays: "_s + name)) << name << name;
}

void TestCodeRules::capsLockIsUndoneOnlyWhenCertain()
{
    QFETCH(const QString, name);
    QFETCH(const QString, meant);
    QCOMPARE(withCapsLockUndone(name, capsLockIn(name)), meant);
}

void TestCodeRules::bytesThatAreNoUtf8StandAsReplacementCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << u"a\ufffdz"_s;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << u"\ufffd\ufffd"_s;
    QTest::newRow("overlong in three") << QByteArray("\xE0\x80\xAF") << u"\ufffd\ufffd\ufffd"_s;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << u"\ufffd\ufffd\ufffd"_s;
    QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << u"\ufffd\ufffd\ufffd\ufffd"_s;
    QTest::newRow("cut") << QByteArray("a\xE1\xBB") << u"a\ufffd\ufffd"_s;
    QTest::newRow("broken off by a letter") << QByteArray("\xE1\xBBn") << u"\ufffd\ufffdn"_s;
    QTest::newRow("FE and FF") << QByteArray("\xFE\xFF") << u"\ufffd\ufffd"_s;
}

void TestCodeRules::bytesThatAreNoUtf8StandAsReplacementCharacters()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(textOfUtf8(bytes), text);
    QVERIFY(!strictTextOfUtf8(bytes));
    QVERIFY(scanText(bytes).undecodable);
}

void TestCodeRules::noBreakBlankAtTheEndIsKept()
{
    // The second half of an "à" that was read as latin-1.
    QCOMPARE(scanText("\xEF\xBB\xBF \t1|H\xC3\x83\xC2\xA0\r\n").text, u"1|Hà"_s);
    QCOMPARE(scanText("1|a\xC2\xA0 ").text, u"1|a\u00a0"_s);
}

QTEST_GUILESS_MAIN(TestCodeRules)
#include "tst_coderules.moc"
