#include "ui/posterview/posterworkshop.h"

#include "core/desk/venueoffice.h"
#include "core/posters/locationlist.h"

#include <QPrinter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

Result<ProvedSheet> provedPosterSheet(const QList<PosterContent> &contents, int index,
                                      const PosterOptions &options)
{
    const Result<Sheet> sheet = composePosterSheet(postersOfSheet(contents, index, options.layout), options);
    if (!sheet)
        return sheet.error();
    return ProvedSheet{*sheet, proveSheet(*sheet)};
}

PosterWorkshop::PosterWorkshop(QObject *parent) : QObject(parent) {}

PosterWorkshop::~PosterWorkshop()
{
    delete m_job; // before the thread it works on
}

void PosterWorkshop::compose(const Maker &make)
{
    const quint64 round = ++*m_round;
    m_worker
        .run([make, newest = m_round, round]() -> Result<ProvedSheet> {
            if (*newest != round)
                return Error{ErrorCode::Cancelled, u"something newer is to be looked at"_s};
            return make();
        })
        .then(this, [this, round](const Result<ProvedSheet> &sheet) {
            if (round == *m_round)
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

void PosterWorkshop::readPlaces(const QString &path)
{
    m_worker.run([path] { return readLocationList(path); })
        .then(this, [this](const Result<QStringList> &names) { emit placesRead(names); });
}

void PosterWorkshop::writeFile(const FileWriter &writer)
{
    if (isWriting())
        return;
    m_busy = true;
    m_worker.run(writer).then(this, [this](const Result<QString> &path) {
        m_busy = false;
        if (path)
            emit written(PosterBatch{{*path}, {}});
        else
            emit written(path.error());
    });
}

void PosterWorkshop::print(const std::shared_ptr<QPrinter> &printer, int sheets,
                           const PosterPrinter::SheetSource &source)
{
    if (isWriting())
        return;
    m_busy = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const auto watched = [this, source, sheets, cancelled = m_cancelled](int index) -> Result<Sheet> {
        if (*cancelled)
            return Error{ErrorCode::Cancelled, u"printing was stopped"_s};
        Result<Sheet> sheet = source(index);
        emit progressed(index + 1, sheets);
        return sheet;
    };
    m_worker
        .run([printer, sheets, watched]() -> Result<QString> {
            const Result<void> done = PosterPrinter(printer.get()).print(sheets, watched);
            if (!done)
                return done.error();
            return printer->outputFormat() == QPrinter::NativeFormat ? printer->printerName()
                                                                     : printer->outputFileName();
        })
        .then(this, [this](const Result<QString> &answer) {
            m_busy = false;
            emit printed(answer);
        });
}

void PosterWorkshop::cancel()
{
    if (m_job)
        m_job->cancel();
    if (m_cancelled)
        *m_cancelled = true;
}

} // namespace checkpoint
