#include "core/store/daysums.h"

#include "core/store/dayreader.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 utcDayMs = 24LL * 3600 * 1000;
constexpr quint8 sumLayout = 1;

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
    if (row.bytes(2) != digest(fromUtcMs, toUtcMs, row.integer(0), figures))
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
        m_connection.run(u"INSERT OR REPLACE INTO day_sum (from_ms, to_ms, change, figures, digest) "
                         "VALUES (?, ?, ?, ?, ?)"_s,
                         sum.fromUtcMs, sum.toUtcMs, sum.change, figures,
                         digest(sum.fromUtcMs, sum.toUtcMs, sum.change, figures));
    }
    return transaction.commit();
}

QByteArray DaySums::digest(qint64 fromUtcMs, qint64 toUtcMs, qint64 change, const QByteArray &figures) const
{
    QByteArray value;
    QDataStream out(&value, QIODevice::WriteOnly);
    out << fromUtcMs << toUtcMs << change << figures;
    return m_vault.digest("day sum", value);
}

} // namespace checkpoint
