#include "core/desk/venueoffice.h"

#include "core/base/ids.h"
#include "core/codes/formatcatalog.h"
#include "core/signing/passcode.h"
#include "core/signing/postercode.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int localCodeLength = 10;

template <typename T> Future<Result<T>> answered(const Error &error)
{
    return readyFuture(Result<T>(error));
}

Error wrong(const QString &detail)
{
    return {ErrorCode::WrongUse, detail};
}

Venue tidied(Venue venue)
{
    venue.code = tidyText(VenueField::Code, venue.code);
    venue.name = tidyText(VenueField::Name, venue.name);
    venue.province = tidyText(VenueField::Province, venue.province);
    venue.district = tidyText(VenueField::District, venue.district);
    venue.commune = tidyText(VenueField::Commune, venue.commune);
    venue.street = tidyText(VenueField::Street, venue.street);
    venue.contactName = tidyText(VenueField::ContactName, venue.contactName);
    return venue;
}

QString fieldName(VenueField field)
{
    switch (field) {
    case VenueField::Name:
        return u"the name"_s;
    case VenueField::Province:
        return u"the province"_s;
    case VenueField::District:
        return u"the district"_s;
    case VenueField::Commune:
        return u"the commune"_s;
    case VenueField::Street:
        return u"the street"_s;
    case VenueField::ContactName:
        return u"the contact's name"_s;
    case VenueField::VisitorName:
        return u"the visitor's name"_s;
    case VenueField::LocationName:
        return u"the location's name"_s;
    case VenueField::AdoptedText:
        return u"the text of the code"_s;
    case VenueField::Address:
        return u"the venue's address at the platform"_s;
    case VenueField::Code:
        return u"the venue's code"_s;
    }
    Q_UNREACHABLE();
}

/// The key pair of a signer, whose seed is wiped.
Result<SigningKey> keyOf(VenueSigner &signer)
{
    Result<SigningKey> key = SigningKey::fromSeed(signer.seed);
    signer.seed.fill('\0');
    return key;
}

Result<QList<SignedPoster>> signedPosters(const QList<IssuedPoster> &issued, Result<VenueSigner> signer)
{
    if (!signer)
        return signer.error();
    const Result<SigningKey> key = keyOf(*signer);
    if (!key)
        return key.error();
    const Venue &venue = signer->venue;
    QList<SignedPoster> posters;
    for (const IssuedPoster &each : issued) {
        SignedPoster poster{each, venue.name, venue.codeKind == VenueCodeKind::Adopted, {}};
        if (poster.adopted) {
            poster.codeText = venue.adoptedText.toUtf8();
        } else {
            const auto code = PosterCode::make(venue.address, each.location.code, each.poster.serial, *key);
            if (!code)
                return code.error();
            poster.codeText = code->text();
        }
        posters.append(poster);
    }
    return posters;
}

Result<QList<SignedPass>> allSigned(const QList<RegisteredPass> &issued, Result<VenueSigner> signer)
{
    if (!signer)
        return signer.error();
    const Result<SigningKey> key = keyOf(*signer);
    if (!key)
        return key.error();
    QList<SignedPass> passes;
    for (const RegisteredPass &each : issued) {
        const auto code = PassCode::make(each.pass.number, each.pass.validUntil, *key);
        if (!code)
            return code.error();
        passes.append({each, signer->venue.name, code->text().toLatin1()});
    }
    return passes;
}

/// Those of the register with these numbers that count on a day.
Result<QList<RegisteredPass>> chosenPasses(const QList<RegisteredPass> &known, const QStringList &numbers,
                                           const QDate &today)
{
    QList<RegisteredPass> chosen;
    for (const QString &number : numbers) {
        const auto pass = std::ranges::find_if(known, [&](const RegisteredPass &each) {
            return each.pass.number == number && !each.pass.revoked && each.pass.validUntil >= today;
        });
        if (pass == known.end())
            return Error{ErrorCode::NotFound, u"there is no pass of this number that counts"_s};
        chosen.append(*pass);
    }
    return chosen;
}

/// What is wrong with the name on a pass or the days for which it is to count.
QString passComplaint(const PassDraft &draft, int days)
{
    const QString &name = draft.visitor.name;
    if (name.isEmpty() && !draft.visitorId)
        return u"the name is empty"_s;
    const auto error = wrongWith(VenueField::VisitorName, name);
    if (error)
        return VenueOffice::complaint(VenueFault{VenueField::VisitorName, *error});
    if (days < 1 || days > VenueOffice::mostPassDays)
        return u"a pass counts for 1 to %1 days"_s.arg(VenueOffice::mostPassDays);
    return {};
}

} // namespace

VenueOffice::VenueOffice(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent), m_register(store), m_clock(clock)
{
    connect(&m_register, &VenueRegister::changed, this, [this] {
        if (m_loading)
            load();
    });
}

QDate VenueOffice::today() const
{
    return m_clock->now().toDateTime().date();
}

QString VenueOffice::complaint(const std::optional<VenueFault> &fault)
{
    if (!fault)
        return {};
    const QString name = fieldName(fault->field);
    switch (fault->error) {
    case VenueError::Empty:
        return name + u" is empty"_s;
    case VenueError::TooLong:
        return u"%1 has more than %2 characters"_s.arg(name).arg(longestText(fault->field));
    case VenueError::ControlCharacters:
        return name + u" has characters that cannot be seen, such as a line break or a tab"_s;
    case VenueError::Unusable:
        return name + u" does not have the right form"_s;
    }
    Q_UNREACHABLE();
}

