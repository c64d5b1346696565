#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"

#include <QByteArray>
#include <QImage>

#include <functional>
#include <vector>

namespace checkpoint::test {

/// CPU time of this thread, milliseconds.
double threadMs();

/// The middle of the values; 0 of none.
double median(std::vector<double> values);

LuminanceView viewOf(const QImage &grey);

/// 112 to 150 bytes as citizen cards carry them: versions 7 to 9 at level M. Synthetic persons.
QByteArray cardPayload(int number);

struct Reader
{
    const char *name;
    std::function<DecodedCodes(const LuminanceView &)> read;
};

/// The library with its defaults, the pass that every frame gets, all passes.
std::vector<Reader> readers();

/// Plays rendered streams to the readers and prints who read when, and at what cost.
void playStreams();

} // namespace checkpoint::test
