#pragma once

#include "core/scan/scantiming.h"

#include <QString>

#include <optional>

namespace checkpoint {

/// What a scanner's letters outside ASCII look like when they arrive.
enum class Diacritics { Unknown, Intact, Damaged, Lost };

/// What is known of one scanner's habits: learned from its scans and from the self-test, and remembered over
/// restarts.
struct ScannerProfile
{
    ScanSuffix suffix = ScanSuffix::Unknown;
    int gapMs = 0;        ///< the longest pause inside a scan, 20 to 500; 0: unknown
    int typicalGapMs = 0; ///< the usual time from one character to the next; 0: unknown
    Diacritics diacritics = Diacritics::Unknown;

    static constexpr int shortestGapMs = 20;
    static constexpr int longestGapMs = 500;

    bool operator==(const ScannerProfile &) const = default;

    /// One word for the settings; fromString() reads it back and gives nothing for anything else.
    QString toString() const;
    static std::optional<ScannerProfile> fromString(const QString &text);

    /// The profile after a scan came in like this: a pause longer than any before counts at once and is
    /// forgotten slowly; what ends a scan counts at once while it is unknown, else when it comes a second
    /// time.
    ScannerProfile afterScan(const ScanTiming &timing, const ScanTiming &before) const;
};

} // namespace checkpoint
