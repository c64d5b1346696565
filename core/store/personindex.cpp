#include "core/store/personindex.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array keyKinds{KeyKind::CitizenNumber,
                              KeyKind::OldId,
                              KeyKind::Qid,
                              KeyKind::HealthInsurance,
                              KeyKind::TravelDocument,
                              KeyKind::VisitorPass,
                              KeyKind::PlatformPerson,
                              KeyKind::CertificateHolder};

std::optional<KeyKind> keyKindFromId(const QString &id)
{
    for (const KeyKind kind : keyKinds) {
        if (id == keyKindId(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace

/// A key of the code with what the index says of it.
struct PersonIndex::Known
{
    IdentityKey key;
    QByteArray digest; ///< as it stands in the index; otherwise in its newest form
    std::optional<RowId> owner;
    RowId person = 0; ///< with `owner`: its canonical row
};

std::vector<PersonIndex::Known> PersonIndex::lookUp(const std::vector<IdentityKey> &keys)
{
    std::vector<Known> known;
    for (const IdentityKey &key : keys) {
        const QList<QByteArray> forms = digests(m_vault, key);
        Known one{key, forms.first(), {}, 0};
        for (const QByteArray &form : forms) {
            Statement row = m_connection.query(u"SELECT v.id, v.canonical FROM visitor_key k "
                                               "JOIN visitor v ON v.id = k.visitor WHERE k.digest = ?"_s,
                                               form);
            if (row.next()) {
                one = {key, form, row.integer(0), row.integer(1)};
                break;
            }
        }
        known.push_back(one);
    }
    return known;
}

std::vector<PersonIndex::Held> PersonIndex::heldBy(RowId person)
{
    std::vector<Held> held;
    Statement rows =
        m_connection.query(u"SELECT k.kind, k.digest FROM visitor v "
                           "CROSS JOIN visitor_key k ON k.visitor = v.id WHERE v.canonical = ?"_s,
                           person);
    while (rows.next()) {
        if (const auto kind = keyKindFromId(rows.text(0)))
            held.push_back({*kind, rows.blob(1)});
        else
            m_connection.fail({ErrorCode::DatabaseDamaged, u"a key of an unknown kind"_s});
    }
    return held;
}

bool PersonIndex::areInConflict(const std::vector<Known> &keys, const std::vector<std::vector<Held>> &persons)
{
    // For every kind of which a person has but one: the present numbers that code and persons speak of.
    // Numbers that the code calls former ones, and those known as former ones, are none of them.
    QSet<QByteArray> former;
    QHash<KeyKind, QSet<QByteArray>> present;
    for (const Known &known : keys) {
        if (known.key.kind == KeyKind::OldId)
            former.insert(known.digest);
        else if (isSingleValued(known.key.kind))
            present[known.key.kind].insert(known.digest);
    }
    for (const std::vector<Held> &held : persons) {
        for (const Held &one : held) {
            if (one.kind == KeyKind::OldId)
                former.insert(one.digest);
            else if (isSingleValued(one.kind))
                present[one.kind].insert(one.digest);
        }
    }
    return std::ranges::any_of(
        present, [&former](QSet<QByteArray> digests) { return digests.subtract(former).size() > 1; });
}

bool PersonIndex::contradicts(const Known &key, const std::vector<Held> &held,
                              const QList<QByteArray> &former)
{
    if (!isSingleValued(key.key.kind))
        return false;
    if (std::ranges::find(held, key.digest, &Held::digest) != held.end())
        return false;
    return std::ranges::any_of(held, [&](const Held &one) {
        return one.kind == key.key.kind && one.digest != key.digest && !former.contains(one.digest);
    });
}

QByteArray PersonIndex::digest(const Vault &vault, const IdentityKey &key)
{
    return vault.digest(keySpace(key.kind).toUtf8(), key.value.toUtf8());
}

QList<QByteArray> PersonIndex::digests(const Vault &vault, const IdentityKey &key)
{
    return vault.digests(keySpace(key.kind).toUtf8(), key.value.toUtf8());
}

QList<QByteArray> PersonIndex::digestsOf(Connection &connection, const Vault &vault, RowId person)
{
    QList<QByteArray> digests;
    Statement rows = connection.query(u"SELECT k.digest, k.key_number FROM visitor v "
                                      "CROSS JOIN visitor_key k ON k.visitor = v.id WHERE v.canonical = ?"_s,
                                      person);
    while (rows.next())
        digests.append(vault.lifted(rows.blob(0), int(rows.integer(1))));
    return digests;
}

KeyResolution PersonIndex::resolve(const std::vector<IdentityKey> &keys, bool keepApart,
                                   const std::optional<RowId> &chosen)
{
    const std::vector<Known> known = lookUp(keys);
    QList<RowId> persons; // in the order of their strongest key
    if (chosen)
        persons.append(canonical(*chosen));
    QList<QByteArray> former;
    for (const Known &one : known) {
        if (one.owner && !persons.contains(one.person))
            persons.append(one.person);
        if (one.key.kind == KeyKind::OldId)
            former.append(one.digest);
    }
    std::vector<std::vector<Held>> held;
    for (const RowId person : persons)
        held.push_back(heldBy(person));

    KeyResolution resolution;
    resolution.conflict = !chosen && areInConflict(known, held);
    const bool apart = keepApart || resolution.conflict || chosen;
    if (chosen) {
        resolution.person = persons.first();
        resolution.owner = *chosen;
    }

    for (std::size_t i = 0; i < known.size() && !resolution.person; ++i) {
        if (!known[i].owner)
            continue;
        const std::vector<Held> &theirs = held[std::size_t(persons.indexOf(known[i].person))];
        const auto stronger = known.begin() + std::ptrdiff_t(i);
        if (std::any_of(known.begin(), stronger,
                        [&](const Known &key) { return contradicts(key, theirs, former); }))
            continue;
        resolution.person = known[i].person;
        resolution.owner = *known[i].owner;
    }

    const std::vector<Held> mine =
        resolution.person ? held[std::size_t(persons.indexOf(*resolution.person))] : std::vector<Held>();
    for (const Known &one : known) {
        const bool anothers = one.owner && one.person != resolution.person;
        if (apart && (anothers || contradicts(one, mine, former)))
            resolution.foreign.push_back(one.key);
        else if (!one.owner)
            resolution.attachable.push_back({one.key.kind, one.digest});
    }
    if (chosen)
        resolution.conflict = !resolution.foreign.empty();
    const bool hasNumber =
        std::ranges::any_of(known, [](const Known &one) { return one.key.kind == KeyKind::CitizenNumber; });
    for (std::size_t i = 0; hasNumber && i < held.size(); ++i) {
        const bool counts = !apart || persons[qsizetype(i)] == resolution.person;
        for (const Held &one : held[i]) {
            if (counts && one.kind == KeyKind::CitizenNumber && former.contains(one.digest))
                resolution.replaced.append(one.digest);
        }
    }
    if (!apart) {
        persons.removeOne(resolution.person.value_or(0));
        resolution.others = persons;
    }
    return resolution;
}

void PersonIndex::attach(RowId visitor, const KeyResolution &resolution)
{
    for (const KeyResolution::NewKey &key : resolution.attachable) {
        m_connection.run(u"INSERT INTO visitor_key (digest, kind, visitor, key_number) VALUES (?, ?, ?, ?) "
                         "ON CONFLICT DO NOTHING"_s,
                         key.digest, keyKindId(key.kind), visitor, m_vault.newest());
    }
    for (const QByteArray &digest : resolution.replaced)
        m_connection.run(u"UPDATE visitor_key SET kind = 'old-id' WHERE digest = ?"_s, digest);
}

void PersonIndex::rememberPhone(RowId visitor, const QString &phone)
{
    if (phone.isEmpty())
        return;
    m_connection.run(
        u"INSERT INTO visitor_phone (digest, visitor, key_number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
        m_vault.digest(phoneSpace, phone.toUtf8()), visitor, m_vault.newest());
}

RowId PersonIndex::canonical(RowId visitor)
{
    Statement row = m_connection.query(u"SELECT canonical FROM visitor WHERE id = ?"_s, visitor);
    return row.next() ? row.integer(0) : visitor;
}

void PersonIndex::join(RowId person, RowId joinedTo, const QUuid &cause)
{
    m_connection.run(u"INSERT INTO visitor_link (visitor, joined_to, cause, sealed_before) "
                     "SELECT ?, id, ?, sealed FROM visitor WHERE id = ?"_s,
                     person, cause, joinedTo);
    m_connection.run(u"UPDATE visitor SET canonical = ? WHERE canonical = ?"_s, joinedTo, person);
}

QList<RowId> PersonIndex::undoJoins(const QUuid &cause, qint64 atUtcMs)
{
    struct Link
    {
        RowId id;
        RowId joinedTo;
        QUuid joinedToUuid;
        QByteArray sealedBefore;
    };
    QList<Link> links;
    {
        // The oldest last, so that what was known before all of them is what remains.
        Statement rows =
            m_connection.query(u"SELECT l.id, l.joined_to, v.uuid, l.sealed_before FROM visitor_link l "
                               "JOIN visitor v ON v.id = l.joined_to "
                               "WHERE l.cause = ? AND l.undone_ms IS NULL ORDER BY l.id DESC"_s,
                               cause);
        while (rows.next())
            links.append({rows.integer(0), rows.integer(1), rows.uuid(2), rows.blob(3)});
    }
    QList<RowId> changed;
    for (const Link &link : links) {
        m_connection.run(u"UPDATE visitor_link SET undone_ms = ?, sealed_before = NULL WHERE id = ?"_s,
                         atUtcMs, link.id);
        const QList<RowId> groups = separate(canonical(link.joinedTo));
        // Whoever stays joined keeps what its own codes said.
        VisitorData data = VisitorRows::opened(m_vault, link.joinedToUuid, link.sealedBefore);
        Statement members = m_connection.query(u"SELECT id FROM visitor WHERE canonical = ? AND id <> ?"_s,
                                               link.joinedTo, link.joinedTo);
        while (members.next())
            data = merged(data, m_visitors.data(members.integer(0)), false);
        m_visitors.save(link.joinedTo, data);
        for (const RowId group : groups) {
            if (!changed.contains(group))
                changed.append(group);
        }
    }
    return changed;
}

void PersonIndex::redoJoins(const QUuid &cause, const QUuid &newCause)
{
    QList<std::pair<RowId, RowId>> links;
    {
        Statement rows = m_connection.query(
            u"SELECT visitor, joined_to FROM visitor_link WHERE cause = ? ORDER BY id"_s, cause);
        while (rows.next())
            links.append({rows.integer(0), rows.integer(1)});
    }
    for (const auto &[visitor, joinedTo] : std::as_const(links)) {
        const RowId person = canonical(visitor);
        const RowId other = canonical(joinedTo);
        if (person == other || areInConflict({}, {heldBy(person), heldBy(other)}) || isErased(person, other))
            continue;
        const VisitorData both = merged(m_visitors.data(other), m_visitors.data(person), false);
        join(person, other, newCause);
        m_visitors.save(other, both);
    }
}

/// Whether the data of one of them were destroyed.
bool PersonIndex::isErased(RowId person, RowId other)
{
    Statement row = m_connection.query(u"SELECT 1 FROM visitor v JOIN erased_visitor x ON x.uuid = v.uuid "
                                       "WHERE v.canonical IN (?, ?)"_s,
                                       person, other);
    return row.next();
}

void PersonIndex::moveJoins(const QUuid &cause, const QUuid &newCause)
{
    m_connection.run(u"UPDATE visitor_link SET cause = ? WHERE cause = ? AND undone_ms IS NULL"_s, newCause,
                     cause);
}

/// Finds the canonical rows of a group's members again, after one of the group's links has gone.
QList<RowId> PersonIndex::separate(RowId group)
{
    QHash<RowId, RowId> joinedTo;
    QList<RowId> members;
    {
        Statement rows =
            m_connection.query(u"SELECT v.id, l.joined_to FROM visitor v "
                               "LEFT JOIN visitor_link l ON l.visitor = v.id AND l.undone_ms IS NULL "
                               "WHERE v.canonical = ?"_s,
                               group);
        while (rows.next()) {
            members.append(rows.integer(0));
            if (!rows.isNull(1))
                joinedTo.insert(rows.integer(0), rows.integer(1));
        }
    }
    QList<RowId> groups;
    for (const RowId member : members) {
        RowId root = member;
        while (joinedTo.contains(root))
            root = joinedTo.value(root);
        m_connection.run(u"UPDATE visitor SET canonical = ? WHERE id = ?"_s, root, member);
        if (!groups.contains(root))
            groups.append(root);
    }
    return groups;
}

VisitorData withoutKeys(VisitorData data, const std::vector<IdentityKey> &keys)
{
    for (const IdentityKey &key : keys) {
        switch (key.kind) {
        case KeyKind::CitizenNumber:
        case KeyKind::TravelDocument:
            data.idNumber.clear();
            break;
        case KeyKind::OldId:
            (data.oldId == key.value ? data.oldId : data.idNumber).clear();
            break;
        case KeyKind::Qid:
            data.qid.clear();
            break;
        case KeyKind::HealthInsurance:
            data.healthInsurance.clear();
            break;
        case KeyKind::VisitorPass:
            data.pass.clear();
            break;
        case KeyKind::PlatformPerson:
            data.platformPerson.clear();
            break;
        case KeyKind::CertificateHolder:
            data.certificateHolder.clear();
            break;
        }
    }
    return data;
}

} // namespace checkpoint
