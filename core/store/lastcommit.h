#pragma once

#include <QFile>
#include <QString>

#include <optional>

namespace checkpoint {

class Connection;

/// The end of a record as it was after a commit.
struct RecordEnd
{
    qint64 ledgerLine = 0;
    qint64 entry = 0;   ///< the number of the last one
    qint64 atUtcMs = 0; ///< when that was
};

/// The end that the record has now.
RecordEnd recordEnd(Connection &connection);

/// Notes beside the database what was committed last. SQLite passes over a log that was deleted or
/// overwritten and gives the record as it was some time before; the note tells. It is written after a commit
/// has reached the disk and not waited for: it may lag behind the record, and never runs ahead. Used on the
/// writing thread.
class LastCommit
{
public:
    void begin(const QString &folder);
    void end() { m_file.close(); }
    void note(Connection &connection);

    /// What was noted; nothing when there is no note or it is torn.
    static std::optional<RecordEnd> noted(const QString &folder);
    /// Another database takes the place of the one that it tells of.
    static void forget(const QString &folder);

private:
    QFile m_file;
};

} // namespace checkpoint
