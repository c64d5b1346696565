#include "core/desk/expectedcsv.h"
#include "core/desk/papercsv.h"
#include "tests/fuzz/fuzzing.h"

using namespace checkpoint;

/// The tables that people bring: lists of expected visitors, and what was written on paper.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const QDate day(2026, 11, 20);
    const ExpectedCsv expected = readExpectedCsv(bytes, day);
    mustHold(expected.visitors.size() <= mostExpectedRows);
    mustHold(!expected.fileFault || expected.visitors.isEmpty());
    for (const ExpectedVisitor &visitor : expected.visitors)
        mustHold(!visitor.name.isEmpty() && visitor.day.isValid());
    const PaperCsv paper = readPaperCsv(bytes, day);
    for (const PaperRow &row : paper.rows)
        mustHold(row.in || row.out);
    return 0;
}
