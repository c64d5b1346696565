#include "ui/mainwindow/paperconnection.h"

#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/posterview/posterview.h"

#include <QDateTime>

namespace checkpoint {

PaperConnection::PaperConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_lists(parts.store)
    , m_window(window)
    , m_posters(window->posterView())
    , m_passes(window->passView())
{
    connectPosters();
    connectPasses();
}

void PaperConnection::connectPosters()
{
    VenueOffice *office = m_parts.office;
    connect(m_posters, &PosterView::postersWanted, this,
            [this, office](const QStringList &locationCodes, bool renew) {
                office->issuePosters(locationCodes, renew)
                    .then(this, [this](const Result<QList<SignedPoster>> &issued) {
                        m_posters->takePosters(issued);
                    });
            });
    connect(m_posters, &PosterView::locationAdded, this, [this, office](const QString &name) {
        office->addLocation(name).then(this, [this](const Result<Location> &added) {
            if (!added)
                m_posters->showNotAdded(added.error());
        });
    });
    connect(m_posters, &PosterView::locationWithdrawn, this, [this, office](const QString &name) {
        office->venueRegister()->withdrawLocation(name).then(this, [this](const Result<Location> &withdrawn) {
            if (!withdrawn)
                m_posters->showFailure(withdrawn.error());
        });
    });
    connect(m_posters, &PosterView::checkingPaperChanged, m_parts.desk, &CheckpointDesk::setPostersIgnored);
}

void PaperConnection::connectPasses()
{
    VenueOffice *office = m_parts.office;
    connect(m_passes, &PassView::passesWanted, this, &PaperConnection::fetchPasses);
    connect(office, &VenueOffice::loaded, this, [this] {
        if (m_passes->isVisible())
            fetchPasses();
    });
    connect(m_passes, &PassView::visitorsWanted, this, [this](const QString &typed) {
        m_lists.findVisitors(typed, PassView::mostHits)
            .then(this, [this, typed](const Result<QList<VisitorHit>> &hits) {
                if (hits)
                    m_passes->setHits(typed, *hits);
            });
    });
    connect(m_passes, &PassView::issueWanted, this, [this, office](const PassDraft &draft, int days) {
        office->issuePass(draft, days).then(this, [this](const Result<SignedPass> &pass) {
            m_passes->takeIssued(pass);
        });
    });
    connect(m_passes, &PassView::codesWanted, this, [this, office](const QStringList &numbers) {
        office->signedPasses(numbers).then(this, [this, numbers](const Result<QList<SignedPass>> &passes) {
            m_passes->takeCodes(numbers, passes);
        });
    });
    const auto said = [this](const Result<void> &done) {
        if (!done)
            m_passes->showFailure(done.error());
    };
    connect(m_passes, &PassView::revokeWanted, this, [this, office, said](const QString &number) {
        office->venueRegister()->revokePass(number, m_parts.clock->now()).then(this, said);
    });
    connect(m_passes, &PassView::restoreWanted, this, [this, office, said](const QString &number) {
        office->venueRegister()->restorePass(number).then(this, said);
    });
    connect(m_window, &MainWindow::passWanted, this, &PaperConnection::beginPass);
}

void PaperConnection::fetchPasses()
{
    m_parts.office->venueRegister()->passes().then(this, [this](const Result<QList<RegisteredPass>> &passes) {
        if (m_window->isLocked())
            return;
        if (passes)
            m_passes->setPasses(*passes, m_parts.clock->now().toDateTime().date());
        else
            m_passes->showFailure(passes.error());
    });
}

/// A pass for whoever came in or went out by an entry.
void PaperConnection::beginPass(const QUuid &entryId)
{
    m_lists.visitDetails(entryId).then(this, [this](const Result<VisitDetails> &details) {
        if (m_window->isLocked())
            return;
        m_window->showView(MainWindow::View::Posters);
        m_window->paperView()->showPasses();
        if (!details)
            m_passes->showFailure(details.error());
        else if (const auto &visitor = details->asked.entry.visitorId)
            m_passes->beginFor(*visitor, details->asked.visitor);
    });
}

} // namespace checkpoint
