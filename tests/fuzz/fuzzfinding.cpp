#include "tests/fuzz/fuzzing.h"

#include <QByteArrayView>

#include <algorithm>
#include <climits>
#include <csignal>
#include <cstdlib>

/// A reader with a fault, which CHECKPOINT_FINDING chooses: it meets no text as it should be.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (std::none_of(data, data + size, [](uint8_t byte) { return byte < '\t'; }))
        return 0;
    const QByteArrayView kind = std::getenv("CHECKPOINT_FINDING");
    volatile int number = INT_MAX;
    if (kind == "abort")
        std::abort();
    else if (kind == "killed")
        std::raise(SIGKILL);
    else if (kind == "wild")
        *reinterpret_cast<volatile int *>(number / 2) = 0;
    else if (kind == "beyond")
        number = static_cast<const volatile uint8_t *>(data)[size];
    else if (kind == "undefined")
        number = number + 1;
    return 0;
}
