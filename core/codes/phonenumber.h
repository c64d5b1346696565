#pragma once

#include <QString>

#include <optional>

namespace checkpoint {

/// A Vietnamese mobile number as E.164 ("+84900000001"); nothing when the text is none. Blanks, dots, hyphens
/// and the country code (+84, 0084, 84) may stand in it; the 11-digit numbers of before 2018 become their
/// 10-digit successors.
std::optional<QString> mobileNumber(const QString &text);

} // namespace checkpoint
