#include "ui/persondata/heldreasonpanel.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

HeldReasonPanel::HeldReasonPanel(QWidget *parent) : ReasonPanel(u"held"_s, parent)
{
    retranslate();
}

void HeldReasonPanel::ask(const QString &name, const QString &confirm)
{
    m_name = name;
    m_confirm = confirm;
    begin();
}

void HeldReasonPanel::forget()
{
    m_name.clear();
    forgetReason();
    retranslate();
}

ReasonPanel::Words HeldReasonPanel::words() const
{
    return {tr("Everything held on %1 in full?").arg(m_name),
            tr("Why? It is kept that somebody looked, and the person can ask for it."),
            {tr("The person asks for their data"), tr("A correction is asked for"),
             tr("Somebody asks in their name"), tr("An authority asks for it")},
            m_confirm.isEmpty() ? tr("Show") : m_confirm};
}

} // namespace checkpoint
