#pragma once

#include "core/base/future.h"
#include "core/store/entrylists.h"

#include <functional>

namespace checkpoint {

/// Where the entries view fetches from: the store, or a test's own lists.
struct EntrySource
{
    std::function<Future<Result<Outline>>(const EntryFilter &, int stride)> outline;
    std::function<Future<Result<QList<ListRow>>>(const EntryFilter &, const std::optional<PageKey> &after,
                                                 int limit)>
        page;
    std::function<Future<Result<VisitDetails>>(const QUuid &entryId)> details;
    std::function<Future<Result<QStringList>>()> locations;
    std::function<Future<Result<QStringList>>()> sources;
    /// Keeps that somebody looks at an entry's data in full; they are shown only once that is kept.
    std::function<Future<Result<void>>(const QUuid &entryId, const QString &reason)> noteReveal;
    /// Whether whoever is signed in may take that entry back.
    std::function<Future<Result<bool>>(const QUuid &entryId)> mayCorrect;
};

} // namespace checkpoint
