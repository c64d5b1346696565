#include "core/store/daysums.h"

#include "core/store/dayreader.h"

#include <QDataStream>
#include <QIODevice>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 utcDayMs = 24LL * 3600 * 1000;
constexpr quint8 sumLayout = 1;
constexpr qsizetype daysAtOnce = 31;
constexpr auto digestSpace = "day sum";

/// The last passage of the day itself is kept; which one was the last before it is known from the days
/// before.
QByteArray bytesOf(const DayFigures &figures, qint64 fromUtcMs)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << sumLayout << figures.in << figures.out << figures.unclosed << figures.persons << figures.refused
        << figures.bySource << figures.locations << figures.toSync << figures.synced;
    for (const qint64 count : figures.byHour)
        out << count;
    const bool own = figures.lastScan && figures.lastScan->utcMs >= fromUtcMs;
    const Moment last = own ? *figures.lastScan : Moment();
    out << own << last.utcMs << qint32(last.offsetMinutes) << last.suspect;
    return bytes;
}

std::optional<DayFigures> figuresOf(const QByteArray &bytes)
{
    DayFigures figures;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    in >> version >> figures.in >> figures.out >> figures.unclosed >> figures.persons >> figures.refused >>
        figures.bySource >> figures.locations >> figures.toSync >> figures.synced;
    for (qint64 &count : figures.byHour)
        in >> count;
    bool own = false;
    Moment last;
    qint32 offset = 0;
    in >> own >> last.utcMs >> offset >> last.suspect;
    last.offsetMinutes = offset;
    if (own)
        figures.lastScan = last;
    const bool whole = in.status() == QDataStream::Ok && in.atEnd() && version == sumLayout;
    return whole ? std::optional(figures) : std::nullopt;
}

/// What the digest of a sum is made of.
QByteArray digested(qint64 fromUtcMs, qint64 toUtcMs, qint64 change, const QByteArray &figures)
{
    QByteArray value;
    QDataStream out(&value, QIODevice::WriteOnly);
    out << fromUtcMs << toUtcMs << change << figures;
    return value;
}

} // namespace

Result<QList<DayFigures>> DaySums::read(const QList<qint64> &bounds, QList<DaySum> *counted)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    const qint64 change = lastChange();
    std::optional<Moment> last =
        bounds.isEmpty() ? std::nullopt : lastScanBefore(m_connection, bounds.first());
    QList<DayFigures> days;
    const auto add = [&](DayFigures figures, qint64 from) {
        if (figures.lastScan && figures.lastScan->utcMs >= from)
            last = figures.lastScan;
        figures.lastScan = last;
        days.append(figures);
    };
    qsizetype at = 0;
    while (at + 1 < bounds.size()) {
        if (const std::optional<DayFigures> known = kept(bounds[at], bounds[at + 1])) {
            add(*known, bounds[at++]);
            continue;
        }
        // Days that have to be counted are counted in one walk.
        qsizetype end = at + 1;
        while (end + 1 < bounds.size() && !kept(bounds[end], bounds[end + 1]))
            ++end;
        const Result<QList<DayFigures>> fresh = DayReader(m_connection, bounds.mid(at, end - at + 1)).read();
        if (!fresh)
            return fresh.error();
        for (const DayFigures &figures : *fresh) {
            if (counted)
                counted->append({bounds[at], bounds[at + 1], change, figures});
            add(figures, bounds[at++]);
        }
    }
    return m_connection.answer(days);
}

std::optional<DayFigures> DaySums::kept(qint64 fromUtcMs, qint64 toUtcMs)
{
    Statement row = m_connection.query(
        u"SELECT s.change, s.figures, s.digest FROM day_sum s WHERE s.from_ms = ? AND s.to_ms = ? AND "
        u"s.change "
        ">= (SELECT coalesce(max(c.change), 0) FROM day_change c WHERE c.day BETWEEN ? AND ? OR c.day = -1)"_s,
        fromUtcMs, toUtcMs, fromUtcMs / utcDayMs, (toUtcMs - 1) / utcDayMs);
    if (!row.next())
        return std::nullopt;
    const QByteArray figures = row.blob(1);
    if (row.bytes(2) != m_vault.digest(digestSpace, digested(fromUtcMs, toUtcMs, row.integer(0), figures)))
        return std::nullopt;
    return figuresOf(figures);
}

qint64 DaySums::lastChange()
{
    Statement row = m_connection.query(u"SELECT coalesce(max(change), 0) FROM day_change"_s);
    return row.next() ? row.integer(0) : 0;
}

Result<void> DaySums::keep(const QList<DaySum> &sums)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    for (const DaySum &sum : sums) {
        const QByteArray figures = bytesOf(sum.figures, sum.fromUtcMs);
        m_connection.run(
            u"INSERT OR REPLACE INTO day_sum (from_ms, to_ms, change, figures, digest) "
            "VALUES (?, ?, ?, ?, ?)"_s,
            sum.fromUtcMs, sum.toUtcMs, sum.change, figures,
            m_vault.digest(digestSpace, digested(sum.fromUtcMs, sum.toUtcMs, sum.change, figures)));
    }
    return transaction.commit();
}

QList<qint64> DaySums::wrong(const std::function<bool(qint64 done, qint64 all)> &goesOn)
{
    struct Holding
    {
        qint64 fromUtcMs;
        qint64 toUtcMs;
        QByteArray figures;
    };
    std::vector<Holding> holding;
    QList<qint64> wrong;
    {
        Statement rows = m_connection.query(
            u"SELECT s.from_ms, s.to_ms, s.change, s.figures, s.digest, s.change >= "
            "(SELECT coalesce(max(c.change), 0) FROM day_change c "
            "WHERE c.day BETWEEN s.from_ms / 86400000 AND (s.to_ms - 1) / 86400000 OR c.day = -1) "
            "FROM day_sum s ORDER BY s.from_ms"_s);
        while (rows.next()) {
            const Holding sum{rows.integer(0), rows.integer(1), rows.blob(3)};
            // A sum from before a change of the key has that key's digest, and is counted again when asked
            // for.
            const QByteArray value = digested(sum.fromUtcMs, sum.toUtcMs, rows.integer(2), sum.figures);
            if (!m_vault.digests(digestSpace, value).contains(rows.blob(4)))
                wrong.append(sum.fromUtcMs);
            else if (rows.flag(5))
                holding.push_back(sum);
        }
    }
    for (std::size_t begin = 0, end = 0; begin < holding.size(); begin = end) {
        if (!goesOn(qint64(begin), qint64(holding.size())))
            break;
        // Days that follow each other are counted in one walk.
        QList<qint64> bounds{holding[begin].fromUtcMs};
        while (end < holding.size() && holding[end].fromUtcMs == bounds.last() && bounds.size() <= daysAtOnce)
            bounds.append(holding[end++].toUtcMs);
        const Result<QList<DayFigures>> counted = DayReader(m_connection, bounds).read();
        for (std::size_t i = begin; counted && i < end; ++i) {
            if (bytesOf(counted->at(qsizetype(i - begin)), holding[i].fromUtcMs) != holding[i].figures)
                wrong.append(holding[i].fromUtcMs);
        }
    }
    return wrong;
}

} // namespace checkpoint
