#include "ui/entriesview/entriesview.h"

// What can be done in the list just now, and what is said of it.

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/filterbar.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void EntriesView::updateState()
{
    const std::optional<EntryRow> row = m_model->entryAt(m_table->currentIndex().row());
    // While a question stands Enter is its alone.
    const bool asks = !m_voidCard->isHidden() || m_details->isAsking();
    for (ActionButton *button : {m_open, m_copy, m_void})
        button->setVisible(!asks);
    const bool restorable = row && row->voidedBy && !row->replaced;
    m_restore->setVisible(!asks && restorable);
    m_void->setVisible(!asks && !restorable);
    m_void->setEnabled(row && !row->voidedBy && m_notOwn.isEmpty());
    m_restore->setEnabled(m_notOwn.isEmpty());
    if (m_void->whoMay().isEmpty()) {
        m_void->setToolTip(m_notOwn);
        m_void->setAccessibleDescription(m_notOwn.isEmpty() ? m_void->keyHint() : m_notOwn);
        m_restore->setToolTip(
            m_notOwn.isEmpty()
                ? tr("The entry counts again, with its old time. That it was taken back stays on record.")
                : m_notOwn);
        m_restore->setAccessibleDescription(m_notOwn.isEmpty() ? m_restore->keyHint() : m_notOwn);
    }
    m_open->setEnabled(chosenSubject().has_value());
    m_copy->setEnabled(m_model->rowCount() > 0);
    const bool rows = m_model->rowCount() > 0 && !m_failure;
    sayBelow(rows);
    m_pages->setCurrentIndex(rows ? 0 : 1);
    if (rows && std::exchange(m_justOpened, false) && isVisible() && !asks && !m_search->hasFocus())
        m_table->setFocus(Qt::OtherFocusReason);
    sayEmpty();
}

/// Below the list: what has just become of somebody, or how many lines there are.
void EntriesView::sayBelow(bool rows)
{
    QStringList said;
    if (rows && m_filters->refused() != EntryFilter::Only) {
        const qint64 voided = m_model->voidedCount();
        const qint64 entries = m_model->rowCount() - voided - m_model->refusedCount();
        said << tr("%L1 entry(ies)", nullptr, int(entries)).arg(entries);
        if (voided > 0)
            said << tr("%L1 taken back").arg(voided);
    }
    if (rows && m_filters->refused() != EntryFilter::Without)
        said << tr("%L1 refused").arg(m_model->refusedCount());
    m_sums->setText(m_told.isEmpty() ? said.join(u", "_s) : m_told);
    m_sums->setWordWrap(!m_told.isEmpty());
    setTone(m_sums, m_told.isEmpty() ? "quiet"_L1 : "in"_L1);
    m_sums->setAccessibleName(m_told);
}

/// In the place of the list, when there is nothing to list.
void EntriesView::sayEmpty()
{
    const bool narrowed = !m_search->text().trimmed().isEmpty() || m_filters->isNarrowing();
    if (m_failure) {
        const ErrorText text = errorText(*m_failure);
        m_empty->setWords(text.happened, text.kept + u' ' + text.todo);
    } else if (narrowed) {
        m_empty->setWords(
            tr("Nothing found"),
            tr("Search by a part of the name, without diacritics if you like, or look at a longer time."));
    } else if (m_period->index() == OneDay) {
        m_empty->setWords(tr("Nobody was recorded on this day"),
                          tr("Who comes and leaves is listed here. Scan with F2."));
    } else {
        m_empty->setWords(tr("Nobody was recorded in this time"),
                          tr("Who comes and leaves is listed here. Scan with F2."));
    }
}

void EntriesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        m_refreshTimer.start(0);
    m_justOpened = m_pages->currentIndex() != 0;
    if (m_voidCard->isHidden())
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_voidPanel->takeFocus(); // the question still stands, with its keys
}

/// The columns follow the table, which gets its place later than the view; and somebody who goes on to
/// another line is not brought back.
bool EntriesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        arrangeColumns();
    else if (watched == m_table && event->type() == QEvent::KeyPress)
        m_sought.reset();
    return QWidget::eventFilter(watched, event);
}

void EntriesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_told.clear(); // in the language of before
    retranslate();
}

} // namespace checkpoint
