#include "core/desk/venuecodes.h"

#include "core/codes/formatcatalog.h"
#include "core/codes/healthcertificate.h"
#include "core/codes/scantext.h"

namespace checkpoint {

VenueTrust venueTrustOf(const VenueRecord &record)
{
    VenueTrust trust;
    trust.addresses = record.addresses;
    if (record.venue && record.venue->codeKind == VenueCodeKind::Adopted)
        trust.adoptedText = scanText(record.venue->adoptedText.toUtf8()).text.toUtf8();
    for (const QByteArray &bytes : record.publicKeys) {
        if (const Result<VerifyingKey> key = VerifyingKey::fromBytes(bytes))
            trust.keys.append(*key);
    }
    for (const Poster &poster : record.posters)
        trust.posters.insert(poster.serial, poster.state);
    for (const VisitorPass &pass : record.passes) {
        if (pass.revoked)
            trust.revokedPasses.insert(pass.number);
    }
    for (const TrustedKey &key : record.trustedKeys)
        trust.certificateKeys.insert(key.kid, key.publicKey);
    return trust;
}

VisitorCode readVenuesCode(const QByteArray &payload, const VenueTrust &trust, const QDate &today)
{
    const VisitorCode code = readCode(payload);
    const QString text = scanText(payload).text;
    if (code.certificate)
        return readHealthCertificate(text, trust.certificateKeys);
    std::optional<Reason> reason;
    if (code.format == formatid::visitorPass && !code.error)
        reason = judgedPass(text, trust, today);
    else if (code.format == formatid::venueCode || code.format == formatid::unknown)
        reason = judgedPoster(text.toUtf8(), trust);
    if (!reason)
        return code;
    VisitorCode judged;
    judged.format = code.format == formatid::visitorPass ? code.format : QString(formatid::venueCode);
    judged.error = reason;
    if (reason == Reason::PassExpired)
        judged.visitor.pass = code.visitor.pass;
    return judged;
}

} // namespace checkpoint
