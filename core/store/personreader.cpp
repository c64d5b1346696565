#include "core/store/personreader.h"

#include "core/store/attentionrows.h"
#include "core/store/entryrows.h"
#include "core/store/expectedrows.h"
#include "core/store/personindex.h"
#include "core/store/visitorrows.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// The visitor rows of a person, for a WHERE.
constexpr auto rowsOfPerson = "(SELECT id FROM visitor WHERE canonical = ?)"_L1;

} // namespace

Result<PersonRecord> PersonReader::held(const QUuid &visitorId)
{
    const Transaction state(m_connection, Transaction::Kind::Read);
    PersonRecord record;
    RowId person = 0;
    {
        Statement row = m_connection.query(
            u"SELECT c.id, c.uuid, c.sealed, EXISTS (SELECT 1 FROM erased_visitor x WHERE x.uuid = c.uuid) "
            "FROM visitor v JOIN visitor c ON c.id = v.canonical WHERE v.uuid = ?"_s,
            visitorId);
        if (!row.next())
            m_connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
        else {
            person = row.integer(0);
            record.visitorId = row.uuid(1);
            record.data = VisitorRows::opened(m_vault, record.visitorId, row.blob(2));
            record.erased = row.flag(3);
        }
    }
    {
        Statement rows = m_connection.query(
            u"SELECT kind FROM visitor_key WHERE visitor IN "_s + rowsOfPerson + u" ORDER BY kind"_s, person);
        while (rows.next())
            record.keyKinds.append(rows.text(0));
    }
    {
        Statement row = m_connection.query(
            u"SELECT count(DISTINCT digest) FROM visitor_phone WHERE visitor IN "_s + rowsOfPerson, person);
        if (row.next())
            record.phones = int(row.integer(0));
    }
    readEntries(record, person);
    readRefusals(record, person);
    readReveals(record, person);
    readLists(record, person);
    readPasses(record, person);
    readSent(record, person);
    return m_connection.answer(record);
}

void PersonReader::readEntries(PersonRecord &record, RowId person)
{
    Statement rows = m_connection.query(
        EntryRows::rowQuery(u"WHERE e.visitor IN "_s + rowsOfPerson + u" ORDER BY e.at_ms, e.id"_s), person);
    while (rows.next())
        record.entries.append(EntryRows::readRow(m_connection, m_vault, rows, record.data));
}

void PersonReader::readRefusals(PersonRecord &record, RowId person)
{
    Statement rows = m_connection.query(
        EntryRows::refusedQuery(u"WHERE r.visitor IN "_s + rowsOfPerson + u" ORDER BY r.at_ms, r.id"_s),
        person);
    while (rows.next())
        record.refusals.append(EntryRows::readRefused(m_connection, m_vault, rows));
}

void PersonReader::readReveals(PersonRecord &record, RowId person)
{
    Statement rows = m_connection.query(
        u"SELECT at_ms, offset_min, suspect, id, sealed_reason FROM reveal WHERE subject IN (SELECT uuid "
        u"FROM visitor "
        "WHERE canonical = ? UNION ALL SELECT e.id FROM visitor m CROSS JOIN entry e ON e.visitor = m.id "
        "WHERE m.canonical = ?) ORDER BY at_ms"_s,
        person, person);
    while (rows.next()) {
        const Reveal look = revealOf({rows.integer(0), int(rows.integer(1)), rows.flag(2)},
                                     EntryRows::openedReason(m_vault, rows.uuid(3), rows.blob(4)));
        (look.masked ? record.traces : record.reveals).append(look);
    }
}

void PersonReader::readLists(PersonRecord &record, RowId person)
{
    QSet<QUuid> notes;
    const auto collect = [&notes](Statement rows) {
        while (rows.next())
            notes.insert(rows.uuid(0));
    };
    const QString sql = u"SELECT a.id FROM attention a WHERE a.sealed IS NOT NULL AND "_s;
    collect(m_connection.query(sql + u"a.visitor IN "_s + rowsOfPerson, person));
    for (const QByteArray &digest : PersonIndex::digestsOf(m_connection, m_vault, person)) {
        collect(m_connection.query(sql + u"a.seq IN (SELECT attention FROM attention_key WHERE digest = ?)"_s,
                                   digest));
    }
    const QList<AttentionNote> all = AttentionRows(m_connection, m_vault).all();
    for (const AttentionNote &note : all) {
        if (notes.contains(note.id))
            record.attention.append(note);
    }
    QList<QUuid> entries;
    for (const EntryRow &row : std::as_const(record.entries))
        entries.append(row.entry.id);
    ExpectedRows expected(m_connection, m_vault);
    for (const QUuid &entry : std::as_const(entries)) {
        if (const auto announced = expected.fulfilledBy(entry))
            record.expected.append(*announced);
    }
}

void PersonReader::readPasses(PersonRecord &record, RowId person)
{
    Statement rows = m_connection.query(
        u"SELECT number, issued_on, valid_until, revoked_ms FROM visitor_pass WHERE visitor IN "_s +
            rowsOfPerson + u" ORDER BY issued_on"_s,
        person);
    while (rows.next()) {
        record.passes.append({rows.text(0), QDate::fromString(rows.text(1), Qt::ISODate),
                              QDate::fromString(rows.text(2), Qt::ISODate), !rows.isNull(3)});
    }
}

void PersonReader::readSent(PersonRecord &record, RowId person)
{
    Statement rows = m_connection.query(
        u"SELECT t.name, sum(b.state = 'acknowledged'), sum(b.state = 'waiting'), sum(b.state = 'rejected') "
        "FROM entry e CROSS JOIN target t CROSS JOIN outbox b ON b.target = t.id AND b.entry = e.seq "
        "WHERE e.visitor IN "_s +
            rowsOfPerson + u" GROUP BY t.id ORDER BY t.id"_s,
        person);
    while (rows.next())
        record.sent.append({rows.text(0), rows.integer(1), rows.integer(2), rows.integer(3)});
}

} // namespace checkpoint
