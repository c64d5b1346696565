#include "core/base/ids.h"
#include "core/signing/passcode.h"
#include "core/signing/postercode.h"
#include "core/signing/venuetrust.h"

#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The signed texts of posters and passes: small enough to print, read back, and refused when anything in
/// them is another's.
class TestSigning : public QObject
{
    Q_OBJECT

private slots:
    void aSignatureCountsForItsKeySpaceAndMessageAlone();
    void theKeyFollowsFromItsSeed();
    void noPosterTextHasMoreThan177Bytes();
    void aPosterTextSaysWhatItWasMadeOf_data();
    void aPosterTextSaysWhatItWasMadeOf();
    void noPosterIsMadeThatCouldNotBeRead_data();
    void noPosterIsMadeThatCouldNotBeRead();
    void everyChangedByteOfAPosterIsRefused();
    void everyChangedDigitOfAPassIsRefused();
    void everyCutTextIsRefused();
    void signaturesAreWrittenInOneWayOnly();
    void eachWrongPosterHasItsOwnReason_data();
    void eachWrongPosterHasItsOwnReason();
    void anAdoptedCodeIsRecognisedUnsigned();
    void eachWrongPassHasItsOwnReason_data();
    void eachWrongPassHasItsOwnReason();
    void aPassHoldsNothingButItsNumberAndDay();
    void serialsHaveNoLettersThatAreMisread();

private:
    VenueTrust trust() const;

    const SigningKey m_key = SigningKey::generate();
    const SigningKey m_stranger = SigningKey::generate();
    const QString m_address = localVenueAddress(u"7K3M92QXH4"_s);
    const QString m_serial = u"4F7J2KQ"_s;
    const QString m_number = u"9QX7K3M2H4"_s;
    const QDate m_today{2026, 11, 21};
};

VenueTrust TestSigning::trust() const
{
    VenueTrust trust;
    trust.addresses = {m_address};
    trust.keys = {m_key.verifyingKey()};
    trust.posters = {{m_serial, PosterState::Valid}};
    return trust;
}

void TestSigning::aSignatureCountsForItsKeySpaceAndMessageAlone()
{
    const QByteArray signature = m_key.sign("one", "message");
    QCOMPARE(signature.size(), 64);
    QVERIFY(m_key.verifyingKey().verifies("one", "message", signature));
    QVERIFY(!m_key.verifyingKey().verifies("two", "message", signature));
    QVERIFY(!m_key.verifyingKey().verifies("one", "massage", signature));
    QVERIFY(!m_key.verifyingKey().verifies("one", "message", signature.left(63)));
    QVERIFY(!m_stranger.verifyingKey().verifies("one", "message", signature));
    QVERIFY(!VerifyingKey().verifies("one", "message", signature));
    QVERIFY(!VerifyingKey::fromBytes(QByteArray(31, 'x')));
}

void TestSigning::theKeyFollowsFromItsSeed()
{
    const auto again = SigningKey::fromSeed(m_key.seed());
    QVERIFY(again.ok());
    QVERIFY(again->verifyingKey() == m_key.verifyingKey());
    QCOMPARE(again->sign("s", "m"), m_key.sign("s", "m"));
    QVERIFY(m_key.seed() != m_stranger.seed());
    QVERIFY(!SigningKey::fromSeed(QByteArray(33, 'x')));
}

void TestSigning::noPosterTextHasMoreThan177Bytes()
{
    // What ISO/IEC 18004 gives bytes in a symbol of version 11 at level Q.
    const QString address = u"https://"_s + QString(65 - 8 - 21, u'h') + u'/' + QString(20, u'W');
    QCOMPARE(address.size(), PosterCode::longestAddress);
    QCOMPARE(longestText(VenueField::Address), PosterCode::longestAddress);
    QCOMPARE(PosterCode::make(address, u"floor2li"_s, m_serial, m_key)->text().size(), 177);
    QCOMPARE(PassCode::make(m_number, m_today, m_key)->text().size(), PassCode::textLength);
}

void TestSigning::aPosterTextSaysWhatItWasMadeOf_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("location");
    QTest::newRow("local") << m_address << u"gatea"_s;
    QTest::newRow("the venue as a whole") << m_address << QString();
    QTest::newRow("platform") << u"https://checkin.example/v/HN-001"_s << u"floor2"_s;
    QTest::newRow("platform with a question") << u"https://checkin.example/v?venue=HN-001"_s << u"floor2"_s;
    QTest::newRow("a question like ours") << u"https://checkin.example/v?l=x&s=y"_s << u"l"_s;
}

void TestSigning::aPosterTextSaysWhatItWasMadeOf()
{
    QFETCH(const QString, address);
    QFETCH(const QString, location);
    const auto made = PosterCode::make(address, location, m_serial, m_key);
    QVERIFY(made.ok());
    const auto code = PosterCode::parse(made->text());
    QVERIFY(code.has_value());
    QCOMPARE(code->address(), address);
    QCOMPARE(code->location(), location);
    QCOMPARE(code->serial(), m_serial);
    QCOMPARE(code->text(), made->text());
    QVERIFY(code->isSignedBy(m_key.verifyingKey()));
    QVERIFY(!code->isSignedBy(m_stranger.verifyingKey()));
}

