#pragma once

#include "core/desk/expectedcsv.h"
#include "ui/settingsview/expectedpanel.h"

namespace checkpoint {

/// What was read from a file of expected visitors, its faults as sentences of the current language.
ExpectedFile expectedFile(const QString &name, const ExpectedCsv &csv);

/// Why a file could not be read at all, for one that cannot be opened.
QString fileNotOpenedText();

/// A small list of invented visitors for a day, as expectedFile() takes it and a spreadsheet opens it.
QByteArray expectedSample(const QDate &day);

} // namespace checkpoint
