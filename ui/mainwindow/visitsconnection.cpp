#include "ui/mainwindow/visitsconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venuecodes.h"
#include "core/desk/venueoffice.h"
#include "core/reports/revealnote.h"
#include "core/store/entrystore.h"
#include "core/store/ledger.h"
#include "core/store/reportsource.h"
#include "core/store/visitorlists.h"
#include "ui/common/visitoroffers.h"
#include "ui/entriesview/entriesview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/scanview.h"

#include <QDate>
#include <QPointer>

namespace checkpoint {

namespace {

constexpr int offeredDetails = 200;

} // namespace

VisitsConnection::VisitsConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window), m_parts(parts), m_lists(parts.store), m_window(window)
{
    connectHandEntry();
    connectLists();
    connectInside();
    connect(window, &MainWindow::venueNamed, this, [this](const QString &name) {
        Venue venue;
        venue.name = name;
        m_parts.office->keepVenue(venue).then(this, [this](const Result<void> &kept) {
            if (!kept)
                m_window->showTrouble({}, kept.error());
        });
    });
    connect(m_parts.office, &VenueOffice::loaded, this, &VisitsConnection::takeVenue);
    connect(m_parts.store, &EntryStore::changed, this, &VisitsConnection::refresh);
}

void VisitsConnection::connectHandEntry()
{
    ScanView *scan = m_window->scanView();
    CheckpointDesk *desk = m_parts.desk;
    connect(scan, &ScanView::visitorsWanted, this, [this, scan](const QString &typed) {
        const QDate today = m_parts.clock->now().toDateTime().date();
        m_lists.findArriving(typed, today, VisitorOffers::mostExpected, VisitorOffers::mostHits)
            .then(scan, [scan, typed](const Result<QList<VisitorHit>> &hits) {
                if (hits)
                    scan->setHits(typed, *hits);
            });
    });
    connect(scan, &ScanView::handEntryRequested, desk, &CheckpointDesk::recordByHand);
    connect(scan, &ScanView::completionRequested, desk, &CheckpointDesk::completeLast);
    connect(desk, &CheckpointDesk::completed, scan, &ScanView::showCompleted);
}

void VisitsConnection::connectLists()
{
    EntriesView *entries = m_window->entriesView();
    CheckpointDesk *desk = m_parts.desk;
    connect(entries, &EntriesView::sendOutRequested, desk,
            [desk](const QUuid &entryId) { desk->sendOut(entryId); });
    connect(entries, &EntriesView::turnRoundRequested, desk, &CheckpointDesk::turnRoundEntry);
    connect(entries, &EntriesView::staffRequested, this, [this](const QUuid &visitorId, bool staff) {
        m_parts.store->setStaff(visitorId, staff).then(this, [this, staff](const Result<void> &marked) {
            if (marked)
                m_window->entriesView()->showStaff(staff);
            else
                m_window->showTrouble({}, marked.error());
        });
    });
    connect(entries, &EntriesView::unlistRequested, this, [this](const QUuid &noteId, const QString &name) {
        VisitorLists(m_parts.store)
            .withdrawAttention(noteId, m_parts.clock->now())
            .then(this, [this, name](const Result<void> &withdrawn) {
                if (withdrawn)
                    m_window->entriesView()->showUnlisted(name);
                else
                    m_window->showTrouble({}, withdrawn.error());
            });
    });
    connect(m_window, &MainWindow::lockedChanged, this, &VisitsConnection::takeLock);
    connectSource();
}

/// While the desk is locked nothing is asked of the record, and no name stays in memory.
void VisitsConnection::takeLock(bool locked)
{
    if (locked) {
        m_window->entriesView()->setSource({});
        m_lists.forgetNames();
        return;
    }
    connectSource();
    m_lists.warmUp();
    refresh();
}

void VisitsConnection::connectSource()
{
    m_window->entriesView()->setSource(
        {[this](const EntryFilter &filter, int stride) { return m_lists.outline(filter, stride); },
         [this](const EntryFilter &filter, const std::optional<PageKey> &after, int limit) {
             return m_lists.page(filter, after, limit);
         },
         [this](const QUuid &entryId) { return m_lists.visitDetails(entryId); },
         [this] { return m_lists.locations(); }, [this] { return m_lists.sources(); },
         [this](const QUuid &entryId, const QString &reason) {
             return m_parts.store->noteReveal(entryId, reason, m_parts.clock->now());
         },
         [this](const QUuid &entryId) { return m_lists.mayCorrect(entryId); }});
}

