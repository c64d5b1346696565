#include "core/codes/certificateclaims.h"
#include "core/codes/cosemessage.h"
#include "core/codes/healthcertificate.h"
#include "core/codes/inflating.h"
#include "core/signing/trustfile.h"
#include "tests/fuzz/fuzzing.h"

using namespace checkpoint;

namespace {

constexpr qsizetype limit = 4096;

void readMessage(const QByteArray &bytes)
{
    const auto message = coseMessage(bytes);
    if (!message)
        return;
    const VisitorCode code = codeOfClaims(message->claims);
    mustHold(code.error.has_value() == !code.certificate.has_value());
    mustHold(!code.certificate || !code.certificate->verified);
    mustHold(code.certificate || code.visitor == VisitorData());
}

void readTrust(const QByteArray &bytes)
{
    const auto keys = trustedKeysIn(bytes);
    if (!keys)
        return;
    mustHold(!keys->isEmpty());
    for (const TrustedKey &key : *keys) {
        mustHold(!key.kid.isEmpty() && key.kid.size() <= TrustedKey::longestKid);
        mustHold(trustedKey(key.publicKey, key.kid).ok());
        isSignedWith(key.publicKey, SignatureAlgorithm::Es256, bytes, bytes.left(64));
        isSignedWith(key.publicKey, SignatureAlgorithm::Ps256, bytes, bytes.left(256));
    }
}

} // namespace

/// The layers of a health certificate, each by itself: the first byte says which, since nothing random gets
/// through base45 and zlib. And the files that keys come in.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = inputBytes(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        readMessage(bytes);
        break;
    case 1:
        readTrust(bytes);
        break;
    case 2:
        if (const auto plain = inflated(bytes, limit))
            mustHold(plain->size() <= limit);
        break;
    default:
        readHealthCertificate(QString::fromLatin1(bytes), {});
    }
    return 0;
}
