#include "core/store/pagescrub.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int pagesAtOnce = 64; ///< between two looks at the clock

/// Where nothing lies on a page: from the end of the list of cells to the first cell.
struct Room
{
    qsizetype from = 0;
    qsizetype to = 0;
};

Room roomOf(QByteArrayView page)
{
    const auto number = [page](qsizetype at) { return qsizetype(qFromBigEndian<quint16>(page.data() + at)); };
    qsizetype header = 0;
    switch (page[0]) {
    case 2: // inner pages have one number more
    case 5:
        header = 12;
        break;
    case 10:
    case 13:
        header = 8;
        break;
    default: // free, or the rest of a long row: SQLite has overwritten what is not used
        return {};
    }
    const qsizetype first = number(5) == 0 ? 65536 : number(5);
    const Room room{header + 2 * number(3), std::min(first, page.size())};
    return room.from < room.to ? room : Room();
}

} // namespace

Result<PageScrub::Step> PageScrub::step(const QDeadlineTimer &until)
{
    {
        // Other kinds of pages would look like these.
        Statement row = m_connection.query(u"PRAGMA auto_vacuum"_s);
        if (row.next() && row.integer(0) != 0)
            m_connection.fail({ErrorCode::DatabaseDamaged, u"a database that moves its pages"_s});
    }
    if (auto known = m_connection.answer(); !known)
        return known.error();
    if (!logIsEmpty() && !emptyLog())
        return Step::Busy;
    Transaction nobodyWrites(m_connection, Transaction::Kind::Write);
    if (m_connection.failed() || !logIsEmpty())
        return m_connection.failed() ? Result<Step>(*m_connection.failure()) : Step::More;
    return clean(until);
}

Result<void> PageScrub::run()
{
    for (;;) {
        const Result<Step> step = this->step(QDeadlineTimer(QDeadlineTimer::Forever));
        if (!step)
            return step.error();
        if (*step == Step::Done)
            return {};
        if (*step == Step::Busy)
            return Error{ErrorCode::InUse, u"somebody reads an older state of the database"_s};
    }
}

/// Puts the log into the file and cuts it off; false, at once, while somebody still reads from it.
bool PageScrub::emptyLog()
{
    int timeout = 0;
    {
        Statement row = m_connection.query(u"PRAGMA busy_timeout"_s);
        if (row.next())
            timeout = int(row.integer(0));
    }
    sqlite3_busy_timeout(m_connection.m_database.get(), 0);
    const int code = sqlite3_wal_checkpoint_v2(m_connection.m_database.get(), nullptr,
                                               SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_connection.m_database.get(), timeout);
    return code == SQLITE_OK && logIsEmpty();
}

/// While nobody can write, an empty log means that nobody can bring pages from it into the file either.
bool PageScrub::logIsEmpty() const
{
    return QFileInfo(m_connection.m_path + "-wal"_L1).size() == 0;
}

Result<PageScrub::Step> PageScrub::clean(const QDeadlineTimer &until)
{
    const Error unusable{ErrorCode::StoreFailed, u"the pages of the database cannot be cleaned"_s};
    sqlite3 *const database = m_connection.m_database.get();
    // Pages as they were before must not be written back later.
    sqlite3_db_release_memory(database);
    qint64 size = 0;
    {
        Statement row = m_connection.query(u"PRAGMA page_size"_s);
        size = row.next() ? row.integer(0) : 0;
    }
    sqlite3_file *file = nullptr;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_int64 bytes = 0;
    if (size == 0 || !file || !file->pMethods || file->pMethods->xFileSize(file, &bytes) != SQLITE_OK)
        return unusable;
    const qint64 pages = bytes / size;
    QByteArray page(size, '\0');
    const QByteArray nothing(size, '\0');
    do {
        const qint64 end = std::min(pages, m_next + pagesAtOnce);
        for (; m_next < end; ++m_next) {
            const qint64 at = m_next * size;
            if (file->pMethods->xRead(file, page.data(), int(size), at) != SQLITE_OK)
                return unusable;
            const Room room = roomOf(page);
            if (QByteArrayView(page).sliced(room.from, room.to - room.from) ==
                QByteArrayView(nothing).first(room.to - room.from))
                continue;
            if (file->pMethods->xWrite(file, nothing.constData(), int(room.to - room.from), at + room.from) !=
                SQLITE_OK)
                return unusable;
        }
    } while (m_next < pages && !until.hasExpired());
    if (m_next < pages)
        return Step::More;
    if (file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK)
        return unusable;
    return Step::Done;
}

} // namespace checkpoint
