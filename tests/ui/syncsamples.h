#pragma once

#include "core/store/outbox.h"
#include "tests/ui/scenes.h"

/// Synthetic targets, rejected entries and batches: 20/11/2026, 08:12 in Vietnam.
namespace samples {

checkpoint::TargetRecord target(const checkpoint::OutboxCounts &counts);
QList<checkpoint::RejectedEntry> rejectedEntries(int count);
QList<checkpoint::BatchRecord> batches(int count);

/// The view of sending, and what else speaks of it, in every state.
QList<Scene> syncScenes();

} // namespace samples
