#pragma once

#include "core/base/clock.h"

#include <QDateTime>

namespace checkpoint::test {

/// A moment of the Friday on which the tests of papers and reports take place, wherever they run.
inline Moment friday(int hour, int minute)
{
    const QDateTime at(QDate(2026, 11, 20), QTime(hour, minute));
    return {at.toMSecsSinceEpoch(), at.offsetFromUtc() / 60, false};
}

/// Noon of that day.
class NoonClock final : public Clock
{
public:
    Moment now() const override { return friday(12, 0); }
    qint64 steadyMs() const override { return 1'000'000; }
};

} // namespace checkpoint::test
