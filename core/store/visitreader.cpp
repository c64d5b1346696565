#include "core/store/visitreader.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/store/attentionrows.h"
#include "core/store/expectedrows.h"
#include "core/store/insidereader.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Result<VisitDetails> VisitReader::visitDetails(const QUuid &entryId)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    const std::optional<EntryRow> asked = row(entryId);
    const std::optional<EntryRecord> record =
        asked ? m_entries.find(standingFor(asked->entry)) : std::nullopt;
    if (!record) {
        if (const std::optional<VisitDetails> refusal = refusalDetails(entryId))
            return m_connection.answer(*refusal);
        m_connection.fail({ErrorCode::NotFound, u"there is no such entry"_s});
        return m_connection.answer(VisitDetails());
    }
    VisitDetails details;
    details.asked = *asked;
    if (asked->voidedBy)
        details.takenBackBy = operatorOf(*asked->voidedBy);
    const Place visit = visitOf(*record);
    details.superseded = visit.superseded;
    QList<QUuid> own; // the entries of the visit that stand
    if (visit.in) {
        details.in = row(*visit.in);
        own.append(*visit.in);
    }
    if (visit.out) {
        details.out = row(*visit.out);
        own.append(*visit.out);
    }
    if (visit.id != 0) {
        const QList<QUuid> apart = ids(m_connection.query(
            u"SELECT e.id FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
            "AND e.at_ms >= ? AND e.at_ms < ? AND e.apart AND e.kind <> 'void' "
            "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') "
            "ORDER BY e.at_ms, e.id"_s,
            record->person, visit.startUtcMs, visit.endUtcMs));
        details.partyPassages = rows(apart);
        own += apart;
    }
    QList<QUuid> related = relatives(own + QList{entryId});
    related.removeIf([&own](const QUuid &id) { return own.contains(id); });
    details.history = rows(related);
    for (const QUuid &id : std::as_const(own))
        details.additions += m_entries.additions(id);
    details.reveals = reveals(own + related + QList{record->entry.visitorId.value_or(QUuid())});
    details.partyInside = VisitBook(m_connection).party(record->person).party;
    details.sources = sourcesOf(record->person);
    Statement before = m_connection.query(
        u"SELECT count(*) FROM visit WHERE visitor = ? AND (start_ms, id) < (?, ?)"_s, record->person,
        visit.id != 0 ? visit.startUtcMs : record->entry.at.utcMs, visit.id);
    if (before.next())
        details.visitsBefore = int(before.integer(0));
    if (asked->entry.source == "manual"_L1)
        details.cardSince = cardSince(*record);
    findNotes(details, record->person);
    for (const QUuid &id : std::as_const(own)) {
        if (!details.expected)
            details.expected = ExpectedRows(m_connection, m_vault).fulfilledBy(id);
    }
    return m_connection.answer(details);
}

/// Who wrote a void entry down; empty where nobody was signed in.
QString VisitReader::operatorOf(const QUuid &voidId)
{
    Statement found = m_connection.query(
        u"SELECT o.name FROM entry e JOIN ledger g ON g.subject = e.seq AND g.kind IN ('entry', 'void') "
        "JOIN operator o ON o.id = g.operator WHERE e.id = ?"_s,
        voidId);
    return found.next() ? found.text(0) : QString();
}

void VisitReader::findNotes(VisitDetails &details, RowId person)
{
    AttentionRows rows(m_connection, m_vault);
    details.attention = rows.find({}, person, QDateTime::currentMSecsSinceEpoch());
    details.attentionThen = rows.findThen(person, details.asked.entry.at.utcMs);
}

std::optional<VisitDetails> VisitReader::refusalDetails(const QUuid &id)
{
    VisitDetails details;
    std::optional<RowId> person;
    {
        Statement row = m_connection.query(EntryRows::refusedQuery(u"WHERE r.id = ?"_s), id);
        if (!row.next())
            return std::nullopt;
        details.refused = EntryRows::readRefused(m_connection, m_vault, row);
    }
    const RefusedScan &refused = *details.refused;
    Entry &entry = details.asked.entry;
    entry.id = refused.id;
    entry.at = refused.at;
    entry.location = refused.location;
    entry.source = refused.source;
    entry.device = refused.device;
    entry.visitorId = refused.visitorId;
    details.asked.visitor = refused.visitor;
    if (!refused.visitorId)
        return details;
    details.reveals = reveals({*refused.visitorId});
    {
        Statement row = m_connection.query(
            u"SELECT v.id, (SELECT count(*) FROM visit w WHERE w.visitor = v.id AND w.start_ms < ?) "
            "FROM visitor v WHERE v.uuid = ?"_s,
            refused.at.utcMs, *refused.visitorId);
        if (row.next()) {
            person = row.integer(0);
            details.visitsBefore = int(row.integer(1));
        }
    }
    if (person) {
        details.sources = sourcesOf(*person);
        findNotes(details, *person);
    }
    return details;
}

