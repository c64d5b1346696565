#pragma once

#include "core/domain/declaration.h"
#include "ui/common/tokens.h"

#include <QLatin1StringView>
#include <QString>

namespace checkpoint {

/// What a platform says of a visitor's health declaration, as the card shows it: a sign, a colour, a
/// sentence.
struct DeclarationWords
{
    QLatin1StringView sign; ///< icon
    QRgb Colours::*ink = &Colours::quiet;
    QLatin1StringView tone;
    QString sentence;
};

DeclarationWords declarationWords(DeclarationStatus status);

} // namespace checkpoint
