#include "core/store/entrywriter.h"

#include "core/base/ids.h"
#include "core/store/ledgerrows.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView refusedScanSpace("refused-scan");

} // namespace

StandingPassage EntryWriter::passageOf(const Entry &entry)
{
    return {entry.id,         entry.kind == EntryKind::In ? Direction::In : Direction::Out,
            entry.at.utcMs,   entry.party,
            entry.wholeParty, entry.apart};
}

EntryWriter::EntryWriter(Connection &connection, std::shared_ptr<const Vault> vault)
    : m_connection(connection)
    , m_vault(std::move(vault))
    , m_visitors(m_connection, *m_vault)
    , m_persons(m_connection, *m_vault, m_visitors)
    , m_visits(m_connection)
    , m_entries(m_connection, *m_vault)
    , m_attention(m_connection, *m_vault)
    , m_expected(m_connection, *m_vault)
{
}

Result<PersonMatch> EntryWriter::match(const PersonQuery &query)
{
    const std::optional<RowId> chosen = chosenVisitor(query.visitorId);
    const KeyResolution resolution = m_persons.resolve(query.keys, false, chosen);
    PersonMatch match;
    fillMatch(match, resolution);
    if (query.atUtcMs)
        match.attention = m_attention.find(query.keys, resolution.person, *query.atUtcMs);
    if (query.day.isValid()) {
        PersonQuery known = query;
        if (known.name.isEmpty())
            known.name = match.known.name;
        if (known.phone.isEmpty())
            known.phone = match.known.phone;
        if (!known.birthYear && match.known.birthDate)
            known.birthYear = match.known.birthDate->year();
        match.expected = m_expected.find(known, resolution.person);
        match.insideNow = m_visits.insideNow();
    }
    return m_connection.answer(match);
}

void EntryWriter::fillMatch(PersonMatch &match, const KeyResolution &resolution)
{
    match.conflict = resolution.conflict;
    for (const RowId other : resolution.others)
        match.joins.append(m_visitors.uuid(other));
    if (!resolution.person)
        return;
    match.visitorId = m_visitors.uuid(*resolution.person);
    match.known = m_visitors.data(*resolution.person);
    match.partyInside = m_visits.party(*resolution.person).party;
    if (const auto visit = m_visits.last(*resolution.person)) {
        match.lastEntry = entryOf(lastPassage(*visit));
        if (visit->isOpen())
            match.openVisitEntry = entryOf(*visit->in);
    }
}

Result<Recorded> EntryWriter::record(const EntryDraft &draft)
{
    if (draft.entry.kind == EntryKind::Void)
        return Error{ErrorCode::WrongUse,
                     u"only passages are recorded; an entry is taken back by voidEntry()"_s};

    Transaction transaction(m_connection, Transaction::Kind::Write);
    // Looked up again here: what match() said may be out of date.
    const std::optional<RowId> chosen = chosenVisitor(draft.visitorId);
    const KeyResolution resolution = m_persons.resolve(identityKeys(draft.visitor), draft.keepApart, chosen);
    const VisitorData said = withoutKeys(draft.visitor, resolution.foreign);
    const RowId owner = resolution.person ? resolution.owner : m_visitors.create(draft.entry.at.utcMs);
    const RowId person = resolution.person.value_or(owner);

    Recorded recorded;
    recorded.entry = prepared(draft, resolution);
    recorded.entry.visitorId = m_visitors.uuid(person);
    recorded.details = draft.details;
    m_entries.insert(recorded.entry, owner, draft.details);

    const VisitorData known = m_visitors.data(person);
    recorded.visitor = known;
    for (const RowId other : resolution.others) {
        recorded.joined.append(m_visitors.uuid(other));
        recorded.visitor = merged(recorded.visitor, m_visitors.data(other), false);
        m_persons.join(other, person, recorded.entry.id);
    }
    recorded.visitor = merged(recorded.visitor, said, draft.visitorTrusted);
    if (recorded.visitor != known)
        m_visitors.save(person, recorded.visitor);
    m_persons.attach(owner, resolution);
    m_persons.rememberPhone(owner, said.phone);
    if (draft.expected)
        m_expected.setArrived(*draft.expected, recorded.entry.id);

    if (resolution.others.isEmpty())
        m_visits.add(person, passageOf(recorded.entry));
    else
        m_visits.refold({person});
    describeAfter(recorded, person);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

/// The entry as it is written: with an id, and on an exit of all with how many are known to leave.
Entry EntryWriter::prepared(const EntryDraft &draft, const KeyResolution &resolution)
{
    Entry entry = draft.entry;
    if (entry.id.isNull())
        entry.id = newEntryId(entry.at.utcMs);
    entry.wholeParty = entry.kind == EntryKind::Out && draft.partyLeavesWhole;
    if (entry.wholeParty) {
        QList<RowId> persons = resolution.others;
        if (resolution.person)
            persons.append(*resolution.person);
        entry.party = m_visits.partyBefore(persons, entry.at.utcMs, entry.id).party;
    }
    return entry;
}

void EntryWriter::describeAfter(Recorded &recorded, RowId person)
{
    recorded.partyInside = m_visits.party(person).party;
    recorded.insideNow = m_visits.insideNow();
}

/// The row of a person whom somebody has chosen; a failure when there is no such visitor.
std::optional<RowId> EntryWriter::chosenVisitor(const std::optional<QUuid> &visitorId)
{
    if (!visitorId)
        return std::nullopt;
    const std::optional<RowId> row = m_visitors.find(*visitorId);
    if (!row)
        m_connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
    return row;
}

Result<void> EntryWriter::recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                                        const std::optional<VisitorCode> &code)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    RefusedScan kept = scan;
    if (kept.id.isNull())
        kept.id = newEntryId(scan.at.utcMs);
    std::optional<RowId> visitor = scan.visitorId ? m_visitors.find(*scan.visitorId) : std::nullopt;
    if (code && !code->error) {
        completeKnownPerson(*code);
        if (!visitor && scan.reason == Reason::OnAttentionList)
            visitor = personSentAway(*code, scan.at.utcMs);
    }
    m_entries.insert(kept, visitor, m_vault->digest(refusedScanSpace, payload));
    return transaction.commit();
}

