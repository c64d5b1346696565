#include "tests/support/powercutvfs.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <new>
#include <random>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace powercutvfs {

namespace {

constexpr sqlite3_int64 sectorSize = 512;
using Sector = std::array<char, sectorSize>;

/// What a file was when it was synced last.
struct Synced
{
    sqlite3_int64 size = 0;
    std::map<sqlite3_int64, Sector> sectors; ///< those written since, as they were
    bool changed = false;
};

struct State
{
    std::mutex mutex;
    std::map<std::string, Synced> files;
    int left = 0;
    std::mt19937 random;
};

State &state()
{
    static State theState;
    return theState;
}

sqlite3_vfs *realVfs = nullptr;
sqlite3_vfs cutVfs;
sqlite3_io_methods cutMethods;

struct CutFile
{
    sqlite3_file base;
    sqlite3_file *real;
    std::string *path; ///< none: a file without a name
};

CutFile *cutOf(sqlite3_file *file)
{
    return reinterpret_cast<CutFile *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return cutOf(file)->real;
}

/// One file as the disk has it after the power failed.
void cut(const std::string &path, const Synced &synced)
{
    std::mt19937 &random = state().random;
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct stat now = {};
    if (file < 0 || ::fstat(file, &now) != 0)
        return;
    // Everything lost, everything there, or each sector by chance.
    const auto mode = random() % 4;
    const auto isLost = [&] { return mode == 0 || (mode > 1 && random() % 2 == 0); };
    const sqlite3_int64 grown = now.st_size - synced.size;
    for (const auto &[number, before] : synced.sectors) {
        if (!isLost())
            continue;
        // A drive may also stop in the middle of a sector.
        const auto from = mode == 3 && random() % 8 == 0 ? random() % sectorSize : 0;
        const sqlite3_int64 at = number * sectorSize;
        if (::pwrite(file, before.data() + from, std::size_t(sectorSize) - from, at + sqlite3_int64(from)) <
            0)
            return;
    }
    const sqlite3_int64 size = grown > 0 && mode != 1 ? synced.size + sqlite3_int64(random() % (grown + 1))
                               : grown < 0            ? (isLost() ? synced.size : now.st_size)
                                                      : now.st_size;
    if (::ftruncate(file, size) != 0)
        return;
    ::fsync(file);
    ::close(file);
}

/// With the mutex held. Does not come back when the power fails.
void countAccess()
{
    State &all = state();
    if (--all.left > 0)
        return;
    for (const auto &[path, synced] : all.files) {
        if (synced.changed)
            cut(path, synced);
    }
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

/// With the mutex held: remembers sectors before they change.
void remember(CutFile *file, sqlite3_int64 from, sqlite3_int64 to)
{
    if (!file->path)
        return;
    Synced &synced = state().files[*file->path];
    if (!synced.changed) {
        file->real->pMethods->xFileSize(file->real, &synced.size);
        synced.changed = true;
    }
    for (sqlite3_int64 number = from / sectorSize; number * sectorSize < to; ++number) {
        const auto [place, isNew] = synced.sectors.try_emplace(number);
        if (!isNew)
            continue;
        place->second.fill(0); // SQLite fills up what lies beyond the end as well
        file->real->pMethods->xRead(file->real, place->second.data(), sectorSize, number * sectorSize);
    }
}

int closeFile(sqlite3_file *file)
{
    const int code = realOf(file)->pMethods->xClose(realOf(file));
    delete cutOf(file)->path;
    return code;
}

int readFile(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), bytes, size, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const std::scoped_lock lock(state().mutex);
    countAccess();
    remember(cutOf(file), offset, offset + size);
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const std::scoped_lock lock(state().mutex);
    countAccess();
    sqlite3_int64 now = 0;
    realOf(file)->pMethods->xFileSize(realOf(file), &now);
    remember(cutOf(file), size, now);
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    const std::scoped_lock lock(state().mutex);
    countAccess(); // before the sync is done
    const int code = realOf(file)->pMethods->xSync(realOf(file), flags);
    if (code == SQLITE_OK && cutOf(file)->path)
        state().files.erase(*cutOf(file)->path);
    return code;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
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

int sectors(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

/// Nothing is promised: neither whole sectors nor the order of writes.
int deviceCharacteristics(sqlite3_file *)
{
    return 0;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, memory);
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
    auto *opened = new (file) CutFile{};
    opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
    const int code = realVfs->xOpen(realVfs, name, opened->real, flags, outFlags);
    if (code == SQLITE_OK) {
        opened->base.pMethods = &cutMethods;
        opened->path = name ? new std::string(name) : nullptr;
    }
    return code;
}

} // namespace

bool install(int access, std::uint32_t seed)
{
    realVfs = sqlite3_vfs_find(nullptr);
    if (!realVfs)
        return false;
    state().left = access;
    state().random.seed(seed);
    cutMethods = {2,
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
                  sectors,
                  deviceCharacteristics,
                  mapShared,
                  lockShared,
                  shareBarrier,
                  unmapShared,
                  nullptr,
                  nullptr};
    cutVfs = *realVfs;
    cutVfs.zName = "powercut";
    cutVfs.szOsFile = int(sizeof(CutFile)) + realVfs->szOsFile;
    cutVfs.xOpen = openFile;
    return sqlite3_vfs_register(&cutVfs, 1) == SQLITE_OK;
}

} // namespace powercutvfs
