#include "core/store/erasure.h"

#include "core/store/ledgerrows.h"
#include "core/store/personindex.h"

#include <QCborMap>
#include <QCborValue>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int agedPiece = 50;      ///< rows of a kind that are destroyed at a time: a few milliseconds
constexpr int visitorsLooked = 64; ///< visitors that are looked at between two looks at the clock

/// Rows that have an age of their own, where they still hold something, and how to destroy that. The rows
/// take the moment before which they are to go.
struct Aged
{
    RetentionKind kind;
    bool known; ///< to the ledger
    QLatin1StringView destroy;
    QLatin1StringView rows;
    QLatin1StringView order;
};

constexpr std::array aged{
    Aged{RetentionKind::Details, true, "UPDATE entry SET sealed_details = NULL"_L1,
         "SELECT seq FROM entry WHERE sealed_details IS NOT NULL AND at_ms < ?"_L1, "at_ms"_L1},
    Aged{RetentionKind::Details, true, "UPDATE entry_addition SET sealed_details = NULL"_L1,
         "SELECT seq FROM entry_addition WHERE sealed_details IS NOT NULL AND at_ms < ?"_L1, "at_ms"_L1},
    Aged{RetentionKind::Reasons, true, "UPDATE entry SET sealed_reason = NULL"_L1,
         "SELECT seq FROM entry WHERE sealed_reason IS NOT NULL AND at_ms < ?"_L1, "at_ms"_L1},
    Aged{RetentionKind::Reveals, true, "UPDATE reveal SET sealed_reason = NULL"_L1,
         "SELECT seq FROM reveal WHERE sealed_reason IS NOT NULL AND at_ms < ?"_L1, "at_ms"_L1},
    Aged{RetentionKind::Reveals, false, "UPDATE report_reveal SET sealed_reason = NULL"_L1,
         "SELECT seq FROM report_reveal WHERE sealed_reason IS NOT NULL AND at_ms < ?"_L1, "at_ms"_L1},
    Aged{RetentionKind::RefusedScans, false,
         "UPDATE refused_scan SET digest = zeroblob(16), visitor = NULL"_L1,
         "SELECT seq FROM refused_scan WHERE digest <> x'00000000000000000000000000000000' AND at_ms < ?"_L1,
         "at_ms"_L1},
    Aged{RetentionKind::Expected, false, "DELETE FROM expected"_L1,
         "SELECT seq FROM expected WHERE (day + 1) * 86400000 < ?"_L1, "day"_L1},
};

const QString endedNotes = u"SELECT seq FROM attention WHERE (sealed IS NOT NULL OR EXISTS (SELECT 1 FROM "
                           "attention_key k WHERE k.attention = seq)) AND "
                           "min(coalesce(withdrawn_ms, until_ms), coalesce(until_ms, withdrawn_ms)) < ?"_s;

QString causeId(ErasureCause cause)
{
    return cause == ErasureCause::Term ? u"term"_s : u"request"_s;
}

// The visitor rows of a person, for a WHERE.
constexpr auto theirs = "(SELECT id FROM visitor WHERE canonical = ?)"_L1;

/// Of these visitors `v`, the persons who are over their term: takes the moment of it twice, and the one
/// before which nothing waits to be sent.
QString duePersons(QLatin1StringView which)
{
    return u"SELECT v.id FROM visitor v WHERE %1 AND v.canonical = v.id AND v.created_ms < ? "
           "AND NOT EXISTS (SELECT 1 FROM erased_visitor x WHERE x.uuid = v.uuid) "
           "AND NOT EXISTS (SELECT 1 FROM visitor m CROSS JOIN entry e ON e.visitor = m.id "
           "WHERE m.canonical = v.id AND e.at_ms >= ?) "
           "AND NOT EXISTS (SELECT 1 FROM visitor m CROSS JOIN entry e ON e.visitor = m.id "
           "CROSS JOIN target t CROSS JOIN outbox b ON b.target = t.id AND b.entry = e.seq "
           "WHERE m.canonical = v.id AND e.at_ms >= ? AND NOT t.disconnected AND "
           "b.state <> 'acknowledged')"_s.arg(which);
}

