#include "core/store/sealedfile.h"
#include "core/store/venueregister.h"
#include "core/store/venuesnapshot.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/store/storefixture.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace storetest;
using faultyvfs::Fault;

/// The venue of a folder: what is kept, which posters and passes count, and how it all gets to another desk.
class TestVenueRegister : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aVenueComesBackAsItWasKept();
    void theContactNeverLiesInTheFileInTheClear();
    void theFirstKeyStays();
    void rulesAreKept();
    void placesAreTheSameInAnyCase();
    void aWithdrawnPlaceTakesItsPostersWithIt();
    void whatIsPrintedAgainUnchangedKeepsItsSerial();
    void aNewPosterReplacesTheOneOfItsPlaceAlone();
    void anotherCodeOutdatesEveryPoster();
    void noPosterWithoutAVenueOrForAPlaceThatIsNotThere();
    void aPassIsKnownAsItsVisitor();
    void aPassForSomebodyKnownIsTheSamePerson();
    void aRevokedPassStaysRevoked();
    void everythingReachesAnotherDesk();
    void importingAgainAddsNothing();
    void theTrustListGoesAlongAndReplacesNoKey();
    void theWorseStateStandsAfterAnImport();
    void theNewerVenueStandsAfterAnImport();
    void placesOfTheSameCodeStayApart();
    void anotherVenueWithPostersIsNotReplacedUnasked();
    void aWrongPassphraseChangesNothing();
    void everyDamageOfTheFileIsFound();
    void aNewerFileIsSaidToBeNewer();
    void aSecondProgramMayOnlyRead();
    void writingIsWholeOrNothing_data();
    void writingIsWholeOrNothing();

private:
    const QString m_passphrase = u"Cổng chính 2026"_s;
};

namespace {

const QDate today(2026, 11, 21);
constexpr qsizetype magicSize = 8; // of a sealed file

Venue hospital()
{
    Venue venue;
    venue.code = u"7K3M92QXH4"_s;
    venue.address = u"https://checkpoint.invalid/7K3M92QXH4"_s;
    venue.name = u"Bệnh viện Mẫu"_s;
    venue.category = VenueCategory::Hospital;
    venue.province = u"Hà Nội"_s;
    venue.commune = u"Phường Mẫu"_s;
    venue.street = u"Số 1 Phố Giả Định"_s;
    venue.contactName = u"Lê Thị Giả Lập"_s;
    venue.contactPhone = u"+84900000001"_s;
    venue.openingHours = *OpeningHours::fromString(u"Mo-Fr 07:00-17:00"_s);
    venue.capacity = 120;
    return venue;
}

VenueKeyPair key(char fill)
{
    return {QByteArray(32, fill), QByteArray(32, char(fill + 1)), true};
}

/// Waits for an answer that comes by way of the event loop.
template <typename T> T settled(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
        qFatal("no answer");
    return future.result();
}

/// A folder with its register.
struct Desk
{
    explicit Desk(const QString &folder, StoreMode mode = StoreMode::ReadWrite) : store(folder, mode) {}

    OpenStore store;
    VenueRegister venue{&store.store};

    VenueRecord record()
    {
        const auto loaded = settled(venue.load());
        return loaded ? *loaded : VenueRecord();
    }
    Result<void> keep(const Venue &said, char fill = 'a', qint64 minutes = 0)
    {
        return settled(venue.saveVenue(said, key(fill), at(minutes)));
    }
    Location add(const QString &name) { return *settled(venue.addLocation(name)); }
    IssuedPoster issue(const QString &code, bool renew = false)
    {
        const auto issued = settled(venue.issuePosters({code}, today, renew));
        return issued ? issued->first() : IssuedPoster();
    }
    Result<RegisteredPass> pass(const QString &name, qint64 minutes = 0)
    {
        PassDraft draft;
        draft.visitor.name = name;
        draft.issuedOn = today;
        draft.validUntil = today;
        return settled(venue.issuePass(draft, at(minutes)));
    }
    Result<VenueImport> import(const QByteArray &file, const QString &passphrase, bool replace = false)
    {
        return settled(venue.import(file, passphrase, replace, at(500)));
    }
    PosterState stateOf(const QString &serial)
    {
        for (const Poster &poster : record().posters) {
            if (poster.serial == serial)
                return poster.state;
        }
        qFatal("no such poster");
    }
};

} // namespace

