#include "core/reports/catalogue/entriesreport.h"

#include "core/base/ids.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString textOf(const std::optional<PartialDate> &date)
{
    return date ? date->toString() : QString();
}

QString textOf(const std::optional<QUuid> &id)
{
    return id ? idText(*id) : QString();
}

} // namespace

QStringList EntriesReport::header() const
{
    QStringList names{u"entry_id"_s,   u"at"_s,        u"direction"_s, u"location"_s,   u"source"_s,
                      u"device"_s,     u"estimated"_s, u"corrects"_s,  u"voided_by"_s,  u"reason"_s,
                      u"visitor_id"_s, u"name"_s,      u"sex"_s,       u"birth_date"_s, u"id_number"_s};
    if (m_revealed) {
        names += {u"old_id"_s, u"address"_s,          u"issued"_s,     u"phone"_s,
                  u"qid"_s,    u"health_insurance"_s, u"nationality"_s};
    }
    return names;
}

QStringList EntriesReport::line(const EntryRow &row) const
{
    const VisitorData visitor = m_revealed ? row.visitor : masked(row.visitor);
    const Entry &entry = row.entry;
    QStringList cells{idText(entry.id),
                      isoTime(entry.at),
                      entryKindId(entry.kind),
                      entry.location,
                      entry.source,
                      entry.device,
                      entry.estimated ? u"yes"_s : u"no"_s,
                      textOf(entry.corrects),
                      textOf(row.voidedBy),
                      entry.reason,
                      textOf(entry.visitorId),
                      visitor.name,
                      visitor.sex ? sexId(*visitor.sex) : QString(),
                      textOf(visitor.birthDate),
                      visitor.idNumber};
    if (m_revealed) {
        cells += {visitor.oldId, visitor.address,         textOf(visitor.issued), visitor.phone,
                  visitor.qid,   visitor.healthInsurance, visitor.nationality};
    }
    return cells;
}

QString isoTime(const Moment &moment)
{
    return moment.toDateTime().toString(Qt::ISODateWithMs);
}

} // namespace checkpoint
