#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/insideview/insidemodel.h"
#include "ui/insideview/insideview.h"
#include "ui/scanview/passagefields.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QList<KeyHint> InsideView::keyHints() const
{
    return {
        {u"Ctrl+F"_s, tr("Search by name, host or location")},
        {u"↑ ↓"_s, tr("Choose a person")},
        {u"Enter"_s, tr("Record that the chosen person leaves")},
        {u"Ctrl+G"_s, tr("Record that some of the companions leave")},
        {u"Ctrl+H"_s, tr("Expected visitors")},
        {u"Ctrl+P"_s, tr("Print the list of everybody inside, names as initials")},
        {u"Ctrl+R"_s, tr("Print it with full names, for a reason")},
        {u"Ctrl+E"_s, tr("End of the day: record that everybody listed leaves")},
        {u"Ctrl+Z"_s, tr("Undo the end of the day: all of its exits")},
    };
}

void InsideView::retranslate()
{
    m_which->setLabels({tr("Inside now"), tr("Since before today")});
    m_which->setAccessibleName(tr("Which visits are listed"));
    m_group->setLabels({tr("Everybody"), tr("Staff"), tr("Visitors")});
    m_group->setAccessibleName(tr("Visitors or staff"));
    m_search->setPlaceholderText(tr("Name, host or location"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_table->setAccessibleName(tr("Who is inside"));
    m_out->setLabel(tr("Record OUT"));
    m_party->setLabel(tr("Part of the group leaves"));
    m_close->setLabel(tr("End of the day"));
    m_expected->setLabel(tr("Expected visitors"));
    m_print->setLabel(tr("Print initials"));
    m_print->setToolTip(
        tr("Names stand on the list as initials. “Print full names” asks for a reason first."));
    m_printFull->setLabel(tr("Print full names…"));
    m_partyOut->setLabel(tr("Record OUT"));
    m_partyLeave->setLabel(tr("Leave it"));
    m_closeConfirm->setLabel(tr("Record all"));
    m_closeLeave->setLabel(tr("Leave it"));
    m_closedUndo->setLabel(tr("Undo"));
    sayClosed(m_closed);
    m_model->retranslate();
    updateState();
}

void InsideView::showClosed(int count, bool canBeUndone)
{
    m_closedUndo->setKey(QKeySequence(Qt::CTRL | Qt::Key_Z), this);
    const QSignalBlocker blocker(m_search);
    m_search->setText(m_search->text()); // what was typed before the closing is not undone by its key
    sayClosed(canBeUndone ? count : 0);
    if (!canBeUndone)
        tell(tr(
            "%n exit(s) recorded, marked as estimated. To void one: choose it in the entries (F3), Delete.",
            nullptr, count));
    refresh();
}

void InsideView::sayClosed(int count)
{
    m_closed = count;
    const bool hadFocus = m_closedUndo->hasFocus();
    m_closedRow->setVisible(count > 0);
    m_closedUndo->setEnabled(count > 0); // its key is heard wherever it stands
    m_closedSaid->setText(count > 0 ? tr("%n exit(s) recorded, marked as estimated.", nullptr, count)
                                    : QString());
    if (count > 0 && isVisible())
        announce(m_closedSaid, m_closedSaid->text());
    if (hadFocus && count == 0)
        m_table->setFocus(Qt::OtherFocusReason);
}

void InsideView::showClosingUndone(int count, int left)
{
    sayClosed(0);
    QString said = tr("%n exit(s) voided.", nullptr, count);
    if (left > 0)
        said += u' ' + tr("%n left as they are: who came or left again since.", nullptr, left);
    tell(said);
    refresh();
}

void InsideView::showClosingFailed(const Error &error)
{
    const ErrorText text = errorText(error.code);
    tell(text.happened + u' ' + text.todo, true);
    m_closedUndo->setEnabled(m_closed > 0);
    m_stale = true;
}

void InsideView::showPrinted(const Result<QString> &answer)
{
    if (!answer) {
        const ErrorText text = errorText(answer.error().code);
        tell(text.happened + u' ' + text.todo, true);
        return;
    }
    const bool file = QDir::isAbsolutePath(*answer);
    tell(tr("Everybody inside, %n line(s).", nullptr, m_printed) + u' ' +
         (file ? tr("Saved to %1.").arg(QDir::toNativeSeparators(*answer)) : tr("Sent to %1.").arg(*answer)));
}

} // namespace checkpoint