void TestVenueRegister::initTestCase()
{
    QVERIFY(faultyvfs::install());
}

void TestVenueRegister::aVenueComesBackAsItWasKept()
{
    const QTemporaryDir folder(quickFolder());
    {
        Desk desk(folder.path());
        QVERIFY(!desk.record().venue);
        QSignalSpy changed(&desk.venue, &VenueRegister::changed);
        VERIFY_OK(desk.keep(hospital()));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(desk.record().venue, hospital());
    }
    Desk again(folder.path());
    QCOMPARE(again.record().venue, hospital());
    QCOMPARE(again.record().addresses, QStringList{hospital().address});
    Venue changed = hospital();
    changed.district = u"Quận Thử"_s;
    changed.contactName.clear();
    changed.contactPhone.clear();
    changed.category.reset();
    VERIFY_OK(again.keep(changed));
    QCOMPARE(again.record().venue, changed);
}

void TestVenueRegister::theContactNeverLiesInTheFileInTheClear()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    VERIFY_OK(desk.pass(u"Trần Thị Mẫu"_s));
    const QByteArray file = *settled(desk.venue.exported(m_passphrase));
    for (const QByteArray &bytes : {rawBytes(folder.path()), file}) {
        QVERIFY(!bytes.contains(hospital().contactName.toUtf8()));
        QVERIFY(!bytes.contains("900000001"));
        QVERIFY(!bytes.contains(key('a').seed));
        QVERIFY(!bytes.contains("Trần Thị Mẫu"));
    }
    QVERIFY(rawBytes(folder.path()).contains(hospital().name.toUtf8())); // looked in the right place
    QVERIFY(!file.contains(hospital().name.toUtf8()));
}

void TestVenueRegister::theFirstKeyStays()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    COMPARE_CODE(settled(desk.venue.signer()), "not-found");
    VERIFY_OK(desk.keep(hospital(), 'a'));
    VERIFY_OK(desk.keep(hospital(), 'x'));
    QCOMPARE(desk.record().publicKeys, QList<QByteArray>{key('a').publicKey});
    QCOMPARE(settled(desk.venue.signer())->seed, key('a').seed);
    QCOMPARE(settled(desk.venue.signer())->venue, hospital());
}

void TestVenueRegister::rulesAreKept()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    QCOMPARE(desk.record().rules, VenueRules());
    VenueRules rules;
    rules.purpose = FieldRule::Required;
    rules.automaticExitAt = QTime(23, 0);
    VERIFY_OK(settled(desk.venue.saveRules(rules, at(0))));
    QCOMPARE(desk.record().rules, rules);
}

void TestVenueRegister::placesAreTheSameInAnyCase()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    const Location gate = desk.add(u"Cổng Đông"_s);
    QCOMPARE(gate, (Location{u"congdong"_s, u"Cổng Đông"_s, false}));
    QCOMPARE(desk.add(u"CỔNG ĐÔNG"_s), gate);
    QCOMPARE(desk.add(u"Cong Dong"_s).code, u"congdon2"_s); // other letters, another place
    QCOMPARE(desk.record().locations.size(), 2);
    COMPARE_CODE(settled(desk.venue.withdrawLocation(u"cổng đông"_s)), "ok");
    QVERIFY(desk.record().locations.first().withdrawn);
    QCOMPARE(desk.add(u"cổng Đông"_s), gate); // back again
    QVERIFY(!desk.record().locations.first().withdrawn);
    COMPARE_CODE(settled(desk.venue.withdrawLocation(u"Cổng Tây"_s)), "not-found");
}

