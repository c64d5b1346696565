#pragma once

#include "core/domain/personrequest.h"

#include <QDate>
#include <QList>

class QStandardItem;

namespace checkpoint {

enum RequestColumn { ReceivedColumn, AboutColumn, KindColumn, StateColumn, RequestColumns };

/// A request as a row of the list, for RowDelegate; one that is late has sign and colour beside the word.
/// Whoever takes it owns the items.
QList<QStandardItem *> requestRow(const PersonRequest &request, const QDate &today);

} // namespace checkpoint
