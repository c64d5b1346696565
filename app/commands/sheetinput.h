#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/recoverycode.h"

#include <QCommandLineOption>
#include <QList>

class QCommandLineParser;

namespace checkpoint {

/// How commands take a recovery sheet: --qr TEXT|PICTURE or --words TEXT.
QList<QCommandLineOption> sheetOptions();
bool isSheetGiven(const QCommandLineParser &parser);

/// The key on the sheet; without an option it is typed on standard input. WrongUse, SourceUnreadable.
Result<Secret> sheetKey(const QCommandLineParser &parser);

} // namespace checkpoint
