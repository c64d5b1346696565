// The panels of ScanView that open over the preview, and what was left open for them.

#include "ui/common/actionbutton.h"
#include "ui/common/purposetext.h"
#include "ui/common/tokens.h"
#include "ui/common/voidpanel.h"
#include "ui/scanview/completionpanel.h"
#include "ui/scanview/counterrow.h"
#include "ui/scanview/handentrypanel.h"
#include "ui/scanview/lanearea.h"
#include "ui/scanview/recentlist.h"
#include "ui/scanview/recentmodel.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/scanview.h"

#include <QShortcut>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void ScanView::makePanels()
{
    m_byHand->setObjectName(u"byHandButton"_s);
    m_byHand->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_hand->hide();
    m_completion->hide();
    connect(m_byHand, &QAbstractButton::clicked, this, &ScanView::beginHandEntry);
    connect(m_hand, &HandEntryPanel::searchRequested, this, &ScanView::visitorsWanted);
    connect(m_hand, &HandEntryPanel::left, this, &ScanView::endPanels);
    for (const OverlayPanel *panel :
         {static_cast<OverlayPanel *>(m_hand), static_cast<OverlayPanel *>(m_completion)})
        connect(panel, &OverlayPanel::roomWanted, this, &ScanView::placePanels);
    connect(m_hand, &HandEntryPanel::recordRequested, this, [this](const HandEntry &entry) {
        endPanels();
        emit handEntryRequested(entry);
    });
    connect(m_recent, &RecentList::leftOpenChosen, this, &ScanView::resume);
    connect(m_recent, &RecentList::entryChosen, this, &ScanView::entryWanted);
    auto *resumeKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    connect(resumeKey, &QShortcut::activated, this, &ScanView::resumeLeftOpen);
    connect(m_completion, &CompletionPanel::left, this, &ScanView::endPanels);
    connect(m_completion, &CompletionPanel::completed, this, &ScanView::completionRequested);
}

void ScanView::setRules(const VenueRules &rules, int capacity)
{
    m_rules = rules;
    m_counters->setCapacity(capacity);
    m_hand->setRules(rules);
    offerWords();
}

void ScanView::setOffers(const QList<EntryDetails> &details)
{
    if (m_locked)
        return;
    m_lately = details;
    offerWords();
}

/// The venue's own purposes first, then what was written down lately.
void ScanView::offerWords()
{
    QStringList purposes = offeredPurposes(m_rules);
    QStringList hosts;
    for (const EntryDetails &each : std::as_const(m_lately)) {
        purposes << each.purpose;
        hosts << each.host;
    }
    for (QStringList *words : {&purposes, &hosts}) {
        words->removeDuplicates();
        words->removeAll(QString());
    }
    m_hand->setOffers(purposes, hosts);
    m_completion->setOffers(purposes, hosts);
}

void ScanView::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    if (!m_locked)
        m_hand->setHits(typed, hits);
}

void ScanView::beginHandEntry()
{
    if (m_locked || !m_byHand->isEnabled())
        return;
    m_completion->hide();
    m_hand->show();
    m_hand->raise();
    m_hand->begin();
    tellPanels();
}

void ScanView::beginCompletion()
{
    if (m_lastRecorded)
        completeOutcome(*m_lastRecorded);
}

bool ScanView::isCompleting() const
{
    return m_completion->isVisibleTo(this) && !m_completion->isBlank();
}

/// What is typed about somebody else is not dropped for it.
void ScanView::completeOutcome(const ScanOutcome &outcome)
{
    if (isCompleting())
        return;
    m_hand->setAside();
    m_hand->hide();
    m_completion->show();
    m_completion->raise();
    m_completion->begin(outcome, m_rules);
    tellPanels();
}

// ---- what was left open

void ScanView::setLeftOpen(const QList<ScanOutcome> &leftOpen)
{
    m_leftOpen = leftOpen;
    tellPanels();
}

/// What somebody is completing right now is not listed as left; the keys of a panel come before the card's.
void ScanView::tellPanels()
{
    placePanels();
    m_card->setKeysElsewhere(m_hand->isVisibleTo(this) || m_completion->isVisibleTo(this));
    QList<ScanOutcome> left = m_locked ? QList<ScanOutcome>() : m_leftOpen;
    left.removeIf([this](const ScanOutcome &each) {
        return m_completion->isVisibleTo(this) && each.number == m_completion->number();
    });
    m_recent->model()->setLeftOpen(left);
}

void ScanView::resumeLeftOpen()
{
    resume(m_recent->model()->leftOpenNumber(0));
}

void ScanView::resume(quint64 number)
{
    const auto found = std::ranges::find(m_leftOpen, number, &ScanOutcome::number);
    if (m_locked || found == m_leftOpen.end())
        return;
    if (found->kind == ScanOutcome::Kind::Asks)
        emit recallRequested(number);
    else
        completeOutcome(*found);
}

/// Opens by itself where the venue cannot do without something, unless another one is typed about.
void ScanView::offerCompletion(const ScanOutcome &outcome)
{
    m_lastRecorded = outcome;
    if (m_hand->isVisibleTo(this) || isCompleting())
        return;
    if (outcome.missing.isEmpty())
        m_completion->hide();
    else
        beginCompletion();
    tellPanels();
}

void ScanView::endPanels()
{
    for (QWidget *panel : {static_cast<QWidget *>(m_hand), static_cast<QWidget *>(m_completion)})
        panel->hide();
    tellPanels();
    setFocus(Qt::OtherFocusReason);
    m_card->restTurning();
    if (VoidPanel *panel = m_card->openPanel())
        panel->rest();
}

/// Where one types is where one goes on typing.
void ScanView::focusInEvent(QFocusEvent *)
{
    for (QWidget *panel : {static_cast<QWidget *>(m_hand), static_cast<QWidget *>(m_completion)}) {
        if (QWidget *const place = panel->isVisible() ? panel->focusWidget() : nullptr) {
            place->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (VoidPanel *panel = m_card->openPanel())
        panel->takeFocus();
}

/// Over the preview; where that is too small, over what lies below it as well, and no figure half. The result
/// moves aside for a wider one, if there is room: what was said of the visitor before stays whole while
/// somebody writes.
void ScanView::placePanels()
{
    const int most = width() - 3 * tokens::space16 - m_card->minimumSizeHint().width();
    int left = m_lanes->width();
    for (QWidget *panel : {static_cast<QWidget *>(m_hand), static_cast<QWidget *>(m_completion)}) {
        QSize least = panel->sizeHint();
        if (panel->isVisibleTo(this) && least.width() <= most)
            left = qMax(left, least.width());
        if (panel->hasHeightForWidth())
            least.setHeight(panel->heightForWidth(qMax(m_lanes->width(), least.width())));
        const QPoint corner = m_left->pos();
        int end = corner.y() + qMax(m_left->height(), least.height());
        const QRect counters = m_counters->geometry();
        if (end > counters.top() && end < counters.bottom())
            end = counters.bottom() + tokens::space4;
        panel->setGeometry(corner.x(), corner.y(), qMax(m_lanes->width(), least.width()),
                           qMin(end, height()) - corner.y());
    }
    m_left->setFixedWidth(left);
}

} // namespace checkpoint
