#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"
#include "core/posters/postercomposer.h"
#include "core/posters/posterjob.h"
#include "core/posters/posterproof.h"

#include <QObject>

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

/// Makes and proves posters for the poster view, on a thread of its own. GUI thread; owned by the view.
class PosterWorkshop : public QObject
{
    Q_OBJECT

public:
    explicit PosterWorkshop(QObject *parent = nullptr);
    ~PosterWorkshop() override;

    /// The first sheet of these, read back; an older question that waits still is not answered.
    void compose(const QList<PosterContent> &contents, const PosterOptions &options);

    /// Writes all to a file or to several.
    void write(const PosterTask &task);
    bool isWriting() const { return m_job != nullptr || m_printing; }
    /// Proves all and hands them to the printer, with its copies and the pages chosen; nobody else touches it
    /// meanwhile.
    void print(const std::shared_ptr<QPrinter> &printer, const QList<PosterContent> &contents,
               const PosterOptions &options);
    void cancel();

signals:
    void composed(const Result<ProvedSheet> &sheet);
    void progressed(int done, int of);
    void written(const Result<PosterBatch> &batch);
    /// Gives the printer's name, or what is wrong: CodeUnreadable, those of printerReady().
    void printed(const Result<QString> &printer);

private:
    quint64 m_round = 0;
    PosterJob *m_job = nullptr; ///< while it writes
    bool m_printing = false;
    Worker m_worker{QStringLiteral("posters")};
};

} // namespace checkpoint
