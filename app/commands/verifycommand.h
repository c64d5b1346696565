#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "core/desk/dayheads.h"

#include <atomic>
#include <memory>

namespace checkpoint {

/// `verify [--json] [--head-file FILE]`: whether the record is as it was written, in one sentence; every
/// finding on a line of its own after it. Works beside a desk that runs. Ends with ExitNotRecorded when
/// something is wrong. `verify --head DAY`: the signed head of the ledger of a day, for keeping elsewhere.
class VerifyCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit VerifyCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);

    void start(const QStringList &arguments);

private:
    void giveHead(const QDate &day);
    void readHeads(const QByteArray &text);
    void prove(const QList<LedgerHead> &heads);
    void showProgress(int perMille);
    void show(const RecordProof &proof);

    StopSignals m_signals;
    const std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    DayHeads m_heads;
    bool m_json = false;
    int m_shownPercent = -1;
};

} // namespace checkpoint
