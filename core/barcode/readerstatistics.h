#pragma once

#include "core/barcode/readpass.h"

#include <QRect>
#include <QSize>

#include <array>
#include <chrono>

namespace checkpoint {

/// What a camera's reader has done so far and would do next, for a diagnostics view. Plain values: copied to
/// whoever shows them, on any thread.
struct ReaderStatistics
{
    using Duration = std::chrono::duration<double, std::milli>;

    struct Pass
    {
        long long runs = 0;
        long long reads = 0; ///< runs that read a code
        Duration cost{};     ///< of one run, a moving mean; 0 when it has not run
        double success = 0;  ///< share of the frames of late, among those read, that it read; 0 to 1
    };

    std::array<Pass, size_t(readPassCount)> passes; ///< by ReadPass; of the whole frame
    Pass region;                                    ///< of the place where a code was last seen
    Pass acrossFrames;                              ///< of several frames together

    long long frames = 0;
    long long framesRead = 0;
    double framesASecond = 0; ///< as they arrive, a moving mean; 0 before the second frame
    Duration spent{};         ///< on a frame, a moving mean
    Duration budget{};        ///< for a frame at this rate, besides the pass that every frame gets

    QSize frameSize;
    QRect lastSeen;                           ///< where a code was last seen; pixels; null when forgotten
    ReadPass lastReadBy = ReadPass::Midpoint; ///< what read it there
    int framesTogether = 0;                   ///< of which one picture of the symbol is being made now
    bool sparing = false; ///< a frame was too dear of late: these get only what is bounded
    bool resting = false; ///< nothing changes in view: frames get the first pass only, one a second more

    const Pass &of(ReadPass pass) const { return passes[size_t(pass)]; }
};

} // namespace checkpoint
