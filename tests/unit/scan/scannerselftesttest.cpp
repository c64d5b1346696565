#include "core/scan/scannerselftest.h"

#include "core/barcode/qrencoder.h"
#include "tests/support/samplepayloads.h"

#include <QTest>

#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using enum ScannerFinding;

Q_DECLARE_METATYPE(QList<checkpoint::ScannerFinding>)

namespace {

const ScanTiming quick{ScanSuffix::Enter, 8, 20, true};

QString replaced(QString text, const std::map<QChar, QString> &exchange)
{
    QString result;
    for (const QChar c : text) {
        const auto found = exchange.find(c);
        result += found == exchange.end() ? QString(c) : found->second;
    }
    return result;
}

QString swapped(QString text, bool asciiOnly)
{
    for (QChar &c : text) {
        if (!asciiOnly || c.unicode() < 0x80)
            c = c.isUpper() ? c.toLower() : c.toUpper();
    }
    return text;
}

/// What Telex and VNI make of the words that are written for them.
QString throughTelex(QString text)
{
    for (const auto &[typed, shown] :
         {std::pair{u"aa ee oo dd aw ow uw as af ar ax aj"_s, u"â ê ô đ ă ơ ư á à ả ã ạ"_s},
          {u"CPDTEST1"_s, u"CPDTÉT1"_s}})
        text.replace(typed, shown);
    return text;
}

QString throughVni(QString text)
{
    for (const auto &[typed, shown] :
         {std::pair{u"e1 e2 a6 o7 a8 d9"_s, u"é è â ơ ă đ"_s}, {u"CPDTEST1"_s, u"CPDTÉST"_s}})
        text.replace(typed, shown);
    return text;
}

/// A scanner that types for an American keyboard, on a computer with a German one.
QString onGermanLayout(const QString &text)
{
    return replaced(text, {{u'y', u"z"_s}, {u'z', u"y"_s}, {u'Y', u"Z"_s}, {u'Z', u"Y"_s},  {u'-', u"ß"_s},
                           {u'/', u"-"_s}, {u';', u"ö"_s}, {u':', u"Ö"_s}, {u'@', u"\""_s}, {u'#', u"§"_s},
                           {u'&', u"/"_s}, {u'*', u"("_s}, {u'(', u")"_s}, {u')', u"="_s},  {u'_', u"?"_s},
                           {u'?', u"_"_s}, {u'+', u"`"_s}, {u'=', u"´"_s}, {u'[', u"ü"_s},  {u'{', u"Ü"_s},
                           {u']', u"+"_s}, {u'}', u"*"_s}, {u'|', u"'"_s}, {u'<', u";"_s},  {u'>', u":"_s}});
}

/// The same on a French one: digits and several letters move as well.
QString onFrenchLayout(const QString &text)
{
    return replaced(text, {{u'a', u"q"_s}, {u'q', u"a"_s}, {u'A', u"Q"_s}, {u'Q', u"A"_s},  {u'w', u"z"_s},
                           {u'z', u"w"_s}, {u'W', u"Z"_s}, {u'Z', u"W"_s}, {u'm', u","_s},  {u'M', u"?"_s},
                           {u'0', u"à"_s}, {u'1', u"&"_s}, {u'2', u"é"_s}, {u'3', u"\""_s}, {u'4', u"'"_s},
                           {u'5', u"("_s}, {u'6', u"-"_s}, {u'7', u"è"_s}, {u'8', u"_"_s},  {u'9', u"ç"_s},
                           {u'|', u"µ"_s}, {u'/', u"!"_s}, {u'-', u")"_s}, {u':', u"M"_s},  {u';', u"m"_s},
                           {u'.', u":"_s}, {u',', u";"_s}, {u'<', u"."_s}, {u'>', u"/"_s}});
}

QString withoutMarks(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c == u'đ' ? QChar(u'd') : c == u'Đ' ? QChar(u'D') : c;
    }
    return plain;
}

QString asciiOf(const QString &text, const QString &instead)
{
    QString ascii;
    for (const QChar c : text)
        ascii += c.unicode() < 0x80 ? QString(c) : instead;
    return ascii;
}

} // namespace

