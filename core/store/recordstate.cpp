// What RecordCheck does beside the ledger: seals, presence, the sums of days, outboxes.

#include "core/store/daysums.h"
#include "core/store/recordcheck.h"
#include "core/store/visitbook.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

/// A column with sealed data and to whose id they are bound.
struct RecordCheck::SealedColumn
{
    Vault::RowKind kind;
    QLatin1StringView what;
    QLatin1StringView sql; ///< id and blob
};

// ---- seals

void RecordCheck::openSeals()
{
    using Kind = Vault::RowKind;
    static constexpr std::array columns{
        SealedColumn{Kind::Visitor, "visitors"_L1, "SELECT uuid, sealed FROM visitor"_L1},
        SealedColumn{
            Kind::Visitor, "joined visitors"_L1,
            "SELECT v.uuid, l.sealed_before FROM visitor_link l JOIN visitor v ON v.id = l.joined_to"_L1},
        SealedColumn{Kind::Reason, "entries (reason)"_L1,
                     "SELECT id, sealed_reason FROM entry WHERE sealed_reason IS NOT NULL"_L1},
        SealedColumn{Kind::Details, "entries (details)"_L1,
                     "SELECT id, sealed_details FROM entry WHERE sealed_details IS NOT NULL"_L1},
        SealedColumn{Kind::Details, "additions to entries"_L1,
                     "SELECT id, sealed_details FROM entry_addition"_L1},
        SealedColumn{Kind::Reason, "reveals"_L1, "SELECT id, sealed_reason FROM reveal"_L1},
        SealedColumn{Kind::Reason, "requests"_L1, "SELECT id, sealed_note FROM person_request"_L1},
        SealedColumn{Kind::Attention, "attention notes"_L1, "SELECT id, sealed FROM attention"_L1},
        SealedColumn{Kind::Expected, "announcements"_L1, "SELECT id, sealed FROM expected"_L1},
        SealedColumn{Kind::VenueContact, "the venue (contact)"_L1,
                     "SELECT uuid, sealed_contact FROM venue"_L1},
        SealedColumn{Kind::VenueKey, "the venue (keys)"_L1, "SELECT uuid, sealed_seed FROM venue_key"_L1},
        SealedColumn{Kind::TargetToken, "targets"_L1, "SELECT uuid, sealed_token FROM target"_L1},
        SealedColumn{Kind::BatchBody, "batches"_L1, "SELECT id, sealed_body FROM batch"_L1},
        SealedColumn{Kind::TargetAnswer, "rejected entries"_L1,
                     "SELECT e.id, b.sealed_answer FROM outbox b JOIN entry e ON e.seq = b.entry "
                     "WHERE b.state = 'rejected'"_L1},
        SealedColumn{Kind::OperatorPin, "operators"_L1, "SELECT uuid, sealed_pin FROM operator"_L1},
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (step(Ledger::Step::Seals, qint64(i), qint64(columns.size())))
            return;
        openSeals(columns[i]);
    }
}

void RecordCheck::openSeals(const SealedColumn &column)
{
    qint64 broken = 0;
    Statement rows = m_connection.query(QString(column.sql));
    for (int done = 1; rows.next(); ++done) {
        if (done % rowsAStep == 0 && step(Ledger::Step::Seals, 0, 1))
            return;
        const QByteArray sealed = rows.blob(1);
        if (sealed.isEmpty())
            continue;
        if (m_vault.open(column.kind, rows.uuid(0), sealed))
            ++m_proof.seals;
        else
            ++broken;
    }
    if (broken > 0)
        fault(
            RecordFault::Kind::Seal,
            u"of what is sealed of %1, %2 do not open with the folder's key"_s.arg(column.what).arg(broken));
}

// ---- presence

