#include "core/codes/formatcatalog.h"
#include "core/codes/healthcertificate.h"
#include "core/signing/certificatesignature.h"
#include "core/signing/trustfile.h"
#include "tests/support/certificatesigner.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

using Validity = Certificate::Validity;
using Keys = QHash<QByteArray, QByteArray>;

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(CHECKPOINT_TEST_DATA "/codes/certificate/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// The key that signed the sample of the fixtures.
QByteArray sampleKey()
{
    return QByteArray::fromBase64(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECqzYI0ZyMFq9RV6VEien2R054wv7BVWlefB7WfI"
        "s/z90TcoXMERp7lNsFUrXflZznCkUe9im79+KuXZ/eVpzEA==");
}

QDateTime noon()
{
    return {QDate(2026, 11, 20), QTime(12, 0), QTimeZone::utc()};
}

VisitorCode readWith(const QByteArray &text, const Keys &keys)
{
    return readHealthCertificate(QString::fromLatin1(text), keys);
}

/// What is read of claims that a known key signed.
VisitorCode codeOf(const QCborMap &claims)
{
    static const CertificateSigner signer;
    return readWith(certificateText(signer, claims), {{signer.kid(), signer.publicKey()}});
}

VisitorCode codeOfCertificate(const QCborMap &certificate)
{
    return codeOf(claimsWith(sampleClaims(noon()), certificate));
}

QCborMap sampleCertificate()
{
    return certificateIn(sampleClaims(noon()));
}

} // namespace

class TestCertificates : public QObject
{
    Q_OBJECT

private slots:
    void theSampleIsVerifiedWithItsKeyAlone();
    void withoutTheKeyTheSampleIsReadButNotChecked();
    void aBrokenTextIsUnreadable();
    void bothAlgorithmsAreChecked_data();
    void bothAlgorithmsAreChecked();
    void otherAlgorithmsAreNotRead_data();
    void otherAlgorithmsAreNotRead();
    void theTagMayBeMissingOrThereTwice();
    void theProtectedKidWins();
    void anotherKeyUnderAKnownKidIsAForgery();
    void theHolderIsNamedFamilyFirst_data();
    void theHolderIsNamedFamilyFirst();
    void theBirthDateMayBeAPart_data();
    void theBirthDateMayBeAPart();
    void dosesTestsAndRecoveriesAreRead();
    void aPositiveTestSpeaksForNobody();
    void timesAreJudgedAtTheMomentOfTheScan();
    void claimsWithoutNameOrTimesAreNotRead_data();
    void claimsWithoutNameOrTimesAreNotRead();
    void capsLockIsUndone();
    void noChangedBitIsVerified();
    void everyCutIsUnreadable();
    void bombsAndAbyssesAreRefusedAtOnce_data();
    void bombsAndAbyssesAreRefusedAtOnce();
    void nothingMayBeSaidTwice();

    void aTrustFileIsPemOrJson();
    void aBrokenTrustFileBringsNothing_data();
    void aBrokenTrustFileBringsNothing();
};

void TestCertificates::theSampleIsVerifiedWithItsKeyAlone()
{
    const Result<TrustedKey> key = trustedKey(sampleKey());
    QVERIFY(key);
    QCOMPARE(kidText(key->kid), u"2cc2fb26504cd750"_s);
    const VisitorCode code =
        readWith(fixture(u"valid/p40-signed-certificate.txt"_s), {{key->kid, key->publicKey}});
    QVERIFY(!code.error);
    QCOMPARE(code.visitor.name, u"NGUYỄN THỬ NGHIỆM"_s);
    QCOMPARE(code.visitor.birthDate, PartialDate::fromDate(1990, 1, 15));
    QCOMPARE(identityKeys(code.visitor).size(), size_t(1));
    QVERIFY(code.certificate->verified);
    QCOMPARE(code.certificate->issuer, u"VN"_s);
    QCOMPARE(code.certificate->validityAt(noon().toMSecsSinceEpoch()), Validity::Expired);
    QVERIFY(!code.certificate->countsAt(noon().toMSecsSinceEpoch()));
    const QDateTime then(QDate(2022, 12, 1), QTime(8, 0), QTimeZone::utc());
    QVERIFY(code.certificate->countsAt(then.toMSecsSinceEpoch()));
    QCOMPARE(code.certificate->records.size(), 1);
    const HealthRecord dose = code.certificate->records.first();
    QCOMPARE(dose.product, u"Comirnaty"_s);
    QCOMPARE(dose.dose, 2);
    QCOMPARE(dose.doses, 2);
    QCOMPARE(dose.date, QDate(2021, 12, 1));
    QCOMPARE(dose.issuer, u"SYNTHETIC TEST ISSUER"_s);
}

