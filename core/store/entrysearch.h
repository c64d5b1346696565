#pragma once

#include "core/store/connection.h"
#include "core/store/namelist.h"
#include "core/store/vault.h"

#include <QSet>
#include <QString>

#include <string>
#include <vector>

namespace checkpoint {

/// The words that somebody searches for, compared with the names in memory. Every word must fit: words as
/// part of the name, whatever its diacritics; digits as the end of the number, or as a phone, the end of one
/// or the beginning of one that is being typed. A text of nothing but digits and blanks is one number.
class EntrySearch
{
public:
    explicit EntrySearch(const QString &text);

    bool isEmpty() const { return m_words.empty(); }

    /// Finds whose former phones the words name, by their digests.
    void lookUpPhones(Connection &connection, const Vault &vault);

    /// `row` is the canonical row of the person.
    bool matches(RowId row, const NameList::Person &person) const;

    /// The same of somebody whom the record need not know.
    bool matches(const VisitorData &person) const;
    bool matchesBeginnings(const VisitorData &person) const;

    /// Of a person who matches: whether every word begins a word of the name or is a number.
    bool matchesBeginnings(const NameList::Person &person) const;

private:
    struct Word
    {
        std::string text; ///< folded
        bool digits = false;
        QSet<RowId> phoneOwners;
    };

    std::vector<Word> m_words;
};

} // namespace checkpoint
