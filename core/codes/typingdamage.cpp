#include "core/codes/typingdamage.h"

#include "core/codes/vietnameseletters.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostReadings = 64;

bool isFurtherMarkedFormOf(const WrittenLetter &letter, const WrittenLetter &before)
{
    return letter.isLetter() && letter.base == before.base && letter.marks != before.marks &&
           (letter.marks & before.marks) == before.marks;
}

/// The rimes oong and ooc, with the tone on the second o: xoòng, soóc, the name Voòng.
bool isLongORime(const std::vector<WrittenLetter> &letters, size_t second)
{
    constexpr quint16 tones = Grave | Acute | HookAbove | Tilde | DotBelow;
    if (letters[second].base != u'o' || letters[second - 1].marks != NoMark ||
        (letters[second].marks & ~tones) != 0)
        return false;
    const auto baseAt = [&letters](size_t i) { return i < letters.size() ? letters[i].base : char16_t(0); };
    if (baseAt(second + 1) == u'c')
        return baseAt(second + 2) == 0;
    return baseAt(second + 1) == u'n' && baseAt(second + 2) == u'g' && baseAt(second + 3) == 0;
}

QChar withCaseSwapped(QChar c)
{
    return c.isUpper() ? c.toLower() : c.toUpper();
}

/// True when every word begins with a capital and goes on in small letters.
bool isCapitalised(const QString &text)
{
    bool inWord = false;
    for (const QChar c : text) {
        if (c.isMark())
            continue;
        if (c.isLetter() && (inWord ? c.isUpper() : c.isLower()))
            return false;
        inWord = c.isLetter();
    }
    return true;
}

/// True when some word begins small and goes on in capitals.
bool hasInvertedWord(const QString &text)
{
    bool inWord = false;
    bool beganSmall = false;
    for (const QChar c : text) {
        if (c.isMark())
            continue;
        if (inWord && beganSmall && c.isUpper())
            return true;
        if (!inWord)
            beganSmall = c.isLower();
        inWord = c.isLetter();
    }
    return false;
}

/// What was typed for a letter: by Telex (aa, ee, dd, and f for the grave accent; its other keys are no hex
/// digits)...
QStringList telexOriginals(const WrittenLetter &letter)
{
    const QString base(QChar(letter.base));
    switch (letter.marks) {
    case Circumflex:
    case Stroke:
        return {base + base};
    case Grave:
        return {base + u'f'};
    case Circumflex | Grave:
        return {base + base + u'f', base + u'f' + base};
    default:
        return {};
    }
}

/// ... or by VNI: a digit after the letter for each mark, in any order.
QStringList vniOriginals(const WrittenLetter &letter)
{
    constexpr std::array<std::pair<quint16, char16_t>, 8> keys{{{Acute, u'1'},
                                                                {Grave, u'2'},
                                                                {HookAbove, u'3'},
                                                                {Tilde, u'4'},
                                                                {DotBelow, u'5'},
                                                                {Circumflex, u'6'},
                                                                {Breve, u'8'},
                                                                {Stroke, u'9'}}};
    QString digits;
    quint16 rest = letter.marks;
    for (const auto &[mark, key] : keys) {
        if (rest & mark) {
            digits.append(QChar(key));
            rest &= ~mark;
        }
    }
    if (rest != 0 || digits.size() > 2)
        return {};
    const QString base(QChar(letter.base));
    if (digits.size() == 1)
        return {base + digits};
    return {base + digits, base + digits.back() + digits.front()};
}

template <typename Originals> QStringList originalsOf(const QString &marked, Originals originals)
{
    const std::vector<WrittenLetter> letters = writtenLetters(marked);
    return letters.size() == 1 && letters.front().isLetter() ? originals(letters.front()) : QStringList();
}

/// Every form followed by every choice.
QStringList withEachAppended(QStringList forms, const QStringList &choices)
{
    if (choices.size() == 1) {
        for (QString &form : forms)
            form.append(choices.front());
        return forms;
    }
    QStringList longer;
    for (const QString &form : std::as_const(forms)) {
        for (const QString &choice : choices)
            longer.append(form + choice);
    }
    return longer;
}

/// The text with each letter outside ASCII replaced by what was typed for it; nothing when there are too many
/// ways.
template <typename Originals> QStringList typedForms(const QString &text, Originals originals)
{
    QStringList forms{QString()};
    qsizetype from = 0;
    while (from < text.size()) {
        const bool ascii = text[from].unicode() < 0x80;
        qsizetype to = from + 1;
        // One letter at a time, its marks with it.
        while (to < text.size() && (ascii ? text[to].unicode() < 0x80 : text[to].isMark()))
            ++to;
        const QString part = text.mid(from, to - from);
        const QStringList choices = ascii ? QStringList{part} : originalsOf(part, originals);
        if (choices.isEmpty() || forms.size() * choices.size() > mostReadings)
            return {};
        forms = withEachAppended(std::move(forms), choices);
        from = to;
    }
    return forms;
}

} // namespace

WedgeDamage wedgeDamageIn(const QString &text)
{
    WedgeDamage damage = WedgeDamage::None;
    const std::vector<WrittenLetter> letters = writtenLetters(text);
    for (size_t i = 1; i < letters.size(); ++i) {
        if (!isFurtherMarkedFormOf(letters[i], letters[i - 1]))
            continue;
        if (!isLongORime(letters, i))
            return WedgeDamage::Certain;
        damage = WedgeDamage::Possible;
    }
    return damage;
}

CapsLock capsLockIn(const QString &name)
{
    if (isCapitalised(name) || !hasInvertedWord(name))
        return CapsLock::Off;
    for (const CapsLock candidate : {CapsLock::AllLetters, CapsLock::AsciiLetters}) {
        if (isCapitalised(withCapsLockUndone(name, candidate)))
            return candidate;
    }
    return CapsLock::Off;
}

QString withCapsLockUndone(const QString &text, CapsLock capsLock)
{
    if (capsLock == CapsLock::Off)
        return text;
    QString undone = text;
    for (QChar &c : undone) {
        if (c.isLetter() && (capsLock == CapsLock::AllLetters || c.unicode() < 0x80))
            c = withCaseSwapped(c);
    }
    return undone;
}

QStringList hexBeforeTypingTool(const QString &lowerCase)
{
    QStringList forms = typedForms(lowerCase, telexOriginals) + typedForms(lowerCase, vniOriginals);
    forms.removeDuplicates();
    return forms;
}

} // namespace checkpoint