void TestCertificates::withoutTheKeyTheSampleIsReadButNotChecked()
{
    const CertificateSigner other;
    for (const Keys &keys : {Keys(), Keys{{other.kid(), other.publicKey()}}}) {
        const VisitorCode code = readWith(fixture(u"valid/p40-signed-certificate.txt"_s), keys);
        QVERIFY(!code.error);
        QVERIFY(!code.certificate->verified);
        QCOMPARE(code.visitor.name, u"NGUYỄN THỬ NGHIỆM"_s);
        const QDateTime then(QDate(2022, 12, 1), QTime(8, 0), QTimeZone::utc());
        QVERIFY2(!code.certificate->countsAt(then.toMSecsSinceEpoch()), "nobody has checked it");
    }
}

void TestCertificates::aBrokenTextIsUnreadable()
{
    const VisitorCode code = readCode(fixture(u"invalid/p34-broken-certificate.txt"_s));
    QCOMPARE(code.error, Reason::CertificateNotRead);
    QVERIFY(!code.certificate);
    // Without its mark it is any text.
    QCOMPARE(readCode("NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK").error, Reason::UnknownCode);
}

void TestCertificates::bothAlgorithmsAreChecked_data()
{
    QTest::addColumn<CertificateSigner::Kind>("kind");
    QTest::addColumn<qint64>("said");
    QTest::addColumn<bool>("right");
    QTest::newRow("ES256") << CertificateSigner::Kind::P256 << es256 << true;
    QTest::newRow("PS256") << CertificateSigner::Kind::Rsa2048 << ps256 << true;
    QTest::newRow("a curve's signature called PS256") << CertificateSigner::Kind::P256 << ps256 << false;
    QTest::newRow("an RSA signature called ES256") << CertificateSigner::Kind::Rsa2048 << es256 << false;
}

void TestCertificates::bothAlgorithmsAreChecked()
{
    QFETCH(const CertificateSigner::Kind, kind);
    QFETCH(const qint64, said);
    QFETCH(const bool, right);
    const CertificateSigner signer(kind);
    const QCborArray parts = signedParts(signer, {{algorithmHeader, said}, {kidHeader, signer.kid()}}, {},
                                         sampleClaims(noon()).toCborValue().toCbor());
    const VisitorCode code =
        readWith(certificateTextOf(parts.toCborValue().toCbor()), {{signer.kid(), signer.publicKey()}});
    if (right)
        QVERIFY(code.certificate && code.certificate->verified);
    else
        QCOMPARE(code.error, Reason::CertificateForged);
}

void TestCertificates::otherAlgorithmsAreNotRead_data()
{
    QTest::addColumn<qint64>("algorithm");
    QTest::newRow("none") << qint64(0);
    QTest::newRow("RS256") << qint64(-257);
    QTest::newRow("ES384") << qint64(-35);
    QTest::newRow("HS256") << qint64(5);
    QTest::newRow("huge") << std::numeric_limits<qint64>::min();
}

