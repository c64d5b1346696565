#include "ui/entriesview/entriesview.h"

// What can be done with the chosen entry, as a menu that says the keys; the rest of the view is in
// entriesview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

/// The mouse asks where it is, the keyboard at the chosen line.
void EntriesView::showMenu(const QPoint &at)
{
    const QModelIndex current = m_table->currentIndex();
    const auto row = m_model->entryAt(current.row());
    if (!row && !chosenSubject())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"entryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &name, const QString &words, const QKeySequence &key,
                                  bool enabled, auto action) {
        QAction *added = menu->addAction(words);
        added->setObjectName(name);
        added->setShortcut(key);
        added->setShortcutContext(Qt::WidgetShortcut); // said here; the view listens to it
        added->setShortcutVisibleInContextMenu(true);
        added->setEnabled(enabled);
        connect(added, &QAction::triggered, this, action);
    };
    if (!row) { // somebody who was sent away
        add(u"menuDetails"_s, tr("Details"), Qt::Key_Return, true, [this] { showDetails(true); });
        add(u"menuCopy"_s, tr("Copy"), QKeySequence::Copy, true, [this] { copyLines(); });
        return popUp(menu, at);
    }
    const Entry entry = row->entry;
    const bool known = entry.visitorId.has_value();
    const bool staff = row->visitor.staff;
    add(u"menuDetails"_s, tr("Details"), Qt::Key_Return, true, [this] { showDetails(true); });
    add(u"menuCorrect"_s, DetailsPanel::tr("Correct the name or other data…"), Qt::CTRL | Qt::Key_E,
        known && m_details->mayCorrect(), [this] { correctChosen(); });
    add(u"menuOut"_s, DetailsPanel::tr("Record OUT"), Qt::CTRL | Qt::Key_O,
        !row->voidedBy && entry.kind == EntryKind::In && known,
        [this] { doInDetails(&DetailsPanel::askOut); });
    add(u"menuTurn"_s, DetailsPanel::tr("Change direction"), Qt::Key_F9,
        !row->voidedBy && !entry.apart && m_notOwn.isEmpty(),
        [this] { doInDetails(&DetailsPanel::askTurn); });
    add(u"menuStaff"_s, staff ? DetailsPanel::tr("No longer staff") : DetailsPanel::tr("Mark as staff"), {},
        known && m_details->mayMarkStaff(), [this, entry, staff] { requestStaff(*entry.visitorId, !staff); });
    add(u"menuPass"_s, DetailsPanel::tr("Issue a pass"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, known,
        [this, entry] { emit passWanted(entry.id); });
    const QString notToNote = m_details->whoMayNote();
    // Whether they are on it only the details tell.
    const bool isTold = m_details->isVisible() && m_details->isAsExpected();
    add(u"menuAttention"_s,
        !isTold                 ? tr("Put on the attention list, or take off it…")
        : m_details->isListed() ? DetailsPanel::tr("Remove from the attention list…")
                                : DetailsPanel::tr("Add to the attention list…"),
        {}, known && notToNote.isEmpty(), [this] { doInDetails(&DetailsPanel::askAttention); });
    menu->actions().constLast()->setToolTip(notToNote);
    menu->setToolTipsVisible(!notToNote.isEmpty());
    menu->addSeparator();
    add(u"menuCopy"_s, tr("Copy"), QKeySequence::Copy, true, [this] { copyLines(); });
    if (m_restore->isVisibleTo(this))
        add(u"menuRestore"_s, tr("Restore the entry"), QKeySequence::Undo, m_restore->isEnabled(),
            [this] { restoreChosen(); });
    else
        add(u"menuVoid"_s, tr("Void"), Qt::Key_Delete, m_void->isEnabled(), [this] { beginVoid(); });
    if (const QString why = m_notOwn; !why.isEmpty()) {
        menu->setToolTipsVisible(true);
        menu->actions().constLast()->setToolTip(why);
    }
    popUp(menu, at);
}

/// What is done with an entry is seen beside it.
void EntriesView::doInDetails(void (DetailsPanel::*deed)())
{
    showDetails(true);
    if (!m_details->isHidden())
        (m_details->*deed)();
}

/// The keys of the details hold for the chosen entry where these are not open yet.
void EntriesView::keyPressEvent(QKeyEvent *event)
{
    const QKeyCombination key = event->keyCombination();
    if (!m_details->isHidden() || !m_table->hasFocus() ||
        (key != Qt::Key_F9 && key != (Qt::CTRL | Qt::Key_O) && key != (Qt::CTRL | Qt::Key_D)))
        return QWidget::keyPressEvent(event);
    doInDetails(key == Qt::Key_F9               ? &DetailsPanel::askTurn
                : key == (Qt::CTRL | Qt::Key_O) ? &DetailsPanel::askOut
                                                : &DetailsPanel::askMore);
}

void EntriesView::popUp(QMenu *menu, const QPoint &at)
{
    const QModelIndex current = m_table->currentIndex();
    const QRect line = m_table->visualRect(current);
    const bool onLine = m_table->indexAt(at).row() == current.row();
    menu->popup(m_table->viewport()->mapToGlobal(onLine ? at : line.bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst());
}

} // namespace checkpoint
