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
    m_answer->columns.setColumns(columns);
    return {};
}

Result<void> RollupPreview::write(const CellRow &cells)
{
    const QStringList &header = m_answer->columns.header;
    const QDate day = std::get<QDate>(cells.value(header.indexOf(u"day"_s)));
    if (!m_answer->day.isValid() || day > m_answer->day) {
        m_answer->day = day;
        m_answer->areas.clear();
        m_answer->areaCounts.clear();
        m_answer->whole.clear();
        m_answer->silent.clear();
    }
    const QString level = cellText(cells.value(header.indexOf(u"level"_s)));
    QList<QStringList> &areas = m_answer->areas[level];
    if (++m_answer->areaCounts[level] > RollupAnswer::mostAreas)
        return {};
    QStringList texts;
    for (const Cell &cell : cells)
        texts << cellText(cell);
    areas << texts;
    if (level != "all"_L1)
        return {};
    for (qsizetype i = 0; i < header.size(); ++i)
        m_answer->whole.insert(header[i], texts.value(i));
    m_answer->silent =
        m_answer->whole.value(u"communes_without_scan_names"_s).split(u"; "_s, Qt::SkipEmptyParts);
    return {};
}

} // namespace checkpoint
