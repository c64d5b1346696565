#pragma once

#include "app/datafolder.h"
#include "core/reports/catalogue/entriesreport.h"
#include "core/reports/csvwriter.h"

#include <QObject>
#include <QQueue>
#include <QStringList>

#include <memory>
#include <optional>

namespace checkpoint {

/// `entries [--from T] [--to T] [--csv FILE|--json] [--reveal] [--refused]`: lists what was recorded, page by
/// page, beside a desk that goes on recording; with --refused the refused scans stand among them. T is a
/// local date, or a time in ISO 8601; `--to` with a date includes that day.
class EntriesCommand : public QObject
{
    Q_OBJECT

public:
    explicit EntriesCommand(const QString &dataFolder, QObject *parent = nullptr);
    ~EntriesCommand() override;

    void start(const QStringList &arguments);

    /// UTC milliseconds of a T; with `endOfDay` a date means the end of that day.
    static std::optional<qint64> timeOf(const QString &text, bool endOfDay);

signals:
    void finished(int exitCode);

private:
    void fetchPage();
    void fetchRefused(EntryQuery query);
    /// Those before this entry; all that are left when there is none.
    void printRefused(const Entry *before);
    void take(const QList<EntryRow> &rows);
    void end();
    void fail(const Error &error);

    DataFolder m_folder;
    EntryQuery m_query;
    QQueue<RefusedScan> m_refused; ///< those not printed yet, in time order
    std::unique_ptr<CsvWriter> m_csv;
    std::unique_ptr<EntriesReport> m_report;
    bool m_json = false;
    bool m_revealed = false;
};

} // namespace checkpoint
