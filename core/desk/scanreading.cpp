#include "core/desk/scanreading.h"

#include "core/desk/venuecodes.h"

#include <QDateTime>

#include <algorithm>

namespace checkpoint {

namespace {

/// A certificate beside another code of its holder is one showing of one person.
void joinCertificates(std::vector<Passage> &persons)
{
    for (size_t i = 0; i < persons.size();) {
        const auto holder = std::ranges::find_if(
            persons, [&](const Passage &each) { return holdsCertificate(each, persons[i]); });
        if (holder == persons.end()) {
            ++i;
            continue;
        }
        *holder = withCertificate(*holder, persons[i]);
        persons.erase(persons.begin() + std::ptrdiff_t(i));
    }
}

} // namespace

std::vector<Passage> passagesOf(const RawScan &scan, const DeviceSetup &setup, const VenueTrust &trust,
                                const QString &location)
{
    QList<QByteArray> payloads;
    for (const Sighting &sighting : scan.sightings) {
        if (!payloads.contains(sighting.bytes))
            payloads.append(sighting.bytes);
    }
    if (payloads.isEmpty()) {
        VisitorCode none;
        none.error = Reason::NoCode;
        return {scannedPassage(scan, setup, none, {}, location)};
    }
    const QDate today = scan.capturedAt.toDateTime().date();
    std::vector<Passage> persons;
    std::vector<Passage> others;
    for (const QByteArray &payload : payloads) {
        const VisitorCode code = readVenuesCode(payload, trust, today);
        (code.error ? others : persons).push_back(scannedPassage(scan, setup, code, payload, location));
    }
    joinCertificates(persons);
    if (!persons.empty())
        return persons;
    const auto expired = std::ranges::find_if(
        others, [](const Passage &each) { return each.code.error == Reason::PassExpired; });
    return {expired == others.end() ? others.front() : *expired};
}

bool areOnePerson(const std::vector<Passage> &passages, const std::vector<PersonMatch> &matches)
{
    const auto firstKeys = identityKeys(passages.front().code.visitor);
    for (size_t i = 1; i < passages.size(); ++i) {
        const auto keys = identityKeys(passages[i].code.visitor);
        const bool sharesKey = std::ranges::any_of(keys, [&firstKeys](const IdentityKey &key) {
            return std::ranges::find(firstKeys, key) != firstKeys.end();
        });
        const bool knownAsSame = matches[i].visitorId && matches[i].visitorId == matches.front().visitorId;
        if (!sharesKey && !knownAsSame)
            return false;
    }
    return true;
}

} // namespace checkpoint
