#pragma once

// A large record for the benchmarks: what a busy desk has after a year, written straight into the tables.

#include "core/base/result.h"
#include "core/store/entrystore.h"

#include <QFuture>
#include <QtGlobal>

namespace checkpoint::benchmark {

constexpr qint64 second = 1000;
constexpr qint64 day = 24 * 3600 * second;

inline const QByteArray masterKey(32, 'k');

template <typename T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

template <typename T> void require(const Result<T> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(errorCodeId(result.error().code) + u' ' + result.error().detail));
}

/// An invented person; one of few names, a number of their own.
VisitorData visitor(int number);

EntryDraft draft(int number, EntryKind kind, qint64 utcMs);

struct LargeRecord
{
    int entries = 0;
    int visitors = 0;
    qint64 begin = 1'704'067'200'000;
    int entriesADay = 3000;

    qint64 end() const { return begin + entries * apart(); }
    qint64 apart() const { return day / entriesADay; }
};

/// Writes it into a folder that has no record yet. Visits of two hours one after another, every 50th scan
/// refused.
void fill(const QString &folder, const LargeRecord &record);

} // namespace checkpoint::benchmark
