#pragma once

/// A layer between SQLite and the disk that fails on command, for every connection opened after install().
/// Counts each access to a file: opening, reading, writing, truncating, syncing, locking and sharing memory.
namespace faultyvfs {

enum class Fault {
    Broken, ///< every kind of access fails as a broken disk does
    Full,   ///< what needs room fails as a full disk does
};

/// False when the SQLite of this test is not the one that Qt uses.
bool install();

/// The access-th access from now on fails (the first is 1), and with `lasting` all after it. Only accesses
/// that the fault concerns are counted.
void failAccess(int access, Fault fault, bool lasting);

/// Ends failing; true when something has failed since failAccess().
bool heal();

/// Accesses ever since install().
int accesses();

} // namespace faultyvfs
