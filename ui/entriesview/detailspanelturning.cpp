#include "ui/entriesview/detailspanel.h"

// Turning the chosen entry round: asked first, as it may be an old one; the rest of the panel is in
// detailspanel.cpp.

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
    if (!isAsExpected())
        return;
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

void DetailsPanel::turn()
{
    if (!m_details)
        return;
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
            ? tr("Turned round: this entry is %1 now. F9 turns it back.").arg(directionShout(*m_turnedInto))
            : QString());
    if (m_turnedInto)
        announce(m_said, m_said->text());
}

void DetailsPanel::wordQuestion()
{
    const bool asks = isAsking() && m_details;
    const QString direction = directionShout(asks ? otherDirection(m_details->asked.entry) : Direction::Out);
    const QString confirm = tr("Turn into %1").arg(direction);
    if (!asks) {
        m_question->setWords({}, {}, confirm); // no name stays
        return;
    }
    const EntryRow &row = m_details->asked;
    m_question->setWords(
        tr("Turn this entry into %1, %2 %3, %4?")
            .arg(direction, dateText(row.entry.at.toDateTime().date()), clockText(row.entry.at),
                 personName(row.visitor)),
        tr("It keeps its time; when this person was inside is reckoned anew. The entry as it "
           "was stays on record as taken back."),
        confirm);
}

} // namespace checkpoint
