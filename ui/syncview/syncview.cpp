#include "ui/syncview/syncview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/questionpanel.h"
#include "ui/common/signlabel.h"
#include "ui/common/synctext.h"
#include "ui/common/theme.h"
#include "ui/syncview/batchmodel.h"
#include "ui/syncview/correctionpanel.h"
#include "ui/syncview/rejectedmodel.h"
#include "ui/syncview/syncviewwords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QList<KeyHint> SyncView::keyHints() const
{
    return {
        {u"Ctrl+N"_s, tr("Connect to a platform")},
        {u"Ctrl+Enter"_s, tr("Send now, whatever is planned")},
        {u"Ctrl+Shift+N"_s, tr("Connect to another platform")},
        {u"Ctrl+D"_s, tr("Disconnect from the platform")},
        {u"Ctrl+E"_s, tr("Enrol the desk again, when the platform asks for it")},
        {u"Ctrl+B"_s, tr("Describe the venue, when the platform asks for it")},
        {u"Ctrl+T"_s, tr("Pause sending, or resume it")},
        {u"Enter"_s, tr("Correct the chosen rejected entry")},
        {u"Ctrl+R"_s, tr("Send the chosen rejected entry again as it is")},
        {u"Ctrl+Shift+R"_s, tr("Send all rejected entries again")},
    };
}

// ---- targets

const TargetRecord *SyncView::shown() const
{
    return m_index >= 0 && m_index < m_targets.size() ? &m_targets[m_index] : nullptr;
}

QString SyncView::target() const
{
    const TargetRecord *record = shown();
    return record ? record->target.name : QString();
}

void SyncView::setTargets(const QList<TargetRecord> &targets)
{
    const QString before = target();
    const auto stays = std::ranges::find_if(
        targets, [&before](const TargetRecord &each) { return each.target.name == before; });
    const TargetRecord *const known = shown();
    const bool changed = !known || stays == targets.end() || known->counts != stays->counts ||
                         known->condition != stays->condition || known->paused != stays->paused;
    m_targets = targets;
    m_index = stays == targets.end() ? 0 : int(stays - targets.begin());
    QStringList names;
    for (const TargetRecord &each : targets)
        names << targetName(each.target.name);
    QStringList listed;
    for (int i = 0; i < m_which->count(); ++i)
        listed << m_which->itemText(i);
    if (names != listed) {
        m_which->clear();
        m_which->addItems(names);
    }
    m_which->setCurrentIndex(m_index);
    m_which->setVisible(targets.size() > 1);
    if (target() != before) {
        m_rejected->clear();
        m_batches->clear();
    }
    const bool isWorking = m_pages->currentIndex() > Targets;
    if (!isWorking)
        showPage(targets.isEmpty() ? Nowhere : Targets);
    showTarget();
    if (changed)
        askRows();
}

void SyncView::setHasVenue(bool has)
{
    m_hasVenue = has;
    showTarget();
}

void SyncView::chooseTarget(int index)
{
    if (index == m_index)
        return;
    m_index = index;
    m_rejected->clear();
    m_batches->clear();
    say({}, "quiet"_L1);
    showTarget();
    askRows();
}

void SyncView::showTarget()
{
    const TargetRecord *record = shown();
    if (!record)
        return;
    const QLocale locale;
    const OutboxCounts &counts = record->counts;
    const qint64 figures[] = {counts.recorded, counts.acknowledged, counts.waiting, counts.rejected};
    for (size_t i = 0; i < m_figures.size(); ++i)
        m_figures[i]->setText(locale.toString(figures[i]));
    setTone(m_figures[3], counts.rejected > 0 ? "ask"_L1 : ""_L1);
    m_sum->setAccessibleName(
        tr("%1 recorded = %2 acknowledged + %3 waiting + %4 rejected")
            .arg(m_figures[0]->text(), m_figures[1]->text(), m_figures[2]->text(), m_figures[3]->text()));
    const TargetWords words = targetWords(*record, m_today);
    m_sign->setSign(words.sign, words.ink);
    m_state->setText(words.state);
    setTone(m_state, words.tone);
    // Where there is little room the sentences follow each other.
    QStringList details{words.lastSuccess, words.next};
    details.removeAll(QString());
    m_lastSuccess->setText(isNarrow() ? details.join(u' ') : words.lastSuccess);
    m_next->setText(words.next);
    m_next->setVisible(!isNarrow() && !words.next.isEmpty());
    QStringList where{targetName(record->target.name), record->target.address};
    if (m_targets.size() > 1)
        where.removeFirst();
    if (!record->target.venueCode.isEmpty())
        where << record->target.venueCode;
    m_address->setText(where.join(u" · "_s));
    const bool enrol = record->condition.state == TargetState::NeedsEnrolment;
    m_enrolAgain->setVisible(enrol);
    m_describe->setVisible(!enrol && record->target.venueCode.isEmpty() && !m_hasVenue);
    m_pause->setLabel(record->paused ? tr("Resume") : tr("Pause"));
    wordDisconnect();
    m_sendNow->setEnabled(!enrol);
    arrangeHead();
    updateLists();
}

// ---- pages

void SyncView::showPage(Page page)
{
    if (m_pages->currentIndex() == page)
        return;
    const bool hadFocus = isAncestorOf(focusWidget());
    m_pages->setCurrentIndex(page);
    setFocusProxy(page == Nowhere ? static_cast<QWidget *>(m_connectFirst) : m_list->button(m_list->index()));
    if (hadFocus && page <= Targets)
        setFocus(Qt::OtherFocusReason);
    emit turned();
}

