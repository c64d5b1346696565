#pragma once

#include "core/reports/csvwriter.h"
#include "core/reports/rollup/districtfile.h"

namespace checkpoint {

/// What was decided about the files of a roll-up, written beside it as NAME.notes.csv; without a note there
/// is no such file. Used on the report's thread until that is done.
class RollupNotes
{
public:
    /// `report` is the path of the roll-up itself.
    explicit RollupNotes(const QString &report);

    Result<void> take(const FileNote &note);

    /// Gives the file its name, when there is anything in it.
    Result<void> finish();

    QString path() const { return m_path; }
    int count() const { return m_count; }
    int broken() const { return m_broken; }

private:
    const QString m_path;
    CsvWriter m_file;
    int m_count = 0;
    int m_broken = 0; ///< rows that do not count
};

} // namespace checkpoint
