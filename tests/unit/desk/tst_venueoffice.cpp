#include "core/barcode/qrdecoder.h"
#include "core/barcode/qrencoder.h"
#include "core/desk/venuecodes.h"
#include "core/desk/venueoffice.h"
#include "core/signing/passcode.h"
#include "core/signing/postercode.h"
#include "tests/unit/desk/deskfixture.h"

#include <QTest>

using namespace desktest;

/// The venue as a desk keeps it, and what the desk then says of its posters and passes.
class TestVenueOffice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aNewVenueGetsACodeOfItsOwnThatStays();
    void wrongTextsAreNamedAndNothingIsKept_data();
    void wrongTextsAreNamedAndNothingIsKept();
    void aPlatformsCodeIsTaken();
    void postersAreSignedAndTellTheirPlace();
    void anAdoptedCodeIsPrintedUnchanged();
    void nobodysOwnCodeIsAdopted_data();
    void nobodysOwnCodeIsAdopted();
    void eachPosterHeldUpSaysWhatItIs();
    void aPassLetsItsVisitorInAndOut();
    void aPassCountsUntilItsLastDay();
    void whoIsInsideIsLetOutWithAnExpiredPass();
    void anExpiredPassLetsNobodyIn();
    void aPassIsPrintedAgainWithTheSameCode();
    void aRevocationIsTakenBack();
    void postersCheckedBeforeTheCameraAreNoRefusals();
    void aRevokedPassNamesNobody();
    void aPassOfAnotherDeskOfTheVenueCounts();
    void otherCodesStayAsTheyAre();
    void theLongestPosterFitsIntoVersion11AtLevelQ();
    void aPassFitsIntoVersion7AtLevelQ();

private:
    Venue venue() const;
    QString reasonOf(const QByteArray &text);
    ScanOutcome shown(const QByteArray &text, DirectionRule rule = DirectionRule::Auto);
    RawScan scanOf(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<SetClock> m_clock;
    std::unique_ptr<VenueOffice> m_office;
};

namespace {

int versionOf(const QByteArray &text)
{
    const auto grid = encodeQr(text, QrErrorCorrection::Quartile);
    return grid ? (grid->size() - 17) / 4 : 99;
}

QByteArray readBack(const QByteArray &text)
{
    const auto grid = encodeQr(text, QrErrorCorrection::Quartile);
    const QImage image = grid->toImage(4).convertToFormat(QImage::Format_Grayscale8);
    const DecodedCodes found =
        QrDecoder().decode({image.constBits(), image.width(), image.height(), int(image.bytesPerLine())});
    return found.size() == 1 ? found.front().bytes : QByteArray();
}

} // namespace