void TestCertificates::otherAlgorithmsAreNotRead()
{
    QFETCH(const qint64, algorithm);
    const CertificateSigner signer;
    const QByteArray claims = sampleClaims(noon()).toCborValue().toCbor();
    QCborMap header{{kidHeader, signer.kid()}};
    if (algorithm != 0)
        header.insert(algorithmHeader, algorithm);
    // The header that nobody signs does not say how it is signed.
    const QCborArray parts = signedParts(signer, header, {{algorithmHeader, es256}}, claims);
    QCOMPARE(readWith(certificateTextOf(parts.toCborValue().toCbor()), {}).error, Reason::CertificateNotRead);
}

void TestCertificates::theTagMayBeMissingOrThereTwice()
{
    const CertificateSigner signer;
    const QCborMap header{{algorithmHeader, es256}, {kidHeader, signer.kid()}};
    const QCborValue parts = signedParts(signer, header, {}, sampleClaims(noon()).toCborValue().toCbor());
    const QCborValue once(QCborTag(18), parts);
    const QCborValue twice(QCborTag(18), once);
    for (const QCborValue &message : {parts, once, twice}) {
        const auto code = readWith(certificateTextOf(message.toCbor()), {{signer.kid(), signer.publicKey()}});
        QVERIFY(code.certificate && code.certificate->verified);
    }
    for (const QCborValue &message : {QCborValue(QCborTag(18), twice), QCborValue(QCborTag(17), parts)})
        QCOMPARE(readWith(certificateTextOf(message.toCbor()), {}).error, Reason::CertificateNotRead);
}

void TestCertificates::theProtectedKidWins()
{
    const CertificateSigner signer;
    const CertificateSigner other;
    const Keys both{{signer.kid(), signer.publicKey()}, {other.kid(), other.publicKey()}};
    const QByteArray claims = sampleClaims(noon()).toCborValue().toCbor();
    const auto read = [&](const QCborMap &header, const QCborMap &unprotected) {
        const QCborArray parts = signedParts(signer, header, unprotected, claims);
        return readWith(certificateTextOf(parts.toCborValue().toCbor()), both);
    };
    const QCborMap named{{algorithmHeader, es256}, {kidHeader, signer.kid()}};
    const QCborMap nameless{{algorithmHeader, es256}};
    const QCborMap wrong{{algorithmHeader, es256}, {kidHeader, other.kid()}};
    QVERIFY(read(named, {{kidHeader, other.kid()}}).certificate->verified);
    QVERIFY(read(nameless, {{kidHeader, signer.kid()}}).certificate->verified);
    QVERIFY(!read(nameless, {}).certificate->verified);
    QCOMPARE(read(wrong, {{kidHeader, signer.kid()}}).error, Reason::CertificateForged);
}

void TestCertificates::anotherKeyUnderAKnownKidIsAForgery()
{
    const CertificateSigner signer;
    const CertificateSigner state;
    const VisitorCode code =
        readWith(certificateText(signer, sampleClaims(noon())), {{signer.kid(), state.publicKey()}});
    QCOMPARE(code.error, Reason::CertificateForged);
    QVERIFY(code.visitor == VisitorData());
    QVERIFY(!code.certificate);
}

void TestCertificates::theHolderIsNamedFamilyFirst_data()
{
    QTest::addColumn<QCborMap>("names");
    QTest::addColumn<QString>("name");
    QTest::newRow("as written") << QCborMap{{u"fn"_s, u"Trần Thị"_s}, {u"gn"_s, u"Mẫu"_s}, {u"fnt"_s, u"X"_s}}
                                << u"Trần Thị Mẫu"_s;
    QTest::newRow("composed") << QCborMap{{u"fn"_s, u"Nguye\u0302\u0303n"_s}, {u"gn"_s, u"Mẫu"_s}}
                              << u"Nguyễn Mẫu"_s;
    QTest::newRow("transliterated alone")
        << QCborMap{{u"fnt"_s, u"TRAN<THI"_s}, {u"gnt"_s, u"MAU<<"_s}} << u"TRAN THI MAU"_s;
    QTest::newRow("one of each") << QCborMap{{u"fn"_s, u"Trần"_s}, {u"gnt"_s, u"MAU"_s}} << u"Trần MAU"_s;
    QTest::newRow("one name") << QCborMap{{u"fnt"_s, u"MAU"_s}} << u"MAU"_s;
}

