#pragma once

#include "core/store/connection.h"

#include <QDeadlineTimer>

namespace checkpoint {

/// Overwrites what is left of moved rows inside the database's file. SQLite overwrites what it deletes, but a
/// page that was divided keeps copies of the rows that went to its neighbour in the room between its list of
/// rows and the rows; nothing ever reads them there, and nothing takes them away. This goes through the file
/// page by page and clears that room, where the log is empty and nobody can write; what counts as content is
/// not touched (file format: https://www.sqlite.org/fileformat2.html, "B-tree Pages"). Used on the writing
/// thread, on its connection.
class PageScrub
{
public:
    enum class Step {
        More, ///< goes on with the next call
        Busy, ///< somebody reads an older state: try again in a while
        Done, ///< the file is clean and the log is empty
    };

    explicit PageScrub(Connection &connection) : m_connection(connection) {}

    /// Cleans the next pages, as many as there is time for; at least some.
    Result<Step> step(const QDeadlineTimer &until);

    /// The same to the end, for a database that nobody else works with. Busy is a failure.
    Result<void> run();

private:
    bool emptyLog();
    bool logIsEmpty() const;
    Result<Step> clean(const QDeadlineTimer &until);

    Connection &m_connection;
    qint64 m_next = 1; ///< the page, counted from 0; the first one holds the schema, nothing of anybody
};

} // namespace checkpoint
