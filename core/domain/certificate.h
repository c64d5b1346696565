#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace checkpoint {

/// What a health certificate attests: a dose, a test or a recovery. A health state: shown while its holder
/// stands there, never stored, logged or sent.
struct HealthRecord
{
    enum class Kind { Vaccination, Test, Recovery };

    Kind kind = Kind::Vaccination;
    QString product;                   ///< of a vaccination, as the certificate names it
    int dose = 0;                      ///< of a vaccination; 0: not said
    int doses = 0;                     ///< how many belong to the series; 0: not said
    std::optional<QDate> date;         ///< of the dose, of the sample, of the first positive test
    std::optional<bool> detected = {}; ///< of a test: whether it found the disease, when it says so
    QString issuer;                    ///< who attests it
    bool operator==(const HealthRecord &) const = default;
};

/// "vaccination", "test", "recovery".
QString healthRecordKindId(HealthRecord::Kind kind);

/// What a health certificate says about itself. As sensitive as its records; a plain value.
struct Certificate
{
    /// Whether the day at which it is shown lies between its own first and last moment.
    enum class Validity { Current, NotYetValid, Expired };

    bool verified = false; ///< signed with a key of the trust list; otherwise only read
    QString issuer;        ///< the state that signed it, two letters as a rule
    qint64 issuedUtcMs = 0;
    qint64 expiresUtcMs = 0;
    QList<HealthRecord> records;

    Validity validityAt(qint64 utcMs) const;

    /// The yes or no of the venue's rule: verified, valid at the moment, and attesting something that speaks
    /// for its holder (a test that found the disease does not). The only thing of it that may be kept.
    bool countsAt(qint64 utcMs) const;

    bool operator==(const Certificate &) const = default;
};

/// "current", "not-yet-valid", "expired".
QString certificateValidityId(Certificate::Validity validity);

/// A key of the trust list: health certificates that name it are checked with it. Public, but nobody may
/// replace it unseen.
struct TrustedKey
{
    QByteArray kid;               ///< what certificates name it by, 1 to `longestKid` bytes
    QByteArray publicKey;         ///< SubjectPublicKeyInfo in DER
    QString issuer;               ///< whose it is, as its own certificate says; may be empty
    std::optional<QDate> expires; ///< the last day of its own certificate

    static constexpr int longestKid = 32;

    bool operator==(const TrustedKey &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Certificate)
