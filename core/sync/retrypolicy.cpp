#include "core/sync/retrypolicy.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono;

namespace checkpoint {

namespace {

/// More than any bound needs; keeps the power within the number.
constexpr int mostDoublings = 20;
constexpr milliseconds longestAskedFor = days(1);

milliseconds share(milliseconds bound, double chance)
{
    return milliseconds(qint64(double(bound.count()) * chance));
}

} // namespace

milliseconds RetryPolicy::pause(int failures, double chance, milliseconds askedFor) const
{
    const int doublings = std::clamp(failures - 1, 0, mostDoublings);
    return askedFor + share(std::min(longest, shortest * (1 << doublings)), chance);
}

milliseconds RetryPolicy::spread(milliseconds outage, double chance) const
{
    // A sixth of the outage: what gathered in an hour is spread over ten minutes.
    return share(std::min(longest, outage / 6), chance);
}

std::optional<qint64> httpDate(const QByteArray &header)
{
    // IMF-fixdate, the only form that is still sent.
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    return QDateTime(date.date(), date.time(), QTimeZone::utc()).toMSecsSinceEpoch();
}

std::optional<milliseconds> retryAfter(const QByteArray &header, const QByteArray &dateHeader, qint64 nowMs)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 asked = text.toLongLong(&fits);
        return fits ? std::min<milliseconds>(seconds(std::min<qint64>(asked, 86'400)), longestAskedFor)
                    : longestAskedFor;
    }
    const std::optional<qint64> until = httpDate(text);
    if (!until)
        return std::nullopt;
    const milliseconds left(*until - httpDate(dateHeader).value_or(nowMs));
    return std::clamp(left, milliseconds::zero(), longestAskedFor);
}

} // namespace checkpoint
