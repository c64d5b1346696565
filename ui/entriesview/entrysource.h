#pragma once

#include "core/store/entrylists.h"

#include <QFuture>

#include <functional>

namespace checkpoint {

/// Where the entries view fetches from: the store, or a test's own lists.
struct EntrySource
{
    std::function<QFuture<Result<Outline>>(const EntryFilter &, int stride)> outline;
    std::function<QFuture<Result<QList<ListRow>>>(const EntryFilter &, const std::optional<PageKey> &after,
                                                  int limit)>
        page;
    std::function<QFuture<Result<VisitDetails>>(const QUuid &entryId)> details;
    std::function<QFuture<Result<QStringList>>()> locations;
    std::function<QFuture<Result<QStringList>>()> sources;
    /// Keeps that somebody looks at an entry's data in full; they are shown only once that is kept.
    std::function<QFuture<Result<void>>(const QUuid &entryId, const QString &reason)> noteReveal;
};

} // namespace checkpoint
