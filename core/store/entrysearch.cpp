#include "core/store/entrysearch.h"

#include "core/domain/textfolding.h"
#include "core/store/personindex.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "0900000001" and "+84900000001" in the form in which phones are kept; empty for anything else.
QString phoneForm(const QString &word)
{
    constexpr qsizetype nationalLength = 10;
    if (word.startsWith(u'+') && isDigits(QStringView(word).sliced(1)))
        return word;
    if (word.size() == nationalLength && word.startsWith(u'0') && isDigits(word))
        return "+84"_L1 + word.sliced(1);
    return {};
}

} // namespace

EntrySearch::EntrySearch(const QString &text) : m_words(foldedText(text).split(u' ', Qt::SkipEmptyParts)) {}

void EntrySearch::lookUpPhones(Connection &connection, const Vault &vault)
{
    for (const QString &word : m_words) {
        const QString phone = phoneForm(word);
        if (phone.isEmpty())
            continue;
        Statement rows = connection.query(u"SELECT v.canonical FROM visitor_phone p "
                                          "JOIN visitor v ON v.id = p.visitor WHERE p.digest = ?"_s,
                                          vault.digest(phoneSpace, phone.toUtf8()));
        while (rows.next())
            m_phoneOwners[word].insert(rows.integer(0));
    }
}

bool EntrySearch::matches(RowId person, const VisitorData &visitor) const
{
    const QString name = foldedText(visitor.name);
    return std::ranges::all_of(m_words, [&](const QString &word) {
        if (m_phoneOwners.value(word).contains(person))
            return true;
        if (isDigits(word))
            return visitor.idNumber.endsWith(word);
        // A passport's number has letters.
        return name.contains(word) || visitor.idNumber.toLower() == word;
    });
}

} // namespace checkpoint
