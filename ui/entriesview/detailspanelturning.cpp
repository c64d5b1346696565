#include "ui/entriesview/detailspanel.h"

// What is asked before it is done: turning the chosen entry round, which may be an old one, and taking
// somebody off the attention list; the rest of the panel is in
// detailspanel.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/questionpanel.h"
#include "ui/common/wording.h"

#include <QLabel>

namespace checkpoint {

namespace {

Direction otherDirection(const Entry &entry)
{
    return entry.kind == EntryKind::Out ? Direction::In : Direction::Out;
}

} // namespace

bool DetailsPanel::isAsking() const
{
    return !m_question->isHidden();
}

void DetailsPanel::takeFocusOfQuestion()
{
    m_question->takeFocus();
}

void DetailsPanel::beginTurn()
{
    if (isAsExpected() && m_turn->isEnabled())
        ask(false);
}

void DetailsPanel::askTurn()
{
    press(m_turn);
}

void DetailsPanel::askAttention()
{
    press(m_attention);
}

void DetailsPanel::askOut()
{
    press(m_out);
}

void DetailsPanel::askMore()
{
    press(m_more);
}

void DetailsPanel::press(ActionButton *button)
{
    m_wanted = isAsExpected() ? nullptr : button;
    if (m_wanted)
        return;
    if (button->isEnabled())
        button->click();
    else
        emit refused(button->whyOff());
}

void DetailsPanel::askUnlist()
{
    if (isListed() && m_attention->whoMay().isEmpty())
        ask(true);
}

void DetailsPanel::ask(bool unlist)
{
    m_asksUnlist = unlist;
    m_buttons->hide();
    m_question->show();
    wordQuestion();
    m_question->takeFocus();
    emit askingChanged(true);
}

bool DetailsPanel::leaveQuestion()
{
    if (!isAsking())
        return false;
    const bool focused = m_question->end();
    m_buttons->setVisible(!m_onlyReading);
    wordQuestion();
    emit askingChanged(focused);
    return true;
}

void DetailsPanel::confirm()
{
    if (!m_details)
        return;
    if (!m_asksUnlist)
        return turn();
    const std::optional<AttentionNote> note = m_details->attention;
    const QString name = personName(m_details->asked.visitor);
    leaveQuestion();
    if (note)
        emit unlistRequested(note->id, name);
}

void DetailsPanel::turn()
{
    const Entry entry = m_details->asked.entry;
    leaveQuestion();
    m_turned = entry.id;
    emit turnRoundRequested(entry.id, otherDirection(entry));
}

void DetailsPanel::sayTurned()
{
    m_said->setVisible(m_turnedInto.has_value());
    m_said->setText(
        m_turnedInto
            ? tr("Changed: this entry is %1 now. F9 changes it back.").arg(directionShout(*m_turnedInto))
            : QString());
    if (m_turnedInto)
        announce(m_said, m_said->text());
}

void DetailsPanel::wordQuestion()
{
    const bool asks = isAsking() && m_details;
    const QString direction = directionShout(asks ? otherDirection(m_details->asked.entry) : Direction::Out);
    const QString confirm = tr("Change to %1").arg(direction);
    if (!asks) {
        m_question->setWords({}, {}, confirm); // no name stays
        return;
    }
    const EntryRow &row = m_details->asked;
    if (m_asksUnlist) {
        const QString reason = m_details->attention ? m_details->attention->reason : QString();
        m_question->setWords(
            tr("Remove %1 from the attention list?").arg(personName(row.visitor)),
            tr("The note “%1” holds no longer: whoever is at the desk is not told any more.").arg(reason),
            tr("Remove"));
        return;
    }
    m_question->setWords(tr("Turn this entry into %1, %2 %3, %4?")
                             .arg(direction, dateText(row.entry.at.toDateTime().date()),
                                  clockText(row.entry.at), personName(row.visitor)),
                         tr("It keeps its time; the time inside is recalculated. The entry as it was stays "
                            "on record as voided."),
                         confirm);
}

} // namespace checkpoint