void TestCertificates::theHolderIsNamedFamilyFirst()
{
    QFETCH(const QCborMap, names);
    QFETCH(const QString, name);
    QCborMap certificate = sampleCertificate();
    certificate.insert(u"nam"_s, names);
    QCOMPARE(codeOfCertificate(certificate).visitor.name, name);
}

void TestCertificates::theBirthDateMayBeAPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("wrong");
    QTest::newRow("whole") << u"1990-01-15"_s << u"1990-01-15"_s << false;
    QTest::newRow("with a time") << u"1990-01-15T00:00:00"_s << u"1990-01-15"_s << false;
    QTest::newRow("year and month") << u"1990-01"_s << u"1990"_s << false;
    QTest::newRow("year") << u"1990"_s << u"1990"_s << false;
    QTest::newRow("empty") << QString() << QString() << false;
    QTest::newRow("no such day") << u"1990-02-30"_s << QString() << true;
    QTest::newRow("no such month") << u"1990-13"_s << QString() << true;
    QTest::newRow("no date") << u"<script>"_s << QString() << true;
}

void TestCertificates::theBirthDateMayBeAPart()
{
    QFETCH(const QString, text);
    QFETCH(const QString, date);
    QFETCH(const bool, wrong);
    QCborMap certificate = sampleCertificate();
    certificate.insert(u"dob"_s, text);
    const VisitorCode code = codeOfCertificate(certificate);
    QVERIFY(!code.error);
    QCOMPARE(code.visitor.birthDate ? code.visitor.birthDate->toString() : QString(), date);
    QCOMPARE(code.warnings.contains(CodeWarning::BirthDateInvalid), wrong);
    // Many share a name and a year.
    QCOMPARE(identityKeys(code.visitor).size(), size_t(date.size() == 10 ? 1 : 0));
}

void TestCertificates::dosesTestsAndRecoveriesAreRead()
{
    QCborMap certificate = sampleCertificate();
    certificate.insert(u"t"_s, QCborArray{QCborMap{{u"sc"_s, u"2026-11-19T08:00:00Z"_s},
                                                   {u"tr"_s, u"260415000"_s},
                                                   {u"is"_s, u"Phòng khám Mẫu"_s}}});
    certificate.insert(u"r"_s, QCborArray{QCborMap{{u"fr"_s, u"2026-08-01"_s}}});
    const QList<HealthRecord> records = codeOfCertificate(certificate).certificate->records;
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[0].kind, HealthRecord::Kind::Vaccination);
    QCOMPARE(records[0].product, u"Spikevax"_s);
    QCOMPARE(records[1].kind, HealthRecord::Kind::Test);
    QCOMPARE(records[1].date, QDate(2026, 11, 19));
    QCOMPARE(records[1].detected, false);
    QCOMPARE(records[1].issuer, u"Phòng khám Mẫu"_s);
    QCOMPARE(records[2].kind, HealthRecord::Kind::Recovery);
    QCOMPARE(records[2].date, QDate(2026, 8, 1));
}

void TestCertificates::aPositiveTestSpeaksForNobody()
{
    const qint64 now = noon().toMSecsSinceEpoch();
    for (const QString &result : {u"260373001"_s, u"260415000"_s, QString()}) {
        QCborMap certificate = sampleCertificate();
        certificate.remove(u"v"_s);
        certificate.insert(u"t"_s, QCborArray{QCborMap{{u"sc"_s, u"2026-11-19"_s}, {u"tr"_s, result}}});
        QCOMPARE(codeOfCertificate(certificate).certificate->countsAt(now), result == u"260415000"_s);
    }
    QCborMap nothing = sampleCertificate();
    nothing.remove(u"v"_s);
    QVERIFY(!codeOfCertificate(nothing).certificate->countsAt(now));
}

