#pragma once

#include "core/domain/visitor.h"

#include <QByteArray>
#include <QList>

namespace checkpoint {

/// Whom a scanned, pasted or typed text may mean: the person of a code, or whoever has that number, one
/// meaning for each kind of number it may be. Nothing when it is neither. Pure; any thread.
QList<VisitorData> personsMeantBy(const QByteArray &text);

} // namespace checkpoint
