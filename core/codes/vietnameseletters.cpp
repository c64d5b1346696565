#include "core/codes/vietnameseletters.h"

#include <algorithm>
#include <bit>
#include <string_view>

namespace checkpoint {

namespace {

constexpr quint16 tones = Grave | Acute | HookAbove | Tilde | DotBelow;
constexpr int mostMarks = 3; // ẫ has two, ễ with a breve of Ede would have three

quint16 markOf(char16_t c)
{
    switch (c) {
    case 0x0300:
        return Grave;
    case 0x0301:
        return Acute;
    case 0x0309:
        return HookAbove;
    case 0x0303:
        return Tilde;
    case 0x0323:
        return DotBelow;
    case 0x0302:
        return Circumflex;
    case 0x031B:
        return Horn;
    case 0x0306:
        return Breve;
    case 0x030C:
        return Caron;
    default:
        return NoMark;
    }
}

bool isVowelLetter(char16_t base)
{
    return std::u16string_view(u"aeiouy").find(base) != std::u16string_view::npos;
}

/// The marks that change the vowel itself in Vietnamese: â ê ô, ơ ư; the breve is allowed on all of a e i o
/// u.
quint16 shapesOf(char16_t base)
{
    switch (base) {
    case u'a':
    case u'e':
        return Circumflex;
    case u'o':
        return Circumflex | Horn;
    case u'u':
        return Horn;
    default:
        return NoMark;
    }
}

bool isKnownVowel(char16_t base, quint16 marks)
{
    const quint16 tone = marks & tones;
    const quint16 shape = marks & (Circumflex | Horn);
    const quint16 length = marks & (Breve | Caron);
    if ((tone | shape | length) != marks || std::popcount(tone) > 1)
        return false;
    if (std::popcount(shape) > 1 || std::popcount(length) > 1 || (shape & shapesOf(base)) != shape)
        return false;
    return base != u'y' || length == NoMark;
}

bool isKnownLetter(char16_t base, quint16 marks)
{
    if (marks == NoMark)
        return true;
    if (isVowelLetter(base))
        return isKnownVowel(base, marks);
    switch (base) {
    case u'd':
        return marks == Stroke || marks == Caron;
    case u'b':
        return marks == Stroke;
    case u'c':
        return marks == Caron;
    case u'n':
        return marks == Tilde;
    default:
        return false;
    }
}

/// Dashes, quotation marks, the ellipsis, the no-break blank.
bool isTypographic(char16_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) || c == 0x2026 || c == 0x00A0;
}

/// A character without its marks, which follow it in the decomposed text.
WrittenLetter bareLetter(char16_t c)
{
    WrittenLetter letter;
    if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')) {
        letter.upper = c <= u'Z';
        letter.base = c | 0x20;
    } else if (c == 0x0110 || c == 0x0111) {
        letter = {u'd', Stroke, c == 0x0110, true};
    } else if (c == 0x0180 || c == 0x0243) {
        letter = {u'b', Stroke, c == 0x0243, true};
    } else {
        letter.readable = c < 0x80 ? c >= u' ' && c != 0x7F && c != u'?' : isTypographic(c);
    }
    return letter;
}

} // namespace

bool WrittenLetter::isVowel() const
{
    return isVowelLetter(base);
}

std::vector<WrittenLetter> writtenLetters(const QString &text)
{
    std::vector<WrittenLetter> letters;
    letters.reserve(size_t(text.size()));
    for (const QChar c : text) {
        // Character by character: decomposing a whole text would put long runs of marks into order.
        const QString parts =
            c.unicode() < 0x80 ? QString(c) : QString(c).normalized(QString::NormalizationForm_D);
        for (const QChar part : parts) {
            const quint16 mark = markOf(part.unicode());
            if (mark == NoMark && !part.isMark()) {
                letters.push_back(bareLetter(part.unicode()));
                continue;
            }
            if (letters.empty())
                letters.push_back({0, NoMark, false, false});
            WrittenLetter &letter = letters.back();
            const bool twice = (letter.marks & mark) != 0;
            letter.marks |= mark == NoMark || twice ? quint16(OtherMark) : mark;
        }
    }
    for (WrittenLetter &letter : letters) {
        if (letter.marks == NoMark)
            continue;
        letter.readable = letter.isLetter() && std::popcount(letter.marks) <= mostMarks &&
                          isKnownLetter(letter.base, letter.marks);
    }
    return letters;
}

bool isVietnameseCharacter(char32_t codePoint)
{
    if (codePoint < 0x80 || codePoint > 0xFFFF)
        return false;
    const auto c = char16_t(codePoint);
    if (markOf(c) != NoMark)
        return true;
    const std::vector<WrittenLetter> letters = writtenLetters(QString(QChar(c)));
    return letters.size() == 1 && letters.front().readable;
}

} // namespace checkpoint