void TestVenueRegister::aWithdrawnPlaceTakesItsPostersWithIt()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    const QString lift = desk.add(u"Thang máy"_s).code;
    const QString outdated = desk.issue(gate).poster.serial;
    const QString hanging = desk.issue(gate, true).poster.serial;
    const QString other = desk.issue(lift).poster.serial;
    VERIFY_OK(settled(desk.venue.withdrawLocation(u"Cổng A"_s)));
    QCOMPARE(desk.stateOf(outdated), PosterState::Replaced);
    QCOMPARE(desk.stateOf(hanging), PosterState::Withdrawn);
    QCOMPARE(desk.stateOf(other), PosterState::Valid);
    COMPARE_CODE(settled(desk.venue.issuePosters({gate}, today, false)), "not-found");
    VERIFY_OK(settled(desk.venue.withdrawPoster(other)));
    QCOMPARE(desk.stateOf(other), PosterState::Withdrawn);
    COMPARE_CODE(settled(desk.venue.withdrawPoster(u"0000000"_s)), "not-found");
}

void TestVenueRegister::whatIsPrintedAgainUnchangedKeepsItsSerial()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    const IssuedPoster first = desk.issue(gate);
    QVERIFY(first.fresh);
    QCOMPARE(first.poster.version, 1);
    QCOMPARE(first.poster.issuedOn, today);
    QCOMPARE(first.location.name, u"Cổng A"_s);
    const IssuedPoster again = desk.issue(gate);
    QVERIFY(!again.fresh);
    QCOMPARE(again.poster, first.poster);

    Venue moved = hospital();
    moved.contactPhone = u"+84900000002"_s; // not printed
    VERIFY_OK(desk.keep(moved));
    QCOMPARE(desk.issue(gate).poster.serial, first.poster.serial);
    moved.name = u"Bệnh viện Mẫu 2"_s;
    VERIFY_OK(desk.keep(moved));
    QCOMPARE(desk.stateOf(first.poster.serial), PosterState::Valid); // still hangs and still leads here
    QCOMPARE(desk.issue(gate).poster.version, 2);
    QCOMPARE(desk.stateOf(first.poster.serial), PosterState::Replaced);
}

void TestVenueRegister::aNewPosterReplacesTheOneOfItsPlaceAlone()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    const QString whole = desk.issue({}).poster.serial;
    const IssuedPoster first = desk.issue(gate);
    const IssuedPoster second = desk.issue(gate, true);
    QCOMPARE(second.poster.version, 2);
    QVERIFY(second.poster.serial != first.poster.serial);
    QCOMPARE(desk.stateOf(first.poster.serial), PosterState::Replaced);
    QCOMPARE(desk.stateOf(second.poster.serial), PosterState::Valid);
    QCOMPARE(desk.stateOf(whole), PosterState::Valid);
    const QString next = desk.issue({}, true).poster.serial;
    QCOMPARE(desk.stateOf(whole), PosterState::Replaced);
    QCOMPARE(desk.stateOf(next), PosterState::Valid);
}

void TestVenueRegister::anotherCodeOutdatesEveryPoster()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString serial = desk.issue({}).poster.serial;
    Venue registered = hospital();
    registered.codeKind = VenueCodeKind::Platform;
    registered.code = u"HN-001"_s;
    registered.address = u"https://checkin.example/v/HN-001"_s;
    VERIFY_OK(desk.keep(registered));
    QCOMPARE(desk.stateOf(serial), PosterState::Replaced);
    // The old address is still known as the venue's own.
    QCOMPARE(desk.record().addresses, (QStringList{registered.address, hospital().address}));
}

void TestVenueRegister::noPosterWithoutAVenueOrForAPlaceThatIsNotThere()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    COMPARE_CODE(settled(desk.venue.issuePosters({QString()}, today, false)), "not-found");
    COMPARE_CODE(desk.pass(u"Mẫu"_s), "not-found");
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    COMPARE_CODE(settled(desk.venue.issuePosters({gate, u"nowhere"_s}, today, false)), "not-found");
    QVERIFY(desk.record().posters.isEmpty());
}

void TestVenueRegister::aPassIsKnownAsItsVisitor()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const auto pass = desk.pass(u"Trần Thị Mẫu"_s);
    VERIFY_OK(pass);
    VisitorData scanned;
    scanned.pass = pass->pass.number;
    const PersonMatch found = match(desk.store, scanned);
    QCOMPARE(found.visitorId, pass->visitorId);
    QCOMPARE(found.known.name, u"Trần Thị Mẫu"_s);
    VERIFY_OK(await(desk.store->record(in(scanned, 1))));
    QCOMPARE(allEntries(desk.store).first().visitor.name, u"Trần Thị Mẫu"_s);
    QVERIFY(match(desk.store, scanned).openVisitEntry.has_value());

    const auto listed = settled(desk.venue.passes());
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().pass, pass->pass);
    QCOMPARE(listed->first().visitor.name, u"Trần Thị Mẫu"_s);
}

