#pragma once

#include <QString>

namespace checkpoint {

/// Why something with a target did not work, as core/sync says it in English, as a sentence in the current
/// language. What is not known here (a platform's own words) stays as it is.
QString whyText(const QString &why);

} // namespace checkpoint
