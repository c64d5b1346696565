#include "ui/mainwindow/keepingconnection.h"

#include "core/base/clock.h"
#include "core/desk/datakeeping.h"
#include "core/desk/venueoffice.h"
#include "ui/common/errortext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/noticepanel.h"
#include "ui/settingsview/settingsview.h"

namespace checkpoint {

KeepingConnection::KeepingConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_view(window->settingsView()->keepingSettings())
    , m_notices(parts.store)
{
    connectNotice();
    connect(parts.office, &VenueOffice::loaded, this, &KeepingConnection::fetch); // the records are open
    connect(parts.keeping, &DataKeeping::erased, this, &KeepingConnection::fetch);
    connect(m_view, &KeepingSettings::termsChanged, this, [this](const RetentionTerms &terms) {
        m_parts.keeping->retention()->setTerms(terms).then(this, [this](const Result<void> &kept) {
            if (kept)
                fetch();
            else
                m_view->showFailure(errorText(kept.error().code).happened);
        });
    });
    connect(m_view, &KeepingSettings::eraseRequested, this, [this] {
        m_parts.keeping->retention()
            ->eraseDueNow(m_parts.clock->now())
            .then(this, [this](const Result<ErasureCounts> &counts) {
                if (counts)
                    fetch();
                else
                    m_view->showFailure(errorText(counts.error().code).happened);
            });
    });
}

void KeepingConnection::fetch()
{
    m_parts.keeping->retention()->state().then(this, [this](const Result<RetentionState> &state) {
        if (!state)
            return;
        m_view->setState(*state);
        m_view->noticePanel()->setTerms(state->terms);
    });
    fetchNotice(); // it tells the terms
}

void KeepingConnection::connectNotice()
{
    NoticePanel *panel = m_view->noticePanel();
    connect(m_parts.office, &VenueOffice::loaded, panel,
            [panel](const VenueRecord &record) { panel->setVenue(record.venue); });
    connect(panel, &NoticePanel::opened, this, &KeepingConnection::fetchNotice);
    connect(panel, &NoticePanel::saveWanted, this, [this, panel](const Notice &notice) {
        m_notices.save(notice, m_parts.clock->now()).then(this, [this, panel](const Result<Notice> &saved) {
            if (!saved)
                return panel->showFailure(saved.error());
            panel->showSaved(*saved);
            fetchNotice();
        });
    });
}

void KeepingConnection::fetchNotice()
{
    m_notices.versions().then(this, [this](const Result<QList<Notice>> &versions) {
        if (!versions)
            return;
        m_view->noticePanel()->setVersions(*versions);
        m_window->setVisitorNotice(versions->isEmpty() ? std::nullopt : std::optional(versions->first()));
    });
}

} // namespace checkpoint
