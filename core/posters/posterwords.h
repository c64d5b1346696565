#pragma once

#include <QString>

namespace checkpoint {

enum class PosterLanguage { Vietnamese, English };

/// The fixed wording of what hangs on a wall, in one language. It belongs to the poster, whatever language
/// the program itself is used in.
struct PosterWords
{
    QString headline;
    QString openApp;
    QString scanCode;
    QString confirm;
    QString hotline;
    QString issuedOn;
    QString serial;
    QString version;

    QString passTitle;
    QString passNumber;
    QString passIssued;
    QString validUntil;
};

const PosterWords &posterWords(PosterLanguage language);

/// The national hotline that every poster names.
inline constexpr char16_t hotlineNumber[] = u"19009095";

} // namespace checkpoint
