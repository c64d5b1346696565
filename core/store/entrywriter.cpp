#include "core/store/entrywriter.h"

#include "core/base/ids.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView refusedScanSpace("refused-scan");
constexpr auto manualSource = "manual"_L1;

StandingPassage passageOf(const Entry &entry)
{
    return {entry.id, entry.kind == EntryKind::In ? Direction::In : Direction::Out, entry.at.utcMs};
}

} // namespace

EntryWriter::EntryWriter(Connection &connection, std::shared_ptr<const Vault> vault)
    : m_connection(connection)
    , m_vault(std::move(vault))
    , m_visitors(m_connection, *m_vault)
    , m_persons(m_connection, *m_vault, m_visitors)
    , m_visits(m_connection)
    , m_entries(m_connection, *m_vault)
{
}

Result<PersonMatch> EntryWriter::match(const std::vector<IdentityKey> &keys)
{
    const KeyResolution resolution = m_persons.resolve(keys, false);
    PersonMatch match;
    match.conflict = resolution.conflict;
    for (const RowId other : resolution.others)
        match.joins.append(m_visitors.uuid(other));
    if (resolution.person) {
        match.visitorId = m_visitors.uuid(*resolution.person);
        match.known = m_visitors.data(*resolution.person);
        if (const auto visit = m_visits.last(*resolution.person)) {
            match.lastEntry = entryOf(lastPassage(*visit));
            if (visit->isOpen())
                match.openVisitEntry = entryOf(*visit->in);
        }
    }
    return m_connection.answer(match);
}

Result<Recorded> EntryWriter::record(const EntryDraft &draft)
{
    if (draft.entry.kind == EntryKind::Void)
        return Error{ErrorCode::WrongUse,
                     u"only passages are recorded; an entry is taken back by voidEntry()"_s};

    Transaction transaction(m_connection, Transaction::Kind::Write);
    // Looked up again here: what match() said may be out of date.
    const KeyResolution resolution = m_persons.resolve(identityKeys(draft.visitor), draft.keepApart);
    const VisitorData said = withoutKeys(draft.visitor, resolution.foreign);
    const RowId owner = resolution.person ? resolution.owner : m_visitors.create(draft.entry.at.utcMs);
    const RowId person = resolution.person.value_or(owner);

    Recorded recorded;
    recorded.entry = draft.entry;
    if (recorded.entry.id.isNull())
        recorded.entry.id = newEntryId(draft.entry.at.utcMs);
    recorded.entry.visitorId = m_visitors.uuid(person);
    m_entries.insert(recorded.entry, owner);

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

    if (resolution.others.isEmpty())
        m_visits.add(person, passageOf(recorded.entry));
    else
        m_visits.refold({person});

    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

Result<void> EntryWriter::recordRefusal(const RefusedScan &scan, const QByteArray &payload,
                                        const std::optional<VisitorCode> &code)
{
    Transaction transaction(m_connection, Transaction::Kind::Write);
    RefusedScan kept = scan;
    if (kept.id.isNull())
        kept.id = newEntryId(scan.at.utcMs);
    m_entries.insert(kept, m_vault->digest(refusedScanSpace, payload));
    if (code && !code->error)
        completeKnownPerson(*code);
    return transaction.commit();
}

/// Nobody is made or joined without an entry, and nothing is learned from keys that contradict each other.
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
    const Result<EntryRecord> target = standingPassage(id);
    if (!target)
        return target.error();
    if (target->entry.kind == entryKind(direction))
        return Error{ErrorCode::WrongUse, u"the entry has that direction already"_s};

    insertVoid(*target, {}, at);
    Recorded recorded;
    recorded.entry = target->entry;
    recorded.entry.id = newEntryId(at.utcMs);
    recorded.entry.kind = entryKind(direction);
    recorded.entry.corrects = id;
    if (direction == Direction::In)
        recorded.entry.warnings.removeOne(CodeWarning::LeavesWithoutEntry);
    m_entries.insert(recorded.entry, target->visitor);
    // It is the same scan of the same person: what it showed about the person stays.
    m_persons.moveJoins(id, recorded.entry.id);
    m_visits.refold({target->person});
    recorded.visitor = m_visitors.data(target->person);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
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
