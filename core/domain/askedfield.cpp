#include "core/domain/askedfield.h"

namespace checkpoint {

namespace {

bool isKnown(AskedField field, const VisitorData &visitor, const EntryDetails &details)
{
    switch (field) {
    case AskedField::Phone:
        return !visitor.phone.isEmpty();
    case AskedField::BirthYear:
        return visitor.birthDate.has_value();
    case AskedField::Purpose:
        return !details.purpose.isEmpty();
    case AskedField::Host:
        return !details.host.isEmpty();
    }
    Q_UNREACHABLE();
}

} // namespace

FieldRule fieldRule(const VenueRules &rules, AskedField field)
{
    switch (field) {
    case AskedField::Phone:
        return rules.phone;
    case AskedField::BirthYear:
        return rules.birthYear;
    case AskedField::Purpose:
        return rules.purpose;
    case AskedField::Host:
        return rules.host;
    }
    Q_UNREACHABLE();
}

QList<AskedField> missingFields(const VenueRules &rules, const VisitorData &visitor,
                                const EntryDetails &details)
{
    QList<AskedField> missing;
    if (visitor.staff)
        return missing;
    for (const AskedField field :
         {AskedField::Phone, AskedField::BirthYear, AskedField::Purpose, AskedField::Host}) {
        if (fieldRule(rules, field) != FieldRule::Never && !isKnown(field, visitor, details))
            missing.append(field);
    }
    return missing;
}

} // namespace checkpoint
