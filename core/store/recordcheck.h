#pragma once

#include "core/store/ledger.h"
#include "core/store/ledgerrows.h"

#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

namespace checkpoint {

/// One check of the whole record, see Ledger::prove(). Used on the checking thread, with a reading
/// connection.
class RecordCheck
{
public:
    RecordCheck(Connection &connection, const Vault &vault, std::function<bool()> stopped);

    Result<RecordProof> run(const QList<LedgerHead> &heads, const Ledger::Progress &progress);

private:
    static constexpr int rowsAStep = 4096; ///< between two looks at whether to stop

    struct SealedColumn;
    /// The line that tells of a row.
    struct Told
    {
        qint64 line;
        qint64 atUtcMs;
    };
    /// The sealed data of a visitor as they were written last.
    struct Written
    {
        std::array<char, Vault::ledgerHashSize> hash;
        Told told;
    };
    /// The rows of one table that the ledger tells of.
    struct Known
    {
        std::vector<bool> rows;
        qint64 count = 0;

        bool add(RowId number);
    };

    void checkChain(const QList<LedgerHead> &heads);
    void checkRows(const LedgerTable &table);
    void checkTold(const LedgerTable &table, const Statement &row, Known &known);
    void checkAdopted(const LedgerTable &table, const Statement &row, Known &known);
    void checkSeals(const LedgerTable &table, const Statement &row, int first, LedgerSeals &seals, int place,
                    const Told &told);
    void findUnknown(const LedgerTable &table, const Known &known);
    void checkVisitors();
    void checkDestroyed();
    void openSeals();
    void openSeals(const SealedColumn &column);
    void checkPresence();
    void checkDaySums();
    void checkOutboxes();
    void checkOutbox(RowId target, const QString &name);
    qint64 count(const QString &sql);

    void fault(RecordFault::Kind kind, const QString &what, std::optional<qint64> sinceUtcMs = {});
    /// Says how far it is; true when it is to stop.
    bool step(Ledger::Step step, qint64 done, qint64 all);

    Connection &m_connection;
    const Vault &m_vault;
    const std::function<bool()> m_stopped;
    Ledger::Progress m_progress;
    int m_saidPerMille = -1;
    RecordProof m_proof;
    std::unordered_map<RowId, Written> m_written;
};

} // namespace checkpoint
