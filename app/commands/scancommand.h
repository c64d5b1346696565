#pragma once

#include "app/commands/arguments.h"
#include "app/commands/sourcerunner.h"
#include "app/commands/stopsignals.h"
#include "app/datafolder.h"
#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"
#include "core/store/outbox.h"
#include "core/store/venueregister.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace checkpoint {

/// `scan [--json] [--null] [--direction auto|in|out] [--location NAME] SOURCE…`: the desk without a window.
/// Prints each outcome after its commit. Nobody can answer: what a desk would ask is refused, or recorded
/// with a warning.
class ScanCommand : public QObject
{
    Q_OBJECT

public:
    explicit ScanCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~ScanCommand() override;

    void start(const QStringList &arguments);
    /// The same with everything said, for the demonstration.
    void play(const QStringList &sources, DirectionRule direction, const QString &location,
              bool nulSeparated);

    EntryStore *store() const { return m_folder.store(); }

signals:
    void finished(int exitCode);

private:
    void weighClock();
    void loadVenue();
    void begin();
    void fail(const Error &error);
    void print(const ScanOutcome &outcome);
    void finishWhenDone();

    SystemClock m_clock;
    StopSignals m_signals;
    DataFolder m_folder;
    VenueRegister m_venue;
    Outbox m_outbox;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<SourceRunner> m_runner;
    DirectionRule m_direction = DirectionRule::Auto;
    bool m_json = false;
    bool m_anyFailed = false;
    bool m_stopped = false;
    bool m_ended = false;
};

} // namespace checkpoint
