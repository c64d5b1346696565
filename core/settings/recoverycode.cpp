#include "core/settings/recoverycode.h"

#include "core/base/recoverytext.h"

#include <QHash>
#include <QRegularExpression>

#include <sodium.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// Letters that neither look nor sound alike in Vietnamese and English mouths. The order is part of the sheets
// in cupboards: it must never change.
constexpr QLatin1StringView consonants("bdghklmnprstvxzf");
constexpr QLatin1StringView middles("bdklmnrt");
constexpr QLatin1StringView vowels("aeio");
constexpr int wordCount = 2048;
constexpr int wordBits = 11;
constexpr qsizetype wordLength = 5;
constexpr int keyWordsALine = recoveryWordsALine - 1;
constexpr auto textVersion = "1:";
constexpr qsizetype checkBytes = 4;

static_assert(recoveryLines * keyWordsALine * wordBits == (recoveryKeyBytes + 1) * 8);

QString wordOf(int number)
{
    const int first = number >> 7 & 15;
    const int second = number >> 5 & 3;
    const int third = number >> 2 & 7;
    const int fourth = number & 3;
    const int check = (first + second + third + fourth) % int(consonants.size());
    QString word;
    for (const QLatin1Char letter :
         {QLatin1Char(consonants[first]), QLatin1Char(vowels[second]), QLatin1Char(middles[third]),
          QLatin1Char(vowels[fourth]), QLatin1Char(consonants[check])})
        word.append(letter);
    return word;
}

const QHash<QString, int> &numbers()
{
    static const QHash<QString, int> table = [] {
        QHash<QString, int> made;
        for (int number = 0; number < wordCount; ++number)
            made.insert(wordOf(number), number);
        return made;
    }();
    return table;
}

/// A few bits that depend on all of the bytes and on what they are for.
quint32 checkOf(const unsigned char *bytes, std::size_t size, unsigned char purpose)
{
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, &purpose, 1);
    crypto_generichash_update(&state, bytes, size);
    crypto_generichash_final(&state, hash.data(), hash.size());
    sodium_memzero(&state, sizeof state);
    return quint32(hash[0]) << 24 | quint32(hash[1]) << 16 | quint32(hash[2]) << 8 | hash[3];
}

/// The word that checks a line: of its four numbers and of which line it is.
int lineCheck(const std::array<int, keyWordsALine> &words, int line)
{
    std::array<unsigned char, 2 * keyWordsALine> bytes{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        bytes[2 * i] = static_cast<unsigned char>(words[i] >> 8);
        bytes[2 * i + 1] = static_cast<unsigned char>(words[i] & 255);
    }
    const quint32 check = checkOf(bytes.data(), bytes.size(), static_cast<unsigned char>(line));
    sodium_memzero(bytes.data(), bytes.size());
    return int(check % wordCount);
}

constexpr unsigned char wholeKey = 255;

/// Bits `from` to `from` + 11 of the bytes, the highest first.
int bitsAt(const unsigned char *bytes, int from)
{
    int value = 0;
    for (int bit = from; bit < from + wordBits; ++bit)
        value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1);
    return value;
}

void setBits(unsigned char *bytes, int from, int value)
{
    for (int i = 0; i < wordBits; ++i) {
        if (value >> (wordBits - 1 - i) & 1)
            bytes[(from + i) / 8] |= static_cast<unsigned char>(1 << (7 - (from + i) % 8));
    }
}

/// Words that differ least from one that is none.
QStringList nearestTo(const QString &typed)
{
    constexpr int mostNamed = 3;
    QStringList nearest;
    if (typed.size() != wordLength)
        return nearest;
    for (int number = 0; number < wordCount && nearest.size() <= mostNamed; ++number) {
        const QString word = wordOf(number);
        int different = 0;
        for (qsizetype i = 0; i < wordLength; ++i)
            different += word[i] != typed[i];
        if (different == 1)
            nearest.append(word);
    }
    return nearest.size() <= mostNamed ? nearest : QStringList();
}

RecoveryReading problem(RecoveryReading::Problem what)
{
    RecoveryReading reading;
    reading.problem = what;
    return reading;
}

RecoveryReading problemAt(RecoveryReading::Problem what, int word)
{
    RecoveryReading reading = problem(what);
    reading.word = word;
    reading.line = (word - 1) / recoveryWordsALine + 1;
    return reading;
}

RecoveryReading good(Secret key)
{
    RecoveryReading reading = problem(RecoveryReading::Problem::None);
    reading.key = std::move(key);
    return reading;
}

} // namespace

QStringList recoveryWordList()
{
    QStringList words;
    for (int number = 0; number < wordCount; ++number)
        words.append(wordOf(number));
    return words;
}

QStringList recoveryWords(const Secret &key)
{
    Q_ASSERT(key.size() == recoveryKeyBytes);
    Secret bytes(recoveryKeyBytes + 1);
    std::copy_n(key.data(), recoveryKeyBytes, bytes.data());
    bytes.data()[recoveryKeyBytes] =
        static_cast<unsigned char>(checkOf(key.data(), std::size_t(recoveryKeyBytes), wholeKey));
    QStringList words;
    for (int line = 0; line < recoveryLines; ++line) {
        std::array<int, keyWordsALine> numbersOfLine{};
        for (int i = 0; i < keyWordsALine; ++i) {
            numbersOfLine[std::size_t(i)] = bitsAt(bytes.data(), (line * keyWordsALine + i) * wordBits);
            words.append(wordOf(numbersOfLine[std::size_t(i)]));
        }
        words.append(wordOf(lineCheck(numbersOfLine, line)));
    }
    return words;
}

