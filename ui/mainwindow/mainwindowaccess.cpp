#include "ui/mainwindow/mainwindow.h"

// What the window shows to whom: locked, signed in, changed; and what may be opened only then.

#include "ui/common/actionbutton.h"
#include "ui/common/scrim.h"
#include "ui/diagnosticsview/diagnosticsview.h"
#include "ui/entriesview/entriesview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/noticebar.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/screenplace.h"
#include "ui/mainwindow/viewfunctions.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/reportsview/previewfile.h"
#include "ui/reportsview/reportsview.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/noticepanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/staffpanel.h"
#include "ui/signin/lockedpage.h"
#include "ui/signin/signinpanel.h"
#include "ui/syncview/syncview.h"

#include <QDialog>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int remarkWidth = 760;

} // namespace

void MainWindow::showPage(View view)
{
    if (m_locked && view != View::Scan)
        m_views->setCurrentWidget(m_lockedPage);
    else
        m_views->setCurrentIndex(int(view));
}

bool MainWindow::isAtDoor(const ScanOutcome &outcome) const
{
    if (outcome.corrects)
        return outcome.corrects == m_atDoor;
    const bool comesFromCorrecting = outcome.kind == ScanOutcome::Kind::Failed && outcome.deviceId.isEmpty();
    return !comesFromCorrecting || (outcome.entryId && outcome.entryId == m_atDoor);
}

/// In the scan view the button listens to it; passes, and a desk without a platform, begin something new of
/// their own by it.
void MainWindow::offerHandKey()
{
    const bool takenByPasses = m_view == View::Posters && m_paper->showsPasses();
    const bool takenBySync = m_view == View::Sync && m_sync->target().isEmpty();
    m_handKey->setEnabled(m_view != View::Scan && !takenByPasses && !takenBySync);
}

/// Left by whatever way, its questions are answered: nobody is to scan in vain the next morning.
void MainWindow::endFirstStart()
{
    DeskPreferences preferences = m_preferences;
    preferences.firstStartDone = true;
    changePreferences(preferences);
}

void MainWindow::setOperator(const std::optional<DeskOperator> &current, bool hasOperators)
{
    m_hasOperators = hasOperators;
    m_top->setOperator(current, hasOperators);
    m_signIn->setCurrent(current);
}

void MainWindow::setLocked(bool locked)
{
    if (locked == m_locked)
        return;
    m_locked = locked;
    m_scan->setLocked(locked);
    m_strip->setLocked(locked);
    if (locked)
        forgetPersons();
    emit lockedChanged(locked);
    showView(m_view);
}

void MainWindow::changeOperator()
{
    forgetPersons();
    m_scan->forget();
    // Each view is shown anew, and asks for what it shows.
    m_views->setCurrentWidget(m_lockedPage);
    emit lockedChanged(false);
    showView(m_view);
}

void MainWindow::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    m_scan->changePerson(visitorId, now);
    m_strip->changePerson(visitorId, now);
}

void MainWindow::endAlarm()
{
    m_strip->endAlarm();
}

/// What was begun in one would be done by whoever comes next. The recovery sheet is for those who are not
/// signed in.
void MainWindow::closeDialogs()
{
    for (QDialog *dialog : findChildren<QDialog *>()) {
        if (dialog->isVisible() && !qobject_cast<RecoveryDialog *>(dialog))
            dialog->reject();
    }
}

void MainWindow::forgetPersons()
{
    closeDialogs();
    m_palette->close();
    m_strip->clear();
    m_lastEntry.reset();
    m_entries->forget();
    m_inside->forget();
    m_reports->forget();
    passView()->forget();
    m_sync->forget();
    m_settings->closePage();
    m_settings->attentionPanel()->forget();
    m_settings->expectedPanel()->forget();
    m_settings->staffPanel()->forget();
    m_diagnostics->clear();
    m_settings->keepingSettings()->noticePanel()->forget();
}

void MainWindow::beginSignIn()
{
    if (!m_hasOperators)
        return;
    showHelp(false);
    placeSignIn();
    m_signIn->begin(m_top->lastOperator());
}

// ---- the kiosk

