#include "core/store/visitorcbor.h"

#include <QCborMap>
#include <QCborStreamReader>
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
    std::pair{"certificate_holder"_L1, &VisitorData::certificateHolder},
};

constexpr std::array dateFields{
    std::pair{"birth_date"_L1, &VisitorData::birthDate},
    std::pair{"issued"_L1, &VisitorData::issued},
};

constexpr std::array putRightFields{
    std::pair{"name_put_right"_L1, &PutRight::name},
    std::pair{"birth_date_put_right"_L1, &PutRight::birthDate},
    std::pair{"address_put_right"_L1, &PutRight::address},
};

constexpr auto sexField = "sex"_L1;
constexpr auto staffField = "staff"_L1;

/// The text that comes next, in however many pieces it lies; anything else is passed over.
QString takeText(QCborStreamReader &reader)
{
    if (!reader.isString()) {
        reader.next();
        return {};
    }
    QString text;
    auto piece = reader.readString();
    for (; piece.status == QCborStreamReader::Ok; piece = reader.readString())
        text += piece.data;
    return text;
}

void setField(VisitorData &visitor, const QString &name, const QString &value)
{
    for (const auto &[known, field] : textFields) {
        if (name == known) {
            visitor.*field = value;
            return;
        }
    }
    for (const auto &[known, field] : dateFields) {
        if (name == known) {
            visitor.*field = PartialDate::fromString(value);
            return;
        }
    }
    if (name == sexField)
        visitor.sex = sexFromId(value);
}

void setFlag(VisitorData &visitor, const QString &name, bool value)
{
    if (name == staffField)
        visitor.staff = value;
    for (const auto &[known, mark] : putRightFields) {
        if (name == known)
            visitor.putRight.*mark = value;
    }
}

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
    for (const auto &[name, mark] : putRightFields) {
        if (visitor.putRight.*mark)
            map.insert(name, true);
    }
    return map.toCborValue().toCbor();
}

std::optional<VisitorData> visitorFromCbor(const QByteArray &cbor)
{
    // Read as a stream: a report opens a visitor in microseconds, a tree of values takes five times as long.
    QCborStreamReader reader(cbor);
    if (!reader.isMap() || !reader.enterContainer())
        return std::nullopt;
    VisitorData visitor;
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        const QString name = takeText(reader);
        if (reader.isString()) {
            setField(visitor, name, takeText(reader));
            continue;
        }
        if (reader.isBool())
            setFlag(visitor, name, reader.toBool());
        reader.next();
    }
    return reader.lastError() == QCborError::NoError ? std::optional(visitor) : std::nullopt;
}

} // namespace checkpoint
