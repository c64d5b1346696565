#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "core/base/worker.h"
#include "core/posters/posterjob.h"

#include <QStringList>

#include <memory>

namespace checkpoint {

/// `poster [--location NAME|--all|--list FILE.csv] [--layout …] [--orientation …] [--language …] [--dpi N]
/// [--each] [--renew] -o FILE.pdf|.png|.svg` issues posters and writes them for printing; without a place the
/// one of the venue as a whole. Places of a list that are not there yet are added.
class PosterCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit PosterCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~PosterCommand() override;

    void start(const QStringList &arguments);

private:
    /// What is wrong with the options; empty when nothing is.
    QString takeOptions(const QCommandLineParser &parser);
    void choosePlaces();
    void addPlaces(const VenueRecord &record, QStringList names);
    void issue(const VenueRecord &record);
    void write(const QList<SignedPoster> &posters);
    void report(const QList<SignedPoster> &posters, const PosterBatch &batch);

    PosterTask m_task;
    QStringList m_names; ///< of places; empty: the venue as a whole
    bool m_all = false;
    bool m_listed = false; ///< the names come from a list
    bool m_renew = false;
    StopSignals m_signals;
    Worker m_chores;
    std::unique_ptr<PosterJob> m_job;
};

} // namespace checkpoint
