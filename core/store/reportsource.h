#pragma once

#include "core/base/future.h"
#include "core/domain/entry.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QUuid>

#include <array>
#include <memory>
#include <optional>

namespace checkpoint {

struct DaySum;
class Vault;

/// The data of a visitor as they lie in the record, opened by whoever shows them. Any thread; keeps the key
/// of the folder alive as long as it lives.
class SealedVisitor
{
public:
    SealedVisitor() = default;
    SealedVisitor(qint64 person, const QUuid &id, const QByteArray &sealed,
                  const std::shared_ptr<const Vault> &vault)
        : m_person(person), m_id(id), m_sealed(sealed), m_vault(vault)
    {
    }

    /// Which row of the record it is; says nothing outside of the folder.
    qint64 person() const { return m_person; }
    const QUuid &id() const { return m_id; }

    /// In full; empty when the data were destroyed or do not open.
    VisitorData open() const;

private:
    qint64 m_person = 0;
    QUuid m_id;
    QByteArray m_sealed;
    std::shared_ptr<const Vault> m_vault;
};

/// An entry for a report: as much of it as reports show.
struct ReportEntry
{
    Entry entry; ///< without warnings and the visitor's id
    qint64 person = 0;
    std::optional<QUuid> voidedBy;
};

/// Which entries are wanted: those of the period, a page after `after`. UTC milliseconds.
struct PassageQuery
{
    std::optional<qint64> fromUtcMs;
    std::optional<qint64> toUtcMs;
    std::optional<PageKey> after;
    int limit = 1000;
};

/// Where a visit stands among all, in the order of their beginnings.
struct VisitKey
{
    qint64 startUtcMs = 0;
    qint64 number = 0;
};

/// A passage of a visit, as much of it as reports show.
struct VisitEnd
{
    QUuid entryId;
    Moment at;
    QString location;
    QString source;
    bool estimated = false;
    bool late = false;
};

/// A visit for a report: its passages that stand.
struct ReportVisit
{
    VisitKey key;
    qint64 person = 0;
    std::optional<VisitEnd> in;
    std::optional<VisitEnd> out;
    Party party;             ///< who came along, as the entry says
    bool superseded = false; ///< no exit is known, but a later entry shows that there was one
};

/// Which visits are wanted: those that began in the period, a page after `after`. UTC milliseconds.
struct VisitQuery
{
    std::optional<qint64> fromUtcMs;
    std::optional<qint64> toUtcMs;
    std::optional<VisitKey> after;
    int limit = 1000;
};

/// What one day of the venue adds up to. Entries that were taken back do not count.
struct DayFigures
{
    qint64 in = 0;
    qint64 out = 0;
    qint64 unclosed = 0; ///< visits that began on the day and had no exit by its end
    qint64 persons = 0;  ///< different visitors who passed
    qint64 refused = 0;
    QMap<QString, qint64> bySource;  ///< passages by kind of code
    std::array<qint64, 25> byHour{}; ///< passages by hour of the day; a day may have 25
    qint64 locations = 0;            ///< places at which somebody passed
    std::optional<Moment> lastScan;  ///< the last passage up to the end of the day
    qint64 toSync = 0; ///< the day's entries that the national platform is to know; none without one
    qint64 synced = 0; ///< those of them that it has acknowledged

    bool operator==(const DayFigures &) const = default;
};

/// A person's stay as tracing needs it: unknown ends are bounded, see ReportSource::stays().
struct Stay
{
    qint64 person = 0;
    qint64 visit = 0; ///< number of the visit
    qint64 fromUtcMs = 0;
    qint64 toUtcMs = 0;
    qint64 location = 0;      ///< number of the place; 0: none
    bool fromAssumed = false; ///< nobody saw the person come
    bool toAssumed = false;   ///< nobody saw the person leave

