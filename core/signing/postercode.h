#pragma once

#include "core/signing/signingkey.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace checkpoint {

/// The text of the QR code on a poster: an address that a phone opens, and that a desk of the venue
/// recognises as its own without any network.
///
///     ADDRESS ? l=LOCATION & s=SERIAL # KEYID SIGNATURE
///
/// ADDRESS names the venue (with & in the place of ? when it has a question of its own). KEYID (3 bytes) and
/// SIGNATURE (64 bytes, of everything before the #) are base64url without padding. At most 177 bytes: what a
/// QR code of version 11 at error correction Q holds.
class PosterCode
{
public:
    static constexpr int longestLocation = 8;
    static constexpr int longestAddress = 65;

    /// WrongUse when address, location or serial are not of their form, so that the text would not be read.
    static Result<PosterCode> make(const QString &address, const QString &location, const QString &serial,
                                   const SigningKey &key);

    /// Nothing when the bytes are not of this form; whether the signature is right says isSignedBy().
    static std::optional<PosterCode> parse(const QByteArray &text);

    QByteArray text() const { return m_signed + '#' + fragment(); }
    QString address() const { return m_address; }
    QString location() const { return m_location; } ///< empty: the venue as a whole
    QString serial() const { return m_serial; }
    QByteArray keyId() const { return m_keyId; }
    bool isSignedBy(const VerifyingKey &key) const;

private:
    QByteArray fragment() const;

    QByteArray m_signed; ///< everything before the #
    QString m_address;
    QString m_location;
    QString m_serial;
    QByteArray m_keyId;
    QByteArray m_signature;
};

/// The address of a venue that no platform knows. The name ".invalid" is reserved to lead nowhere (RFC 6761):
/// a visitor's phone says that there is no such page, and nobody can register one under it.
QString localVenueAddress(const QString &venueCode);

} // namespace checkpoint
