#include "core/posters/posterprinter.h"

#include "core/posters/sheetpainter.h"
#include "core/posters/stepdrawings.h"

#include <QPageRanges>
#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double mmPerInch = 25.4;
constexpr int answerMs = 5000;
/// Paper that is larger than the sheet by less than this needs no lines.
constexpr double paperTolerance = 2;

/// Whether CUPS says that the queue takes no jobs, which Qt does not ask. True also where there is no CUPS.
bool acceptsJobs(const QString &printerName)
{
    const QString program = QStandardPaths::findExecutable(u"lpstat"_s);
    if (program.isEmpty())
        return true;
    QProcess lpstat;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    lpstat.setProcessEnvironment(environment);
    lpstat.start(program, {u"-a"_s, printerName});
    if (!lpstat.waitForFinished(answerMs)) {
        lpstat.kill();
        lpstat.waitForFinished(answerMs);
        return true;
    }
    return !lpstat.readAllStandardOutput().contains("not accepting");
}

/// Short lines at the corners of the sheet, on the paper around it.
Sheet cutMarks(const QRectF &sheet)
{
    constexpr double length = 5;
    constexpr double distance = 1;
    Sheet marks;
    for (const double x : {sheet.left(), sheet.right()}) {
        drawCut(marks, {x, sheet.top() - distance - length}, {x, sheet.top() - distance});
        drawCut(marks, {x, sheet.bottom() + distance}, {x, sheet.bottom() + distance + length});
    }
    for (const double y : {sheet.top(), sheet.bottom()}) {
        drawCut(marks, {sheet.left() - distance - length, y}, {sheet.left() - distance, y});
        drawCut(marks, {sheet.right() + distance, y}, {sheet.right() + distance + length, y});
    }
    for (SheetShape &shape : marks.shapes)
        shape.dashed = false;
    return marks;
}

void paintPage(QPainter &painter, const Sheet &sheet, const QPrinter &printer)
{
    const QSizeF paper = printer.pageLayout().fullRect(QPageLayout::Millimeter).size();
    const double dots = printer.resolution() / mmPerInch;
    const QPointF corner((paper.width() - sheet.size.width()) / 2,
                         (paper.height() - sheet.size.height()) / 2);
    if (corner.x() > paperTolerance || corner.y() > paperTolerance)
        paintSheet(painter, cutMarks(QRectF(corner, sheet.size)), dots);
    painter.save();
    painter.setTransform(QTransform::fromTranslate(corner.x() * dots, corner.y() * dots), true);
    paintSheet(painter, sheet, dots);
    painter.restore();
}

} // namespace

Result<void> printerReady(const QString &printerName)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(printerName);
    if (info.isNull())
        return Error{ErrorCode::PrinterMissing, u"there is no printer “%1”"_s.arg(printerName)};
    if (info.state() == QPrinter::Error || info.state() == QPrinter::Aborted)
        return Error{ErrorCode::PrinterStopped,
                     u"the printer “%1” is paused or in trouble"_s.arg(printerName)};
    if (!acceptsJobs(printerName))
        return Error{ErrorCode::PrinterStopped, u"the printer “%1” takes no jobs"_s.arg(printerName)};
    return {};
}

PosterPrinter::PosterPrinter(QPrinter *printer) : m_printer(printer) {}

void PosterPrinter::setPaper(const QSizeF &sheetSize)
{
    const bool landscape = sheetSize.width() > sheetSize.height();
    const QSizeF upright = landscape ? sheetSize.transposed() : sheetSize;
    // Paper that printers have; what is smaller is printed on A4 with lines to cut along.
    const QPageSize size(QPageSize::id(upright, QPageSize::Millimeter, QPageSize::FuzzyMatch));
    m_printer->setPageSize(size.isValid() && size.id() != QPageSize::Custom ? size
                                                                            : QPageSize(QPageSize::A4));
    m_printer->setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
}

QList<int> PosterPrinter::chosenSheets(int count) const
{
    QList<int> chosen;
    const QPageRanges ranges = m_printer->pageRanges();
    const bool all = m_printer->printRange() == QPrinter::AllPages || ranges.isEmpty();
    for (int page = 1; page <= count; ++page) {
        if (all || ranges.contains(page))
            chosen.append(page - 1);
    }
    if (m_printer->pageOrder() == QPrinter::LastPageFirst)
        std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

Result<void> PosterPrinter::print(int count, const SheetSource &sheet)
{
    if (m_printer->outputFormat() == QPrinter::NativeFormat) {
        if (const Result<void> ready = printerReady(m_printer->printerName()); !ready)
            return ready;
    }
    const QList<int> chosen = chosenSheets(count);
    if (chosen.isEmpty())
        return Error{ErrorCode::WrongUse, u"none of the %1 pages is chosen"_s.arg(count)};
    // All are made before the first is printed: an error must not leave half a job.
    std::vector<Sheet> sheets;
    for (const int index : chosen) {
        Result<Sheet> made = sheet(index);
        if (!made)
            return made.error();
        sheets.push_back(*std::move(made));
    }
    return paint(sheets);
}

Result<void> PosterPrinter::paint(const std::vector<Sheet> &sheets)
{
    m_printer->setFullPage(true);
    QPainter painter;
    if (!painter.begin(m_printer))
        return Error{ErrorCode::PrinterMissing, u"the printing system takes no job"_s};
    // Where the printing system makes no copies they are printed one after the other.
    const int copies = m_printer->supportsMultipleCopies() ? 1 : std::max(m_printer->copyCount(), 1);
    bool first = true;
    for (int copy = 0; copy < copies; ++copy) {
        for (const Sheet &sheet : sheets) {
            if (!first && !m_printer->newPage())
                return Error{ErrorCode::PrinterStopped, u"the printer took no further page"_s};
            first = false;
            paintPage(painter, sheet, *m_printer);
        }
    }
    if (!painter.end())
        return Error{ErrorCode::PrinterStopped, u"the job could not be ended"_s};
    return {};
}

} // namespace checkpoint