Result<MorningList> VisitReader::morningList(qint64 fromUtcMs, qint64 toUtcMs)
{
    Transaction state(m_connection, Transaction::Kind::Read);
    MorningList list;
    InsideReader inside(m_connection, m_vault);
    list.stillInside = inside.newestFirst(toUtcMs, {}, 0, [](RowId) { return true; });
    std::ranges::reverse(list.stillInside);
    list.estimatedExits = rows(ids(m_connection.query(
        u"SELECT e.id FROM visit v CROSS JOIN entry e ON e.id = v.out_entry "
        "WHERE v.start_ms >= ? AND v.start_ms < ? AND e.estimated "
        "UNION SELECT e.id FROM entry e WHERE e.at_ms >= ? AND e.at_ms < ? AND e.estimated AND e.apart "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void')"_s,
        fromUtcMs, toUtcMs, fromUtcMs, toUtcMs)));
    std::ranges::stable_sort(list.estimatedExits, {},
                             [](const EntryRow &exit) { return exit.entry.at.utcMs; });
    return m_connection.answer(list);
}

std::optional<EntryRow> VisitReader::cardSince(const EntryRecord &record)
{
    const QList<QUuid> first = ids(m_connection.query(
        u"SELECT e.id FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
        "AND e.at_ms > ? AND e.kind <> 'void' AND e.source NOT IN ('manual', 'own-phone', 'visitor-pass') "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') "
        "ORDER BY e.at_ms, e.id LIMIT 1"_s,
        record.person, record.entry.at.utcMs));
    return first.isEmpty() ? std::nullopt : row(first.first());
}

/// The entry that is valid in the place of one that was taken back or takes back; itself when there is none.
QUuid VisitReader::standingFor(const Entry &asked)
{
    QUuid id = asked.kind == EntryKind::Void ? asked.corrects.value_or(asked.id) : asked.id;
    for (;;) {
        Statement next =
            m_connection.query(u"SELECT e.id FROM entry e WHERE e.corrects = ? AND e.kind <> 'void' "
                               "AND EXISTS (SELECT 1 FROM entry x WHERE x.corrects = ? AND x.kind = 'void') "
                               "ORDER BY e.seq DESC LIMIT 1"_s,
                               id, id);
        if (!next.next())
            return id;
        id = next.uuid(0);
    }
}

/// The visit that an entry belongs to: as one of its two passages, or because the party passed during it.
VisitReader::Place VisitReader::visitOf(const EntryRecord &record)
{
    Place place;
    const bool stands = !m_entries.isVoided(record.entry.id);
    if (!stands)
        return place;
    const QString columns = u"SELECT v.id, v.start_ms, v.in_entry, v.out_entry, v.superseded, "
                            "(SELECT min(n.start_ms) FROM visit n WHERE n.visitor = v.visitor "
                            "AND (n.start_ms, n.id) > (v.start_ms, v.id)) FROM visit v "_s;
    Statement visit = record.entry.apart
                          ? m_connection.query(columns + u"WHERE v.visitor = ? AND v.start_ms <= ? "
                                                         "ORDER BY v.start_ms DESC, v.id DESC LIMIT 1"_s,
                                               record.person, record.entry.at.utcMs)
                          : m_connection.query(columns + u"WHERE v.in_entry = ? OR v.out_entry = ?"_s,
                                               record.entry.id, record.entry.id);
    if (!visit.next())
        return place;
    place.id = visit.integer(0);
    place.startUtcMs = visit.integer(1);
    if (!visit.isNull(2))
        place.in = visit.uuid(2);
    if (!visit.isNull(3))
        place.out = visit.uuid(3);
    place.superseded = visit.flag(4);
    place.endUtcMs = visit.isNull(5) ? std::numeric_limits<qint64>::max() : visit.integer(5);
    return place;
}

