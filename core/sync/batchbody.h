#pragma once

#include "core/store/outbox.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace checkpoint {

/// The most that the contract allows in a batch.
inline constexpr int mostBatchEntries = 500;
inline constexpr qsizetype mostBatchBytes = 1024 * 1024; ///< before it is compressed

/// A batch of the first entries, as many as fit; at least one. Order is kept.
StoredBatch makeBatch(const QList<OutboxEntry> &entries, const QString &deskId, qint64 nowMs);

/// Two batches with new ids that hold the same entries, the halves of a batch of more than one. Nothing when
/// its body is not one that makeBatch() made.
std::optional<std::pair<StoredBatch, StoredBatch>> halvesOf(const StoredBatch &batch, qint64 nowMs);

} // namespace checkpoint