class ScannerSelfTestTest : public QObject
{
    Q_OBJECT

private slots:
    void theSheetHoldsEveryKindOfCharacter()
    {
        const QString text = selfTestText();
        for (char16_t c = u'!'; c <= u'~'; ++c) {
            const bool needed = (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') ||
                                (c >= u'a' && c <= u'z') ||
                                u"|<>/$-:.,+_?=&@#%*;()[]{}!"_s.contains(QChar(c));
            QVERIFY2(!needed || text.contains(QChar(c)), qPrintable(QString(QChar(c))));
        }
        for (const QString &letter : {u"ễ"_s, u"ử"_s, u"Đ"_s, u"Ư"_s, u"Ặ"_s})
            QVERIFY(text.contains(letter));
        QVERIFY(text.startsWith(u"CPDTEST1|"_s));
        // Whoever looks at it sees how long it has to be.
        QVERIFY(text.endsWith(u"|%1|HET"_s.arg(text.size())));
        const auto code = encodeQr(text.toUtf8(), QrErrorCorrection::Medium);
        QVERIFY(code.ok());
        QVERIFY(code.value().size() <= 69); // small enough for old scanners
    }

    void findingsNameTheCause_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QList<ScannerFinding>>("findings");
        QTest::addColumn<Diacritics>("diacritics");
        const QString text = selfTestText();
        const auto row = [](const char *name, const QString &received, const QList<ScannerFinding> &findings,
                            Diacritics diacritics) {
            QTest::newRow(name) << received << findings << diacritics;
        };
        row("as it is", text, {Fine}, Diacritics::Intact);
        row("decomposed letters", text.normalized(QString::NormalizationForm_D), {Fine}, Diacritics::Intact);
        row("Caps Lock", swapped(text, false), {CapsLockOn}, Diacritics::Intact);
        row("Caps Lock, composed letters as they are", swapped(text, true), {CapsLockOn}, Diacritics::Intact);
        row("Telex", throughTelex(text), {TelexOn}, Diacritics::Intact);
        row("VNI", throughVni(text), {VniOn}, Diacritics::Intact);
        row("Telex and Caps Lock", throughTelex(text.toLower()).toUpper().replace(u"CPDT"_s, u"cpdt"_s),
            {CapsLockOn, TelexOn, DiacriticsDamaged}, Diacritics::Damaged);
        row("German layout", onGermanLayout(text), {LayoutShifted}, Diacritics::Intact);
        row("French layout", onFrenchLayout(text), {LayoutShifted}, Diacritics::Intact);
        row("German layout, letters without marks", onGermanLayout(withoutMarks(text)),
            {LayoutShifted, DiacriticsLost}, Diacritics::Lost);
        row("marks lost", withoutMarks(text), {DiacriticsLost}, Diacritics::Lost);
        row("letters lost", asciiOf(text, {}), {DiacriticsLost}, Diacritics::Lost);
        row("question marks", asciiOf(text, u"?"_s), {DiacriticsDamaged}, Diacritics::Damaged);
        row("read as Latin-1", QString::fromLatin1(text.toUtf8()), {DiacriticsDamaged}, Diacritics::Damaged);
        row("half composed", QString(text).replace(u"ễ"_s, u"eêễ"_s), {DiacriticsDamaged},
            Diacritics::Damaged);
        row("cut in the letters", text.left(150), {CutShort}, Diacritics::Unknown);
        row("cut behind the names", text.chopped(6), {CutShort}, Diacritics::Intact);
        row("a single character lost", QString(text).remove(40, 1), {CharactersLost}, Diacritics::Intact);
    }
    void findingsNameTheCause()
    {
        QFETCH(QString, received);
        QFETCH(QList<ScannerFinding>, findings);
        QFETCH(Diacritics, diacritics);
        QVERIFY(isSelfTest(received.toUtf8()));
        const SelfTestResult result = diagnose(received.toUtf8(), quick);
        QCOMPARE(result.findings, findings);
        QCOMPARE(result.profile.diacritics, diacritics);
        QCOMPARE(result.isUsable(), findings.contains(Fine));
    }

    void bytesInAnotherCharacterSetAreDamage()
    {
        const QByteArray received =
            QByteArray(selfTestText().toUtf8()).replace("Nguy\xe1\xbb\x85n", "Nguy\xe7n");
        QVERIFY(isSelfTest(received));
        QCOMPARE(diagnose(received, quick).findings, QList<ScannerFinding>{DiacriticsDamaged});
    }

    void theWayItCameIsJudgedAsWell()
    {
        const QByteArray text = selfTestText().toUtf8();
        QCOMPARE(diagnose(text, {ScanSuffix::None, 8, 20, true}).findings,
                 (QList<ScannerFinding>{Fine, SuffixMissing}));
        QCOMPARE(diagnose(text, {ScanSuffix::Tab, 8, 20, true}).findings,
                 (QList<ScannerFinding>{Fine, SuffixTab}));
        QCOMPARE(diagnose(text, {ScanSuffix::Enter, 60, 90, true}).findings,
                 (QList<ScannerFinding>{Fine, TooSlow}));
        QCOMPARE(diagnose(text, {}).findings, QList<ScannerFinding>{Fine}); // a camera
        const ScannerProfile profile = diagnose(text, {ScanSuffix::Tab, 30, 120, true}).profile;
        QCOMPARE(profile, (ScannerProfile{ScanSuffix::Tab, 120, 30, Diacritics::Intact}));
    }

    void theSheetIsKnownHoweverItIsDamaged()
    {
        for (const QString &damaged : {u"cpdtest1|0123"_s, u"CPDTEST1"_s, u"CPDTÉST|0123"_s, u"cpdtét1|"_s,
                                       u"pdtest1|0123"_s, u"CPDTEST&µà&é"_s, u"x\r\nCPDTEST1|01"_s})
            QVERIFY2(isSelfTest(damaged.toUtf8()), qPrintable(damaged));
    }
    void visitorsCodesAreNoSheet()
    {
        for (const QByteArray &payload : test::samplePayloads)
            QVERIFY(!isSelfTest(payload));
        for (const QByteArray &payload :
             {QByteArray(), QByteArray("TEST"), QByteArray("001090999991|CPD TEST"),
              QByteArray("https://example.invalid/x/y/cpdtest1")})
            QVERIFY2(!isSelfTest(payload), payload.constData());
    }
};

QTEST_GUILESS_MAIN(ScannerSelfTestTest)
#include "scannerselftesttest.moc"
