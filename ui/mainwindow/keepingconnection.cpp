#include "ui/mainwindow/keepingconnection.h"

#include "core/base/clock.h"
#include "core/desk/datakeeping.h"
#include "core/desk/venueoffice.h"
#include "ui/common/errortext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/settingsview.h"

namespace checkpoint {

KeepingConnection::KeepingConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window), m_parts(parts), m_view(window->settingsView()->keepingSettings())
{
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
            ->eraseDueNow(m_parts.clock->now().utcMs)
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
        if (state)
            m_view->setState(*state);
    });
}

} // namespace checkpoint
