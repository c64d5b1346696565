#include "core/sync/retrypolicy.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono;

namespace checkpoint {

namespace {

/// More than any bound needs; keeps the power within the number.
constexpr int mostDoublings = 20;
constexpr milliseconds longestAskedFor = days(1);
constexpr double shareAtOnce = 0.32;
constexpr double latestReturn = 1.6; ///< in bounds of the last pause
constexpr int mostFailuresKept = 7;
constexpr int mostFailuresOfAReturn = 9; ///< the pauses after that are those of an outage
constexpr int firstOfAReturn = 25;       ///< entries

milliseconds share(milliseconds bound, double chance)
{
    return milliseconds(qint64(double(bound.count()) * chance));
}

} // namespace

milliseconds RetryPolicy::bound(int failures) const
{
    return std::min(longest, shortest * (1 << std::clamp(failures - 1, 0, mostDoublings)));
}

milliseconds RetryPolicy::pause(int failures, double chance, milliseconds askedFor) const
{
    return askedFor + share(bound(failures), chance);
}

milliseconds RetryPolicy::holdBack(int failures, milliseconds lastPause, double chance) const
{
    if (chance < shareAtOnce)
        return milliseconds::zero();
    const milliseconds last = std::min(bound(failures), lastPause);
    const milliseconds latest = share(bound(failures), latestReturn) - last;
    const milliseconds held = share(bound(failures), std::log(chance / shareAtOnce));
    // What would come too late is spread evenly instead.
    return held <= latest ? held : share(latest, (chance - shareAtOnce) / (1.0 - shareAtOnce));
}

int RetryPolicy::failuresAfterReturn(int failures)
{
    return std::min(failures, mostFailuresKept);
}

bool RetryPolicy::isAnotherOutage(int failures)
{
    return failures > mostFailuresOfAReturn;
}

int RetryPolicy::entriesAfterReturn(int batches)
{
    return firstOfAReturn << std::clamp(batches, 0, mostDoublings);
}

std::optional<qint64> httpDate(const QByteArray &header)
{
    // IMF-fixdate, the only form that is still sent; the day of the week adds nothing.
    const QString text = QString::fromLatin1(header.trimmed());
    const QDateTime date =
        QLocale::c().toDateTime(text.mid(text.indexOf(u' ') + 1), u"dd MMM yyyy HH:mm:ss 'GMT'"_s);
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
