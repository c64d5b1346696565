#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace checkpoint {

/// What one poster says.
struct PosterContent
{
    QString venueName;
    QString locationName; ///< may be empty: the venue as a whole
    QByteArray codeText;  ///< the bytes of the symbol
    QString serial;       ///< may be empty where a code was taken over
    int version = 1;
    QDate issuedOn;
    bool adopted = false; ///< the code was taken over from elsewhere and is printed unchanged
};

enum class PosterLayout { A4, A5, A4Two, A4Four, Sticker, Door };
enum class PosterOrientation { Portrait, Landscape };
enum class PosterLanguages { Vietnamese, English, Both };

/// How posters are laid out.
struct PosterOptions
{
    PosterLayout layout = PosterLayout::A4;
    PosterOrientation orientation = PosterOrientation::Portrait;
    PosterLanguages languages = PosterLanguages::Both;
};

/// "a4", "a5", "a4x2", "a4x4", "sticker", "door".
QString posterLayoutId(PosterLayout layout);
std::optional<PosterLayout> posterLayoutFromId(const QString &id);
/// "portrait", "landscape".
std::optional<PosterOrientation> posterOrientationFromId(const QString &id);
/// "vi", "en", "both".
std::optional<PosterLanguages> posterLanguagesFromId(const QString &id);

/// Text for people as it is printed: in NFC, blanks at the ends gone and runs of blanks made one. WrongUse
/// when it is longer than `longestPrintedName` or holds characters that cannot be printed: controls, line
/// ends, marks that turn the direction of writing. `what` names it in the error.
Result<QString> printableText(const QString &text, const QString &what);

/// Characters. Names that are longer fit on nothing that hangs on a wall.
inline constexpr int longestPrintedName = 250;

/// The content with its texts printable. WrongUse when the venue has no name, a text cannot be printed, or
/// the day of issue is missing.
Result<PosterContent> checkedPosterContent(const PosterContent &content);

} // namespace checkpoint
