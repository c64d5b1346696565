#include "ui/common/functionlist.h"

#include "core/domain/textfolding.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace checkpoint {

namespace {

/// How well a function answers what was typed, without its diacritics; the less the better, nothing when it
/// does not.
std::optional<int> distance(const Function &function, const QString &typed, const QStringList &words)
{
    const QString text = u' ' + foldedText(function.text);
    const QString also = u' ' + foldedText(function.alsoFoundBy);
    const QString everything =
        text + also + u' ' + foldedText(function.key) + u' ' + foldedText(function.place);
    const auto says = [&words](const QString &said) {
        return std::ranges::all_of(words, [&](const QString &word) { return said.contains(u' ' + word); });
    };
    if (!says(everything))
        return std::nullopt;
    const QString phrase = u' ' + typed;
    if (text.startsWith(phrase))
        return 0;
    if (text.contains(phrase) || also.startsWith(phrase))
        return 1;
    if (also.contains(phrase))
        return 2;
    return says(text) ? 3 : 4;
}

/// Whether the diacritics that were typed are there: “cấm” does not mean a camera.
bool isSpelledSo(const Function &function, const QString &typed)
{
    return saysAll(QStringList{function.text, function.alsoFoundBy, function.key, function.place}.join(u' '),
                   typed.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

void FunctionList::add(const QString &place, Source source)
{
    m_places.push_back({place, std::move(source)});
}

QList<Function> FunctionList::all() const
{
    QList<Function> functions;
    QSet<QString> known;
    for (const Place &place : m_places) {
        for (const Function &function : place.source()) {
            if (!function.run || known.contains(function.id))
                continue;
            known.insert(function.id);
            functions << function;
        }
    }
    return functions;
}

/// Those that say at least half of several words, most of them first: people write sentences.
QList<Function> FunctionList::nearly(const QStringList &words) const
{
    std::vector<std::pair<qsizetype, Function>> ranked;
    for (const Function &function : all()) {
        const QString said = u' ' + foldedText(function.text) + u' ' + foldedText(function.alsoFoundBy);
        const auto missing = std::ranges::count_if(
            words, [&said](const QString &word) { return !said.contains(u' ' + word); });
        if (2 * missing <= words.size())
            ranked.emplace_back(missing, function);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto &each) { return each.first; });
    QList<Function> functions;
    for (const auto &each : ranked)
        functions << each.second;
    return functions;
}

QList<Function> FunctionList::found(const QString &typed) const
{
    constexpr qsizetype sentence = 3; ///< words
    const QString folded = foldedText(typed);
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, Function>> ranked;
    for (const Function &function : all())
        if (const auto far = distance(function, folded, words))
            ranked.emplace_back(*far + (isSpelledSo(function, typed) ? 0 : 5) +
                                    (function.enabled && function.whyNot.isEmpty() ? 0 : 10),
                                function);
    std::ranges::stable_sort(ranked, {}, [](const auto &each) { return each.first; });
    QList<Function> functions;
    for (const auto &each : ranked)
        functions << each.second;
    return functions.isEmpty() && words.size() >= sentence ? nearly(words) : functions;
}

QList<KeyHint> FunctionList::keys(const QString &place) const
{
    QList<KeyHint> keys;
    for (const Place &each : m_places) {
        if (each.name != place)
            continue;
        for (const Function &function : each.source())
            if (!function.key.isEmpty())
                keys << KeyHint{function.key, function.text};
    }
    return keys;
}

} // namespace checkpoint
