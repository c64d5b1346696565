#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"

#include <QByteArray>
#include <QImage>

#include <functional>
#include <optional>
#include <vector>

namespace checkpoint::test {

/// CPU time of this thread, milliseconds.
double threadMs();

/// The middle of the values; 0 of none.
double median(std::vector<double> values);

LuminanceView viewOf(const QImage &grey);

struct Reader
{
    const char *name;
    std::function<DecodedCodes(const LuminanceView &)> read;
};

/// The library with its defaults, the pass that every frame gets, all passes.
std::vector<Reader> readers();

/// The texts that zbarimg reads from a picture, as it prints them; nothing when it is not on the machine.
std::optional<QByteArray> readWithZbar(const QImage &picture);

struct StreamScore
{
    int streams = 0;
    int read = 0;
    int wrong = 0;
    double cpuMs = 0;
    double frameMs = 0;
    std::vector<double> firstReads; ///< seconds; 9 is never

    void add(const StreamScore &other);
    double cpuShare() const { return cpuMs / frameMs; }
};

/// Plays rendered streams to the library, to all passes, and to the frame reader; in this order.
std::vector<StreamScore> playStreams(bool print);

/// Plays them and prints who read when, and at what cost.
void printStreams();

/// What was asked for, what is reached, and what the peers reach. `photos` may be empty.
void printTable(const QString &photos);

} // namespace checkpoint::test
