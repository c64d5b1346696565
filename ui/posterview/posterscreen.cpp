#include "ui/posterview/posterscreen.h"

#include "core/posters/sheetpainter.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace checkpoint {

PosterScreen::PosterScreen(const Sheet &sheet) : m_sheet(sheet)
{
    setObjectName(QStringLiteral("posterScreen"));
    setWindowTitle(tr("Poster"));
    setAccessibleName(windowTitle());
    setCursor(Qt::BlankCursor);
}

const QScreen *PosterScreen::beside(const QScreen *taken)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other =
        std::ranges::find_if(screens, [taken](const QScreen *screen) { return screen != taken; });
    return other == screens.end() ? taken : *other;
}

void PosterScreen::showOn(const QScreen *screen, bool passive)
{
    setAttribute(Qt::WA_ShowWithoutActivating, passive);
    setGeometry(screen->geometry());
    showFullScreen();
}

void PosterScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unitsPerMm = std::min(width() / m_sheet.size.width(), height() / m_sheet.size.height());
    painter.translate((width() - m_sheet.size.width() * unitsPerMm) / 2,
                      (height() - m_sheet.size.height() * unitsPerMm) / 2);
    paintSheet(painter, m_sheet, unitsPerMm);
}

void PosterScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void PosterScreen::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace checkpoint
