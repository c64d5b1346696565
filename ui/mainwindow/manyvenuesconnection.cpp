#include "ui/mainwindow/manyvenuesconnection.h"

#include "core/reports/rollup/rollupnotes.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/reports/summary/summaryfile.h"

#include <memory>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A roll-up, and the notes beside it: both get their names on the report's thread.
class NotedFile final : public TableFile
{
public:
    NotedFile(std::unique_ptr<TableFile> table, const std::shared_ptr<RollupNotes> &notes)
        : m_table(std::move(table)), m_notes(notes)
    {
    }

    Result<void> begin(const QList<Column> &columns) override { return m_table->begin(columns); }
    Result<void> write(const CellRow &cells) override { return m_table->write(cells); }
    Result<void> finish() override
    {
        const Result<void> finished = m_table->finish();
        return finished ? m_notes->finish() : finished;
    }

private:
    const std::unique_ptr<TableFile> m_table;
    const std::shared_ptr<RollupNotes> m_notes;
};

} // namespace

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
    auto file = std::make_unique<NotedFile>(makeReportFile(path, u"rollup"_s, m_head()), notes);
    m_delivery.run(std::move(report), std::move(file)).then(this, [this, path](const Result<qint64> &rows) {
        if (rows)
            m_page->table()->showSaved(path, *rows);
        else
            m_page->table()->showFailure(rows.error());
    });
}

} // namespace checkpoint
