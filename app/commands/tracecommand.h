#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "core/desk/personfinder.h"
#include "core/reports/catalogue/tracereport.h"
#include "core/reports/reportrun.h"
#include "core/reports/summary/summary.h"

#include <memory>

namespace checkpoint {

/// `report trace --code TEXT|--name NAME|--visitor ID --from T --to T [--minutes N] [--margin N]
/// [--same-location] --reference TEXT --reason TEXT [--reveal] -o FILE`: who was there together with a
/// person. TEXT is what any of the person's codes says, or one of their numbers; "-" reads it from standard
/// input. A name that several have is answered with a list to choose from. Needs the folder for writing, as
/// it is noted who asked.
class TraceCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit TraceCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~TraceCommand() override;

    void start(const QStringList &arguments);

private:
    QString takeOptions(const QCommandLineParser &parser);
    void findByCode(const QByteArray &text);
    void findByName(const QString &name);
    void trace(const QUuid &visitorId);
    void write(const SheetHead &head);

    StopSignals m_signals;
    TraceRequest m_request;
    std::unique_ptr<PersonFinder> m_finder;
    SheetHead m_head;
    QString m_path;
    std::unique_ptr<ReportRun> m_run;
};

} // namespace checkpoint
