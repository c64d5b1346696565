#pragma once

#include "core/reports/summary/summary.h"

namespace checkpoint {

/// The form that is filled in by hand while the desk has no power: A4, numbered rows that are tall enough to
/// write in, and why people's data are asked for. What was written on it is typed in afterwards, row by row
/// and in the order of its columns. Any thread.
class PaperForm
{
public:
    /// Of the head only the language, the venue and the place are printed: the form waits in a drawer.
    explicit PaperForm(SheetHead head, int sheets = 1) : m_head(std::move(head)), m_sheets(sheets) {}

    /// Paints it onto the pages of a printer or a PDF file; WriteFailed when the device does not take them.
    Result<void> paint(QPagedPaintDevice *device) const;

    /// Paints it into a PDF file, which is there when it is whole.
    Result<void> writePdf(const QString &path) const;

    static constexpr int rowsOfSheet = 20;

private:
    QString title() const;
    void paintSheet(SheetPages &pages, int sheet) const;

    const SheetHead m_head;
    const int m_sheets;
};

} // namespace checkpoint
