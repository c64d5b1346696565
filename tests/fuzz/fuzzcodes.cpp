#include "core/codes/formatcatalog.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace checkpoint;

/// Whatever a camera or a scanner delivers: it is read, or refused and names nobody.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const VisitorCode code = readCode(inputBytes(data, size));
    if (code.error) {
        mustHold(code.visitor == VisitorData() && !code.certificate);
        return 0;
    }
    mustHold(code.certificate ? !code.visitor.name.isEmpty() : !identityKeys(code.visitor).empty());
    mustHold(std::ranges::is_sorted(code.warnings));
    mustHold(std::ranges::none_of(code.visitor.name,
                                  [](QChar c) { return c.category() == QChar::Other_Control; }));
    return 0;
}