Future<Result<VenueRecord>> VenueOffice::load()
{
    m_loading = true;
    return m_register.load().then(this, [this](const Result<VenueRecord> &record) {
        if (record)
            emit loaded(*record);
        return record;
    });
}

// ---- the venue

Future<Result<void>> VenueOffice::keepVenue(const Venue &venue)
{
    Venue kept = tidied(venue);
    if (kept.codeKind == VenueCodeKind::Local) {
        if (kept.code.isEmpty())
            kept.code = newSerial(localCodeLength);
        kept.address = localVenueAddress(kept.code);
    }
    if (const auto fault = faultOf(kept))
        return answered<void>(wrong(complaint(fault)));
    return keep(kept);
}

Future<Result<void>> VenueOffice::keep(const Venue &venue)
{
    // Made in any case: the store takes it if the venue has none yet.
    const SigningKey key = SigningKey::generate();
    return m_register.saveVenue(venue, {key.verifyingKey().bytes(), key.seed(), true}, m_clock->now());
}

Future<Result<void>> VenueOffice::takePlatformCode(const QString &code, const QString &address)
{
    return m_register.load().then(this, [this, code, address](const Result<VenueRecord> &record) {
        if (!record)
            return answered<void>(record.error());
        if (!record->venue || record->venue->codeKind != VenueCodeKind::Local)
            return readyFuture(Result<void>());
        Venue venue = *record->venue;
        venue.code = code;
        venue.codeKind = VenueCodeKind::Platform;
        venue.address = address;
        return keepVenue(venue);
    });
}

Future<Result<void>> VenueOffice::adopt(const QString &text)
{
    if (const auto error = wrongWith(VenueField::AdoptedText, text))
        return answered<void>(wrong(complaint(VenueFault{VenueField::AdoptedText, *error})));
    const VisitorCode code = readCode(text.toUtf8());
    if (code.format != formatid::venueCode && code.format != formatid::unknown)
        return answered<void>(wrong(u"this is no venue's code but the kind “%1”"_s.arg(code.format)));
    if (PosterCode::parse(text.toUtf8()))
        return answered<void>(
            wrong(u"a desk signed this poster for one place; “venue import” takes over that desk's venue"_s));
    return m_register.load().then(this, [this, text](const Result<VenueRecord> &record) {
        if (!record)
            return answered<void>(record.error());
        Venue venue = record->venue.value_or(Venue());
        venue.codeKind = VenueCodeKind::Adopted;
        venue.adoptedText = text;
        venue.code.clear();
        venue.address.clear();
        return keep(venue);
    });
}

Future<Result<Location>> VenueOffice::addLocation(const QString &name)
{
    const QString tidy = tidyText(VenueField::LocationName, name);
    if (const auto error = wrongWith(VenueField::LocationName, tidy))
        return answered<Location>(wrong(complaint(VenueFault{VenueField::LocationName, *error})));
    return m_register.addLocation(tidy);
}

// ---- posters and passes

Future<Result<QList<SignedPoster>>> VenueOffice::issuePosters(const QStringList &locationCodes, bool renew)
{
    // The register first: no signed text may exist of which it knows nothing.
    return m_register.issuePosters(locationCodes, today(), renew)
        .then(this, [this](const Result<QList<IssuedPoster>> &issued) {
            if (!issued)
                return answered<QList<SignedPoster>>(issued.error());
            return m_register.signer().then(this, [issued = *issued](const Result<VenueSigner> &signer) {
                return signedPosters(issued, signer);
            });
        });
}

Future<Result<SignedPass>> VenueOffice::issuePass(const PassDraft &draft, int days)
{
    PassDraft wanted = draft;
    wanted.visitor.name = tidyText(VenueField::VisitorName, draft.visitor.name);
    if (const QString complained = passComplaint(wanted, days); !complained.isEmpty())
        return answered<SignedPass>(wrong(complained));
    wanted.issuedOn = today();
    wanted.validUntil = wanted.issuedOn.addDays(days - 1);
    return m_register.issuePass(wanted, m_clock->now())
        .then(this, [this](const Result<RegisteredPass> &issued) {
            if (!issued)
                return answered<SignedPass>(issued.error());
            return m_register.signer().then(
                this, [issued = *issued](const Result<VenueSigner> &signer) -> Result<SignedPass> {
                    const auto all = allSigned({issued}, signer);
                    return all ? Result<SignedPass>(all->first()) : all.error();
                });
        });
}

Future<Result<QList<SignedPass>>> VenueOffice::signedPasses(const QStringList &numbers)
{
    return m_register.passes().then(this, [this, numbers](const Result<QList<RegisteredPass>> &known) {
        const auto chosen =
            known ? chosenPasses(*known, numbers, today()) : Result<QList<RegisteredPass>>(known.error());
        if (!chosen)
            return answered<QList<SignedPass>>(chosen.error());
        return m_register.signer().then(this, [chosen = *chosen](const Result<VenueSigner> &signer) {
            return allSigned(chosen, signer);
        });
    });
}

} // namespace checkpoint
