#include "core/posters/posterjob.h"

#include "core/posters/postercomposer.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

/// Everything the job knows. Between two sheets it belongs to the job, while a sheet is made to the worker.
struct PosterJob::State
{
    PosterTask task;
    SheetFile kind = SheetFile::Pdf;
    int sheets = 0;
    int done = 0;
    std::unique_ptr<PdfSheetWriter> pdf; ///< when all go into one file
    PosterBatch batch;
    std::atomic_bool cancelled = false;

    bool isOneFile() const { return kind == SheetFile::Pdf && (!task.oneFileEach || sheets == 1); }
    Result<void> begin();
    Result<void> makeSheet();
    Result<void> prove(const Sheet &sheet);
    Result<void> write(const Sheet &sheet);
    QString title() const;
};

QString PosterJob::State::title() const
{
    return task.contents.first().venueName;
}

Result<void> PosterJob::State::begin()
{
    const auto file = sheetFileOf(task.path);
    if (!file)
        return Error{ErrorCode::WrongUse,
                     u"%1 ends neither in .pdf nor in .png nor in .svg"_s.arg(task.path)};
    if (task.contents.isEmpty())
        return Error{ErrorCode::WrongUse, u"there are no posters to write"_s};
    kind = *file;
    // One file each means one poster each: a sheet of several is then filled with the same one.
    sheets = task.oneFileEach ? int(task.contents.size())
                              : posterSheetCount(int(task.contents.size()), task.options.layout);
    return {};
}

Result<void> PosterJob::State::makeSheet()
{
    const QList<PosterContent> contents = task.oneFileEach
                                              ? task.contents.mid(done, 1)
                                              : postersOfSheet(task.contents, done, task.options.layout);
    const Result<Sheet> sheet = composePosterSheet(contents, task.options);
    if (!sheet)
        return Error{sheet.error().code, u"poster %1: %2"_s.arg(done + 1).arg(sheet.error().detail)};
    if (task.proved) {
        if (const Result<void> proof = prove(*sheet); !proof)
            return proof;
    }
    if (const Result<void> written = write(*sheet); !written)
        return written;
    ++done;
    return {};
}

Result<void> PosterJob::State::prove(const Sheet &sheet)
{
    for (ProofFinding finding : proveSheet(sheet)) {
        if (forbidsPrinting(finding.kind))
            return Error{ErrorCode::CodeUnreadable,
                         u"sheet %1, code %2: finding %3 (%4, wanted %5)"_s.arg(done + 1)
                             .arg(finding.symbol + 1)
                             .arg(int(finding.kind))
                             .arg(finding.measured)
                             .arg(finding.wanted)};
        finding.symbol = done;
        if (batch.notes.empty() || batch.notes.back() != finding)
            batch.notes.push_back(finding);
    }
    return {};
}

Result<void> PosterJob::State::write(const Sheet &sheet)
{
    if (isOneFile()) {
        if (!pdf)
            pdf = std::make_unique<PdfSheetWriter>(task.path, title());
        if (const Result<void> added = pdf->add(sheet); !added)
            return added;
        if (done + 1 < sheets)
            return {};
        batch.files.append(task.path);
        return pdf->finish();
    }
    const QString path = numberedPath(task.path, done, sheets);
    Result<void> written;
    switch (kind) {
    case SheetFile::Pdf: {
        PdfSheetWriter writer(path, title());
        written = writer.add(sheet);
        if (written)
            written = writer.finish();
        break;
    }
    case SheetFile::Png:
        written = writePng(sheet, task.dpi, path);
        break;
    case SheetFile::Svg:
        written = writeSvg(sheet, path);
        break;
    }
    if (written)
        batch.files.append(path);
    return written;
}

PosterJob::PosterJob(Worker *worker, QObject *parent) : QObject(parent), m_worker(worker)
{
    connect(&m_step, &QFutureWatcher<Result<void>>::finished, this, &PosterJob::takeStep);
}

PosterJob::~PosterJob()
{
    cancel();
}

void PosterJob::start(const PosterTask &task)
{
    Q_ASSERT(!m_state);
    m_state = std::make_shared<State>();
    m_state->task = task;
    m_step.setFuture(m_worker->run([state = m_state] { return state->begin(); }));
}

void PosterJob::cancel()
{
    if (m_state)
        m_state->cancelled = true;
}

void PosterJob::takeStep()
{
    if (const Result<void> step = m_step.result(); !step) {
        emit finished(step.error());
        return;
    }
    emit progressed(m_state->done, m_state->sheets);
    if (m_state->done == m_state->sheets) {
        emit finished(m_state->batch);
        return;
    }
    m_step.setFuture(m_worker->run([state = m_state]() -> Result<void> {
        const Result<void> made = state->cancelled
                                      ? Error{ErrorCode::Cancelled, u"the posters were stopped"_s}
                                      : state->makeSheet();
        if (!made)
            state->pdf.reset();
        return made;
    }));
}

QString PosterJob::numberedPath(const QString &path, int index, int count)
{
    if (count == 1)
        return path;
    const QFileInfo info(path);
    const int digits = int(QString::number(count).size());
    const QString number = QString::number(index + 1).rightJustified(digits, u'0');
    const QString stem = path.chopped(info.suffix().size() + 1);
    return u"%1-%2.%3"_s.arg(stem, number, info.suffix());
}

} // namespace checkpoint
