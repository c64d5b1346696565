#include "ui/settingsview/sheetreminder.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

SheetReminder::SheetReminder(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_sheet(new ActionButton(ActionButton::Look::Primary, this))
    , m_dismiss(new ActionButton(ActionButton::Look::Plain, this))
{
    m_words->setObjectName(u"operatorSheetWords"_s);
    m_words->setFont(textFont(tokens::bodyText));
    m_words->setWordWrap(true);
    m_sheet->setObjectName(u"operatorSheet"_s);
    m_dismiss->setObjectName(u"operatorSheetDismiss"_s);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_sheet);
    answers->addWidget(m_dismiss, 0, Qt::AlignVCenter);
    answers->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, tokens::space8);
    column->setSpacing(tokens::space8);
    column->addWidget(m_words);
    column->addLayout(answers);
    connect(m_sheet, &QAbstractButton::clicked, this, &SheetReminder::sheetWanted);
    connect(m_dismiss, &QAbstractButton::clicked, this, &SheetReminder::dismissed);
}

void SheetReminder::retranslate()
{
    m_words->setText(tr("Print the recovery sheet now and lock it away: when no administrator knows a PIN "
                        "any more, it alone opens the desk."));
    m_sheet->setLabel(tr("Save the recovery sheet…"));
    m_dismiss->setLabel(tr("Do not remind me again"));
}

} // namespace checkpoint