/// Whom the venue wanted to be told of before they were ever here: only then is somebody made without an
/// entry.
std::optional<RowId> EntryWriter::personSentAway(const VisitorCode &code, qint64 atUtcMs)
{
    const KeyResolution resolution = m_persons.resolve(identityKeys(code.visitor), false);
    if (resolution.person || resolution.conflict || resolution.attachable.empty())
        return resolution.conflict ? std::nullopt : resolution.person;
    const RowId visitor = m_visitors.create(atUtcMs);
    m_visitors.save(visitor, code.visitor);
    m_persons.attach(visitor, resolution);
    m_persons.rememberPhone(visitor, code.visitor.phone);
    return visitor;
}

/// Nobody is joined without an entry, and nothing is learned from keys that contradict each other.
void EntryWriter::completeKnownPerson(const VisitorCode &code)
{
    const KeyResolution resolution = m_persons.resolve(identityKeys(code.visitor), false);
    if (!resolution.person || resolution.conflict || !resolution.others.isEmpty())
        return;
    const VisitorData known = m_visitors.data(*resolution.person);
    const VisitorData completed = merged(known, code.visitor, code.isTrusted());
    if (completed != known)
        m_visitors.save(*resolution.person, completed);
    m_persons.attach(resolution.owner, resolution);
}

Result<Entry> EntryWriter::voidEntry(const QUuid &id, const QString &reason, const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(m_entries.deedOfCorrecting(id));
    const Result<EntryRecord> target = standingPassage(id);
    if (!target)
        return target.error();
    Entry entry = insertVoid(*target, reason, at);
    QList<RowId> persons = m_persons.undoJoins(id, at.utcMs);
    if (persons.isEmpty())
        persons.append(target->person);
    m_visits.refold(persons);
    entry.visitorId = m_visitors.uuid(m_persons.canonical(target->visitor));
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return entry;
}

