#include "ui/common/emptystate.h"

#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

EmptyState::EmptyState(const QString &titleName, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_hint(new QLabel(this))
{
    m_title->setObjectName(titleName);
    m_title->setFont(textFont(tokens::headingText, true));
    m_hint->setFont(textFont(tokens::bodyText));
    setTone(m_hint, "quiet"_L1);
    auto *column = new QVBoxLayout(this);
    column->addStretch();
    for (QLabel *label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch();
}

void EmptyState::setHelp(QWidget *help)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertSpacing(column->count() - 1, tokens::space12);
    column->insertWidget(column->count() - 1, help, 0, Qt::AlignHCenter);
}

void EmptyState::setWords(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
}

} // namespace checkpoint
