#pragma once

#include "core/sync/syncengine.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace checkpoint {

/// What one run of `sync` came to, over all of its targets.
struct SyncTotals
{
    OutboxCounts counts;
    int batches = 0;
    qint64 bytes = 0;
    bool needsEnrolment = false;

    void add(const TargetRecord &target);
    int exitCode() const;
};

QJsonObject syncJson(const SyncTotals &totals);
QString syncText(const SyncTotals &totals);

/// How it stands with a target, for scripts and in words; nothing secret.
QJsonObject targetJson(const TargetRecord &record);
QString targetText(const TargetRecord &record);

/// A rejected entry with what the target says of it; the visitor is masked unless revealed.
QJsonObject rejectedJson(const RejectedEntry &rejected, bool revealed);
QString rejectedText(const RejectedEntry &rejected, bool revealed);

/// A batch with its receipt.
QJsonObject batchJson(const BatchRecord &batch);
QString batchText(const BatchRecord &batch);

} // namespace checkpoint
