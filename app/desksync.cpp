#include "app/desksync.h"

#include "core/base/logging.h"

#include <algorithm>

namespace checkpoint {

DeskSync::DeskSync(EntryStore *store, SystemClock *clock, VenueOffice *office)
    : m_clock(clock), m_engine(store, clock)
{
    connect(&m_engine, &SyncEngine::clockCompared, this,
            [clock](std::optional<qint64> offMs) { clock->setContradicted(offMs.has_value()); });
    connect(&m_engine, &SyncEngine::venueRegistered, this,
            [this, office](const QString &, const VenueRegistered &venue) {
                office->takePlatformCode(venue.code, venue.checkInAddress)
                    .then(this, [](const Result<void> &taken) {
                        if (!taken)
                            qCWarning(lcApp, "The platform's code for the venue cannot be used: %s",
                                      qPrintable(taken.error().detail));
                    });
            });
}

void DeskSync::start()
{
    m_engine.outbox()->targets().then(this, [this](const Result<QList<TargetRecord>> &targets) {
        if (!targets) {
            qCWarning(lcApp, "The outboxes cannot be read: %s", qPrintable(targets.error().detail));
            return;
        }
        // Who knew it last is believed until somebody compares again.
        m_clock->setContradicted(std::ranges::any_of(
            *targets, [](const TargetRecord &each) { return each.condition.clockOffMs.has_value(); }));
        m_engine.sync(*targets, true);
    });
}

} // namespace checkpoint
