#pragma once

#include "core/posters/sheet.h"

#include <QByteArray>

namespace checkpoint {

/// The sheet as SVG 1.1 in millimetres. Qt's own generator turns scaled text into outlines; here text is
/// text, and as wide in every viewer as it was measured.
QByteArray sheetSvg(const Sheet &sheet);

} // namespace checkpoint
