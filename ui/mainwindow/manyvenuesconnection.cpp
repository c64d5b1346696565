#include "ui/mainwindow/manyvenuesconnection.h"

#include "core/reports/rollup/rollupnotes.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/reports/summary/summaryfile.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

ManyVenuesConnection::ManyVenuesConnection(RollupPage *page, const std::function<SheetHead()> &head,
                                           QObject *parent)
    : QObject(parent), m_page(page), m_head(head), m_delivery(nullptr, page->table(), this)
{
    connect(page, &RollupPage::rollupWanted, this, &ManyVenuesConnection::look);
    connect(page, &RollupPage::saveWanted, this, &ManyVenuesConnection::save);
    connect(page, &RollupPage::printWanted, this, [this](const RollupWish &wish) {
        m_delivery.print([wish] { return std::make_unique<RollupReport>(wish.sources, wish.population); },
                         u"rollup"_s, m_head());
    });
    connect(page, &RollupPage::cancelWanted, this, [this] { m_delivery.cancel(); });
}

void ManyVenuesConnection::look(const RollupWish &wish)
{
    const auto answer = std::make_shared<RollupAnswer>();
    auto report = std::make_unique<RollupReport>(wish.sources, wish.population);
    report->noted = [answer](const FileNote &note) -> Result<void> {
        answer->take(note);
        return {};
    };
    m_delivery.run(std::move(report), std::make_unique<RollupPreview>(answer))
        .then(this, [this, answer, look = ++m_look](const Result<qint64> &rows) {
            if (look != m_look)
                return;
            m_page->setAnswer(*answer);
            if (!rows)
                m_page->showFailure(rows.error());
        });
}

void ManyVenuesConnection::save(const RollupWish &wish, const QString &path)
{
    const auto notes = std::make_shared<RollupNotes>(path);
    auto report = std::make_unique<RollupReport>(wish.sources, wish.population);
    report->noted = [notes](const FileNote &note) { return notes->take(note); };
    m_delivery.run(std::move(report), makeReportFile(path, u"rollup"_s, m_head()))
        .then(this, [this, notes, path](const Result<qint64> &rows) {
            const Result<void> kept = rows ? notes->finish() : Result<void>(rows.error());
            if (kept)
                m_page->table()->showSaved(path, *rows);
            else
                m_page->table()->showFailure(kept.error());
        });
}

} // namespace checkpoint
