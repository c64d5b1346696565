#pragma once

#include <QString>

namespace checkpoint {

/// What a report of the catalogue is called, in the current language.
QString reportName(const QString &id);
/// What it is for, in one sentence.
QString reportPurpose(const QString &id);

} // namespace checkpoint