// Whether anything is held on the person v, for a WHERE. Who was destroyed in a copy is on no list there.
constexpr auto somethingIsHeld =
    " AND EXISTS (SELECT 1 FROM visitor h WHERE h.canonical = v.canonical AND (h.sealed IS NOT NULL OR "
    "EXISTS (SELECT 1 FROM visitor_key k WHERE k.visitor = h.id)))"_L1;

} // namespace

template <typename... Values> qint64 Erasure::changed(const QString &sql, const Values &...values)
{
    m_connection.run(sql, values...);
    return m_connection.failed() ? 0 : m_connection.changedRows();
}

// ---- by age

Result<bool> Erasure::eraseDue(const RetentionTerms &terms, qint64 nowMs, const QDeadlineTimer &until)
{
    m_piece = {};
    Transaction transaction(m_connection, Transaction::Kind::Write);
    bool more = LedgerRows(m_connection, m_vault).adopt();
    if (!more)
        more = eraseAged(terms, nowMs) || eraseNextVisitors(terms, nowMs, until);
    note(ErasureCause::Term, nowMs);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    m_counts += m_piece;
    return more;
}

Result<ErasureCounts> Erasure::eraseAllDue(const RetentionTerms &terms, qint64 nowMs)
{
    for (;;) {
        const Result<bool> more = eraseDue(terms, nowMs, QDeadlineTimer(1000));
        if (!more)
            return more.error();
        if (!*more)
            return m_counts;
    }
}

/// A piece of one kind of what has an age of its own; false when nothing is left of any.
bool Erasure::eraseAged(const RetentionTerms &terms, qint64 nowMs)
{
    for (const Aged &each : aged) {
        const qint64 count =
            changed(u"%1 WHERE seq IN (%2 ORDER BY %3 LIMIT ?)"_s.arg(each.destroy, each.rows, each.order),
                    terms.cutoff(each.kind, nowMs), agedPiece);
        if (count == 0)
            continue;
        (each.known ? m_piece.seals : m_piece.others) += count;
        return true;
    }
    const qint64 before = terms.cutoff(RetentionKind::Attention, nowMs);
    m_connection.run(u"DELETE FROM attention_key WHERE attention IN ("_s + endedNotes + u")"_s, before);
    m_piece.others += changed(u"UPDATE attention SET sealed = NULL WHERE sealed IS NOT NULL AND seq IN ("_s +
                                  endedNotes + u")"_s,
                              before);
    return false;
}

/// Some of the persons whose last entry is older than their term, and who have nothing that waits to be sent;
/// false when all were looked at.
bool Erasure::eraseNextVisitors(const RetentionTerms &terms, qint64 nowMs, const QDeadlineTimer &until)
{
    const qint64 before = terms.cutoff(RetentionKind::Visitors, nowMs);
    const qint64 waitingFrom = terms.cutoff(RetentionKind::Waiting, nowMs);
    const QString some = duePersons("v.id BETWEEN ? AND ?"_L1);
    do {
        RowId next = 0;
        {
            Statement row = m_connection.query(u"SELECT min(id) FROM visitor WHERE id > ?"_s, m_reached);
            if (!row.next() || row.isNull(0))
                return false;
            next = row.integer(0);
        }
        const RowId last = next + visitorsLooked - 1;
        QList<RowId> due;
        {
            Statement rows = m_connection.query(m_in == In::Copy ? some + somethingIsHeld : some, next, last,
                                                before, before, waitingFrom);
            while (rows.next())
                due.append(rows.integer(0));
        }
        m_reached = last;
        for (const RowId person : std::as_const(due)) {
            erasePerson(person, ErasureCause::Term, nowMs);
            if (until.hasExpired()) {
                m_reached = person;
                break;
            }
        }
    } while (!until.hasExpired() && !m_connection.failed());
    return true;
}