Result<Recorded> EntryWriter::correctDirection(const QUuid &id, Direction direction, const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(m_entries.deedOfCorrecting(id));
    const Result<EntryRecord> target = standingPassage(id);
    if (!target)
        return target.error();
    if (target->entry.kind == entryKind(direction))
        return Error{ErrorCode::WrongUse, u"the entry has that direction already"_s};
    if (target->entry.apart)
        return Error{ErrorCode::WrongUse, u"only a party passed, its visitor stays where they are"_s};

    insertVoid(*target, {}, at);
    Recorded recorded;
    recorded.entry = target->entry;
    recorded.entry.id = newEntryId(at.utcMs);
    recorded.entry.kind = entryKind(direction);
    recorded.entry.corrects = id;
    recorded.entry.wholeParty = direction == Direction::Out;
    recorded.details = target->details;
    if (direction == Direction::In)
        recorded.entry.warnings.removeOne(CodeWarning::LeavesWithoutEntry);
    m_entries.insert(recorded.entry, target->visitor, target->details);
    // It is the same scan of the same person: what it showed about the person stays.
    m_persons.moveJoins(id, recorded.entry.id);
    m_visits.refold({target->person});
    recorded.visitor = m_visitors.data(target->person);
    describeAfter(recorded, target->person);
    if (const auto beside = m_visits.sameWayBeside(target->person, recorded.entry)) {
        if (const auto other = m_entries.find(*beside))
            recorded.sameWay = other->entry;
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

Result<Recorded> EntryWriter::restoreEntry(const QUuid &id, const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(m_entries.deedOfCorrecting(id));
    const std::optional<EntryRecord> taken = m_entries.find(id);
    if (!taken || !m_entries.isVoided(id) || m_entries.isReplaced(id)) {
        m_connection.fail({ErrorCode::NotFound, u"there is no such passage that was taken back"_s});
        return m_connection.answer(Recorded());
    }
    Recorded recorded;
    recorded.entry = taken->entry;
    recorded.entry.id = newEntryId(at.utcMs);
    recorded.entry.corrects = id;
    recorded.details = taken->details;
    m_entries.insert(recorded.entry, taken->visitor, taken->details);
    m_persons.redoJoins(id, recorded.entry.id);
    const RowId person = m_persons.canonical(taken->visitor);
    if (!m_visits.stillFits(person, recorded.entry, id)) {
        m_connection.fail({ErrorCode::WrongUse, u"the person has passed since that was taken back"_s});
        return m_connection.answer(Recorded());
    }
    if (const auto announced = m_expected.fulfilledBy(id))
        m_expected.setArrived(announced->id, recorded.entry.id);
    m_visits.refold({person});
    recorded.entry.visitorId = m_visitors.uuid(person);
    recorded.visitor = m_visitors.data(person);
    describeAfter(recorded, person);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

Result<Recorded> EntryWriter::completeEntry(const QUuid &id, const EntryCompletion &completion)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    const Result<EntryRecord> target = standingPassage(id);
    if (!target)
        return target.error();
    if (completion.details || completion.party)
        m_entries.insert(EntryAddition{id, completion.at, completion.details, completion.party});
    if (completion.party)
        m_visits.refold({target->person});

    Recorded recorded;
    recorded.entry = target->entry;
    recorded.entry.party = completion.party.value_or(target->entry.party);
    recorded.details = completion.details.value_or(target->details);
    VisitorData said;
    said.phone = completion.phone.value_or(QString());
    said.birthDate = completion.birthDate;
    const VisitorData known = m_visitors.data(target->person);
    VisitorData before = known;
    if (said.birthDate)
        before.putRight.birthDate = false; // no code says it, but the person
    recorded.visitor = merged(before, said, true);
    if (recorded.visitor != known)
        m_visitors.save(target->person, recorded.visitor);
    m_persons.rememberPhone(target->visitor, said.phone);
    describeAfter(recorded, target->person);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

Result<void> EntryWriter::setStaff(const QUuid &visitorId, bool staff)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Watch);
    if (const std::optional<RowId> row = chosenVisitor(visitorId)) {
        const RowId person = m_persons.canonical(*row);
        VisitorData data = m_visitors.data(person);
        data.staff = staff;
        m_visitors.save(person, data);
    }
    return transaction.commit();
}

Result<void> EntryWriter::noteReveals(const QList<QUuid> &subjects, const QString &reason, const Moment &at,
                                      bool masked)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    m_connection.require(Deed::Reveal);
    for (const QUuid &subject : subjects) {
        const QUuid id = newEntryId(at.utcMs);
        const std::optional<QByteArray> sealed = sealedReason(id, keptWords(reason, masked));
        m_connection.run(u"INSERT INTO reveal (subject, id, at_ms, offset_min, suspect, sealed_reason) "
                         "VALUES (?, ?, ?, ?, ?, ?)"_s,
                         subject, id, at.utcMs, at.offsetMinutes, at.suspect, sealed);
        LedgerRows(m_connection, *m_vault).tell(LedgerSource::Reveal, m_connection.lastRow());
    }
    return transaction.commit();
}

Result<void> EntryWriter::notePeriodRevealed(const std::optional<qint64> &fromUtcMs,
                                             const std::optional<qint64> &toUtcMs, const QString &reason,
                                             const Moment &at)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    const QUuid id = newEntryId(at.utcMs);
    m_connection.run(u"INSERT INTO report_reveal (id, from_ms, to_ms, last_entry, at_ms, offset_min, "
                     u"suspect, sealed_reason) "
                     "VALUES (?, ?, ?, (SELECT coalesce(max(seq), 0) FROM entry), ?, ?, ?, ?)"_s,
                     id, fromUtcMs, toUtcMs, at.utcMs, at.offsetMinutes, at.suspect,
                     sealedReason(id, reason));
    return transaction.commit();
}

std::optional<QByteArray> EntryWriter::sealedReason(const QUuid &id, const QString &reason) const
{
    if (reason.isEmpty())
        return std::nullopt;
    return m_vault->seal(Vault::RowKind::Reason, id, reason.toUtf8());
}

Result<EntryRecord> EntryWriter::standingPassage(const QUuid &id)
{
    const std::optional<EntryRecord> record = m_entries.find(id);
    const bool stands = record && record->entry.kind != EntryKind::Void && !m_entries.isVoided(id);
    if (!stands)
        m_connection.fail({ErrorCode::NotFound, u"there is no such passage that stands"_s});
    return m_connection.answer(record.value_or(EntryRecord()));
}

Entry EntryWriter::insertVoid(const EntryRecord &target, const QString &reason, const Moment &at)
{
    Entry entry;
    entry.id = newEntryId(at.utcMs);
    entry.kind = EntryKind::Void;
    entry.at = at;
    entry.location = target.entry.location;
    entry.source = manualSource;
    entry.visitorId = target.entry.visitorId;
    entry.corrects = target.entry.id;
    entry.reason = reason;
    m_entries.insert(entry, target.visitor);
    return entry;
}

std::optional<Entry> EntryWriter::entryOf(const StandingPassage &passage)
{
    const std::optional<EntryRecord> record = m_entries.find(passage.entryId);
    return record ? std::optional(record->entry) : std::nullopt;
}

} // namespace checkpoint
