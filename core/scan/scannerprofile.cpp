#include "core/scan/scannerprofile.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array suffixNames{"unknown"_L1, "none"_L1, "enter"_L1, "tab"_L1};
constexpr std::array diacriticsNames{"unknown"_L1, "intact"_L1, "damaged"_L1, "lost"_L1};

template <typename Value, typename Names>
std::optional<Value> valueOf(const Names &names, const QString &name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return Value(found - names.begin());
}

/// Unknown is 0; everything else lies between the limits.
std::optional<int> gapOf(const QString &text, int shortest)
{
    bool ok = false;
    const int gap = text.toInt(&ok);
    const bool possible = gap == 0 || (gap >= shortest && gap <= ScannerProfile::longestGapMs);
    return ok && possible ? std::optional(gap) : std::nullopt;
}

} // namespace

QString ScannerProfile::toString() const
{
    return u"%1,%2,%3,%4"_s.arg(suffixNames[size_t(suffix)], QString::number(gapMs),
                                QString::number(typicalGapMs), diacriticsNames[size_t(diacritics)]);
}

std::optional<ScannerProfile> ScannerProfile::fromString(const QString &text)
{
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return std::nullopt;
    const auto suffix = valueOf<ScanSuffix>(suffixNames, parts[0]);
    const auto gap = gapOf(parts[1], shortestGapMs);
    const auto typical = gapOf(parts[2], 0);
    const auto diacritics = valueOf<Diacritics>(diacriticsNames, parts[3]);
    if (!suffix || !gap || !typical || !diacritics)
        return std::nullopt;
    return ScannerProfile{*suffix, *gap, *typical, *diacritics};
}

ScannerProfile ScannerProfile::afterScan(const ScanTiming &timing, const ScanTiming &before) const
{
    ScannerProfile profile = *this;
    if (timing.suffix != ScanSuffix::Unknown &&
        (suffix == ScanSuffix::Unknown || timing.suffix == before.suffix))
        profile.suffix = timing.suffix;
    if (timing.longestGapMs >= 0) {
        const int forgotten = gapMs - gapMs / 8;
        profile.gapMs = std::clamp(std::max(timing.longestGapMs, forgotten), shortestGapMs, longestGapMs);
    }
    if (timing.typicalGapMs >= 0)
        profile.typicalGapMs = std::min(timing.typicalGapMs, longestGapMs);
    return profile;
}

} // namespace checkpoint
