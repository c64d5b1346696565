#include "core/store/entrysearch.h"

#include "core/domain/textfolding.h"
#include "core/store/personindex.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::size_t shortestPartOfPhone = 4;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// "+84900000001" as people dial it: "0900000001".
QString dialled(const QString &word)
{
    const bool foreign = word.startsWith("+84"_L1) && std::all_of(word.cbegin() + 1, word.cend(), isDigit);
    return foreign ? u'0' + word.sliced(3) : word;
}

QStringList wordsOf(const QString &text)
{
    const QString folded = foldedText(text);
    QString digits = folded;
    digits.remove(u' ');
    // A number in groups, as people write phones.
    if (digits.size() >= 9 && std::ranges::all_of(digits, isDigit))
        return {digits};
    return folded.split(u' ', Qt::SkipEmptyParts);
}

bool fitsNumber(const std::string &digits, const NameList::Person &person)
{
    if (person.number.ends_with(digits))
        return true;
    return digits.size() >= shortestPartOfPhone &&
           (person.phone.ends_with(digits) || person.phone.starts_with(digits));
}

/// A person in the form in which names are compared.
struct Folded
{
    explicit Folded(const VisitorData &person)
        : name(foldedText(person.name).toStdString())
        , number(person.idNumber.toLower().toStdString())
        , phone(dialled(person.phone).toStdString())
    {
    }

    NameList::Person view() const { return {name, number, phone}; }

    std::string name;
    std::string number;
    std::string phone;
};

} // namespace

EntrySearch::EntrySearch(const QString &text)
{
    const QStringList words = wordsOf(text);
    for (const QString &word : words) {
        const QString plain = dialled(word);
        m_words.push_back({plain.toStdString(), std::ranges::all_of(plain, isDigit), {}});
    }
}

void EntrySearch::lookUpPhones(Connection &connection, const Vault &vault)
{
    constexpr std::size_t nationalLength = 10;
    for (Word &word : m_words) {
        if (!word.digits || word.text.size() != nationalLength || word.text.front() != '0')
            continue;
        const QByteArray phone = "+84" + QByteArray::fromStdString(word.text.substr(1));
        for (const QByteArray &digest : vault.digests(phoneSpace, phone)) {
            Statement rows = connection.query(u"SELECT v.canonical FROM visitor_phone p "
                                              "JOIN visitor v ON v.id = p.visitor WHERE p.digest = ?"_s,
                                              digest);
            while (rows.next())
                word.phoneOwners.insert(rows.integer(0));
        }
    }
}

bool EntrySearch::matches(RowId row, const NameList::Person &person) const
{
    return std::ranges::all_of(m_words, [&](const Word &word) {
        if (word.digits)
            return fitsNumber(word.text, person) || word.phoneOwners.contains(row);
        // A passport's number has letters.
        return person.name.find(word.text) != std::string_view::npos || person.number == word.text ||
               person.phone == word.text;
    });
}

bool EntrySearch::matches(const VisitorData &person) const
{
    return matches(0, Folded(person).view());
}

bool EntrySearch::matchesBeginnings(const VisitorData &person) const
{
    return matchesBeginnings(Folded(person).view());
}

bool EntrySearch::matchesBeginnings(const NameList::Person &person) const
{
    return std::ranges::all_of(m_words, [&](const Word &word) {
        if (word.digits || person.name.starts_with(word.text))
            return true;
        return person.name.find(' ' + word.text) != std::string_view::npos;
    });
}

} // namespace checkpoint
