// Whom an entry by hand is about: who is expected or was here before.

#include "ui/common/toggle.h"
#include "ui/common/visitoroffers.h"
#include "ui/common/wording.h"
#include "ui/scanview/handentrypanel.h"

#include <QLineEdit>

#include <utility>

namespace checkpoint {

namespace {

/// What somebody comes for: as announced, else as the last time.
EntryDetails likelyDetails(const VisitorHit &hit)
{
    EntryDetails details = hit.lastDetails;
    if (hit.expected && !hit.expected->purpose.isEmpty())
        details.purpose = hit.expected->purpose;
    if (hit.expected && !hit.expected->host.isEmpty())
        details.host = hit.expected->host;
    return details;
}

} // namespace

void HandEntryPanel::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    m_list->setHits(typed, hits);
}

/// Their data stay masked: what is known needs not be typed, and is not shown.
void HandEntryPanel::takeHit(const VisitorHit &hit)
{
    m_taken = hit;
    const VisitorData &visitor = m_taken->visitor;
    const EntryDetails likely = likelyDetails(hit);
    PassageValues values = m_fields->values();
    m_filled = {values.purpose.isEmpty() ? likely.purpose : QString(),
                values.host.isEmpty() ? likely.host : QString(),
                proposesOut() && values.companions + values.children == 0 ? hit.partyInside : Party(),
                visitor.staff && !m_staff->isChecked()};
    m_staff->setChecked(visitor.staff || m_staff->isChecked());
    values.name = personName(visitor);
    values.birthYear = visitor.birthDate ? QString::number(visitor.birthDate->year()) : QString();
    values.phone.clear();
    if (values.purpose.isEmpty())
        values.purpose = likely.purpose;
    if (values.host.isEmpty())
        values.host = likely.host;
    if (!m_filled.party.isEmpty()) { // who leaves does so with those they came with
        values.companions = m_filled.party.companions;
        values.children = m_filled.party.children;
    }
    applyFields();
    m_fields->setValues(values);
    retranslate();
}

/// Of whoever was taken; what is typed counts more.
QString HandEntryPanel::knownPhone() const
{
    if (!m_taken)
        return {};
    const QString announced = m_taken->expected ? m_taken->expected->phone : QString();
    return m_taken->visitor.phone.isEmpty() ? announced : m_taken->visitor.phone;
}

QString HandEntryPanel::whoIsTaken() const
{
    if (!m_taken)
        return {};
    if (m_taken->visitorId.isNull())
        return tr("Announced for today");
    if (m_taken->insideSinceUtcMs)
        return m_taken->expected ? tr("Announced for today, and is inside now")
                                 : tr("Was here before, and is inside now");
    if (m_taken->expected)
        return tr("Announced for today, was here before");
    return m_taken->lastEntry ? tr("Was here before") : tr("Known, but by no entry that stands");
}

/// Another name is typed: another person.
void HandEntryPanel::forgetHit()
{
    if (!m_taken)
        return;
    m_taken.reset();
    m_fields->edit(PassageField::BirthYear)->setText({});
    if (m_filled.staff)
        m_staff->setChecked(false);
    for (const auto &[field, filled] :
         {std::pair(PassageField::Purpose, m_filled.purpose), std::pair(PassageField::Host, m_filled.host)}) {
        if (m_fields->edit(field)->text() == filled)
            m_fields->edit(field)->setText({});
    }
    if (const PassageValues now = m_fields->values();
        !m_filled.party.isEmpty() && m_filled.party == Party{now.companions, now.children}) {
        m_fields->edit(PassageField::Companions)->setText({});
        m_fields->edit(PassageField::Children)->setText({});
    }
    m_filled = {};
    applyFields();
    retranslate();
}

} // namespace checkpoint
