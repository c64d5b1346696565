#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"
#include "core/posters/postercomposer.h"
#include "core/posters/posterjob.h"
#include "core/posters/posterprinter.h"
#include "core/posters/posterproof.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QPrinter;

namespace checkpoint {

struct SignedPoster;

/// The content of an issued poster, as it is laid out.
PosterContent posterContent(const SignedPoster &poster);

/// A sheet that was read back: what is to be printed, and what was found.
struct ProvedSheet
{
    Sheet sheet;
    std::vector<ProofFinding> findings;

    bool mayBePrinted() const;
};

/// Sheet `index` of these posters, read back; takes a tenth of a second or more.
Result<ProvedSheet> provedPosterSheet(const QList<PosterContent> &contents, int index,
                                      const PosterOptions &options);

/// Makes, proves, writes and prints sheets for the views of posters and of passes, on a thread of its own.
/// GUI thread; owned by the view.
class PosterWorkshop : public QObject
{
    Q_OBJECT

public:
    using Maker = std::function<Result<ProvedSheet>()>;
    using FileWriter = std::function<Result<QString>()>;

    explicit PosterWorkshop(QObject *parent = nullptr);
    ~PosterWorkshop() override;

    /// The sheet to be looked at; an older question that waits still is neither made nor
    /// answered.
    void compose(const Maker &make);

    /// Writes posters to a file or to several.
    void write(const PosterTask &task);
    /// Writes one file by a function that gives its name.
    void writeFile(const FileWriter &writer);
    /// Reads the names of places in a CSV file; gives placesRead().
    void readPlaces(const QString &path);
    bool isWriting() const { return m_job != nullptr || m_busy; }
    /// Makes all sheets that are chosen, then hands them to the printer with its copies; nobody else touches
    /// it meanwhile.
    void print(const std::shared_ptr<QPrinter> &printer, int sheets,
               const PosterPrinter::SheetSource &source);
    void cancel();

signals:
    void composed(const Result<ProvedSheet> &sheet);
    void placesRead(const Result<QStringList> &names);
    void progressed(int done, int of);
    void written(const Result<PosterBatch> &batch);
    /// Gives the printer's name, or what is wrong: the errors of the source and of PosterPrinter, Cancelled.
    void printed(const Result<QString> &printer);

private:
    const std::shared_ptr<std::atomic<quint64>> m_round = std::make_shared<std::atomic<quint64>>(0);
    PosterJob *m_job = nullptr; ///< while it writes
    bool m_busy = false;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of what is being printed
    Worker m_worker{QStringLiteral("posters")};
};

} // namespace checkpoint
