#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/ledgerrows.h"
#include "core/store/rowpieces.h"
#include "core/store/vault.h"
#include "core/store/visitbook.h"
#include "core/store/visitorrows.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>

namespace checkpoint {

/// What a merge has brought.
struct MergeCounts
{
    qint64 entries = 0; ///< that the record did not have, void entries as well
    qint64 visitors = 0;
    qint64 known = 0;     ///< entries that the record had already
    qint64 unplaced = 0;  ///< rows of the other database that could be read but not placed
    bool skipped = false; ///< parts of the other database could not be read
    qint64 missing = 0;   ///< entries that neither database has any more, as their numbers tell
    std::optional<qint64> missingFromUtcMs; ///< the last entry before them
    std::optional<qint64> missingToUtcMs;   ///< the first after them; absent: they were the last
    bool hadLostEnd = false;                ///< the record itself was sound, but of an earlier moment
};

/// Brings what another database of the same folder holds and the record does not into the record: entries
/// with all that belongs to them, by their ids, each told to the record's own ledger; visits are folded
/// again, outboxes follow. Nothing of the record is lost or overwritten, but for what the other database
/// knows better because it is newer. Piece by piece, each a transaction of its own that leaves the record
/// whole, so that scans come in between; run again it goes on where it was. Used on the writing thread.
class RecordMerge
{
public:
    /// The other database is open for reading and has the folder's key; it may be damaged.
    /// Entries up to the number `knownUpTo`, and persons and places that they name, have the same numbers in
    /// both; up to `lastEntry` there were entries, as is known from elsewhere.
    /// `name` tells it from others until it has ended, also in another program.
    RecordMerge(Connection &record, const Vault &vault, Connection &other, const QString &name,
                bool otherIsNewer, RowId knownUpTo = 0, RowId lastEntry = 0);
    ~RecordMerge();

    /// The next piece; false when everything is done.
    Result<bool> step();
    const MergeCounts &counts() const { return m_counts; }

    /// Whether one has begun and not ended, at this moment (UTC). One that nobody goes on with ends by itself
    /// after some days: what is kept no longer than its term is not to wait for ever.
    static bool isUnderWay(Connection &record, qint64 nowMs);

    /// The tables that a merge looks at, and those that it leaves alone because they follow from others or
    /// belong to the one database only. Together they are all that there are.
    static QStringList mergedTables();
    static QStringList leftOutTables();

private:
    enum class Phase { Shared, Claims, Visitors, Keys, Phones, Entries, Further, Links, Outbox, Notes, Done };

    bool work();
    void mergeShared();
    bool mergeClaims();
    bool mergeVisitors();
    bool mergeKeys();
    bool mergePhones();
    bool mergeEntries();
    void lookForGap(RowId number, std::optional<qint64> atUtcMs);
    void lookForGapAtEnd();
    bool mergeFurther();
    bool mergeLinks();
    bool mergeOutbox();
    bool mergeNotes();

    bool isErased(const QByteArray &visitor);
    void addVisitor(RowId number, const StoredRow &row, bool erased);
    void completeVisitor(RowId number, const StoredRow &row);
    RowId visitorOf(const StoredValue &visitor, const StoredValue &atUtcMs);
    std::optional<RowId> knownLocation(const StoredValue &location);
    RowId locationOf(const StoredValue &location);
    void readShared();
    QByteArray listForm(const StoredValue &digest) const;
    void mergeLocations();
    void mergeOperators();
    void mergeTargets();
    void mergeVenue();
    void mergePosters();
    void mergeTerms();
    void mergeRequests();
    void mergeErasures();
    void mergeAttention();
    void mergeBatches();
    bool isToBeSentAsItIs(RowId batch, qint64 entries);
    bool isOfSomebodyErased(const StoredValue &entry);
    void copyMissing(const QString &table);
    enum class Placed { New, Known, Refused };
    /// Inserts unless something like it is there. A row that the record's rules refuse, as one that was read
    /// from damage may be, is left out and counted.
    Placed place(const QString &table, const QStringList &columns, const StoredRow &values);
    bool insert(const QString &table, const QStringList &columns, const StoredRow &values)
    {
        return place(table, columns, values) == Placed::New;
    }
    /// Changes what is there, or not at all when the record's rules refuse it.
    void change(const QString &sql, const StoredRow &values);
    void tellAs(LedgerSource source, const QString &kind, RowId otherNumber);
    std::vector<StoredRow> all(const QString &sql);
    QStringList sharedColumns(const QString &table);
    QString readable(const QString &table, const QStringList &columns);
    QString keyNumber(const QString &table);
    std::optional<RowId> placeOf(const StoredValue &visitor) const;
    bool hasEntry(const StoredValue &id);
    RowPieces &pieces(const QString &table, const QString &number, const QString &columns);
    DigestPieces &digestPieces(const QString &table, const QString &key, const QString &columns);
    void endPieces();
    RowId canonical(RowId visitor);

    Connection &m_record;
    const Vault &m_vault;
    Connection &m_other;
    const QString m_name;
    const bool m_otherIsNewer;
    const RowId m_knownUpTo;
    const RowId m_lastEntry;
    RowId m_sharedVisitors = 0; ///< up to there they have the same numbers in both
    RowId m_sharedLocations = 0;
    int m_otherForm = 1;                          ///< of the digests in the other database's lists
    std::pair<RowId, RowId> m_otherBehind{0, -1}; ///< refused scans from the one to the other have not
    int m_otherLiftFrom = 1;                      ///< but that
    QList<QUuid> m_destroyed;                     ///< whose data the other database has not any more
    RowId m_lastNumber;                           ///< of the entries that are known not to be missing
    std::optional<qint64> m_lastAt;
    VisitorRows m_visitorRows;
    VisitBook m_visits;
    Phase m_phase = Phase::Shared;
    std::unique_ptr<RowPieces> m_pieces; ///< of the phase
    std::unique_ptr<DigestPieces> m_digestPieces;
    int m_part = 0;                 ///< of a phase with several tables
    QHash<RowId, RowId> m_visitors; ///< of the other database → of the record
    QSet<RowId> m_settled;          ///< visitors of the other database whose numbers stay as they are
    QSet<RowId> m_erased;           ///< those of the other database whose data were destroyed here
    QHash<RowId, RowId> m_locations;
    QHash<RowId, RowId> m_operators;
    QHash<RowId, RowId> m_targets;
    QHash<RowId, RowId> m_batches;
    QSet<QString> m_carried; ///< notes of the ledger that an earlier merge brought
    MergeCounts m_counts;
};

} // namespace checkpoint
