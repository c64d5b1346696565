#include "core/sync/targets/platformanswers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Longer texts of a platform are cut: they are shown, not understood.
constexpr qsizetype longestText = 500;

/// A text that must be there and say something; null otherwise.
QString requiredText(const QJsonObject &object, QLatin1StringView name)
{
    const QString text = object.value(name).toString().left(longestText);
    return text.isEmpty() ? QString() : text;
}

std::optional<EntryFate> fateOf(const QString &status)
{
    if (status == "accepted"_L1)
        return EntryFate::Accepted;
    if (status == "duplicate"_L1)
        return EntryFate::Duplicate;
    if (status == "rejected"_L1)
        return EntryFate::Rejected;
    return std::nullopt;
}

std::optional<EntryResult> readResult(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    EntryResult result;
    result.entry = QUuid::fromString(object.value("id"_L1).toString());
    const std::optional<EntryFate> fate = fateOf(object.value("status"_L1).toString());
    if (result.entry.isNull() || !fate)
        return std::nullopt;
    result.fate = *fate;
    if (*fate == EntryFate::Rejected) {
        result.code = requiredText(object, "code"_L1);
        result.message = requiredText(object, "message"_L1);
    }
    return result;
}

std::optional<SelfCheckIn> readCheckIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    SelfCheckIn checkIn;
    checkIn.id = requiredText(object, "id"_L1);
    const QString direction = object.value("direction"_L1).toString();
    const QDateTime at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs);
    checkIn.location = object.value("location"_L1).toString().left(longestText);
    checkIn.name = object.value("name_short"_L1).toString().left(longestText);
    checkIn.personRef = requiredText(object, "person_ref"_L1);
    const bool known = direction == directionId(Direction::In) || direction == directionId(Direction::Out);
    if (checkIn.id.isEmpty() || checkIn.personRef.isEmpty() || !known || !at.isValid())
        return std::nullopt;
    checkIn.direction = direction == directionId(Direction::In) ? Direction::In : Direction::Out;
    checkIn.at = {at.toMSecsSinceEpoch(), at.toLocalTime().offsetFromUtc() / 60, false};
    return checkIn;
}

} // namespace

std::optional<Enrolled> readEnrolled(const QJsonObject &answer)
{
    const Enrolled enrolled{requiredText(answer, "desk_id"_L1), answer.value("token"_L1).toString()};
    if (enrolled.deskId.isEmpty() || enrolled.token.isEmpty())
        return std::nullopt;
    return enrolled;
}

std::optional<VenueRegistered> readVenue(const QJsonObject &answer)
{
    const VenueRegistered venue{requiredText(answer, "venue_code"_L1),
                                requiredText(answer, "check_in_url"_L1)};
    if (wrongWith(VenueField::Code, venue.code) || venue.code.isEmpty())
        return std::nullopt;
    return venue;
}

std::optional<BatchAnswered> readBatch(const QJsonObject &answer, const StoredBatch &batch)
{
    BatchAnswered answered{requiredText(answer, "receipt"_L1), {}};
    const QJsonValue results = answer.value("results"_L1);
    if (answered.receipt.isEmpty() || !results.isArray())
        return std::nullopt;
    const QSet<QUuid> members(batch.ids.begin(), batch.ids.end());
    const QJsonArray all = results.toArray();
    for (const QJsonValue &value : all) {
        const std::optional<EntryResult> result = readResult(value);
        if (!result)
            return std::nullopt;
        if (members.contains(result->entry))
            answered.results.append(*result);
    }
    if (answered.results.isEmpty() && !all.isEmpty())
        return std::nullopt;
    return answered;
}

std::optional<CheckInsTold> readCheckIns(const QJsonObject &answer)
{
    CheckInsTold told{{}, requiredText(answer, "cursor"_L1)};
    if (told.cursor.isEmpty() || !answer.value("items"_L1).isArray())
        return std::nullopt;
    const QJsonArray items = answer.value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        const std::optional<SelfCheckIn> checkIn = readCheckIn(item);
        if (!checkIn)
            return std::nullopt;
        told.checkIns.append(*checkIn);
    }
    return told;
}

std::optional<DeclarationStatus> readDeclaration(const QJsonObject &answer)
{
    const QString status = answer.value("status"_L1).toString();
    if (status == "declared"_L1)
        return DeclarationStatus::Declared;
    if (status == "symptoms"_L1)
        return DeclarationStatus::Symptoms;
    if (status == "none"_L1)
        return DeclarationStatus::None;
    return std::nullopt;
}

} // namespace checkpoint
