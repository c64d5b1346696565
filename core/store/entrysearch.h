#pragma once

#include "core/domain/visitor.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <QSet>
#include <QStringList>

namespace checkpoint {

/// The words that somebody searches for, compared with unsealed data in memory. Every word must fit: words as
/// part of the name, whatever its diacritics; digits as the end of a number, or as a whole phone number.
class EntrySearch
{
public:
    explicit EntrySearch(const QString &text);

    bool isEmpty() const { return m_words.isEmpty(); }

    /// Finds whose phones the words name, by their digests.
    void lookUpPhones(Connection &connection, const Vault &vault);

    /// `person` is the canonical row of the visitor.
    bool matches(RowId person, const VisitorData &visitor) const;

private:
    QStringList m_words; ///< folded
    QHash<QString, QSet<RowId>> m_phoneOwners;
};

} // namespace checkpoint
