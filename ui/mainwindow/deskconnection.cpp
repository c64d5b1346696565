#include "ui/mainwindow/deskconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"
#include "ui/common/soundboard.h"
#include "ui/entriesview/entriesview.h"
#include "ui/firststart/firststartview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/scanview.h"

#include <QDateTime>

namespace checkpoint {

namespace {

constexpr int countersDelayMs = 50;
constexpr int recentRows = 40;
constexpr int changedDelayMs = 1000;

} // namespace

DeskConnection::DeskConnection(CheckpointDesk *desk, EntryStore *store, MainWindow *window)
    : QObject(window), m_store(store), m_window(window)
{
    m_countersSoon.setSingleShot(true);
    m_countersSoon.setInterval(countersDelayMs);
    connect(&m_countersSoon, &QTimer::timeout, this, &DeskConnection::fetchCounters);
    m_midnight.setInterval(60'000);
    connect(&m_midnight, &QTimer::timeout, this, &DeskConnection::fetchCounters);
    m_midnight.start();
    // What came by no scan here: a merge, a paper day, the night.
    m_changedSoon.setSingleShot(true);
    m_changedSoon.setInterval(changedDelayMs);
    connect(&m_changedSoon, &QTimer::timeout, this, &DeskConnection::refresh);
    connect(store, &EntryStore::changed, this, [this] {
        if (!m_changedSoon.isActive())
            m_changedSoon.start();
    });

    connect(desk, &CheckpointDesk::announced, this, &DeskConnection::show);
    connect(desk, &CheckpointDesk::personChanged, window, &MainWindow::changePerson);
    connect(desk, &CheckpointDesk::sighted, window, &MainWindow::showSighting);
    connect(window, &MainWindow::firstStartShown, desk, &CheckpointDesk::setTrying);
    connect(desk, &CheckpointDesk::sighted, window->firstStartView(),
            [desk, view = window->firstStartView()](const RawScan &scan) {
                if (desk->isTrying() && !scan.sightings.isEmpty())
                    view->showScanned(desk->deviceName(scan.deviceId));
            });
    // By id, never "the last one": a scan that was committed meanwhile must not be what is taken back or
    // turned round.
    connect(window->scanView(), &ScanView::undoRequested, desk, &CheckpointDesk::voidEntry);
    connect(window->scanView(), &ScanView::turnRoundRequested, desk, &CheckpointDesk::turnRoundEntry);
    connect(window->scanView(), &ScanView::answerRequested, desk, &CheckpointDesk::answer);
    connect(window->scanView(), &ScanView::recallRequested, desk, &CheckpointDesk::recallQuestion);
    connect(desk, &CheckpointDesk::leftOpenChanged, window->scanView(), &ScanView::setLeftOpen);
    connect(window->scanView(), &ScanView::restoreRequested, desk, &CheckpointDesk::restoreEntry);
    connect(window->entriesView(), &EntriesView::voidRequested, desk, &CheckpointDesk::voidEntry);
    connect(window->entriesView(), &EntriesView::restoreRequested, desk, &CheckpointDesk::restoreEntry);
    connect(desk, &CheckpointDesk::personChanged, window->entriesView(), &EntriesView::followPerson);
    connect(desk, &CheckpointDesk::completed, &m_countersSoon, qOverload<>(&QTimer::start));
    connect(window, &MainWindow::preferencesChanged, desk,
            [desk](const DeskPreferences &preferences) { desk->setLocation(preferences.location); });
    desk->setLocation(window->preferences().location);
    connect(window, &MainWindow::lockedChanged, this, [this](bool locked) {
        if (!locked)
            refresh();
    });
}

void DeskConnection::refresh()
{
    fetchCounters();
    if (!m_window->isLocked())
        fetchRecent();
}

void DeskConnection::show(const ScanOutcome &outcome)
{
    const bool isAtDoor = m_window->isAtDoor(outcome); // as it is before it is shown
    if (outcome.kind == ScanOutcome::Kind::Recorded && outcome.corrects && outcome.entryId)
        m_window->entriesView()->followEntry(*outcome.corrects, {outcome.at.utcMs, *outcome.entryId},
                                             outcome.direction.value_or(Direction::In), outcome.sameWay);
    m_window->showOutcome(outcome);
    switch (outcome.kind) {
    case ScanOutcome::Kind::Recorded:
        m_window->setDeskState(DeskState::Ready);
        if (isAtDoor)
            m_window->soundBoard()->play(outcome.direction == Direction::Out ? Sound::Out : Sound::In);
        break;
    case ScanOutcome::Kind::Failed:
        // An undo of what does not stand any more, or of what one may not take back, or more leaving than are
        // inside by now: fails without the desk being in trouble.
        if (outcome.error && outcome.error->code != ErrorCode::NotFound &&
            outcome.error->code != ErrorCode::NotAllowed && outcome.error->code != ErrorCode::WrongUse)
            m_window->setDeskState(DeskState::Trouble);
        m_window->soundBoard()->play(Sound::NotRecorded);
        m_window->entriesView()->letTryAgain();
        break;
    case ScanOutcome::Kind::Refused:
        m_window->soundBoard()->play(Sound::Refused);
        break;
    case ScanOutcome::Kind::Asks:
        m_window->soundBoard()->play(Sound::Ask);
        break;
    case ScanOutcome::Kind::Repeated:
    case ScanOutcome::Kind::Dismissed:
    case ScanOutcome::Kind::Voided:
        break;
    }
    m_countersSoon.start();
}

void DeskConnection::fetchCounters()
{
    const QDate today = QDate::currentDate();
    m_store
        ->counters(today.startOfDay().toMSecsSinceEpoch(), today.addDays(1).startOfDay().toMSecsSinceEpoch())
        .then(this, [this](const Result<Counters> &counters) {
            if (counters)
                m_window->scanView()->setCounters(*counters);
        });
}

void DeskConnection::fetchRecent()
{
    const qint64 from = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    EntryQuery query;
    query.fromUtcMs = from;
    query.newestFirst = true;
    query.limit = recentRows;
    EntryFilter refusals;
    refusals.fromUtcMs = from;
    refusals.refused = EntryFilter::Only;
    m_store->entries(query).then(this, [this, from, refusals](const Result<QList<EntryRow>> &rows) {
        if (!rows)
            return;
        EntryLists(m_store)
            .page(refusals, {}, recentRows)
            .then(this, [this, from, entries = *rows](const Result<QList<ListRow>> &lines) {
                QList<RefusedScan> refused;
                for (const ListRow &line : lines ? *lines : QList<ListRow>())
                    if (line.refused)
                        refused << *line.refused;
                m_window->scanView()->setRecent(entries, refused, from);
            });
    });
}

} // namespace checkpoint