void TestVenueOffice::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<EntryStore>();
    QVERIFY(awaited(m_store->open(m_folder->path(), StoreMode::ReadWrite)).ok());
    QVERIFY(awaited(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
    m_clock = std::make_unique<SetClock>();
    m_office = std::make_unique<VenueOffice>(m_store.get(), m_clock.get());
}

void TestVenueOffice::cleanup()
{
    m_office.reset();
    m_store.reset();
}

Venue TestVenueOffice::venue() const
{
    Venue venue;
    venue.name = u" Bệnh viện  Mẫu "_s;
    venue.category = VenueCategory::Hospital;
    return venue;
}

/// What a desk with what is known now says of a text; empty when it counts.
QString TestVenueOffice::reasonOf(const QByteArray &text)
{
    const auto record = awaited(m_office->load());
    const QDate today = m_clock->now().toDateTime().date();
    const VisitorCode code = readVenuesCode(text, venueTrustOf(*record), today);
    return code.error ? reasonId(*code.error) : QString();
}

RawScan TestVenueOffice::scanOf(const QByteArray &text) const
{
    RawScan scan;
    scan.deviceId = u"camera"_s;
    scan.capturedAt = m_clock->now();
    scan.steadyMs = m_clock->steadyMs();
    scan.sightings.append({text, {}});
    return scan;
}

/// What becomes of a code held up at a desk that lets everybody in or out.
ScanOutcome TestVenueOffice::shown(const QByteArray &text, DirectionRule rule)
{
    CheckpointDesk desk(m_store.get(), m_clock.get(), false);
    desk.setLocation(u"Cổng A"_s);
    desk.setVenueTrust(venueTrustOf(*awaited(m_office->load())));
    QSignalSpy announced(&desk, &CheckpointDesk::announced);
    desk.setDevice({u"camera"_s, u"camera"_s, rule, RepeatPolicy::InView});
    desk.take(scanOf(text));
    if (!QTest::qWaitFor([&] { return !announced.isEmpty() && desk.waiting() == 0; }, 20'000))
        return {};
    return announced.first().first().value<ScanOutcome>();
}

void TestVenueOffice::aNewVenueGetsACodeOfItsOwnThatStays()
{
    QSignalSpy loaded(m_office.get(), &VenueOffice::loaded);
    QVERIFY(awaited(m_office->load()).ok());
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    QTRY_COMPARE(loaded.size(), 2); // after the change, unasked
    const Venue kept = *loaded.last().first().value<VenueRecord>().venue;
    QCOMPARE(kept.name, u"Bệnh viện Mẫu"_s);
    QCOMPARE(kept.code.size(), 10);
    QCOMPARE(kept.address, u"https://checkpoint.invalid/"_s + kept.code);
    Venue renamed = kept;
    renamed.name = u"Bệnh viện Mới"_s;
    QVERIFY(awaited(m_office->keepVenue(renamed)).ok());
    QCOMPARE(awaited(m_office->load())->venue->code, kept.code);
}

void TestVenueOffice::wrongTextsAreNamedAndNothingIsKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("street");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("empty") << u"  "_s << QString() << u"the name is empty"_s;
    QTest::newRow("10,000 characters")
        << QString(10'000, u'x') << QString() << u"the name has more than 200 characters"_s;
    QTest::newRow("line break")
        << u"Mẫu"_s << u"Số 1\nPhố 2"_s
        << u"the street has characters that cannot be seen, such as a line break or a tab"_s;
}

void TestVenueOffice::wrongTextsAreNamedAndNothingIsKept()
{
    QFETCH(const QString, name);
    QFETCH(const QString, street);
    QFETCH(const QString, complaint);
    Venue wrong;
    wrong.name = name;
    wrong.street = street;
    const auto kept = awaited(m_office->keepVenue(wrong));
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::WrongUse);
    QCOMPARE(kept.error().detail, complaint);
    QVERIFY(!awaited(m_office->load())->venue);
    QVERIFY(!awaited(m_office->addLocation(u"a\tb"_s)));
    QVERIFY(!awaited(m_office->addLocation(QString(81, u'x'))));
    QVERIFY(awaited(m_office->load())->locations.isEmpty());
}

void TestVenueOffice::aPlatformsCodeIsTaken()
{
    Venue registered = venue();
    registered.codeKind = VenueCodeKind::Platform;
    registered.code = u"HN-001"_s;
    QVERIFY(!awaited(m_office->keepVenue(registered))); // without where its posters lead
    registered.address = u"https://checkin.example/v/HN-001"_s;
    QVERIFY(awaited(m_office->keepVenue(registered)).ok());
    const auto posters = awaited(m_office->issuePosters({QString()}, false));
    QVERIFY(posters->first().codeText.startsWith("https://checkin.example/v/HN-001?l=&s="));
}

void TestVenueOffice::postersAreSignedAndTellTheirPlace()
{
    QVERIFY(!awaited(m_office->issuePosters({QString()}, false))); // no venue
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    const QString gate = awaited(m_office->addLocation(u" Cổng  A "_s))->code;
    const auto posters = awaited(m_office->issuePosters({gate, {}}, false));
    QVERIFY(posters.ok());
    QCOMPARE(posters->size(), 2);
    QCOMPARE(posters->first().venueName, u"Bệnh viện Mẫu"_s);
    QCOMPARE(posters->first().issued.location.name, u"Cổng A"_s);
    QVERIFY(!posters->first().adopted);
    QVERIFY(
        posters->first().codeText.contains("?l=conga&s=" + posters->first().issued.poster.serial.toLatin1()));
    QCOMPARE(reasonOf(posters->first().codeText), u"poster-shown"_s);
    QCOMPARE(reasonOf(posters->last().codeText), u"poster-shown"_s);
    // Printed again it is the same text to the byte.
    QCOMPARE(awaited(m_office->issuePosters({gate}, false))->first().codeText, posters->first().codeText);
}

void TestVenueOffice::anAdoptedCodeIsPrintedUnchanged()
{
    const QString code = u"https://venue.example/qr?id=ABC-123&x=%20"_s;
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    const QByteArray own = awaited(m_office->issuePosters({QString()}, false))->first().codeText;
    QVERIFY(awaited(m_office->adopt(code)).ok());
    const auto posters = awaited(m_office->issuePosters({QString()}, false));
    QVERIFY(posters->first().adopted);
    QCOMPARE(posters->first().codeText, code.toUtf8());
    QCOMPARE(posters->first().venueName, u"Bệnh viện Mẫu"_s);
    QCOMPARE(reasonOf(code.toUtf8()), u"poster-shown"_s);
    QCOMPARE(reasonOf(code.toUtf8() + "\r\n"), u"poster-shown"_s); // as a handheld scanner ends it
    QCOMPARE(reasonOf(own), u"poster-outdated"_s);
    QCOMPARE(reasonOf("https://venue.example/qr?id=ABC-124"), u"venue-code"_s);
}

void TestVenueOffice::nobodysOwnCodeIsAdopted_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("citizen card") << QString::fromUtf8(cardOfNghiem);
    QTest::newRow("personal code") << QString::fromUtf8(qrOfMau);
    QTest::newRow("a signed poster") << QString::fromUtf8(
        PosterCode::make(u"https://checkin.example/v"_s, u"a"_s, u"4F7J2KQ"_s, SigningKey::generate())
            ->text());
    QTest::newRow("empty") << QString();
    QTest::newRow("too long") << u"https://venue.example/"_s + QString(300, u'x');
    QTest::newRow("control characters") << u"https://venue.example/\u0007"_s;
}

void TestVenueOffice::nobodysOwnCodeIsAdopted()
{
    QFETCH(const QString, text);
    const auto adopted = awaited(m_office->adopt(text));
    QVERIFY(!adopted);
    QCOMPARE(adopted.error().code, ErrorCode::WrongUse);
    QVERIFY(!awaited(m_office->load())->venue);
}

void TestVenueOffice::eachPosterHeldUpSaysWhatItIs()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    const QString gate = awaited(m_office->addLocation(u"Cổng A"_s))->code;
    const QByteArray first = awaited(m_office->issuePosters({gate}, false))->first().codeText;
    const QByteArray second = awaited(m_office->issuePosters({gate}, true))->first().codeText;
    QCOMPARE(reasonOf(first), u"poster-outdated"_s);
    QCOMPARE(reasonOf(second), u"poster-shown"_s);
    QVERIFY(awaited(m_office->venueRegister()->withdrawLocation(u"Cổng A"_s)).ok());
    QCOMPARE(reasonOf(second), u"poster-withdrawn"_s);
    QByteArray forged = second;
    forged[forged.size() - 20] = forged[forged.size() - 20] == 'A' ? 'B' : 'A';
    QCOMPARE(reasonOf(forged), u"poster-forged"_s);

    const ScanOutcome outcome = shown(first);
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Refused);
    QCOMPARE(outcome.reason, Reason::PosterOutdated);
    QCOMPARE(outcome.format, QString(formatid::venueCode));
}