QByteArray recoveryText(const Secret &key)
{
    Q_ASSERT(key.size() == recoveryKeyBytes);
    const quint32 check = checkOf(key.data(), std::size_t(recoveryKeyBytes), wholeKey);
    return recoveryTextHead.toByteArray() + textVersion + key.view().toByteArray().toHex().toUpper() + ':' +
           QByteArray::number(check, 16).rightJustified(2 * checkBytes, '0').toUpper();
}

RecoveryReading readRecoveryWords(const QString &typed)
{
    static const QRegularExpression between(u"[^a-z]+"_s);
    const QStringList words = typed.toLower().split(between, Qt::SkipEmptyParts);
    constexpr int all = recoveryLines * recoveryWordsALine;
    QList<int> found;
    for (const QString &word : words) {
        if (!numbers().contains(word)) {
            RecoveryReading reading = problemAt(RecoveryReading::Problem::Unknown, int(found.size()) + 1);
            reading.typed = word;
            reading.nearest = nearestTo(word);
            return reading;
        }
        found.append(numbers().value(word));
    }
    Secret bytes(recoveryKeyBytes + 1);
    for (int line = 0; line < recoveryLines; ++line) {
        const int first = line * recoveryWordsALine;
        if (found.size() < first + recoveryWordsALine)
            return problemAt(RecoveryReading::Problem::Missing, int(found.size()));
        std::array<int, keyWordsALine> ofLine{};
        std::copy_n(found.begin() + first, keyWordsALine, ofLine.begin());
        if (lineCheck(ofLine, line) != found[first + keyWordsALine])
            return problemAt(RecoveryReading::Problem::WrongLine, first + 1);
        for (int i = 0; i < keyWordsALine; ++i)
            setBits(bytes.data(), (line * keyWordsALine + i) * wordBits, ofLine[std::size_t(i)]);
    }
    if (found.size() > all)
        return problemAt(RecoveryReading::Problem::TooMany, int(found.size()));
    if (static_cast<unsigned char>(checkOf(bytes.data(), std::size_t(recoveryKeyBytes), wholeKey)) !=
        bytes.data()[recoveryKeyBytes])
        return problem(RecoveryReading::Problem::WrongKey);
    return good(Secret(bytes.view().first(recoveryKeyBytes)));
}

RecoveryReading readRecoveryText(QByteArrayView scanned)
{
    const QByteArray text = scanned.toByteArray().trimmed().toUpper();
    if (!text.startsWith(recoveryTextHead))
        return problem(RecoveryReading::Problem::NoSheet);
    const QByteArrayView rest = QByteArrayView(text).sliced(recoveryTextHead.size());
    if (!rest.startsWith(textVersion)) {
        const bool isNewer = !rest.isEmpty() && rest.front() >= '2' && rest.front() <= '9';
        return problem(isNewer ? RecoveryReading::Problem::Newer : RecoveryReading::Problem::NoSheet);
    }
    const QByteArrayView body = rest.sliced(QByteArrayView(textVersion).size());
    if (body.size() != 2 * recoveryKeyBytes + 1 + 2 * checkBytes || body[2 * recoveryKeyBytes] != ':')
        return problem(RecoveryReading::Problem::NoSheet);
    Secret key(recoveryKeyBytes);
    std::size_t size = 0;
    const char *end = nullptr;
    const char *const hex = body.data();
    if (sodium_hex2bin(key.data(), std::size_t(recoveryKeyBytes), hex, std::size_t(2 * recoveryKeyBytes),
                       nullptr, &size, &end) != 0 ||
        size != std::size_t(recoveryKeyBytes))
        return problem(RecoveryReading::Problem::NoSheet);
    const quint32 check = checkOf(key.data(), std::size_t(recoveryKeyBytes), wholeKey);
    if (body.last(2 * checkBytes).toByteArray() !=
        QByteArray::number(check, 16).rightJustified(2 * checkBytes, '0').toUpper())
        return problem(RecoveryReading::Problem::NoSheet);
    return good(key);
}

RecoveryReading readRecovery(const QString &typedOrScanned)
{
    const QString text = typedOrScanned.trimmed();
    const bool isCode = text.startsWith(QLatin1StringView(recoveryTextHead.first(10)), Qt::CaseInsensitive);
    return isCode ? readRecoveryText(text.toUtf8()) : readRecoveryWords(text);
}

QString recoveryProblem(const RecoveryReading &reading)
{
    switch (reading.problem) {
    case RecoveryReading::Problem::None:
        return {};
    case RecoveryReading::Problem::NoSheet:
        return u"this is no recovery sheet's code, or a damaged one"_s;
    case RecoveryReading::Problem::Newer:
        return u"the sheet was made by a newer version of the program"_s;
    case RecoveryReading::Problem::Unknown:
        return reading.nearest.isEmpty()
                   ? u"word %1 (line %2) is none that a sheet has"_s.arg(reading.word).arg(reading.line)
                   : u"word %1 (line %2) is none that a sheet has; it may be: %3"_s.arg(reading.word)
                         .arg(reading.line)
                         .arg(reading.nearest.join(u", "_s));
    case RecoveryReading::Problem::WrongLine:
        return u"a word of line %1 is wrong, or two of them changed places"_s.arg(reading.line);
    case RecoveryReading::Problem::Missing:
        return u"there are only %1 of the %2 words"_s.arg(reading.word)
            .arg(recoveryLines * recoveryWordsALine);
    case RecoveryReading::Problem::TooMany:
        return u"there are %1 words instead of %2"_s.arg(reading.word)
            .arg(recoveryLines * recoveryWordsALine);
    case RecoveryReading::Problem::WrongKey:
        return u"the lines are not those of one sheet"_s;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
