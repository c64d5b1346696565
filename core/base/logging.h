#pragma once

#include <QLoggingCategory>

// One category a library. Nothing that was scanned, no name, number or token is ever logged; a scan is named
// by a short keyed hash where it must be named at all.
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcScan)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcDesk)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
