#include "ui/posterview/posterworkshop.h"

#include "core/desk/venueoffice.h"
#include "core/posters/posterprinter.h"

#include <QPrinter>

#include <algorithm>

namespace checkpoint {

PosterContent posterContent(const SignedPoster &poster)
{
    const Poster &issued = poster.issued.poster;
    return {poster.venueName, poster.issued.location.name,
            poster.codeText,  poster.adopted ? QString() : issued.serial,
            issued.version,   issued.issuedOn,
            poster.adopted};
}

bool ProvedSheet::mayBePrinted() const
{
    return std::ranges::none_of(findings,
                                [](const ProofFinding &each) { return forbidsPrinting(each.kind); });
}

PosterWorkshop::PosterWorkshop(QObject *parent) : QObject(parent) {}

PosterWorkshop::~PosterWorkshop()
{
    delete m_job; // before the thread it works on
}

void PosterWorkshop::compose(const QList<PosterContent> &contents, const PosterOptions &options)
{
    const quint64 round = ++m_round;
    m_worker
        .run([contents, options]() -> Result<ProvedSheet> {
            const Result<Sheet> sheet =
                composePosterSheet(postersOfSheet(contents, 0, options.layout), options);
            if (!sheet)
                return sheet.error();
            return ProvedSheet{*sheet, proveSheet(*sheet)};
        })
        .then(this, [this, round](const Result<ProvedSheet> &sheet) {
            if (round == m_round)
                emit composed(sheet);
        });
}

void PosterWorkshop::write(const PosterTask &task)
{
    if (m_job)
        return;
    m_job = new PosterJob(&m_worker, this);
    connect(m_job, &PosterJob::progressed, this, &PosterWorkshop::progressed);
    connect(m_job, &PosterJob::finished, this, [this](const Result<PosterBatch> &batch) {
        m_job->deleteLater();
        m_job = nullptr;
        emit written(batch);
    });
    m_job->start(task);
}

void PosterWorkshop::print(const std::shared_ptr<QPrinter> &printer, const QList<PosterContent> &contents,
                           const PosterOptions &options)
{
    if (isWriting())
        return;
    m_printing = true;
    m_worker
        .run([printer, contents, options]() -> Result<QString> {
            const auto sheet = [contents, options](int index) -> Result<Sheet> {
                Result<Sheet> composed =
                    composePosterSheet(postersOfSheet(contents, index, options.layout), options);
                if (composed && !ProvedSheet{*composed, proveSheet(*composed)}.mayBePrinted())
                    return Error{ErrorCode::CodeUnreadable, QStringLiteral("a code cannot be read back")};
                return composed;
            };
            if (const Result<void> ready = printerReady(printer->printerName()); !ready)
                return ready.error();
            const Result<void> done =
                PosterPrinter(printer.get())
                    .print(posterSheetCount(int(contents.size()), options.layout), sheet);
            return done ? Result<QString>(printer->printerName()) : Result<QString>(done.error());
        })
        .then(this, [this](const Result<QString> &answer) {
            m_printing = false;
            emit printed(answer);
        });
}

void PosterWorkshop::cancel()
{
    if (m_job)
        m_job->cancel();
}

} // namespace checkpoint