void SyncView::goBack()
{
    showPage(m_targets.isEmpty() ? Nowhere : Targets);
    showTarget();
}

void SyncView::beginConnecting()
{
    QStringList known;
    for (const TargetRecord &each : std::as_const(m_targets))
        known << each.target.name;
    showPage(Connecting);
    m_connectPanel->begin(std::nullopt, known);
}

void SyncView::beginEnrollingAgain()
{
    const TargetRecord *record = shown();
    if (!record)
        return;
    showPage(Connecting);
    m_connectPanel->begin(record->target, {});
}

void SyncView::showConnected(const Result<SyncTarget> &target)
{
    if (!target) {
        m_connectPanel->showFailure(target.error());
        return;
    }
    m_connectPanel->setBusy(false);
    goBack();
    say(tr("Connected: %1").arg(targetName(target->name)), "in"_L1);
}

void SyncView::askDisconnect()
{
    if (!shown())
        return;
    showPage(Disconnecting);
    wordDisconnect();
    m_disconnectQuestion->takeFocus();
}

void SyncView::wordDisconnect()
{
    const TargetRecord *record = shown();
    if (!record)
        return m_disconnectQuestion->setWords({}, {}, tr("Disconnect"));
    const QLocale locale;
    m_disconnectQuestion->setWords(
        tr("Disconnect from %1 (%2)?").arg(targetName(record->target.name), record->target.address),
        tr("%1 waiting, %2 rejected.")
                .arg(locale.toString(record->counts.waiting), locale.toString(record->counts.rejected)) +
            u' ' +
            tr("Nothing more is sent there, and the desk forgets its token. All entries, receipts and the "
               "history are kept here. What is waiting is sent once the desk is connected again under the "
               "same name, with a new code."),
        tr("Disconnect"));
}

// ---- lists

void SyncView::askRows()
{
    if (!isVisible() || !shown())
        return;
    emit rejectedWanted(target(), std::max(RejectedModel::page, m_rejected->rowCount()));
    emit batchesWanted(target());
}

void SyncView::setRejected(const QString &of, const QList<RejectedEntry> &first, int asked)
{
    if (of != target())
        return;
    const auto chosen = chosenRejected();
    m_rejected->setFirst(first, asked, m_today);
    const int row = chosen ? m_rejected->rowOf(chosen->entry.id) : -1;
    if (row >= 0)
        m_rejectedTable->selectRow(row);
    updateLists();
}

void SyncView::appendRejected(const QString &of, const QList<RejectedEntry> &more)
{
    if (of == target())
        m_rejected->append(more);
}

void SyncView::setBatches(const QString &of, const QList<BatchRecord> &newest)
{
    if (of != target())
        return;
    m_batches->setNewest(newest, m_today);
    updateLists();
}

void SyncView::appendBatches(const QString &of, const QList<BatchRecord> &more)
{
    if (of == target())
        m_batches->append(more);
}

std::optional<RejectedEntry> SyncView::chosenRejected() const
{
    const QModelIndexList rows = m_rejectedTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : m_rejected->entryAt(rows.first().row());
}

void SyncView::updateLists()
{
    const bool rejectedShown = m_list->index() == Rejected;
    const bool none = rejectedShown ? m_rejected->rowCount() == 0 : m_batches->rowCount() == 0;
    const qint64 rejected = shown() ? shown()->counts.rejected : 0;
    m_list->setLabels({tr("Rejected (%1)").arg(QLocale().toString(rejected)), tr("History")});
    m_noRows->setWords(rejectedShown ? tr("Nothing was rejected") : tr("Nothing was sent yet"),
                       rejectedShown ? tr("What the platform does not accept is kept and shown here.")
                                     : tr("Every batch stands here with its receipt."));
    m_lists->setCurrentIndex(none ? 0 : rejectedShown ? 1 : 2);
    const auto chosen = chosenRejected();
    for (ActionButton *button : {m_correct, m_sendAgain, m_sendAllAgain})
        button->setVisible(rejectedShown && rejected > 0);
    m_correct->setEnabled(!none && chosen && chosen->entry.kind != EntryKind::Void);
    m_sendAgain->setEnabled(!none && chosen);
    m_sendAllAgain->setEnabled(rejected > 0);
}

void SyncView::openCorrection()
{
    if (const auto chosen = chosenRejected(); chosen && m_correct->isEnabled())
        emit correctionOpened(*chosen);
}

void SyncView::showCorrection(const RejectedEntry &rejected)
{
    showPage(Correcting);
    m_correctionPanel->begin(rejected);
}

void SyncView::sendChosenAgain()
{
    if (const auto chosen = chosenRejected())
        emit sendAgainWanted(target(), {chosen->entry.id});
}

void SyncView::showSentAgain(const Result<int> &count)
{
    if (!count) {
        showFailure(count.error());
        return;
    }
    if (m_pages->currentIndex() == Correcting)
        goBack();
    say(tr("%n entry(ies) will be sent again.", nullptr, *count), "in"_L1);
}

void SyncView::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    if (m_pages->currentIndex() > Connecting)
        goBack();
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void SyncView::forget()
{
    if (m_pages->currentIndex() > Connecting)
        goBack();
    m_correctionPanel->forget();
    m_rejected->clear();
    updateLists();
}

void SyncView::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
    m_said->setToolTip(words);
    if (!words.isEmpty())
        announce(m_said, words);
}

void SyncView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showTarget();
    askRows();
}

void SyncView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_card->setDirection(isNarrow() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_card->setSpacing(isNarrow() ? tokens::space4 : tokens::space24);
    showTarget();
}

void SyncView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace checkpoint