std::optional<EntryRow> VisitReader::row(const QUuid &id)
{
    Statement found = m_connection.query(EntryRows::rowQuery(u"WHERE e.id = ?"_s), id);
    if (!found.next())
        return std::nullopt;
    return EntryRows::readRow(m_connection, m_vault, found, EntryRows::readVisitor(m_vault, found));
}

QList<EntryRow> VisitReader::rows(const QList<QUuid> &ids)
{
    QList<EntryRow> found;
    for (const QUuid &id : ids) {
        if (const std::optional<EntryRow> one = row(id))
            found.append(*one);
    }
    return found;
}

QList<QUuid> VisitReader::ids(Statement rows)
{
    QList<QUuid> found;
    while (rows.next())
        found.append(rows.uuid(0));
    return found;
}

/// The entries with all that they correct and that correct them, in the order of committing.
QList<QUuid> VisitReader::relatives(QList<QUuid> entries)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QUuid entry = entries[i];
        const QList<QUuid> found =
            ids(m_connection.query(u"SELECT id FROM entry WHERE corrects = ? "
                                   "UNION SELECT corrects FROM entry WHERE id = ? AND corrects IS NOT NULL"_s,
                                   entry, entry));
        for (const QUuid &id : found) {
            if (!entries.contains(id))
                entries.append(id);
        }
    }
    QList<std::pair<qint64, QUuid>> ordered;
    for (const QUuid &entry : std::as_const(entries)) {
        Statement seq = m_connection.query(u"SELECT seq FROM entry WHERE id = ?"_s, entry);
        if (seq.next())
            ordered.append({seq.integer(0), entry});
    }
    std::ranges::sort(ordered, {}, &std::pair<qint64, QUuid>::first);
    QList<QUuid> sorted;
    for (const auto &[seq, entry] : std::as_const(ordered)) {
        if (!sorted.contains(entry))
            sorted.append(entry);
    }
    return sorted;
}

/// Who looked at one of these entries or visitors, by itself or in a report of the time.
QList<Reveal> VisitReader::reveals(const QList<QUuid> &subjects)
{
    const QString columns = u"SELECT r.id, r.at_ms, r.offset_min, r.suspect, r.sealed_reason "_s;
    QHash<QUuid, Reveal> found; // a report may tell of several of them
    for (const QUuid &subject : subjects) {
        takeReveals(found, m_connection.query(columns + u"FROM reveal r WHERE r.subject = ?"_s, subject));
        takeReveals(found, m_connection.query(
                               columns + u"FROM entry e CROSS JOIN report_reveal r ON e.seq <= r.last_entry "
                                         "AND e.at_ms >= coalesce(r.from_ms, e.at_ms) "
                                         "AND e.at_ms < coalesce(r.to_ms, e.at_ms + 1) WHERE e.id = ?"_s,
                               subject));
    }
    QList<Reveal> reveals = found.values();
    std::ranges::sort(reveals, {},
                      [](const Reveal &reveal) { return std::tuple(reveal.at.utcMs, reveal.reason); });
    return reveals;
}

void VisitReader::takeReveals(QHash<QUuid, Reveal> &found, Statement rows) const
{
    while (rows.next()) {
        const QUuid id = rows.uuid(0);
        const QByteArray sealed = rows.blob(4);
        const auto words = m_vault.open(Vault::RowKind::Reason, id, sealed);
        if (!words && !sealed.isEmpty())
            qCWarning(lcStore) << "the sealed reason of reveal" << idText(id) << "does not open";
        found.insert(id, revealOf({rows.integer(1), int(rows.integer(2)), rows.flag(3)},
                                  words ? QString::fromUtf8(*words) : QString()));
    }
}

QStringList VisitReader::sourcesOf(RowId person)
{
    QStringList sources;
    Statement rows =
        m_connection.query(u"SELECT DISTINCT e.source FROM visitor v CROSS JOIN entry e ON e.visitor = v.id "
                           "WHERE v.canonical = ? AND e.kind <> 'void' ORDER BY 1"_s,
                           person);
    while (rows.next())
        sources.append(rows.text(0));
    return sources;
}

} // namespace checkpoint
