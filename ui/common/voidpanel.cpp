#include "ui/common/voidpanel.h"

#include "ui/common/wording.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

VoidPanel::VoidPanel(QWidget *parent) : ReasonPanel(u"void"_s, parent)
{
    retranslate();
}

void VoidPanel::ask(const QUuid &entryId, Direction direction, const Moment &at, const VisitorData &visitor)
{
    m_entryId = entryId;
    m_direction = direction;
    m_at = at;
    m_visitor = visitor;
    begin();
}

void VoidPanel::changePerson(const VisitorData &now)
{
    m_visitor = now;
    retranslate();
}

void VoidPanel::forget()
{
    m_entryId = {};
    m_visitor = {};
    forgetReason();
    retranslate();
}

ReasonPanel::Words VoidPanel::words() const
{
    return {
        tr("Void: %1, %2 at %3?").arg(personName(m_visitor), directionShout(m_direction), clockText(m_at)),
        tr("Why? The entry stays on record as voided."),
        {tr("Wrong person"), tr("Scanned by mistake"), tr("Visitor did not pass"), tr("Only a test")},
        tr("Void")};
}

} // namespace checkpoint
