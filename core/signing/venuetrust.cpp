#include "core/signing/venuetrust.h"

#include "core/signing/passcode.h"
#include "core/signing/postercode.h"

#include <algorithm>

namespace checkpoint {

namespace {

bool knows(const VenueTrust &trust, const QByteArray &keyId)
{
    return std::ranges::any_of(trust.keys, [&](const VerifyingKey &key) { return key.id() == keyId; });
}

template <typename Code> bool isSigned(const VenueTrust &trust, const Code &code)
{
    return std::ranges::any_of(trust.keys, [&](const VerifyingKey &key) { return code.isSignedBy(key); });
}

} // namespace

std::optional<Reason> judgedPoster(const QByteArray &text, const VenueTrust &trust)
{
    if (!trust.adoptedText.isEmpty() && text == trust.adoptedText)
        return Reason::PosterShown;
    const std::optional<PosterCode> code = PosterCode::parse(text);
    if (!code)
        return std::nullopt;
    if (trust.keys.isEmpty() || trust.addresses.isEmpty())
        return Reason::PosterUnknown;
    if (!trust.addresses.contains(code->address()))
        return knows(trust, code->keyId()) ? Reason::PosterForged : Reason::PosterForeign;
    if (!isSigned(trust, *code))
        return knows(trust, code->keyId()) ? Reason::PosterForged : Reason::PosterUnknown;
    const auto poster = trust.posters.find(code->serial());
    if (poster == trust.posters.end())
        return Reason::PosterUnknown;
    switch (*poster) {
    case PosterState::Valid:
        return Reason::PosterShown;
    case PosterState::Replaced:
        return Reason::PosterOutdated;
    case PosterState::Withdrawn:
        return Reason::PosterWithdrawn;
    }
    Q_UNREACHABLE();
}

std::optional<Reason> judgedPass(const QString &text, const VenueTrust &trust, const QDate &today)
{
    const std::optional<PassCode> code = PassCode::parse(text);
    if (!code)
        return Reason::PassForged;
    if (!isSigned(trust, *code))
        return knows(trust, code->keyId()) ? Reason::PassForged : Reason::PassForeign;
    if (trust.revokedPasses.contains(code->number()))
        return Reason::PassRevoked;
    if (today > code->validUntil())
        return Reason::PassExpired;
    return std::nullopt;
}

} // namespace checkpoint
