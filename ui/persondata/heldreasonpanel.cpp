#include "ui/persondata/heldreasonpanel.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

HeldReasonPanel::HeldReasonPanel(QWidget *parent) : ReasonPanel(u"held"_s, parent)
{
    retranslate();
}

void HeldReasonPanel::ask(const QString &name, Wish wish)
{
    m_name = name;
    m_wish = wish;
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
    QString question = tr("Show everything held on %1 in full?");
    QString confirm = tr("Show");
    if (m_wish == Wish::Print) {
        question = tr("Print everything held on %1 in full?");
        confirm = tr("Print…");
    } else if (m_wish == Wish::Save) {
        question = tr("Save everything held on %1 in full?");
        confirm = tr("Save…");
    }
    return {question.arg(m_name),
            tr("Why? This is logged, and the person can ask to see it."),
            {tr("The person asks for their data"), tr("A correction is asked for"),
             tr("Somebody asks in their name"), tr("An authority asks for it")},
            confirm};
}

} // namespace checkpoint
