#include "core/posters/sheetwriter.h"

#include "core/base/wholefile.h"
#include "core/posters/sheetpainter.h"
#include "core/posters/sheetsvg_p.h"

#include <QFileInfo>
#include <QImageWriter>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double mmPerInch = 25.4;
constexpr int pdfResolution = 1200;

QPageLayout pageLayout(const QSizeF &size)
{
    const bool landscape = size.width() > size.height();
    const QSizeF upright = landscape ? size.transposed() : size;
    return QPageLayout(QPageSize(upright, QPageSize::Millimeter),
                       landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF());
}

} // namespace

std::optional<SheetFile> sheetFileOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "pdf"_L1)
        return SheetFile::Pdf;
    if (suffix == "png"_L1)
        return SheetFile::Png;
    if (suffix == "svg"_L1)
        return SheetFile::Svg;
    return std::nullopt;
}

// ---- PDF

PdfSheetWriter::PdfSheetWriter(const QString &path, const QString &title)
    : m_file(std::make_unique<WholeFile>(path)), m_title(title)
{
}

PdfSheetWriter::~PdfSheetWriter()
{
    // The painter ends on the page, the page in the file, and the file was not committed: it goes.
    m_painter.reset();
    m_pdf.reset();
    m_file->cancelWriting();
}

Result<void> PdfSheetWriter::add(const Sheet &sheet)
{
    if (!m_pdf) {
        if (const Result<void> begun = m_file->begin(); !begun)
            return begun;
        m_pdf = std::make_unique<QPdfWriter>(m_file.get());
        m_pdf->setResolution(pdfResolution);
        m_pdf->setTitle(m_title);
        m_pdf->setCreator(u"Checkpoint Desk"_s);
        m_pdf->setPageLayout(pageLayout(sheet.size));
        m_painter = std::make_unique<QPainter>(m_pdf.get());
    } else {
        m_pdf->setPageLayout(pageLayout(sheet.size));
        m_pdf->newPage();
    }
    paintSheet(*m_painter, sheet, pdfResolution / mmPerInch);
    return m_file->state();
}

Result<void> PdfSheetWriter::finish()
{
    if (!m_pdf)
        return Error{ErrorCode::WrongUse, u"there is nothing to write"_s};
    m_painter.reset();
    m_pdf.reset();
    return m_file->finish();
}

// ---- pictures

QImage sheetPicture(const Sheet &sheet, int dpi, QImage::Format format)
{
    const double dots = dpi / mmPerInch;
    QImage picture((sheet.size * dots).toSize(), format);
    picture.setDotsPerMeterX(qRound(dpi / mmPerInch * 1000));
    picture.setDotsPerMeterY(qRound(dpi / mmPerInch * 1000));
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintSheet(painter, sheet, dots);
    return picture;
}

Result<void> writePng(const Sheet &sheet, int dpi, const QString &path)
{
    if (dpi < leastDpi || dpi > mostDpi)
        return Error{ErrorCode::WrongUse,
                     u"pictures take %1 to %2 dots per inch, not %3"_s.arg(leastDpi).arg(mostDpi).arg(dpi)};
    WholeFile file(path);
    if (const Result<void> begun = file.begin(); !begun)
        return begun;
    QImageWriter writer(&file, "png");
    const bool written = writer.write(sheetPicture(sheet, dpi));
    if (!written && file.state())
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, writer.errorString())};
    return file.finish();
}

Result<void> writeSvg(const Sheet &sheet, const QString &path)
{
    WholeFile file(path);
    if (const Result<void> begun = file.begin(); !begun)
        return begun;
    file.write(sheetSvg(sheet));
    return file.finish();
}

} // namespace checkpoint
