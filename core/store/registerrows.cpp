#include "core/store/registerrows.h"

#include "core/base/ids.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto posterColumns = "p.serial, coalesce(v.code, ''), p.issued_on, p.version, p.state"_L1;
constexpr auto posterTables = "poster p LEFT JOIN venue_location v ON v.location = p.location"_L1;

QDate dayOf(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QString textOf(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

Poster readPoster(Connection &connection, const Statement &row)
{
    const auto state = posterStateFromId(row.text(4));
    const QDate day = dayOf(row.text(2));
    if (!state || !day.isValid())
        connection.fail({ErrorCode::DatabaseDamaged, u"the register holds a poster that cannot be"_s});
    return {row.text(0), row.text(1), day, int(row.integer(3)), state.value_or(PosterState::Withdrawn)};
}

} // namespace

// ---- posters

QList<Poster> RegisterRows::posters()
{
    QList<Poster> posters;
    Statement rows = m_connection.query(
        u"SELECT %1 FROM %2 ORDER BY p.location, p.version, p.serial"_s.arg(posterColumns, posterTables));
    while (rows.next())
        posters.append(readPoster(m_connection, rows));
    return posters;
}

std::optional<Poster> RegisterRows::validPoster(std::optional<RowId> place, const QByteArray &content)
{
    Statement row =
        m_connection.query(u"SELECT %1 FROM %2 WHERE p.location IS ? AND p.state = 'valid' AND p.content = ? "
                           "ORDER BY p.version DESC"_s.arg(posterColumns, posterTables),
                           place, content);
    return row.next() ? std::optional(readPoster(m_connection, row)) : std::nullopt;
}

Poster RegisterRows::issuePoster(std::optional<RowId> place, const QString &locationCode, const QDate &day,
                                 const QByteArray &content)
{
    Poster poster;
    poster.locationCode = locationCode;
    poster.issuedOn = day;
    {
        Statement row = m_connection.query(
            u"SELECT coalesce(max(version), 0) + 1 FROM poster WHERE location IS ?"_s, place);
        if (row.next())
            poster.version = int(row.integer(0));
    }
    do {
        poster.serial = newSerial(Poster::serialLength);
    } while (hasPoster(poster.serial));
    m_connection.run(u"UPDATE poster SET state = 'replaced' WHERE location IS ? AND state = 'valid'"_s,
                     place);
    m_connection.run(u"INSERT INTO poster (serial, location, issued_on, version, state, content) "
                     "VALUES (?, ?, ?, ?, 'valid', ?)"_s,
                     poster.serial, place, textOf(day), poster.version, content);
    return poster;
}

bool RegisterRows::hasPoster(const QString &serial)
{
    return exists(u"SELECT 1 FROM poster WHERE serial = ?"_s, serial);
}

bool RegisterRows::mergePoster(const Poster &poster, std::optional<RowId> place)
{
    if (!hasPoster(poster.serial)) {
        m_connection.run(u"INSERT INTO poster (serial, location, issued_on, version, state, content) "
                         "VALUES (?, ?, ?, ?, ?, ?)"_s,
                         poster.serial, place, textOf(poster.issuedOn), poster.version,
                         posterStateId(poster.state), QByteArray(""));
        return true;
    }
    // valid → replaced → withdrawn: a state is never taken back.
    if (poster.state == PosterState::Withdrawn)
        setState(poster.serial, PosterState::Withdrawn);
    else if (poster.state == PosterState::Replaced)
        m_connection.run(u"UPDATE poster SET state = 'replaced' WHERE serial = ? AND state = 'valid'"_s,
                         poster.serial);
    return false;
}

void RegisterRows::endPosters(RowId place, PosterState state)
{
    m_connection.run(u"UPDATE poster SET state = ? WHERE location = ? AND state = 'valid'"_s,
                     posterStateId(state), place);
}

void RegisterRows::endAllPosters(PosterState state)
{
    m_connection.run(u"UPDATE poster SET state = ? WHERE state = 'valid'"_s, posterStateId(state));
}

bool RegisterRows::setState(const QString &serial, PosterState state)
{
    m_connection.run(u"UPDATE poster SET state = ? WHERE serial = ?"_s, posterStateId(state), serial);
    return m_connection.changedRows() > 0;
}

// ---- passes

QList<VisitorPass> RegisterRows::passes()
{
    QList<VisitorPass> passes;
    Statement rows = m_connection.query(u"SELECT number, issued_on, valid_until, revoked_ms IS NOT NULL "
                                        "FROM visitor_pass ORDER BY issued_on, number"_s);
    while (rows.next())
        passes.append({rows.text(0), dayOf(rows.text(1)), dayOf(rows.text(2)), rows.flag(3)});
    return passes;
}

bool RegisterRows::hasPass(const QString &number)
{
    return exists(u"SELECT 1 FROM visitor_pass WHERE number = ?"_s, number);
}

void RegisterRows::issuePass(const VisitorPass &pass, RowId visitor)
{
    m_connection.run(
        u"INSERT INTO visitor_pass (number, visitor, issued_on, valid_until) VALUES (?, ?, ?, ?)"_s,
        pass.number, visitor, textOf(pass.issuedOn), textOf(pass.validUntil));
}

bool RegisterRows::mergePass(const VisitorPass &pass, qint64 atUtcMs)
{
    const bool known = hasPass(pass.number);
    if (!known)
        m_connection.run(u"INSERT INTO visitor_pass (number, issued_on, valid_until) VALUES (?, ?, ?)"_s,
                         pass.number, textOf(pass.issuedOn), textOf(pass.validUntil));
    if (pass.revoked)
        revokePass(pass.number, atUtcMs);
    return !known;
}

bool RegisterRows::revokePass(const QString &number, qint64 atUtcMs)
{
    m_connection.run(u"UPDATE visitor_pass SET revoked_ms = coalesce(revoked_ms, ?) WHERE number = ?"_s,
                     atUtcMs, number);
    return m_connection.changedRows() > 0;
}

bool RegisterRows::restorePass(const QString &number)
{
    m_connection.run(u"UPDATE visitor_pass SET revoked_ms = NULL WHERE number = ?"_s, number);
    return m_connection.changedRows() > 0;
}

bool RegisterRows::isEmpty()
{
    Statement row =
        m_connection.query(u"SELECT EXISTS (SELECT 1 FROM poster) OR EXISTS (SELECT 1 FROM visitor_pass)"_s);
    return !row.next() || !row.flag(0);
}

bool RegisterRows::exists(const QString &sql, const QString &key)
{
    Statement row = m_connection.query(sql, key);
    return row.next();
}

} // namespace checkpoint
