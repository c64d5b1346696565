#include "ui/mainwindow/syncconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrystore.h"
#include "core/sync/syncengine.h"
#include "core/sync/targetcatalog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/scanview.h"
#include "ui/syncview/batchmodel.h"
#include "ui/syncview/rejectedmodel.h"
#include "ui/syncview/syncview.h"

#include <QFile>
#include <QSysInfo>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto gatheringTime = 150ms;
constexpr qint64 largestAuthority = 1024 * 1024;

Result<QByteArray> readAuthority(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, file.errorString()};
    const QByteArray bytes = file.read(largestAuthority);
    if (bytes.isEmpty())
        return Error{ErrorCode::SourceUnreadable, u"the file is empty"_s};
    return bytes;
}

bool waitsForVenue(const TargetRecord &record)
{
    return record.target.venueCode.isEmpty() && record.condition.state == TargetState::Stopped &&
           record.condition.why.startsWith("the venue has not been described yet"_L1);
}

} // namespace

SyncConnection::SyncConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_view(window->syncView())
    , m_declarations(parts.sync, parts.clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatheringTime);
    connect(&m_soon, &QTimer::timeout, this, &SyncConnection::fetchTargets);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(parts.sync, &SyncEngine::progressed, this, soon);
    connect(parts.sync, &SyncEngine::venueRegistered, this, soon);
    connect(parts.store, &EntryStore::changed, this, soon);
    connect(parts.office, &VenueOffice::loaded, this, &SyncConnection::takeVenue);
    connect(parts.desk, &CheckpointDesk::announced, this, &SyncConnection::askDeclaration);
    connectView();
    connectRows();
}

void SyncConnection::start()
{
    fetchTargets();
}

void SyncConnection::connectView()
{
    SyncEngine *const engine = m_parts.sync;
    connect(m_view, &SyncView::connectWanted, this, &SyncConnection::enrol);
    connect(m_view, &SyncView::stopConnectingWanted, this, [this, engine] {
        m_stopped = true;
        engine->stopEnrolling();
    });
    connect(m_view, &SyncView::sendNowWanted, engine, &SyncEngine::sendNow);
    connect(m_view, &SyncView::pauseWanted, this, [this, engine](const QString &target, bool paused) {
        engine->setPaused(target, paused).then(this, [this](const Result<void> &done) {
            if (!done)
                m_view->showFailure(done.error());
            fetchTargets();
        });
    });
    connect(m_view, &SyncView::disconnectWanted, this, [this, engine](const QString &target) {
        engine->disconnectTarget(target).then(this, [this](const Result<void> &done) {
            if (!done)
                m_view->showFailure(done.error());
            fetchTargets();
        });
    });
    connect(m_view, &SyncView::sendAgainWanted, this,
            [this, engine](const QString &target, const QList<QUuid> &entries) {
                engine->sendAgain(target, entries).then(this, [this](const Result<int> &count) {
                    m_view->showSentAgain(count);
                    fetchTargets();
                });
            });
    connect(m_view, &SyncView::correctionOpened, this, [this](const RejectedEntry &rejected) {
        // The panel shows the data in full: that is noted first, as everywhere.
        m_parts.store->noteReveal(rejected.entry.id, tr("Rejected entry corrected"), m_parts.clock->now())
            .then(this, [this, rejected](const Result<void> &noted) {
                if (noted)
                    m_view->showCorrection(rejected);
                else
                    m_view->showFailure(noted.error());
            });
    });
    connect(m_view, &SyncView::correctionWanted, this, &SyncConnection::correct);
    connect(m_view, &SyncView::venueWanted, m_window,
            [window = m_window] { window->showView(MainWindow::View::Settings); });
}

void SyncConnection::connectRows()
{
    Outbox *const outbox = m_parts.sync->outbox();
    connect(m_view, &SyncView::rejectedWanted, this, [this, outbox](const QString &target, int most) {
        outbox->rejected(target, most)
            .then(this, [this, target, most](const Result<QList<RejectedEntry>> &rows) {
                if (rows)
                    m_view->setRejected(target, *rows, most);
            });
    });
    connect(m_view, &SyncView::moreRejectedWanted, this,
            [this, outbox](const QString &target, const QUuid &after) {
                outbox->rejected(target, RejectedModel::page, after)
                    .then(this, [this, target](const Result<QList<RejectedEntry>> &rows) {
                        if (rows)
                            m_view->appendRejected(target, *rows);
                    });
            });
    connect(m_view, &SyncView::batchesWanted, this, [this, outbox](const QString &target) {
        outbox->history(target, BatchModel::page)
            .then(this, [this, target](const Result<QList<BatchRecord>> &rows) {
                if (rows)
                    m_view->setBatches(target, *rows);
            });
    });
    connect(m_view, &SyncView::moreBatchesWanted, this,
            [this, outbox](const QString &target, const QUuid &before) {
                outbox->history(target, BatchModel::page, before)
                    .then(this, [this, target](const Result<QList<BatchRecord>> &rows) {
                        if (rows)
                            m_view->appendBatches(target, *rows);
                    });
            });
}

