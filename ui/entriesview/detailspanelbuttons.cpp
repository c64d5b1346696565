#include "ui/entriesview/detailspanel.h"

// What can be done with the chosen entry: the buttons, of which the room holds some, and the menu of the
// others; the rest of the panel is in detailspanel.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/questionpanel.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int twoRowsHeight = 330; ///< for more of what is read than a line, and two rows of buttons

} // namespace

void DetailsPanel::makeButtons(QWidget *page)
{
    m_buttons = new QWidget(page);
    m_rows = new QVBoxLayout(m_buttons);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(tokens::space8);
    const auto button = [this](const QString &name, ActionButton::Look look = ActionButton::Look::Plain) {
        auto *made = new ActionButton(look, m_buttons);
        made->setObjectName(name);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        return made;
    };
    m_restore = button(u"detailsRestore"_s, ActionButton::Look::Primary);
    m_restore->setIconName("undo"_L1);
    m_restore->setKeyHint(keyText(QKeySequence(QKeySequence::Undo)));
    m_reveal = button(u"revealButton"_s);
    m_reveal->setKey(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_out = button(u"detailsOut"_s);
    m_out->setKey(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_turn = button(u"detailsTurn"_s);
    m_turn->setKey(Qt::Key_F9);
    m_pass = button(u"detailsPass"_s);
    m_pass->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)));
    m_correct = button(u"detailsCorrect"_s);
    m_correct->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_E)));
    m_staff = button(u"detailsStaff"_s);
    m_attention = button(u"detailsAttention"_s);
    m_more = button(u"detailsMore"_s);
    m_more->setKey(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_close = new ActionButton(ActionButton::Look::Quiet, page);
    m_close->setObjectName(u"detailsClose"_s);
    m_close->setIconName("cross"_L1);
    connect(m_more, &QAbstractButton::clicked, this, &DetailsPanel::showMore);
    connect(m_restore, &QAbstractButton::clicked, this, &DetailsPanel::restoreRequested);
    const auto keyOf = [this](ActionButton *pressed, const QKeySequence &key) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, pressed] {
            if (!m_buttons->isVisible())
                return;
            if (pressed->isEnabled())
                pressed->click();
            else
                emit refused(pressed->whyOff());
        });
        return shortcut;
    };
    m_outKey = keyOf(m_out, QKeySequence(Qt::CTRL | Qt::Key_O));
    m_turnKey = keyOf(m_turn, Qt::Key_F9);
}

/// The most used have buttons, on a low screen fewer of them; the others are in the menu, with their keys. Of
/// a line that was taken back restoring it comes first.
void DetailsPanel::arrangeButtons()
{
    const bool low = height() < textScaled(twoRowsHeight);
    const bool takenBack = m_details && m_details->asked.voidedBy;
    const bool restorable = takenBack && !m_details->asked.replaced;
    QList<QList<ActionButton *>> rows;
    if (restorable)
        rows << QList{m_restore};
    if (low && restorable)
        rows.last() << m_more;
    else if (low || takenBack)
        rows << QList{m_reveal, m_more};
    else
        rows << QList{m_reveal, m_turn} << QList{m_out, m_more};
    m_question->setTight(low);
    if (std::exchange(m_arranged, rows) != rows) {
        while (QLayoutItem *row = m_rows->takeAt(0))
            delete row;
        for (const QList<ActionButton *> &line : std::as_const(rows)) {
            auto *row = new QHBoxLayout;
            row->setSpacing(tokens::space8);
            for (ActionButton *button : line)
                row->addWidget(button, 1);
            m_rows->addLayout(row);
        }
        for (ActionButton *each :
             {m_restore, m_reveal, m_turn, m_out, m_more, m_correct, m_attention, m_pass, m_staff})
            each->setVisible(std::ranges::any_of(
                rows, [each](const QList<ActionButton *> &line) { return line.contains(each); }));
    }
    m_outKey->setEnabled(m_out->isHidden());
    m_turnKey->setEnabled(m_turn->isHidden());
}

/// What the menu says is off, the button that is not seen knows why.
void DetailsPanel::showMore()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"detailsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList why;
    const bool counts = m_details && !m_details->asked.voidedBy;
    for (ActionButton *button : {m_reveal, m_turn, m_out, m_correct, m_attention, m_pass, m_staff}) {
        if (!button->isHidden() || (!counts && (button == m_out || button == m_turn)))
            continue;
        QAction *added = menu->addAction(button->text(), button, &QAbstractButton::click);
        added->setObjectName(button->objectName() + u"Action"_s);
        added->setShortcut(QKeySequence(button->keyHint()));
        added->setShortcutContext(Qt::WidgetShortcut); // said here; others listen to it
        added->setShortcutVisibleInContextMenu(true);
        added->setEnabled(button->isEnabled());
        if (!button->whoMay().isEmpty() && !why.contains(button->whoMay()))
            why << button->whoMay();
    }
    for (const QString &sentence : std::as_const(why))
        menu->addAction(sentence)->setEnabled(false);
    menu->popup(m_more->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    menu->setActiveAction(menu->actions().value(0));
}

} // namespace checkpoint
