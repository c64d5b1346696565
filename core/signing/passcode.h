#pragma once

#include "core/signing/signingkey.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace checkpoint {

/// The text of the QR code on a visitor pass: 191 digits that hold a random number, the last day and the
/// venue's signature; nothing about the visitor. Digits alone, because they make the smallest QR code
/// (version 7 at error correction Q), and because neither Caps Lock nor a Vietnamese typing tool can garble
/// them behind a handheld scanner.
///
///     4 digits that mark a pass · 11 blocks of 17 digits, each 7 bytes:
///     version (1) · key id (3) · number (7, of which 50 bits) · last day (2) · signature (64)
class PassCode
{
public:
    static constexpr int textLength = 191;

    /// WrongUse when the number is none, or the day cannot be written (2020 to 2199).
    static Result<PassCode> make(const QString &number, const QDate &validUntil, const SigningKey &key);

    /// True when the text claims to be a pass, whole or not.
    static bool isMarked(const QString &text);

    /// Nothing when the text is not of this form; whether the signature is right says isSignedBy().
    static std::optional<PassCode> parse(const QString &text);

    QString text() const;
    QString number() const { return m_number; }
    QDate validUntil() const { return m_validUntil; }
    QByteArray keyId() const { return m_keyId; }
    bool isSignedBy(const VerifyingKey &key) const;

private:
    QByteArray signedPart() const;

    QString m_number;
    QDate m_validUntil;
    QByteArray m_keyId;
    QByteArray m_signature;
};

} // namespace checkpoint
