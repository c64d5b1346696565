#include "ui/mainwindow/paperdayconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/desk/venuecodes.h"
#include "core/desk/venueoffice.h"
#include "core/reports/paperform.h"
#include "ui/common/visitoroffers.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/paperday/photospage.h"
#include "ui/reportsview/reportsview.h"

#include <QLocale>

namespace checkpoint {

PaperDayConnection::PaperDayConnection(const DeskParts &parts, ReportsView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_view(view)
    , m_lists(parts.store)
    , m_source(parts.store)
    , m_late(parts.store, parts.clock)
    , m_photos(parts.store, parts.clock)
{
    view->paperDay()->now = [clock = parts.clock] { return clock->now(); };
    connectPaper();
    connectPhotos();
    connect(parts.office, &VenueOffice::loaded, this, &PaperDayConnection::takeVenue);
}

void PaperDayConnection::start()
{
    m_source.firstScan().then(this, [this](const Result<std::optional<Moment>> &first) {
        QDate since = first && *first ? (*first)->toDateTime().date() : QDate();
        for (const Poster &poster : std::as_const(m_venue.posters))
            since = since.isValid() ? std::min(since, poster.issuedOn) : since;
        m_view->paperDay()->setDeskSince(since);
    });
}

void PaperDayConnection::takeVenue(const VenueRecord &record)
{
    m_venue = record;
    QStringList names;
    for (const Location &location : record.locations) {
        if (!location.withdrawn)
            names.append(location.name);
    }
    const QString here = m_parts.desk->location();
    if (!here.isEmpty() && !names.contains(here))
        names.prepend(here);
    m_view->paperDay()->setLocations(names, here);
    m_view->photos()->setLocations(names, here);
}

void PaperDayConnection::connectPaper()
{
    PaperDayPage *page = m_view->paperDay();
    connect(page, &PaperDayPage::searchRequested, this, [this, page](const QString &typed) {
        m_lists.findVisitors(typed, VisitorOffers::mostHits)
            .then(page, [page, typed](const Result<QList<VisitorHit>> &hits) {
                if (hits)
                    page->setHits(typed, *hits);
            });
    });
    connect(page, &PaperDayPage::recordWanted, this, [this](int number, const LateEntry &entry) {
        m_waiting.enqueue({number, entry});
        recordNext();
    });
    connect(page, &PaperDayPage::takeBackWanted, this, [this, page](int number, const QUuid &entryId) {
        m_late.takeBack(entryId, PaperDayPage::tr("typed wrongly from paper"))
            .then(page, [page, number](const Result<void> &done) { page->showTakenBack(number, done); });
    });
    connect(page, &PaperDayPage::formWanted, this, &PaperDayConnection::printForm);
    connect(&m_printing, &SheetPrinting::printed, page, &PaperDayPage::showPrinted);
}

void PaperDayConnection::recordNext()
{
    if (m_recording || m_waiting.isEmpty())
        return;
    m_recording = true;
    const Waiting next = m_waiting.dequeue();
    m_late.record(next.entry).then(this, [this, number = next.number](const Result<LateOutcome> &outcome) {
        m_recording = false;
        m_view->paperDay()->showOutcome(number, outcome);
        recordNext();
    });
}

void PaperDayConnection::printForm()
{
    SheetHead head;
    head.language = sheetLanguage(QLocale().name().left(2));
    head.venue = m_venue.venue ? m_venue.venue->name : QString();
    head.place = m_view->paperDay()->location();
    const PaperForm form(head);
    m_printing.ask(m_view->window(), [form](QPagedPaintDevice *device) { return form.paint(device); });
}

void PaperDayConnection::connectPhotos()
{
    PhotosPage *page = m_view->photos();
    connect(page, &PhotosPage::importWanted, this,
            [this](const QString &folder, DirectionRule direction, const QString &location) {
                m_photos.start({folder, venueTrustOf(m_venue), direction, location});
            });
    connect(page, &PhotosPage::cancelWanted, this, [this] { m_photos.cancel(); });
    connect(&m_photos, &PhotoImport::noted, page, &PhotosPage::addNote);
    connect(&m_photos, &PhotoImport::progressed, page, &PhotosPage::setProgress);
    connect(&m_photos, &PhotoImport::finished, page, &PhotosPage::showSum);
}

} // namespace checkpoint
