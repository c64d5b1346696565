#pragma once

#include "core/reports/report.h"
#include "core/reports/reportrun.h"
#include "tests/unit/store/storefixture.h"

#include <memory>

/// What the tests of reports share: a table in memory, and running a report into it.
namespace reporttest {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

struct Table
{
    QList<Column> columns;
    QList<CellRow> rows;
    bool whole = false;

    qsizetype columnOf(const QString &name) const
    {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i].name == name)
                return i;
        }
        return -1;
    }
    Cell cell(qsizetype row, const QString &column) const { return rows.value(row).value(columnOf(column)); }
    QString text(qsizetype row, const QString &column) const
    {
        const Cell found = cell(row, column);
        if (const auto *id = std::get_if<QUuid>(&found))
            return idText(*id);
        const auto *words = std::get_if<QString>(&found);
        return words ? *words : QString();
    }
    qint64 number(qsizetype row, const QString &column) const
    {
        const Cell found = cell(row, column);
        const auto *count = std::get_if<qint64>(&found);
        return count ? *count : -1;
    }
    bool flag(qsizetype row, const QString &column) const
    {
        const Cell found = cell(row, column);
        const auto *flag = std::get_if<bool>(&found);
        return flag && *flag;
    }
    bool isEmpty(qsizetype row, const QString &column) const { return cell(row, column).index() == 0; }
};

class MemoryFile final : public TableFile
{
public:
    explicit MemoryFile(Table *table) : m_table(table) {}

    Result<void> begin(const QList<Column> &columns) override
    {
        m_table->columns = columns;
        return {};
    }
    Result<void> write(const CellRow &cells) override
    {
        m_table->rows.append(cells);
        return {};
    }
    Result<void> finish() override
    {
        m_table->whole = true;
        return {};
    }

private:
    Table *m_table;
};

/// The report's table; `whole` is false when it failed, and `error` says why.
inline Table run(std::unique_ptr<Report> report, QString *error = nullptr)
{
    Table table;
    ReportRun run(std::move(report), std::make_unique<MemoryFile>(&table));
    const Result<qint64> rows = storetest::await(run.start());
    if (error)
        *error = storetest::failureOf(rows);
    return table;
}

} // namespace reporttest