// ---- how it stands

void SyncConnection::fetchTargets()
{
    m_again = m_fetching;
    if (m_fetching)
        return;
    m_fetching = true;
    m_parts.sync->outbox()->targets().then(this, [this](const Result<QList<TargetRecord>> &targets) {
        m_fetching = false;
        if (targets)
            takeTargets(*targets);
        if (m_again)
            fetchTargets();
    });
}

void SyncConnection::takeTargets(const QList<TargetRecord> &targets)
{
    m_targets = targets;
    m_declarations.setTargets(targets);
    m_view->setTargets(targets);
    m_window->topLine()->setTargets(targets);
    std::optional<qint64> worst;
    for (const TargetRecord &each : targets) {
        const auto off = each.condition.clockOffMs;
        if (off && (!worst || std::abs(*off) > std::abs(*worst)))
            worst = off;
    }
    m_window->setClockOff(worst);
    registerVenue();
}

void SyncConnection::takeVenue(const VenueRecord &record)
{
    m_hasVenue = record.venue.has_value();
    m_view->setHasVenue(m_hasVenue);
    registerVenue();
}

/// A venue that was described only after the enrolment is registered at once.
void SyncConnection::registerVenue()
{
    for (const TargetRecord &each : std::as_const(m_targets)) {
        if (m_hasVenue && waitsForVenue(each))
            m_parts.sync->sendNow(each.target.name);
    }
}

// ---- connecting

void SyncConnection::enrol(const ConnectWish &wish)
{
    m_stopped = false;
    if (wish.authorityPath.isEmpty()) {
        enrolWith(wish, {});
        return;
    }
    if (!m_files)
        m_files = std::make_unique<Worker>(u"certificates"_s);
    m_files->run([path = wish.authorityPath] { return readAuthority(path); })
        .then(this, [this, wish](const Result<QByteArray> &authority) {
            if (authority)
                enrolWith(wish, *authority);
            else
                m_view->showConnected(authority.error());
        });
}

void SyncConnection::enrolWith(const ConnectWish &wish, const QByteArray &authority)
{
    Enrolment enrolment;
    enrolment.name = wish.name.isEmpty() ? usualTargetKind() : wish.name;
    enrolment.address = wish.address;
    enrolment.code = wish.code;
    enrolment.deskName = QSysInfo::machineHostName();
    enrolment.authority = authority;
    enrolment.pinnedKey = QByteArray::fromHex(wish.pinnedKey.toLatin1());
    if (enrolment.pinnedKey.isEmpty() && !wish.pinnedKey.isEmpty())
        enrolment.pinnedKey = "?"; // wrong, which the engine says
    // Enrolled again at the same place, the certificates stay what they were.
    for (const TargetRecord &each : std::as_const(m_targets)) {
        if (authority.isEmpty() && each.target.name == enrolment.name &&
            each.target.address == enrolment.address)
            enrolment.authority = each.target.authority;
    }
    m_parts.sync->enrol(enrolment).then(this, [this](const Result<SyncTarget> &target) {
        if (!target && m_stopped) {
            m_view->showConnected(Error{ErrorCode::Cancelled, {}});
            return;
        }
        if (target)
            m_parts.sync->begin(target->name);
        fetchTargets();
        m_view->showConnected(target);
    });
}

// ---- what was rejected

/// One job of the desk's turns: no passage of that person is decided on half of it.
void SyncConnection::correct(const QString &target, const QUuid &entry, const VisitorCorrection &correction)
{
    Turns *const turns = m_parts.desk->turns();
    turns->enqueue([this, turns, target, entry, correction] {
        m_parts.sync->outbox()
            ->correct(target, entry, correction)
            .then(this, [this, turns](const Result<int> &count) {
                m_view->showSentAgain(count);
                fetchTargets();
                turns->end();
            });
    });
}

// ---- declarations

/// Beside the recording: the entry is committed and shown already. Nobody declares to leave.
void SyncConnection::askDeclaration(const ScanOutcome &outcome)
{
    const bool passes =
        outcome.kind == ScanOutcome::Kind::Recorded || outcome.kind == ScanOutcome::Kind::Asks;
    const bool isKnown = outcome.declaration == DeclarationStatus::Declared ||
                         outcome.declaration == DeclarationStatus::Symptoms;
    if (!passes || isKnown || outcome.direction == Direction::Out || outcome.visitor.qid.isEmpty())
        return;
    m_declarations.ask(outcome.visitor.qid)
        .then(this, [this, number = outcome.number,
                     person = outcome.visitorId](const std::optional<DeclarationStatus> &status) {
            if (!status)
                return;
            if (person && *status != DeclarationStatus::Unknown)
                m_parts.desk->setDeclaration(*person, *status);
            m_window->scanView()->showDeclaration(number, *status);
        });
}

} // namespace checkpoint