void TestCertificates::timesAreJudgedAtTheMomentOfTheScan()
{
    const Certificate certificate = codeOf(sampleClaims(noon())).certificate.value();
    const auto at = [](const QDateTime &time) { return time.toMSecsSinceEpoch(); };
    QCOMPARE(certificate.validityAt(at(noon())), Validity::Current);
    QVERIFY(certificate.countsAt(at(noon())));
    QCOMPARE(certificate.validityAt(at(noon().addSecs(-3601))), Validity::NotYetValid);
    QVERIFY(!certificate.countsAt(at(noon().addSecs(-3601))));
    QCOMPARE(certificate.validityAt(at(noon().addDays(365))), Validity::Expired);
    QVERIFY(!certificate.countsAt(at(noon().addDays(365))));
}

void TestCertificates::claimsWithoutNameOrTimesAreNotRead_data()
{
    QTest::addColumn<QCborMap>("claims");
    const QCborMap claims = sampleClaims(noon());
    const auto with = [&claims](qint64 claim, const QCborValue &value) {
        QCborMap changed = claims;
        changed.insert(claim, value);
        return changed;
    };
    QCborMap nameless = sampleCertificate();
    nameless.insert(u"nam"_s, QCborMap{{u"fn"_s, u"  "_s}});
    QTest::newRow("no name") << claimsWith(claims, nameless);
    QCborMap control = sampleCertificate();
    control.insert(u"nam"_s, QCborMap{{u"fn"_s, u"Nguyễn\u202EMẫu"_s}});
    QTest::newRow("a name that turns round") << claimsWith(claims, control);
    QTest::newRow("no expiry") << with(4, QCborValue());
    QTest::newRow("negative expiry") << with(4, -1);
    QTest::newRow("huge expiry") << with(4, std::numeric_limits<qint64>::max());
    QTest::newRow("infinite expiry") << with(4, std::numeric_limits<double>::infinity());
    QTest::newRow("expiry as text") << with(4, u"2030-01-01"_s);
    QTest::newRow("no issue") << with(6, QCborValue());
    QTest::newRow("no certificate") << with(-260, QCborMap());
    QTest::newRow("a list for a certificate") << with(-260, QCborArray{1, 2});
}

void TestCertificates::claimsWithoutNameOrTimesAreNotRead()
{
    QFETCH(const QCborMap, claims);
    QCOMPARE(codeOf(claims).error, Reason::CertificateNotRead);
}

void TestCertificates::capsLockIsUndone()
{
    QCOMPARE(readCode(fixture(u"valid/p40-signed-certificate.txt"_s).toLower()).visitor.name,
             u"NGUYỄN THỬ NGHIỆM"_s);
}

void TestCertificates::noChangedBitIsVerified()
{
    const CertificateSigner signer;
    const Keys keys{{signer.kid(), signer.publicKey()}};
    const QCborMap header{{algorithmHeader, es256}, {kidHeader, signer.kid()}};
    const QCborArray parts = signedParts(signer, header, {}, sampleClaims(noon()).toCborValue().toCbor());
    const QByteArray message = QCborValue(QCborTag(18), parts).toCbor();
    QVERIFY(readWith(certificateTextOf(message), keys).certificate->verified);
    for (qsizetype bit = 0; bit < message.size() * 8; ++bit) {
        QByteArray changed = message;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        const VisitorCode code = readWith(certificateTextOf(changed), keys);
        QVERIFY2(!code.certificate || !code.certificate->verified, QByteArray::number(bit).constData());
    }
}

void TestCertificates::everyCutIsUnreadable()
{
    const QByteArray text = fixture(u"valid/p40-signed-certificate.txt"_s);
    for (qsizetype length = 4; length < text.size(); ++length)
        QCOMPARE(readWith(text.left(length), {}).error, Reason::CertificateNotRead);
    QCOMPARE(readWith(text + "00", {}).error, Reason::CertificateNotRead);
    const CertificateSigner signer;
    const QByteArray message =
        signedParts(signer, {{algorithmHeader, es256}}, {}, sampleClaims(noon()).toCborValue().toCbor())
            .toCborValue()
            .toCbor();
    for (qsizetype length = 0; length < message.size(); ++length)
        QCOMPARE(readWith(certificateTextOf(message.left(length)), {}).error, Reason::CertificateNotRead);
    QCOMPARE(readWith(certificateTextOf(message + '\0'), {}).error, Reason::CertificateNotRead);
}

void TestCertificates::bombsAndAbyssesAreRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    // Deflate makes 3 kB of 3 MB at best; what holds more is longer than any code.
    QTest::newRow("bomb in a code's size") << certificateTextOf(QByteArray(3'000'000, '\x81'));
    QTest::newRow("bomb") << certificateTextOf(QByteArray(20'000'000, '\0'));
    QTest::newRow("arrays in arrays") << certificateTextOf(QByteArray(10'000, '\x81') + '\0');
    QTest::newRow("endless arrays in arrays") << certificateTextOf(QByteArray(10'000, '\x9F'));
    QTest::newRow("tags on tags") << certificateTextOf(QByteArray(10'000, '\xD2') + '\x80');
    QTest::newRow("maps in maps") << certificateTextOf(QByteArray("\xA1\x01").repeated(10'000) + '\0');
    QTest::newRow("many items") << certificateTextOf(QByteArray("\x9F") + QByteArray(50'000, '\0') + '\xFF');
    QTest::newRow("huge array") << certificateTextOf(QByteArray("\xD2\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    QTest::newRow("huge string") << certificateTextOf(
        QByteArray("\xD2\x84\x5B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    QTest::newRow("string of a length below zero")
        << certificateTextOf(QByteArray("\xD2\x84\x5B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    QTest::newRow("huge map") << certificateTextOf(QByteArray("\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
    QTest::newRow("long text") << "HC1:" + QByteArray("BB8").repeated(1'000'000);
}

void TestCertificates::bombsAndAbyssesAreRefusedAtOnce()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(readWith(text, {}).error, Reason::CertificateNotRead);
    // The same where a message holds it: its header, its claims.
    const QByteArray inner = text.size() < 8000 ? QByteArray(9'000, '\x81') + '\0' : QByteArray("\x9F");
    const CertificateSigner signer;
    const QCborArray parts = signedParts(signer, {{algorithmHeader, es256}}, {}, inner);
    QCOMPARE(readWith(certificateTextOf(parts.toCborValue().toCbor()), {}).error, Reason::CertificateNotRead);
}

void TestCertificates::nothingMayBeSaidTwice()
{
    const CertificateSigner signer;
    const QByteArray claims = sampleClaims(noon()).toCborValue().toCbor();
    QCOMPARE(uchar(claims[0]), uchar(0xA4));
    // A second issuer at the end of the map.
    QByteArray twice = claims + QByteArray("\x01\x62XX");
    twice[0] = '\xA5';
    for (const QByteArray &payload : {claims, twice}) {
        const QCborArray parts = signedParts(signer, {{algorithmHeader, es256}}, {}, payload);
        const VisitorCode code = readWith(certificateTextOf(parts.toCborValue().toCbor()), {});
        QCOMPARE(code.error.has_value(), payload == twice);
    }
}

// ---- trust files

void TestCertificates::aTrustFileIsPemOrJson()
{
    const CertificateSigner curve;
    const CertificateSigner rsa(CertificateSigner::Kind::Rsa2048);
    const QByteArray x509 = curve.x509("VN", "Bộ Y tế Giả Lập", 30);
    const QByteArray x509Kid = QCryptographicHash::hash(x509, QCryptographicHash::Sha256).left(8);
    const auto pem =
        trustedKeysIn("said before\r\n" + pemBlock("CERTIFICATE", x509).replace("\n", "\r\n") +
                      pemBlock("PUBLIC KEY", rsa.publicKey()) + pemBlock("PUBLIC KEY", rsa.publicKey()));
    QVERIFY2(pem, pem ? "" : qPrintable(pem.error().detail));
    QCOMPARE(pem->size(), 2);
    QCOMPARE(pem->at(0), (TrustedKey{x509Kid, curve.publicKey(), u"VN, Bộ Y tế Giả Lập"_s,
                                     QDateTime::currentDateTimeUtc().addDays(30).date()}));
    QCOMPARE(pem->at(1), (TrustedKey{rsa.kid(), rsa.publicKey(), {}, {}}));

    const QByteArray named("eight by");
    const QJsonArray list{
        QJsonObject{{u"kid"_s, QString::fromLatin1(named.toBase64())},
                    {u"key"_s, QString::fromLatin1(rsa.publicKey().toBase64())}},
        QJsonObject{{u"kid"_s, kidText(x509Kid)}, {u"key"_s, QString::fromLatin1(x509.toBase64())}}};
    for (const QJsonDocument &document :
         {QJsonDocument(list), QJsonDocument(QJsonObject{{u"keys"_s, list}})}) {
        const auto json = trustedKeysIn("\xEF\xBB\xBF " + document.toJson());
        QVERIFY2(json, json ? "" : qPrintable(json.error().detail));
        QCOMPARE(json->size(), 2);
        QCOMPARE(json->at(0), (TrustedKey{named, rsa.publicKey(), {}, {}}));
        QCOMPARE(json->at(1).kid, x509Kid);
    }
}

void TestCertificates::aBrokenTrustFileBringsNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");
    const CertificateSigner good;
    const QByteArray block = pemBlock("PUBLIC KEY", good.publicKey());
    const QByteArray key = good.publicKey().toBase64();
    const QByteArray otherKey = CertificateSigner().publicKey().toBase64();
    const auto json = [](const QByteArray &kid, const QByteArray &value) {
        return R"({"kid": ")" + kid + R"(", "key": ")" + value + R"("})";
    };
    QTest::newRow("empty") << QByteArray() << u"holds no key"_s;
    QTest::newRow("text") << QByteArray("hello") << u"holds no key"_s;
    QTest::newRow("empty list") << QByteArray("[]") << u"holds no key"_s;
    QTest::newRow("cut PEM") << block + block.chopped(30) << u"was cut"_s;
    QTest::newRow("damaged PEM") << block + pemBlock("CERTIFICATE", "no certificate") << u"block 2"_s;
    QTest::newRow("private key") << block + pemBlock("EC PRIVATE KEY", "x") << u"private key"_s;
    QTest::newRow("request") << block + pemBlock("CERTIFICATE REQUEST", "x") << u"block 2"_s;
    QTest::newRow("another curve") << pemBlock("PUBLIC KEY",
                                               CertificateSigner(CertificateSigner::Kind::P384).publicKey())
                                   << u"neither P-256"_s;
    QTest::newRow("a short RSA key") << pemBlock(
                                            "PUBLIC KEY",
                                            CertificateSigner(CertificateSigner::Kind::Rsa1024).publicKey())
                                     << u"neither P-256"_s;
    QTest::newRow("cut JSON") << '[' + json("AAAAAAAAAAA=", key) << u"byte"_s;
    QTest::newRow("no kid") << '[' + json("", key) + ']' << u"key 1"_s;
    QTest::newRow("no key") << '[' + json("AAAAAAAAAAA=", key) + ',' + json("AAAAAAAAAAE=", "") + ']'
                            << u"key 2"_s;
    QTest::newRow("one kid, two keys")
        << '[' + json("AAAAAAAAAAA=", key) + ',' + json("AAAAAAAAAAA=", otherKey) + ']' << u"same kid"_s;
    QTest::newRow("a kid that is not the certificate's")
        << '[' + json("AAAAAAAAAAA=", good.x509("VN", "Mẫu", 1).toBase64()) + ']' << u"not that of"_s;
}

void TestCertificates::aBrokenTrustFileBringsNothing()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, says);
    const auto keys = trustedKeysIn(file);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::WrongUse);
    QVERIFY2(keys.error().detail.contains(says), qPrintable(keys.error().detail));
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