void MainWindow::placeOnScreen()
{
    m_kioskLeft = m_kioskLeft && m_preferences.windowMode == WindowMode::Kiosk;
    if (!m_kioskLeft)
        m_place->setMode(m_preferences.windowMode);
    m_rail->setHint(windowMode() == WindowMode::Kiosk ? u"Ctrl+Shift+F11"_s : QString());
}

WindowMode MainWindow::windowMode() const
{
    return m_place->mode();
}

void MainWindow::toggleFullScreen()
{
    m_place->toggleFullScreen();
}

void MainWindow::beginLeavingKiosk()
{
    if (!m_hasOperators)
        return leaveKiosk();
    showHelp(false);
    placeSignIn();
    m_signIn->beginLeavingKiosk();
}

void MainWindow::leaveKiosk()
{
    if (windowMode() != WindowMode::Kiosk)
        return;
    m_kioskLeft = true;
    m_place->setMode(WindowMode::Normal);
    placeOnScreen();
    remark([] {
        return ErrorText{tr("The kiosk is left until the program starts again."),
                         {},
                         tr("For good: Settings (F10), Window.")};
    });
}

void MainWindow::endSignIn()
{
    const bool focused = m_signIn->isAncestorOf(focusWidget());
    m_signIn->end();
    if (focused)
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// In the scan view over the preview, so that the result stays in sight; elsewhere in the middle. A view that
/// is shown comes to the top, the card belongs above it.
void MainWindow::placeSignIn()
{
    const int top = tokens::topLineHeight;
    const int room = width() - m_rail->width() - 2 * tokens::space16;
    const bool scan = m_view == View::Scan;
    const int wanted = qMin(textScaled(SignInPanel::usualWidth), scan ? m_scan->lanesWidth() : room);
    const int across = qMax(wanted, m_signIn->minimumSizeHint().width());
    const int down = qMin(m_signIn->sizeHint().height(), height() - top - 2 * tokens::space16);
    const int left = m_rail->width() + tokens::space16 + (scan ? 0 : (room - across) / 2);
    m_scrim->setGeometry(m_rail->width(), top, width() - m_rail->width(), height() - top);
    m_signIn->setGeometry(left, top + (scan ? 0 : (height() - top - down) / 4), across, down);
    m_signIn->raise();
}

void MainWindow::tellWhyNot(const QString &what, const QString &why)
{
    remark([what, why] { return ErrorText{tr("“%1” cannot be done now.").arg(what), {}, why}; });
}

void MainWindow::remark(const std::function<ErrorText()> &words)
{
    m_remark->say(words, true);
    placeRemark();
    m_remarkEnds.start();
}

/// Over the top line: it comes and goes, and nothing may move under the mouse by that.
void MainWindow::placeRemark()
{
    if (m_remark->isHidden())
        return;
    const int most = width() - m_rail->width() - 2 * tokens::space16;
    const int across = qMin(textScaled(remarkWidth), most);
    m_remark->setGeometry(m_rail->width() + tokens::space16, tokens::space4, across,
                          m_remark->heightForWidth(across));
    m_remark->raise();
}

/// The key of a button that is off was heard by nobody.
void MainWindow::tellWhyOff(const QKeyEvent &key)
{
    for (const ActionButton *button : m_views->currentWidget()->findChildren<ActionButton *>())
        if (button->isVisible() && !button->isEnabled() && button->isPressedBy(key))
            return tellWhyNot(button->text(), whyOff(*button));
}

/// Buttons that are off let the mouse through.
void MainWindow::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    const auto *button = qobject_cast<ActionButton *>(childAt(event->position().toPoint()));
    if (button && !button->isEnabled())
        tellWhyNot(button->accessibleName(), whyOff(*button));
}

void MainWindow::beginPass()
{
    if (m_locked) {
        beginSignIn();
        return;
    }
    const auto chosen = m_view == View::Entries ? m_entries->chosenEntry() : m_lastEntry;
    if (chosen) {
        emit passWanted(*chosen);
        return;
    }
    showView(View::Posters);
    m_paper->showPasses();
}

void MainWindow::showDiagnostics()
{
    showView(View::Settings);
    if (m_locked)
        return;
    m_diagnostics->clear();
    m_views->setCurrentWidget(m_diagnostics);
    m_diagnostics->setFocus(Qt::OtherFocusReason);
    fillHelp();
    emit diagnosticsWantedChanged(true);
}

} // namespace checkpoint
