#include "ui/mainwindow/traceconnection.h"

#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"

#include <QDateTime>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int rowsOfALook = 2000;

} // namespace

TraceConnection::TraceConnection(const DeskParts &parts, TracePage *page, const Head &head, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(page)
    , m_head(head)
    , m_finder(parts.store)
    , m_delivery(parts.store, page->table(), this)
{
    connect(page, &TracePage::findWanted, this, [this](const QByteArray &text) {
        m_finder.find(text).then(this, [this, search = ++m_search](const Result<QList<VisitorHit>> &hits) {
            if (search != m_search)
                return;
            if (hits)
                m_page->setHits(*hits);
            else
                m_page->showFindFailure(hits.error());
        });
    });
    connect(page, &TracePage::scanWanted, this, [this](bool wanted) { m_parts.desk->setLookingUp(wanted); });
    connect(parts.desk, &CheckpointDesk::lookedUp, this, [this](const QByteArray &text) {
        if (m_page->isVisible()) // elsewhere somebody is looked up for something else
            m_page->takeScanned(text);
    });
    connect(page, &TracePage::traceWanted, this, &TraceConnection::look);
    connect(page, &TracePage::saveWanted, this, [this](const TraceWish &wish, const QString &path) {
        const TraceRequest asked = request(wish);
        m_delivery.save(std::make_unique<TraceReport>(asked), u"trace"_s, this->head(asked), path);
    });
    connect(page, &TracePage::printWanted, this, [this](const TraceWish &wish) {
        const TraceRequest asked = request(wish);
        m_delivery.print([asked] { return std::make_unique<TraceReport>(asked); }, u"trace"_s,
                         this->head(asked));
    });
    connect(page, &TracePage::cancelWanted, this, [this] {
        ++m_search;
        m_delivery.cancel();
    });
}

TraceRequest TraceConnection::request(const TraceWish &wish) const
{
    TraceRequest request;
    request.store = m_parts.store;
    request.visitorId = wish.visitorId;
    request.fromUtcMs = wish.first.startOfDay().toMSecsSinceEpoch();
    request.toUtcMs = wish.last.addDays(1).startOfDay().toMSecsSinceEpoch();
    request.rule = {wish.leastMinutes * minuteMs, wish.marginMinutes * minuteMs, wish.samePlaceOnly};
    request.reference = wish.reference;
    request.reason = wish.reason;
    request.now = m_parts.clock->now();
    request.revealed = wish.revealed;
    return request;
}

SheetHead TraceConnection::head(const TraceRequest &request) const
{
    return m_head(request.fromUtcMs, request.toUtcMs, request.revealed);
}

/// The look is an access like the file: it is noted in the same way.
void TraceConnection::look(const TraceWish &wish)
{
    const auto rows = std::make_shared<PreviewRows>();
    m_delivery
        .run(std::make_unique<TraceReport>(request(wish)), std::make_unique<PreviewFile>(rows, rowsOfALook),
             u"trace"_s, wish.revealed)
        .then(this, [this, rows](const Result<qint64> &written) {
            if (written || rows->more)
                m_page->setAnswer(*rows);
            else
                m_page->table()->showFailure(written.error());
        });
}

} // namespace checkpoint
