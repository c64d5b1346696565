#include "core/desk/venuecodes.h"
#include "core/desk/venueoffice.h"
#include "core/signing/trustfile.h"
#include "core/store/connection.h"
#include "tests/support/certificatesigner.h"
#include "tests/unit/desk/deskfixture.h"

#include <QDirIterator>
#include <QLoggingCategory>

using namespace desktest;

using Kind = ScanOutcome::Kind;

namespace {

QStringList logged;

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    logged.append(line);
}

QDateTime today()
{
    return QDateTime::fromMSecsSinceEpoch(SetClock::start, Qt::UTC);
}

/// The bytes of every file of a folder, one after another.
QByteArray everythingIn(const QString &folder)
{
    QByteArray bytes;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

class TestCertificateDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theHolderComesInAndLeavesByTheSameCertificate();
    void theSameNameOnAnotherDayOfBirthIsSomebodyElse();
    void aForgeryNamesNobody();
    void withoutARuleNobodyLooks();
    void whoComesInWithoutACertificateIsAskedAbout();
    void whoLeavesIsNeverStopped();
    void onlyAVerifiedCertificateThatIsValidCounts_data();
    void onlyAVerifiedCertificateThatIsValidCounts();
    void aWarningStopsNobody();
    void whereNobodyAnswersTheRuleRefuses();
    void theCertificateHeldUpToTheQuestionAnswersIt();
    void anotherPersonsCertificateAnswersNothing();
    void cardAndCertificateSideBySideAreOnePerson();
    void whoHasShownItIsNotAskedAgainThatDay();
    void theTrustListIsKeptAndNotReplacedUnseen();
    void aKeySlippedIntoTheDatabaseDoesNotCount();
    void nothingOfACertificateIsKept();

private:
    QByteArray certificate(const QCborMap &claims) const { return certificateText(m_signer, claims); }
    QByteArray certificateOfNghiem() const { return certificate(sampleClaims(today())); }
    DeskFixture &fixture() { return *m_fixture; }
    void trust(bool known);
    void ask(CertificateRule rule);

    const CertificateSigner m_signer;
    std::unique_ptr<DeskFixture> m_fixture;
};

void TestCertificateDesk::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    trust(true);
}

void TestCertificateDesk::cleanup()
{
    m_fixture.reset();
}

void TestCertificateDesk::trust(bool known)
{
    VenueTrust trust;
    if (known)
        trust.certificateKeys.insert(m_signer.kid(), m_signer.publicKey());
    fixture().desk->setVenueTrust(trust);
}

void TestCertificateDesk::ask(CertificateRule rule)
{
    VenueRules rules;
    rules.certificate = rule;
    fixture().desk->setRules(rules, 0, {});
}

void TestCertificateDesk::theHolderComesInAndLeavesByTheSameCertificate()
{
    const ScanOutcome in = fixture().scan(u"auto"_s, certificateOfNghiem());
    QCOMPARE(in.kind, Kind::Recorded);
    QCOMPARE(in.direction, Direction::In);
    QCOMPARE(in.format, u"certificate"_s);
    QCOMPARE(in.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(in.certificate && in.certificate->verified);
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, certificateOfNghiem());
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(fixture().counters().inside, 0);
}

void TestCertificateDesk::theSameNameOnAnotherDayOfBirthIsSomebodyElse()
{
    QCborMap other = certificateIn(sampleClaims(today()));
    other.insert(u"dob"_s, u"1990-01-16"_s);
    QCborMap year = other;
    year.insert(u"dob"_s, u"1990"_s);
    fixture().scan(u"auto"_s, certificateOfNghiem());
    fixture().clock.advance(hour);
    for (const QCborMap &each : {other, year}) {
        const auto came = fixture().scan(u"auto"_s, certificate(claimsWith(sampleClaims(today()), each)));
        QCOMPARE(came.direction, Direction::In);
    }
    QCOMPARE(fixture().counters().inside, 3);
}

