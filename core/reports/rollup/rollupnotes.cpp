#include "core/reports/rollup/rollupnotes.h"

#include "core/reports/rollup/rollupreport.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString pathBeside(const QString &report)
{
    const QFileInfo file(report);
    return file.dir().filePath(file.completeBaseName() + u".notes.csv"_s);
}

} // namespace

RollupNotes::RollupNotes(const QString &report) : m_path(pathBeside(report)), m_file(m_path) {}

Result<void> RollupNotes::take(const FileNote &note)
{
    if (m_count == 0) {
        if (Result<void> begun = m_file.begin(RollupReport::noteColumns()); !begun)
            return begun;
    }
    ++m_count;
    m_broken += note.kind == FileNote::Broken;
    return m_file.write(RollupReport::noteCells(note));
}

Result<void> RollupNotes::finish()
{
    return m_count > 0 ? m_file.finish() : Result<void>();
}

} // namespace checkpoint
