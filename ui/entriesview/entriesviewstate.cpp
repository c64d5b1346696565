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

#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 forgottenAfterMs = 180'000;

} // namespace

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
    m_void->setWhyNot(m_notOwn);
    m_restore->setWhyNot(m_notOwn);
    if (m_void->whoMay().isEmpty()) {
        m_void->setToolTip(m_notOwn);
        m_void->setAccessibleDescription(m_notOwn.isEmpty() ? m_void->keyHint() : m_notOwn);
        m_restore->setToolTip(
            m_notOwn.isEmpty()
                ? tr("The entry counts again, with its old time. That it was voided stays on record.")
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
        if (const qint64 apart = m_model->apartCount(); apart > 0)
            said << tr("of these %L1 of companions alone").arg(apart);
        if (voided > 0)
            said << tr("%L1 voided").arg(voided);
    }
    if (rows && m_filters->refused() != EntryFilter::Without)
        said << tr("%L1 refused").arg(m_model->refusedCount());
    const QStringList filters = narrowing();
    QString counted = said.join(u", "_s);
    if (rows && !filters.isEmpty())
        counted += u" · "_s + tr("filter on: %1").arg(filters.join(u", "_s));
    m_sums->setText(m_told.isEmpty() ? counted : m_told);
    m_sums->setWordWrap(!m_told.isEmpty() || !filters.isEmpty());
    setTone(m_sums, !m_told.isEmpty() ? m_toldTone : filters.isEmpty() ? "quiet"_L1 : "ask"_L1);
    m_sums->setAccessibleName(m_told);
}

/// In the place of the list, when there is nothing to list.
void EntriesView::sayEmpty()
{
    const QStringList filters = narrowing();
    m_showAll->setVisible(!m_failure && !filters.isEmpty());
    if (m_failure) {
        const ErrorText text = errorText(*m_failure);
        m_empty->setWords(text.happened, text.kept + u' ' + text.todo);
    } else if (const QString never = m_filters->emptyTogether(); !never.isEmpty()) {
        m_empty->setWords(
            tr("Nothing found"),
            tr("Somebody who was refused neither came in nor left: “%1” lists none of them.").arg(never));
    } else if (!filters.isEmpty()) {
        const QString hint = m_search->text().trimmed().isEmpty()
                                 ? tr("Look at a longer time, or show all.")
                                 : tr("Search by a part of the name, without diacritics if you like, or look "
                                      "at a longer time.");
        m_empty->setWords(tr("Nothing found"), tr("filter on: %1").arg(filters.join(u", "_s)) + u'\n' + hint);
    } else if (m_period->index() == OneDay) {
        m_empty->setWords(tr("Nobody was recorded on this day"),
                          tr("People coming and leaving are listed here. Scan with F2."));
    } else {
        m_empty->setWords(tr("Nobody was recorded in this time"),
                          tr("People coming and leaving are listed here. Scan with F2."));
    }
}

void EntriesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        m_refreshTimer.start(0);
    m_justOpened = m_pages->currentIndex() != 0;
    const bool longAgo = m_leftMs && QDateTime::currentMSecsSinceEpoch() - *m_leftMs > forgottenAfterMs;
    if (!m_voidCard->isHidden())
        m_voidPanel->takeFocus(); // the question still stands, with its keys
    else if (longAgo && !m_search->text().isEmpty())
        beginSearch(); // nobody remembers what was searched for
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void EntriesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    m_leftMs = QDateTime::currentMSecsSinceEpoch();
    m_told.clear(); // whoever comes back has done other things since
    updateState();
}

void EntriesView::beginSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// The button that was pressed goes: the keys go to the list, or where one searches when it is empty.
void EntriesView::showAll()
{
    clearSearch();
    QWidget *place = m_table->isVisible() ? static_cast<QWidget *>(m_table) : m_search;
    place->setFocus(Qt::OtherFocusReason);
}

/// What keeps lines out of the list, as it is called on the screen.
QStringList EntriesView::narrowing() const
{
    QStringList words;
    if (const QString typed = m_search->text().trimmed(); !typed.isEmpty())
        words << u'“' + typed + u'”';
    return words + m_filters->narrowing();
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
