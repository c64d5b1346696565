#include "core/domain/venuerules.h"

#include "core/base/idtable.h"

#include <QCborMap>
#include <QCborValue>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array fieldRuleIds{
    std::pair{FieldRule::Never, "never"_L1},
    std::pair{FieldRule::Optional, "optional"_L1},
    std::pair{FieldRule::Required, "required"_L1},
};

constexpr std::array declarationRuleIds{
    std::pair{DeclarationRule::None, "none"_L1},
    std::pair{DeclarationRule::Warn, "warn"_L1},
    std::pair{DeclarationRule::Ask, "ask"_L1},
};

constexpr std::array certificateRuleIds{
    std::pair{CertificateRule::None, "none"_L1},
    std::pair{CertificateRule::Warn, "warn"_L1},
    std::pair{CertificateRule::Ask, "ask"_L1},
};

constexpr std::array fieldRules{
    std::pair{"purpose"_L1, &VenueRules::purpose},
    std::pair{"host"_L1, &VenueRules::host},
    std::pair{"phone"_L1, &VenueRules::phone},
    std::pair{"birth_year"_L1, &VenueRules::birthYear},
};

constexpr std::array switches{
    std::pair{"outside_hours_asks"_L1, &VenueRules::outsideHoursAsks},
    std::pair{"attention_enabled"_L1, &VenueRules::attentionEnabled},
    std::pair{"capacity_warning"_L1, &VenueRules::capacityWarning},
};

constexpr auto minimumStay = "minimum_stay_minutes"_L1;
constexpr auto automaticExit = "automatic_exit_at"_L1;
constexpr auto declaration = "declaration"_L1;
constexpr auto certificate = "certificate"_L1;
constexpr auto purposes = "purposes"_L1;

QStringList keptPurposes(const QStringList &words)
{
    QStringList kept;
    for (const QString &word : words) {
        const QString each = word.simplified().left(VenueRules::longestPurpose);
        if (!each.isEmpty() && !kept.contains(each, Qt::CaseInsensitive) &&
            kept.size() < VenueRules::mostPurposes)
            kept << each;
    }
    return kept;
}

} // namespace

QString fieldRuleId(FieldRule rule)
{
    return idIn(fieldRuleIds, rule);
}

std::optional<FieldRule> fieldRuleFromId(const QString &id)
{
    return valueIn(fieldRuleIds, id);
}

QString declarationRuleId(DeclarationRule rule)
{
    return idIn(declarationRuleIds, rule);
}

std::optional<DeclarationRule> declarationRuleFromId(const QString &id)
{
    return valueIn(declarationRuleIds, id);
}

QString certificateRuleId(CertificateRule rule)
{
    return idIn(certificateRuleIds, rule);
}

std::optional<CertificateRule> certificateRuleFromId(const QString &id)
{
    return valueIn(certificateRuleIds, id);
}

QVariantMap toVariantMap(const VenueRules &rules)
{
    QVariantMap map;
    for (const auto &[name, field] : fieldRules)
        map.insert(name, fieldRuleId(rules.*field));
    for (const auto &[name, field] : switches)
        map.insert(name, rules.*field);
    map.insert(minimumStay, rules.minimumStayMinutes);
    if (rules.automaticExitAt)
        map.insert(automaticExit, rules.automaticExitAt->toString(u"HH:mm"_s));
    map.insert(declaration, declarationRuleId(rules.declaration));
    map.insert(certificate, certificateRuleId(rules.certificate));
    if (rules.purposes)
        map.insert(purposes, *rules.purposes);
    return map;
}

VenueRules venueRulesFromVariantMap(const QVariantMap &map)
{
    VenueRules rules;
    for (const auto &[name, field] : fieldRules)
        rules.*field = fieldRuleFromId(map.value(name).toString()).value_or(rules.*field);
    for (const auto &[name, field] : switches)
        rules.*field = map.value(name, rules.*field).toBool();
    bool isNumber = false;
    const int minutes = map.value(minimumStay).toInt(&isNumber);
    if (isNumber && minutes >= 0 && minutes <= VenueRules::longestMinimumStayMinutes)
        rules.minimumStayMinutes = minutes;
    const QTime time = QTime::fromString(map.value(automaticExit).toString(), u"HH:mm"_s);
    if (time.isValid())
        rules.automaticExitAt = time;
    rules.declaration = declarationRuleFromId(map.value(declaration).toString()).value_or(rules.declaration);
    rules.certificate = certificateRuleFromId(map.value(certificate).toString()).value_or(rules.certificate);
    if (map.contains(purposes))
        rules.purposes = keptPurposes(map.value(purposes).toStringList());
    return rules;
}

QStringList purposesFromText(const QString &text)
{
    QString commas = text;
    return keptPurposes(commas.replace(u';', u',').replace(u'\n', u',').split(u','));
}

QByteArray toCbor(const VenueRules &rules)
{
    return QCborMap::fromVariantMap(toVariantMap(rules)).toCborValue().toCbor();
}

std::optional<VenueRules> venueRulesFromCbor(const QByteArray &cbor)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return std::nullopt;
    return venueRulesFromVariantMap(value.toMap().toVariantMap());
}

} // namespace checkpoint