void VisitsConnection::connectInside()
{
    InsideView *inside = m_window->insideView();
    CheckpointDesk *desk = m_parts.desk;
    connect(inside, &InsideView::rowsWanted, this, &VisitsConnection::fetchInside);
    connect(inside, &InsideView::sendOutRequested, desk,
            [desk](const QUuid &entryId) { desk->sendOut(entryId); });
    connect(inside, &InsideView::partyOutRequested, desk, &CheckpointDesk::letPartyOut);
    connect(inside, &InsideView::closeRequested, m_parts.closing, &DayClosing::closeNow);
    connect(inside, &InsideView::undoClosingRequested, m_parts.closing, &DayClosing::undoClosing);
    connect(inside, &InsideView::printRequested, this, [this, inside](const QList<InsideRow> &rows) {
        m_printing.ask(inside->window(), rows, m_parts.clock->now());
    });
    connect(inside, &InsideView::fullPrintRequested, this, &VisitsConnection::printInFull);
    // Told of afterwards: in an emergency a full disk must not keep the list back.
    connect(&m_printing, &InsidePrinting::printed, this,
            [this](const Result<QString> &answer, const QString &note) {
                if (answer)
                    Ledger(m_parts.store).note(LedgerNote::Export, note);
            });
    connect(&m_printing, &InsidePrinting::printed, inside, &InsideView::showPrinted);
    connect(m_parts.closing, &DayClosing::closed, inside, &InsideView::showClosed);
    connect(m_parts.closing, &DayClosing::closed, m_window, &MainWindow::endAlarm);
    connect(m_parts.closing, &DayClosing::closingUndone, inside, &InsideView::showClosingUndone);
    connect(m_parts.closing, &DayClosing::failed, inside, &InsideView::showClosingFailed);
}

/// Whose names stand there in full has it noted before anything is printed, as with every look.
void VisitsConnection::printInFull(const QList<InsideRow> &rows, const QString &reason)
{
    // The list is that of now, however long a printer is looked for.
    const Moment asOf = m_parts.clock->now();
    const auto print = [this, rows, reason, asOf](const std::shared_ptr<QPrinter> &printer) {
        QList<QUuid> visitors;
        for (const InsideRow &row : rows)
            visitors.append(row.in.entry.visitorId.value_or(QUuid()));
        ReportRequest request;
        request.reason = reason;
        ReportSource(m_parts.store)
            .noteReveals(visitors, revealWords(request, QStringLiteral("inside")), m_parts.clock->now())
            .then(this, [this, printer, rows, asOf](const Result<void> &noted) {
                if (noted)
                    m_printing.print(printer, rows, asOf, true);
                else
                    m_window->insideView()->showPrinted(noted.error());
            });
    };
    SheetPrinting::choosePrinter(
        m_window->insideView()->window(),
        [print, here = QPointer<VisitsConnection>(this)](const std::shared_ptr<QPrinter> &printer) {
            if (here)
                print(printer);
        },
        InsidePrinting::named(asOf, true));
}

void VisitsConnection::start()
{
    if (!m_window->isLocked())
        m_lists.warmUp();
    m_parts.office->load();
    refresh();
}

void VisitsConnection::takeVenue(const VenueRecord &record)
{
    m_window->setVenueRecord(record);
    const Venue venue = record.venue.value_or(Venue{});
    m_parts.desk->setVenueTrust(venueTrustOf(record));
    m_printing.setVenue(venue.name);
    m_parts.desk->setRules(record.rules, venue.capacity, venue.openingHours);
    m_parts.closing->setTime(record.rules.automaticExitAt);
    if (!record.venue && m_parts.asksFirst && m_window->preferences().venue.isEmpty())
        beginFirstStart();
    if (m_closingStarted)
        return;
    m_closingStarted = true;
    m_parts.closing->start();
}

/// While its questions stand nothing is recorded: never where somebody was recorded already.
void VisitsConnection::beginFirstStart()
{
    ReportSource(m_parts.store).firstScan().then(this, [this](const Result<std::optional<Moment>> &first) {
        if (first && !*first)
            m_window->beginFirstStart();
    });
}

void VisitsConnection::refresh()
{
    if (m_window->isLocked())
        return;
    m_window->entriesView()->refresh();
    m_window->insideView()->refresh();
    m_lists.recentDetails(offeredDetails).then(this, [this](const Result<QList<EntryDetails>> &details) {
        if (details)
            m_window->scanView()->setOffers(*details);
    });
}

void VisitsConnection::fetchInside()
{
    if (m_window->isLocked())
        return;
    m_parts.closing->morningList(m_parts.clock->now().toDateTime().date())
        .then(this, [this](const Result<MorningList> &morning) {
            if (morning && !m_window->isLocked())
                m_window->insideView()->setEstimatedExits(morning->estimatedExits);
        });
    m_lists.inside().then(this, [this](const Result<QList<InsideRow>> &rows) {
        if (m_window->isLocked())
            return;
        if (rows)
            m_window->insideView()->setRows(*rows);
        else
            m_window->insideView()->showFailure(rows.error());
    });
}

} // namespace checkpoint
