#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "app/commands/syncoutput.h"
#include "core/sync/syncengine.h"

#include <QHash>

#include <memory>

namespace checkpoint {

/// `sync`: sends what waits, to all targets or one. With --once one pass of each, now; otherwise until
/// nothing waits or no waiting helps. With --again what was rejected is sent again, with what is known by
/// now. Ctrl+C ends it in order.
class SyncCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void begin(const LineRules &patience);
    void choose(const QList<TargetRecord> &targets);
    void release(const QList<TargetRecord> &targets, qsizetype index);
    void endUnenrolled();
    void take(const SyncPass &pass);
    void endWhenAllHave();
    void stop();

    QString m_target; ///< empty: all
    bool m_once = false;
    bool m_again = false; ///< what was rejected as well
    bool m_json = false;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<StopSignals> m_signals;
    QHash<QString, TargetRecord> m_open; ///< still under way
    SyncTotals m_totals;
    bool m_failedHere = false;
    bool m_ended = false;
};

} // namespace checkpoint
