#include "ui/entriesview/entriesview.h"

// How entries are put right from the list: taken back, restored, their persons corrected; and how the list
// goes on showing them then.

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/filterbar.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimer>

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int roomyListHeight = 520; ///< pixels, for the list with everything around it and a question

} // namespace

// ---- taking back

void EntriesView::beginVoid()
{
    const std::optional<EntryRow> row = m_model->entryAt(m_table->currentIndex().row());
    if (!row || row->voidedBy)
        return;
    if (!m_notOwn.isEmpty()) {
        m_sums->setText(m_notOwn);
        return;
    }
    if (!m_void->isEnabled())
        return;
    m_voidCard->show();
    makeRoom();
    m_voidPanel->ask(row->entry.id, row->entry.kind == EntryKind::Out ? Direction::Out : Direction::In,
                     row->entry.at, row->visitor);
    updateState();
    // The table has become lower: the row it is about stays in sight.
    QTimer::singleShot(0, this, [this] { m_table->scrollTo(m_table->currentIndex()); });
}

/// On a low screen the question takes the place of what narrows the list down.
void EntriesView::makeRoom()
{
    const bool low = height() < textScaled(roomyListHeight);
    m_filters->setVisible(!low || m_voidCard->isHidden());
    m_voidPanel->setTight(low);
    m_details->setOnlyReading(!m_voidCard->isHidden());
}

void EntriesView::endVoid()
{
    if (m_voidCard->isHidden())
        return;
    const bool focused = m_voidCard->isAncestorOf(QApplication::focusWidget());
    m_voidCard->hide();
    makeRoom();
    if (focused)
        m_table->setFocus(Qt::OtherFocusReason);
    updateState();
}

void EntriesView::restoreChosen()
{
    const std::optional<EntryRow> row = m_model->entryAt(m_table->currentIndex().row());
    if (!row || !row->voidedBy || row->replaced || !m_restore->isEnabled())
        return;
    if (std::exchange(m_restored, row->entry.id) == row->entry.id)
        return;
    m_change = Change{row->entry.id, {}, personName(row->visitor), true};
    emit restoreRequested(row->entry.id);
}

// ---- undoing

void EntriesView::letTryAgain()
{
    m_restored.reset();
    if (m_change)
        m_change->undone = false;
}

void EntriesView::takeBack(const QUuid &entryId, const QString &reason)
{
    const auto row = m_model->entryAt(m_model->rowOf(entryId));
    say({}); // what was said of it before is not so any more
    m_change = Change{entryId, {}, row ? personName(row->visitor) : QString()};
    emit voidRequested(entryId, reason);
}

void EntriesView::turnRound(const QUuid &entryId, Direction direction)
{
    const auto row = m_model->entryAt(m_model->rowOf(entryId));
    m_change = Change{entryId, opposite(direction), row ? personName(row->visitor) : QString()};
    emit turnRoundRequested(entryId, direction);
}

/// The chosen line comes first: what the button says there is what the key does.
void EntriesView::undoLast()
{
    if (!m_voidCard->isHidden() || m_details->isAsking())
        return;
    const auto row = m_model->entryAt(m_table->currentIndex().row());
    if (row && row->voidedBy && !row->replaced) {
        if (!m_notOwn.isEmpty())
            return say(m_notOwn, "ask"_L1);
        return restoreChosen();
    }
    if (!m_change)
        return say(
            tr("Nothing was changed in this list that could be undone. Delete voids the chosen entry."),
            "ask"_L1);
    if (std::exchange(m_change->undone, true))
        return;
    if (m_change->before)
        emit turnRoundRequested(m_change->entry, *m_change->before);
    else
        emit restoreRequested(m_change->entry);
}

/// What was done here has been done: says what became of it, and where it is when a filter hides it.
void EntriesView::sayChanged(Direction now, const std::optional<Entry> &sameWay)
{
    const QString word = directionShout(now);
    QStringList said;
    if (!m_change->undone)
        said << tr("Changed: %1 is %2 now. Ctrl+Z changes it back.").arg(m_change->name, word);
    else if (m_change->before)
        said << tr("Turned back: %1 is %2 again.").arg(m_change->name, word);
    else
        said << tr("The entry of %1 counts again.").arg(m_change->name);
    if (sameWay)
        said << sameWayText(*sameWay) << sameWayAdvice();
    const EntryFilter shown = filter();
    if (shown.openOnly || shown.direction.value_or(now) != now)
        said << tr("The filter hides it: “Clear filters” shows it.");
    say(said.join(u' '), sameWay ? "ask"_L1 : "in"_L1);
}

