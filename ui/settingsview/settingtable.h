#pragma once

#include <QString>

#include <utility>

class QStandardItemModel;
class QTableView;
class QWidget;

namespace checkpoint {

/// A list within the settings, with room for four rows at least; column `widest` takes what width is left.
/// The model belongs to the table. GUI thread.
std::pair<QTableView *, QStandardItemModel *> makeSettingTable(QWidget *parent, const QString &objectName,
                                                               int columns, int widest);

} // namespace checkpoint
