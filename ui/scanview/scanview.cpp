#include "ui/scanview/scanview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/scanview/completionpanel.h"
#include "ui/scanview/counterrow.h"
#include "ui/scanview/handentrypanel.h"
#include "ui/scanview/lanearea.h"
#include "ui/scanview/recentlist.h"
#include "ui/scanview/recentmodel.h"
#include "ui/scanview/resultcard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastRows = 6;
constexpr int leastPreviewWidth = 320;
constexpr int leastTopHeight = 312;
constexpr int narrowFrom = 1000; ///< pixels of width below which the result gets the larger share

} // namespace

ScanView::ScanView(QWidget *parent)
    : QWidget(parent)
    , m_lanes(new LaneArea(this))
    , m_left(new QWidget(this))
    , m_chipRow(new QHBoxLayout)
    , m_noDevice(new QLabel(this))
    , m_card(new ResultCard(this))
    , m_counters(new CounterRow(this))
    , m_recent(new RecentList(this))
    , m_byHand(new ActionButton(ActionButton::Look::Plain, this))
    , m_hand(new HandEntryPanel(this))
    , m_completion(new CompletionPanel(this))
{
    setObjectName(u"scanView"_s);
    m_noDevice->setFont(textFont(tokens::bodyText));
    setTone(m_noDevice, "quiet"_L1);
    m_noDevice->setFixedHeight(tokens::primaryHeight);
    m_chipRow->setSpacing(tokens::space8);
    m_chipRow->addWidget(m_noDevice);
    m_chipRow->addStretch();

    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(tokens::space8);
    left->addWidget(m_lanes);
    left->addLayout(m_chipRow);

    auto *top = new QHBoxLayout;
    top->setSpacing(tokens::space16);
    top->addWidget(m_left);
    top->addWidget(m_card, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addLayout(top);
    auto *counters = new QHBoxLayout;
    counters->setSpacing(tokens::space12);
    counters->addWidget(m_counters, 1);
    counters->addWidget(m_byHand, 0, Qt::AlignVCenter);
    column->addLayout(counters);
    column->addWidget(m_recent, 1);

    connect(m_card, &ResultCard::undoRequested, this, &ScanView::undoRequested);
    connect(m_card, &ResultCard::restoreRequested, this, &ScanView::restoreRequested);
    connect(m_card, &ResultCard::turnRoundRequested, this, &ScanView::turnRoundRequested);
    connect(m_card, &ResultCard::answerRequested, this, &ScanView::answerRequested);
    connect(m_card, &ResultCard::completionRequested, this, &ScanView::beginCompletion);
    connect(m_lanes, &LaneArea::shownDevicesChanged, this, &ScanView::shownDevicesChanged);
    connect(m_lanes, &LaneArea::shownDevicesChanged, this, &ScanView::arrange);
    makePanels();
    retranslate();
}

QList<KeyHint> ScanView::keyHints() const
{
    return {
        {u"Ctrl+N"_s, tr("Write down somebody who has no code")},
        {u"F12"_s, tr("By hand: record IN, whatever is proposed (F9: OUT)")},
        {u"Ctrl+G"_s, tr("Add companions, or what is missing, to the last entry")},
        {u"Ctrl+Z"_s, tr("Void the last entry; right after that, restore it")},
        {u"F9"_s, tr("Change the direction of the last entry: in or out")},
        {u"Ctrl+Enter"_s, tr("A question: record the direction that is named first")},
        {u"F9"_s, tr("A question: record the other direction")},
        {u"Enter, Esc"_s, tr("A question: record nothing")},
        {u"Ctrl+T"_s, tr("Go on with what was left open: a question, or an entry that lacks something")},
        {u"1 – 4"_s, tr("Choose the reason for voiding")},
        {u"Ctrl+V"_s, tr("Read a photo that was copied")},
    };
}

void ScanView::showOutcome(const ScanOutcome &outcome)
{
    m_card->showOutcome(outcome);
    if (m_locked)
        return;
    m_recent->model()->add(outcome);
    if (outcome.kind == ScanOutcome::Kind::Recorded)
        offerCompletion(outcome);
    else if (outcome.kind == ScanOutcome::Kind::Voided && m_lastRecorded &&
             m_lastRecorded->entryId == outcome.entryId)
        m_lastRecorded.reset();
}

void ScanView::setLocked(bool locked)
{
    m_locked = locked;
    forget();
    m_card->setLocked(locked);
    retranslate();
}

void ScanView::forget()
{
    m_card->forget();
    m_hand->forget();
    m_completion->forget();
    m_lately.clear();
    offerWords();
    m_lastRecorded.reset();
    m_recent->model()->forget();
    tellPanels();
}

void ScanView::showDeclaration(quint64 number, DeclarationStatus status)
{
    m_card->showDeclaration(number, status);
}

void ScanView::showCompleted(const ScanOutcome &outcome)
{
    m_card->showCompleted(outcome);
    m_recent->model()->complete(outcome);
    if (m_lastRecorded && m_lastRecorded->number == outcome.number)
        m_lastRecorded = outcome;
}

void ScanView::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    m_card->changePerson(visitorId, now);
    m_recent->model()->changePerson(visitorId, now);
    if (m_lastRecorded && m_lastRecorded->visitorId == visitorId)
        m_lastRecorded->visitor = now;
}

