#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/scan/scandevice.h"

#include <memory>
#include <vector>

namespace checkpoint {

/// A kind of device, as the command line and the settings name it.
struct DeviceKind
{
    QLatin1StringView id; ///< "camera", "serial", "image", "video", "stdin"
    /// True when this kind reads the SOURCE text: "camera:NAME", "serial:PORT@BAUD", a path, "-".
    bool (*accepts)(const QString &source);
    std::unique_ptr<ScanDevice> (*make)(const QString &source, const struct DeviceOptions &options);
};

/// What a device is made with.
struct DeviceOptions
{
    const Clock *clock = nullptr; ///< outlives the device
    bool nulSeparated = false;    ///< standard input: payloads end with NUL, not with a line end
};

/// The kinds in the order in which they are asked.
const std::vector<DeviceKind> &deviceCatalog();

/// The device for a SOURCE text; SourceUnreadable when no kind reads it (no such file, not a picture or film
/// …).
Result<std::unique_ptr<ScanDevice>> makeDevice(const QString &source, const DeviceOptions &options);

/// A camera that is plugged in now.
struct CameraInfo
{
    QString description; ///< what people know it by; ids are unstable
    bool isDefault = false;
};

} // namespace checkpoint
