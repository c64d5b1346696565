#include "core/scan/devicecatalog.h"

#include "core/scan/devices/camerascandevice.h"
#include "core/scan/devices/imagescandevice.h"
#include "core/scan/devices/serialscandevice.h"
#include "core/scan/devices/stdinscandevice.h"
#include "core/scan/devices/videoscandevice.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QLatin1StringView cameraPrefix = "camera:"_L1;
constexpr QLatin1StringView serialPrefix = "serial:"_L1;

bool isCamera(const QString &source)
{
    return source.startsWith(cameraPrefix) && source.size() > cameraPrefix.size();
}

std::unique_ptr<ScanDevice> makeCamera(const QString &source, const DeviceOptions &options)
{
    return std::make_unique<CameraScanDevice>(source.sliced(cameraPrefix.size()), options.clock);
}

std::optional<SerialAddress> serialAddress(const QString &source)
{
    if (!source.startsWith(serialPrefix))
        return std::nullopt;
    return SerialAddress::fromString(source.sliced(serialPrefix.size()));
}

bool isSerial(const QString &source)
{
    return serialAddress(source).has_value();
}

std::unique_ptr<ScanDevice> makeSerial(const QString &source, const DeviceOptions &options)
{
    return std::make_unique<SerialScanDevice>(serialAddress(source).value(), options.clock);
}

bool isStandardInput(const QString &source)
{
    return source == "-"_L1;
}

std::unique_ptr<ScanDevice> makeStandardInput(const QString &, const DeviceOptions &options)
{
    const auto separator =
        options.nulSeparated ? PayloadSplitter::Separator::Nul : PayloadSplitter::Separator::LineEnd;
    return std::make_unique<StdinScanDevice>(separator, options.clock);
}

std::unique_ptr<ScanDevice> makeImage(const QString &source, const DeviceOptions &options)
{
    return std::make_unique<ImageScanDevice>(source, options.clock);
}

std::unique_ptr<ScanDevice> makeVideo(const QString &source, const DeviceOptions &options)
{
    return std::make_unique<VideoScanDevice>(source, options.clock);
}

} // namespace

const std::vector<DeviceKind> &deviceCatalog()
{
    static const std::vector<DeviceKind> kinds{
        {"camera"_L1, isCamera, makeCamera},
        {"serial"_L1, isSerial, makeSerial},
        {"stdin"_L1, isStandardInput, makeStandardInput},
        {"image"_L1, ImageScanDevice::accepts, makeImage},
        {"video"_L1, VideoScanDevice::accepts, makeVideo},
    };
    return kinds;
}

Result<std::unique_ptr<ScanDevice>> makeDevice(const QString &source, const DeviceOptions &options)
{
    for (const DeviceKind &kind : deviceCatalog()) {
        if (kind.accepts(source))
            return kind.make(source, options);
    }
    return Error{ErrorCode::SourceUnreadable,
                 u"no camera, serial port, picture, folder or film of this name"_s};
}

} // namespace checkpoint
