#include "app/desksync.h"

#include "core/base/logging.h"
#include "ui/mainwindow/mainwindow.h"

namespace checkpoint {

DeskSync::DeskSync(EntryStore *store, SystemClock *clock, VenueOffice *office, MainWindow *window)
    : m_engine(store, clock), m_window(window)
{
    connect(&m_engine, &SyncEngine::progressed, this, &DeskSync::show);
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
        for (const TargetRecord &each : *targets)
            show(each);
        m_engine.sync(*targets, true);
    });
}

void DeskSync::show(const TargetRecord &target)
{
    m_targets[target.target.name] = target;
    QList<TargetRecord> all;
    for (const auto &[name, record] : m_targets)
        all.append(record);
    m_window->topLine()->setTargets(all);
}

} // namespace checkpoint
