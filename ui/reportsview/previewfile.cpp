#include "ui/reportsview/previewfile.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

Result<void> PreviewFile::begin(const QList<Column> &columns)
{
    m_rows->columns = columns;
    return {};
}

Result<void> PreviewFile::write(const CellRow &cells)
{
    if (m_rows->rows.size() == m_most) {
        m_rows->more = true;
        return Error{ErrorCode::Cancelled, u"a preview ends here"_s};
    }
    m_rows->rows << cells;
    return {};
}

} // namespace checkpoint
