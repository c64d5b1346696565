#include "ui/mainwindow/helppanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

HelpPanel::HelpPanel(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_close(new ActionButton(ActionButton::Look::Quiet, this))
    , m_grid(new QGridLayout)
{
    setObjectName(u"helpPanel"_s);
    setProperty("card", true);
    setFixedWidth(tokens::panelWidth + 2 * tokens::space24);
    m_heading->setObjectName(u"helpHeading"_s);
    m_heading->setFont(textFont(tokens::headingText, true));
    m_close->setObjectName(u"helpClose"_s);
    m_close->setIconName("cross"_L1);
    m_grid->setHorizontalSpacing(tokens::space16);
    m_grid->setVerticalSpacing(tokens::space12);
    m_grid->setColumnMinimumWidth(0, 76);
    m_grid->setColumnStretch(1, 1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space24, tokens::space16, tokens::space16, tokens::space24);
    column->setSpacing(tokens::space12);
    column->addLayout(head);
    column->addLayout(m_grid);
    column->addStretch();
    connect(m_close, &QAbstractButton::clicked, this, &HelpPanel::closed);
}

void HelpPanel::setHints(const QString &view, const QList<KeyHint> &hints)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_heading->setText(tr("Keys: %1").arg(view));
    m_close->setAccessibleName(tr("Close the help"));
    m_close->setToolTip(m_close->accessibleName());
    addHints(hints);
    auto *rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    m_grid->addWidget(rule, m_grid->rowCount(), 0, 1, 2);
    addHints({
        {u"F2"_s, tr("Scan")},
        {u"F3"_s, tr("Entries")},
        {u"F10"_s, tr("Settings")},
        {u"F11"_s, tr("Full screen on and off")},
        {u"F1"_s, tr("This help on and off")},
        {u"Esc"_s, tr("Close this help or a message")},
    });
}

void HelpPanel::addHints(const QList<KeyHint> &hints)
{
    for (const KeyHint &hint : hints) {
        auto *key = new QLabel(hint.key, this);
        key->setFont(textFont(tokens::bodyText, true));
        auto *what = new QLabel(hint.what, this);
        what->setWordWrap(true);
        const int row = m_grid->rowCount();
        m_grid->addWidget(key, row, 0, Qt::AlignTop);
        m_grid->addWidget(what, row, 1);
        key->show();
        what->show();
    }
}

} // namespace checkpoint
