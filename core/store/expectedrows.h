#pragma once

#include "core/domain/expected.h"
#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/vault.h"

#include <QList>

namespace checkpoint {

/// The rows of expected visitors. Used on the thread of its connection.
class ExpectedRows
{
public:
    ExpectedRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// False when the same was announced before.
    bool insert(const ExpectedVisitor &visitor);

    /// False when there is no such announcement.
    bool remove(const QUuid &id);
    int removeBefore(const QDate &day);

    /// Whom a person (a canonical row, when known) was announced as on the query's day: the one that was
    /// chosen first, whose year of birth or number the operator may have put right, then one who has not
    /// arrived, then by number, by phone, by name.
    std::optional<ExpectedVisitor> find(const PersonQuery &query, const std::optional<RowId> &person);

    /// The announcement that an entry fulfils.
    std::optional<ExpectedVisitor> fulfilledBy(const QUuid &entry);

    /// Keeps that an entry fulfils an announcement; of one that is gone nothing is kept.
    void setArrived(const QUuid &id, const QUuid &entry);

    QList<ExpectedVisitor> ofDay(const QDate &day);

private:
    ExpectedVisitor read(const Statement &row);
    QList<QByteArray> numbersOf(const PersonQuery &query, const std::optional<RowId> &person);
    QByteArray nameDigest(const QString &name) const;

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
