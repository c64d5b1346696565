#pragma once

#include "core/barcode/modulegrid.h"
#include "core/base/result.h"

#include <QByteArray>

namespace checkpoint {

/// How much of a symbol may be destroyed and still be read: about 7, 15, 25, 30 per cent (ISO/IEC 18004).
enum class QrErrorCorrection { Low, Medium, Quartile, High };

/// The QR symbol of these bytes, in byte mode without an ECI, as citizen cards carry it. WrongUse when the
/// bytes are empty or do not fit into a symbol. Thread-safe.
Result<ModuleGrid> encodeQr(const QByteArray &bytes, QrErrorCorrection level);

} // namespace checkpoint
