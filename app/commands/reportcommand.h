#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "core/reports/evacuationlist.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/reportrun.h"
#include "core/reports/rollup/rollupnotes.h"
#include "core/reports/summary/summary.h"

#include <QCommandLineOption>

#include <memory>

namespace checkpoint {

/// `report NAME [--from T] [--to T] [--reveal] -o FILE.csv|.xlsx|.pdf`: one of the reports of the
/// catalogue, beside a desk that goes on recording. T as for `entries`. A stopped report leaves no file. A
/// PDF is the report's summary on sheets, in the language of `--language vi|en`, made `--by NAME`. `report
/// inside -o FILE.pdf` is the list to print and to call people from, its summary needs `--summary`. `report
/// rollup FILE|FOLDER… [--population FILE] -o FILE`: what venues' district reports add up to, without a data
/// folder. What is wrong with them is complained about and stands in NAME.notes.csv.
class ReportCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit ReportCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~ReportCommand() override;

    void start(const QStringList &arguments);

    /// What is wrong with the name of a report's file; empty when it is right.
    static QString wrongWithPath(const QString &path);

    /// What can be said about sheets, and their head as it follows from that.
    static QList<QCommandLineOption> sheetOptions();
    static SheetHead sheetHead(const QCommandLineParser &parser, const Moment &now, bool revealed);

private:
    void printInside(const ReportRequest &request, const QString &path);
    void printInside(const ReportRequest &request, const QString &path, const EvacuationWords &words);
    void rollUp(const QStringList &arguments);
    void write(const QString &name, const ReportRequest &request, const QString &path, const SheetHead &head);
    void run(const QString &path);
    void tellOfPrinted(qsizetype rows, bool revealed, const QString &path);

    StopSignals m_signals;
    std::unique_ptr<RollupNotes> m_notes;
    std::unique_ptr<ReportRun> m_run;
};

} // namespace checkpoint
