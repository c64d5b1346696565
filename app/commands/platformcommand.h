#pragma once

#include "app/commands/officecommand.h"
#include "core/base/future.h"
#include "core/sync/syncengine.h"

#include <memory>

namespace checkpoint {

/// `platform enrol|status|rejected|history|pause|resume`: makes the desk known to the platform, or to another
/// target by a name of its own, says how it stands with each, and lists what was rejected and what was sent.
class PlatformCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void startEnrol(const QStringList &arguments);
    void startStatus(const QStringList &arguments);
    void startRejected(const QStringList &arguments);
    void startHistory(const QStringList &arguments);
    void startPause(const QStringList &arguments, bool pause);
    /// The target that is said, or the usual one.
    bool parseTarget(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
                     QString &target);
    template <typename Row, typename Print> void list(const Future<Result<QList<Row>>> &rows, Print print);
    void enrol(const Enrolment &enrolment);
    void registerVenue(const SyncTarget &target);
    void show(const QList<TargetRecord> &targets, bool json);

    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace checkpoint
