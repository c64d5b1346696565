#include "core/codes/healthcertificate.h"

#include "core/codes/base45.h"
#include "core/codes/certificateclaims.h"
#include "core/codes/cosemessage.h"
#include "core/codes/fieldreading.h"
#include "core/codes/inflating.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto prefix = "HC1:"_L1;
constexpr qsizetype longestText = 8 * 1024; ///< a QR code holds 4296 such characters
constexpr qsizetype longestMessage = 64 * 1024;

std::optional<CoseMessage> messageIn(const QString &text)
{
    if (text.size() > longestText)
        return std::nullopt;
    // Base45 has no small letters: they come from a scanner's Caps Lock.
    const auto stream = fromBase45(text.mid(prefix.size()).toUpper());
    const auto cbor = stream ? inflated(*stream, longestMessage) : std::nullopt;
    return cbor ? coseMessage(*cbor) : std::nullopt;
}

} // namespace

bool isHealthCertificate(const QString &text)
{
    return text.startsWith(prefix, Qt::CaseInsensitive);
}

VisitorCode readHealthCertificate(const QString &text, const QHash<QByteArray, QByteArray> &keys)
{
    const auto message = messageIn(text);
    if (!message)
        return refusedCode(formatid::certificate, Reason::CertificateNotRead);
    VisitorCode code = codeOfClaims(message->claims);
    const auto key = keys.constFind(message->kid);
    if (code.error || key == keys.cend())
        return code;
    if (!isSignedWith(*key, message->algorithm, message->signedBytes, message->signature))
        return refusedCode(formatid::certificate, Reason::CertificateForged);
    code.certificate->verified = true;
    return code;
}

} // namespace checkpoint
