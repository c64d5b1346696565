#pragma once

#include "core/store/connection.h"
#include "core/store/retention.h"
#include "core/store/vault.h"

#include <QDeadlineTimer>
#include <QList>
#include <QUuid>

namespace checkpoint {

/// Somebody whose data were destroyed, by the visitor's random id.
struct ErasedVisitor
{
    QUuid id;
    qint64 atUtcMs = 0;
    ErasureCause cause = ErasureCause::Term;

    bool operator==(const ErasedVisitor &) const = default;
};

/// Destroys personal data on a connection that overwrites what it deletes (`PRAGMA secure_delete`): seals and
/// digests go, the visitor's random id, entries, visits and counts stay, and a line of the ledger tells of
/// how many. Whoever was destroyed is on a list and is never written to again; the same person coming again
/// is somebody new. What this leaves behind in the file itself is PageScrub's work. Used on the writing
/// thread.
///
/// A copy of the record knows less: who was not seen for long before it was made may come every day since,
/// and whom it holds for one person may have been parted. So its list gets the ids that it is given and no
/// others. The same holds for a record while another database is brought into it.
class Erasure
{
public:
    enum class In { Record, Copy };

    Erasure(Connection &connection, const Vault &vault, In in = In::Record)
        : m_connection(connection), m_vault(vault), m_in(in)
    {
    }

    /// Destroys the next of what is over its term, in one transaction; true while there may be more. Rows
    /// that are older than the ledger are taken into it first, so that it can tell what is gone. At least one
    /// piece of work is done, however short the time.
    Result<bool> eraseDue(const RetentionTerms &terms, qint64 nowMs, const QDeadlineTimer &until);

    /// The same to the end, for a database that nobody else works with.
    Result<ErasureCounts> eraseAllDue(const RetentionTerms &terms, qint64 nowMs);

    /// Destroys what is held on these persons and everybody they are known to be, in one transaction: also
    /// what waits to be sent. Ids that the record does not have go on the list all the same, for a state that
    /// is merged later.
    Result<ErasureCounts> eraseVisitors(const QList<QUuid> &visitors, ErasureCause cause, qint64 nowMs);

    /// Whether eraseAllDue() would destroy anything; for a copy. Changes nothing.
    static bool isAnythingDue(Connection &copy, const RetentionTerms &terms, qint64 nowMs);
    /// Whether anything is held on one of these persons, or on whom they are known to be.
    static bool holdsAnythingOn(Connection &connection, const QList<QUuid> &visitors);

    /// What eraseDue() has destroyed up to now.
    const ErasureCounts &counts() const { return m_counts; }

    /// The list, for whoever brings back or merges an older state: eraseVisitors() on that.
    static QList<ErasedVisitor> erasedVisitors(Connection &connection);

    /// What a target said of a rejected entry, without the words about the person.
    static QByteArray codeAlone(const Vault &vault, const QUuid &entry, const QByteArray &sealedAnswer);

    /// Destroys in an older state who asked for what the record knows to be done; gives how many.
    static qint64 closeRequestsLike(Connection &connection, Connection &record);

    static RetentionTerms readTerms(Connection &connection);
    static void writeTerms(Connection &connection, const RetentionTerms &terms);

private:
    bool eraseAged(const RetentionTerms &terms, qint64 nowMs);
    bool eraseNextVisitors(const RetentionTerms &terms, qint64 nowMs, const QDeadlineTimer &until);
    void erasePerson(RowId person, ErasureCause cause, qint64 nowMs);
    void eraseWords(RowId person);
    void eraseWaiting(RowId person, qint64 nowMs);
    void eraseByRequest(RowId person, qint64 nowMs);
    void dropAnswers(RowId person);
    template <typename... Values> qint64 changed(const QString &sql, const Values &...values);
    void note(ErasureCause cause, qint64 nowMs);

    Connection &m_connection;
    const Vault &m_vault;
    const In m_in;
    ErasureCounts m_counts;
    ErasureCounts m_piece; ///< of the transaction that runs
    RowId m_reached = 0;   ///< visitors up to here were looked at
    RowId m_run = 0;       ///< the row of `erasure` that counts what is destroyed
};

} // namespace checkpoint
