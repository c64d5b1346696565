#pragma once

#include "core/base/result.h"
#include "core/posters/sheet.h"

#include <QImage>
#include <QString>

#include <memory>
#include <optional>

class QPainter;
class QPdfWriter;

namespace checkpoint {

class WholeFile;

/// The kinds of file that sheets are written to.
enum class SheetFile { Pdf, Png, Svg };

/// From the name's end: ".pdf", ".png", ".svg"; nothing for any other.
std::optional<SheetFile> sheetFileOf(const QString &path);

/// Writes sheets to one PDF file, one a page, as they come, so that the number of pages costs no memory. The
/// file appears under its name only when finish() succeeded; before that, and after any failure, whatever lay
/// there stays. For one thread.
class PdfSheetWriter
{
public:
    explicit PdfSheetWriter(const QString &path, const QString &title);
    ~PdfSheetWriter();
    Q_DISABLE_COPY_MOVE(PdfSheetWriter)

    /// WriteFailed, or DiskFull.
    Result<void> add(const Sheet &sheet);
    /// The same; WrongUse when there was no page.
    Result<void> finish();

private:
    std::unique_ptr<WholeFile> m_file;
    const QString m_title;
    std::unique_ptr<QPdfWriter> m_pdf;
    std::unique_ptr<QPainter> m_painter;
};

/// Dots per inch of pictures: below, small symbols are mush; above, an A4 sheet takes more than a quarter of
/// a gigabyte.
inline constexpr int leastDpi = 72;
inline constexpr int mostDpi = 600;

/// The sheet as a picture on white paper.
QImage sheetPicture(const Sheet &sheet, int dpi, QImage::Format format = QImage::Format_RGB32);

/// Writes one sheet; the file appears whole or not at all. WriteFailed, DiskFull; WrongUse for a resolution
/// out of bounds.
Result<void> writePng(const Sheet &sheet, int dpi, const QString &path);

/// The same; text stays text.
Result<void> writeSvg(const Sheet &sheet, const QString &path);

} // namespace checkpoint
