#include "ui/entriesview/revealpanel.h"

#include "ui/common/wording.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

RevealPanel::RevealPanel(QWidget *parent) : ReasonPanel(u"reveal"_s, parent)
{
    retranslate();
}

void RevealPanel::ask(const QUuid &entryId, const VisitorData &visitor)
{
    m_entryId = entryId;
    m_visitor = visitor;
    begin();
}

ReasonPanel::Words RevealPanel::words() const
{
    return {tr("Show the data of %1 in full?").arg(personName(m_visitor)),
            tr("Why? They are shown for 30 seconds, and it is kept that somebody looked."),
            {tr("Checking a paper at the desk"), tr("The visitor asks for it"), tr("Looking for somebody"),
             tr("An authority asks for it")},
            tr("Show")};
}

} // namespace checkpoint
