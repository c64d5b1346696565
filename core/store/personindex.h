#pragma once

#include "core/domain/visitor.h"
#include "core/store/connection.h"
#include "core/store/vault.h"
#include "core/store/visitorrows.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace checkpoint {

/// Whom the keys of one code belong to. Visitors that were joined count as one person, named by the canonical
/// row.
struct KeyResolution
{
    std::optional<RowId>
        person;      ///< canonical; absent when none of the keys is known (or only contradicting ones are)
    RowId owner = 0; ///< the visitor row itself that the deciding key belongs to, with `person`
    QList<RowId> others;   ///< further persons (canonical) that the code belongs to as well
    bool conflict = false; ///< the keys contradict each other or what is known

    struct NewKey
    {
        KeyKind kind = KeyKind::CitizenNumber;
        QByteArray digest;
    };
    std::vector<NewKey> attachable; ///< nobody's yet, and in keeping with the person
    QList<QByteArray> replaced;     ///< the persons' citizen numbers that the code names as former ones
    std::vector<IdentityKey>
        foreign; ///< another's, or contradicting the person; set on a conflict or when kept apart
};

/// The digest space of phones, which are looked up when searching.
inline constexpr QByteArrayView phoneSpace("phone");

/// Tells persons by the digests of their numbers, and joins visitors that turn out to be one person. Used on
/// the writing thread, inside the caller's transaction.
class PersonIndex
{
public:
    PersonIndex(Connection &connection, const Vault &vault, VisitorRows &visitors)
        : m_connection(connection), m_vault(vault), m_visitors(visitors)
    {
    }

    /// `keys` strongest first. With `keepApart`, or on a conflict, only the person of the strongest key that
    /// nothing stronger speaks against counts, and what does not fit is left out.
    /// When somebody has chosen the person (`chosen`, any row of theirs), nothing is joined, and it is a
    /// conflict when one of the keys does not fit that person.
    KeyResolution resolve(const std::vector<IdentityKey> &keys, bool keepApart,
                          const std::optional<RowId> &chosen = {});

    /// The digest by which a key is found, and those by which it may still be.
    static QByteArray digest(const Vault &vault, const IdentityKey &key);
    static QList<QByteArray> digests(const Vault &vault, const IdentityKey &key);

    /// The digests of all numbers of a person (canonical), in their newest form.
    static QList<QByteArray> digestsOf(Connection &connection, const Vault &vault, RowId person);

    /// Gives the resolution's new keys to a visitor row.
    void attach(RowId visitor, const KeyResolution &resolution);

    /// Remembers a phone for searching.
    void rememberPhone(RowId visitor, const QString &phone);

    /// The row that a visitor's row is joined to, itself when to none.
    RowId canonical(RowId visitor);

    /// Joins a person to another because of an entry; both are canonical rows.
    void join(RowId person, RowId joinedTo, const QUuid &cause);

    /// Takes back the joins that an entry caused. Gives every canonical row whose entries are different ones
    /// now.
    QList<RowId> undoJoins(const QUuid &cause, qint64 atUtcMs);

    /// Joins again whom an entry that was taken back had joined, but nobody whose present numbers contradict
    /// each other by now, or whose data were destroyed. What only the entry's own code had said of them is
    /// not known any more.
    void redoJoins(const QUuid &cause, const QUuid &newCause);

    /// Lets the joins that an entry caused rest on another.
    void moveJoins(const QUuid &cause, const QUuid &newCause);

private:
    struct Held
    {
        KeyKind kind = KeyKind::CitizenNumber;
        QByteArray digest; ///< as it stands in the index
    };
    struct Known;

    std::vector<Known> lookUp(const std::vector<IdentityKey> &keys);
    std::vector<Held> heldBy(RowId person);
    static bool areInConflict(const std::vector<Known> &keys, const std::vector<std::vector<Held>> &persons);
    static bool contradicts(const Known &key, const std::vector<Held> &held, const QList<QByteArray> &former);
    bool isErased(RowId person, RowId other);
    QList<RowId> separate(RowId group);

    Connection &m_connection;
    const Vault &m_vault;
    VisitorRows &m_visitors;
};

/// The data without the numbers that belong to somebody else.
VisitorData withoutKeys(VisitorData data, const std::vector<IdentityKey> &keys);

} // namespace checkpoint
