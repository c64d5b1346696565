#include "ui/mainwindow/mainwindow.h"

// The help beside the views: where it stands, what it lists, and where the keys go when it is closed.

#include "ui/common/theme.h"
#include "ui/common/tokens.h"
#include "ui/mainwindow/helppanel.h"
#include "ui/mainwindow/rail.h"
#include "ui/scanview/scanview.h"

#include <QApplication>
#include <QStackedLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void MainWindow::showHelp(bool shown)
{
    QWidget *focus = QApplication::focusWidget();
    const bool focused = m_help->isAncestorOf(focus);
    if (shown && !focused)
        m_beforeHelp = focus;
    m_help->setVisible(shown);
    m_rail->setHelpShown(shown);
    placeHelp();
    if (shown)
        m_help->beginSearch();
    else if (focused)
        giveFocusBack();
}

/// Where the keys were heard before the help was opened; the view itself where that is gone.
void MainWindow::giveFocusBack()
{
    QWidget *view = m_views->currentWidget();
    const bool stands = m_beforeHelp && m_beforeHelp->isVisible() && m_beforeHelp->isEnabled() &&
                        view->isAncestorOf(m_beforeHelp);
    (stands ? m_beforeHelp.data() : view)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::placeHelp()
{
    if (m_help->isHidden())
        return;
    // In the scan view over the preview, so that the result stays in sight.
    const int top = tokens::topLineHeight;
    const int wanted =
        qMin(textScaled(HelpPanel::usualWidth), width() - m_rail->width() - 2 * tokens::space16);
    const int across = m_view == View::Scan ? qMin(wanted, m_scan->lanesWidth()) : wanted;
    const int left =
        m_view == View::Scan ? m_rail->width() + tokens::space16 : width() - across - tokens::space16;
    m_help->setGeometry(left, top, across, height() - top - tokens::space16);
    m_help->raise();
}

void MainWindow::fillHelp()
{
    const QString view = viewId(m_view);
    m_help->setView(view, viewName(m_view), m_functions.keys(view), m_functions.keys({}));
}

} // namespace checkpoint
