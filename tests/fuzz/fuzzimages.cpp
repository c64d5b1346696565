#include "core/scan/jpegluminance.h"
#include "core/scan/phototime.h"
#include "core/scan/picturedecoder.h"
#include "tests/fuzz/fuzzing.h"

#include <QBuffer>
#include <QImageReader>

using namespace checkpoint;

namespace {

constexpr int mostSide = 400; ///< larger pictures only take longer

void readFrame(const QByteArray &bytes)
{
    JpegLuminance jpeg;
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    const auto view = jpeg.decode(data, size_t(bytes.size()));
    if (view && view->width <= mostSide && view->height <= mostSide) {
        PictureDecoder decoder;
        decoder.setGuided(true);
        decoder.decodeFrame(*view);
    }
    jpeg.preview(data, size_t(bytes.size()), 100);
}

void readStill(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > mostSide || size.height() > mostSide)
        return;
    PictureDecoder().decodeStill(reader.read());
}

} // namespace

/// Pictures: the first byte says whether it is a camera's JPEG frame, a file, or grey pixels with the width
/// in the second byte.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const QByteArray bytes = inputBytes(data + 1, size - 1);
    if (data[0] % 3 == 0) {
        readFrame(bytes);
    } else if (data[0] % 3 == 1) {
        readStill(bytes);
    } else {
        const int width = data[1] + 1;
        const int height = int(size - 2) / width;
        if (height > 0)
            PictureDecoder().decodeFrame(LuminanceView{data + 2, width, height, width, 1});
    }
    return 0;
}