/// What is not one's own is not offered, and it is said who may.
void EntriesView::askWhoMay()
{
    m_notOwn.clear();
    m_details->setNotOwn({});
    if (!m_source.mayCorrect || !m_chosen)
        return;
    m_source.mayCorrect(*m_chosen).then(this, [this, asked = *m_chosen](const Result<bool> &may) {
        if (asked != m_chosen)
            return;
        m_notOwn = may && !*may ? whoMay(Deed::VoidOthers) : QString();
        m_details->setNotOwn(m_notOwn);
        updateState();
    });
}

void EntriesView::requestStaff(const QUuid &visitorId, bool staff)
{
    const auto row = m_model->rowAt(m_table->currentIndex().row());
    m_staffName = row ? personName(row->entry ? row->entry->visitor : row->refused->visitor) : QString();
    emit staffRequested(visitorId, staff);
}

void EntriesView::showStaff(bool staff)
{
    if (m_staffName.isEmpty())
        return;
    say(staff ? tr("%1 is staff now. To undo it: “More…” in the details, “No longer staff”.").arg(m_staffName)
              : tr("%1 is no longer staff. To undo it: “More…” in the details, “Mark as staff”.")
                    .arg(m_staffName));
    fetchDetails();
}

// ---- going on showing

void EntriesView::correctChosen()
{
    const auto row = m_model->entryAt(m_table->currentIndex().row());
    if (!row || !row->entry.visitorId)
        return;
    if (m_details->mayCorrect())
        correctPerson(*row->entry.visitorId);
    else
        say(m_details->whoMayCorrect(), "ask"_L1);
}

void EntriesView::correctPerson(const QUuid &visitorId)
{
    QString name;
    if (const auto row = m_model->entryAt(m_table->currentIndex().row())) {
        m_correcting = Correcting{visitorId, {row->entry.at.utcMs, row->entry.id}};
        if (m_details->isRevealed() && m_details->details()->asked.entry.id == row->entry.id)
            name = row->visitor.name;
    }
    emit personWanted(visitorId, name);
}

void EntriesView::followPerson(const QUuid &visitorId)
{
    if (!m_correcting || m_correcting->visitorId != visitorId)
        return;
    m_sought = m_correcting->line;
    m_searchYields = true;
    m_seeking = false;
    m_correcting.reset();
    refresh();
}

void EntriesView::followEntry(const QUuid &before, const PageKey &now, Direction direction,
                              const std::optional<Entry> &sameWay)
{
    const bool ours = m_change && m_change->entry == before;
    const bool wasChosen = m_chosen == before;
    if (ours) {
        sayChanged(direction, sameWay);
        m_change->entry = now.id;
        if (m_change->undone || !m_change->before)
            m_change.reset();
    }
    if (!wasChosen)
        return;
    m_sought = now;
    m_searchYields = true;
    m_seeking = false;
}

void EntriesView::showEntry(const PageKey &line)
{
    m_days->setDay(QDateTime::fromMSecsSinceEpoch(line.atUtcMs).date());
    m_period->setIndex(OneDay);
    m_filters->clear();
    m_sought = line;
    m_details->show();
    m_table->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, this, &EntriesView::arrangeColumns);
}

/// Chooses the line that is sought as soon as it is there. Where a search hides it, the search was for what
/// was just corrected, and goes.
void EntriesView::seek()
{
    if (!m_sought)
        return;
    if (const int row = m_model->rowOf(m_sought->id); row >= 0) {
        m_sought.reset();
        select(row);
        m_table->scrollTo(m_model->index(row, 0));
    } else if (!m_model->isFetched(*m_sought)) {
        m_model->fetch(*m_sought);
    } else if (!m_searchYields || m_search->text().trimmed().isEmpty()) {
        m_sought.reset();
    } else {
        clearSearch();
        list();
    }
}

} // namespace checkpoint
