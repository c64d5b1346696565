#include "core/store/reportsource.h"

#include "core/store/daysums.h"
#include "core/store/insidereader.h"
#include "core/store/reportreader.h"
#include "core/store/stayreader.h"
#include "core/store/storethreads_p.h"
#include "core/store/visitorrows.h"

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

} // namespace

VisitorData SealedVisitor::open() const
{
    return m_vault ? VisitorRows::opened(*m_vault, m_id, m_sealed) : VisitorData();
}

Future<Result<QList<ReportEntry>>> ReportSource::entries(const PassageQuery &query)
{
    return m_store->d->reportTo(m_begun, [query](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).entries(query);
    });
}

Future<Result<QList<ReportVisit>>> ReportSource::visits(const VisitQuery &query)
{
    return m_store->d->reportTo(m_begun, [query](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).visits(query);
    });
}

Future<Result<qint64>> ReportSource::entryCount(const std::optional<qint64> &fromUtcMs,
                                                const std::optional<qint64> &toUtcMs)
{
    return m_store->d->reportFrom([fromUtcMs, toUtcMs](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).entryCount(fromUtcMs, toUtcMs);
    });
}

Future<Result<QList<DayFigures>>> ReportSource::days(const QList<qint64> &bounds)
{
    return m_store->d->reportFrom(
        [source = *this, bounds](Connection &connection, const VaultPointer &vault) {
            QList<DaySum> counted;
            const Result<QList<DayFigures>> days = DaySums(connection, *vault).read(bounds, &counted);
            if (days && !counted.isEmpty())
                source.keepSums(counted);
            return days;
        });
}

/// Nobody waits for it: when it fails, the days are counted again.
void ReportSource::keepSums(const QList<DaySum> &sums) const
{
    const auto keep = [sums](Connection &connection, const VaultPointer &vault) {
        return DaySums(connection, *vault).keep(sums);
    };
    m_store->d->mode == StoreMode::ReadWrite ? m_store->d->lookInto(keep) : m_store->d->noteBeside(keep);
}

Future<Result<std::optional<Moment>>> ReportSource::firstScan()
{
    return m_store->d->reportFrom([](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).firstScan();
    });
}

Future<Result<QList<InsideRow>>> ReportSource::inside(const std::optional<PageKey> &after, int limit)
{
    return m_store->d->reportTo(m_begun, [after, limit](Connection &connection, const VaultPointer &vault) {
        Transaction state(connection, Transaction::Kind::Read);
        return connection.answer(
            InsideReader(connection, *vault).newestFirst({}, after, limit, [](RowId) { return true; }));
    });
}

Future<Result<SealedVisitor>> ReportSource::person(const QUuid &visitorId)
{
    return m_store->d->reportTo(m_begun, [visitorId](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).person(visitorId);
    });
}

Future<Result<QList<SealedVisitor>>> ReportSource::persons(const QList<qint64> &numbers)
{
    return m_store->d->reportTo(m_begun, [numbers](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).persons(numbers);
    });
}

Future<Result<QList<Stay>>> ReportSource::stays(qint64 person, qint64 fromUtcMs, qint64 toUtcMs,
                                                qint64 nowUtcMs)
{
    return m_store->d->reportTo(
        m_begun, [person, fromUtcMs, toUtcMs, nowUtcMs](Connection &connection, const VaultPointer &) {
            return StayReader(connection, nowUtcMs).of(person, fromUtcMs, toUtcMs);
        });
}

Future<Result<QList<Stay>>> ReportSource::staysBeside(const QList<Stay> &stays, qint64 nowUtcMs)
{
    return m_store->d->reportTo(m_begun, [stays, nowUtcMs](Connection &connection, const VaultPointer &) {
        return StayReader(connection, nowUtcMs).beside(stays);
    });
}

Future<Result<QList<ReportVisit>>> ReportSource::visitsOf(const QList<qint64> &numbers)
{
    return m_store->d->reportTo(m_begun, [numbers](Connection &connection, const VaultPointer &vault) {
        return ReportReader(connection, vault).visitsOf(numbers);
    });
}

Future<Result<void>> ReportSource::noteReveals(const QList<QUuid> &entriesOrVisitors, const QString &reason,
                                               const Moment &at, bool masked)
{
    return m_store->d->write([entriesOrVisitors, reason, at, masked](EntryWriter &writer) {
        return writer.noteReveals(entriesOrVisitors, reason, at, masked);
    });
}

Future<Result<void>> ReportSource::notePeriodRevealed(const std::optional<qint64> &fromUtcMs,
                                                      const std::optional<qint64> &toUtcMs,
                                                      const QString &reason, const Moment &at)
{
    return m_store->d->write([fromUtcMs, toUtcMs, reason, at](EntryWriter &writer) {
        return writer.notePeriodRevealed(fromUtcMs, toUtcMs, reason, at);
    });
}

} // namespace checkpoint
