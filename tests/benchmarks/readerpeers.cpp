#include "tests/benchmarks/readerpeers.h"

#include "core/barcode/qrdecoder.h"
#include "core/barcode/readpass.h"
#include "core/barcode/symbolreading.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>
#include <ctime>
#include <memory>

namespace checkpoint::test {

using namespace Qt::Literals::StringLiterals;

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

std::optional<QByteArray> readWithZbar(const QImage &picture)
{
    static const QString program = QStandardPaths::findExecutable(u"zbarimg"_s);
    if (program.isEmpty())
        return std::nullopt;
    QTemporaryFile file(QDir::tempPath() + u"/frame-XXXXXX.pgm"_s);
    if (!file.open() || !picture.save(&file, "PGM"))
        return std::nullopt;
    file.flush();
    QProcess zbar;
    zbar.start(program, {u"--quiet"_s, u"--raw"_s, u"--nodbus"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s,
                         file.fileName()});
    if (!zbar.waitForFinished(20000))
        return std::nullopt;
    return zbar.readAllStandardOutput();
}

} // namespace checkpoint::test
