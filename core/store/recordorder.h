#pragma once

#include "core/store/connection.h"
#include "core/store/entrylists.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace checkpoint {

/// A line of the record as it lies in memory: where it stands and what filters ask, nothing of a person.
struct Line
{
    enum class Kind : quint8 { In, Out, Void, Refused };

    qint64 atUtcMs = 0;
    QUuid id;
    quint32 seq = 0;     ///< the number of its row
    quint32 visitor = 0; ///< the row that it was recorded for; 0 of a refused scan that names nobody
    quint16 location = 0;
    quint16 source = 0;
    Kind kind = Kind::In;

    PageKey key() const { return {atUtcMs, id}; }
};

/// True when a line of the one key is older than one of the other.
bool isBefore(const PageKey &a, const PageKey &b);

/// The lines of the whole record in the order of time, oldest first, with what is needed to filter them. Read
/// once, then brought up to date with what was committed since. Used on one thread at a time.
class RecordOrder
{
public:
    /// Reads everything, in the caller's transaction. What refreshes later may be another connection.
    void load(Connection &connection);

    /// Reads what was committed since; a look at one number when nothing was. In the caller's transaction.
    void refresh(Connection &connection);

    const std::vector<Line> &lines() const { return m_lines; }

    /// The entries that were taken back, in the order in which that was done.
    const std::vector<PageKey> &voided() const { return m_voided; }

    /// The passages of companions without their visitor, in the order of committing.
    const std::vector<PageKey> &apart() const { return m_apart; }

    /// The first line that is not before a place.
    std::size_t positionOf(const PageKey &key) const;

    /// Whom a visitor's row is known as.
    RowId canonical(RowId visitor) const;
    RowId lastVisitor() const { return RowId(m_canonical.size()) - 1; }

    /// When a person passed last, by canonical row; 0 of those who never did.
    std::vector<qint64> lastPassages() const;

    /// The numbers by which lines name these texts.
    std::vector<quint16> locationNumbers(const QStringList &names) const;
    std::vector<quint16> sourceNumbers(const QStringList &names) const;
    QStringList sources() const { return m_sources.names; }

    /// Grows with every change of the record.
    quint64 revision() const { return m_revision; }
    /// Changes when a line went in between others or a visitor is known as another one: then places and
    /// matches of before are no longer right.
    quint64 arrangement() const { return m_arrangement; }

    /// The visitors' changes that are read so far; see `visitor.revision`.
    qint64 visitorRevision() const { return m_visitorRevision; }

private:
    struct Names
    {
        QHash<QString, quint16> numbers;
        QStringList names;
        quint16 number(const QString &name);
    };

    void readLines(Connection &connection);
    void readEntries(Connection &connection);
    void readRefused(Connection &connection);
    void forgetRefused(Connection &connection);
    void readVisitors(Connection &connection);
    void readLocations(Connection &connection);

    std::vector<Line> m_lines;
    std::vector<PageKey> m_voided;
    std::vector<PageKey> m_apart;
    std::vector<quint32> m_canonical;   ///< by row
    std::vector<qint64> m_lastPassages; ///< by row that entries were recorded for
    QHash<QString, quint16> m_locations;
    Names m_sources;
    qint64 m_dataVersion = -1;
    RowId m_entrySeq = 0;
    RowId m_refusedSeq = 0;
    QString m_erased; ///< the last destruction of data that the lines are after
    qint64 m_visitorRevision = -1;
    quint64 m_revision = 0;
    quint64 m_arrangement = 0;
};

} // namespace checkpoint