void TestVenueRegister::aPassForSomebodyKnownIsTheSamePerson()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const auto recorded = await(desk.store->record(in(cardP01(), 0)));
    PassDraft draft;
    draft.visitorId = recorded->entry.visitorId;
    draft.issuedOn = draft.validUntil = today;
    const auto pass = settled(desk.venue.issuePass(draft, at(1)));
    VERIFY_OK(pass);
    QCOMPARE(pass->visitor.name, cardP01().name);
    VisitorData scanned;
    scanned.pass = pass->pass.number;
    QCOMPARE(match(desk.store, scanned).visitorId, recorded->entry.visitorId);
    QVERIFY(match(desk.store, scanned).openVisitEntry.has_value()); // leaves with the pass
    draft.visitorId = newRandomId();
    COMPARE_CODE(settled(desk.venue.issuePass(draft, at(1))), "not-found");
}

void TestVenueRegister::aRevokedPassStaysRevoked()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString number = desk.pass(u"Mẫu"_s)->pass.number;
    VERIFY_OK(settled(desk.venue.revokePass(number, at(1))));
    VERIFY_OK(settled(desk.venue.revokePass(number, at(2))));
    QVERIFY(desk.record().passes.first().revoked);
    COMPARE_CODE(settled(desk.venue.revokePass(u"0000000000"_s, at(1))), "not-found");
}

// ---- to another desk

void TestVenueRegister::everythingReachesAnotherDesk()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    COMPARE_CODE(settled(desk.venue.exported(m_passphrase)), "not-found");
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    desk.issue(gate);
    desk.issue(gate, true);
    VERIFY_OK(desk.pass(u"Mẫu"_s));
    VenueRules rules;
    rules.host = FieldRule::Optional;
    VERIFY_OK(settled(desk.venue.saveRules(rules, at(0))));
    COMPARE_CODE(settled(desk.venue.exported(u"short"_s)), "wrong-use");
    const auto file = settled(desk.venue.exported(m_passphrase));
    VERIFY_OK(file);

    Desk other(there.path());
    // Somebody had begun to set up the second desk as a venue of its own.
    Venue begun = hospital();
    begun.address = u"https://checkpoint.invalid/OTHER"_s;
    VERIFY_OK(other.keep(begun, 'p', 100));
    const auto imported = other.import(*file, m_passphrase);
    VERIFY_OK(imported);
    QCOMPARE(imported->venueName, hospital().name);
    QCOMPARE(imported->locations, 1);
    QCOMPARE(imported->posters, 2);
    QCOMPARE(imported->passes, 1);
    const VenueRecord left = desk.record();
    const VenueRecord right = other.record();
    QCOMPARE(right.venue, left.venue);
    QCOMPARE(right.rules, left.rules);
    QCOMPARE(right.locations, left.locations);
    QCOMPARE(right.posters, left.posters);
    QCOMPARE(right.passes, left.passes);
    QCOMPARE(right.publicKeys.first(), key('a').publicKey); // what is printed there now is known here
    QCOMPARE(settled(other.venue.signer())->seed, key('a').seed);
    QVERIFY(right.publicKeys.contains(key('p').publicKey)); // and what was printed there before
    QCOMPARE(other.issue(gate, true).poster.version, 3);
}

void TestVenueRegister::importingAgainAddsNothing()
{
    const QTemporaryDir here(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital()));
    desk.issue(desk.add(u"Cổng A"_s).code);
    VERIFY_OK(desk.pass(u"Mẫu"_s));
    const VenueRecord before = desk.record();
    const auto imported = desk.import(*settled(desk.venue.exported(m_passphrase)), m_passphrase);
    VERIFY_OK(imported);
    QCOMPARE(imported->locations + imported->posters + imported->passes, 0);
    QCOMPARE(desk.record().posters, before.posters);
    QCOMPARE(desk.record().passes, before.passes);
    QCOMPARE(desk.record().locations, before.locations);
    QCOMPARE(settled(desk.venue.passes())->first().visitor.name, u"Mẫu"_s);
}