    bool operator==(const Stay &) const = default;
};

/// What a report reads of the record, page by page, so that it may be as long as it likes. Reads are
/// answered on a thread of reports' own, which gives way to all others. May be used on any thread; the
/// EntryStore must outlive it.
///
/// Rows name persons by the number of their row. Whose data they are is asked for many at a time and once in
/// a report, as a person comes again and again: see persons().
///
/// What tells of persons is NotAllowed when whoever is signed in at the first such read may see nothing; one
/// source is for one report.
class ReportSource
{
public:
    explicit ReportSource(EntryStore *store) : m_store(store) {}

    /// Entries in time order, Void entries included; searches nothing.
    Future<Result<QList<ReportEntry>>> entries(const PassageQuery &query);

    Future<Result<QList<ReportVisit>>> visits(const VisitQuery &query);

    /// How many lines a report of the period has to go through, for showing progress.
    Future<Result<qint64>> entryCount(const std::optional<qint64> &fromUtcMs,
                                      const std::optional<qint64> &toUtcMs);

    /// The figures of days that follow each other: the first millisecond of each, then the one after the
    /// last. What had to be counted is kept for the next time, until something touches such a day.
    Future<Result<QList<DayFigures>>> days(const QList<qint64> &bounds);

    /// Counts the days before that of `nowUtcMs` (local ones, as days() takes them) whose sums are missing or
    /// hold no more, and keeps them; gives how many. In pieces of a few milliseconds, a long day at a time,
    /// between which reports get their pages; Cancelled when the store goes meanwhile.
    Future<Result<int>> sumUpDays(qint64 nowUtcMs);

    /// The first passage of the whole record.
    Future<Result<std::optional<Moment>>> firstScan();

    /// Who is inside, the last to come first; pages as EntryLists::inside().
    Future<Result<QList<InsideRow>>> inside(const std::optional<PageKey> &after, int limit);

    /// The person behind a visitor's id; NotFound when there is none.
    Future<Result<SealedVisitor>> person(const QUuid &visitorId);

    /// Whom these numbers of rows stand for, each in its place: whoever was joined to somebody else comes
    /// with the data of that one, and the number that was asked for.
    Future<Result<QList<SealedVisitor>>> persons(const QList<qint64> &numbers);

    /// The stays of a person that overlap a period. A stay whose exit nobody saw lasts until the person's
    /// next one, one that is open until `nowUtcMs`, but neither longer than longestAssumedStayMs; one whose
    /// beginning nobody saw began as long before its end, but after the one before.
    Future<Result<QList<Stay>>> stays(qint64 person, qint64 fromUtcMs, qint64 toUtcMs, qint64 nowUtcMs);

    /// The stays of everybody else that overlap these (of one person, in the order of time), each once, in
    /// the order of time.
    Future<Result<QList<Stay>>> staysBeside(const QList<Stay> &stays, qint64 nowUtcMs);

    /// The visits of these numbers, in their order.
    Future<Result<QList<ReportVisit>>> visitsOf(const QList<qint64> &numbers);

    /// Keeps that the data of these entries or visitors went into a report, in full or with names that stayed
    /// masked; all or none. Writing thread: ReadOnly in a folder that is open for reading.
    Future<Result<void>> noteReveals(const QList<QUuid> &entriesOrVisitors, const QString &reason,
                                     const Moment &at, bool masked = false);

    /// The same of everybody who has passed in a period by now.
    Future<Result<void>> notePeriodRevealed(const std::optional<qint64> &fromUtcMs,
                                            const std::optional<qint64> &toUtcMs, const QString &reason,
                                            const Moment &at);

    static constexpr qint64 longestAssumedStayMs = 12LL * 3600 * 1000;

private:
    struct Summing;
    static void goOn(const std::shared_ptr<Summing> &summing);
    void keepSums(const QList<DaySum> &sums) const;

    EntryStore *m_store;
    std::shared_ptr<bool> m_begun = std::make_shared<bool>(false); ///< on the reporting thread
};

} // namespace checkpoint
