#include "ui/settingsview/settingcard.h"

#include "ui/common/theme.h"
#include "ui/settingsview/settingrow.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace checkpoint {

SettingCard::SettingCard(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setProperty("card", true);
    m_column->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space16);
    m_column->setSpacing(tokens::space4);
}

std::pair<QLineEdit *, SettingRow *> SettingCard::addLine(const QString &objectName, int longest)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setMaxLength(longest);
    auto *row = new SettingRow(edit, this);
    m_column->addWidget(row);
    connect(edit, &QLineEdit::textEdited, row, [row] { row->setFault({}); });
    return {edit, row};
}

} // namespace checkpoint