void TestVenueRegister::theTrustListGoesAlongAndReplacesNoKey()
{
    const TrustedKey ministry{"ministry", "a key in DER", u"Bộ Y tế"_s, QDate(2030, 12, 31)};
    const TrustedKey theirs{"shared", "their key", {}, {}};
    const TrustedKey ours{"shared", "our key", {}, {}};
    const QTemporaryDir folder(quickFolder());
    const QTemporaryDir elsewhere(quickFolder());
    Desk desk(folder.path());
    Desk other(elsewhere.path());
    VERIFY_OK(desk.keep(hospital()));
    VERIFY_OK(settled(desk.venue.addTrustedKeys({ministry, theirs})));
    VERIFY_OK(settled(other.venue.addTrustedKeys({ours})));
    VERIFY_OK(other.import(*settled(desk.venue.exported(m_passphrase)), m_passphrase));
    QCOMPARE(other.record().trustedKeys, (QList<TrustedKey>{ministry, ours}));
}

void TestVenueRegister::theWorseStateStandsAfterAnImport()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString gate = desk.add(u"Cổng A"_s).code;
    const QString lift = desk.add(u"Thang máy"_s).code;
    const QString atGate = desk.issue(gate).poster.serial;
    const QString atLift = desk.issue(lift).poster.serial;
    const QString pass = desk.pass(u"Mẫu"_s)->pass.number;
    const QByteArray early = *settled(desk.venue.exported(m_passphrase));
    Desk other(there.path());
    VERIFY_OK(other.import(early, m_passphrase));

    VERIFY_OK(settled(desk.venue.withdrawLocation(u"Cổng A"_s)));
    desk.issue(lift, true);
    VERIFY_OK(settled(desk.venue.revokePass(pass, at(9))));
    VERIFY_OK(other.import(*settled(desk.venue.exported(m_passphrase)), m_passphrase));
    QCOMPARE(other.stateOf(atGate), PosterState::Withdrawn);
    QCOMPARE(other.stateOf(atLift), PosterState::Replaced);
    QVERIFY(other.record().passes.first().revoked);
    QVERIFY(other.record().locations.first().withdrawn);

    // The old file takes nothing of that back.
    VERIFY_OK(other.import(early, m_passphrase));
    QCOMPARE(other.stateOf(atGate), PosterState::Withdrawn);
    QCOMPARE(other.stateOf(atLift), PosterState::Replaced);
    QVERIFY(other.record().passes.first().revoked);
}

void TestVenueRegister::theNewerVenueStandsAfterAnImport()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital(), 'a', 0));
    const QByteArray old = *settled(desk.venue.exported(m_passphrase));
    Desk other(there.path());
    VERIFY_OK(other.import(old, m_passphrase));
    Venue renamed = hospital();
    renamed.name = u"Bệnh viện Mẫu mới"_s;
    VERIFY_OK(other.keep(renamed, 'x', 10));
    VERIFY_OK(other.import(old, m_passphrase));
    QCOMPARE(other.record().venue->name, renamed.name);
    VERIFY_OK(desk.import(*settled(other.venue.exported(m_passphrase)), m_passphrase));
    QCOMPARE(desk.record().venue->name, renamed.name);
}

void TestVenueRegister::placesOfTheSameCodeStayApart()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital()));
    const QString serial = desk.issue(desk.add(u"Cổng A"_s).code).poster.serial;
    Desk other(there.path());
    QCOMPARE(other.add(u"Công A"_s).code, u"conga"_s);
    VERIFY_OK(other.import(*settled(desk.venue.exported(m_passphrase)), m_passphrase));
    const VenueRecord record = other.record();
    QCOMPARE(record.locations.size(), 2);
    QCOMPARE(record.locations.last(), (Location{u"conga2"_s, u"Cổng A"_s, false}));
    QCOMPARE(record.posters.first().serial, serial);
    QCOMPARE(record.posters.first().locationCode, u"conga2"_s); // follows the name of its place
}

