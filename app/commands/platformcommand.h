#pragma once

#include "app/commands/officecommand.h"
#include "core/sync/syncengine.h"

#include <memory>

namespace checkpoint {

/// `platform enrol|status`: makes the desk known to the platform, or to another target by a name of its own,
/// and says how it stands with each.
class PlatformCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void startEnrol(const QStringList &arguments);
    void startStatus(const QStringList &arguments);
    void enrol(const Enrolment &enrolment);
    void registerVenue(const SyncTarget &target);
    void show(const QList<TargetRecord> &targets, bool json);

    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace checkpoint