void RecordCheck::checkPresence()
{
    VisitBook visits(m_connection);
    const qint64 all = count(u"SELECT count(*) FROM visitor"_s);
    qint64 differing = 0;
    std::optional<qint64> since;
    {
        Statement persons = m_connection.query(u"SELECT id FROM visitor WHERE canonical = id"_s);
        for (qint64 done = 0; persons.next(); ++done) {
            if (done % rowsAStep == 0 && step(Ledger::Step::Presence, done, all))
                return;
            if (const std::optional<qint64> from = visits.differsSince(persons.integer(0))) {
                ++differing;
                since = std::min(since.value_or(*from), *from);
            }
        }
    }
    if (differing > 0)
        fault(RecordFault::Kind::Presence,
              u"the visits of %1 persons are not what their entries come to"_s.arg(differing), since);
    const qint64 nobodys =
        count(
            u"SELECT count(*) FROM visit w JOIN visitor v ON v.id = w.visitor WHERE v.canonical <> v.id"_s) +
        count(u"SELECT count(*) FROM party_inside w JOIN visitor v ON v.id = w.visitor "
              "WHERE v.canonical <> v.id"_s);
    if (nobodys > 0)
        fault(RecordFault::Kind::Presence,
              u"%1 visits belong to visitors who are known as somebody else"_s.arg(nobodys));
}

void RecordCheck::checkDaySums()
{
    const QList<qint64> wrong = DaySums(m_connection, m_vault).wrong([this](qint64 done, qint64 all) {
        return !step(Ledger::Step::Presence, done, all);
    });
    if (!wrong.isEmpty())
        fault(RecordFault::Kind::DaySum,
              u"the figures kept of %1 days are not what the record adds up to"_s.arg(wrong.size()),
              *std::ranges::min_element(wrong));
}

// ---- outboxes

void RecordCheck::checkOutboxes()
{
    QList<std::pair<RowId, QString>> targets;
    {
        Statement rows = m_connection.query(u"SELECT id, name FROM target ORDER BY id"_s);
        while (rows.next())
            targets.append({rows.integer(0), rows.text(1)});
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (step(Ledger::Step::Outbox, i, targets.size()))
            return;
        checkOutbox(targets[i].first, targets[i].second);
    }
    step(Ledger::Step::Outbox, 1, 1);
}

void RecordCheck::checkOutbox(RowId target, const QString &name)
{
    {
        Statement row = m_connection.query(
            u"SELECT t.recorded, t.acknowledged, t.waiting, t.rejected, count(b.entry), "
            "coalesce(sum(b.state = 'acknowledged'), 0), coalesce(sum(b.state = 'waiting'), 0), "
            "coalesce(sum(b.state = 'rejected'), 0) "
            "FROM target t LEFT JOIN outbox b ON b.target = t.id WHERE t.id = ?"_s,
            target);
        if (!row.next())
            return;
        for (int i = 0; i < 4; ++i) {
            if (row.integer(i) == row.integer(i + 4))
                continue;
            const auto number = [&row](int column) { return QString::number(row.integer(column)); };
            fault(RecordFault::Kind::Outbox,
                  u"target %1 counts %2 recorded = %3 acknowledged + %4 waiting + %5 rejected, its outbox "
                  u"holds "
                  "%6 = %7 + %8 + %9"_s.arg(name, number(0), number(1), number(2), number(3), number(4),
                                            number(5), number(6), number(7)));
            break;
        }
    }
    // Older entries came into the outbox only where their visitors' data were still held.
    Statement lost = m_connection.query(
        u"SELECT count(*), min(e.at_ms) FROM target t CROSS JOIN entry e JOIN visitor o ON o.id = e.visitor "
        "JOIN visitor c ON c.id = o.canonical WHERE t.id = ? AND e.source <> 'own-phone' "
        "AND (e.seq > t.backlog_end OR (e.seq < t.backlog_next AND c.sealed IS NOT NULL)) "
        "AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.target = t.id AND b.entry = e.seq)"_s,
        target);
    if (lost.next() && lost.integer(0) > 0) {
        fault(RecordFault::Kind::Outbox,
              u"%1 entries are not in the outbox of target %2"_s.arg(QString::number(lost.integer(0)), name),
              lost.integer(1));
    }
}

} // namespace checkpoint