void ScanView::setDeskState(DeskState state)
{
    m_card->setDeskState(state);
    m_lanes->setIdle(state == DeskState::Trouble);
}

void ScanView::setRecordsClosed(bool closed)
{
    m_byHand->setEnabled(!closed);
}

void ScanView::setCounters(const Counters &counters)
{
    m_counters->setCounters(counters);
}

void ScanView::setRecent(const QList<EntryRow> &rows, const QList<RefusedScan> &refused, qint64 fromUtcMs)
{
    if (!m_locked)
        m_recent->model()->setEntries(rows, refused, fromUtcMs);
}

void ScanView::setDevice(const DeviceInfo &device)
{
    DeviceChip *&chip = m_chips[device.id];
    if (!chip) {
        chip = new DeviceChip(this);
        chip->setObjectName(u"deviceChip:"_s + device.id);
        m_chipRow->insertWidget(m_chipRow->count() - 1, chip);
        connect(chip, &QAbstractButton::clicked, this, [this, id = device.id] { chooseDevice(id); });
    }
    chip->setDevice(device);
    m_noDevice->hide();
    tellBestDevice();
    m_lanes->setDevice(device);
}

/// A picture that is not shown comes first; of everything else the settings say more.
void ScanView::chooseDevice(const QString &deviceId)
{
    const DeviceChip *chip = m_chips.value(deviceId);
    if (chip && chip->device().hasPicture && !m_lanes->shownDevices().contains(deviceId))
        m_lanes->showDevice(deviceId);
    else
        emit deviceSettingsWanted(deviceId);
}

void ScanView::removeDevice(const QString &deviceId)
{
    delete m_chips.take(deviceId);
    m_noDevice->setVisible(m_chips.isEmpty());
    tellBestDevice();
    m_lanes->removeDevice(deviceId);
}

QStringList ScanView::shownDevices() const
{
    return m_lanes->shownDevices();
}

/// One device that works is enough for the desk to be ready; one that is known to work counts most.
void ScanView::tellBestDevice()
{
    const auto rank = [](const DeviceInfo &device) {
        const bool works = device.state == DeviceState::Running || device.state == DeviceState::Finished;
        return works ? (device.isProven ? 3 : 2) : device.state == DeviceState::Starting ? 1 : 0;
    };
    std::optional<DeviceInfo> best;
    for (const DeviceChip *chip : std::as_const(m_chips))
        if (!best || rank(chip->device()) > rank(*best))
            best = chip->device();
    m_card->setDeviceState(best ? std::optional(best->state) : std::nullopt, best && best->isProven);
}

void ScanView::setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    m_lanes->setPicture(deviceId, picture, frameSize);
}

void ScanView::showSighting(const RawScan &scan)
{
    m_lanes->showSighting(scan);
}

void ScanView::showGuidance(const QString &deviceId, const Guidance &guidance)
{
    m_lanes->showGuidance(deviceId, guidance);
}

void ScanView::setMirrored(bool mirrored)
{
    m_lanes->setMirrored(mirrored);
}

void ScanView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ScanView::arrange()
{
    // Preview and result share the upper half as the list of whole rows below leaves it. The picture is 16:9
    // where there is width enough for it, and never takes more than its share.
    const int around = m_counters->height() + 2 * tokens::space12 + tokens::space16 + RecentList::edges();
    const int chips = DeviceChip::usualHeight() + tokens::space8;
    const int share = width() - 2 * tokens::space16;
    const int sharePercent = share < narrowFrom ? 40 : 44;
    // On a low screen the result comes first: one row of the list is enough.
    const int room = height() - around;
    const int least = qMin(textScaled(leastTopHeight), room - tokens::rowHeight);
    // Without a picture the result still is what is looked at: on a high screen it gets half.
    const int picture = shownDevices().isEmpty() ? room / 2 : share * sharePercent / 100 * 9 / 16 + chips;
    const int wanted = qMin(room - leastRows * tokens::rowHeight, qMax(least, picture));
    const int top = qMax(least, wanted);
    const int rows = qMax(1, (room - top) / tokens::rowHeight);
    const int topHeight = qMax(least, room - rows * tokens::rowHeight);
    const int previewWidth =
        qMax(leastPreviewWidth, qMin((topHeight - chips) * 16 / 9, share * sharePercent / 100));
    m_lanes->setFixedSize(previewWidth, topHeight - chips);
    m_card->setFixedHeight(topHeight);
    m_recent->arrange(rows, share);
    placePanels();
}

void ScanView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        offerWords();
    } else if (event->type() == QEvent::FontChange)
        arrange();
}

void ScanView::retranslate()
{
    m_noDevice->setText(tr("No camera and no scanner is connected."));
    m_byHand->setLabel(tr("By hand"));
    m_byHand->setWhyNot(
        tr("Nothing is recorded at the moment. Write visitors down on paper: forms are printed in "
           "Reports (F5), Paper day, and typed in there later."));
    m_recent->setHint(m_locked ? tr("Locked: scanning goes on. Sign in (F8) to see the list.")
                               : tr("People coming and leaving are listed here."));
    m_recent->retranslate();
}

} // namespace checkpoint