void TestVenueOffice::aPassLetsItsVisitorInAndOut()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u" Trần Thị  Mẫu "_s;
    const auto pass = awaited(m_office->issuePass(draft, 2));
    QVERIFY(pass.ok());
    QVERIFY(!QString::fromLatin1(pass->codeText).contains(u"Mẫu"_s));
    const ScanOutcome came = shown(pass->codeText);
    QCOMPARE(came.kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(came.direction, Direction::In);
    QCOMPARE(came.format, QString(formatid::visitorPass));
    QCOMPARE(came.visitor.name, u"Trần Thị Mẫu"_s);
    m_clock->advance(60 * 60'000);
    const ScanOutcome left = shown(pass->codeText + "\r\n");
    QCOMPARE(left.kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(left.direction, Direction::Out);
    draft.visitor.name = QString(101, u'x');
    QVERIFY(!awaited(m_office->issuePass(draft, 1)));
    draft.visitor.name = u"\u200B"_s;
    QVERIFY(!awaited(m_office->issuePass(draft, 1)));
    draft.visitor.name = u"Mẫu"_s;
    QVERIFY(!awaited(m_office->issuePass(draft, 0)));
    QVERIFY(!awaited(m_office->issuePass(draft, 367)));
    QCOMPARE(awaited(m_office->load())->passes.size(), 1);
}

void TestVenueOffice::aPassCountsUntilItsLastDay()
{
    constexpr qint64 day = 24 * 60 * 60'000;
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const QByteArray text = awaited(m_office->issuePass(draft, 2))->codeText;
    m_clock->advance(day);
    QCOMPARE(reasonOf(text), QString());
    m_clock->advance(day);
    QCOMPARE(reasonOf(text), u"pass-expired"_s);
    const ScanOutcome outcome = shown(text);
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Refused);
    QCOMPARE(outcome.reason, Reason::PassExpired);
}

void TestVenueOffice::whoIsInsideIsLetOutWithAnExpiredPass()
{
    constexpr qint64 day = 24 * 60 * 60'000;
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Trần Thị Mẫu"_s;
    const QByteArray text = awaited(m_office->issuePass(draft, 1))->codeText;
    QCOMPARE(shown(text).direction, Direction::In);
    m_clock->advance(day);
    const ScanOutcome left = shown(text);
    QCOMPARE(left.kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(left.direction, Direction::Out);
    QCOMPARE(left.visitor.name, u"Trần Thị Mẫu"_s);
    QVERIFY(left.notices.contains(Reason::PassExpired));
    m_clock->advance(60 * 60'000);
    const ScanOutcome again = shown(text);
    QCOMPARE(again.kind, ScanOutcome::Kind::Refused);
    QCOMPARE(again.reason, Reason::PassExpired);
    QCOMPARE(again.visitor, VisitorData());
}

void TestVenueOffice::anExpiredPassLetsNobodyIn()
{
    constexpr qint64 day = 24 * 60 * 60'000;
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const QByteArray text = awaited(m_office->issuePass(draft, 1))->codeText;
    QCOMPARE(shown(text).direction, Direction::In);
    m_clock->advance(day);
    // Inside by the record, but at a device that only lets people in.
    const ScanOutcome outcome = shown(text, DirectionRule::In);
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Refused);
    QCOMPARE(outcome.reason, Reason::PassExpired);
}

void TestVenueOffice::aPassIsPrintedAgainWithTheSameCode()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const auto first = awaited(m_office->issuePass(draft, 2));
    const auto other = awaited(m_office->issuePass(draft, 2));
    const QString number = first->issued.pass.number;
    const auto again = awaited(m_office->signedPasses({other->issued.pass.number, number}));
    QVERIFY(again.ok());
    QCOMPARE(again->size(), 2);
    QCOMPARE(again->last().codeText, first->codeText);
    QCOMPARE(again->last().issued.visitor.name, u"Mẫu"_s);
    QVERIFY(awaited(m_office->venueRegister()->revokePass(number, m_clock->now())).ok());
    QCOMPARE(awaited(m_office->signedPasses({number})).error().code, ErrorCode::NotFound);
    m_clock->advance(2 * 24 * 60 * 60'000LL);
    QCOMPARE(awaited(m_office->signedPasses({other->issued.pass.number})).error().code, ErrorCode::NotFound);
}

void TestVenueOffice::aRevocationIsTakenBack()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const auto pass = awaited(m_office->issuePass(draft, 2));
    const QString number = pass->issued.pass.number;
    QVERIFY(awaited(m_office->venueRegister()->revokePass(number, m_clock->now())).ok());
    QCOMPARE(reasonOf(pass->codeText), u"pass-revoked"_s);
    QVERIFY(awaited(m_office->venueRegister()->restorePass(number)).ok());
    QCOMPARE(reasonOf(pass->codeText), QString());
    QCOMPARE(awaited(m_office->venueRegister()->restorePass(u"none"_s)).error().code, ErrorCode::NotFound);
}

void TestVenueOffice::postersCheckedBeforeTheCameraAreNoRefusals()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    const QByteArray text = awaited(m_office->issuePosters({QString()}, false))->first().codeText;
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const QByteArray pass = awaited(m_office->issuePass(draft, 1))->codeText;
    CheckpointDesk desk(m_store.get(), m_clock.get(), true);
    desk.setVenueTrust(venueTrustOf(*awaited(m_office->load())));
    QSignalSpy announced(&desk, &CheckpointDesk::announced);
    desk.setPostersIgnored(true);
    desk.take(scanOf(text));
    desk.take(scanOf(pass)); // visitors go on
    QTRY_COMPARE(announced.count(), 1);
    QCOMPARE(announced[0][0].value<ScanOutcome>().kind, ScanOutcome::Kind::Recorded);
    desk.setPostersIgnored(false);
    m_clock->advance(5'000);
    desk.take(scanOf(text));
    QTRY_COMPARE(announced.count(), 2);
    QCOMPARE(announced[1][0].value<ScanOutcome>().reason, Reason::PosterShown);
}

void TestVenueOffice::aRevokedPassNamesNobody()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const auto pass = awaited(m_office->issuePass(draft, 2));
    QVERIFY(awaited(m_office->venueRegister()->revokePass(pass->issued.pass.number, m_clock->now())).ok());
    const ScanOutcome outcome = shown(pass->codeText);
    QCOMPARE(outcome.reason, Reason::PassRevoked);
    QCOMPARE(outcome.visitor, VisitorData());
    QByteArray forged = pass->codeText;
    forged[180] = forged[180] == '1' ? '2' : '1';
    QCOMPARE(reasonOf(forged), u"pass-forged"_s);
}

