#pragma once

#include <QString>

#include <chrono>

namespace checkpoint {

/// How long personal data stay on the clipboard.
inline constexpr std::chrono::seconds copyLifetime{60};

/// Puts personal data on the clipboard and takes them away again after that time, unless something else was
/// copied meanwhile. GUI thread.
void copyForAWhile(const QString &text, std::chrono::milliseconds lifetime = copyLifetime);

} // namespace checkpoint
