#pragma once

#include "app/datafolder.h"
#include "core/reports/reportrun.h"

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
    explicit EntriesCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~EntriesCommand() override;

    void start(const QStringList &arguments);

    /// UTC milliseconds of a T; as an end it is the first millisecond that is not meant any more: a date
    /// includes its day, a time itself.
    static std::optional<qint64> timeOf(const QString &text, bool isEnd);

signals:
    void finished(int exitCode);

private:
    void goOn(const Result<void> &opened, bool refused, const QString &csv);
    void fetchPage();
    void fetchRefused(EntryQuery query);
    /// Those before this entry; all that are left when there is none. False when output takes no more.
    bool printRefused(const Entry *before);
    void take(const QList<EntryRow> &rows);
    void writeCsv(const QString &path, bool recordExists);
    void fail(const Error &error);

    DataFolder m_folder;
    EntryQuery m_query;
    QQueue<RefusedScan> m_refused; ///< those not printed yet, in time order
    std::unique_ptr<ReportRun> m_csv;
    bool m_json = false;
    bool m_revealed = false;
};

} // namespace checkpoint
