#pragma once

#include "core/reports/report.h"
#include "core/reports/rollup/districtfile.h"

#include <QStringList>

namespace checkpoint {

/// What venues' reports add up to in a commune or district office: files or folders of the district's form,
/// read one after another. What was decided about them is noted.
class RollupReport final : public Report
{
public:
    /// `populationPath` may be empty.
    RollupReport(const QStringList &sources, const QString &populationPath)
        : m_sources(sources), m_populationPath(populationPath)
    {
    }

    QList<Column> columns() const override;

    /// SourceUnreadable when the file of populations is none, or when nothing at all counts.
    Result<void> write(ReportOutput &output) override;

    /// Every note goes to this as well, on the report's thread; it keeps the report from remembering all.
    std::function<Result<void>(const FileNote &)> noted;

    /// The table of the notes.
    static QList<Column> noteColumns();
    static CellRow noteCells(const FileNote &note);

private:
    QStringList files() const;
    Result<void> note(const QList<FileNote> &notes) const;

    const QStringList m_sources;
    const QString m_populationPath;
};

} // namespace checkpoint
