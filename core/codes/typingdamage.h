#pragma once

#include <QString>
#include <QStringList>

namespace checkpoint {

/// How sure it is that a scanner in keyboard mode left letters half composed in a text.
enum class WedgeDamage {
    None,
    Possible, ///< "oò" before "ng" or "c": damage, or the real rime of xoòng and soóc
    Certain,  ///< a marked letter directly after its own less marked form: "ăặ", "oô", "Đđ"
};
WedgeDamage wedgeDamageIn(const QString &text);

/// Which letters a Caps Lock key inverted.
enum class CapsLock {
    Off,
    AllLetters,   ///< "nGUYỄN tHỬ"
    AsciiLetters, ///< "nGUYễN tHử": the marked letters came through an input method
};
/// What Caps Lock did to a name of capitalised words; Off when the name may be meant as it stands.
CapsLock capsLockIn(const QString &name);
QString withCapsLockUndone(const QString &text, CapsLock capsLock);

/// The ASCII texts from which a typing tool (Telex or VNI) may have made this one ("c3â" ← "c3aa", "c3a6"),
/// as far as they are hexadecimal; empty when none is known or when there are too many to tell.
QStringList hexBeforeTypingTool(const QString &lowerCase);

} // namespace checkpoint
