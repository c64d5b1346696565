#pragma once

#include "core/base/future.h"
#include "core/sync/httpline.h"
#include "core/sync/target.h"

#include <QObject>

namespace checkpoint {

/// Asks one target: its rules make the request, the line carries it, its rules understand the answer. Lives
/// on the thread of the network, owned by whoever asks.
class TargetLine : public QObject
{
    Q_OBJECT

public:
    TargetLine(const SyncTarget &target, const LineRules &patience, QObject *parent = nullptr);

    /// What the target is known by from now on; address and certificates stay those of the line.
    void setTarget(const SyncTarget &target) { m_target = target; }
    const SyncTarget &target() const { return m_target; }

    Future<TargetAnswer> ask(const TargetCall &call);

    void hangUp() { m_line.hangUp(); }

private:
    SyncTarget m_target;
    HttpLine m_line;
};

} // namespace checkpoint
