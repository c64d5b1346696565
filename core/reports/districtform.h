#pragma once

#include "core/reports/cell.h"

#include <QStringList>

namespace checkpoint {

/// The form in which venues report to their commune or district: what both sides know of its columns.
namespace districtform {
using namespace Qt::Literals::StringLiterals;

/// Grows when columns change their meaning; new columns alone do not.
inline constexpr int version = 1;

inline constexpr auto formVersion = "form_version"_L1;
inline constexpr auto day = "day"_L1;
inline constexpr auto province = "province"_L1;
inline constexpr auto district = "district"_L1;
inline constexpr auto commune = "commune"_L1;
inline constexpr auto venueCode = "venue_code"_L1;
inline constexpr auto venueName = "venue_name"_L1;
inline constexpr auto active = "active"_L1;
inline constexpr auto entriesIn = "entries_in"_L1;
inline constexpr auto entriesOut = "entries_out"_L1;
inline constexpr auto persons = "persons"_L1;
inline constexpr auto refused = "refused_scans"_L1;
inline constexpr auto locationsRegistered = "locations_registered"_L1;
inline constexpr auto locationsActive = "locations_active"_L1;
inline constexpr auto reportedAt = "reported_at"_L1;

/// The kinds of code that have a column of their own, "manual" for by hand; all others are one more.
const QStringList &sources();
/// "scans_citizen_card" for "citizen-card".
QString sourceColumn(const QString &source);
inline constexpr auto otherSources = "scans_other"_L1;

QList<Column> columns();

} // namespace districtform

} // namespace checkpoint
