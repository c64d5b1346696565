#include "core/store/visitorcbor.h"

#include <QCborMap>
#include <QCborValue>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array textFields{
    std::pair{"id_number"_L1, &VisitorData::idNumber},
    std::pair{"old_id"_L1, &VisitorData::oldId},
    std::pair{"name"_L1, &VisitorData::name},
    std::pair{"address"_L1, &VisitorData::address},
    std::pair{"phone"_L1, &VisitorData::phone},
    std::pair{"qid"_L1, &VisitorData::qid},
    std::pair{"health_insurance"_L1, &VisitorData::healthInsurance},
    std::pair{"nationality"_L1, &VisitorData::nationality},
    std::pair{"pass"_L1, &VisitorData::pass},
    std::pair{"platform_person"_L1, &VisitorData::platformPerson},
};

constexpr std::array dateFields{
    std::pair{"birth_date"_L1, &VisitorData::birthDate},
    std::pair{"issued"_L1, &VisitorData::issued},
};

constexpr auto sexField = "sex"_L1;
constexpr auto staffField = "staff"_L1;

} // namespace

QByteArray toCbor(const VisitorData &visitor)
{
    QCborMap map;
    for (const auto &[name, field] : textFields) {
        if (!(visitor.*field).isEmpty())
            map.insert(name, visitor.*field);
    }
    for (const auto &[name, field] : dateFields) {
        if (visitor.*field)
            map.insert(name, (visitor.*field)->toString());
    }
    if (visitor.sex)
        map.insert(sexField, sexId(*visitor.sex));
    if (visitor.staff)
        map.insert(staffField, true);
    return map.toCborValue().toCbor();
}

std::optional<VisitorData> visitorFromCbor(const QByteArray &cbor)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    VisitorData visitor;
    for (const auto &[name, field] : textFields)
        visitor.*field = map.value(name).toString();
    for (const auto &[name, field] : dateFields) {
        if (map.contains(name))
            visitor.*field = PartialDate::fromString(map.value(name).toString());
    }
    visitor.sex = sexFromId(map.value(sexField).toString());
    visitor.staff = map.value(staffField).toBool();
    return visitor;
}

} // namespace checkpoint
