#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QVariantMap>

#include <optional>

namespace checkpoint {

/// Whether the desk asks a visitor for something.
enum class FieldRule { Never, Optional, Required };

/// "never", "optional", "required": stable, they stand in the database.
QString fieldRuleId(FieldRule rule);
std::optional<FieldRule> fieldRuleFromId(const QString &id);

/// What a missing health declaration means at the door.
enum class DeclarationRule {
    None, ///< nobody looks
    Warn, ///< the person passes, the operator is told
    Ask,  ///< the operator settles it
};

/// "none", "warn", "ask": stable, they stand in the database.
QString declarationRuleId(DeclarationRule rule);
std::optional<DeclarationRule> declarationRuleFromId(const QString &id);

/// What it means at the door that somebody shows no health certificate that counts.
enum class CertificateRule {
    None, ///< nobody looks
    Warn, ///< the person passes, the operator is told
    Ask,  ///< the operator settles it
};

/// "none", "warn", "ask": stable, they stand in the database.
QString certificateRuleId(CertificateRule rule);
std::optional<CertificateRule> certificateRuleFromId(const QString &id);

/// The venue's own rules of the door; one set a venue, the same at every desk of it.
struct VenueRules
{
    FieldRule purpose = FieldRule::Never;   ///< why somebody comes
    FieldRule host = FieldRule::Never;      ///< whom somebody visits
    FieldRule phone = FieldRule::Never;     ///< when the code has none
    FieldRule birthYear = FieldRule::Never; ///< when the code has none
    int minimumStayMinutes = 1; ///< a code held up again sooner does not let its person out by itself
    std::optional<QTime> automaticExitAt; ///< local time of day at which open visits are closed
    bool outsideHoursAsks = false;        ///< outside the opening hours the operator settles it
    bool attentionEnabled = true;         ///< people on the attention list are announced
    bool capacityWarning = true;          ///< the operator is told when the venue's capacity is reached
    DeclarationRule declaration = DeclarationRule::None;
    CertificateRule certificate = CertificateRule::None;
    /// What the desk offers where a purpose is typed; nothing while nobody said: the program's own words.
    std::optional<QStringList> purposes;

    static constexpr int longestMinimumStayMinutes = 24 * 60;
    static constexpr qsizetype mostPurposes = 30;
    static constexpr qsizetype longestPurpose = 200; ///< characters

    bool operator==(const VenueRules &) const = default;
};

/// The rules as named values: "purpose", "host", "phone", "birth_year", "minimum_stay_minutes",
/// "automatic_exit_at" ("HH:mm", left out when there is none), "outside_hours_asks", "attention_enabled",
/// "capacity_warning", "declaration", "certificate", "purposes" (a list, left out when nobody said).
QVariantMap toVariantMap(const VenueRules &rules);

/// Reads what toVariantMap() gives. What is missing, unknown or out of range keeps its default.
VenueRules venueRulesFromVariantMap(const QVariantMap &map);

/// The purposes of a line in which commas stand between them, each once, as many and as long as are kept.
QStringList purposesFromText(const QString &text);

/// The same as a CBOR map, as it lies in the database.
QByteArray toCbor(const VenueRules &rules);

/// Reads what toCbor() writes; nothing when it is no CBOR map.
std::optional<VenueRules> venueRulesFromCbor(const QByteArray &cbor);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::VenueRules)
