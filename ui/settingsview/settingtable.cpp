#include "ui/settingsview/settingtable.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/tokens.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

namespace checkpoint {

std::pair<QTableView *, QStandardItemModel *> makeSettingTable(QWidget *parent, const QString &objectName,
                                                               int columns, int widest)
{
    auto *table = new QTableView(parent);
    auto *model = new QStandardItemModel(0, columns, table);
    table->setObjectName(objectName);
    table->setModel(model);
    RowDelegate::setUp(table);
    table->setMinimumHeight(4 * tokens::rowHeight);
    table->horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Stretch);
    return {table, model};
}

} // namespace checkpoint