void TestVenueRegister::anotherVenueWithPostersIsNotReplacedUnasked()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital()));
    const QByteArray file = *settled(desk.venue.exported(m_passphrase));
    Desk other(there.path());
    Venue school = hospital();
    school.name = u"Trường Mẫu"_s;
    school.address = u"https://checkpoint.invalid/SCHOOL"_s;
    VERIFY_OK(other.keep(school, 's', 100));
    const QString serial = other.issue({}).poster.serial;
    COMPARE_CODE(other.import(file, m_passphrase), "wrong-use");
    QCOMPARE(other.record().venue, school);
    QCOMPARE(other.record().publicKeys.size(), 1);
    QCOMPARE(other.stateOf(serial), PosterState::Valid);

    VERIFY_OK(other.import(file, m_passphrase, true));
    QCOMPARE(other.record().venue, hospital());
    QCOMPARE(other.stateOf(serial), PosterState::Replaced);
}

void TestVenueRegister::aWrongPassphraseChangesNothing()
{
    const QTemporaryDir here(quickFolder());
    const QTemporaryDir there(quickFolder());
    Desk desk(here.path());
    VERIFY_OK(desk.keep(hospital()));
    const QByteArray file = *settled(desk.venue.exported(m_passphrase));
    Desk other(there.path());
    COMPARE_CODE(other.import(file, u"Cổng chính 2025"_s), "passphrase-wrong");
    COMPARE_CODE(other.import("no such file", m_passphrase), "source-unreadable");
    COMPARE_CODE(other.import({}, m_passphrase), "source-unreadable");
    QVERIFY(!other.record().venue);
    // The same words from a keyboard that puts letters and marks together in another way.
    VERIFY_OK(other.import(file, m_passphrase.normalized(QString::NormalizationForm_D)));
}

void TestVenueRegister::everyDamageOfTheFileIsFound()
{
    const auto file = sealedByPassphrase("a venue", m_passphrase);
    VERIFY_OK(file);
    QCOMPARE(*openedByPassphrase(*file, m_passphrase), QByteArray("a venue"));
    QVERIFY(*sealedByPassphrase("a venue", m_passphrase) != *file); // nothing shows that both are the same
    for (qsizetype i = 0; i < file->size(); ++i) {
        QByteArray changed = *file;
        changed[i] = char(changed[i] ^ 0x10);
        const QString code = codeOf(openedByPassphrase(changed, m_passphrase));
        QString expected = u"file-damaged"_s;
        if (i < magicSize)
            expected = u"source-unreadable"_s;
        else if (i == magicSize) // the number of the way of sealing
            expected = u"file-newer"_s;
        QVERIFY2(code == expected, qPrintable(u"byte %1: %2"_s.arg(i).arg(code)));
        const QString cut = codeOf(openedByPassphrase(file->left(i), m_passphrase));
        QVERIFY2(cut == (i < magicSize ? u"source-unreadable"_s : u"file-damaged"_s), qPrintable(cut));
    }
    // Sealed as it should be, but what is inside is no venue.
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    COMPARE_CODE(desk.import(*file, m_passphrase), "file-damaged");
}

void TestVenueRegister::aNewerFileIsSaidToBeNewer()
{
    QByteArray file = *sealedByPassphrase("x", m_passphrase);
    file[magicSize] = 2;
    COMPARE_CODE(openedByPassphrase(file, m_passphrase), "file-newer");

    VenueSnapshot snapshot;
    snapshot.venueId = newRandomId();
    snapshot.venue = hospital();
    snapshot.keys = {key('a')};
    const QByteArray cbor = toCbor(snapshot);
    QCOMPARE(*venueSnapshotFromCbor(cbor), snapshot);
    QByteArray newer = cbor;
    const qsizetype version = newer.indexOf("version") + 7;
    newer[version] = 2;
    COMPARE_CODE(venueSnapshotFromCbor(newer), "file-newer");
    COMPARE_CODE(venueSnapshotFromCbor("no cbor"), "file-damaged");
    snapshot.locations = {{u"../etc"_s, u"Cổng A"_s, false}};
    COMPARE_CODE(venueSnapshotFromCbor(toCbor(snapshot)), "file-damaged");
}

// ---- when writing is not possible

