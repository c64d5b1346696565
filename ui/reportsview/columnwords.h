#pragma once

#include <QString>

namespace checkpoint {

/// The head of a report's column for people, in the current language; the file itself has `name`, which
/// programs read. A name that is not known is given with blanks in place of its underscores.
QString columnWords(const QString &name);

} // namespace checkpoint