void TestCertificateDesk::aForgeryNamesNobody()
{
    VenueTrust trust;
    trust.certificateKeys.insert(m_signer.kid(), CertificateSigner().publicKey());
    fixture().desk->setVenueTrust(trust);
    const ScanOutcome refused = fixture().scan(u"in"_s, certificateOfNghiem());
    QCOMPARE(refused.kind, Kind::Refused);
    QCOMPARE(refused.reason, Reason::CertificateForged);
    QVERIFY(refused.visitor == VisitorData());
    QVERIFY(!refused.certificate);
}

void TestCertificateDesk::withoutARuleNobodyLooks()
{
    trust(false);
    QCOMPARE(fixture().scan(u"in"_s, cardOfMau).kind, Kind::Recorded);
    const ScanOutcome unchecked = fixture().scan(u"in"_s, certificateOfNghiem());
    QCOMPARE(unchecked.kind, Kind::Recorded);
    QVERIFY(unchecked.notices.isEmpty());
    QVERIFY(!unchecked.certificate->verified);
}

void TestCertificateDesk::whoComesInWithoutACertificateIsAskedAbout()
{
    ask(CertificateRule::Ask);
    const ScanOutcome question = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::NoCertificate);
    QCOMPARE(question.answers, (QList{Answer::Dismiss, Answer::RecordIn, Answer::RecordOut}));
    fixture().desk->answer(question.number, Answer::RecordIn);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
}

void TestCertificateDesk::whoLeavesIsNeverStopped()
{
    fixture().scan(u"auto"_s, cardOfMau);
    ask(CertificateRule::Ask);
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.direction, Direction::Out);
    QVERIFY(out.notices.isEmpty());
}

void TestCertificateDesk::onlyAVerifiedCertificateThatIsValidCounts_data()
{
    QTest::addColumn<QDateTime>("issued");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("counts");
    QTest::newRow("verified") << today() << true << true;
    QTest::newRow("not checked") << today() << false << false;
    QTest::newRow("expired") << today().addDays(-400) << true << false;
    QTest::newRow("not valid yet") << today().addDays(2) << true << false;
}

void TestCertificateDesk::onlyAVerifiedCertificateThatIsValidCounts()
{
    QFETCH(const QDateTime, issued);
    QFETCH(const bool, known);
    QFETCH(const bool, counts);
    trust(known);
    ask(CertificateRule::Ask);
    const ScanOutcome outcome = fixture().scan(u"auto"_s, certificate(sampleClaims(issued)));
    QCOMPARE(outcome.kind, counts ? Kind::Recorded : Kind::Asks);
    QCOMPARE(outcome.reason, counts ? std::nullopt : std::optional(Reason::NoCertificate));
    QVERIFY2(outcome.certificate, "the operator sees what was shown");
}

void TestCertificateDesk::aWarningStopsNobody()
{
    ask(CertificateRule::Warn);
    const ScanOutcome told = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(told.kind, Kind::Recorded);
    QCOMPARE(told.notices, QList{Reason::NoCertificate});
}

void TestCertificateDesk::whereNobodyAnswersTheRuleRefuses()
{
    fixture().makeDesk(false);
    trust(true);
    ask(CertificateRule::Ask);
    QCOMPARE(fixture().scan(u"in"_s, cardOfMau).kind, Kind::Refused);
    QCOMPARE(fixture().scan(u"in"_s, certificateOfNghiem()).kind, Kind::Recorded);
}

