#pragma once

#include <QByteArray>
#include <QList>

namespace checkpoint {

/// The payloads of all fixtures of tests/data/codes, sorted by their paths so that every run has the same
/// order.
QList<QByteArray> codeSamples();

} // namespace checkpoint
