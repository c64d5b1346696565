#include "core/store/attentionrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/store/ledgerrows.h"
#include "core/store/personindex.h"
#include "core/store/visitorcbor.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto reasonField = "reason"_L1;
constexpr auto whoField = "who"_L1;

QString columns()
{
    return u"a.seq, a.id, a.from_ms, a.until_ms, a.withdrawn_ms, a.sealed, v.uuid"_s;
}

} // namespace

void AttentionRows::insert(const AttentionNote &note, const std::optional<RowId> &visitor)
{
    m_connection.require(Deed::Watch);
    const QCborMap map{{reasonField, note.reason}, {whoField, toCbor(note.who)}};
    const QByteArray sealed = m_vault.seal(Vault::RowKind::Attention, note.id, map.toCborValue().toCbor());
    m_connection.run(
        u"INSERT INTO attention (id, visitor, from_ms, until_ms, sealed) VALUES (?, ?, ?, ?, ?)"_s, note.id,
        visitor, note.fromUtcMs, note.untilUtcMs, sealed);
    const RowId seq = m_connection.lastRow();
    LedgerRows(m_connection, m_vault).note(LedgerNote::Setting, u"attention note made"_s);
    for (const IdentityKey &key : identityKeys(note.who)) {
        m_connection.run(
            u"INSERT INTO attention_key (digest, attention) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            PersonIndex::digest(m_vault, key), seq);
    }
}

bool AttentionRows::withdraw(const QUuid &id, qint64 atUtcMs)
{
    m_connection.require(Deed::Watch);
    m_connection.run(u"UPDATE attention SET withdrawn_ms = ? WHERE id = ? AND withdrawn_ms IS NULL"_s,
                     atUtcMs, id);
    const bool changed = m_connection.changedRows() > 0;
    if (changed)
        LedgerRows(m_connection, m_vault).note(LedgerNote::Setting, u"attention note withdrawn"_s);
    return changed;
}

std::optional<AttentionNote> AttentionRows::find(const std::vector<IdentityKey> &keys,
                                                 const std::optional<RowId> &person, qint64 atUtcMs)
{
    std::optional<AttentionNote> newest;
    const QList<AttentionNote> notes = about(keys, person);
    for (const AttentionNote &note : notes) {
        if (note.holdsAt(atUtcMs) && (!newest || newest->fromUtcMs < note.fromUtcMs))
            newest = note;
    }
    return newest;
}

std::optional<AttentionNote> AttentionRows::findThen(RowId person, qint64 atUtcMs)
{
    std::optional<AttentionNote> newest;
    auto known = m_about.constFind(person);
    if (known == m_about.constEnd())
        known = m_about.insert(person, isEmpty() ? QList<AttentionNote>() : about({}, person));
    for (const AttentionNote &note : *known) {
        if (note.heldAt(atUtcMs) && (!newest || newest->fromUtcMs < note.fromUtcMs))
            newest = note;
    }
    return newest;
}

bool AttentionRows::isEmpty()
{
    if (!m_isEmpty)
        m_isEmpty = !m_connection.query(u"SELECT 1 FROM attention LIMIT 1"_s).next();
    return *m_isEmpty;
}

QList<AttentionNote> AttentionRows::about(const std::vector<IdentityKey> &keys,
                                          const std::optional<RowId> &person)
{
    QList<AttentionNote> notes;
    QList<QByteArray> digests;
    if (person)
        digests = PersonIndex::digestsOf(m_connection, m_vault, *person);
    for (const IdentityKey &key : keys)
        digests.append(PersonIndex::digest(m_vault, key));
    for (const QByteArray &digest : std::as_const(digests)) {
        collect(notes,
                m_connection.query(u"SELECT "_s + columns() +
                                       u" FROM attention_key k JOIN attention a ON a.seq = k.attention "
                                       "LEFT JOIN visitor v ON v.id = a.visitor WHERE k.digest = ?"_s,
                                   digest));
    }
    if (person) {
        collect(notes, m_connection.query(u"SELECT "_s + columns() +
                                              u" FROM visitor v CROSS JOIN attention a ON a.visitor = v.id "
                                              "WHERE v.canonical = ?"_s,
                                          *person));
    }
    return notes;
}

QList<AttentionNote> AttentionRows::all()
{
    QList<AttentionNote> notes;
    collect(notes, m_connection.query(u"SELECT "_s + columns() +
                                      u" FROM attention a LEFT JOIN visitor v ON v.id = a.visitor "
                                      "ORDER BY a.seq DESC"_s));
    return notes;
}

AttentionNote AttentionRows::read(const Statement &row)
{
    AttentionNote note;
    note.id = row.uuid(1);
    note.fromUtcMs = row.integer(2);
    if (!row.isNull(3))
        note.untilUtcMs = row.integer(3);
    note.withdrawn = !row.isNull(4);
    note.endedUtcMs = note.untilUtcMs;
    if (note.withdrawn)
        note.endedUtcMs = std::min(row.integer(4), note.untilUtcMs.value_or(row.integer(4)));
    if (!row.isNull(6))
        note.visitorId = row.uuid(6);
    const QByteArray sealed = row.blob(5);
    if (sealed.isEmpty())
        return note;
    const Result<QByteArray> cbor = m_vault.open(Vault::RowKind::Attention, note.id, sealed);
    if (!cbor) {
        qCWarning(lcStore) << "the sealed attention note" << idText(note.id) << "does not open";
        return note;
    }
    const QCborMap map = QCborValue::fromCbor(*cbor).toMap();
    note.reason = map.value(reasonField).toString();
    note.who = visitorFromCbor(map.value(whoField).toByteArray()).value_or(VisitorData());
    return note;
}

void AttentionRows::collect(QList<AttentionNote> &notes, Statement rows)
{
    while (rows.next())
        notes.append(read(rows));
}

} // namespace checkpoint
