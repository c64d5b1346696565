#pragma once

#include "core/base/ids.h"
#include "core/store/entrystore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of the store share: a folder, a key, synthetic persons and drafts.
namespace storetest {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

inline QByteArray masterKey(char fill = 'k')
{
    return QByteArray(32, fill);
}

/// Where a test that makes hundreds of folders and does not care for the disk puts them.
inline QString quickFolder()
{
    const QFileInfo memory(u"/dev/shm"_s);
    const QString base = memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return base + u"/checkpoint-store-XXXXXX"_s;
}

/// Waits for an answer of the store.
template <typename T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// A store with its folder open and unlocked.
class OpenStore
{
public:
    explicit OpenStore(const QString &folder, StoreMode mode = StoreMode::ReadWrite, char key = 'k')
        : opened(await(store.open(folder, mode)))
        , unlocked(opened ? await(store.unlock(masterKey(key), KeyPlace::File))
                          : Result<void>(opened.error()))
    {
    }

    EntryStore *operator->() { return &store; }

    EntryStore store;
    const Result<OpenedFolder> opened;
    const Result<void> unlocked;
};

/// The error in words, empty when there is none.
template <typename T> QString failureOf(const Result<T> &result)
{
    return result ? QString() : errorCodeId(result.error().code) + u": "_s + result.error().detail;
}

/// The error's stable name, "ok" when there is none.
template <typename T> QString codeOf(const Result<T> &result)
{
    return result ? u"ok"_s : errorCodeId(result.error().code);
}

inline constexpr qint64 morning = 1'704'067'200'000; // 2024-01-01T00:00:00Z
inline constexpr qint64 minute = 60'000;

inline Moment at(qint64 minutes)
{
    return {morning + minutes * minute, 420, false};
}

// The persons of the synthetic codes P01, P02, P05, P26, P27 and P28.

inline VisitorData cardP01()
{
    VisitorData data;
    data.idNumber = u"001090999991"_s;
    data.oldId = u"010000001"_s;
    data.name = u"Nguyễn Thử Nghiệm"_s;
    data.birthDate = PartialDate::fromDate(1990, 1, 15);
    data.sex = Sex::Male;
    data.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    return data;
}

inline VisitorData cardP02()
{
    VisitorData data;
    data.idNumber = u"079300999992"_s;
    data.name = u"Trần Thị Mẫu"_s;
    data.birthDate = PartialDate::fromDate(2000, 2, 29);
    data.sex = Sex::Female;
    return data;
}

inline VisitorData cardP05()
{
    VisitorData data;
    data.idNumber = u"092088999995"_s;
    data.oldId = u"360000002"_s;
    data.name = u"Huỳnh Ước Định"_s;
    return data;
}

inline VisitorData qrP26()
{
    VisitorData data;
    data.idNumber = u"001090999991"_s;
    data.name = u"NGUYEN THU NGHIEM"_s;
    data.qid = u"162999999999999991"_s;
    data.healthInsurance = u"HS4019999999991"_s;
    data.phone = u"+84900000001"_s;
    return data;
}

inline VisitorData qrP27()
{
    VisitorData data;
    data.idNumber = u"079300999992"_s;
    data.name = u"TRAN THI MAU"_s;
    data.qid = u"162999999999999992"_s;
    return data;
}

inline VisitorData qrP28()
{
    VisitorData data;
    data.idNumber = u"******999992"_s;
    data.name = u"TRAN THI MAU"_s;
    data.birthDate = PartialDate::fromStarredYear(2000);
    data.qid = u"162999999999999992"_s;
    return data;
}

inline EntryDraft draft(const VisitorData &visitor, EntryKind kind, const Moment &moment)
{
    EntryDraft draft;
    draft.visitor = visitor;
    draft.entry.id = newEntryId(moment.utcMs);
    draft.entry.kind = kind;
    draft.entry.at = moment;
    draft.entry.location = u"Cổng chính"_s;
    draft.entry.source = u"citizen-card"_s;
    draft.entry.device = u"Camera 1"_s;
    return draft;
}

inline EntryDraft in(const VisitorData &visitor, qint64 minutes)
{
    return draft(visitor, EntryKind::In, at(minutes));
}

inline EntryDraft out(const VisitorData &visitor, qint64 minutes)
{
    return draft(visitor, EntryKind::Out, at(minutes));
}

inline PersonMatch match(OpenStore &store, const VisitorData &visitor)
{
    const auto found = await(store->match(identityKeys(visitor)));
    return found ? *found : PersonMatch();
}

inline Counters wholeCounters(OpenStore &store)
{
    const auto counters = await(store->counters(0, at(60 * 24 * 365).utcMs));
    return counters ? *counters : Counters{-1, -1, -1, -1};
}

inline QList<EntryRow> allEntries(OpenStore &store)
{
    const auto rows = await(store->entries({}));
    return rows ? *rows : QList<EntryRow>();
}

/// Everything that lies in the folder's files.
inline QByteArray rawBytes(const QString &folder)
{
    QByteArray bytes;
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace storetest

#define VERIFY_OK(result) QCOMPARE(storetest::failureOf(result), QString())
#define COMPARE_CODE(result, code) QCOMPARE(storetest::codeOf(result), QString::fromLatin1(code))