void TestVenueOffice::aPassOfAnotherDeskOfTheVenueCounts()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    const auto file = awaited(m_office->venueRegister()->exported(u"Cổng chính 2026"_s));
    QVERIFY(file.ok());
    // Issued after the other desk took the file over: its register does not have it.
    PassDraft draft;
    draft.visitor.name = u"Mẫu"_s;
    const QByteArray pass = awaited(m_office->issuePass(draft, 1))->codeText;
    const QByteArray poster = awaited(m_office->issuePosters({QString()}, false))->first().codeText;
    cleanup();
    init();
    QCOMPARE(reasonOf(pass), u"pass-foreign"_s);
    QCOMPARE(reasonOf(poster), u"poster-unknown"_s);
    QVERIFY(
        awaited(m_office->venueRegister()->import(*file, u"Cổng chính 2026"_s, false, m_clock->now())).ok());
    QCOMPARE(reasonOf(pass), QString());
    QCOMPARE(reasonOf(poster), u"poster-unknown"_s);
    QCOMPARE(shown(pass).kind, ScanOutcome::Kind::Recorded);
}

void TestVenueOffice::otherCodesStayAsTheyAre()
{
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    QCOMPARE(reasonOf(cardOfNghiem), QString());
    QCOMPARE(reasonOf(poster), u"venue-code"_s);
    QCOMPARE(reasonOf("something"), u"unknown-code"_s);
}

void TestVenueOffice::theLongestPosterFitsIntoVersion11AtLevelQ()
{
    // A venue code of 20 characters in the longest address, the longest place code, and a serial.
    const QString address = u"https://"_s + QString(65 - 8 - 21, u'h') + u'/' + QString(20, u'W');
    const SigningKey key = SigningKey::generate();
    const QByteArray longest = PosterCode::make(address, u"floor2li"_s, u"4F7J2KQ"_s, key)->text();
    QCOMPARE(versionOf(longest), 11);
    QCOMPARE(readBack(longest), longest);

    // The usual one, of a venue without a platform.
    QVERIFY(awaited(m_office->keepVenue(venue())).ok());
    QVERIFY(versionOf(awaited(m_office->issuePosters({QString()}, false))->first().codeText) <= 10);
}

void TestVenueOffice::aPassFitsIntoVersion7AtLevelQ()
{
    const QByteArray pass =
        PassCode::make(u"9QX7K3M2H4"_s, QDate(2026, 11, 21), SigningKey::generate())->text().toLatin1();
    QCOMPARE(versionOf(pass), 7);
    QCOMPARE(readBack(pass), pass);
}

QTEST_GUILESS_MAIN(TestVenueOffice)
#include "tst_venueoffice.moc"