void TestCertificateDesk::theCertificateHeldUpToTheQuestionAnswersIt()
{
    ask(CertificateRule::Ask);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfNghiem).kind, Kind::Asks);
    for (int i = 0; i < 20; ++i) { // the card lies there while the visitor looks for the certificate
        fixture().clock.advance(250);
        fixture().show(u"auto"_s, {cardOfNghiem});
    }
    QCOMPARE(fixture().last().kind, Kind::Asks);
    const ScanOutcome in = fixture().scan(u"auto"_s, certificateOfNghiem());
    QCOMPARE(in.kind, Kind::Recorded);
    QCOMPARE(in.format, u"citizen-card"_s);
    QCOMPARE(in.visitor.idNumber, u"001090999991"_s);
    QVERIFY(in.certificate);
    QVERIFY(!fixture().desk->openQuestion());
    QCOMPARE(fixture().counters().inside, 1);
    // The card that still lies there is no new showing.
    const qsizetype announced = fixture().outcomes().size();
    fixture().clock.advance(200);
    fixture().scan(u"auto"_s, cardOfNghiem);
    QCOMPARE(fixture().outcomes().size(), announced);
    // From now on either of the two tells who it is.
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, certificateOfNghiem()).direction, Direction::Out);
    QCOMPARE(fixture().counters().inside, 0);
}

void TestCertificateDesk::anotherPersonsCertificateAnswersNothing()
{
    ask(CertificateRule::Ask);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfMau).kind, Kind::Asks);
    const ScanOutcome other = fixture().scan(u"auto"_s, certificateOfNghiem());
    QCOMPARE(other.kind, Kind::Recorded);
    QCOMPARE(other.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(other.visitor.idNumber.isEmpty());
    QCOMPARE(fixture().counters().inside, 1);
}

void TestCertificateDesk::cardAndCertificateSideBySideAreOnePerson()
{
    ask(CertificateRule::Ask);
    fixture().show(u"auto"_s, {certificateOfNghiem(), cardOfNghiem});
    const ScanOutcome in = fixture().last();
    QCOMPARE(in.kind, Kind::Recorded);
    QCOMPARE(in.visitor.idNumber, u"001090999991"_s);
    QVERIFY(in.certificate);
    fixture().clock.advance(hour);
    fixture().show(u"auto"_s, {certificateOfNghiem(), cardOfMau});
    QCOMPARE(fixture().last().reason, Reason::TwoPersons);
}

void TestCertificateDesk::whoHasShownItIsNotAskedAgainThatDay()
{
    ask(CertificateRule::Ask);
    fixture().show(u"auto"_s, {certificateOfNghiem(), cardOfNghiem});
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfNghiem).direction, Direction::Out);
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfNghiem).kind, Kind::Recorded);
    fixture().clock.advance(hour);
    fixture().scan(u"auto"_s, cardOfNghiem);
    fixture().clock.advance(24 * hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfNghiem).kind, Kind::Asks);
}

// ---- what is kept

