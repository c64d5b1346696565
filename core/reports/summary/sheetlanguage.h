#pragma once

#include <QLocale>
#include <QString>

namespace checkpoint {

/// The language of a printed sheet. It is the reader's and not always that of the window, so both languages
/// of a sheet's words stand side by side in the program.
enum class SheetLanguage { Vietnamese, English };

/// "vi", "en" …: Vietnamese unless it is English.
inline SheetLanguage sheetLanguage(const QString &id)
{
    return id == QLatin1StringView("en") ? SheetLanguage::English : SheetLanguage::Vietnamese;
}

/// The locale whose figures a sheet has.
inline QLocale sheetLocale(SheetLanguage language)
{
    return language == SheetLanguage::Vietnamese ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                                 : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

/// Chooses between the words of the two languages.
struct SheetWords
{
    SheetLanguage language = SheetLanguage::Vietnamese;

    QString operator()(const QString &vietnamese, const QString &english) const
    {
        return language == SheetLanguage::Vietnamese ? vietnamese : english;
    }
};

} // namespace checkpoint