void TestVenueRegister::aSecondProgramMayOnlyRead()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    VERIFY_OK(desk.keep(hospital()));
    Desk beside(folder.path(), StoreMode::ReadOnly);
    QCOMPARE(beside.record().venue, hospital());
    COMPARE_CODE(beside.keep(hospital()), "read-only");
    COMPARE_CODE(settled(beside.venue.addLocation(u"Cổng A"_s)), "read-only");
    VERIFY_OK(settled(beside.venue.exported(m_passphrase)));
}

void TestVenueRegister::writingIsWholeOrNothing_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("work");
    const QList<QByteArray> works{"keep", "posters", "withdraw", "pass", "import"};
    for (int work = 0; work < works.size(); ++work)
        QTest::newRow(("broken: " + works[work]).constData()) << int(Fault::Broken) << work;
    QTest::newRow("full: posters") << int(Fault::Full) << 1;
    QTest::newRow("full: pass") << int(Fault::Full) << 3;
}

void TestVenueRegister::writingIsWholeOrNothing()
{
    QFETCH(const int, fault);
    QFETCH(const int, work);
    const QTemporaryDir base(quickFolder());
    QString gate;
    {
        Desk desk(base.path());
        VERIFY_OK(desk.keep(hospital()));
        gate = desk.add(u"Cổng A"_s).code;
        desk.issue(gate);
        VERIFY_OK(desk.pass(u"Mẫu"_s));
    }
    VenueSnapshot snapshot;
    snapshot.venueId = newRandomId();
    snapshot.venue = hospital();
    snapshot.venue->name = u"Bệnh viện khác"_s;
    snapshot.venueChangedMs = at(999).utcMs;
    snapshot.keys = {key('z')};
    snapshot.locations = {{u"north"_s, u"Cổng Bắc"_s, false}};
    snapshot.posters = {{u"4F7J2KQ"_s, u"north"_s, today, 1, PosterState::Valid}};
    const QByteArray file = work == 4 ? *sealedByPassphrase(toCbor(snapshot), m_passphrase) : QByteArray();
    const QList<std::function<QString(Desk &)>> works{
        [](Desk &desk) {
            Venue moved = hospital();
            moved.address += u'2';
            return codeOf(desk.keep(moved));
        },
        [&](Desk &desk) {
            return codeOf(settled(desk.venue.issuePosters({gate, {}}, today, true)));
        },
        [](Desk &desk) { return codeOf(settled(desk.venue.withdrawLocation(u"Cổng A"_s))); },
        [](Desk &desk) { return codeOf(desk.pass(u"Lập"_s)); },
        [&](Desk &desk) { return codeOf(desk.import(file, m_passphrase, true)); },
    };
    const auto image = [](Desk &desk) {
        const VenueRecord record = desk.record();
        VenueSnapshot shown;
        shown.venue = record.venue;
        shown.addresses = record.addresses;
        shown.locations = record.locations;
        shown.posters = record.posters;
        shown.passes = record.passes;
        for (const QByteArray &each : record.publicKeys)
            shown.keys.append({each, each, false});
        return shown;
    };
    int failures = 0;
    // Taking in a passphrase lasts a second: every seventh access of an import will do.
    for (int n = 1, step = work == 4 ? 7 : 1;; n += step) {
        QVERIFY2(n < 2000, "never gets through");
        const QTemporaryDir folder(quickFolder());
        QVERIFY(QFile::copy(EntryStore::databasePath(base.path()), EntryStore::databasePath(folder.path())));
        Desk desk(folder.path());
        VERIFY_OK(desk.store.unlocked);
        const VenueSnapshot before = image(desk);
        faultyvfs::failAccess(n, Fault(fault), false);
        const QString answer = works[work](desk);
        const bool struck = faultyvfs::heal();
        QVERIFY2(answer == u"ok"_s || struck, qPrintable(answer));
        failures += answer != u"ok"_s;
        if (answer == u"ok"_s)
            QVERIFY2(image(desk) != before, qPrintable(QString::number(n)));
        else
            QVERIFY2(image(desk) == before, qPrintable(u"access %1: %2"_s.arg(n).arg(answer)));
        VERIFY_OK(await(desk.store->check()));
        if (!struck)
            break;
    }
    QVERIFY(failures >= 1);
}

QTEST_GUILESS_MAIN(TestVenueRegister)
#include "tst_venue.moc"
