#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

/// What libFuzzer calls with every input; defined once in each target.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Ends the run as a finding when something that must hold does not.
inline void mustHold(bool holds)
{
    if (!holds)
        std::abort();
}

/// The input without copying it.
inline QByteArray inputBytes(const uint8_t *data, size_t size)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
}
