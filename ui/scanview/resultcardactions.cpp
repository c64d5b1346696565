#include "ui/scanview/resultcard.h"

// What can be done with what stands on the card; what it says is in resultcard.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/questionkeys.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/scanview/resultwords.h"

#include <QLabel>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A key that was meant for the question before must not answer the one that has just taken its place.
constexpr int newQuestionRestsMs = 500;
constexpr int remarkStaysMs = 20'000; ///< as long as it takes to read and to do
constexpr int leastWithGroup = 600;   ///< pixels of width
constexpr int roomyHeight = 320;      ///< pixels, for the question of an undo in full

/// The likelier direction is what is asked about.
QList<QKeySequence> answerKeys(const QList<Answer> &answers, qsizetype index)
{
    if (answers[index] == Answer::Dismiss)
        return questionkeys::leave();
    const auto first = std::ranges::find_if(answers, [](Answer answer) { return answer != Answer::Dismiss; });
    return answers[index] == *first ? questionkeys::confirm() : questionkeys::other();
}

} // namespace

void ResultCard::giveAnswer(size_t index)
{
    if (!asks() || qsizetype(index) >= m_outcome->answers.size())
        return;
    if (m_sinceQuestion.isValid() && !m_sinceQuestion.hasExpired(newQuestionRestsMs))
        return;
    emit answerRequested(m_outcome->number, m_outcome->answers[qsizetype(index)]);
}

/// By id: what was recorded last need not be what stands here.
void ResultCard::turnRound()
{
    if (!m_outcome || !m_outcome->entryId || !m_outcome->direction)
        return;
    if (m_sinceForm.isValid() && !m_sinceForm.hasExpired(newQuestionRestsMs))
        return;
    if (std::exchange(m_turned, m_outcome->entryId) != m_outcome->entryId)
        emit turnRoundRequested(*m_outcome->entryId, opposite(*m_outcome->direction));
}

/// A key that does nothing says what it would need.
void ResultCard::tellWhyNotTurned()
{
    QString why = tr("F9 changes the direction of the entry recorded last, and nothing was recorded here. An "
                     "earlier one: choose it in the entries (F3), Enter, then F9.");
    if (asks())
        why = tr("F9 has no answer to this question: choose one of those below.");
    else if (m_outcome && m_outcome->kind == ScanOutcome::Kind::Recorded)
        why = tr("F9 cannot change the direction of this entry: only companions passed.");
    remark(why);
}

void ResultCard::tellWhyNotVoided()
{
    remark(
        tr("Ctrl+Z voids the entry recorded last here, and there is none. An earlier one: choose it in the "
           "entries (F3), then Delete."));
}

/// Stands below for a while.
void ResultCard::remark(const QString &why)
{
    const bool alarm = isAlarm();
    m_again.sign->setSign("repeat"_L1, alarm ? &Colours::onAlarm : &Colours::quiet);
    setTone(m_again.text, alarm ? "onAlarm"_L1 : ""_L1);
    m_again.text->setText(why);
    m_again.sign->show();
    m_again.text->show();
    fitNotes();
    announce(this, why);
    QTimer::singleShot(remarkStaysMs, this, [this, why] {
        if (m_again.text->text() != why)
            return;
        m_again.text->clear();
        showBeside();
        fitNotes();
    });
}

void ResultCard::restore()
{
    if (!m_outcome || m_outcome->kind != ScanOutcome::Kind::Voided || !m_outcome->entryId || m_locked)
        return;
    if (std::exchange(m_restored, m_outcome->entryId) != m_outcome->entryId)
        emit restoreRequested(*m_outcome->entryId);
}

void ResultCard::complete()
{
    if (m_outcome && m_outcome->kind == ScanOutcome::Kind::Recorded && !m_locked)
        emit completionRequested();
}

void ResultCard::beginUndo()
{
    if (m_locked || !m_undoable || !m_undoable->entryId)
        return;
    m_voidPanel->setTight(height() < textScaled(roomyHeight));
    m_pages->setCurrentWidget(m_voidPanel); // first: what is hidden cannot take the focus
    m_voidPanel->ask(*m_undoable->entryId, m_undoable->direction.value_or(Direction::In), m_undoable->at,
                     m_undoable->visitor);
    update();
}

/// What is taken back need not be what stands here: then it says whose it is, and when.
QString ResultCard::takeBackLabel(bool standsHere) const
{
    if (standsHere || !m_undoable)
        return tr("Void");
    return tr("Void the entry before: %1, %2")
        .arg(personName(m_undoable->visitor), shortClockText(m_undoable->at));
}

void ResultCard::fillButtons()
{
    const QList<Answer> answers = asks() && !m_locked ? m_outcome->answers : QList<Answer>();
    for (size_t i = 0; i < m_answers.size(); ++i) {
        ActionButton *button = m_answers[i];
        button->setVisible(qsizetype(i) < answers.size());
        if (qsizetype(i) >= answers.size())
            continue;
        button->setLabel(answerLabel(answers[qsizetype(i)], *m_outcome));
        button->setKeys(m_keysElsewhere ? QList<QKeySequence>() : answerKeys(answers, qsizetype(i)));
    }
    arrangeAnswers();
    const bool recorded = m_outcome && m_outcome->kind == ScanOutcome::Kind::Recorded && !m_locked;
    const bool failed = m_outcome && m_outcome->kind == ScanOutcome::Kind::Failed;
    m_undo->setVisible(m_undoable.has_value() && !asks() && !failed && !m_locked);
    m_undo->setLabel(takeBackLabel(recorded));
    m_restore->setVisible(m_outcome && m_outcome->kind == ScanOutcome::Kind::Voided && !m_locked);
    m_restore->setLabel(tr("Restore the entry"));
    m_restore->setToolTip(tr("The voided entry counts again, with its old time."));
    // Of a group that went apart there is no other direction: the visitor is where they were.
    m_turnRound->setVisible(recorded && !m_outcome->apart);
    m_turnRound->setKeys(m_keysElsewhere ? QList<QKeySequence>() : QList<QKeySequence>{Qt::Key_F9});
    const bool answered = std::ranges::any_of(m_answers, [](const ActionButton *answer) {
        return !answer->isHidden() && answer->keyHint().contains(keyText(Qt::Key_F9));
    });
    m_idleVoid->setEnabled(!m_locked && !m_keysElsewhere && !asks() && !failed && m_undo->isHidden() &&
                           m_restore->isHidden());
    m_idleTurn->setEnabled(!m_locked && !m_keysElsewhere && !answered && m_turnRound->isHidden());
    // Where it is narrow Ctrl+G still does it; undoing and turning round must not be cut.
    m_complete->setVisible(recorded && width() >= textScaled(leastWithGroup));
    m_complete->setLabel(tr("Group"));
    if (recorded)
        m_turnRound->setLabel(
            tr("Change to %1").arg(directionShout(opposite(m_outcome->direction.value_or(Direction::In)))));
}

} // namespace checkpoint
