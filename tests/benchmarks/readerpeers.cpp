#include "tests/benchmarks/readerpeers.h"

#include "core/barcode/qrdecoder.h"
#include "core/barcode/readpass.h"
#include "core/barcode/symbolreading.h"

#include <algorithm>
#include <ctime>
#include <memory>

namespace checkpoint::test {

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

LuminanceView viewOf(const QImage &grey)
{
    return {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1};
}

QByteArray cardPayload(int number)
{
    static const QByteArrayList addresses{"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội",
                                          "Thôn Mẫu, Xã Thử, Huyện Giả Định, Hải Phòng",
                                          "Khóm 1, Phường Mẫu, Quận Giả Định, Thành Phố Thử, Cần Thơ"};
    return "001090999991|01" + QByteArray::number(number).rightJustified(7, '0') +
           "|Nguyễn Thử Nghiệm|15011990|Nam|" + addresses[number % addresses.size()] + "|01052021";
}

std::vector<Reader> readers()
{
    return {{"library",
             [](const LuminanceView &view) { return readSymbols(view, Thresholding::LocalAverageSizes); }},
            {"primary",
             [passes = std::make_shared<ReadPasses>()](const LuminanceView &view) {
                 passes->begin(view);
                 return passes->run(ReadPass::Midpoint);
             }},
            {"all", [](const LuminanceView &view) { return QrDecoder().decode(view); }}};
}

} // namespace checkpoint::test
