#pragma once

#include "core/domain/venue.h"
#include "core/store/connection.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace checkpoint {

/// The rows of the registers of posters and passes. Used on the thread of its connection, inside the caller's
/// transaction.
class RegisterRows
{
public:
    explicit RegisterRows(Connection &connection) : m_connection(connection) {}

    /// All posters, those of a place together, oldest first.
    QList<Poster> posters();
    /// The valid poster of a place (none: the venue as a whole) that says exactly `content`.
    std::optional<Poster> validPoster(std::optional<RowId> place, const QByteArray &content);
    /// Writes a new poster into the register; the valid ones of the same place are replaced by it.
    Poster issuePoster(std::optional<RowId> place, const QString &locationCode, const QDate &day,
                       const QByteArray &content);
    bool hasPoster(const QString &serial);
    /// Adds a poster as another desk has it, or takes over the worse of two states. True when it was new.
    bool mergePoster(const Poster &poster, std::optional<RowId> place);
    /// What every valid poster of a place becomes; of all places without one.
    void endPosters(RowId place, PosterState state);
    void endAllPosters(PosterState state);
    /// False when there is no such poster.
    bool setState(const QString &serial, PosterState state);

    QList<VisitorPass> passes();
    bool hasPass(const QString &number);
    void issuePass(const VisitorPass &pass, RowId visitor);
    /// As mergePoster(). True when it was new.
    bool mergePass(const VisitorPass &pass, qint64 atUtcMs);
    /// False when there is no such pass.
    bool revokePass(const QString &number, qint64 atUtcMs);
    bool restorePass(const QString &number);

    /// Whether anything was issued.
    bool isEmpty();

private:
    bool exists(const QString &sql, const QString &key);

    Connection &m_connection;
};

} // namespace checkpoint
