#include "tests/support/faultyvfs.h"

#include <atomic>
#include <limits>
#include <new>
#include <sqlite3.h>

namespace faultyvfs {

namespace {

constexpr int never = std::numeric_limits<int>::max();

std::atomic<int> count = 0;
std::atomic<int> failFrom = never;
std::atomic<bool> failLasting = false;
std::atomic<Fault> failAs = Fault::Broken;
std::atomic<bool> hasFailed = false;

sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs faultyVfs;
sqlite3_io_methods faultyMethods;

struct FaultyFile
{
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<FaultyFile *>(file)->real;
}

/// SQLITE_OK, or the code with which this access is to fail.
int faultOf(int brokenCode, bool needsRoom)
{
    if (failAs == Fault::Full && !needsRoom)
        return SQLITE_OK;
    const int number = ++count;
    const bool due = failLasting ? number >= failFrom : number == failFrom;
    if (!due)
        return SQLITE_OK;
    hasFailed = true;
    return failAs == Fault::Full ? SQLITE_FULL : brokenCode;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    const int fault = faultOf(SQLITE_IOERR_READ, false);
    return fault ? fault : realOf(file)->pMethods->xRead(realOf(file), bytes, size, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const int fault = faultOf(SQLITE_IOERR_WRITE, true);
    return fault ? fault : realOf(file)->pMethods->xWrite(realOf(file), bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int fault = faultOf(SQLITE_IOERR_TRUNCATE, false);
    return fault ? fault : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    const int fault = faultOf(SQLITE_IOERR_FSYNC, true);
    return fault ? fault : realOf(file)->pMethods->xSync(realOf(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    const int fault = faultOf(SQLITE_IOERR_LOCK, false);
    return fault ? fault : realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    const int fault = faultOf(SQLITE_IOERR_SHMMAP, true);
    return fault ? fault : realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int number, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, number, flags);
}

void shareBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *faulty = new (file) FaultyFile{};
    faulty->real = reinterpret_cast<sqlite3_file *>(faulty + 1);
    if (const int fault = faultOf(SQLITE_CANTOPEN, true))
        return fault;
    const int result = realVfs->xOpen(realVfs, name, faulty->real, flags, outFlags);
    if (result == SQLITE_OK)
        faulty->base.pMethods = &faultyMethods;
    return result;
}

} // namespace

bool install()
{
    realVfs = sqlite3_vfs_find(nullptr);
    if (!realVfs)
        return false;
    faultyMethods = {2,
                     closeFile,
                     readFile,
                     writeFile,
                     truncateFile,
                     syncFile,
                     fileSize,
                     lockFile,
                     unlockFile,
                     checkReservedLock,
                     fileControl,
                     sectorSize,
                     deviceCharacteristics,
                     mapShared,
                     lockShared,
                     shareBarrier,
                     unmapShared,
                     nullptr,
                     nullptr};
    faultyVfs = *realVfs;
    faultyVfs.zName = "faulty";
    faultyVfs.szOsFile = int(sizeof(FaultyFile)) + realVfs->szOsFile;
    faultyVfs.xOpen = openFile;
    return sqlite3_vfs_register(&faultyVfs, 1) == SQLITE_OK;
}

void failAccess(int access, Fault fault, bool lasting)
{
    hasFailed = false;
    failAs = fault;
    failLasting = lasting;
    failFrom = count + access;
}

bool heal()
{
    failFrom = never;
    failLasting = false;
    return hasFailed;
}

int accesses()
{
    return count;
}

} // namespace faultyvfs
