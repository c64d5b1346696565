#include "ui/reportsview/rolluppreview.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void RollupAnswer::take(const FileNote &note)
{
    ++noteCount;
    broken += note.kind == FileNote::Broken;
    if (notes.size() < mostNotes)
        notes.append(note);
}

Result<void> RollupPreview::begin(const QList<Column> &columns)
{
    m_answer->columns = columns;
    return {};
}

Result<void> RollupPreview::write(const CellRow &cells)
{
    QHash<QString, Cell> row;
    for (qsizetype i = 0; i < m_answer->columns.size(); ++i)
        row.insert(m_answer->columns[i].name, cells.value(i));
    const QDate day = std::get<QDate>(row.value(u"day"_s));
    if (!m_answer->day.isValid() || day > m_answer->day) {
        m_answer->day = day;
        m_answer->areas.clear();
        m_answer->areaCounts.clear();
        m_answer->whole.clear();
        m_answer->silent.clear();
    }
    const QString level = std::get<QString>(row.value(u"level"_s));
    if (++m_answer->areaCounts[level] > RollupAnswer::mostAreas)
        return {};
    m_answer->areas[level] << cells;
    if (level != "all"_L1)
        return {};
    m_answer->whole = row;
    m_answer->silent =
        std::get<QString>(row.value(u"communes_without_scan_names"_s)).split(u"; "_s, Qt::SkipEmptyParts);
    return {};
}

} // namespace checkpoint
