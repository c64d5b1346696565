#include "ui/syncview/formfield.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

FormField::FormField(const QString &editName, QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_edit(new QLineEdit(this)), m_row(new QHBoxLayout)
{
    constexpr int longest = 500;
    m_edit->setObjectName(editName);
    m_edit->setMaxLength(longest);
    m_label->setFont(textFont(tokens::noteText));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_edit);
    m_row->setSpacing(tokens::space8);
    m_row->addWidget(m_edit, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_label);
    column->addLayout(m_row);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        setFault({});
        emit edited();
    });
    tell();
}

void FormField::setLabel(const QString &label)
{
    m_words = label;
    tell();
}

void FormField::setFault(const QString &fault)
{
    m_fault = fault;
    tell();
}

void FormField::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

QString FormField::text() const
{
    return m_edit->text().simplified();
}

void FormField::tell()
{
    m_label->setText(m_fault.isEmpty() ? m_words : u"%1: %2"_s.arg(m_words, m_fault));
    setTone(m_label, m_fault.isEmpty() ? "quiet"_L1 : "refused"_L1);
    m_edit->setAccessibleName(m_words);
    m_edit->setAccessibleDescription(m_fault);
}

} // namespace checkpoint
