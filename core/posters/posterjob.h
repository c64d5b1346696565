#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"
#include "core/posters/postercontent.h"
#include "core/posters/posterproof.h"
#include "core/posters/sheetwriter.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>
#include <vector>

namespace checkpoint {

/// What a PosterJob is to do.
struct PosterTask
{
    QList<PosterContent> contents;
    PosterOptions options;
    QString path;             ///< of the file; of several: with a number before the ending
    bool oneFileEach = false; ///< PDF only; pictures always are
    int dpi = 300;            ///< of PNG files
    bool proved = true;       ///< reads every code back before it is written
};

/// What became of it.
struct PosterBatch
{
    QStringList files;
    std::vector<ProofFinding> notes; ///< findings that forbid nothing; `symbol` is the number of the poster
};

/// Composes, proves and writes posters on a thread for chores, sheet by sheet, so that it can be watched and
/// stopped. Lives on the thread that made it; the worker must outlive it.
class PosterJob : public QObject
{
    Q_OBJECT

public:
    explicit PosterJob(Worker *worker, QObject *parent = nullptr);
    ~PosterJob() override;

    /// Begins; once per object. finished() comes in any case, and never before this returns.
    void start(const PosterTask &task);
    /// finished() comes soon, with Cancelled. One file for all is then not written at all; of several, those
    /// that are whole stay.
    void cancel();

    /// The file of sheet `index` of `count`: "posters.pdf" becomes "posters-07.pdf".
    static QString numberedPath(const QString &path, int index, int count);

signals:
    void progressed(int sheetsDone, int sheets);
    /// WrongUse, DoesNotFit, CodeUnreadable, WriteFailed, DiskFull, Cancelled.
    void finished(const Result<PosterBatch> &result);

private:
    struct State;

    void takeStep();

    Worker *const m_worker;
    std::shared_ptr<State> m_state;
    QFutureWatcher<Result<void>>
        m_step; ///< a continuation may not outlive its context; a watcher goes with it
};

} // namespace checkpoint
