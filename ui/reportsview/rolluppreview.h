#pragma once

#include "core/reports/rollup/districtfile.h"
#include "core/reports/tablefile.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace checkpoint {

/// What a roll-up says of the newest day, as much as the screen shows, and what is wrong with the files.
struct RollupAnswer
{
    QDate day;
    QList<Column> columns;
    QHash<QString, QList<CellRow>> areas; ///< by level: "all", "province", "district", "commune"
    QHash<QString, qsizetype> areaCounts; ///< how many there are of each
    QHash<QString, Cell> whole;           ///< the sum of all, by column
    QStringList silent;                   ///< communes without a scan
    QList<FileNote> notes;                ///< the first ones
    int noteCount = 0;
    int broken = 0; ///< rows that did not count

    void take(const FileNote &note);

    static constexpr qsizetype mostAreas = 200; ///< of each level
    static constexpr qsizetype mostNotes = 300;
};

/// Takes a roll-up's rows in place of a file and keeps the newest day's. Used on the report's thread; the
/// answer is read when that has ended.
class RollupPreview final : public TableFile
{
public:
    explicit RollupPreview(const std::shared_ptr<RollupAnswer> &answer) : m_answer(answer) {}

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override { return {}; }

private:
    const std::shared_ptr<RollupAnswer> m_answer;
};

} // namespace checkpoint
