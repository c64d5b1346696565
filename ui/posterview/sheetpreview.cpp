#include "ui/posterview/sheetpreview.h"

#include "core/posters/sheetpainter.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace checkpoint {

namespace {

constexpr double mmPerInch = 25.4;
constexpr double zoomStep = 1.25;

} // namespace

SheetPreview::SheetPreview(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("sheetPreview"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
}

void SheetPreview::setSheet(const std::optional<Sheet> &sheet)
{
    m_sheet = sheet;
    layOut();
}

void SheetPreview::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

void SheetPreview::setZoom(const std::optional<double> &zoom)
{
    m_zoom = zoom ? std::optional(std::clamp(*zoom, leastZoom, mostZoom)) : std::nullopt;
    layOut();
    emit zoomChanged(this->zoom());
}

double SheetPreview::zoom() const
{
    return unitsPerMm() * mmPerInch / physicalDpiX();
}

double SheetPreview::unitsPerMm() const
{
    if (m_zoom)
        return *m_zoom * physicalDpiX() / mmPerInch;
    if (!m_sheet)
        return physicalDpiX() / mmPerInch;
    const QSizeF room = viewport()->size() - QSize(2 * tokens::space16, 2 * tokens::space16);
    return std::max(0.1,
                    std::min(room.width() / m_sheet->size.width(), room.height() / m_sheet->size.height()));
}

QSize SheetPreview::paperSize() const
{
    return m_sheet ? (m_sheet->size * unitsPerMm()).toSize() : QSize();
}

void SheetPreview::layOut()
{
    const QSize whole = paperSize() + QSize(2 * tokens::space16, 2 * tokens::space16);
    const QSize room = viewport()->size();
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    horizontalScrollBar()->setRange(0, m_zoom ? std::max(0, whole.width() - room.width()) : 0);
    verticalScrollBar()->setRange(0, m_zoom ? std::max(0, whole.height() - room.height()) : 0);
    viewport()->update();
}

void SheetPreview::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), QColor(colours.ground));
    if (!m_sheet) {
        painter.setPen(QColor(colours.quiet));
        painter.setFont(textFont(tokens::bodyText));
        painter.drawText(viewport()->rect().adjusted(tokens::space24, 0, -tokens::space24, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    const QSize paper = paperSize();
    const int x = std::max((viewport()->width() - paper.width()) / 2, int(tokens::space16)) -
                  horizontalScrollBar()->value();
    const int y = std::max((viewport()->height() - paper.height()) / 2, int(tokens::space16)) -
                  verticalScrollBar()->value();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(x, y);
    painter.fillRect(QRect(QPoint(), paper), Qt::white);
    painter.setPen(QColor(colours.border));
    painter.drawRect(QRect(QPoint(), paper));
    paintSheet(painter, *m_sheet, unitsPerMm());
}

void SheetPreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (!m_zoom)
        emit zoomChanged(zoom());
}

void SheetPreview::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(zoom() * (event->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep));
    event->accept();
}

void SheetPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(zoom() * zoomStep);
        return;
    case Qt::Key_Minus:
        setZoom(zoom() / zoomStep);
        return;
    case Qt::Key_0:
        setZoom({});
        return;
    case Qt::Key_1:
        setZoom(1.0);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace checkpoint