bool Erasure::isAnythingDue(Connection &copy, const RetentionTerms &terms, qint64 nowMs)
{
    const auto any = [&copy](const QString &rows, auto... values) {
        Statement row = copy.query(u"SELECT 1 WHERE EXISTS (%1)"_s.arg(rows), values...);
        return row.next();
    };
    const qint64 before = terms.cutoff(RetentionKind::Visitors, nowMs);
    return std::ranges::any_of(
               aged, [&](const Aged &each) { return any(each.rows, terms.cutoff(each.kind, nowMs)); }) ||
           any(endedNotes, terms.cutoff(RetentionKind::Attention, nowMs)) ||
           any(duePersons("v.id > 0"_L1) + somethingIsHeld, before, before,
               terms.cutoff(RetentionKind::Waiting, nowMs));
}

bool Erasure::holdsAnythingOn(Connection &connection, const QList<QUuid> &visitors)
{
    return std::ranges::any_of(visitors, [&connection](const QUuid &id) {
        Statement row = connection.query(u"SELECT 1 FROM visitor v WHERE v.uuid = ?"_s + somethingIsHeld, id);
        return row.next();
    });
}

// ---- persons

Result<ErasureCounts> Erasure::eraseVisitors(const QList<QUuid> &visitors, ErasureCause cause, qint64 nowMs)
{
    m_piece = {};
    Transaction transaction(m_connection, Transaction::Kind::Write);
    while (LedgerRows(m_connection, m_vault).adopt() && !m_connection.failed()) {
    }
    for (const QUuid &id : visitors) {
        std::optional<RowId> person;
        {
            Statement row = m_connection.query(u"SELECT canonical FROM visitor WHERE uuid = ?"_s, id);
            if (row.next())
                person = row.integer(0);
        }
        if (person)
            erasePerson(*person, cause, nowMs);
        if (!person || m_in == In::Copy)
            m_connection.run(
                u"INSERT INTO erased_visitor (uuid, at_ms, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                id, nowMs, causeId(cause));
    }
    m_run = 0;
    note(cause, nowMs);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return m_piece;
}

void Erasure::erasePerson(RowId person, ErasureCause cause, qint64 nowMs)
{
    // Whoever the venue wants to be told of is found by their numbers from now on, for as long as that note
    // holds.
    const QList<QByteArray> digests = PersonIndex::digestsOf(m_connection, m_vault, person);
    for (const QByteArray &digest : digests) {
        m_connection.run(u"INSERT INTO attention_key (digest, attention) SELECT ?, a.seq FROM visitor m "
                         "CROSS JOIN attention a ON a.visitor = m.id WHERE m.canonical = ? AND "
                         "a.withdrawn_ms IS NULL AND (a.until_ms IS NULL OR a.until_ms > ?) "
                         "ON CONFLICT DO NOTHING"_s,
                         digest, person, nowMs);
    }
    if (cause == ErasureCause::Request)
        eraseByRequest(person, nowMs);
    eraseWaiting(person, nowMs);
    eraseWords(person);
    m_piece.seals +=
        changed(u"UPDATE visitor SET sealed = NULL WHERE canonical = ? AND sealed IS NOT NULL"_s, person);
    m_connection.run(u"UPDATE visitor_link SET sealed_before = NULL WHERE sealed_before IS NOT NULL AND "
                     "joined_to IN "_s +
                         theirs,
                     person);
    m_connection.run(u"DELETE FROM visitor_key WHERE visitor IN "_s + theirs, person);
    m_connection.run(u"DELETE FROM visitor_phone WHERE visitor IN "_s + theirs, person);
    m_connection.run(u"UPDATE visitor_pass SET visitor = NULL WHERE visitor IN "_s + theirs, person);
    if (m_in == In::Record)
        m_connection.run(u"INSERT INTO erased_visitor (uuid, at_ms, why) SELECT uuid, ?, ? FROM visitor "
                         "WHERE canonical = ? ON CONFLICT DO NOTHING"_s,
                         nowMs, causeId(cause), person);
    ++m_piece.visitors;
}

/// What was said of their visits, and the announcements by which they came.
void Erasure::eraseWords(RowId person)
{
    m_piece.seals += changed(
        u"UPDATE entry SET sealed_details = NULL WHERE sealed_details IS NOT NULL AND visitor IN "_s + theirs,
        person);
    m_piece.seals += changed(
        u"UPDATE entry SET sealed_reason = NULL WHERE sealed_reason IS NOT NULL AND visitor IN "_s + theirs,
        person);
    m_piece.seals += changed(
        u"UPDATE entry_addition SET sealed_details = NULL WHERE sealed_details IS NOT NULL AND entry IN "
        "(SELECT id FROM entry WHERE visitor IN "_s +
            theirs + u")"_s,
        person);
    m_piece.others += changed(u"DELETE FROM expected WHERE arrived IS NOT NULL AND arrived IN "
                              "(SELECT id FROM entry WHERE visitor IN "_s +
                                  theirs + u")"_s,
                              person);
}

/// Batches with their data that were not answered are given up: what is in them travels in new ones, without
/// the data. Of what a target said of a rejected entry only the code stays.
void Erasure::eraseWaiting(RowId person, qint64 nowMs)
{
    QList<RowId> batches;
    {
        Statement rows = m_connection.query(
            u"SELECT DISTINCT b.batch FROM entry e CROSS JOIN target t CROSS JOIN outbox b ON b.target = "
            u"t.id "
            "AND b.entry = e.seq CROSS JOIN batch n ON n.seq = b.batch WHERE e.visitor IN "_s +
                theirs + u" AND n.state = 'open'"_s,
            person);
        while (rows.next())
            batches.append(rows.integer(0));
    }
    for (const RowId batch : std::as_const(batches)) {
        m_connection.run(
            u"UPDATE batch SET state = 'halved', closed_ms = ?, sealed_body = NULL WHERE seq = ?"_s, nowMs,
            batch);
        m_connection.run(u"UPDATE outbox SET batch = NULL WHERE batch = ? AND state = 'waiting'"_s, batch);
    }
    dropAnswers(person);
}

void Erasure::dropAnswers(RowId person)
{
    struct Answer
    {
        RowId target;
        qint64 entry;
        QUuid id;
        QByteArray sealed;
    };
    QList<Answer> answers;
    {
        Statement rows = m_connection.query(
            u"SELECT b.target, b.entry, e.id, b.sealed_answer FROM entry e CROSS JOIN target t "
            "CROSS JOIN outbox b ON b.target = t.id AND b.entry = e.seq WHERE b.state = 'rejected' "
            "AND e.visitor IN "_s +
                theirs,
            person);
        while (rows.next())
            answers.append({rows.integer(0), rows.integer(1), rows.uuid(2), rows.blob(3)});
    }
    for (const Answer &answer : std::as_const(answers)) {
        m_connection.run(u"UPDATE outbox SET sealed_answer = ? WHERE target = ? AND entry = ?"_s,
                         codeAlone(m_vault, answer.id, answer.sealed), answer.target, answer.entry);
    }
}

QByteArray Erasure::codeAlone(const Vault &vault, const QUuid &entry, const QByteArray &sealedAnswer)
{
    constexpr auto kind = Vault::RowKind::TargetAnswer;
    const Result<QByteArray> said = vault.open(kind, entry, sealedAnswer);
    const QCborMap kept{
        {u"code"_s, said ? QCborValue::fromCbor(*said).toMap().value("code"_L1) : QCborValue()}};
    return vault.seal(kind, entry, kept.toCborValue().toCbor());
}

/// What has a term of its own and would stay: somebody has asked for all to go. Attention notes that hold are
/// the venue's to withdraw.
void Erasure::eraseByRequest(RowId person, qint64 nowMs)
{
    m_piece.seals +=
        changed(u"UPDATE reveal SET sealed_reason = NULL WHERE sealed_reason IS NOT NULL AND subject IN "
                "(SELECT uuid FROM visitor WHERE canonical = ? UNION ALL SELECT e.id FROM visitor m CROSS "
                "JOIN entry e "
                "ON e.visitor = m.id WHERE m.canonical = ?)"_s,
                person, person);
    m_piece.others +=
        changed(u"UPDATE refused_scan SET digest = zeroblob(16), visitor = NULL WHERE visitor IN "_s + theirs,
                person);
    const QString over =
        u"SELECT a.seq FROM attention a WHERE (a.withdrawn_ms IS NOT NULL OR a.until_ms <= ?) AND "_s;
    QSet<RowId> notes;
    const auto collect = [&notes](Statement rows) {
        while (rows.next())
            notes.insert(rows.integer(0));
    };
    collect(m_connection.query(over + u"a.visitor IN "_s + theirs, nowMs, person));
    const QList<QByteArray> digests = PersonIndex::digestsOf(m_connection, m_vault, person);
    for (const QByteArray &digest : digests) {
        m_piece.others += changed(
            u"DELETE FROM expected WHERE seq IN (SELECT expected FROM expected_key WHERE digest = ?)"_s,
            digest);
        collect(m_connection.query(
            over + u"a.seq IN (SELECT attention FROM attention_key WHERE digest = ?)"_s, nowMs, digest));
    }
    for (const RowId note : std::as_const(notes)) {
        m_connection.run(u"DELETE FROM attention_key WHERE attention = ?"_s, note);
        m_piece.others +=
            changed(u"UPDATE attention SET sealed = NULL WHERE seq = ? AND sealed IS NOT NULL"_s, note);
    }
}

void Erasure::note(ErasureCause cause, qint64 nowMs)
{
    if (m_piece.isNothing())
        return;
    LedgerRows(m_connection, m_vault)
        .note(LedgerNote::Erasure, u"%1 seals; %2 visitors, %3 other rows: %4"_s.arg(m_piece.seals)
                                       .arg(m_piece.visitors)
                                       .arg(m_piece.others)
                                       .arg(causeId(cause)));
    if (m_run == 0) {
        m_connection.run(u"INSERT INTO erasure (why, began_ms, ended_ms, visitors, seals, others) "
                         "VALUES (?, ?, ?, 0, 0, 0)"_s,
                         causeId(cause), nowMs, nowMs);
        m_run = m_connection.lastRow();
    }
    m_connection.run(
        u"UPDATE erasure SET ended_ms = max(ended_ms, ?), visitors = visitors + ?, seals = seals + ?, "
        "others = others + ? WHERE seq = ?"_s,
        nowMs, m_piece.visitors, m_piece.seals, m_piece.others, m_run);
}

// ---- lists

QList<ErasedVisitor> Erasure::erasedVisitors(Connection &connection)
{
    QList<ErasedVisitor> list;
    Statement rows = connection.query(u"SELECT uuid, at_ms, why FROM erased_visitor ORDER BY at_ms, uuid"_s);
    while (rows.next()) {
        list.append(
            {rows.uuid(0), rows.integer(1),
             rows.text(2) == causeId(ErasureCause::Request) ? ErasureCause::Request : ErasureCause::Term});
    }
    return list;
}

qint64 Erasure::closeRequestsLike(Connection &connection, Connection &record)
{
    QList<QUuid> done;
    {
        Statement rows = record.query(u"SELECT id FROM person_request WHERE done_ms IS NOT NULL"_s);
        while (rows.next())
            done.append(rows.uuid(0));
    }
    qint64 closed = 0;
    for (const QUuid &id : std::as_const(done)) {
        connection.run(
            u"UPDATE person_request SET sealed_note = NULL WHERE id = ? AND sealed_note IS NOT NULL"_s, id);
        closed += connection.changedRows();
    }
    return closed;
}

RetentionTerms Erasure::readTerms(Connection &connection)
{
    RetentionTerms terms;
    Statement rows = connection.query(u"SELECT kind, days FROM retention_term"_s);
    while (rows.next()) {
        if (const auto kind = retentionKindFromId(rows.text(0)))
            terms.setDays(*kind, int(rows.integer(1)));
    }
    return terms;
}

void Erasure::writeTerms(Connection &connection, const RetentionTerms &terms)
{
    for (const RetentionKind kind : retentionKinds) {
        connection.run(u"INSERT INTO retention_term (kind, days) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE "
                       "SET days = excluded.days"_s,
                       retentionKindId(kind), terms.days(kind));
    }
}

} // namespace checkpoint