void TestSigning::noPosterIsMadeThatCouldNotBeRead_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("serial");
    QTest::newRow("no address") << QString() << u"a"_s << m_serial;
    QTest::newRow("no web address") << u"ftp://a.example/venue"_s << u"a"_s << m_serial;
    QTest::newRow("too long an address") << u"https://"_s + QString(58, u'a') << u"a"_s << m_serial;
    QTest::newRow("fragment in the address") << m_address + u"#x"_s << u"a"_s << m_serial;
    QTest::newRow("letters with marks") << u"https://địa.example/x"_s << u"a"_s << m_serial;
    QTest::newRow("too long a place") << m_address << u"ninechars"_s << m_serial;
    QTest::newRow("upper case in the place") << m_address << u"Gate"_s << m_serial;
    QTest::newRow("too short a serial") << m_address << u"a"_s << u"4F7J2K"_s;
    QTest::newRow("a letter that no serial has") << m_address << u"a"_s << u"4F7J2KO"_s;
}

void TestSigning::noPosterIsMadeThatCouldNotBeRead()
{
    QFETCH(const QString, address);
    QFETCH(const QString, location);
    QFETCH(const QString, serial);
    const auto made = PosterCode::make(address, location, serial, m_key);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::WrongUse);
}

void TestSigning::everyChangedByteOfAPosterIsRefused()
{
    const QByteArray text = PosterCode::make(m_address, u"gatea"_s, m_serial, m_key)->text();
    QCOMPARE(judgedPoster(text, trust()), Reason::PosterShown);
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (int value = 0; value < 256; ++value) {
            QByteArray changed = text;
            changed[i] = char(value);
            if (changed == text)
                continue;
            // Nothing (then it is an address like any other) or a reason that does not call it ours.
            const auto reason = judgedPoster(changed, trust());
            QVERIFY2(reason != Reason::PosterShown, qPrintable(u"byte %1 → %2"_s.arg(i).arg(value)));
        }
    }
}

void TestSigning::everyChangedDigitOfAPassIsRefused()
{
    const QString text = PassCode::make(m_number, m_today, m_key)->text();
    QVERIFY(!judgedPass(text, trust(), m_today));
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            QString changed = text;
            changed[i] = QLatin1Char(digit);
            if (changed != text)
                QVERIFY2(judgedPass(changed, trust(), m_today).has_value(), qPrintable(QString::number(i)));
        }
    }
}

void TestSigning::everyCutTextIsRefused()
{
    const QByteArray poster = PosterCode::make(m_address, u"gatea"_s, m_serial, m_key)->text();
    for (qsizetype i = 0; i < poster.size(); ++i) {
        QVERIFY(!judgedPoster(poster.left(i), trust()));
        QVERIFY(judgedPoster(poster.mid(i + 1), trust()) != Reason::PosterShown);
    }
    const QString pass = PassCode::make(m_number, m_today, m_key)->text();
    for (qsizetype i = 0; i < pass.size(); ++i)
        QVERIFY(judgedPass(pass.left(i), trust(), m_today).has_value());
    QVERIFY(judgedPass(pass + u'0', trust(), m_today).has_value());
}

void TestSigning::signaturesAreWrittenInOneWayOnly()
{
    // The last base64url character holds four bits that say nothing; only zeros are ours.
    const QByteArray text = PosterCode::make(m_address, u"gatea"_s, m_serial, m_key)->text();
    constexpr QByteArrayView alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    int read = 0;
    for (const char last : alphabet)
        read += PosterCode::parse(text.chopped(1) + last).has_value();
    QCOMPARE(read, 4); // one for each value of the two bits that say something
}

void TestSigning::eachWrongPosterHasItsOwnReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<VenueTrust>("trust");
    QTest::addColumn<int>("reason");
    const auto text = [this](const QString &address, const SigningKey &key) {
        return PosterCode::make(address, u"gatea"_s, m_serial, key)->text();
    };
    const QByteArray ours = text(m_address, m_key);
    VenueTrust trusted = trust();
    QTest::newRow("ours") << ours << trusted << int(Reason::PosterShown);
    trusted.posters[m_serial] = PosterState::Replaced;
    QTest::newRow("replaced") << ours << trusted << int(Reason::PosterOutdated);
    trusted.posters[m_serial] = PosterState::Withdrawn;
    QTest::newRow("withdrawn") << ours << trusted << int(Reason::PosterWithdrawn);
    trusted.posters.clear();
    QTest::newRow("not in the register") << ours << trusted << int(Reason::PosterUnknown);
    QTest::newRow("another venue's") << text(localVenueAddress(u"OTHER"_s), m_stranger) << trust()
                                     << int(Reason::PosterForeign);
    QTest::newRow("another venue's address under our key's name")
        << text(localVenueAddress(u"OTHER"_s), m_key) << trust() << int(Reason::PosterForged);
    QTest::newRow("our venue under an unknown key")
        << text(m_address, m_stranger) << trust() << int(Reason::PosterUnknown);
    QByteArray forged = ours;
    forged[forged.size() - 10] = forged[forged.size() - 10] == 'A' ? 'B' : 'A';
    QTest::newRow("our venue and key, wrong signature") << forged << trust() << int(Reason::PosterForged);
    QTest::newRow("a desk without a venue") << ours << VenueTrust() << int(Reason::PosterUnknown);
}