void TestCertificateDesk::theTrustListIsKeptAndNotReplacedUnseen()
{
    VenueOffice office(fixture().store.get(), &fixture().clock);
    VenueRegister *keys = office.venueRegister();
    const TrustedKey key{m_signer.kid(), m_signer.publicKey(), u"VN, Bộ Y tế Giả Lập"_s, QDate(2027, 1, 2)};
    const TrustedKey plain{"another", CertificateSigner().publicKey(), {}, {}};
    QCOMPARE(*awaited(keys->addTrustedKeys({key, plain, key})), 2);
    QCOMPARE(*awaited(keys->addTrustedKeys({key})), 0);
    const TrustedKey impostor{m_signer.kid(), CertificateSigner().publicKey(), {}, {}};
    const TrustedKey innocent{"innocent", CertificateSigner().publicKey(), {}, {}};
    const auto refused = awaited(keys->addTrustedKeys({innocent, impostor}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongUse);
    // Two keys of one kid in one import are no way around it.
    QVERIFY(!awaited(keys->addTrustedKeys({innocent, {innocent.kid, impostor.publicKey, {}, {}}})));

    auto record = awaited(office.load());
    QCOMPARE(record->trustedKeys.size(), 2);
    QVERIFY(record->trustedKeys.contains(key) && record->trustedKeys.contains(plain));
    fixture().desk->setVenueTrust(venueTrustOf(*record));
    QVERIFY(fixture().scan(u"in"_s, certificateOfNghiem()).certificate->verified);

    QVERIFY(awaited(keys->removeTrustedKey(key.kid)));
    QCOMPARE(awaited(keys->removeTrustedKey(key.kid)).error().code, ErrorCode::NotFound);
    record = awaited(office.load());
    QCOMPARE(record->trustedKeys, QList{plain});
}

void TestCertificateDesk::aKeySlippedIntoTheDatabaseDoesNotCount()
{
    VenueOffice office(fixture().store.get(), &fixture().clock);
    const TrustedKey key{m_signer.kid(), m_signer.publicKey(), {}, {}};
    QCOMPARE(*awaited(office.venueRegister()->addTrustedKeys({key})), 1);
    {
        Connection connection;
        QVERIFY(connection.open(EntryStore::databasePath(fixture().folder.path()),
                                Connection::Access::ReadWrite));
        connection.run(u"INSERT INTO trusted_key SELECT x'0102030405060708', randomblob(16), sealed "
                       "FROM trusted_key"_s);
        connection.run(u"UPDATE trusted_key SET kid = x'0807060504030201' WHERE "
                       "kid <> x'0102030405060708'"_s);
        QVERIFY(!connection.failure());
    }
    const auto record = awaited(office.load());
    QVERIFY(record);
    QVERIFY(record->trustedKeys.isEmpty());
}

void TestCertificateDesk::nothingOfACertificateIsKept()
{
    logged.clear();
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    const auto before = qInstallMessageHandler(&keepLine);
    ask(CertificateRule::Ask);
    QCOMPARE(fixture().scan(u"auto"_s, certificateOfNghiem()).kind, Kind::Recorded);
    fixture().clock.advance(hour);
    fixture().scan(u"auto"_s, certificateOfNghiem());
    fixture().clock.advance(24 * hour);
    // Asked and let be, asked and let in, forged, broken.
    const QByteArray expired = certificate(sampleClaims(today().addDays(-400)));
    const ScanOutcome question = fixture().scan(u"in"_s, expired);
    fixture().desk->answer(question.number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    fixture().clock.advance(hour);
    const ScanOutcome again = fixture().scan(u"in"_s, expired);
    fixture().desk->answer(again.number, Answer::RecordIn);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    VenueTrust trust;
    trust.certificateKeys.insert(m_signer.kid(), CertificateSigner().publicKey());
    fixture().desk->setVenueTrust(trust);
    QCOMPARE(fixture().scan(u"in"_s, certificateOfNghiem()).kind, Kind::Refused);
    QCOMPARE(fixture().scan(u"in"_s, certificateOfNghiem().chopped(20)).kind, Kind::Refused);
    QCOMPARE(fixture().entries().size(), 3);
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});

    const QString folder = fixture().folder.path();
    QVERIFY2(QFile::exists(EntryStore::databasePath(folder) + u"-wal"_s),
             "the log is looked through as well");
    const QByteArray kept = everythingIn(folder) + logged.join(u'\n').toUtf8();
    QVERIFY(kept.contains("certificate")); // the kind of the code, which says what was held up
    const QByteArrayList secrets{"Spikevax", "EU/1/20/1507", "840539006", "2026-05-04",
                                 "URN:UVCI", "GIALAP0001",   "Giả Lập",   certificateOfNghiem().mid(4, 30)};
    for (const QByteArray &secret : secrets)
        QVERIFY2(!kept.contains(secret), secret.constData());
    // Nor within the seals: what is known of the person has no place for it.
    const EntryRow row = fixture().entries().first();
    VisitorData only;
    only.name = u"Nguyễn Thử Nghiệm"_s;
    only.birthDate = PartialDate::fromDate(1990, 1, 15);
    only.certificateHolder = u"NGUYỄN THỬ NGHIỆM|1990-01-15"_s;
    QCOMPARE(row.visitor, only);
    QVERIFY(row.entry.warnings.isEmpty());
    QCOMPARE(row.details, EntryDetails());
}

QTEST_GUILESS_MAIN(TestCertificateDesk)
#include "tst_certificatedesk.moc"
