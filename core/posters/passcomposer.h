#pragma once

#include "core/base/result.h"
#include "core/posters/postercontent.h"
#include "core/posters/sheet.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QSizeF>
#include <QString>

namespace checkpoint {

/// What the printed pass of a visitor without a telephone says: an abbreviated name, and nothing else about
/// the person.
struct PassContent
{
    QString abbreviatedName;
    QString venueName;
    QString number;
    QDate issuedOn;
    QDate validUntil;
    QByteArray codeText; ///< the bytes of the symbol
};

/// The size of a label, upright.
inline constexpr QSizeF passLabelMm(62, 100);

/// A label, or eight passes on an A4 sheet to be cut.
enum class PassLayout { Label, A4Eight };

/// How many passes a sheet takes.
int passesPerSheet(PassLayout layout);

/// One sheet with up to passesPerSheet() passes, each with a code of 50 mm or more. WrongUse when a text is
/// missing or cannot be printed, DoesNotFit when one does not fit.
Result<Sheet> composePassSheet(const QList<PassContent> &passes, PassLayout layout,
                               PosterLanguages languages);

} // namespace checkpoint