void TestSigning::eachWrongPosterHasItsOwnReason()
{
    QFETCH(const QByteArray, text);
    QFETCH(const VenueTrust, trust);
    QFETCH(const int, reason);
    const auto judged = judgedPoster(text, trust);
    QVERIFY(judged.has_value());
    QCOMPARE(reasonId(*judged), reasonId(Reason(reason)));
}

void TestSigning::anAdoptedCodeIsRecognisedUnsigned()
{
    VenueTrust trusted = trust();
    trusted.adoptedText = "https://checkin.example/v/HN-001";
    QCOMPARE(judgedPoster("https://checkin.example/v/HN-001", trusted), Reason::PosterShown);
    QCOMPARE(judgedPoster("https://checkin.example/v/HN-002", trusted), std::nullopt);
    QCOMPARE(judgedPoster("https://checkin.example/v/HN-001", trust()), std::nullopt);
}

void TestSigning::eachWrongPassHasItsOwnReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<VenueTrust>("trust");
    QTest::addColumn<int>("reason"); // -1: counts
    const auto text = [this](const QDate &day, const SigningKey &key) {
        return PassCode::make(m_number, day, key)->text();
    };
    const QString ours = text(m_today, m_key);
    QTest::newRow("on its last day") << ours << trust() << -1;
    QTest::newRow("a day later") << text(m_today.addDays(-1), m_key) << trust() << int(Reason::PassExpired);
    VenueTrust trusted = trust();
    trusted.revokedPasses = {m_number};
    QTest::newRow("revoked") << ours << trusted << int(Reason::PassRevoked);
    QTest::newRow("revoked and expired")
        << text(m_today.addDays(-1), m_key) << trusted << int(Reason::PassRevoked);
    QTest::newRow("under an unknown key") << text(m_today, m_stranger) << trust() << int(Reason::PassForeign);
    QTest::newRow("a desk without a venue") << ours << VenueTrust() << int(Reason::PassForeign);
    QString forged = ours;
    const qsizetype last = forged.size() - 1;
    forged[last] = forged[last] == u'0' ? u'1' : u'0';
    QTest::newRow("wrong signature") << forged << trust() << int(Reason::PassForged);
    // A poster's signature says nothing about a pass, though the key is the same.
    QTest::newRow("no pass at all") << u"7277"_s + QString(187, u'9') << trust() << int(Reason::PassForged);
}

void TestSigning::eachWrongPassHasItsOwnReason()
{
    QFETCH(const QString, text);
    QFETCH(const VenueTrust, trust);
    QFETCH(const int, reason);
    const auto judged = judgedPass(text, trust, m_today);
    QCOMPARE(judged ? reasonId(*judged) : QString(), reason < 0 ? QString() : reasonId(Reason(reason)));
}

void TestSigning::aPassHoldsNothingButItsNumberAndDay()
{
    const auto pass = PassCode::parse(PassCode::make(m_number, m_today, m_key)->text());
    QVERIFY(pass.has_value());
    QCOMPARE(pass->number(), m_number);
    QCOMPARE(pass->validUntil(), m_today);
    QCOMPARE(pass->keyId(), m_key.verifyingKey().id());
    QVERIFY(pass->isSignedBy(m_key.verifyingKey()));
    QVERIFY(!PassCode::make(u"9QX7K3M2H"_s, m_today, m_key));
    QVERIFY(!PassCode::make(m_number, QDate(2019, 12, 31), m_key));
    QVERIFY(!PassCode::make(m_number, QDate(2200, 1, 1), m_key));
    QVERIFY(PassCode::make(m_number, QDate(2020, 1, 1), m_key).ok());
}

void TestSigning::serialsHaveNoLettersThatAreMisread()
{
    for (int i = 0; i < 1000; ++i) {
        const QString serial = newSerial(Poster::serialLength);
        QVERIFY(isSerial(serial, Poster::serialLength));
        for (const QChar c : u"ILOUilou-"_s)
            QVERIFY(!serial.contains(c));
    }
    QVERIFY(!isSerial(u"4F7J2K٣"_s, 7));
    QVERIFY(newSerial(10) != newSerial(10));
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signedcodes.moc"
