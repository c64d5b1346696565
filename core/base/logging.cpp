#include "core/base/logging.h"

Q_LOGGING_CATEGORY(lcApp, "checkpoint.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcScan, "checkpoint.scan", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "checkpoint.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDesk, "checkpoint.desk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "checkpoint.sync", QtInfoMsg)
