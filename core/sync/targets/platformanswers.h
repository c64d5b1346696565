#pragma once

#include "core/sync/target.h"

#include <QJsonObject>

#include <optional>

namespace checkpoint {

// What the platform's answers say, each nothing when it is not of the contract's form.

std::optional<Enrolled> readEnrolled(const QJsonObject &answer);
std::optional<VenueRegistered> readVenue(const QJsonObject &answer);
/// Results of entries that are not in the batch are left out; when none is, the answer is not to this batch.
std::optional<BatchAnswered> readBatch(const QJsonObject &answer, const StoredBatch &batch);
std::optional<CheckInsTold> readCheckIns(const QJsonObject &answer);
std::optional<DeclarationStatus> readDeclaration(const QJsonObject &answer);

} // namespace checkpoint
