#pragma once

#include <QString>

#include <vector>

namespace checkpoint {

/// The marks that a letter of Vietnam's Latin orthographies can carry, as bits.
enum LetterMark : quint16 {
    NoMark = 0,
    Grave = 1 << 0,
    Acute = 1 << 1,
    HookAbove = 1 << 2,
    Tilde = 1 << 3,
    DotBelow = 1 << 4,
    Circumflex = 1 << 5,
    Horn = 1 << 6,
    Breve = 1 << 7,
    Caron = 1 << 8,
    Stroke = 1 << 9,     ///< đ, ƀ
    OtherMark = 1 << 10, ///< one that no orthography of Vietnam has
};

/// One character of a text as a reader sees it: a letter with its marks, or anything else.
struct WrittenLetter
{
    char16_t base = 0; ///< the unmarked letter in lower case, a–z; 0 when it is no Latin letter
    quint16 marks = NoMark;
    bool upper = false;
    bool readable = true; ///< a letter of Vietnam's orthographies, or punctuation that an address may hold

    bool isLetter() const { return base != 0; }
    bool isVowel() const;
};

/// The characters of a text, marks joined to their letters.
/// Letters known: those of Vietnamese (all tones) and of the Ede, Jarai and Bahnar orthographies (č ď ƀ ñ and
/// vowels with a breve or caron, also above another mark). Other scripts, control characters, '?' and U+FFFD
/// are not readable.
std::vector<WrittenLetter> writtenLetters(const QString &text);

/// True when the single character can stand in a Vietnamese text outside ASCII: a letter, a mark or
/// typographic punctuation.
bool isVietnameseCharacter(char32_t codePoint);

} // namespace checkpoint
